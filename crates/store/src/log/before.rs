//! What had been written before there was a log?
//!
//! Rows from then have no leaf of their own. The first seal binds all of them by one remark: how many there are,
//! and what they fold to. Whoever verifies folds them again.

use crate::{
    access,
    engine::{Fault, Result, Row, Tx, V, statements},
    verify::process,
};
use record::Hash;
use sha2::{Digest, Sha256};
use uuid::Uuid;

statements! {
    ACCESSES = "SELECT access_id, recorded_us, person_id, seat, unit_id, process_id, action, outcome, ground, \
                detail, salt, stored FROM access WHERE salt IS NULL AND access_id > $1 \
                ORDER BY access_id LIMIT 2000";
}

/// Numbers, and a hash over everything in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Before {
    pub(crate) accesses: u64,
    pub(crate) events: u64,
    pub(crate) texts: u64,
    hash: Hash,
}

impl Before {
    pub(crate) fn is_nothing(&self) -> bool {
        (self.accesses, self.events, self.texts) == (0, 0, 0)
    }

    pub(crate) fn written(&self) -> String {
        let hash: String = self.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{} {} {} {hash}", self.accesses, self.events, self.texts)
    }

    pub(crate) fn read(text: &str) -> Option<Before> {
        let mut parts = text.split(' ');
        let mut number = || parts.next()?.parse().ok();
        let (accesses, events, texts) = (number()?, number()?, number()?);
        let hash = parts.next().filter(|hash| hash.len() == 64 && hash.is_ascii())?;
        let byte = |at: usize| u8::from_str_radix(&hash[at * 2..at * 2 + 2], 16).ok();
        let hash: Option<Vec<u8>> = (0..32).map(byte).collect();
        Some(Before { accesses, events, texts, hash: hash?.try_into().ok()? })
    }
}

/// Folds what is from before the log: first the rows of access by their ids, then the events and texts of each
/// process.
#[derive(Clone)]
pub(crate) struct Folding {
    hash: Sha256,
    accesses: u64,
    events: u64,
    texts: u64,
    unreadable: bool,
}

impl Default for Folding {
    fn default() -> Folding {
        Folding {
            hash: Sha256::new_with_prefix(b"farled before 1\n"),
            accesses: 0,
            events: 0,
            texts: 0,
            unreadable: false,
        }
    }
}

impl Folding {
    /// The next rows of access after this one. Answers the last: `None` when there are no more.
    pub(crate) fn accesses_after(&mut self, tx: &mut Tx, after: Option<Uuid>) -> Result<Option<Uuid>> {
        let after = after.as_ref().map_or(&[][..], |access| access.as_bytes());
        let mut last = None;
        tx.rows(&ACCESSES, &[V::Blob(after)], |row| {
            last = row.id(0).ok();
            self.access(row);
            Ok(())
        })?;
        Ok(last)
    }

    fn access(&mut self, row: &Row) {
        self.accesses += 1;
        // Without a salt: the row is bound together with all others, and their ids cannot be guessed.
        match access::ruling(row) {
            Ok(ruling) => self.hash.update(ruling.leaf(&[0; 16])),
            Err(_) => self.unreadable = true,
        }
    }

    pub(crate) fn accesses(&self) -> u64 {
        self.accesses
    }

    /// False after a row that could not be read.
    pub(crate) fn is_readable(&self) -> bool {
        !self.unreadable
    }

    pub(crate) fn event(&mut self, hash: &Hash) {
        self.events += 1;
        self.hash.update(hash);
    }

    pub(crate) fn text(&mut self, process: Uuid, text: Uuid, hash: &Hash, author: Uuid, recorded_us: i64) {
        self.texts += 1;
        self.hash.update(process.as_bytes());
        self.hash.update(text.as_bytes());
        self.hash.update(hash);
        self.hash.update(author.as_bytes());
        self.hash.update(recorded_us.to_be_bytes());
    }

    pub(crate) fn finish(self) -> Before {
        let Folding { hash, accesses, events, texts, unreadable: _ } = self;
        Before { accesses, events, texts, hash: hash.finalize().into() }
    }
}

/// What there is from before the log. `None` if there is nothing.
pub(crate) fn find(tx: &mut Tx) -> Result<Option<Before>> {
    let mut folding = Folding::default();
    let mut last = None;
    loop {
        last = folding.accesses_after(tx, last)?;
        if last.is_none() {
            break;
        }
    }
    if !folding.is_readable() {
        return Err(Fault::Unreadable("a row of access from before the log"));
    }
    // No act without its row of access: where no row is from before, nothing else is.
    if folding.accesses == 0 {
        return Ok(None);
    }
    let mut last = None;
    loop {
        let processes = crate::chain::processes_after(tx, last)?;
        for id in &processes {
            process::walk(tx, *id, &mut folding)?;
        }
        match processes.last() {
            Some(process) => last = Some(*process),
            None => return Ok(Some(folding.finish())),
        }
    }
}
