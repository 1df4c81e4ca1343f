//! What can be asked of a process, and which tie suffices for it? The table of 3.4 as code.

mod word;

use crate::{Actor, Ground, Only};
use domain::{PartyId, PersonId, UnitId, party::Receiver};

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
    /// What somebody from whom whereabouts are hidden is given to read, and what there is to do (PID-6).
    ReadSeparateCopies {
        person: PersonId,
    },
    /// A separate copy beside the text it stands for, for those who write and compare it (PID-6).
    CompareSeparateCopy,
    /// What one unit has disclosed to somebody on another ground than consent (AC-10).
    ReadDisclosed,
    /// Those who are named to handle it, and whether somebody must be (PID-4).
    ReadNamedUsers {
        unit: UnitId,
    },
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

    // ---- protected identity, and what one guardian must not read
    /// The mark, and from whom whereabouts are hidden. It is only ever raised (PID-1).
    Protect,
    ProposeProtectionEnd,
    /// The second of two persons (PID-1).
    EndProtection,
    AskForUsers,
    NameUser {
        unit: UnitId,
    },
    WriteSeparateCopy,
    ApproveSeparateCopy,
    WithholdItem,
    RecordThirdPersonsWord,

    // ---- other grounds than consent (AC-10)
    DecideOtherGround {
        unit: UnitId,
    },
    ConfirmOtherGround {
        unit: UnitId,
    },
    EndOtherGround {
        unit: UnitId,
    },

    Pause,
    Discontinue,
    WriteClosing,
    AgreeToClose,
    HandOver,
    Restart,

    // ---- Samba (handbook 4)
    ContactSamba,
    /// That somebody has made contact, and what the coordinator has made of it: nothing of the child.
    ReadSambaContact,
    /// The case as the bodies know it; costs only for those who share them.
    ReadSamba,
    SortSamba,
    DescribeSamba,
    /// Never the coordinator's (CON-22).
    AskSambaConsent,
    AnswerSambaConsent {
        person: PersonId,
    },
    RegisterSambaAnswer,
    RevokeSambaConsent {
        signatory: PersonId,
    },
    /// Agendas, outcomes, minutes, drafts of agreements, and the way back.
    RunSamba,
    /// For one's own party.
    SignAgreement {
        party: PartyId,
    },
    FollowUpSamba,
}

