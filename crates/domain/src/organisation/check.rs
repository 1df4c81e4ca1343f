//! Is an organisation file whole, and where is it not?

use std::collections::BTreeSet;
use std::sync::Arc;

use super::file::{AdministrationEntry, OrganisationFile, ProfileEntry, UnitEntry, UnitTypeEntry};
use super::{Administration, Organisation, Principal, PrincipalCode, PrincipalKind, Profile, Unit, UnitType};
use crate::ids::UnitId;

const NAME_CHARACTERS_MAX: usize = 120;
const TEXT_CHARACTERS_MAX: usize = 600;
const ENTRIES_MAX: usize = 5_000;
const AMBASSADORS_MAX: u8 = 2;

/// What is wrong in an organisation file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("organisation file, {place}: {problem}")]
pub struct OrganisationFault {
    /// "units[3] (129004)", or the line and column for a file that is not readable at all.
    pub place: String,
    pub problem: Problem,
}

/// The ways in which an organisation file can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Not TOML, an unknown key or word, a missing value.
    #[error("{0}")]
    Unreadable(String),
    #[error("the id or code is used twice")]
    Duplicate,
    #[error("unknown unit type \"{0}\"")]
    UnknownUnitType(String),
    #[error("unknown administration \"{0}\"")]
    UnknownAdministration(String),
    #[error("unknown principal {0}")]
    UnknownPrincipal(PrincipalCode),
    #[error("{0} is no municipality, so no children come from there")]
    NotAMunicipality(PrincipalCode),
    #[error("serves no municipality")]
    ServesNobody,
    #[error("missing inbox: write the address of the unit's function inbox")]
    MissingInbox,
    #[error("two units share this inbox, so nobody could tell which of them received a summons")]
    SharedInbox,
    #[error("{0} is missing, here and in the unit type")]
    MissingProfile(&'static str),
    #[error("{0} is empty")]
    Empty(&'static str),
    #[error("{0} is longer than {1} characters")]
    TooLong(&'static str, usize),
    #[error("more than {ENTRIES_MAX} entries")]
    TooMany,
    #[error("at most {AMBASSADORS_MAX} ambassadors")]
    TooManyAmbassadors,
    #[error("only a municipality can have the way to Samba")]
    SambaOutsideMunicipality,
    #[error(
        "a coordinator's home needs social services in it, otherwise OSL 26:1 does not hold there (REL-4)"
    )]
    CoordinatorWithoutSecrecy,
}

/// Reads, checks and connects.
pub fn read(text: &str) -> Result<Organisation, OrganisationFault> {
    let file: OrganisationFile = toml::from_str(text)
        .map_err(|error| at("the file")(Problem::Unreadable(error.to_string().trim_end().to_owned())))?;
    text_ok("name", &file.name, NAME_CHARACTERS_MAX).map_err(at("the top"))?;
    let lengths =
        [file.principals.len(), file.administrations.len(), file.unit_types.len(), file.units.len()];
    if lengths.into_iter().any(|length| length > ENTRIES_MAX) {
        return Err(at("the file")(Problem::TooMany));
    }
    let principals = principals(file.principals)?;
    let administrations = administrations(file.administrations, &principals)?;
    let unit_types = unit_types(&file.unit_types)?;
    let known = Known { principals: &principals, administrations: &administrations, unit_types: &unit_types };
    let units = units(file.units, &file.unit_types, &known)?;
    for (index, contact) in file.acute_contacts.iter().enumerate() {
        let place = format!("acute_contacts[{index}]");
        for (field, text) in [("name", &contact.name), ("phone", &contact.phone), ("when", &contact.when)] {
            text_ok(field, text, TEXT_CHARACTERS_MAX).map_err(at(&place))?;
        }
    }
    let coordinator_homes = coordinator_homes(&file.coordinator_homes, &administrations, &units)?;
    Ok(Organisation {
        name: file.name,
        principals,
        administrations,
        unit_types,
        units,
        acute_contacts: file.acute_contacts,
        coordinator_homes,
    })
}

struct Known<'a> {
    principals: &'a [Arc<Principal>],
    administrations: &'a [Arc<Administration>],
    unit_types: &'a [Arc<UnitType>],
}

