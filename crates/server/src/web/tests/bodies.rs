//! Can a body meet from its day in the calendar to corrected minutes, and does nobody else learn of it? (BOD-1 to BOD-8)

use axum::http::{Method, StatusCode};
use domain::{BodyId, PartyId, PersonId, samba::Mandate};
use jiff::civil::date;
use store::{Person, Place, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::{
    client::{Client, Reply},
    world::{COUNSELLOR, DOCTOR, MOTHER, Someone, World},
};
use crate::web::{router::Route, samba::routes};

const COORDINATOR: Someone = someone(0x51);
const AVF: Someone = someone(0x52);
const BUP: Someone = someone(0x53);
const BUP_DEPUTY: Someone = someone(0x54);
/// Sits in Samba, not in the council.
const AT_SAMBA: Someone = someone(0x55);
const STEERING: Someone = someone(0x56);

const fn someone(number: u128) -> Someone {
    Someone { person: PersonId(Uuid::from_u128(number)), seat: SeatId(Uuid::from_u128(0x1000 + number)) }
}

/// The council and those around it, on the first of March 2027.
async fn world() -> World {
    let world = World::demo().await;
    let seats = [
        (COORDINATOR, "Ingela Rosvall", Role::SambaCoordinator, None),
        (AVF, "Magnus Tydén", Role::BodyMember, Some((1, 1))),
        (BUP, "Ulrika Sandgren", Role::BodyMember, Some((1, 5))),
        (BUP_DEPUTY, "Kenan Basic", Role::BodyMember, Some((1, 5))),
        (AT_SAMBA, "Staffan Lindeberg", Role::BodyMember, Some((2, 5))),
        (STEERING, "Yvonne Carlstedt", Role::SteeringGroup, None),
    ];
    for (someone, name, role, place) in seats {
        let person = Person {
            id: someone.person,
            name: name.to_owned(),
            born: None,
            personal_id: None,
            phone: None,
            email: None,
            address: None,
            protected: false,
        };
        world.app.store.put_person(person).await.unwrap();
        let place = place.map(|(body, party)| Place {
            body: BodyId(body),
            party: PartyId(party),
            mandate: Mandate::Responsibility,
        });
        let seat = SeatRow {
            id: someone.seat,
            person: someone.person,
            role,
            unit: None,
            inbox: false,
            valid_from: date(2026, 1, 1),
            valid_to: None,
            place,
        };
        world.app.store.put_seat(seat).await.unwrap();
    }
    world.wait_until(date(2027, 3, 1).at(9, 0, 0, 0));
    world
}

async fn at(world: &World, who: Someone) -> Client {
    Client::signed_in(world, who).await
}

fn refused(reply: &Reply) -> String {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.body);
    reply.attributes(".refusal", "data-reason").join(" ")
}

const PLACE: [(&str, &str); 2] = [("time", "13:00"), ("place", "Rådhuset, rum 2")];

/// S7, BOD-1: of the slot on Ascension Day one is asked, and on no other day does the meeting of that slot come to be.
#[tokio::test]
async fn ascension_day_is_asked_about_and_chosen() {
    let world = world().await;
    let mut coordinator = at(&world, COORDINATOR).await;
    assert_eq!(coordinator.get("/").await.header("location"), "/bodies");
    let calendar = coordinator.get("/bodies").await;
    let days = calendar.texts(".rows .row-title");
    for day in ["tors 11 mars 2027", "tors 25 mars 2027", "tors 6 maj 2027", "tors 10 juni 2027"] {
        assert!(days.iter().any(|found| found == day), "{day}: {days:?}");
    }
    assert!(calendar.body.contains("tors 6 maj 2027 räknas inte som arbetsdag"), "{}", calendar.body);
    let asked = coordinator.get("/bodies/1/meetings?slot=2027-05-06").await;
    assert_eq!(asked.texts("main .choice label"), ["ons 5 maj 2027", "fre 7 maj 2027"], "{}", asked.body);
    let plan = |date: &'static str| [("slot", "2027-05-06"), ("date", date), PLACE[0], PLACE[1]];
    let on_the_day = coordinator.post("/bodies/1/meetings", &plan("2027-05-06")).await;
    assert_eq!(refused(&on_the_day), "no-working-day");
    assert!(on_the_day.body.contains("Rådhuset, rum 2"), "what was typed stays");
    let elsewhere = coordinator.post("/bodies/1/meetings", &plan("2027-05-10")).await;
    assert_eq!(refused(&elsewhere), "not-proposed");
    let planned = coordinator.post("/bodies/1/meetings", &plan("2027-05-07")).await;
    let address = planned.header("location").to_owned();
    let meeting = coordinator.get(&address).await;
    assert_eq!(meeting.texts("h1"), ["Samarbetsrådet fre 7 maj 2027"]);
    assert!(meeting.body.contains("Mötet gäller den fasta dagen tors 6 maj 2027."), "{}", meeting.body);
    let again = coordinator.post("/bodies/1/meetings", &plan("2027-05-05")).await;
    assert_eq!(refused(&again), "slot-taken");
    for unknown in ["/bodies/1/meetings?slot=2027-05-07", "/bodies/1/meetings?slot=x", "/bodies/3/meetings"] {
        assert_eq!(coordinator.get(unknown).await.status, StatusCode::NOT_FOUND, "{unknown}");
    }
}

