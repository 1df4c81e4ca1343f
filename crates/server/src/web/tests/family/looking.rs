//! Who has looked, from which unit, when and why, and what is not told? (AD-5, AC-7)

use axum::http::StatusCode;
use domain::{
    CommitmentNo, Event, OtherGroundNo, PersonId, UnitId, choice::LegalBasis,
    event::other_ground::OtherGroundEvent,
};
use jiff::civil::date;
use store::{Person, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::{
    super::world::{BUP, COUNSELLOR, DOCTOR, MOTHER, Someone, World},
    meetings::planned,
    story::{ELIN, FATHER, Story, text},
};
/// Social services for children in Hässleholm.
const SOCIAL: UnitId = UnitId(129_305);
const SOCIAL_WORKER: Someone =
    Someone { person: PersonId(Uuid::from_u128(0x50C)), seat: SeatId(Uuid::from_u128(0x50D)) };

async fn with_a_social_worker(world: &World) {
    let person = Person {
        id: SOCIAL_WORKER.person,
        name: "Maj Gran".to_owned(),
        born: None,
        personal_id: None,
        phone: None,
        email: None,
        address: None,
        protected: false,
    };
    world.app.store.put_person(person).await.unwrap();
    let seat = SeatRow {
        id: SOCIAL_WORKER.seat,
        person: SOCIAL_WORKER.person,
        role: Role::Staff,
        unit: Some(SOCIAL),
        inbox: false,
        valid_from: date(2026, 1, 1),
        valid_to: None,
        place: None,
    };
    world.app.store.put_seat(seat).await.unwrap();
}

/// BUP has disclosed its line to the social worker, and two persons have said so.
async fn disclosed(story: &Story, kept: bool) {
    with_a_social_worker(&story.world).await;
    let (reason, law) = (text(80, "Barnet behöver stöd nu"), text(81, "Förundersökning pågår"));
    let decided = OtherGroundEvent::OtherGroundDecided {
        ground: OtherGroundNo(1),
        from: BUP,
        to: SOCIAL,
        reader: SOCIAL_WORKER.person,
        basis: LegalBasis::HealthCareToChild,
        lines: vec![CommitmentNo(1)],
        reason: reason.id,
        kept_from_family: kept.then_some(law.id),
        until: date(2026, 10, 1),
        by: DOCTOR.person,
        on: date(2026, 8, 31),
    };
    let (ground, by, on) = (OtherGroundNo(1), COUNSELLOR.person, date(2026, 8, 31));
    let confirmed = OtherGroundEvent::OtherGroundConfirmed { ground, by, on };
    let events = [decided, confirmed].map(Event::OtherGround).to_vec();
    story.happened(vec![reason, law], events).await;
}

/// AD-5: the same minute, the family reads who looked, from which unit and why.
#[tokio::test]
async fn the_family_reads_who_looked_and_why() {
    let story = planned().await;
    let mut doctor = story.as_(DOCTOR).await;
    assert_eq!(doctor.get(&format!("/processes/{}/lines", story.id)).await.status, StatusCode::OK);
    let mut mother = story.as_(MOTHER).await;
    let page = mother.get(&story.at("/looked")).await;
    let rows = page.texts("main .rows .row");
    let own = rows.iter().find(|row| row.contains("sin egen del")).expect("the doctor looked");
    assert!(own.contains("Omar Haddad") && own.contains("BUP") && own.contains("har kallats av er"), "{own}");
    assert!(own.contains("mån 31 augusti 2026"), "{own}");
}

/// AD-5: whose list the child stood in is told as well, once a day.
#[tokio::test]
async fn a_look_in_a_list_is_a_look() {
    let story = planned().await;
    let mut doctor = story.as_(DOCTOR).await;
    for _ in 0..2 {
        doctor.get("/work").await;
    }
    let mut elin = story.as_(ELIN).await;
    let page = elin.get(&story.at("/looked?who=others")).await;
    let listed = page.texts("main .rows .row");
    let listed: Vec<_> =
        listed.iter().filter(|row| row.contains("Såg ditt namn i sin arbetslista")).collect();
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert!(listed[0].contains("Omar Haddad"));
}

/// AD-5: attempts that were turned down are told without blame, and one's own looks are told apart.
#[tokio::test]
async fn attempts_are_told_and_ones_own_looks_told_apart() {
    let story = planned().await;
    let mut doctor = story.as_(DOCTOR).await;
    let address = format!("/processes/{}/signatures", story.id);
    assert_eq!(doctor.get(&address).await.status, StatusCode::FORBIDDEN);
    let mut father = story.as_(FATHER).await;
    father.get(&story.at("/plan")).await;
    let mut mother = story.as_(MOTHER).await;
    mother.get(&story.at("/plan")).await;
    let all = mother.get(&story.at("/looked")).await.texts("main .rows .row").join("\n");
    assert!(all.contains("Försökte öppna en sida, men fick inte."), "{all}");
    assert!(all.contains("Du själv") && all.contains("Johan Lindqvist, vårdnadshavare"), "{all}");
    let others = mother.get(&story.at("/looked?who=others")).await.texts("main .rows .row").join("\n");
    assert!(!others.contains("Du själv") && !others.contains("Johan"), "{others}");
}

/// AD-5: nothing is cut off; the eldest look stands on the last page.
#[tokio::test]
async fn the_list_goes_on_page_after_page() {
    let story = planned().await;
    for day in 0..60_i8 {
        story.world.wait_until(date(2026, 8, 31).at(9, 0, 0, 0) + jiff::Span::new().days(i64::from(day)));
        let mut doctor = story.as_(DOCTOR).await;
        doctor.get(&format!("/processes/{}/lines", story.id)).await;
    }
    let mut mother = story.as_(MOTHER).await;
    let first = mother.get(&story.at("/looked?who=others")).await;
    assert_eq!(first.texts("main .rows .row").len(), 50);
    let next = first.attributes("main nav a", "href");
    let last = mother.get(&next[0]).await;
    assert!(last.texts("main .rows .row").last().unwrap().contains("31 augusti 2026"));
    assert_eq!(last.attributes("main nav a", "href").len(), 1, "back and no further");
}

/// AC-10: a disclosure on another ground is told with the law that lets a unit do so.
#[tokio::test]
async fn a_disclosure_is_told() {
    let story = planned().await;
    disclosed(&story, false).await;
    let mut mother = story.as_(MOTHER).await;
    let page = mother.get(&story.at("/looked")).await;
    let told = page.texts("section[aria-labelledby=disclosed]").concat();
    assert!(told.contains("Maj Gran") && told.contains("OSL 25 kap. 12 §"), "{told}");
    assert!(told.contains("bedömning av sömnen") && told.contains("1 oktober 2026"), "{told}");
}

/// AC-10: where a law forbids to tell the family, nothing of it stands there: neither the disclosure, nor the
/// reader's looks, nor those who decided.
#[tokio::test]
async fn a_kept_disclosure_is_told_nowhere() {
    let story = planned().await;
    let mut mother = story.as_(MOTHER).await;
    disclosed(&story, true).await;
    let mut reader = story.as_(SOCIAL_WORKER).await;
    reader.get("/work").await;
    reader.get(&format!("/disclosed/{}", story.id)).await;
    reader.get(&format!("/processes/{}", story.id)).await;
    for path in ["", "/looked", "/plan"] {
        let page = mother.get(&story.at(path)).await;
        assert!(!page.body.contains("Maj Gran") && !page.body.contains("OSL"), "{path}");
    }
}
