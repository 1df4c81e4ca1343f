//! Is every leaf of the log the one that was sealed, and its row the one that the leaf was made of?

use super::{Against, Broken, seal::Due};
use crate::{
    access::{self, AccessId},
    engine::{Result, Row, Tx, V, statements},
    log::{
        before::Before,
        index,
        remark::{Leaves, Remark},
    },
};
use record::{Checkpoint, Edge, Hash, Ruling, leaf_hash};
use std::collections::VecDeque;
use uuid::Uuid;

statements! {
    // The columns of access come first: that is how a row of it is read.
    LEAVES = "SELECT a.access_id AS act, a.recorded_us, a.person_id, a.seat, a.unit_id, a.process_id, a.action, \
              a.outcome, a.ground, a.detail, a.salt, a.stored, l.leaf_index, l.leaf, l.access_id, r.kind, r.body \
              FROM log_leaf l LEFT JOIN access a ON a.access_id = l.access_id \
              LEFT JOIN log_remark r ON r.leaf_index = l.leaf_index \
              WHERE l.leaf_index >= $1 ORDER BY l.leaf_index LIMIT 2000";
    CHECKPOINTS = "SELECT size, note FROM log_checkpoint WHERE size > $1 ORDER BY size LIMIT 2000";
    EVENTS_OF_ACT = "SELECT hash FROM event WHERE process_id = $1 AND access_id = $2 ORDER BY version";
    TEXTS_OF_ACT = "SELECT text_id, hash FROM content WHERE process_id = $1 AND access_id = $2 ORDER BY text_id";
}

/// How far one has come in the log, and what is known there.
#[derive(Clone)]
pub(super) struct Walk {
    pub(super) edge: Edge,
    /// Checkpoints from elsewhere that are still ahead, the smallest first.
    kept: VecDeque<Checkpoint>,
    /// Leaves whose rows are gone, and that no remark has accounted for yet.
    gone: Leaves,
    pub(super) disposed: u64,
    sealed_us: Option<i64>,
    set_back: Option<(i64, i64)>,
    /// How many leaves lie under a checkpoint.
    pub(super) signed: u64,
    pub(super) checkpoints: u64,
    pub(super) rows: u64,
    pub(super) remarks: u64,
    pub(super) before: Option<Before>,
    pub(super) broken: Option<Broken>,
}

/// What the walk hands on: acts to be compared with what they stored, and checkpoints to be verified.
#[derive(Default)]
struct Found {
    acts: Vec<Act>,
    due: Vec<Due>,
    read: usize,
}

struct Act {
    leaf: u64,
    access: Uuid,
    process: Option<Uuid>,
    stored: Hash,
}

type Stored = (i64, Option<String>);

impl Walk {
    pub(super) fn new(against: &Against) -> Walk {
        let mut kept = against.kept.clone();
        // The tree without leaves is the beginning of every tree.
        kept.retain(|kept| kept.size > 0);
        kept.sort_by_key(|kept| kept.size);
        Walk {
            edge: Edge::default(),
            kept: kept.into(),
            gone: Leaves::default(),
            disposed: 0,
            sealed_us: None,
            set_back: None,
            signed: 0,
            checkpoints: 0,
            rows: 0,
            remarks: 0,
            before: None,
            broken: None,
        }
    }

    /// Walks some thousand leaves further. Answers the checkpoints over them, and whether there may be more.
    pub(super) fn further(&mut self, tx: &mut Tx) -> Result<(Vec<Due>, bool)> {
        // From below everything, so that nothing can hide before the beginning.
        let begins = self.edge.size() == 0;
        let from = |place: u64| if begins { Ok(i64::MIN) } else { index(place) };
        let read = |row: &Row| Ok((row.int(0)?, row.text(1).ok()));
        let checkpoints = tx.rows(&CHECKPOINTS, &[V::Int(from(self.edge.size())?)], read)?;
        let mut checkpoints = VecDeque::from(checkpoints);
        let mut found = Found::default();
        tx.rows(&LEAVES, &[V::Int(from(self.edge.size())?)], |row| {
            found.read += 1;
            if self.broken.is_none() {
                self.broken = self.leaf(row, &mut checkpoints, &mut found);
            }
            Ok(())
        })?;
        self.compare_stored(tx, &found.acts)?;
        let more = found.read > 0 && self.broken.is_none();
        if !more && self.broken.is_none() {
            self.broken = self.end(&checkpoints);
        }
        Ok((found.due, more))
    }

