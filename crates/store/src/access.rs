//! Who asked for what, and what was the ruling?

use crate::{
    Error, Store,
    engine::{Fault, Result, Row, Tx, V, statements},
    keys, log,
};
use domain::{
    ids::{PersonId, ProcessId, UnitId},
    now::Now,
};
use jiff::Timestamp;
use record::{Hash, Ruling, Salt};
use std::borrow::Cow;
use uuid::Uuid;

statements! {
    PUT = "INSERT INTO access (access_id, recorded_us, person_id, seat, unit_id, process_id, action, \
           outcome, ground, detail, salt, stored) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    OF_PROCESS = "SELECT access_id, recorded_us, person_id, seat, unit_id, process_id, action, outcome, \
                  ground, detail FROM access WHERE process_id = $1 ORDER BY access_id";
    SIGN_INS_OF = "SELECT access_id, recorded_us, person_id, seat, unit_id, process_id, action, outcome, \
                   ground, detail FROM access WHERE process_id IS NULL AND person_id = $1 AND action = $2 \
                   ORDER BY access_id";
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AccessId(pub Uuid);

/// How it ended. A no is on record as much as a yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Shown, or done.
    Granted,
    /// The asker may not do this. The answer says so.
    Forbidden,
    /// The asker may not know of it. The answer is that of what does not exist.
    Hidden,
    /// The asker may, but a rule of the model said no.
    Refused,
}

impl Outcome {
    const ALL: [Outcome; 4] = [Outcome::Granted, Outcome::Forbidden, Outcome::Hidden, Outcome::Refused];

    pub fn word(self) -> &'static str {
        match self {
            Outcome::Granted => "granted",
            Outcome::Forbidden => "forbidden",
            Outcome::Hidden => "hidden",
            Outcome::Refused => "refused",
        }
    }
}

/// One row of the log of access.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    pub id: AccessId,
    pub at: Timestamp,
    pub person: PersonId,
    /// The kind of seat the person sat in.
    pub seat: Cow<'static, str>,
    pub unit: Option<UnitId>,
    /// `None` where the act concerned no process.
    pub process: Option<ProcessId>,
    pub action: Cow<'static, str>,
    pub outcome: Outcome,
    /// Why it was allowed.
    pub ground: Option<Cow<'static, str>>,
    /// The reason of a refusal.
    pub detail: Option<Cow<'static, str>>,
}

/// The stable word for signing in; only what failed is put on record under it.
const SIGN_IN: &str = "sign_in";

/// Why nobody was let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInFault {
    WrongPassword,
    TooManyGuesses,
}

impl Store {
    /// Somebody tried to sign in to a person's account and was not let in (CON-29). What was typed is not kept.
    pub async fn record_failed_sign_in(
        &self,
        person: PersonId,
        fault: SignInFault,
        now: Now,
    ) -> Result<(), Error> {
        let (outcome, detail) = match fault {
            SignInFault::WrongPassword => (Outcome::Forbidden, None),
            SignInFault::TooManyGuesses => (Outcome::Refused, Some("too_many_guesses".into())),
        };
        let put = move |tx: &mut Tx| {
            let access = Access {
                id: AccessId::new(now)?,
                at: now.instant,
                person,
                seat: "none".into(),
                unit: None,
                process: None,
                action: SIGN_IN.into(),
                outcome,
                ground: None,
                detail: detail.clone(),
            };
            put(tx, &access)
        };
        Ok(self.db.write(put).await?)
    }

    /// The attempts to sign in to a person's account that failed, the eldest first.
    pub async fn failed_sign_ins(&self, person: PersonId) -> Result<Vec<Access>, Error> {
        let get = move |tx: &mut Tx| tx.rows(&SIGN_INS_OF, &[V::Id(person.0), V::Text(SIGN_IN)], access);
        Ok(self.db.read(get).await?)
    }
}

impl Access {
    /// What binds this row to the log.
    fn leaf(&self, stored: Option<Hash>, salt: &Salt) -> Hash {
        let ruling = Ruling {
            access_id: self.id.0.into_bytes(),
            recorded_us: self.at.as_microsecond(),
            person: self.person.0.into_bytes(),
            seat: &self.seat,
            unit: self.unit.map(|unit| unit.0.into()),
            process: self.process.map(|process| process.0.into_bytes()),
            action: &self.action,
            outcome: self.outcome.word(),
            ground: self.ground.as_deref(),
            detail: self.detail.as_deref(),
            stored,
        };
        ruling.leaf(salt)
    }
}

impl AccessId {
    pub(crate) fn new(now: Now) -> Result<AccessId> {
        Ok(AccessId(keys::timed(now)?))
    }
}

/// Puts a ruling on record that led to nothing being stored.
pub(crate) fn put(tx: &mut Tx, access: &Access) -> Result<()> {
    put_act(tx, access, None)
}

/// Puts an act on record, with the hash of what it stored.
///
/// **Invariant:** whatever is put here is bound by a leaf in the same transaction (AD-1).
pub(crate) fn put_act(tx: &mut Tx, access: &Access, stored: Option<Hash>) -> Result<()> {
    let salt: Salt = keys::random()?;
    log::wait(tx, access.id, access.leaf(stored, &salt))?;
    tx.note(
        &PUT,
        &[
            V::Id(access.id.0),
            V::instant(access.at),
            V::Id(access.person.0),
            V::Text(&access.seat),
            V::OptInt(access.unit.map(|unit| unit.0.into())),
            V::OptId(access.process.map(|process| process.0)),
            V::Text(&access.action),
            V::Text(access.outcome.word()),
            V::OptText(access.ground.as_deref()),
            V::OptText(access.detail.as_deref()),
            V::Blob(&salt),
            V::OptBlob(stored.as_ref().map(|stored| stored.as_slice())),
        ],
    )?;
    Ok(())
}

/// Everything that was asked of one process, in order.
pub(crate) fn of_process(tx: &mut Tx, process: ProcessId) -> Result<Vec<Access>> {
    tx.rows(&OF_PROCESS, &[V::Id(process.0)], access)
}

/// What binds a row to the log, of a row that begins with the columns of [`Access`] and goes on with the salt and
/// what was stored.
pub(crate) fn ruling<'r>(row: &'r Row) -> Result<Ruling<'r>> {
    Ok(Ruling {
        access_id: row.id(0)?.into_bytes(),
        recorded_us: row.int(1)?,
        person: row.id(2)?.into_bytes(),
        seat: row.str(3)?,
        unit: row.opt_int(4)?,
        process: row.opt_id(5)?.map(Uuid::into_bytes),
        action: row.str(6)?,
        outcome: row.str(7)?,
        ground: row.opt_str(8)?,
        detail: row.opt_str(9)?,
        stored: row.opt_hash(11)?,
    })
}

/// Reads a row of the log whose columns begin the row.
pub(crate) fn access(row: &Row) -> Result<Access> {
    let word = row.str(7)?;
    let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.word() == word);
    Ok(Access {
        id: AccessId(row.id(0)?),
        at: row.instant(1)?,
        person: PersonId(row.id(2)?),
        seat: row.text(3)?.into(),
        unit: row.opt_number(4)?.map(UnitId),
        process: row.opt_id(5)?.map(ProcessId),
        action: row.text(6)?.into(),
        outcome: outcome.ok_or(Fault::Unreadable("unknown outcome"))?,
        ground: row.opt_text(8)?.map(Cow::from),
        detail: row.opt_text(9)?.map(Cow::from),
    })
}
