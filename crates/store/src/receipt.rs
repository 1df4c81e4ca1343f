//! What is a person shown after an act?
//!
//! The page after an act has its own address, so that loading it again repeats nothing, and it does not lean
//! on the process: the act may just have taken away the right to see it.

use crate::{
    Error, Store,
    engine::{Fault, Result, Tx, V, statements},
    keys,
};
use domain::{
    ids::{PersonId, ProcessId},
    now::Now,
};
use jiff::{SignedDuration, Timestamp};
use policy::{Actor, Ground};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// Receipts are for reading at once and finding again the same week.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

statements! {
    PUT = "INSERT INTO receipt (receipt_id, person_id, body, created_us) VALUES ($1, $2, $3, $4)";
    GET = "SELECT body, created_us FROM receipt WHERE receipt_id = $1 AND person_id = $2 AND created_us > $3";
    REMOVE_OLD = "DELETE FROM receipt WHERE created_us <= $1";
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReceiptId(pub Uuid);

impl fmt::Display for ReceiptId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.simple())
    }
}

impl FromStr for ReceiptId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<ReceiptId, uuid::Error> {
        Uuid::parse_str(text).map(ReceiptId)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// What the page is drawn from, as JSON.
    pub body: String,
    pub created: Timestamp,
}

/// Whether a process concerns somebody, and whether what is told of it bears the mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Concern {
    pub concerned: bool,
    pub protected: bool,
}

impl Store {
    /// Leaves a receipt for a person; it is kept for a week.
    pub async fn leave_receipt(&self, person: PersonId, body: String, now: Now) -> Result<ReceiptId, Error> {
        let id = ReceiptId(keys::opaque()?);
        self.db.write(move |tx| put(tx, id, person, &body, now)).await?;
        Ok(id)
    }

    /// A person's own receipt, as long as it is kept.
    pub async fn receipt(&self, id: ReceiptId, person: PersonId, now: Now) -> Result<Option<Receipt>, Error> {
        let get = move |tx: &mut Tx| {
            tx.one(&GET, &[V::Id(id.0), V::Id(person.0), V::instant(kept_since(now)?)], |row| {
                Ok(Receipt { body: row.text(0)?, created: row.instant(1)? })
            })
        };
        Ok(self.db.read(get).await?)
    }

    /// Whether a process still concerns somebody, so that what was done in it may be told once more, and with the
    /// mark where an identity is protected (AC-9). It shows nothing else of the process, and what was done is on
    /// record already.
    pub async fn concerns(&self, process: ProcessId, actor: Actor, now: Now) -> Result<Concern, Error> {
        let folds = self.folds.clone();
        let look = move |tx: &mut Tx| {
            let Some(folded) = folds.load(tx, process)? else { return Ok(Concern::default()) };
            let facts = policy::Facts::of(actor, &folded.process, now.today());
            let standing = policy::Standing::of(facts, actor);
            let concerned = standing.grounds().any(|ground| !matches!(ground, Ground::TookPart(_)));
            Ok(Concern { concerned, protected: folded.process.is_protected() })
        };
        Ok(self.db.read(look).await?)
    }

    /// Removes the receipts whose week is over; answers how many.
    pub async fn remove_old_receipts(&self, now: Now) -> Result<u64, Error> {
        Ok(self.db.write(move |tx| tx.exec(&REMOVE_OLD, &[V::instant(kept_since(now)?)])).await?)
    }
}

pub(crate) fn put(tx: &mut Tx, id: ReceiptId, person: PersonId, body: &str, now: Now) -> Result<()> {
    tx.exec(&PUT, &[V::Id(id.0), V::Id(person.0), V::Text(body), V::instant(now.instant)])?;
    Ok(())
}

fn kept_since(now: Now) -> Result<Timestamp> {
    now.instant.checked_sub(KEPT).map_err(|_| Fault::Unreadable("the clock is out of range"))
}
