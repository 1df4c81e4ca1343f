//! How does a database come to have the tables this program knows?

use super::{Fault, Result, tx::Session};
use rusqlite::{Connection, TransactionBehavior};

/// A numbered step, once per engine. A step that has been released is never edited: add the next.
struct Migration {
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migrations {
    ($($name:literal),+ $(,)?) => {
        &[$(Migration {
            sqlite: include_str!(concat!("../../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../../migrations/postgres/", $name, ".sql")),
        }),+]
    };
}

/// In the order they are run; the first is version 1.
const MIGRATIONS: &[Migration] = migrations![
    "0001_first",
    "0002_process_head",
    "0003_log",
    "0004_looked",
    "0005_log_review",
    "0006_witness",
    "0007_samba",
    "0008_bodies",
    "0009_deidentified",
    "0010_desk",
];

const VERSION_TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY)";
/// SQLite's strict tables know only `INTEGER`.
const VERSION_TABLE_STRICT: &str =
    "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY) STRICT";
const NEWEST: &str = "SELECT coalesce(max(version), 0) FROM schema_version";

/// The steps that are missing, with the version each one leads to.
///
/// **Invariant:** a database made by a newer program is left alone.
fn missing(found: i64) -> Result<impl Iterator<Item = (i64, &'static Migration)>> {
    let known = MIGRATIONS.len() as i64;
    if found > known {
        return Err(Fault::NewerSchema { found, known });
    }
    Ok((1..).zip(MIGRATIONS).filter(move |(version, _)| *version > found))
}

pub(super) fn sqlite(connection: &mut Connection) -> Result<()> {
    connection.execute_batch(VERSION_TABLE_STRICT)?;
    // Asked for the writer's place first, so that two programs starting at once come one after the other.
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = tx.query_row(NEWEST, [], |row| row.get(0))?;
    for (version, migration) in missing(found)? {
        tx.execute_batch(migration.sqlite)?;
        tx.execute("INSERT INTO schema_version (version) VALUES ($1)", [version])?;
    }
    Ok(tx.commit()?)
}

pub(super) fn postgres(session: &Session) -> Result<()> {
    session.control(VERSION_TABLE)?;
    let rows = session.runtime.block_on(session.client.query(NEWEST, &[]))?;
    let found = rows.first().map_or(Ok(0), |row| row.try_get(0))?;
    for (version, migration) in missing(found)? {
        // The row comes first: of two programs starting at once the second waits here, and is refused.
        let row = format!("INSERT INTO schema_version (version) VALUES ({version})");
        let step = format!("BEGIN; {row}; {}; COMMIT", migration.postgres);
        if let Err(fault) = session.control(&step) {
            session.control("ROLLBACK")?;
            return Err(fault);
        }
    }
    Ok(())
}
