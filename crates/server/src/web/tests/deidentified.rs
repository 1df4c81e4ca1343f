//! Is something asked without a name by those who may, read by those whom it concerns, and is it nowhere for others?

use axum::http::{Method, StatusCode};
use domain::{BodyId, PartyId, PersonId, samba::Mandate};
use jiff::civil::date;
use store::{Person, Place, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::{
    client::{Client, Reply},
    family::story::Story,
    stories::form::Form,
    world::{COUNSELLOR, DOCTOR, MOTHER, Someone, World, plans},
};
use crate::web::{router::Route, samba::routes};

const COORDINATOR: Someone = someone(0x71);
const AT_COUNCIL: Someone = someone(0x72);
const AT_SAMBA: Someone = someone(0x73);
const STEERING: Someone = someone(0x74);
const LIST: &str = "/samba/deidentified";
const NEW: &str = "/samba/deidentified/new";

const fn someone(number: u128) -> Someone {
    Someone { person: PersonId(Uuid::from_u128(number)), seat: SeatId(Uuid::from_u128(0x1000 + number)) }
}

/// The doctor at BUP takes part in the process of Elin Lindqvist; the counsellor's unit belongs to no party.
async fn story() -> Story {
    let story = Story::sent().await;
    let seats = [
        (COORDINATOR, "Ingela Rosvall", Role::SambaCoordinator, None),
        (AT_COUNCIL, "Magnus Tydén", Role::BodyMember, Some(1)),
        (AT_SAMBA, "Staffan Lindeberg", Role::BodyMember, Some(2)),
        (STEERING, "Yvonne Carlstedt", Role::SteeringGroup, None),
    ];
    for (someone, name, role, body) in seats {
        let (born, personal_id, phone, email, address) = (None, None, None, None, None);
        let (id, name, protected) = (someone.person, name.to_owned(), false);
        let person = Person { id, name, born, personal_id, phone, email, address, protected };
        story.world.app.store.put_person(person).await.unwrap();
        let place = body.map(|body| Place {
            body: BodyId(body),
            party: PartyId(1),
            mandate: Mandate::Responsibility,
        });
        let (id, person, valid_from) = (someone.seat, someone.person, date(2026, 1, 1));
        let seat = SeatRow { id, person, role, unit: None, inbox: false, valid_from, valid_to: None, place };
        story.world.app.store.put_seat(seat).await.unwrap();
    }
    story
}

async fn at(world: &World, who: Someone) -> Client {
    Client::signed_in(world, who).await
}

fn reason(reply: &Reply) -> String {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.body);
    reply.attributes("#refusal", "data-reason").join(" ")
}

fn filled(page: &Reply, situation: &str) -> Form {
    [
        ("case.consent", "refused"),
        ("age_band", "from_13_to_15"),
        ("lots.meetings", "two"),
        ("lots.since", "a_year"),
        ("lots.chosen", "yes"),
        ("lots.plan", "attempted"),
        ("tried", "Samtal och hembesök."),
        ("child_view", "Vill ha hjälp."),
        ("family_view", "Orkar inte längre."),
        ("questions", "Vem kan samordna stödet?"),
        ("situation", situation),
    ]
    .into_iter()
    .fold(Form::at(page, NEW), |form, (name, value)| form.set(name, value))
    .choose("unit_types", ["bup"])
    .choose("lots.shortfalls", ["waiting_time"])
}

