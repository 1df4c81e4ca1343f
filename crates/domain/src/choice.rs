//! Which choices can a person make? The closed lists that events and commands are built of.

use crate::{ids::*, party::*};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// SHA-256 of a frozen text, as shown on the page, on paper and in receipts (AU-7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TextHash(pub [u8; 32]);

impl std::fmt::Display for TextHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl From<TextHash> for String {
    fn from(hash: TextHash) -> String {
        hash.to_string()
    }
}

/// The text is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a SHA-256 in hexadecimal")]
pub struct NotAHash;

impl TryFrom<String> for TextHash {
    type Error = NotAHash;
    fn try_from(text: String) -> Result<TextHash, NotAHash> {
        text.parse()
    }
}

impl std::str::FromStr for TextHash {
    type Err = NotAHash;
    fn from_str(text: &str) -> Result<TextHash, NotAHash> {
        if text.len() != 64 || !text.is_ascii() {
            return Err(NotAHash);
        }
        let mut bytes = [0; 32];
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| NotAHash)?;
        }
        Ok(TextHash(bytes))
    }
}

/// A filled-in form, frozen: where its text lies and what the text was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormText {
    pub text: TextId,
    pub hash: TextHash,
}

/// One line of a consent: a unit, what may be shared with it, and the question put to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScopeLine {
    pub unit: UnitId,
    pub kinds: Vec<InformationKind>,
    pub question: Option<TextId>,
}

/// Someone whose signature a summons needs, or is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Signatory {
    pub person: PersonId,
    pub capacity: Capacity,
    /// False for a child of 12 to 14: the signature is offered, never demanded (CON-16).
    pub required: bool,
}

/// A fieldless choice with all its values, its word in addresses, forms and language files.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),*];
            /// The stable word for this choice in forms, language keys and stored events.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
            /// The choice with this word, if there is one.
            pub fn from_word(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }
        }
    )*};
}

pub(crate) use choices;