    /// Takes the next leaf.
    fn leaf(&mut self, row: &Row, checkpoints: &mut VecDeque<Stored>, found: &mut Found) -> Option<Broken> {
        let leaf = self.edge.size();
        if row.int(12).ok() != index(leaf).ok() {
            return Some(Broken::LeafMissing { leaf });
        }
        let unreadable = Broken::LeafUnreadable { leaf };
        let Ok(hash) = row.hash(13) else { return Some(unreadable) };
        self.edge.append(leaf_hash(&hash));
        let (Ok(access), Ok(kind)) = (row.opt_id(14), row.opt_str(15)) else { return Some(unreadable) };
        let (broken, sealed) = match (access, kind) {
            (Some(access), None) => (self.row(row, &hash, AccessId(access), found), false),
            (None, Some(kind)) => self.remark(kind, row.str(16).unwrap_or_default(), &hash),
            (Some(_), Some(_)) | (None, None) => (Some(Broken::LeafOfNothing { leaf }), false),
        };
        broken.or_else(|| self.checkpoint(checkpoints, sealed, found)).or_else(|| self.compare_with_kept())
    }

    /// A leaf that was made of a row of access.
    fn row(&mut self, row: &Row, hash: &Hash, access: AccessId, found: &mut Found) -> Option<Broken> {
        let leaf = self.edge.size() - 1;
        if row.opt_bytes(0).is_ok_and(|act| act.is_none()) {
            self.gone.push(leaf);
            return None;
        }
        let Some(ruling) = made_of(row, hash) else { return Some(Broken::RowAltered { leaf, access }) };
        self.rows += 1;
        if let Some(stored) = ruling.stored {
            let process = ruling.process.map(Uuid::from_bytes);
            found.acts.push(Act { leaf, access: access.0, process, stored });
        }
        None
    }

    /// A leaf that the log made of itself. The second answer: whether it ends a batch.
    fn remark(&mut self, kind: &str, body: &str, hash: &Hash) -> (Option<Broken>, bool) {
        let leaf = self.edge.size() - 1;
        let Some(remark) = Remark::read(kind, body).filter(|remark| remark.leaf() == *hash) else {
            return (Some(Broken::RemarkAltered { leaf }), false);
        };
        self.remarks += 1;
        match remark {
            Remark::Sealed { at_us } => {
                let set_back = self.set_back.take();
                let goes_back = self.sealed_us.filter(|last| *last > at_us);
                self.sealed_us = Some(at_us);
                let broken = goes_back.is_some_and(|from_us| set_back != Some((from_us, at_us)));
                return (broken.then_some(Broken::TimeGoesBack { leaf }), true);
            }
            Remark::ClockSetBack { from_us, to_us } => self.set_back = Some((from_us, to_us)),
            Remark::Before(before) => self.before = Some(before),
            Remark::Disposed(leaves) => {
                self.disposed += leaves.count();
                if let Err(leaf) = self.gone.take(&leaves) {
                    return (Some(Broken::NotDisposed { leaf }), false);
                }
            }
        }
        (None, false)
    }

