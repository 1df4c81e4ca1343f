//! What may be read of the meetings of a body, and by whom? (BOD-4)

use super::asked;
use crate::{
    Error, Store,
    access::{self, Access, Outcome},
    engine::{Fault, Result, Row, Tx, V, statements},
    ruling::Asked,
};
use domain::{
    ids::{BodyId, BodyMeetingId, PartyId, PersonId},
    now::Now,
    samba::{
        bodies::Body,
        cadence::{Cadence, Series},
        meeting::{BodyMeeting, Recorded},
    },
};
use jiff::{Timestamp, civil::Date};
use policy::{Actor, Denial};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

statements! {
    GET = "SELECT event, author, recorded_us FROM body_meeting_event WHERE meeting_id = $1 ORDER BY version";
    OF_BODY = "SELECT m.meeting_id, e.event, e.author, e.recorded_us FROM body_meeting m \
               JOIN body_meeting_event e ON e.meeting_id = m.meeting_id \
               WHERE m.body_id = $1 AND m.day >= $2 ORDER BY m.day, m.meeting_id, e.version";
    CADENCES = "SELECT cadence, reason, author, recorded_us FROM body_cadence WHERE body_id = $1 \
                ORDER BY version";
    SEATED = "SELECT s.person_id, s.party_id, p.name FROM seat s JOIN person p ON p.person_id = s.person_id \
              WHERE s.body_id = $1 AND s.valid_from <= $2 AND (s.valid_to IS NULL OR s.valid_to >= $3) \
              ORDER BY s.party_id, s.valid_from, p.name, s.seat_id";
}

/// So long before the day that is looked for a meeting can have stood in the calendar for a slot, by being moved.
const MOVED_DAYS: i64 = 100;

/// A meeting, and who has a seat in its body on its day.
pub struct StoredMeeting {
    pub meeting: BodyMeeting,
    pub seated: Vec<Sitting>,
}

/// A member or a deputy.
#[derive(Clone, PartialEq, Eq)]
pub struct Sitting {
    pub person: PersonId,
    pub party: PartyId,
    pub name: String,
}

/// The cadence and the meetings of a body.
pub struct BodyCalendar {
    pub series: Series,
    /// The eldest first.
    pub changes: Vec<CadenceChange>,
    /// In order of their days.
    pub meetings: Vec<(BodyMeetingId, BodyMeeting)>,
}

/// A cadence that somebody has decided on instead of the one before.
#[derive(Clone, PartialEq, Eq)]
pub struct CadenceChange {
    pub cadence: Cadence,
    pub reason: String,
    pub by: PersonId,
    pub at: Timestamp,
}

