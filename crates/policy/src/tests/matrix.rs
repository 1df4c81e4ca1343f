//! Every persona against every act, one table a situation, as a lawyer would read it.
//!
//! The tables lie in `matrix/*.txt`. A change of the policy changes a table, and the table is read anew;
//! `FARLED_BLESS=1 cargo test -p policy` writes them.

use super::world::*;
use crate::{Action, Denial, rule};
use domain::{Event, party::Receiver};
use jiff::civil::{Date, date};
use std::{fmt::Write as _, path::Path};

/// Situation, history, and the day it is looked at.
fn situations() -> Vec<(&'static str, Vec<Event>, Date)> {
    let october = date(2026, 10, 15);
    vec![
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
        ("eighteen", held(), EIGHTEEN),
    ]
}

fn actions() -> Vec<Action> {
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
        LearnThatItEnded,
        RecordPreMeeting,
        CommentPreMeeting,
        ProposeUnit,
        DecideUnit,
        WriteSummons,
        Sign { person: MOTHER },
        RegisterSignature,
        RecordGround,
        Dispatch,
        RegisterReceipt { unit: BUP },
        NameParticipant { unit: BUP },
        Reply { unit: BUP },
        RevokeConsent { signatory: MOTHER },
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
        ReleasePlan,
        FileCopy { unit: BUP },
        TellChange,
        ReadChange { receiver: bup },
        Pause,
        Discontinue,
        WriteClosing,
        AgreeToClose,
        HandOver,
        ContactSamba,
        Restart,
    ]
}

/// yes, no (403), or nothing (404: may not know that it exists).
fn table(events: &[Event], day: Date) -> String {
    let process = fold(events);
    let personas = personas();
    let mut table = String::new();
    for (number, (name, _)) in personas.iter().enumerate() {
        let _ = writeln!(table, "{:>2} {name}", number + 1);
    }
    let _ = write!(table, "\n{:26}", "");
    for number in 1..=personas.len() {
        let _ = write!(table, "{number:>5}");
    }
    for action in actions() {
        let _ = write!(table, "\n{:26}", word(action));
        for (_, actor) in &personas {
            let cell = match rule(*actor, action, &process, at(day)) {
                Ok(_) => "yes",
                Err(Denial::Forbidden) => "no",
                Err(Denial::Hidden) => ".",
            };
            let _ = write!(table, "{cell:>5}");
        }
    }
    table.push('\n');
    table
}

/// The act, with whom it concerns where the same act is asked about two.
fn word(action: Action) -> String {
    let whose = [
        (Action::ReadCopy { receiver: Receiver::Family { person: MOTHER } }, " (mother's)"),
        (Action::ReadCopy { receiver: Receiver::Unit { unit: BUP } }, " (BUP's)"),
    ];
    let whose = whose.iter().find(|(asked, _)| *asked == action).map_or("", |(_, whose)| whose);
    format!("{}{whose}", action.word())
}

#[test]
fn the_tables_are_the_ones_that_were_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/matrix");
    for (name, events, day) in situations() {
        let file = folder.join(format!("{name}.txt"));
        let made = table(&events, day);
        if std::env::var_os("FARLED_BLESS").is_some() {
            std::fs::write(&file, &made).unwrap();
        }
        let stored = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(made, stored, "{name}: read the table, then FARLED_BLESS=1");
    }
}
