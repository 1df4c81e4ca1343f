//! What is stored, and through which one door does one come to it?
//!
//! The connection to the database never leaves this crate: whoever wants something of it calls a method of
//! [`Store`].
// The door to the processes is not built yet, and it is what will use the drafts, texts and accesses.
#![allow(dead_code)]

mod access;
mod account;
mod content;
mod draft;
mod engine;
mod error;
mod keys;
mod people;
mod receipt;
mod request;
mod seat;
mod session;
mod statements;
#[cfg(test)]
mod tests;

pub use access::{Access, AccessId, Outcome};
pub use account::Account;
pub use content::NewText;
pub use draft::{Draft, DraftKey, Saved};
pub use engine::Fault;
pub use error::Error;
pub use people::{Person, RegisteredGuardian};
pub use receipt::{Receipt, ReceiptId};
pub use request::{Answer, Answered, FamilyRequest, NewRequest, Reason};
pub use seat::{Role, SeatId, SeatRow, SeatedPerson};
pub use session::{NotAToken, Session, SessionId, SignedIn, Token};

use engine::Db;
use std::path::Path;

/// The stored world. Clones share it.
#[derive(Clone)]
pub struct Store {
    db: Db,
}

impl Store {
    /// Opens the database file at `path`, making it if it is not there. It blocks: call it before serving.
    pub fn open_sqlite(path: &Path) -> Result<Store, Error> {
        let readers = std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 8);
        Ok(Store { db: Db::sqlite(path, readers)? })
    }

    /// Opens the PostgreSQL database at `url` with `connections` connections. It blocks: call it before
    /// serving.
    pub fn open_postgres(url: &str, connections: usize) -> Result<Store, Error> {
        Ok(Store { db: Db::postgres(url, connections)? })
    }

    /// False after the disk has failed: nothing more is written until the program is started anew.
    pub fn is_writable(&self) -> bool {
        self.db.is_writable()
    }
}
