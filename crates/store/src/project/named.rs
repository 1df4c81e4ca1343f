//! Whom does an event name, and to which units does it carry a process?

use domain::{
    Event,
    choice::{AttendanceRow, Attendee, Reply, SignatureMethod},
    event::{other_ground::OtherGroundEvent, protection::ProtectionEvent, samba::SambaEvent},
    ids::{BodyId, BodyMeetingId, PersonId, UnitId},
    party::{Custody, Receiver},
};
use std::collections::BTreeSet;

#[derive(Default)]
pub(super) struct Named {
    pub(super) people: BTreeSet<PersonId>,
    /// Units with an inbox that the process has reached. A unit that is only proposed, or whose consent is
    /// not signed, is not among them: it learns nothing (CON-03).
    pub(super) units: BTreeSet<UnitId>,
}

impl Named {
    /// **Invariant:** no wildcard arm, so that a new event cannot be forgotten here.
    #[expect(clippy::too_many_lines, reason = "one arm an event: the list is the point")]
    pub(super) fn note(&mut self, event: &Event) {
        use Event::*;
        match event {
            ProcessOpened { child, initiator, unit, custody, .. } => {
                self.people.extend([child, initiator]);
                self.units.insert(*unit);
                self.custody(custody);
            }
            CustodyChecked { custody } => self.custody(custody),
            SummonsFrozen { required, .. } => {
                self.people.extend(required.iter().map(|signatory| signatory.person));
            }
            SummonsSigned { person, method, .. } => {
                self.people.insert(*person);
                self.method(method);
            }
            GuardianPrevented { guardian, by, .. } => self.people.extend([guardian, by]),
            ConsentAuthorityStated { who, by, .. } => {
                self.people.extend(who);
                self.people.insert(*by);
            }
            SummonsDispatched { unit, .. } => {
                self.units.insert(*unit);
            }
            ReplyGiven { reply, .. } => match reply {
                Reply::Coming { person } => {
                    self.people.insert(*person);
                }
                Reply::Substitute { .. } | Reply::Prevented { .. } => {}
            },
            ConsentRevoked { signatory, told_to, .. } | InformationKindRevoked { signatory, told_to, .. } => {
                self.people.extend([signatory, told_to]);
            }
            MeetingBooked { chair, .. } => {
                self.people.insert(*chair);
            }
            AttendanceRecorded { rows, .. } => self.attendance(rows),
            LotsAccepted { person, by } => self.people.extend([person, by]),
            RefusalAnswered { person, by, .. } => self.people.extend([person, by]),
            PreMeetingRecorded { formulated_with, .. } => self.people.extend(formulated_with),
            SignatureRefused { person, .. }
            | ParticipantNamed { person, .. }
            | ParticipantReleased { person, .. }
            | LotsProposed { person, .. }
            | LotsLeft { person } => {
                self.people.insert(*person);
            }
            UnitProposed { by, .. }
            | UnitApproved { by, .. }
            | UnitStruck { by, .. }
            | PreMeetingCommented { by, .. }
            | MaturityAssessed { by, .. }
            | ReceiptCorrected { by, .. }
            | GuestAccepted { by, .. }
            | ChildInformed { by, .. }
            | CommitmentOffered { by, .. }
            | CommitmentConfirmed { by, .. }
            | CommitmentMoved { by, .. }
            | CommitmentFollowedUp { by, .. }
            | CommitmentRated { by, .. }
            | AssessmentReported { by, .. }
            | CopyFiled { by, .. }
            | ClosingAgreed { by }
            | SambaContacted { by, .. } => {
                self.people.insert(*by);
            }
            PlanAnswered { by, heard_by, .. } => self.people.extend(std::iter::once(by).chain(heard_by)),
            CopyReleased { receiver, .. } | ChangeRead { receiver, .. } => self.receiver(receiver),
            ChangeTold { by, receivers, .. } => {
                self.people.insert(*by);
                receivers.iter().for_each(|receiver| self.receiver(receiver));
            }
            WayBackGiven { receiver, by, .. } => {
                self.people.insert(*by);
                self.receiver(receiver);
            }
            Protection(event) => self.protection(event),
            OtherGround(event) => self.other_ground(event),
            Samba(event) => self.samba(event),
            SummonsReopened { .. }
            | ConsentActivated { .. }
            | BoardDecisionLinked { .. }
            | SummonsReceived { .. }
            | DelayExplained { .. }
            | UnitStruckFromMeeting { .. }
            | CommitmentLeftCoordination { .. }
            | MeetingRebooked { .. }
            | MeetingCancelled { .. }
            | AgendaItemDone { .. }
            | ChildInformationPlanned { .. }
            | MeetingHeld { .. }
            | NeedRecorded { .. }
            | NeedWithdrawn { .. }
            | GoalRecorded { .. }
            | GoalAssessed { .. }
            | QuestionAsked { .. }
            | QuestionAnswered { .. }
            | LeadPrincipalNamed { .. }
            | PlanWritten { .. }
            | PlanReleased { .. }
            | DeviationNoted { .. }
            | ProcessPaused { .. }
            | ProcessResumed { .. }
            | WayBackWritten { .. }
            | FeedbackInvited { .. }
            | ProcessClosed { .. }
            | ProcessDiscontinued { .. }
            | HandOverGiven { .. } => {}
        }
    }

