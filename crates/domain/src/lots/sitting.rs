//! What must be there before a meeting counts as held? (T8, T8x, T12, T13, T14)

use crate::{
    Event, Refusal,
    calendar::Calendar,
    choice::*,
    ids::*,
    lots::{
        booking::{BookMeeting, booked},
        meeting::Meeting,
        plan::Commitment,
        room::room,
    },
    now::Now,
    organisation::{Organisation, PrincipalKind},
    party::LeadPrincipal,
    process::Process,
};

/// How a meeting ends: with a next one, or with a reason why there is none.
#[derive(Debug, Clone)]
pub enum Next {
    Meeting(BookMeeting),
    None {
        reason: TextId,
    },
    /// Family and network decide to close (T14).
    Closing(ClosingReason),
}

/// Municipality or region, if the unit belongs to one of them: only they can lead a plan.
pub fn lead_principal(organisation: &Organisation, unit: UnitId) -> Option<LeadPrincipal> {
    match organisation.unit(unit)?.principal().kind {
        PrincipalKind::Municipality => Some(LeadPrincipal::Municipality),
        PrincipalKind::Region => Some(LeadPrincipal::Region),
        PrincipalKind::Independent | PrincipalKind::Other => None,
    }
}

#[derive(Debug, Clone)]
pub struct HoldMeeting {
    pub meeting: MeetingNo,
    pub attendance: FormText,
    pub follow_up: Option<FormText>,
    /// The plan as it reads after the meeting.
    pub plan: FormText,
    /// "Measures by others" has been answered, if only with "none" (SoL 10:8 item 3).
    pub others_answered: bool,
    /// What stands in the way, when no plan could be reached: the proof of an attempt.
    pub obstacle: Option<TextId>,
    pub family_speaks_at: u8,
    pub next: Next,
}

/// Closes the meeting with everything the model asks of it.
pub fn hold(
    process: &Process,
    organisation: &Organisation,
    calendar: &Calendar,
    now: Now,
    command: HoldMeeting,
) -> Result<Vec<Event>, Refusal> {
    let room = room(process, now, command.meeting)?;
    if !room.attendance_complete {
        return Err(Refusal::AttendanceIncomplete);
    }
    if !room.family_came() {
        return Err(Refusal::FamilyAbsent);
    }
    let unreleased = process.plan.versions().any(|(_, version)| version.released.is_none());
    if unreleased {
        return Err(Refusal::PlanNotReleased);
    }
    principals_must_be_there(process, organisation, room)?;
    if !room.agenda_done.contains(&command.family_speaks_at) {
        return Err(Refusal::FamilySpeaksFirst { item: command.family_speaks_at });
    }
    if process.plan.lots_person().is_none() {
        return Err(Refusal::LotsNotChosen);
    }
    if !room.child_informed && room.child_information.is_none() {
        return Err(Refusal::ChildNotInformed);
    }
    if command.obstacle.is_none() {
        plan_must_be_whole(process, now, &command)?;
    }
    if room.kind != MeetingKind::Initial {
        everything_followed_up(process, &command)?;
    }
    let on = room.start.date();
    let mut events = written(process, organisation, now, &command);
    let (closing, without_next, next) = match command.next {
        Next::Meeting(booking) => (None, None, Some(booked(process, calendar, now, booking, on)?)),
        Next::None { reason } if room.kind != MeetingKind::Initial => (None, Some(reason), None),
        Next::None { .. } => return Err(Refusal::NextMeetingMissing),
        Next::Closing(reason) => {
            closing_is_possible(process, room)?;
            (Some(reason), None, None)
        }
    };
    let HoldMeeting { meeting, attendance, follow_up, .. } = command;
    events.insert(0, Event::MeetingHeld { meeting, on, attendance, follow_up, closing, without_next });
    events.extend(next);
    Ok(events)
}

/// A meeting to which both principals were called gives no result with only one of them (T8x).
fn principals_must_be_there(
    process: &Process,
    organisation: &Organisation,
    room: &Meeting,
) -> Result<(), Refusal> {
    if room.kind != MeetingKind::Initial {
        return Ok(());
    }
    let all: Vec<UnitId> = room.units.iter().copied().chain([process.opening.unit]).collect();
    let came: Vec<UnitId> = room.units.iter().copied().filter(|unit| room.unit_came(*unit)).collect();
    let principal_of = |unit: UnitId| lead_principal(organisation, unit);
    let has = |units: &[UnitId], principal| units.iter().any(|unit| principal_of(*unit) == Some(principal));
    let missing = [LeadPrincipal::Municipality, LeadPrincipal::Region]
        .into_iter()
        .find(|principal| has(&all, *principal) && !has(&came, *principal));
    // The initiator's own unit is in the room through the initiator.
    let own = principal_of(process.opening.unit);
    match missing {
        Some(principal) if own != Some(principal) => Err(Refusal::OnlyOnePrincipal),
        Some(_) | None => Ok(()),
    }
}

