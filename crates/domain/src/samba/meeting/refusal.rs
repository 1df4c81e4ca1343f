//! Why was something about a meeting of a body turned down?

use super::{Part, Step};

/// Each is something that the coordinator can act on; the words lie with the pages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MeetingRefusal {
    // when
    #[error("the day is behind")]
    DayBehind,
    #[error("the day is no working day")]
    NotAWorkingDay,
    #[error("the body has no fixed day then")]
    NoFixedDay,
    #[error("not one of the days of that fixed day")]
    NotADayOfTheSlot,
    #[error("there is a meeting for that fixed day already")]
    SlotTaken,
    #[error("the day has not come")]
    DayAhead,
    // in which order
    #[error("it is convened already")]
    AlreadyConvened,
    #[error("it is not convened")]
    NotConvened,
    #[error("it is cancelled")]
    Cancelled,
    #[error("it has begun")]
    HasBegun,
    #[error("first comes {0:?}")]
    StepBefore(Step),
    #[error("the secretary is elected")]
    SecretaryIsElected,
    // who
    #[error("attendance is not recorded")]
    AttendanceMissing,
    #[error("nobody is present")]
    NobodyPresent,
    #[error("somebody has no seat in the body")]
    NotAMember,
    #[error("the secretary is somebody who is present")]
    SecretaryNotPresent,
    // minutes
    #[error("the minutes have no such part")]
    UnknownPart,
    #[error("the minutes lack {0:?}")]
    PartMissing(Part),
    #[error("the minutes are finalised: correct them instead")]
    Final,
    #[error("the minutes are not finalised: write in them instead")]
    NotFinal,
    #[error("it says so already")]
    Unchanged,
    #[error("no reason is given")]
    ReasonMissing,
    #[error("no text")]
    TextMissing,
}
