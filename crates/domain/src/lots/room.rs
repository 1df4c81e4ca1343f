//! What is done in the room while the meeting lasts? (3.5.3, 3.5.6; PRI-05)

use crate::{Event, Refusal, choice::*, ids::*, lots::meeting::Meeting, now::Now, process::Process};
use jiff::civil::Date;

/// The agenda item at which the family speaks; nothing after it can be ticked before it (PRI-05).
/// It stands in the meeting manual's data.
#[derive(Debug, Clone, Copy)]
pub struct TickAgenda {
    pub meeting: MeetingNo,
    pub item: u8,
    pub family_speaks_at: u8,
    pub items: u8,
}

pub fn tick_agenda(process: &Process, now: Now, command: TickAgenda) -> Result<Vec<Event>, Refusal> {
    let TickAgenda { meeting, item, family_speaks_at, items } = command;
    let room = room(process, now, meeting)?;
    if item == 0 || item > items {
        return Err(Refusal::NoSuchAgendaItem);
    }
    if item > family_speaks_at && !room.agenda_done.contains(&family_speaks_at) {
        return Err(Refusal::FamilySpeaksFirst { item: family_speaks_at });
    }
    if room.agenda_done.contains(&item) {
        return Ok(vec![]);
    }
    Ok(vec![Event::AgendaItemDone { meeting, item }])
}

/// A meeting that is under way: booked, not held, and its day has come.
pub(crate) fn room(process: &Process, now: Now, number: MeetingNo) -> Result<&Meeting, Refusal> {
    process.must_be_running(now)?;
    let meeting =
        process.meetings.get(number).filter(|meeting| meeting.is_ahead()).ok_or(Refusal::NoSuchMeeting)?;
    if meeting.start.date() > now.today() {
        return Err(Refusal::MeetingNotYet { on: meeting.start.date() });
    }
    Ok(meeting)
}

#[derive(Debug, Clone)]
pub struct RecordAttendance {
    pub meeting: MeetingNo,
    pub rows: Vec<AttendanceRow>,
    pub secretary: TextId,
    pub complete: bool,
}

/// Who is here. Somebody whom the consent does not cover makes the chair stop and ask the family
/// before anything is said: such a list is not complete until they have said yes (3.5.3).
pub fn record_attendance(
    process: &Process,
    now: Now,
    command: RecordAttendance,
) -> Result<Vec<Event>, Refusal> {
    let RecordAttendance { meeting, rows, secretary, complete } = command;
    let room = room(process, now, meeting)?;
    let family = |person: PersonId| {
        process.is_family(person, now.today())
            || process.custody.guardians.iter().any(|other| other.person == person && !other.legal)
    };
    let stranger =
        rows.iter().any(|row| matches!(row.attendee, Attendee::Family { person } if !family(person)));
    if stranger {
        return Err(Refusal::NotAParticipant);
    }
    let mut there = rows.iter().filter(|row| row.presence.is_there()).map(|row| row.attendee);
    let apart = there.find_map(|attendee| match attendee {
        Attendee::Family { person } => Some(person).filter(|person| process.hides_whereabouts_from(*person)),
        Attendee::Unit { .. } | Attendee::Guest { .. } => None,
    });
    // Whoever must not learn where anybody is, is met apart (PID-7).
    if let Some(person) = apart {
        return Err(Refusal::SeparateSittings { person });
    }
    if complete {
        let missing = room.units.iter().find(|unit| {
            !rows
                .iter()
                .any(|row| matches!(row.attendee, Attendee::Unit { unit: listed, .. } if listed == **unit))
        });
        if let Some(unit) = missing {
            return Err(Refusal::AttendanceMissing { unit: *unit });
        }
        if !rows.iter().any(|row| matches!(row.attendee, Attendee::Family { .. })) {
            return Err(Refusal::AttendanceWithoutFamily);
        }
        let uncovered = rows.iter().find_map(|row| uncovered(process, room, now.today(), row));
        if let Some(guest) = uncovered {
            return Err(Refusal::GuestNotAccepted { guest });
        }
    }
    Ok(vec![Event::AttendanceRecorded { meeting, rows, secretary, complete }])
}

/// The name of somebody in the room whom neither consent nor the family's word covers.
fn uncovered(process: &Process, room: &Meeting, on: Date, row: &AttendanceRow) -> Option<TextId> {
    let name = match row.attendee {
        Attendee::Family { .. } => return None,
        Attendee::Unit { unit, .. } if process.admits(unit, on) => return None,
        Attendee::Unit { name, .. } | Attendee::Guest { name } => name,
    };
    (row.presence.is_there() && !room.guests_accepted.contains(&name)).then_some(name)
}

