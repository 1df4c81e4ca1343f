//! Do lists, searches, calendar and pages agree, for everybody, in any world?
//!
//! A world goes on from the demo by acts that somebody is offered and that chance picks. Then everybody looks into
//! every list that there is for them: what it leads to opens, and what no list leads to is answered like what does
//! not exist.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use domain::ProcessId;
use policy::Actor;
use store::{Role, SeatedPerson};
use uuid::Uuid;

use super::{
    super::{
        client::{Client, Reply},
        stories::form::Form,
    },
    addresses::{Addresses, filled, names},
    filling::filled_in,
    ground::{Ground, TODAY, block_on},
    worlds::dice::Dice,
};
use crate::web::router::Route;

const WORLDS: u64 = 2;
/// How many acts chance picks in each.
const ACTS: usize = 40;
/// How many pages lead on to the next before it is said that they go round.
const REDIRECTS_MAX: usize = 3;

#[derive(Default)]
struct Compared {
    acts: usize,
    lists: usize,
    listed: usize,
    unlisted: usize,
    meetings: usize,
    faults: BTreeSet<String>,
}

/// AC-1, CON-03, REL-2: lists, search, calendar and pages show the same.
#[test]
fn what_is_listed_opens_and_nothing_else_is_there() {
    let mut all = Compared::default();
    let worlds: Vec<Compared> = std::thread::scope(|scope| {
        let worlds: Vec<_> =
            (0..WORLDS).map(|seed| scope.spawn(move || block_on(world(&Addresses::new(), seed)))).collect();
        worlds.into_iter().map(|world| world.join().unwrap()).collect()
    });
    for world in worlds {
        all.acts += world.acts;
        all.lists += world.lists;
        all.listed += world.listed;
        all.unlisted += world.unlisted;
        all.meetings += world.meetings;
        all.faults.extend(world.faults);
    }
    println!(
        "{} worlds with {} acts: {} lists, {} things listed and opened, {} not listed and not there, {} meetings",
        WORLDS, all.acts, all.lists, all.listed, all.unlisted, all.meetings
    );
    assert!(all.acts > 0 && all.listed > 0 && all.unlisted > 0 && all.meetings > 0);
    let faults: Vec<String> = all.faults.into_iter().collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

async fn world(addresses: &Addresses, seed: u64) -> Compared {
    let (ground, mut dice, mut compared) = (Ground::on(TODAY), Dice::new(seed), Compared::default());
    let seats = ground.seats().await;
    let processes: Vec<ProcessId> = ground.processes().await.into_iter().collect();
    for _ in 0..ACTS {
        compared.acts += usize::from(acts(&mut dice, addresses, &ground, &seats, &processes).await);
    }
    let processes: Vec<ProcessId> = ground.processes().await.into_iter().collect();
    for seated in &ground.seats().await {
        agrees(&mut dice, addresses, &ground, seated, &processes, &mut compared).await;
    }
    compared
}

/// Somebody whom a process concerns opens one of its pages and sends what the page offers.
async fn acts(
    dice: &mut Dice,
    addresses: &Addresses,
    ground: &Ground,
    seats: &[SeatedPerson],
    processes: &[ProcessId],
) -> bool {
    let Some(id) = dice.pick(processes) else { return false };
    let process = ground.process(*id).await;
    let around: Vec<&SeatedPerson> = seats
        .iter()
        .filter(|one| {
            policy::rule(Actor::from(one.seat), policy::Action::ReadProcess, &process, ground.app.clock.now())
                .is_ok()
        })
        .collect();
    let Some(seated) = dice.pick(&around) else { return false };
    let mut client = Client::at(&ground.site, Some(ground.token(&seated.seat).await));
    let pages: Vec<String> = pages(addresses, seated, *id).map(|(_, path)| path).collect();
    let Some(page) = dice.pick(&pages) else { return false };
    let forms = Form::all(&client.get(page).await);
    let Some(form) = dice.pick(&forms) else { return false };
    let fields = filled_in(form, TODAY);
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post(&form.action, &fields).await.status == StatusCode::SEE_OTHER
}

/// The pages about a process that are there for somebody in this seat.
fn pages<'a>(
    addresses: &'a Addresses,
    seated: &SeatedPerson,
    id: ProcessId,
) -> impl Iterator<Item = (&'a Route, String)> {
    let seat = Actor::from(seated.seat).seat;
    let routes = addresses.routes.iter().filter(move |route| {
        route.method == Method::GET && route.audience.admits(seat) && names(route.path).eq(["process"])
    });
    routes.filter_map(move |route| Some((route, filled(route.path, |_| Some(id.to_string()))?)))
}