/// Written by the doctor, and where it stands.
async fn written(world: &World) -> String {
    let mut doctor = at(world, DOCTOR).await;
    let form = filled(&doctor.get(NEW).await, "Långvarig frånvaro.");
    let done = doctor.post(NEW, &form.fields()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let list = doctor.get(LIST).await;
    list.attributes("main .rows a", "href").remove(0)
}

/// On the council's agenda.
async fn on_the_agenda(world: &World) -> String {
    let address = written(world).await;
    let mut coordinator = at(world, COORDINATOR).await;
    let approval = format!("{address}/approval");
    let form = Form::at(&coordinator.get(&approval).await, &approval);
    let all = form.choices("checked").unwrap().to_vec();
    let form = form.choose("checked", all.iter().map(String::as_str));
    assert_eq!(coordinator.post(&approval, &form.fields()).await.status, StatusCode::SEE_OTHER);
    plans(world, COORDINATOR.person, BodyId(1), council_day(world)).await;
    let agenda = format!("{address}/agenda");
    let form = Form::at(&coordinator.get(&agenda).await, &agenda);
    let first = form.choices("meeting").unwrap()[0].clone();
    let form = form.set("meeting", &first);
    assert_eq!(coordinator.post(&agenda, &form.fields()).await.status, StatusCode::SEE_OTHER);
    address
}

/// A working day ahead.
fn council_day(world: &World) -> jiff::civil::Date {
    world.app.calendar.add_working_days(world.app.clock.now().today(), 10)
}

/// DID-3: everybody in the writer's own processes is known by name; the words come back at their field, with all that
/// was typed, and nothing is stored.
#[tokio::test]
async fn a_name_of_ones_own_process_is_taken_away() {
    let story = story().await;
    let mut doctor = at(&story.world, DOCTOR).await;
    let form = filled(&doctor.get(NEW).await, "Det är svårt för Elins mamma hemma.");
    let back = doctor.post(NEW, &form.fields()).await;
    assert_eq!(reason(&back), "gives-away");
    assert!(back.texts("[id=\"situation-fault\"]").concat().contains("Elin"), "{}", back.body);
    let again = Form::at(&back, NEW);
    for (name, value) in form.typed() {
        assert!(again.values_of(name).any(|there| there == value), "{name} is lost");
    }
    assert!(doctor.get(LIST).await.texts("main .rows a").is_empty());
}

/// DID-3: what has to go is told together with what is missing.
#[tokio::test]
async fn an_unfinished_form_is_looked_through_too() {
    let story = story().await;
    let mut doctor = at(&story.world, DOCTOR).await;
    let form =
        Form::at(&doctor.get(NEW).await, NEW).set("situation", "Född 2013-03-02. Bara Tyra har kontakt.");
    let back = doctor.post(NEW, &form.fields()).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.texts("[id=\"situation-fault\"]").concat().contains("2013-03-02"), "{}", back.body);
    assert!(!back.texts("[id=\"tried-fault\"]").is_empty(), "and what is missing");
    assert_eq!(Form::at(&back, NEW).choices("held").map(<[String]>::len), Some(1));
}

/// DID-3: what may be a name waits for a tick of its own; a tick for other words is none for these.
#[tokio::test]
async fn a_human_ticks_what_is_held() {
    let story = story().await;
    let mut doctor = at(&story.world, DOCTOR).await;
    let form = filled(&doctor.get(NEW).await, "Bara Tyra har kontakt.");
    let back = doctor.post(NEW, &form.fields()).await;
    assert_eq!(reason(&back), "not-looked-at");
    let offered = Form::at(&back, NEW).choices("held").unwrap().to_vec();
    assert_eq!(offered.len(), 1, "{offered:?}");
    let other = Form::at(&back, NEW).set("situation", "Bara Signe har kontakt.");
    let other = doctor.post(NEW, &other.choose("held", [offered[0].as_str()]).fields()).await;
    assert_eq!(reason(&other), "not-looked-at", "that tick was for another word");
    let ticked = Form::at(&back, NEW).choose("held", [offered[0].as_str()]);
    assert_eq!(doctor.post(NEW, &ticked.fields()).await.status, StatusCode::SEE_OTHER);
}

/// DID-5: a member of the body reads what is asked, and neither who wrote it nor where; on nobody's page stands whose
/// process it comes from.
#[tokio::test]
async fn a_member_reads_what_is_asked_and_not_by_whom() {
    let story = story().await;
    let address = on_the_agenda(&story.world).await;
    let unit = story.world.app.unit_name(super::world::BUP);
    let doctor = story.world.app.store.person(DOCTOR.person).await.unwrap().unwrap().name;
    for (who, knows) in [(DOCTOR, true), (COORDINATOR, true), (AT_COUNCIL, false)] {
        let page = at(&story.world, who).await.get(&address).await;
        assert_eq!(page.status, StatusCode::OK);
        let main = page.texts("main").concat();
        assert_eq!(main.contains(&doctor), knows, "{main}");
        assert!(!main.contains(&unit) && !main.contains("Lindqvist"), "{main}");
        assert!(!page.body.contains(&story.id.to_string()), "a way to the process");
    }
    let meeting = at(&story.world, COORDINATOR).await.get(&address).await;
    let meeting = meeting.attributes("main a[href^='/body-meetings/']", "href").remove(0);
    let agenda = at(&story.world, COORDINATOR).await.get(&meeting).await;
    assert!(agenda.attributes("main a", "href").contains(&address), "it stands on the agenda");
}

