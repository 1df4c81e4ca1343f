//! Would this text give away which child it is about? (DID-1, DID-2, DID-3)
//!
//! A description without identity is looked at, text by text, before it can be stored. What is known to the case
//! and what has a form of its own is taken away; whatever is not known to be harmless a human looks at. Words are all
//! there is to go by: a story that only fits one child, told in ordinary words, a person has to notice (DID-7).

mod kind;
pub mod rarity;
#[cfg(test)]
mod tests;

use std::ops::Range;

use jiff::civil::Date;

use crate::organisation::Organisation;

pub use kind::{FindingKind, Verdict};
pub use rarity::{AgeBand, Counts, MunicipalitySize, Pattern, Rarity, rarity};

/// What the case it comes from would give away. Made at the edge from the process; never stored with the
/// description.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Full names of the child, guardians, siblings and professionals in the process.
    pub names: Vec<String>,
    pub nicknames: Vec<String>,
    /// Units and clinics.
    pub units: Vec<String>,
    pub schools: Vec<String>,
    /// Streets, villages, localities.
    pub places: Vec<String>,
    pub employers: Vec<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub personal_ids: Vec<String>,
    /// Births, meetings.
    pub dates: Vec<Date>,
    /// Of siblings.
    pub ages: Vec<u8>,
}

impl Known {
    /// The same, with every unit, administration and principal of the area: none of them is named, whether the
    /// case has met it or not.
    #[must_use]
    pub fn with_units_of(mut self, organisation: &Organisation) -> Known {
        self.units.extend(organisation.units().iter().map(|unit| unit.name.clone()));
        self.places.extend(organisation.municipalities().map(|municipality| municipality.short_name.clone()));
        self
    }
}

/// Something that gives away, or may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Bytes of the text, between characters.
    pub range: Range<usize>,
    pub kind: FindingKind,
}

/// Everything in a text that gives away whom it is about, or may. In order, not overlapping.
pub fn scan(known: &Known, text: &str) -> Vec<Finding> {
    let parts: Vec<String> = known
        .names
        .iter()
        .chain(&known.nicknames)
        .flat_map(|name| name.split_whitespace())
        .map(str::to_lowercase)
        .collect();
    let mut found = vec![];
    let mut begins = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (begins, letter.is_alphanumeric()) {
            (None, true) => begins = Some(at),
            (Some(start), false) => {
                found.extend(judged(&parts, &text[start..at]).map(|kind| Finding { range: start..at, kind }));
                begins = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    found
}

fn judged(parts: &[String], word: &str) -> Option<FindingKind> {
    let lower = word.to_lowercase();
    if parts.iter().any(|part| lower.starts_with(part.as_str())) {
        Some(FindingKind::KnownName)
    } else if word.chars().any(char::is_numeric) {
        Some(FindingKind::LongNumber)
    } else {
        word.chars().any(char::is_uppercase).then_some(FindingKind::UnknownName)
    }
}