impl Store {
    /// The meetings of a body from a day on: for the coordinator all of them, for its members those that have been
    /// convened.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody else.
    pub async fn body_calendar(
        &self,
        actor: Actor,
        body: &Body,
        from: Date,
        now: Now,
    ) -> std::result::Result<BodyCalendar, Error> {
        let asked = asked(actor, "read_body_meetings", now);
        let body = body.clone();
        let look = move |tx: &mut Tx| {
            if let Err(denial) = policy::may_read_meetings(actor, body.id) {
                return Ok((Err(denial), asked.denied(denial)?));
            }
            let mut meetings = meetings(tx, body.id, from, None)?;
            meetings.retain(|(_, meeting)| is_known_to(actor, meeting));
            let (series, changes) = (series(tx, &body)?, cadences(tx, body.id)?);
            let detail = Some(body.id.to_string().into());
            let access = Access { detail, ..asked.access(Outcome::Granted)? };
            Ok((Ok(BodyCalendar { series, changes, meetings }), access))
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }

    /// One meeting. Members read it from the moment it was convened.
    ///
    /// # Errors
    /// [`Error::Denied`] for everybody else, and where there is no such meeting.
    pub async fn body_meeting(
        &self,
        actor: Actor,
        id: BodyMeetingId,
        now: Now,
    ) -> std::result::Result<StoredMeeting, Error> {
        let asked = asked(actor, "read_body_meeting", now);
        let look = move |tx: &mut Tx| {
            let meeting = BodyMeeting::of(&events(tx, id)?);
            match meeting.ok_or(Denial::Hidden).and_then(|meeting| known(actor, meeting)) {
                Ok(meeting) => {
                    let seated = seated(tx, meeting.body, meeting.at.date())?;
                    Ok((Ok(StoredMeeting { meeting, seated }), of_meeting(asked, id)?))
                }
                Err(denial) => Ok((Err(denial), asked.denied(denial)?)),
            }
        };
        self.db.witness(look, access::put).await?.map_err(Error::Denied)
    }
}

fn of_meeting(asked: Asked, id: BodyMeetingId) -> Result<Access> {
    Ok(Access { detail: Some(id.0.to_string().into()), ..asked.access(Outcome::Granted)? })
}

fn known(actor: Actor, meeting: BodyMeeting) -> std::result::Result<BodyMeeting, Denial> {
    policy::may_read_meetings(actor, meeting.body)?;
    if is_known_to(actor, &meeting) { Ok(meeting) } else { Err(Denial::Hidden) }
}

/// What is only planned is the coordinator's own.
fn is_known_to(actor: Actor, meeting: &BodyMeeting) -> bool {
    meeting.convened || policy::may_convene(actor).is_ok()
}

pub(crate) fn events(tx: &mut Tx, id: BodyMeetingId) -> Result<Vec<Recorded>> {
    tx.rows(&GET, &[V::Id(id.0)], |row| recorded(row, 0))
}

/// Those from a day on; those that may be held for a slot as well, if one is asked about.
pub(super) fn meetings(
    tx: &mut Tx,
    body: BodyId,
    from: Date,
    slot: Option<Date>,
) -> Result<Vec<(BodyMeetingId, BodyMeeting)>> {
    let from = slot.map_or(from, |slot| slot.min(from).saturating_sub(jiff::Span::new().days(MOVED_DAYS)));
    let from = from.to_string();
    let rows = tx.rows(&OF_BODY, &[V::Int(body.0.into()), V::Text(&from)], |row| {
        Ok((BodyMeetingId(row.id(0)?), recorded(row, 1)?))
    })?;
    let mut events: BTreeMap<BodyMeetingId, Vec<Recorded>> = BTreeMap::new();
    for (id, event) in rows {
        events.entry(id).or_default().push(event);
    }
    let folded = events.into_iter().filter_map(|(id, events)| Some((id, BodyMeeting::of(&events)?)));
    let mut meetings: Vec<_> = folded.collect();
    meetings.sort_by_key(|(id, meeting)| (meeting.at, *id));
    Ok(meetings)
}

/// The cadence of the data, and those that were decided on since.
pub(super) fn series(tx: &mut Tx, body: &Body) -> Result<Series> {
    let mut series = Series::of(body.cadence);
    for change in cadences(tx, body.id)? {
        // It was ahead of the day on which it was decided, and is so for the day before its own.
        let before = change.cadence.from().yesterday().unwrap_or(Date::MIN);
        let _held = series.change(change.cadence, before);
    }
    Ok(series)
}

pub(super) fn cadences(tx: &mut Tx, body: BodyId) -> Result<Vec<CadenceChange>> {
    tx.rows(&CADENCES, &[V::Int(body.0.into())], |row| {
        Ok(CadenceChange {
            cadence: parsed(row.str(0)?)?,
            reason: row.text(1)?,
            by: PersonId(row.id(2)?),
            at: row.instant(3)?,
        })
    })
}

/// Everybody once, whatever seats they have.
pub(super) fn seated(tx: &mut Tx, body: BodyId, on: Date) -> Result<Vec<Sitting>> {
    let on = on.to_string();
    let values = [V::Int(body.0.into()), V::Text(&on), V::Text(&on)];
    let mut all: Vec<Sitting> = vec![];
    let rows = tx.rows(&SEATED, &values, |row| {
        Ok(Sitting { person: PersonId(row.id(0)?), party: PartyId(row.number(1)?), name: row.text(2)? })
    })?;
    for sitting in rows {
        if !all.iter().any(|one| one.person == sitting.person) {
            all.push(sitting);
        }
    }
    Ok(all)
}

fn recorded(row: &Row, from: usize) -> Result<Recorded> {
    Ok(Recorded {
        event: parsed(row.str(from)?)?,
        by: PersonId(row.id(from + 1)?),
        at: row.instant(from + 2)?,
    })
}

fn parsed<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| Fault::Unreadable("something about a body"))
}
