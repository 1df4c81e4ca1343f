//! What happens when the family takes a consent back? Decided here, in one place. (CON-07 to CON-12)

use crate::{
    Event, Refusal, choice::*, consent::Grant, ids::*, lots::circle::UnitStatus, now::Now, party::*,
    process::Process,
};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Takes back the consent for some units, or all.
#[derive(Debug, Clone)]
pub struct RevokeConsent {
    pub signatory: PersonId,
    /// Units to leave out; every called unit means that the coordination ends (CON-11).
    pub units: Vec<UnitId>,
    /// Who was told and records it, at once; oneself when signed in.
    pub told_to: PersonId,
}

/// In force when recorded. No form, no reason, and at any time: also while the process rests or after it
/// was closed. What the unit has been given stays given: released copies are its own documents (CON-08).
pub fn revoke(process: &Process, now: Now, command: RevokeConsent) -> Result<Vec<Event>, Refusal> {
    let RevokeConsent { signatory, units, told_to } = command;
    let today = now.today();
    if !process.may_revoke(signatory, today) {
        return Err(Refusal::NotASignatory);
    }
    let awaiting = process.summonses.awaiting().map(|(_, text)| text);
    let known = |unit: &UnitId| {
        process.consents.grants().iter().any(|grant| grant.scope.contains_key(unit))
            || awaiting.is_some_and(|text| text.covers(*unit))
    };
    if units.is_empty() || !units.iter().all(known) {
        return Err(Refusal::NothingToRevoke);
    }
    // Pressing the button twice, or when all has ended anyway, is not an error.
    if process.has_ended_for_good(today) {
        return Ok(vec![]);
    }
    let units: Vec<UnitId> =
        units.into_iter().filter(|unit| process.may_leave_out(*unit, signatory, today)).collect();
    if units.is_empty() {
        return Err(Refusal::NotASignatory);
    }
    Ok(process.leaving(&units, signatory, told_to, now))
}

#[derive(Debug, Clone, Copy)]
pub struct RevokeKind {
    pub signatory: PersonId,
    pub unit: UnitId,
    pub kind: InformationKind,
    pub told_to: PersonId,
}

/// New text of that kind may no longer go to that unit; what it has stays as it is (CON-09). A unit to
/// which no kind may go any more has left.
pub fn revoke_kind(process: &Process, now: Now, command: RevokeKind) -> Result<Vec<Event>, Refusal> {
    let RevokeKind { signatory, unit, kind, told_to } = command;
    let today = now.today();
    if !process.may_revoke(signatory, today) {
        return Err(Refusal::NotASignatory);
    }
    if !process.admits(unit, today) {
        return Err(Refusal::NothingToRevoke);
    }
    let kinds = process.kinds_for(unit, today);
    if !kinds.contains(&kind) {
        return Ok(vec![]);
    }
    let theirs = |grant: &Grant| {
        grant.scope.get(&unit).is_some_and(|kinds| kinds.contains(&kind))
            && grant.is_withdrawn_by(signatory, process.child())
    };
    if !process.grants_for(unit, today).any(theirs) {
        return Err(Refusal::NotASignatory);
    }
    if kinds.len() == 1 {
        return Ok(process.leaving(&[unit], signatory, told_to, now));
    }
    let revoked = Event::InformationKindRevoked { signatory, unit, kind, told_to, at: now.local };
    let awaiting = process.summonses.awaiting().is_some_and(|(_, text)| text.covers(unit));
    let reopened = process.reopened(ReopenReason::ScopeChanged).filter(|_| awaiting);
    Ok(std::iter::once(revoked).chain(reopened).collect())
}

impl Process {
    /// Ended, and not only by a birthday after which a young adult can take it up again.
    pub(crate) fn has_ended_for_good(&self, on: Date) -> bool {
        self.is_over(on) && !self.may_be_taken_up_by_young_adult(on)
    }

    /// Whether this person can leave the unit out: not if it is in by what a mature child has signed alone, and by
    /// nothing else (CON-17).
    pub(crate) fn may_leave_out(&self, unit: UnitId, person: PersonId, on: Date) -> bool {
        let theirs = |grant: &Grant| grant.is_withdrawn_by(person, self.child());
        !self.admits(unit, on) || self.grants_for(unit, on).any(theirs)
    }

