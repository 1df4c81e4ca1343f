//! What happens when the family takes a consent back? Decided here, in one place. (CON-07 to CON-12)

use crate::{Event, Refusal, choice::*, ids::*, now::Now, party::*, process::Process};

/// Takes back the consent for some units, or all.
#[derive(Debug, Clone)]
pub struct RevokeConsent {
    pub signatory: PersonId,
    /// Units to leave out; every consented unit means that the coordination ends (CON-11).
    pub units: Vec<UnitId>,
    /// Who was told and records it, at once; oneself when signed in.
    pub told_to: PersonId,
}

/// In force when recorded. No form, no reason. What the unit has been given stays given: released
/// copies are its own documents (CON-08).
pub fn revoke(process: &Process, now: Now, command: RevokeConsent) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let RevokeConsent { signatory, units, told_to } = command;
    let today = now.today();
    if !process.may_revoke(signatory, today) {
        return Err(Refusal::NotASignatory);
    }
    let mut events = vec![];
    for unit in units {
        let ever = process.consents.grants().iter().any(|grant| grant.scope.contains_key(&unit));
        if !ever {
            return Err(Refusal::NothingToRevoke);
        }
        // Pressing the button twice is not an error.
        events.extend(process.consequences_of_leaving(unit, signatory, told_to, now));
    }
    let stays = |unit: &UnitId| {
        !events.iter().any(|event| matches!(event, Event::ConsentRevoked { unit: gone, .. } if gone == unit))
    };
    let remaining = process.consented_units(today).into_iter().filter(|unit| *unit != process.opening.unit);
    let somebody_left = !events.is_empty();
    if somebody_left && !remaining.into_iter().any(|unit| stays(&unit)) {
        events.push(Event::ProcessDiscontinued { reason: DiscontinuedReason::ConsentWithdrawn, on: today });
    }
    Ok(events)
}

#[derive(Debug, Clone, Copy)]
pub struct RevokeKind {
    pub signatory: PersonId,
    pub unit: UnitId,
    pub kind: InformationKind,
    pub told_to: PersonId,
}

/// New text of that kind may no longer go to that unit; what it has stays as it is (CON-09).
pub fn revoke_kind(process: &Process, now: Now, command: RevokeKind) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let RevokeKind { signatory, unit, kind, told_to } = command;
    if !process.may_revoke(signatory, now.today()) {
        return Err(Refusal::NotASignatory);
    }
    if !process.admits(unit, now.today()) {
        return Err(Refusal::NothingToRevoke);
    }
    if !process.kinds_for(unit, now.today()).contains(&kind) {
        return Ok(vec![]);
    }
    Ok(vec![Event::InformationKindRevoked { signatory, unit, kind, told_to, at: now.local }])
}

impl Process {
    /// What follows when a unit loses its consent: it leaves the meetings ahead, its lines in the
    /// plan are marked as outside the coordination, and if the Lots works there the Lots is gone (CON-08, CON-10).
    pub(crate) fn consequences_of_leaving(
        &self,
        unit: UnitId,
        signatory: PersonId,
        told_to: PersonId,
        now: Now,
    ) -> Vec<Event> {
        if !self.admits(unit, now.today()) {
            return vec![];
        }
        let mut events = vec![Event::ConsentRevoked { signatory, unit, told_to, at: now.local }];
        let ahead = self.meetings.ahead().filter(|(_, meeting)| meeting.units.contains(&unit));
        events.extend(ahead.map(|(meeting, _)| Event::UnitStruckFromMeeting { meeting, unit }));
        let lines = self.plan.lines_of(unit);
        events.extend(lines.map(|commitment| Event::CommitmentLeftCoordination { commitment, unit }));
        if let Some(lots) = &self.plan.lots
            && lots.unit == unit
        {
            events.push(Event::LotsLeft { person: lots.person });
        }
        events
    }
}

#[cfg(test)]
mod tests;
