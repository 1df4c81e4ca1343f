//! In which world are the tamperings tried?

use super::{Against, Chance};
use crate::{
    SessionLimits, SignInFault, Store,
    access::{Access, AccessId, Outcome, put},
    engine::Db,
    log::{
        sealer::{Batch, batch},
        tests::{copy, key, opened_note},
    },
    tests::{
        both::{TemporaryFile, at, runtime},
        world::*,
    },
};
use domain::{Event, Now, ids::ProcessId};
use policy::Action;
use record::{Checkpoint, Edge, Note, leaf_hash};
use rusqlite::{Connection, types::Value};
use uuid::Uuid;

/// The tables of the record.
pub(super) const TABLES: [&str; 7] =
    ["access", "event", "content", "log_leaf", "log_remark", "log_checkpoint", "log_pending"];

const SECOND: ProcessId = ProcessId(Uuid::from_u128(101));
const THIRD: ProcessId = ProcessId(Uuid::from_u128(99));

/// A world with rows from before the log, several seals, a clock that was set back, reads, acts and refusals; and
/// copies of it that were taken while it grew.
pub(super) struct Scene {
    pub(super) main: Connection,
    pub(super) copies: Vec<Connection>,
    /// All that is in it, to see whether a tampering has changed anything.
    pub(super) everything: Vec<Vec<Value>>,
    kept: Checkpoint,
    _files: Vec<TemporaryFile>,
}

impl Scene {
    pub(super) fn set() -> Scene {
        let file = TemporaryFile::new();
        let store = Store::on(file.open(), SessionLimits::default());
        let (copies, note) = runtime().block_on(live(&store, &file));
        drop(store);
        let open = |file: &TemporaryFile| Connection::open(&file.path).unwrap();
        let main = open(&file);
        main.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let opened = copies.iter().map(open).collect();
        let files = copies.into_iter().chain([file]).collect();
        let everything = everything(&main);
        Scene { main, copies: opened, everything, kept: opened_note(&note), _files: files }
    }

    /// The log's key, and the newest checkpoint, kept where the database is not.
    pub(super) fn against(&self) -> Against {
        let keys = vec![key().public().clone()];
        Against { keys, kept: vec![self.kept.clone()], sealed_since: None }
    }
}

async fn live(store: &Store, file: &TemporaryFile) -> (Vec<TemporaryFile>, Note) {
    let mut copies = vec![];
    let mut sealer = store.sealer(key(), vec![], None);
    summoned(store, PROCESS).await;
    comment(store, PROCESS, 60).await;
    looked_at(store, PROCESS).await;
    // As it was before there was a log.
    Connection::open(&file.path).unwrap().execute_batch(BEFORE).unwrap();
    comment(store, PROCESS, 61).await;
    let mut note = None;
    for (number, time) in ["10:00", "10:02", "09:30", "09:31", "09:40"].into_iter().enumerate() {
        match number {
            0 => looked_at(store, PROCESS).await,
            1 => summoned(store, SECOND).await,
            2 => comment(store, SECOND, 62).await,
            3 => summoned(store, THIRD).await,
            _ => {}
        }
        refused(store).await;
        comment(store, PROCESS, 70 + number as u128).await;
        note = sealer.seal(at(&format!("2026-06-05T{time}"))).await.unwrap();
        let copied = TemporaryFile::new();
        copy(file, &copied);
        copies.push(copied);
    }
    // The last copy is the world itself.
    copies.pop();
    (copies, note.unwrap())
}

const BEFORE: &str = "UPDATE access SET salt = NULL, stored = NULL; UPDATE content SET access_id = NULL; \
                      DELETE FROM log_pending";

async fn comment(store: &Store, process: ProcessId, number: u128) {
    let words = format!("Alma vill gärna vara med ({number}).");
    let brought = vec![crate::NewText { id: text(number), body: words }];
    let event = Event::PreMeetingCommented { by: MOTHER, comment: text(number) };
    let act = Action::CommentPreMeeting;
    store
        .change(process, family(MOTHER), act, now(), brought, move |_| Ok(vec![event.clone()]))
        .await
        .unwrap();
}

async fn looked_at(store: &Store, process: ProcessId) {
    for actor in personas() {
        drop(store.read(process, actor, Action::ReadProcess, now()).await);
    }
}

async fn refused(store: &Store) {
    store.record_failed_sign_in(NURSE, SignInFault::WrongPassword, now()).await.unwrap();
    store.visible(family(MOTHER), now()).await.unwrap();
}

pub(super) fn moment() -> Now {
    at("2026-06-05T11:00")
}

/// Somebody looks: a row that waits.
pub(super) fn access(connection: &Connection, chance: &mut Chance) {
    let access = Access {
        id: AccessId(Uuid::from_slice(&chance.bytes(16)).unwrap()),
        at: moment().instant,
        person: STRANGER,
        seat: "family".into(),
        unit: None,
        process: Some(PROCESS),
        action: "read_process".into(),
        outcome: Outcome::Hidden,
        ground: None,
        detail: None,
    };
    Db::on(connection, |tx| put(tx, &access)).unwrap();
}

/// The program itself goes on with this database, with the right key.
pub(super) fn goes_on(connection: &Connection, chance: &mut Chance, seals: usize) -> Vec<Checkpoint> {
    let mut edge = Edge::default();
    for leaf in blobs(connection, "SELECT leaf FROM log_leaf ORDER BY leaf_index") {
        edge.append(leaf_hash(&leaf));
    }
    let mut checkpoints = vec![];
    for _ in 0..seals {
        (0..=chance.below(4)).for_each(|_| access(connection, chance));
        match Db::on(connection, |tx| batch(tx, &edge, &key(), moment())).unwrap() {
            Batch::Sealed { edge: grown, note, .. } => {
                edge = grown;
                checkpoints.push(opened_note(&note));
            }
            Batch::Nothing | Batch::Behind => panic!("something waits, and nobody else seals"),
        }
    }
    checkpoints
}

pub(super) fn blobs(connection: &Connection, sql: &str) -> Vec<Vec<u8>> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The names of a table's columns.
pub(super) fn columns(connection: &Connection, table: &str) -> Vec<String> {
    let statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
    statement.column_names().map(str::to_owned).collect()
}

/// Every row of the record.
pub(super) fn everything(connection: &Connection) -> Vec<Vec<Value>> {
    let table = |table: &&str| {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let count = statement.column_count();
        let row = |row: &rusqlite::Row| (0..count).map(|at| row.get(at)).collect();
        statement.query_map([], row).unwrap().map(Result::unwrap).collect::<Vec<_>>()
    };
    TABLES.iter().flat_map(table).collect()
}
