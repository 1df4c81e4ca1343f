//! What has changed since somebody looked?
//!
//! An answer rests on what was looked at. Between the look and the sending somebody may have withdrawn a consent,
//! ended a session or marked a person as protected; then it may not be sent (AC-3).

use std::{
    collections::VecDeque,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use uuid::Uuid;

/// More than come while one request is answered. Whoever has taken longer is told that everything has changed.
const KEPT_MAX: usize = 4096;

/// Something that an answer can rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Process(Uuid),
    Person(Uuid),
    Session(Uuid),
    Seat(Uuid),
}

/// A place in the row of changes: those up to here have been seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(u64);

impl Moment {
    /// So many changes later.
    pub(super) fn after(self, changes: usize) -> Moment {
        Moment(self.0 + changes as u64)
    }
}

/// A key, and until when its changes have been seen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) key: Key,
    pub(crate) until: Moment,
}

/// The last changes of this program.
///
/// **Invariant:** a change stands here before anybody is told that it was made, and a look asks for its moment
/// before it begins. So what an answer rests on is as it was if nothing of it stands after its moment.
#[derive(Default)]
pub(crate) struct Changes {
    newest: AtomicU64,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    changes: VecDeque<Key>,
    /// The moment of the last change that is not kept.
    forgotten: u64,
}

impl Changes {
    pub(crate) fn moment(&self) -> Moment {
        Moment(self.newest.load(Ordering::Acquire))
    }

    /// Adds what has been committed, in this order; answers after which moment.
    pub(super) fn publish(&self, keys: &[Key]) -> Moment {
        if keys.is_empty() {
            return self.moment();
        }
        let mut kept = self.kept();
        let before = Moment(kept.newest());
        kept.changes.extend(keys);
        while kept.changes.len() > KEPT_MAX {
            kept.changes.pop_front();
            kept.forgotten += 1;
        }
        self.newest.store(kept.newest(), Ordering::Release);
        before
    }

    /// Another program has changed something, and nobody knows what.
    pub(super) fn publish_unknown(&self) {
        let mut kept = self.kept();
        kept.forgotten = kept.newest() + 1;
        kept.changes.clear();
        self.newest.store(kept.newest(), Ordering::Release);
    }

    /// Whether anything of `seen` has changed since, but for the changes in `own`.
    pub(super) fn touch(&self, seen: impl Iterator<Item = Seen> + Clone, own: &[Moment]) -> bool {
        let newest = self.moment();
        if seen.clone().all(|one| one.until >= newest) {
            return false;
        }
        let kept = self.kept();
        let mut moments = (kept.forgotten + 1..).map(Moment).zip(&kept.changes);
        seen.clone().any(|one| one.until.0 < kept.forgotten)
            || moments.any(|(moment, key)| {
                !own.contains(&moment) && seen.clone().any(|one| one.key == *key && one.until < moment)
            })
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn newest(&self) -> u64 {
        self.forgotten + self.changes.len() as u64
    }
}
