//! How would the rule look if it had gone wrong? One mistake each, of the kind that is made.

use super::{
    Rule,
    space::{ANOTHER, ME, MINE, OURS, SOMEBODY_ELSE, THEIRS},
};
use crate::{Action, Actor, Denial, Facts, Kin, SambaTie, Seat, judge};
use domain::party::Receiver;

pub struct Mutant {
    /// The property that must see it.
    pub breaks: &'static str,
    /// What the rule has come to do.
    pub does: &'static str,
    pub rule: Rule,
}

/// The act as if it concerned the asker.
fn as_own(action: Action) -> Action {
    use Action::*;
    let (them, their) = (SOMEBODY_ELSE, Receiver::Family { person: SOMEBODY_ELSE });
    let pairs = [
        (ReadCopy { receiver: their }, ReadCopy { receiver: Receiver::Family { person: ME } }),
        (Sign { person: them }, Sign { person: ME }),
        (AnswerPlan { person: them }, AnswerPlan { person: ME }),
        (WriteOwnLine { unit: ANOTHER }, WriteOwnLine { unit: MINE }),
        (NameUser { unit: ANOTHER }, NameUser { unit: MINE }),
        (SignAgreement { party: THEIRS }, SignAgreement { party: OURS }),
    ];
    pairs.into_iter().find(|(asked, _)| *asked == action).map_or(action, |(_, own)| own)
}