fn principals(entries: Vec<Principal>) -> Result<Vec<Arc<Principal>>, OrganisationFault> {
    let mut seen = BTreeSet::new();
    for (index, entry) in entries.iter().enumerate() {
        let fault = at(&format!("principals[{index}] ({})", entry.code));
        let ok = text_ok("name", &entry.name, NAME_CHARACTERS_MAX)
            .and_then(|()| text_ok("short_name", &entry.short_name, NAME_CHARACTERS_MAX));
        ok.map_err(&fault)?;
        if !seen.insert(entry.code) {
            return Err(fault(Problem::Duplicate));
        }
        if entry.samba_enabled && entry.kind != PrincipalKind::Municipality {
            return Err(fault(Problem::SambaOutsideMunicipality));
        }
    }
    Ok(entries.into_iter().map(Arc::new).collect())
}

fn administrations(
    entries: Vec<AdministrationEntry>,
    principals: &[Arc<Principal>],
) -> Result<Vec<Arc<Administration>>, OrganisationFault> {
    let mut seen = BTreeSet::new();
    let connect = |(index, entry): (usize, AdministrationEntry)| {
        let fault = at(&format!("administrations[{index}] ({})", entry.id));
        text_ok("id", &entry.id, NAME_CHARACTERS_MAX).map_err(&fault)?;
        text_ok("name", &entry.name, NAME_CHARACTERS_MAX).map_err(&fault)?;
        text_ok("short_name", &entry.short_name, NAME_CHARACTERS_MAX).map_err(&fault)?;
        if !seen.insert(entry.id.clone()) {
            return Err(fault(Problem::Duplicate));
        }
        let principal = principals
            .iter()
            .find(|principal| principal.code == entry.principal)
            .ok_or_else(|| fault(Problem::UnknownPrincipal(entry.principal)))?;
        Ok(Arc::new(Administration {
            id: entry.id,
            name: entry.name,
            short_name: entry.short_name,
            name_confirmed: entry.name_confirmed,
            principal: Arc::clone(principal),
        }))
    };
    entries.into_iter().enumerate().map(connect).collect()
}

fn unit_types(entries: &[UnitTypeEntry]) -> Result<Vec<Arc<UnitType>>, OrganisationFault> {
    let mut seen = BTreeSet::new();
    let connect = |(index, entry): (usize, &UnitTypeEntry)| {
        let fault = at(&format!("unit_types[{index}] ({})", entry.code));
        text_ok("code", &entry.code, NAME_CHARACTERS_MAX).map_err(&fault)?;
        text_ok("name", &entry.name, NAME_CHARACTERS_MAX).map_err(&fault)?;
        text_ok("secrecy.rule", &entry.secrecy.rule, NAME_CHARACTERS_MAX).map_err(&fault)?;
        if !seen.insert(entry.code.clone()) {
            return Err(fault(Problem::Duplicate));
        }
        Ok(Arc::new(UnitType {
            code: entry.code.clone(),
            name: entry.name.clone(),
            spoken: entry.spoken.clone(),
            secrecy: entry.secrecy.clone(),
            social_services: entry.social_services,
            school_address: entry.school_address,
            bound: entry.bound,
        }))
    };
    entries.iter().enumerate().map(connect).collect()
}

fn units(
    entries: Vec<UnitEntry>,
    types: &[UnitTypeEntry],
    known: &Known,
) -> Result<Vec<Unit>, OrganisationFault> {
    let (mut ids, mut inboxes) = (BTreeSet::new(), BTreeSet::new());
    let mut units = Vec::with_capacity(entries.len());
    for (index, entry) in entries.into_iter().enumerate() {
        let fault = at(&format!("units[{index}] ({})", entry.id));
        if !ids.insert(entry.id) {
            return Err(fault(Problem::Duplicate));
        }
        if !inboxes.insert(entry.inbox.to_lowercase()) && !entry.inbox.trim().is_empty() {
            return Err(fault(Problem::SharedInbox));
        }
        units.push(unit(entry, types, known).map_err(fault)?);
    }
    units.sort_by_key(|unit| unit.id);
    Ok(units)
}

