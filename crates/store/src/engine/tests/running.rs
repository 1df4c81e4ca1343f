//! What may a caller count on when all goes well?

use super::{super::Fault, *};
use crate::tests::both::{TemporaryFile, on_both_with, runtime};
use std::time::Duration;

#[test]
fn what_is_answered_is_there_after_opening_again() {
    let file = TemporaryFile::new();
    let db = file.open();
    rusqlite::Connection::open(&file.path).unwrap().execute_batch(TABLES).unwrap();
    runtime().block_on(async { db.write(|tx| add(tx, "kept", 7)).await.unwrap() });
    drop(db);
    let db = file.open();
    runtime().block_on(async { assert_eq!(names(&db).await, ["kept"]) });
}

#[cfg(unix)]
#[test]
fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let file = TemporaryFile::new();
    let db = file.open();
    for name in ["farled.db", "farled.db-wal", "farled.db-shm"] {
        let found = file.path.with_file_name(name).metadata().unwrap();
        assert_eq!(found.permissions().mode() & 0o777, 0o600, "{name}");
    }
    drop(db);
}

#[test]
fn a_read_changes_nothing() {
    on_both_with(TABLES, async |db| {
        assert!(db.read(|tx| add(tx, "sly", 1)).await.is_err());
        assert_eq!(names(&db).await, Vec::<String>::new());
    });
}

#[test]
fn many_at_once_lose_nothing() {
    on_both_with(TABLES, async |db| {
        db.write(|tx| add(tx, "sum", 0)).await.unwrap();
        let one_more = |tx: &mut Tx| {
            let sum = amount(tx, "sum")?.unwrap_or(0);
            tx.exec(&SET, &[V::Int(sum + 1), V::Text("sum")]).map(|_| ())
        };
        let clients: Vec<_> = (0..4)
            .map(|_| {
                let db = cloned(&db);
                tokio::spawn(async move {
                    for _ in 0..10 {
                        db.write(one_more).await.unwrap();
                    }
                })
            })
            .collect();
        for client in clients {
            client.await.unwrap();
        }
        assert_eq!(db.read(|tx| amount(tx, "sum")).await.unwrap(), Some(40));
    });
}

#[test]
fn a_job_is_finished_although_its_caller_has_gone() {
    on_both_with(TABLES, async |db| {
        let slow = |tx: &mut Tx| {
            std::thread::sleep(Duration::from_millis(50));
            add(tx, "finished", 1)
        };
        let gone = tokio::time::timeout(Duration::from_millis(5), db.write(slow)).await;
        assert!(gone.is_err());
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(names(&db).await, ["finished"]);
    });
}

#[test]
fn a_witnessed_read_leaves_its_note() {
    on_both_with(TABLES, async |db| {
        let seen = db.witness(|tx| Ok((amount(tx, "note")?, "note".to_owned())), |tx, note| add(tx, note, 1));
        assert_eq!(seen.await.unwrap(), None, "what was looked at comes before the note");
        assert_eq!(names(&db).await, ["note"]);
    });
}

/// Refusing to log is refusing to answer (AD-6).
#[test]
fn without_its_note_nothing_is_shown() {
    on_both_with(TABLES, async |db| {
        db.write(|tx| add(tx, "note", 1)).await.unwrap();
        let seen = db.witness(|_| Ok(("secret", ())), |tx, ()| add(tx, "note", 2));
        assert!(matches!(seen.await, Err(Fault::Duplicate)));
        let seen = db.witness(|_| Ok(("secret", ())), |_, ()| panic!("made up"));
        assert!(matches!(seen.await, Err(Fault::Panicked)));
        let unseen = db
            .witness(|_| Err::<((), ()), _>(Fault::Unreadable("made up")), |tx, ()| add(tx, "of nothing", 1));
        assert!(matches!(unseen.await, Err(Fault::Unreadable(_))));
        assert_eq!(names(&db).await, ["note"]);
    });
}

#[test]
fn too_much_at_once_is_refused_not_queued_for_ever() {
    on_both_with(TABLES, async |db| {
        let waiting: Vec<_> = (0..1100)
            .map(|_| {
                let db = cloned(&db);
                tokio::spawn(async move {
                    db.read(|_| {
                        std::thread::sleep(Duration::from_millis(1));
                        Ok(())
                    })
                    .await
                })
            })
            .collect();
        let (mut done, mut refused) = (0, 0);
        for task in waiting {
            match task.await.unwrap() {
                Ok(()) => done += 1,
                Err(Fault::Overloaded) => refused += 1,
                Err(other) => panic!("{other}"),
            }
        }
        assert!(refused > 0 && done >= 1024, "{done} done, {refused} refused");
    });
}

#[test]
fn values_come_back_as_they_went_in() {
    static PUT: Sql = Sql {
        name: "test::PUT_VALUES",
        text: "INSERT INTO value (key, number, words, bytes) VALUES ($1, $2, $3, $4)",
    };
    static GET: Sql =
        Sql { name: "test::GET_VALUES", text: "SELECT key, number, words, bytes FROM value ORDER BY key" };
    let table = "CREATE TABLE value (key BYTEA, number BIGINT, words TEXT, bytes BYTEA)";
    on_both_with(table, async |db| {
        let (some, none) = (uuid::Uuid::from_u128(7), uuid::Uuid::from_u128(8));
        db.write(move |tx| {
            tx.exec(&PUT, &[V::Id(some), V::OptInt(Some(-3)), V::OptText(Some("å")), V::Blob(b"\0\xff")])?;
            tx.exec(&PUT, &[V::Id(none), V::OptInt(None), V::OptText(None), V::OptId(None)])
        })
        .await
        .unwrap();
        let rows = db.read(|tx| {
            tx.rows(&GET, &[], |row| Ok((row.id(0)?, row.opt_int(1)?, row.opt_text(2)?, row.opt_id(3).ok())))
        });
        let rows = rows.await.unwrap();
        assert_eq!(rows[0], (some, Some(-3), Some("å".to_owned()), None), "two bytes are no id");
        assert_eq!(rows[1], (none, None, None, Some(None)));
    });
}

/// A number where the column is text must never be stored as something else.
#[test]
fn a_value_of_another_type_is_refused() {
    static WRONG: Sql = Sql { name: "test::WRONG", text: "INSERT INTO account (username) VALUES ($1)" };
    on_both_with("", async |db| {
        assert!(db.write(|tx| tx.exec(&WRONG, &[V::Blob(b"bytes")])).await.is_err());
    });
}
