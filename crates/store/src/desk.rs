//! What has the Samba coordinator noted on the way, for nobody else and not for long? (DESK-1, DESK-2)
//!
//! **Invariant:** a note is read by its writer alone. The record says that notes were written, read or deleted, and
//! nothing of what stands in them or which case they are about; when a note goes nothing of it is left.

pub(crate) mod needs;
#[cfg(test)]
mod tests;

use crate::{
    Error, Store,
    access::{self, Outcome},
    engine::{Fault, Result, Row, Tx, V, statements},
    fold::Folds,
    project,
    ruling::Asked,
};
use domain::{
    Event,
    event::samba::SambaEvent,
    ids::{CaseNo, PersonId, ProcessId, WorkingNoteId},
    now::Now,
    samba::note::{self, NewNote, NoteCase, NoteFault, NoteKind},
};
use jiff::civil::Date;
use policy::{Action, Actor, Denial};
use std::collections::{BTreeMap, BTreeSet};

pub use needs::StoredNeed;

statements! {
    PUT = "INSERT INTO working_note (note_id, author, process_id, case_no, day, kind, contains_fact, last_day, body) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    OF_WRITER = "SELECT note_id, process_id, case_no, day, kind, contains_fact, last_day, body FROM working_note \
                 WHERE author = $1 ORDER BY day DESC, note_id";
    WRITER_OF = "SELECT author FROM working_note WHERE note_id = $1 AND last_day >= $2";
    TAKE = "DELETE FROM working_note WHERE note_id = $1";
    TAKE_PAST = "DELETE FROM working_note WHERE last_day < $1";
    TAKE_OF_CASE = "DELETE FROM working_note WHERE process_id = $1 AND case_no = $2";
    CASES = "SELECT DISTINCT process_id, case_no FROM working_note WHERE process_id IS NOT NULL";
}

/// What one coordinator finds on the desk.
#[derive(Clone, PartialEq, Eq)]
pub struct Notes {
    /// The newest first.
    pub notes: Vec<WorkingNote>,
    /// The open cases that a note can be about, the eldest contact first: nothing of them but the day.
    pub cases: Vec<NotedCase>,
}

/// One note. Its text is printed nowhere, so there is no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct WorkingNote {
    pub id: WorkingNoteId,
    pub case: Option<NotedCase>,
    pub day: Date,
    pub kind: NoteKind,
    pub contains_fact: bool,
    pub last_day: Date,
    pub text: String,
}

/// A case, and the day of the contact by which it is told from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotedCase {
    pub case: NoteCase,
    pub contacted_on: Date,
}

impl Store {
    /// The actor's own notes that still live.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but a Samba coordinator.
    pub async fn working_notes(&self, actor: Actor, now: Now) -> std::result::Result<Notes, Error> {
        let (asked, folds) = (asked(actor, "read_working_notes", now), self.folds.clone());
        let look = move |tx: &mut Tx| {
            if let Err(denial) = policy::may_keep_notes(actor, actor.person) {
                return Ok((Err(denial), asked.denied(denial)?));
            }
            let mut open = BTreeMap::new();
            for (_, process) in project::contacted(tx)?.into_iter().collect::<BTreeSet<_>>() {
                open.extend(open_case(tx, &folds, process, actor, now)?.map(|case| (case.case, case)));
            }
            let mut notes = vec![];
            for (note, case) in of_writer(tx, actor.person, now.today())? {
                match case.map(|case| open.get(&case)) {
                    // Whoever no longer works with the case has no notes about it either.
                    Some(None) => {}
                    Some(Some(case)) => notes.push(WorkingNote { case: Some(*case), ..note }),
                    None => notes.push(note),
                }
            }
            let mut cases: Vec<NotedCase> = open.into_values().collect();
            cases.sort_by_key(|case| (case.contacted_on, case.case));
            Ok((Ok(Notes { notes, cases }), asked.access(Outcome::Granted)?))
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }

    /// Keeps a note. The id is the caller's to make. What is wrong with it is told, and nothing is kept.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but a Samba coordinator, and where it is about a case that is not hers.
    pub async fn write_working_note(
        &self,
        actor: Actor,
        id: WorkingNoteId,
        note: NewNote,
        now: Now,
    ) -> std::result::Result<std::result::Result<(), NoteFault>, Error> {
        let (asked, folds) = (asked(actor, "write_working_note", now), self.folds.clone());
        let write = move |tx: &mut Tx| {
            let mut ruling = policy::may_keep_notes(actor, actor.person);
            if let (Ok(()), Some(about)) = (ruling, note.case) {
                let open = open_case(tx, &folds, about.process, actor, now)?;
                if open.map(|case| case.case) != Some(about) {
                    ruling = Err(Denial::Hidden);
                }
            }
            if let Err(denial) = ruling {
                access::put(tx, &asked.denied(denial)?)?;
                return Ok(Err(denial));
            }
            if let Err(fault) = note.check(now.today()) {
                access::put(tx, &asked.access(Outcome::Refused)?)?;
                return Ok(Ok(Err(fault)));
            }
            put(tx, actor.person, id, &note)?;
            access::put(tx, &asked.access(Outcome::Granted)?)?;
            Ok(Ok(Ok(())))
        };
        self.db.write(write).await?.map_err(Error::Denied)
    }

    /// Deletes a note of the actor's own, at any time and for no reason.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but its writer, and where there is no such note.
    pub async fn delete_working_note(
        &self,
        actor: Actor,
        id: WorkingNoteId,
        now: Now,
    ) -> std::result::Result<(), Error> {
        let asked = asked(actor, "delete_working_note", now);
        let delete = move |tx: &mut Tx| {
            let today = now.today().to_string();
            let writer =
                tx.one(&WRITER_OF, &[V::Id(id.0), V::Text(&today)], |row| Ok(PersonId(row.id(0)?)))?;
            let ruling =
                writer.ok_or(Denial::Hidden).and_then(|writer| policy::may_keep_notes(actor, writer));
            if let Err(denial) = ruling {
                access::put(tx, &asked.denied(denial)?)?;
                return Ok(Err(denial));
            }
            tx.exec(&TAKE, &[V::Id(id.0)])?;
            access::put(tx, &asked.access(Outcome::Granted)?)?;
            Ok(Ok(()))
        };
        self.db.write(delete).await?.map_err(Error::Denied)
    }

    /// Deletes the notes that have had their day, and those of cases that are over. Answers how many.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn delete_working_notes(&self, now: Now) -> std::result::Result<u64, Error> {
        let folds = self.folds.clone();
        let delete = move |tx: &mut Tx| {
            let today = now.today().to_string();
            let mut gone = tx.exec(&TAKE_PAST, &[V::Text(&today)])?;
            for case in tx.rows(&CASES, &[], |row| case_at(row, 0))?.into_iter().flatten() {
                let process = folds.load(tx, case.process)?.map(|folded| folded.process);
                if !process.is_some_and(|process| process.keeps_notes_of(case.case, now.today())) {
                    gone += take_of_case(tx, case)?;
                }
            }
            Ok(gone)
        };
        Ok(self.db.write(delete).await?)
    }
}

