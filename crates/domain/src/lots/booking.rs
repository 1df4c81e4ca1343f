//! When can the meeting be held? (T7, T8x; TIME-2, TIME-4, TIME-6, TIME-7)

use crate::{Event, Refusal, calendar::Calendar, choice::*, ids::*, now::Now, process::Process};
use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};

/// Feedback on a deviation is due after so many calendar days; the day is not moved (7.5).
pub const FEEDBACK_DAYS: i64 = 60;

#[derive(Debug, Clone)]
pub struct BookMeeting {
    pub start: DateTime,
    pub end: Time,
    pub place: TextId,
    pub chair: PersonId,
    /// Units called to this meeting: a unit can wait for the next one (S3).
    pub units: Vec<UnitId>,
    /// Time and place are fitted to the child and the family (PRI-22).
    pub fits_family: bool,
    /// Why the second meeting lies outside 4 to 16 weeks; a reason, never a hindrance (TIME-7).
    pub outside_window: Option<TextId>,
}

/// Books the next meeting of the process (T7).
pub fn book(
    process: &Process,
    calendar: &Calendar,
    now: Now,
    command: BookMeeting,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    if process.meetings.ahead().next().is_some() {
        return Err(Refusal::MeetingAlreadyBooked);
    }
    if process.meetings.held_count() == 0 && process.deliveries.is_empty() {
        return Err(Refusal::NothingSent);
    }
    let event = booked(process, calendar, now, command, now.today())?;
    Ok(vec![event])
}

/// The booking itself, also from within a meeting that is being closed: then `held_on` is its day.
pub(crate) fn booked(
    process: &Process,
    calendar: &Calendar,
    now: Now,
    command: BookMeeting,
    held_on: Date,
) -> Result<Event, Refusal> {
    let today = now.today();
    let BookMeeting { start, end, place, chair, units, fits_family, outside_window } = command;
    let kind = next_kind(process);
    if !units.iter().any(|unit| *unit != process.opening.unit) {
        return Err(Refusal::EmptyScope);
    }
    if let Some(unit) = units.iter().find(|unit| !process.admits(**unit, today)) {
        return Err(Refusal::ConsentNotActive { unit: *unit });
    }
    if process.unit_of(chair).is_none_or(|unit| process.has_left(unit)) {
        return Err(Refusal::NotAParticipant);
    }
    time_must_hold(start, end, today)?;
    floor_must_hold(process, calendar, &units, start.date())?;
    if !fits_family {
        return Err(Refusal::NotFittedToFamily);
    }
    if kind == MeetingKind::Second {
        let initial = process.meetings.initial_held_on().unwrap_or(held_on);
        window_must_hold(calendar, initial, start.date(), outside_window)?;
    }
    let meeting = process.meetings.next_number();
    Ok(Event::MeetingBooked { meeting, kind, start, end, place, chair, units, outside_window })
}

/// Which meeting of the model the next one is; the one that is ahead counts as held.
pub fn next_kind(process: &Process) -> MeetingKind {
    match process.meetings.held_count() + usize::from(process.meetings.ahead().next().is_some()) {
        0 => MeetingKind::Initial,
        1 => MeetingKind::Second,
        _ => MeetingKind::FollowUp,
    }
}

/// Outside 4 to 16 weeks after the initial meeting a reason is asked for; it never hinders (TIME-7).
fn window_must_hold(
    calendar: &Calendar,
    initial: Date,
    day: Date,
    reason: Option<TextId>,
) -> Result<(), Refusal> {
    let (from, to) = calendar.window(initial);
    let outside = day < from || day > to;
    if outside && reason.is_none() { Err(Refusal::OutsideWindow { from, to }) } else { Ok(()) }
}

fn time_must_hold(start: DateTime, end: Time, today: Date) -> Result<(), Refusal> {
    if start.date() < today {
        return Err(Refusal::DateBehind);
    }
    if end <= start.time() {
        return Err(Refusal::EndsBeforeItStarts);
    }
    Ok(())
}

