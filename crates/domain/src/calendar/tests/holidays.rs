//! Do the computed holidays agree with a table written down independently?

use jiff::civil::{Date, date};

use super::{day, twelve_years};
use crate::calendar::{Eve, Holiday, easter_day};

/// Good Friday, Easter Day, Easter Monday, Ascension Day, Whit Sunday, Midsummer Day, All Saints' Day.
const MOVABLE: [(i16, [&str; 7]); 12] = [
    (2024, ["03-29", "03-31", "04-01", "05-09", "05-19", "06-22", "11-02"]),
    (2025, ["04-18", "04-20", "04-21", "05-29", "06-08", "06-21", "11-01"]),
    (2026, ["04-03", "04-05", "04-06", "05-14", "05-24", "06-20", "10-31"]),
    (2027, ["03-26", "03-28", "03-29", "05-06", "05-16", "06-26", "11-06"]),
    (2028, ["04-14", "04-16", "04-17", "05-25", "06-04", "06-24", "11-04"]),
    (2029, ["03-30", "04-01", "04-02", "05-10", "05-20", "06-23", "11-03"]),
    (2030, ["04-19", "04-21", "04-22", "05-30", "06-09", "06-22", "11-02"]),
    (2031, ["04-11", "04-13", "04-14", "05-22", "06-01", "06-21", "11-01"]),
    (2032, ["03-26", "03-28", "03-29", "05-06", "05-16", "06-26", "11-06"]),
    (2033, ["04-15", "04-17", "04-18", "05-26", "06-05", "06-25", "11-05"]),
    (2034, ["04-07", "04-09", "04-10", "05-18", "05-28", "06-24", "11-04"]),
    (2035, ["03-23", "03-25", "03-26", "05-03", "05-13", "06-23", "11-03"]),
];

const FIXED: [(&str, Holiday); 6] = [
    ("01-01", Holiday::NewYearsDay),
    ("01-06", Holiday::Epiphany),
    ("05-01", Holiday::FirstOfMay),
    ("06-06", Holiday::NationalDay),
    ("12-25", Holiday::ChristmasDay),
    ("12-26", Holiday::BoxingDay),
];

fn table(year: i16, movable: [&str; 7]) -> Vec<(Date, Holiday)> {
    let names = [
        Holiday::GoodFriday,
        Holiday::EasterDay,
        Holiday::EasterMonday,
        Holiday::AscensionDay,
        Holiday::WhitSunday,
        Holiday::MidsummerDay,
        Holiday::AllSaintsDay,
    ];
    let mut days: Vec<_> = movable.into_iter().zip(names).chain(FIXED).collect();
    days.sort_unstable_by_key(|(text, _)| *text);
    days.into_iter().map(|(text, name)| (day(&format!("{year}-{text}")), name)).collect()
}

/// TIME-1: every public holiday 2024-2035 and nothing else (1989:253).
#[test]
fn the_computed_holidays_are_those_of_the_table() {
    let computed: Vec<_> =
        twelve_years().filter_map(|date| Holiday::on(date).map(|name| (date, name))).collect();
    let written: Vec<_> = MOVABLE.into_iter().flat_map(|(year, days)| table(year, days)).collect();
    assert_eq!(computed, written);
}

/// TIME-1: the three eves, each the day before its holiday (1930:173 2 §).
#[test]
fn there_are_three_eves_a_year() {
    for (year, movable) in MOVABLE {
        let midsummer = day(&format!("{year}-{}", movable[5])).yesterday().unwrap();
        let expected = vec![
            (midsummer, Eve::MidsummerEve),
            (date(year, 12, 24), Eve::ChristmasEve),
            (date(year, 12, 31), Eve::NewYearsEve),
        ];
        let computed: Vec<_> = twelve_years()
            .filter(|date| date.year() == year)
            .filter_map(|date| Eve::on(date).map(|eve| (date, eve)))
            .collect();
        assert_eq!(computed, expected, "{year}");
    }
}

/// TIME-1: Easter by a second method: the golden number and the epact of Clavius, as Knuth wrote it down.
#[test]
fn easter_agrees_with_a_second_method() {
    for year in 1583..=4099_i16 {
        let y = i32::from(year);
        let golden = y % 19 + 1;
        let century = y / 100 + 1;
        let dropped_leap_years = 3 * century / 4 - 12;
        let moon = (8 * century + 5) / 25 - 5;
        let sunday = 5 * y / 4 - dropped_leap_years - 10;
        let mut epact = (11 * golden + 20 + moon - dropped_leap_years).rem_euclid(30);
        if (epact == 25 && golden > 11) || epact == 24 {
            epact += 1;
        }
        let mut full_moon = 44 - epact;
        if full_moon < 21 {
            full_moon += 30;
        }
        let march = full_moon + 7 - (sunday + full_moon).rem_euclid(7);
        let expected = if march > 31 {
            date(year, 4, i8::try_from(march - 31).unwrap())
        } else {
            date(year, 3, i8::try_from(march).unwrap())
        };
        assert_eq!(easter_day(year), expected, "{year}");
    }
}

/// TIME-1: where two holidays meet, the day is free once and has one name.
#[test]
fn meeting_holidays_have_one_name() {
    assert_eq!(Holiday::on(date(2008, 5, 1)), Some(Holiday::FirstOfMay), "also Ascension Day");
    assert_eq!(Holiday::on(date(2049, 6, 6)), Some(Holiday::NationalDay), "also Whit Sunday");
}
