//! Who goes through what, once, and what is on record of it?

use super::calendar;
use crate::{
    Deciding, Decision, Error, Figures, Month, Picked, Store,
    access::{self, AccessId},
    engine::{Sql, Tx, V},
    tests::{
        both::{at, on_both},
        world::{BUP, NURSE, PROCESS, SCHOOL, STRANGER, family, now, personas, staff, summoned},
    },
};
use domain::{Now, ids::PersonId};
use jiff::tz::TimeZone;
use policy::{Action, Actor, Denial, Seat};
use std::sync::Arc;
use uuid::Uuid;

static DECISIONS: Sql = Sql {
    name: "test::DECISIONS",
    text: "SELECT access_id, recorded_us, person_id, seat, unit_id, process_id, action, outcome, ground, detail \
           FROM access WHERE action = $1 ORDER BY access_id",
};
const HEAD: PersonId = PersonId(Uuid::from_u128(70));

fn manager(person: PersonId) -> Actor {
    Actor { person, seat: Seat::Manager { unit: BUP } }
}

fn june() -> Month {
    Month::of(now().today())
}

fn later() -> Now {
    at("2026-07-02T09:00")
}

fn zone() -> TimeZone {
    TimeZone::fixed(jiff::tz::Offset::constant(2))
}

async fn draw(store: &Store, actor: Actor, month: Month, now: Now) -> Result<bool, Error> {
    let calendar = Arc::new(calendar());
    store.draw_review(actor, month, calendar, zone(), now).await
}

/// A nurse has looked once in June and once in May tried what she may not; BUP's alone.
async fn looked(store: &Store) {
    summoned(store, PROCESS).await;
    let nurse = staff(NURSE, BUP);
    store.read(PROCESS, nurse, Action::ReadProcess, now()).await.unwrap();
    assert!(store.read(PROCESS, nurse, Action::Dispatch, now()).await.is_err());
    assert!(store.read(PROCESS, staff(STRANGER, SCHOOL), Action::ReadProcess, now()).await.is_err());
    assert!(store.read(PROCESS, nurse, Action::Dispatch, at("2026-05-29T10:00")).await.is_err());
}

/// AC-12: the looks of one's own unit in that month, drawn once and never anew.
#[test]
fn a_month_is_drawn_once_when_it_is_over() {
    on_both(async |store| {
        looked(&store).await;
        assert_eq!(store.first_month(zone()).await.unwrap(), Some(june()));
        assert!(store.review(manager(HEAD), june(), later()).await.unwrap().is_none());
        assert!(!draw(&store, manager(HEAD), june(), now()).await.unwrap(), "June goes on");
        assert!(draw(&store, manager(HEAD), june(), later()).await.unwrap());
        assert!(!draw(&store, manager(HEAD), june(), later()).await.unwrap());
        let review = store.review(manager(HEAD), june(), later()).await.unwrap().unwrap();
        let looks: Vec<_> = review.looks.iter().map(|one| (one.access.person, one.picked)).collect();
        assert_eq!(looks, [(NURSE, Picked::ByLot), (NURSE, Picked::Denied)]);
        assert_eq!(review.found.into_iter().collect::<Vec<_>>(), [(Picked::Denied, 1), (Picked::ByLot, 1)]);
        assert!(draw(&store, manager(HEAD), june().before(), later()).await.unwrap());
        let may = store.review(manager(HEAD), june().before(), later()).await.unwrap().unwrap();
        assert_eq!(may.looks.len(), 1);
    });
}

/// AC-12: a decision is on record, with what proves its words, and nobody writes over it.
#[test]
fn what_is_decided_stands_in_the_record() {
    on_both(async |store| {
        looked(&store).await;
        draw(&store, manager(HEAD), june(), later()).await.unwrap();
        let review = store.review(manager(HEAD), june(), later()).await.unwrap().unwrap();
        let look = (june(), review.looks[1].access.id);
        let decide = async |by, decision, words: &str| {
            store.decide_review(manager(by), look, (decision, words.to_owned()), later()).await.unwrap()
        };
        assert_eq!(decide(NURSE, Decision::InOrder, "").await, Deciding::OwnLook);
        assert_eq!(decide(HEAD, Decision::Deviation, "Fel process.").await, Deciding::Done);
        assert_eq!(decide(HEAD, Decision::InOrder, "").await, Deciding::Already);
        let unknown = (june(), AccessId(Uuid::from_u128(1)));
        let nothing =
            store.decide_review(manager(HEAD), unknown, (Decision::InOrder, String::new()), later());
        assert_eq!(nothing.await.unwrap(), Deciding::NotDrawn);

        let review = store.review(manager(HEAD), june(), later()).await.unwrap().unwrap();
        assert_eq!(review.looks[0].decided, None);
        let decided = review.looks[1].decided.clone().unwrap();
        assert_eq!(
            (decided.decision, decided.remark.as_str(), decided.by),
            (Decision::Deviation, "Fel process.", HEAD)
        );
        let figures = store.own_review_figures(manager(HEAD), later()).await.unwrap();
        let told = Figures { looks: 2, drawn: Some(2), decided: [(Decision::Deviation, 1)].into() };
        assert_eq!((figures[&june()].undecided(), &figures[&june()]), (1, &told));
        let all = store.review_figures(zone(), later()).await.unwrap();
        assert_eq!(all[&(BUP, june())], told);
        assert_eq!((all[&(BUP, june().before())].drawn, all[&(BUP, june().before())].looks), (None, 1));
        assert_eq!(all[&(SCHOOL, june())].drawn, None, "who has not drawn is told as well");

        let log = store
            .db
            .read(|tx: &mut Tx| tx.rows(&DECISIONS, &[V::Text("decide_log_review")], access::access))
            .await
            .unwrap();
        let told: Vec<_> =
            log.iter().map(|row| (row.outcome.word(), row.detail.as_deref().unwrap_or(""))).collect();
        let words = domain::choice::TextHash(<sha2::Sha256 as sha2::Digest>::digest("Fel process.").into());
        assert_eq!((told[0].0, told.len()), ("refused", 2));
        assert_eq!(told[1], ("granted", format!("{} deviation {words}", look.1.0).as_str()));
        assert!(!told.iter().any(|(_, detail)| detail.contains("Fel")));
    });
}

