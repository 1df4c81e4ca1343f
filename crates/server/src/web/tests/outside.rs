//! Does somebody without standing learn anything, at any address there is?
//!
//! The addresses come from the router's own list: whatever is added is asked here from the day it is added.

use super::{
    client::Client,
    world::{COUNSELLOR, DOCTOR, MOTHER, SCHOOL, Someone, World},
};
use crate::web::router;
use axum::http::{Method, StatusCode};
use domain::{
    Now, PersonId, ProcessId, TextId,
    lots::opening::{self, OpenProcess},
    party::{Custody, CustodyForm, Guardian},
};
use jiff::civil::date;
use policy::{Actor, Seat};
use store::{Brought, Person};
use uuid::Uuid;

const CHILD: PersonId = PersonId(Uuid::from_u128(0xc));
const THERE: ProcessId = ProcessId(Uuid::from_u128(0x7777));
const NOT_THERE: ProcessId = ProcessId(Uuid::from_u128(0x8888));

/// The counsellor has opened a process around a child whose mother is the one who signs.
async fn opened(world: &World) {
    let actor = Actor { person: COUNSELLOR.person, seat: Seat::Staff { unit: SCHOOL, inbox: true } };
    let organisation = world.app.organisation.clone();
    let now: Now = world.app.clock.now();
    let child = Person {
        id: CHILD,
        name: "Noa Lindqvist".to_owned(),
        born: Some(date(2013, 5, 1)),
        personal_id: None,
        phone: None,
        email: None,
        address: None,
        protected: false,
    };
    let brought = Brought { people: vec![child], ..Brought::default() };
    let open = move || {
        let custody = Custody {
            form: CustodyForm::Sole,
            guardians: vec![Guardian { person: MOTHER.person, legal: true }],
            checked_on: now.today(),
            checked_how: TextId(Uuid::from_u128(1)),
            placed: false,
        };
        let command = OpenProcess {
            child: CHILD,
            born: date(2013, 5, 1),
            initiator: COUNSELLOR.person,
            unit: SCHOOL,
            custody,
            family_agrees: true,
            danger_now: false,
            guardian_may_harm: false,
            protected: vec![],
            previous: None,
            request: None,
        };
        opening::open(&organisation, now, command)
    };
    world.app.store.open_process(THERE, actor, now, brought, open).await.unwrap();
}

/// The address with this process in it, and something in every other place.
fn filled(path: &str, process: ProcessId) -> String {
    let path = path.replace("{process}", &process.to_string());
    let person = CHILD.to_string();
    let filled = [("{unit}", "12101"), ("{person}", person.as_str())];
    let path = filled.iter().fold(path, |path, (place, value)| path.replace(place, value));
    let mut whole = String::new();
    for part in path.split('/').skip(1) {
        whole.push('/');
        whole.push_str(if part.starts_with('{') { "1" } else { part });
    }
    whole
}

async fn ask(client: &mut Client, method: &Method, path: &str) -> (StatusCode, String) {
    let reply = match *method {
        Method::GET => client.get(path).await,
        _ => client.post(path, &[]).await,
    };
    (reply.status, reply.body)
}

async fn learns_nothing(world: &World, who: Someone) {
    let mut client = Client::signed_in(world, who).await;
    for route in router::routes().iter().filter(|route| route.path.contains("{process}")) {
        let there = ask(&mut client, &route.method, &filled(route.path, THERE)).await;
        let nowhere = ask(&mut client, &route.method, &filled(route.path, NOT_THERE)).await;
        let same = |body: &str| body.replace(&THERE.to_string(), "").replace(&NOT_THERE.to_string(), "");
        assert_eq!(there.0, nowhere.0, "{} {}", route.method, route.path);
        assert_eq!(same(&there.1), same(&nowhere.1), "{} {}", route.method, route.path);
        assert!(!there.1.contains("Noa"), "{} {}", route.method, route.path);
        assert!(!there.0.is_success() && !there.0.is_server_error(), "{} {}", route.method, route.path);
    }
}

/// CON-03: a unit that is not called gets, at every address, the answer of what does not exist.
#[tokio::test]
async fn a_unit_outside_learns_nothing_at_any_address() {
    let world = World::demo().await;
    opened(&world).await;
    learns_nothing(&world, DOCTOR).await;
}

/// The mother and the counsellor see what the doctor does not: the test above is not blind.
#[tokio::test]
async fn those_who_have_standing_see_the_child() {
    let world = World::demo().await;
    opened(&world).await;
    let mut counsellor = Client::signed_in(&world, COUNSELLOR).await;
    let page = counsellor.get(&format!("/processes/{THERE}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Noa Lindqvist"));
    let mut mother = Client::signed_in(&world, MOTHER).await;
    let page = mother.get(&format!("/family/processes/{THERE}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Noa"));
}

/// Every address is asked by somebody who is not signed in: none shows anything of a process.
#[tokio::test]
async fn nobody_sees_a_process_without_signing_in() {
    let world = World::demo().await;
    opened(&world).await;
    for route in router::routes().iter().filter(|route| route.path.contains("{process}")) {
        let mut client = Client::new(&world);
        let (status, body) = ask(&mut client, &route.method, &filled(route.path, THERE)).await;
        assert!(
            !status.is_success() || body.contains("sign-in"),
            "{} {}: {status}",
            route.method,
            route.path
        );
        assert!(!body.contains("Noa"), "{} {}", route.method, route.path);
    }
}

/// REL-2: processes are looked for by name and state only, and a name never stands in an address.
#[tokio::test]
async fn a_process_is_found_by_name_and_the_name_stands_in_no_address() {
    let world = World::demo().await;
    opened(&world).await;
    let mut counsellor = Client::signed_in(&world, COUNSELLOR).await;
    let page = counsellor.get("/processes").await;
    assert_eq!(page.attribute("form.search", "method").as_deref(), Some("post"));
    let asked: Vec<String> = ["name", "state"]
        .iter()
        .filter(|name| page.attribute(&format!("form.search [name='{name}']"), "id").is_some())
        .map(|name| (*name).to_owned())
        .collect();
    assert_eq!(asked, ["name", "state"]);
    let found = counsellor.post("/processes", &[("name", "noa"), ("state", "")]).await;
    assert_eq!(found.status, StatusCode::OK);
    assert!(found.body.contains("Noa Lindqvist"));
    let mut doctor = Client::signed_in(&world, DOCTOR).await;
    let found = doctor.post("/processes", &[("name", "noa"), ("state", "")]).await;
    assert!(!found.body.contains("Noa Lindqvist"));
}

/// PRI-19, PRI-20: the first screen leads to help that is faster, and sends worries to social services.
#[tokio::test]
async fn the_first_screen_leads_elsewhere_when_it_must() {
    let world = World::demo().await;
    let mut anybody = Client::new(&world);
    let page = anybody.get("/").await;
    assert!(page.attribute("main a[href='/acute']", "href").is_some());
    let t = &world.app;
    assert!(page.texts("main").concat().contains("socialtjänst"), "{}", t.config.listen);
    assert!(page.texts("main textarea, main form").is_empty(), "nothing here invites a report");
}
