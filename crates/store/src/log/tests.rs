//! Is every row sealed once, in order, whoever seals and whatever fails?

use super::{remark::Leaves, sealer::Growth, *};
use crate::{
    Broken, SealFault, Sealer, SessionLimits,
    engine::Sql,
    tests::{
        both::{TemporaryFile, at, on_both, runtime},
        world::*,
    },
    verify::Against,
};
use policy::Action;
use record::{Checkpoint, Edge, KeyKind, Note, SecretKey, leaf_hash};
use remark::Remark;
use std::time::Duration;

pub(crate) fn key() -> SecretKey {
    SecretKey::from_seed("farled.test/record", KeyKind::Log, &[1; 32]).unwrap()
}

pub(crate) fn another_key() -> SecretKey {
    SecretKey::from_seed("farled.test/record", KeyKind::Log, &[2; 32]).unwrap()
}

pub(crate) fn sealer(store: &Store) -> Sealer {
    store.sealer(key(), vec![], None)
}

pub(crate) fn opened_note(note: &Note) -> Checkpoint {
    Checkpoint::open(note, key().public()).unwrap()
}

pub(crate) fn against(kept: Option<&Note>) -> Against {
    let kept = kept.map(opened_note).into_iter().collect();
    Against { keys: vec![key().public().clone()], kept, sealed_since: None }
}

async fn read(store: &Store) -> std::result::Result<crate::View, Error> {
    store.read(PROCESS, family(MOTHER), Action::ReadProcess, now()).await
}

static LEAVES_WITH_ROWS: Sql =
    Sql { name: "test::LEAVES", text: "SELECT access_id, leaf FROM log_leaf ORDER BY leaf_index" };
static REMARKS: Sql =
    Sql { name: "test::REMARKS", text: "SELECT kind, body FROM log_remark ORDER BY leaf_index" };

/// AD-1: each row of access is a leaf, in the order of what happened, under a signed checkpoint.
#[test]
fn what_waits_is_sealed_in_order_and_signed() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let mut sealer = sealer(&store);
        let first = opened_note(&sealer.seal(now()).await.unwrap().unwrap());
        assert!(sealer.seal(now()).await.unwrap().is_none(), "nothing waits");
        read(&store).await.unwrap();
        let note = sealer.seal(now()).await.unwrap().unwrap();
        assert_eq!(store.checkpoint().await.unwrap(), Some(note.to_string()));

        let get = |tx: &mut Tx| tx.rows(&LEAVES_WITH_ROWS, &[], |row| Ok((row.opt_id(0)?, row.hash(1)?)));
        let leaves = store.db.read(get).await.unwrap();
        let rows: Vec<_> = leaves.iter().filter_map(|(access, _)| *access).collect();
        assert_eq!(rows.len() as i64, access_rows(&store).await);
        assert!(rows.is_sorted(), "the order of leaves is that of what happened");
        let mut edge = Edge::default();
        for (_, leaf) in &leaves {
            edge.append(leaf_hash(leaf));
            if edge.size() == first.size {
                assert_eq!(edge.root(), first.root);
            }
        }
        let newest = opened_note(&note);
        assert_eq!((newest.size, newest.root), (edge.size(), edge.root()));
        let verified = store.verify_against(against(Some(&note))).await.unwrap();
        assert_eq!((verified.broken, verified.waiting, verified.checkpoints), (None, 0, 2));
        assert_eq!((verified.rows, verified.leaves), (rows.len() as u64, newest.size));
    });
}

/// AD-1: many sealers, many who write: every row is sealed, and once.
#[test]
fn sealers_that_meet_seal_every_row_once() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let writers = (0..4).map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                for _ in 0..25 {
                    read(&store).await.unwrap();
                }
            })
        });
        let mut sealers: Vec<_> = (0..3).map(|_| sealer(&store)).collect();
        let sealing = sealers.drain(..).map(|mut sealer| {
            tokio::spawn(async move {
                for _ in 0..8 {
                    sealer.seal(now()).await.unwrap();
                    tokio::time::sleep(Duration::from_millis(3)).await;
                }
            })
        });
        for task in writers.collect::<Vec<_>>().into_iter().chain(sealing.collect::<Vec<_>>()) {
            task.await.unwrap();
        }
        sealer(&store).seal(now()).await.unwrap();
        let verified = store.verify_against(against(None)).await.unwrap();
        assert_eq!((verified.broken, verified.waiting), (None, 0));
        assert_eq!(verified.rows as i64, access_rows(&store).await);
        assert!(verified.checkpoints > 1);
    });
}

