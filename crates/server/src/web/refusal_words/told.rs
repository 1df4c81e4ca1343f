//! Which words, which rule and which ways on belong to each refusal?

use domain::{PersonId, Refusal, UnitId, party::Receiver};
use jiff::civil::Date;

/// Where the words of a refusal lie, the rule behind it, and what can be done instead.
pub struct Told {
    pub key: &'static str,
    /// The rule's id in docs/rules.md.
    pub rule: &'static str,
    pub ways: &'static [Way],
}

/// A way on: the key of its words, and the page of the process it leads to.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    pub key: &'static str,
    /// Below the process's own address; from the root when it begins with a slash.
    pub path: &'static str,
}

/// The page of the meeting that comes next.
pub const NEXT_MEETING: &str = "next-meeting";
/// No page: it is done in the form that came back.
pub const HERE: &str = "here";

pub const PROCESS: Way = Way { key: "way-process", path: "" };
const RESTART: Way = Way { key: "way-restart", path: "pause" };
const RESUME: Way = Way { key: "way-resume", path: "pause" };
const UNITS: Way = Way { key: "way-units", path: "units" };
const PRE_MEETING: Way = Way { key: "way-pre-meeting", path: "pre-meeting" };
const SUMMONS: Way = Way { key: "way-summons", path: "summons" };
const SUMMONS_READ: Way = Way { key: "way-summons-read", path: "summons" };
const SIGNATURES: Way = Way { key: "way-signatures", path: "signatures" };
const GROUNDS: Way = Way { key: "way-grounds", path: "grounds" };
const DISPATCH: Way = Way { key: "way-dispatch", path: "dispatch" };
const DELIVERIES: Way = Way { key: "way-deliveries", path: "deliveries" };
const CONSENT: Way = Way { key: "way-consent", path: "consent" };
const REVOCATION: Way = Way { key: "way-revocation", path: "consent-revocation" };
pub const PLAN: Way = Way { key: "way-plan", path: "plan" };
const CLOSING: Way = Way { key: "way-closing", path: "closing" };
const BOOK_NEXT: Way = Way { key: "way-book-next", path: "meetings/new" };
const MEETING: Way = Way { key: "way-meeting", path: NEXT_MEETING };
const REBOOK: Way = Way { key: "way-rebook", path: NEXT_MEETING };
const ACUTE: Way = Way { key: "way-acute", path: "/acute" };
const LAWYER: Way = Way { key: "way-lawyer", path: HERE };
const SOCIAL: Way = Way { key: "way-social", path: HERE };
const ADULT: Way = Way { key: "way-adult", path: HERE };
const CHECK_CUSTODY: Way = Way { key: "way-check-custody", path: HERE };
const TALK: Way = Way { key: "way-talk", path: HERE };
pub const CHOOSE_LISTED: Way = Way { key: "way-choose-listed", path: HERE };
const ASK_FAMILY: Way = Way { key: "way-ask-family", path: HERE };
const FAMILY_MEMBER: Way = Way { key: "way-family-member", path: HERE };
const HERE_GRID: Way = Way { key: "way-grid", path: HERE };
pub const HERE_DATE: Way = Way { key: "way-date", path: HERE };
const HERE_INFORM: Way = Way { key: "way-inform", path: HERE };
const HERE_TIMES: Way = Way { key: "way-times", path: HERE };
const HERE_REASON: Way = Way { key: "way-reason", path: HERE };
const HERE_INSTEAD: Way = Way { key: "way-instead", path: HERE };
const HERE_RATING: Way = Way { key: "way-rating", path: HERE };
const HERE_RECEIVER: Way = Way { key: "way-receiver", path: HERE };
const BOOK_LATER: Way = Way { key: "way-book-later", path: HERE };
const UNITS_WAIT: Way = Way { key: "way-units-wait", path: HERE };
const READ_AGAIN: Way = Way { key: "way-read-again", path: HERE };
const PROTECTION: Way = Way { key: "way-protection", path: "protection" };
const SEPARATE_COPIES: Way = Way { key: "way-separate-copies", path: "separate-copies" };
const SECOND_PERSON: Way = Way { key: "way-second-person", path: HERE };
const HERE_WHEREABOUTS: Way = Way { key: "way-whereabouts", path: HERE };
const HERE_BASIS: Way = Way { key: "way-basis", path: HERE };
const ASK_QUESTION: Way = Way { key: "way-ask-question", path: "plan" };

