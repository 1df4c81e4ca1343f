//! In which ways can the database fail to do what it was asked?

use std::sync::Arc;

/// What went wrong below the rules. Nobody can act on it but the operator, so the edge logs it once and
/// apologises without detail.
///
/// **Invariant:** no variant carries a value out of the database. Engines like to quote the offending row in
/// their messages; only codes and the names of tables and constraints are kept.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Fault {
    /// A key that must be unique exists already.
    #[error("the key exists already")]
    Duplicate,
    /// Somebody else changed the same thing at the same time, again and again.
    #[error("too many collisions with other changes")]
    Conflict,
    /// The queue is full: better a clear no than a growing wait.
    #[error("too much to do at once")]
    Overloaded,
    /// There is no room left. Nothing of the transaction remains; reading goes on.
    #[error("the disk is full")]
    Full,
    /// The disk failed while writing or reading. Nothing may be retried as if nothing had happened.
    #[error("the disk failed: {0}")]
    Disk(Arc<str>),
    /// The connection broke during the commit. Neither yes nor no can be promised, so nothing is retried.
    #[error("the connection broke during the commit: the outcome is unknown")]
    OutcomeUnknown,
    /// The disk failed earlier. Writing has stopped until someone has looked at it.
    #[error("writing has stopped after a failure of the disk")]
    Stopped,
    /// The record has not been sealed for too long (AD-6): what it could not prove is not given out.
    #[error("the record has not been sealed for too long")]
    Unsealed,
    /// The database server does not answer.
    #[error("the database server does not answer")]
    Unreachable,
    /// The session in which this was asked for has ended meanwhile, or is no longer what it was. Nothing is done;
    /// who it is must be found out anew.
    #[error("the session is no longer what it was")]
    SessionChanged,
    /// The code of the job panicked. Its effects are undone.
    #[error("the job panicked")]
    Panicked,
    /// The store is being closed.
    #[error("the store is closed")]
    Closed,
    /// A stored value is not what the program wrote.
    #[error("stored value cannot be read: {0}")]
    Unreadable(&'static str),
    /// The database was made by a newer program.
    #[error("the database has schema version {found}, this program knows {known}")]
    NewerSchema { found: i64, known: i64 },
    /// The way the database is set up would break a promise.
    #[error("unsafe set-up: {0}")]
    Unsafe(&'static str),
    /// The engine refused for another reason: its code.
    #[error("the database refused: {0}")]
    Engine(Arc<str>),
}

pub(crate) type Result<T, E = Fault> = std::result::Result<T, E>;

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Fault {
        if let rusqlite::Error::SqliteFailure(code, _) = &error {
            from_sqlite_code(*code)
        } else if conversion_failed(&error) {
            Fault::Unreadable("column of another type")
        } else {
            // The remaining kinds speak of statements and connections, never of rows.
            Fault::Engine(format!("SQLite: {error}").into())
        }
    }
}

fn from_sqlite_code(code: rusqlite::ffi::Error) -> Fault {
    use rusqlite::ffi;
    let name: Arc<str> = format!("SQLite {:?} {}", code.code, code.extended_code).into();
    // The low byte is the primary code, the rest refines it.
    match (code.extended_code & 0xff, code.extended_code) {
        (
            _,
            ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_ROWID,
        ) => Fault::Duplicate,
        (ffi::SQLITE_FULL, _) => Fault::Full,
        (ffi::SQLITE_IOERR | ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB | ffi::SQLITE_CANTOPEN, _) => {
            Fault::Disk(name)
        }
        _ => Fault::Engine(name),
    }
}

fn conversion_failed(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
    )
}

impl From<tokio_postgres::Error> for Fault {
    fn from(error: tokio_postgres::Error) -> Fault {
        let Some(refusal) = error.as_db_error() else {
            return if broken(&error) { Fault::Unreachable } else { Fault::Engine(error.to_string().into()) };
        };
        match refusal.code().code() {
            "40001" | "40P01" => Fault::Conflict,
            "23505" => Fault::Duplicate,
            "53100" => Fault::Full,
            "58030" | "XX001" | "XX002" => {
                Fault::Disk(format!("PostgreSQL {}", refusal.code().code()).into())
            }
            // The administrator shut it down, or it is starting: the connection is gone, the work is not done.
            "57P01" | "57P02" | "57P03" => Fault::Unreachable,
            code => {
                let place = refusal.constraint().or(refusal.table()).unwrap_or_default();
                Fault::Engine(format!("PostgreSQL {code} {place}").into())
            }
        }
    }
}

/// Whether the connection, not the statement, is the trouble.
fn broken(error: &tokio_postgres::Error) -> bool {
    use std::error::Error;
    error.is_closed() || error.source().is_some_and(|cause| cause.is::<std::io::Error>())
}