fn unit(entry: UnitEntry, types: &[UnitTypeEntry], known: &Known) -> Result<Unit, Problem> {
    text_ok("name", &entry.name, NAME_CHARACTERS_MAX)?;
    let position = types
        .iter()
        .position(|candidate| candidate.code == entry.unit_type)
        .ok_or_else(|| Problem::UnknownUnitType(entry.unit_type.clone()))?;
    let administration = known
        .administrations
        .iter()
        .find(|candidate| candidate.id == entry.administration)
        .ok_or_else(|| Problem::UnknownAdministration(entry.administration.clone()))?;
    if !entry.inbox.contains('@') {
        return Err(Problem::MissingInbox);
    }
    text_ok("inbox", &entry.inbox, NAME_CHARACTERS_MAX)?;
    if entry.ambassador_seats > AMBASSADORS_MAX {
        return Err(Problem::TooManyAmbassadors);
    }
    Ok(Unit {
        id: UnitId(entry.id),
        name: entry.name,
        unit_type: Arc::clone(&known.unit_types[position]),
        serves: serves(entry.serves, &administration.principal, known.principals)?,
        administration: Arc::clone(administration),
        inbox: entry.inbox,
        ambassador_seats: entry.ambassador_seats,
        profile: profile(entry.profile, &types[position].profile)?,
    })
}

fn serves(
    named: Vec<PrincipalCode>,
    owner: &Principal,
    principals: &[Arc<Principal>],
) -> Result<Vec<PrincipalCode>, Problem> {
    let named = match owner.kind {
        PrincipalKind::Municipality if named.is_empty() => vec![owner.code],
        PrincipalKind::Municipality
        | PrincipalKind::Region
        | PrincipalKind::Independent
        | PrincipalKind::Other => named,
    };
    if named.is_empty() {
        return Err(Problem::ServesNobody);
    }
    for code in &named {
        let principal = principals.iter().find(|principal| principal.code == *code);
        match principal.map(|principal| principal.kind) {
            None => return Err(Problem::UnknownPrincipal(*code)),
            Some(PrincipalKind::Municipality) => {}
            Some(PrincipalKind::Region | PrincipalKind::Independent | PrincipalKind::Other) => {
                return Err(Problem::NotAMunicipality(*code));
            }
        }
    }
    Ok(named)
}

/// Every unit ends up with a whole profile: its own words, or those of its type (PRI-12).
fn profile(own: ProfileEntry, of_type: &ProfileEntry) -> Result<Profile, Problem> {
    let pick = |field: &'static str, own: Option<String>, of_type: &Option<String>| {
        let text = own.or_else(|| of_type.clone()).ok_or(Problem::MissingProfile(field))?;
        text_ok(field, &text, TEXT_CHARACTERS_MAX)?;
        Ok(text)
    };
    Ok(Profile {
        mission: pick("profile.mission", own.mission, &of_type.mission)?,
        target_group: pick("profile.target_group", own.target_group, &of_type.target_group)?,
        contributes: pick("profile.contributes", own.contributes, &of_type.contributes)?,
        waiting_time: pick("profile.waiting_time", own.waiting_time, &of_type.waiting_time)?,
        how_to_start: pick("profile.how_to_start", own.how_to_start, &of_type.how_to_start)?,
    })
}

fn coordinator_homes(
    ids: &[String],
    administrations: &[Arc<Administration>],
    units: &[Unit],
) -> Result<Vec<Arc<Administration>>, OrganisationFault> {
    let home = |id: &String| {
        let fault = at(&format!("coordinator_homes ({id})"));
        let home = administrations
            .iter()
            .find(|candidate| candidate.id == *id)
            .ok_or_else(|| fault(Problem::UnknownAdministration(id.clone())))?;
        let protected = units.iter().any(|unit| unit.administration.id == *id && unit.is_social_services());
        if protected { Ok(Arc::clone(home)) } else { Err(fault(Problem::CoordinatorWithoutSecrecy)) }
    };
    ids.iter().map(home).collect()
}

fn text_ok(field: &'static str, text: &str, characters_max: usize) -> Result<(), Problem> {
    if text.trim().is_empty() {
        Err(Problem::Empty(field))
    } else if text.chars().count() > characters_max {
        Err(Problem::TooLong(field, characters_max))
    } else {
        Ok(())
    }
}

fn at(place: &str) -> impl Fn(Problem) -> OrganisationFault + use<> {
    let place = place.to_owned();
    move |problem| OrganisationFault { place: place.clone(), problem }
}
