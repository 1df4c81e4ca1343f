//! Why does a process concern somebody at all?

use crate::{Actor, Ground, Seat};
use domain::{Process, UnitId};
use jiff::civil::Date;

/// Everything that ties one actor to one process on one day, strongest tie first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    pub family: Option<Ground>,
    pub initiator: bool,
    pub lots: bool,
    pub chair: bool,
    pub participant: Option<UnitId>,
    pub inbox: Option<UnitId>,
    pub took_part: Option<UnitId>,
    /// The initiator, once the child has turned 18: may prepare the young adult's own consent and hand
    /// over, and nothing else (CON-25).
    pub hands_over: bool,
}

impl Standing {
    pub fn grounds(&self) -> impl Iterator<Item = Ground> {
        let ties = [
            self.family,
            self.lots.then_some(Ground::Lots),
            self.initiator.then_some(Ground::Initiator),
            self.chair.then_some(Ground::Chair),
            self.participant.map(Ground::Participant),
            self.inbox.map(Ground::Inbox),
            self.hands_over.then_some(Ground::Initiator),
            self.took_part.map(Ground::TookPart),
        ];
        ties.into_iter().flatten()
    }
}

pub fn standing(actor: Actor, process: &Process, on: Date) -> Standing {
    match actor.seat {
        Seat::Family => family(actor, process, on),
        Seat::Staff { unit, inbox } => staff(actor, unit, inbox, process, on),
        Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => Standing::default(),
    }
}

/// The child always; a legal guardian until the 18th birthday (CON-25).
fn family(actor: Actor, process: &Process, on: Date) -> Standing {
    let family = if actor.person == process.child() {
        Some(Ground::Child)
    } else {
        process.guardians(on).any(|guardian| guardian == actor.person).then_some(Ground::Guardian)
    };
    Standing { family, ..Standing::default() }
}

/// A professional is tied through the unit in whose seat he or she is signed in. When the consent
/// for that unit is withdrawn, or the coordination has ended, no tie is left (CON-08, CON-11).
fn staff(actor: Actor, unit: UnitId, inbox: bool, process: &Process, on: Date) -> Standing {
    let person = actor.person;
    let own = unit == process.opening.unit;
    let initiator = own && person == process.opening.initiator;
    if process.discontinued(on).is_some() {
        let named = process.deliveries.has_taken_part(unit, person);
        let took_part = (initiator || named) && !process.has_been_revoked_before_the_end(unit);
        let hands_over = initiator && took_part && process.may_be_taken_up_by_young_adult(on);
        return Standing { took_part: took_part.then_some(unit), hands_over, ..Standing::default() };
    }
    if process.has_left(unit, on) {
        return Standing::default();
    }
    let lots = process.lots_in_charge(on).is_some_and(|lots| lots.person == person && lots.unit == unit);
    let called = !own && process.admits(unit, on) && process.deliveries.of(unit).is_some();
    let participant = called && process.deliveries.takes_part(unit, person);
    let chair = (initiator || lots || participant) && leads_a_meeting(actor, process);
    Standing {
        family: None,
        initiator,
        lots,
        chair,
        participant: (participant || initiator).then_some(unit),
        inbox: (called && inbox).then_some(unit),
        took_part: None,
        hands_over: false,
    }
}

/// Chairs a meeting that is ahead, or one whose plan has not yet been released.
fn leads_a_meeting(actor: Actor, process: &Process) -> bool {
    let unreleased = process.plan.versions().next_back().filter(|(_, version)| version.released.is_none());
    process.meetings.iter().any(|(number, meeting)| {
        let open = meeting.is_ahead() || unreleased.is_some_and(|(_, version)| version.meeting == number);
        open && meeting.chair == actor.person
    })
}
