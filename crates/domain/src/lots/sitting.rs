//! What must be there before a meeting counts as held? (T8, T8x, T12, T13, T14)

use crate::{
    Event, Refusal,
    calendar::Calendar,
    choice::*,
    ids::*,
    lots::{
        booking::{BookMeeting, booked},
        readiness::{Readiness, missing},
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
    /// As for a summons (PID-9).
    pub whereabouts_checked: bool,
}

impl HoldMeeting {
    fn readiness(&self) -> Readiness {
        Readiness {
            meeting: self.meeting,
            family_speaks_at: self.family_speaks_at,
            others_answered: self.others_answered,
            attempted: self.obstacle.is_some(),
            followed_up: self.follow_up.is_some(),
            closing: matches!(self.next, Next::Closing(_)),
        }
    }
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
    if let Some(first) = missing(process, organisation, now, &command.readiness())?.into_iter().next() {
        return Err(first);
    }
    process.whereabouts_must_be_checked(command.whereabouts_checked)?;
    let on = room.start.date();
    let mut events = written(process, organisation, now, &command);
    let (closing, without_next, next) = match command.next {
        Next::Meeting(booking) => (None, None, Some(booked(process, calendar, now, booking, on)?)),
        Next::None { reason } if room.kind != MeetingKind::Initial => (None, Some(reason), None),
        Next::None { .. } => return Err(Refusal::NextMeetingMissing),
        Next::Closing(reason) => (Some(reason), None, None),
    };
    let HoldMeeting { meeting, attendance, follow_up, .. } = command;
    events.insert(0, Event::MeetingHeld { meeting, on, attendance, follow_up, closing, without_next });
    events.extend(next);
    Ok(events)
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
