//! How is a file of bodies laid out? The shape before anything is checked.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Party, Place, StandingItem};
use crate::{
    ids::BodyId,
    organisation::PrincipalCode,
    samba::{cadence::Rhythm, outcome::Outcome},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodiesFile {
    pub municipalities: Vec<PrincipalCode>,
    #[serde(default)]
    pub parties: Vec<Party>,
    #[serde(default)]
    pub bodies: Vec<BodyEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyEntry {
    pub id: BodyId,
    pub code: String,
    pub name: String,
    pub next: Option<BodyId>,
    pub outcomes: Vec<Outcome>,
    pub outcomes_deidentified: Vec<Outcome>,
    pub shares_costs: bool,
    #[serde(default = "ten_working_days")]
    pub answer_within: u32,
    pub members: Vec<Place>,
    pub cadence: CadenceEntry,
    #[serde(default)]
    pub standing_items: Vec<StandingItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CadenceEntry {
    pub every_weeks: Option<u32>,
    pub every_months: Option<u32>,
    pub from: Date,
}

impl CadenceEntry {
    /// The one rhythm that it names.
    pub fn rhythm(&self) -> Option<Rhythm> {
        match (self.every_weeks, self.every_months) {
            (Some(weeks), None) => Some(Rhythm::Weeks(weeks)),
            (None, Some(months)) => Some(Rhythm::Months(months)),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }
}

fn ten_working_days() -> u32 {
    10
}
