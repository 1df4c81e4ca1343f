//! Is what the parties should develop as it was written (DESK-5)?
//!
//! The table tells what is read; the row of access of each act tells the same in one line.

use super::Broken;
use crate::{
    desk::needs::line,
    engine::{Result, Row, Tx, statements},
};
use std::collections::BTreeSet;
use uuid::Uuid;

statements! {
    NEED_ACTS = "SELECT person_id, recorded_us, detail FROM access WHERE action = 'change_development_need' \
                 AND outcome = 'granted' ORDER BY access_id";
    NEED_EVENTS = "SELECT author, recorded_us, need_id, version, event FROM development_need_event \
                   ORDER BY need_id, version";
}

/// By whom, when, and the line that says what.
type Line = (Uuid, i64, String);

pub(crate) fn look(tx: &mut Tx) -> Result<Option<Broken>> {
    // What cannot be read is not as it was written.
    let (Ok(said), Ok(stands)) = (on_record(tx), in_table(tx)) else {
        return Ok(Some(Broken::NeedsAltered));
    };
    Ok((said != stands).then_some(Broken::NeedsAltered))
}

fn on_record(tx: &mut Tx) -> Result<BTreeSet<Line>> {
    let row = |row: &Row| Ok((row.id(0)?, row.int(1)?, row.opt_text(2)?.unwrap_or_default()));
    Ok(tx.rows(&NEED_ACTS, &[], row)?.into_iter().collect())
}

fn in_table(tx: &mut Tx) -> Result<BTreeSet<Line>> {
    let row = |row: &Row| Ok((row.id(0)?, row.int(1)?, line(row.id(2)?, row.int(3)?, row.str(4)?)));
    Ok(tx.rows(&NEED_EVENTS, &[], row)?.into_iter().collect())
}
