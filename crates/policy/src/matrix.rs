//! How does the whole policy look, to somebody who reads tables?
//!
//! Every persona against every act, one table a situation. The tables are printed by `farled policy` and kept under
//! test (`matrix/*.txt`).

mod world;

pub use world::*;

use crate::{
    Action, Actor, DeidentifiedAction, Denial, Seat, may_convene, may_keep_notes, may_open,
    may_read_meetings, may_read_needs, may_review, may_write_needs, rule, rule_deidentified,
};
use domain::{BodyId, Event, PartyId, party::Receiver, samba::Mandate};
use jiff::civil::{Date, date};

/// A history, and the day on which it is looked at.
pub struct Situation {
    /// Stable word: `partly-revoked`.
    pub word: &'static str,
    pub events: Vec<Event>,
    pub day: Date,
}

/// What a persona gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    Yes,
    /// Knows of the process, may not do this (403).
    No,
    /// May not know that the process exists (404).
    Hidden,
}

impl Situation {
    /// What the rule says, in the order of the personas.
    pub fn row(&self, action: Action) -> Vec<Cell> {
        let process = fold(&self.events);
        let cell = |actor: Actor| match rule(actor, action, &process, at(self.day)) {
            Ok(_) => Cell::Yes,
            Err(Denial::Forbidden) => Cell::No,
            Err(Denial::Hidden) => Cell::Hidden,
        };
        personas().into_iter().map(|(_, actor)| cell(actor)).collect()
    }
}

/// The two bodies of the shipped data.
const ITS_COUNCIL: BodyId = BodyId(1);
const ITS_SAMBA: BodyId = BodyId(2);

/// Whom the acts that concern no single process are there for: the seat alone decides.
pub fn seats() -> Vec<(&'static str, Seat)> {
    let member = |body| Seat::BodyMember { body, party: PartyId(1), mandate: Mandate::Costs };
    vec![
        ("family", Seat::Family),
        ("staff", Seat::Staff { unit: BUP, inbox: true }),
        ("manager", Seat::Manager { unit: BUP }),
        ("ambassador", Seat::Ambassador { unit: BUP }),
        ("coordinator", Seat::Coordinator),
        ("samba-coordinator", Seat::SambaCoordinator),
        ("council-member", member(ITS_COUNCIL)),
        ("samba-member", member(ITS_SAMBA)),
        ("steering-group", Seat::SteeringGroup),
        ("administrator", Seat::Administrator),
    ]
}

/// What concerns no single process, in the order of the seats. Asking for a process and answering hang on who asks
/// and of whom, and stand in no table.
pub fn outside() -> Vec<(&'static str, Vec<Cell>)> {
    fn cell<T>(ruling: Result<T, Denial>) -> Cell {
        match ruling {
            Ok(_) => Cell::Yes,
            Err(Denial::Forbidden) => Cell::No,
            Err(Denial::Hidden) => Cell::Hidden,
        }
    }
    let row = |ruling: fn(Actor) -> Cell| {
        seats().into_iter().map(|(_, seat)| ruling(Actor { person: STRANGER, seat })).collect()
    };
    vec![
        ("open", row(|actor| cell(may_open(actor)))),
        ("review", row(|actor| cell(may_review(actor)))),
        ("convene", row(|actor| cell(may_convene(actor)))),
        ("read-council", row(|actor| cell(may_read_meetings(actor, ITS_COUNCIL)))),
        ("read-samba", row(|actor| cell(may_read_meetings(actor, ITS_SAMBA)))),
        ("own-notes", row(|actor| cell(may_keep_notes(actor, STRANGER)))),
        ("others-notes", row(|actor| cell(may_keep_notes(actor, PSYCHOLOGIST)))),
        ("write-needs", row(|actor| cell(may_write_needs(actor)))),
        ("read-needs", row(|actor| cell(may_read_needs(actor)))),
    ]
}

/// Whom a description without identity is there for: who wrote it, and whose agenda it stands on, decide.
pub fn readers_of_deidentified() -> Vec<(&'static str, Actor)> {
    let seated = |word: &'static str, person, seat| (word, Actor { person, seat });
    let staff = Seat::Staff { unit: BUP, inbox: true };
    let member = |body| Seat::BodyMember { body, party: PartyId(1), mandate: Mandate::Costs };
    vec![
        seated("writer", PSYCHOLOGIST, staff),
        seated("writers-colleague", STRANGER, staff),
        seated("samba-coordinator", STRANGER, Seat::SambaCoordinator),
        seated("council-member", STRANGER, member(ITS_COUNCIL)),
        seated("samba-member", STRANGER, member(ITS_SAMBA)),
        seated("writer-in-family-seat", PSYCHOLOGIST, Seat::Family),
        seated("administrator", STRANGER, Seat::Administrator),
    ]
}

/// What they may do with one on the agenda of the council.
pub fn deidentified() -> Vec<(&'static str, Vec<Cell>)> {
    let row = |action| {
        let ruling = |(_, actor)| match rule_deidentified(actor, PSYCHOLOGIST, &[ITS_COUNCIL], action) {
            Ok(_) => Cell::Yes,
            Err(Denial::Forbidden) => Cell::No,
            Err(Denial::Hidden) => Cell::Hidden,
        };
        readers_of_deidentified().into_iter().map(ruling).collect()
    };
    DeidentifiedAction::ALL.into_iter().map(|action| (action.word(), row(action))).collect()
}