/// The entry of a refusal. A new refusal does not compile until it has its words here.
#[expect(clippy::too_many_lines, reason = "a table with one line for each refusal")]
pub fn told(refusal: &Refusal) -> Told {
    use Refusal as R;
    let (key, rule, ways): (_, _, &[Way]) = match refusal {
        R::ProcessClosed => ("process-closed", "T15", &[RESTART, PROCESS]),
        R::ProcessDiscontinued => ("process-discontinued", "T17", &[PROCESS]),
        R::ProcessPaused => ("process-paused", "T16", &[RESUME, CONSENT]),
        R::DangerNow => ("danger-now", "PRI-19", &[ACUTE]),
        R::GuardianMayHarm => ("guardian-may-harm", "CON-19", &[LAWYER, SOCIAL]),
        R::OutsideTargetGroup => ("outside-target-group", "T1", &[ADULT]),
        R::CustodyDoesNotFit => ("custody-does-not-fit", "CON-13", &[CHECK_CUSTODY]),
        R::FamilyHasNotAgreed => ("family-has-not-agreed", "T1", &[TALK]),
        R::UnknownUnit => ("unknown-unit", "T1", &[CHOOSE_LISTED]),
        R::UnitNotInAgreement => ("unit-not-in-agreement", "T1", &[CHOOSE_LISTED]),
        R::UnitTakesPartAlready => ("unit-takes-part-already", "PRI-04", &[UNITS]),
        R::UnitAlreadyProposed => ("unit-already-proposed", "PRI-04", &[UNITS]),
        R::UnitNotProposed => ("unit-not-proposed", "PRI-04", &[UNITS]),
        R::OnlyFamilyDecides => ("only-family-decides", "PRI-04", &[ASK_FAMILY]),
        R::FamilyHasNotAnswered { .. } => ("family-has-not-answered", "PRI-04", &[UNITS]),
        R::NotApprovedByFamily { .. } => ("not-approved-by-family", "PRI-04", &[UNITS]),
        R::NotFormulatedWithFamily => ("not-formulated-with-family", "PRI-06", &[FAMILY_MEMBER]),
        R::PreMeetingMissing => ("pre-meeting-missing", "T2", &[PRE_MEETING]),
        R::AlreadyAwaitingSignature => ("already-awaiting-signature", "T3", &[SIGNATURES, SUMMONS]),
        R::EmptyScope => ("empty-scope", "CON-04", &[UNITS]),
        R::KindsMissing { .. } => ("kinds-missing", "CON-05", &[HERE_GRID]),
        R::ConsentPeriod { .. } => ("consent-period", "TIME-10", &[HERE_DATE]),
        R::InformationNotGiven => ("information-not-given", "CON-05", &[HERE_INFORM]),
        R::ChildSummaryMissing => ("child-summary-missing", "PRI-14", &[SUMMONS]),
        R::CustodyNotRechecked => ("custody-not-rechecked", "CON-13", &[GROUNDS]),
        R::ConsentAuthorityNotStated => ("consent-authority-not-stated", "CON-31", &[GROUNDS]),
        R::NoGuardianCanSign => ("no-guardian-can-sign", "CON-14", &[GROUNDS]),
        R::TooYoungToSignAlone => ("too-young-to-sign-alone", "CON-17", &[SIGNATURES]),
        R::MaturityNotAssessed { .. } => ("maturity-not-assessed", "CON-17", &[GROUNDS]),
        R::NothingFrozen => ("nothing-frozen", "T3", &[SUMMONS]),
        R::SummonsReopened => ("summons-reopened", "T4r", &[SUMMONS]),
        R::NotASignatory => ("not-a-signatory", "CON-16", &[SIGNATURES]),
        R::TextChanged => ("text-changed", "T4", &[SUMMONS_READ]),
        R::SignsForAnother => ("signs-for-another", "CON-30", &[SIGNATURES]),
        R::RevokeInstead => ("revoke-instead", "CON-07", &[REVOCATION]),
        R::NothingToAnswer => ("nothing-to-answer", "CON-18", &[SIGNATURES]),
        R::ChildsRefusalUnanswered => ("childs-refusal-unanswered", "CON-18", &[SIGNATURES]),
        R::SignaturesMissing { .. } => ("signatures-missing", "CON-01", &[SIGNATURES]),
        R::NotInScope { .. } => ("not-in-scope", "CON-02", &[CONSENT, SUMMONS]),
        R::ConsentNotActive { .. } => ("consent-not-active", "CON-08", &[CONSENT]),
        R::AlreadyReceived => ("already-received", "TIME-3", &[DELIVERIES]),
        R::ReceivedBeforeSent => ("received-before-sent", "TIME-3", &[DELIVERIES]),
        R::NotReceived { .. } => ("not-received", "TIME-2", &[DELIVERIES]),
        R::ProposalsMissing => ("proposals-missing", "T6", &[HERE_TIMES]),
        R::LotsMustBeReplacedFirst => ("lots-must-be-replaced-first", "T16", &[MEETING, PROCESS]),
        R::NothingToRevoke => ("nothing-to-revoke", "CON-07", &[CONSENT]),
        R::AssumedIdentity => ("assumed-identity", "PID-10", &[LAWYER]),
        R::NotProtected => ("not-protected", "PID-1", &[PROTECTION]),
        R::ProtectionOnlyRaised => ("protection-only-raised", "PID-1", &[PROTECTION]),
        R::ProtectedThemselves => ("protected-themselves", "PID-2", &[PROTECTION]),
        R::EndNotProposed => ("end-not-proposed", "PID-1", &[PROTECTION]),
        R::SecondPersonNeeded => ("second-person-needed", "PID-6", &[SECOND_PERSON]),
        R::UsersNotAsked { .. } => ("users-not-asked", "PID-4", &[PROTECTION]),
        R::UsersNotNamed { .. } => ("users-not-named", "PID-4", &[PROTECTION]),
        R::NotANamedUser => ("not-a-named-user", "PID-4", &[PROTECTION]),
        R::WhereaboutsNotChecked => ("whereabouts-not-checked", "PID-9", &[HERE_WHEREABOUTS]),
        R::TellsWhereabouts => ("tells-whereabouts", "PID-2", &[HERE_WHEREABOUTS]),
        R::SeparateCopyMissing { .. } => ("separate-copy-missing", "PID-6", &[SEPARATE_COPIES]),
        R::SeparateSittings { .. } => ("separate-sittings", "PID-7", &[MEETING]),
        R::BasisDoesNotCover => ("basis-does-not-cover", "AC-10", &[HERE_BASIS]),
        R::DateAhead => ("date-ahead", "TIME-12", &[HERE_DATE]),
        R::DateBehind => ("date-behind", "TIME-12", &[HERE_DATE]),
        R::EndsBeforeItStarts => ("ends-before-it-starts", "TIME-12", &[HERE_TIMES]),
        R::TooEarly { .. } => ("too-early", "TIME-4", &[BOOK_LATER, UNITS_WAIT]),
        R::OutsideWindow { .. } => ("outside-window", "TIME-7", &[HERE_REASON]),
        R::NothingSent => ("nothing-sent", "T7", &[DISPATCH]),
        R::MeetingAlreadyBooked => ("meeting-already-booked", "T7", &[MEETING]),
        R::NotFittedToFamily => ("not-fitted-to-family", "PRI-22", &[ASK_FAMILY]),
        R::NoSuchMeeting => ("no-such-meeting", "T7", &[PROCESS]),
        R::MeetingNotYet { .. } => ("meeting-not-yet", "T8", &[MEETING]),
        R::NoSuchAgendaItem => ("no-such-agenda-item", "PRI-05", &[MEETING]),
        R::FamilySpeaksFirst { .. } => ("family-speaks-first", "PRI-05", &[MEETING]),
        R::AttendanceIncomplete => ("attendance-incomplete", "T8", &[MEETING]),
        R::AttendanceMissing { .. } => ("attendance-missing", "T8", &[MEETING]),
        R::AttendanceWithoutFamily => ("attendance-without-family", "T8", &[MEETING]),
        R::GuestNotAccepted { .. } => ("guest-not-accepted", "T8", &[MEETING]),
        R::FamilyAbsent => ("family-absent", "T8x", &[REBOOK]),
        R::OnlyOnePrincipal => ("only-one-principal", "T8x", &[REBOOK]),
        R::LotsIsAProfessional => ("lots-is-a-professional", "T8", &[MEETING]),
        R::NotAParticipant => ("not-a-participant", "T8", &[DELIVERIES]),
        R::LotsNotProposed => ("lots-not-proposed", "T8", &[MEETING]),
        R::LotsNotChosen => ("lots-not-chosen", "T8", &[MEETING]),
        R::ChildNotInformed => ("child-not-informed", "PRI-14", &[MEETING]),
        R::NextMeetingMissing => ("next-meeting-missing", "T8", &[MEETING]),
        R::DecisiveMatterBlocked => ("decisive-matter-blocked", "CON-14", &[SIGNATURES, GROUNDS]),
        R::NoBoardDecision => ("no-board-decision", "CON-15", &[GROUNDS]),
        R::NoSuchLine => ("no-such-line", "T9", &[PLAN]),
        R::OwnContributionOnly => ("own-contribution-only", "PRI-01", &[ASK_QUESTION]),
        R::LineOutsideCoordination => ("line-outside-coordination", "CON-10", &[PLAN]),
        R::LineCannotGoThere => ("line-cannot-go-there", "T10", &[PLAN]),
        R::WhereInsteadMissing => ("where-instead-missing", "PRI-10", &[HERE_INSTEAD]),
        R::RatingOutOfRange => ("rating-out-of-range", "T12", &[HERE_RATING]),
        R::CannotLead { .. } => ("cannot-lead", "T8", &[PLAN]),
        R::NeedsMissing => ("needs-missing", "T8", &[PLAN]),
        R::CommitmentsMissing => ("commitments-missing", "T8", &[PLAN]),
        R::OthersMissing => ("others-missing", "T8", &[PLAN]),
        R::LeadPrincipalMissing => ("lead-principal-missing", "T8", &[PLAN]),
        R::FollowUpMissing => ("follow-up-missing", "T12", &[MEETING]),
        R::AssessmentNotReported { .. } => ("assessment-not-reported", "T12", &[MEETING]),
        R::LineNotFollowedUp { .. } => ("line-not-followed-up", "T12", &[MEETING]),
        R::NoSuchVersion => ("no-such-version", "T9", &[PLAN]),
        R::AlreadyReleased => ("already-released", "T9", &[PLAN]),
        R::LineNotConfirmed { .. } => ("line-not-confirmed", "T9", &[PLAN]),
        R::FamilyHasNotAnsweredPlan { .. } => ("family-has-not-answered-plan", "T9", &[PLAN]),
        R::HasAnsweredAlready => ("has-answered-already", "T9", &[PLAN]),
        R::ReceiverForgotten { .. } => ("receiver-forgotten", "PRI-09", &[HERE_RECEIVER]),
        R::NoSuchCopy => ("no-such-copy", "REL-1", &[PROCESS]),
        R::ChangedMeanwhile => ("changed-meanwhile", "REL-1", &[READ_AGAIN]),
        R::ClosingNotDecided => ("closing-not-decided", "T14", &[MEETING]),
        R::TooEarlyToClose => ("too-early-to-close", "T14", &[BOOK_NEXT]),
        R::WayBackMissing => ("way-back-missing", "PRI-18", &[CLOSING]),
        R::WayBackNotGiven { .. } => ("way-back-not-given", "PRI-18", &[CLOSING]),
        R::FeedbackNotInvited => ("feedback-not-invited", "T15", &[CLOSING]),
        R::PlanNotReleased => ("plan-not-released", "T15", &[PLAN]),
        R::CopyNotFiled { .. } => ("copy-not-filed", "T15", &[CLOSING]),
        R::ConsentRanOut => ("consent-ran-out", "CON-24", &[CONSENT, SUMMONS]),
        R::NotDecidedHere => ("not-decided-here", "T17", &[CONSENT, PROCESS]),
        R::NotOver => ("not-over", "T19", &[PROCESS]),
        R::NotSoonAdult => ("not-soon-adult", "TIME-11", &[PROCESS]),
        R::NoEscalationHere => ("no-escalation-here", "T18", &[PROCESS]),
        R::Samba(refusal) => return super::samba::told(refusal),
    };
    Told { key, rule, ways }
}

