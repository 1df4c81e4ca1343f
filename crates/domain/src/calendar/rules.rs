//! How does an installation say which days and terms it counts by?

use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use super::Eve;

/// The most characters of the reason for a local closing day.
const REASON_CHARACTERS_MAX: usize = 120;
/// The most local closing days one file may hold.
const CLOSING_DAYS_MAX: usize = 500;
/// The largest term in days, working days or months: a slip of the pen must not make a count endless.
const TERM_MAX: u32 = 400;

/// The editable part of the calendar: see `data/calendar.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarRules {
    equated_with_holidays: Vec<Eve>,
    #[serde(default)]
    local_closing_days: Vec<LocalClosingDay>,
    terms: Terms,
}

/// A day on which the whole agreement area is closed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalClosingDay {
    pub date: Date,
    /// Shown to everybody in the reasoning.
    pub reason: Arc<str>,
}

/// The lengths that the model, the law or we have chosen. Units are in the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// TIME-2, from receipt to the earliest meeting.
    pub notice_working_days: u32,
    /// TIME-7, from the initial to the second meeting, at least.
    pub assessment_days_min: u32,
    /// TIME-7, from the initial to the second meeting, at most.
    pub assessment_days_max: u32,
    /// TIME-8, from signature to dispatch.
    pub send_working_days_max: u32,
    /// TIME-8, from receipt to the first meeting.
    pub meeting_days_max: u32,
    /// TIME-9, from a meeting to the release of notes and plan.
    pub release_working_days: u32,
    /// TIME-10, the longest consent.
    pub consent_months_max: u32,
    /// CON-24, from reminder to the end of a consent.
    pub consent_reminder_days: u32,
}

/// What is wrong with a calendar file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFault {
    /// Not TOML, an unknown key or name, a missing value: the message holds line and column.
    #[error("the calendar file cannot be read: {0}")]
    Unreadable(String),
    #[error("local_closing_days: {0} is listed twice")]
    ClosedTwice(Date),
    #[error("local_closing_days: {0} needs a reason of at most {REASON_CHARACTERS_MAX} characters")]
    ReasonMissingOrLong(Date),
    #[error("local_closing_days: at most {CLOSING_DAYS_MAX} days")]
    TooManyClosingDays,
    #[error("terms.{0} must be between 1 and {TERM_MAX}")]
    TermOutOfRange(&'static str),
    #[error("terms: assessment_days_min must not be larger than assessment_days_max")]
    WindowReversed,
}

impl CalendarRules {
    /// Reads and checks the text of a calendar file.
    ///
    /// # Errors
    /// The first fault found, with the line, the day or the term it concerns.
    pub fn parse(text: &str) -> Result<CalendarRules, CalendarFault> {
        let rules: CalendarRules =
            toml::from_str(text).map_err(|error| CalendarFault::Unreadable(error.to_string()))?;
        rules.check_closing_days()?;
        rules.terms.check()?;
        Ok(rules)
    }

    /// The lengths of the time limits.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Whether an eve counts as a holiday here.
    pub fn equates(&self, eve: Eve) -> bool {
        self.equated_with_holidays.contains(&eve)
    }

    /// Why the area is closed on `date`, if it is.
    pub fn closing_reason(&self, date: Date) -> Option<Arc<str>> {
        self.local_closing_days.iter().find(|day| day.date == date).map(|day| Arc::clone(&day.reason))
    }

    fn check_closing_days(&self) -> Result<(), CalendarFault> {
        if self.local_closing_days.len() > CLOSING_DAYS_MAX {
            return Err(CalendarFault::TooManyClosingDays);
        }
        for (index, day) in self.local_closing_days.iter().enumerate() {
            if self.local_closing_days[..index].iter().any(|earlier| earlier.date == day.date) {
                return Err(CalendarFault::ClosedTwice(day.date));
            }
            if day.reason.trim().is_empty() || day.reason.chars().count() > REASON_CHARACTERS_MAX {
                return Err(CalendarFault::ReasonMissingOrLong(day.date));
            }
        }
        Ok(())
    }
}

impl Terms {
    fn check(&self) -> Result<(), CalendarFault> {
        let named = [
            ("notice_working_days", self.notice_working_days),
            ("assessment_days_min", self.assessment_days_min),
            ("assessment_days_max", self.assessment_days_max),
            ("send_working_days_max", self.send_working_days_max),
            ("meeting_days_max", self.meeting_days_max),
            ("release_working_days", self.release_working_days),
            ("consent_months_max", self.consent_months_max),
            ("consent_reminder_days", self.consent_reminder_days),
        ];
        for (name, value) in named {
            if !(1..=TERM_MAX).contains(&value) {
                return Err(CalendarFault::TermOutOfRange(name));
            }
        }
        if self.assessment_days_min > self.assessment_days_max {
            return Err(CalendarFault::WindowReversed);
        }
        Ok(())
    }
}
