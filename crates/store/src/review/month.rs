//! Which month is gone through?

use crate::engine::{Fault, Result};
use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use std::{fmt, str::FromStr};

/// A month, by its first day, and written as that day: 2026-10-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

/// The text is not the first day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the first day of a month")]
pub struct NotAMonth;

impl Month {
    pub fn of(day: Date) -> Month {
        Month(day.first_of_month())
    }

    pub fn first(self) -> Date {
        self.0
    }

    pub fn before(self) -> Month {
        Month(self.0.saturating_sub(1.month()))
    }

    /// Nothing can be drawn of a month that still goes on: nobody would be asked about the days that are left.
    pub fn is_over(self, today: Date) -> bool {
        Month::of(today) > self
    }

    /// From its first moment to that of the next month.
    pub(super) fn moments(self, zone: &TimeZone) -> Result<(Timestamp, Timestamp)> {
        let start = |day: Date| {
            let zoned =
                day.to_zoned(zone.clone()).map_err(|_| Fault::Unreadable("a month outside of time"))?;
            Ok::<_, Fault>(zoned.timestamp())
        };
        Ok((start(self.0)?, start(self.0.saturating_add(1.month()))?))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> std::result::Result<Month, NotAMonth> {
        text.parse().ok().filter(|day: &Date| day.day() == 1).map(Month).ok_or(NotAMonth)
    }
}
