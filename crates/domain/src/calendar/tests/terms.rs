//! Are the dates of the time rules those of the worked scenarios?

use super::day;
use crate::calendar::Calendar;

/// TIME-7: from day 28 to day 112 after the initial meeting, both inclusive.
#[test]
fn the_second_meeting_has_a_window() {
    let calendar = Calendar::default();
    for (initial, first, last) in [
        ("2026-09-29", "2026-10-27", "2027-01-19"),
        ("2027-01-27", "2027-02-24", "2027-05-19"),
        ("2026-08-18", "2026-09-15", "2026-12-08"),
        ("2027-05-12", "2027-06-09", "2027-09-01"),
    ] {
        assert_eq!(calendar.window(day(initial)), (day(first), day(last)), "after {initial}");
    }
}

/// TIME-8: not sent within ten working days; not met within eight weeks of the first receipt.
#[test]
fn an_old_summons_is_flagged() {
    let calendar = Calendar::default();
    assert_eq!(calendar.unmet_flagged_from(day("2026-06-04")), day("2026-07-31"));
    assert_eq!(calendar.add_working_days(day("2026-06-04"), 10), day("2026-06-18"));
    assert_eq!(calendar.unsent_flagged_from(day("2026-06-04")), day("2026-06-19"));
}

/// TIME-9: five working days, so that a holiday moves the date.
#[test]
fn copies_are_due_five_working_days_after_the_meeting() {
    let calendar = Calendar::default();
    for (meeting, due) in [
        ("2026-09-29", "2026-10-06"),
        ("2026-11-24", "2026-12-01"),
        ("2027-02-23", "2027-03-02"),
        ("2026-12-18", "2026-12-29"),
    ] {
        assert_eq!(calendar.release_due(day(meeting)), day(due), "after {meeting}");
    }
}

/// TIME-10, CON-24: at most twelve months, with a reminder thirty days before the end.
#[test]
fn a_consent_ends_within_a_year() {
    let calendar = Calendar::default();
    assert_eq!(calendar.consent_end_max(day("2026-09-03")), day("2027-09-03"));
    assert_eq!(calendar.consent_end_max(day("2028-02-29")), day("2029-02-28"));
    assert_eq!(calendar.consent_reminder(day("2027-09-03")), day("2027-08-04"));
}