choices! {
    /// Why a frozen summons is opened again; the signatures on it are void (T4r).
    ReopenReason {
        UnitsChanged = "units_changed", PurposeChanged = "purpose_changed", ScopeChanged = "scope_changed",
        Mistake = "mistake",
        /// Somebody's identity is protected since: the text may say too much.
        Protected = "protected",
    }
    /// How strongly the population register protects somebody; the weakest first.
    ProtectionGrade {
        SecrecyMarking = "secrecy_marking", ProtectedRegistration = "protected_registration",
        AssumedIdentity = "assumed_identity",
    }
    /// Why something may be disclosed without consent (AC-10). None of them widens a consent.
    LegalBasis {
        /// OSL 25:12, from health care, for necessary care, treatment or other support to a child.
        HealthCareToChild = "osl_25_12",
        /// OSL 26:9, the same from social services.
        SocialServicesToChild = "osl_26_9",
        /// OSL 10:28, a duty to disclose that another law lays down.
        DutyToDisclose = "osl_10_28",
        /// OSL 10:2, necessary for the discloser's own work.
        NecessaryForOwnWork = "osl_10_2",
    }
    /// Why one guardian's signature can be done without (FB 6:13 second paragraph, CON-14).
    PreventedGround { Absence = "absence", Illness = "illness", OtherCause = "other_cause" }
    /// The measures for which the social board may let one guardian suffice (FB 6:13 a, CON-15).
    BoardMeasure {
        PsychiatricCare = "psychiatric_care", OpenSocialCare = "open_social_care",
        ContactPerson = "contact_person", LssMeasure = "lss_measure",
    }
    /// How a summons travels to a unit.
    Channel { FunctionInbox = "function_inbox", Paper = "paper" }
    /// How the day of receipt is known (TIME-3).
    ReceiptHow { Inbox = "inbox", StampedPaper = "stamped_paper", HandedOver = "handed_over" }
    /// Why a summons has been left lying (TIME-8).
    DelayReason { FamilysWish = "familys_wish", UnitsCalendar = "units_calendar", Illness = "illness", Other = "other" }
    /// The meetings of the model. There may be several follow-ups.
    MeetingKind { Initial = "initial", Second = "second", FollowUp = "follow_up" }
    /// Why a booked meeting got another time.
    RebookCause {
        FamilyAbsent = "family_absent", PrincipalAbsent = "principal_absent", UnitAbsent = "unit_absent",
        FamilysWish = "familys_wish", Practical = "practical",
    }
    Presence {
        Whole = "whole", Part = "part", Remote = "remote", Represented = "represented",
        AbsentWithNotice = "absent_with_notice", AbsentWithoutNotice = "absent_without_notice",
    }
    /// Whose view a need is.
    View { Family = "family", Professional = "professional" }
    Horizon { Short = "short", Long = "long" }
    GoalOutcome { Reached = "reached", Partly = "partly", NotReached = "not_reached", NoLongerRelevant = "no_longer_relevant" }
    CommitmentKind {
        Assessment = "assessment", Intervention = "intervention", Adaptation = "adaptation",
        Information = "information", SupportToGuardian = "support_to_guardian",
        InternalReferral = "internal_referral",
        /// No clear answer is demanded at the first meeting (PRI-07).
        NotYetKnown = "not_yet_known",
    }
    /// A decision behind the line, told in the plan; the plan itself decides nothing.
    LegalForm { None = "none", Sol = "sol", Lss = "lss", Hsl = "hsl", Skollag = "skollag" }
    CommitmentState {
        Offered = "offered", Planned = "planned", Started = "started", Done = "done",
        Stopped = "stopped", NotPossible = "not_possible",
    }
    Verdict { Continue = "continue", Change = "change", Stop = "stop" }
    AssessmentOutcome { Done = "done", Running = "running", NoContribution = "no_contribution" }
    /// `Sip` is the plan of SoL 10:8 and HSL 16:4; `LotsPlan` is the same work while social services
    /// or the region is not within the consent (Q13).
    PlanKind { Sip = "sip", LotsPlan = "lots_plan" }
    PlanStatus { Draft = "draft", Attempted = "attempted" }
    PauseReason { FamilyAsks = "family_asks", NoLots = "no_lots", ConsentIncomplete = "consent_incomplete" }
    ClosingReason {
        GoalsReached = "goals_reached", OrdinaryServices = "ordinary_services", FamilyEnds = "family_ends",
        Moved = "moved", TurnedEighteen = "turned_eighteen", Other = "other",
    }
    DiscontinuedReason {
        ConsentWithdrawn = "consent_withdrawn", OutsideTargetGroup = "outside_target_group",
        TurnedEighteen = "turned_eighteen", FamilyEnds = "family_ends", PausedTooLong = "paused_too_long",
    }
    DeviationKind { AbsentWithoutNotice = "absent_without_notice", NoReply = "no_reply", WindowExceeded = "window_exceeded" }
    /// How a case goes on to the coordinator: with a new consent, or so that nobody can be recognised.
    SambaRoute { NewConsent = "new_consent", Deidentified = "deidentified" }
}

/// The pre-meeting, or why there was none (only where the installation allows it).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "held")]
pub enum PreMeetingHeld {
    Yes { on: Date },
    Waived { reason: TextId },
}

/// How a signature was given (CON-27, CON-30).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "method")]
pub enum SignatureMethod {
    /// Signed in by oneself.
    Screen,
    /// On a professional's screen, with the helper named.
    Witnessed { helper: PersonId },
    /// On paper that is kept at the initiator's unit: who, when and where, and the scan's hash.
    Paper { signed_on: Date, kept_at: TextId, scan: Option<TextHash>, registered_by: PersonId },
}

/// A called unit's answer. Somebody who cannot come offers a substitute or other times (Q34).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reply")]
pub enum Reply {
    Coming { person: PersonId },
    Substitute { name: TextId },
    Prevented { proposals: Vec<DateTime> },
}

/// Somebody on the attendance list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "who")]
pub enum Attendee {
    Family { person: PersonId },
    Unit { unit: UnitId, name: TextId },
    Guest { name: TextId },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceRow {
    pub attendee: Attendee,
    pub presence: Presence,
    pub knows_purpose: bool,
}
