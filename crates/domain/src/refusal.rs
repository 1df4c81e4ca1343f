//! Why was an act turned down? Each refusal is something a person can act on; the words lie with
//! the pages.

use crate::{ids::*, party::Receiver, samba::SambaRefusal};
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    // the process as a whole
    #[error("the process is closed")]
    ProcessClosed,
    #[error("the coordination has ended")]
    ProcessDiscontinued,
    #[error("the process rests")]
    ProcessPaused,
    // opening and preparation
    #[error("somebody is in danger now")]
    DangerNow,
    #[error("a guardian's knowledge could harm the child considerably")]
    GuardianMayHarm,
    #[error("the child is not under 18")]
    OutsideTargetGroup,
    #[error("the guardians do not fit the form of custody")]
    CustodyDoesNotFit,
    #[error("the family has not agreed")]
    FamilyHasNotAgreed,
    #[error("no such unit")]
    UnknownUnit,
    #[error("the unit is bound by no agreement, so it can be invited but starts nothing")]
    UnitNotInAgreement,
    #[error("the unit takes part already")]
    UnitTakesPartAlready,
    #[error("the unit is proposed already")]
    UnitAlreadyProposed,
    #[error("the unit is not proposed")]
    UnitNotProposed,
    #[error("only the family decides")]
    OnlyFamilyDecides,
    #[error("the family has not answered about {unit}")]
    FamilyHasNotAnswered { unit: UnitId },
    #[error("the family has not approved {unit}")]
    NotApprovedByFamily { unit: UnitId },
    #[error("not formulated with anyone in the family")]
    NotFormulatedWithFamily,
    #[error("no pre-meeting")]
    PreMeetingMissing,
    // summons and signatures
    #[error("a summons awaits signature already")]
    AlreadyAwaitingSignature,
    #[error("no unit is named")]
    EmptyScope,
    #[error("no kinds of information for {unit}")]
    KindsMissing { unit: UnitId },
    #[error("the consent must end after today and at the latest {latest}")]
    ConsentPeriod { latest: Date },
    #[error("the family has not been informed")]
    InformationNotGiven,
    #[error("no readable summary for the child")]
    ChildSummaryMissing,
    #[error("custody has not been checked since the last consent")]
    CustodyNotRechecked,
    #[error("nobody has stated who can consent for a placed child")]
    ConsentAuthorityNotStated,
    #[error("no guardian can sign")]
    NoGuardianCanSign,
    #[error("too young to sign alone")]
    TooYoungToSignAlone,
    #[error("maturity not assessed by {unit}")]
    MaturityNotAssessed { unit: UnitId },
    #[error("no summons is frozen")]
    NothingFrozen,
    #[error("the summons was opened again")]
    SummonsReopened,
    #[error("not one of those whose consent is needed")]
    NotASignatory,
    #[error("the text is not the one that was shown")]
    TextChanged,
    #[error("nobody signs for another")]
    SignsForAnother,
    #[error("has signed already: take the consent back instead")]
    RevokeInstead,
    #[error("there is no refusal to answer")]
    NothingToAnswer,
    #[error("the child's refusal has no answer")]
    ChildsRefusalUnanswered,
    #[error("signatures are missing")]
    SignaturesMissing { missing: Vec<PersonId> },
    // dispatch and receipt
    #[error("{unit} is not named in the consent")]
    NotInScope { unit: UnitId },
    #[error("no live consent for {unit}")]
    ConsentNotActive { unit: UnitId },
    #[error("received already")]
    AlreadyReceived,
    #[error("received before it was sent")]
    ReceivedBeforeSent,
    #[error("{unit} has not received the summons")]
    NotReceived { unit: UnitId },
    #[error("a unit that cannot come proposes other times")]
    ProposalsMissing,
    #[error("the Lots must be replaced first")]
    LotsMustBeReplacedFirst,
    #[error("the consent was never given")]
    NothingToRevoke,
    // protected identity and other grounds
    #[error("an assumed identity is not handled here")]
    AssumedIdentity,
    #[error("nobody's identity is protected here")]
    NotProtected,
    #[error("the mark is only raised")]
    ProtectionOnlyRaised,
    #[error("that guardian's identity is protected")]
    ProtectedThemselves,
    #[error("nobody has proposed to switch it off")]
    EndNotProposed,
    #[error("it takes a second person")]
    SecondPersonNeeded,
    #[error("the manager of {unit} has not been asked")]
    UsersNotAsked { unit: UnitId },
    #[error("the manager of {unit} has named nobody")]
    UsersNotNamed { unit: UnitId },
    #[error("not one of those whom the manager has named")]
    NotANamedUser,
    #[error("nobody has looked for whereabouts in the text")]
    WhereaboutsNotChecked,
    #[error("the text tells where somebody is")]
    TellsWhereabouts,
    #[error("{person} has no copy that two persons have compared")]
    SeparateCopyMissing { person: PersonId },
    #[error("{person} is met separately")]
    SeparateSittings { person: PersonId },
    #[error("that basis does not cover these units")]
    BasisDoesNotCover,
    // time
    #[error("the date is ahead")]
    DateAhead,
    #[error("the date is behind")]
    DateBehind,
    #[error("it ends before it starts")]
    EndsBeforeItStarts,
    #[error("at the earliest {earliest}")]
    TooEarly { earliest: Date },
    #[error("outside {from} to {to} without a reason")]
    OutsideWindow { from: Date, to: Date },
    // meetings
    #[error("nothing has been sent")]
    NothingSent,
    #[error("a meeting is booked already")]
    MeetingAlreadyBooked,
    #[error("time and place are not fitted to the family")]
    NotFittedToFamily,
    #[error("no such meeting")]
    NoSuchMeeting,
    #[error("the meeting is on {on}")]
    MeetingNotYet { on: Date },
    #[error("no such agenda item")]
    NoSuchAgendaItem,
    #[error("the family speaks first, at item {item}")]
    FamilySpeaksFirst { item: u8 },
    #[error("the attendance list is not complete")]
    AttendanceIncomplete,
    #[error("{unit} is missing from the attendance list")]
    AttendanceMissing { unit: UnitId },
    #[error("the family is missing from the attendance list")]
    AttendanceWithoutFamily,
    #[error("somebody is here whom the family has not accepted")]
    GuestNotAccepted { guest: TextId },
    #[error("the family is absent")]
    FamilyAbsent,
    #[error("only one principal is present")]
    OnlyOnePrincipal,
    #[error("the Lots is a professional")]
    LotsIsAProfessional,
    #[error("not a participant")]
    NotAParticipant,
    #[error("not proposed as Lots")]
    LotsNotProposed,
    #[error("no Lots is chosen")]
    LotsNotChosen,
    #[error("the child is not informed, and nobody is to do it")]
    ChildNotInformed,
    #[error("no next meeting")]
    NextMeetingMissing,
    // the plan
    #[error("both guardians decide what is of decisive importance, and one of them has not signed")]
    DecisiveMatterBlocked,
    #[error("no board has decided on that measure")]
    NoBoardDecision,
    #[error("no such line")]
    NoSuchLine,
    #[error("a unit writes only what it contributes itself")]
    OwnContributionOnly,
    #[error("the line is outside the coordination")]
    LineOutsideCoordination,
    #[error("the line cannot go there")]
    LineCannotGoThere,
    #[error("why, and where to turn instead, are missing")]
    WhereInsteadMissing,
    #[error("the rating is from 1 to 5")]
    RatingOutOfRange,
    #[error("{unit} can lead no plan")]
    CannotLead { unit: UnitId },
    #[error("no needs")]
    NeedsMissing,
    #[error("no unit has said what it contributes")]
    CommitmentsMissing,
    #[error("measures by others are not answered")]
    OthersMissing,
    #[error("no principal has the overall responsibility")]
    LeadPrincipalMissing,
    #[error("no follow-up")]
    FollowUpMissing,
    #[error("{unit} has not told what its assessment showed")]
    AssessmentNotReported { unit: UnitId },
    #[error("a line of {unit} is not followed up")]
    LineNotFollowedUp { unit: UnitId },
    #[error("no such version of the plan")]
    NoSuchVersion,
    #[error("released already")]
    AlreadyReleased,
    #[error("{unit} has not confirmed its line")]
    LineNotConfirmed { unit: UnitId },
    #[error("{person} has not answered the plan")]
    FamilyHasNotAnsweredPlan { person: PersonId },
    #[error("has answered the plan already, in person")]
    HasAnsweredAlready,
    #[error("somebody is left out")]
    ReceiverForgotten { receiver: Receiver },
    #[error("no such copy")]
    NoSuchCopy,
    #[error("something has happened since this was read")]
    ChangedMeanwhile,
    // ending
    #[error("closing is not decided")]
    ClosingNotDecided,
    #[error("too early to close")]
    TooEarlyToClose,
    #[error("the way back is not written")]
    WayBackMissing,
    #[error("the way back is not given to everyone")]
    WayBackNotGiven { receiver: Receiver },
    #[error("the family is not invited to give feedback")]
    FeedbackNotInvited,
    #[error("the plan is not released")]
    PlanNotReleased,
    #[error("{unit} has not filed its copy")]
    CopyNotFiled { unit: UnitId },
    #[error("the consent has run out")]
    ConsentRanOut,
    #[error("that end is decided elsewhere")]
    NotDecidedHere,
    #[error("it is not over")]
    NotOver,
    #[error("not soon 18")]
    NotSoonAdult,
    #[error("no escalation in this municipality")]
    NoEscalationHere,
    #[error(transparent)]
    Samba(SambaRefusal),
}