impl Action {
    /// Whether this tie suffices for this act.
    #[expect(clippy::too_many_lines, reason = "one line an act: the list is the point")]
    pub(crate) fn allowed_to(self, ground: Ground, actor: Actor) -> bool {
        use Ground::*;
        let family = matches!(ground, Child | Guardian);
        let lead = matches!(ground, Initiator | Lots);
        let room = matches!(ground, Lots | Chair);
        let takes_part = family || lead || matches!(ground, Chair | Participant(_));
        // Reads separate copies, signs, answers and takes back for oneself, and no more (PID-6).
        if ground == GuardianApart {
            return self.is_for_a_guardian_apart(actor.person);
        }
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
            Action::ReadSeparateCopies { .. } => false,
            Action::ReadDisclosed => matches!(ground, DisclosedTo(_)),
            Action::ReadNamedUsers { unit } | Action::NameUser { unit } => ground == Manager(unit),
            // Any professional who learns of a threat, at once and alone: it is only ever raised (PID-1).
            Action::Protect => takes_part && !family,
            Action::ProposeProtectionEnd | Action::AskForUsers => lead || ground == Chair,
            Action::CompareSeparateCopy | Action::ApproveSeparateCopy | Action::EndProtection => {
                lead || matches!(ground, Chair | SecondReader(_))
            }
            Action::WriteSeparateCopy | Action::WithholdItem | Action::RecordThirdPersonsWord => {
                lead || ground == Chair
            }
            Action::DecideOtherGround { unit }
            | Action::ConfirmOtherGround { unit }
            | Action::EndOtherGround { unit } => own(unit),
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
            Action::ContactSamba => family || lead || matches!(ground, Participant(_)),
            Action::ReadSambaContact | Action::SortSamba => {
                matches!(ground, SambaContact | SambaCoordinator)
            }
            Action::ReadSamba => takes_part || matches!(ground, SambaCoordinator | BodyMember(..)),
            Action::DescribeSamba | Action::AskSambaConsent | Action::RegisterSambaAnswer => {
                lead || matches!(ground, Participant(_))
            }
            Action::AnswerSambaConsent { person } => family && person == actor.person,
            Action::RevokeSambaConsent { signatory } if family => signatory == actor.person,
            // Whoever is told records it at once, the coordinator with them (CON-07).
            Action::RevokeSambaConsent { .. } => takes_part || ground == SambaCoordinator,
            Action::RunSamba => ground == SambaCoordinator,
            Action::SignAgreement { party } => matches!(ground, BodyMember(_, own) if own == party),
            Action::FollowUpSamba => lead || ground == SambaCoordinator,
        }
    }

    /// All that a guardian may do from whom whereabouts are hidden: everything else could tell where (PID-2, PID-6).
    fn is_for_a_guardian_apart(self, me: PersonId) -> bool {
        let own = [
            Action::ReadSeparateCopies { person: me },
            Action::ReadCopy { receiver: Receiver::Family { person: me } },
            Action::Sign { person: me },
            Action::RevokeConsent { signatory: me },
            Action::AnswerPlan { person: me },
            Action::AgreeToClose,
            Action::RevokeSambaConsent { signatory: me },
        ];
        own.contains(&self)
    }

    /// What is left when the consent has run out or the child has turned 18.
    pub(crate) fn is_left_to(self, only: Only) -> bool {
        match only {
            Only::Everything => true,
            Only::Renewal => self.belongs_to_the_renewal(),
            Only::HandOver => self.belongs_to_the_hand_over(),
        }
    }

    /// What renews a consent that has run out, and what can be done without one: to take it up anew, to hand over,
    /// and to protect somebody (CON-24, T16).
    fn belongs_to_the_renewal(self) -> bool {
        matches!(
            self,
            Action::ReadSummons
                | Action::WriteSummons
                | Action::RegisterSignature
                | Action::RecordGround
                | Action::ProposeUnit
                | Action::RevokeConsent { .. }
                | Action::RevokeSambaConsent { .. }
                | Action::Discontinue
                | Action::HandOver
                | Action::Restart
                | Action::Protect
                | Action::WriteSeparateCopy
                | Action::CompareSeparateCopy
                | Action::ApproveSeparateCopy
        )
    }

    /// What the initiator can still do when the child has turned 18: prepare the consent of the young
    /// adult's own, without which everything stays ended, and hand over (CON-25, S11).
    fn belongs_to_the_hand_over(self) -> bool {
        matches!(
            self,
            Action::ReadSummons | Action::WriteSummons | Action::RegisterSignature | Action::HandOver
        )
    }

    /// Whether a tie lets somebody know that there is anything to ask for. A narrow one does so for one thing only.
    pub(crate) fn is_known_by(self, ground: Ground) -> bool {
        match ground {
            Ground::TookPart(_) => self == Action::LearnThatItEnded,
            Ground::Manager(own) => {
                [Action::ReadNamedUsers { unit: own }, Action::NameUser { unit: own }].contains(&self)
            }
            Ground::DisclosedTo(_) => self == Action::ReadDisclosed,
            Ground::SambaContact => [Action::ReadSambaContact, Action::SortSamba].contains(&self),
            Ground::SambaCoordinator => {
                [Action::ReadSambaContact, Action::SortSamba, Action::ReadSamba, Action::RunSamba]
                    .contains(&self)
                    || self == Action::FollowUpSamba
                    || matches!(self, Action::RevokeSambaConsent { .. })
            }
            Ground::BodyMember(..) => {
                self == Action::ReadSamba || matches!(self, Action::SignAgreement { .. })
            }
            Ground::Child
            | Ground::Guardian
            | Ground::GuardianApart
            | Ground::Initiator
            | Ground::Lots
            | Ground::Chair
            | Ground::Participant(_)
            | Ground::Inbox(_)
            | Ground::SecondReader(_) => true,
        }
    }
}
