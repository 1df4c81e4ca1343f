//! Is everything about the bodies as it was written (BOD-8)?
//!
//! The tables tell what is read; the row of access of each act tells the same in one line.

use super::Broken;
use crate::{
    bodies::{line, read},
    engine::{Result, Row, Tx, statements},
};
use domain::{ids::BodyMeetingId, samba::meeting::BodyMeeting};
use jiff::civil::Date;
use std::collections::BTreeSet;
use uuid::Uuid;

statements! {
    BODY_ACTS = "SELECT person_id, recorded_us, detail FROM access \
                 WHERE action IN ('plan_body_meeting', 'change_body_meeting', 'change_cadence') \
                 AND outcome = 'granted' ORDER BY access_id";
    BODY_EVENTS = "SELECT author, recorded_us, meeting_id, version, event FROM body_meeting_event \
                   ORDER BY meeting_id, version";
    BODY_CADENCES = "SELECT author, recorded_us, body_id, version, cadence, reason FROM body_cadence \
                     ORDER BY body_id, version";
    BODY_MEETINGS = "SELECT meeting_id, body_id, day FROM body_meeting ORDER BY meeting_id";
}

/// By whom, when, and the line that says what.
type Line = (Uuid, i64, String);

pub(crate) fn look(tx: &mut Tx) -> Result<Option<Broken>> {
    // What cannot be read is not as it was written.
    let (Ok(said), Ok(stands), Ok(true)) = (on_record(tx), in_tables(tx), are_found(tx)) else {
        return Ok(Some(Broken::BodiesAltered));
    };
    Ok((said != stands).then_some(Broken::BodiesAltered))
}

fn on_record(tx: &mut Tx) -> Result<BTreeSet<Line>> {
    let row = |row: &Row| Ok((row.id(0)?, row.int(1)?, row.opt_text(2)?.unwrap_or_default()));
    Ok(tx.rows(&BODY_ACTS, &[], row)?.into_iter().collect())
}

fn in_tables(tx: &mut Tx) -> Result<BTreeSet<Line>> {
    let meeting = |row: &Row| {
        let said = line::meeting(row.id(2)?, row.int(3)?, row.str(4)?);
        Ok((row.id(0)?, row.int(1)?, said))
    };
    let cadence = |row: &Row| {
        let said = line::cadence(row.int(2)?, row.int(3)?, row.str(4)?, row.str(5)?);
        Ok((row.id(0)?, row.int(1)?, said))
    };
    let mut lines = tx.rows(&BODY_EVENTS, &[], meeting)?;
    lines.extend(tx.rows(&BODY_CADENCES, &[], cadence)?);
    Ok(lines.into_iter().collect())
}

/// Each meeting stands where it is looked for: with its own body, on its own day.
fn are_found(tx: &mut Tx) -> Result<bool> {
    let row = |row: &Row| Ok((BodyMeetingId(row.id(0)?), row.number(1)?, row.date(2)?));
    for (id, body, day) in tx.rows(&BODY_MEETINGS, &[], row)? {
        let meeting = BodyMeeting::of(&read::events(tx, id)?);
        let place: Option<(u32, Date)> = meeting.map(|meeting| (meeting.body.0, meeting.at.date()));
        if place != Some((body, day)) {
            return Ok(false);
        }
    }
    Ok(true)
}
