//! Everything that can have happened to a process. This file is the table of contents.
//!
//! **Invariant:** events are a stored format. A variant is never renamed, removed or given a new
//! meaning; a new need gets a new variant (one stored example of each lies under test in `store`).
//! **Invariant:** events hold ids, dates and choices, never names, personal numbers or prose: no
//! field here can hold a text (`tidy`). Prose is a `TextId`.

pub mod other_ground;
pub mod protection;
pub mod samba;

use self::{other_ground::OtherGroundEvent, protection::ProtectionEvent, samba::SambaEvent};
use crate::{choice::*, ids::*, party::*};
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    // ---- preparation (T1, T2)
    ProcessOpened {
        child: PersonId,
        initiator: PersonId,
        /// The initiator's unit: it discloses first, and is one of the units that the consent names.
        unit: UnitId,
        custody: Custody,
        /// The process this one takes up again (T19).
        previous: Option<ProcessId>,
        /// The family's own request that it answers (T1b).
        request: Option<RequestId>,
        on: Date,
    },
    CustodyChecked {
        custody: Custody,
    },
    UnitProposed {
        unit: UnitId,
        by: PersonId,
        /// Why this unit: the question put to it.
        question: TextId,
    },
    UnitApproved {
        unit: UnitId,
        by: PersonId,
    },
    UnitStruck {
        unit: UnitId,
        by: PersonId,
    },
    PreMeetingRecorded {
        held: PreMeetingHeld,
        note: FormText,
        participation: Participation,
        formulated_with: Vec<PersonId>,
    },
    PreMeetingCommented {
        by: PersonId,
        comment: TextId,
    },

    // ---- summons and signatures (T3, T4, T4r)
    SummonsFrozen {
        summons: SummonsNo,
        text: FormText,
        scope: Vec<ScopeLine>,
        required: Vec<Signatory>,
        valid_until: Date,
        /// The new consent lets the units read the last plan of the process this one takes up again.
        earlier_plan: bool,
        /// The purpose as it was signed: another one starts every unit's clock anew (TIME-5).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        purpose: Option<TextHash>,
    },
    SummonsReopened {
        summons: SummonsNo,
        reason: ReopenReason,
    },
    SummonsSigned {
        summons: SummonsNo,
        person: PersonId,
        capacity: Capacity,
        method: SignatureMethod,
        on: DateTime,
    },
    SignatureRefused {
        summons: SummonsNo,
        person: PersonId,
    },
    /// The answer that a younger child's no must get (CON-18).
    RefusalAnswered {
        person: PersonId,
        answer: TextId,
        by: PersonId,
    },
    /// Every required signature is there: the consent is active.
    ConsentActivated {
        summons: SummonsNo,
    },
    GuardianPrevented {
        guardian: PersonId,
        ground: PreventedGround,
        note: TextId,
        by: PersonId,
    },
    MaturityAssessed {
        unit: UnitId,
        by: PersonId,
        assessment: TextId,
    },
    BoardDecisionLinked {
        measure: BoardMeasure,
        decided_on: Date,
        note: TextId,
    },
    /// Who can consent for a placed child and on what ground, stated by the social worker (CON-31).
    ConsentAuthorityStated {
        who: Vec<PersonId>,
        ground: TextId,
        by: PersonId,
    },

    // ---- dispatch and receipt (T5, T6)
    SummonsDispatched {
        summons: SummonsNo,
        unit: UnitId,
        channel: Channel,
        at: DateTime,
        /// Purpose or question are not those the unit received before, so its clock restarts (TIME-5).
        question_changed: bool,
    },
    SummonsReceived {
        unit: UnitId,
        on: Date,
        how: ReceiptHow,
    },
    ReceiptCorrected {
        unit: UnitId,
        on: Date,
        reason: TextId,
        by: PersonId,
    },
    ParticipantNamed {
        unit: UnitId,
        person: PersonId,
    },
    ParticipantReleased {
        unit: UnitId,
        person: PersonId,
    },
    ReplyGiven {
        unit: UnitId,
        reply: Reply,
    },
    DelayExplained {
        reason: DelayReason,
        note: TextId,
        /// The day from which it was flagged.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late_from: Option<Date>,
    },

    // ---- consent withdrawn (CON-07 to CON-11)
    ConsentRevoked {
        signatory: PersonId,
        unit: UnitId,
        told_to: PersonId,
        at: DateTime,
    },
    InformationKindRevoked {
        signatory: PersonId,
        unit: UnitId,
        kind: InformationKind,
        told_to: PersonId,
        at: DateTime,
    },
    UnitStruckFromMeeting {
        meeting: MeetingNo,
        unit: UnitId,
    },
    /// The line stays in the plan, marked as outside the coordination. It is never deleted (CON-10).
    CommitmentLeftCoordination {
        commitment: CommitmentNo,
        unit: UnitId,
    },

    // ---- meetings (T7, T8, T8x, T12, T13)
    MeetingBooked {
        meeting: MeetingNo,
        kind: MeetingKind,
        start: DateTime,
        end: Time,
        place: TextId,
        chair: PersonId,
        units: Vec<UnitId>,
        outside_window: Option<TextId>,
    },
    MeetingRebooked {
        meeting: MeetingNo,
        start: DateTime,
        end: Time,
        place: TextId,
        cause: RebookCause,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outside_window: Option<TextId>,
    },
    MeetingCancelled {
        meeting: MeetingNo,
        reason: TextId,
    },
    AgendaItemDone {
        meeting: MeetingNo,
        item: u8,
    },
    AttendanceRecorded {
        meeting: MeetingNo,
        rows: Vec<AttendanceRow>,
        secretary: TextId,
        complete: bool,
    },
    /// The family has said yes to somebody in the room whom the consent does not cover (3.5.3).
    GuestAccepted {
        meeting: MeetingNo,
        guest: TextId,
        by: PersonId,
    },
    LotsProposed {
        person: PersonId,
        unit: UnitId,
    },
    LotsAccepted {
        person: PersonId,
        by: PersonId,
    },
    LotsLeft {
        person: PersonId,
    },
    ChildInformationPlanned {
        meeting: MeetingNo,
        person: TextId,
        on: Date,
    },
    ChildInformed {
        meeting: MeetingNo,
        by: PersonId,
    },
    MeetingHeld {
        meeting: MeetingNo,
        on: Date,
        attendance: FormText,
        follow_up: Option<FormText>,
        closing: Option<ClosingReason>,
        without_next: Option<TextId>,
    },

    // ---- the plan (T8, T9, T10, T12, T13)
    NeedRecorded {
        need: NeedNo,
        text: TextId,
        view: View,
        kind: InformationKind,
    },
    NeedWithdrawn {
        need: NeedNo,
    },
    GoalRecorded {
        goal: GoalNo,
        text: TextId,
        horizon: Horizon,
        need: Option<NeedNo>,
    },
    GoalAssessed {
        goal: GoalNo,
        outcome: GoalOutcome,
    },
    CommitmentOffered {
        commitment: CommitmentNo,
        unit: UnitId,
        by: PersonId,
        kind: CommitmentKind,
        text: TextId,
        goal: Option<GoalNo>,
        responsible: TextId,
        legal_form: LegalForm,
        start: Date,
        frequency: TextId,
        expected_end: Date,
        /// Units that may see the line; empty means all that the consent covers.
        visible_to: Vec<UnitId>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        decisive: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by_board: Option<BoardMeasure>,
    },
    CommitmentConfirmed {
        commitment: CommitmentNo,
        by: PersonId,
    },
    CommitmentMoved {
        commitment: CommitmentNo,
        to: CommitmentState,
        /// Reason and where to turn instead (PRI-10), when it is not possible.
        reason: Option<TextId>,
        instead: Option<TextId>,
        by: PersonId,
    },
    CommitmentFollowedUp {
        commitment: CommitmentNo,
        meeting: MeetingNo,
        result: TextId,
        verdict: Verdict,
        by: PersonId,
    },
    CommitmentRated {
        commitment: CommitmentNo,
        by: PersonId,
        /// The effect as the family sees it, 1 to 5.
        effect: u8,
    },
    AssessmentReported {
        unit: UnitId,
        meeting: MeetingNo,
        outcome: AssessmentOutcome,
        text: TextId,
        instead: Option<TextId>,
        by: PersonId,
    },
    QuestionAsked {
        question: QuestionNo,
        text: TextId,
        by_unit: Option<UnitId>,
        units: Vec<UnitId>,
        /// A unit concerned was not in the room, so the question waits for it (PRI-03).
        waits_for_absent: bool,
    },
    QuestionAnswered {
        question: QuestionNo,
        by_unit: UnitId,
        answer: TextId,
    },
    LeadPrincipalNamed {
        principal: LeadPrincipal,
        unit: UnitId,
    },
    PlanWritten {
        version: PlanVersion,
        meeting: MeetingNo,
        text: FormText,
        kind: PlanKind,
        status: PlanStatus,
        obstacle: Option<TextId>,
        on: Date,
    },
    PlanAnswered {
        version: PlanVersion,
        by: PersonId,
        dissent: Option<TextId>,
        /// Who wrote it down, when it was said aloud.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        heard_by: Option<PersonId>,
    },
    PlanReleased {
        version: PlanVersion,
        on: Date,
    },
    CopyReleased {
        copy: CopyNo,
        receiver: Receiver,
        version: PlanVersion,
        text: FormText,
        on: Date,
    },
    CopyFiled {
        copy: CopyNo,
        by: PersonId,
    },
    // ---- between meetings (T11)
    ChangeTold {
        change: ChangeNo,
        by: PersonId,
        text: TextId,
        receivers: Vec<Receiver>,
        on: Date,
    },
    ChangeRead {
        change: ChangeNo,
        receiver: Receiver,
    },
    DeviationNoted {
        kind: DeviationKind,
        units: Vec<UnitId>,
        on: Date,
        feedback_due: Date,
    },

    // ---- pause, ending, way back, escalation (T14 to T18)
    ProcessPaused {
        reason: PauseReason,
        on: Date,
    },
    ProcessResumed {
        on: Date,
    },
    ClosingAgreed {
        by: PersonId,
    },
    WayBackWritten {
        text: TextId,
        contact: TextId,
    },
    WayBackGiven {
        receiver: Receiver,
        by: PersonId,
        on: Date,
    },
    FeedbackInvited {
        on: Date,
    },
    ProcessClosed {
        reason: ClosingReason,
        on: Date,
    },
    ProcessDiscontinued {
        reason: DiscontinuedReason,
        on: Date,
    },
    HandOverGiven {
        on: Date,
    },
    SambaContacted {
        route: SambaRoute,
        by: PersonId,
        on: Date,
    },
    // ---- families of their own, stored like the others
    #[serde(untagged)]
    Protection(ProtectionEvent),
    #[serde(untagged)]
    OtherGround(OtherGroundEvent),
    #[serde(untagged)]
    Samba(SambaEvent),
}