pub const MUTANTS: &[Mutant] = &[
    Mutant {
        breaks: "before a consent the coordinator knows of a contact and nothing else",
        does: "opens the case at the contact",
        rule: |facts, actor, action| {
            let opened = facts.samba == SambaTie::Contacted && actor.seat == Seat::SambaCoordinator;
            let samba = if opened { SambaTie::Consented } else { facts.samba };
            judge(Facts { samba, ..facts }, actor, action)
        },
    },
    Mutant {
        breaks: "no body knows a case that is not consented, is protected or has ended",
        does: "lets the council in when the coordinator is",
        rule: |facts, actor, action| {
            let known = facts.samba != SambaTie::None;
            let samba = if known { SambaTie::Consented } else { SambaTie::None };
            judge(Facts { samba, ..facts }, actor, action)
        },
    },
    Mutant {
        breaks: "no body knows a case that is not consented, is protected or has ended",
        does: "forgets the mark",
        rule: |facts, actor, action| judge(Facts { protected: false, ..facts }, actor, action),
    },
    Mutant {
        breaks: "a member reads the case and signs for the own party",
        does: "does not look whose it is",
        rule: |facts, actor, action| judge(facts, actor, as_own(action)),
    },
    Mutant {
        breaks: "the coordinator neither asks for a consent nor registers or writes for others",
        does: "forgets that the coordinator takes part in the process",
        rule: |facts, actor, action| judge(Facts { involved: false, ..facts }, actor, action),
    },
    Mutant {
        breaks: "the coordinator neither asks for a consent nor registers or writes for others",
        does: "takes registering an answer for the coordinator's work",
        rule: |facts, actor, action| {
            let asked = if action == Action::RegisterSambaAnswer { Action::RunSamba } else { action };
            judge(facts, actor, asked)
        },
    },
    Mutant {
        breaks: "with a consent the coordinator can work",
        does: "waits for the agenda",
        rule: |facts, actor, action| {
            let waits = actor.seat == Seat::SambaCoordinator && facts.samba == SambaTie::Consented;
            let samba = if waits { SambaTie::Contacted } else { facts.samba };
            judge(Facts { samba, ..facts }, actor, action)
        },
    },
    Mutant {
        breaks: "no called unit without a live grant",
        does: "asks for no consent",
        rule: |facts, actor, action| judge(Facts { admitted: true, ran_out: false, ..facts }, actor, action),
    },
    Mutant {
        breaks: "no called unit without a live grant",
        does: "lets meeting participants read until the meeting ends",
        rule: |facts, actor, action| {
            let meets = facts.chairs && facts.participant;
            judge(Facts { admitted: facts.admitted || meets, ..facts }, actor, action)
        },
    },
    Mutant {
        breaks: "no called unit that the summons has not reached",
        does: "opens at the signature and not at the dispatch",
        rule: |facts, actor, action| judge(Facts { called: true, ..facts }, actor, action),
    },
    Mutant {
        breaks: "nobody at a unit who is not named in the process",
        does: "lets the whole unit in",
        rule: |facts, actor, action| judge(Facts { participant: facts.called, ..facts }, actor, action),
    },
    Mutant {
        breaks: "nobody at a unit who is not named in the process",
        does: "lets the initiator's colleagues in",
        rule: |facts, actor, action| judge(Facts { initiator: facts.home, ..facts }, actor, action),
    },
    Mutant {
        breaks: "no case by role alone",
        does: "lets administrators and managers see what staff see",
        rule: |facts, actor, action| {
            judge(facts, Actor { seat: Seat::Staff { unit: MINE, inbox: true }, ..actor }, action)
        },
    },
    Mutant {
        breaks: "no case by role alone",
        does: "lets a manager name users for anything",
        rule: |facts, actor, action| judge(Facts { users_asked: true, ..facts }, actor, action),
    },
    Mutant {
        breaks: "a protected identity only for the named",
        does: "forgets the mark",
        rule: |facts, actor, action| judge(Facts { protected: false, ..facts }, actor, action),
    },
    Mutant {
        breaks: "a guardian from whom whereabouts are hidden reads separate copies alone",
        does: "takes one guardian for the other",
        rule: |facts, actor, action| judge(Facts { whereabouts_hidden: false, ..facts }, actor, action),
    },
    Mutant {
        breaks: "a withdrawal leaves nothing",
        does: "takes effect overnight",
        rule: |facts, actor, action| judge(Facts { left: false, ..facts }, actor, action),
    },
    Mutant {
        breaks: "what has ended is over",
        does: "goes on after the end",
        rule: |facts, actor, action| judge(Facts { discontinued: false, ..facts }, actor, action),
    },
    Mutant {
        breaks: "what has ended is over",
        does: "tells those who had left that it has ended",
        rule: |facts, actor, action| judge(Facts { left_before_the_end: false, ..facts }, actor, action),
    },
    Mutant {
        breaks: "a consent that has run out leaves only its renewal",
        does: "lets those who lead go on without consent",
        rule: |facts, actor, action| judge(Facts { ran_out: false, ..facts }, actor, action),
    },
    Mutant {
        breaks: "absence and refusal are not told apart without standing",
        does: "says forbidden to strangers",
        rule: |facts, actor, action| judge(facts, actor, action).map_err(|_| Denial::Forbidden),
    },
    Mutant {
        breaks: "nobody in the family acts or reads for another",
        does: "does not look whose it is",
        rule: |facts, actor, action| judge(facts, actor, as_own(action)),
    },
    Mutant {
        breaks: "no unit reads or writes what is another's",
        does: "does not look whose it is",
        rule: |facts, actor, action| judge(facts, actor, as_own(action)),
    },
    Mutant {
        breaks: "only the family decides who is called and reads who has looked",
        does: "shows the log to whoever reads the process",
        rule: |facts, actor, action| {
            let asked = if action == Action::ReadAccessLog { Action::ReadProcess } else { action };
            judge(facts, actor, asked)
        },
    },
    Mutant {
        breaks: "a relative without custody is nobody here",
        does: "takes every relative for a guardian",
        rule: |facts, actor, action| {
            let kin = if facts.kin == Kin::None { Kin::Guardian } else { facts.kin };
            judge(Facts { kin, ..facts }, actor, action)
        },
    },
    Mutant {
        breaks: "another ground opens what was disclosed and widens nothing",
        does: "takes a disclosure for a consent",
        rule: |facts, actor, action| {
            judge(Facts { admitted: facts.admitted || facts.disclosed_to, ..facts }, actor, action)
        },
    },
    Mutant {
        breaks: "what is not to be raised stays with those who lead",
        does: "shows it with the working plan",
        rule: |facts, actor, action| {
            let asked = if action == Action::ReadNotToBeRaised { Action::ReadWorkingPlan } else { action };
            judge(facts, actor, asked)
        },
    },
    Mutant {
        breaks: "child and guardian can always take back their own",
        does: "locks what has ended",
        rule: |facts, actor, action| {
            if facts.discontinued { Err(Denial::Forbidden) } else { judge(facts, actor, action) }
        },
    },
    Mutant {
        breaks: "whoever takes part by a live consent reads and writes one's own",
        does: "lets nobody in",
        rule: |_, _, _| Err(Denial::Hidden),
    },
];
