//! On which dates do the public holidays and the three eves fall?

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use serde::{Deserialize, Serialize};

/// A public holiday with a name, lagen (1989:253) om allmänna helgdagar. Ordinary Sundays are
/// holidays too and are told apart as weekend days.
#[doc(alias = "helgdag")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    NewYearsDay,
    Epiphany,
    GoodFriday,
    EasterDay,
    EasterMonday,
    FirstOfMay,
    AscensionDay,
    WhitSunday,
    NationalDay,
    MidsummerDay,
    AllSaintsDay,
    ChristmasDay,
    BoxingDay,
}

/// A day that lagen (1930:173) 2 § equates with a holiday when a statutory limit is counted.
#[doc(alias = "afton")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Eve {
    MidsummerEve,
    ChristmasEve,
    NewYearsEve,
}

impl Holiday {
    /// The holiday that falls on `date`, if any. Where two meet (Ascension Day on 1 May, Whit Sunday on
    /// 6 June) the one with the fixed date is named.
    pub fn on(date: Date) -> Option<Holiday> {
        match (date.month(), date.day()) {
            (1, 1) => Some(Holiday::NewYearsDay),
            (1, 6) => Some(Holiday::Epiphany),
            (5, 1) => Some(Holiday::FirstOfMay),
            (6, 6) => Some(Holiday::NationalDay),
            (12, 25) => Some(Holiday::ChristmasDay),
            (12, 26) => Some(Holiday::BoxingDay),
            (6, 20..=26) if date.weekday() == Weekday::Saturday => Some(Holiday::MidsummerDay),
            (10, 31) | (11, 1..=6) if date.weekday() == Weekday::Saturday => Some(Holiday::AllSaintsDay),
            (_, _) => Holiday::after_easter(date),
        }
    }

    /// The holidays whose date follows Easter.
    fn after_easter(date: Date) -> Option<Holiday> {
        let easter = easter_day(date.year());
        let on = |days: i64| date == easter.saturating_add(days.days());
        if on(-2) {
            Some(Holiday::GoodFriday)
        } else if on(0) {
            Some(Holiday::EasterDay)
        } else if on(1) {
            Some(Holiday::EasterMonday)
        } else if on(39) {
            Some(Holiday::AscensionDay) // the sixth Thursday after Easter Day
        } else if on(49) {
            Some(Holiday::WhitSunday) // the seventh Sunday after Easter Day
        } else {
            None
        }
    }

    /// The last part of the text key of its name: `national-day`.
    pub fn key(self) -> &'static str {
        match self {
            Holiday::NewYearsDay => "new-years-day",
            Holiday::Epiphany => "epiphany",
            Holiday::GoodFriday => "good-friday",
            Holiday::EasterDay => "easter-day",
            Holiday::EasterMonday => "easter-monday",
            Holiday::FirstOfMay => "first-of-may",
            Holiday::AscensionDay => "ascension-day",
            Holiday::WhitSunday => "whit-sunday",
            Holiday::NationalDay => "national-day",
            Holiday::MidsummerDay => "midsummer-day",
            Holiday::AllSaintsDay => "all-saints-day",
            Holiday::ChristmasDay => "christmas-day",
            Holiday::BoxingDay => "boxing-day",
        }
    }
}

impl Eve {
    /// The eve that falls on `date`, if any.
    pub fn on(date: Date) -> Option<Eve> {
        match (date.month(), date.day()) {
            (12, 24) => Some(Eve::ChristmasEve),
            (12, 31) => Some(Eve::NewYearsEve),
            // Midsummer Day is the Saturday 20-26 June, so its eve is the Friday 19-25 June.
            (6, 19..=25) if date.weekday() == Weekday::Friday => Some(Eve::MidsummerEve),
            (_, _) => None,
        }
    }

    /// The last part of the text key of its name: `midsummer-eve`.
    pub fn key(self) -> &'static str {
        match self {
            Eve::MidsummerEve => "midsummer-eve",
            Eve::ChristmasEve => "christmas-eve",
            Eve::NewYearsEve => "new-years-eve",
        }
    }
}

/// Easter Day of a year of the Gregorian calendar (the rule of Meeus, Jones and Butcher).
pub fn easter_day(year: i16) -> Date {
    let y = i32::from(year);
    let moon_year = y.rem_euclid(19);
    let (century, year_of_century) = (y.div_euclid(100), y.rem_euclid(100));
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * moon_year + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let to_sunday = (32 + 2 * century.rem_euclid(4) + 2 * year_of_century.div_euclid(4)
        - epact
        - year_of_century.rem_euclid(4))
    .rem_euclid(7);
    let late = (moon_year + 11 * epact + 22 * to_sunday).div_euclid(451);
    // Always 22 March to 25 April: `days` counts from 1 March.
    let days = epact + to_sunday - 7 * late + 21;
    date(year, 3, 1).saturating_add(i64::from(days).days())
}
