//! What is stored, and through which one door does one come to it?
//!
//! **Invariant:** the connection to the database never leaves this crate. Whoever wants something of it calls
//! a method of [`Store`], and those that concern a process ask the policy first.

mod access;
mod account;
mod apart;
mod bodies;
mod chain;
mod content;
mod deidentified;
mod desk;
mod door;
mod draft;
mod engine;
mod error;
mod fold;
mod keys;
mod listing;
mod log;
mod looked;
mod opening;
mod people;
mod project;
mod reach;
mod receipt;
mod request;
mod review;
mod ruling;
mod seat;
mod session;
#[cfg(test)]
mod statements;
#[cfg(test)]
mod tests;
mod upkeep;
mod verify;
mod view;

pub use access::{Access, AccessId, Outcome, SignInFault};
pub use account::Account;
pub use apart::LookApart;
pub use bodies::{BodyCalendar, BodyRules, CadenceChange, Sitting, StoredMeeting};
pub use content::NewText;
pub use deidentified::{DeidentifiedRules, StoredDeidentified};
pub use desk::{NotedCase, Notes, StoredNeed, WorkingNote};
pub use door::{Brought, Changed};
pub use draft::{Draft, DraftKey, Saved};
pub use engine::{Fault, Flight};
#[cfg(feature = "inspection")]
pub use engine::{Inspection, Ruling};
pub use error::Error;
pub use fold::People;
pub use log::{Refusal, SealFault, Sealer};
pub use people::{Person, RegisteredGuardian};
pub use receipt::{Concern, Receipt, ReceiptId};
pub use request::{Answer, Answered, FamilyRequest, NewRequest, Reason};
pub use review::{Decided, Deciding, Decision, Figures, Month, NotAMonth, Picked, Review, ReviewedLook};
pub use seat::{Place, Role, SeatId, SeatRow, SeatedPerson};
pub use session::{NotAToken, Session, SessionId, SessionLimits, SignedIn, Token};
pub use verify::{Against, Broken, Verified};
pub use view::{Listed, Texts, View};

use engine::Db;
use fold::Folds;
use std::path::Path;

/// The stored world. Clones share it.
#[derive(Clone)]
pub struct Store {
    db: Db,
    folds: Folds,
    sessions: SessionLimits,
}

impl Store {
    /// Opens the database file at `path`, making it if it is not there. It blocks: call it before serving.
    ///
    /// # Errors
    /// [`Fault::Unsafe`] and [`Fault::NewerSchema`] where using the file would break a promise.
    pub fn open_sqlite(path: &Path, sessions: SessionLimits) -> Result<Store, Error> {
        let readers = std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 8);
        Ok(Store::on(Db::sqlite(path, readers)?, sessions))
    }

    /// Opens the PostgreSQL database at `url` with `connections` connections. It blocks: call it before
    /// serving.
    ///
    /// # Errors
    /// As [`Store::open_sqlite`], and [`Fault::Unreachable`].
    pub fn open_postgres(url: &str, connections: usize, sessions: SessionLimits) -> Result<Store, Error> {
        Ok(Store::on(Db::postgres(url, connections)?, sessions))
    }

    fn on(db: Db, sessions: SessionLimits) -> Store {
        Store { db, folds: Folds::default(), sessions }
    }

    /// Follows one request from its beginning until its answer may be sent.
    pub fn flight(&self) -> Flight {
        self.db.flight()
    }

    /// Has every look that leaves a row followed by this before the row is written: for tests of what happens
    /// in between. On PostgreSQL acts pause too, before they are committed. It is called in the store's own
    /// threads, and only the first one given counts.
    #[doc(hidden)]
    pub fn pause_after_looks(&self, pause: impl Fn() + Send + Sync + 'static) {
        self.db.pause_after_looks(pause);
    }

    /// Keeps nothing in memory of what the file held until now: for tests that have made it what it once was.
    ///
    /// # Errors
    /// When the database does not answer.
    #[cfg(feature = "inspection")]
    pub async fn forget_what_was(&self) -> Result<(), Error> {
        self.folds.clear();
        // Whoever writes next would learn of the change, and begin anew; so that is done here.
        Ok(self.db.write(|_| Ok(())).await?)
    }

    /// False after the disk has failed: nothing more is written until the program is started anew.
    pub fn is_writable(&self) -> bool {
        self.db.is_writable()
    }
}
