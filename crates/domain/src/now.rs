//! What time is it? An argument, always: the domain has no clock.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};

/// One moment, as an instant and as the wall clock in Sweden shows it (TIME-12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    pub instant: Timestamp,
    /// The same moment in Europe/Stockholm.
    pub local: DateTime,
}

impl Now {
    /// The date in Sweden. All time rules are about dates.
    pub fn today(&self) -> Date {
        self.local.date()
    }
}

/// The date on which somebody born on `born` reaches `years`. Someone born on 29 February reaches
/// it on the last day of February in other years, after the pattern of 1930:173 1 §.
pub fn birthday(born: Date, years: i16) -> Date {
    let year = born.year().saturating_add(years);
    Date::new(year, born.month(), born.day()).or_else(|_| Date::new(year, 2, 28)).unwrap_or(Date::MAX)
}

/// Full years lived on `on`.
pub fn age(born: Date, on: Date) -> i16 {
    let years = on.year() - born.year();
    if birthday(born, years) > on { years - 1 } else { years }
}
