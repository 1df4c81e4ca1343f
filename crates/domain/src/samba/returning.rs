//! How does the answer come back to Lots, and when is the case done with? (S14 to S16, 4.7, PRI-17)

use super::{
    SambaRefusal,
    case::Case,
    choice::{CaseEnd, FollowUpForm, ReturnTo, Sorting},
    consent::ends_without_consent,
    outcome::Outcome,
};
use crate::{Event, Refusal, event::samba::SambaEvent, ids::*, now::Now, process::Process};
use jiff::civil::Date;

#[derive(Debug, Clone, Copy)]
pub struct Return {
    pub case: CaseNo,
    pub to: ReturnTo,
    /// When the meeting that carries it on is held.
    pub on: Date,
    pub follow_up: FollowUpForm,
    pub follow_up_on: Date,
    pub by: PersonId,
}

/// Every question has its reply, and what was agreed is signed: the answer goes back, with a day (PRI-16, PRI-17).
pub fn give_back(process: &Process, now: Now, command: Return) -> Result<Vec<Event>, Refusal> {
    let Return { case: number, to, on, follow_up, follow_up_on, by } = command;
    let (case, today) = (process.samba_case(number, now)?, now.today());
    let (_, outcome) = case.conclusion().ok_or(SambaRefusal::NotConcluded)?;
    if let Some((question, _)) = case.open_questions().next() {
        return Err(SambaRefusal::QuestionUnanswered { question }.into());
    }
    let agreed = matches!(outcome, Outcome::ResponsibilityAgreement | Outcome::CostDistribution);
    if agreed && !process.samba.agreements_of(number).any(|(_, agreement)| agreement.is_in_force(today)) {
        return Err(SambaRefusal::AgreementNotInForce.into());
    }
    if on < today || follow_up_on < on {
        return Err(Refusal::DateBehind);
    }
    Ok(vec![Event::Samba(SambaEvent::SambaReturned {
        case: number,
        to,
        on,
        follow_up,
        follow_up_on,
        by,
        returned: today,
    })])
}

#[derive(Debug, Clone, Copy)]
pub struct FollowUpCase {
    pub case: CaseNo,
    pub form: FollowUpForm,
    pub result: TextId,
    pub reason: Option<TextId>,
    /// The decision lies inside the units' own powers.
    pub within_own_powers: bool,
    pub by: PersonId,
}

/// Professionals decide alone only with a reason, and only what lies within their own powers (4.7 b).
pub fn follow_up(process: &Process, now: Now, command: FollowUpCase) -> Result<Vec<Event>, Refusal> {
    let FollowUpCase { case: number, form, result, reason, within_own_powers, by } = command;
    let case = process.samba_case(number, now)?;
    let returned = case.returned.ok_or(SambaRefusal::NotReturned)?;
    if now.today() < returned.on {
        return Err(Refusal::MeetingNotYet { on: returned.on });
    }
    if form == FollowUpForm::OfficialsDecide && (reason.is_none() || !within_own_powers) {
        return Err(SambaRefusal::OwnPowersOnly.into());
    }
    let on = now.today();
    Ok(vec![Event::Samba(SambaEvent::SambaFollowedUp {
        case: number,
        form,
        result,
        reason,
        within_own_powers,
        by,
        on,
    })])
}

#[derive(Debug, Clone, Copy)]
pub struct NotifyFamily {
    pub case: CaseNo,
    pub person: PersonId,
    /// For the child, in words of its own.
    pub child_text: Option<TextId>,
    pub by: PersonId,
}

/// One of the family has been told what professionals decided alone; the child in words of its own.
pub fn notify(process: &Process, now: Now, command: NotifyFamily) -> Result<Vec<Event>, Refusal> {
    let NotifyFamily { case: number, person, child_text, by } = command;
    let case = process.samba_case(number, now)?;
    let follow_up = case.follow_ups.last().ok_or(SambaRefusal::NotFollowedUp)?;
    if !process.is_family(person, now.today()) {
        return Err(Refusal::NotASignatory);
    }
    if follow_up.told.iter().any(|(told, _)| *told == person) {
        return Ok(vec![]);
    }
    if person == process.child() && child_text.is_none() {
        return Err(Refusal::ChildSummaryMissing);
    }
    let on = now.today();
    Ok(vec![Event::Samba(SambaEvent::SambaFamilyNotified { case: number, person, child_text, by, on })])
}

/// Done with. Nothing that somebody is bound by or waits for is left (S16).
pub fn close(
    process: &Process,
    now: Now,
    number: CaseNo,
    end: CaseEnd,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let case = process.samba.case(number).ok_or(SambaRefusal::NoSuchCase)?;
    if !case.is_open() {
        return Ok(vec![]);
    }
    let today = now.today();
    if process.samba.agreements_of(number).any(|(_, agreement)| agreement.is_in_force(today)) {
        return Err(SambaRefusal::AgreementInForce.into());
    }
    let untreated = case.items.is_empty();
    let fits = match end {
        CaseEnd::AdviceGiven => case.sorting == Some(Sorting::Advice) && untreated,
        CaseEnd::LotsFirst => case.sorting == Some(Sorting::LotsFirst) && untreated,
        CaseEnd::RoutineDoesNotApply => case.routine.is_some_and(|(applies, _)| !applies) && untreated,
        CaseEnd::NoConsent => ends_without_consent(process, number) == Some(end) && untreated,
        CaseEnd::Adult => process.is_adult(today),
        CaseEnd::Done => {
            followed_up(process, case, now)?;
            true
        }
    };
    if !fits {
        return Err(SambaRefusal::CannotEndSo.into());
    }
    Ok(vec![Event::Samba(SambaEvent::SambaClosed { case: number, end, by, on: today })])
}

fn followed_up(process: &Process, case: &Case, now: Now) -> Result<(), SambaRefusal> {
    if case.returned.is_none() {
        return Err(SambaRefusal::NotReturned);
    }
    let follow_up = case.follow_ups.last().ok_or(SambaRefusal::NotFollowedUp)?;
    if follow_up.form != FollowUpForm::OfficialsDecide {
        return Ok(());
    }
    let told = |person: &PersonId| follow_up.told.iter().any(|(told, _)| told == person);
    match process.family(now.today()).into_iter().find(|person| !told(person)) {
        Some(person) => Err(SambaRefusal::FamilyNotTold { person }),
        None => Ok(()),
    }
}