/// DID-5: for everybody else no address of it is there, to the letter, and nothing comes to be by asking.
#[tokio::test]
async fn every_address_is_there_for_its_own_alone() {
    let story = story().await;
    let address = on_the_agenda(&story.world).await;
    let before = at(&story.world, COORDINATOR).await.get(&address).await.texts("main");
    let id = address.rsplit('/').next().unwrap().to_owned();
    let routes: Vec<Route> = routes().into_iter().filter(|route| route.path.starts_with(LIST)).collect();
    assert!(routes.len() >= 22, "{}", routes.len());
    let fields = [("why", "no_longer_needed"), ("reason", "x"), ("text", "x"), ("checked", "names")];
    for who in [MOTHER, COUNSELLOR, STEERING, AT_SAMBA] {
        let mut client = at(&story.world, who).await;
        let nothing = client.get("/nowhere").await;
        for route in &routes {
            // Whoever sits in a body has a list, which is empty.
            let own = route.path == LIST && who.seat == AT_SAMBA.seat;
            let address = route.path.replace("{description}", &id);
            let answer = match route.method {
                Method::POST => client.post(&address, &fields).await,
                _ => client.get(&address).await,
            };
            let expected = if own { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(answer.status, expected, "{} {address}", route.method);
            assert!(own || answer.body == nothing.body, "{address}: {}", answer.body);
        }
        if who.seat == AT_SAMBA.seat {
            assert!(client.get(LIST).await.texts("main .rows a").is_empty());
        }
    }
    let member = at(&story.world, AT_COUNCIL).await.post(&format!("{address}/ending"), &fields).await;
    assert_eq!(member.status, StatusCode::NOT_FOUND);
    assert_eq!(at(&story.world, COORDINATOR).await.get(&address).await.texts("main"), before);
}

/// DID-8: with a consent after all it is deleted at once, for everybody.
#[tokio::test]
async fn what_has_ended_is_nowhere() {
    let story = story().await;
    let address = on_the_agenda(&story.world).await;
    let ending = format!("{address}/ending");
    let mut doctor = at(&story.world, DOCTOR).await;
    let form = Form::at(&doctor.get(&ending).await, &ending).set("why", "consent_given");
    let done = doctor.post(&ending, &form.fields()).await;
    let receipt = doctor.get(done.header("location")).await;
    assert!(!receipt.body.contains(&address), "nothing leads to what is gone");
    for who in [DOCTOR, COORDINATOR, AT_COUNCIL] {
        let mut client = at(&story.world, who).await;
        assert_eq!(client.get(&address).await.status, StatusCode::NOT_FOUND);
        assert!(client.get(LIST).await.texts("main .rows a").is_empty());
    }
}

/// DID-9: on its day it is gone from the tables too, by what the server does every hour.
#[tokio::test]
async fn what_has_had_its_day_is_cleared() {
    let story = story().await;
    let address = written(&story.world).await;
    let today = story.world.app.clock.now().today();
    let clear = || crate::disposal::dispose(&story.world.app.store, &story.world.app.clock);
    clear().await.unwrap();
    assert_eq!(at(&story.world, DOCTOR).await.get(&address).await.status, StatusCode::OK);
    story.world.wait_until(today.saturating_add(jiff::Span::new().days(180)).at(0, 1, 0, 0));
    assert_eq!(at(&story.world, DOCTOR).await.get(&address).await.status, StatusCode::NOT_FOUND);
    clear().await.unwrap();
    let now = story.world.app.clock.now();
    assert_eq!(story.world.app.store.delete_deidentified(now).await.unwrap(), 0, "it is gone already");
    assert!(story.world.app.store.verify().await.unwrap().is_empty());
}
