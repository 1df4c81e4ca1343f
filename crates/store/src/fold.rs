//! How is a process brought back from its events?

use crate::{
    engine::{Fault, Key, Result, Tx, V, statements},
    people::{self, Person},
};
use domain::{
    Event, Process,
    ids::{PersonId, ProcessId},
    process::ChildFacts,
};
use jiff::civil::Date;
use quick_cache::sync::Cache;
use std::{collections::HashMap, sync::Arc};

/// How many processes are kept folded: what a day's work needs, in some tens of megabytes.
const KEPT_MAX: usize = 2_000;

/// What is told of a child before the register has been asked.
const UNKNOWN: ChildFacts = ChildFacts { born: Date::MAX, protected: true };

statements! {
    EVENTS = "SELECT body FROM event WHERE process_id = $1 AND version > $2 ORDER BY version";
    PEOPLE = "SELECT p.person_id, p.name, p.born, p.personal_id, p.phone, p.email, p.address, p.protected \
              FROM person_in_process x JOIN person p ON p.person_id = x.person_id WHERE x.process_id = $1";
}

/// The people that a process names.
pub type People = HashMap<PersonId, Person>;

/// A process as of this moment, with the people that it names.
pub(crate) struct Folded {
    pub(crate) process: Arc<Process>,
    pub(crate) people: People,
}

/// Processes that have been folded before: of each, only the events that have come since are read.
///
/// **Invariant:** only what is committed is kept, and events are never changed: what is kept is true for ever,
/// if not the newest.
#[derive(Clone)]
pub(crate) struct Folds(Arc<Cache<ProcessId, Arc<Process>>>);

impl Default for Folds {
    fn default() -> Folds {
        Folds(Arc::new(Cache::new(KEPT_MAX)))
    }
}

impl Folds {
    /// Drops what is kept: for a file that was made what it once was.
    #[cfg(feature = "inspection")]
    pub(crate) fn clear(&self) {
        self.0.clear();
    }

    /// `None` if there is no such process.
    pub(crate) fn load(&self, tx: &mut Tx, id: ProcessId) -> Result<Option<Folded>> {
        tx.rests_on(Key::Process(id.0));
        let kept = self.0.get(&id);
        let base = kept.as_ref().map_or(0, |process| process.version);
        let events = events_after(tx, id, base)?;
        if events.is_empty() && kept.is_none() {
            return Ok(None);
        }
        let people = tx.rows(&PEOPLE, &[V::Id(id.0)], people::person)?;
        people.iter().for_each(|person| tx.rests_on(Key::Person(person.id.0)));
        let people: People = people.into_iter().map(|person| (person.id, person)).collect();
        let process = match &kept {
            Some(kept) => Some(evolved(kept.clone(), &events)),
            None => Process::replay(UNKNOWN, &events).map(Arc::new),
        };
        let mut process = process.ok_or(Fault::Unreadable("events begin in the middle"))?;
        let facts = facts(&process, &people)?;
        if process.facts != facts {
            Arc::make_mut(&mut process).facts = facts;
        }
        // What a transaction that writes sees may still come to nothing.
        if tx.sees_only_what_is_committed() && !kept.is_some_and(|kept| Arc::ptr_eq(&kept, &process)) {
            self.0.insert(id, process.clone());
        }
        Ok(Some(Folded { process, people }))
    }
}

fn evolved(mut kept: Arc<Process>, events: &[Event]) -> Arc<Process> {
    for event in events {
        Arc::make_mut(&mut kept).evolve(event);
    }
    kept
}

pub(crate) fn events(tx: &mut Tx, id: ProcessId) -> Result<Vec<Event>> {
    events_after(tx, id, 0)
}

fn events_after(tx: &mut Tx, id: ProcessId, version: u32) -> Result<Vec<Event>> {
    tx.rows(&EVENTS, &[V::Id(id.0), V::Int(version.into())], |row| decode(row.str(0)?))
}

pub(crate) fn decode(body: &str) -> Result<Event> {
    serde_json::from_str(body).map_err(|_| Fault::Unreadable("event of an unknown form"))
}

/// What the register knows and the events, which hold no personal data, cannot tell.
fn facts(process: &Process, people: &People) -> Result<ChildFacts> {
    let guardians = process.custody.guardians.iter().filter_map(|guardian| people.get(&guardian.person));
    let guarded = guardians.into_iter().any(|guardian| guardian.protected);
    let child = people.get(&process.child()).ok_or(Fault::Unreadable("the child is not registered"))?;
    let born = child.born.ok_or(Fault::Unreadable("the child's day of birth is not registered"))?;
    Ok(ChildFacts { born, protected: child.protected || guarded })
}
