//! On which agenda does a case stand, and when are its minutes final? (S9, S11, 4.6)

use domain::{
    Event, Now, Process, Refusal, TextId,
    samba::{
        SambaRefusal,
        agenda::{self, CorrectMinutes as Correct},
    },
};

use super::{
    act::{Act, Prose},
    block::Block,
    desk::{Around, Desk},
    drawing::{Drawing, TEXT_MAX, choice},
    meetings::Ahead,
    overview,
};
use crate::web::{
    error::WebError,
    form::{Fields, FormView},
    form_data::DrawnSection,
    lots::offer::Offer,
};
use domain::BodyId;

/// A meeting ahead of the body whose turn it is.
pub struct Schedule;

impl Act for Schedule {
    const WORD: &'static str = "schedule";
    type Command = (BodyId, Ahead);

    fn blocks(desk: &Desk) -> Vec<Block> {
        let calendar = Block::new("calendar", desk.t.get("cases-calendar"));
        let calendar = if desk.ahead.is_empty() {
            calendar.fact(desk.t.get("case-schedule-meeting"), desk.t.get("cases-no-meeting"))
        } else {
            calendar
        };
        vec![calendar.link("/bodies", desk.t.get("nav-bodies"))]
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let offer = offered(desk);
        (!offer.is_empty()).then(|| draw.plain(vec![draw.radios("meeting", &offer)]))
    }

    fn read(desk: &Desk, fields: &mut Fields, _: &mut Prose) -> Result<Option<(BodyId, Ahead)>, WebError> {
        Ok(offered(desk).one(fields, "meeting"))
    }

    fn decide(
        process: &Process,
        around: &Around,
        now: Now,
        (body, Ahead { meeting, on }): (BodyId, Ahead),
    ) -> Result<Vec<Event>, Refusal> {
        let (case, by) = (around.case, around.actor.person);
        agenda::schedule(process, &around.bodies, now, agenda::Schedule { case, body, meeting, on, by })
    }
}

fn offered(desk: &Desk) -> Offer<(BodyId, Ahead)> {
    let Some(body) = desk.next_body() else { return Offer::new([]) };
    Offer::new(desk.ahead.iter().map(|ahead| {
        let label =
            desk.t.with("cases-meeting-of", &[("body", &body.name), ("date", &desk.t.date(ahead.on))]);
        (choice(ahead.meeting, label), (body.id, *ahead))
    }))
}

/// Off an agenda on which it has not been treated.
pub struct Remove;

impl Act for Remove {
    const WORD: &'static str = "remove";
    type Command = ();

    fn blocks(desk: &Desk) -> Vec<Block> {
        desk.item().map(|item| overview::item(desk, item)).into_iter().collect()
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        desk.item().filter(|item| item.treated.is_none()).map(|_| vec![])
    }

    fn read(_: &Desk, _: &mut Fields, _: &mut Prose) -> Result<Option<()>, WebError> {
        Ok(Some(()))
    }

    fn decide(process: &Process, around: &Around, now: Now, (): ()) -> Result<Vec<Event>, Refusal> {
        let meeting = around.named.meeting.ok_or(SambaRefusal::NotScheduled)?;
        agenda::unschedule(process, now, around.case, meeting)
    }
}

/// From now on the note is changed only by a correction.
pub struct FinishMinutes;

impl Act for FinishMinutes {
    const WORD: &'static str = "minutes";
    type Command = ();

    fn blocks(desk: &Desk) -> Vec<Block> {
        Remove::blocks(desk)
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let open = desk.item().filter(|item| item.treated.is_some() && item.minutes_final.is_none());
        open.map(|_| vec![])
    }

    fn read(_: &Desk, _: &mut Fields, _: &mut Prose) -> Result<Option<()>, WebError> {
        Ok(Some(()))
    }

    fn decide(process: &Process, around: &Around, now: Now, (): ()) -> Result<Vec<Event>, Refusal> {
        let meeting = around.named.meeting.ok_or(SambaRefusal::NotScheduled)?;
        agenda::finish_minutes(process, now, around.case, meeting, around.actor.person)
    }
}

/// What stands beside a final note, and why.
pub struct CorrectMinutes;

impl Act for CorrectMinutes {
    const WORD: &'static str = "correct";
    type Command = (TextId, TextId);

    fn blocks(desk: &Desk) -> Vec<Block> {
        Remove::blocks(desk)
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let is_final = desk.item().is_some_and(|item| item.minutes_final.is_some());
        is_final.then(|| draw.plain(vec![draw.text("note"), draw.text("reason")]))
    }

    fn read(_: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Option<(TextId, TextId)>, WebError> {
        let (note, reason) = (fields.text("note", TEXT_MAX), fields.text("reason", TEXT_MAX));
        let (Some(note), Some(reason)) = (note, reason) else { return Ok(None) };
        Ok(Some((prose.put(note)?, prose.put(reason)?)))
    }

    fn decide(
        process: &Process,
        around: &Around,
        now: Now,
        (note, reason): (TextId, TextId),
    ) -> Result<Vec<Event>, Refusal> {
        let meeting = around.named.meeting.ok_or(SambaRefusal::NotScheduled)?;
        let (case, by) = (around.case, around.actor.person);
        agenda::correct_minutes(process, now, Correct { case, meeting, note, reason, by })
    }
}
