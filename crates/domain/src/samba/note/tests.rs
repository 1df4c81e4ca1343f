//! Has every note a last day, and is a fact asked about?

use super::*;
use jiff::civil::date;

const TODAY: Date = date(2027, 3, 1);

fn note() -> NewNote {
    NewNote {
        case: None,
        day: TODAY,
        kind: NoteKind::Reminder,
        text: "Ring".to_owned(),
        contains_fact: false,
        considered: false,
        last_day: usual(TODAY),
    }
}

/// DESK-2: from the same day to half a year; the usual is ninety days, and that day is its last.
#[test]
fn a_note_has_a_last_day() {
    assert_eq!(usual(TODAY), date(2027, 5, 30));
    let until = |last_day| NewNote { last_day, ..note() }.check(TODAY);
    assert_eq!(until(usual(TODAY)), Ok(()));
    assert_eq!(until(TODAY), Ok(()));
    assert_eq!(until(date(2027, 2, 28)), Err(NoteFault::LastDayBehind));
    assert_eq!(until(date(2027, 8, 28)), Ok(()));
    assert_eq!(until(date(2027, 8, 29)), Err(NoteFault::LastDayTooFar));
    assert!(lives(TODAY, TODAY));
    assert!(!lives(TODAY, date(2027, 3, 2)));
}

/// DESK-2: a reminder is not gone before the day it is for.
#[test]
fn a_note_outlives_its_day() {
    let about = |day| NewNote { day, last_day: date(2027, 3, 10), ..note() }.check(TODAY);
    assert_eq!(about(date(2027, 3, 10)), Ok(()));
    assert_eq!(about(date(2027, 3, 11)), Err(NoteFault::GoneBeforeItsDay));
}

/// DESK-1: whoever notes a fact is asked where it belongs.
#[test]
fn a_fact_is_asked_about() {
    let fact = |considered| NewNote { contains_fact: true, considered, ..note() }.check(TODAY);
    assert_eq!(fact(false), Err(NoteFault::FactNotConsidered));
    assert_eq!(fact(true), Ok(()));
    assert_eq!(NewNote { text: " \n".to_owned(), ..note() }.check(TODAY), Err(NoteFault::TextMissing));
}
