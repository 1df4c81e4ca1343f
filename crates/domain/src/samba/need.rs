//! What should the parties develop in common, and what came of it? (DESK-3 to DESK-5)
//!
//! The coordinator sees it in the cases and writes it down without any of them. So each text is looked through by the
//! scan that descriptions without identity go through: what it is certain of cannot be stored, and of whatever else it
//! finds the coordinator says, one by one, that it points out nobody.

mod looked;

#[cfg(test)]
mod tests;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{choice::choices, deidentify::FindingKind, ids::PersonId};

pub use looked::{Found, LookedThrough, NotYet};

choices! {
    /// Where it lies.
    NeedArea {
        UnclearMission = "unclear_mission", Gap = "gap_between_missions", WaitingTime = "waiting_time",
        Competence = "competence", Routines = "information_and_routines", Resources = "resources",
        Other = "other",
    }
}

/// What has happened to a need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NeedEvent {
    Noted {
        day: Date,
        area: NeedArea,
        text: String,
        /// What the scan held, and somebody has said that it points out nobody.
        cleared: Vec<FindingKind>,
    },
    /// Taken to the steering group.
    Taken { day: Date },
    /// What came of it.
    Concluded { day: Date, text: String, cleared: Vec<FindingKind> },
}

/// An event, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub event: NeedEvent,
    pub by: PersonId,
    pub at: Timestamp,
}

/// Something the parties should develop in common.
#[doc(alias = "utvecklingsbehov")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DevelopmentNeed {
    pub day: Date,
    pub area: NeedArea,
    pub text: String,
    /// When the steering group had it.
    pub taken: Option<Date>,
    /// What came of it, and when.
    pub outcome: Option<(String, Date)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedState {
    Noted,
    Taken,
    Concluded,
}

/// What the coordinator wants to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NeedAct {
    Note { day: Date, area: NeedArea, text: LookedThrough },
    Take { day: Date },
    Conclude { day: Date, text: LookedThrough },
}

/// Why an act was turned down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NeedRefusal {
    #[error("the day has not come")]
    DayAhead,
    #[error("the day is before what it follows on")]
    DayBefore,
    #[error("there is no such need")]
    NotNoted,
    #[error("it is noted already")]
    AlreadyNoted,
    #[error("the steering group has had it already")]
    AlreadyTaken,
    #[error("the steering group has not had it")]
    NotTaken,
    #[error("what came of it is written down")]
    AlreadyConcluded,
}

impl DevelopmentNeed {
    /// None if it was never noted.
    pub fn of(events: &[Recorded]) -> Option<DevelopmentNeed> {
        let (first, rest) = events.split_first()?;
        let NeedEvent::Noted { day, area, text, .. } = &first.event else { return None };
        let mut need =
            DevelopmentNeed { day: *day, area: *area, text: text.clone(), taken: None, outcome: None };
        for recorded in rest {
            match &recorded.event {
                // It is noted once.
                NeedEvent::Noted { .. } => {}
                NeedEvent::Taken { day } => need.taken = Some(*day),
                NeedEvent::Concluded { day, text, .. } => need.outcome = Some((text.clone(), *day)),
            }
        }
        Some(need)
    }

    pub fn state(&self) -> NeedState {
        match (self.taken, &self.outcome) {
            (_, Some(_)) => NeedState::Concluded,
            (Some(_), None) => NeedState::Taken,
            (None, None) => NeedState::Noted,
        }
    }
}

impl NeedState {
    /// Stable, also the last part of the key of its name.
    pub fn word(self) -> &'static str {
        match self {
            NeedState::Noted => "noted",
            NeedState::Taken => "taken",
            NeedState::Concluded => "concluded",
        }
    }
}

impl NeedAct {
    /// What it makes of the need as it is; `None` while there is none.
    ///
    /// # Errors
    /// What does not fit; nothing has happened then.
    pub fn decide(self, need: Option<&DevelopmentNeed>, today: Date) -> Result<NeedEvent, NeedRefusal> {
        match (self, need) {
            (NeedAct::Note { .. }, Some(_)) => Err(NeedRefusal::AlreadyNoted),
            (NeedAct::Note { day, area, text }, None) => {
                let day = between(day, day, today)?;
                let (text, cleared) = text.taken();
                Ok(NeedEvent::Noted { day, area, text, cleared })
            }
            (NeedAct::Take { .. } | NeedAct::Conclude { .. }, None) => Err(NeedRefusal::NotNoted),
            (NeedAct::Take { day }, Some(need)) => match need.state() {
                NeedState::Noted => Ok(NeedEvent::Taken { day: between(need.day, day, today)? }),
                NeedState::Taken => Err(NeedRefusal::AlreadyTaken),
                NeedState::Concluded => Err(NeedRefusal::AlreadyConcluded),
            },
            (NeedAct::Conclude { day, text }, Some(need)) => match (need.state(), need.taken) {
                (NeedState::Noted, _) | (NeedState::Taken, None) => Err(NeedRefusal::NotTaken),
                (NeedState::Taken, Some(taken)) => {
                    let day = between(taken, day, today)?;
                    let (text, cleared) = text.taken();
                    Ok(NeedEvent::Concluded { day, text, cleared })
                }
                (NeedState::Concluded, _) => Err(NeedRefusal::AlreadyConcluded),
            },
        }
    }
}

/// A day that has come, and not before what it follows on.
fn between(from: Date, day: Date, today: Date) -> Result<Date, NeedRefusal> {
    if day > today {
        Err(NeedRefusal::DayAhead)
    } else if day < from {
        Err(NeedRefusal::DayBefore)
    } else {
        Ok(day)
    }
}
