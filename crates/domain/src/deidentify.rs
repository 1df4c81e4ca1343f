//! Would this text give away which child it is about? (DID-1, DID-2, DID-3)
//!
//! A description without identity is looked at, text by text, before it can be stored. What is known to the case
//! and what has a form of its own is taken away; whatever is not known to be harmless a human looks at. Words are all
//! there is to go by: a story that only fits one child, told in ordinary words, a person has to notice (DID-7).

mod addresses;
mod ages;
mod dates;
mod fold;
mod index;
mod kind;
mod known;
mod lists;
mod numbers;
mod page;
pub mod rarity;
mod settle;

#[cfg(test)]
mod tests;
mod unknown;
mod words;

use std::ops::Range;

use jiff::civil::Date;

use crate::organisation::{Organisation, PrincipalCode};

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
    let index = index::Index::of(known);
    let page = page::Page::read(text);
    let mut found = vec![];
    known::find(&page, &index, &mut found);
    numbers::find(&page, &index, &mut found);
    dates::find(&page, &index, &mut found);
    ages::find(&page, &index, &mut found);
    addresses::find(&page, &mut found);
    unknown::find(&page, &mut found);
    settle::settle(text, found)
}

impl MunicipalitySize {
    /// The size of a municipality by its official code; none if it is not of the area.
    pub fn of(municipality: PrincipalCode) -> Option<MunicipalitySize> {
        lists::LISTS.size(municipality.0)
    }
}
