//! Does the calendar count as the law and the model say, and never as a simpler calculator would?

mod holidays;
mod terms;

use jiff::civil::{Date, Weekday, date};
use jiff::{Span, ToSpan};

use super::*;

/// From a day to the fifteenth working day after it.
const FIFTEEN: [(&str, &str); 40] = [
    ("2025-05-30", "2025-06-24"),
    ("2025-12-08", "2026-01-05"),
    ("2025-12-12", "2026-01-12"),
    ("2026-03-16", "2026-04-08"),
    ("2026-03-23", "2026-04-15"),
    ("2026-04-15", "2026-05-07"),
    ("2026-04-27", "2026-05-20"),
    ("2026-06-01", "2026-06-23"),
    ("2026-06-04", "2026-06-26"),
    ("2026-06-05", "2026-06-29"),
    ("2026-06-06", "2026-06-29"),
    ("2026-06-17", "2026-07-09"),
    ("2026-06-18", "2026-07-10"),
    ("2026-06-19", "2026-07-10"),
    ("2026-09-02", "2026-09-23"),
    ("2026-09-07", "2026-09-28"),
    ("2026-09-11", "2026-10-02"),
    ("2026-09-12", "2026-10-02"),
    ("2026-09-13", "2026-10-02"),
    ("2026-10-19", "2026-11-09"),
    ("2026-11-30", "2026-12-21"),
    ("2026-12-04", "2026-12-29"),
    ("2026-12-14", "2027-01-11"),
    ("2026-12-16", "2027-01-13"),
    ("2026-12-18", "2027-01-15"),
    ("2026-12-23", "2027-01-20"),
    ("2026-12-24", "2027-01-20"),
    ("2026-12-30", "2027-01-25"),
    ("2026-12-31", "2027-01-25"),
    ("2027-01-04", "2027-01-26"),
    ("2027-03-08", "2027-03-31"),
    ("2027-03-15", "2027-04-07"),
    ("2027-03-25", "2027-04-19"),
    ("2027-04-19", "2027-05-11"),
    ("2027-04-28", "2027-05-20"),
    ("2027-05-24", "2027-06-14"),
    ("2027-06-07", "2027-06-29"),
    ("2028-02-14", "2028-03-06"),
    ("2028-05-22", "2028-06-14"),
    ("2029-03-19", "2029-04-11"),
];

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Every day 2024-2035.
fn twelve_years() -> impl Iterator<Item = Date> {
    date(2024, 1, 1).series(Span::new().days(1)).take_while(|day| day.year() <= 2035)
}

/// TIME-1, TIME-2: the fifteenth working day over Easter, Whitsun, Midsummer, Christmas and plain weeks.
#[test]
fn the_fifteenth_working_day_is_the_one_in_the_table() {
    let calendar = Calendar::default();
    for (from, expected) in FIFTEEN {
        assert_eq!(calendar.add_working_days(day(from), 15), day(expected), "from {from}");
        assert_eq!(calendar.earliest_for_unit(day(from)), day(expected), "earliest after {from}");
    }
}

/// TIME-2: the result is a working day, later receipt never gives an earlier meeting, and fifteen working
/// days are always between 19 and 31 days.
#[test]
fn fifteen_working_days_behave_on_every_day_of_twelve_years() {
    let calendar = Calendar::default();
    let mut before = Date::MIN;
    for from in twelve_years() {
        let end = calendar.add_working_days(from, 15);
        assert!(calendar.is_working_day(end), "{from} gives {end}, no working day");
        assert!(end >= before, "{from} gives {end}, earlier than the day before gave");
        let span = (end - from).get_days();
        assert!((19..=31).contains(&span), "{from} gives {end}: {span} days");
        assert_eq!(calendar.working_days_between(from, end), 15, "from {from}");
        before = end;
    }
}

/// TIME-2: the day of receipt is day 0, whatever weekday it is.
#[test]
fn friday_saturday_and_sunday_of_one_week_give_the_same_date() {
    let calendar = Calendar::default();
    for friday in twelve_years().filter(|day| day.weekday() == Weekday::Friday) {
        let from_friday = calendar.add_working_days(friday, 15);
        for later in [1, 2] {
            let weekend = friday.saturating_add(later.days());
            assert_eq!(calendar.add_working_days(weekend, 15), from_friday, "the week of {friday}");
        }
    }
}

/// TIME-1: as many working days a year as a printed calendar has.
#[test]
fn each_year_has_its_number_of_working_days() {
    let calendar = Calendar::default();
    for (year, expected) in [(2025, 249), (2026, 251), (2027, 253), (2028, 251), (2029, 250)] {
        let counted =
            twelve_years().filter(|day| day.year() == year && calendar.is_working_day(*day)).count();
        assert_eq!(counted, expected, "{year}");
    }
}

/// TIME-1: days that many take off, but that are ordinary working days.
#[test]
fn maundy_thursday_walpurgis_twelfth_night_and_bridge_days_count() {
    let calendar = Calendar::default();
    for working in ["2026-04-02", "2026-04-30", "2026-01-05", "2026-05-15", "2027-05-07"] {
        assert!(calendar.is_working_day(day(working)), "{working}");
    }
}

