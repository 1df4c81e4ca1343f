//! Who may do what with a process, and on which ground?
//!
//! **Invariant:** pure. Everything a ruling depends on is in the arguments, so the whole policy can
//! be printed and read by someone who does not program (`matrix/*.txt`).

mod action;
mod outside;
mod standing;

pub use action::Action;
pub use outside::{may_answer_request, may_ask, may_open};
pub use standing::{Standing, standing};

use domain::{Now, PersonId, Process, UnitId};

/// Who asks, and in which seat. A person with several seats chooses one when signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Actor {
    pub person: PersonId,
    pub seat: Seat,
}

/// In which capacity somebody is signed in. No seat opens a process by itself: managers,
/// ambassadors, coordinators, steering groups and administrators are no exceptions (5.4, AC-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Seat {
    /// Child or guardian.
    Family,
    /// Works at a unit; `inbox` handles its function inbox.
    Staff {
        unit: UnitId,
        inbox: bool,
    },
    Manager {
        unit: UnitId,
    },
    Ambassador {
        unit: UnitId,
    },
    Coordinator,
    SteeringGroup,
    Administrator,
}

/// The ground for a yes, written next to every event and every logged read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    Child,
    Guardian,
    Initiator,
    Lots,
    Chair,
    /// Named by a unit that the consent covers and the summons has reached.
    Participant(UnitId),
    /// Handles the function inbox of such a unit.
    Inbox(UnitId),
    /// Took part until the coordination ended, and may learn that it has.
    TookPart(UnitId),
}

/// A no. `Hidden` is answered as "not found": the asker may not learn that the process exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Denial {
    Hidden,
    Forbidden,
}

/// Standing first: without it nobody learns that the process exists. Then the act itself.
///
/// # Errors
/// `Hidden` without standing, `Forbidden` with standing and without permission.
pub fn rule(actor: Actor, action: Action, process: &Process, now: Now) -> Result<Ground, Denial> {
    let standing = standing(actor, process, now.today());
    let mut grounds = standing.grounds().peekable();
    if action == Action::LearnThatItEnded {
        return grounds.find(|ground| matches!(ground, Ground::TookPart(_))).ok_or(Denial::Hidden);
    }
    let mut grounds = grounds.filter(|ground| !matches!(ground, Ground::TookPart(_))).peekable();
    if grounds.peek().is_none() {
        return Err(Denial::Hidden);
    }
    let allowed = |ground: &Ground| {
        action.allowed_to(*ground, actor)
            && (!standing.hands_over || action.belongs_to_the_hand_over())
            && (action != Action::ReadEarlierPlan || earlier_plan_is_for(*ground, actor, process, now))
    };
    grounds.find(allowed).ok_or(Denial::Forbidden)
}

/// The earlier plan is the family's. Others read it only where the new consent lets them (T19).
fn earlier_plan_is_for(ground: Ground, actor: Actor, process: &Process, now: Now) -> bool {
    match (ground, actor.seat) {
        (Ground::Child | Ground::Guardian, _) => true,
        (_, Seat::Staff { unit, .. }) => process.admits_to_earlier_plan(unit, now.today()),
        (
            _,
            Seat::Family
            | Seat::Manager { .. }
            | Seat::Ambassador { .. }
            | Seat::Coordinator
            | Seat::SteeringGroup
            | Seat::Administrator,
        ) => false,
    }
}

#[cfg(test)]
mod tests;
