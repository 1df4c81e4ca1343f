//! Who lives in the tests of the shell? A family, and people at two units, in a store of their own.

use std::{
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use domain::{BodyId, PersonId, UnitId, organisation::Organisation, samba::meeting::Planning};
use jiff::{
    SignedDuration,
    civil::{Date, DateTime, date},
};
use policy::{Actor, Seat};
use store::{Account, BodyRules, Person, Role, SeatId, SeatRow, SessionLimits, Store};
use uuid::Uuid;

use crate::{
    clock::Clock,
    config::Config,
    demo::bodies::meeting_id,
    web::{app::App, demo::DemoWorld, password},
};

/// School health in Hässleholm.
pub const SCHOOL: UnitId = UnitId(129_303);
/// Child psychiatry in Kristianstad.
pub const BUP: UnitId = UnitId(12_101);
/// The password of the one account outside the demo.
pub const PASSWORD: &str = "en lång fras som ingen gissar";

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A server's parts, with its own database and a clock that stands still.
pub struct World {
    pub app: App,
    folder: PathBuf,
}

/// A person in one seat.
#[derive(Clone, Copy)]
pub struct Someone {
    pub person: PersonId,
    pub seat: SeatId,
}

pub const MOTHER: Someone = someone(1);
pub const COUNSELLOR: Someone = someone(2);
pub const DOCTOR: Someone = someone(3);
/// The counsellor's other seat.
pub const COUNSELLOR_AS_AMBASSADOR: Someone =
    Someone { person: COUNSELLOR.person, seat: SeatId(Uuid::from_u128(0x24)) };

const fn someone(number: u128) -> Someone {
    Someone { person: PersonId(Uuid::from_u128(number)), seat: SeatId(Uuid::from_u128(0x10 + number)) }
}

impl World {
    /// The demo, Monday 31 August 2026 at nine.
    pub async fn demo() -> Self {
        let (folder, config, store) = ground();
        settle(&store).await;
        let world = DemoWorld::default();
        let app = App::demo(clock(), config, store, Organisation::default(), world);
        Self { app, folder }
    }

    /// The demo with nobody in it, on the first day of December 2025: the stories bring their own people and days.
    pub fn empty() -> Self {
        let (folder, config, store) = ground();
        let clock = Clock::set_at(date(2025, 12, 1).at(9, 0, 0, 0)).unwrap();
        let app = App::demo(clock, config, store, Organisation::default(), DemoWorld::default());
        Self { app, folder }
    }

    /// Moves the clock on to this local time; time that has passed stays passed.
    pub fn wait_until(&self, local: DateTime) {
        let clock = &self.app.clock;
        let ahead = clock.at(local).instant.duration_since(clock.now().instant);
        clock.advance(ahead.max(SignedDuration::ZERO));
    }

    /// The same server on another day.
    pub fn app_on(&self, local: DateTime) -> App {
        let app = &self.app;
        let (clock, organisation) = (Clock::set_at(local).unwrap(), Organisation::default());
        App::demo(clock, app.config.clone(), app.store.clone(), organisation, DemoWorld::default())
    }

    /// The same outside the demo, where the counsellor has an account with a password.
    pub async fn in_earnest() -> Self {
        let (folder, config, store) = ground();
        settle(&store).await;
        let clock = clock();
        let account = Account {
            username: "kurator".to_owned(),
            person: COUNSELLOR.person,
            password_hash: password::hash(PASSWORD).unwrap(),
        };
        store.put_account(account, clock.now()).await.unwrap();
        Self { app: App::new(clock, config, store, Organisation::default()), folder }
    }
}

impl Drop for World {
    fn drop(&mut self) {
        // Left behind, it is only a file in the folder for temporary ones.
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn clock() -> Clock {
    Clock::set_at(date(2026, 8, 31).at(9, 0, 0, 0)).unwrap()
}

fn ground() -> (PathBuf, Config, Store) {
    let name = format!("farled-shell-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let config = Config::demo("127.0.0.1:0".parse().unwrap(), &folder).unwrap();
    let store = Store::open_sqlite(&folder.join("farled.sqlite"), SessionLimits::default()).unwrap();
    (folder, config, store)
}

async fn settle(store: &Store) {
    let people = [(MOTHER, "Sara Lindqvist"), (COUNSELLOR, "Helena Åkesson"), (DOCTOR, "Omar Haddad")];
    for (someone, name) in people {
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
        store.put_person(person).await.unwrap();
    }
    let seats = [
        (MOTHER, Role::Family, None),
        (COUNSELLOR, Role::Staff, Some(SCHOOL)),
        (COUNSELLOR_AS_AMBASSADOR, Role::Ambassador, Some(SCHOOL)),
        (DOCTOR, Role::Staff, Some(BUP)),
    ];
    for (someone, role, unit) in seats {
        let seat = SeatRow {
            id: someone.seat,
            person: someone.person,
            role,
            unit,
            inbox: false,
            valid_from: date(2026, 1, 1),
            valid_to: None,
            place: None,
        };
        store.put_seat(seat).await.unwrap();
    }
}

/// Puts a meeting of a body in its calendar, for a day on which it may have no fixed one; it may stand there already.
pub async fn plans(world: &World, coordinator: PersonId, body: BodyId, day: Date) {
    let (app, now) = (&world.app, world.app.clock.now());
    let rules = BodyRules { bodies: app.bodies.clone(), calendar: app.calendar.clone() };
    let actor = Actor { person: coordinator, seat: Seat::SambaCoordinator };
    let there =
        app.store.body_calendar(actor, app.bodies.body(body).unwrap(), now.today(), now).await.unwrap();
    if there.meetings.iter().any(|(_, meeting)| meeting.at.date() == day) {
        return;
    }
    let planning = Planning { slot: None, at: day.at(13, 0, 0, 0), place: "Stadshuset".to_owned() };
    app.store
        .plan_body_meeting(actor, (meeting_id(body, day), body), planning, rules, now)
        .await
        .unwrap()
        .unwrap();
}