/// TIME-1, TIME-2: the reasoning names every day once, in order, and ends where the count ends.
#[test]
fn the_reasoning_accounts_for_every_day() {
    let calendar = Calendar::default();
    for from in twelve_years().step_by(11) {
        let reasoning = calendar.reasoning(from, 15);
        assert_eq!(reasoning.result, calendar.add_working_days(from, 15));
        assert_eq!(reasoning.days.first().unwrap().count, Count::Start);
        assert_eq!(reasoning.days.last().unwrap().count, Count::Working(15));
        let mut expected = from;
        for counted in &reasoning.days {
            assert_eq!(counted.date, expected);
            expected = expected.tomorrow().unwrap();
        }
    }
}

/// TIME-1: each day that does not count says why.
#[test]
fn the_reasoning_says_why_a_day_does_not_count() {
    let calendar = Calendar::default();
    let why = |text| calendar.not_counted(day(text));
    assert_eq!(why("2026-06-19"), Some(NotCounted::Eve(Eve::MidsummerEve)));
    assert_eq!(why("2026-06-20"), Some(NotCounted::Holiday(Holiday::MidsummerDay)));
    assert_eq!(why("2026-06-21"), Some(NotCounted::Weekend(WeekendDay::Sunday)));
    assert_eq!(why("2026-06-13"), Some(NotCounted::Weekend(WeekendDay::Saturday)));
    assert_eq!(why("2026-12-26"), Some(NotCounted::Holiday(Holiday::BoxingDay)));
    assert_eq!(why("2026-06-22"), None);
}

/// TIME-2: nothing to count, and the end of the calendar.
#[test]
fn the_ends_of_a_count_are_calm() {
    let calendar = Calendar::default();
    assert_eq!(calendar.add_working_days(day("2026-06-06"), 0), day("2026-06-06"));
    assert_eq!(calendar.add_working_days(Date::MAX, 15), Date::MAX);
    assert_eq!(calendar.reasoning(Date::MAX, 15).days.len(), 1);
    assert_eq!(calendar.working_days_between(day("2026-06-06"), day("2026-06-01")), 0);
}

/// TIME-1: an installation closes a day of its own, or counts the eves, by editing the file alone.
#[test]
fn the_rules_can_be_edited() {
    let shipped = include_str!("../../../../data/calendar.toml");
    let without_eves = shipped.replace(
        r#"equated_with_holidays = ["midsummer_eve", "christmas_eve", "new_years_eve"]"#,
        "equated_with_holidays = []",
    );
    let calendar = Calendar::parse(&without_eves).unwrap();
    assert_eq!(calendar.add_working_days(day("2026-06-05"), 15), day("2026-06-26"));

    let closed =
        format!("{shipped}\n[[local_closing_days]]\ndate = \"2026-06-22\"\nreason = \"Planeringsdag\"\n");
    let calendar = Calendar::parse(&closed).unwrap();
    assert_eq!(
        calendar.not_counted(day("2026-06-22")),
        Some(NotCounted::LocalClosing("Planeringsdag".into()))
    );
    assert_eq!(calendar.add_working_days(day("2026-06-05"), 15), day("2026-06-30"));
}

/// A date is written in one way.
#[test]
fn a_date_is_read_only_as_year_month_day() {
    assert_eq!(iso_date("2026-06-05"), Some(date(2026, 6, 5)));
    for other in ["2026-6-5", "20260605", "2026-06-05T10:00", "2026-06-31", "+02026-06", "05/06/2026", ""] {
        assert_eq!(iso_date(other), None, "{other}");
    }
}

/// A faulty file is refused with the place of the fault.
#[test]
fn a_faulty_calendar_file_is_refused() {
    let shipped = include_str!("../../../../data/calendar.toml");
    let with = |days: &str| CalendarRules::parse(&format!("{shipped}\n{days}"));
    let closed = "[[local_closing_days]]\ndate = \"2026-06-22\"\nreason = \"Stängt\"\n";
    assert_eq!(with(&closed.repeat(2)), Err(CalendarFault::ClosedTwice(day("2026-06-22"))));
    assert_eq!(
        with(&closed.replace("Stängt", " ")),
        Err(CalendarFault::ReasonMissingOrLong(day("2026-06-22")))
    );
    assert_eq!(
        CalendarRules::parse(&shipped.replace("notice_working_days = 15", "notice_working_days = 0")),
        Err(CalendarFault::TermOutOfRange("notice_working_days"))
    );
    assert_eq!(
        CalendarRules::parse(&shipped.replace("assessment_days_min = 28", "assessment_days_min = 113")),
        Err(CalendarFault::WindowReversed)
    );
    let unknown = CalendarRules::parse(&shipped.replace("midsummer_eve\",", "walpurgis_eve\","));
    assert!(matches!(unknown, Err(CalendarFault::Unreadable(text)) if text.contains("walpurgis_eve")));
    let not_a_date = with(&closed.replace("2026-06-22", "2026-06-31"));
    assert!(matches!(not_a_date, Err(CalendarFault::Unreadable(text)) if text.contains("line")));
}
