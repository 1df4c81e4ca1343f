//! Are the events and texts of one process those that were stored, by acts that are on record?

use super::Broken;
use crate::{
    chain::{BEGINNING, Link},
    engine::{Result, Row, Tx, V, statements},
    fold,
    log::before::Folding,
};
use domain::ids::{ProcessId, TextId};
use record::Hash;
use sha2::{Digest, Sha256};
use uuid::Uuid;

statements! {
    EVENTS = "SELECT e.version, e.kind, e.body, e.recorded_us, e.author, e.access_id, e.prev_hash, e.hash, \
              a.process_id, a.salt, a.stored \
              FROM event e LEFT JOIN access a ON a.access_id = e.access_id \
              WHERE e.process_id = $1 ORDER BY e.version";
    TEXTS = "SELECT c.text_id, c.body, c.hash, c.author, c.recorded_us, c.access_id, \
             a.process_id, a.stored, a.person_id, a.recorded_us AS act_us \
             FROM content c LEFT JOIN access a ON a.access_id = c.access_id \
             WHERE c.process_id = $1 ORDER BY c.text_id";
    IDS = "SELECT DISTINCT process_id FROM event WHERE process_id > $1 ORDER BY process_id LIMIT 100";
    // Texts of a process that has no event are of no process.
    STRAY = "SELECT process_id, text_id FROM content c WHERE NOT EXISTS \
             (SELECT 1 FROM event e WHERE e.process_id = c.process_id) LIMIT 1";
}

/// What was found in one process, or in several.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    pub(crate) events: u64,
    pub(crate) texts: u64,
    /// The first place that is not as it was written.
    pub(crate) broken: Option<Broken>,
}

/// The next processes after this one.
pub(super) fn after(tx: &mut Tx, after: Option<Uuid>) -> Result<std::result::Result<Vec<Uuid>, Broken>> {
    let after = after.as_ref().map_or(&[][..], |process| process.as_bytes());
    let ids = tx.rows(&IDS, &[V::Blob(after)], |row| Ok(row.id(0).map_err(|_| Broken::IdUnreadable)))?;
    Ok(ids.into_iter().collect())
}

/// A text that belongs to no process.
pub(super) fn stray(tx: &mut Tx) -> Result<Option<Broken>> {
    let stray = tx.one(&STRAY, &[], |row| {
        let (Ok(process), Ok(text)) = (row.id(0), row.id(1)) else { return Ok(Broken::IdUnreadable) };
        Ok(Broken::TextWithoutAct { process: ProcessId(process), text: TextId(text) })
    })?;
    Ok(stray)
}

/// Walks the chain of one process and its texts. What is from before the log goes into `before`.
pub(crate) fn walk(tx: &mut Tx, process: ProcessId, before: &mut Folding) -> Result<Found> {
    let mut chain = Chain { process, expected: 1, prev: BEGINNING };
    let mut found = Found::default();
    tx.rows(&EVENTS, &[V::Id(process.0)], |row| {
        let broken = chain.event(row, before).unwrap_or(Some(Broken::ProcessUnreadable(process)));
        found.broken = found.broken.take().or(broken);
        found.events += 1;
        Ok(())
    })?;
    tx.rows(&TEXTS, &[V::Id(process.0)], |row| {
        let broken = text(row, process, before).unwrap_or(Some(Broken::ProcessUnreadable(process)));
        found.broken = found.broken.take().or(broken);
        found.texts += 1;
        Ok(())
    })?;
    Ok(found)
}

/// Where one is in the chain of a process.
struct Chain {
    process: ProcessId,
    expected: i64,
    prev: Hash,
}

impl Chain {
    fn event(&mut self, row: &Row, before: &mut Folding) -> Result<Option<Broken>> {
        let (process, version) = (self.process, row.int(0)?);
        let link = Link {
            process,
            version,
            kind: row.str(1)?,
            body: row.str(2)?,
            recorded_us: row.int(3)?,
            author: row.id(4)?,
            access: row.id(5)?,
        };
        let hash = link.hash(&self.prev);
        let intact = version == self.expected && row.bytes(6)? == self.prev && row.bytes(7)? == hash;
        self.expected += 1;
        self.prev = row.hash(7)?;
        if !intact {
            return Ok(Some(Broken::Event { process, version }));
        }
        if fold::decode(link.body).is_err() {
            return Ok(Some(Broken::EventUnreadable { process, version }));
        }
        // That the act stored this very event is compared where its leaf is.
        let acted_here = row.opt_id(8)? == Some(process.0);
        match (row.opt_bytes(9)?, row.opt_bytes(10)?) {
            (None, None) if acted_here => before.event(&hash),
            (Some(_), Some(_)) if acted_here => {}
            _ => return Ok(Some(Broken::EventWithoutAct { process, version })),
        }
        Ok(None)
    }
}

fn text(row: &Row, process: ProcessId, before: &mut Folding) -> Result<Option<Broken>> {
    let (text, hash, author, recorded_us) = (row.id(0)?, row.hash(2)?, row.id(3)?, row.int(4)?);
    let named = |broken: fn(ProcessId, TextId) -> Broken| Ok(Some(broken(process, TextId(text))));
    if <Hash>::from(Sha256::digest(row.str(1)?)) != hash {
        return named(|process, text| Broken::Text { process, text });
    }
    if row.opt_id(5)?.is_none() {
        before.text(process.0, text, &hash, author, recorded_us);
        return Ok(None);
    }
    if row.opt_id(6)? != Some(process.0) || row.opt_bytes(7)?.is_none() {
        return named(|process, text| Broken::TextWithoutAct { process, text });
    }
    if (row.opt_id(8)?, row.opt_int(9)?) != (Some(author), Some(recorded_us)) {
        return named(|process, text| Broken::Text { process, text });
    }
    Ok(None)
}