/// The addresses of lists, for somebody in this seat.
fn lists<'a>(addresses: &'a Addresses, seated: &SeatedPerson) -> impl Iterator<Item = &'a str> {
    let seat = Actor::from(seated.seat).seat;
    let routes = addresses.routes.iter().filter(move |route| {
        route.method == Method::GET && route.audience.admits(seat) && names(route.path).count() == 0
    });
    routes.map(|route| route.path)
}

async fn agrees(
    dice: &mut Dice,
    addresses: &Addresses,
    ground: &Ground,
    seated: &SeatedPerson,
    processes: &[ProcessId],
    compared: &mut Compared,
) {
    let mut client = Client::at(&ground.site, Some(ground.token(&seated.seat).await));
    let (mut listed, mut links) = (BTreeSet::new(), BTreeSet::new());
    for path in lists(addresses, seated) {
        let reply = client.get(path).await;
        compared.lists += 1;
        let here = led_to(addresses, &reply);
        // What is looked for without a word is everything that there is.
        if path == "/processes" {
            let found = client.post("/processes", &[("name", ""), ("state", "")]).await;
            let found = led_to(addresses, &found);
            must(compared, found == here, || {
                format!("{}: the search finds {found:?} beside {here:?}", seated.name)
            });
        }
        listed.extend(here.iter().map(|(id, _)| id.clone()));
        links.extend(here);
    }
    for (_, link) in &links {
        let status = arrived(&mut client, link).await;
        compared.listed += 1;
        must(compared, status == StatusCode::OK, || format!("{} is led to {link}: {status}", seated.name));
    }
    for id in processes {
        if listed.contains(&id.to_string()) {
            meetings(addresses, ground, seated, *id, compared).await;
        } else {
            not_there(dice, addresses, &mut client, seated, *id, compared).await;
        }
    }
}

/// How it is answered where a link leads in the end.
async fn arrived(client: &mut Client, link: &str) -> StatusCode {
    let mut reply = client.get(link).await;
    for _ in 0..REDIRECTS_MAX {
        if !reply.status.is_redirection() {
            break;
        }
        let next = reply.header("location").to_owned();
        reply = client.get(&next).await;
    }
    reply.status
}

/// The calendar holds exactly the meetings whose pages open.
async fn meetings(
    addresses: &Addresses,
    ground: &Ground,
    seated: &SeatedPerson,
    id: ProcessId,
    compared: &mut Compared,
) {
    let process = ground.process(id).await;
    let family = seated.seat.role == Role::Family;
    let template = if family {
        "/family/processes/{process}/meetings/{meeting}"
    } else {
        "/processes/{process}/meetings/{meeting}"
    };
    let mut client = Client::at(&ground.site, Some(ground.token(&seated.seat).await));
    let calendar = led_to(addresses, &client.get("/calendar").await);
    for (number, _) in process.meetings.iter().filter(|(_, meeting)| meeting.cancelled.is_none()) {
        let path = filled(template, |name| {
            Some(if name == "process" { id.to_string() } else { number.to_string() })
        })
        .unwrap();
        let opens = client.get(&path).await.status == StatusCode::OK;
        let stands = calendar.iter().any(|(_, link)| *link == path);
        compared.meetings += 1;
        must(compared, opens == stands, || {
            format!("{}: {path} opens: {opens}, stands in the calendar: {stands}", seated.name)
        });
    }
}

/// What no list leads to is answered as what does not exist.
async fn not_there(
    dice: &mut Dice,
    addresses: &Addresses,
    client: &mut Client,
    seated: &SeatedPerson,
    id: ProcessId,
    compared: &mut Compared,
) {
    let pages: Vec<String> = pages(addresses, seated, id).map(|(_, path)| path).collect();
    let Some(path) = dice.pick(&pages) else { return };
    let none = ProcessId(Uuid::from_u128(0x8888)).to_string();
    let here = client.get(path).await;
    let nowhere = client.get(&path.replace(&id.to_string(), &none)).await;
    compared.unlisted += 1;
    let same = here.status == StatusCode::NOT_FOUND
        && (here.status, &here.headers, &here.body) == (nowhere.status, &nowhere.headers, &nowhere.body);
    must(compared, same, || format!("{}: {path} is in no list and is answered {}", seated.name, here.status));
}

/// The processes that a page leads to, each with the address.
fn led_to(addresses: &Addresses, reply: &Reply) -> BTreeSet<(String, String)> {
    let links = reply.attributes("main a", "href").into_iter();
    let about = links.filter_map(|link| {
        let (_, mut places) = addresses.of(&Method::GET, &link)?;
        Some((places.remove("process")?, link.split('#').next().unwrap_or_default().to_owned()))
    });
    about.collect()
}

fn must(compared: &mut Compared, holds: bool, told: impl FnOnce() -> String) {
    if !holds {
        compared.faults.insert(told());
    }
}
