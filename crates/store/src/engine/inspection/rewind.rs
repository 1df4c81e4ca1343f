//! How is a database made again what it was, without being built anew?
//!
//! For every row that is written the database itself notes the statement that takes it back. A walk that tries an
//! act from the same beginning thousands of times then pays for what the act has written, and for nothing else.

use super::{Inspection, Result};
use crate::engine::Fault;
use rusqlite::Connection;

/// The newest first: what was done last is taken back first.
const UNDO: &str = "SELECT sql FROM seen_undo ORDER BY at DESC";

impl Inspection {
    /// From here on, [`Inspection::rewind`] leads back to what is stored at this moment, and nothing was seen yet.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn mark(&self) -> Result<()> {
        self.connection.execute_batch("DELETE FROM seen_undo; DELETE FROM seen_writing")?;
        self.forget()
    }

    /// Takes back everything that was written since the mark. A program that has the file open is not told: it must
    /// forget what it has kept ([`crate::Store::forget_what_was`]).
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn rewind(&self) -> Result<()> {
        // A row goes before or after those that it refers to, whichever was written later.
        self.connection.pragma_update(None, "foreign_keys", false)?;
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let mut undo = self.connection.prepare_cached(UNDO)?;
        let statements = undo.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        for statement in statements {
            self.connection.execute(&statement, [])?;
        }
        self.connection.execute_batch("DELETE FROM seen_undo; DELETE FROM seen_writing; COMMIT")?;
        self.forget()
    }

    fn forget(&self) -> Result<()> {
        self.written.set(self.newest("seen_writing")?);
        self.ruled.set(self.newest("seen_ruling")?);
        Ok(())
    }
}

/// The triggers that note how a table's rows are made what they were.
pub(super) fn triggers(connection: &Connection, table: &str) -> Result<String> {
    let mut statement = connection.prepare("SELECT name, pk FROM pragma_table_info($1) ORDER BY cid")?;
    let columns = statement.query_map([table], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? > 0)))?;
    let columns: Vec<(String, bool)> = columns.collect::<rusqlite::Result<_>>()?;
    let names = || columns.iter().map(|(name, _)| name.as_str());
    let key: Vec<&str> =
        columns.iter().filter(|(_, is_key)| *is_key).map(|(name, _)| name.as_str()).collect();
    if key.is_empty() {
        return Err(Fault::Unreadable("a table without a key"));
    }
    let equal = |name: &str, row: &str| format!("{name} = ' || quote({row}.{name}) || '");
    let joined = |parts: Vec<String>, between: &str| parts.join(between);
    let new_row = joined(key.iter().map(|name| equal(name, "new")).collect(), " AND ");
    let old_values = joined(names().map(|name| format!("' || quote(old.{name}) || '")).collect(), ", ");
    let old_row = joined(names().map(|name| equal(name, "old")).collect(), ", ");
    let undo = [
        ("INSERT", format!("DELETE FROM {table} WHERE {new_row}")),
        ("DELETE", format!("INSERT INTO {table} VALUES ({old_values})")),
        ("UPDATE", format!("UPDATE {table} SET {old_row} WHERE {new_row}")),
    ];
    let trigger = |(act, undo): (&str, String)| {
        format!(
            "CREATE TRIGGER IF NOT EXISTS seen_undo_{act}_{table} AFTER {act} ON {table}
             BEGIN INSERT INTO seen_undo (sql) VALUES ('{undo}'); END;"
        )
    };
    Ok(undo.into_iter().map(trigger).collect())
}
