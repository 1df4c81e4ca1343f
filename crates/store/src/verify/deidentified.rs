//! Is every description without identity as it was written, and is what was deleted gone (DID-9)?

use super::Broken;
use crate::{
    deidentified::line,
    engine::{Result, Row, Tx, statements},
};
use std::collections::BTreeSet;
use uuid::Uuid;

statements! {
    DEIDENTIFIED_ACTS = "SELECT person_id, recorded_us, detail, action FROM access \
                         WHERE action IN ('write_deidentified', 'change_deidentified', 'delete_deidentified') \
                         AND outcome = 'granted' ORDER BY access_id";
    DEIDENTIFIED_EVENTS = "SELECT author, recorded_us, description_id, version, day, event \
                           FROM deidentified_event ORDER BY description_id, version";
}

/// By whom, when, and the line that says what.
type Line = (Uuid, i64, String);

pub(crate) fn look(tx: &mut Tx) -> Result<Option<Broken>> {
    // What cannot be read is not as it was written.
    let (Ok(said), Ok(stands)) = (on_record(tx), in_tables(tx)) else {
        return Ok(Some(Broken::DeidentifiedAltered));
    };
    Ok((said != stands).then_some(Broken::DeidentifiedAltered))
}

/// What was written and not deleted since.
fn on_record(tx: &mut Tx) -> Result<BTreeSet<Line>> {
    let row = |row: &Row| Ok((row.id(0)?, row.int(1)?, row.opt_text(2)?.unwrap_or_default(), row.text(3)?));
    let (deleted, written): (Vec<_>, Vec<_>) = tx
        .rows(&DEIDENTIFIED_ACTS, &[], row)?
        .into_iter()
        .partition(|(_, _, _, action)| action == crate::deidentified::DELETED);
    let deleted: BTreeSet<String> = deleted.into_iter().map(|(_, _, id, _)| id).collect();
    let is_there = |line: &str| !line.split(' ').next().is_some_and(|id| deleted.contains(id));
    let there = written.into_iter().filter(|(_, _, line, _)| is_there(line));
    Ok(there.map(|(person, at, line, _)| (person, at, line)).collect())
}

fn in_tables(tx: &mut Tx) -> Result<BTreeSet<Line>> {
    let event = |row: &Row| {
        let said = line::event(row.id(2)?, row.int(3)?, row.str(4)?, row.str(5)?);
        Ok((row.id(0)?, row.int(1)?, said))
    };
    Ok(tx.rows(&DEIDENTIFIED_EVENTS, &[], event)?.into_iter().collect())
}