/// The four things the statutes ask for (SoL 10:8, HSL 16:4). Lines with only assessments are
/// enough at the first meeting (PRI-07).
fn plan_must_be_whole(process: &Process, now: Now, command: &HoldMeeting) -> Result<(), Refusal> {
    if process.plan.open_needs().next().is_none() {
        return Err(Refusal::NeedsMissing);
    }
    if !process.plan.commitments.iter().any(|line| !line.outside_coordination) {
        return Err(Refusal::CommitmentsMissing);
    }
    if !command.others_answered {
        return Err(Refusal::OthersMissing);
    }
    if process.plan.lead.is_none_or(|(_, unit)| !process.admits(unit, now.today())) {
        return Err(Refusal::LeadPrincipalMissing);
    }
    Ok(())
}

/// From the second meeting on, each unit tells what its assessment showed, and each line that stood in the
/// plan and still runs is followed up, also one that was started since. Lines offered since the plan was
/// written are new to everybody.
fn everything_followed_up(process: &Process, command: &HoldMeeting) -> Result<(), Refusal> {
    if command.follow_up.is_none() {
        return Err(Refusal::FollowUpMissing);
    }
    let meeting = command.meeting;
    let versions = process.plan.all_versions.len();
    for (_, line) in process.plan.lines().filter(|(_, line)| !line.outside_coordination) {
        let stood_in_plan = line.offered_after < versions;
        let over = matches!(
            line.state,
            CommitmentState::Done | CommitmentState::Stopped | CommitmentState::NotPossible
        );
        let followed = line.follow_ups.iter().any(|(at, ..)| *at == meeting);
        if line.kind == CommitmentKind::Assessment {
            if stood_in_plan && !followed && !assessment_told(process, line, meeting) {
                return Err(Refusal::AssessmentNotReported { unit: line.unit });
            }
        } else if stood_in_plan && !over && !followed {
            return Err(Refusal::LineNotFollowedUp { unit: line.unit });
        }
    }
    Ok(())
}

/// Whether the unit has told what its assessment showed: at this meeting, or finally before. One that came
/// to nothing has said so with the line itself (PRI-10).
fn assessment_told(process: &Process, line: &Commitment, meeting: MeetingNo) -> bool {
    let finally = |outcome| matches!(outcome, AssessmentOutcome::Done | AssessmentOutcome::NoContribution);
    let mut reports = process.plan.assessments.iter().filter(|report| report.unit == line.unit);
    reports.any(|report| report.meeting == meeting || finally(report.outcome))
        || matches!(line.state, CommitmentState::Stopped | CommitmentState::NotPossible)
}

/// Closing belongs to the third meeting; at the second it is possible when nothing remains (T14).
fn closing_is_possible(process: &Process, room: &Meeting) -> Result<(), Refusal> {
    let remains = process.plan.lines().any(|(_, line)| {
        !line.outside_coordination
            && matches!(
                line.state,
                CommitmentState::Offered | CommitmentState::Planned | CommitmentState::Started
            )
    });
    match room.kind {
        MeetingKind::Initial => Err(Refusal::TooEarlyToClose),
        MeetingKind::Second if remains => Err(Refusal::TooEarlyToClose),
        MeetingKind::Second | MeetingKind::FollowUp => Ok(()),
    }
}

fn written(process: &Process, organisation: &Organisation, now: Now, command: &HoldMeeting) -> Vec<Event> {
    let version = PlanVersion(process.plan.all_versions.len() as u32 + 1);
    let units = process.consented_units(now.today());
    let whole = organisation.both_principals(units.iter().copied());
    let status = if command.obstacle.is_some() { PlanStatus::Attempted } else { PlanStatus::Draft };
    vec![Event::PlanWritten {
        version,
        meeting: command.meeting,
        text: command.plan,
        kind: if whole { PlanKind::Sip } else { PlanKind::LotsPlan },
        status,
        obstacle: command.obstacle,
        on: now.today(),
    }]
}

#[cfg(test)]
mod tests;
