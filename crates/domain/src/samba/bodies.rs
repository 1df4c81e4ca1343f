//! Which bodies answer when Lots is not enough, who sits there, and what may they answer?
//!
//! Data (`data/samba.toml`), read once at start. Another municipality replaces the file, not the code.

mod check;
mod file;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::Deserialize;

use super::{
    cadence::{Cadence, Series, Slot},
    outcome::Outcome,
};
use crate::{
    calendar::Calendar,
    ids::{BodyId, PartyId, UnitId},
    organisation::{Organisation, PrincipalCode, Unit},
};

pub use check::{BodiesFault, Problem};

/// The bodies of one escalation and the parties that sit there.
///
/// **Invariant:** every reference inside it leads somewhere, no unit belongs to two parties, and the way from body
/// to body has an end. [`Bodies::parse`] is the only way to make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bodies {
    municipalities: Vec<PrincipalCode>,
    parties: Vec<Party>,
    bodies: Vec<Body>,
}

/// Who has places in the bodies: an administration or a branch of the region.
#[doc(alias = "part")]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    pub id: PartyId,
    /// Stable: `avf`.
    pub code: String,
    pub name: String,
    pub short_name: String,
    /// Whose units belong to the party. Empty: whichever administration.
    #[serde(default)]
    pub administrations: Vec<String>,
    /// Codes of the types of units that belong to it. Empty: whichever type.
    #[serde(default)]
    pub unit_types: Vec<String>,
}

/// Those who meet at fixed times to answer what is put to them.
#[doc(alias = "organ")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    pub id: BodyId,
    /// Stable: `council`.
    pub code: String,
    /// As in the middle of a sentence: "Samarbetsrådet".
    pub name: String,
    /// Where it lifts what it cannot solve.
    pub next: Option<BodyId>,
    /// What it may come to when it knows the child.
    pub outcomes: Vec<Outcome>,
    /// What it may come to when it does not.
    pub outcomes_deidentified: Vec<Outcome>,
    pub shares_costs: bool,
    /// Working days until an answer that is owed, unless another day is agreed.
    pub answer_within: u32,
    /// One place for each party.
    pub members: Vec<Place>,
    /// Until it is changed: see [`Series`].
    pub cadence: Cadence,
    pub standing_items: Vec<StandingItem>,
}

/// A party's place in a body, and the position of whoever sits there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub party: PartyId,
    pub title: String,
}

/// What stands on every agenda and is about no child.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingItem {
    /// Stable: `outlook`.
    pub code: String,
    pub name: String,
}

impl Bodies {
    /// Reads and checks the text of a file of bodies.
    ///
    /// # Errors
    /// The first fault found, with the place in the file.
    pub fn parse(text: &str, organisation: &Organisation) -> Result<Bodies, BodiesFault> {
        check::read(text, organisation)
    }

    /// In the order of the file.
    pub fn bodies(&self) -> &[Body] {
        &self.bodies
    }

    /// Where a question comes first: the one that none lifts to.
    pub fn first(&self) -> Option<&Body> {
        self.bodies.iter().find(|body| self.bodies.iter().all(|other| other.next != Some(body.id)))
    }

    /// The way of a question, from the first body to the last. It has an end (BOD-2).
    pub fn way(&self) -> impl Iterator<Item = &Body> {
        std::iter::successors(self.first(), |body| body.next.and_then(|next| self.body(next)))
    }

    pub fn body(&self, id: BodyId) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == id)
    }

    /// In the order of the file.
    pub fn parties(&self) -> &[Party] {
        &self.parties
    }

    pub fn party(&self, id: PartyId) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    /// The party that a unit belongs to: none for those who have no place in the bodies.
    pub fn party_of(&self, unit: UnitId, organisation: &Organisation) -> Option<PartyId> {
        let unit = organisation.unit(unit)?;
        self.parties.iter().find(|party| party.has(unit)).map(|party| party.id)
    }

    /// Whether questions about children who live there can come here.
    pub fn covers(&self, municipality: PrincipalCode) -> bool {
        self.municipalities.contains(&municipality)
    }
}

impl Default for Bodies {
    /// The file that is shipped with the program, for the organisation that is shipped with it.
    fn default() -> Bodies {
        // Compiled in and parsed by a test: failing here is a programmer error.
        Bodies::parse(include_str!("../../../../data/samba.toml"), &Organisation::default())
            .expect("the shipped bodies are valid")
    }
}

impl Party {
    fn has(&self, unit: &Unit) -> bool {
        let named = |list: &[String], own: &str| list.is_empty() || list.iter().any(|entry| entry == own);
        named(&self.administrations, &unit.administration.id) && named(&self.unit_types, &unit.unit_type.code)
    }
}

impl Body {
    /// The place of a party here.
    pub fn place(&self, party: PartyId) -> Option<&Place> {
        self.members.iter().find(|place| place.party == party)
    }

    /// Its fixed days from `from` to `to`, both included, by the cadence of its data.
    pub fn slots(&self, from: Date, to: Date, calendar: &Calendar) -> Vec<Slot> {
        Series::of(self.cadence).slots(from, to, calendar)
    }
}