#[derive(Debug, Clone, Copy)]
pub struct AcceptGuest {
    pub meeting: MeetingNo,
    pub guest: TextId,
    /// The family member who said yes in the room.
    pub by: PersonId,
}

pub fn accept_guest(process: &Process, now: Now, command: AcceptGuest) -> Result<Vec<Event>, Refusal> {
    let AcceptGuest { meeting, guest, by } = command;
    room(process, now, meeting)?;
    if !process.is_family(by, now.today()) {
        return Err(Refusal::OnlyFamilyDecides);
    }
    Ok(vec![Event::GuestAccepted { meeting, guest, by }])
}

#[derive(Debug, Clone, Copy)]
pub struct ProposeLots {
    pub person: PersonId,
    pub unit: UnitId,
}

/// A professional in a unit that takes part is proposed as Lots (Q11).
pub fn propose_lots(process: &Process, now: Now, command: ProposeLots) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let ProposeLots { person, unit } = command;
    if process.is_family(person, now.today()) {
        return Err(Refusal::LotsIsAProfessional);
    }
    if !process.admits(unit, now.today()) {
        return Err(Refusal::ConsentNotActive { unit });
    }
    if process.unit_of(person) != Some(unit) {
        return Err(Refusal::NotAParticipant);
    }
    if process.plan.lots_person() == Some(person) {
        return Ok(vec![]);
    }
    Ok(vec![Event::LotsProposed { person, unit }])
}

#[derive(Debug, Clone, Copy)]
pub struct AcceptLots {
    pub person: PersonId,
    pub by: PersonId,
}

/// The Lots is chosen when both the person and the family have said yes (T8).
pub fn accept_lots(process: &Process, now: Now, command: AcceptLots) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let AcceptLots { person, by } = command;
    let Some(lots) =
        [process.plan.next_lots, process.plan.lots].into_iter().flatten().find(|lots| lots.person == person)
    else {
        return Err(Refusal::LotsNotProposed);
    };
    let family = process.is_family(by, now.today());
    if by != person && !family {
        return Err(Refusal::OnlyFamilyDecides);
    }
    if (by == person && lots.accepted_by_person) || (family && lots.accepted_by_family.is_some()) {
        return Ok(vec![]);
    }
    let mut events = vec![Event::LotsAccepted { person, by }];
    let complete = (by == person || lots.accepted_by_person) && (family || lots.accepted_by_family.is_some());
    if complete && process.ending.rests.contains_key(&PauseReason::NoLots) {
        events.extend(process.without_causes(|reason| reason == PauseReason::NoLots, now.today()));
    }
    Ok(events)
}

/// The Lots leaves. Without a replacement the process rests (T16).
pub fn leave_as_lots(process: &Process, now: Now, person: PersonId) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    if process.plan.lots_person() != Some(person) {
        return Err(Refusal::LotsNotProposed);
    }
    let on = now.today();
    let rests = Event::ProcessPaused { reason: PauseReason::NoLots, on };
    let rests = (!process.ending.rests.contains_key(&PauseReason::NoLots)).then_some(rests);
    Ok(std::iter::once(Event::LotsLeft { person }).chain(rests).collect())
}

#[derive(Debug, Clone, Copy)]
pub struct PlanChildInformation {
    pub meeting: MeetingNo,
    pub person: TextId,
    pub on: Date,
}

/// Who tells the child, and when (PRI-14, SoL 3:3).
pub fn plan_child_information(
    process: &Process,
    now: Now,
    command: PlanChildInformation,
) -> Result<Vec<Event>, Refusal> {
    let PlanChildInformation { meeting, person, on } = command;
    room(process, now, meeting)?;
    if on < now.today() {
        return Err(Refusal::DateBehind);
    }
    Ok(vec![Event::ChildInformationPlanned { meeting, person, on }])
}

/// The child has been told, of a meeting that is under way or has been held.
pub fn inform_child(
    process: &Process,
    now: Now,
    meeting: MeetingNo,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let told = process.meetings.get(meeting).filter(|told| told.cancelled.is_none());
    match told {
        None => Err(Refusal::NoSuchMeeting),
        Some(told) if told.child_informed => Ok(vec![]),
        Some(told) if told.held.is_none() && told.start.date() > now.today() => {
            Err(Refusal::MeetingNotYet { on: told.start.date() })
        }
        Some(_) => Ok(vec![Event::ChildInformed { meeting, by }]),
    }
}
