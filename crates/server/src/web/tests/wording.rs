//! What if somebody writes what another unit is to do, or speaks of a unit that is not in the room? (PRI-02,
//! PRI-03)

use axum::http::StatusCode;
use domain::{Event, MeetingNo, NeedNo, QuestionNo, TextId, choice::*, party::InformationKind};
use jiff::civil::{date, time};

use super::{
    family::story::{Story, text},
    world::{BUP, COUNSELLOR, DOCTOR, SCHOOL},
};

const LINE: [(&str, &str); 8] = [
    ("kind", "assessment"),
    ("responsible", "Omar Haddad"),
    ("start", "2026-09-01"),
    ("end", "2026-11-01"),
    ("frequency", "Varje vecka"),
    ("decision", "none"),
    ("decisive", "yes"),
    ("text", "Vi träffar Elin varje vecka. Elevhälsan ska följa närvaron. Sedan hörs vi."),
];

/// PRI-02: nothing is stored, nothing is lost, and the sentence can become a question.
#[tokio::test]
async fn a_line_for_another_unit_can_only_become_a_question() {
    let story = Story::sent().await;
    let mut doctor = story.as_(DOCTOR).await;
    let address = format!("/processes/{}/lines/new", story.id);
    let before = story.process().await.version;

    let back = doctor.post(&address, &LINE).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(story.process().await.version, before);
    assert_eq!(back.texts(".directive .as-written"), ["Elevhälsan ska följa närvaron."]);
    assert_eq!(back.texts("textarea#text"), [LINE[7].1]);
    assert_eq!(back.texts("#text-fault").len(), 1);
    assert_eq!(back.attribute("input#responsible", "value").as_deref(), Some("Omar Haddad"));

    let asking: Vec<_> = LINE.into_iter().chain([("act", "ask")]).collect();
    let asked = doctor.post(&address, &asking).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
    assert_eq!(asked.texts("textarea#text"), ["Vi träffar Elin varje vecka.  Sedan hörs vi."]);
    assert_eq!(asked.attribute("input#responsible", "value").as_deref(), Some("Omar Haddad"));
    let process = story.process().await;
    let questions: Vec<_> = process.plan.question_numbers().collect();
    let [(QuestionNo(1), question)] = questions.as_slice() else { panic!("{questions:?}") };
    assert_eq!((question.by_unit, question.units.as_slice()), (Some(BUP), &[SCHOOL][..]));
    assert_eq!(process.plan.lines().count(), 0);
}

/// PRI-02, PRI-04: a unit that nobody has called can be asked nothing; the family decides about it.
#[tokio::test]
async fn a_unit_outside_the_process_is_not_asked() {
    let story = Story::sent().await;
    let mut doctor = story.as_(DOCTOR).await;
    let before = story.process().await.version;
    let mut line = LINE.to_vec();
    line[7].1 = "Habiliteringen ska komma hem.";
    line.push(("act", "ask"));
    let back = doctor.post(&format!("/processes/{}/lines/new", story.id), &line).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(back.texts(".directive button"), Vec::<String>::new());
    assert_eq!(story.process().await.version, before);
}

/// PRI-03: whoever leads the meeting is told who is spoken of without being there.
#[tokio::test]
async fn the_chair_is_told_who_is_spoken_of_without_being_here() {
    let story = Story::sent().await;
    let words =
        [text(60, "Biblioteket"), text(61, "Att BUP och habiliteringen hjälper till"), text(62, "Omar")];
    let id = |at: usize| -> TextId { words[at].id };
    let row = AttendanceRow {
        attendee: Attendee::Unit { unit: BUP, name: id(2) },
        presence: Presence::AbsentWithNotice,
        knows_purpose: true,
    };
    let events = vec![
        Event::MeetingBooked {
            meeting: MeetingNo(1),
            kind: MeetingKind::Initial,
            start: date(2026, 8, 31).at(8, 0, 0, 0),
            end: time(9, 30, 0, 0),
            place: id(0),
            chair: COUNSELLOR.person,
            units: vec![BUP],
            outside_window: None,
        },
        Event::AttendanceRecorded {
            meeting: MeetingNo(1),
            rows: vec![row],
            secretary: id(2),
            complete: true,
        },
        Event::NeedRecorded {
            need: NeedNo(1),
            text: id(1),
            view: View::Family,
            kind: InformationKind::School,
        },
    ];
    story.happened(words.to_vec(), events).await;
    let address = format!("/processes/{}/meetings/1", story.id);
    let notes = story.as_(COUNSELLOR).await.get(&address).await.texts("section[aria-labelledby=absent] li");
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[0].starts_with("BUP") && notes[1].starts_with("habiliteringen"), "{notes:?}");
    let others = story.as_(DOCTOR).await.get(&address).await;
    assert_eq!(others.texts("section[aria-labelledby=absent]").len(), 0);
}
