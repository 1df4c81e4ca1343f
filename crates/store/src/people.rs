//! Who are the people, and who has custody of whom?

use crate::{
    Error, Store,
    engine::{Key, Result, Row, Tx, V, statements},
    fold::Folds,
    project,
};
use domain::{
    Event,
    event::protection::ProtectionEvent,
    ids::{PersonId, ProcessId},
};
use jiff::civil::Date;
use std::fmt;

statements! {
    PUT = "INSERT INTO person (person_id, name, born, personal_id, phone, email, address, protected) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (person_id) DO UPDATE SET \
           name = excluded.name, born = excluded.born, personal_id = excluded.personal_id, \
           phone = CASE WHEN person.protected = 1 THEN NULL ELSE excluded.phone END, \
           email = CASE WHEN person.protected = 1 THEN NULL ELSE excluded.email END, \
           address = CASE WHEN person.protected = 1 THEN NULL ELSE excluded.address END, \
           protected = CASE WHEN person.protected = 1 THEN 1 ELSE excluded.protected END";
    PROTECT = "UPDATE person SET protected = 1, phone = NULL, email = NULL, address = NULL WHERE person_id = $1";
    UNPROTECT = "UPDATE person SET protected = 0 WHERE person_id = $1";
    GET = "SELECT person_id, name, born, personal_id, phone, email, address, protected \
           FROM person WHERE person_id = $1";
    BY_PERSONAL_ID = "SELECT person_id, name, born, personal_id, phone, email, address, protected \
                      FROM person WHERE personal_id = $1 ORDER BY person_id";
    PUT_GUARDIAN = "INSERT INTO guardian (child_id, guardian_id, legal) VALUES ($1, $2, $3) \
                    ON CONFLICT (child_id, guardian_id) DO UPDATE SET legal = excluded.legal";
    REMOVE_GUARDIAN = "DELETE FROM guardian WHERE child_id = $1 AND guardian_id = $2";
    GUARDIANS_OF = "SELECT guardian_id, legal FROM guardian WHERE child_id = $1 ORDER BY guardian_id";
    CHILDREN_OF = "SELECT child_id FROM guardian WHERE guardian_id = $1 ORDER BY child_id";
}

/// A child, a guardian or an employee.
///
/// **Invariant:** `Debug` shows the id alone, so that no log can come to hold a name.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// Known for children; an employee's is nobody's business.
    pub born: Option<Date>,
    /// Personnummer or samordningsnummer, twelve digits.
    pub personal_id: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    /// Protected identity. It can be switched on, never silently off (PID-1). Where to reach somebody protected is
    /// stored nowhere (AC-8).
    pub protected: bool,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Somebody registered as looking after a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisteredGuardian {
    pub person: PersonId,
    /// Only a legal guardian's signature counts.
    pub legal: bool,
}

impl Store {
    /// Registers a person, or what is newly known of one.
    pub async fn put_person(&self, person: Person) -> Result<(), Error> {
        Ok(self.db.write(move |tx| put(tx, &person)).await?)
    }

    pub async fn person(&self, id: PersonId) -> Result<Option<Person>, Error> {
        Ok(self.db.read(move |tx| get(tx, id)).await?)
    }

    /// The people with this personal number, oldest first; more than one only by mistake.
    pub async fn people_by_personal_id(&self, personal_id: String) -> Result<Vec<Person>, Error> {
        Ok(self.db.read(move |tx| tx.rows(&BY_PERSONAL_ID, &[V::Text(&personal_id)], person)).await?)
    }

    /// Registers that `guardian` looks after `child`.
    pub async fn put_guardian(&self, child: PersonId, guardian: PersonId, legal: bool) -> Result<(), Error> {
        Ok(self.db.write(move |tx| put_guardian(tx, child, guardian, legal)).await?)
    }

    pub async fn remove_guardian(&self, child: PersonId, guardian: PersonId) -> Result<(), Error> {
        let remove = move |tx: &mut Tx| {
            changes(tx, child, guardian);
            tx.exec(&REMOVE_GUARDIAN, &[V::Id(child.0), V::Id(guardian.0)])
        };
        Ok(self.db.write(remove).await.map(|_| ())?)
    }

