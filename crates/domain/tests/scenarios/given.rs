//! Who has said yes, no or nothing, one sentence a test, played in the world of the first scenario.

use crate::{
    rules::until,
    world::{World, now},
};
use domain::{
    choice::PreventedGround,
    lots::signature::{self, RecordGround},
};

fn prevent_the_father(world: &mut World, day: &str) {
    let ground = RecordGround::GuardianPrevented {
        guardian: world.person("father"),
        ground: PreventedGround::Illness,
        note: world.text(),
        by: world.person("initiator"),
    };
    world.events.extend(signature::record_ground(&world.process(), now(day), ground).unwrap());
}

/// CON-12, CON-14: a guardian who says no is not prevented; nothing is sent without that guardian.
#[test]
fn a_prevented_guardian_who_says_no_is_heard() {
    let mut world = until("| = prepared");
    let day = "2026-09-03";
    prevent_the_father(&mut world, day);
    assert_eq!(world.act(day, "mother", "freezes social,habilitation,bup"), "ok");
    assert_eq!(world.act(day, "father", "refuses-to-sign 1"), "ok");
    assert!(!world.process().consents.prevented.contains_key(&world.person("father")));
    assert_eq!(world.act(day, "mother", "signs 1"), "ok");
    assert_eq!(world.act(day, "mother", "state?"), "= awaiting_signature");
    assert_eq!(world.act(day, "initiator", "sends-on-paper bup"), "refused SignaturesMissing");
    assert_eq!(world.act(day, "father", "signs 1"), "ok");
    assert_eq!(world.act(day, "initiator", "sends-on-paper bup"), "ok");
}
