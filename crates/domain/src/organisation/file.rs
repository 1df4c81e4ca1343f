//! How is an organisation file laid out? The shape before anything is checked.

use serde::Deserialize;

use super::{AcuteContact, Principal, PrincipalCode, SchoolAddress, Secrecy};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationFile {
    pub name: String,
    /// Ids of administrations.
    #[serde(default)]
    pub coordinator_homes: Vec<String>,
    #[serde(default)]
    pub acute_contacts: Vec<AcuteContact>,
    pub principals: Vec<Principal>,
    pub administrations: Vec<AdministrationEntry>,
    pub unit_types: Vec<UnitTypeEntry>,
    pub units: Vec<UnitEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdministrationEntry {
    pub id: String,
    pub principal: PrincipalCode,
    pub name: String,
    pub short_name: String,
    #[serde(default)]
    pub name_confirmed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitTypeEntry {
    pub code: String,
    pub name: String,
    /// What units of this type are called in speech: "BUP", "socialtjänsten".
    #[serde(default)]
    pub spoken: Vec<String>,
    pub secrecy: Secrecy,
    #[serde(default)]
    pub social_services: bool,
    #[serde(default = "not_school")]
    pub school_address: SchoolAddress,
    #[serde(default = "bound")]
    pub bound: bool,
    /// What units of this type tell about themselves unless they say otherwise.
    #[serde(default)]
    pub profile: ProfileEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitEntry {
    pub id: u32,
    #[serde(rename = "type")]
    pub unit_type: String,
    pub administration: String,
    pub name: String,
    pub inbox: String,
    /// Defaults to the municipality that owns the unit.
    #[serde(default)]
    pub serves: Vec<PrincipalCode>,
    #[serde(default = "one_ambassador")]
    pub ambassador_seats: u8,
    #[serde(default)]
    pub profile: ProfileEntry,
}

#[derive(Deserialize, Default, Clone)]
#[serde(deny_unknown_fields)]
pub struct ProfileEntry {
    pub mission: Option<String>,
    pub target_group: Option<String>,
    pub contributes: Option<String>,
    pub waiting_time: Option<String>,
    pub how_to_start: Option<String>,
}

fn not_school() -> SchoolAddress {
    SchoolAddress::NotSchool
}

fn bound() -> bool {
    true
}

fn one_ambassador() -> u8 {
    1
}
