//! What the days decide, one sentence a test, played in the world of the first scenario.

use crate::{
    rules::until,
    world::{World, now},
};
use domain::{
    Event, Refusal, TextId, UnitId,
    choice::{DelayReason, ReceiptHow, ReopenReason},
    lots::{
        delivery::{self, ExplainDelay, RegisterReceipt},
        summons::{self, ReopenSummons},
    },
    waiting::{Owner, TaskKind},
};
use jiff::civil::date;

/// The summons is given anew and signed by both, with another question to one unit if one is named.
fn signed_again(world: &mut World, day: &str, number: u8, asked_anew: Option<(UnitId, TextId)>) {
    assert_eq!(world.act(day, "mother", "freezes social,habilitation,bup"), "ok");
    if let Some(Event::SummonsFrozen { scope, .. }) = world.events.last_mut() {
        for line in scope.iter_mut() {
            line.question =
                asked_anew.filter(|(unit, _)| *unit == line.unit).map(|(_, new)| new).or(line.question);
        }
    }
    for who in ["mother", "father"] {
        assert_eq!(world.act(day, who, &format!("signs {number}")), "ok");
    }
}

/// TIME-3, TIME-5: sent again with the same question, the paper may have come in after it was sent first.
#[test]
fn a_summons_sent_again_may_have_come_in_before() {
    let mut world = until("sends-on-paper social,habilitation,bup");
    let social = world.unit("social");
    let received = |world: &World, on| {
        let command = RegisterReceipt { unit: social, on, how: ReceiptHow::StampedPaper };
        delivery::register_receipt(&world.process(), now("2026-09-09"), command).map(|_| ())
    };
    signed_again(&mut world, "2026-09-08", 2, None);
    assert_eq!(world.act("2026-09-08", "initiator", "sends-on-paper social"), "ok");
    assert_eq!(received(&world, date(2026, 9, 4)), Ok(()));
    assert_eq!(received(&world, date(2026, 9, 2)), Err(Refusal::ReceivedBeforeSent));
    let anew = (social, world.text());
    signed_again(&mut world, "2026-09-09", 3, Some(anew));
    assert_eq!(world.act("2026-09-09", "initiator", "sends-on-paper social"), "ok");
    assert_eq!(received(&world, date(2026, 9, 4)), Err(Refusal::ReceivedBeforeSent), "another question");
}

/// TIME-5: only a unit that is asked something else gets its days anew.
#[test]
fn only_another_question_starts_the_clock_anew() {
    let mut world = until("bup          | receives");
    signed_again(&mut world, "2026-09-08", 2, None);
    assert_eq!(world.act("2026-09-08", "initiator", "sends-on-paper social,bup"), "ok");
    assert_eq!(world.act("2026-09-08", "initiator", "earliest? social"), "= 2026-09-24");
    let anew = (world.unit("social"), world.text());
    signed_again(&mut world, "2026-09-09", 3, Some(anew));
    assert_eq!(world.act("2026-09-09", "initiator", "sends-on-paper social,bup"), "ok");
    assert_eq!(world.act("2026-09-09", "initiator", "earliest? social"), "= none");
    assert_eq!(world.act("2026-09-09", "initiator", "earliest? bup"), "= 2026-09-28");
    assert_eq!(world.act("2026-09-10", "social", "receives"), "ok");
    assert_eq!(world.act("2026-09-10", "initiator", "earliest? social"), "= 2026-10-01");
}

/// 5.4, T4r: whoever a unit has named stays named when it is asked again, and what is sent is not opened again.
#[test]
fn sent_again_it_is_for_those_who_were_named() {
    let mut world = until("bup          | receives");
    let (unit, person) = (world.unit("bup"), world.person("bup"));
    let anew = (unit, world.text());
    for (number, day, question) in [(2, "2026-09-08", None), (3, "2026-09-09", Some(anew))] {
        signed_again(&mut world, day, number, question);
        assert_eq!(world.act(day, "initiator", "sends-on-paper bup"), "ok");
        assert!(world.process().deliveries.takes_part(unit, person), "{day}");
        let command = ReopenSummons { reason: ReopenReason::Mistake };
        assert_eq!(summons::reopen(&world.process(), now(day), command), Err(Refusal::NothingFrozen));
    }
}

/// TIME-8: each flag asks for its own reason; what was said of an unsent summons is no answer to a meeting that
/// does not come.
#[test]
fn each_flag_asks_for_its_own_reason() {
    let mut world = until("= ready_to_send");
    let asks = |world: &World, day| {
        let tasks = world.process().tasks(&world.calendar, now(day).today());
        tasks.iter().any(|task| task.kind == TaskKind::ExplainDelay)
    };
    assert_eq!(world.act("2026-09-18", "initiator", "late-from?"), "= 2026-09-18");
    assert!(!asks(&world, "2026-09-17") && asks(&world, "2026-09-18"));
    let command = ExplainDelay { reason: DelayReason::Illness, note: world.text() };
    let explained = delivery::explain_delay(&world.process(), &world.calendar, now("2026-09-18"), command);
    world.events.extend(explained.unwrap());
    assert!(!asks(&world, "2026-09-18"));
    assert_eq!(world.act("2026-09-21", "initiator", "sends-on-paper social,habilitation,bup"), "ok");
    assert_eq!(world.act("2026-09-21", "social", "receives"), "ok");
    assert_eq!(world.act("2026-09-21", "initiator", "late-from?"), "= 2026-11-17");
    assert!(!asks(&world, "2026-11-16") && asks(&world, "2026-11-17"));
}

/// CON-24: thirty days before the consent runs out, whoever leads the work is reminded to have it renewed.
#[test]
fn the_reminder_to_renew_comes_thirty_days_before() {
    let world = until("= assessing");
    let reminded = |day| {
        let tasks = world.process().tasks(&world.calendar, now(day).today());
        let renew = tasks.into_iter().find(|task| task.kind == TaskKind::RenewConsent);
        renew.map(|task| (task.owner, task.due))
    };
    let lead = Owner::Person(world.person("habilitation"));
    assert_eq!(reminded("2027-05-30"), None);
    assert_eq!(reminded("2027-05-31"), Some((lead, Some(date(2027, 6, 30)))));
}
