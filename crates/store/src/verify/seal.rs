//! Has the right key signed each checkpoint, and over the tree that is there?

use super::Broken;
use crate::engine::{Fault, Result};
use record::{Checkpoint, Hash, Note, PublicKey};
use std::{collections::VecDeque, sync::Arc};
use tokio::task::JoinHandle;

/// A signature costs as much as some hundred hashes; so many are worth a thread.
const SHARE: usize = 64;

/// A checkpoint that was found where it should be.
#[derive(Debug)]
pub(super) struct Due {
    pub(super) size: u64,
    /// What the leaves that are there fold to.
    pub(super) root: Hash,
    pub(super) note: String,
}

/// Checkpoints on their way through threads of their own, while the walk goes on.
pub(super) struct Checks {
    keys: Arc<Vec<PublicKey>>,
    /// In the order of the log.
    running: VecDeque<JoinHandle<Option<Broken>>>,
    broken: Option<Broken>,
}

impl Checks {
    pub(super) fn new(keys: Vec<PublicKey>) -> Checks {
        Checks { keys: Arc::new(keys), running: VecDeque::new(), broken: None }
    }

    /// Takes more; waits where too many are under way. Answers the first that is not what it should be, of those
    /// that have been looked at.
    pub(super) async fn take(&mut self, due: Vec<Due>) -> Result<Option<&Broken>> {
        let mut rest = due;
        while !rest.is_empty() {
            let behind = rest.split_off(SHARE.min(rest.len()));
            let (mine, keys) = (std::mem::replace(&mut rest, behind), self.keys.clone());
            let look = move || mine.iter().find_map(|due| broken(due, &keys));
            self.running.push_back(tokio::task::spawn_blocking(look));
        }
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        self.wait(2 * threads).await?;
        Ok(self.broken.as_ref())
    }

    /// The same when there are no more.
    pub(super) async fn end(mut self) -> Result<Option<Broken>> {
        self.wait(0).await?;
        Ok(self.broken)
    }

    async fn wait(&mut self, under_way: usize) -> Result<()> {
        while self.running.len() > under_way
            && let Some(next) = self.running.pop_front()
        {
            let found = next.await.map_err(|_| Fault::Panicked)?;
            self.broken = self.broken.take().or(found);
        }
        Ok(())
    }
}

pub(super) fn broken(due: &Due, keys: &[PublicKey]) -> Option<Broken> {
    let size = due.size;
    let Ok(note) = Note::parse(&due.note) else { return Some(Broken::CheckpointUnreadable { size }) };
    let Ok(checkpoint) = Checkpoint::parse(note.text()) else {
        return Some(Broken::CheckpointUnreadable { size });
    };
    if (checkpoint.size, checkpoint.root) != (size, due.root) {
        return Some(Broken::CheckpointOfOther { size });
    }
    let signed = keys.is_empty() || keys.iter().any(|key| Checkpoint::open(&note, key).is_ok());
    // What we have written has one signature, and nothing else under it.
    let plain = note.signatures().len() == 1;
    (!(signed && plain)).then_some(Broken::CheckpointForged { size })
}
