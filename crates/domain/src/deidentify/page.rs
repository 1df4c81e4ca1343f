//! A text as words and numbers, each with what stands between.

use std::ops::Range;

use super::{Finding, FindingKind, fold, lists::LISTS, words::Rank};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Number,
    Lower,
    /// A capital first, or anywhere but everywhere.
    Capital,
    /// Nothing but capitals, two at least.
    Capitals,
}

#[derive(Debug)]
pub struct Token {
    pub range: Range<usize>,
    pub light: String,
    pub deep: String,
    pub shape: Shape,
    /// Whether a sentence, a line or the like begins here.
    pub begins: bool,
    pub rank: Rank,
    /// How many letters or digits.
    pub length: usize,
}

pub struct Page<'a> {
    pub text: &'a str,
    pub tokens: Vec<Token>,
}

impl<'a> Page<'a> {
    pub fn read(text: &'a str) -> Page<'a> {
        let mut page = Page { text, tokens: vec![] };
        let mut begun: Option<(usize, bool)> = None;
        for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
            let kind = if letter.is_numeric() { Some(true) } else { letter.is_alphabetic().then_some(false) };
            let goes_on = begun.is_some() && (fold::is_mark(letter) || fold::is_unseen(letter));
            match (begun, kind) {
                _ if goes_on => {}
                (None, Some(number)) => begun = Some((at, number)),
                (Some((start, number)), now) if now != Some(number) => {
                    page.push(start..at, number);
                    begun = now.map(|number| (at, number));
                }
                (None, None) | (Some(_), _) => {}
            }
        }
        page
    }

    fn push(&mut self, range: Range<usize>, number: bool) {
        let written = &self.text[range.clone()];
        let light = fold::light(written);
        let deep = fold::deep(&light);
        let shape = if number { Shape::Number } else { shape(written) };
        let gap = &self.text[self.tokens.last().map_or(0, |last| last.range.end)..range.start];
        let begins = self.tokens.is_empty() || begins_after(gap);
        let rank = if number { Rank::Unknown } else { LISTS.words.rank(&light) };
        let length = light.chars().count();
        self.tokens.push(Token { range, light, deep, shape, begins, rank, length });
    }

    pub fn get(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The word here in lower case; nothing beyond the ends.
    pub fn word(&self, index: usize) -> &str {
        self.get(index).map_or("", |token| &token.light)
    }

    /// The word `back` places before.
    pub fn word_before(&self, index: usize, back: usize) -> &str {
        index.checked_sub(back).map_or("", |index| self.word(index))
    }

    /// What stands between the token before and this one.
    pub fn gap(&self, index: usize) -> &str {
        let begins =
            index.checked_sub(1).and_then(|before| self.get(before)).map_or(0, |token| token.range.end);
        let ends = self.get(index).map_or(self.text.len(), |token| token.range.start);
        &self.text[begins..ends]
    }

    /// The number here, if it is one in digits of four at most.
    pub fn number(&self, index: usize) -> Option<u32> {
        let token = self.get(index).filter(|token| token.shape == Shape::Number && token.length <= 4)?;
        token.light.parse().ok()
    }

    /// The number here in digits or in a word.
    pub fn count(&self, index: usize) -> Option<u32> {
        self.number(index).or_else(|| LISTS.number(self.word(index)))
    }

    pub fn is_number(&self, index: usize) -> bool {
        self.get(index).is_some_and(|token| token.shape == Shape::Number)
    }

    /// Whether the same sentence goes on from the token before to this one.
    pub fn goes_on(&self, index: usize) -> bool {
        self.get(index).is_some() && !self.gap(index).contains(['.', '!', '?', '\n', ';'])
    }

    /// What both tokens and everything between take up.
    pub fn finding(&self, first: usize, last: usize, kind: FindingKind) -> Finding {
        Finding { range: self.tokens[first].range.start..self.tokens[last].range.end, kind }
    }
}

impl Token {
    pub fn is_lower(&self) -> bool {
        self.shape == Shape::Lower
    }

    pub fn is_word(&self) -> bool {
        self.shape != Shape::Number
    }

    pub fn is_single_letter(&self) -> bool {
        self.is_word() && self.length == 1
    }
}

fn shape(written: &str) -> Shape {
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    let capitals = letters.clone().filter(|letter| letter.is_uppercase()).count();
    match capitals {
        0 => Shape::Lower,
        1 => Shape::Capital,
        _ if letters.all(char::is_uppercase) => Shape::Capitals,
        _ => Shape::Capital,
    }
}

fn begins_after(gap: &str) -> bool {
    gap.contains(['.', '!', '?', ':', '\n', '•', '*', '"', '”', '“', '»', '(', '[', '…', ';'])
        || matches!(gap.trim(), "-" | "–" | "—") && gap.starts_with(' ') && gap.ends_with(' ')
}
