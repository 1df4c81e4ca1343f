//! Who moves what waits into the tree, and signs it?

use super::{before, index, leaves, newest, remark::Remark, size};
use crate::{
    Error, Fault, Store,
    engine::{Db, Lease, Result, Tx, V, statements},
};
use domain::Now;
use record::{Checkpoint, Edge, Hash, Note, PublicKey, SecretKey, leaf_hash};
use std::{sync::Arc, time::Duration};
use uuid::Uuid;

/// How many rows are sealed by one checkpoint at most: what the writer is kept busy with for some milliseconds.
const BATCH: usize = 2000;

statements! {
    FIRST = "SELECT access_id FROM log_pending ORDER BY access_id LIMIT 1";
    WAITING = "SELECT access_id, leaf FROM log_pending ORDER BY access_id LIMIT 2000";
    MOVE = "INSERT INTO log_leaf (leaf_index, leaf, access_id) \
            SELECT row_number() OVER (ORDER BY access_id) + $1, leaf, access_id \
            FROM log_pending WHERE access_id <= $2";
    MOVED = "DELETE FROM log_pending WHERE access_id <= $1";
    LAST = "SELECT leaf_index FROM log_leaf ORDER BY leaf_index DESC LIMIT 1";
    SEALED_LAST = "SELECT body FROM log_remark WHERE kind = 'sealed' ORDER BY leaf_index DESC LIMIT 1";
    PUT_LEAF = "INSERT INTO log_leaf (leaf_index, leaf) VALUES ($1, $2)";
    PUT_REMARK = "INSERT INTO log_remark (leaf_index, kind, body) VALUES ($1, $2, $3)";
    PUT_CHECKPOINT = "INSERT INTO log_checkpoint (size, note) VALUES ($1, $2)";
}

/// Why nothing was sealed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SealFault {
    #[error(transparent)]
    Store(#[from] Error),
    /// Whoever signs on after this would cover it up.
    #[error(
        "the log in the database is not the one that was signed: {0}. Nothing more is signed; run `farled verify`"
    )]
    Rewritten(&'static str),
}

impl From<Fault> for SealFault {
    fn from(fault: Fault) -> SealFault {
        SealFault::Store(fault.into())
    }
}

/// Seals the log. It remembers the tree that it has signed and signs only what this has grown to, whatever the
/// database says meanwhile.
pub struct Sealer {
    db: Db,
    lease: Lease,
    keys: Arc<Keys>,
    /// Signed earlier, and kept where the database is not; until it has been seen to fit.
    kept: Option<Checkpoint>,
    edge: Edge,
}

struct Keys {
    own: SecretKey,
    /// That have signed this log before, and still count.
    former: Vec<PublicKey>,
}

impl Store {
    /// Who seals with this key. `kept` is the newest checkpoint that lies elsewhere: a log that does not reach it,
    /// or that has another root there, is not signed on.
    pub fn sealer(&self, own: SecretKey, former: Vec<PublicKey>, kept: Option<Checkpoint>) -> Sealer {
        let (db, lease) = (self.db.regardless(), self.db.lease().clone());
        Sealer { db, lease, keys: Arc::new(Keys { own, former }), kept, edge: Edge::default() }
    }

    /// From now on nothing is answered when the log has not been sealed for so long (AD-6).
    pub fn answer_only_while_sealed(&self, longest: Duration) {
        self.db.lease().limit(longest);
    }
}

/// What one transaction has done about what waited.
pub(crate) enum Batch {
    /// Nothing waits.
    Nothing,
    /// Another sealer has been here first.
    Behind,
    Sealed {
        edge: Edge,
        note: Note,
        more: bool,
    },
}

impl Sealer {
    /// Seals what waits, and answers the newest checkpoint if one was signed. Nothing waiting is as good.
    ///
    /// # Errors
    /// [`SealFault::Rewritten`] where the log is not what was signed before; then nothing is signed.
    pub async fn seal(&mut self, now: Now) -> std::result::Result<Option<Note>, SealFault> {
        let mut newest = None;
        while self.catch_up().await? {
            let (edge, keys) = (self.edge.clone(), self.keys.clone());
            match self.db.write(move |tx| batch(tx, &edge, &keys.own, now)).await? {
                Batch::Nothing => break,
                Batch::Behind => {}
                Batch::Sealed { edge, note, more } => {
                    (self.edge, newest) = (edge, Some(note));
                    if !more {
                        break;
                    }
                }
            }
        }
        self.lease.renew();
        Ok(newest)
    }

    /// Takes in what other sealers have added, and looks whether the log is what was signed. Answers whether there
    /// may be something to seal.
    async fn catch_up(&mut self) -> std::result::Result<bool, SealFault> {
        let mut edge = self.edge.clone();
        loop {
            let size = edge.size();
            let look =
                move |tx: &mut Tx| Ok((leaves(tx, size)?, newest(tx)?, tx.one(&FIRST, &[], |_| Ok(()))?));
            let (leaves, newest, waits) = self.db.read(look).await?;
            for leaf in &leaves {
                edge.append(leaf_hash(leaf));
                self.compare_with_kept(&edge)?;
            }
            if leaves.is_empty() {
                self.must_be_signed(&edge, newest)?;
                let begins = edge.size() == 0;
                self.edge = edge;
                return Ok(begins || waits.is_some());
            }
        }
    }