/// Every situation that the rule tells apart.
pub fn situations() -> Vec<Situation> {
    let october = date(2026, 10, 15);
    let all = [
        ("draft", draft(), OPENED),
        ("awaiting-signature", awaiting_signature(), date(2026, 9, 4)),
        ("sent", sent(), date(2026, 9, 10)),
        ("held", held(), date(2026, 9, 30)),
        ("partly-revoked", partly_revoked(), october),
        ("run-out", held(), date(2027, 8, 2)),
        ("run-out-for-the-lots", renewed_without_the_lots(), date(2027, 8, 2)),
        ("paused", paused(), october),
        ("closed", closed(), date(2026, 10, 21)),
        ("discontinued", discontinued(), october),
        ("eighteen", renewed_until_grown_up(), EIGHTEEN),
        ("protected", protected(), october),
        ("whereabouts-hidden", whereabouts_hidden(), october),
        ("disclosed-on-another-ground", disclosed(), october),
        ("samba-contacted", samba_contacted(), october),
        ("samba-identified", samba_identified(), october),
        ("samba-withdrawn", samba_withdrawn(), october),
    ];
    all.into_iter().map(|(word, events, day)| Situation { word, events, day }).collect()
}

/// Every act, with whom it concerns where that matters: the mother, or BUP.
///
/// **Invariant:** none is forgotten (`tests/matrix.rs` counts them in `action.rs`).
#[expect(clippy::too_many_lines, reason = "one line an act: the list is the point")]
pub fn acts() -> Vec<Action> {
    use Action::*;
    let (mother, bup) = (Receiver::Family { person: MOTHER }, Receiver::Unit { unit: BUP });
    vec![
        ReadProcess,
        ReadPreMeeting,
        ReadSummons,
        ReadWorkingPlan,
        ReadOwnLines,
        ReadCopy { receiver: mother },
        ReadCopy { receiver: bup },
        ReadEarlierPlan,
        ReadNotToBeRaised,
        ReadAccessLog,
        ReadSeparateCopies { person: FATHER },
        CompareSeparateCopy,
        ReadDisclosed,
        ReadNamedUsers { unit: BUP },
        LearnThatItEnded,
        RecordPreMeeting,
        CommentPreMeeting,
        ProposeUnit,
        DecideUnit,
        WriteSummons,
        Sign { person: MOTHER },
        Sign { person: FATHER },
        RegisterSignature,
        RecordGround,
        Dispatch,
        RegisterReceipt { unit: BUP },
        NameParticipant { unit: BUP },
        Reply { unit: BUP },
        RevokeConsent { signatory: MOTHER },
        RevokeConsent { signatory: FATHER },
        BookMeeting,
        RunMeeting,
        ProposeLots,
        AcceptLots,
        LeaveAsLots,
        InformChild,
        HoldMeeting,
        WriteNeedsAndGoals,
        WriteOwnLine { unit: BUP },
        RateLine,
        AskQuestion,
        AnswerQuestion { unit: BUP },
        AnswerPlan { person: MOTHER },
        AnswerPlan { person: FATHER },
        ReleasePlan,
        FileCopy { unit: BUP },
        TellChange,
        ReadChange { receiver: bup },
        Protect,
        ProposeProtectionEnd,
        EndProtection,
        AskForUsers,
        NameUser { unit: BUP },
        WriteSeparateCopy,
        ApproveSeparateCopy,
        WithholdItem,
        RecordThirdPersonsWord,
        DecideOtherGround { unit: BUP },
        ConfirmOtherGround { unit: BUP },
        EndOtherGround { unit: BUP },
        Pause,
        Discontinue,
        WriteClosing,
        AgreeToClose,
        HandOver,
        Restart,
        ContactSamba,
        ReadSambaContact,
        ReadSamba,
        SortSamba,
        DescribeSamba,
        AskSambaConsent,
        AnswerSambaConsent { person: MOTHER },
        RegisterSambaAnswer,
        RevokeSambaConsent { signatory: MOTHER },
        RunSamba,
        SignAgreement { party: CARE },
        FollowUpSamba,
    ]
}

/// Whom an act concerns, where the tables ask it about one persona or unit in particular.
pub fn concerns(action: Action) -> Option<&'static str> {
    let about = |person| {
        [
            Action::ReadCopy { receiver: Receiver::Family { person } },
            Action::ReadSeparateCopies { person },
            Action::Sign { person },
            Action::AnswerPlan { person },
            Action::RevokeConsent { signatory: person },
            Action::AnswerSambaConsent { person },
            Action::RevokeSambaConsent { signatory: person },
        ]
    };
    let bup = Receiver::Unit { unit: BUP };
    let of_bup = [Action::ReadCopy { receiver: bup }, Action::ReadChange { receiver: bup }];
    let all = [("mother", &about(MOTHER)[..]), ("father", &about(FATHER)), ("bup", &of_bup)];
    all.into_iter().find(|(_, acts)| acts.contains(&action)).map(|(whose, _)| whose)
}
