//! In which forms can what a case knows turn up in a text?

use std::collections::{HashMap, HashSet};

use super::{FindingKind, Known, fold, lists::LISTS, page::Page, words::Rank};

/// What a case knows, in the forms words are looked up in.
#[derive(Default)]
pub struct Index {
    /// Words folded deep.
    words: HashMap<String, Entry>,
    /// The same, folded as lightly as ordinary words are: "plåt" is not "plat".
    light: HashSet<String>,
    /// The words by their length, for misspellings.
    by_length: HashMap<usize, Vec<(Vec<char>, Entry)>>,
    /// What nicknames may have been made of, and the beginnings of names.
    guesses: HashSet<String>,
    /// Letters that names begin with, in order.
    pub initials: HashSet<String>,
    /// The words of names of several words that are ordinary each by itself: "familj och ungdomshälsa".
    pub phrases: Vec<Vec<String>>,
    /// The digits of phones, without what stands for the country.
    pub phones: Vec<String>,
    /// The ten last digits of personal numbers.
    pub personal_ids: HashSet<String>,
    pub ages: HashSet<u32>,
    /// Months in which something known fell, counted from nought.
    pub months: HashSet<usize>,
}

/// A word that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub kind: FindingKind,
    /// Written in lower case in the name itself ("Osby lås"): in lower case it says little.
    pub is_general: bool,
}

/// What a word has to do with the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// As it is written, or with an ending.
    Same(Entry),
    Misspelt(Entry),
    Guessed,
}

impl Index {
    pub fn of(known: &Known) -> Index {
        let mut index = Index::default();
        for name in known.names.iter().chain(&known.nicknames) {
            index.add_person(name);
        }
        for (names, kind) in [
            (&known.units, FindingKind::KnownUnit),
            (&known.schools, FindingKind::KnownUnit),
            (&known.places, FindingKind::KnownPlace),
            (&known.employers, FindingKind::KnownEmployer),
        ] {
            for name in names {
                index.add_place(name, kind);
            }
        }
        for email in &known.emails {
            index.add_email(email);
        }
        index.phones =
            known.phones.iter().map(|phone| national(phone)).filter(|digits| digits.len() > 4).collect();
        index.personal_ids = known.personal_ids.iter().filter_map(|id| last_ten(id)).collect();
        index.ages = known.ages.iter().map(|age| u32::from(*age)).collect();
        index.months = known.dates.iter().filter_map(|date| usize::try_from(date.month() - 1).ok()).collect();
        for (word, entry) in &index.words {
            let letters: Vec<char> = word.chars().collect();
            if letters.len() > 4 {
                index.by_length.entry(letters.len()).or_default().push((letters, *entry));
            }
        }
        index
    }

    fn add_person(&mut self, name: &str) {
        let page = Page::read(name);
        let mut initials = String::new();
        for (at, token) in page.tokens.iter().enumerate() {
            if token.length < 2 || LISTS.terms.particles.contains(&token.light) {
                continue;
            }
            initials.extend(token.deep.chars().next());
            self.put(&token.light, FindingKind::KnownName, false);
            self.guess(&token.deep);
            if at > 0 && page.gap(at) == "-" {
                let joined = format!("{}{}", page.word_before(at, 1), token.light);
                self.put(&joined, FindingKind::KnownName, false);
            }
        }
        let letters = initials.chars().count();
        for length in 2..=letters {
            self.initials.insert(initials.chars().take(length).collect());
        }
        if letters > 2 {
            self.initials.extend(
                initials
                    .chars()
                    .next()
                    .zip(initials.chars().last())
                    .map(|(first, last)| format!("{first}{last}")),
            );
        }
    }

    /// Nicknames from the table are as good as names; those made by rule are guesses.
    fn guess(&mut self, name: &str) {
        for nickname in LISTS.nicknames.get(name).into_iter().flatten() {
            self.put(nickname, FindingKind::KnownName, false);
        }
        let letters: Vec<char> = name.chars().collect();
        for length in 3..=letters.len().min(5) {
            let beginning: String = letters[..length].iter().collect();
            let doubled = format!("{beginning}{}", letters[length - 1]);
            for ending in &LISTS.terms.diminutives {
                self.guesses.insert(format!("{beginning}{}", fold::deep(ending)));
                self.guesses.insert(format!("{doubled}{}", fold::deep(ending)));
            }
        }
        self.guesses.extend((4..letters.len()).map(|length| letters[..length].iter().collect::<String>()));
    }

    /// Of a unit, a school, a place: the words that are its own, and what is left of them without "-skolan" and the
    /// like; where every word is an ordinary one, the words in a row.
    fn add_place(&mut self, name: &str, kind: FindingKind) {
        let page = Page::read(name);
        let mut row = vec![];
        for token in page.tokens.iter().filter(|token| token.is_word() && token.length > 1) {
            if LISTS.terms.particles.contains(&token.light) {
                continue;
            }
            row.push(token.deep.clone());
            let is_general = LISTS.words.is_listed(&token.light)
                || LISTS.terms.unit_terms.contains(&token.light)
                || LISTS.terms.general_terms.contains(&token.light)
                || LISTS.terms.general_parts.contains(&token.light);
            // "Nymölla bruk" is called "bruket" by those who work there.
            if kind == FindingKind::KnownEmployer && is_general && token.length > 2 {
                self.put(&token.light, kind, true);
            }
            if !is_general {
                self.put(&token.light, kind, token.is_lower());
                self.add_stems(&token.light, kind, token.is_lower());
            }
        }
        if row.len() > 1 {
            self.phrases.push(row);
        }
    }

