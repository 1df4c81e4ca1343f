//! Which words of a text are about somebody else than the child, and what is left when they are taken out? (CON-20)
//!
//! Whoever writes puts `[[` and `]]` around them. **Invariant:** where the brackets do not match, more is taken out
//! and never less: what may have been meant is hidden until somebody mends the text.

use crate::{choice::TextHash, process::Process};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;

const OPENS: &str = "[[";
const CLOSES: &str = "]]";

/// Of whom a passage tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The child and what concerns it: what the consent covers.
    Child,
    /// Somebody else, as the writer has marked it.
    ThirdPerson,
    /// Brackets that do not match stand beside it: nobody knows how far the mark goes.
    Unclear,
}

/// A part of a text. Its words stand as they were written, without the brackets around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage<'a> {
    pub words: &'a str,
    pub about: About,
}

impl Passage<'_> {
    /// What an agreement is bound to: these words, letter by letter.
    pub fn hash(&self) -> TextHash {
        TextHash(Sha256::digest(self.words.as_bytes()).into())
    }

    fn may_go_on(&self, agreed: &BTreeSet<TextHash>) -> bool {
        match self.about {
            About::Child => true,
            About::ThirdPerson => agreed.contains(&self.hash()),
            About::Unclear => false,
        }
    }
}

/// A text in its parts, in their order. A mark inside a mark belongs to the outer one.
pub fn passages(text: &str) -> Vec<Passage<'_>> {
    let (mut parts, mut begins, mut depth) = (vec![], 0, 0_u32);
    for (at, bracket) in brackets(text) {
        let (words, was_inside) = (&text[begins..at], depth > 0);
        depth = if bracket == OPENS { depth + 1 } else { depth.saturating_sub(1) };
        let about = match (was_inside, bracket == OPENS) {
            (false, true) => About::Child,
            (false, false) => About::Unclear,
            (true, _) if depth > 0 => continue,
            (true, _) => About::ThirdPerson,
        };
        parts.push(Passage { words, about });
        begins = at + bracket.len();
    }
    let about = if depth > 0 { About::Unclear } else { About::Child };
    parts.push(Passage { words: &text[begins..], about });
    parts.retain(|part| !part.words.is_empty());
    parts
}

/// Whether anything in a text is marked.
pub fn is_marked(text: &str) -> bool {
    text.contains(OPENS) || text.contains(CLOSES)
}

/// A text as it goes to others: without what is marked, but for the passages that have been agreed to.
pub fn passed_on(text: &str, agreed: &BTreeSet<TextHash>) -> String {
    if !is_marked(text) {
        return text.to_owned();
    }
    let mut left = String::new();
    for passage in passages(text).into_iter().filter(|passage| passage.may_go_on(agreed)) {
        let words = passage.words.replace(OPENS, "").replace(CLOSES, "");
        // Taking something out leaves two spaces, or one before a full stop.
        let begins_anew = left.is_empty() || left.ends_with(char::is_whitespace);
        if words.starts_with(['.', ',', ';', ':', '!', '?']) {
            left.truncate(left.trim_end_matches(' ').len());
        }
        left.push_str(if begins_anew { words.trim_start_matches(' ') } else { &words });
    }
    left.trim().to_owned()
}

impl Process {
    /// A text of this process as it goes to others than those who write it.
    pub fn passed_on(&self, text: &str) -> String {
        passed_on(text, &self.protection.agreed_passages)
    }
}

/// Every pair of brackets and where it begins.
fn brackets(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let opens = rest.find(OPENS).map(|found| (found, OPENS));
        let closes = rest.find(CLOSES).map(|found| (found, CLOSES));
        let (found, bracket) = opens.into_iter().chain(closes).min_by_key(|(found, _)| *found)?;
        let begins = at + found;
        at = begins + bracket.len();
        Some((begins, bracket))
    })
}

#[cfg(test)]
mod tests;
