//! What is asked of the bodies about a child whom nobody there may know? (DID-1 to DID-9)
//!
//! A description without identity is a thing of its own, with an id that was drawn, and leads back to no process
//! (DID-5). Only advice can come of it (BOD-2): no agreement and no cost can be tied to somebody unknown, and no act
//! here makes one. It is never made into a case with a name: whoever has a consent begins such a case and ends this
//! one (DID-8).

pub mod act;
mod alike;
pub mod looked;
mod refusal;
#[cfg(test)]
mod tests;
pub mod writing;

use jiff::{ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};

use super::outcome::Outcome;
use crate::{
    choice::choices,
    deidentify::Rarity,
    ids::{BodyId, BodyMeetingId, CaseQuestionNo, PersonId, UnitId},
};

pub use act::{Around, DeidentifiedAct};
pub use looked::{Found, LookedThrough, Looking};
pub use refusal::DeidentifiedRefusal;
pub use writing::{Description, Writing};

/// So many days after the answer of the follow-up it is deleted (DID-9).
const KEPT_AFTER_ANSWER: i64 = 30;
/// So many days after the last thing that happened to it, if no such answer comes.
const KEPT_UNTOUCHED: i64 = 180;

choices! {
    /// What the coordinator has looked for before it is taken up: all of them, each time (DID-4).
    Check {
        Names = "names", Places = "places", Times = "times", Family = "family", Rare = "rare", Quotes = "quotes",
        Recognisable = "recognisable",
    }
    /// Why it is taken no further.
    End {
        /// Somebody consents after all: a case with the name is begun, from the beginning (DID-8).
        ConsentGiven = "consent_given",
        /// It cannot be told without pointing the child out; a question about how things work is put instead (DID-7).
        PointsOut = "points_out",
        NoLongerNeeded = "no_longer_needed",
    }
}

/// What has happened to a description.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeidentifiedEvent {
    /// Written, or written anew: what came before no longer counts, and it has to be looked through again.
    Written {
        unit: UnitId,
        description: Description,
    },
    /// Back to whoever wrote it.
    Returned {
        reason: String,
    },
    /// By another than who wrote it. How many are alike is what was shown then.
    Approved {
        alike: Rarity,
    },
    Ended {
        why: End,
    },
    Scheduled {
        body: BodyId,
        meeting: BodyMeetingId,
        on: Date,
    },
    Unscheduled {
        meeting: BodyMeetingId,
    },
    /// Somebody there knows who it is, and has said that and nothing more (DID-6).
    Recognised {
        meeting: BodyMeetingId,
    },
    Treated {
        meeting: BodyMeetingId,
        outcome: Outcome,
        replies: Vec<(CaseQuestionNo, Reply)>,
        follow_up_on: Option<Date>,
    },
    /// How it has gone since.
    FollowedUp {
        text: String,
    },
}

/// What a body replies to a question (PRI-16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    Answered(String),
    /// To the next body, which owes it a reply.
    LiftedOn,
    /// And why.
    NotAnswerable(String),
}

/// An event, by whom and on which day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub event: DeidentifiedEvent,
    pub by: PersonId,
    pub on: Date,
}

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// The coordinator is to look at it.
    Written,
    Returned {
        reason: String,
    },
    Approved,
    Ended(End),
}

/// It on the agenda of one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub body: BodyId,
    pub meeting: BodyMeetingId,
    pub on: Date,
    pub recognised: bool,
    pub treated: Option<Treated>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Treated {
    pub outcome: Outcome,
    pub replies: Vec<(CaseQuestionNo, Reply)>,
    pub on: Date,
}

/// Who wrote it first, and for which unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writer {
    pub person: PersonId,
    pub unit: UnitId,
}

/// A description as its events have made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deidentified {
    /// Known to the coordinator alone, beside the writer: see [`Deidentified::without_writer`].
    pub writer: Option<Writer>,
    pub description: Description,
    pub written_on: Date,
    pub stage: Stage,
    pub items: Vec<Item>,
    pub follow_up_on: Option<Date>,
    pub followed_up: Option<(String, Date)>,
    /// The day of the last thing that happened to it.
    touched_on: Date,
}

impl Deidentified {
    /// None if it was never written.
    pub fn of(events: &[Recorded]) -> Option<Deidentified> {
        let (first, rest) = events.split_first()?;
        let DeidentifiedEvent::Written { unit, description } = &first.event else { return None };
        let mut one = Deidentified {
            writer: Some(Writer { person: first.by, unit: *unit }),
            description: description.clone(),
            written_on: first.on,
            stage: Stage::Written,
            items: vec![],
            follow_up_on: None,
            followed_up: None,
            touched_on: first.on,
        };
        rest.iter().for_each(|recorded| one.evolve(recorded));
        Some(one)
    }

