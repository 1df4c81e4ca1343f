//! What must be found without reading every process?

mod named;

use crate::{
    chain,
    engine::{Result, Row, Tx, V, statements},
    fold,
};
use domain::{
    Event,
    ids::{BodyId, BodyMeetingId, PersonId, ProcessId, UnitId},
};
use uuid::Uuid;

statements! {
    NAME_PERSON = "INSERT INTO person_in_process (person_id, process_id) VALUES ($1, $2) \
                   ON CONFLICT (person_id, process_id) DO NOTHING";
    NAME_UNIT = "INSERT INTO unit_in_process (unit_id, process_id) VALUES ($1, $2) \
                 ON CONFLICT (unit_id, process_id) DO NOTHING";
    OF_PERSON = "SELECT e.access_id, e.process_id FROM person_in_process x \
                 JOIN event e ON e.process_id = x.process_id AND e.version = 1 WHERE x.person_id = $1";
    OF_UNIT = "SELECT e.access_id, e.process_id FROM unit_in_process x \
               JOIN event e ON e.process_id = x.process_id AND e.version = 1 WHERE x.unit_id = $1";
    HEAD = "INSERT INTO process_head (process_id, version) VALUES ($1, $2) \
            ON CONFLICT (process_id) DO UPDATE SET version = excluded.version";
    FORGET_PEOPLE = "DELETE FROM person_in_process";
    FORGET_UNITS = "DELETE FROM unit_in_process";
    FORGET_HEADS = "DELETE FROM process_head";
    PUT_CONTACT = "INSERT INTO samba_contact (process_id) VALUES ($1) ON CONFLICT (process_id) DO NOTHING";
    PUT_ITEM = "INSERT INTO samba_item (meeting_id, process_id, body_id) VALUES ($1, $2, $3) \
                ON CONFLICT (meeting_id, process_id) DO NOTHING";
    TAKE_ITEM = "DELETE FROM samba_item WHERE meeting_id = $1 AND process_id = $2";
    CONTACTED = "SELECT e.access_id, e.process_id FROM samba_contact x \
                 JOIN event e ON e.process_id = x.process_id AND e.version = 1";
    OF_BODY = "SELECT DISTINCT e.access_id, e.process_id FROM samba_item x \
               JOIN event e ON e.process_id = x.process_id AND e.version = 1 WHERE x.body_id = $1";
    AT_MEETING = "SELECT e.access_id, e.process_id FROM samba_item x \
                  JOIN event e ON e.process_id = x.process_id AND e.version = 1 WHERE x.meeting_id = $1";
    FORGET_CONTACTS = "DELETE FROM samba_contact";
    FORGET_ITEMS = "DELETE FROM samba_item";
}

/// Brings the projections up to date with what was just added to a process after version `base`.
///
/// **Invariant:** called in the transaction that adds the events, and from nothing but them: a rebuild gives
/// the same rows.
pub(crate) fn added(tx: &mut Tx, process: ProcessId, base: u32, events: &[Event]) -> Result<()> {
    let version = i64::from(base) + events.len() as i64;
    tx.exec(&HEAD, &[V::Id(process.0), V::Int(version)])?;
    let mut named = named::Named::default();
    events.iter().for_each(|event| named.note(event));
    for person in named.people {
        tx.exec(&NAME_PERSON, &[V::Id(person.0), V::Id(process.0)])?;
    }
    for event in events {
        in_samba(tx, process, event)?;
    }
    for unit in named.units {
        tx.exec(&NAME_UNIT, &[V::Int(unit.0.into()), V::Id(process.0)])?;
    }
    Ok(())
}

/// A process, and before it the act that opened it: they come in the order of the log (AD-7), while a process's own
/// id is chance.
pub(crate) type Began = (Uuid, ProcessId);

/// The processes that name a person. Whether the person may know of them is another matter.
pub(crate) fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Began>> {
    tx.rows(&OF_PERSON, &[V::Id(person.0)], began)
}

/// The processes whose summons has been sent to a unit, and those that began there.
pub(crate) fn of_unit(tx: &mut Tx, unit: UnitId) -> Result<Vec<Began>> {
    tx.rows(&OF_UNIT, &[V::Int(unit.0.into())], began)
}

fn began(row: &Row<'_>) -> Result<Began> {
    Ok((row.id(0)?, ProcessId(row.id(1)?)))
}

/// Where a case stands on an agenda, and that it is with the coordinator at all.
fn in_samba(tx: &mut Tx, process: ProcessId, event: &Event) -> Result<()> {
    match named::samba(event) {
        Some(named::InSamba::Contacted) => tx.exec(&PUT_CONTACT, &[V::Id(process.0)])?,
        Some(named::InSamba::Scheduled(meeting, body)) => {
            tx.exec(&PUT_ITEM, &[V::Id(meeting.0), V::Id(process.0), V::Int(body.0.into())])?
        }
        Some(named::InSamba::Unscheduled(meeting)) => {
            tx.exec(&TAKE_ITEM, &[V::Id(meeting.0), V::Id(process.0)])?
        }
        None => return Ok(()),
    };
    Ok(())
}

/// The processes that somebody has taken to the Samba coordinator.
pub(crate) fn contacted(tx: &mut Tx) -> Result<Vec<Began>> {
    tx.rows(&CONTACTED, &[], began)
}

/// The processes that stand, or have stood, on an agenda of a body.
pub(crate) fn of_body(tx: &mut Tx, body: BodyId) -> Result<Vec<Began>> {
    tx.rows(&OF_BODY, &[V::Int(body.0.into())], began)
}

/// The processes on the agenda of one meeting.
pub(crate) fn at_meeting(tx: &mut Tx, meeting: BodyMeetingId) -> Result<Vec<Began>> {
    tx.rows(&AT_MEETING, &[V::Id(meeting.0)], began)
}

/// Throws the projections away and derives them again.
pub(crate) fn rebuild(tx: &mut Tx) -> Result<()> {
    tx.exec(&FORGET_PEOPLE, &[])?;
    tx.exec(&FORGET_UNITS, &[])?;
    tx.exec(&FORGET_HEADS, &[])?;
    tx.exec(&FORGET_CONTACTS, &[])?;
    tx.exec(&FORGET_ITEMS, &[])?;
    let mut last = None;
    loop {
        let processes = chain::processes_after(tx, last)?;
        for process in &processes {
            let events = fold::events(tx, *process)?;
            added(tx, *process, 0, &events)?;
        }
        match processes.last() {
            Some(process) => last = Some(*process),
            None => return Ok(()),
        }
    }
}
