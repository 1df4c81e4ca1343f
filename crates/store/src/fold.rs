//! How is a process brought back from its events?

use crate::{
    engine::{Fault, Result, Tx, V, statements},
    people::{self, Person},
};
use domain::{
    Event, Process,
    ids::{PersonId, ProcessId},
    process::ChildFacts,
};
use std::collections::HashMap;

statements! {
    EVENTS = "SELECT body FROM event WHERE process_id = $1 ORDER BY version";
    PEOPLE = "SELECT p.person_id, p.name, p.born, p.personal_id, p.phone, p.email, p.address, p.protected \
              FROM person_in_process x JOIN person p ON p.person_id = x.person_id WHERE x.process_id = $1";
}

/// The people that a process names.
pub type People = HashMap<PersonId, Person>;

/// A process as of this moment, with the people that it names.
pub(crate) struct Folded {
    pub(crate) process: Process,
    pub(crate) people: People,
}

/// `None` if there is no such process.
pub(crate) fn load(tx: &mut Tx, id: ProcessId) -> Result<Option<Folded>> {
    let events = events(tx, id)?;
    if events.is_empty() {
        return Ok(None);
    }
    let people = tx.rows(&PEOPLE, &[V::Id(id.0)], people::person)?;
    let people: People = people.into_iter().map(|person| (person.id, person)).collect();
    let facts = facts(&events, |person| people.get(&person).cloned())?;
    let process = Process::replay(facts, &events).ok_or(Fault::Unreadable("events begin in the middle"))?;
    Ok(Some(Folded { process, people }))
}

pub(crate) fn events(tx: &mut Tx, id: ProcessId) -> Result<Vec<Event>> {
    tx.rows(&EVENTS, &[V::Id(id.0)], |row| decode(row.str(0)?))
}

pub(crate) fn decode(body: &str) -> Result<Event> {
    serde_json::from_str(body).map_err(|_| Fault::Unreadable("event of an unknown form"))
}

/// What the register knows and the events, which hold no personal data, cannot tell.
pub(crate) fn facts(
    events: &[Event],
    mut person: impl FnMut(PersonId) -> Option<Person>,
) -> Result<ChildFacts> {
    let Some(Event::ProcessOpened { child, .. }) = events.first() else {
        return Err(Fault::Unreadable("events begin in the middle"));
    };
    let custody = events.iter().rev().find_map(custody).into_iter().flat_map(|custody| &custody.guardians);
    let guarded = custody.filter_map(|guardian| person(guardian.person)).any(|guardian| guardian.protected);
    let child = person(*child).ok_or(Fault::Unreadable("the child is not registered"))?;
    let born = child.born.ok_or(Fault::Unreadable("the child's day of birth is not registered"))?;
    Ok(ChildFacts { born, protected: child.protected || guarded })
}

#[expect(clippy::wildcard_enum_match_arm, reason = "asks for two events by name")]
fn custody(event: &Event) -> Option<&domain::party::Custody> {
    match event {
        Event::ProcessOpened { custody, .. } | Event::CustodyChecked { custody } => Some(custody),
        _ => None,
    }
}
