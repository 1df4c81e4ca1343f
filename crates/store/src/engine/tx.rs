//! What may a job do inside its transaction?

use super::{Fault, Result, Row, Sql, V};
use std::collections::HashMap;
use tokio::runtime::Runtime;
use tokio_postgres::{Client, Statement, types::ToSql};

/// The transaction of one job. It cannot be committed or rolled back from inside: the engine does that,
/// after the job has said how it went.
///
/// **Invariant:** a transaction in which a statement failed is never kept, even if the job went on as if
/// nothing had happened. PostgreSQL turns such a commit into a silent rollback, SQLite would keep the half.
pub(crate) struct Tx<'a> {
    inner: Inner<'a>,
    reads: bool,
    failed: Option<Fault>,
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
        Tx { inner, reads: false, failed: None }
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

    /// The first failure of a statement, whatever the job made of it.
    pub(super) fn failure(self) -> Result<()> {
        self.failed.map_or(Ok(()), Err)
    }

    /// Runs a statement that returns no rows; answers how many rows it touched.
    pub(crate) fn exec(&mut self, sql: &'static Sql, values: &[V]) -> Result<u64> {
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

    fn prepare(&mut self, sql: &'static Sql) -> Result<Statement> {
        if let Some(statement) = self.prepared.get(sql.name) {
            return Ok(statement.clone());
        }
        let statement = self.runtime.block_on(self.client.prepare(sql.text))?;
        self.prepared.insert(sql.name, statement.clone());
        Ok(statement)
    }
}

fn borrowed<'v>(values: &'v [V<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}