    pub async fn guardians_of(&self, child: PersonId) -> Result<Vec<RegisteredGuardian>, Error> {
        Ok(self.db.read(move |tx| guardians_of(tx, child)).await?)
    }

    pub async fn children_of(&self, guardian: PersonId) -> Result<Vec<PersonId>, Error> {
        let children = move |tx: &mut Tx| {
            tx.rests_on(Key::Person(guardian.0));
            tx.rows(&CHILDREN_OF, &[V::Id(guardian.0)], |row| Ok(PersonId(row.id(0)?)))
        };
        Ok(self.db.read(children).await?)
    }
}

pub(crate) fn put(tx: &mut Tx, person: &Person) -> Result<()> {
    tx.changes(Key::Person(person.id.0));
    let born = person.born.map(|born| born.to_string());
    let contact = |way: &Option<String>| way.clone().filter(|_| !person.protected);
    let (phone, email, address) = (contact(&person.phone), contact(&person.email), contact(&person.address));
    tx.exec(
        &PUT,
        &[
            V::Id(person.id.0),
            V::Text(&person.name),
            V::OptText(born.as_deref()),
            V::OptText(person.personal_id.as_deref()),
            V::OptText(phone.as_deref()),
            V::OptText(email.as_deref()),
            V::OptText(address.as_deref()),
            V::flag(person.protected),
        ],
    )?;
    Ok(())
}

/// What the register learns of what has happened: a mark that was switched on, or off by two persons (PID-1).
pub(crate) fn follow(tx: &mut Tx, folds: &Folds, process: ProcessId, events: &[Event]) -> Result<()> {
    for event in events {
        if let Event::Protection(ProtectionEvent::IdentityProtected { person, .. }) = event {
            tx.changes(Key::Person(person.0));
            tx.exec(&PROTECT, &[V::Id(person.0)])?;
        } else if let Event::Protection(ProtectionEvent::ProtectionEnded { person, .. }) = event
            && !is_protected_elsewhere(tx, folds, process, *person)?
        {
            tx.changes(Key::Person(person.0));
            tx.exec(&UNPROTECT, &[V::Id(person.0)])?;
        }
    }
    Ok(())
}

/// The mark in the register stays for as long as any other process needs it: those who end theirs do not know why.
fn is_protected_elsewhere(tx: &mut Tx, folds: &Folds, ended: ProcessId, person: PersonId) -> Result<bool> {
    for (_, other) in project::of_person(tx, person)? {
        if other != ended
            && let Some(folded) = folds.load(tx, other)?
            && folded.process.protection.people.contains_key(&person)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(crate) fn get(tx: &mut Tx, id: PersonId) -> Result<Option<Person>> {
    tx.rests_on(Key::Person(id.0));
    tx.one(&GET, &[V::Id(id.0)], person)
}

pub(crate) fn put_guardian(tx: &mut Tx, child: PersonId, guardian: PersonId, legal: bool) -> Result<()> {
    changes(tx, child, guardian);
    tx.exec(&PUT_GUARDIAN, &[V::Id(child.0), V::Id(guardian.0), V::flag(legal)])?;
    Ok(())
}

fn changes(tx: &mut Tx, child: PersonId, guardian: PersonId) {
    tx.changes(Key::Person(child.0));
    tx.changes(Key::Person(guardian.0));
}

pub(crate) fn guardians_of(tx: &mut Tx, child: PersonId) -> Result<Vec<RegisteredGuardian>> {
    tx.rests_on(Key::Person(child.0));
    tx.rows(&GUARDIANS_OF, &[V::Id(child.0)], |row| {
        Ok(RegisteredGuardian { person: PersonId(row.id(0)?), legal: row.flag(1)? })
    })
}

/// Reads a person whose columns begin the row.
pub(crate) fn person(row: &Row) -> Result<Person> {
    Ok(Person {
        id: PersonId(row.id(0)?),
        name: row.text(1)?,
        born: row.opt_date(2)?,
        personal_id: row.opt_text(3)?,
        phone: row.opt_text(4)?,
        email: row.opt_text(5)?,
        address: row.opt_text(6)?,
        protected: row.flag(7)?,
    })
}
