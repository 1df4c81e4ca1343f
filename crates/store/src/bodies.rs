//! When do the bodies beyond Lots meet, and what have they written? (BOD-1 to BOD-8)
//!
//! **Invariant:** nothing here is about any child. What has happened to a meeting is added and never changed, in one
//! transaction with the row of access that proves it.

pub(crate) mod line;
pub(crate) mod read;
#[cfg(test)]
mod tests;

use crate::{
    Error, Store,
    access::{self, Access, Outcome},
    engine::{Fault, Result, Tx, V, statements},
    ruling::Asked,
};
use domain::{
    calendar::Calendar,
    ids::{BodyId, BodyMeetingId, PersonId},
    now::Now,
    samba::{
        bodies::{Bodies, Body},
        cadence::{Cadence, CadenceFault},
        meeting::{Around, BodyMeeting, MeetingAct, MeetingEvent, MeetingRefusal, Planning},
    },
};
use policy::{Actor, Denial};
use std::sync::Arc;

pub use read::{BodyCalendar, CadenceChange, Sitting, StoredMeeting};

statements! {
    PUT = "INSERT INTO body_meeting (meeting_id, body_id, day) VALUES ($1, $2, $3) \
           ON CONFLICT (meeting_id) DO NOTHING";
    PUT_EVENT = "INSERT INTO body_meeting_event (meeting_id, version, event, author, recorded_us) \
                 VALUES ($1, $2, $3, $4, $5) ON CONFLICT (meeting_id, version) DO NOTHING";
    MOVE = "UPDATE body_meeting SET day = $1 WHERE meeting_id = $2";
    PUT_CADENCE = "INSERT INTO body_cadence (body_id, version, cadence, reason, author, recorded_us) \
                   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (body_id, version) DO NOTHING";
}

/// What the meetings are decided by that does not change while the program runs.
#[derive(Debug, Clone)]
pub struct BodyRules {
    pub bodies: Arc<Bodies>,
    pub calendar: Arc<Calendar>,
}

/// The words of the acts in the log.
pub(crate) const PLAN: &str = "plan_body_meeting";
pub(crate) const ACT: &str = "change_body_meeting";
pub(crate) const CHANGE_CADENCE: &str = "change_cadence";

impl Store {
    /// Puts a meeting in the calendar of a body. The id is the caller's to make. A refusal is on record.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but the Samba coordinator, and where there is no such body.
    pub async fn plan_body_meeting(
        &self,
        actor: Actor,
        (id, body): (BodyMeetingId, BodyId),
        planning: Planning,
        rules: BodyRules,
        now: Now,
    ) -> std::result::Result<std::result::Result<(), MeetingRefusal>, Error> {
        let asked = asked(actor, PLAN, now);
        let plan = move |tx: &mut Tx| {
            let body = match convened_by(actor, rules.bodies.body(body)) {
                Ok(body) => body,
                Err(denial) => return denied(tx, asked, denial),
            };
            let series = read::series(tx, body)?;
            let meetings = read::meetings(tx, body.id, planning.at.date(), planning.slot)?;
            let live = meetings.iter().filter(|(_, meeting)| meeting.is_live());
            let taken: Vec<_> = live.filter_map(|(_, meeting)| meeting.slot).collect();
            let around = Around { body, seated: &[], calendar: &rules.calendar, now };
            match planning.clone().decide(&series, &taken, around) {
                Ok(event) => {
                    let day = planning.at.date().to_string();
                    let values = [V::Id(id.0), V::Int(body.id.0.into()), V::Text(&day)];
                    if tx.exec(&PUT, &values)? == 0 {
                        return Err(Fault::Unreadable("a meeting is planned once"));
                    }
                    append(tx, asked, (id, 1), &event)?;
                    Ok(Ok(Ok(())))
                }
                Err(refusal) => refused(tx, asked, refusal),
            }
        };
        self.db.write(plan).await?.map_err(Error::Denied)
    }

