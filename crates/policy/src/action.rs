//! What can be asked of a process, and which tie suffices for it? The table of 3.4 as code.

use crate::{Actor, Ground};
use domain::{PersonId, UnitId, party::Receiver};

/// Everything that can be asked of one process. Whom it concerns stands in the action, so that the
/// rule can compare it with who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// State, dates and who takes part.
    ReadProcess,
    ReadPreMeeting,
    ReadSummons,
    /// What chair, Lots, initiator and family work on; others read released copies (REL-1).
    ReadWorkingPlan,
    /// A unit's own lines, questions put to it, and what it is to follow up.
    ReadOwnLines,
    ReadCopy {
        receiver: Receiver,
    },
    ReadEarlierPlan,
    ReadNotToBeRaised,
    /// Who has looked (AD-5).
    ReadAccessLog,
    /// A unit that took part may learn that the coordination ended, and nothing else (CON-11).
    LearnThatItEnded,

    RecordPreMeeting,
    CommentPreMeeting,
    ProposeUnit,
    DecideUnit,
    WriteSummons,
    Sign {
        person: PersonId,
    },
    /// Paper, or signed on a professional's screen.
    RegisterSignature,
    RecordGround,
    Dispatch,
    RegisterReceipt {
        unit: UnitId,
    },
    NameParticipant {
        unit: UnitId,
    },
    Reply {
        unit: UnitId,
    },
    RevokeConsent {
        signatory: PersonId,
    },

    BookMeeting,
    RunMeeting,
    ProposeLots,
    AcceptLots,
    LeaveAsLots,
    InformChild,
    HoldMeeting,

    WriteNeedsAndGoals,
    /// A unit's own line. The unit is that of whoever is signed in (PRI-01).
    WriteOwnLine {
        unit: UnitId,
    },
    RateLine,
    AskQuestion,
    AnswerQuestion {
        unit: UnitId,
    },
    AnswerPlan {
        person: PersonId,
    },
    ReleasePlan,
    FileCopy {
        unit: UnitId,
    },
    TellChange,
    ReadChange {
        receiver: Receiver,
    },

    Pause,
    Discontinue,
    WriteClosing,
    AgreeToClose,
    HandOver,
    ContactSamba,
    Restart,
}

impl Action {
    /// Whether this tie suffices for this act.
    pub(crate) fn allowed_to(self, ground: Ground, actor: Actor) -> bool {
        use Ground::*;
        let family = matches!(ground, Child | Guardian);
        let lead = matches!(ground, Initiator | Lots);
        let room = matches!(ground, Lots | Chair);
        let takes_part = family || lead || matches!(ground, Chair | Participant(_));
        let own = |unit: UnitId| matches!(ground, Participant(own) if own == unit);
        let inbox = |unit: UnitId| matches!(ground, Inbox(own) if own == unit);
        match self {
            Action::ReadProcess | Action::AskQuestion => takes_part,
            Action::ReadSummons => takes_part || matches!(ground, Inbox(_)),
            Action::ReadPreMeeting | Action::ReadWorkingPlan => family || lead || ground == Chair,
            // What the child wrote for the chair is not for the guardians (3.5.1, 5.8). The initiator
            // wrote it down.
            Action::ReadNotToBeRaised => room || ground == Initiator,
            Action::ReadOwnLines => matches!(ground, Participant(_)),
            Action::ReadCopy { receiver } | Action::ReadChange { receiver } => match receiver {
                Receiver::Family { person } => family && person == actor.person,
                Receiver::Unit { unit } => own(unit),
            },
            Action::ReadEarlierPlan => takes_part,
            Action::ReadAccessLog | Action::CommentPreMeeting | Action::DecideUnit => family,
            Action::LearnThatItEnded => matches!(ground, TookPart(_)),
            Action::RecordPreMeeting => ground == Initiator,
            Action::ProposeUnit => family || lead,
            Action::WriteSummons
            | Action::RegisterSignature
            | Action::RecordGround
            | Action::Dispatch
            | Action::TellChange
            | Action::ContactSamba
            | Action::HandOver
            | Action::Restart => lead,
            Action::Sign { person } | Action::AnswerPlan { person } if family => person == actor.person,
            Action::Sign { .. } => false,
            // An answer given aloud in the room is written down by whoever leads it.
            Action::AnswerPlan { .. } => room,
            Action::RegisterReceipt { unit } => lead || own(unit) || inbox(unit),
            Action::NameParticipant { unit } | Action::Reply { unit } => own(unit) || inbox(unit),
            // A relative speaks for themselves; a professional who is told records it at once (CON-07).
            Action::RevokeConsent { signatory } if family => signatory == actor.person,
            Action::RevokeConsent { .. } => takes_part,
            Action::BookMeeting => lead || ground == Chair,
            Action::RunMeeting | Action::HoldMeeting | Action::ReleasePlan | Action::WriteClosing => room,
            Action::ProposeLots | Action::InformChild => lead || ground == Chair,
            Action::AcceptLots => family || matches!(ground, Participant(_)),
            Action::LeaveAsLots => ground == Lots,
            Action::WriteNeedsAndGoals => family || lead || ground == Chair,
            // Whoever has read it puts it into the unit's own record.
            Action::WriteOwnLine { unit } | Action::AnswerQuestion { unit } | Action::FileCopy { unit } => {
                own(unit)
            }
            Action::RateLine | Action::AgreeToClose => family,
            Action::Pause | Action::Discontinue => family || lead,
        }
    }

