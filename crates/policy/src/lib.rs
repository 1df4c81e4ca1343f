//! Who may do what with a process, and on which ground?
//!
//! **Invariant:** pure. Everything a ruling depends on is in the arguments, so the whole policy can
//! be printed and read by someone who does not program (`farled policy`, `matrix/*.txt`), and tried out in
//! every combination there is (`tests/exhaustion.rs`).

mod action;
mod deidentified;
mod facts;
pub mod matrix;
mod outside;
mod standing;

pub use action::Action;
pub use deidentified::{DeidentifiedAction, DeidentifiedGround, may_write_deidentified, rule_deidentified};
pub use facts::{Facts, Kin, SambaTie};
pub use outside::{
    may_answer_request, may_ask, may_convene, may_keep_notes, may_open, may_read_meetings, may_read_needs,
    may_review, may_write_needs,
};
pub use standing::{Only, Standing};

use domain::{BodyId, Now, PartyId, PersonId, Process, UnitId, samba::Mandate};

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
    /// Receives handled deviations without identity.
    Coordinator,
    /// Takes cases on to the bodies of Samba, and chairs them.
    SambaCoordinator,
    /// Sits in a body for one of the parties, as a member or a deputy.
    BodyMember {
        body: BodyId,
        party: PartyId,
        mandate: Mandate,
    },
    SteeringGroup,
    Administrator,
}

/// The ground for a yes, written next to every event and every logged read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    Child,
    Guardian,
    /// A guardian who reads separate copies alone, because whereabouts are hidden from him or her (PID-6).
    GuardianApart,
    Initiator,
    Lots,
    Chair,
    /// Named by a unit that the consent covers and the summons has reached.
    Participant(UnitId),
    /// Handles the function inbox of such a unit.
    Inbox(UnitId),
    /// Named by the manager of the initiator's own unit: compares separate copies, and is the second of two who
    /// switch a mark off (PID-1, PID-6).
    SecondReader(UnitId),
    /// The manager of a unit where somebody has to be named (PID-4). Learns that, and nothing of the child.
    Manager(UnitId),
    /// Reads what one unit has disclosed to this person on another ground than consent, and nothing else (AC-10).
    DisclosedTo(UnitId),
    /// Took part until the coordination ended, and may learn that it has.
    TookPart(UnitId),
    /// Somebody has made contact with the Samba coordinator, who learns nothing of the child before there is a consent.
    SambaContact,
    /// A consent lives to take the case to a body (CON-21).
    SambaCoordinator,
    /// Sits in the body where the case is taken up, for a party that the consent names (CON-23).
    BodyMember(BodyId, PartyId),
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
    judge(Facts::of(actor, process, now.today()), actor, action)
}

/// The rule over the facts alone.
///
/// # Errors
/// As [`rule`].
pub fn judge(facts: Facts, actor: Actor, action: Action) -> Result<Ground, Denial> {
    let standing = Standing::of(facts, actor);
    let knows = |ground: &Ground| action.is_known_by(*ground);
    let mut grounds = standing.grounds().filter(knows).peekable();
    if grounds.peek().is_none() {
        return Err(Denial::Hidden);
    }
    let allowed = |ground: &Ground| {
        action.allowed_to(*ground, actor)
            && (is_narrow(*ground) || action.is_left_to(standing.only))
            && (action != Action::ReadEarlierPlan || earlier_plan_is_for(*ground, facts))
    };
    grounds.find(allowed).ok_or(Denial::Forbidden)
}

/// A tie that lets somebody know one thing only. For everything else the process does not exist.
fn is_narrow(ground: Ground) -> bool {
    match ground {
        Ground::TookPart(_)
        | Ground::Manager(_)
        | Ground::DisclosedTo(_)
        | Ground::SambaContact
        | Ground::SambaCoordinator
        | Ground::BodyMember(..) => true,
        Ground::Child
        | Ground::Guardian
        | Ground::GuardianApart
        | Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::Participant(_)
        | Ground::Inbox(_)
        | Ground::SecondReader(_) => false,
    }
}

/// The earlier plan is the family's. Others read it only where the new consent lets them (T19).
fn earlier_plan_is_for(ground: Ground, facts: Facts) -> bool {
    matches!(ground, Ground::Child | Ground::Guardian) || facts.earlier_plan
}

#[cfg(test)]
mod tests;
