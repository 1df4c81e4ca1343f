//! How does it end, and how does one find the way back? (T14 to T18, PRI-18)

use crate::{Event, Refusal, choice::*, ids::*, lots::state::State, now::Now, party::*, process::Process};

/// Someone in the family agrees to closing.
pub fn agree(process: &Process, now: Now, by: PersonId) -> Result<Vec<Event>, Refusal> {
    must_be_closing(process, now)?;
    if !process.is_family(by, now.today()) {
        return Err(Refusal::OnlyFamilyDecides);
    }
    if process.ending.agreed_by.contains(&by) {
        return Ok(vec![]);
    }
    Ok(vec![Event::ClosingAgreed { by }])
}

fn must_be_closing(process: &Process, now: Now) -> Result<(), Refusal> {
    process.must_be_open(now)?;
    if process.ending.closing.is_none() { Err(Refusal::ClosingNotDecided) } else { Ok(()) }
}

/// "If it gets difficult again": what to do and whom to contact (PRI-18).
pub fn write_way_back(
    process: &Process,
    now: Now,
    text: TextId,
    contact: TextId,
) -> Result<Vec<Event>, Refusal> {
    must_be_closing(process, now)?;
    Ok(vec![Event::WayBackWritten { text, contact }])
}

#[derive(Debug, Clone, Copy)]
pub struct GiveWayBack {
    pub receiver: Receiver,
    pub by: PersonId,
}

pub fn give_way_back(process: &Process, now: Now, command: GiveWayBack) -> Result<Vec<Event>, Refusal> {
    must_be_closing(process, now)?;
    let GiveWayBack { receiver, by } = command;
    if process.ending.way_back.is_none() {
        return Err(Refusal::WayBackMissing);
    }
    if !process.receivers(now.today()).contains(&receiver) {
        return Err(Refusal::NotAParticipant);
    }
    if process.ending.way_back_given.contains(&receiver) {
        return Ok(vec![]);
    }
    Ok(vec![Event::WayBackGiven { receiver, by, on: now.today() }])
}

pub fn invite_feedback(process: &Process, now: Now) -> Result<Vec<Event>, Refusal> {
    must_be_closing(process, now)?;
    if process.ending.feedback_invited {
        return Ok(vec![]);
    }
    Ok(vec![Event::FeedbackInvited { on: now.today() }])
}

impl Process {
    /// Units that have a copy of the plan not yet put into their own record.
    pub fn units_with_unfiled_copies(&self, on: jiff::civil::Date) -> Vec<UnitId> {
        let units = self.participating_units(on).into_iter();
        let unfiled = |unit: &UnitId| {
            self.plan
                .copies
                .iter()
                .any(|copy| copy.receiver == (Receiver::Unit { unit: *unit }) && copy.filed_by.is_none())
        };
        units.filter(unfiled).collect()
    }
}

/// Closes the process: everyone has the way back, feedback is invited, each unit has filed its copy (T15).
pub fn close(process: &Process, now: Now) -> Result<Vec<Event>, Refusal> {
    must_be_closing(process, now)?;
    let on = now.today();
    let Some(reason) = process.ending.closing else { return Err(Refusal::ClosingNotDecided) };
    if !process.ending.agreed_by.iter().any(|person| process.is_family(*person, on)) {
        return Err(Refusal::FamilyHasNotAgreed);
    }
    if process.ending.way_back.is_none() {
        return Err(Refusal::WayBackMissing);
    }
    let due = process.receivers(on);
    if let Some(receiver) = due.into_iter().find(|receiver| !process.ending.way_back_given.contains(receiver))
    {
        return Err(Refusal::WayBackNotGiven { receiver });
    }
    if !process.ending.feedback_invited {
        return Err(Refusal::FeedbackNotInvited);
    }
    if process.plan.versions().next_back().is_some_and(|(_, version)| version.released.is_none()) {
        return Err(Refusal::PlanNotReleased);
    }
    if let Some(unit) = process.units_with_unfiled_copies(on).first() {
        return Err(Refusal::CopyNotFiled { unit: *unit });
    }
    Ok(vec![Event::ProcessClosed { reason, on }])
}

