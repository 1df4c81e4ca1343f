//! What can be said in the room and around it, one sentence a test, played in the world of the first scenario.

use crate::{
    rules::until,
    world::{World, now},
};
use domain::{
    CommitmentNo, Event, GoalNo, MeetingNo, NeedNo, QuestionNo, Refusal,
    choice::{CommitmentState, Horizon},
    lots::{
        commitment::{self, AnswerQuestion, AskQuestion, MoveCommitment, RecordGoal},
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

/// PRI-13: what nobody answers for is listed by its own number: it names no unit, whichever one said no.
#[test]
fn what_is_left_names_no_unit() {
    let day = now("2026-09-29");
    let unmet_after_no_from = |who: &str| {
        let mut world = until("says-a-need");
        let goal = RecordGoal { text: world.text(), horizon: Horizon::Short, need: Some(NeedNo(1)) };
        world.events.extend(commitment::record_goal(&world.process(), day, goal).unwrap());
        let left = |world: &World| -> (Vec<NeedNo>, Vec<GoalNo>) {
            let process = world.process();
            (process.needs_without_commitment(day.today()), process.goals_without_owner(day.today()))
        };
        assert_eq!(left(&world), (vec![NeedNo(1)], vec![GoalNo(1)]));
        assert_eq!(world.act("2026-09-29", who, "offers assessment"), "ok");
        if let Some(Event::CommitmentOffered { goal, .. }) =
            world.events.iter_mut().rfind(|event| matches!(event, Event::CommitmentOffered { .. }))
        {
            *goal = Some(GoalNo(1));
        }
        assert_eq!(left(&world), (vec![], vec![]));
        let (to, text) = (CommitmentState::NotPossible, Some(world.text()));
        let commitment = CommitmentNo(1);
        let no = MoveCommitment { commitment, to, reason: text, instead: text, by: world.person(who) };
        world.events.extend(commitment::move_to(&world.process(), day, no).unwrap());
        left(&world).0
    };
    assert_eq!(unmet_after_no_from("bup"), [NeedNo(1)]);
    assert_eq!(unmet_after_no_from("bup"), unmet_after_no_from("social"));
}