    fn evolve(&mut self, Recorded { event, on: today, .. }: &Recorded) {
        self.touched_on = *today;
        match event {
            DeidentifiedEvent::Written { description, .. } => {
                self.description = description.clone();
                self.written_on = *today;
                self.stage = Stage::Written;
            }
            DeidentifiedEvent::Returned { reason } => self.stage = Stage::Returned { reason: reason.clone() },
            DeidentifiedEvent::Approved { .. } => self.stage = Stage::Approved,
            DeidentifiedEvent::Ended { why } => self.stage = Stage::Ended(*why),
            DeidentifiedEvent::Scheduled { body, meeting, on } => {
                let (body, meeting, on) = (*body, *meeting, *on);
                self.items.push(Item { body, meeting, on, recognised: false, treated: None });
            }
            DeidentifiedEvent::Unscheduled { meeting } => self.items.retain(|item| item.meeting != *meeting),
            DeidentifiedEvent::Recognised { meeting } => {
                self.at(*meeting, |item| item.recognised = true);
            }
            DeidentifiedEvent::Treated { meeting, outcome, replies, follow_up_on } => {
                let treated = Treated { outcome: *outcome, replies: replies.clone(), on: *today };
                self.at(*meeting, |item| item.treated = Some(treated));
                self.follow_up_on = *follow_up_on;
            }
            DeidentifiedEvent::FollowedUp { text } => self.followed_up = Some((text.clone(), *today)),
        }
    }

    fn at(&mut self, meeting: BodyMeetingId, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.meeting == meeting) {
            change(item);
        }
    }

    /// The same as the bodies may have it: who wrote it, and where, is not told.
    #[must_use]
    pub fn without_writer(self) -> Deidentified {
        Deidentified { writer: None, ..self }
    }

    pub fn is_written_by(&self, person: PersonId) -> bool {
        self.writer.is_some_and(|writer| writer.person == person)
    }

    pub fn item(&self, meeting: BodyMeetingId) -> Option<&Item> {
        self.items.iter().find(|item| item.meeting == meeting)
    }

    /// On an agenda and not taken up yet.
    pub fn pending(&self) -> Option<&Item> {
        self.items.iter().find(|item| item.treated.is_none())
    }

    /// The last thing that a body has come to.
    pub fn last_treated(&self) -> Option<(&Item, &Treated)> {
        self.items.iter().rev().find_map(|item| Some((item, item.treated.as_ref()?)))
    }

    /// Nothing more of a body is waited for.
    pub fn is_concluded(&self) -> bool {
        self.last_treated().is_some_and(|(_, treated)| treated.outcome != Outcome::LiftedOn)
    }

    /// Somebody has said that the child is recognised: nothing more may be told (DID-6).
    pub fn is_recognised(&self) -> bool {
        self.items.iter().any(|item| item.recognised)
    }

    /// The bodies on whose agendas it stands or has stood.
    pub fn bodies(&self) -> impl Iterator<Item = BodyId> {
        self.items.iter().map(|item| item.body)
    }

    pub fn questions(&self) -> impl Iterator<Item = (CaseQuestionNo, &str)> {
        (1..).map(CaseQuestionNo).zip(self.description.questions.iter().map(String::as_str))
    }

    /// Those that no body has replied to for good.
    pub fn open_questions(&self) -> impl Iterator<Item = (CaseQuestionNo, &str)> {
        self.questions().filter(|(number, _)| self.reply(*number).is_none())
    }

    /// The reply that ends a question, and which body gave it.
    pub fn reply(&self, question: CaseQuestionNo) -> Option<(BodyId, &Reply)> {
        let treated = self.items.iter().filter_map(|item| Some((item.body, item.treated.as_ref()?)));
        let mut replies = treated.flat_map(|(body, treated)| {
            treated.replies.iter().map(move |(number, reply)| (body, *number, reply))
        });
        replies
            .find(|(_, number, reply)| *number == question && **reply != Reply::LiftedOn)
            .map(|(body, _, reply)| (body, reply))
    }

    /// The day on which it is gone: 30 days after the answer of the follow-up; at once when it has ended; and half a
    /// year after anybody last did anything with it (DID-9).
    pub fn gone_on(&self) -> Date {
        match (&self.stage, &self.followed_up) {
            (Stage::Ended(_), _) => self.touched_on,
            (Stage::Written | Stage::Returned { .. } | Stage::Approved, Some((_, answered))) => {
                answered.saturating_add(KEPT_AFTER_ANSWER.days())
            }
            (Stage::Written | Stage::Returned { .. } | Stage::Approved, None) => {
                self.touched_on.saturating_add(KEPT_UNTOUCHED.days())
            }
        }
    }

    pub fn is_gone(&self, today: Date) -> bool {
        today >= self.gone_on()
    }
}
