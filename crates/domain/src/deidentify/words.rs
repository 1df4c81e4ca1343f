//! Which words are ordinary Swedish?

use std::collections::{HashMap, HashSet};

use super::fold;

/// How ordinary a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Not in the list.
    Unknown,
    Ordinary,
    /// So common that it is never taken for a name misspelt.
    Core,
}

pub struct Words {
    ranks: HashMap<String, Rank>,
    /// What can begin a compound.
    parts: HashSet<String>,
    /// Words and parts, folded deep.
    deep: HashSet<String>,
}

/// What is taken off a word, and what is put there instead.
struct Inflection<'a> {
    off: &'a str,
    endings: Vec<&'a str>,
    is_noun: bool,
}

impl Words {
    /// Reads `data/deidentify/words.txt`.
    pub fn read(text: &str) -> Words {
        let mut words = Words { ranks: HashMap::new(), parts: HashSet::new(), deep: HashSet::new() };
        let mut heading = "";
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(inner) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                heading = inner;
                continue;
            }
            for word in line.split_whitespace().map(fold::light) {
                words.add(heading, word);
            }
        }
        words.deep = words.ranks.keys().chain(&words.parts).map(|word| fold::deep(word)).collect();
        words
    }

    fn add(&mut self, heading: &str, word: String) {
        match heading {
            "core" => {
                self.ranks.insert(word, Rank::Core);
            }
            "parts" => {
                self.parts.insert(word);
            }
            "as they are" => self.put(word),
            _ => {
                let inflection = inflection(heading);
                let stem = word.strip_suffix(inflection.off).unwrap_or(&word);
                for ending in &inflection.endings {
                    let form = format!("{stem}{ending}");
                    if inflection.is_noun && !form.ends_with('s') {
                        self.put(format!("{form}s"));
                    }
                    self.put(form);
                }
                self.put(word);
            }
        }
    }

    fn put(&mut self, word: String) {
        self.ranks.entry(word).or_insert(Rank::Ordinary);
    }

    /// The rank of a word in lower case, or of a compound whose first part and second half are in the list.
    pub fn rank(&self, light: &str) -> Rank {
        if let Some(rank) = self.ranks.get(light) {
            return *rank;
        }
        let compound = light.char_indices().skip(2).any(|(at, _)| {
            let (part, rest) = light.split_at(at);
            rest.chars().nth(2).is_some() && self.parts.contains(part) && self.ranks.contains_key(rest)
        });
        if compound { Rank::Ordinary } else { Rank::Unknown }
    }

    /// Whether a word stands in the list itself, and is no compound.
    pub fn is_listed(&self, light: &str) -> bool {
        self.ranks.contains_key(light)
    }

    pub fn is_word_or_part(&self, deep: &str) -> bool {
        self.deep.contains(deep)
    }
}

/// `noun a: a an or orna` or `verb a: ...`: a kind of word, what is taken off, the endings.
fn inflection(heading: &str) -> Inflection<'_> {
    let (kind, endings) = heading.split_once(':').unwrap_or((heading, ""));
    let (kind, off) = kind.split_once(' ').unwrap_or((kind, ""));
    let endings = endings.split_whitespace().map(|ending| if ending == "-" { "" } else { ending }).collect();
    Inflection { off, endings, is_noun: kind == "noun" }
}
