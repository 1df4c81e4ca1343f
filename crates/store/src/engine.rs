//! How do the two engines show one face?
//!
//! Functions over [`Tx`] are synchronous and written once. A job is a closure over a transaction; it runs in
//! a worker thread, so the asynchronous part of the program never waits for a disk, and a caller who goes
//! away never leaves half a job behind.

mod change;
mod fault;
mod flight;
#[cfg(feature = "inspection")]
mod inspection;
mod job;
mod lease;
mod line;
mod migrate;
mod postgres;
mod sql;
mod sqlite;
#[cfg(test)]
mod tests;
mod tx;
mod value;

pub(crate) use change::{Key, Moment};
pub use fault::Fault;
pub(crate) use fault::Result;
pub use flight::Flight;
#[cfg(feature = "inspection")]
pub use inspection::{Inspection, Ruling};
pub(crate) use lease::Lease;
pub(crate) use sql::{Sql, statements};
pub(crate) use tx::Tx;
pub(crate) use value::{Row, V};

use change::Changes;
use crossbeam_channel::{Sender, TrySendError};
use job::{Errand, Job, Mode, Task, WitnessedTask};
use std::{
    path::Path,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
};
use tokio::sync::oneshot;

/// More than this many waiting jobs is overload: the next caller is told so instead of waiting.
const QUEUE_MAX: usize = 1024;
/// How often a job that collides with another is run before the caller is told.
const COLLISIONS_MAX: u32 = 12;

/// The database. Clones share it; when the last one goes, waiting jobs are finished and the threads end.
#[derive(Clone)]
pub(crate) struct Db {
    threads: Arc<Threads>,
    shared: Arc<Shared>,
    lease: Lease,
}

/// What the callers and the worker threads have in common.
#[derive(Default)]
struct Shared {
    /// Set after a failure of the disk.
    stopped: AtomicBool,
    changes: Arc<Changes>,
    /// What a test does between a look and its row.
    after_look: OnceLock<Box<dyn Fn() + Send + Sync>>,
}

impl Shared {
    fn looked(&self) {
        if let Some(pause) = self.after_look.get() {
            pause();
        }
    }
}

impl Db {
    /// Opens, or makes, the file at `path`.
    pub(crate) fn sqlite(path: &Path, readers: usize) -> Result<Db> {
        let shared = Arc::default();
        let threads = Arc::new(sqlite::open(path, readers, &shared)?);
        Ok(Db { threads, shared, lease: Lease::endless() })
    }

    pub(crate) fn postgres(url: &str, workers: usize) -> Result<Db> {
        let shared = Arc::default();
        let threads = Arc::new(postgres::open(url, workers, &shared)?);
        Ok(Db { threads, shared, lease: Lease::endless() })
    }

    /// The same database for whoever seals and verifies: it answers them also when the lease has run out.
    pub(crate) fn regardless(&self) -> Db {
        Db { lease: Lease::endless(), ..self.clone() }
    }

    /// What everybody else's answers hang on (AD-6).
    pub(crate) fn lease(&self) -> &Lease {
        &self.lease
    }

    /// Runs `work` on one snapshot; what it tries to write is refused.
    pub(crate) async fn read<R: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx) -> Result<R> + Send + 'static,
    ) -> Result<R> {
        let (job, answer) = Task::new(work);
        self.ask(&self.threads.read, job, Mode::Read, answer).await
    }

    /// Runs `work` alone with the database, or as if alone. It may be run more than once, but is kept at
    /// most once; the answer comes after the commit.
    pub(crate) async fn write<R: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx) -> Result<R> + Send + 'static,
    ) -> Result<R> {
        let (job, answer) = Task::new(work);
        self.ask(&self.threads.write, job, Mode::Write, answer).await
    }

    /// Runs `look` on one snapshot and stores with `record` the note it makes about having looked. No answer
    /// without a stored note: if it cannot be committed, the caller sees nothing.
    ///
    /// **Invariant:** when the note is committed, everything that the look rests on ([`Tx::rests_on`]) is as it
    /// was seen. What has changed in between is looked at anew (AC-3).
    pub(crate) async fn witness<R: Send + 'static, N: Send + 'static>(
        &self,
        look: impl Fn(&mut Tx) -> Result<(R, N)> + Send + 'static,
        record: fn(&mut Tx, &N) -> Result<()>,
    ) -> Result<R> {
        let (job, answer) = WitnessedTask::new(look, record);
        self.ask(&self.threads.read, job, Mode::Witness, answer).await
    }

    /// False after the disk has failed: nothing more is written until the program is started anew.
    pub(crate) fn is_writable(&self) -> bool {
        !self.shared.stopped.load(Ordering::Acquire)
    }

    pub(crate) fn flight(&self) -> Flight {
        Flight::new(self.shared.changes.clone())
    }

    /// To be asked for before a look: every change up to here is seen by it.
    pub(crate) fn moment(&self) -> Moment {
        self.shared.changes.moment()
    }

    /// Has every witnessed look followed by this before its row is written. Only the first call counts.
    pub(crate) fn pause_after_looks(&self, pause: impl Fn() + Send + Sync + 'static) {
        drop(self.shared.after_look.set(Box::new(pause)));
    }

    /// Runs `work` on a connection that a test has opened itself.
    #[cfg(test)]
    pub(crate) fn on<R>(
        connection: &rusqlite::Connection,
        work: impl FnOnce(&mut Tx) -> Result<R>,
    ) -> Result<R> {
        work(&mut Tx::new(tx::Inner::Sqlite(connection)))
    }

    async fn ask<R>(
        &self,
        queue: &Option<Sender<Errand>>,
        job: Box<dyn Job>,
        mode: Mode,
        answer: oneshot::Receiver<Result<R>>,
    ) -> Result<R> {
        if self.lease.has_run_out() {
            return Err(Fault::Unsealed);
        }
        let queue = queue.as_ref().ok_or(Fault::Closed)?;
        let errand = Errand::new(job, mode, Flight::current(), self.moment());
        queue.try_send(errand).map_err(|refused| match refused {
            TrySendError::Full(_) => Fault::Overloaded,
            TrySendError::Disconnected(_) => Fault::Closed,
        })?;
        answer.await.unwrap_or(Err(Fault::Closed))
    }
}

/// The worker threads and the queues that feed them.
struct Threads {
    read: Option<Sender<Errand>>,
    write: Option<Sender<Errand>>,
    /// Those that feed on `read`. On SQLite they hold the other end of `write`, so they must end first.
    first: Vec<JoinHandle<()>>,
    last: Vec<JoinHandle<()>>,
}

impl Threads {
    fn new(read: Sender<Errand>, write: Sender<Errand>) -> Threads {
        Threads { read: Some(read), write: Some(write), first: Vec::new(), last: Vec::new() }
    }
}

impl Drop for Threads {
    fn drop(&mut self) {
        self.read = None;
        self.write = None;
        for thread in self.first.drain(..).chain(self.last.drain(..)) {
            // A job that holds the database itself cannot wait for its own thread.
            if thread.thread().id() != std::thread::current().id() {
                // A thread that panicked has nothing more to finish.
                drop(thread.join());
            }
        }
    }
}
