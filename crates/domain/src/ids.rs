//! What is a thing called? Opaque identifiers, one type per thing, so that two of them cannot be swapped.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// Random identifiers, made at the edge. They stand in addresses, so they say nothing.
macro_rules! random_id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0.simple())
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<$name, uuid::Error> {
                Uuid::parse_str(text).map($name)
            }
        }
    )*};
}

/// Numbers inside one process, counted from 1 in the order things happened there.
macro_rules! number {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<$name, std::num::ParseIntError> {
                text.parse().map($name)
            }
        }
    )*};
}

random_id! {
    /// One run of the Lots model for one child.
    #[doc(alias = "lotsprocess")]
    ProcessId;
    /// A child, a guardian or an employee. Names are looked up elsewhere, never stored in events.
    PersonId;
    /// A piece of prose, stored beside the events so that it can be disposed of.
    TextId;
    /// A family's request for a process.
    #[doc(alias = "förfrågan")]
    RequestId;
    /// One meeting of a body.
    BodyMeetingId;
    /// Something the Samba coordinator has noted on the way.
    #[doc(alias = "arbetsanteckning")]
    WorkingNoteId;
    /// Something the parties should develop in common.
    #[doc(alias = "utvecklingsbehov")]
    DevelopmentNeedId;
    /// A description that points out nobody. It leads back to no process (DID-5).
    #[doc(alias = "avidentifierad beskrivning")]
    DeidentifiedId;
}

number! {
    /// A service that can be called: one school, one clinic. The smallest unit of secrecy and consent.
    /// Numbered in the organisation's data file.
    #[doc(alias = "verksamhet")]
    UnitId;
    /// A body that a case is taken to: the council, or Samba. Numbered in the Samba data file.
    #[doc(alias = "organ")]
    BodyId;
    /// One of the parties to the agreement on Samba, as it sits in the bodies. Numbered in the Samba data file.
    #[doc(alias = "part")]
    PartyId;
    /// One time that a process is taken to the Samba coordinator.
    #[doc(alias = "sambaärende")]
    CaseNo;
    /// A question that the officials need answered (PRI-16).
    CaseQuestionNo;
    /// A frozen text of the consent to take a case to a body (CON-21).
    SambaConsentNo;
    /// A written agreement of a body (4.5).
    #[doc(alias = "överenskommelse")]
    AgreementNo;
    /// A frozen version of the summons.
    #[doc(alias = "kallelse")]
    SummonsNo;
    #[doc(alias = "lotsmöte")]
    MeetingNo;
    #[doc(alias = "behov")]
    NeedNo;
    #[doc(alias = "mål")]
    GoalNo;
    /// What one unit has said that it will contribute itself.
    #[doc(alias = "insats")]
    CommitmentNo;
    /// Something nobody yet answers for.
    #[doc(alias = "fråga")]
    QuestionNo;
    /// Something that changed between two meetings.
    #[doc(alias = "ändring")]
    ChangeNo;
    /// A version of the coordinated individual plan.
    #[doc(alias = "planversion")]
    PlanVersion;
    /// A released, frozen copy.
    #[doc(alias = "kopia")]
    CopyNo;
    /// What one guardian reads instead of a text that tells where somebody is.
    #[doc(alias = "särskild kopia")]
    SeparateCopyNo;
    /// A disclosure that rests on another ground than consent.
    #[doc(alias = "annan rättslig grund")]
    OtherGroundNo;
}

/// The entries of a list, each with its number.
pub(crate) fn numbered<T, N>(all: &[T], number: fn(u32) -> N) -> impl DoubleEndedIterator<Item = (N, &T)> {
    all.iter().enumerate().map(move |(index, entry)| (number(index as u32 + 1), entry))
}

/// The place in a list of the entry with this number.
pub(crate) fn index(number: u32) -> Option<usize> {
    (number as usize).checked_sub(1)
}
