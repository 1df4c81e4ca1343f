//! On which days does a body meet, and what if such a day is no working day? (BOD-1)

#[cfg(test)]
mod tests;

use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, NotCounted};

/// The rarest cadence: a slip of the pen must not let a body sleep for years.
const WEEKS_MAX: u32 = 26;
const MONTHS_MAX: u32 = 12;
/// A month has no fifth of each weekday, so a series of months begins in the first four weeks of one.
const DAY_OF_MONTH_MAX: i8 = 28;
/// So far around a slot a working day is looked for.
const DAYS_AROUND_MAX: i64 = 30;

/// Fixed days from a first one, whose weekday they keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cadence {
    rhythm: Rhythm,
    from: Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// Every so many weeks.
    Weeks(u32),
    /// Every so many months, on the same weekday in the same week of the month: the second Thursday.
    Months(u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CadenceFault {
    #[error("every 1 to {WEEKS_MAX} weeks")]
    Weeks,
    #[error("every 1 to {MONTHS_MAX} months")]
    Months,
    #[error("not every month has a fifth {0:?}: begin on one of its first {DAY_OF_MONTH_MAX} days")]
    FifthWeekday(Weekday),
    #[error("a new cadence begins after today")]
    NotAhead,
}

/// One fixed day of a body. A day that is no working day is never moved silently: others are proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub on: Date,
    /// Why nobody can meet that day; nothing on a working day.
    pub falls_on: Option<NotCounted>,
    /// The nearest working days before and after, to choose from; none for a working day.
    pub proposals: Vec<Date>,
}

/// The cadences that a body has had and will have, each until the next begins.
///
/// **Invariant:** in order of their first days, no two on the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series(Vec<Cadence>);

impl Cadence {
    /// # Errors
    /// What cannot be a cadence.
    pub fn new(rhythm: Rhythm, from: Date) -> Result<Cadence, CadenceFault> {
        match rhythm {
            Rhythm::Weeks(every) if !(1..=WEEKS_MAX).contains(&every) => Err(CadenceFault::Weeks),
            Rhythm::Months(every) if !(1..=MONTHS_MAX).contains(&every) => Err(CadenceFault::Months),
            Rhythm::Months(_) if from.day() > DAY_OF_MONTH_MAX => {
                Err(CadenceFault::FifthWeekday(from.weekday()))
            }
            Rhythm::Weeks(_) | Rhythm::Months(_) => Ok(Cadence { rhythm, from }),
        }
    }

    pub fn rhythm(self) -> Rhythm {
        self.rhythm
    }

    /// The first day.
    pub fn from(self) -> Date {
        self.from
    }

    /// Its days up to and including `to`, without end if the calendar had none.
    fn days_until(self, to: Date) -> impl Iterator<Item = Date> {
        (0..).map_while(move |index| self.day(index)).take_while(move |day| *day <= to)
    }

    fn day(self, index: i64) -> Option<Date> {
        match self.rhythm {
            Rhythm::Weeks(every) => self.from.checked_add((index * i64::from(every)).weeks()).ok(),
            Rhythm::Months(every) => {
                let month =
                    self.from.first_of_month().checked_add((index * i64::from(every)).months()).ok()?;
                month.nth_weekday_of_month((self.from.day() - 1) / 7 + 1, self.from.weekday()).ok()
            }
        }
    }
}

impl Series {
    pub fn of(first: Cadence) -> Series {
        Series(vec![first])
    }

    /// From its first day on the new cadence holds; what had been planned to begin later than that falls (BOD-3).
    ///
    /// # Errors
    /// [`CadenceFault::NotAhead`] for a day that is not after today: no meeting that has been is made undone.
    pub fn change(&mut self, to: Cadence, today: Date) -> Result<(), CadenceFault> {
        if to.from <= today {
            return Err(CadenceFault::NotAhead);
        }
        self.0.retain(|earlier| earlier.from < to.from);
        self.0.push(to);
        Ok(())
    }

    /// The one that holds on a day, or the first if it has not begun.
    pub fn on(&self, day: Date) -> Option<Cadence> {
        self.0.iter().rev().find(|cadence| cadence.from <= day).or(self.0.first()).copied()
    }

    /// The fixed days from `from` to `to`, both included.
    pub fn slots(&self, from: Date, to: Date, calendar: &Calendar) -> Vec<Slot> {
        let mut slots = vec![];
        for (index, cadence) in self.0.iter().enumerate() {
            let next = self.0.get(index + 1).map(|next| next.from);
            let days = cadence.days_until(to).take_while(|day| next.is_none_or(|next| *day < next));
            slots.extend(days.filter(|day| *day >= from).map(|day| Slot::on(day, calendar)));
        }
        slots
    }
}

impl Slot {
    pub fn on(on: Date, calendar: &Calendar) -> Slot {
        let falls_on = calendar.not_counted(on);
        let nearest = |direction: i64| {
            (1..=DAYS_AROUND_MAX)
                .filter_map(|days| on.checked_add((direction * days).days()).ok())
                .find(|day| calendar.is_working_day(*day))
        };
        let proposals = match falls_on {
            Some(_) => [nearest(-1), nearest(1)].into_iter().flatten().collect(),
            None => vec![],
        };
        Slot { on, falls_on, proposals }
    }

    /// The days on which the meeting of this slot can be held: itself, or those that are proposed instead.
    pub fn days(&self) -> &[Date] {
        match self.falls_on {
            Some(_) => &self.proposals,
            None => std::slice::from_ref(&self.on),
        }
    }
}
