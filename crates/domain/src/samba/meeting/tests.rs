//! Is a meeting planned, convened, held and minuted in order, and does nothing change unseen afterwards?

use super::*;
use crate::{
    calendar::Calendar,
    now::Now,
    samba::{bodies::Bodies, cadence::Series},
};
use jiff::civil::date;
use uuid::Uuid;

const COUNCIL: BodyId = BodyId(1);
const SAMBA: BodyId = BodyId(2);
const COORDINATOR: PersonId = PersonId(Uuid::from_u128(1));
const AVF: PersonId = PersonId(Uuid::from_u128(11));
const AVF_DEPUTY: PersonId = PersonId(Uuid::from_u128(12));
const BUP: PersonId = PersonId(Uuid::from_u128(15));
const STRANGER: PersonId = PersonId(Uuid::from_u128(99));
const SEATED: [(PersonId, PartyId); 3] = [(AVF, PartyId(1)), (AVF_DEPUTY, PartyId(1)), (BUP, PartyId(5))];

fn now(day: Date) -> Now {
    let local = day.at(9, 0, 0, 0);
    Now { instant: local.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp(), local }
}

/// A meeting of a body with what has happened to it.
struct Play {
    bodies: Bodies,
    calendar: Calendar,
    body: BodyId,
    today: Date,
    events: Vec<Recorded>,
}

impl Play {
    fn new(body: BodyId, today: Date) -> Play {
        Play { bodies: Bodies::default(), calendar: Calendar::default(), body, today, events: vec![] }
    }

    /// Samba on the second Thursday of March, convened, on its day.
    fn samba() -> Play {
        let mut play = Play::new(SAMBA, date(2027, 3, 1));
        play.plan(Some(date(2027, 3, 11)), date(2027, 3, 11)).unwrap();
        play.act(MeetingAct::Convene).unwrap();
        play.today = date(2027, 3, 11);
        play
    }

    /// The same, with everything done and written but the last word.
    fn minuted() -> Play {
        let mut play = Play::samba();
        play.act(MeetingAct::RecordAttendance { present: vec![AVF_DEPUTY, BUP] }).unwrap();
        play.act(MeetingAct::Finish { step: Step::Introductions }).unwrap();
        play.act(MeetingAct::ElectSecretary { person: BUP }).unwrap();
        play.write(Part::Purpose, "Varför vi ses").unwrap();
        play.act(MeetingAct::Finish { step: Step::Purpose }).unwrap();
        for code in ["competence", "outlook", "structure"] {
            play.write(Part::Standing(code.to_owned()), "Inget nytt").unwrap();
        }
        play
    }

    fn meeting(&self) -> BodyMeeting {
        BodyMeeting::of(&self.events).unwrap()
    }

    fn record(&mut self, event: MeetingEvent) {
        let at = now(self.today).instant;
        self.events.push(Recorded { event, by: COORDINATOR, at });
    }

    fn plan_among(&mut self, slot: Option<Date>, on: Date, taken: &[Date]) -> Result<(), MeetingRefusal> {
        let body = self.bodies.body(self.body).unwrap();
        let around = Around { body, seated: &SEATED, calendar: &self.calendar, now: now(self.today) };
        let planning = Planning { slot, at: on.at(13, 0, 0, 0), place: "Rådhuset".to_owned() };
        let event = planning.decide(&Series::of(body.cadence), taken, around)?;
        self.record(event);
        Ok(())
    }

    fn plan(&mut self, slot: Option<Date>, on: Date) -> Result<(), MeetingRefusal> {
        self.plan_among(slot, on, &[])
    }

    fn act(&mut self, act: MeetingAct) -> Result<(), MeetingRefusal> {
        let body = self.bodies.body(self.body).unwrap();
        let around = Around { body, seated: &SEATED, calendar: &self.calendar, now: now(self.today) };
        let event = self.meeting().decide(act, around)?;
        self.record(event);
        Ok(())
    }

