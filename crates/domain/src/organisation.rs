//! Which units can be called, whose are they, and which secrecy rule holds there?
//!
//! The organisation is data (`data/organisation.toml`), read once at start and never changed while the
//! program runs. Another agreement area replaces the file, not the code. People and their seats live
//! elsewhere.

mod check;
mod file;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::ids::UnitId;

pub use check::{OrganisationFault, Problem};

/// One agreement area: its principals, administrations, unit types and units.
///
/// **Invariant:** every reference inside it leads somewhere and every id is unique. [`Organisation::parse`]
/// is the only way to make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    name: String,
    principals: Vec<Arc<Principal>>,
    administrations: Vec<Arc<Administration>>,
    unit_types: Vec<Arc<UnitType>>,
    /// In order of id.
    units: Vec<Unit>,
    acute_contacts: Vec<AcuteContact>,
    coordinator_homes: Vec<Arc<Administration>>,
}

/// The official code of a municipality (1290) or county (12); for other principals a number of our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PrincipalCode(pub u32);

/// Who answers for a unit in law.
#[doc(alias = "huvudman")]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Principal {
    pub code: PrincipalCode,
    pub kind: PrincipalKind,
    /// In full: "Kristianstads kommun".
    pub name: String,
    /// For lists: "Kristianstad".
    pub short_name: String,
    /// Whether the way on to the Samba coordinator exists here (T18).
    #[serde(default)]
    pub samba_enabled: bool,
}

/// The kinds of principal. Only a municipality or a region can have the overall responsibility for a plan
/// (SoL 10:8, HSL 16:4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrincipalKind {
    Municipality,
    Region,
    /// The owner of an independent school, or a private provider.
    Independent,
    /// State authorities, associations and others who can be invited.
    Other,
}

/// A municipal administration or a regional branch, to which units belong.
#[doc(alias = "förvaltning")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Administration {
    pub id: String,
    pub name: String,
    pub short_name: String,
    /// False where the name is a generic one that has yet to be replaced by the local name.
    pub name_confirmed: bool,
    pub principal: Arc<Principal>,
}

/// A kind of unit, with what the law says about secrecy there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitType {
    /// Stable code: `school_health_medical`.
    pub code: String,
    pub name: String,
    /// What units of the type are called in speech: "BUP", "socialtjänsten" (PRI-02).
    pub spoken: Vec<String>,
    pub secrecy: Secrecy,
    /// Social services in the sense of SoL 10:8: one of the two that the statutory plan needs.
    pub social_services: bool,
    pub school_address: SchoolAddress,
    /// False for those who can be invited but are bound by no agreement.
    pub bound: bool,
}

/// The rule that protects information once it has arrived at a unit: secrecy does not travel with the
/// data (OSL 7:2).
#[doc(alias = "sekretess")]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Secrecy {
    /// The law text: "OSL 23 kap. 1 §".
    pub rule: String,
    pub strength: SecrecyStrength,
}

impl UnitType {
    /// Health care in the sense of OSL 25:1, the medical part of school health with it.
    pub fn is_health_care(&self) -> bool {
        self.secrecy.rule.starts_with("OSL 25 kap. 1 §")
    }
}

/// How much a secrecy rule protects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecrecyStrength {
    /// Secret unless it is clear that disclosure does no harm.
    Strong,
    /// Secret if disclosure can be assumed to harm.
    Weaker,
    /// Only some information, and only for special reasons.
    VeryWeak,
    /// Staff of a private body: a personal duty of silence.
    DutyOfSilence,
    /// A rule of its own, to be asked about.
    OwnRule,
}

/// Whether a unit's address is one to which a school's copy may go (REL-3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolAddress {
    /// Not a school.
    NotSchool,
    /// A function of school health: strong secrecy.
    HealthFunction,
    /// The school in general: weaker secrecy, so sending there warns.
    General,
}

/// A service that can be called: one school, one clinic. The smallest unit of secrecy and consent.
#[doc(alias = "verksamhet")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    pub name: String,
    pub unit_type: Arc<UnitType>,
    pub administration: Arc<Administration>,
    /// The function inbox: receipt there starts the clock (TIME-3).
    pub inbox: String,
    /// The municipalities whose children come here.
    pub serves: Vec<PrincipalCode>,
    /// How many Lots ambassadors the unit has seats for: none, one or two.
    pub ambassador_seats: u8,
    pub profile: Profile,
}

