//! Which families have asked for a process, and what were they answered (T1b)?
//!
//! Every request is answered, and a no says why in writing: refusing is for exceptional cases only.

use crate::{
    Error, Store,
    engine::{Fault, Result, Row, Tx, V, statements},
};
use domain::{
    ids::{PersonId, ProcessId, RequestId, UnitId},
    now::Now,
};
use jiff::Timestamp;
use std::fmt;

statements! {
    PUT = "INSERT INTO family_request (request_id, asked_by, child_id, unit_id, wish, asked_us, status) \
           VALUES ($1, $2, $3, $4, $5, $6, 'waiting')";
    GET = "SELECT request_id, asked_by, child_id, unit_id, wish, asked_us, status, answer, answered_by, \
           answered_us, process_id FROM family_request WHERE request_id = $1";
    TO_UNIT = "SELECT request_id, asked_by, child_id, unit_id, wish, asked_us, status, answer, answered_by, \
               answered_us, process_id FROM family_request WHERE unit_id = $1 ORDER BY asked_us, request_id";
    BY_PERSON = "SELECT request_id, asked_by, child_id, unit_id, wish, asked_us, status, answer, answered_by, \
                 answered_us, process_id FROM family_request WHERE asked_by = $1 \
                 ORDER BY asked_us, request_id";
    ANSWER = "UPDATE family_request SET status = $1, answer = $2, answered_by = $3, answered_us = $4 \
              WHERE request_id = $5 AND status = 'waiting'";
    LED_TO = "UPDATE family_request SET process_id = $1 WHERE request_id = $2 AND status = 'accepted'";
}

/// A family's request for a process.
#[derive(Clone, PartialEq, Eq)]
pub struct FamilyRequest {
    pub id: RequestId,
    pub asked_by: PersonId,
    pub child: PersonId,
    /// The unit that is asked to start.
    pub unit: UnitId,
    /// What the family wants help with, in its own words.
    pub wish: String,
    pub asked: Timestamp,
    /// `None` until somebody has answered.
    pub answer: Option<Answered>,
    /// The process it led to.
    pub process: Option<ProcessId>,
}

impl fmt::Debug for FamilyRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FamilyRequest").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A new request.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRequest {
    pub id: RequestId,
    pub asked_by: PersonId,
    pub child: PersonId,
    pub unit: UnitId,
    pub wish: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    pub answer: Answer,
    pub by: PersonId,
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The unit starts a process; the text says what happens now, and may be empty.
    Accepted {
        text: String,
    },
    Refused {
        reason: Reason,
    },
}

/// A written reason: never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// `None` if nothing but space was written.
    pub fn new(text: &str) -> Option<Reason> {
        let text = text.trim();
        (!text.is_empty()).then(|| Reason(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Store {
    pub async fn ask_for_process(&self, request: NewRequest, now: Now) -> Result<(), Error> {
        let ask = move |tx: &mut Tx| {
            let values = [
                V::Id(request.id.0),
                V::Id(request.asked_by.0),
                V::Id(request.child.0),
                V::Int(request.unit.0.into()),
                V::Text(&request.wish),
                V::instant(now.instant),
            ];
            tx.exec(&PUT, &values).map(|_| ())
        };
        Ok(self.db.write(ask).await?)
    }

    pub async fn request(&self, id: RequestId) -> Result<Option<FamilyRequest>, Error> {
        Ok(self.db.read(move |tx| get(tx, id)).await?)
    }

    /// The requests put to a unit, the eldest first, answered ones included.
    pub async fn requests_to(&self, unit: UnitId) -> Result<Vec<FamilyRequest>, Error> {
        Ok(self.db.read(move |tx| tx.rows(&TO_UNIT, &[V::Int(unit.0.into())], request)).await?)
    }

    pub async fn requests_by(&self, person: PersonId) -> Result<Vec<FamilyRequest>, Error> {
        Ok(self.db.read(move |tx| tx.rows(&BY_PERSON, &[V::Id(person.0)], request)).await?)
    }

    /// Answers a request that waits. `false` if there is none, or if it has been answered: the first answer
    /// stands, because the family may have read it.
    pub async fn answer_request(
        &self,
        id: RequestId,
        answer: Answer,
        by: PersonId,
        now: Now,
    ) -> Result<bool, Error> {
        let answered = self.db.write(move |tx| {
            let (status, text) = match &answer {
                Answer::Accepted { text } => ("accepted", text.as_str()),
                Answer::Refused { reason } => ("refused", reason.as_str()),
            };
            let values = [V::Text(status), V::Text(text), V::Id(by.0), V::instant(now.instant), V::Id(id.0)];
            tx.exec(&ANSWER, &values)
        });
        Ok(answered.await? > 0)
    }
}

pub(crate) fn get(tx: &mut Tx, id: RequestId) -> Result<Option<FamilyRequest>> {
    tx.one(&GET, &[V::Id(id.0)], request)
}

/// Notes on an accepted request which process it led to.
pub(crate) fn led_to(tx: &mut Tx, id: RequestId, process: ProcessId) -> Result<()> {
    tx.exec(&LED_TO, &[V::Id(process.0), V::Id(id.0)])?;
    Ok(())
}

fn request(row: &Row) -> Result<FamilyRequest> {
    Ok(FamilyRequest {
        id: RequestId(row.id(0)?),
        asked_by: PersonId(row.id(1)?),
        child: PersonId(row.id(2)?),
        unit: UnitId(row.number(3)?),
        wish: row.text(4)?,
        asked: row.instant(5)?,
        answer: answered(row)?,
        process: row.opt_id(10)?.map(ProcessId),
    })
}

fn answered(row: &Row) -> Result<Option<Answered>> {
    let answer = match row.str(6)? {
        "waiting" => return Ok(None),
        "accepted" => Answer::Accepted { text: row.text(7)? },
        "refused" => {
            let reason = Reason::new(row.str(7)?).ok_or(Fault::Unreadable("a refusal without reason"))?;
            Answer::Refused { reason }
        }
        _ => return Err(Fault::Unreadable("unknown status of a request")),
    };
    Ok(Some(Answered { answer, by: PersonId(row.id(8)?), at: row.instant(9)? }))
}
