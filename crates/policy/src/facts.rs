//! What is there to know about somebody and a process, when it is ruled on?
//!
//! **Invariant:** a ruling depends on nothing else. The facts are few and each has few values, so a test tries all
//! there can be (`tests/exhaustion.rs`).

use crate::{Actor, Seat};
use domain::{BodyId, PartyId, PersonId, Process, UnitId};
use jiff::civil::Date;

/// How somebody belongs to the family, today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kin {
    #[default]
    None,
    Child,
    /// A legal guardian, until the 18th birthday (CON-25).
    Guardian,
}

/// How far a case has come that is taken to Samba, for one who works with it there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SambaTie {
    #[default]
    None,
    /// Somebody has made contact, and no consent lives.
    Contacted,
    /// A consent lives: for the coordinator one for any body, for a member one that names the body and the party.
    Consented,
}

/// What holds of one actor and one process on one day. What a seat cannot have is false.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Facts {
    // ---- of the family's seat
    pub kin: Kin,
    /// A guardian who must not learn where anybody is (PID-2).
    pub whereabouts_hidden: bool,

    // ---- of a seat at a unit
    /// The process began at this unit.
    pub home: bool,
    /// This person opened it. It counts only in a seat at the unit where it began.
    pub initiator: bool,
    /// This person is the chosen Lots, for this unit.
    pub lots: bool,
    /// The Lots who led it until the consent ran out, and can renew it (T16).
    pub led_until_it_ran_out: bool,
    /// This person chairs a meeting that is ahead, or whose plan is not released.
    pub chairs: bool,
    /// A consent that lives today names the unit.
    pub admitted: bool,
    /// A consent once named the unit, and none that lives does.
    pub ran_out: bool,
    /// Somebody has taken the consent for the unit back, and nobody has given it anew.
    pub left: bool,
    /// The summons has been sent to the unit.
    pub called: bool,
    /// The unit has named this person to take part.
    pub participant: bool,
    /// The same, also if the unit has left since.
    pub took_part: bool,
    /// The unit had left before the coordination ended.
    pub left_before_the_end: bool,
    /// The consent lets the unit read the plan of the process before (T19).
    pub earlier_plan: bool,
    /// Something is open to this person on another ground than consent (AC-10).
    pub disclosed_to: bool,

    // ---- of protection
    pub protected: bool,
    /// The unit's manager has named this person (PID-4).
    pub named_user: bool,
    /// The unit's manager has been asked to name somebody, and the consent covers the unit still.
    pub users_asked: bool,

    // ---- of Samba
    pub samba: SambaTie,
    /// The coordinator has a part of one's own in the process, or the case is that of a relative (PRI-15).
    pub involved: bool,

    // ---- of the process
    pub discontinued: bool,
    /// Ended by the 18th birthday alone, so that the young adult can take it up (CON-25).
    pub young_adult_may_take_it_up: bool,
}

impl Facts {
    pub fn of(actor: Actor, process: &Process, on: Date) -> Facts {
        let facts = Facts {
            protected: process.is_protected(),
            discontinued: process.discontinued(on).is_some(),
            young_adult_may_take_it_up: process.may_be_taken_up_by_young_adult(on),
            ..Facts::default()
        };
        match actor.seat {
            Seat::Family => facts.in_the_family(actor.person, process, on),
            Seat::Staff { unit, .. } => facts.at_a_unit(actor.person, unit, process, on),
            Seat::Manager { unit } => {
                let asked = process.protection.asked.contains_key(&unit);
                // What a withdrawal takes from the unit it takes from its manager as well (CON-08).
                let concerns = unit == process.opening.unit || process.admits(unit, on);
                Facts { users_asked: asked && concerns, ..facts }
            }
            Seat::SambaCoordinator => {
                let involved = is_involved(actor.person, process, on);
                Facts { samba: at_the_coordinator(process, on), involved, ..facts }
            }
            Seat::BodyMember { body, party, .. } => {
                Facts { samba: in_a_body(process, body, party, on), ..facts }
            }
            Seat::Ambassador { .. } | Seat::Coordinator | Seat::SteeringGroup | Seat::Administrator => facts,
        }
    }

    fn in_the_family(self, person: PersonId, process: &Process, on: Date) -> Facts {
        let kin = if person == process.child() {
            Kin::Child
        } else if process.guardians(on).any(|guardian| guardian == person) {
            Kin::Guardian
        } else {
            Kin::None
        };
        let whereabouts_hidden = kin == Kin::Guardian && process.hides_whereabouts_from(person);
        Facts { kin, whereabouts_hidden, ..self }
    }

    fn at_a_unit(self, person: PersonId, unit: UnitId, process: &Process, on: Date) -> Facts {
        let home = unit == process.opening.unit;
        let admitted = process.admits(unit, on);
        let once = process.consents.grants().iter().any(|grant| grant.scope.contains_key(&unit));
        let chosen = process.plan.lots.filter(|lots| lots.is_chosen());
        let lots = chosen.is_some_and(|lots| lots.person == person && lots.unit == unit);
        Facts {
            home,
            initiator: person == process.opening.initiator,
            lots,
            led_until_it_ran_out: lots && !admitted && process.lots_in_charge(on).is_some(),
            chairs: chairs(person, process),
            admitted,
            ran_out: once && !admitted,
            left: process.has_left(unit),
            called: process.deliveries.of(unit).is_some(),
            participant: process.deliveries.takes_part(unit, person),
            took_part: process.deliveries.has_taken_part(unit, person),
            left_before_the_end: process.has_been_revoked_before_the_end(unit),
            earlier_plan: process.admits_to_earlier_plan(unit, on),
            disclosed_to: process.disclosed_to(person, unit, on).next().is_some(),
            named_user: process.is_named_user(unit, person),
            ..self
        }
    }
}

/// Chairs a meeting that is ahead, or one whose plan has not yet been released.
fn chairs(person: PersonId, process: &Process) -> bool {
    let unreleased = process.plan.versions().next_back().filter(|(_, version)| version.released.is_none());
    process.meetings.iter().any(|(number, meeting)| {
        let open = meeting.is_ahead() || unreleased.is_some_and(|(_, version)| version.meeting == number);
        open && meeting.chair == person
    })
}

fn at_the_coordinator(process: &Process, on: Date) -> SambaTie {
    match process.samba.open_case() {
        None => SambaTie::None,
        Some((case, _)) if process.bodies_admitted(case, on).is_empty() => SambaTie::Contacted,
        Some(_) => SambaTie::Consented,
    }
}

/// A body knows of a case when it stands, or has stood, on an agenda of its own.
fn in_a_body(process: &Process, body: BodyId, party: PartyId, on: Date) -> SambaTie {
    let Some((number, case)) = process.samba.open_case() else { return SambaTie::None };
    let on_agenda = case.items.iter().any(|item| item.body == body);
    if on_agenda && process.admits_to_body(number, body, party, on) {
        SambaTie::Consented
    } else {
        SambaTie::None
    }
}

fn is_involved(person: PersonId, process: &Process, on: Date) -> bool {
    process.is_family(person, on)
        || person == process.opening.initiator
        || person == process.lead()
        || process.deliveries.unit_of(person).is_some()
}