/// What a unit tells about itself, to be read before a meeting (PRI-12). Plain Swedish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub mission: String,
    pub target_group: String,
    pub contributes: String,
    pub waiting_time: String,
    pub how_to_start: String,
}

/// Where to turn at once when there is danger: Lots is not meant for that (PRI-19).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcuteContact {
    pub name: String,
    pub phone: String,
    /// When to turn there.
    pub when: String,
}

impl Organisation {
    /// Reads and checks the text of an organisation file.
    ///
    /// # Errors
    /// The first fault found, with the place in the file.
    pub fn parse(text: &str) -> Result<Organisation, OrganisationFault> {
        check::read(text)
    }

    /// The name of the agreement area.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn unit(&self, id: UnitId) -> Option<&Unit> {
        self.units.binary_search_by_key(&id, |unit| unit.id).ok().map(|index| &self.units[index])
    }

    /// All units, in order of id.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    pub fn unit_types(&self) -> impl Iterator<Item = &UnitType> {
        self.unit_types.iter().map(Arc::as_ref)
    }

    pub fn administrations(&self) -> impl Iterator<Item = &Administration> {
        self.administrations.iter().map(Arc::as_ref)
    }

    pub fn principal(&self, code: PrincipalCode) -> Option<&Principal> {
        self.principals.iter().find(|principal| principal.code == code).map(Arc::as_ref)
    }

    /// The municipalities of the area, in the order of the file.
    pub fn municipalities(&self) -> impl Iterator<Item = &Principal> {
        self.principals
            .iter()
            .filter(|principal| principal.kind == PrincipalKind::Municipality)
            .map(Arc::as_ref)
    }

    /// The units that a child in this municipality can meet: its own, and others' that serve it.
    pub fn units_of(&self, municipality: PrincipalCode) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(move |unit| unit.serves.contains(&municipality))
    }

    /// Where to turn in danger, in the order of the file.
    pub fn acute_contacts(&self) -> &[AcuteContact] {
        &self.acute_contacts
    }

    /// The administrations where coordinators sit: none, one or many (REL-4).
    pub fn coordinator_homes(&self) -> impl Iterator<Item = &Administration> {
        self.coordinator_homes.iter().map(Arc::as_ref)
    }

    /// Whether social services are among `units`.
    pub fn has_social_services(&self, units: impl IntoIterator<Item = UnitId>) -> bool {
        self.any(units, Unit::is_social_services)
    }

    /// Whether both who are bound by the statutory plan are among `units`: the municipality's social
    /// services and the region's health care (SoL 10:8, HSL 16:4). School and school health take part by
    /// the local agreement and do not stand in for social services.
    pub fn both_principals(&self, units: impl IntoIterator<Item = UnitId> + Clone) -> bool {
        self.has_social_services(units.clone())
            && self.any(units, |unit| unit.principal().kind == PrincipalKind::Region)
    }

    /// Whether one of `units` belongs to a principal with the way on to the Samba coordinator (T18).
    pub fn samba_enabled(&self, units: impl IntoIterator<Item = UnitId>) -> bool {
        self.any(units, |unit| unit.principal().samba_enabled)
    }

    fn any(&self, units: impl IntoIterator<Item = UnitId>, holds: impl Fn(&Unit) -> bool) -> bool {
        units.into_iter().filter_map(|id| self.unit(id)).any(holds)
    }
}

impl Default for Organisation {
    /// The organisation file that is shipped with the program.
    fn default() -> Organisation {
        // Compiled in and parsed by a test: failing here is a programmer error.
        Organisation::parse(include_str!("../../../data/organisation.toml"))
            .expect("the shipped organisation is valid")
    }
}

impl Unit {
    pub fn principal(&self) -> &Principal {
        &self.administration.principal
    }

    /// Social services in the sense of SoL 10:8.
    pub fn is_social_services(&self) -> bool {
        self.unit_type.social_services
    }

    /// Whether a copy sent here should warn that secrecy is weaker than at school health (REL-3).
    pub fn is_general_school_address(&self) -> bool {
        self.unit_type.school_address == SchoolAddress::General
    }
}

impl std::fmt::Display for PrincipalCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}
