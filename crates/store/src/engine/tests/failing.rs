//! What is left when a job, a commit, a disk or a server fails?

use super::{super::Fault, *};
use crate::tests::both::{TemporaryFile, on_both_with, on_postgres_with, runtime};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

/// Keeps the writer busy while `jobs` gather behind it, so that they share one commit on SQLite.
async fn together<R: Send + 'static>(
    db: &Db,
    jobs: Vec<impl Fn(&mut Tx) -> Result<R> + Send + 'static>,
) -> Vec<Result<R>> {
    let busy = cloned(db);
    let busy = tokio::spawn(async move {
        busy.write(|_| {
            std::thread::sleep(Duration::from_millis(60));
            Ok(())
        })
        .await
    });
    tokio::time::sleep(Duration::from_millis(20)).await;
    let waiting: Vec<_> = jobs
        .into_iter()
        .map(|job| {
            let db = cloned(db);
            tokio::spawn(async move { db.write(job).await })
        })
        .collect();
    let mut ended = Vec::new();
    for task in waiting {
        ended.push(task.await.unwrap());
    }
    // It shares the commit, so it may fail with the others.
    drop(busy.await.unwrap());
    ended
}

#[test]
fn a_commit_that_fails_fails_every_job_of_its_group() {
    let file = TemporaryFile::new();
    let db = file.open();
    rusqlite::Connection::open(&file.path).unwrap().execute_batch(TABLES).unwrap();
    runtime().block_on(async {
        let jobs = (0..5).map(|number| {
            move |tx: &mut Tx| {
                if number == 3 {
                    return tx.exec(&LEAF, &[V::Int(404)]).map(|_| ());
                }
                add(tx, &format!("job {number}"), 1)
            }
        });
        let ended = together(&db, jobs.collect()).await;
        // One leaf without its tree makes the commit impossible for all.
        assert!(ended.iter().all(|one| matches!(one, Err(Fault::Engine(_)))), "{ended:?}");
        assert_eq!(names(&db).await, Vec::<String>::new());
        db.write(|tx| add(tx, "afterwards", 1)).await.unwrap();
        assert_eq!(names(&db).await, ["afterwards"]);
    });
}

#[test]
fn a_job_that_fails_leaves_its_neighbours_untouched() {
    on_both_with(TABLES, async |db| {
        let jobs = (0..6).map(|number| {
            move |tx: &mut Tx| {
                add(tx, &format!("job {number}"), 1)?;
                if number % 2 == 0 { Err(Fault::Unreadable("made up")) } else { Ok(number) }
            }
        });
        let ended = together(&db, jobs.collect()).await;
        for (number, one) in (0..).zip(ended) {
            assert_eq!(one.is_err(), number % 2 == 0);
        }
        assert_eq!(names(&db).await, ["job 1", "job 3", "job 5"]);
    });
}

#[test]
fn a_panic_undoes_the_job_and_harms_no_other() {
    on_both_with(TABLES, async |db| {
        let jobs = (0..3).map(|number| {
            move |tx: &mut Tx| {
                add(tx, &format!("job {number}"), 1)?;
                assert!(number != 1, "made up");
                Ok(())
            }
        });
        let ended = together(&db, jobs.collect()).await;
        assert!(matches!(ended[1], Err(Fault::Panicked)));
        assert_eq!(names(&db).await, ["job 0", "job 2"]);
        let read: Result<()> = db.read(|_| panic!("made up")).await;
        assert!(matches!(read, Err(Fault::Panicked)));
        assert_eq!(names(&db).await.len(), 2);
    });
}

/// PostgreSQL would answer the commit of a broken transaction with a silent rollback.
#[test]
fn a_job_that_hides_a_failed_statement_is_not_kept() {
    on_both_with(TABLES, async |db| {
        db.write(|tx| add(tx, "there", 1)).await.unwrap();
        let hiding = db.write(|tx| {
            add(tx, "new", 1)?;
            drop(add(tx, "there", 2));
            Ok(())
        });
        assert!(matches!(hiding.await, Err(Fault::Duplicate)));
        assert_eq!(names(&db).await, ["there"]);
    });
}

#[test]
fn a_collision_is_tried_again_from_the_beginning() {
    on_both_with(TABLES, async |db| {
        let runs = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&runs);
        let work = move |tx: &mut Tx| {
            add(tx, "once", 1)?;
            if counted.fetch_add(1, Ordering::Relaxed) < 3 { Err(Fault::Conflict) } else { Ok(()) }
        };
        db.write(work).await.unwrap();
        assert_eq!(runs.load(Ordering::Relaxed), 4);
        assert_eq!(names(&db).await, ["once"]);
        let never = db.write(|tx| add(tx, "never", 1).and(Err::<(), _>(Fault::Conflict)));
        assert!(matches!(never.await, Err(Fault::Conflict)));
        assert_eq!(names(&db).await, ["once"]);
    });
}

/// Nothing is written any more, everything can be read, and it mends itself when there is room.
#[test]
fn a_full_disk_is_told_and_recovered_from() {
    static NO_ROOM: Sql = Sql { name: "test::NO_ROOM", text: "PRAGMA max_page_count = 1" };
    static ROOM: Sql = Sql { name: "test::ROOM", text: "PRAGMA max_page_count = 100000" };
    let file = TemporaryFile::new();
    let db = file.open();
    rusqlite::Connection::open(&file.path).unwrap().execute_batch(TABLES).unwrap();
    runtime().block_on(async {
        db.write(|tx| tx.rows(&NO_ROOM, &[], |row| row.int(0))).await.unwrap();
        let long = "x".repeat(5000);
        let jobs = (0..40).map(|number| {
            let name = format!("{number} {long}");
            move |tx: &mut Tx| add(tx, &name, 1)
        });
        let ended = together(&db, jobs.collect()).await;
        assert!(ended.iter().any(|one| matches!(one, Err(Fault::Full))), "{ended:?}");
        let told = ended.iter().filter(|one| one.is_ok()).count();
        assert_eq!(names(&db).await.len(), told, "what was promised is there, and nothing else");
        assert!(db.is_writable());
        db.write(|tx| tx.rows(&ROOM, &[], |row| row.int(0))).await.unwrap();
        db.write(|tx| add(tx, "again", 1)).await.unwrap();
    });
}

#[test]
fn a_lost_connection_is_replaced_and_the_job_done_once() {
    static KILL: Sql = Sql {
        name: "test::KILL",
        text: "SELECT 1 FROM (SELECT pg_terminate_backend(pg_backend_pid())) AS x",
    };
    on_postgres_with(TABLES, async |db| {
        let runs = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&runs);
        let work = move |tx: &mut Tx| {
            add(tx, "once", 1)?;
            if counted.fetch_add(1, Ordering::Relaxed) == 0 {
                tx.rows(&KILL, &[], |_| Ok(()))?;
            }
            Ok(())
        };
        db.write(work).await.unwrap();
        assert_eq!(runs.load(Ordering::Relaxed), 2);
        assert_eq!(names(&db).await, ["once"]);
    });
}

#[test]
fn an_unencrypted_connection_stays_on_the_machine() {
    let remote = Db::postgres("postgres://farled@192.0.2.1/farled", 1);
    assert!(matches!(remote, Err(Fault::Unsafe(_))));
}

#[test]
fn a_server_that_is_not_there_is_not_waited_for_long() {
    let started = std::time::Instant::now();
    let nobody = Db::postgres("postgres://farled@127.0.0.1:1/farled", 1);
    assert!(matches!(nobody, Err(Fault::Unreachable)));
    assert!(started.elapsed() < Duration::from_secs(5));
}