    /// The caseworker and whoever signs or is told: those at the bodies and the coordinator are tied by their seats.
    fn samba(&mut self, event: &SambaEvent) {
        use SambaEvent::*;
        match event {
            SambaDescriptionOrdered { from: person, .. }
            | SambaDescribed { by: person, .. }
            | SambaConsentFrozen { by: person, .. }
            | SambaConsentSigned { person, .. }
            | SambaConsentRefused { person, .. }
            | SambaConsentRevoked { signatory: person, .. } => {
                self.people.insert(*person);
            }
            SambaTreated { owed_by, .. } => self.people.extend(owed_by),
            SambaSorted { .. }
            | SambaRoutineChosen { .. }
            | SambaAssessed { .. }
            | SambaConsentActivated { .. }
            | SambaScheduled { .. }
            | SambaUnscheduled { .. }
            | SambaReflected { .. }
            | SambaMinutesFinal { .. }
            | SambaMinutesCorrected { .. }
            | AgreementDrafted { .. }
            | AgreementDropped { .. }
            | AgreementSigned { .. }
            | AgreementActivated { .. }
            | AgreementEnded { .. }
            | AgreementGiven { .. }
            | SambaReturned { .. }
            | SambaFollowedUp { .. }
            | SambaFamilyNotified { .. }
            | SambaClosed { .. }
            | SambaWithdrawn { .. } => {}
        }
    }

    fn protection(&mut self, event: &ProtectionEvent) {
        use ProtectionEvent::*;
        match event {
            IdentityProtected { person, by, .. }
            | ProtectionEndProposed { person, by, .. }
            | ProtectionEnded { person, by, .. }
            | WhereaboutsHidden { from: person, by, .. }
            | SeparateCopyDrafted { receiver: person, by, .. }
            | ItemWithheld { from: person, by, .. }
            | ItemShown { to: person, by, .. } => self.people.extend([person, by]),
            // The unit's manager is to find it.
            UsersAsked { unit, by, .. } => {
                self.units.insert(*unit);
                self.people.insert(*by);
            }
            UserNamed { unit, person, by, .. } | UserRemoved { unit, person, by, .. } => {
                self.units.insert(*unit);
                self.people.extend([person, by]);
            }
            SeparateCopyApproved { by, .. } | ThirdPersonAgreed { by, .. } => {
                self.people.insert(*by);
            }
        }
    }

    fn other_ground(&mut self, event: &OtherGroundEvent) {
        use OtherGroundEvent::*;
        match event {
            OtherGroundDecided { reader, by, .. } => self.people.extend([reader, by]),
            OtherGroundConfirmed { by, .. } | OtherGroundEnded { by, .. } => {
                self.people.insert(*by);
            }
        }
    }

    fn custody(&mut self, custody: &Custody) {
        self.people.extend(custody.guardians.iter().map(|guardian| guardian.person));
    }

    fn method(&mut self, method: &SignatureMethod) {
        match method {
            SignatureMethod::Screen => {}
            SignatureMethod::Witnessed { helper: person }
            | SignatureMethod::Paper { registered_by: person, .. } => {
                self.people.insert(*person);
            }
        }
    }

    fn attendance(&mut self, rows: &[AttendanceRow]) {
        for row in rows {
            match row.attendee {
                Attendee::Family { person } => {
                    self.people.insert(person);
                }
                Attendee::Unit { .. } | Attendee::Guest { .. } => {}
            }
        }
    }

    /// A unit that receives something has been reached before, by the summons or as where it all began.
    fn receiver(&mut self, receiver: &Receiver) {
        match receiver {
            Receiver::Family { person } => {
                self.people.insert(*person);
            }
            Receiver::Unit { .. } => {}
        }
    }
}

/// What an event changes of where a process stands in Samba.
pub(super) enum InSamba {
    Contacted,
    Scheduled(BodyMeetingId, BodyId),
    Unscheduled(BodyMeetingId),
}

pub(super) fn samba(event: &Event) -> Option<InSamba> {
    if let Event::SambaContacted { .. } = event {
        return Some(InSamba::Contacted);
    }
    let Event::Samba(event) = event else { return None };
    if let SambaEvent::SambaScheduled { meeting, body, .. } = event {
        return Some(InSamba::Scheduled(*meeting, *body));
    }
    if let SambaEvent::SambaUnscheduled { meeting, .. } = event {
        return Some(InSamba::Unscheduled(*meeting));
    }
    None
}