    /// What the initiator can still do when the child has turned 18: prepare the consent of the young
    /// adult's own, without which everything stays ended, and hand over (CON-25, S11).
    pub(crate) fn belongs_to_the_hand_over(self) -> bool {
        matches!(
            self,
            Action::ReadSummons
                | Action::WriteSummons
                | Action::RegisterSignature
                | Action::HandOver
                | Action::LearnThatItEnded
        )
    }

    /// The stable word for the act in the record.
    pub fn word(self) -> &'static str {
        match self {
            Action::ReadProcess => "read_process",
            Action::ReadPreMeeting => "read_pre_meeting",
            Action::ReadSummons => "read_summons",
            Action::ReadWorkingPlan => "read_working_plan",
            Action::ReadOwnLines => "read_own_lines",
            Action::ReadCopy { .. } => "read_copy",
            Action::ReadEarlierPlan => "read_earlier_plan",
            Action::ReadNotToBeRaised => "read_not_to_be_raised",
            Action::ReadAccessLog => "read_access_log",
            Action::LearnThatItEnded => "learn_that_it_ended",
            Action::RecordPreMeeting => "record_pre_meeting",
            Action::CommentPreMeeting => "comment_pre_meeting",
            Action::ProposeUnit => "propose_unit",
            Action::DecideUnit => "decide_unit",
            Action::WriteSummons => "write_summons",
            Action::Sign { .. } => "sign",
            Action::RegisterSignature => "register_signature",
            Action::RecordGround => "record_ground",
            Action::Dispatch => "dispatch",
            Action::RegisterReceipt { .. } => "register_receipt",
            Action::NameParticipant { .. } => "name_participant",
            Action::Reply { .. } => "reply",
            Action::RevokeConsent { .. } => "revoke_consent",
            Action::BookMeeting => "book_meeting",
            Action::RunMeeting => "run_meeting",
            Action::ProposeLots => "propose_lots",
            Action::AcceptLots => "accept_lots",
            Action::LeaveAsLots => "leave_as_lots",
            Action::InformChild => "inform_child",
            Action::HoldMeeting => "hold_meeting",
            Action::WriteNeedsAndGoals => "write_needs_and_goals",
            Action::WriteOwnLine { .. } => "write_own_line",
            Action::RateLine => "rate_line",
            Action::AskQuestion => "ask_question",
            Action::AnswerQuestion { .. } => "answer_question",
            Action::AnswerPlan { .. } => "answer_plan",
            Action::ReleasePlan => "release_plan",
            Action::FileCopy { .. } => "file_copy",
            Action::TellChange => "tell_change",
            Action::ReadChange { .. } => "read_change",
            Action::Pause => "pause",
            Action::Discontinue => "discontinue",
            Action::WriteClosing => "write_closing",
            Action::AgreeToClose => "agree_to_close",
            Action::HandOver => "hand_over",
            Action::ContactSamba => "contact_samba",
            Action::Restart => "restart",
        }
    }
}
