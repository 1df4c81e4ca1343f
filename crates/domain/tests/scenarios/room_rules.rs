//! What can be said in the room and around it, one sentence a test, played in the world of the first scenario.

use crate::{
    rules::until,
    world::{World, now},
};
use domain::{
    MeetingNo, QuestionNo, Refusal,
    lots::{
        commitment::{self, AnswerQuestion, AskQuestion},
        room,
    },
};

/// PRI-14: the child is told of a meeting that has been or is under way, not of one that lies ahead.
#[test]
fn the_child_is_told_when_there_is_something_to_tell() {
    let world = until("= initial_booked");
    let told = |day| {
        let by = world.person("initiator");
        room::inform_child(&world.process(), now(day), MeetingNo(1), by).map(|events| events.len())
    };
    let on = jiff::civil::date(2026, 9, 29);
    assert_eq!(told("2026-09-28"), Err(Refusal::MeetingNotYet { on }));
    assert_eq!(told("2026-09-29"), Ok(1));
    let held = until("= initial_held").process();
    assert!(room::inform_child(&held, now("2026-09-30"), MeetingNo(1), world.person("initiator")).is_ok());
}

/// PRI-03: only a unit that the question is put to answers it; for the others there is none.
#[test]
fn only_those_who_are_asked_answer() {
    let mut world = until("bup          | offers assessment");
    let day = now("2026-09-29");
    let put = AskQuestion { text: world.text(), by_unit: None, units: vec![world.unit("bup")] };
    world.events.extend(commitment::ask(&world.process(), day, put).unwrap());
    let answer = |world: &World, unit| {
        let (by_unit, by) = (world.unit(unit), world.person(unit));
        let command = AnswerQuestion { question: QuestionNo(1), by_unit, by, answer: world.text() };
        commitment::answer(&world.process(), day, command).map(|events| events.len())
    };
    assert_eq!(answer(&world, "social"), Err(Refusal::NoSuchLine));
    assert_eq!(answer(&world, "bup"), Ok(1));
}
