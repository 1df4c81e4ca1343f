//! What may the Samba coordinator note on the way, and for how long? (DESK-1, DESK-2)
//!
//! A working note is its writer's alone and disposes of itself. It is no decision and goes into no file; what is a
//! fact belongs in the records of the unit that it concerns.

#[cfg(test)]
mod tests;

use jiff::{ToSpan as _, civil::Date};

use serde::{Deserialize, Serialize};

use crate::{choice::choices, ids::*, process::Process, samba::case::Case};

/// A note lives for so long unless its writer says otherwise, and never longer than the second.
pub const USUAL_DAYS: i64 = 90;
pub const LONGEST_DAYS: i64 = 180;

choices! {
    /// What a note is for.
    NoteKind {
        Planning = "planning", PhoneCall = "phone_call", Reminder = "reminder", Reflection = "own_reflection",
    }
}

/// A case, as a note points at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteCase {
    pub process: ProcessId,
    pub case: CaseNo,
}

/// A note on its way into the store. Its text is printed nowhere, so there is no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct NewNote {
    pub case: Option<NoteCase>,
    /// What it is about was on this day, or will be.
    pub day: Date,
    pub kind: NoteKind,
    pub text: String,
    /// It holds a fact about somebody.
    pub contains_fact: bool,
    /// The writer has been asked whether the fact should stand in a unit's own records.
    pub considered: bool,
    /// The note is deleted after it.
    pub last_day: Date,
}

/// Why a note is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteFault {
    #[error("no text")]
    TextMissing,
    #[error("the last day is behind")]
    LastDayBehind,
    #[error("the last day is too far ahead")]
    LastDayTooFar,
    #[error("it would be gone before its day")]
    GoneBeforeItsDay,
    #[error("it holds a fact, and where that belongs has not been asked")]
    FactNotConsidered,
}

impl NewNote {
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn check(&self, today: Date) -> Result<(), NoteFault> {
        if self.text.trim().is_empty() {
            return Err(NoteFault::TextMissing);
        }
        if self.last_day < today {
            return Err(NoteFault::LastDayBehind);
        }
        if self.last_day > longest(today) {
            return Err(NoteFault::LastDayTooFar);
        }
        if self.day > self.last_day {
            return Err(NoteFault::GoneBeforeItsDay);
        }
        if self.contains_fact && !self.considered {
            return Err(NoteFault::FactNotConsidered);
        }
        Ok(())
    }
}

/// The last day that a note has if nobody chooses another.
pub fn usual(today: Date) -> Date {
    today.saturating_add(USUAL_DAYS.days())
}

/// The last day that it can have.
pub fn longest(today: Date) -> Date {
    today.saturating_add(LONGEST_DAYS.days())
}

/// Whether a note still lives; what does not is shown to nobody, whether or not it has been deleted yet.
pub fn lives(last_day: Date, today: Date) -> bool {
    today <= last_day
}

impl Process {
    /// Whether notes of this case live on: they go with the case.
    pub fn keeps_notes_of(&self, case: CaseNo, on: Date) -> bool {
        self.samba.case(case).is_some_and(Case::is_open) && self.discontinued(on).is_none()
    }
}
