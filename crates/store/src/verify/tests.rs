//! Is every tampering by somebody with every right on the database found, and nothing else?

mod attacker;
mod chance;
mod forger;
mod kinds;
mod scene;

use super::*;
use crate::{
    engine::Db,
    log::tests::{against, another_key},
};
use chance::Chance;
use kinds::{KINDS, Kind};
use rusqlite::Connection;
use scene::Scene;

/// The whole course on one connection, with whatever its open transaction has done to the database.
fn verified(connection: &Connection, against: &Against) -> Verified {
    Db::on(connection, |tx| {
        let mut course = Course::new(against);
        while !course.is_over() {
            let due = course.further(tx)?;
            if let Some(forged) = due.iter().find_map(|due| seal::broken(due, &against.keys)) {
                course.verified.broken = Some(forged);
            }
        }
        Ok(course.verified)
    })
    .unwrap()
}

/// Runs one tampering, looks, and undoes it. `None` if nothing was changed.
fn outcome(scene: &Scene, kind: Kind, chance: &mut Chance) -> Option<(String, Option<Broken>)> {
    let connection = kind.connection(scene, chance);
    connection.execute_batch("BEGIN").unwrap();
    let told = kind.tamper(scene, connection, chance);
    let changed = told.as_ref().is_ok_and(|_| scene::everything(connection) != scene.everything);
    let against = told.as_ref().map_or_else(|_| scene.against(), |told| told.against.clone());
    let found = changed.then(|| verified(connection, &against).broken);
    connection.execute_batch("ROLLBACK").unwrap();
    Some((told.ok()?.what, found?))
}

/// AD-1, AD-3: 1 000 of 1 000 random tamperings are found: whatever is edited, taken away, put in, put in another
/// order or written anew with every hash worked out again, an old copy that is put back, and two logs out of one.
#[test]
fn every_one_of_a_thousand_tamperings_is_found() {
    let scene = Scene::set();
    let mut chance = Chance(2026);
    let mut total = 0;
    for (kind, wanted) in KINDS {
        let (mut counted, mut without_effect) = (0, 0);
        while counted < wanted {
            match outcome(&scene, kind, &mut chance) {
                None => without_effect += 1,
                Some((what, found)) => {
                    assert!(found.is_some(), "{kind:?}: {what} was not found");
                    counted += 1;
                }
            }
            assert!(without_effect < 40 * wanted, "{kind:?} hardly ever changes anything");
        }
        eprintln!("{kind:?}: {counted} of {wanted} found ({without_effect} had no effect and do not count)");
        total += counted;
    }
    assert_eq!(total, 1000);
    // The world itself is still whole.
    assert_eq!(verified(&scene.main, &scene.against()).broken, None);
}

/// No false alarm: every stage of an honest world verifies, and says how much it has looked at.
#[test]
fn an_honest_world_verifies_at_every_stage() {
    let scene = Scene::set();
    for copy in &scene.copies {
        assert_eq!(verified(copy, &Against { kept: vec![], ..scene.against() }).broken, None);
    }
    let verified = verified(&scene.main, &scene.against());
    assert_eq!(verified.broken, None);
    assert!(verified.before > 5 && verified.texts > 3 && verified.processes == 3, "{verified:?}");
    assert_eq!(verified.leaves, verified.rows + verified.checkpoints + 2, "and two remarks more");
}

/// What changes nothing is not counted as found.
#[test]
fn a_tampering_without_effect_is_not_counted() {
    let scene = Scene::set();
    scene.main.execute_batch("BEGIN; UPDATE event SET body = body; UPDATE log_leaf SET leaf = leaf").unwrap();
    assert_eq!(verified(&scene.main, &scene.against()).broken, None);
    scene.main.execute_batch("ROLLBACK").unwrap();
}

/// Every column of every table of the record is bound: each is set to something else, once.
#[test]
fn every_column_is_bound() {
    let scene = Scene::set();
    let mut chance = Chance(7);
    let mut tried = 0;
    for table in scene::TABLES {
        for column in scene::columns(&scene.main, table) {
            let found = std::iter::repeat_with(|| {
                scene.main.execute_batch("BEGIN").unwrap();
                let told = attacker::edit(&scene.main, table, &column, &mut chance);
                let found = told.ok().map(|what| (what, verified(&scene.main, &scene.against()).broken));
                scene.main.execute_batch("ROLLBACK").unwrap();
                found
            });
            for (what, broken) in found.take(400).flatten().take(8) {
                assert!(broken.is_some(), "{what} was not found");
                tried += 1;
            }
        }
    }
    assert!(tried >= 8 * 30, "{tried}");
}

/// A row that waits and that its writer cannot have written is found too.
#[test]
fn what_waits_is_compared_as_well() {
    let scene = Scene::set();
    let insert = "BEGIN; INSERT INTO log_pending (access_id, leaf) SELECT access_id, leaf FROM log_leaf \
                  WHERE access_id IS NOT NULL LIMIT 1";
    scene.main.execute_batch(insert).unwrap();
    assert!(matches!(verified(&scene.main, &scene.against()).broken, Some(Broken::InTwice { .. })));
    scene.main.execute_batch("UPDATE log_pending SET leaf = zeroblob(32)").unwrap();
    assert!(matches!(verified(&scene.main, &scene.against()).broken, Some(Broken::WaitingAltered { .. })));
    scene.main.execute_batch("ROLLBACK").unwrap();
}

#[test]
fn a_row_that_should_have_been_sealed_is_missed() {
    let scene = Scene::set();
    scene.main.execute_batch("BEGIN").unwrap();
    scene::access(&scene.main, &mut Chance(1));
    let at = |minutes: i64| Against {
        sealed_since: scene::moment().instant.checked_add(jiff::SignedDuration::from_mins(minutes)).ok(),
        ..scene.against()
    };
    assert_eq!(verified(&scene.main, &at(0)).broken, None);
    assert!(matches!(verified(&scene.main, &at(1)).broken, Some(Broken::WaitsTooLong { .. })));
    scene.main.execute_batch("ROLLBACK").unwrap();
}

/// Without a key and without a checkpoint kept elsewhere less is seen: that is what they are for.
#[test]
fn keys_and_kept_checkpoints_are_what_finds_a_complete_forgery() {
    let scene = Scene::set();
    let blind = Against::default();
    scene.main.execute_batch("BEGIN").unwrap();
    forger::sign_anew(&scene.main, &another_key());
    assert_eq!(verified(&scene.main, &blind).broken, None);
    assert!(verified(&scene.main, &against(None)).broken.is_some());
    scene.main.execute_batch("ROLLBACK; BEGIN").unwrap();
    forger::cut(&scene.main, 2);
    assert_eq!(verified(&scene.main, &against(None)).broken, None);
    assert!(matches!(verified(&scene.main, &scene.against()).broken, Some(Broken::Shorter { .. })));
    scene.main.execute_batch("ROLLBACK").unwrap();
}
