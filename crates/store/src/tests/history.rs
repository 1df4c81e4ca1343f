//! Can history be changed, and would one see it?

use super::{
    both::{TemporaryFile, TemporarySchema, on_both, runtime},
    world::*,
};
use crate::{
    Broken, Error, Fault, NewText, SessionLimits, Store,
    engine::{Db, Sql},
    log::before::Folding,
    statements::ALL,
    verify::process,
};
use domain::Event;
use policy::Action;

async fn commented(store: &Store) -> Result<crate::Changed, Error> {
    let brought = vec![NewText { id: text(50), body: "Alma vill gärna vara med.".to_owned() }];
    let event = Event::PreMeetingCommented { by: STRANGER, comment: text(50) };
    let act = Action::CommentPreMeeting;
    store.change(PROCESS, family(MOTHER), act, now(), brought, move |_| Ok(vec![event.clone()])).await
}

#[test]
fn no_statement_changes_or_removes_history() {
    for sql in ALL.iter().flat_map(|module| module.iter()) {
        let words: Vec<_> = sql.text.split_whitespace().collect();
        for table in ["event", "content", "access", "log_leaf", "log_remark", "log_checkpoint"] {
            let changes = words.windows(2).any(|pair| pair == ["UPDATE", table])
                || words.windows(3).any(|three| three == ["DELETE", "FROM", table])
                || (words.starts_with(&["INSERT", "INTO", table]) && words.contains(&"CONFLICT"));
            assert!(!changes, "{}", sql.name);
        }
    }
}

static CHANGES: [Sql; 9] = [
    Sql { name: "test::BODY", text: "UPDATE event SET body = replace(body, 'yes', 'no') WHERE version = 4" },
    Sql { name: "test::KIND", text: "UPDATE event SET kind = 'unit_struck' WHERE version = 3" },
    Sql { name: "test::TIME", text: "UPDATE event SET recorded_us = recorded_us + 1 WHERE version = 2" },
    Sql { name: "test::AUTHOR", text: "UPDATE event SET author = access_id WHERE version = 5" },
    Sql { name: "test::ACCESS", text: "UPDATE event SET access_id = author WHERE version = 5" },
    Sql { name: "test::REMOVED", text: "DELETE FROM event WHERE version = 6" },
    Sql { name: "test::FIRST", text: "DELETE FROM event WHERE version = 1" },
    Sql { name: "test::MOVED", text: "UPDATE event SET version = 40 WHERE version = 10" },
    Sql {
        name: "test::SWAPPED",
        text: "UPDATE event SET prev_hash = hash, hash = prev_hash WHERE version = 7",
    },
];

#[test]
fn a_changed_event_is_found() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        assert_eq!(store.verify().await.unwrap(), []);
        for change in &CHANGES {
            // Each in a transaction that is found out and then given up.
            let found = store.db.write(move |tx| {
                assert_eq!(tx.exec(change, &[])?, 1, "{}", change.name);
                match process::walk(tx, PROCESS, &mut Folding::default())?.broken {
                    Some(Broken::Event { .. }) => Err::<(), _>(Fault::Full),
                    other => panic!("{}: {other:?}", change.name),
                }
            });
            assert!(matches!(found.await, Err(Fault::Full)), "{}", change.name);
        }
        assert_eq!(store.verify().await.unwrap(), []);
    });
}

#[test]
fn a_changed_text_is_found() {
    static FORGED: Sql = Sql { name: "test::FORGED", text: "UPDATE content SET body = 'forged'" };
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        store.put_person(person(STRANGER, "Frida")).await.unwrap();
        commented(&store).await.unwrap();
        store.db.write(|tx| tx.exec(&FORGED, &[])).await.unwrap();
        let found = Broken::Text { process: PROCESS, text: text(50) };
        assert_eq!(store.verify().await.unwrap(), [found]);
    });
}

#[test]
fn a_rebuild_changes_nothing_and_mends_what_was_wrong() {
    static WRONG: Sql = Sql { name: "test::WRONG_PERSON", text: "DELETE FROM person_in_process" };
    on_both(async |store| {
        for number in 0..3 {
            summoned(&store, domain::ProcessId(uuid::Uuid::from_u128(500 + number))).await;
        }
        let before = everything(&store).await;
        assert!(before.iter().any(|row| row.starts_with("unit_in_process")));
        store.rebuild().await.unwrap();
        assert_eq!(everything(&store).await, before);
        store.db.write(|tx| tx.exec(&WRONG, &[])).await.unwrap();
        assert_ne!(everything(&store).await, before);
        store.rebuild().await.unwrap();
        assert_eq!(everything(&store).await, before);
    });
}

/// Whichever of its writes fails, nothing of the act is stored: not the events, not the texts, not the row
/// about the access.
#[test]
fn an_act_is_stored_whole_or_not_at_all() {
    let tables = ["access", "content", "event", "person_in_process"];
    let file = TemporaryFile::new();
    let store = Store::on(file.open(), SessionLimits::default());
    let outside = rusqlite::Connection::open(&file.path).unwrap();
    runtime().block_on(summoned(&store, PROCESS));
    for table in tables {
        let fail =
            format!("CREATE TRIGGER fail BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'made up'); END");
        outside.execute_batch(&fail).unwrap();
        runtime().block_on(leaves_nothing(&store));
        outside.execute_batch("DROP TRIGGER fail").unwrap();
    }
    runtime().block_on(async { commented(&store).await.unwrap() });
    let Some(schema) = TemporarySchema::new() else { return };
    let store = Store::on(Db::postgres(&schema.url, 2).unwrap(), SessionLimits::default());
    runtime().block_on(summoned(&store, PROCESS));
    for table in tables {
        schema.run(&format!("ALTER TABLE {table} ADD CONSTRAINT fail CHECK (false) NOT VALID"));
        runtime().block_on(leaves_nothing(&store));
        schema.run(&format!("ALTER TABLE {table} DROP CONSTRAINT fail"));
    }
    runtime().block_on(async { commented(&store).await.unwrap() });
}

async fn leaves_nothing(store: &Store) {
    let (before, rows) = (everything(store).await, access_rows(store).await);
    let failed = commented(store).await;
    assert!(matches!(failed, Err(Error::Fault(_))), "{failed:?}");
    assert_eq!((everything(store).await, access_rows(store).await), (before, rows));
}

/// AD-6: a read that cannot be put on record shows nothing.
#[test]
fn a_read_that_cannot_be_put_on_record_shows_nothing() {
    let file = TemporaryFile::new();
    let store = Store::on(file.open(), SessionLimits::default());
    runtime().block_on(async {
        summoned(&store, PROCESS).await;
        let outside = rusqlite::Connection::open(&file.path).unwrap();
        let fail = "CREATE TRIGGER fail BEFORE INSERT ON access BEGIN SELECT RAISE(ABORT, 'made up'); END";
        outside.execute_batch(fail).unwrap();
        let read = store.read(PROCESS, family(MOTHER), Action::ReadProcess, now()).await;
        assert!(matches!(read, Err(Error::Fault(_))));
        assert!(matches!(store.visible(family(MOTHER), now()).await, Err(Error::Fault(_))));
    });
}
