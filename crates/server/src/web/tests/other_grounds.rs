//! Does a disclosure on another ground open these lines to this person until this day, and nothing else? (AC-10)

use axum::http::{Method, StatusCode};
use domain::{Event, PersonId, UnitId};
use jiff::civil::date;
use store::{Person, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::{
    client::{Client, Reply},
    family::{
        meetings::planned,
        story::{ELIN, Story},
    },
    world::{BUP, COUNSELLOR, DOCTOR, MOTHER, SCHOOL, Someone},
};
use crate::web::router;

/// Social services for children in Hässleholm.
const SOCIAL: UnitId = UnitId(129_305);
const SOCIAL_WORKER: Someone = someone(0x50C);
const COLLEAGUE_THERE: Someone = someone(0x51C);
/// The doctor's colleague at BUP.
const NURSE: Someone = someone(0x52C);
const LINE: &str = "Vi gör en bedömning av sömnen";

const fn someone(number: u128) -> Someone {
    Someone { person: PersonId(Uuid::from_u128(number)), seat: SeatId(Uuid::from_u128(0x1000 + number)) }
}

async fn lives(story: &Story, who: Someone, name: &str, unit: UnitId) {
    let (store, id) = (&story.world.app.store, who.person);
    let (born, personal_id, phone, email, address) = (None, None, None, None, None);
    let name = name.to_owned();
    let person = Person { id, name, born, personal_id, phone, email, address, protected: false };
    store.put_person(person).await.unwrap();
    let (id, person, role, inbox) = (who.seat, who.person, Role::Staff, true);
    let (valid_from, valid_to) = (date(2026, 1, 1), None);
    let seat = SeatRow { id, person, role, unit: Some(unit), inbox, valid_from, valid_to, place: None };
    store.put_seat(seat).await.unwrap();
}

async fn told() -> Story {
    let story = planned().await;
    lives(&story, SOCIAL_WORKER, "Maj Gran", SOCIAL).await;
    lives(&story, COLLEAGUE_THERE, "Per Ek", SOCIAL).await;
    lives(&story, NURSE, "Åsa Lind", BUP).await;
    story.happened(vec![], vec![Event::ParticipantNamed { unit: BUP, person: NURSE.person }]).await;
    story
}

async fn decides(story: &Story, to: UnitId, reader: &str, basis: &str, until: &str) -> Reply {
    let mut doctor = story.as_(DOCTOR).await;
    let address = format!("/processes/{}/other-grounds/to/{to}", story.id);
    let fields = [
        ("line", "1"),
        ("reader", reader),
        ("basis", basis),
        ("reason", "Barnet behöver stöd nu"),
        ("until", until),
    ];
    doctor.post(&address, &fields).await
}

async fn decided() -> Story {
    let story = told().await;
    let reader = SOCIAL_WORKER.person.to_string();
    let reply = decides(&story, SOCIAL, &reader, "osl_25_12", "2026-10-01").await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    story
}

async fn does(story: &Story, who: Someone, act: &str) -> StatusCode {
    let address = format!("/processes/{}/other-grounds/1/{act}", story.id);
    story.as_(who).await.post(&address, &[]).await.status
}

async fn reads(story: &Story, who: Someone) -> StatusCode {
    story.as_(who).await.get(&format!("/disclosed/{}", story.id)).await.status
}

/// AC-10: nothing is open before a second person at the unit has confirmed it, and that is not the first.
#[tokio::test]
async fn nothing_is_open_before_the_second_person() {
    let story = decided().await;
    assert_eq!(reads(&story, SOCIAL_WORKER).await, StatusCode::NOT_FOUND);
    assert_eq!(does(&story, DOCTOR, "confirmation").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(does(&story, COUNSELLOR, "confirmation").await, StatusCode::NOT_FOUND, "another unit's");
    assert_eq!(reads(&story, SOCIAL_WORKER).await, StatusCode::NOT_FOUND);
    assert_eq!(does(&story, NURSE, "confirmation").await, StatusCode::SEE_OTHER);
    let mut reader = story.as_(SOCIAL_WORKER).await;
    let page = reader.get(&format!("/disclosed/{}", story.id)).await;
    assert!(page.body.contains(LINE), "{}", page.body);
    for other in ["Sova på nätterna", "Att Elin sover", "rasten", "Helena Åkesson", "Sara Lindqvist"] {
        assert!(!page.body.contains(other), "{other}");
    }
    let list = reader.get("/work").await;
    assert!(list.attributes("main a", "href").contains(&format!("/disclosed/{}", story.id)));
}

/// AC-10: the named person alone reads it, and no other address opens.
#[tokio::test]
async fn nothing_else_opens_and_nobody_else_reads() {
    let story = decided().await;
    does(&story, NURSE, "confirmation").await;
    for somebody in [COLLEAGUE_THERE, MOTHER, ELIN] {
        assert_eq!(reads(&story, somebody).await, StatusCode::NOT_FOUND);
    }
    let mut reader = story.as_(SOCIAL_WORKER).await;
    let id = story.id.to_string();
    for route in router::routes().iter().filter(|route| route.path.contains("{process}")) {
        if route.path.starts_with("/disclosed/") {
            continue;
        }
        let path = route.path.replace("{process}", &id).replace("{unit}", &BUP.to_string());
        let parts: Vec<_> =
            path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect();
        let reply = asked(&mut reader, &route.method, &parts.join("/")).await;
        assert!(!reply.status.is_success() && !reply.body.contains(LINE), "{} {path}", route.method);
        assert!(
            !reply.status.is_redirection() || path == format!("/processes/{id}"),
            "{} {path}",
            route.method
        );
    }
}

async fn asked(client: &mut Client, method: &Method, path: &str) -> Reply {
    if *method == Method::GET { client.get(path).await } else { client.post(path, &[]).await }
}

/// AC-10: it ends with its day, and at once when anyone at the unit ends it.
#[tokio::test]
async fn it_ends_with_its_day_or_before() {
    let story = decided().await;
    does(&story, NURSE, "confirmation").await;
    let address = format!("/disclosed/{}", story.id);
    story.world.wait_until(date(2026, 10, 1).at(23, 0, 0, 0));
    assert_eq!(story.as_(SOCIAL_WORKER).await.get(&address).await.status, StatusCode::OK);
    story.world.wait_until(date(2026, 10, 2).at(0, 1, 0, 0));
    assert_eq!(reads(&story, SOCIAL_WORKER).await, StatusCode::NOT_FOUND);

    let story = decided().await;
    does(&story, NURSE, "confirmation").await;
    assert_eq!(reads(&story, SOCIAL_WORKER).await, StatusCode::OK);
    assert_eq!(does(&story, NURSE, "end").await, StatusCode::SEE_OTHER);
    assert_eq!(reads(&story, SOCIAL_WORKER).await, StatusCode::NOT_FOUND);
}

/// AC-10: the rules on a child's care cover no school, and half a year is the longest.
#[tokio::test]
async fn what_the_law_does_not_cover_is_refused() {
    let story = told().await;
    let reader = COUNSELLOR.person.to_string();
    for basis in ["osl_25_12", "osl_26_9"] {
        let reply = decides(&story, SCHOOL, &reader, basis, "2026-10-01").await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{basis}");
    }
    let reader = SOCIAL_WORKER.person.to_string();
    for (basis, until) in [("osl_26_9", "2026-10-01"), ("osl_25_12", "2027-03-02")] {
        let reply = decides(&story, SOCIAL, &reader, basis, until).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{basis} {until}");
    }
    assert_eq!(story.process().await.other_grounds.iter().count(), 0);
}

/// AC-10: a withdrawal of consent ends no such decision, and the unit gains nothing by it.
#[tokio::test]
async fn a_withdrawal_does_not_end_it_and_no_consent_grows() {
    let story = decided().await;
    does(&story, NURSE, "confirmation").await;
    let mut mother = story.as_(MOTHER).await;
    let bup = BUP.to_string();
    let stop = mother.post(&story.at("/stop"), &[("way", "units"), ("units", &bup)]).await;
    assert_eq!(stop.status, StatusCode::SEE_OTHER, "{}", stop.body);
    assert_eq!(reads(&story, SOCIAL_WORKER).await, StatusCode::OK);
    let today = story.world.app.clock.now().today();
    assert!(!story.process().await.admits(SOCIAL, today));
}

/// AC-10, CON-26: the first page asks to ask the family first, and has no button for a report of concern.
#[tokio::test]
async fn the_family_is_asked_first() {
    let story = told().await;
    let mut doctor = story.as_(DOCTOR).await;
    let page = doctor.get(&format!("/processes/{}/other-grounds", story.id)).await;
    let main = page.texts("main").concat();
    assert!(main.contains("Fråga familjen först") && main.contains("orosanmälan görs inte här"), "{main}");
    assert!(page.attributes("main form", "action").iter().all(|action| action.contains("other-grounds")));
    let unit = doctor.post(&format!("/processes/{}/other-grounds", story.id), &[("unit", "129305")]).await;
    assert_eq!(unit.header("location"), format!("/processes/{}/other-grounds/to/129305", story.id));
    let form = doctor.get(unit.header("location")).await;
    assert!(form.body.contains("Maj Gran") && form.body.contains(LINE));
}
