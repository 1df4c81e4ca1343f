//! A look, then a withdrawal, then the row about the look: what is answered, and what is on record?

use super::{super::both::on_both, *};
use crate::{DraftKey, Saved, draft};
use domain::{choice::ProtectionGrade, event::protection::ProtectionEvent};
use policy::Denial;
use uuid::Uuid;

const OTHER: ProcessId = ProcessId(Uuid::from_u128(101));

fn key() -> DraftKey {
    DraftKey { process: PROCESS, form: "lots-foljupp".to_owned(), subject: "1".to_owned() }
}

/// AC-3: every way to look at a process.
#[test]
fn a_look_that_began_before_a_withdrawal_shows_nothing_after_it() {
    type Look = fn(Store) -> std::pin::Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;
    let looks: [(&str, Look); 4] = [
        ("read", |store| {
            Box::pin(async move { store.read(PROCESS, nurse(), Action::ReadProcess, now()).await.map(drop) })
        }),
        ("glance", |store| {
            Box::pin(
                async move { store.glance(PROCESS, nurse(), Action::ReadSummons, now()).await.map(drop) },
            )
        }),
        ("draft", |store| {
            Box::pin(
                async move { store.read_draft(key(), nurse(), Action::ReadOwnLines, now()).await.map(drop) },
            )
        }),
        ("earlier plan", |store| {
            Box::pin(async move { store.earlier_plan(PROCESS, nurse(), now()).await.map(drop) })
        }),
    ];
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let pause = Pause::on(&store);
        for (number, (name, look)) in (2..).zip(looks) {
            let before = outcomes(&store, PROCESS, NURSE).await.len();
            let answer = pause.between(look(store.clone()), withdraw(&store, PROCESS)).await;
            assert!(matches!(answer, Err(Error::Denied(Denial::Hidden))), "{name}: {answer:?}");
            let rows = outcomes(&store, PROCESS, NURSE).await;
            assert_eq!(rows[before..], ["hidden"], "{name}");
            give_back(&store, PROCESS, number).await;
            store.read(PROCESS, nurse(), Action::ReadProcess, now()).await.unwrap();
        }
    });
}

/// AC-3: a list is as it is when its row is written, for what was shown and for what was hidden.
#[test]
fn a_list_is_true_when_its_row_is_written() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        summoned(&store, OTHER).await;
        let pause = Pause::on(&store);
        let list = |store: Store| async move {
            let mut listed = store.visible(nurse(), now()).await.unwrap();
            listed.sort_by_key(|one| one.id);
            listed.into_iter().map(|one| one.id).collect::<Vec<_>>()
        };
        assert_eq!(list(store.clone()).await, [PROCESS, OTHER]);
        let seen = pause.between(list(store.clone()), withdraw(&store, OTHER)).await;
        assert_eq!(seen, [PROCESS]);
        let seen = pause.between(list(store.clone()), give_back(&store, OTHER, 2)).await;
        assert_eq!(seen, [PROCESS, OTHER], "what was hidden and is so no more");
    });
}

/// The family's own list of who has looked tells of what came in between as well.
#[test]
fn the_log_is_read_anew_when_the_process_has_changed() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let pause = Pause::on(&store);
        let log = |store: Store| async move { store.access_log(PROCESS, family(MOTHER), now()).await };
        let before = log(store.clone()).await.unwrap().len();
        let seen = pause.between(log(store.clone()), withdraw(&store, PROCESS)).await.unwrap();
        assert_eq!(seen.len(), before + 2, "the first look, and the withdrawal");
    });
}

/// PID-1: a mark that was set meanwhile holds for the answer: nobody has named the nurse.
#[test]
fn protection_that_was_marked_meanwhile_holds() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let pause = Pause::on(&store);
        let reading = store.clone();
        let look = async move { reading.read(PROCESS, nurse(), Action::ReadProcess, now()).await.map(drop) };
        let protected = crate::Person { protected: true, ..person(CHILD, "Alma") };
        let answer = pause.between(look, async { store.put_person(protected).await.unwrap() }).await;
        assert!(matches!(answer, Err(Error::Denied(Denial::Hidden))), "{answer:?}");
    });
}

/// PID-1: so does one that was set in another process of the same child.
#[test]
fn protection_that_was_marked_in_another_process_is_seen() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        summoned(&store, OTHER).await;
        let pause = Pause::on(&store);
        let reading = store.clone();
        let look = async move { reading.read(PROCESS, family(MOTHER), Action::ReadProcess, now()).await };
        let grade = ProtectionGrade::SecrecyMarking;
        let marked =
            ProtectionEvent::IdentityProtected { person: CHILD, grade, by: MOTHER, on: date(2026, 6, 5) };
        let mark = async { drop(mother_acts(&store, OTHER, vec![Event::Protection(marked)]).await.unwrap()) };
        let view = pause.between(look, mark).await.unwrap();
        assert!(view.process.facts.protected);
    });
}

/// What concerns another process disturbs nobody: the first look is the one that is answered.
#[test]
fn a_change_elsewhere_leaves_the_look_as_it_was() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        summoned(&store, OTHER).await;
        let pause = Pause::on(&store);
        let (looks, counted) = (Arc::new(Mutex::new(0)), store.clone());
        let counter = looks.clone();
        let look = async move {
            let folds = counted.folds.clone();
            let look = move |tx: &mut crate::engine::Tx| {
                *counter.lock().unwrap() += 1;
                Ok((folds.load(tx, PROCESS)?.is_some(), ()))
            };
            counted.db.witness(look, |_, ()| Ok(())).await.unwrap()
        };
        assert!(pause.between(look, withdraw(&store, OTHER)).await);
        assert_eq!(*looks.lock().unwrap(), 1);
    });
}

/// AC-3: nothing is stored in a process for somebody who may know of it no more.
#[test]
fn a_draft_that_was_being_saved_is_not_stored_after_a_withdrawal() {
    let save = |store: Store, base: u32| async move {
        let body = "{\"what\":\"mine\"}".to_owned();
        store.save_draft(key(), base, body, nurse(), Action::ReadOwnLines, now()).await
    };
    let kept = |store: Store| async move { store.db.read(|tx| draft::get(tx, &key())).await.unwrap() };
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        withdraw(&store, PROCESS).await;
        assert!(matches!(save(store.clone(), 0).await, Err(Error::Denied(Denial::Hidden))));
        assert_eq!(kept(store.clone()).await, None);
    });
    // On SQLite acts come one after the other. On PostgreSQL one can be half done while another is committed.
    super::super::both::on_postgres_with("", async |db| {
        let store = Store::on(db, crate::SessionLimits::default());
        summoned(&store, PROCESS).await;
        assert_eq!(save(store.clone(), 0).await.unwrap(), Saved::Stored { revision: 1 });
        let pause = Pause::on(&store);
        let saved = pause.between(save(store.clone(), 1), withdraw(&store, PROCESS)).await;
        assert!(matches!(saved, Err(Error::Denied(Denial::Hidden))), "{saved:?}");
        assert_eq!(kept(store.clone()).await.unwrap().revision, 1);
    });
}
