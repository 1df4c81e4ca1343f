//! What does it mean, in plain words, when the family says stop?

use std::collections::BTreeMap;

use domain::{Event, UnitId, party::Receiver};

use crate::web::{
    case::Case,
    family::{
        frame::{child, in_a_row},
        summons::kind_words,
        voice::Voice,
    },
};

/// What the events do, one sentence each.
pub fn happens(t: Voice, case: &Case, events: &[Event]) -> Vec<String> {
    let mut words = vec![];
    let ends = events.iter().any(|event| matches!(event, Event::ProcessDiscontinued { .. }));
    if ends {
        words.push(t.get("family-stop-ends"));
        words.push(t.with("family-stop-ends-all", &[("child", &child(case))]));
    }
    for event in events {
        words.extend(one(t, case, event));
    }
    let mut lines: BTreeMap<UnitId, usize> = BTreeMap::new();
    for event in events {
        if let Event::CommitmentLeftCoordination { unit, .. } = event {
            *lines.entry(*unit).or_default() += 1;
        }
    }
    for (unit, count) in lines {
        words.push(t.with("family-stop-lines", &[("unit", &case.unit(unit)), ("count", &count)]));
    }
    words
}

/// What one event does; nothing for what is told together with others.
fn one(t: Voice, case: &Case, event: &Event) -> Option<String> {
    if let Event::ConsentRevoked { unit, .. } = event {
        let reads = t.with("family-stop-unit-out", &[("unit", &case.unit(*unit))]);
        return Some(match copies(t, case, *unit) {
            Some(copies) => format!("{reads} {copies}"),
            None => reads,
        });
    }
    if let Event::UnitStruckFromMeeting { meeting, unit } = event {
        let date = case.process.meetings.get(*meeting).map(|meeting| t.date(meeting.start.date()));
        let values: [(&str, &dyn crate::web::texts::Spoken); 2] =
            [("unit", &case.unit(*unit)), ("date", &date.unwrap_or_default())];
        return Some(t.with("family-stop-no-meeting", &values));
    }
    if let Event::LotsLeft { person } = event {
        return Some(t.with("family-stop-lots-leaves", &[("name", &case.name(*person))]));
    }
    if let Event::InformationKindRevoked { unit, kind, .. } = event {
        let values: [(&str, &dyn crate::web::texts::Spoken); 2] =
            [("unit", &case.unit(*unit)), ("kind", &kind_words(t, *kind))];
        return Some(t.with("family-stop-kind-out", &values));
    }
    if matches!(event, Event::ProcessPaused { .. }) {
        return Some(t.get("family-stop-break-means"));
    }
    matches!(event, Event::ProcessResumed { .. }).then(|| t.get("family-stop-resume-means"))
}

/// What the unit has been given, and keeps (CON-08).
fn copies(t: Voice, case: &Case, unit: UnitId) -> Option<String> {
    let received = case.process.deliveries.of(unit).is_some();
    let plan = case.process.plan.copies.iter().any(|copy| copy.receiver == Receiver::Unit { unit });
    let mut kept = vec![];
    if received {
        kept.push(t.get("family-stop-keeps-summons"));
    }
    if plan {
        kept.push(t.get("family-stop-keeps-plan"));
    }
    (!kept.is_empty()).then(|| t.with("family-stop-keeps", &[("what", &in_a_row(t, kept))]))
}
