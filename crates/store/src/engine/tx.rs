//! What may a job do inside its transaction?

use super::{Fault, Result, Row, Sql, V, change::Key};
use std::collections::HashMap;
use tokio::runtime::Runtime;
use tokio_postgres::{Client, Statement, types::ToSql};
use uuid::Uuid;

/// The transaction of one job. It cannot be committed or rolled back from inside: the engine does that,
/// after the job has said how it went.
///
/// **Invariant:** a transaction in which a statement failed is never kept, even if the job went on as if
/// nothing had happened. PostgreSQL turns such a commit into a silent rollback, SQLite would keep the half.
pub(crate) struct Tx<'a> {
    inner: Inner<'a>,
    reads: bool,
    failed: Option<Fault>,
    touched: Touched,
}

/// What a job has had to do with, beyond its rows.
#[derive(Default)]
pub(super) struct Touched {
    pub(super) looked: Vec<Key>,
    pub(super) changed: Vec<Key>,
    /// Something is otherwise than before; notes about who was here do not count.
    pub(super) acted: bool,
}

pub(super) enum Inner<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut Session),
}

/// A connection to PostgreSQL together with what drives it.
pub(super) struct Session {
    pub(super) runtime: Runtime,
    pub(super) client: Client,
    pub(super) prepared: HashMap<&'static str, Statement>,
}

impl<'a> Tx<'a> {
    pub(super) fn new(inner: Inner<'a>) -> Tx<'a> {
        Tx { inner, reads: false, failed: None, touched: Touched::default() }
    }

    /// The same for work that only reads.
    pub(super) fn reading(self) -> Tx<'a> {
        Tx { reads: true, ..self }
    }

    /// Whether everything seen here is there for good. A transaction that writes sees what it, and others of
    /// its group, have written, and that may still be rolled back.
    pub(crate) fn sees_only_what_is_committed(&self) -> bool {
        self.reads
    }

    /// What the job has touched, and the first failure of a statement, whatever the job made of it.
    pub(super) fn ended(self) -> (Touched, Result<()>) {
        (self.touched, self.failed.map_or(Ok(()), Err))
    }

    /// Says that what the job finds out rests on this.
    pub(crate) fn rests_on(&mut self, key: Key) {
        self.touched.looked.push(key);
    }

    /// Says that what rests on this does so no more.
    pub(crate) fn changes(&mut self, key: Key) {
        self.touched.changed.push(key);
    }

    /// Runs a statement that returns no rows; answers how many rows it touched.
    pub(crate) fn exec(&mut self, sql: &'static Sql, values: &[V]) -> Result<u64> {
        let touched = self.note(sql, values)?;
        self.touched.acted |= touched > 0;
        Ok(touched)
    }

    /// The same for a statement that only tells that somebody was here.
    pub(crate) fn note(&mut self, sql: &'static Sql, values: &[V]) -> Result<u64> {
        let touched = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite_exec(connection, sql, values),
            Inner::Postgres(session) => session.exec(sql, values),
        };
        self.noting(touched)
    }

    /// Reads every row through `read`.
    pub(crate) fn rows<T>(
        &mut self,
        sql: &'static Sql,
        values: &[V],
        mut read: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        let ended = self.each(sql, values, |row| {
            found.push(read(row)?);
            Ok(Go::On)
        });
        ended.map(|()| found)
    }

    /// Reads the first row, if there is one.
    pub(crate) fn one<T>(
        &mut self,
        sql: &'static Sql,
        values: &[V],
        mut read: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut found = None;
        let ended = self.each(sql, values, |row| {
            found = Some(read(row)?);
            Ok(Go::Stop)
        });
        ended.map(|()| found)
    }

    fn each(
        &mut self,
        sql: &'static Sql,
        values: &[V],
        mut visit: impl FnMut(&Row) -> Result<Go>,
    ) -> Result<()> {
        let ended = match &mut self.inner {
            Inner::Sqlite(connection) => sqlite_each(connection, sql, values, &mut visit),
            Inner::Postgres(session) => session.each(sql, values, &mut visit),
        };
        self.noting(ended)
    }

    fn noting<T>(&mut self, ended: Result<T>) -> Result<T> {
        if let Err(fault) = &ended {
            self.failed.get_or_insert_with(|| fault.clone());
        }
        ended
    }
}

/// Whether the next row is wanted.
enum Go {
    On,
    Stop,
}

type Visit<'v> = &'v mut dyn FnMut(&Row) -> Result<Go>;

fn sqlite_exec(connection: &rusqlite::Connection, sql: &Sql, values: &[V]) -> Result<u64> {
    let mut statement = connection.prepare_cached(sql.text)?;
    Ok(statement.execute(rusqlite::params_from_iter(values))? as u64)
}

fn sqlite_each(connection: &rusqlite::Connection, sql: &Sql, values: &[V], visit: Visit) -> Result<()> {
    let mut statement = connection.prepare_cached(sql.text)?;
    let mut rows = statement.query(rusqlite::params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        if matches!(visit(&Row::Sqlite(row))?, Go::Stop) {
            break;
        }
    }
    Ok(())
}

impl Session {
    fn exec(&mut self, sql: &'static Sql, values: &[V]) -> Result<u64> {
        let statement = self.prepare(sql)?;
        Ok(self.runtime.block_on(self.client.execute(&statement, &borrowed(values)))?)
    }

    fn each(&mut self, sql: &'static Sql, values: &[V], visit: Visit) -> Result<()> {
        let statement = self.prepare(sql)?;
        let rows = self.runtime.block_on(self.client.query(&statement, &borrowed(values)))?;
        for row in &rows {
            if matches!(visit(&Row::Postgres(row))?, Go::Stop) {
                break;
            }
        }
        Ok(())
    }

    /// Locks the rows with these keys. Statements for one engine alone do not go through [`Sql`].
    pub(super) fn hold(&mut self, text: &'static str, keys: &[Uuid]) -> Result<()> {
        if keys.is_empty() {
            return Ok(());
        }
        let keys: Vec<&[u8]> = keys.iter().map(|key| key.as_bytes().as_slice()).collect();
        let statement = self.prepare_text(text, text)?;
        self.runtime.block_on(self.client.execute(&statement, &[&keys]))?;
        Ok(())
    }

    fn prepare(&mut self, sql: &'static Sql) -> Result<Statement> {
        self.prepare_text(sql.name, sql.text)
    }

    fn prepare_text(&mut self, name: &'static str, text: &str) -> Result<Statement> {
        if let Some(statement) = self.prepared.get(name) {
            return Ok(statement.clone());
        }
        let statement = self.runtime.block_on(self.client.prepare(text))?;
        self.prepared.insert(name, statement.clone());
        Ok(statement)
    }
}

fn borrowed<'v>(values: &'v [V<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}