/// Plans the council of the eleventh of March and convenes it.
async fn convened(coordinator: &mut Client) -> String {
    let fields = [("slot", "2027-03-11"), ("date", "2027-03-11"), PLACE[0], PLACE[1]];
    let address = coordinator.post("/bodies/1/meetings", &fields).await.header("location").to_owned();
    assert_eq!(coordinator.post(&format!("{address}/convening"), &[]).await.status, StatusCode::SEE_OTHER);
    address
}

/// BOD-6 to BOD-8: attendance, agenda, minutes, a correction; every step out of order is refused and explained.
#[tokio::test]
async fn a_meeting_is_held_and_minuted() {
    let world = world().await;
    let mut coordinator = at(&world, COORDINATOR).await;
    let address = convened(&mut coordinator).await;
    let to = |part: &str| format!("{address}/{part}");
    let person = |who: Someone| who.person.to_string();
    let (avf, deputy) = (person(AVF), person(BUP_DEPUTY));
    let attendance = [("present", avf.as_str()), ("present", deputy.as_str())];
    assert_eq!(refused(&coordinator.post(&to("attendance"), &attendance).await), "day-ahead");
    world.wait_until(date(2027, 3, 11).at(15, 0, 0, 0));
    let mut coordinator = at(&world, COORDINATOR).await;
    assert_eq!(refused(&coordinator.post(&to("attendance"), &[]).await), "nobody-present");
    let stranger = [("present", "00000000000000000000000000000009")];
    let stranger = coordinator.post(&to("attendance"), &stranger).await;
    assert_eq!(stranger.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody has ticked that in our form");
    assert_eq!(coordinator.post(&to("attendance"), &attendance).await.status, StatusCode::SEE_OTHER);
    let meeting = coordinator.get(&address).await;
    for line in ["Kenan Basic, närvarande", "Ulrika Sandgren, frånvarande"] {
        assert!(meeting.texts("dd").iter().any(|found| found == line), "{line}: {}", meeting.body);
    }
    assert_eq!(refused(&coordinator.post(&to("final"), &[]).await), "step-before");
    assert_eq!(refused(&coordinator.post(&to("secretary"), &[("secretary", &deputy)]).await), "step-before");
    coordinator.post(&to("agenda"), &[("step", "introductions")]).await;
    let absent = person(BUP);
    let elected = coordinator.post(&to("secretary"), &[("secretary", &absent)]).await;
    assert_eq!(refused(&elected), "secretary-not-present");
    coordinator.post(&to("secretary"), &[("secretary", &deputy)]).await;
    assert_eq!(refused(&coordinator.post(&to("agenda"), &[("step", "purpose")]).await), "part-missing");
    coordinator.post(&to("minutes/purpose"), &[("text", "Varför vi möts")]).await;
    coordinator.post(&to("agenda"), &[("step", "purpose")]).await;
    let ended = coordinator.post(&to("final"), &[]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.body);

    let reason = [("reason", "Nytt skäl")];
    assert_eq!(refused(&coordinator.post(&to("cancellation"), &reason).await), "final");
    let unexplained = coordinator.post(&to("minutes/purpose"), &[("text", "Varför vi ses")]).await;
    assert_eq!(unexplained.texts(".fault").len(), 1, "{}", unexplained.body);
    let why = [("text", "Varför vi ses"), ("reason", "Fel ord")];
    assert_eq!(coordinator.post(&to("minutes/purpose"), &why).await.status, StatusCode::SEE_OTHER);
    let mut member = at(&world, BUP).await;
    let read = member.get(&address).await;
    assert_eq!(read.texts(".as-written"), ["Varför vi ses", "Varför vi möts"], "{}", read.body);
    assert!(read.body.contains("Rättat av Ingela Rosvall") && read.body.contains("Fel ord"), "{}", read.body);
    assert!(read.texts("main form").is_empty(), "a member writes nothing: {}", read.body);
    assert_eq!(member.post(&to("minutes/purpose"), &why).await.status, StatusCode::NOT_FOUND);
}

/// BOD-5: moved and called off with a reason that its members read.
#[tokio::test]
async fn a_meeting_is_moved_and_called_off() {
    let world = world().await;
    let mut coordinator = at(&world, COORDINATOR).await;
    let address = convened(&mut coordinator).await;
    let day = format!("{address}/day");
    let to =
        |date: &'static str, reason: &'static str| [("date", date), PLACE[0], PLACE[1], ("reason", reason)];
    let silent = coordinator.post(&day, &to("2027-03-12", "")).await;
    assert_eq!(silent.texts(".fault").len(), 1, "{}", silent.body);
    assert_eq!(refused(&coordinator.post(&day, &to("2027-03-13", "Utbildning")).await), "no-working-day");
    coordinator.post(&day, &to("2027-03-12", "Utbildning")).await;
    let mut member = at(&world, AVF).await;
    let read = member.get(&address).await;
    assert!(read.body.contains("Flyttat från tors 11 mars 2027"), "{}", read.body);
    assert!(read.body.contains("Utbildning"), "{}", read.body);
    coordinator.post(&format!("{address}/cancellation"), &[("reason", "Ingen kan")]).await;
    let read = member.get(&address).await;
    assert!(read.body.contains("Inställt. Ingen kan"), "{}", read.body);
}

/// BOD-3: the coordinator lets the council meet less often, and the reason stays to be read.
#[tokio::test]
async fn a_cadence_is_changed() {
    let world = world().await;
    let mut coordinator = at(&world, COORDINATOR).await;
    let change =
        |from: &'static str| [("every", "4"), ("unit", "weeks"), ("from", from), ("reason", "Färre ärenden")];
    let late = coordinator.post("/bodies/1/cadence", &change("2027-03-01")).await;
    assert_eq!(late.texts(".fault"), ["Välj en dag efter i dag."], "{}", late.body);
    let changed = coordinator.post("/bodies/1/cadence", &change("2027-04-08")).await;
    assert_eq!(changed.header("location"), "/bodies", "{}", changed.body);
    let days = coordinator.get("/bodies").await.texts(".rows .row-title");
    let none = ["tors 22 april 2027", "tors 20 maj 2027"];
    assert!(none.iter().all(|day| !days.iter().any(|found| found == day)), "{days:?}");
    assert!(days.iter().any(|day| day == "tors 6 maj 2027"), "{days:?}");
    let page = coordinator.get("/bodies/1/cadence").await;
    assert!(page.body.contains("Färre ärenden") && page.body.contains("Ingela Rosvall"), "{}", page.body);
}

/// BOD-4: members find what is convened in their own body; for everybody else, and before that, it is not there.
#[tokio::test]
async fn nobody_else_learns_that_a_body_meets() {
    let world = world().await;
    let mut coordinator = at(&world, COORDINATOR).await;
    let fields = [("slot", "2027-03-25"), ("date", "2027-03-25"), PLACE[0], PLACE[1]];
    let planned = coordinator.post("/bodies/1/meetings", &fields).await.header("location").to_owned();
    let called = convened(&mut coordinator).await;
    let mut member = at(&world, BUP_DEPUTY).await;
    assert_eq!(member.get("/").await.header("location"), "/body-meetings");
    let listed = member.get("/body-meetings").await;
    assert_eq!(listed.attributes(".rows .row-title a", "href"), [called.as_str()], "{}", listed.body);
    assert_eq!(member.get(&called).await.status, StatusCode::OK);
    assert_eq!(member.get(&planned).await.status, StatusCode::NOT_FOUND, "it is only planned");
    let unknown = format!("/body-meetings/{}", Uuid::from_u128(1).simple());
    for who in [MOTHER, COUNSELLOR, DOCTOR, STEERING, AT_SAMBA] {
        let mut client = at(&world, who).await;
        let nothing = client.get(&unknown).await;
        for address in [&called, &planned] {
            let answer = client.get(address).await;
            assert_eq!((answer.status, answer.body), (nothing.status, nothing.body.clone()), "{address}");
        }
        for address in ["/bodies", "/bodies/1/meetings", "/bodies/1/cadence"] {
            assert_eq!(client.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        let act = client.post(&format!("{called}/cancellation"), &[("reason", "x")]).await;
        assert_eq!(act.status, StatusCode::NOT_FOUND);
    }
    let mut elsewhere = at(&world, AT_SAMBA).await;
    let listed = elsewhere.get("/body-meetings").await;
    assert!(listed.attributes(".rows .row-title a", "href").is_empty(), "{}", listed.body);
}

/// A note and a need of the coordinator's, by their ids.
async fn on_the_desk(coordinator: &mut Client) -> (String, String) {
    let day = ("day", "2027-03-01");
    let note = [day, ("kind", "planning"), ("text", "Boka rum"), ("fact", "no"), ("last-day", "2027-03-31")];
    coordinator.post("/samba/notes/new", &note).await;
    let need = [day, ("area", "other"), ("text", "Det tar för lång tid.")];
    coordinator.post("/samba/needs/new", &need).await;
    let note = coordinator.get("/samba/notes").await.attribute(".rows a", "href").unwrap();
    let need = coordinator.get("/samba/needs").await.attribute(".rows a", "href").unwrap();
    let part = |address: &str| address.split('/').nth(3).unwrap().to_owned();
    (part(&note), part(&need))
}

/// BOD-4, DESK-1, DESK-3: every address of this part, asked by everybody who has nothing to do with the body: each answers as if it
/// were not there, to the letter, and nothing comes to be by it. The list is the router's own.
#[tokio::test]
async fn every_address_is_there_for_its_own_alone() {
    let world = world().await;
    let mut coordinator = at(&world, COORDINATOR).await;
    let called = convened(&mut coordinator).await;
    let meeting = called.rsplit('/').next().unwrap().to_owned();
    let before = coordinator.get(&called).await.texts("main");
    // Those of the cases, and of what is asked without a name, are asked for elsewhere.
    let of_bodies = |route: &Route| !route.path.starts_with("/samba/");
    let routes: Vec<Route> = routes().into_iter().filter(of_bodies).collect();
    assert!(routes.len() >= 19, "{}", routes.len());
    let desk = on_the_desk(&mut coordinator).await;
    let filled = |path: &str| {
        let path = path.replace("{body}", "1").replace("{meeting}", &meeting).replace("{part}", "purpose");
        path.replace("{note}", &desk.0).replace("{need}", &desk.1)
    };
    let fields = [("date", "2027-03-24"), PLACE[0], PLACE[1], ("reason", "x"), ("text", "x"), ("every", "3")];
    for who in [MOTHER, COUNSELLOR, DOCTOR, STEERING, AT_SAMBA, AVF] {
        let mut client = at(&world, who).await;
        let nothing = client.get("/nowhere").await;
        for route in &routes {
            // A member of the body reads its list and its meetings, one of another body only that body's list.
            let own = match route.path {
                // What the parties should develop is for every member.
                "/body-meetings" | "/samba/needs" => [AVF.seat, AT_SAMBA.seat].contains(&who.seat),
                "/body-meetings/{meeting}" => who.seat == AVF.seat,
                _ => false,
            };
            let address = filled(route.path);
            let answer = match route.method {
                Method::POST => client.post(&address, &fields).await,
                _ => client.get(&address).await,
            };
            let expected = if own { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(answer.status, expected, "{} {address}", route.method);
            assert!(own || answer.body == nothing.body, "{address}: {}", answer.body);
        }
    }
    assert_eq!(coordinator.get(&called).await.texts("main"), before, "nothing has come of it");
}