/// What a refusal carries that its words need.
#[derive(Default)]
pub struct Carried {
    pub unit: Option<UnitId>,
    pub people: Vec<PersonId>,
    pub receiver: Option<Receiver>,
    pub dates: Vec<(&'static str, Date)>,
    pub item: Option<u8>,
}

#[expect(clippy::too_many_lines, reason = "a list of every refusal, so that a new one is thought of")]
pub fn carried(refusal: &Refusal) -> Carried {
    use Refusal as R;
    let nothing = Carried::default();
    match refusal {
        R::FamilyHasNotAnswered { unit }
        | R::NotApprovedByFamily { unit }
        | R::KindsMissing { unit }
        | R::MaturityNotAssessed { unit }
        | R::NotInScope { unit }
        | R::ConsentNotActive { unit }
        | R::NotReceived { unit }
        | R::AttendanceMissing { unit }
        | R::CannotLead { unit }
        | R::AssessmentNotReported { unit }
        | R::LineNotFollowedUp { unit }
        | R::LineNotConfirmed { unit }
        | R::UsersNotAsked { unit }
        | R::UsersNotNamed { unit }
        | R::CopyNotFiled { unit } => Carried { unit: Some(*unit), ..nothing },
        R::SignaturesMissing { missing } => Carried { people: missing.clone(), ..nothing },
        R::FamilyHasNotAnsweredPlan { person }
        | R::SeparateCopyMissing { person }
        | R::SeparateSittings { person } => Carried { people: vec![*person], ..nothing },
        R::ReceiverForgotten { receiver } | R::WayBackNotGiven { receiver } => {
            Carried { receiver: Some(*receiver), ..nothing }
        }
        R::ConsentPeriod { latest } => Carried { dates: vec![("latest", *latest)], ..nothing },
        R::TooEarly { earliest } => Carried { dates: vec![("earliest", *earliest)], ..nothing },
        R::OutsideWindow { from, to } => Carried { dates: vec![("from", *from), ("to", *to)], ..nothing },
        R::MeetingNotYet { on } => Carried { dates: vec![("on", *on)], ..nothing },
        R::FamilySpeaksFirst { item } => Carried { item: Some(*item), ..nothing },
        // The name of a guest is a text of the meeting; the words do without it.
        R::GuestNotAccepted { .. }
        | R::ProcessClosed
        | R::ProcessDiscontinued
        | R::ProcessPaused
        | R::DangerNow
        | R::GuardianMayHarm
        | R::OutsideTargetGroup
        | R::CustodyDoesNotFit
        | R::FamilyHasNotAgreed
        | R::UnknownUnit
        | R::UnitNotInAgreement
        | R::UnitTakesPartAlready
        | R::UnitAlreadyProposed
        | R::UnitNotProposed
        | R::OnlyFamilyDecides
        | R::NotFormulatedWithFamily
        | R::PreMeetingMissing
        | R::AlreadyAwaitingSignature
        | R::EmptyScope
        | R::InformationNotGiven
        | R::ChildSummaryMissing
        | R::CustodyNotRechecked
        | R::ConsentAuthorityNotStated
        | R::NoGuardianCanSign
        | R::TooYoungToSignAlone
        | R::NothingFrozen
        | R::SummonsReopened
        | R::NotASignatory
        | R::TextChanged
        | R::SignsForAnother
        | R::RevokeInstead
        | R::NothingToAnswer
        | R::ChildsRefusalUnanswered
        | R::AlreadyReceived
        | R::ReceivedBeforeSent
        | R::ProposalsMissing
        | R::LotsMustBeReplacedFirst
        | R::NothingToRevoke
        | R::AssumedIdentity
        | R::NotProtected
        | R::ProtectionOnlyRaised
        | R::ProtectedThemselves
        | R::EndNotProposed
        | R::SecondPersonNeeded
        | R::NotANamedUser
        | R::WhereaboutsNotChecked
        | R::TellsWhereabouts
        | R::BasisDoesNotCover
        | R::DateAhead
        | R::DateBehind
        | R::EndsBeforeItStarts
        | R::NothingSent
        | R::MeetingAlreadyBooked
        | R::NotFittedToFamily
        | R::NoSuchMeeting
        | R::NoSuchAgendaItem
        | R::AttendanceIncomplete
        | R::AttendanceWithoutFamily
        | R::FamilyAbsent
        | R::OnlyOnePrincipal
        | R::LotsIsAProfessional
        | R::NotAParticipant
        | R::LotsNotProposed
        | R::LotsNotChosen
        | R::ChildNotInformed
        | R::NextMeetingMissing
        | R::DecisiveMatterBlocked
        | R::NoBoardDecision
        | R::NoSuchLine
        | R::OwnContributionOnly
        | R::LineOutsideCoordination
        | R::LineCannotGoThere
        | R::WhereInsteadMissing
        | R::RatingOutOfRange
        | R::NeedsMissing
        | R::CommitmentsMissing
        | R::OthersMissing
        | R::LeadPrincipalMissing
        | R::FollowUpMissing
        | R::NoSuchVersion
        | R::AlreadyReleased
        | R::HasAnsweredAlready
        | R::NoSuchCopy
        | R::ChangedMeanwhile
        | R::ClosingNotDecided
        | R::TooEarlyToClose
        | R::WayBackMissing
        | R::FeedbackNotInvited
        | R::PlanNotReleased
        | R::ConsentRanOut
        | R::NotDecidedHere
        | R::NotOver
        | R::NotSoonAdult
        | R::NoEscalationHere
        | R::Samba(_) => nothing,
    }
}
