//! Is the record still as it was written?
//!
//! One pass in little memory, in pieces, so that no snapshot is held for long while the server goes on: first the
//! log from its first leaf, with the row of each and what each act stored, and every checkpoint; then what waits;
//! then every process, and last what is about no process. The first place that is not as it was written ends it.

pub(crate) mod bodies;
mod broken;
pub(crate) mod deidentified;
pub(crate) mod log;
pub(crate) mod needs;
pub(crate) mod process;
pub(crate) mod rest;
pub(crate) mod review;
mod seal;
#[cfg(test)]
mod tests;

pub use broken::Broken;

use crate::{
    Error, Store,
    engine::{self, Tx},
    log::before::Folding,
};
use domain::ids::ProcessId;
use jiff::Timestamp;
use log::Walk;
use record::{Checkpoint, PublicKey};
use seal::{Checks, Due};
use uuid::Uuid;

/// What the record is compared with that does not lie in the database.
#[derive(Debug, Clone, Default)]
pub struct Against {
    /// Whose signatures count; with none, signatures are not looked at.
    pub keys: Vec<PublicKey>,
    /// Checkpoints that were kept elsewhere. Without one, nobody sees that an old copy was put back.
    pub kept: Vec<Checkpoint>,
    /// Whatever was written before this must have been sealed.
    pub sealed_since: Option<Timestamp>,
}

/// How much was looked at, and the first place that is not as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    pub broken: Option<Broken>,
    pub leaves: u64,
    /// Rows of access that are the ones their leaves were made of.
    pub rows: u64,
    /// Leaves whose rows were disposed of.
    pub disposed: u64,
    pub checkpoints: u64,
    /// Rows that wait to be sealed.
    pub waiting: u64,
    /// Rows of access from before there was a log.
    pub before: u64,
    pub processes: u64,
    pub events: u64,
    pub texts: u64,
}

impl Store {
    /// Compares everything in the database with itself. Empty if all is as written.
    pub async fn verify(&self) -> Result<Vec<Broken>, Error> {
        let verified = self.verify_against(Against::default()).await?;
        Ok(verified.broken.into_iter().collect())
    }

    /// The same, and with what is known elsewhere.
    pub async fn verify_against(&self, against: Against) -> Result<Verified, Error> {
        let db = self.db.regardless();
        let (mut checks, mut course) = (Checks::new(against.keys.clone()), Course::new(&against));
        while !course.is_over() {
            let before = course.clone();
            let piece = move |tx: &mut Tx| {
                let mut course = before.clone();
                let due = course.further(tx)?;
                Ok((course, due))
            };
            let due;
            (course, due) = db.read(piece).await?;
            if checks.take(due).await?.is_some() {
                break;
            }
        }
        // Their leaves come before the place at which the course has stopped.
        if let Some(forged) = checks.end().await? {
            course.verified.broken = Some(forged);
        }
        Ok(course.verified)
    }
}

/// How far one has come.
#[derive(Clone)]
struct Course {
    stage: Stage,
    walk: Walk,
    folding: Folding,
    sealed_since: Option<Timestamp>,
    verified: Verified,
}

#[derive(Clone, Copy)]
enum Stage {
    Log,
    RowsFromBefore(Option<Uuid>),
    Processes(Option<Uuid>),
    Over,
}

impl Course {
    fn new(against: &Against) -> Course {
        Course {
            stage: Stage::Log,
            walk: Walk::new(against),
            folding: Folding::default(),
            sealed_since: against.sealed_since,
            verified: Verified::default(),
        }
    }

    fn is_over(&self) -> bool {
        self.verified.broken.is_some() || matches!(self.stage, Stage::Over)
    }

    /// Looks at the next piece in one snapshot. Answers the checkpoints that are still to be verified.
    fn further(&mut self, tx: &mut Tx) -> engine::Result<Vec<Due>> {
        let mut due = vec![];
        self.stage = match self.stage {
            Stage::Log => {
                let more;
                (due, more) = self.walk.further(tx)?;
                self.log(tx, more)?
            }
            Stage::RowsFromBefore(last) => match self.folding.accesses_after(tx, last)? {
                Some(last) => Stage::RowsFromBefore(Some(last)),
                None => Stage::Processes(None),
            },
            Stage::Processes(last) => self.processes(tx, last)?,
            Stage::Over => Stage::Over,
        };
        Ok(due)
    }

    fn log(&mut self, tx: &mut Tx, more: bool) -> engine::Result<Stage> {
        if !more {
            self.verified.waiting = rest::look(tx, &mut self.walk, self.sealed_since)?;
        }
        let (walk, verified) = (&self.walk, &mut self.verified);
        (verified.leaves, verified.rows, verified.disposed) = (walk.edge.size(), walk.rows, walk.disposed);
        (verified.checkpoints, verified.broken) = (walk.checkpoints, walk.broken.clone());
        Ok(if more { Stage::Log } else { Stage::RowsFromBefore(None) })
    }

    /// A hundred processes at a time.
    fn processes(&mut self, tx: &mut Tx, last: Option<Uuid>) -> engine::Result<Stage> {
        let verified = &mut self.verified;
        let ids = match process::after(tx, last)? {
            Ok(ids) => ids,
            Err(broken) => {
                verified.broken = Some(broken);
                return Ok(Stage::Over);
            }
        };
        for id in &ids {
            let found = process::walk(tx, ProcessId(*id), &mut self.folding)?;
            verified.processes += 1;
            verified.events += found.events;
            verified.texts += found.texts;
            verified.broken = verified.broken.take().or(found.broken);
        }
        if let Some(last) = ids.last() {
            return Ok(Stage::Processes(Some(*last)));
        }
        let stray = process::stray(tx)?.or_else(|| compare_before(&self.folding, &self.walk));
        verified.broken = match stray {
            Some(broken) => Some(broken),
            None => about_no_process(tx)?,
        };
        verified.before = self.folding.accesses();
        Ok(Stage::Over)
    }
}

/// The reviews of the log, the meetings of bodies, what is asked there without a name, and what the parties should
/// develop.
fn about_no_process(tx: &mut Tx) -> engine::Result<Option<Broken>> {
    for look in [review::look, bodies::look, deidentified::look, needs::look] {
        if let Some(broken) = look(tx)? {
            return Ok(Some(broken));
        }
    }
    Ok(None)
}

/// What is from before the log must be what the log says of it. While nothing has been sealed it says nothing.
fn compare_before(folding: &Folding, walk: &Walk) -> Option<Broken> {
    let found = folding.clone().finish();
    let said = match &walk.before {
        Some(before) => *before == found,
        None => walk.edge.size() == 0 || found.is_nothing(),
    };
    (!(folding.is_readable() && said)).then_some(Broken::BeforeAltered)
}