    fn write(&mut self, part: Part, text: &str) -> Result<(), MeetingRefusal> {
        self.act(MeetingAct::Write { part, text: text.to_owned() })
    }

    fn correct(&mut self, part: Part, text: &str, reason: &str) -> Result<(), MeetingRefusal> {
        self.act(MeetingAct::Correct { part, text: text.to_owned(), reason: reason.to_owned() })
    }

    fn reschedule(&mut self, on: Date, reason: &str) -> Result<(), MeetingRefusal> {
        let reason = reason.to_owned();
        self.act(MeetingAct::Move { at: on.at(13, 0, 0, 0), place: "Rådhuset".to_owned(), reason })
    }
}

/// BOD-1: for the slot on Ascension Day the coordinator chooses Wednesday or Friday; nobody meets on the day itself,
/// and no other day takes the place of a fixed one.
#[test]
fn a_slot_on_a_holiday_is_held_on_a_day_that_was_proposed() {
    let slot = Some(date(2027, 5, 6));
    let mut play = Play::new(COUNCIL, date(2027, 3, 1));
    assert_eq!(play.plan(slot, date(2027, 5, 6)), Err(MeetingRefusal::NotAWorkingDay));
    assert_eq!(play.plan(slot, date(2027, 5, 10)), Err(MeetingRefusal::NotADayOfTheSlot));
    for chosen in [date(2027, 5, 5), date(2027, 5, 7)] {
        let mut play = Play::new(COUNCIL, date(2027, 3, 1));
        assert_eq!(play.plan(slot, chosen), Ok(()));
        assert_eq!((play.meeting().slot, play.meeting().at.date()), (slot, chosen));
    }
    assert_eq!(play.plan(Some(date(2027, 4, 22)), date(2027, 4, 23)), Err(MeetingRefusal::NotADayOfTheSlot));
    assert_eq!(play.plan(Some(date(2027, 4, 21)), date(2027, 4, 21)), Err(MeetingRefusal::NoFixedDay));
    let taken = [date(2027, 4, 22)];
    let april = Some(date(2027, 4, 22));
    assert_eq!(play.plan_among(april, date(2027, 4, 22), &taken), Err(MeetingRefusal::SlotTaken));
}

/// BOD-4: beside its fixed days a body meets when a case needs it, on any working day ahead.
#[test]
fn a_body_meets_beyond_its_fixed_days() {
    let mut play = Play::new(SAMBA, date(2027, 4, 1));
    assert_eq!(play.plan(None, date(2027, 3, 31)), Err(MeetingRefusal::DayBehind));
    assert_eq!(play.plan(None, date(2027, 4, 3)), Err(MeetingRefusal::NotAWorkingDay));
    assert_eq!(play.plan(None, date(2027, 4, 7)), Ok(()));
    assert_eq!((play.meeting().status, play.meeting().convened), (Status::Planned, false));
    play.act(MeetingAct::Convene).unwrap();
    assert_eq!(play.act(MeetingAct::Convene), Err(MeetingRefusal::AlreadyConvened));
    assert_eq!((play.meeting().status, play.meeting().convened), (Status::Convened, true));
}

