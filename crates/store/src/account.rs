//! With which name and password can somebody sign in where there is no other identity?

use crate::{
    Error, Store,
    engine::{Result, Tx, V, statements},
    people::{self, Person},
    seat::{self, SeatRow},
    session,
};
use domain::{ids::PersonId, now::Now};
use std::fmt;

statements! {
    PUT = "INSERT INTO account (username, person_id, password_hash, changed_us) VALUES ($1, $2, $3, $4) \
           ON CONFLICT (person_id) DO UPDATE SET username = excluded.username, \
           password_hash = excluded.password_hash, changed_us = excluded.changed_us";
    GET = "SELECT username, person_id, password_hash FROM account WHERE username = $1";
}

/// A local account. The password was hashed at the edge; here it is an opaque text.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    pub username: String,
    pub person: PersonId,
    pub password_hash: String,
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account").field("person", &self.person).finish_non_exhaustive()
    }
}

impl Store {
    /// Gives the person this name and password, in place of any before; the person's sessions end.
    ///
    /// # Errors
    /// [`crate::Fault::Duplicate`] if another person has the name.
    pub async fn put_account(&self, account: Account, now: Now) -> Result<(), Error> {
        Ok(self.db.write(move |tx| put(tx, &account, now)).await?)
    }

    /// Registers somebody with a seat and an account, or nothing of it. Whoever is registered already, or has
    /// the seat, is passed without them.
    ///
    /// # Errors
    /// [`crate::Fault::Duplicate`] if another person has the name.
    pub async fn enrol(
        &self,
        person: Option<Person>,
        seat: Option<SeatRow>,
        account: Account,
        now: Now,
    ) -> Result<(), Error> {
        let enrol = move |tx: &mut Tx| {
            if let Some(person) = &person {
                people::put(tx, person)?;
            }
            if let Some(seat) = &seat {
                seat::put(tx, seat)?;
            }
            put(tx, &account, now)
        };
        Ok(self.db.write(enrol).await?)
    }

    pub async fn account(&self, username: &str) -> Result<Option<Account>, Error> {
        let username = folded(username);
        let get = move |tx: &mut Tx| {
            tx.one(&GET, &[V::Text(&username)], |row| {
                Ok(Account {
                    username: row.text(0)?,
                    person: PersonId(row.id(1)?),
                    password_hash: row.text(2)?,
                })
            })
        };
        Ok(self.db.read(get).await?)
    }
}

fn put(tx: &mut Tx, account: &Account, now: Now) -> Result<()> {
    let username = folded(&account.username);
    let values = [
        V::Text(&username),
        V::Id(account.person.0),
        V::Text(&account.password_hash),
        V::instant(now.instant),
    ];
    tx.exec(&PUT, &values)?;
    session::end_all_of(tx, account.person)
}

/// Names differ by more than capitals and surrounding space.
fn folded(username: &str) -> String {
    username.trim().to_lowercase()
}
