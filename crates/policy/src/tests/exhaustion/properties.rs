//! What must hold, whatever the rule looks like? Written from the model: handbook 3.4, 5.3 and 5.4.

use super::{
    Rule,
    space::{ANOTHER, ME, MINE, SOMEBODY_ELSE},
};
use crate::{Action, Actor, Denial, Facts, Ground, Kin, SambaTie, Seat};
use domain::party::Receiver;

/// What one asker gets for every act.
pub struct Row<'a> {
    rule: Rule,
    facts: Facts,
    actor: Actor,
    acts: &'a [Action],
    answers: Vec<Result<Ground, Denial>>,
}

/// `Err` names the act with which it does not hold, if it is one.
type Holds = Result<(), Option<Action>>;

pub struct Property {
    pub name: &'static str,
    pub holds: fn(&Row) -> Holds,
}

impl<'a> Row<'a> {
    pub fn of(rule: Rule, facts: Facts, actor: Actor, acts: &'a [Action]) -> Row<'a> {
        let answers = acts.iter().map(|action| rule(facts, actor, *action)).collect();
        Row { rule, facts, actor, acts, answers }
    }

    fn is_staff(&self) -> bool {
        matches!(self.actor.seat, Seat::Staff { .. })
    }

    /// Every act that is allowed is one of those that `may` names.
    fn only(&self, may: impl Fn(Action) -> bool) -> Holds {
        let mut granted = self.acts.iter().zip(&self.answers).filter(|(_, answer)| answer.is_ok());
        granted.find(|(action, _)| !may(**action)).map_or(Ok(()), |(action, _)| Err(Some(*action)))
    }

    /// Every one of these is allowed.
    fn always(&self, acts: &[Action]) -> Holds {
        let refused = acts.iter().find(|action| (self.rule)(self.facts, self.actor, **action).is_err());
        refused.map_or(Ok(()), |action| Err(Some(*action)))
    }
}

/// What renews a consent that has run out, and what needs none.
fn renews(action: Action) -> bool {
    use Action::*;
    [ReadSummons, WriteSummons, RegisterSignature, RecordGround, ProposeUnit, Discontinue, HandOver, Restart]
        .contains(&action)
        || [Protect, WriteSeparateCopy, CompareSeparateCopy, ApproveSeparateCopy].contains(&action)
        || matches!(action, RevokeConsent { .. } | RevokeSambaConsent { .. })
}

fn hands_over(action: Action) -> bool {
    use Action::*;
    [ReadSummons, WriteSummons, RegisterSignature, HandOver].contains(&action)
}

mod samba;

pub use samba::IN_SAMBA;

pub const PROPERTIES: &[Property] = &[
    Property {
        // CON-03, CON-04, CON-24, AC-4
        name: "no called unit without a live grant",
        holds: |row| {
            let facts = row.facts;
            if !row.is_staff() || facts.home || (facts.admitted && !facts.left && !facts.discontinued) {
                return Ok(());
            }
            row.only(|action| {
                action == Action::ReadDisclosed && facts.disclosed_to
                    || action == Action::LearnThatItEnded && facts.discontinued && facts.took_part
                    || renews(action) && facts.ran_out && facts.led_until_it_ran_out
            })
        },
    },
    Property {
        // CON-03, REL-1
        name: "no called unit that the summons has not reached",
        holds: |row| {
            let facts = row.facts;
            let reached = facts.called || facts.lots || facts.led_until_it_ran_out;
            if !row.is_staff() || facts.home || reached || facts.discontinued {
                return Ok(());
            }
            row.only(|action| action == Action::ReadDisclosed)
        },
    },
    Property {
        // 5.4: named in the process
        name: "nobody at a unit who is not named in the process",
        holds: |row| {
            let facts = row.facts;
            let opened = facts.initiator && facts.home;
            let named = opened || facts.lots || facts.participant || facts.led_until_it_ran_out;
            if !row.is_staff() || named || facts.discontinued {
                return Ok(());
            }
            let inbox = matches!(row.actor.seat, Seat::Staff { inbox: true, .. });
            let handles = if facts.protected { facts.named_user } else { inbox };
            let second = facts.home && facts.protected && facts.named_user;
            row.only(|action| {
                use Action::*;
                let of_the_inbox = [
                    ReadSummons,
                    RegisterReceipt { unit: MINE },
                    NameParticipant { unit: MINE },
                    Reply { unit: MINE },
                ];
                let of_the_second = [CompareSeparateCopy, ApproveSeparateCopy, EndProtection];
                handles && of_the_inbox.contains(&action)
                    || second && of_the_second.contains(&action)
                    || action == ReadDisclosed && facts.disclosed_to
            })
        },
    },
    Property {
        // AC-4, 3.4
        name: "no case by role alone",
        holds: |row| match row.actor.seat {
            Seat::Family | Seat::Staff { .. } => Ok(()),
            Seat::SambaCoordinator | Seat::BodyMember { .. } => {
                row.only(|_| row.facts.samba != SambaTie::None && !row.facts.protected)
            }
            Seat::Manager { unit } => row.only(|action| {
                let names = [Action::ReadNamedUsers { unit }, Action::NameUser { unit }];
                names.contains(&action) && row.facts.protected && row.facts.users_asked
            }),
            Seat::Ambassador { .. } | Seat::Coordinator | Seat::SteeringGroup | Seat::Administrator => {
                let hidden = row.answers.iter().all(|answer| *answer == Err(Denial::Hidden));
                if hidden { Ok(()) } else { Err(None) }
            }
        },
    },
    Property {
        // PID-4, AC-8
        name: "a protected identity only for the named",
        holds: |row| {
            let facts = row.facts;
            if !row.is_staff() || !facts.protected || facts.named_user || (facts.initiator && facts.home) {
                return Ok(());
            }
            row.only(|action| action == Action::ReadDisclosed && facts.disclosed_to)
        },
    },
    Property {
        // PID-2, PID-6
        name: "a guardian from whom whereabouts are hidden reads separate copies alone",
        holds: |row| {
            if row.actor.seat != Seat::Family
                || row.facts.kin != Kin::Guardian
                || !row.facts.whereabouts_hidden
            {
                return Ok(());
            }
            row.only(|action| {
                use Action::*;
                let own = [
                    ReadSeparateCopies { person: ME },
                    ReadCopy { receiver: Receiver::Family { person: ME } },
                    Sign { person: ME },
                    RevokeConsent { signatory: ME },
                    AnswerPlan { person: ME },
                    AgreeToClose,
                    RevokeSambaConsent { signatory: ME },
                ];
                own.contains(&action)
            })
        },
    },
    Property {
        // CON-08, AC-3
        name: "a withdrawal leaves nothing",
        holds: |row| {
            if !row.is_staff() || !row.facts.left || row.facts.discontinued {
                return Ok(());
            }
            row.only(|action| action == Action::ReadDisclosed && row.facts.disclosed_to)
        },
    },
    Property {
        // CON-11, CON-25
        name: "what has ended is over",
        holds: |row| {
            let facts = row.facts;
            if !row.is_staff() || !facts.discontinued {
                return Ok(());
            }
            let hands = facts.home && facts.initiator && facts.young_adult_may_take_it_up;
            row.only(|action| {
                action == Action::LearnThatItEnded && !facts.left_before_the_end
                    || action == Action::ReadDisclosed && facts.disclosed_to
                    || hands_over(action) && hands
            })
        },
    },
    Property {
        // CON-24, T16
        name: "a consent that has run out leaves only its renewal",
        holds: |row| {
            let facts = row.facts;
            if !row.is_staff() || !facts.ran_out || facts.discontinued {
                return Ok(());
            }
            row.only(|action| {
                renews(action) && (facts.initiator && facts.home || facts.led_until_it_ran_out)
                    || action == Action::ReadDisclosed && facts.disclosed_to
            })
        },
    },
    Property {
        // CON-03, AC-7: who is told no has something to do here; everybody else is told that there is nothing.
        name: "absence and refusal are not told apart without standing",
        holds: |row| {
            let stands = row.answers.iter().any(Result::is_ok);
            let told = row.answers.iter().position(|answer| *answer == Err(Denial::Forbidden));
            match told {
                Some(place) if !stands => Err(Some(row.acts[place])),
                Some(_) | None => Ok(()),
            }
        },
    },
    Property {
        // CON-30, 5.8
        name: "nobody in the family acts or reads for another",
        holds: |row| {
            if row.actor.seat != Seat::Family {
                return Ok(());
            }
            row.only(|action| {
                use Action::*;
                let (person, receiver) = (SOMEBODY_ELSE, Receiver::Family { person: SOMEBODY_ELSE });
                let others = [
                    ReadCopy { receiver },
                    ReadChange { receiver },
                    ReadSeparateCopies { person },
                    Sign { person },
                    RevokeConsent { signatory: person },
                    AnswerPlan { person },
                    AnswerSambaConsent { person },
                    RevokeSambaConsent { signatory: person },
                ];
                !others.contains(&action)
            })
        },
    },
    Property {
        // PRI-01, PRI-11, REL-1
        name: "no unit reads or writes what is another's",
        holds: |row| {
            row.only(|action| {
                use Action::*;
                let (unit, receiver) = (ANOTHER, Receiver::Unit { unit: ANOTHER });
                let others = [
                    ReadCopy { receiver },
                    ReadChange { receiver },
                    NameParticipant { unit },
                    Reply { unit },
                    WriteOwnLine { unit },
                    AnswerQuestion { unit },
                    FileCopy { unit },
                    NameUser { unit },
                    ReadNamedUsers { unit },
                    DecideOtherGround { unit },
                    ConfirmOtherGround { unit },
                    EndOtherGround { unit },
                ];
                !others.contains(&action)
            })
        },
    },
    Property {
        // PRI-04, AD-5
        name: "only the family decides who is called and reads who has looked",
        holds: |row| {
            if row.actor.seat == Seat::Family {
                return Ok(());
            }
            row.only(|action| {
                ![Action::DecideUnit, Action::ReadAccessLog, Action::RateLine].contains(&action)
            })
        },
    },
    Property {
        name: "a relative without custody is nobody here",
        holds: |row| {
            let stranger = row.actor.seat == Seat::Family && row.facts.kin == Kin::None;
            let hidden = row.answers.iter().all(|answer| *answer == Err(Denial::Hidden));
            if !stranger || hidden { Ok(()) } else { Err(None) }
        },
    },
    Property {
        // AC-10
        name: "another ground opens what was disclosed and widens nothing",
        holds: |row| {
            if !row.facts.disclosed_to {
                return Ok(());
            }
            let without = Facts { disclosed_to: false, ..row.facts };
            let mut pairs = row.acts.iter().zip(&row.answers);
            let widened = pairs.find(|(action, answer)| {
                **action != Action::ReadDisclosed
                    && answer.is_ok() != (row.rule)(without, row.actor, **action).is_ok()
            });
            widened.map_or(Ok(()), |(action, _)| Err(Some(*action)))
        },
    },
    Property {
        // 3.5.1, 5.8
        name: "what is not to be raised stays with those who lead",
        holds: |row| {
            let leads = row.facts.initiator || row.facts.lots || row.facts.chairs;
            if row.is_staff() && leads {
                return Ok(());
            }
            row.only(|action| action != Action::ReadNotToBeRaised)
        },
    },
    Property {
        // CON-07: at any time
        name: "child and guardian can always take back their own",
        holds: |row| {
            if row.actor.seat != Seat::Family || row.facts.kin == Kin::None {
                return Ok(());
            }
            row.always(&[
                Action::RevokeConsent { signatory: ME },
                Action::RevokeSambaConsent { signatory: ME },
            ])
        },
    },
    Property {
        // Not by closing everything: those whom the consent covers get in.
        name: "whoever takes part by a live consent reads and writes one's own",
        holds: |row| {
            let facts = row.facts;
            let takes_part = facts.admitted && facts.called && facts.participant && !facts.home;
            let barred = facts.left || facts.ran_out || facts.discontinued;
            let handles = !facts.protected || facts.named_user;
            if !row.is_staff() || !takes_part || barred || !handles {
                return Ok(());
            }
            let own = Action::ReadCopy { receiver: Receiver::Unit { unit: MINE } };
            row.always(&[Action::ReadProcess, Action::ReadSummons, own, Action::WriteOwnLine { unit: MINE }])
        },
    },
];