/// BOD-5: moved or called off with a reason, before it has begun; where it was stays to be read.
#[test]
fn a_meeting_is_moved_or_called_off_with_a_reason() {
    let mut play = Play::samba();
    play.today = date(2027, 3, 2);
    assert_eq!(play.reschedule(date(2027, 3, 12), " "), Err(MeetingRefusal::ReasonMissing));
    assert_eq!(play.reschedule(date(2027, 3, 13), "Sjukdom"), Err(MeetingRefusal::NotAWorkingDay));
    assert_eq!(play.reschedule(date(2027, 3, 11), "Sjukdom"), Err(MeetingRefusal::Unchanged));
    assert_eq!(play.reschedule(date(2027, 3, 12), "Sjukdom"), Ok(()));
    let meeting = play.meeting();
    assert_eq!((meeting.at.date(), meeting.slot), (date(2027, 3, 12), Some(date(2027, 3, 11))));
    assert_eq!(meeting.moved[0].from.date(), date(2027, 3, 11));
    assert_eq!(meeting.moved[0].reason, "Sjukdom");
    let cancel = |reason: &str| MeetingAct::Cancel { reason: reason.to_owned() };
    assert_eq!(play.act(cancel("")), Err(MeetingRefusal::ReasonMissing));
    let mut begun = play.events.clone();
    play.act(cancel("Inget att ta upp")).unwrap();
    assert!(!play.meeting().is_live() && play.meeting().convened, "those who were called are told");
    for refused in [MeetingAct::Convene, cancel("igen"), MeetingAct::Finalise] {
        assert_eq!(play.act(refused), Err(MeetingRefusal::Cancelled));
    }
    std::mem::swap(&mut play.events, &mut begun);
    play.today = date(2027, 3, 12);
    play.act(MeetingAct::RecordAttendance { present: vec![AVF] }).unwrap();
    assert_eq!(play.act(cancel("Inget")), Err(MeetingRefusal::HasBegun));
    assert_eq!(play.reschedule(date(2027, 3, 15), "Sjukdom"), Err(MeetingRefusal::HasBegun));
}

/// BOD-6: attendance is of those with a seat, and the secretary is elected among those who are there.
#[test]
fn the_secretary_is_elected_among_those_present() {
    let mut play = Play::samba();
    let present = |people: &[PersonId]| MeetingAct::RecordAttendance { present: people.to_vec() };
    play.today = date(2027, 3, 10);
    assert_eq!(play.act(present(&[AVF])), Err(MeetingRefusal::DayAhead));
    play.today = date(2027, 3, 11);
    assert_eq!(play.act(present(&[])), Err(MeetingRefusal::NobodyPresent));
    assert_eq!(play.act(present(&[AVF, STRANGER])), Err(MeetingRefusal::NotAMember));
    let elect = |person| MeetingAct::ElectSecretary { person };
    assert_eq!(play.act(elect(AVF)), Err(MeetingRefusal::AttendanceMissing));
    play.act(present(&[AVF_DEPUTY, BUP])).unwrap();
    let absent: Vec<_> = play.meeting().attendance.iter().filter(|one| !one.present).copied().collect();
    assert_eq!(absent, [Attendant { person: AVF, party: PartyId(1), present: false }]);
    play.act(MeetingAct::Finish { step: Step::Introductions }).unwrap();
    assert_eq!(play.act(elect(AVF)), Err(MeetingRefusal::SecretaryNotPresent));
    assert_eq!(play.act(elect(STRANGER)), Err(MeetingRefusal::SecretaryNotPresent));
    play.act(elect(BUP)).unwrap();
    assert_eq!(play.act(elect(AVF_DEPUTY)), Err(MeetingRefusal::SecretaryIsElected));
    assert_eq!(play.act(present(&[AVF])), Err(MeetingRefusal::SecretaryNotPresent), "she was there");
    assert_eq!(play.meeting().secretary, Some(BUP));
}

/// BOD-7: introductions, secretary and purpose, once a meeting and in that order.
#[test]
fn the_agenda_is_taken_in_order() {
    let mut play = Play::samba();
    let finish = |step| MeetingAct::Finish { step };
    play.act(MeetingAct::RecordAttendance { present: vec![BUP] }).unwrap();
    let before = Err(MeetingRefusal::StepBefore(Step::Introductions));
    assert_eq!(play.act(MeetingAct::ElectSecretary { person: BUP }), before);
    assert_eq!(play.act(finish(Step::Purpose)), before);
    assert_eq!(play.act(MeetingAct::Finalise), before);
    play.act(finish(Step::Introductions)).unwrap();
    assert_eq!(play.act(finish(Step::Introductions)), Err(MeetingRefusal::Unchanged));
    assert_eq!(play.act(finish(Step::Secretary)), Err(MeetingRefusal::SecretaryNotPresent));
    assert_eq!(play.act(finish(Step::Purpose)), Err(MeetingRefusal::StepBefore(Step::Secretary)));
    play.act(MeetingAct::ElectSecretary { person: BUP }).unwrap();
    assert_eq!(play.act(finish(Step::Purpose)), Err(MeetingRefusal::PartMissing(Part::Purpose)));
    play.write(Part::Purpose, "Varför vi ses").unwrap();
    play.act(finish(Step::Purpose)).unwrap();
    assert_eq!(play.meeting().next_step(), None);
}

