//! How are jobs run on SQLite: many readers, one writer, many acts in one commit?

use super::{
    COLLISIONS_MAX, Fault, QUEUE_MAX, Result, Shared, Threads, Tx,
    change::{Changes, Key},
    job::{Errand, Mode},
    migrate,
    tx::Inner,
};
use crossbeam_channel::{Receiver, Sender, bounded};
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use std::{
    path::Path,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

/// The most acts in one commit. The disk is waited for once per group, however many wait with it.
const GROUP_MAX: usize = 256;
/// More than the statements there are, so that none is prepared twice.
const PREPARED_MAX: usize = 512;
/// How much of the file each reader looks at without copying it, in bytes.
const MAPPED_MAX: i64 = 256 << 20;

pub(super) fn open(path: &Path, readers: usize, shared: &Arc<Shared>) -> Result<Threads> {
    make_private(path)?;
    let mut writer = Connection::open(path)?;
    set_up_writer(&writer)?;
    migrate::sqlite(&mut writer)?;
    let (read, read_queue) = bounded(QUEUE_MAX);
    let (write, write_queue) = bounded(QUEUE_MAX);
    let mut threads = Threads::new(read, write.clone());
    for _ in 0..readers.max(1) {
        let reader = open_reader(path)?;
        let (queue, write, shared) = (read_queue.clone(), write.clone(), shared.clone());
        threads.first.push(std::thread::spawn(move || serve_reads(&reader, &queue, &write, &shared)));
    }
    let shared = shared.clone();
    threads.last.push(std::thread::spawn(move || serve_writes(&writer, &write_queue, &shared)));
    Ok(threads)
}

/// The file is made readable by its owner alone; SQLite gives its side files the same rights.
fn make_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| Fault::Disk(error.kind().to_string().into()))?;
    Ok(())
}

/// **Invariant:** what is acknowledged has reached the disk, and what is deleted is overwritten. A database
/// that cannot promise this is not opened.
fn set_up_writer(writer: &Connection) -> Result<()> {
    writer.busy_timeout(Duration::from_secs(5))?;
    keep_plans(writer)?;
    writer.pragma_update(None, "journal_mode", "WAL")?;
    writer.pragma_update(None, "synchronous", "FULL")?;
    writer.pragma_update(None, "secure_delete", true)?;
    writer.pragma_update(None, "foreign_keys", true)?;
    writer.pragma_update(None, "temp_store", "MEMORY")?;
    let journal: String = writer.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    let number = |name: &str| -> Result<i64> { Ok(writer.pragma_query_value(None, name, |row| row.get(0))?) };
    if journal != "wal" {
        return Err(Fault::Unsafe("SQLite refuses the write-ahead log here"));
    }
    if number("synchronous")? != 2 {
        return Err(Fault::Unsafe("SQLite does not wait for the disk"));
    }
    if number("secure_delete")? != 1 {
        return Err(Fault::Unsafe("SQLite does not overwrite what is deleted"));
    }
    if number("foreign_keys")? != 1 {
        return Err(Fault::Unsafe("SQLite does not check foreign keys"));
    }
    Ok(())
}

/// A statement is prepared once, and its plan does not hang on the values of the day: every one of ours goes by
/// its key.
fn keep_plans(connection: &Connection) -> Result<()> {
    connection.set_prepared_statement_cache_capacity(PREPARED_MAX);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

fn open_reader(path: &Path) -> Result<Connection> {
    let reader = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI,
    )?;
    reader.busy_timeout(Duration::from_secs(5))?;
    keep_plans(&reader)?;
    reader.pragma_update(None, "query_only", true)?;
    reader.pragma_update(None, "mmap_size", MAPPED_MAX)?;
    reader.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(reader)
}

fn serve_reads(reader: &Connection, queue: &Receiver<Errand>, write: &Sender<Errand>, shared: &Shared) {
    for mut errand in queue {
        let look = errand.mode == Mode::Witness;
        // The reader does the first half only; the row about it is the writer's to commit.
        errand.mode = Mode::Read;
        errand.until = shared.changes.moment();
        let looked = control(reader, "BEGIN").and_then(|()| errand.run(Tx::new(Inner::Sqlite(reader))));
        match looked.and_then(|()| control(reader, "COMMIT")) {
            Ok(()) if look => {
                shared.looked();
                errand.mode = Mode::Record;
                if let Err(refused) = write.send(errand) {
                    refused.into_inner().end(Err(Fault::Closed), &shared.changes);
                }
            }
            ended => {
                leave(reader);
                errand.end(ended, &shared.changes);
            }
        }
    }
}

