//! Are dates and numbers said the way people say them?

use jiff::civil::{date, time};

use crate::web::texts::Texts;

#[test]
fn dates_are_written_out() {
    let t = Texts::swedish();
    assert_eq!(t.date(date(2026, 6, 29)), "mån 29 juni 2026");
    assert_eq!(t.date(date(2026, 12, 31)), "tors 31 december 2026");
    assert_eq!(t.time(time(14, 10, 59, 0)), "14.10");
    assert_eq!(t.date_time(date(2026, 10, 14).at(9, 5, 0, 0)), "ons 14 oktober 2026 kl. 09.05");
}

#[test]
fn numbers_bend_the_words() {
    let t = Texts::swedish();
    assert_eq!(t.with("units-count", &[("count", &1_usize)]), "En verksamhet.");
    assert_eq!(t.with("units-count", &[("count", &84_usize)]), "84 verksamheter.");
}

#[test]
fn no_language_file_has_a_fault() {
    assert_eq!(Texts::swedish().faults(), [] as [String; 0]);
}

#[test]
fn a_missing_text_is_seen_and_breaks_nothing() {
    assert_eq!(Texts::swedish().get("there-is-no-such-text"), "[there-is-no-such-text]");
}