    /// There is a checkpoint exactly where a batch ends.
    fn checkpoint(
        &mut self,
        stored: &mut VecDeque<Stored>,
        sealed: bool,
        found: &mut Found,
    ) -> Option<Broken> {
        let size = self.edge.size();
        let here = |stored: &VecDeque<Stored>| {
            stored.front().filter(|(at, _)| index(size).is_ok_and(|size| *at <= size)).cloned()
        };
        let next = here(stored);
        match (next, sealed) {
            (None, false) => None,
            (None, true) => Some(Broken::CheckpointGone { size }),
            (Some((at, note)), true) if index(size).is_ok_and(|size| at == size) => {
                stored.pop_front();
                (self.signed, self.checkpoints) = (size, self.checkpoints + 1);
                let Some(note) = note else { return Some(Broken::CheckpointUnreadable { size }) };
                found.due.push(Due { size, root: self.edge.root(), note });
                None
            }
            (Some((at, _)), _) => Some(Broken::CheckpointOutside { size: u64::try_from(at).unwrap_or(0) }),
        }
    }

    fn compare_with_kept(&mut self) -> Option<Broken> {
        let size = self.edge.size();
        while let Some(kept) = self.kept.pop_front_if(|kept| kept.size <= size) {
            if kept.size == size && kept.root != self.edge.root() {
                return Some(Broken::OtherThanKept { size });
            }
        }
        None
    }

    /// What must hold where there are no more leaves.
    fn end(&self, checkpoints: &VecDeque<Stored>) -> Option<Broken> {
        let found = self.edge.size();
        if let Some((at, _)) = checkpoints.front() {
            let size = u64::try_from(*at).unwrap_or(0);
            return Some(if size > found {
                Broken::LeafMissing { leaf: found }
            } else {
                Broken::CheckpointOutside { size }
            });
        }
        if self.signed < found {
            return Some(Broken::Unsigned { leaf: self.signed });
        }
        self.kept.back().map(|kept| Broken::Shorter { kept: kept.size, found })
    }

    /// Compares what acts have stored with what is there. An earlier place is told first.
    fn compare_stored(&mut self, tx: &mut Tx, acts: &[Act]) -> Result<()> {
        for Act { leaf, access, process, stored } in acts {
            if now_stored(tx, *process, *access)? != Some(*stored) {
                let (leaf, access) = (*leaf, AccessId(*access));
                self.broken = Some(Broken::StoredAltered { leaf, access });
                return Ok(());
            }
        }
        Ok(())
    }

    /// The first row that is gone without a word. Asked when the walk is over: a remark comes after its rows.
    pub(super) fn gone(&self, tx: &mut Tx) -> Result<Option<Broken>> {
        let Some(leaf) = self.gone.first() else { return Ok(None) };
        let access = tx.one(&LEAVES, &[V::Int(index(leaf)?)], |row| Ok(row.id(14).unwrap_or_default()))?;
        Ok(Some(Broken::RowGone { leaf, access: AccessId(access.unwrap_or_default()) }))
    }
}

/// The row, if it is the one that the leaf was made of.
pub(super) fn made_of<'r>(row: &'r Row, leaf: &Hash) -> Option<Ruling<'r>> {
    let ruling = access::ruling(row).ok()?;
    let salt = row.bytes(10).ok()?.try_into().ok()?;
    (ruling.leaf(&salt) == *leaf).then_some(ruling)
}

/// The hash of what is there of what an act stored. `None` if it cannot be read.
pub(super) fn now_stored(tx: &mut Tx, process: Option<Uuid>, access: Uuid) -> Result<Option<Hash>> {
    let values = [V::OptId(process), V::Id(access)];
    let events = tx.rows(&EVENTS_OF_ACT, &values, |row| Ok(row.hash(0).ok()))?;
    let text = |row: &Row| Ok(row.id(0).and_then(|text| Ok((text.into_bytes(), row.hash(1)?))).ok());
    let texts = tx.rows(&TEXTS_OF_ACT, &values, text)?;
    let (events, texts) =
        (events.into_iter().collect::<Option<Vec<_>>>(), texts.into_iter().collect::<Option<Vec<_>>>());
    Ok(events.zip(texts).map(|(events, texts)| record::stored(&events, &texts)))
}
