//! What may be done with a meeting of a body now? (BOD-4 to BOD-8)

use jiff::civil::{Date, DateTime};

use super::{Attendant, BodyMeeting, MeetingEvent, MeetingRefusal, Part, Status, Step};
use crate::{
    calendar::Calendar,
    ids::{PartyId, PersonId},
    now::Now,
    samba::{bodies::Body, cadence::Series},
};

/// Puts a meeting in the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planning {
    /// The fixed day that it is held for; none for a meeting when a case needs one.
    pub slot: Option<Date>,
    pub at: DateTime,
    pub place: String,
}

/// What the coordinator does with a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeetingAct {
    Convene,
    Move {
        at: DateTime,
        place: String,
        reason: String,
    },
    Cancel {
        reason: String,
    },
    /// Those who are there; everybody else with a seat is not.
    RecordAttendance {
        present: Vec<PersonId>,
    },
    ElectSecretary {
        person: PersonId,
    },
    /// Introductions or purpose; the secretary is elected.
    Finish {
        step: Step,
    },
    Write {
        part: Part,
        text: String,
    },
    Finalise,
    Correct {
        part: Part,
        text: String,
        reason: String,
    },
}

/// What is known around a meeting.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    pub body: &'a Body,
    /// Who has a seat in the body on the day of the meeting.
    pub seated: &'a [(PersonId, PartyId)],
    pub calendar: &'a Calendar,
    pub now: Now,
}

impl Planning {
    /// `taken` are the fixed days for which there is a meeting already.
    ///
    /// # Errors
    /// A day behind or without work, and for a fixed day any day that was not proposed for it (BOD-1).
    pub fn decide(
        self,
        series: &Series,
        taken: &[Date],
        around: Around,
    ) -> Result<MeetingEvent, MeetingRefusal> {
        let day = self.at.date();
        day_ok(day, around)?;
        if let Some(slot) = self.slot {
            let slots = series.slots(slot, slot, around.calendar);
            let slot = slots.first().ok_or(MeetingRefusal::NoFixedDay)?;
            if !slot.days().contains(&day) {
                return Err(MeetingRefusal::NotADayOfTheSlot);
            }
            if taken.contains(&slot.on) {
                return Err(MeetingRefusal::SlotTaken);
            }
        }
        let Planning { slot, at, place } = self;
        Ok(MeetingEvent::Planned { body: around.body.id, slot, at, place: said(place)? })
    }
}

impl BodyMeeting {
    /// # Errors
    /// What does not fit the meeting as it is; nothing has happened then.
    pub fn decide(&self, act: MeetingAct, around: Around) -> Result<MeetingEvent, MeetingRefusal> {
        match act {
            MeetingAct::Convene => self.convene(around),
            MeetingAct::Move { at, place, reason } => self.reschedule((at, place), reason, around),
            MeetingAct::Cancel { reason } => self.cancel(reason),
            MeetingAct::RecordAttendance { present } => self.record_attendance(&present, around),
            MeetingAct::ElectSecretary { person } => self.elect(person, around),
            MeetingAct::Finish { step } => self.finish(step, around),
            MeetingAct::Write { part, text } => self.write(part, text, around),
            MeetingAct::Finalise => self.finalise(around),
            MeetingAct::Correct { part, text, reason } => self.correct(part, text, reason, around),
        }
    }

    fn convene(&self, around: Around) -> Result<MeetingEvent, MeetingRefusal> {
        match self.status {
            Status::Planned => {}
            Status::Convened => return Err(MeetingRefusal::AlreadyConvened),
            Status::Cancelled { .. } => return Err(MeetingRefusal::Cancelled),
            Status::Final => return Err(MeetingRefusal::Final),
        }
        day_ok(self.at.date(), around)?;
        Ok(MeetingEvent::Convened)
    }

    /// A meeting that is called off or moved says why, and only before it has begun (BOD-5).
    fn reschedule(
        &self,
        (at, place): (DateTime, String),
        reason: String,
        around: Around,
    ) -> Result<MeetingEvent, MeetingRefusal> {
        self.not_begun()?;
        day_ok(at.date(), around)?;
        let (place, reason) = (said(place)?, given(reason)?);
        if (at, &place) == (self.at, &self.place) {
            return Err(MeetingRefusal::Unchanged);
        }
        Ok(MeetingEvent::Moved { at, place, reason })
    }

    fn cancel(&self, reason: String) -> Result<MeetingEvent, MeetingRefusal> {
        self.not_begun()?;
        Ok(MeetingEvent::Cancelled { reason: given(reason)? })
    }

    /// Members and deputies of each party, on the day or afterwards.
    fn record_attendance(
        &self,
        present: &[PersonId],
        around: Around,
    ) -> Result<MeetingEvent, MeetingRefusal> {
        self.being_held(around)?;
        if present.is_empty() {
            return Err(MeetingRefusal::NobodyPresent);
        }
        if present.iter().any(|person| !around.seated.iter().any(|(seated, _)| seated == person)) {
            return Err(MeetingRefusal::NotAMember);
        }
        // Whoever has been elected was there.
        if self.secretary.is_some_and(|secretary| !present.contains(&secretary)) {
            return Err(MeetingRefusal::SecretaryNotPresent);
        }
        let attendant = |(person, party): &(PersonId, PartyId)| Attendant {
            person: *person,
            party: *party,
            present: present.contains(person),
        };
        Ok(MeetingEvent::AttendanceRecorded { members: around.seated.iter().map(attendant).collect() })
    }