/// BOD-8: what every Samba meeting takes up has a text before the minutes are finalised.
#[test]
fn standing_items_are_taken_up_before_the_minutes_are_finalised() {
    let unknown = Part::Standing("weather".to_owned());
    let mut play = Play::minuted();
    assert_eq!(play.write(unknown, "Sol"), Err(MeetingRefusal::UnknownPart));
    assert_eq!(play.write(Part::Other, "  "), Err(MeetingRefusal::TextMissing));
    let outlook = Part::Standing("outlook".to_owned());
    play.events.retain(|one| !matches!(&one.event, MeetingEvent::Written { part, .. } if *part == outlook));
    assert_eq!(play.act(MeetingAct::Finalise), Err(MeetingRefusal::PartMissing(outlook.clone())));
    play.write(outlook, "Ny lag").unwrap();
    assert_eq!(play.act(MeetingAct::Finalise), Ok(()));
}

/// BOD-8: when the minutes are finalised nothing about the meeting changes any more, whatever is tried, but by a
/// correction with its reason, and what stood there before stays to be read.
#[test]
fn finalised_minutes_change_by_corrections_alone() {
    let mut play = Play::minuted();
    assert_eq!(play.correct(Part::Purpose, "Nytt", "Fel"), Err(MeetingRefusal::NotFinal));
    play.write(Part::Purpose, "Varför vi möts").unwrap();
    assert_eq!(play.meeting().earlier(&Part::Purpose), [], "drafts are not minutes");
    play.act(MeetingAct::Finalise).unwrap();
    let final_minutes = play.meeting();
    let place = "Annan plats".to_owned();
    let reason = "Därför".to_owned();
    for act in [
        MeetingAct::Convene,
        MeetingAct::Move { at: date(2027, 3, 12).at(9, 0, 0, 0), place, reason: reason.clone() },
        MeetingAct::Cancel { reason: reason.clone() },
        MeetingAct::RecordAttendance { present: vec![AVF, BUP] },
        MeetingAct::ElectSecretary { person: AVF_DEPUTY },
        MeetingAct::Finish { step: Step::Purpose },
        MeetingAct::Write { part: Part::Purpose, text: "Nytt".to_owned() },
        MeetingAct::Finalise,
    ] {
        assert_eq!(play.act(act.clone()), Err(MeetingRefusal::Final), "{act:?}");
    }
    assert_eq!(play.meeting(), final_minutes);
    assert_eq!(play.correct(Part::Purpose, "Nytt", ""), Err(MeetingRefusal::ReasonMissing));
    assert_eq!(play.correct(Part::Purpose, "Varför vi möts", "Fel"), Err(MeetingRefusal::Unchanged));
    play.today = date(2027, 3, 20);
    play.correct(Part::Purpose, "Varför vi möttes", "Fel tempus").unwrap();
    let meeting = play.meeting();
    assert_eq!(meeting.text(&Part::Purpose), "Varför vi möttes");
    let earlier: Vec<_> = meeting.earlier(&Part::Purpose).iter().map(|one| one.text.as_str()).collect();
    assert_eq!(earlier, ["Varför vi möts"]);
    let last = meeting.minutes[&Part::Purpose].last().unwrap();
    assert_eq!((last.reason.as_deref(), last.by), (Some("Fel tempus"), COORDINATOR));
    assert_eq!(last.at, now(play.today).instant);
}
