//! Which units does the family want called? (PRI-04)

use crate::{
    Event, Refusal, choice::ReopenReason, ids::*, lots::summons::SummonsStatus, now::Now,
    organisation::Organisation, process::Process,
};
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
    match process.circle.get(unit).map(|entry| entry.status) {
        // What the family has struck only the family takes up again (PRI-04).
        Some(UnitStatus::Struck) if !process.is_family(by, now.today()) => Err(Refusal::OnlyFamilyDecides),
        Some(UnitStatus::Struck) | None => Ok(vec![Event::UnitProposed { unit, by, question }]),
        Some(UnitStatus::Proposed | UnitStatus::ApprovedByFamily(_)) => Err(Refusal::UnitAlreadyProposed),
    }
}

#[derive(Debug, Clone, Copy)]
pub struct AnswerUnit {
    pub unit: UnitId,
    pub by: PersonId,
}

/// The family says yes to a proposed unit. A summons that awaits signature without it is opened
/// again, for it no longer says whom the family wants (T4r).
pub fn approve(process: &Process, now: Now, command: AnswerUnit) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let AnswerUnit { unit, by } = command;
    if !process.is_family(by, now.today()) {
        return Err(Refusal::OnlyFamilyDecides);
    }
    match process.circle.get(unit).map(|entry| entry.status) {
        None | Some(UnitStatus::Struck) => Err(Refusal::UnitNotProposed),
        Some(UnitStatus::ApprovedByFamily(_)) => Ok(vec![]),
        Some(UnitStatus::Proposed) => {
            let reopened = process.reopened(ReopenReason::UnitsChanged);
            Ok(std::iter::once(Event::UnitApproved { unit, by }).chain(reopened).collect())
        }
    }
}

/// The family proposes a unit and says yes to it in the same breath: whoever of them proposes it wants it
/// called (PRI-04).
pub fn propose_and_approve(
    process: &Process,
    organisation: &Organisation,
    now: Now,
    command: ProposeUnit,
) -> Result<Vec<Event>, Refusal> {
    let ProposeUnit { unit, by, .. } = command;
    let proposed = propose(process, organisation, now, command)?;
    if !process.is_family(by, now.today()) {
        return Err(Refusal::OnlyFamilyDecides);
    }
    let approved = Event::UnitApproved { unit, by };
    let reopened = process.reopened(ReopenReason::UnitsChanged);
    Ok(proposed.into_iter().chain([approved]).chain(reopened).collect())
}

/// The family strikes a unit, at any time. If consent for it already lives, striking it is a
/// revocation and has all the consequences of one (CON-07, CON-08).
pub fn strike(process: &Process, now: Now, command: AnswerUnit) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let AnswerUnit { unit, by } = command;
    let today = now.today();
    if !process.is_family(by, today) {
        return Err(Refusal::OnlyFamilyDecides);
    }
    match process.circle.get(unit).map(|entry| entry.status) {
        None => return Err(Refusal::UnitNotProposed),
        Some(UnitStatus::Struck) => return Ok(vec![]),
        Some(UnitStatus::Proposed | UnitStatus::ApprovedByFamily(_)) => {}
    }
    if process.admits(unit, today)
        && !(process.may_revoke(by, today) && process.may_leave_out(unit, by, today))
    {
        return Err(Refusal::NotASignatory);
    }
    let others = process
        .consented_units(today)
        .into_iter()
        .any(|other| other != unit && other != process.opening.unit);
    let leaves = process.admits(unit, today) && process.would_leave(unit, by, today);
    // With the initiator's own unit left out there is nobody to plan with.
    let can_plan = process.deliveries.is_empty() && !process.has_left(process.opening.unit);
    if can_plan && leaves && !others {
        // Nothing has been sent and nobody is left to send to: back to planning, not the end. What names the unit and
        // still awaits signature is opened again as well (T4r).
        let signed_or_naming = process.summonses.iter().filter(|(_, summons)| match summons.status {
            SummonsStatus::Active => true,
            SummonsStatus::AwaitingSignature => summons.covers(unit),
            SummonsStatus::Reopened => false,
        });
        let reopened = signed_or_naming
            .map(|(summons, _)| Event::SummonsReopened { summons, reason: ReopenReason::UnitsChanged });
        return Ok(std::iter::once(Event::UnitStruck { unit, by }).chain(reopened).collect());
    }
    Ok(process.leaving(&[unit], by, by, now))
}
