//! Does what the consent leaves out stay out?

use super::*;
use crate::{Event, choice::*, process::ChildFacts};
use jiff::civil::date;
use uuid::Uuid;

const CHILD: PersonId = PersonId(Uuid::from_u128(1));
const MOTHER: PersonId = PersonId(Uuid::from_u128(2));
const TEACHER: PersonId = PersonId(Uuid::from_u128(3));
const TEXT: TextId = TextId(Uuid::from_u128(9));
const SCHOOL: UnitId = UnitId(10);
const BUP: UnitId = UnitId(20);
const HEALTH_NEED: NeedNo = NeedNo(1);

const TO_SCHOOL: Receiver = Receiver::Unit { unit: SCHOOL };
const TO_BUP: Receiver = Receiver::Unit { unit: BUP };
const TO_MOTHER: Receiver = Receiver::Family { person: MOTHER };

fn today() -> Date {
    date(2027, 4, 1)
}

/// The school may know of school alone, BUP of health alone.
fn process() -> Process {
    let day = date(2027, 3, 1);
    let (text, summons) = (FormText { text: TEXT, hash: TextHash([7; 32]) }, SummonsNo(1));
    let line = |unit, kind| ScopeLine { unit, kinds: vec![kind], question: None };
    let custody = Custody {
        form: CustodyForm::Sole,
        guardians: vec![Guardian { person: MOTHER, legal: true }],
        checked_on: day,
        checked_how: TEXT,
        placed: false,
    };
    let goal = |goal, need| Event::GoalRecorded { goal, text: TEXT, horizon: Horizon::Short, need };
    let need = |need, kind| Event::NeedRecorded { need, text: TEXT, view: View::Family, kind };
    let events = [
        Event::ProcessOpened {
            child: CHILD,
            initiator: TEACHER,
            unit: SCHOOL,
            custody,
            previous: None,
            request: None,
            on: day,
        },
        Event::SummonsFrozen {
            summons,
            text,
            scope: vec![line(SCHOOL, InformationKind::School), line(BUP, InformationKind::Health)],
            required: vec![],
            valid_until: date(2027, 12, 1),
            earlier_plan: false,
            purpose: None,
        },
        Event::ConsentActivated { summons },
        need(HEALTH_NEED, InformationKind::Health),
        need(NeedNo(2), InformationKind::School),
        goal(GoalNo(1), Some(HEALTH_NEED)),
        goal(GoalNo(2), None),
    ];
    let facts = ChildFacts { born: date(2015, 2, 3), protected: false };
    Process::replay(facts, &events).unwrap()
}

fn line(unit: UnitId, goal: Option<GoalNo>) -> Commitment {
    let mut plan = crate::lots::plan::Plan::default();
    let offered = serde_json::json!({
        "type": "commitment_offered", "commitment": 1, "unit": unit, "by": TEACHER, "kind": "intervention",
        "text": TEXT, "goal": goal, "responsible": TEXT, "legal_form": "none", "start": "2027-04-01",
        "frequency": TEXT, "expected_end": "2027-06-01", "visible_to": [],
    });
    plan.offer(&serde_json::from_value(offered).unwrap());
    plan.commitments.remove(0)
}

#[test]
fn a_need_goes_to_those_whose_consent_covers_its_kind() {
    let process = process();
    let need = process.plan.needs[0];
    assert!(process.need_is_for(&need, TO_BUP, today()));
    assert!(!process.need_is_for(&need, TO_SCHOOL, today()));
    assert!(process.need_is_for(&need, TO_MOTHER, today()));
}

/// CON-09: what nobody has said the kind of is not told to units.
#[test]
fn a_goal_follows_its_need_and_one_without_is_the_familys() {
    let process = process();
    let [of_health, of_none] = [process.plan.goals[0], process.plan.goals[1]];
    assert!(!process.goal_is_for(&of_health, TO_SCHOOL, today()));
    assert!(process.goal_is_for(&of_health, TO_BUP, today()));
    assert!(!process.goal_is_for(&of_none, TO_SCHOOL, today()));
    assert!(process.goal_is_for(&of_none, TO_MOTHER, today()));
}