    /// Whether the unit has a consent that this person's withdrawal leaves nothing of. One that has run out counts:
    /// what was withdrawn is not waited for to be renewed (CON-07, CON-24).
    pub(crate) fn would_leave(&self, unit: UnitId, by: PersonId, on: Date) -> bool {
        let child = self.child();
        if self.admits(unit, on) {
            return self.grants_for(unit, on).all(|grant| grant.is_withdrawn_by(by, child));
        }
        let mut unrevoked = self.consents.unrevoked(unit).peekable();
        unrevoked.peek().is_some() && unrevoked.all(|grant| grant.is_withdrawn_by(by, child))
    }

    /// The summons that awaits signature is opened again, if there is one: something it says no longer
    /// holds (T4r). After the closing none is signed any more.
    pub(crate) fn reopened(&self, reason: ReopenReason) -> Option<Event> {
        let awaiting = self.summonses.awaiting().filter(|_| self.ending.closed.is_none());
        awaiting.map(|(summons, _)| Event::SummonsReopened { summons, reason })
    }

    /// Everything that follows when the family leaves units out: each loses its consent, the plan and the
    /// meetings follow, a summons that still names it cannot be signed, and if no called unit remains
    /// the coordination ends (CON-11).
    pub(crate) fn leaving(&self, units: &[UnitId], by: PersonId, told_to: PersonId, now: Now) -> Vec<Event> {
        let on = now.today();
        let units: BTreeSet<UnitId> = units.iter().copied().collect();
        let gone: BTreeSet<UnitId> =
            units.iter().copied().filter(|unit| self.would_leave(*unit, by, on)).collect();
        // In by what this person takes back and by what the child alone has signed: it is in by that (CON-17).
        let stay: BTreeSet<UnitId> =
            units.difference(&gone).copied().filter(|unit| self.admits(*unit, on)).collect();
        let revoked =
            |unit: &UnitId| Event::ConsentRevoked { signatory: by, unit: *unit, told_to, at: now.local };
        let mut events: Vec<Event> = stay.iter().map(revoked).collect();
        for unit in &gone {
            events.push(revoked(unit));
            events.extend(self.consequences_of_leaving(*unit));
        }
        if self.ending.closed.is_some() {
            return events;
        }
        let in_circle = |unit: &&UnitId| {
            let wanted = self.circle.get(**unit).is_some_and(|entry| entry.status != UnitStatus::Struck);
            wanted && !stay.contains(*unit)
        };
        events.extend(units.iter().filter(in_circle).map(|unit| Event::UnitStruck { unit: *unit, by }));
        let named = |text: &crate::lots::summons::Summons| units.iter().any(|unit| text.covers(*unit));
        if self.summonses.awaiting().is_some_and(|(_, text)| named(text)) {
            events.extend(self.reopened(ReopenReason::UnitsChanged));
        }
        events.extend(self.end_or_rest(&gone, now));
        events
    }

    /// What a unit's leaving does to the process as a whole.
    fn end_or_rest(&self, gone: &BTreeSet<UnitId>, now: Now) -> Option<Event> {
        let on = now.today();
        let consented = self.consented_units(on);
        let mut remaining =
            consented.iter().filter(|unit| **unit != self.opening.unit && !gone.contains(unit));
        // What had only run out ends nothing when it is taken back: that rests already.
        if consented.iter().any(|unit| gone.contains(unit)) && remaining.next().is_none() {
            let reason = DiscontinuedReason::ConsentWithdrawn;
            return Some(Event::ProcessDiscontinued { reason, on });
        }
        // Whoever leads the work is gone with the unit (T16).
        let lots = self.plan.lots.filter(|lots| lots.is_chosen());
        let led_by = lots.map_or(self.opening.unit, |lots| lots.unit);
        let rests = gone.contains(&led_by) && !self.ending.rests.contains_key(&PauseReason::NoLots);
        rests.then_some(Event::ProcessPaused { reason: PauseReason::NoLots, on })
    }

    /// What follows when a unit loses its consent: it leaves the meetings ahead, its lines in the
    /// plan are marked as outside the coordination, and if the Lots works there the Lots is gone (CON-08, CON-10).
    fn consequences_of_leaving(&self, unit: UnitId) -> Vec<Event> {
        let ahead = self.meetings.ahead().filter(|(_, meeting)| meeting.units.contains(&unit));
        let struck = ahead.map(|(meeting, _)| Event::UnitStruckFromMeeting { meeting, unit });
        let lines = self.plan.lines_of(unit);
        let outside = lines.map(|commitment| Event::CommitmentLeftCoordination { commitment, unit });
        let lots = [self.plan.lots, self.plan.next_lots].into_iter().flatten();
        let lots = lots.filter(|lots| lots.unit == unit).map(|lots| Event::LotsLeft { person: lots.person });
        struck.chain(outside).chain(lots).collect()
    }
}
