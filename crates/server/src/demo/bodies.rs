//! When have the bodies of the demo world met, and when will they?
//!
//! Counted from the demo's day, so that there is a meeting in every state whenever it starts: minuted and corrected,
//! being minuted, convened, planned, moved and called off.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    BodyId, BodyMeetingId, PersonId,
    calendar::Calendar,
    samba::{
        bodies::{Bodies, Body},
        cadence::Slot,
        meeting::{MeetingAct, Part, Planning, Step},
    },
};
use jiff::{
    ToSpan as _,
    civil::{Date, time},
};
use policy::{Actor, Seat};
use serde::Deserialize;
use store::{BodyRules, Store};

use super::{
    fill::FillFault,
    people::{DemoPeople, RoleWord, SeatEntry, fixed_id, person_id},
    play::PlayFault,
};
use crate::clock::Clock;

/// A meeting is put in the calendar and convened so long before.
const NOTICE_DAYS: i64 = 7;
/// So far around the demo's day fixed days are looked for.
const MONTHS: i64 = 8;

/// What is said and written, in Swedish.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    place: String,
    other_place: String,
    purpose: String,
    purpose_before: String,
    corrected: String,
    moved: String,
    cancelled: String,
    /// By the codes of standing items.
    standing: BTreeMap<String, String>,
}

/// So many fixed days that have been are kept.
const HELD: usize = 4;
/// Samba has met beside its fixed days so long before the demo's day.
const BEYOND_DAYS: i64 = 14;

/// The meeting of a body that was planned for a day.
pub fn meeting_id(body: BodyId, day: Date) -> BodyMeetingId {
    BodyMeetingId(fixed_id("body meeting", &format!("{body} {day}")))
}

/// The working day on which Samba met because a case needed it.
pub fn beyond_the_fixed_days(today: Date, calendar: &Calendar) -> Date {
    let mut day = today.saturating_sub(BEYOND_DAYS.days());
    while !calendar.is_working_day(day) {
        day = day.saturating_sub(1.day());
    }
    day
}

/// Lets the bodies meet. Attendance is of those who have a seat, so their members have theirs already.
pub async fn meet(store: &Store, people: &DemoPeople, clock: &Clock) -> Result<(), FillFault> {
    let words: Words = toml::from_str(include_str!("../../../../data/demo-bodies.toml"))?;
    let coordinator = people
        .staff
        .iter()
        .find(|member| member.seats.iter().any(|seat| seat.role == RoleWord::SambaCoordinator));
    let Some(coordinator) = coordinator else { return Ok(()) };
    let rules = BodyRules { bodies: Arc::new(Bodies::default()), calendar: Arc::new(Calendar::default()) };
    let actor = Actor { person: person_id(&coordinator.key), seat: Seat::SambaCoordinator };
    let bodies = rules.bodies.clone();
    for body in bodies.bodies() {
        let members = members(people, body);
        let convening = Convening { store, clock, rules: &rules, actor, body, words: &words, members };
        convening.meet().await?;
    }
    Ok(())
}

fn members(people: &DemoPeople, body: &Body) -> Vec<PersonId> {
    let sits = |key: &str, seats: &[SeatEntry]| {
        let here = seats.iter().any(|seat| seat.place.is_some_and(|place| place.body == body.id));
        here.then(|| person_id(key))
    };
    people.staff.iter().filter_map(|member| sits(&member.key, &member.seats)).collect()
}

/// One body, and who lets it meet.
struct Convening<'a> {
    store: &'a Store,
    clock: &'a Clock,
    rules: &'a BodyRules,
    actor: Actor,
    body: &'a Body,
    words: &'a Words,
    members: Vec<PersonId>,
}

