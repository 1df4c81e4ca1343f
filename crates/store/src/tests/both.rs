//! How does one test run on both engines?
//!
//! SQLite gets a file in a folder of its own, PostgreSQL a schema of its own in the database that
//! `FARLED_TEST_POSTGRES` names. Without it the PostgreSQL half says that it was skipped.

use crate::{SessionLimits, Store, engine::Db};
use domain::now::Now;
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};
use tokio::runtime::{Builder, Runtime};

static COUNT: AtomicU32 = AtomicU32::new(0);

pub(crate) fn runtime() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// Runs `test` on an empty database of either engine, with `extra` tables beside the program's own.
pub(crate) fn on_both_with(extra: &str, test: impl AsyncFn(Db)) {
    let file = TemporaryFile::new();
    let db = file.open();
    rusqlite::Connection::open(&file.path).unwrap().execute_batch(extra).unwrap();
    runtime().block_on(test(db));
    on_postgres_with(extra, test);
}

pub(crate) fn on_postgres_with(extra: &str, test: impl AsyncFn(Db)) {
    if let Some(schema) = TemporarySchema::new() {
        let db = Db::postgres(&schema.url, 4).unwrap();
        schema.run(extra);
        runtime().block_on(test(db));
    }
}

/// Runs `test` on an empty store of either engine.
pub(crate) fn on_both(test: impl AsyncFn(Store)) {
    on_both_with("", async |db| test(Store::on(db, SessionLimits::default())).await);
}

/// A moment on a day in June.
pub(crate) fn at(local: &str) -> Now {
    let local: jiff::civil::DateTime = local.parse().unwrap();
    // Summer time is two hours ahead; the zone data is not part of this crate.
    let offset = jiff::tz::Offset::constant(2);
    Now { instant: offset.to_timestamp(local).unwrap(), local }
}

/// Removed at the end of the test.
pub(crate) struct TemporaryFile {
    pub(crate) path: PathBuf,
}

impl TemporaryFile {
    pub(crate) fn new() -> TemporaryFile {
        let name = format!("farled-store-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        TemporaryFile { path: folder.join("farled.db") }
    }

    pub(crate) fn open(&self) -> Db {
        Db::sqlite(&self.path, 2).unwrap()
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(self.path.parent().unwrap_or(Path::new(""))));
    }
}

pub(crate) struct TemporarySchema {
    base: String,
    name: String,
    pub(crate) url: String,
}

impl TemporarySchema {
    pub(crate) fn new() -> Option<TemporarySchema> {
        let Ok(base) = std::env::var("FARLED_TEST_POSTGRES") else {
            eprintln!("skipped on PostgreSQL: FARLED_TEST_POSTGRES is not set");
            return None;
        };
        let name = format!("t{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let joint = if base.contains('?') { '&' } else { '?' };
        let url = format!("{base}{joint}options=-csearch_path%3D{name}");
        let schema = TemporarySchema { base, name, url };
        run(&schema.base, &format!("CREATE SCHEMA {}", schema.name));
        Some(schema)
    }

    pub(crate) fn run(&self, statements: &str) {
        run(&self.url, statements);
    }
}

impl Drop for TemporarySchema {
    fn drop(&mut self) {
        run(&self.base, &format!("DROP SCHEMA {} CASCADE", self.name));
    }
}

fn run(url: &str, statements: &str) {
    runtime().block_on(async {
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
        let driver = tokio::spawn(connection);
        client.batch_execute(statements).await.unwrap();
        drop(client);
        driver.await.unwrap().unwrap();
    });
}
