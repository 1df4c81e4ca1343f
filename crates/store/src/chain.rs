//! How are events added, and how does one see that none has been changed since?

use crate::engine::{Fault, Key, Result, Tx, V, statements};
use domain::{
    Event, Now,
    ids::{PersonId, ProcessId},
};
use record::Hash;
use sha2::{Digest, Sha256};
use uuid::Uuid;

statements! {
    HEAD = "SELECT version, hash FROM event WHERE process_id = $1 ORDER BY version DESC LIMIT 1";
    ADD = "INSERT INTO event (process_id, version, kind, body, recorded_us, author, access_id, prev_hash, hash) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    PROCESSES_AFTER = "SELECT DISTINCT process_id FROM event WHERE process_id > $1 \
                       ORDER BY process_id LIMIT 100";
}

/// What the first event is chained to.
pub(crate) const BEGINNING: Hash = [0; 32];

/// Under which act and by whom events are added.
#[derive(Clone, Copy)]
pub(crate) struct Act {
    pub(crate) process: ProcessId,
    pub(crate) access: Uuid,
    pub(crate) author: PersonId,
    pub(crate) now: Now,
}

/// Adds `events` after version `base` (0: the process begins).
///
/// Answers their hashes.
///
/// **Invariant:** two acts decided on the same version cannot both be added: the second is run again on what
/// the first has made of the process.
pub(crate) fn append(tx: &mut Tx, act: Act, base: u32, events: &[Event]) -> Result<Vec<Hash>> {
    let head = tx.one(&HEAD, &[V::Id(act.process.0)], |row| Ok((row.number(0)?, row.hash(1)?)))?;
    let (version, mut prev_hash) = head.unwrap_or((0, BEGINNING));
    if version != base {
        return Err(Fault::Conflict);
    }
    tx.changes(Key::Process(act.process.0));
    let mut hashes = Vec::with_capacity(events.len());
    for (event, version) in events.iter().zip(base + 1..) {
        let (kind, body) = encode(event)?;
        let link = Link {
            process: act.process,
            version: version.into(),
            kind: &kind,
            body: &body,
            recorded_us: act.now.instant.as_microsecond(),
            author: act.author.0,
            access: act.access,
        };
        let hash = link.hash(&prev_hash);
        add(tx, &link, &prev_hash, &hash)
            .map_err(|fault| if matches!(fault, Fault::Duplicate) { Fault::Conflict } else { fault })?;
        hashes.push(hash);
        prev_hash = hash;
    }
    Ok(hashes)
}

/// The event as it is stored: its kind, and its compact JSON.
pub(crate) fn encode(event: &Event) -> Result<(String, String)> {
    let unwritable = Fault::Unreadable("event cannot be written");
    let value = serde_json::to_value(event).map_err(|_| unwritable.clone())?;
    let kind = value.get("type").and_then(|kind| kind.as_str()).ok_or(unwritable.clone())?.to_owned();
    let body = serde_json::to_string(event).map_err(|_| unwritable)?;
    Ok((kind, body))
}

/// Everything about one event that its hash seals.
pub(crate) struct Link<'a> {
    pub(crate) process: ProcessId,
    pub(crate) version: i64,
    pub(crate) kind: &'a str,
    pub(crate) body: &'a str,
    pub(crate) recorded_us: i64,
    pub(crate) author: Uuid,
    pub(crate) access: Uuid,
}

impl Link<'_> {
    /// Texts are preceded by their lengths, so that nothing can move from one field to the next.
    pub(crate) fn hash(&self, prev_hash: &Hash) -> Hash {
        let mut hash = Sha256::new_with_prefix(b"farled event 1\n");
        hash.update(prev_hash);
        hash.update(self.process.0.as_bytes());
        hash.update(self.version.to_be_bytes());
        hash.update(self.recorded_us.to_be_bytes());
        hash.update(self.author.as_bytes());
        hash.update(self.access.as_bytes());
        for text in [self.kind, self.body] {
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
        hash.finalize().into()
    }
}

fn add(tx: &mut Tx, link: &Link, prev_hash: &[u8; 32], hash: &[u8; 32]) -> Result<()> {
    tx.exec(
        &ADD,
        &[
            V::Id(link.process.0),
            V::Int(link.version),
            V::Text(link.kind),
            V::Text(link.body),
            V::Int(link.recorded_us),
            V::Id(link.author),
            V::Id(link.access),
            V::Blob(prev_hash),
            V::Blob(hash),
        ],
    )?;
    Ok(())
}

/// The next processes after `after` in the order of their ids.
pub(crate) fn processes_after(tx: &mut Tx, after: Option<ProcessId>) -> Result<Vec<ProcessId>> {
    let after = after.as_ref().map_or(&[][..], |process| process.0.as_bytes());
    tx.rows(&PROCESSES_AFTER, &[V::Blob(after)], |row| Ok(ProcessId(row.id(0)?)))
}