/// The 15 working days run for every unit that is called for the first time (TIME-2, TIME-4, TIME-6).
fn floor_must_hold(
    process: &Process,
    calendar: &Calendar,
    units: &[UnitId],
    day: Date,
) -> Result<(), Refusal> {
    let new: Vec<UnitId> =
        units.iter().copied().filter(|unit| !process.meetings.is_in_process(*unit)).collect();
    let earliest = process.earliest_meeting(&new, calendar).map_err(|unit| Refusal::NotReceived { unit })?;
    match earliest {
        Some(earliest) if day < earliest => Err(Refusal::TooEarly { earliest }),
        Some(_) | None => Ok(()),
    }
}

#[derive(Debug, Clone)]
pub struct RebookMeeting {
    pub meeting: MeetingNo,
    pub start: DateTime,
    pub end: Time,
    pub place: TextId,
    pub cause: RebookCause,
    /// Units that were called and did not come, without a word (T8x), beside those the attendance list
    /// tells of.
    pub absent_without_notice: Vec<UnitId>,
    /// Time and place are fitted to the child and the family (PRI-22).
    pub fits_family: bool,
    /// Why the second meeting lies outside 4 to 16 weeks (TIME-7).
    pub outside_window: Option<TextId>,
}

/// Another time for a booked meeting. Nobody gets 15 new days: all have received (T8x).
pub fn rebook(
    process: &Process,
    calendar: &Calendar,
    now: Now,
    command: RebookMeeting,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    let RebookMeeting { meeting, start, end, place, cause, absent_without_notice, .. } = command;
    let outside_window = command.outside_window;
    let Some(booked) = process.meetings.get(meeting).filter(|meeting| meeting.is_ahead()) else {
        return Err(Refusal::NoSuchMeeting);
    };
    time_must_hold(start, end, now.today())?;
    floor_must_hold(process, calendar, &booked.units, start.date())?;
    if !command.fits_family {
        return Err(Refusal::NotFittedToFamily);
    }
    if let Some(initial) = process.meetings.initial_held_on().filter(|_| booked.kind == MeetingKind::Second) {
        window_must_hold(calendar, initial, start.date(), outside_window)?;
    }
    if let Some(unit) = absent_without_notice.iter().find(|unit| !booked.units.contains(unit)) {
        return Err(Refusal::NotInScope { unit: *unit });
    }
    let listed = booked.attendance.iter().filter(|row| row.presence == Presence::AbsentWithoutNotice);
    let listed = listed.filter_map(|row| match row.attendee {
        Attendee::Unit { unit, .. } => Some(unit),
        Attendee::Family { .. } | Attendee::Guest { .. } => None,
    });
    let absent_without_notice: Vec<UnitId> = absent_without_notice.into_iter().chain(listed).collect();
    let mut events = vec![Event::MeetingRebooked { meeting, start, end, place, cause, outside_window }];
    let on = booked.start.date();
    // Before its day nobody can have been absent.
    if !absent_without_notice.is_empty() && on <= now.today() {
        // Between those concerned: the absent unit and those who were there (7.5).
        events.push(Event::DeviationNoted {
            kind: DeviationKind::AbsentWithoutNotice,
            units: booked
                .units
                .iter()
                .copied()
                .filter(|unit| *unit != process.opening.unit || absent_without_notice.contains(unit))
                .collect(),
            on,
            feedback_due: on.saturating_add(FEEDBACK_DAYS.days()),
        });
    }
    Ok(events)
}

#[derive(Debug, Clone, Copy)]
pub struct CancelMeeting {
    pub meeting: MeetingNo,
    pub reason: TextId,
}

pub fn cancel(process: &Process, now: Now, command: CancelMeeting) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    if process.meetings.get(command.meeting).is_none_or(|meeting| !meeting.is_ahead()) {
        return Err(Refusal::NoSuchMeeting);
    }
    Ok(vec![Event::MeetingCancelled { meeting: command.meeting, reason: command.reason }])
}
