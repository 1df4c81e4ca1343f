//! What travels from the caller to a worker thread and back?

use super::{
    Fault, Flight, Result, Tx,
    change::{Changes, Moment, Seen},
    tx::Touched,
};
use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::sync::oneshot;

/// A job and the way it is to be run.
pub(super) struct Errand {
    pub(super) job: Box<dyn Job>,
    pub(super) mode: Mode,
    /// The request that it belongs to, if it belongs to one.
    flight: Option<Flight>,
    /// Until when changes have been seen by the last look.
    pub(super) until: Moment,
    pub(super) touched: Touched,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Look at one snapshot and change nothing.
    Read,
    /// Read and change.
    Write,
    /// Look at one snapshot, then write down that somebody looked; the answer waits for the latter.
    Witness,
    /// The second half of `Witness`, on the engine that reads and writes in different threads.
    Record,
    /// Both halves of `Witness` where others are kept out: what was looked at has changed since.
    Anew,
}

/// Work whose answer goes out only after the commit.
///
/// **Invariant:** the work may be run again after a rollback, so it keeps nothing from the run before.
/// [`Fn`] sees to that for all but what a closure hides behind interior mutability.
pub(super) trait Job: Send {
    fn work(&mut self, tx: &mut Tx) -> Result<()>;

    /// Writes down what [`Job::work`] looked at; nothing for all but witnessed reads.
    fn record(&mut self, _tx: &mut Tx) -> Result<()> {
        Ok(())
    }

    /// Tells the caller. If the caller has gone, nobody is told, but the work stays done.
    fn answer(self: Box<Self>, ended: Result<()>);
}

impl Errand {
    pub(super) fn new(job: Box<dyn Job>, mode: Mode, flight: Option<Flight>, until: Moment) -> Errand {
        Errand { job, mode, flight, until, touched: Touched::default() }
    }

    /// Runs what this errand asks of the transaction. Nothing is written down, or changed, in a session that has
    /// ended.
    pub(super) fn run(&mut self, mut tx: Tx) -> Result<()> {
        if matches!(self.mode, Mode::Read | Mode::Witness) {
            tx = tx.reading();
        }
        if self.mode != Mode::Read {
            self.session_must_stand()?;
        }
        let job = &mut self.job;
        let ran = match self.mode {
            Mode::Read | Mode::Write => job.work(&mut tx),
            Mode::Record => job.record(&mut tx),
            Mode::Witness | Mode::Anew => job.work(&mut tx).and_then(|()| job.record(&mut tx)),
        };
        let (touched, failure) = tx.ended();
        // The row about a look rests on what the look rested on.
        if self.mode != Mode::Record {
            self.touched = touched;
        }
        ran.and(failure)
    }

    pub(super) fn session_must_stand(&self) -> Result<()> {
        let stands = self.flight.as_ref().is_none_or(Flight::session_stands);
        if stands { Ok(()) } else { Err(Fault::SessionChanged) }
    }

    /// What the last look rested on.
    pub(super) fn seen(&self) -> impl Iterator<Item = Seen> + Clone {
        self.touched.looked.iter().map(|key| Seen { key: *key, until: self.until })
    }

    /// Tells the caller. What has been changed is published first.
    pub(super) fn end(self, ended: Result<()>, changes: &Changes) {
        // Also where it may not have been kept: better once too often.
        let before = changes.publish(&self.touched.changed);
        if let Some(flight) = &self.flight {
            flight.looked(&self.touched.looked, self.until);
            if self.touched.acted && ended.is_ok() {
                flight.acted(self.touched.changed.len(), before);
            }
        }
        self.job.answer(ended);
    }
}

/// A read or a write.
pub(super) struct Task<F, R> {
    work: F,
    result: Option<R>,
    reply: oneshot::Sender<Result<R>>,
}

/// A job, and where its answer will come.
type Asked<J, R> = (Box<J>, oneshot::Receiver<Result<R>>);

impl<F, R> Task<F, R> {
    pub(super) fn new(work: F) -> Asked<Task<F, R>, R> {
        let (reply, answer) = oneshot::channel();
        (Box::new(Task { work, result: None, reply }), answer)
    }
}

impl<F, R> Job for Task<F, R>
where
    F: Fn(&mut Tx) -> Result<R> + Send,
    R: Send,
{
    fn work(&mut self, tx: &mut Tx) -> Result<()> {
        self.result = Some(guarded(|| (self.work)(tx))?);
        Ok(())
    }

    fn answer(self: Box<Self>, ended: Result<()>) {
        deliver(self.reply, ended, self.result);
    }
}

/// A read that leaves a row about itself.
pub(super) struct WitnessedTask<F, R, N> {
    look: F,
    record: fn(&mut Tx, &N) -> Result<()>,
    seen: Option<(R, N)>,
    reply: oneshot::Sender<Result<R>>,
}

impl<F, R, N> WitnessedTask<F, R, N> {
    pub(super) fn new(look: F, record: fn(&mut Tx, &N) -> Result<()>) -> Asked<WitnessedTask<F, R, N>, R> {
        let (reply, answer) = oneshot::channel();
        (Box::new(WitnessedTask { look, record, seen: None, reply }), answer)
    }
}

impl<F, R, N> Job for WitnessedTask<F, R, N>
where
    F: Fn(&mut Tx) -> Result<(R, N)> + Send,
    R: Send,
    N: Send,
{
    fn work(&mut self, tx: &mut Tx) -> Result<()> {
        self.seen = Some(guarded(|| (self.look)(tx))?);
        Ok(())
    }

    fn record(&mut self, tx: &mut Tx) -> Result<()> {
        match &self.seen {
            Some((_, note)) => guarded(|| (self.record)(tx, note)),
            None => Err(Fault::Panicked),
        }
    }

    fn answer(self: Box<Self>, ended: Result<()>) {
        deliver(self.reply, ended, self.seen.map(|(result, _)| result));
    }
}

fn deliver<R>(reply: oneshot::Sender<Result<R>>, ended: Result<()>, result: Option<R>) {
    let answer = ended.and_then(|()| result.ok_or(Fault::Panicked));
    // The only failure is that nobody waits any longer.
    drop(reply.send(answer));
}

/// A panic in one job must not take the thread, and with it everybody else's jobs, along.
fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Fault::Panicked))
}
