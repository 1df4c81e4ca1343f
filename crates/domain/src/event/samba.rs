//! What can have happened to a case that has been taken to Samba with the child's name? (handbook 4.2, 4.3)
//!
//! Stored beside the events of `event.rs` and under the same rules. The contact itself is `Event::SambaContacted`.
//! A case without the child's name is no part of any process (DID-5).

use crate::{
    choice::*,
    ids::*,
    samba::{
        Mandate,
        agreement::Terms,
        choice::{CaseEnd, EarlyEndKind, FollowUpForm, PlanTried, ReturnTo, Shortfall, Sorting},
        outcome::Outcome,
        treatment::QuestionReply,
    },
};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum SambaEvent {
    // ---- the coordinator sorts and assesses (S2 to S6)
    SambaSorted {
        case: CaseNo,
        to: Sorting,
        by: PersonId,
        on: Date,
    },
    /// Whether the supplementary routine applies (S4).
    SambaRoutineChosen {
        case: CaseNo,
        applies: bool,
        reason: TextId,
        by: PersonId,
        on: Date,
    },
    /// The three questions (S5). Those the officials need answered are added to the ones before; none is taken away.
    SambaAssessed {
        case: CaseNo,
        tried: PlanTried,
        shortfalls: Vec<Shortfall>,
        why: TextId,
        questions: Vec<TextId>,
        by: PersonId,
        on: Date,
    },
    SambaDescriptionOrdered {
        case: CaseNo,
        from: PersonId,
        by: PersonId,
        on: Date,
    },
    /// The caseworker's description, with the version of the plan that goes with it (4.9).
    SambaDescribed {
        case: CaseNo,
        text: FormText,
        plan: Option<PlanVersion>,
        by: PersonId,
        on: Date,
    },

    // ---- the consent of its own (S7; CON-21 to CON-23)
    SambaConsentFrozen {
        consent: SambaConsentNo,
        case: CaseNo,
        bodies: Vec<BodyId>,
        parties: Vec<PartyId>,
        required: Vec<Signatory>,
        valid_until: Date,
        text: FormText,
        by: PersonId,
        on: Date,
    },
    SambaConsentSigned {
        consent: SambaConsentNo,
        person: PersonId,
        capacity: crate::party::Capacity,
        method: SignatureMethod,
        at: DateTime,
    },
    /// No reason is asked for. From now on the case can be taken up without the child's name only.
    SambaConsentRefused {
        consent: SambaConsentNo,
        person: PersonId,
        heard_by: PersonId,
        at: DateTime,
    },
    SambaConsentActivated {
        consent: SambaConsentNo,
    },
    /// Taken back for one body, for one party, or altogether.
    SambaConsentRevoked {
        case: CaseNo,
        signatory: PersonId,
        body: Option<BodyId>,
        party: Option<PartyId>,
        told_to: PersonId,
        at: DateTime,
    },

    // ---- the bodies (S9 to S12)
    SambaScheduled {
        case: CaseNo,
        body: BodyId,
        meeting: BodyMeetingId,
        on: Date,
        by: PersonId,
    },
    SambaUnscheduled {
        case: CaseNo,
        body: BodyId,
        meeting: BodyMeetingId,
    },
    /// The body has come to something. `left` are those who went out because the consent does not name them.
    SambaTreated {
        case: CaseNo,
        body: BodyId,
        meeting: BodyMeetingId,
        present: Vec<PartyId>,
        left: Vec<PartyId>,
        outcome: Outcome,
        note: TextId,
        replies: Vec<QuestionReply>,
        owed_by: Option<PersonId>,
        owed_on: Option<Date>,
        by: PersonId,
        on: Date,
    },
    /// What a body that reflected on its own came to.
    SambaReflected {
        case: CaseNo,
        body: BodyId,
        outcome: Outcome,
        note: TextId,
        replies: Vec<QuestionReply>,
        by: PersonId,
        on: Date,
    },
    SambaMinutesFinal {
        case: CaseNo,
        meeting: BodyMeetingId,
        by: PersonId,
        on: Date,
    },
    /// The note stays as it was; this stands beside it.
    SambaMinutesCorrected {
        case: CaseNo,
        meeting: BodyMeetingId,
        note: TextId,
        reason: TextId,
        by: PersonId,
        on: Date,
    },

    // ---- agreements (S13, 4.5)
    AgreementDrafted {
        agreement: AgreementNo,
        case: CaseNo,
        body: BodyId,
        terms: Terms,
        by: PersonId,
        on: Date,
    },
    /// A draft nobody is to sign any more; what was signed on it is void.
    AgreementDropped {
        agreement: AgreementNo,
        by: PersonId,
        on: Date,
    },
    AgreementSigned {
        agreement: AgreementNo,
        party: PartyId,
        person: PersonId,
        mandate: Mandate,
        at: DateTime,
    },
    /// Everyone bound by it has signed.
    AgreementActivated {
        agreement: AgreementNo,
    },
    AgreementEnded {
        agreement: AgreementNo,
        why: EarlyEndKind,
        /// None when a consent was taken back: nobody is asked why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<TextId>,
        by: PersonId,
        on: Date,
    },
    /// The family has been given the part on responsibility.
    AgreementGiven {
        agreement: AgreementNo,
        to: PersonId,
        by: PersonId,
        on: Date,
    },

    // ---- back to Lots (S14 to S16)
    SambaReturned {
        case: CaseNo,
        to: ReturnTo,
        /// When the meeting that carries it on is held.
        on: Date,
        follow_up: FollowUpForm,
        follow_up_on: Date,
        by: PersonId,
        returned: Date,
    },
    SambaFollowedUp {
        case: CaseNo,
        form: FollowUpForm,
        result: TextId,
        /// For what professionals decide alone: why, that it lies within their own powers, and whom they told.
        reason: Option<TextId>,
        within_own_powers: bool,
        by: PersonId,
        on: Date,
    },
    SambaFamilyNotified {
        case: CaseNo,
        person: PersonId,
        /// What the child was told, in words of its own.
        child_text: Option<TextId>,
        by: PersonId,
        on: Date,
    },
    SambaClosed {
        case: CaseNo,
        end: CaseEnd,
        by: PersonId,
        on: Date,
    },
    /// The consent was taken back on the way: everything stops at once (S17).
    SambaWithdrawn {
        case: CaseNo,
        on: Date,
    },
}
