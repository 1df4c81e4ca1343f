//! Which units does the family want called? (PRI-04)

use crate::{Event, Refusal, ids::*, now::Now, organisation::Organisation, process::Process};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitStatus {
    Proposed,
    ApprovedByFamily(PersonId),
    Struck,
}

/// A unit that somebody has thought of, the question that would be put to it, and the family's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CircleUnit {
    pub status: UnitStatus,
    pub proposed_by: PersonId,
    pub question: TextId,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Circle(BTreeMap<UnitId, CircleUnit>);

impl Circle {
    pub(crate) fn propose(&mut self, unit: UnitId, by: PersonId, question: TextId) {
        self.0.insert(unit, CircleUnit { status: UnitStatus::Proposed, proposed_by: by, question });
    }

    pub(crate) fn approve(&mut self, unit: UnitId, by: PersonId) {
        self.set(unit, UnitStatus::ApprovedByFamily(by));
    }

    pub(crate) fn strike(&mut self, unit: UnitId) {
        self.set(unit, UnitStatus::Struck);
    }

    fn set(&mut self, unit: UnitId, status: UnitStatus) {
        if let Some(entry) = self.0.get_mut(&unit) {
            entry.status = status;
        }
    }

    pub fn get(&self, unit: UnitId) -> Option<&CircleUnit> {
        self.0.get(&unit)
    }

    pub fn iter(&self) -> impl Iterator<Item = (UnitId, &CircleUnit)> {
        self.0.iter().map(|(unit, entry)| (*unit, entry))
    }

    pub fn approved(&self) -> impl Iterator<Item = UnitId> {
        self.iter()
            .filter(|(_, entry)| matches!(entry.status, UnitStatus::ApprovedByFamily(_)))
            .map(|(unit, _)| unit)
    }

    pub fn unanswered(&self) -> impl Iterator<Item = UnitId> {
        self.iter().filter(|(_, entry)| entry.status == UnitStatus::Proposed).map(|(unit, _)| unit)
    }
}

/// Anyone at the planning table may propose a unit; only the family can let it in.
#[derive(Debug, Clone, Copy)]
pub struct ProposeUnit {
    pub unit: UnitId,
    pub by: PersonId,
    pub question: TextId,
}

pub fn propose(
    process: &Process,
    organisation: &Organisation,
    now: Now,
    command: ProposeUnit,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let ProposeUnit { unit, by, question } = command;
    if organisation.unit(unit).is_none() {
        return Err(Refusal::UnknownUnit);
    }
    if unit == process.opening.unit {
        return Err(Refusal::UnitTakesPartAlready);
    }
    if let Some(entry) = process.circle.get(unit)
        && entry.status != UnitStatus::Struck
    {
        return Err(Refusal::UnitAlreadyProposed);
    }
    Ok(vec![Event::UnitProposed { unit, by, question }])
}

#[derive(Debug, Clone, Copy)]
pub struct AnswerUnit {
    pub unit: UnitId,
    pub by: PersonId,
}

/// The family says yes to a proposed unit.
pub fn approve(process: &Process, now: Now, command: AnswerUnit) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let AnswerUnit { unit, by } = command;
    if !process.is_family(by, now.today()) {
        return Err(Refusal::OnlyFamilyDecides);
    }
    match process.circle.get(unit).map(|entry| entry.status) {
        None | Some(UnitStatus::Struck) => Err(Refusal::UnitNotProposed),
        Some(UnitStatus::ApprovedByFamily(_)) => Ok(vec![]),
        Some(UnitStatus::Proposed) => Ok(vec![Event::UnitApproved { unit, by }]),
    }
}

/// The family strikes a unit, at any time. If consent for it already lives, striking it is a
/// revocation and has all the consequences of one (CON-07, CON-08).
pub fn strike(process: &Process, now: Now, command: AnswerUnit) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let AnswerUnit { unit, by } = command;
    if !process.is_family(by, now.today()) {
        return Err(Refusal::OnlyFamilyDecides);
    }
    match process.circle.get(unit).map(|entry| entry.status) {
        None => return Err(Refusal::UnitNotProposed),
        Some(UnitStatus::Struck) => return Ok(vec![]),
        Some(UnitStatus::Proposed | UnitStatus::ApprovedByFamily(_)) => {}
    }
    let mut events = vec![Event::UnitStruck { unit, by }];
    events.extend(process.consequences_of_leaving(unit, by, by, now));
    Ok(events)
}
