//! How are events added, and how does one see that none has been changed since?

use crate::{
    engine::{Fault, Key, Result, Tx, V, statements},
    fold,
};
use domain::{
    Event, Now,
    ids::{PersonId, ProcessId, TextId},
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

statements! {
    HEAD = "SELECT version, hash FROM event WHERE process_id = $1 ORDER BY version DESC LIMIT 1";
    ADD = "INSERT INTO event (process_id, version, kind, body, recorded_us, author, access_id, prev_hash, hash) \
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    LINKS = "SELECT version, kind, body, recorded_us, author, access_id, prev_hash, hash \
             FROM event WHERE process_id = $1 ORDER BY version";
    PROCESSES_AFTER = "SELECT DISTINCT process_id FROM event WHERE process_id > $1 \
                       ORDER BY process_id LIMIT 100";
}

/// What the first event is chained to.
const BEGINNING: [u8; 32] = [0; 32];

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
/// **Invariant:** two acts decided on the same version cannot both be added: the second is run again on what
/// the first has made of the process.
pub(crate) fn append(tx: &mut Tx, act: Act, base: u32, events: &[Event]) -> Result<()> {
    let head = tx.one(&HEAD, &[V::Id(act.process.0)], |row| Ok((row.number(0)?, row.hash(1)?)))?;
    let (version, mut prev_hash) = head.unwrap_or((0, BEGINNING));
    if version != base {
        return Err(Fault::Conflict);
    }
    tx.changes(Key::Process(act.process.0));
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
        prev_hash = hash;
    }
    Ok(())
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
struct Link<'a> {
    process: ProcessId,
    version: i64,
    kind: &'a str,
    body: &'a str,
    recorded_us: i64,
    author: Uuid,
    access: Uuid,
}

impl Link<'_> {
    /// Texts are preceded by their lengths, so that nothing can move from one field to the next.
    fn hash(&self, prev_hash: &[u8; 32]) -> [u8; 32] {
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

/// Something in the history of a process that is not as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tampering {
    pub process: ProcessId,
    pub found: Found,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The event with this version was changed, or stands where another was removed or put in.
    Event {
        version: i64,
    },
    /// The event can be told apart from no known one.
    Unreadable {
        version: i64,
    },
    Text(TextId),
}

/// The next processes after `after` in the order of their ids.
pub(crate) fn processes_after(tx: &mut Tx, after: Option<ProcessId>) -> Result<Vec<ProcessId>> {
    let after = after.as_ref().map_or(&[][..], |process| process.0.as_bytes());
    tx.rows(&PROCESSES_AFTER, &[V::Blob(after)], |row| Ok(ProcessId(row.id(0)?)))
}

/// The first break in the chain of one process.
pub(crate) fn verify(tx: &mut Tx, process: ProcessId) -> Result<Option<Found>> {
    let (mut expected, mut prev) = (1, BEGINNING);
    let mut found = None;
    tx.rows(&LINKS, &[V::Id(process.0)], |row| {
        let link = Link {
            process,
            version: row.int(0)?,
            kind: row.str(1)?,
            body: row.str(2)?,
            recorded_us: row.int(3)?,
            author: row.id(4)?,
            access: row.id(5)?,
        };
        let intact = link.version == expected && row.bytes(6)? == prev && row.bytes(7)? == link.hash(&prev);
        if !intact {
            found = found.or(Some(Found::Event { version: link.version }));
        } else if fold::decode(link.body).is_err() {
            found = found.or(Some(Found::Unreadable { version: link.version }));
        }
        expected += 1;
        prev = row.hash(7).unwrap_or(BEGINNING);
        Ok(())
    })?;
    Ok(found)
}