fn serve_writes(writer: &Connection, queue: &Receiver<Errand>, shared: &Shared) {
    let mut group = Group { ran: Vec::with_capacity(GROUP_MAX), changed: Vec::new(), version: None };
    for first in queue {
        let ended = if shared.stopped.load(Ordering::Acquire) {
            group.ran.push((first, Ok(())));
            Err(Fault::Stopped)
        } else {
            group.commit(writer, first, queue, &shared.changes)
        };
        leave(writer);
        let failed = |ran: &Result<()>| matches!(ran, Err(Fault::Disk(_)));
        if failed(&ended) || group.ran.iter().any(|(_, ran)| failed(ran)) {
            shared.stopped.store(true, Ordering::Release);
        }
        group.changed.clear();
        for (errand, ran) in group.ran.drain(..) {
            errand.end(ran.and(ended.clone()), &shared.changes);
        }
    }
}

/// What is committed together.
struct Group {
    ran: Vec<(Errand, Result<()>)>,
    /// What its errands have changed; nobody else has seen it yet.
    changed: Vec<Key>,
    /// The file's version when it was last seen. It moves when another program has written to it.
    version: Option<i64>,
}

impl Group {
    /// Runs the first errand and those that have gathered behind it, and commits them together.
    ///
    /// **Invariant:** an error means that nothing of the whole group is stored, and every errand of it is told.
    fn commit(
        &mut self,
        writer: &Connection,
        first: Errand,
        queue: &Receiver<Errand>,
        changes: &Changes,
    ) -> Result<()> {
        let begun = control(writer, "BEGIN IMMEDIATE").and_then(|()| self.meet_others(writer, changes));
        let mut next = Some(first);
        while let Some(mut errand) = next.take() {
            let apart = begun.clone().and_then(|()| {
                self.prepare(&mut errand, changes);
                run_apart(writer, &mut errand)
            });
            let (ran, group_stands) = match apart {
                Ok(ran) => (ran, Ok(())),
                Err(fault) => (Err(fault.clone()), Err(fault)),
            };
            self.changed.extend(&errand.touched.changed);
            self.ran.push((errand, ran));
            group_stands?;
            if self.ran.len() < GROUP_MAX {
                next = queue.try_recv().ok();
            }
        }
        control(writer, "COMMIT")
    }

    /// Tells everybody who has looked if another program has written since.
    fn meet_others(&mut self, writer: &Connection, changes: &Changes) -> Result<()> {
        let mut asked = writer.prepare_cached("PRAGMA data_version")?;
        let version = asked.query_row([], |row| row.get(0))?;
        if self.version.replace(version).is_some_and(|known| known != version) {
            changes.publish_unknown();
        }
        Ok(())
    }

    /// A row about a look is written only while the look is true; otherwise both are done here, where nobody can
    /// come between them.
    fn prepare(&self, errand: &mut Errand, changes: &Changes) {
        let overtaken = |errand: &Errand| {
            let mut looked = errand.touched.looked.iter();
            looked.any(|key| self.changed.contains(key)) || changes.touch(errand.seen(), &[])
        };
        if errand.mode == Mode::Record && overtaken(errand) {
            errand.mode = Mode::Anew;
        }
        if errand.mode != Mode::Record {
            errand.until = changes.moment().after(self.changed.len());
        }
    }
}

/// Runs one errand behind a savepoint of its own, so that its failure leaves its neighbours untouched.
/// The outer error means that the whole group is lost.
fn run_apart(writer: &Connection, errand: &mut Errand) -> Result<Result<()>> {
    for _ in 1..COLLISIONS_MAX {
        let ran = run_once(writer, errand)?;
        if !matches!(ran, Err(Fault::Conflict)) {
            return Ok(ran);
        }
    }
    run_once(writer, errand)
}

fn run_once(writer: &Connection, errand: &mut Errand) -> Result<Result<()>> {
    control(writer, "SAVEPOINT errand")?;
    let ran = errand.run(Tx::new(Inner::Sqlite(writer)));
    // On some errors (no room, no disk) SQLite gives up the whole transaction, not the statement. What came
    // after would be committed line by line.
    if writer.is_autocommit() {
        return Err(ran.err().unwrap_or(Fault::Panicked));
    }
    if ran.is_err() {
        errand.touched.changed.clear();
        control(writer, "ROLLBACK TO errand")?;
    }
    control(writer, "RELEASE errand")?;
    Ok(ran)
}

/// Leaves whatever transaction is still open.
fn leave(connection: &Connection) {
    if !connection.is_autocommit() {
        // It can only fail where the transaction has been left already.
        drop(control(connection, "ROLLBACK"));
    }
}

fn control(connection: &Connection, statement: &str) -> Result<()> {
    connection.prepare_cached(statement)?.execute([])?;
    Ok(())
}
