//! Is each day's reason told in words?

use super::*;
use domain::calendar::{Eve, Holiday, NotCounted};

/// TIME-1, TIME-2: Midsummer Eve does not count, and the first line is the date alone.
#[test]
fn the_date_comes_first_and_then_every_day_with_its_reason() {
    let told = run("2026-06-05", 15).unwrap();
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(lines[0], "2026-06-29");
    assert_eq!(lines[1], "fre 5 juni 2026: dag 0, kallelsen kom fram.");
    assert_eq!(lines[2], "lör 6 juni 2026: räknas inte, nationaldagen.");
    assert_eq!(lines[3], "sön 7 juni 2026: räknas inte, söndag.");
    assert_eq!(lines[4], "mån 8 juni 2026: arbetsdag 1.");
    assert!(lines.contains(&"lör 13 juni 2026: räknas inte, lördag."));
    assert!(lines.contains(&"fre 19 juni 2026: räknas inte, midsommarafton."));
    assert!(lines.contains(&"lör 20 juni 2026: räknas inte, midsommardagen."));
    assert_eq!(lines.last(), Some(&"mån 29 juni 2026: arbetsdag 15."));
    assert_eq!(lines.len(), 1 + 25);
}

/// TIME-9: another count.
#[test]
fn another_number_of_days_can_be_counted() {
    assert!(run("2026-09-29", 5).unwrap().starts_with("2026-10-06\n"));
    assert!(run("2026-09-29", 0).unwrap().starts_with("2026-09-29\n"));
}

#[test]
fn a_bad_date_is_told_in_words() {
    for bad in ["2026-06-31", "5 juni", "2026-6-5", "20260605", "2026-06-05T10:00", "", "2026-06-05 "] {
        let told = run(bad, 15).unwrap_err();
        assert!(told.starts_with(&format!("”{bad}” är inget datum")), "{told}");
    }
    assert!(run(&"9".repeat(500), 15).unwrap_err().len() < 150);
    assert!(run("2026-06-05", DAYS_MAX + 1).unwrap_err().contains("1000"));
    assert!(run("9999-12-31", 15).unwrap().starts_with("9999-12-31\n"), "the calendar ends there");
}

/// Every reason there is has words.
#[test]
fn every_holiday_and_eve_has_a_name() {
    let texts = Texts::swedish();
    let holidays = [
        Holiday::NewYearsDay,
        Holiday::Epiphany,
        Holiday::GoodFriday,
        Holiday::EasterDay,
        Holiday::EasterMonday,
        Holiday::FirstOfMay,
        Holiday::AscensionDay,
        Holiday::WhitSunday,
        Holiday::NationalDay,
        Holiday::MidsummerDay,
        Holiday::AllSaintsDay,
        Holiday::ChristmasDay,
        Holiday::BoxingDay,
    ];
    let eves = [Eve::MidsummerEve, Eve::ChristmasEve, Eve::NewYearsEve];
    let reasons = holidays.map(NotCounted::Holiday).into_iter().chain(eves.map(NotCounted::Eve));
    for reason in reasons {
        let words = calendar_words::reason(texts, &reason);
        assert!(!words.contains('['), "{words}");
    }
    let closed = NotCounted::LocalClosing("planeringsdag".into());
    assert_eq!(calendar_words::reason(texts, &closed), "stängt (planeringsdag)");
}
