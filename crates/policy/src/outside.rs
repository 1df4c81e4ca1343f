//! Who may do what that concerns no single process? (T1, T1b, AC-12, BOD-4, DESK-1, DESK-3)

use crate::{Actor, Denial, Ground, Seat};
use domain::{BodyId, PersonId, UnitId};

/// Any professional who meets the child may open a process, for the unit of the seat (T1).
///
/// # Errors
/// `Forbidden` in every other seat.
pub fn may_open(actor: Actor) -> Result<UnitId, Denial> {
    match actor.seat {
        Seat::Staff { unit, .. } => Ok(unit),
        Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => Err(Denial::Forbidden),
    }
}

/// The child and its legal guardians may ask for a process (T1b).
///
/// # Errors
/// `Hidden` for everyone else: whether the child is known here is itself a secret.
pub fn may_ask(actor: Actor, child: PersonId, legal_guardians: &[PersonId]) -> Result<Ground, Denial> {
    if actor.seat != Seat::Family {
        Err(Denial::Hidden)
    } else if actor.person == child {
        Ok(Ground::Child)
    } else if legal_guardians.contains(&actor.person) {
        Ok(Ground::Guardian)
    } else {
        Err(Denial::Hidden)
    }
}

/// Whoever looks after the inbox of the unit that was asked reads the request and answers it (T1b).
///
/// # Errors
/// `Hidden` for everyone else.
pub fn may_answer_request(actor: Actor, unit: UnitId) -> Result<Ground, Denial> {
    match actor.seat {
        Seat::Staff { unit: own, inbox: true } if own == unit => Ok(Ground::Inbox(unit)),
        Seat::Staff { .. }
        | Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => Err(Denial::Hidden),
    }
}

/// The manager of a unit reviews what its own people have looked at (AC-12, PDL 4:3). The log names no child.
///
/// # Errors
/// `Hidden` for everyone else.
pub fn may_review(actor: Actor) -> Result<UnitId, Denial> {
    match actor.seat {
        Seat::Manager { unit } => Ok(unit),
        Seat::Staff { .. }
        | Seat::Family
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => Err(Denial::Hidden),
    }
}

/// The Samba coordinator convenes the bodies and writes their minutes (BOD-4).
///
/// # Errors
/// `Hidden` for everyone else.
pub fn may_convene(actor: Actor) -> Result<(), Denial> {
    match actor.seat {
        Seat::SambaCoordinator => Ok(()),
        Seat::BodyMember { .. }
        | Seat::Staff { .. }
        | Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => Err(Denial::Hidden),
    }
}

/// Whoever sits in a body reads when it meets and what it has written, and so does who convenes it (BOD-4). It is
/// about no child.
///
/// # Errors
/// `Hidden` for everyone else.
pub fn may_read_meetings(actor: Actor, body: BodyId) -> Result<(), Denial> {
    match actor.seat {
        Seat::SambaCoordinator => Ok(()),
        Seat::BodyMember { body: own, .. } if own == body => Ok(()),
        Seat::BodyMember { .. }
        | Seat::Staff { .. }
        | Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => Err(Denial::Hidden),
    }
}

/// The Samba coordinator keeps working notes, each only the own ones (DESK-1).
///
/// # Errors
/// `Hidden` for everyone else, another coordinator too.
pub fn may_keep_notes(actor: Actor, writer: PersonId) -> Result<(), Denial> {
    match actor.seat {
        Seat::SambaCoordinator if actor.person == writer => Ok(()),
        Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::Staff { .. }
        | Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => Err(Denial::Hidden),
    }
}

/// The Samba coordinator writes what the parties should develop in common (DESK-3). It is about no child.
///
/// # Errors
/// `Hidden` for everyone else.
pub fn may_write_needs(actor: Actor) -> Result<(), Denial> {
    may_convene(actor)
}

/// Whoever sits in a body reads it too, in whichever body that is (DESK-3).
///
/// # Errors
/// `Hidden` for everyone else.
pub fn may_read_needs(actor: Actor) -> Result<(), Denial> {
    match actor.seat {
        Seat::SambaCoordinator | Seat::BodyMember { .. } => Ok(()),
        Seat::Staff { .. }
        | Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => Err(Denial::Hidden),
    }
}
