//! Who has said yes, no or nothing, one sentence a test, played in the world of the first scenario.

use crate::{
    rules::until,
    world::{World, now},
};
use domain::{
    Event, PlanVersion, Refusal,
    choice::{DiscontinuedReason, PreventedGround},
    lots::{
        aloud,
        circle::{self, ProposeUnit},
        closing,
        release::AnswerPlan,
        signature::{self, RecordGround},
    },
};

fn prevent_the_father(world: &mut World, day: &str) {
    let ground = RecordGround::GuardianPrevented {
        guardian: world.person("father"),
        ground: PreventedGround::Illness,
        note: world.text(),
        by: world.person("initiator"),
    };
    world.events.extend(
        signature::record_ground(&world.process(), now(day), ground).expect("the ground can be recorded"),
    );
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

/// T9: an answer given aloud is written down with who wrote it, and never over somebody's own.
#[test]
fn an_answer_heard_is_not_written_over_somebodys_own() {
    let mut world = until("release-due? 1");
    let day = "2026-09-30";
    assert_eq!(world.act(day, "mother", "accepts-the-plan"), "ok");
    let chair = world.person("initiator");
    let hear = |world: &World, who| {
        let by = world.person(who);
        let answer = AnswerPlan { version: PlanVersion(1), by, dissent: Some(world.text()) };
        aloud::hear_plan_answer(&world.process(), now(day), answer, chair)
    };
    assert_eq!(hear(&world, "mother"), Err(Refusal::HasAnsweredAlready));
    let heard = hear(&world, "father").unwrap();
    assert!(matches!(&heard[..], [Event::PlanAnswered { heard_by: Some(by), .. }] if *by == chair));
    world.events.extend(heard);
    // What was heard wrongly can be put right, until the person has answered.
    assert!(hear(&world, "father").is_ok());
    assert_eq!(world.act(day, "father", "accepts-the-plan"), "ok");
    assert_eq!(hear(&world, "father"), Err(Refusal::HasAnsweredAlready));
}

/// CON-12, CON-17: what a mature child has signed alone no guardian lets rest or ends.
#[test]
fn a_guardian_stops_nothing_that_the_child_signed_alone() {
    let mut world = until("| = prepared");
    let day = now("2026-09-03");
    let stop = |world: &World, who| {
        let (process, by) = (world.process(), world.person(who));
        let ended = closing::discontinue(&process, day, DiscontinuedReason::FamilyEnds, by);
        [closing::pause(&process, day, by), ended]
    };
    assert!(stop(&world, "mother").iter().all(Result::is_ok), "before a consent a guardian may say stop");
    for unit in [world.own(), world.unit("bup")] {
        let ground = RecordGround::Maturity { unit, by: world.person("initiator"), assessment: world.text() };
        world.events.extend(signature::record_ground(&world.process(), day, ground).unwrap());
    }
    assert_eq!(world.act("2026-09-03", "child", "freezes bup alone"), "ok");
    assert_eq!(world.act("2026-09-03", "child", "signs 1"), "ok");
    for stopped in stop(&world, "mother") {
        assert_eq!(stopped, Err(Refusal::NotASignatory));
    }
    for who in ["child", "initiator"] {
        assert!(stop(&world, who).iter().all(Result::is_ok), "{who}");
    }
}

/// PRI-04: a unit that the family proposes is approved in the same act, and nobody else approves so.
#[test]
fn the_family_proposes_and_approves_at_once() {
    let mut world = until("freezes social,habilitation,bup                | ok");
    world.set("unit child-health 12504");
    let propose = |who| {
        let (unit, by) = (world.unit("child-health"), world.person(who));
        let command = ProposeUnit { unit, by, question: world.text() };
        circle::propose_and_approve(&world.process(), &world.organisation, now("2026-09-03"), command)
    };
    let unit = world.unit("child-health");
    let by = world.person("mother");
    let decided = propose("mother").unwrap();
    assert!(matches!(decided[0], Event::UnitProposed { unit: proposed, .. } if proposed == unit));
    assert_eq!(decided[1], Event::UnitApproved { unit, by });
    assert!(matches!(decided[2..], [Event::SummonsReopened { .. }]), "it no longer says whom they want");
    assert_eq!(propose("initiator"), Err(Refusal::OnlyFamilyDecides));
}

/// CON-13: custody is looked up anew for each new consent, also when the last one was checked and signed on
/// the same day.
#[test]
fn custody_is_checked_for_each_new_consent() {
    let mut world = until("= assessing");
    let freeze = |world: &World| {
        world.freezes_unchecked(now("2026-10-05"), "mother", "social,bup", false).map(|events| events.len())
    };
    assert_eq!(freeze(&world), Err(Refusal::CustodyNotRechecked));
    let checked_on = jiff::civil::date(2026, 10, 5);
    let custody = domain::party::Custody { checked_on, ..world.process().custody };
    let ground = RecordGround::Custody(custody);
    world.events.extend(signature::record_ground(&world.process(), now("2026-10-05"), ground).unwrap());
    assert_eq!(freeze(&world), Ok(1));
}
