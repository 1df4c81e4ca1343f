//! Does a page show more than its reader's tie to the process lets it? (3.4, 5.8)

use axum::http::StatusCode;
use domain::{Event, MeetingNo, PersonId, ProcessId, TextId, UnitId, choice::*, lots::circle, party::*};
use jiff::civil::{date, time};
use policy::{Actor, Seat};
use store::{Person, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::{
    client::Client,
    family::story::{ELIN, FATHER, SOMEBODY_ELSE, Story, text},
    world::{BUP, COUNSELLOR, COUNSELLOR_AS_AMBASSADOR, DOCTOR, MOTHER, Someone},
};
use crate::web::{case::frozen, receipt::Receipt};

/// Looks after the inbox of child psychiatry, and is named in nothing.
const SECRETARY: Someone =
    Someone { person: PersonId(Uuid::from_u128(7)), seat: SeatId(Uuid::from_u128(0x37)) };

async fn with_secretary(story: Story) -> Story {
    let store = &story.world.app.store;
    let person = Person {
        id: SECRETARY.person,
        name: "Eva Sten".to_owned(),
        born: None,
        personal_id: None,
        phone: None,
        email: None,
        address: None,
        protected: false,
    };
    store.put_person(person).await.unwrap();
    let seat = SeatRow {
        id: SECRETARY.seat,
        person: SECRETARY.person,
        role: Role::Staff,
        unit: Some(BUP),
        inbox: true,
        valid_from: date(2026, 1, 1),
        valid_to: None,
        place: None,
    };
    store.put_seat(seat).await.unwrap();
    story
}

fn booked(number: u32, place: TextId, day: i8, units: Vec<UnitId>) -> Event {
    Event::MeetingBooked {
        meeting: MeetingNo(number),
        kind: if number == 1 { MeetingKind::Initial } else { MeetingKind::Second },
        start: date(2026, 9, day).at(14, 10, 0, 0),
        end: time(15, 30, 0, 0),
        place,
        chair: COUNSELLOR.person,
        units,
        outside_window: None,
    }
}

fn present(meeting: u32, secretary: TextId, attendees: &[Attendee]) -> Event {
    let row = |attendee: &Attendee| AttendanceRow {
        attendee: *attendee,
        presence: Presence::Whole,
        knows_purpose: true,
    };
    Event::AttendanceRecorded {
        meeting: MeetingNo(meeting),
        rows: attendees.iter().map(row).collect(),
        secretary,
        complete: true,
    }
}

async fn status(story: &Story, who: Someone, path: &str) -> StatusCode {
    Client::signed_in(&story.world, who).await.get(path).await.status
}

/// CON-03: that the family is asked about a unit tells that the child may be known there.
#[tokio::test]
async fn a_participant_is_not_told_what_waits_for_others() {
    let story = Story::sent().await;
    let question = text(60, "Vad kan ni göra?");
    let (by, question_id) = (COUNSELLOR.person, question.id);
    let command = circle::ProposeUnit { unit: SOMEBODY_ELSE, by, question: question_id };
    let (organisation, now) = (story.world.app.organisation.clone(), story.world.app.clock.now());
    story.decide(vec![question], move |process| circle::propose(process, &organisation, now, command)).await;
    let address = format!("/processes/{}", story.id);
    let asked = story.world.app.unit_name(SOMEBODY_ELSE);
    let own = story.as_(COUNSELLOR).await.get(&address).await;
    assert!(own.texts("#waiting ~ details").concat().contains(&asked), "{}", own.body);
    let others = story.as_(DOCTOR).await.get(&address).await;
    assert_eq!(others.status, StatusCode::OK);
    assert!(
        others.texts("#waiting ~ details").is_empty() && !others.body.contains(&asked),
        "{}",
        others.body
    );
}

/// REL-1: an inbox has the summons, so its lists tell of no meeting and no state.
#[tokio::test]
async fn an_inbox_learns_from_lists_what_the_summons_tells() {
    let story = with_secretary(Story::sent().await).await;
    let place = text(61, "Biblioteket");
    let events = vec![booked(1, place.id, 22, vec![BUP])];
    story.happened(vec![place], events).await;

    let mut doctor = story.as_(DOCTOR).await;
    assert_eq!(doctor.get("/calendar").await.texts(".meeting-line").len(), 1);
    assert_eq!(doctor.get("/processes?state=initial_booked").await.texts("tbody th"), ["Elin Lindqvist"]);

    let mut secretary = story.as_(SECRETARY).await;
    assert!(secretary.get("/calendar").await.texts(".meeting-line").is_empty());
    assert!(secretary.get("/processes?state=initial_booked").await.texts("tbody th").is_empty());
    for page in ["/work", "/processes"] {
        let page = secretary.get(page).await;
        assert_eq!(page.texts("tbody th"), ["Elin Lindqvist"]);
        let cells = page.texts("tbody td");
        assert!(cells[0].starts_with("Kallelsen kom mån 31 augusti 2026. "), "{cells:?}");
        assert!(cells[0].ends_with("dagar kvar"), "{cells:?}");
        assert_eq!(cells[2], "");
        assert_eq!(page.attribute("tbody a", "href"), Some(format!("/inbox/{}", story.id)));
    }
}

/// REL-2: children of one name stand in the order in which their processes were opened, whatever ids were drawn.
#[tokio::test]
async fn the_order_among_children_of_one_name_is_not_chance() {
    for ids in [[0x01, 0xFF], [0xFF, 0x01]] {
        let ids = ids.map(|id| ProcessId(Uuid::from_u128(id)));
        let story = Story::begun().await;
        for id in ids {
            story.opens(id).await;
        }
        let mut counsellor = story.as_(COUNSELLOR).await;
        let opened = [story.id, ids[0], ids[1]].map(|id| format!("/processes/{id}"));
        for list in ["/work", "/processes"] {
            let page = counsellor.get(list).await;
            assert_eq!(page.texts("tbody th"), ["Elin Lindqvist"; 3]);
            assert_eq!(page.attributes("tbody th a", "href"), opened, "{list}");
        }
        let home = story.as_(MOTHER).await.get("/family").await;
        let titles = home.attributes("main h2 a", "href");
        assert_eq!(titles, opened.map(|process| format!("/family{process}")));
    }
}

/// 3.4: a unit reads the meetings that it is called to, and of the attendance its own rows.
#[tokio::test]
async fn a_unit_knows_the_meetings_that_it_is_called_to() {
    let story = Story::sent().await;
    let words =
        [text(62, "Hos mormor"), text(63, "Biblioteket"), text(64, "Omar Haddad"), text(65, "Lo Gäst")];
    let id = |at: usize| words[at].id;
    let people = [
        Attendee::Family { person: MOTHER.person },
        Attendee::Unit { unit: BUP, name: id(2) },
        Attendee::Guest { name: id(3) },
    ];
    let events = vec![
        booked(1, id(0), 8, vec![SOMEBODY_ELSE]),
        booked(2, id(1), 22, vec![BUP]),
        present(1, id(2), &people),
        present(2, id(2), &people),
    ];
    story.happened(words.to_vec(), events).await;
    let at = |rest: &str| format!("/processes/{}{rest}", story.id);

    let mut doctor = story.as_(DOCTOR).await;
    assert_eq!(doctor.get(&at("/meetings/1")).await.status, StatusCode::NOT_FOUND);
    let room = doctor.get(&at("/meetings/2")).await;
    assert_eq!(room.status, StatusCode::OK);
    assert_eq!(room.texts("ul.present li span"), ["Omar Haddad"]);
    assert!(!room.body.contains("Lo Gäst") && !room.body.contains("Sara Lindqvist"), "{}", room.body);
    let process = doctor.get(&at("")).await;
    assert_eq!(process.texts(".next-meeting p").last().map(String::as_str), Some("Biblioteket"));
    assert!(doctor.get("/work").await.texts("tbody td")[2].starts_with("tis 22 september"));

    let mut counsellor = story.as_(COUNSELLOR).await;
    let room = counsellor.get(&at("/meetings/1")).await;
    assert_eq!(room.texts("ul.present li span"), ["Sara Lindqvist", "Omar Haddad", "Lo Gäst"]);
    assert_eq!(
        counsellor.get(&at("")).await.texts(".next-meeting p").last().map(String::as_str),
        Some("Hos mormor")
    );
}

/// PRI-05: what the rule says stands above the room, where it was pressed.
#[tokio::test]
async fn an_item_before_its_time_comes_back_to_the_room() {
    let story = Story::sent().await;
    let place = text(66, "Biblioteket");
    let mut event = booked(1, place.id, 1, vec![BUP]);
    if let Event::MeetingBooked { start, .. } = &mut event {
        *start = date(2026, 8, 31).at(8, 0, 0, 0);
    }
    story.happened(vec![place], vec![event]).await;
    let room = format!("/processes/{}/meetings/1", story.id);
    let mut counsellor = story.as_(COUNSELLOR).await;
    let last = counsellor.get(&room).await.attributes(".agenda input[name=item]", "value").pop().unwrap();
    let back = counsellor.post(&format!("{room}/agenda"), &[("item", &last)]).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(back.attribute(".refusal", "data-reason").as_deref(), Some("family-speaks-first"));
    assert!(back.texts(".agenda-step").len() > 3, "{}", back.body);
}

/// One act has one address.
#[tokio::test]
async fn the_lots_leaves_at_one_address() {
    let story = Story::sent().await;
    let mut counsellor = story.as_(COUNSELLOR).await;
    let at = |rest: &str| format!("/processes/{}{rest}", story.id);
    assert_eq!(counsellor.post(&at("/lots/leaving"), &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(counsellor.post(&at("/lots-departure"), &[]).await.status, StatusCode::FORBIDDEN);
}

/// 5.8: what the child wrote for the chair is the child's to read again, and not the guardians'; also in texts
/// that were frozen when the form did not yet say so.
#[tokio::test]
async fn what_is_not_to_be_raised_is_kept_from_guardians() {
    const SECRET: &str = "Det som hände på lägret";
    let story = Story::frozen().await;
    let summons = story.process().await.summonses.last().unwrap().1.text.text;
    let written = r#"{"format":1,"form":"lots-formote-1.0","version":"1.0","name":"Förmöte","sections":[
      {"id":"why","title":"Varför","fields":[
       {"id":"purpose","label":"Syfte","entry":{"text":"Att orka med skolan"}},
       {"id":"not_to_be_raised","label":"Inte ta upp","entry":{"text":"Det som hände på lägret"}}]}]}"#;
    let note = text(67, written);
    let held = PreMeetingHeld::Yes { on: date(2026, 8, 31) };
    let pre_meeting = Event::PreMeetingRecorded {
        held,
        note: frozen(&note),
        participation: Participation::PartOfMeeting,
        formulated_with: vec![MOTHER.person],
    };
    story.happened(vec![note], vec![pre_meeting]).await;
    assert_eq!(summons, TextId(Uuid::from_u128(4)));
    for (page, shown) in
        [("/pre-meeting", "Att orka med skolan"), ("/summons", "Att orka med skolan"), ("", "Elin")]
    {
        for guardian in [MOTHER, FATHER] {
            let page = story.as_(guardian).await.get(&story.at(page)).await;
            assert!(page.body.contains(shown) && !page.body.contains(SECRET), "{}", page.body);
        }
    }
    let mut child = story.as_(ELIN).await;
    for page in ["/pre-meeting", "/summons"] {
        assert!(child.get(&story.at(page)).await.body.contains(SECRET), "{page}");
    }
}

/// CON-08: a receipt names people, times and places; it goes when the tie to the process goes, and is read in the
/// seat in which its owner acted.
#[tokio::test]
async fn a_receipt_is_found_as_long_as_the_process_concerns_its_reader() {
    let story = Story::sent().await;
    let doctor = Actor { person: DOCTOR.person, seat: Seat::Staff { unit: BUP, inbox: false } };
    let left = || async {
        let answer = story.world.app.receipt_in(doctor, story.id, Receipt::new("Svarat".to_owned())).await;
        answer.unwrap().headers()["location"].to_str().unwrap().to_owned()
    };
    let answered = left().await;
    assert_eq!(status(&story, DOCTOR, &answered).await, StatusCode::OK);

    let at = story.world.app.clock.now().local;
    let (unit, told_to) = (BUP, DOCTOR.person);
    let revoked =
        [MOTHER, FATHER].map(|one| Event::ConsentRevoked { signatory: one.person, unit, told_to, at });
    story.happened(vec![], revoked.to_vec()).await;
    assert_eq!(status(&story, DOCTOR, &answered).await, StatusCode::NOT_FOUND);
    // The act that took the tie away is told of all the same.
    let last = left().await;
    assert_eq!(status(&story, DOCTOR, &last).await, StatusCode::OK);

    let counsellor =
        Actor { person: COUNSELLOR.person, seat: Seat::Staff { unit: super::world::SCHOOL, inbox: false } };
    let app = &story.world.app;
    let answer = app.receipt(counsellor, Receipt::new("Öppnat".to_owned())).await.unwrap();
    let opened = answer.headers()["location"].to_str().unwrap().to_owned();
    assert_eq!(status(&story, COUNSELLOR, &opened).await, StatusCode::OK);
    assert_eq!(status(&story, COUNSELLOR_AS_AMBASSADOR, &opened).await, StatusCode::NOT_FOUND);
}
