//! How is a ruling put on record?

use crate::{
    access::{Access, AccessId, Outcome},
    engine::Result,
    seat::Role,
};
use domain::{
    Now, Refusal,
    ids::{ProcessId, UnitId},
};
use policy::{Actor, Denial, Ground, Seat};
use std::borrow::Cow;

/// What was asked, by whom and when: all of a row of the log but the answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) actor: Actor,
    /// The stable word for the act.
    pub(crate) action: &'static str,
    /// `None` where the act concerns no process.
    pub(crate) process: Option<ProcessId>,
    pub(crate) now: Now,
}

impl Asked {
    pub(crate) fn granted(self, ground: Ground) -> Result<Access> {
        Ok(Access { ground: Some(word(ground).into()), ..self.access(Outcome::Granted)? })
    }

    pub(crate) fn denied(self, denial: Denial) -> Result<Access> {
        self.access(match denial {
            Denial::Hidden => Outcome::Hidden,
            Denial::Forbidden => Outcome::Forbidden,
        })
    }

    /// A refusal consists of ids and dates, so the log can hold it as it is.
    pub(crate) fn refused(self, ground: Ground, refusal: &Refusal) -> Result<Access> {
        let detail = Some(Cow::from(format!("{refusal:?}")));
        Ok(Access { detail, ground: Some(word(ground).into()), ..self.access(Outcome::Refused)? })
    }

    pub(crate) fn access(self, outcome: Outcome) -> Result<Access> {
        let (role, unit, _) = seat_parts(self.actor.seat);
        Ok(Access {
            id: AccessId::new(self.now)?,
            at: self.now.instant,
            person: self.actor.person,
            seat: role.word().into(),
            unit,
            process: self.process,
            action: self.action.into(),
            outcome,
            ground: None,
            detail: None,
        })
    }
}

/// The stored parts of a seat: role, unit and whether it looks after the inbox.
pub(crate) fn seat_parts(seat: Seat) -> (Role, Option<UnitId>, bool) {
    match seat {
        Seat::Family => (Role::Family, None, false),
        Seat::Staff { unit, inbox } => (Role::Staff, Some(unit), inbox),
        Seat::Manager { unit } => (Role::Manager, Some(unit), false),
        Seat::Ambassador { unit } => (Role::Ambassador, Some(unit), false),
        Seat::Coordinator => (Role::Coordinator, None, false),
        Seat::SambaCoordinator => (Role::SambaCoordinator, None, false),
        Seat::BodyMember { .. } => (Role::BodyMember, None, false),
        Seat::SteeringGroup => (Role::SteeringGroup, None, false),
        Seat::Administrator => (Role::Administrator, None, false),
    }
}

/// The stable word for a ground. The unit, where there is one, is that of the seat.
pub(crate) fn word(ground: Ground) -> &'static str {
    match ground {
        Ground::Child => "child",
        Ground::Guardian => "guardian",
        Ground::GuardianApart => "guardian_apart",
        Ground::Initiator => "initiator",
        Ground::Lots => "lots",
        Ground::Chair => "chair",
        Ground::Participant(_) => "participant",
        Ground::Inbox(_) => "inbox",
        Ground::SecondReader(_) => "second_reader",
        Ground::Manager(_) => "manager",
        Ground::DisclosedTo(_) => "disclosed_to",
        Ground::TookPart(_) => "took_part",
        Ground::SambaContact => "samba_contact",
        Ground::SambaCoordinator => "samba_coordinator",
        Ground::BodyMember(..) => "body_member",
    }
}