    /// Does something with a meeting. A refusal is on record.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but the Samba coordinator, and where there is no such meeting.
    pub async fn change_body_meeting(
        &self,
        actor: Actor,
        id: BodyMeetingId,
        act: MeetingAct,
        rules: BodyRules,
        now: Now,
    ) -> std::result::Result<std::result::Result<(), MeetingRefusal>, Error> {
        let asked = asked(actor, ACT, now);
        let change = move |tx: &mut Tx| {
            let events = read::events(tx, id)?;
            let found = BodyMeeting::of(&events);
            let body = found.as_ref().and_then(|meeting| rules.bodies.body(meeting.body));
            let (meeting, body) = match (convened_by(actor, body), found) {
                (Ok(body), Some(meeting)) => (meeting, body),
                (Err(denial), _) => return denied(tx, asked, denial),
                (_, None) => return denied(tx, asked, Denial::Hidden),
            };
            let seated = read::seated(tx, body.id, meeting.at.date())?;
            let seated: Vec<_> = seated.iter().map(|one| (one.person, one.party)).collect();
            let around = Around { body, seated: &seated, calendar: &rules.calendar, now };
            match meeting.decide(act.clone(), around) {
                Ok(event) => {
                    if let MeetingEvent::Moved { at, .. } = &event {
                        let day = at.date().to_string();
                        tx.exec(&MOVE, &[V::Text(&day), V::Id(id.0)])?;
                    }
                    append(tx, asked, (id, events.len() + 1), &event)?;
                    Ok(Ok(Ok(())))
                }
                Err(refusal) => refused(tx, asked, refusal),
            }
        };
        self.db.write(change).await?.map_err(Error::Denied)
    }

    /// From its first day on a body meets at another cadence (BOD-3).
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody but the Samba coordinator, and where there is no such body.
    pub async fn change_cadence(
        &self,
        actor: Actor,
        body: BodyId,
        (cadence, reason): (Cadence, String),
        rules: BodyRules,
        now: Now,
    ) -> std::result::Result<std::result::Result<(), CadenceFault>, Error> {
        let asked = asked(actor, CHANGE_CADENCE, now);
        let change = move |tx: &mut Tx| {
            let body = match convened_by(actor, rules.bodies.body(body)) {
                Ok(body) => body,
                Err(denial) => return denied(tx, asked, denial),
            };
            if let Err(fault) = read::series(tx, body)?.change(cadence, now.today()) {
                return refused(tx, asked, fault);
            }
            let version = read::cadences(tx, body.id)?.len() + 1;
            let text = line::json(&cadence)?;
            let values = [
                V::Int(body.id.0.into()),
                V::Int(count(version)),
                V::Text(&text),
                V::Text(&reason),
                V::Id(actor.person.0),
                V::instant(now.instant),
            ];
            if tx.exec(&PUT_CADENCE, &values)? == 0 {
                return Err(Fault::Conflict);
            }
            on_record(tx, asked, line::cadence(body.id.0.into(), count(version), &text, &reason))?;
            Ok(Ok(Ok(())))
        };
        self.db.write(change).await?.map_err(Error::Denied)
    }
}

fn asked(actor: Actor, action: &'static str, now: Now) -> Asked {
    Asked { actor, action, process: None, now }
}

/// The body, if the actor convenes it.
fn convened_by(actor: Actor, body: Option<&Body>) -> std::result::Result<&Body, Denial> {
    policy::may_convene(actor)?;
    body.ok_or(Denial::Hidden)
}

/// What a write has come to: done or refused, or not for the asker.
type Ruled<E> = std::result::Result<std::result::Result<(), E>, Denial>;

fn denied<E>(tx: &mut Tx, asked: Asked, denial: Denial) -> Result<Ruled<E>> {
    access::put(tx, &asked.denied(denial)?)?;
    Ok(Err(denial))
}

/// A refusal consists of dates, codes and choices, so the log can hold it as it is.
fn refused<E: std::fmt::Debug>(tx: &mut Tx, asked: Asked, refusal: E) -> Result<Ruled<E>> {
    let detail = Some(format!("{refusal:?}").into());
    access::put(tx, &Access { detail, ..asked.access(Outcome::Refused)? })?;
    Ok(Ok(Err(refusal)))
}

fn append(
    tx: &mut Tx,
    asked: Asked,
    (id, version): (BodyMeetingId, usize),
    event: &MeetingEvent,
) -> Result<()> {
    let text = line::json(event)?;
    let PersonId(author) = asked.actor.person;
    let values =
        [V::Id(id.0), V::Int(count(version)), V::Text(&text), V::Id(author), V::instant(asked.now.instant)];
    // Somebody else has done something with it at the same time.
    if tx.exec(&PUT_EVENT, &values)? == 0 {
        return Err(Fault::Conflict);
    }
    on_record(tx, asked, line::meeting(id.0, count(version), &text))
}

fn on_record(tx: &mut Tx, asked: Asked, line: String) -> Result<()> {
    access::put(tx, &Access { detail: Some(line.into()), ..asked.access(Outcome::Granted)? })
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