    fn add_stems(&mut self, word: &str, kind: FindingKind, is_general: bool) {
        let endings = &LISTS.terms.institution_endings;
        let proper = endings
            .iter()
            .filter_map(|ending| word.strip_suffix(ending.as_str()))
            .min_by_key(|stem| stem.len());
        for stem in proper.into_iter().chain([word]) {
            let bare = stem.strip_suffix('s').unwrap_or(stem);
            for form in [stem, bare] {
                if form.chars().count() > 3 && !LISTS.terms.general_parts.contains(form) {
                    self.put(form, kind, is_general);
                }
            }
        }
    }

    fn add_email(&mut self, email: &str) {
        let local = email.split('@').next().unwrap_or_default();
        for token in Page::read(local).tokens {
            if token.length > 3 && token.rank == Rank::Unknown {
                self.put(&token.light, FindingKind::KnownName, false);
            }
        }
    }

    fn put(&mut self, light: &str, kind: FindingKind, is_general: bool) {
        self.words.entry(fold::deep(light)).or_insert(Entry { kind, is_general });
        self.light.insert(light.to_owned());
    }

    pub fn holds(&self, deep: &str) -> Option<Entry> {
        self.words.get(deep).copied()
    }

    /// Whether an ordinary word is exactly something known, or that with an ending.
    pub fn holds_ordinary(&self, light: &str) -> bool {
        self.light.contains(light)
            || light.char_indices().skip(2).any(|(at, _)| {
                let (stem, ending) = light.split_at(at);
                self.light.contains(stem)
                    && (ending == "s"
                        || stem.chars().nth(2).is_some() && LISTS.terms.endings.contains(ending))
            })
    }

    /// A known word with an ending, in a compound, or as the second half of one.
    pub fn inflected(&self, deep: &str) -> Option<Entry> {
        self.holds(deep).or_else(|| {
            deep.char_indices().skip(2).find_map(|(at, _)| {
                let (stem, rest) = deep.split_at(at);
                self.holds(stem).filter(|_| goes_with(self, stem, rest)).or_else(|| {
                    let is_behind = rest.chars().nth(4).is_some() && is_a_word(stem);
                    self.holds(rest).filter(|_| is_behind)
                })
            })
        })
    }

    pub fn likeness(&self, deep: &str) -> Option<Likeness> {
        if let Some(entry) = self.inflected(deep) {
            return Some(Likeness::Same(entry));
        }
        self.nearly(deep)
    }

    /// One letter off, or as a nickname could be made.
    pub fn nearly(&self, deep: &str) -> Option<Likeness> {
        let bare = deep.strip_suffix('s').unwrap_or(deep);
        [deep, bare].into_iter().find_map(|word| self.misspelt(word)).map(Likeness::Misspelt).or_else(|| {
            [deep, bare].iter().any(|word| self.guesses.contains(*word)).then_some(Likeness::Guessed)
        })
    }

    fn misspelt(&self, deep: &str) -> Option<Entry> {
        let letters: Vec<char> = deep.chars().collect();
        if letters.len() < 4 {
            return None;
        }
        (letters.len() - 1..=letters.len() + 1).find_map(|length| {
            let words = self.by_length.get(&length)?;
            words.iter().find(|(word, _)| one_apart(word, &letters)).map(|(_, entry)| *entry)
        })
    }
}

/// Whether `rest` can follow a known word: an ending, an ordinary word, another known word.
fn goes_with(index: &Index, stem: &str, rest: &str) -> bool {
    let length = stem.chars().count();
    rest == "s"
        || length >= 3 && LISTS.terms.endings.contains(rest)
        || length >= 4 && rest.chars().nth(2).is_some() && (is_a_word(rest) || index.holds(rest).is_some())
}

fn is_a_word(deep: &str) -> bool {
    LISTS.words.is_word_or_part(deep)
}

/// One letter too many, too few, another, or two that have changed places.
fn one_apart(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let same = short.iter().zip(long).take_while(|(short, long)| short == long).count();
    if short.len() < long.len() {
        return short[same..] == long[same + 1..];
    }
    same == short.len()
        || short[same + 1..] == long[same + 1..]
        || same + 1 < short.len()
            && short[same] == long[same + 1]
            && short[same + 1] == long[same]
            && short[same + 2..] == long[same + 2..]
}

/// The digits of a phone number as it is dialled here, without the nought.
pub fn national(phone: &str) -> String {
    let digits: String = fold::light(phone).chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("0046").or(digits.strip_prefix("46")).unwrap_or(&digits);
    digits.trim_start_matches('0').to_owned()
}

/// The ten last digits of a personal number, if it has so many.
pub fn last_ten(id: &str) -> Option<String> {
    let digits: String = id.chars().filter(char::is_ascii_digit).collect();
    digits.len().checked_sub(10).map(|start| digits[start..].to_owned())
}
