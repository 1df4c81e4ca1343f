//! Is every review of the log as it was drawn and decided (AC-12)?
//!
//! The tables tell what a manager sees; the rows of access that drew and decided tell the same in one line each.

use super::Broken;
use crate::{
    access::AccessId,
    engine::{Result, Row, Tx, statements},
    review::{decided_line, drawn_line},
};
use std::collections::BTreeMap;
use uuid::Uuid;

statements! {
    ON_RECORD = "SELECT unit_id, person_id, recorded_us, action, detail FROM access \
                 WHERE action IN ('draw_log_review', 'decide_log_review') AND outcome = 'granted' \
                 ORDER BY access_id";
    REVIEWS = "SELECT unit_id, month, drawn_by, drawn_us FROM log_review ORDER BY unit_id, month";
    LOOKS = "SELECT unit_id, month, access_id, picked, decision, remark, decided_by, decided_us \
             FROM log_review_look ORDER BY unit_id, month, access_id";
    RULES = "SELECT unit_id, month, picked, found FROM log_review_rule ORDER BY unit_id, month, picked";
}

type Month = (i64, String);
/// By whom, when, and the line that says what.
type Line = (Uuid, i64, String);

/// What has been drawn of each month, and decided of each look.
#[derive(Default, PartialEq, Eq)]
struct Reviews {
    drawn: BTreeMap<Month, Line>,
    decided: BTreeMap<(i64, String), Line>,
}

pub(crate) fn look(tx: &mut Tx) -> Result<Option<Broken>> {
    // What cannot be read is not as it was written.
    let (Ok(said), Ok(stands)) = (on_record(tx), in_tables(tx)) else {
        return Ok(Some(Broken::ReviewAltered));
    };
    Ok((said != stands).then_some(Broken::ReviewAltered))
}

/// As the rows of access say it; of two decisions about one look the later counts.
fn on_record(tx: &mut Tx) -> Result<Reviews> {
    let mut reviews = Reviews::default();
    let row = |row: &Row| {
        Ok((row.opt_int(0)?.unwrap_or_default(), row.id(1)?, row.int(2)?, row.text(3)?, row.opt_text(4)?))
    };
    for (unit, person, at, action, detail) in tx.rows(&ON_RECORD, &[], row)? {
        let detail = detail.unwrap_or_default();
        let about = detail.split(' ').next().unwrap_or_default().to_owned();
        let all = if action == "draw_log_review" { &mut reviews.drawn } else { &mut reviews.decided };
        all.insert((unit, about), (person, at, detail));
    }
    Ok(reviews)
}

/// As the tables say it.
fn in_tables(tx: &mut Tx) -> Result<Reviews> {
    let mut looks: BTreeMap<Month, Vec<(AccessId, String)>> = BTreeMap::new();
    let mut reviews = Reviews::default();
    let look = |row: &Row| {
        let decided = match row.opt_text(4)? {
            Some(decision) => Some((decision, row.text(5)?, row.id(6)?, row.int(7)?)),
            None => None,
        };
        Ok((month(row)?, AccessId(row.id(2)?), row.text(3)?, decided))
    };
    for (month, id, picked, decided) in tx.rows(&LOOKS, &[], look)? {
        if let Some((decision, remark, by, at)) = decided {
            let line = (by, at, decided_line(id, &decision, &remark));
            reviews.decided.insert((month.0, id.0.to_string()), line);
        }
        looks.entry(month).or_default().push((id, picked));
    }
    let mut rules: BTreeMap<Month, BTreeMap<String, i64>> = BTreeMap::new();
    for (month, picked, found) in tx.rows(&RULES, &[], |row| Ok((month(row)?, row.text(2)?, row.int(3)?)))? {
        rules.entry(month).or_default().insert(picked, found);
    }
    for (month, by, at) in tx.rows(&REVIEWS, &[], |row| Ok((month(row)?, row.id(2)?, row.int(3)?)))? {
        let looks = looks.remove(&month).unwrap_or_default();
        let line = drawn_line(&month.1, &looks, &rules.remove(&month).unwrap_or_default());
        reviews.drawn.insert(month, (by, at, line));
    }
    // What stands beside every review is of none that was drawn.
    for month in looks.into_keys().chain(rules.into_keys()) {
        reviews.drawn.insert(month, (Uuid::nil(), 0, String::new()));
    }
    Ok(reviews)
}

fn month(row: &Row) -> Result<Month> {
    Ok((row.int(0)?, row.text(1)?))
}
