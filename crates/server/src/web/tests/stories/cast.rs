//! Who is in a story, where do they work, and what time is it?

use std::collections::BTreeMap;

use domain::{PersonId, Process, ProcessId, UnitId, personal_id::PersonalId};
use jiff::civil::{Date, DateTime};
use policy::{Action, Actor, Seat};
use store::{Person, Place, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::super::{
    client::{Client, Reply},
    world::{Someone, World},
};

/// A table on its way through the pages.
pub struct Story {
    pub world: World,
    pub born: Date,
    pub consent_ends: Date,
    /// From and until when an agreement is to hold, how it is followed up, and when.
    pub agreement: [String; 4],
    /// What is written without identity, by name, and what is asked.
    pub texts: BTreeMap<String, String>,
    pub questions: Vec<String>,
    units: BTreeMap<String, UnitId>,
    people: BTreeMap<String, Someone>,
    /// Who is signed in now; everybody signs in anew for each line.
    clients: BTreeMap<String, Client>,
    id: Option<ProcessId>,
    /// How many events the line has stored so far.
    pub stored: u32,
}

/// The names under which the child and the guardians are registered.
pub const FAMILY: [(&str, &str); 3] =
    [("child", "Kim Lindqvist"), ("mother", "Sara Lindqvist"), ("father", "Johan Lindqvist")];

impl Story {
    pub fn new() -> Story {
        Story {
            world: World::empty(),
            born: Date::MIN,
            consent_ends: Date::MAX,
            agreement: Default::default(),
            texts: BTreeMap::new(),
            questions: vec![],
            units: BTreeMap::new(),
            people: BTreeMap::new(),
            clients: BTreeMap::new(),
            id: None,
            stored: 0,
        }
    }

    /// `born 2013-05-01`, `unit social 129305`, `initiator school-health`, `consent ends 2027-06-30`.
    pub async fn set(&mut self, setting: &str) {
        let words: Vec<&str> = setting.split_whitespace().collect();
        match words.as_slice() {
            ["born", day] => self.born = day.parse().unwrap(),
            ["consent", "ends", day] => self.consent_ends = day.parse().unwrap(),
            ["unit", name, number] => self.staff(name, UnitId(number.parse().unwrap())).await,
            ["agreement", days @ ..] => {
                self.agreement = std::array::from_fn(|at| days[at].to_owned());
            }
            ["text", name, rest @ ..] => {
                self.texts.insert((*name).to_owned(), rest.join(" "));
            }
            ["question", rest @ ..] => self.questions.push(rest.join(" ")),
            ["initiator", unit] => {
                let initiator = self.someone(unit);
                self.people.insert("initiator".to_owned(), initiator);
                self.units.insert("initiator".to_owned(), self.unit(unit));
            }
            _ => panic!("no such setting: {setting}"),
        }
    }

    /// One professional at each unit, who looks after its inbox too.
    async fn staff(&mut self, name: &str, unit: UnitId) {
        self.units.insert(name.to_owned(), unit);
        self.joins(name, name, Role::Staff, 0).await;
    }

    /// Somebody who works at a unit, or leads it: the first there looks after its inbox.
    pub async fn joins(&mut self, name: &str, unit: &str, role: Role, place: u128) {
        let unit = self.unit(unit);
        let number = u128::from(unit.0) + place * 1_000_000;
        let (person, seat) = (PersonId(Uuid::from_u128(number)), SeatId(Uuid::from_u128(number << 32)));
        let registered = Person {
            id: person,
            name: format!("Alex {name}"),
            born: None,
            personal_id: None,
            phone: Some("044-000 00 00".to_owned()),
            email: Some(format!("{name}@example.se")),
            address: None,
            protected: false,
        };
        self.world.app.store.put_person(registered).await.unwrap();
        let row = SeatRow {
            id: seat,
            person,
            role,
            unit: Some(unit),
            inbox: place == 0,
            valid_from: self.world.app.clock.now().today(),
            valid_to: None,
            place: None,
        };
        self.world.app.store.put_seat(row).await.unwrap();
        self.people.insert(name.to_owned(), Someone { person, seat });
    }

    /// Somebody with a seat beyond Lots: the coordinator, or a member of a body.
    pub async fn sits_beyond(&mut self, name: &str, role: Role, place: Option<Place>) {
        if self.knows(name) {
            return;
        }
        let number = 0xB000 + self.people.len() as u128;
        let (person, seat) = (PersonId(Uuid::from_u128(number)), SeatId(Uuid::from_u128(number << 32)));
        let registered = Person {
            id: person,
            name: format!("Alex {name}"),
            born: None,
            personal_id: None,
            phone: None,
            email: None,
            address: None,
            protected: false,
        };
        self.world.app.store.put_person(registered).await.unwrap();
        let valid_from = self.today();
        let row =
            SeatRow { id: seat, person, role, unit: None, inbox: false, valid_from, valid_to: None, place };
        self.world.app.store.put_seat(row).await.unwrap();
        self.people.insert(name.to_owned(), Someone { person, seat });
    }

    /// `2026-09-03` is nine in the morning; `2026-09-03 14:10` that minute. The clock never goes back.
    pub fn comes_to(&mut self, when: &str) {
        let local: DateTime = match when.split_once(' ') {
            Some((day, time)) => format!("{day}T{time}:00").parse().unwrap(),
            None => format!("{when}T09:00:00").parse().unwrap(),
        };
        self.world.wait_until(local);
        assert_eq!(self.today(), local.date(), "the lines of a table stand in order");
        self.clients.clear();
        self.stored = 0;
    }

    pub fn today(&self) -> Date {
        self.world.app.clock.now().today()
    }

    /// The process has been opened: its family has got seats of its own.
    pub async fn opened(&mut self, id: ProcessId) {
        self.id = Some(id);
        let initiator = self.actor("initiator");
        let now = self.world.app.clock.now();
        let view = self.world.app.store.read(id, initiator, Action::ReadProcess, now).await.unwrap();
        for person in view.process.family(now.today()) {
            let name = view.name(person).unwrap_or_default();
            let (role, _) = FAMILY.into_iter().find(|(_, known)| *known == name).unwrap();
            let seat = self.world.app.store.seats_of(person).await.unwrap()[0].id;
            self.people.insert(role.to_owned(), Someone { person, seat });
        }
    }

    pub fn is_open(&self) -> bool {
        self.id.is_some()
    }

    pub fn id(&self) -> ProcessId {
        self.id.unwrap()
    }

    /// An address about the process for those who work with it.
    pub fn desk(&self, rest: &str) -> String {
        format!("/processes/{}{rest}", self.id())
    }

    /// An address about the process for the family.
    pub fn home(&self, rest: &str) -> String {
        format!("/family/processes/{}{rest}", self.id())
    }

    pub fn unit(&self, name: &str) -> UnitId {
        *self.units.get(name).unwrap_or_else(|| panic!("no unit {name}"))
    }

    /// Units named in a list, `social,bup`, as forms carry them.
    pub fn codes(&self, list: &str) -> Vec<String> {
        list.split(',').map(|name| self.unit(name).to_string()).collect()
    }

    /// The names of the units, each once.
    pub fn unit_names(&self) -> impl Iterator<Item = &str> {
        self.units.keys().map(String::as_str).filter(|name| *name != "initiator")
    }

    pub fn is_family(who: &str) -> bool {
        FAMILY.iter().any(|(role, _)| *role == who)
    }

    pub fn someone(&self, who: &str) -> Someone {
        *self.people.get(who).unwrap_or_else(|| panic!("nobody is called {who}"))
    }

    pub fn actor(&self, who: &str) -> Actor {
        let seat = if Story::is_family(who) {
            Seat::Family
        } else {
            Seat::Staff { unit: self.unit(who), inbox: true }
        };
        Actor { person: self.someone(who).person, seat }
    }

    pub fn knows(&self, who: &str) -> bool {
        self.people.contains_key(who)
    }

    pub fn code(&self, who: &str) -> String {
        self.someone(who).person.to_string()
    }

    pub fn personal_number(&self) -> String {
        PersonalId::fictional(self.born, 1).whole()
    }

    /// Who leads the work: the Lots, or the initiator until there is one.
    pub async fn lead(&self) -> String {
        let lead = self.process().await.lead();
        let found = self.people.iter().find(|(_, someone)| someone.person == lead);
        found.map(|(name, _)| name.clone()).unwrap()
    }

    /// The process as the child may always see it.
    pub async fn process(&self) -> Process {
        let (child, now) = (self.actor("child"), self.world.app.clock.now());
        self.world
            .app
            .store
            .read(self.id(), child, Action::ReadProcess, now)
            .await
            .unwrap()
            .process
            .as_ref()
            .clone()
    }

    /// Somebody's browser, signed in.
    pub async fn client(&mut self, who: &str) -> &mut Client {
        if !self.clients.contains_key(who) {
            let client = Client::signed_in(&self.world, self.someone(who)).await;
            self.clients.insert(who.to_owned(), client);
        }
        self.clients.get_mut(who).unwrap()
    }

    /// A page, whatever is answered.
    pub async fn asks(&mut self, who: &str, path: &str) -> Reply {
        self.client(who).await.get(path).await
    }

    /// A page that must be there.
    pub async fn sees(&mut self, who: &str, path: &str) -> Reply {
        let reply = self.asks(who, path).await;
        assert_eq!(reply.status, axum::http::StatusCode::OK, "{who}: {path}\n{}", reply.body);
        reply
    }
}