/// Whoever in the family ends the coordination or lets it rest could also take all of the consent back: what a
/// mature child has agreed to alone is nobody else's to stop (CON-12, CON-17).
fn must_be_theirs_to_stop(process: &Process, now: Now, by: PersonId) -> Result<(), Refusal> {
    let on = now.today();
    let family = by == process.child() || process.custody.legal().any(|guardian| guardian == by);
    if family && !process.may_stop(by, on) {
        return Err(Refusal::NotASignatory);
    }
    Ok(())
}

/// The family asks for a break (T16).
pub fn pause(process: &Process, now: Now, by: PersonId) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    must_be_theirs_to_stop(process, now, by)?;
    if process.ending.rests.contains_key(&PauseReason::FamilyAsks) {
        return Ok(vec![]);
    }
    Ok(vec![Event::ProcessPaused { reason: PauseReason::FamilyAsks, on: now.today() }])
}

/// The family goes on, or the cause is gone. Without anybody who leads, or without consent, it is not (T16).
pub fn resume(process: &Process, now: Now) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let on = now.today();
    // Until the first meeting the initiator leads, and may be back with a new consent.
    let led = process.plan.lots_person().is_some()
        || (process.meetings.held_count() == 0 && process.admits(process.opening.unit, on));
    let gone = |reason| match reason {
        PauseReason::FamilyAsks => true,
        PauseReason::NoLots => led,
        PauseReason::ConsentIncomplete => false,
    };
    let mut rests = process.ending.rests.keys().copied();
    if rests.clone().any(gone) {
        return Ok(process.without_causes(gone, on));
    }
    match (rests.any(|reason| reason == PauseReason::NoLots), process.paused(on)) {
        (true, _) => Err(Refusal::LotsNotChosen),
        (false, Some(_)) => Err(Refusal::ConsentRanOut),
        (false, None) => Ok(vec![]),
    }
}

impl Process {
    /// Some causes are gone; the others go on from the day that they began.
    pub(crate) fn without_causes(
        &self,
        gone: impl Fn(PauseReason) -> bool,
        on: jiff::civil::Date,
    ) -> Vec<Event> {
        let others = self.ending.rests.iter().filter(|(reason, _)| !gone(**reason));
        let others = others.map(|(reason, since)| Event::ProcessPaused { reason: *reason, on: *since });
        std::iter::once(Event::ProcessResumed { on }).chain(others).collect()
    }
}

/// The family ends it, or the child turns out to be outside the target group (T17).
pub fn discontinue(
    process: &Process,
    now: Now,
    reason: DiscontinuedReason,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    must_be_theirs_to_stop(process, now, by)?;
    match reason {
        DiscontinuedReason::FamilyEnds | DiscontinuedReason::OutsideTargetGroup => {
            Ok(vec![Event::ProcessDiscontinued { reason, on: now.today() }])
        }
        // Time brings these about, or a withdrawn consent.
        DiscontinuedReason::ConsentWithdrawn
        | DiscontinuedReason::TurnedEighteen
        | DiscontinuedReason::PausedTooLong => Err(Refusal::NotDecidedHere),
    }
}

/// Whether the process can be taken up again as a new one, with a link back: only when it is over (T19).
pub fn restart_must_be_possible(process: &Process, now: Now) -> Result<(), Refusal> {
    match process.state(now.today()) {
        State::Closed | State::Discontinued => Ok(()),
        State::Draft
        | State::Prepared
        | State::AwaitingSignature
        | State::ReadyToSend
        | State::Summoned
        | State::InitialBooked
        | State::InitialHeld
        | State::Assessing
        | State::Active
        | State::Closing
        | State::Paused => Err(Refusal::NotOver),
    }
}

/// The young adult has been given what was planned, to carry on from (S11).
pub fn give_hand_over(process: &Process, now: Now) -> Result<Vec<Event>, Refusal> {
    if !process.flags(now.today()).young_adult_soon && !process.is_adult(now.today()) {
        return Err(Refusal::NotSoonAdult);
    }
    if process.ending.hand_over.is_some() {
        return Ok(vec![]);
    }
    Ok(vec![Event::HandOverGiven { on: now.today() }])
}