/// AD-7: the order is that of the leaves; a clock that is set back is itself told.
#[test]
fn a_clock_that_is_set_back_is_told_in_the_log() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let mut one = sealer(&store);
        one.seal(at("2026-06-05T10:00")).await.unwrap();
        let early = at("2026-06-05T09:00");
        store.read(PROCESS, family(MOTHER), Action::ReadProcess, early).await.unwrap();
        // Another program, after a new start: it is the log that remembers.
        sealer(&store).seal(early).await.unwrap();
        let kinds = store.db.read(|tx| tx.rows(&REMARKS, &[], |row| row.text(0))).await.unwrap();
        assert_eq!(kinds, ["sealed", "clock_set_back", "sealed"]);
        assert_eq!(store.verify().await.unwrap(), []);
    });
}

/// AD-6: whoever cannot seal stops answering in bounded time, and begins again when it can.
#[test]
fn what_cannot_be_sealed_is_not_answered_for_long() {
    let file = TemporaryFile::new();
    let store = Store::on(file.open(), SessionLimits::default());
    let outside = rusqlite::Connection::open(&file.path).unwrap();
    runtime().block_on(async {
        summoned(&store, PROCESS).await;
        let mut sealer = sealer(&store);
        store.answer_only_while_sealed(Duration::from_millis(300));
        sealer.seal(now()).await.unwrap();
        let fail =
            "CREATE TRIGGER fail BEFORE INSERT ON log_checkpoint BEGIN SELECT RAISE(ABORT, 'made up'); END";
        outside.execute_batch(fail).unwrap();
        read(&store).await.unwrap();
        for _ in 0..4 {
            assert!(matches!(sealer.seal(now()).await, Err(SealFault::Store(_))));
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let unsealed = |answer| matches!(answer, Err(Error::Fault(Fault::Unsealed)));
        assert!(unsealed(read(&store).await.map(drop)));
        assert!(unsealed(act(&store, PROCESS, vec![]).await.map(drop)));
        assert!(unsealed(store.visible(family(MOTHER), now()).await.map(drop)));
        assert!(unsealed(store.person(MOTHER).await.map(drop)));
        assert_eq!(store.verify().await.unwrap(), [], "nothing of a seal that failed is there");
        outside.execute_batch("DROP TRIGGER fail").unwrap();
        assert!(sealer.seal(now()).await.unwrap().is_some());
        read(&store).await.unwrap();
    });
}

/// AD-6: the same when nobody seals at all, as after a crash of the one who should.
#[test]
fn a_sealer_that_has_died_is_missed() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        store.answer_only_while_sealed(Duration::from_millis(50));
        read(&store).await.unwrap();
        tokio::time::sleep(Duration::from_millis(80)).await;
        assert!(matches!(read(&store).await, Err(Error::Fault(Fault::Unsealed))));
    });
}

/// AD-1: what is no longer what was signed is not signed on; that would cover it up.
#[test]
fn a_rewritten_log_is_not_signed_on() {
    static FORGED: Sql = Sql {
        name: "test::FORGED_LEAF",
        text: "UPDATE log_leaf SET leaf = (SELECT leaf FROM log_leaf WHERE leaf_index = 1) WHERE leaf_index = 0",
    };
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        sealer(&store).seal(now()).await.unwrap();
        store.db.write(|tx| tx.exec(&FORGED, &[])).await.unwrap();
        read(&store).await.unwrap();
        assert!(matches!(sealer(&store).seal(now()).await, Err(SealFault::Rewritten(_))));
    });
}

