//! Which days are working days, and on which day does a count of them end? (TIME-1, TIME-2)
//!
//! Dates are civil dates in Sweden (Europe/Stockholm, TIME-12); the caller turns instants into dates.
//! Words for weekdays and holidays live with the texts: this module only names them.

mod holiday;
mod rules;
mod terms;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

pub use holiday::{Eve, Holiday, easter_day};
pub use rules::{CalendarFault, CalendarRules, LocalClosingDay, Terms};

/// The working days of one agreement area.
#[doc(alias = "arbetsdagar")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    rules: CalendarRules,
}

/// Why a day is not a working day. The first that holds, from the most telling to the least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotCounted {
    /// A public holiday with a name (1989:253); also when it falls on a Saturday or Sunday.
    Holiday(Holiday),
    /// A day that the rules equate with a holiday (1930:173 2 §).
    Eve(Eve),
    /// Saturday or Sunday.
    Weekend(WeekendDay),
    /// Closed locally, for the reason written in the rules.
    LocalClosing(Arc<str>),
}

/// The two days of the weekend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekendDay {
    Saturday,
    Sunday,
}

/// What one day meant in a count of working days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// Day 0: the day counted from, whatever weekday it is.
    Start,
    /// A working day, with its number from 1.
    Working(u32),
    /// A day that does not count.
    NotCounted(NotCounted),
}

/// One day of a [`Reasoning`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedDay {
    pub date: Date,
    pub count: Count,
}

/// How a date was arrived at, day by day from day 0 to the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasoning {
    /// The date the count ends on.
    pub result: Date,
    /// **Invariant:** never empty, starts with [`Count::Start`] and holds every day once, in order.
    /// Only [`Calendar::reasoning`] makes one.
    pub days: Vec<CountedDay>,
}

impl Calendar {
    /// A calendar from rules that have been checked by [`CalendarRules::parse`].
    pub fn new(rules: CalendarRules) -> Calendar {
        Calendar { rules }
    }

    /// Reads the text of a calendar file.
    ///
    /// # Errors
    /// A [`CalendarFault`] that says which line or which day is wrong.
    pub fn parse(text: &str) -> Result<Calendar, CalendarFault> {
        CalendarRules::parse(text).map(Calendar::new)
    }

    /// The rules this calendar counts by.
    pub fn rules(&self) -> &CalendarRules {
        &self.rules
    }

    /// Why `date` is no working day, or nothing when it is one (TIME-1).
    pub fn not_counted(&self, date: Date) -> Option<NotCounted> {
        if let Some(holiday) = Holiday::on(date) {
            return Some(NotCounted::Holiday(holiday));
        }
        if let Some(eve) = Eve::on(date).filter(|eve| self.rules.equates(*eve)) {
            return Some(NotCounted::Eve(eve));
        }
        match date.weekday() {
            Weekday::Saturday => return Some(NotCounted::Weekend(WeekendDay::Saturday)),
            Weekday::Sunday => return Some(NotCounted::Weekend(WeekendDay::Sunday)),
            Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => {
            }
        }
        self.rules.closing_reason(date).map(NotCounted::LocalClosing)
    }

    /// Whether `date` is a working day (TIME-1).
    pub fn is_working_day(&self, date: Date) -> bool {
        self.not_counted(date).is_none()
    }

    /// The date of working day number `days` after `from` (TIME-2).
    ///
    /// `from` is day 0, whatever weekday it is; 0 days gives `from` itself. The calendar ends on
    /// 9999-12-31: a count that would pass it stops there.
    pub fn add_working_days(&self, from: Date, days: u32) -> Date {
        let mut date = from;
        let mut number = 0;
        while number < days {
            let Ok(next) = date.tomorrow() else { return date };
            date = next;
            number += u32::from(self.is_working_day(date));
        }
        date
    }

    /// The same count as [`Calendar::add_working_days`], with every day accounted for.
    pub fn reasoning(&self, from: Date, days: u32) -> Reasoning {
        let mut counted = vec![CountedDay { date: from, count: Count::Start }];
        let mut date = from;
        let mut number = 0;
        while number < days {
            let Ok(next) = date.tomorrow() else { break };
            date = next;
            let count = match self.not_counted(date) {
                Some(why) => Count::NotCounted(why),
                None => {
                    number += 1;
                    Count::Working(number)
                }
            };
            counted.push(CountedDay { date, count });
        }
        Reasoning { result: date, days: counted }
    }

    /// How many working days lie after `from`, up to and including `to`; 0 when `to` is not later.
    pub fn working_days_between(&self, from: Date, to: Date) -> u32 {
        let mut number = 0;
        let mut date = from;
        while date < to {
            date = date.saturating_add(1.day());
            number += u32::from(self.is_working_day(date));
        }
        number
    }
}

/// A date as it is written in forms, addresses and on the command line: 2026-06-05, and nothing else.
pub fn iso_date(text: &str) -> Option<Date> {
    // A plain parse would also take a date with a time of day behind it, and pass the time over.
    text.parse().ok().filter(|_| text.len() == "2026-06-05".len() && text.is_ascii())
}

impl Default for Calendar {
    /// The calendar file that is shipped with the program.
    fn default() -> Calendar {
        // Compiled in and parsed by a test: failing here is a programmer error.
        Calendar::parse(include_str!("../../../data/calendar.toml")).expect("the shipped calendar is valid")
    }
}
