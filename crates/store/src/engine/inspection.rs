//! What does a database hold, for somebody who has the file before them?
//!
//! Tests judge the program from outside it: what has a request written, which rulings stand on record, what lies
//! where. Nothing here asks the policy, so nothing but tests may be built with it (the feature `inspection`, which
//! `tidy` keeps out of the program).

mod contents;
mod rewind;

use super::Result;
use domain::ids::ProcessId;
use rusqlite::Connection;
use std::{fmt::Write as _, path::Path, time::Duration};
use uuid::Uuid;

const TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'seen_%' \
                      AND name NOT LIKE 'sqlite_%' ORDER BY name";
const WRITTEN: &str = "SELECT DISTINCT name FROM seen_writing WHERE at > $1 ORDER BY name";
const RULINGS: &str = "SELECT r.process_id, r.action, r.outcome FROM seen_ruling s \
                       JOIN access r ON r.access_id = s.access_id WHERE s.at > $1 ORDER BY s.at";

/// A database file, opened beside the program that uses it.
pub struct Inspection {
    connection: Connection,
    written: std::cell::Cell<i64>,
    ruled: std::cell::Cell<i64>,
}

/// One row of access, as far as a judge of it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    pub process: Option<ProcessId>,
    pub action: String,
    pub outcome: String,
}

impl Inspection {
    /// Opens a file, and lets the database itself note from now on which tables are written to. A new table is
    /// watched like the rest.
    ///
    /// # Errors
    /// When the file cannot be opened or changed.
    pub fn watch(path: &Path) -> Result<Inspection> {
        let inspection = Inspection::open(path)?;
        let mut watch = String::from(
            "CREATE TABLE IF NOT EXISTS seen_writing (at INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
             CREATE TABLE IF NOT EXISTS seen_ruling (at INTEGER PRIMARY KEY AUTOINCREMENT, access_id BLOB);
             CREATE TABLE IF NOT EXISTS seen_undo (at INTEGER PRIMARY KEY AUTOINCREMENT, sql TEXT);
             CREATE TRIGGER IF NOT EXISTS seen_access AFTER INSERT ON access
             BEGIN INSERT INTO seen_ruling (access_id) VALUES (new.access_id); END;",
        );
        for table in inspection.tables()? {
            watch.push_str(&rewind::triggers(&inspection.connection, &table)?);
            for act in ["INSERT", "UPDATE", "DELETE"] {
                // Writing into a string cannot fail.
                let _ = write!(
                    watch,
                    "CREATE TRIGGER IF NOT EXISTS seen_{act}_{table} AFTER {act} ON {table}
                     BEGIN INSERT INTO seen_writing (name) VALUES ('{table}'); END;"
                );
            }
        }
        inspection.connection.execute_batch(&watch)?;
        // What was seen before, in a file that this one is a copy of, is not asked about.
        inspection.written.set(inspection.newest("seen_writing")?);
        inspection.ruled.set(inspection.newest("seen_ruling")?);
        Ok(inspection)
    }

    /// Opens a file to look into it.
    ///
    /// # Errors
    /// When the file cannot be opened.
    pub fn open(path: &Path) -> Result<Inspection> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.pragma_update(None, "synchronous", "OFF")?;
        Ok(Inspection { connection, written: 0.into(), ruled: 0.into() })
    }

    /// The tables that something was written to since this was asked last.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn written(&self) -> Result<Vec<String>> {
        let since = self.written.replace(self.newest("seen_writing")?);
        let mut statement = self.connection.prepare_cached(WRITTEN)?;
        let names = statement.query_map([since], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    /// The rulings that were put on record since this was asked last, in order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rulings(&self) -> Result<Vec<Ruling>> {
        let since = self.ruled.replace(self.newest("seen_ruling")?);
        let mut statement = self.connection.prepare_cached(RULINGS)?;
        let rulings = statement.query_map([since], |row| {
            let process: Option<[u8; 16]> = row.get(0)?;
            let process = process.map(|bytes| ProcessId(Uuid::from_bytes(bytes)));
            Ok(Ruling { process, action: row.get(1)?, outcome: row.get(2)? })
        })?;
        Ok(rulings.collect::<rusqlite::Result<_>>()?)
    }

    /// Copies the whole database, as it is at this moment, into a new file.
    ///
    /// # Errors
    /// When the file is there already, or cannot be written.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        self.connection.execute("VACUUM INTO $1", [path.to_string_lossy()])?;
        Ok(())
    }

    fn tables(&self) -> Result<Vec<String>> {
        let mut statement = self.connection.prepare(TABLES)?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    fn newest(&self, table: &str) -> Result<i64> {
        let newest = format!("SELECT coalesce(max(at), 0) FROM {table}");
        Ok(self.connection.prepare_cached(&newest)?.query_row([], |row| row.get(0))?)
    }
}