/// AC-12, AC-4: nobody but the manager of the unit, and of another unit's looks nothing.
#[test]
fn the_log_is_the_managers_alone() {
    on_both(async |store| {
        looked(&store).await;
        draw(&store, manager(HEAD), june(), later()).await.unwrap();
        for actor in personas().into_iter().chain([family(HEAD)]) {
            if actor.seat == (Seat::Manager { unit: BUP }) {
                continue;
            }
            let denied = |error: &Error| matches!(error, Error::Denied(Denial::Hidden));
            assert!(draw(&store, actor, june(), later()).await.is_err_and(|error| denied(&error)));
            let review = store.review(actor, june(), later()).await;
            assert!(review.is_err_and(|error| denied(&error)), "{actor:?}");
            assert!(store.own_review_figures(actor, later()).await.is_err_and(|error| denied(&error)));
        }
        let elsewhere = Actor { person: HEAD, seat: Seat::Manager { unit: SCHOOL } };
        assert!(store.review(elsewhere, june(), later()).await.unwrap().is_none());
        assert!(store.own_review_figures(elsewhere, later()).await.unwrap().is_empty());
    });
}

/// AD-1, AC-12: whoever changes a review past the program is found.
#[test]
fn a_review_that_was_tampered_with_is_found() {
    static TAMPERINGS: [Sql; 11] = [
        Sql {
            name: "test::T1",
            text: "UPDATE log_review_look SET decision = 'in_order' WHERE decision = 'deviation'",
        },
        Sql {
            name: "test::T2",
            text: "UPDATE log_review_look SET decision = NULL WHERE decision = 'deviation'",
        },
        Sql { name: "test::T3", text: "UPDATE log_review_look SET remark = '' WHERE decision = 'deviation'" },
        Sql {
            name: "test::T4",
            text: "UPDATE log_review_look SET decided_us = 1 WHERE decision = 'deviation'",
        },
        Sql {
            name: "test::T5",
            text: "UPDATE log_review_look SET decided_by = drawn_by FROM log_review \
                                       WHERE decided_by IS NOT NULL",
        },
        Sql { name: "test::T6", text: "DELETE FROM log_review_look WHERE decision IS NULL" },
        Sql { name: "test::T7", text: "DELETE FROM log_review_look WHERE decision = 'deviation'" },
        Sql { name: "test::T8", text: "UPDATE log_review_look SET picked = 'many' WHERE decision IS NULL" },
        Sql { name: "test::T9", text: "UPDATE log_review_rule SET found = 9 WHERE picked = 'lot'" },
        Sql { name: "test::T10", text: "DELETE FROM log_review_rule WHERE picked = 'lot'" },
        Sql { name: "test::T11", text: "UPDATE log_review SET drawn_us = 1" },
    ];
    on_both(async |store| {
        looked(&store).await;
        draw(&store, manager(HEAD), june(), later()).await.unwrap();
        let review = store.review(manager(HEAD), june(), later()).await.unwrap().unwrap();
        let look = (june(), review.looks[1].access.id);
        let deviation = (Decision::Deviation, "Fel process.".to_owned());
        let other = Actor { person: STRANGER, ..manager(HEAD) };
        store.decide_review(other, look, deviation, later()).await.unwrap();
        assert_eq!(store.verify().await.unwrap(), []);
        for tampering in &TAMPERINGS {
            let broken = store.db.write(move |tx: &mut Tx| {
                assert!(tx.exec(tampering, &[])? > 0, "{}", tampering.text);
                let found = crate::verify::review::look(tx)?;
                // Undone with the transaction.
                Err::<(), _>(crate::Fault::Engine(format!("{found:?}").into()))
            });
            let told = format!("{:?}", broken.await.unwrap_err());
            assert!(told.contains("ReviewAltered"), "{}: {told}", tampering.text);
        }
        assert_eq!(store.verify().await.unwrap(), []);
    });
}
