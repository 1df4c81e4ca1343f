//! Can the demo world be built of these people?

use std::collections::{BTreeMap, BTreeSet};

use domain::{TextId, UnitId, organisation::Organisation};
use jiff::civil::Date;
use uuid::Uuid;

use super::{DemoPeople, FamilyEntry, RoleWord, SeatEntry};

const NAME_CHARACTERS_MAX: usize = 120;
/// More seats than the sign-in page of the demo offers.
const SEATS_MAX: usize = 200;
const ADULT_YEARS: u16 = 18;

/// What is wrong in a file of people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeopleFault {
    #[error("the file of people cannot be read: {0}")]
    Unreadable(String),
    #[error("the key \"{0}\" is used twice")]
    KeyTwice(String),
    #[error("{0}: a name has 1 to {NAME_CHARACTERS_MAX} characters")]
    BadName(String),
    #[error("{0}: the organisation has no unit {1}")]
    UnknownUnit(String, UnitId),
    #[error("{0}: a seat as staff, manager or ambassador is in a unit, and no other seat is")]
    UnitAndRoleDisagree(String),
    #[error("{0}: a member of a body has a place there, and nobody else has")]
    PlaceAndRoleDisagree(String),
    #[error("{0}: only staff look after an inbox")]
    InboxWithoutStaff(String),
    #[error("unit {0} has nobody at its inbox, so nothing sent there would be read")]
    NobodyAtInbox(UnitId),
    #[error("unit {0} has more ambassadors than seats for them")]
    TooManyAmbassadors(UnitId),
    #[error("{0}: there is no such municipality")]
    UnknownMunicipality(String),
    #[error("{0}: the guardians do not fit the form of custody")]
    CustodyDoesNotAddUp(String),
    #[error("{0}: a guardian is grown up")]
    GuardianTooYoung(String),
    #[error("{0}: an age is years, months below 12 and days below 31")]
    BadAge(String),
    #[error("more than {SEATS_MAX} seats")]
    TooManySeats,
}

pub fn check(people: &DemoPeople, organisation: &Organisation) -> Result<(), PeopleFault> {
    names_and_keys(people)?;
    for member in &people.staff {
        for seat in &member.seats {
            seat_fits(&member.key, *seat, organisation)?;
        }
    }
    units_are_manned(people, organisation)?;
    people.families.iter().try_for_each(|family| family_fits(family, organisation))?;
    let relatives = people.families.iter().flat_map(FamilyEntry::everybody).filter(|one| one.signs_in);
    let seats = people.staff.iter().map(|member| member.seats.len()).sum::<usize>() + relatives.count();
    if seats > SEATS_MAX { Err(PeopleFault::TooManySeats) } else { Ok(()) }
}

fn names_and_keys(people: &DemoPeople) -> Result<(), PeopleFault> {
    let staff = people.staff.iter().map(|member| (&member.key, &member.name));
    let families = people.families.iter().map(|family| (&family.key, &family.name));
    let relatives = people.families.iter().flat_map(FamilyEntry::everybody);
    let relatives = relatives.map(|relative| (&relative.key, &relative.name));
    let mut seen = BTreeSet::new();
    for (key, name) in staff.chain(families).chain(relatives) {
        if !seen.insert(key) {
            return Err(PeopleFault::KeyTwice(key.clone()));
        }
        if name.trim().is_empty() || name.chars().count() > NAME_CHARACTERS_MAX {
            return Err(PeopleFault::BadName(key.clone()));
        }
    }
    Ok(())
}

fn seat_fits(key: &str, seat: SeatEntry, organisation: &Organisation) -> Result<(), PeopleFault> {
    if seat.role.role().is_in_unit() != seat.unit.is_some() {
        return Err(PeopleFault::UnitAndRoleDisagree(key.to_owned()));
    }
    if (seat.role == RoleWord::BodyMember) != seat.place.is_some() {
        return Err(PeopleFault::PlaceAndRoleDisagree(key.to_owned()));
    }
    if seat.inbox && seat.role != RoleWord::Staff {
        return Err(PeopleFault::InboxWithoutStaff(key.to_owned()));
    }
    match seat.unit.filter(|unit| organisation.unit(*unit).is_none()) {
        Some(unit) => Err(PeopleFault::UnknownUnit(key.to_owned(), unit)),
        None => Ok(()),
    }
}

fn units_are_manned(people: &DemoPeople, organisation: &Organisation) -> Result<(), PeopleFault> {
    let mut at_inbox = BTreeSet::new();
    let mut ambassadors: BTreeMap<UnitId, u8> = BTreeMap::new();
    for seat in people.staff.iter().flat_map(|member| &member.seats) {
        let Some(unit) = seat.unit else { continue };
        if seat.inbox {
            at_inbox.insert(unit);
        }
        if seat.role == RoleWord::Ambassador {
            *ambassadors.entry(unit).or_default() += 1;
        }
    }
    for unit in organisation.units() {
        if !at_inbox.contains(&unit.id) {
            return Err(PeopleFault::NobodyAtInbox(unit.id));
        }
        if ambassadors.get(&unit.id).is_some_and(|count| *count > unit.ambassador_seats) {
            return Err(PeopleFault::TooManyAmbassadors(unit.id));
        }
    }
    Ok(())
}

fn family_fits(family: &FamilyEntry, organisation: &Organisation) -> Result<(), PeopleFault> {
    if organisation.municipalities().all(|municipality| municipality.code != family.municipality) {
        return Err(PeopleFault::UnknownMunicipality(family.key.clone()));
    }
    if !family.custody(Date::MIN, TextId(Uuid::nil())).adds_up() {
        return Err(PeopleFault::CustodyDoesNotAddUp(family.key.clone()));
    }
    for relative in family.everybody() {
        let [_, months, days] = relative.age;
        if months > 11 || days > 30 {
            return Err(PeopleFault::BadAge(relative.key.clone()));
        }
    }
    match family.guardians.iter().find(|guardian| guardian.age[0] < ADULT_YEARS) {
        Some(guardian) => Err(PeopleFault::GuardianTooYoung(guardian.key.clone())),
        None => Ok(()),
    }
}
