//! Does a text say what somebody else is to do? (PRI-02, PRI-03)
//!
//! Words are all there is to go by, so this only ever warns: it finds a unit that is named next to "ska", "bör"
//! or "måste". What is said with other words, a person has to notice.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::organisation::{Organisation, UnitType};

/// The words to go by (`data/wording.toml`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    duties: Vec<String>,
    beside: Vec<String>,
    turns: Vec<String>,
    relative: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // Compiled in and read by a test: failing here is a programmer error.
    toml::from_str(include_str!("../../../../data/wording.toml")).expect("the words can be read")
});

/// A sentence in which units of another type are told what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Directive<'a> {
    pub sentence: &'a str,
    pub of: &'a UnitType,
}

/// The first sentence that lays down what units of another type than the author's do (PRI-02).
pub fn directive<'a>(
    text: &'a str,
    organisation: &'a Organisation,
    author: &UnitType,
) -> Option<Directive<'a>> {
    told(text, organisation, |of| of.code != author.code)
}

/// The first sentence that lays down what any unit does: where whoever speaks is no unit (BOD-2).
pub fn any_directive<'a>(text: &'a str, organisation: &'a Organisation) -> Option<Directive<'a>> {
    told(text, organisation, |_| true)
}

fn told<'a>(
    text: &'a str,
    organisation: &'a Organisation,
    counts: impl Fn(&UnitType) -> bool,
) -> Option<Directive<'a>> {
    text.split_inclusive(['.', '!', '?', '\n', ';']).map(str::trim).find_map(|sentence| {
        let words = words(sentence);
        let mut others = organisation.unit_types().filter(|of| counts(of));
        let of = others.find(|of| places(&words, of).iter().any(|place| is_told(&words, *place)))?;
        Some(Directive { sentence, of })
    })
}

/// The types of unit that a text names (PRI-03).
pub fn named<'a>(text: &str, organisation: &'a Organisation) -> Vec<&'a UnitType> {
    let words = words(text);
    organisation.unit_types().filter(|of| !places(&words, of).is_empty()).collect()
}

/// Lower-case words; "BUP:s" is two of them.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Where a unit of the type is named: its first word, and the first after it.
fn places(all: &[String], of: &UnitType) -> Vec<(usize, usize)> {
    let names = of.spoken.iter().map(|name| words(name));
    names
        .flat_map(|name| {
            let starts = (0..all.len()).filter(|at| all.iter().skip(*at).take(name.len()).eq(&name));
            starts.map(|at| (at, at + name.len())).collect::<Vec<_>>()
        })
        .collect()
}

/// "BUP ska", "BUP som ska", "ska BUP": the unit is the one who acts.
fn is_told(words: &[String], (first, after): (usize, usize)) -> bool {
    let is = |kind: &[String], at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|word| kind.contains(word))
    };
    let (before, next, second) = (first.checked_sub(1), Some(after), Some(after + 1));
    let beside = is(&WORDS.beside, before) && !is(&WORDS.relative, next);
    let then = is(&WORDS.duties, next) || (!is(&WORDS.turns, next) && is(&WORDS.duties, second));
    !beside && (then || is(&WORDS.duties, before))
}

#[cfg(test)]
mod tests;