    fn compare_with_kept(&self, edge: &Edge) -> std::result::Result<(), SealFault> {
        let here = self.kept.as_ref().filter(|kept| kept.size == edge.size());
        match here.filter(|kept| kept.root != edge.root()) {
            Some(_) => Err(SealFault::Rewritten("it has another beginning than a checkpoint kept elsewhere")),
            None => Ok(()),
        }
    }

    fn must_be_signed(&mut self, edge: &Edge, newest: Option<String>) -> std::result::Result<(), SealFault> {
        if self.kept.as_ref().is_some_and(|kept| kept.size > edge.size()) {
            return Err(SealFault::Rewritten("it is shorter than a checkpoint kept elsewhere"));
        }
        self.kept = None;
        let Some(newest) = newest else {
            let empty = edge.size() == 0;
            return if empty { Ok(()) } else { Err(SealFault::Rewritten("its checkpoints are gone")) };
        };
        let note = Note::parse(&newest).ok();
        let mut keys = self.keys.former.iter().chain([self.keys.own.public()]);
        let open = |note: Note| keys.find_map(|key| Checkpoint::open(&note, key).ok());
        let Some(checkpoint) = note.and_then(open) else {
            return Err(SealFault::Rewritten("its newest checkpoint was not signed with this key"));
        };
        if (checkpoint.size, checkpoint.root) != (edge.size(), edge.root()) {
            return Err(SealFault::Rewritten("its newest checkpoint is that of another tree"));
        }
        Ok(())
    }
}

/// Moves a batch of what waits into the tree and signs it.
pub(crate) fn batch(tx: &mut Tx, edge: &Edge, key: &SecretKey, now: Now) -> Result<Batch> {
    let last = tx.one(&LAST, &[], |row| size(row.int(0)?))?;
    if last.map_or(0, |last| last + 1) != edge.size() {
        return Ok(Batch::Behind);
    }
    let waiting = tx.rows(&WAITING, &[], |row| Ok((row.id(0)?, row.hash(1)?)))?;
    let mut growth = Growth { edge: edge.clone() };
    if edge.size() == 0
        && let Some(before) = before::find(tx)?
    {
        growth.remark(tx, &Remark::Before(before))?;
    } else if waiting.is_empty() {
        return Ok(Batch::Nothing);
    }
    growth.take(tx, &waiting)?;
    let note = growth.seal(tx, key, now)?;
    Ok(Batch::Sealed { edge: growth.edge, note, more: waiting.len() == BATCH })
}

/// A tree that grows within one transaction.
pub(super) struct Growth {
    pub(super) edge: Edge,
}

impl Growth {
    /// Moves what waits, which is all that waits up to the last of it.
    fn take(&mut self, tx: &mut Tx, waiting: &[(Uuid, Hash)]) -> Result<()> {
        let Some((last, _)) = waiting.last() else { return Ok(()) };
        // The window counts from 1.
        let moved = tx.exec(&MOVE, &[V::Int(index(self.edge.size())? - 1), V::Id(*last)]).map_err(taken)?;
        tx.exec(&MOVED, &[V::Id(*last)])?;
        if moved != waiting.len() as u64 {
            return Err(Fault::Conflict);
        }
        waiting.iter().for_each(|(_, leaf)| self.edge.append(leaf_hash(leaf)));
        Ok(())
    }

    pub(super) fn remark(&mut self, tx: &mut Tx, remark: &Remark) -> Result<()> {
        let (place, leaf) = (V::Int(index(self.edge.size())?), remark.leaf());
        tx.exec(&PUT_LEAF, &[place, V::Blob(&leaf)]).map_err(taken)?;
        tx.exec(&PUT_REMARK, &[place, V::Text(remark.kind()), V::Text(&remark.body())]).map_err(taken)?;
        self.edge.append(leaf_hash(&leaf));
        Ok(())
    }

    /// Ends a batch. A checkpoint that is gone is missed by its remark.
    pub(super) fn seal(&mut self, tx: &mut Tx, key: &SecretKey, now: Now) -> Result<Note> {
        let at_us = now.instant.as_microsecond();
        if let Some(from_us) = sealed_last(tx)?.filter(|last| *last > at_us) {
            self.remark(tx, &Remark::ClockSetBack { from_us, to_us: at_us })?;
        }
        self.remark(tx, &Remark::Sealed { at_us })?;
        let (size, root) = (self.edge.size(), self.edge.root());
        let checkpoint = Checkpoint { origin: key.public().name().to_owned(), size, root };
        let note =
            checkpoint.signed(key).map_err(|_| Fault::Unsafe("the key is not one that signs a log"))?;
        tx.exec(&PUT_CHECKPOINT, &[V::Int(index(size)?), V::Text(&note.to_string())]).map_err(taken)?;
        Ok(note)
    }
}

/// When the log was last sealed.
fn sealed_last(tx: &mut Tx) -> Result<Option<i64>> {
    let at = tx.one(&SEALED_LAST, &[], |row| match Remark::read("sealed", row.str(0)?) {
        Some(Remark::Sealed { at_us }) => Ok(at_us),
        _ => Err(Fault::Unreadable("a remark of another form")),
    })?;
    Ok(at)
}

/// The place in the log has been taken by another sealer.
fn taken(fault: Fault) -> Fault {
    if matches!(fault, Fault::Duplicate) { Fault::Conflict } else { fault }
}
