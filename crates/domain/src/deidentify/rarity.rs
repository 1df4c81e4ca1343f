//! How many other children look like the one described? (DID-7)
//!
//! Only bands are ever told, so that the answer itself gives nobody away. A pattern that many share is still
//! personal data: whoever knows the child can recognise it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// The ages a description may tell apart (DID-2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgeBand {
    From0To5,
    From6To12,
    From13To15,
    From16To17,
}

impl AgeBand {
    pub const ALL: &[AgeBand] =
        &[AgeBand::From0To5, AgeBand::From6To12, AgeBand::From13To15, AgeBand::From16To17];

    /// The band of an age in whole years; none from 18.
    pub fn of(age: u8) -> Option<AgeBand> {
        match age {
            0..=5 => Some(AgeBand::From0To5),
            6..=12 => Some(AgeBand::From6To12),
            13..=15 => Some(AgeBand::From13To15),
            16..=17 => Some(AgeBand::From16To17),
            18.. => None,
        }
    }

    /// The first and the last age in it.
    pub fn ages(self) -> (u8, u8) {
        match self {
            AgeBand::From0To5 => (0, 5),
            AgeBand::From6To12 => (6, 12),
            AgeBand::From13To15 => (13, 15),
            AgeBand::From16To17 => (16, 17),
        }
    }

    /// Stable, as in form files.
    pub fn word(self) -> &'static str {
        match self {
            AgeBand::From0To5 => "from_0_to_5",
            AgeBand::From6To12 => "from_6_to_12",
            AgeBand::From13To15 => "from_13_to_15",
            AgeBand::From16To17 => "from_16_to_17",
        }
    }
}

/// Large or small, and no more: finer sizes would name a municipality (`data/deidentify/places.toml`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MunicipalitySize {
    Small,
    Large,
}

/// The structured fields of a description, or of a current process.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pattern {
    pub age_band: AgeBand,
    /// Codes of the functional areas.
    pub areas: BTreeSet<String>,
    /// Codes of the types of unit involved.
    pub unit_types: BTreeSet<String>,
    pub size: MunicipalitySize,
}

impl Pattern {
    /// Whether somebody with this pattern fits what the description says: all that it names, maybe more.
    fn fits(&self, described: &Pattern) -> bool {
        self.age_band == described.age_band
            && self.size == described.size
            && self.areas.is_superset(&described.areas)
            && self.unit_types.is_superset(&described.unit_types)
    }
}

/// How many current processes have each pattern. Numbers only: which they are stays where they are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(Vec<(Pattern, u32)>);

impl FromIterator<(Pattern, u32)> for Counts {
    fn from_iter<I: IntoIterator<Item = (Pattern, u32)>>(counts: I) -> Counts {
        Counts(counts.into_iter().collect())
    }
}

/// How many other children share a pattern, in bands wide enough to give nobody away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rarity {
    FewerThanFive,
    FiveToNine,
    TenToTwentyNine,
    ThirtyOrMore,
}

impl Rarity {
    /// What is said beside every answer, however common the pattern is.
    pub const STILL_PERSONAL_DATA: &str = "rarity-still-personal-data";

    pub fn key(self) -> &'static str {
        match self {
            Rarity::FewerThanFive => "fewer-than-five",
            Rarity::FiveToNine => "five-to-nine",
            Rarity::TenToTwentyNine => "ten-to-twenty-nine",
            Rarity::ThirtyOrMore => "thirty-or-more",
        }
    }

    /// Whether the description points the child out by its structured fields alone, so that a structural
    /// question is to be asked instead (DID-7).
    pub fn points_out(self) -> bool {
        self == Rarity::FewerThanFive
    }
}

/// How many *other* children share the pattern. The child's own process is among those counted, since an attempt
/// in Lots comes first, and nobody here may know which it is: one that fits is taken off.
pub fn rarity(described: &Pattern, counts: &Counts) -> Rarity {
    let fitting = counts.0.iter().filter(|(pattern, _)| pattern.fits(described));
    let all = fitting.fold(0_u32, |sum, (_, count)| sum.saturating_add(*count));
    match all.saturating_sub(1) {
        0..5 => Rarity::FewerThanFive,
        5..10 => Rarity::FiveToNine,
        10..30 => Rarity::TenToTwentyNine,
        30.. => Rarity::ThirtyOrMore,
    }
}