#[test]
fn a_line_follows_its_goal_except_to_the_unit_that_wrote_it() {
    let process = process();
    let of_bup = line(BUP, Some(GoalNo(1)));
    assert!(!process.line_goes_to(&of_bup, TO_SCHOOL, today()));
    assert!(process.line_goes_to(&of_bup, TO_BUP, today()));
    assert!(process.line_goes_to(&of_bup, TO_MOTHER, today()));
    assert!(process.line_goes_to(&line(SCHOOL, Some(GoalNo(1))), TO_SCHOOL, today()));
}

/// CON-09: a line without a goal goes to those who are named for it, and to nobody else.
#[test]
fn a_line_without_a_goal_goes_only_to_those_who_are_named() {
    let process = process();
    let mut alone = line(BUP, None);
    assert!(!process.line_goes_to(&alone, TO_SCHOOL, today()));
    assert!(process.line_goes_to(&alone, TO_BUP, today()));
    assert!(process.line_goes_to(&alone, TO_MOTHER, today()));
    alone.goal = Some(GoalNo(2));
    assert!(!process.line_goes_to(&alone, TO_SCHOOL, today()), "the goal springs from no need");
    alone.visible_to = vec![SCHOOL];
    assert!(process.line_goes_to(&alone, TO_SCHOOL, today()));
}

/// CON-05, CON-09: what is asked and answered between two units is not told to a third.
#[test]
fn a_question_goes_to_those_it_concerns() {
    let process = process();
    let mut question = Question {
        text: TEXT,
        by_unit: Some(UnitId(30)),
        units: vec![BUP],
        waits_for_absent: false,
        answers: vec![],
        raised_after: 0,
    };
    assert!(!process.question_is_for(&question, TO_SCHOOL));
    assert!(process.question_is_for(&question, TO_BUP));
    assert!(process.question_is_for(&question, TO_MOTHER));
    question.by_unit = Some(SCHOOL);
    assert!(process.question_is_for(&question, TO_SCHOOL));
    (question.by_unit, question.units) = (None, vec![]);
    assert!(process.question_is_for(&question, TO_SCHOOL), "the family has asked everybody");
}

#[test]
fn a_line_meant_for_others_stays_away() {
    let process = process();
    let mut hidden = line(BUP, None);
    hidden.visible_to = vec![UnitId(30)];
    assert!(!process.line_goes_to(&hidden, TO_SCHOOL, today()));
    assert!(process.line_goes_to(&hidden, TO_MOTHER, today()));
}

#[test]
fn what_was_read_must_still_be_so() {
    let process = process();
    assert_eq!(process.must_be_as_read(process.version), Ok(()));
    assert_eq!(process.must_be_as_read(process.version - 1), Err(Refusal::ChangedMeanwhile));
}

/// A line offered after the first version stands in the second, and not in the first.
#[test]
fn a_line_stands_in_the_versions_written_after_it() {
    let mut line = line(BUP, None);
    assert!(line.stands_in(PlanVersion(1)));
    line.offered_after = 1;
    assert!(!line.stands_in(PlanVersion(1)));
    assert!(line.stands_in(PlanVersion(2)));
}

/// Needs, goals and questions as well: what came after the meeting belongs to the next version.
#[test]
fn what_came_later_stands_in_the_next_version() {
    let process = process();
    let mut need = process.plan.needs[0];
    let mut goal = process.plan.goals[0];
    let question = Question {
        text: TEXT,
        by_unit: None,
        units: vec![],
        waits_for_absent: false,
        answers: vec![],
        raised_after: 1,
    };
    (need.raised_after, goal.raised_after) = (1, 1);
    let stands = |version| [need.stands_in(version), goal.stands_in(version), question.stands_in(version)];
    assert_eq!([PlanVersion(1), PlanVersion(2)].map(stands), [[false; 3], [true; 3]]);
}
