//! Which families have asked for a process, and what were they answered (T1b)?
//!
//! Every request is answered, and a no says why in writing: refusing is for exceptional cases only.

use crate::{
    Error, Store,
    access::{self, Outcome},
    engine::{Fault, Result, Row, Tx, V, statements},
    people,
    ruling::Asked,
};
use domain::{
    ids::{PersonId, ProcessId, RequestId, UnitId},
    now::Now,
};
use jiff::Timestamp;
use policy::{Actor, Denial, Ground, Seat};
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
    /// A family asks. The child and its registered legal guardians may.
    ///
    /// # Errors
    /// [`Error::Denied`] for everyone else.
    pub async fn ask_for_process(&self, actor: Actor, request: NewRequest, now: Now) -> Result<(), Error> {
        let asked = asked(actor, "ask_for_process", now);
        let ask = move |tx: &mut Tx| {
            let guardians = people::guardians_of(tx, request.child)?;
            let legal: Vec<_> =
                guardians.iter().filter(|guardian| guardian.legal).map(|guardian| guardian.person).collect();
            let ruling = policy::may_ask(actor, request.child, &legal);
            record(tx, asked, ruling)?;
            if ruling.is_ok() {
                put(tx, &request, actor.person, now)?;
            }
            Ok(ruling)
        };
        self.db.write(ask).await?.map(|_| ()).map_err(Error::Denied)
    }

    /// The requests that the actor has put, or that have been put to the inbox he or she looks after; the
    /// eldest first, answered ones included.
    pub async fn requests(&self, actor: Actor, now: Now) -> Result<Vec<FamilyRequest>, Error> {
        let asked = asked(actor, "read_requests", now);
        let look = move |tx: &mut Tx| {
            let requests = match actor.seat {
                Seat::Family => tx.rows(&BY_PERSON, &[V::Id(actor.person.0)], request)?,
                Seat::Staff { unit, .. } if policy::may_answer_request(actor, unit).is_ok() => {
                    tx.rows(&TO_UNIT, &[V::Int(unit.0.into())], request)?
                }
                Seat::Staff { .. }
                | Seat::Manager { .. }
                | Seat::Ambassador { .. }
                | Seat::Coordinator
                | Seat::SambaCoordinator
                | Seat::BodyMember { .. }
                | Seat::SteeringGroup
                | Seat::Administrator => Vec::new(),
            };
            Ok((requests, asked.access(Outcome::Granted)?))
        };
        Ok(self.db.witness(look, access::put).await?)
    }

    /// Answers a request that waits. `false` if it has been answered: the first answer stands, because the
    /// family may have read it.
    ///
    /// # Errors
    /// [`Error::Denied`] unless the actor looks after the inbox of the unit that was asked; so, too, if there
    /// is no such request.
    pub async fn answer_request(
        &self,
        actor: Actor,
        id: RequestId,
        answer: Answer,
        now: Now,
    ) -> Result<bool, Error> {
        let asked = asked(actor, "answer_request", now);
        let act = move |tx: &mut Tx| {
            let found = get(tx, id)?;
            let ruling = match &found {
                Some(request) => policy::may_answer_request(actor, request.unit),
                None => Err(Denial::Hidden),
            };
            record(tx, asked, ruling)?;
            match ruling {
                Ok(_) => Ok(Ok(self::answer(tx, id, &answer, actor.person, now)?)),
                Err(denial) => Ok(Err(denial)),
            }
        };
        self.db.write(act).await?.map_err(Error::Denied)
    }
}

fn asked(actor: Actor, action: &'static str, now: Now) -> Asked {
    Asked { actor, action, process: None, now }
}

fn record(tx: &mut Tx, asked: Asked, ruling: Result<Ground, Denial>) -> Result<()> {
    let access = match ruling {
        Ok(ground) => asked.granted(ground)?,
        Err(denial) => asked.denied(denial)?,
    };
    access::put(tx, &access)
}

fn put(tx: &mut Tx, request: &NewRequest, asked_by: PersonId, now: Now) -> Result<()> {
    let values = [
        V::Id(request.id.0),
        V::Id(asked_by.0),
        V::Id(request.child.0),
        V::Int(request.unit.0.into()),
        V::Text(&request.wish),
        V::instant(now.instant),
    ];
    tx.exec(&PUT, &values).map(|_| ())
}

/// Stores an answer to a request that waits. False if it does not wait.
pub(crate) fn answer(tx: &mut Tx, id: RequestId, answer: &Answer, by: PersonId, now: Now) -> Result<bool> {
    let (status, text) = match answer {
        Answer::Accepted { text } => ("accepted", text.as_str()),
        Answer::Refused { reason } => ("refused", reason.as_str()),
    };
    let values = [V::Text(status), V::Text(text), V::Id(by.0), V::instant(now.instant), V::Id(id.0)];
    Ok(tx.exec(&ANSWER, &values)? > 0)
}

pub(crate) fn get(tx: &mut Tx, id: RequestId) -> Result<Option<FamilyRequest>> {
    tx.one(&GET, &[V::Id(id.0)], request)
}

/// Notes on an accepted request which process it led to. False if it was refused.
pub(crate) fn led_to(tx: &mut Tx, id: RequestId, process: ProcessId) -> Result<bool> {
    Ok(tx.exec(&LED_TO, &[V::Id(process.0), V::Id(id.0)])? > 0)
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
