//! Why does a process concern somebody at all?

use crate::{Actor, Facts, Ground, Kin, SambaTie, Seat};
use domain::UnitId;

/// Everything that ties one actor to one process, strongest tie first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    pub family: Option<Ground>,
    pub initiator: Option<Ground>,
    pub lots: Option<Ground>,
    pub chair: Option<Ground>,
    pub participant: Option<Ground>,
    pub inbox: Option<Ground>,
    pub second_reader: Option<Ground>,
    pub manager: Option<Ground>,
    pub disclosed_to: Option<Ground>,
    pub took_part: Option<Ground>,
    pub samba: Option<Ground>,
    /// Of all that the ties would open, only this is left.
    pub only: Only,
}

/// To what the ties are narrowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Only {
    #[default]
    Everything,
    /// The consent has run out: those who lead can renew it, and nothing else (CON-24, T16).
    Renewal,
    /// The child has turned 18: the young adult's own consent is prepared and the work handed over (CON-25).
    HandOver,
}

impl Standing {
    pub fn of(facts: Facts, actor: Actor) -> Standing {
        match actor.seat {
            Seat::Family => Standing { family: family(facts), ..Standing::default() },
            Seat::Staff { unit, inbox } => staff(facts, unit, inbox),
            Seat::Manager { unit } => {
                let asked = facts.protected && facts.users_asked && !facts.discontinued;
                Standing { manager: asked.then_some(Ground::Manager(unit)), ..Standing::default() }
            }
            Seat::SambaCoordinator => Standing { samba: coordinator(facts), ..Standing::default() },
            Seat::BodyMember { body, party, .. } => {
                let reads = facts.samba == SambaTie::Consented && is_open_to_bodies(facts);
                Standing { samba: reads.then_some(Ground::BodyMember(body, party)), ..Standing::default() }
            }
            Seat::Ambassador { .. } | Seat::Coordinator | Seat::SteeringGroup | Seat::Administrator => {
                Standing::default()
            }
        }
    }

    pub fn grounds(&self) -> impl Iterator<Item = Ground> {
        let ties = [
            self.family,
            self.lots,
            self.initiator,
            self.chair,
            self.participant,
            self.inbox,
            self.second_reader,
            self.manager,
            self.disclosed_to,
            self.took_part,
            self.samba,
        ];
        ties.into_iter().flatten()
    }
}

/// Nobody who may not be found, and nothing that has ended, is known there (PID-4).
fn is_open_to_bodies(facts: Facts) -> bool {
    !facts.protected && !facts.discontinued
}

fn coordinator(facts: Facts) -> Option<Ground> {
    if facts.involved || !is_open_to_bodies(facts) {
        return None;
    }
    match facts.samba {
        SambaTie::None => None,
        SambaTie::Contacted => Some(Ground::SambaContact),
        SambaTie::Consented => Some(Ground::SambaCoordinator),
    }
}

fn family(facts: Facts) -> Option<Ground> {
    match facts.kin {
        Kin::None => None,
        Kin::Child => Some(Ground::Child),
        Kin::Guardian if facts.whereabouts_hidden => Some(Ground::GuardianApart),
        Kin::Guardian => Some(Ground::Guardian),
    }
}

/// A professional is tied through the unit in whose seat he or she is signed in. When the consent for that unit is
/// withdrawn, or the coordination has ended, no tie is left but what rests on another ground (CON-08, CON-11, AC-10).
fn staff(facts: Facts, unit: UnitId, inbox: bool) -> Standing {
    let tie = |holds: bool, ground: Ground| holds.then_some(ground);
    let initiator = facts.initiator && facts.home;
    let disclosed_to = tie(facts.disclosed_to, Ground::DisclosedTo(unit));
    let apart = Standing { disclosed_to, ..Standing::default() };
    // While an identity is protected nobody handles it but whom the manager has named (PID-4).
    let handles = !facts.protected || facts.named_user || initiator;
    if facts.discontinued {
        let took_part = handles && (initiator || facts.took_part) && !facts.left_before_the_end;
        let hands_over = initiator && took_part && facts.young_adult_may_take_it_up;
        return Standing {
            initiator: tie(hands_over, Ground::Initiator),
            took_part: tie(took_part, Ground::TookPart(unit)),
            only: Only::HandOver,
            ..apart
        };
    }
    if facts.left || !handles {
        return apart;
    }
    if facts.ran_out {
        let renews = Standing {
            initiator: tie(initiator, Ground::Initiator),
            lots: tie(facts.led_until_it_ran_out, Ground::Lots),
            only: Only::Renewal,
            ..apart
        };
        return renews;
    }
    let called = !facts.home && facts.admitted && facts.called;
    let participant = called && facts.participant;
    let lots = facts.lots && facts.admitted;
    let takes_part = initiator || lots || participant;
    // Whoever the manager has named handles it in place of the inbox.
    let handles_the_inbox = if facts.protected { facts.named_user } else { inbox };
    Standing {
        initiator: tie(initiator, Ground::Initiator),
        lots: tie(lots, Ground::Lots),
        chair: tie(takes_part && facts.chairs, Ground::Chair),
        participant: tie(participant || initiator, Ground::Participant(unit)),
        inbox: tie(called && handles_the_inbox, Ground::Inbox(unit)),
        second_reader: tie(facts.home && facts.protected && facts.named_user, Ground::SecondReader(unit)),
        ..apart
    }
}
