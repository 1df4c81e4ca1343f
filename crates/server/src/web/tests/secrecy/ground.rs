//! In which world are the questions asked? The demo's, played once and copied for whoever asks in it.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Arc, LazyLock,
        atomic::{AtomicU32, Ordering},
    },
};

use axum::Router;
use domain::{PersonId, Process, ProcessId, UnitId, organisation::Organisation};
use jiff::civil::{Date, DateTime, date, time};
use policy::{Action, Actor};
use store::{Inspection, Person, Role, SeatId, SeatRow, SeatedPerson, SessionLimits, Store};

use crate::{
    clock::Clock,
    config::Config,
    demo::{
        fill,
        people::{fixed_id, person_id},
    },
    web::{app::App, router::router},
};

/// The day on which the demo is played.
pub const TODAY: Date = date(2026, 11, 23);

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A database file, as it is at one moment.
pub type World = Arc<[u8]>;

/// The demo as it is when nobody has looked at it yet, with more people in it.
static PLAYED: LazyLock<World> = LazyLock::new(|| {
    // The tests have runtimes of their own, in which nothing may block.
    std::thread::spawn(|| {
        let folder = Folder::new();
        block_on(async {
            let store = folder.store();
            fill::fill(&store, &Organisation::default(), &clock(noon(TODAY))).await.unwrap();
            more_people(&store).await;
            drop(store);
        });
        Inspection::watch(&folder.file()).unwrap().copy_to(&folder.copy()).unwrap();
        std::fs::read(folder.copy()).unwrap().into()
    })
    .join()
    .unwrap()
});

/// What the program reads from its files, read once.
static PROGRAM: LazyLock<App> = LazyLock::new(|| {
    let folder = Folder::new();
    let config = Config::demo("127.0.0.1:0".parse().unwrap(), &folder.0).unwrap();
    App::new(clock(noon(TODAY)), config, folder.store(), Organisation::default())
});

/// A folder of its own for a database. Where memory can hold it, nothing waits for a disk.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = place.join(format!("farled-secrecy-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    pub fn file(&self) -> PathBuf {
        self.0.join("farled.sqlite")
    }

    fn copy(&self) -> PathBuf {
        self.0.join("copy.sqlite")
    }

    pub fn store(&self) -> Store {
        Store::open_sqlite(&self.file(), SessionLimits::default()).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Left behind, it is only a file in the folder for temporary ones.
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A site over a database of its own, and somebody who watches the file.
pub struct Ground {
    pub app: App,
    pub site: Router,
    pub inspection: Inspection,
    /// Kept as long as the site is.
    _folder: Folder,
}

impl Ground {
    /// The demo at noon of a day: the one it was played on, or a later one.
    pub fn on(day: Date) -> Ground {
        Ground::over(&PLAYED, noon(day))
    }

    /// A site over a world of its own.
    pub fn over(world: &World, at: DateTime) -> Ground {
        let folder = Folder::new();
        std::fs::write(folder.file(), world).unwrap();
        let app = PROGRAM.over(folder.store(), clock(at));
        let inspection = Inspection::watch(&folder.file()).unwrap();
        Ground { site: router(app.clone()), app, inspection, _folder: folder }
    }

    /// What has come to be, for others to begin with.
    pub fn world(&self, folder: &Folder) -> World {
        self.inspection.copy_to(&folder.copy()).unwrap();
        std::fs::read(folder.copy()).unwrap().into()
    }

    /// Everything that was written since the mark of the inspection never was.
    pub async fn begin_anew(&self) {
        self.inspection.rewind().unwrap();
        self.app.store.forget_what_was().await.unwrap();
    }

    pub async fn seats(&self) -> Vec<SeatedPerson> {
        self.app.store.seats_on(self.app.clock.now().today(), 1000).await.unwrap()
    }

    /// A session for somebody in a seat.
    pub async fn token(&self, seat: &SeatRow) -> String {
        let device = "Firefox, Linux".to_owned();
        let token = self.app.store.sign_in(seat.person, seat.id, device, None, self.app.clock.now()).await;
        token.unwrap().unwrap().reveal()
    }

    /// Every process that concerns anybody.
    pub async fn processes(&self) -> BTreeSet<ProcessId> {
        let mut all = BTreeSet::new();
        for seated in self.seats().await {
            let listed =
                self.app.store.visible(Actor::from(seated.seat), self.app.clock.now()).await.unwrap();
            all.extend(listed.into_iter().map(|one| one.id));
        }
        all
    }

    /// A process as it is: the one whom it is about can always read that it is there.
    pub async fn process(&self, id: ProcessId) -> Process {
        for seated in self.seats().await.into_iter().filter(|seated| seated.seat.role == Role::Family) {
            let (actor, now) = (Actor::from(seated.seat), self.app.clock.now());
            if let Ok(view) = self.app.store.glance(id, actor, Action::ReadProcess, now).await {
                return view.process.as_ref().clone();
            }
        }
        panic!("nobody of the family of {id} can read of it")
    }
}

/// Runs to its end what waits for a store.
pub fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

pub fn clock(local: DateTime) -> Clock {
    Clock::set_at(local).unwrap()
}

pub fn noon(day: Date) -> DateTime {
    day.to_datetime(time(12, 0, 0, 0))
}

/// People whom the demo does without: in every unit a colleague, and somebody at the inbox; those who initiate
/// and the guardians, in seats elsewhere.
async fn more_people(store: &Store) {
    let organisation = Organisation::default();
    let units = || organisation.units().iter().map(|unit| unit.id);
    for (number, unit) in units().enumerate() {
        for inbox in [false, true] {
            let key = format!("extra-{number}-{inbox}");
            let name = format!("Extra {number}");
            store.put_person(person(&key, &name)).await.unwrap();
            store.put_seat(seat(&key, person_id(&key), Role::Staff, Some(unit), inbox)).await.unwrap();
        }
    }
    let today = clock(noon(TODAY)).now().today();
    for seated in store.seats_on(today, 1000).await.unwrap() {
        let person = seated.seat.person;
        let key = format!("elsewhere-{}", person);
        match seated.seat.role {
            Role::Family => {
                let elsewhere = units().next_back();
                store.put_seat(seat(&key, person, Role::Staff, elsewhere, false)).await.unwrap();
            }
            Role::Staff if !seated.name.starts_with("Extra") => {
                store.put_seat(seat(&key, person, Role::Family, None, false)).await.unwrap();
                let key = format!("{key}-2");
                let elsewhere = units().next_back();
                store.put_seat(seat(&key, person, Role::Staff, elsewhere, true)).await.unwrap();
            }
            Role::Staff
            | Role::Manager
            | Role::Ambassador
            | Role::Coordinator
            | Role::SambaCoordinator
            | Role::BodyMember
            | Role::SteeringGroup
            | Role::Administrator => {}
        }
    }
}

fn person(key: &str, name: &str) -> Person {
    Person {
        id: person_id(key),
        name: name.to_owned(),
        born: None,
        personal_id: None,
        phone: None,
        email: None,
        address: None,
        protected: false,
    }
}

fn seat(key: &str, person: PersonId, role: Role, unit: Option<UnitId>, inbox: bool) -> SeatRow {
    let id = SeatId(fixed_id("seat", key));
    SeatRow {
        id,
        person,
        role,
        unit,
        inbox,
        valid_from: TODAY.yesterday().unwrap(),
        valid_to: None,
        place: None,
    }
}
