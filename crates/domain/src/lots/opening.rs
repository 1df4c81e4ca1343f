//! How does a process begin? (T1, T1b, T2, T19)

use crate::{
    Event, Refusal,
    choice::*,
    event::protection::ProtectionEvent,
    ids::*,
    now::{Now, age},
    organisation::Organisation,
    party::*,
    process::Process,
};
use jiff::civil::Date;

/// Under 18: the target group of the model (Q6).
pub const AGE_MAX: i16 = 17;

#[derive(Debug, Clone)]
pub struct OpenProcess {
    pub child: PersonId,
    pub born: Date,
    pub initiator: PersonId,
    pub unit: UnitId,
    pub custody: Custody,
    /// The family has been told about the model and agrees to start planning.
    pub family_agrees: bool,
    /// "Is somebody in danger now?" A yes leads out of here, to help that is faster (PRI-19).
    pub danger_now: bool,
    /// "Could it harm the child considerably that a guardian learns of this?" (CON-19, OSL 12:3)
    pub guardian_may_harm: bool,
    /// Those around the child whose identity is protected, and how strongly (PID-1).
    pub protected: Vec<(PersonId, ProtectionGrade)>,
    pub previous: Option<ProcessId>,
    pub request: Option<RequestId>,
}

/// Opens a process (T1). Restarting is opening with a link back (T19).
pub fn open(organisation: &Organisation, now: Now, command: OpenProcess) -> Result<Vec<Event>, Refusal> {
    if command.danger_now {
        return Err(Refusal::DangerNow);
    }
    if command.guardian_may_harm {
        return Err(Refusal::GuardianMayHarm);
    }
    // The link between two identities is stored nowhere (PID-10).
    if command.protected.iter().any(|(_, grade)| *grade == ProtectionGrade::AssumedIdentity) {
        return Err(Refusal::AssumedIdentity);
    }
    match organisation.unit(command.unit) {
        None => return Err(Refusal::UnknownUnit),
        Some(unit) if !unit.unit_type.bound => return Err(Refusal::UnitNotInAgreement),
        Some(_) => {}
    }
    let on = now.today();
    if command.born > on || age(command.born, on) > AGE_MAX {
        return Err(Refusal::OutsideTargetGroup);
    }
    let own_guardian = command.custody.guardians.iter().any(|guardian| guardian.person == command.child);
    if !command.custody.adds_up() || own_guardian {
        return Err(Refusal::CustodyDoesNotFit);
    }
    if command.custody.checked_on > on {
        return Err(Refusal::DateAhead);
    }
    if !command.family_agrees {
        return Err(Refusal::FamilyHasNotAgreed);
    }
    let OpenProcess { child, initiator, unit, custody, previous, request, protected, .. } = command;
    let protected = protected.into_iter().map(|(person, grade)| {
        Event::Protection(ProtectionEvent::IdentityProtected { person, grade, by: initiator, on })
    });
    let opened = Event::ProcessOpened { child, initiator, unit, custody, previous, request, on };
    Ok(std::iter::once(opened).chain(protected).collect())
}

#[derive(Debug, Clone)]
pub struct RecordPreMeeting {
    pub held: PreMeetingHeld,
    /// The installation allows a process without a pre-meeting, with a reason (Q5).
    pub waiver_allowed: bool,
    pub note: FormText,
    pub participation: Participation,
    pub formulated_with: Vec<PersonId>,
}

/// What the family and the initiator planned together (T2, PRI-06, PRI-14).
pub fn record_pre_meeting(
    process: &Process,
    now: Now,
    command: RecordPreMeeting,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let RecordPreMeeting { held, waiver_allowed, note, participation, formulated_with } = command;
    match held {
        PreMeetingHeld::Waived { .. } if !waiver_allowed => return Err(Refusal::PreMeetingMissing),
        PreMeetingHeld::Yes { on } if on > now.today() => return Err(Refusal::DateAhead),
        PreMeetingHeld::Waived { .. } | PreMeetingHeld::Yes { .. } => {}
    }
    if !formulated_with.iter().any(|person| process.is_family(*person, now.today())) {
        return Err(Refusal::NotFormulatedWithFamily);
    }
    if let Some(unit) = process.circle.unanswered().next() {
        return Err(Refusal::FamilyHasNotAnswered { unit });
    }
    if process.circle.approved().next().is_none() {
        return Err(Refusal::EmptyScope);
    }
    Ok(vec![Event::PreMeetingRecorded { held, note, participation, formulated_with }])
}

#[derive(Debug, Clone, Copy)]
pub struct CommentPreMeeting {
    pub by: PersonId,
    pub comment: TextId,
}

/// The family's own words about the note (3.4).
pub fn comment_pre_meeting(
    process: &Process,
    now: Now,
    command: CommentPreMeeting,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    if process.pre_meeting.is_none() {
        return Err(Refusal::PreMeetingMissing);
    }
    Ok(vec![Event::PreMeetingCommented { by: command.by, comment: command.comment }])
}