    /// Each meeting elects its own, among those who are there (BOD-6).
    fn elect(&self, person: PersonId, around: Around) -> Result<MeetingEvent, MeetingRefusal> {
        self.is_next(Step::Secretary, around)?;
        if !self.is_present(person) {
            return Err(MeetingRefusal::SecretaryNotPresent);
        }
        Ok(MeetingEvent::SecretaryElected { person })
    }

    /// The steps before the cases are taken in their order, once (BOD-7).
    fn finish(&self, step: Step, around: Around) -> Result<MeetingEvent, MeetingRefusal> {
        self.is_next(step, around)?;
        match step {
            Step::Secretary => return Err(MeetingRefusal::SecretaryNotPresent),
            Step::Purpose if self.text(&Part::Purpose).is_empty() => {
                return Err(MeetingRefusal::PartMissing(Part::Purpose));
            }
            Step::Purpose | Step::Introductions => {}
        }
        Ok(MeetingEvent::StepDone { step })
    }

    /// The purpose can be written before the meeting, as its agenda; everything until the minutes are finalised.
    fn write(&self, part: Part, text: String, around: Around) -> Result<MeetingEvent, MeetingRefusal> {
        self.not_final()?;
        let text = self.new_text(&part, text, around)?;
        Ok(MeetingEvent::Written { part, text })
    }

    /// What every meeting of the body takes up has been taken up, or it is said that it was not (BOD-8).
    fn finalise(&self, around: Around) -> Result<MeetingEvent, MeetingRefusal> {
        self.being_held(around)?;
        if self.attendance.is_empty() {
            return Err(MeetingRefusal::AttendanceMissing);
        }
        if let Some(step) = self.next_step() {
            return Err(MeetingRefusal::StepBefore(step));
        }
        let parts = around.body.standing_items.iter().map(|item| Part::Standing(item.code.clone()));
        match parts.into_iter().find(|part| self.text(part).is_empty()) {
            Some(part) => Err(MeetingRefusal::PartMissing(part)),
            None => Ok(MeetingEvent::Finalised),
        }
    }

    fn correct(
        &self,
        part: Part,
        text: String,
        reason: String,
        around: Around,
    ) -> Result<MeetingEvent, MeetingRefusal> {
        if self.status != Status::Final {
            return Err(MeetingRefusal::NotFinal);
        }
        let (text, reason) = (self.new_text(&part, text, around)?, given(reason)?);
        Ok(MeetingEvent::Corrected { part, text, reason })
    }

    fn not_final(&self) -> Result<(), MeetingRefusal> {
        match self.status {
            Status::Planned | Status::Convened => Ok(()),
            Status::Cancelled { .. } => Err(MeetingRefusal::Cancelled),
            Status::Final => Err(MeetingRefusal::Final),
        }
    }

    fn not_begun(&self) -> Result<(), MeetingRefusal> {
        self.not_final()?;
        if self.attendance.is_empty() { Ok(()) } else { Err(MeetingRefusal::HasBegun) }
    }

    fn being_held(&self, around: Around) -> Result<(), MeetingRefusal> {
        self.not_final()?;
        if self.status != Status::Convened {
            Err(MeetingRefusal::NotConvened)
        } else if around.now.today() < self.at.date() {
            Err(MeetingRefusal::DayAhead)
        } else {
            Ok(())
        }
    }

    fn is_next(&self, step: Step, around: Around) -> Result<(), MeetingRefusal> {
        self.being_held(around)?;
        if self.attendance.is_empty() {
            return Err(MeetingRefusal::AttendanceMissing);
        }
        match self.next_step() {
            Some(next) if next < step => Err(MeetingRefusal::StepBefore(next)),
            Some(next) if next == step => Ok(()),
            Some(_) | None if step == Step::Secretary => Err(MeetingRefusal::SecretaryIsElected),
            Some(_) | None => Err(MeetingRefusal::Unchanged),
        }
    }

    fn new_text(&self, part: &Part, text: String, around: Around) -> Result<String, MeetingRefusal> {
        let known = match part {
            Part::Purpose | Part::Other => true,
            Part::Standing(code) => around.body.standing_items.iter().any(|item| item.code == *code),
        };
        if !known {
            return Err(MeetingRefusal::UnknownPart);
        }
        let text = said(text)?;
        if text == self.text(part) { Err(MeetingRefusal::Unchanged) } else { Ok(text) }
    }
}

fn day_ok(day: Date, around: Around) -> Result<(), MeetingRefusal> {
    if day < around.now.today() {
        Err(MeetingRefusal::DayBehind)
    } else if !around.calendar.is_working_day(day) {
        Err(MeetingRefusal::NotAWorkingDay)
    } else {
        Ok(())
    }
}

fn said(text: String) -> Result<String, MeetingRefusal> {
    if text.trim().is_empty() { Err(MeetingRefusal::TextMissing) } else { Ok(text) }
}

fn given(reason: String) -> Result<String, MeetingRefusal> {
    if reason.trim().is_empty() { Err(MeetingRefusal::ReasonMissing) } else { Ok(reason) }
}
