//! What time is it, and which day is it in Sweden?

use std::sync::{Arc, Mutex, PoisonError};

use domain::Now;
use jiff::{
    SignedDuration, Timestamp, ToSpan as _, Zoned,
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// The zone every date in the program is a date in (TIME-12). The zone data is part of the executable.
const ZONE: &str = "Europe/Stockholm";

/// The only place where time enters the program.
#[derive(Debug, Clone)]
pub struct Clock {
    zone: TimeZone,
    source: Source,
}

#[derive(Debug, Clone)]
enum Source {
    /// The computer's clock, moved a number of whole days.
    Running { days: i32 },
    /// Stands still until somebody moves it.
    Set(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// The computer's own time.
    pub fn real() -> Result<Self, jiff::Error> {
        Ok(Self { zone: TimeZone::get(ZONE)?, source: Source::Running { days: 0 } })
    }

    /// Runs as usual from the present time of day, but on another date: for showing and rehearsing.
    ///
    /// # Errors
    /// If the date is further away than the calendar reaches.
    pub fn on(today: Date) -> Result<Self, jiff::Error> {
        let zone = TimeZone::get(ZONE)?;
        let days = Timestamp::now().to_zoned(zone.clone()).date().until(today)?.get_days();
        Ok(Self { zone, source: Source::Running { days } })
    }

    /// Stands at this local time until it is moved.
    pub fn set_at(local: DateTime) -> Result<Self, jiff::Error> {
        let zone = TimeZone::get(ZONE)?;
        let instant = local.to_zoned(zone.clone())?.timestamp();
        Ok(Self { zone, source: Source::Set(Arc::new(Mutex::new(instant))) })
    }

    /// Moves a clock that stands still; a running one is left alone.
    pub fn advance(&self, by: SignedDuration) {
        match &self.source {
            Source::Running { .. } => {}
            Source::Set(instant) => {
                let mut instant = instant.lock().unwrap_or_else(PoisonError::into_inner);
                *instant += by;
            }
        }
    }

    /// This moment.
    pub fn now(&self) -> Now {
        let zoned = self.zoned();
        Now { instant: zoned.timestamp(), local: zoned.datetime() }
    }

    /// The moment at which the wall clock shows this; in the hour that a summer ends, the first of the two.
    pub fn at(&self, local: DateTime) -> Now {
        let zoned = self.zone.to_ambiguous_zoned(local).compatible();
        // Out of the calendar's range only for years no process will see.
        zoned.map_or_else(|_| self.now(), |zoned| Now { instant: zoned.timestamp(), local: zoned.datetime() })
    }

    /// Where the clock stands.
    pub fn zone(&self) -> TimeZone {
        self.zone.clone()
    }

    /// The local date and time of an instant.
    pub fn local(&self, instant: Timestamp) -> DateTime {
        instant.to_zoned(self.zone.clone()).datetime()
    }

    fn zoned(&self) -> Zoned {
        match &self.source {
            Source::Running { days } => {
                let real = Timestamp::now().to_zoned(self.zone.clone());
                // Out of the calendar's range only for years no process will see.
                real.checked_add((*days).days()).unwrap_or(real)
            }
            Source::Set(instant) => {
                instant.lock().unwrap_or_else(PoisonError::into_inner).to_zoned(self.zone.clone())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// TIME-12: the day of an instant is the day in Sweden, in summer and in winter.
    #[test]
    fn a_day_begins_at_midnight_in_sweden() {
        let clock = Clock::real().unwrap();
        let day = |instant: &str| clock.local(instant.parse().unwrap()).date();
        assert_eq!(day("2026-09-03T21:59:59Z"), date(2026, 9, 3));
        assert_eq!(day("2026-09-03T22:00:00Z"), date(2026, 9, 4));
        assert_eq!(day("2026-12-31T22:59:59Z"), date(2026, 12, 31));
        assert_eq!(day("2026-12-31T23:00:00Z"), date(2027, 1, 1));
    }

    /// TIME-12: the hour that is there twice, and the one that is not, are still on their days.
    #[test]
    fn the_days_that_are_longer_and_shorter_are_whole_days() {
        let clock = Clock::set_at(date(2026, 10, 25).at(0, 30, 0, 0)).unwrap();
        clock.advance(SignedDuration::from_hours(24));
        assert_eq!(clock.now().local, date(2026, 10, 25).at(23, 30, 0, 0));
        let clock = Clock::set_at(date(2027, 3, 28).at(0, 30, 0, 0)).unwrap();
        clock.advance(SignedDuration::from_hours(23));
        assert_eq!(clock.now().local, date(2027, 3, 29).at(0, 30, 0, 0));
    }
}
