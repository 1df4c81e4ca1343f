//! What becomes of a meeting of a body, from its day in the calendar to its minutes? (BOD-4 to BOD-8)
//!
//! A meeting holds nothing about any child. Which cases are taken up at it is known by each process.

pub mod act;
mod refusal;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};

use crate::ids::{BodyId, PartyId, PersonId};

pub use act::{Around, MeetingAct, Planning};
pub use refusal::MeetingRefusal;

/// What has happened to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingEvent {
    /// `slot` is the fixed day that it is held for; none for a meeting beyond them.
    Planned {
        body: BodyId,
        slot: Option<Date>,
        at: DateTime,
        place: String,
    },
    Convened,
    Moved {
        at: DateTime,
        place: String,
        reason: String,
    },
    Cancelled {
        reason: String,
    },
    /// Everybody with a seat in the body that day; what was recorded before no longer counts.
    AttendanceRecorded {
        members: Vec<Attendant>,
    },
    SecretaryElected {
        person: PersonId,
    },
    StepDone {
        step: Step,
    },
    Written {
        part: Part,
        text: String,
    },
    Finalised,
    Corrected {
        part: Part,
        text: String,
        reason: String,
    },
}

/// An event, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub event: MeetingEvent,
    pub by: PersonId,
    pub at: Timestamp,
}

/// Somebody with a seat in the body: member or deputy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendant {
    pub person: PersonId,
    pub party: PartyId,
    pub present: bool,
}

/// What is done once a meeting, before the cases. Their order is that of the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    Introductions,
    Secretary,
    Purpose,
}

/// A part of the minutes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Purpose,
    /// A standing item of the body, by its code.
    Standing(String),
    /// Whatever else was said that is about no child.
    Other,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    Planned,
    Convened,
    Cancelled {
        reason: String,
    },
    /// The minutes are finalised.
    Final,
}

/// One wording of a part, and why it came after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    pub text: String,
    /// None for what was written before the minutes were finalised.
    pub reason: Option<String>,
    pub by: PersonId,
    pub at: Timestamp,
}

/// Where and when it was before, and why it is no longer so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub from: DateTime,
    pub place: String,
    pub reason: String,
    pub by: PersonId,
}

/// A meeting as its events have made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyMeeting {
    pub body: BodyId,
    pub slot: Option<Date>,
    pub at: DateTime,
    pub place: String,
    pub status: Status,
    /// Members know of it from then on, also if it is called off.
    pub convened: bool,
    pub moved: Vec<Moved>,
    /// Empty until it has been recorded.
    pub attendance: Vec<Attendant>,
    pub secretary: Option<PersonId>,
    pub done: BTreeSet<Step>,
    /// The last wording counts. Of those before it only the ones that were corrected are kept.
    pub minutes: BTreeMap<Part, Vec<Wording>>,
}

impl Step {
    pub const ALL: [Step; 3] = [Step::Introductions, Step::Secretary, Step::Purpose];

    /// Stable, also the last part of the key of its name.
    pub fn word(self) -> &'static str {
        match self {
            Step::Introductions => "introductions",
            Step::Secretary => "secretary",
            Step::Purpose => "purpose",
        }
    }
}

impl BodyMeeting {
    /// None if it was never planned.
    pub fn of(events: &[Recorded]) -> Option<BodyMeeting> {
        let (first, rest) = events.split_first()?;
        let MeetingEvent::Planned { body, slot, at, place } = &first.event else { return None };
        let mut meeting = BodyMeeting {
            body: *body,
            slot: *slot,
            at: *at,
            place: place.clone(),
            status: Status::Planned,
            convened: false,
            moved: vec![],
            attendance: vec![],
            secretary: None,
            done: BTreeSet::new(),
            minutes: BTreeMap::new(),
        };
        rest.iter().for_each(|recorded| meeting.evolve(recorded));
        Some(meeting)
    }

    fn evolve(&mut self, Recorded { event, by, at: when }: &Recorded) {
        match event {
            // A meeting is planned once.
            MeetingEvent::Planned { .. } => {}
            MeetingEvent::Convened => {
                self.status = Status::Convened;
                self.convened = true;
            }
            MeetingEvent::Moved { at, place, reason } => {
                let before = std::mem::replace(&mut self.place, place.clone());
                let from = std::mem::replace(&mut self.at, *at);
                self.moved.push(Moved { from, place: before, reason: reason.clone(), by: *by });
            }
            MeetingEvent::Cancelled { reason } => {
                self.status = Status::Cancelled { reason: reason.clone() };
            }
            MeetingEvent::AttendanceRecorded { members } => self.attendance = members.clone(),
            MeetingEvent::SecretaryElected { person } => {
                self.secretary = Some(*person);
                self.done.insert(Step::Secretary);
            }
            MeetingEvent::StepDone { step } => {
                self.done.insert(*step);
            }
            MeetingEvent::Written { part, text } => {
                let wording = Wording { text: text.clone(), reason: None, by: *by, at: *when };
                self.minutes.insert(part.clone(), vec![wording]);
            }
            MeetingEvent::Finalised => self.status = Status::Final,
            MeetingEvent::Corrected { part, text, reason } => {
                let reason = Some(reason.clone());
                let wording = Wording { text: text.clone(), reason, by: *by, at: *when };
                self.minutes.entry(part.clone()).or_default().push(wording);
            }
        }
    }

    /// Whether it is still to be held, or has been.
    pub fn is_live(&self) -> bool {
        match self.status {
            Status::Planned | Status::Convened | Status::Final => true,
            Status::Cancelled { .. } => false,
        }
    }

    /// The first step of the agenda that is not done.
    pub fn next_step(&self) -> Option<Step> {
        Step::ALL.into_iter().find(|step| !self.done.contains(step))
    }

    pub fn is_present(&self, person: PersonId) -> bool {
        self.attendance.iter().any(|one| one.person == person && one.present)
    }

    /// What the minutes say of a part today.
    pub fn text(&self, part: &Part) -> &str {
        self.minutes.get(part).and_then(|wordings| wordings.last()).map_or("", |last| last.text.as_str())
    }

    /// Those that were corrected, the eldest first.
    pub fn earlier(&self, part: &Part) -> &[Wording] {
        let wordings = self.minutes.get(part).map_or(&[][..], Vec::as_slice);
        wordings.split_last().map_or(&[], |(_, earlier)| earlier)
    }
}
