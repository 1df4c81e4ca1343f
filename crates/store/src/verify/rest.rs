//! Is every row of access in the log, or on its way there?

use super::{
    Broken,
    log::{Walk, made_of, now_stored},
};
use crate::{
    access::AccessId,
    engine::{Result, Row, Sql, Tx, statements},
};
use jiff::Timestamp;
use record::Hash;
use uuid::Uuid;

statements! {
    WAITING = "SELECT a.access_id AS act, a.recorded_us, a.person_id, a.seat, a.unit_id, a.process_id, a.action, \
               a.outcome, a.ground, a.detail, a.salt, a.stored, p.access_id, p.leaf \
               FROM log_pending p LEFT JOIN access a ON a.access_id = p.access_id ORDER BY p.access_id";
    ROWS = "SELECT count(*) AS n FROM access WHERE salt IS NOT NULL";
    REMARKS = "SELECT count(*) AS n FROM log_remark";
    // Asked only to name the place, when the numbers do not agree.
    OUTSIDE = "SELECT a.access_id FROM access a LEFT JOIN log_leaf l ON l.access_id = a.access_id \
               LEFT JOIN log_pending p ON p.access_id = a.access_id \
               WHERE a.salt IS NOT NULL AND l.access_id IS NULL AND p.access_id IS NULL \
               ORDER BY a.access_id LIMIT 1";
    TWICE = "SELECT x.access_id FROM (SELECT access_id FROM log_leaf WHERE access_id IS NOT NULL \
             UNION ALL SELECT access_id FROM log_pending) x \
             GROUP BY x.access_id HAVING count(*) > 1 ORDER BY x.access_id LIMIT 1";
    REMARK_OUTSIDE = "SELECT r.leaf_index FROM log_remark r LEFT JOIN log_leaf l ON l.leaf_index = r.leaf_index \
                      WHERE l.leaf_index IS NULL ORDER BY r.leaf_index LIMIT 1";
}

/// Looks at what waits, and counts, in the snapshot in which the walk has come to the end of the log. Answers how
/// many rows wait.
pub(super) fn look(tx: &mut Tx, walk: &mut Walk, sealed_since: Option<Timestamp>) -> Result<u64> {
    if walk.broken.is_some() {
        return Ok(0);
    }
    walk.broken = walk.gone(tx)?;
    let waiting = waiting(tx, walk, sealed_since)?;
    if walk.broken.is_none() {
        walk.broken = count(tx, walk, waiting)?;
    }
    Ok(waiting)
}

struct Waits {
    access: Uuid,
    process: Option<Uuid>,
    stored: Option<Hash>,
    recorded_us: i64,
}

fn waiting(tx: &mut Tx, walk: &mut Walk, sealed_since: Option<Timestamp>) -> Result<u64> {
    let waiting = tx.rows(&WAITING, &[], |row| Ok(waits(row)))?;
    let since = sealed_since.map_or(i64::MIN, |since| since.as_microsecond());
    for one in &waiting {
        let broken = match one {
            Err(broken) => Some(broken.clone()),
            Ok(one) => {
                let access = AccessId(one.access);
                let intact = one.stored.is_none() || now_stored(tx, one.process, one.access)? == one.stored;
                match (intact, one.recorded_us < since) {
                    (false, _) => Some(Broken::WaitingAltered { access }),
                    (true, late) => late.then_some(Broken::WaitsTooLong { access }),
                }
            }
        };
        walk.broken = walk.broken.take().or(broken);
    }
    Ok(waiting.len() as u64)
}

fn waits(row: &Row) -> std::result::Result<Waits, Broken> {
    let access = row.id(12).map_err(|_| Broken::IdUnreadable)?;
    let altered = Broken::WaitingAltered { access: AccessId(access) };
    let Some(ruling) = row.hash(13).ok().and_then(|leaf| made_of(row, &leaf)) else { return Err(altered) };
    let process = ruling.process.map(Uuid::from_bytes);
    Ok(Waits { access, process, stored: ruling.stored, recorded_us: ruling.recorded_us })
}

/// Nothing stands beside the log: each row has one leaf or waits for it, and each remark is a leaf.
fn count(tx: &mut Tx, walk: &Walk, waiting: u64) -> Result<Option<Broken>> {
    if number(tx, &REMARKS)? != walk.remarks {
        let place = tx.one(&REMARK_OUTSIDE, &[], |row| row.int(0))?.unwrap_or_default();
        return Ok(Some(Broken::RemarkOutside { leaf: place }));
    }
    if number(tx, &ROWS)? == walk.rows + waiting {
        return Ok(None);
    }
    let named = |row: &Row| Ok(row.id(0).map(AccessId).ok());
    if let Some(outside) = tx.one(&OUTSIDE, &[], named)? {
        return Ok(Some(outside.map_or(Broken::IdUnreadable, |access| Broken::RowOutside { access })));
    }
    let twice = tx.one(&TWICE, &[], named)?.flatten();
    Ok(Some(twice.map_or(Broken::IdUnreadable, |access| Broken::InTwice { access })))
}

fn number(tx: &mut Tx, count: &'static Sql) -> Result<u64> {
    let number = tx.one(count, &[], |row| row.int(0))?.unwrap_or_default();
    Ok(u64::try_from(number).unwrap_or_default())
}