impl Convening<'_> {
    async fn meet(&self) -> Result<(), FillFault> {
        let today = self.clock.now().today();
        let (from, to) = (today.saturating_sub(MONTHS.months()), today.saturating_add(MONTHS.months()));
        let slots = self.body.slots(from, to, &self.rules.calendar);
        let days = |slot: &Slot| slot.days().first().map(|day| (slot.on, *day));
        let held: Vec<_> = slots.iter().filter(|slot| slot.on < today).filter_map(days).collect();
        let ahead: Vec<_> =
            slots.iter().filter(|slot| slot.on > today.saturating_add(4.days())).filter_map(days).collect();
        // The last one is being minuted still.
        for (number, slot) in held.into_iter().rev().take(HELD).enumerate() {
            self.hold((Some(slot.0), slot.1), number > 0).await?;
        }
        if self.body.shares_costs {
            self.hold((None, beyond_the_fixed_days(today, &self.rules.calendar)), true).await?;
        }
        for (number, slot) in ahead.into_iter().take(4).enumerate() {
            self.ahead(number, slot).await?;
        }
        Ok(())
    }

    /// A meeting that has been: its minutes finalised and corrected, or still being written.
    async fn hold(&self, slot: (Option<Date>, Date), is_final: bool) -> Result<(), FillFault> {
        let (id, day) = (self.plan(slot).await?, slot.1);
        self.act(id, day, MeetingAct::Convene).await?;
        let present: Vec<PersonId> = self.members.iter().skip(1).copied().collect();
        let Some(secretary) = present.last().copied() else { return Ok(()) };
        self.act(id, day, MeetingAct::RecordAttendance { present }).await?;
        self.act(id, day, MeetingAct::Finish { step: Step::Introductions }).await?;
        self.act(id, day, MeetingAct::ElectSecretary { person: secretary }).await?;
        let purpose = if is_final { &self.words.purpose_before } else { &self.words.purpose };
        self.write(id, day, Part::Purpose, purpose).await?;
        self.act(id, day, MeetingAct::Finish { step: Step::Purpose }).await?;
        for item in &self.body.standing_items {
            if let Some(text) = self.words.standing.get(&item.code) {
                self.write(id, day, Part::Standing(item.code.clone()), text).await?;
            }
        }
        if is_final {
            self.act(id, day, MeetingAct::Finalise).await?;
            let (text, reason) = (self.words.purpose.clone(), self.words.corrected.clone());
            self.act(id, day, MeetingAct::Correct { part: Part::Purpose, text, reason }).await?;
        }
        Ok(())
    }

    /// The next one is convened, the second planned, the third moved, the fourth called off.
    async fn ahead(&self, number: usize, slot: (Date, Date)) -> Result<(), FillFault> {
        let (id, today) = (self.plan((Some(slot.0), slot.1)).await?, self.clock.now().today());
        if number != 1 {
            self.act(id, today, MeetingAct::Convene).await?;
        }
        if number == 0 {
            self.write(id, today, Part::Purpose, &self.words.purpose).await?;
        } else if number == 2 {
            let next = self.rules.calendar.add_working_days(slot.1, 1);
            let (place, reason) = (self.words.other_place.clone(), self.words.moved.clone());
            let at = next.to_datetime(time(9, 0, 0, 0));
            self.act(id, today, MeetingAct::Move { at, place, reason }).await?;
        } else if number == 3 {
            self.act(id, today, MeetingAct::Cancel { reason: self.words.cancelled.clone() }).await?;
        }
        Ok(())
    }

    /// For a fixed day, or because a case needs it.
    async fn plan(&self, (slot, day): (Option<Date>, Date)) -> Result<BodyMeetingId, FillFault> {
        let id = meeting_id(self.body.id, day);
        let early = day.saturating_sub(NOTICE_DAYS.days()).min(self.clock.now().today());
        let now = self.clock.at(early.to_datetime(time(8, 0, 0, 0)));
        let at = day.to_datetime(time(13, 0, 0, 0));
        let planning = Planning { slot, at, place: self.words.place.clone() };
        let planned =
            self.store.plan_body_meeting(self.actor, (id, self.body.id), planning, self.rules.clone(), now);
        planned.await?.map_err(|refusal| PlayFault::Bodies(refusal.to_string()))?;
        Ok(id)
    }

    async fn write(&self, id: BodyMeetingId, day: Date, part: Part, text: &str) -> Result<(), FillFault> {
        self.act(id, day, MeetingAct::Write { part, text: text.to_owned() }).await
    }

    async fn act(&self, id: BodyMeetingId, day: Date, act: MeetingAct) -> Result<(), FillFault> {
        let now = self.clock.at(day.to_datetime(time(15, 0, 0, 0)));
        let done = self.store.change_body_meeting(self.actor, id, act, self.rules.clone(), now);
        done.await?.map_err(|refusal| PlayFault::Bodies(refusal.to_string()))?;
        Ok(())
    }
}
