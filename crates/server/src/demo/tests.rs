//! Does the demo world come into being as it is told, on whatever day, and has everybody in it a page?

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use domain::{PersonId, ProcessId, lots::state::State, organisation::Organisation};
use jiff::{
    ToSpan as _,
    civil::{Date, date, time},
};
use store::{SessionLimits, Store};

use super::{
    fill, life,
    people::{DemoPeople, person_id},
    play::{Play, Scene},
    schedule::Schedule,
    stage::Stage,
    story::{Milestone, Story},
    synthetic,
};
use crate::{clock::Clock, web::demo::DemoWorld};

const TODAY: Date = date(2026, 11, 22);

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("farled-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn store(&self) -> Store {
        Store::open_sqlite(&self.0.join("farled.sqlite"), SessionLimits::default()).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn clock(today: Date) -> Clock {
    Clock::set_at(today.to_datetime(time(12, 0, 0, 0))).unwrap()
}

/// The states of all processes when the story is played in memory on a day.
async fn states_on(today: Date) -> Vec<State> {
    let (organisation, story) = (Organisation::default(), Story::shipped().unwrap());
    let people = DemoPeople::shipped(&organisation).unwrap();
    let stage = Arc::new(Stage::new(organisation, clock(today), story, &people.staff));
    let (mut states, mut faults) = (vec![], vec![]);
    for tale in &stage.story.processes {
        let family = Arc::new(people.family(&tale.family).unwrap().clone());
        let mut play = Play::new(stage.clone(), family, &tale.key, Scene::Memory { events: vec![] });
        if let Err(fault) = life::live(&mut play, tale).await {
            faults.push(format!("on {today}: {fault}"));
            continue;
        }
        assert!(play.today() <= today, "{} happens after {today}", tale.key);
        states.push(play.process().unwrap().state(today));
    }
    assert!(faults.is_empty(), "{faults:#?}");
    states
}

#[tokio::test]
async fn the_story_can_be_played_on_any_day_and_reaches_every_state() {
    for start in [TODAY, date(2026, 12, 27), date(2027, 3, 30), date(2027, 6, 26), date(2028, 2, 29)] {
        for days in 0..2 {
            let today = start.saturating_add((days * 5).days());
            let states = states_on(today).await;
            for state in State::ALL {
                assert!(states.contains(&state), "on {today} nothing is {state:?}");
            }
        }
    }
}

/// Every process that anybody can see, with its state.
async fn seen(store: &Store, clock: &Clock) -> BTreeMap<ProcessId, State> {
    let now = clock.now();
    let mut seen = BTreeMap::new();
    for seated in store.seats_on(now.today(), 300).await.unwrap() {
        for one in store.visible(seated.seat.into(), now).await.unwrap() {
            seen.insert(one.id, one.process.state(now.today()));
        }
    }
    seen
}

#[tokio::test]
async fn a_new_store_is_filled_through_the_door_and_a_filled_one_is_kept() {
    let (folder, organisation, clock) = (Folder::new("fill"), Organisation::default(), clock(TODAY));
    let store = folder.store();
    let world = fill::fill(&store, &organisation, &clock).await.unwrap();
    let states = seen(&store, &clock).await;
    assert_eq!(states.len(), Story::shipped().unwrap().processes.len());
    for state in State::ALL {
        assert!(states.values().any(|known| *known == state), "nothing is {state:?}");
    }
    assert!(store.verify().await.unwrap().is_empty());
    everybody_has_something(&world, &store, &clock).await;

    fill::fill(&store, &organisation, &clock).await.unwrap();
    assert_eq!(seen(&store, &clock).await, states);
}

/// The counsellor, the habilitation counsellor, the mother and the child of thirteen have tasks of their own.
async fn everybody_has_something(world: &DemoWorld, store: &Store, clock: &Clock) {
    let now = clock.now();
    let calendar = domain::calendar::Calendar::default();
    for key in ["hassleholm-kurator", "habilitering-hassleholm", "lindqvist-mamma", "lindqvist-barnet"] {
        let person: PersonId = person_id(key);
        let seats = store.seats_of(person).await.unwrap();
        assert!(seats.iter().any(|seat| !world.note(seat.id).unwrap().about.is_empty()), "{key}");
        let mut waits = false;
        for seat in seats {
            for one in store.visible(seat.into(), now).await.unwrap() {
                let tasks = one.process.tasks(&calendar, now.today());
                waits |= tasks.iter().any(|task| match task.owner {
                    domain::waiting::Owner::Person(owner) => owner == person,
                    domain::waiting::Owner::Unit(unit) => one.process.unit_of(person) == Some(unit),
                    domain::waiting::Owner::Inbox(_)
                    | domain::waiting::Owner::NamedUsers(_)
                    | domain::waiting::Owner::Manager(_) => false,
                });
            }
        }
        assert!(waits, "nothing waits for {key}");
    }
}

#[tokio::test]
async fn a_synthetic_world_gives_everybody_a_list_of_a_lifelike_length() {
    let (folder, clock) = (Folder::new("synthetic"), clock(TODAY));
    let store = folder.store();
    let requests = synthetic::make(&store, &Organisation::default(), &clock, 90).await.unwrap();
    assert!(requests.iter().any(|line| line.starts_with("GET process-page ")));
    assert!(requests.iter().any(|line| line.starts_with("GET work-list ")));
    assert!(requests.iter().any(|line| line.starts_with("POST need-recorded ")));
    let seats = store.seats_on(TODAY, 300).await.unwrap();
    let staff = seats.iter().find(|seated| seated.seat.unit.is_some()).unwrap();
    assert_eq!(store.visible(staff.seat.into(), clock.now()).await.unwrap().len(), 30);
    assert!(store.verify().await.unwrap().is_empty());
}

#[test]
fn a_schedule_ends_on_the_day_it_should_or_just_before() {
    let calendar = domain::calendar::Calendar::default();
    for days in 0..366 {
        let on = TODAY.saturating_add(days.days());
        let schedule = Schedule::ending(Milestone::Closed, on, &calendar);
        assert!(schedule.day(Milestone::Closed) <= on);
        assert!((on - schedule.day(Milestone::Closed)).get_days() <= 14, "{on}");
    }
}
