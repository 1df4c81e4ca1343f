//! Is what is left exactly what there would be if the thing had never been there? (AC-7)

use crate::{
    Event, Process,
    choice::*,
    event::{
        other_ground::OtherGroundEvent,
        protection::{PlanItem, ProtectionEvent},
    },
    ids::*,
    party::*,
    process::ChildFacts,
};
use jiff::civil::{Date, date};
use uuid::Uuid;

const CHILD: PersonId = PersonId(Uuid::from_u128(1));
const MOTHER: PersonId = PersonId(Uuid::from_u128(2));
const FATHER: PersonId = PersonId(Uuid::from_u128(3));
const TEACHER: PersonId = PersonId(Uuid::from_u128(4));
const SCHOOL: UnitId = UnitId(10);
const BUP: UnitId = UnitId(20);
const DAY: Date = date(2027, 3, 1);

fn text(number: u128) -> TextId {
    TextId(Uuid::from_u128(0x100 + number))
}

fn opened() -> Event {
    Event::ProcessOpened {
        child: CHILD,
        initiator: TEACHER,
        unit: SCHOOL,
        custody: Custody {
            form: CustodyForm::Joint,
            guardians: [MOTHER, FATHER].map(|person| Guardian { person, legal: true }).to_vec(),
            checked_on: DAY,
            checked_how: text(0),
            placed: false,
        },
        previous: None,
        request: None,
        on: DAY,
    }
}

fn need(number: u32, words: u128) -> Event {
    let (view, kind) = (View::Professional, InformationKind::Health);
    Event::NeedRecorded { need: NeedNo(number), text: text(words), view, kind }
}

fn goal(number: u32, words: u128, need: u32) -> Event {
    let (goal, horizon, need) = (GoalNo(number), Horizon::Short, Some(NeedNo(need)));
    Event::GoalRecorded { goal, text: text(words), horizon, need }
}

fn line(number: u32, words: u128, goal: u32) -> Event {
    Event::CommitmentOffered {
        commitment: CommitmentNo(number),
        unit: BUP,
        by: TEACHER,
        kind: CommitmentKind::Intervention,
        text: text(words),
        goal: Some(GoalNo(goal)),
        responsible: text(0),
        legal_form: LegalForm::None,
        start: DAY,
        frequency: text(0),
        expected_end: DAY,
        visible_to: vec![],
        decisive: false,
        by_board: None,
    }
}

fn asked(number: u32, words: u128) -> Event {
    Event::QuestionAsked {
        question: QuestionNo(number),
        text: text(words),
        by_unit: None,
        units: vec![],
        waits_for_absent: false,
    }
}

fn withheld(item: PlanItem) -> Event {
    let (from, reason, by, on) = (FATHER, text(99), TEACHER, DAY);
    Event::Protection(ProtectionEvent::ItemWithheld { item, from, reason, by, on })
}

fn replay(events: &[Event]) -> Process {
    let facts = ChildFacts { born: date(2015, 1, 1), protected: false };
    Process::replay(facts, events).unwrap()
}

/// All that can be asked of both worlds but how many events there were.
fn same(left: Process, right: &Process) {
    assert_eq!(Process { version: right.version, ..left }, *right);
}

fn whole() -> Vec<Event> {
    vec![
        opened(),
        need(1, 1),
        need(2, 2),
        goal(1, 11, 1),
        goal(2, 12, 2),
        line(1, 21, 1),
        line(2, 22, 2),
        asked(1, 31),
        asked(2, 32),
    ]
}

/// AC-7: for that guardian a withheld need was never told, and neither were the goal and the line that spring from
/// it; everything else has the number it would have had.
#[test]
fn a_withheld_need_was_never_there() {
    let mut events = whole();
    events.push(withheld(PlanItem::Need { need: NeedNo(1) }));
    events.push(withheld(PlanItem::Question { question: QuestionNo(1) }));
    let never = replay(&[opened(), need(1, 2), goal(1, 12, 1), line(1, 22, 1), asked(1, 32)]);
    same(replay(&events).sifted_for(FATHER, DAY).unwrap(), &never);
}

/// AC-7: the other guardian and the child have it all, and no sign that it was kept from somebody.
#[test]
fn nobody_else_sees_that_it_is_withheld() {
    let mut events = whole();
    events.push(withheld(PlanItem::Line { commitment: CommitmentNo(1) }));
    events.push(withheld(PlanItem::Goal { goal: GoalNo(2) }));
    let all = replay(&whole());
    for person in [MOTHER, CHILD] {
        same(replay(&events).sifted_for(person, DAY).unwrap(), &all);
    }
    assert!(all.sifted_for(FATHER, DAY).is_none(), "nothing is kept from anybody");
}

/// AC-10: what a law forbids to tell the family of is nowhere in what they are shown.
#[test]
fn a_kept_disclosure_is_not_there() {
    let decided = |ground, kept_from_family| {
        Event::OtherGround(OtherGroundEvent::OtherGroundDecided {
            ground: OtherGroundNo(ground),
            from: BUP,
            to: SCHOOL,
            reader: TEACHER,
            basis: LegalBasis::DutyToDisclose,
            lines: vec![CommitmentNo(2)],
            reason: text(41),
            kept_from_family,
            until: DAY,
            by: TEACHER,
            on: DAY,
        })
    };
    let mut events = whole();
    events.extend([decided(1, Some(text(42))), decided(2, None)]);
    let mut told = whole();
    told.push(decided(1, None));
    same(replay(&events).sifted_for(MOTHER, DAY).unwrap(), &replay(&told));
}
