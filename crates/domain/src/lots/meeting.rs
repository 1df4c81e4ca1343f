//! Which meetings are booked and held, and what happened in the room? The slice of state.

use crate::{choice::*, ids::*};
use jiff::civil::{Date, DateTime, Time};
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub kind: MeetingKind,
    pub start: DateTime,
    pub end: Time,
    pub place: TextId,
    pub chair: PersonId,
    pub units: Vec<UnitId>,
    /// Units that have left since the meeting was booked.
    pub struck: BTreeSet<UnitId>,
    /// Why the date lies outside the window of 4 to 16 weeks (TIME-7).
    pub outside_window: Option<TextId>,
    pub rebooked: Vec<RebookCause>,
    pub cancelled: Option<TextId>,
    pub agenda_done: BTreeSet<u8>,
    pub attendance: Vec<AttendanceRow>,
    pub secretary: Option<TextId>,
    pub attendance_complete: bool,
    pub guests_accepted: BTreeSet<TextId>,
    pub child_information: Option<(TextId, Date)>,
    pub child_informed: bool,
    pub held: Option<Held>,
}

/// What a meeting left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub on: Date,
    pub attendance: FormText,
    pub follow_up: Option<FormText>,
    pub closing: Option<ClosingReason>,
    pub without_next: Option<TextId>,
}

impl Meeting {
    pub fn is_ahead(&self) -> bool {
        self.held.is_none() && self.cancelled.is_none()
    }

    pub fn unit_came(&self, unit: UnitId) -> bool {
        self.attendance.iter().any(|row| {
            matches!(row.attendee, Attendee::Unit { unit: came, .. } if came == unit)
                && row.presence.is_there()
        })
    }

    pub fn family_came(&self) -> bool {
        self.attendance
            .iter()
            .any(|row| matches!(row.attendee, Attendee::Family { .. }) && row.presence.is_there())
    }
}

impl Presence {
    pub fn is_there(self) -> bool {
        match self {
            Presence::Whole | Presence::Part | Presence::Remote | Presence::Represented => true,
            Presence::AbsentWithNotice | Presence::AbsentWithoutNotice => false,
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meetings(Vec<Meeting>);

impl Meetings {
    pub fn get(&self, number: MeetingNo) -> Option<&Meeting> {
        self.0.get(index(number.0)?)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (MeetingNo, &Meeting)> {
        numbered(&self.0, MeetingNo)
    }

    pub fn ahead(&self) -> impl Iterator<Item = (MeetingNo, &Meeting)> {
        self.iter().filter(|(_, meeting)| meeting.is_ahead())
    }

    pub fn held_meetings(&self) -> impl DoubleEndedIterator<Item = (MeetingNo, &Meeting)> {
        self.iter().filter(|(_, meeting)| meeting.held.is_some())
    }

    pub fn held_count(&self) -> usize {
        self.held_meetings().count()
    }

    pub fn initial_held_on(&self) -> Option<Date> {
        self.held_meetings().next().and_then(|(_, meeting)| meeting.held).map(|held| held.on)
    }

    /// Whether the unit has been called to a meeting that was held: it is in the process, and later
    /// meetings need no new notice (TIME-6).
    pub fn is_in_process(&self, unit: UnitId) -> bool {
        self.held_meetings().any(|(_, meeting)| meeting.units.contains(&unit))
    }

    pub(crate) fn next_number(&self) -> MeetingNo {
        MeetingNo(self.0.len() as u32 + 1)
    }

    #[expect(clippy::too_many_arguments, reason = "one argument a field of the event")]
    pub(crate) fn book(
        &mut self,
        kind: MeetingKind,
        start: DateTime,
        end: Time,
        place: TextId,
        chair: PersonId,
        units: Vec<UnitId>,
        outside_window: Option<TextId>,
    ) {
        self.0.push(Meeting {
            kind,
            start,
            end,
            place,
            chair,
            units,
            struck: BTreeSet::new(),
            outside_window,
            rebooked: vec![],
            cancelled: None,
            agenda_done: BTreeSet::new(),
            attendance: vec![],
            secretary: None,
            attendance_complete: false,
            guests_accepted: BTreeSet::new(),
            child_information: None,
            child_informed: false,
            held: None,
        });
    }

    fn change(&mut self, number: MeetingNo, change: impl FnOnce(&mut Meeting)) {
        if let Some(meeting) = index(number.0).and_then(|index| self.0.get_mut(index)) {
            change(meeting);
        }
    }

    pub(crate) fn rebook(
        &mut self,
        number: MeetingNo,
        start: DateTime,
        end: Time,
        place: TextId,
        cause: RebookCause,
        outside_window: Option<TextId>,
    ) {
        self.change(number, |meeting| {
            (meeting.start, meeting.end, meeting.place) = (start, end, place);
            meeting.outside_window = outside_window;
            meeting.rebooked.push(cause);
            meeting.agenda_done.clear();
            meeting.attendance.clear();
            meeting.attendance_complete = false;
        });
    }

    pub(crate) fn cancel(&mut self, number: MeetingNo, reason: TextId) {
        self.change(number, |meeting| meeting.cancelled = Some(reason));
    }

    pub(crate) fn strike(&mut self, number: MeetingNo, unit: UnitId) {
        self.change(number, |meeting| {
            meeting.units.retain(|called| *called != unit);
            meeting.struck.insert(unit);
        });
    }

    pub(crate) fn agenda(&mut self, number: MeetingNo, item: u8) {
        self.change(number, |meeting| {
            meeting.agenda_done.insert(item);
        });
    }

    pub(crate) fn attend(
        &mut self,
        number: MeetingNo,
        rows: Vec<AttendanceRow>,
        secretary: TextId,
        complete: bool,
    ) {
        self.change(number, |meeting| {
            meeting.attendance = rows;
            meeting.secretary = Some(secretary);
            meeting.attendance_complete = complete;
        });
    }

    pub(crate) fn accept_guest(&mut self, number: MeetingNo, guest: TextId) {
        self.change(number, |meeting| {
            meeting.guests_accepted.insert(guest);
        });
    }

    pub(crate) fn plan_child_information(&mut self, number: MeetingNo, person: TextId, on: Date) {
        self.change(number, |meeting| meeting.child_information = Some((person, on)));
    }

    pub(crate) fn child_informed(&mut self, number: MeetingNo) {
        self.change(number, |meeting| meeting.child_informed = true);
    }

    pub(crate) fn held(
        &mut self,
        number: MeetingNo,
        on: Date,
        attendance: FormText,
        follow_up: Option<FormText>,
        closing: Option<ClosingReason>,
        without_next: Option<TextId>,
    ) {
        let held = Held { on, attendance, follow_up, closing, without_next };
        self.change(number, |meeting| meeting.held = Some(held));
    }
}