/// AD-1: an old copy of the database is seen through by the checkpoint that lies elsewhere.
#[test]
fn an_old_copy_is_not_signed_on() {
    let (file, old) = (TemporaryFile::new(), TemporaryFile::new());
    runtime().block_on(async {
        let store = Store::on(file.open(), SessionLimits::default());
        summoned(&store, PROCESS).await;
        sealer(&store).seal(now()).await.unwrap();
        copy(&file, &old);
        read(&store).await.unwrap();
        let kept = sealer(&store).seal(now()).await.unwrap().unwrap();
        assert_eq!(sealer(&store).seal(now()).await.map_err(drop), Ok(None));
        let restored = Store::on(old.open(), SessionLimits::default());
        let kept = || Some(opened_note(&kept));
        let shorter = restored.sealer(key(), vec![], kept()).seal(now()).await;
        assert!(matches!(shorter, Err(SealFault::Rewritten(_))));
        // The copy goes on, with the right key, until it is longer than what is kept.
        for _ in 0..3 {
            read(&restored).await.unwrap();
            sealer(&restored).seal(now()).await.unwrap();
        }
        let forked = restored.sealer(key(), vec![], kept()).seal(now()).await;
        assert!(matches!(forked, Err(SealFault::Rewritten(_))));
        assert!(store.sealer(key(), vec![], kept()).seal(now()).await.unwrap().is_none());
    });
}

pub(crate) fn copy(from: &TemporaryFile, to: &TemporaryFile) {
    drop(std::fs::remove_file(&to.path));
    let copy = format!("VACUUM INTO '{}'", to.path.display());
    rusqlite::Connection::open(&from.path).unwrap().execute_batch(&copy).unwrap();
}

#[test]
fn a_new_key_signs_on_when_the_former_still_counts() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        sealer(&store).seal(now()).await.unwrap();
        read(&store).await.unwrap();
        let stranger = store.sealer(another_key(), vec![], None).seal(now()).await;
        assert!(matches!(stranger, Err(SealFault::Rewritten(_))));
        let former = vec![key().public().clone()];
        store.sealer(another_key(), former, None).seal(now()).await.unwrap().unwrap();
        let mut both = against(None);
        assert!(matches!(
            store.verify_against(both.clone()).await.unwrap().broken,
            Some(Broken::CheckpointForged { .. })
        ));
        both.keys.push(another_key().public().clone());
        assert_eq!(store.verify_against(both).await.unwrap().broken, None);
    });
}

/// AD-2: the readable row and its salt go, the leaf stays, and the tree verifies.
#[test]
fn a_row_that_is_disposed_of_leaves_a_tree_that_verifies() {
    static DISPOSE: Sql = Sql {
        name: "test::DISPOSE",
        text: "DELETE FROM access WHERE access_id IN (SELECT access_id FROM log_leaf WHERE leaf_index IN (5, 6, 8))",
    };
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        for _ in 0..9 {
            read(&store).await.unwrap();
        }
        let kept = sealer(&store).seal(now()).await.unwrap().unwrap();
        store.db.write(|tx| tx.exec(&DISPOSE, &[])).await.unwrap();
        let found = store.verify().await.unwrap();
        assert!(matches!(found[..], [Broken::RowGone { leaf: 5, .. }]), "{found:?}");

        let remark = async |leaves: &[u64]| remarked(&store, leaves).await;
        remark(&[5, 6]).await;
        let found = store.verify().await.unwrap();
        assert!(matches!(found[..], [Broken::RowGone { leaf: 8, .. }]), "{found:?}");
        remark(&[8]).await;
        let verified = store.verify_against(against(Some(&kept))).await.unwrap();
        assert_eq!((verified.broken, verified.disposed), (None, 3));
        remark(&[7]).await;
        assert_eq!(store.verify().await.unwrap(), [Broken::NotDisposed { leaf: 7 }]);
    });
}

/// What whoever disposes of rows will do, in the transaction that removes them.
async fn remarked(store: &Store, leaves: &[u64]) {
    let mut gone = Leaves::default();
    leaves.iter().for_each(|leaf| gone.push(*leaf));
    let all = store.leaves(0).await.unwrap();
    let mut edge = Edge::default();
    all.iter().for_each(|leaf| edge.append(leaf_hash(leaf)));
    let remark = move |tx: &mut Tx| {
        let mut growth = Growth { edge: edge.clone() };
        growth.remark(tx, &Remark::Disposed(gone.clone()))?;
        growth.seal(tx, &key(), now())
    };
    store.db.write(remark).await.unwrap();
}
