//! Who is in a scenario, and how does a line of its table become an act?

use domain::{
    Event, Now, PersonId, Process, Refusal, TextId, UnitId,
    calendar::Calendar,
    choice::*,
    organisation::Organisation,
    party::CustodyForm,
    process::ChildFacts,
    samba::{choice::FollowUpForm, deidentified::Recorded},
};
use jiff::civil::{Date, DateTime, date};
use std::{collections::BTreeMap, sync::LazyLock};
use uuid::Uuid;

pub struct World {
    pub organisation: Organisation,
    pub calendar: Calendar,
    pub born: Date,
    pub custody: CustodyForm,
    pub units: BTreeMap<String, UnitId>,
    pub initiator_unit: String,
    pub ends: Date,
    /// First and last day, and how and when it is followed up, of the agreements that are drafted.
    pub agreement: Option<(Date, Date, FollowUpForm, Date)>,
    pub events: Vec<Event>,
    /// What has happened to a description without identity. Nothing leads from one to the other.
    pub deidentified: Vec<Recorded>,
    /// What is written in it, by name, and what is asked.
    pub texts_of: BTreeMap<String, String>,
    pub questions: Vec<String>,
    texts: std::cell::Cell<u128>,
}

/// Read once: thousands of histories are played in this world.
static ORGANISATION: LazyLock<Organisation> = LazyLock::new(Organisation::default);
static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::default);

impl Default for World {
    fn default() -> World {
        World {
            organisation: ORGANISATION.clone(),
            calendar: CALENDAR.clone(),
            born: date(2013, 5, 1),
            custody: CustodyForm::Joint,
            units: BTreeMap::new(),
            initiator_unit: String::new(),
            ends: Date::MAX,
            agreement: None,
            events: vec![],
            deidentified: vec![],
            texts_of: BTreeMap::new(),
            questions: vec![],
            texts: std::cell::Cell::new(1_000),
        }
    }
}

impl World {
    /// `born 2013-05-01`, `custody sole`, `unit social 129305`, `initiator school-health`, `consent ends 2027-06-30`.
    pub fn set(&mut self, setting: &str) {
        let words: Vec<&str> = setting.split_whitespace().collect();
        match words.as_slice() {
            ["born", day] => self.born = day.parse().expect("a date"),
            ["custody", "joint"] => self.custody = CustodyForm::Joint,
            ["custody", "sole"] => self.custody = CustodyForm::Sole,
            ["unit", name, id] => {
                let unit = UnitId(id.parse().expect("a number"));
                assert!(self.organisation.unit(unit).is_some(), "{setting}: no such unit");
                self.units.insert((*name).to_owned(), unit);
            }
            ["initiator", unit] => self.initiator_unit = (*unit).to_owned(),
            ["agreement", from, until, form, followed_up] => {
                let day = |text: &str| text.parse().expect("a date");
                let form = FollowUpForm::from_word(form).expect("a form");
                self.agreement = Some((day(from), day(until), form, day(followed_up)));
            }
            ["text", name, rest @ ..] => drop(self.texts_of.insert((*name).to_owned(), rest.join(" "))),
            ["question", rest @ ..] => self.questions.push(rest.join(" ")),
            ["consent", "ends", day] => self.ends = day.parse().expect("a date"),
            _ => panic!("no such setting: {setting}"),
        }
    }

    /// What came of one line, as the last cell says it.
    pub fn act(&mut self, when: &str, who: &str, what: &str) -> String {
        let now = now(when);
        if let Some(came) = self.act_without_identity(now, who, what) {
            return came;
        }
        if let Some(value) = self.look(now, who, what) {
            return format!("= {value}");
        }
        match self.decide(now, who, what) {
            Ok(events) => {
                self.events.extend(events);
                "ok".to_owned()
            }
            Err(refusal) => format!("refused {}", name_of(&refusal)),
        }
    }

    pub fn process(&self) -> Process {
        let facts = ChildFacts { born: self.born, protected: false };
        Process::replay(facts, &self.events).expect("the process is open")
    }

    pub fn unit(&self, name: &str) -> UnitId {
        *self.units.get(name).unwrap_or_else(|| panic!("no unit {name}"))
    }

    /// Units named in a list: `social,bup`.
    pub fn units_in(&self, list: &str) -> Vec<UnitId> {
        list.split(',').map(|name| self.unit(name)).collect()
    }

    pub fn own(&self) -> UnitId {
        self.unit(&self.initiator_unit)
    }

    /// `mother`, `father`, `child`, `initiator`, a `second` reader, a `manager`, a `reader` elsewhere, or `social's`
    /// somebody.
    pub fn person(&self, name: &str) -> PersonId {
        let number = match name {
            "child" => 1,
            "mother" => 2,
            "father" => 3,
            "second" => 5,
            "manager" => 6,
            "reader" => 7,
            "initiator" => 4,
            "coordinator" => 8,
            "council" => 9,
            "samba" => 10,
            unit => 1_000_000 + u128::from(self.unit(unit).0),
        };
        PersonId(Uuid::from_u128(number))
    }

    pub fn text(&self) -> TextId {
        self.texts.set(self.texts.get() + 1);
        TextId(Uuid::from_u128(self.texts.get()))
    }

    /// The question put to a unit is always the same one, so that only a new question is a new one.
    pub fn question(&self, unit: UnitId) -> TextId {
        TextId(Uuid::from_u128(u128::from(unit.0)))
    }

    pub fn form(&self) -> FormText {
        FormText { text: self.text(), hash: hash() }
    }
}

pub fn hash() -> TextHash {
    TextHash([5; 32])
}

/// `2026-09-03` is nine in the morning; `2026-09-03 14:10` that minute.
pub fn now(when: &str) -> Now {
    let local: DateTime = match when.split_once(' ') {
        Some((day, time)) => format!("{day}T{time}:00").parse().expect("a moment"),
        None => format!("{when}T09:00:00").parse().expect("a day"),
    };
    Now { instant: jiff::Timestamp::UNIX_EPOCH, local }
}

/// `TooEarly { .. }` is `TooEarly`.
fn name_of(refusal: &Refusal) -> String {
    let all =
        if let Refusal::Samba(refusal) = refusal { format!("{refusal:?}") } else { format!("{refusal:?}") };
    all.split([' ', '{', '(']).next().unwrap_or_default().to_owned()
}
