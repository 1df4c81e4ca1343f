//! Why was something about a description without identity turned down?

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Found;
use crate::ids::CaseQuestionNo;

/// Each is something that whoever tried can act on; the words lie with the pages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeidentifiedRefusal {
    // what is told
    /// All that was found, with what only has to be looked at.
    #[error("some of {} passages give somebody away", .0.len())]
    GivesAway(BTreeSet<Found>),
    #[error("{} passages are to be looked at by a human", .0.len())]
    NotLookedAt(BTreeSet<Found>),
    #[error("nothing may be attached")]
    Attached,
    #[error("the answer to question {question} says what a unit is to do")]
    NamesADuty { question: CaseQuestionNo },
    #[error("somebody there knows who it is, so nothing more may be told")]
    Recognised,
    // two persons
    #[error("another than who wrote it looks at it")]
    SamePerson,
    #[error("not everything on the list has been looked for")]
    ChecksMissing,
    #[error("it does not wait to be looked at")]
    NotWaiting,
    #[error("not approved")]
    NotApproved,
    #[error("no reason is given")]
    ReasonMissing,
    // bodies
    #[error("on an agenda, or taken up already")]
    AlreadyTakenUp,
    #[error("not on that agenda")]
    NotScheduled,
    #[error("taken up already")]
    AlreadyTreated,
    #[error("it is not the turn of that body")]
    NotItsTurn,
    #[error("the day is behind")]
    DayBehind,
    #[error("the meeting is on {on}")]
    MeetingNotYet { on: Date },
    #[error("no agreement, no costs and nothing else but advice about somebody unknown")]
    OnlyAdvice,
    #[error("no such question, or answered already")]
    NoSuchQuestion,
    #[error("question {question} has no answer")]
    QuestionUnanswered { question: CaseQuestionNo },
    #[error("only what is lifted on is answered by the next body")]
    NothingLifted,
    #[error("no day on which it is followed up, or one too far off")]
    FollowUpMissing,
    // afterwards
    #[error("no body has come to an end with it")]
    NotConcluded,
    #[error("followed up already")]
    AlreadyFollowedUp,
    #[error("it is done with")]
    Ended,
}