/// Deletes the notes of the cases that these events end.
///
/// **Invariant:** called in the transaction that adds the events, so that no note outlives its case.
pub(crate) fn follow(tx: &mut Tx, process: ProcessId, events: &[Event]) -> Result<()> {
    for event in events {
        let (Event::Samba(SambaEvent::SambaClosed { case, .. })
        | Event::Samba(SambaEvent::SambaWithdrawn { case, .. })) = event
        else {
            continue;
        };
        take_of_case(tx, NoteCase { process, case: *case })?;
    }
    Ok(())
}

fn asked(actor: Actor, action: &'static str, now: Now) -> Asked {
    Asked { actor, action, process: None, now }
}

/// The open case of a process, if the actor works with it.
fn open_case(tx: &mut Tx, folds: &Folds, id: ProcessId, actor: Actor, now: Now) -> Result<Option<NotedCase>> {
    let Some(folded) = folds.load(tx, id)? else { return Ok(None) };
    if policy::rule(actor, Action::ReadSambaContact, &folded.process, now).is_err() {
        return Ok(None);
    }
    let open = folded.process.samba.open_case();
    let open = open.filter(|(number, _)| folded.process.keeps_notes_of(*number, now.today()));
    Ok(open.map(|(case, found)| NotedCase {
        case: NoteCase { process: id, case },
        contacted_on: found.contacted_on,
    }))
}

fn of_writer(tx: &mut Tx, writer: PersonId, today: Date) -> Result<Vec<(WorkingNote, Option<NoteCase>)>> {
    let note = |row: &Row| {
        let kind = NoteKind::from_word(row.str(4)?).ok_or(Fault::Unreadable("a note of an unknown kind"))?;
        let note = WorkingNote {
            id: WorkingNoteId(row.id(0)?),
            case: None,
            day: row.date(3)?,
            kind,
            contains_fact: row.int(5)? != 0,
            last_day: row.date(6)?,
            text: row.text(7)?,
        };
        Ok((note, case_at(row, 1)?))
    };
    let mut notes = tx.rows(&OF_WRITER, &[V::Id(writer.0)], note)?;
    // Whether or not it has been deleted yet.
    notes.retain(|(note, _)| note::lives(note.last_day, today));
    Ok(notes)
}

/// A process and the number of its case, in two columns from this one on.
fn case_at(row: &Row, from: usize) -> Result<Option<NoteCase>> {
    let (process, case) = (row.opt_id(from)?, row.opt_number(from + 1)?);
    Ok(process.zip(case).map(|(process, case)| NoteCase { process: ProcessId(process), case: CaseNo(case) }))
}

fn put(tx: &mut Tx, writer: PersonId, id: WorkingNoteId, note: &NewNote) -> Result<()> {
    let (day, last_day) = (note.day.to_string(), note.last_day.to_string());
    let values = [
        V::Id(id.0),
        V::Id(writer.0),
        V::OptId(note.case.map(|case| case.process.0)),
        V::OptInt(note.case.map(|case| case.case.0.into())),
        V::Text(&day),
        V::Text(note.kind.word()),
        V::flag(note.contains_fact),
        V::Text(&last_day),
        V::Text(&note.text),
    ];
    tx.exec(&PUT, &values)?;
    Ok(())
}

fn take_of_case(tx: &mut Tx, case: NoteCase) -> Result<u64> {
    tx.exec(&TAKE_OF_CASE, &[V::Id(case.process.0), V::Int(case.case.0.into())])
}
