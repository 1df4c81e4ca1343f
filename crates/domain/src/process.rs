//! What is the state of one process? Folded from its events, and nothing else.

use crate::{
    choice::*,
    consent::Consents,
    event::Event,
    ids::*,
    lots::{
        circle::Circle, delivery::Deliveries, ending::Ending, meeting::Meetings, other_ground::OtherGrounds,
        plan::Plan, protection::Protection, summons::Summonses,
    },
    now::{age, birthday},
    party::*,
    samba::Samba,
};
use jiff::civil::Date;

/// What the register of persons knows about the child. Birth dates are personal data, so they
/// stand there and not in events; the fold gets them beside the events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChildFacts {
    pub born: Date,
    /// Protected identity of the child or a guardian.
    pub protected: bool,
}

/// How the process began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub child: PersonId,
    pub initiator: PersonId,
    pub unit: UnitId,
    pub previous: Option<ProcessId>,
    pub request: Option<RequestId>,
    pub on: Date,
}

/// One run of the Lots model for one child.
#[doc(alias = "lotsprocess")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    pub facts: ChildFacts,
    pub opening: Opening,
    pub custody: Custody,
    pub circle: Circle,
    pub pre_meeting: Option<PreMeeting>,
    pub summonses: Summonses,
    pub consents: Consents,
    pub deliveries: Deliveries,
    pub meetings: Meetings,
    pub plan: Plan,
    pub changes: Vec<Change>,
    pub deviations: Vec<Deviation>,
    pub delay: Option<Delay>,
    pub ending: Ending,
    pub protection: Protection,
    pub other_grounds: OtherGrounds,
    pub samba: Samba,
    /// How many events the state is folded from; the next one gets this number plus one.
    pub version: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreMeeting {
    pub held: PreMeetingHeld,
    pub note: FormText,
    pub participation: Participation,
    pub formulated_with: Vec<PersonId>,
    pub comments: Vec<(PersonId, TextId)>,
}

/// Something that changed between two meetings, and who has read of it (PRI-09).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub by: PersonId,
    pub text: TextId,
    pub on: Date,
    pub receivers: Vec<Receiver>,
    pub read_by: Vec<Receiver>,
}

/// Why a summons had been left lying on the day that it was flagged from (TIME-8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delay {
    pub reason: DelayReason,
    pub note: TextId,
    pub late_from: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    pub kind: DeviationKind,
    pub units: Vec<UnitId>,
    pub on: Date,
    pub feedback_due: Date,
}

impl Process {
    /// The state after `events`; `None` unless the first one opens a process.
    pub fn replay<'a>(facts: ChildFacts, events: impl IntoIterator<Item = &'a Event>) -> Option<Process> {
        let mut events = events.into_iter();
        let mut process = Process::opened(facts, events.next()?)?;
        for event in events {
            process.evolve(event);
        }
        Some(process)
    }

    pub fn age(&self, on: Date) -> i16 {
        age(self.facts.born, on)
    }

    pub fn adult_from(&self) -> Date {
        birthday(self.facts.born, 18)
    }

    pub fn is_adult(&self, on: Date) -> bool {
        on >= self.adult_from()
    }

    pub fn child(&self) -> PersonId {
        self.opening.child
    }

    /// The legal guardians that still are: custody ends at 00:00 on the 18th birthday (TIME-11, CON-25).
    pub fn guardians(&self, on: Date) -> impl Iterator<Item = PersonId> {
        let still = !self.is_adult(on);
        self.custody.legal().filter(move |_| still)
    }

    /// Child and guardians, as a party with the right to decide.
    pub fn family(&self, on: Date) -> Vec<PersonId> {
        std::iter::once(self.child()).chain(self.guardians(on)).collect()
    }

    pub fn is_family(&self, person: PersonId, on: Date) -> bool {
        person == self.child() || self.guardians(on).any(|guardian| guardian == person)
    }

    /// Units that take part today: consent lives, and the summons has been sent to them. The
    /// initiator's own unit takes part from the beginning of the consent.
    pub fn participating_units(&self, on: Date) -> Vec<UnitId> {
        let consented = self.consented_units(on);
        consented
            .into_iter()
            .filter(|unit| *unit == self.opening.unit || self.deliveries.of(*unit).is_some())
            .collect()
    }

    /// The units that take part, and the initiator's own, which is in from the start.
    pub fn receiving_units(&self, on: Date) -> Vec<UnitId> {
        let mut units = self.participating_units(on);
        if !units.contains(&self.opening.unit) {
            units.push(self.opening.unit);
        }
        units
    }

    /// All who must be told: every participating unit and everyone in the family (PRI-09).
    pub fn receivers(&self, on: Date) -> Vec<Receiver> {
        let family = self.family(on).into_iter().map(|person| Receiver::Family { person });
        let units = self.participating_units(on).into_iter().map(|unit| Receiver::Unit { unit });
        family.chain(units).collect()
    }

    /// Those who are told of something: everyone, but a guardian from whom whereabouts are hidden, who is told
    /// by a separate copy (PID-6).
    pub fn told_at_once(&self, on: Date) -> Vec<Receiver> {
        let hidden = |receiver: &Receiver| match receiver {
            Receiver::Family { person } => self.hides_whereabouts_from(*person),
            Receiver::Unit { .. } => false,
        };
        self.receivers(on).into_iter().filter(|receiver| !hidden(receiver)).collect()
    }

    /// Who leads the work today: the Lots once chosen, until then the initiator.
    pub fn lead(&self) -> PersonId {
        self.plan.lots_person().unwrap_or(self.opening.initiator)
    }

    /// The unit for which a person takes part: the initiator's, or the one that named the person.
    pub fn unit_of(&self, person: PersonId) -> Option<UnitId> {
        if person == self.opening.initiator {
            return Some(self.opening.unit);
        }
        self.deliveries.unit_of(person)
    }
}
