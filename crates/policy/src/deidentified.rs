//! Who may do what with a description without identity? (DID-4 to DID-6)
//!
//! It belongs to no process, so there is nothing but who wrote it, the coordinator's seat, and whose agenda it stands
//! on. For everybody else it does not exist.

use crate::{Actor, Denial, Seat};
use domain::{BodyId, PartyId, PersonId, UnitId};

/// Why somebody may know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeidentifiedGround {
    /// Wrote it.
    Writer,
    /// Learns the text and who wrote it, and nothing more.
    Coordinator,
    /// Sits in a body on whose agenda it stands. Does not learn who wrote it.
    Member(BodyId),
}

/// What can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeidentifiedAction {
    Read,
    /// Written anew.
    Write,
    /// Approved or sent back.
    Review,
    /// Put on an agenda, or taken off it.
    Schedule,
    /// "I know who it is", and nothing more.
    Recognise,
    /// What a body has come to.
    Treat,
    /// How it has gone since.
    FollowUp,
    End,
}

impl DeidentifiedAction {
    pub const ALL: [DeidentifiedAction; 8] = [
        DeidentifiedAction::Read,
        DeidentifiedAction::Write,
        DeidentifiedAction::Review,
        DeidentifiedAction::Schedule,
        DeidentifiedAction::Recognise,
        DeidentifiedAction::Treat,
        DeidentifiedAction::FollowUp,
        DeidentifiedAction::End,
    ];

    /// Stable, also the last part of the key of its words.
    pub fn word(self) -> &'static str {
        match self {
            DeidentifiedAction::Read => "read",
            DeidentifiedAction::Write => "write",
            DeidentifiedAction::Review => "review",
            DeidentifiedAction::Schedule => "schedule",
            DeidentifiedAction::Recognise => "recognise",
            DeidentifiedAction::Treat => "treat",
            DeidentifiedAction::FollowUp => "follow-up",
            DeidentifiedAction::End => "end",
        }
    }
}

/// Whoever works at a unit of a party that has places in the bodies writes one.
///
/// # Errors
/// `Hidden` for everyone else.
pub fn may_write_deidentified(actor: Actor, party: Option<PartyId>) -> Result<UnitId, Denial> {
    match (actor.seat, party) {
        (Seat::Staff { unit, .. }, Some(_)) => Ok(unit),
        (
            Seat::Staff { .. }
            | Seat::Family
            | Seat::Manager { .. }
            | Seat::Ambassador { .. }
            | Seat::Coordinator
            | Seat::SambaCoordinator
            | Seat::BodyMember { .. }
            | Seat::SteeringGroup
            | Seat::Administrator,
            _,
        ) => Err(Denial::Hidden),
    }
}

/// Whether somebody may do that with one that `writer` wrote and that stands on the agendas of `bodies`.
///
/// # Errors
/// `Hidden` for whoever may not know of it, `Forbidden` for whoever may and still not do that.
pub fn rule_deidentified(
    actor: Actor,
    writer: PersonId,
    bodies: &[BodyId],
    action: DeidentifiedAction,
) -> Result<DeidentifiedGround, Denial> {
    let ground = ground(actor, writer, bodies).ok_or(Denial::Hidden)?;
    if permits(ground, action) { Ok(ground) } else { Err(Denial::Forbidden) }
}

fn ground(actor: Actor, writer: PersonId, bodies: &[BodyId]) -> Option<DeidentifiedGround> {
    match actor.seat {
        Seat::Staff { .. } if actor.person == writer => Some(DeidentifiedGround::Writer),
        Seat::SambaCoordinator => Some(DeidentifiedGround::Coordinator),
        Seat::BodyMember { body, .. } if bodies.contains(&body) => Some(DeidentifiedGround::Member(body)),
        Seat::Staff { .. }
        | Seat::BodyMember { .. }
        | Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => None,
    }
}

fn permits(ground: DeidentifiedGround, action: DeidentifiedAction) -> bool {
    match (ground, action) {
        (_, DeidentifiedAction::Read)
        | (DeidentifiedGround::Writer, DeidentifiedAction::Write)
        | (
            DeidentifiedGround::Writer | DeidentifiedGround::Coordinator,
            DeidentifiedAction::FollowUp | DeidentifiedAction::End,
        )
        | (
            DeidentifiedGround::Coordinator,
            DeidentifiedAction::Review | DeidentifiedAction::Schedule | DeidentifiedAction::Treat,
        )
        | (DeidentifiedGround::Coordinator | DeidentifiedGround::Member(_), DeidentifiedAction::Recognise) => {
            true
        }
        (
            DeidentifiedGround::Writer,
            DeidentifiedAction::Review
            | DeidentifiedAction::Schedule
            | DeidentifiedAction::Recognise
            | DeidentifiedAction::Treat,
        )
        | (DeidentifiedGround::Coordinator, DeidentifiedAction::Write)
        | (
            DeidentifiedGround::Member(_),
            DeidentifiedAction::Write
            | DeidentifiedAction::Review
            | DeidentifiedAction::Schedule
            | DeidentifiedAction::Treat
            | DeidentifiedAction::FollowUp
            | DeidentifiedAction::End,
        ) => false,
    }
}
