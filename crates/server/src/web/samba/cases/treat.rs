//! What has a body come to, and who owes the rest of the answer? (S10, S12, 4.4, 4.6, CON-23, PRI-16)

mod replies;

use domain::{
    Event, Now, PartyId, PersonId, Process, Refusal, TextId,
    samba::{
        SambaRefusal,
        agenda::{self, Treat as Treated},
        outcome::Outcome,
        treatment::QuestionReply,
    },
};
use jiff::civil::Date;

use super::{
    act::{Act, Prose},
    block::Block,
    desk::{Around, Desk},
    drawing::{Drawing, TEXT_MAX, choice, optional, said},
    overview,
    sort::caseworkers,
    words::outcome_word,
};
use crate::web::{
    error::WebError,
    form::{Choice, Fields, FormView},
    form_data::DrawnSection,
    lots::offer::Offer,
};

/// What the body came to at the meeting.
pub struct Treat;

#[derive(Clone)]
pub struct Came {
    attending: Vec<PartyId>,
    outcome: Outcome,
    note: TextId,
    replies: Vec<QuestionReply>,
    owed_by: Option<PersonId>,
    owed_on: Option<Date>,
}

impl Act for Treat {
    const WORD: &'static str = "treat";
    type Command = Came;

    fn blocks(desk: &Desk) -> Vec<Block> {
        vec![overview::questions(desk)]
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        desk.item().filter(|item| item.treated.is_none())?;
        let (owed_by, attending) = (optional(draw.select("owed-by", &owing(desk))), parties(desk));
        let mut owed_on = optional(draw.date("owed-on"));
        owed_on.help = usual_day(desk);
        Some(vec![
            draw.section("attending", vec![draw.boxes("attending", &attending)]),
            draw.section("outcome", vec![draw.radios("outcome", &outcomes(desk, true)), draw.text("note")]),
            draw.section("replies", replies::drawn(desk)),
            draw.section("owed", vec![owed_by, owed_on]),
        ])
    }

    fn filled(desk: &Desk, form: FormView) -> FormView {
        usual(desk).into_iter().fold(form, |form, day| form.with("owed-on", day.to_string()))
    }

    fn read(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Option<Came>, WebError> {
        let attending = parties(desk).many(fields, "attending");
        let outcome = outcomes(desk, true).one(fields, "outcome");
        let note = fields.text("note", TEXT_MAX);
        let replies = replies::read(desk, fields, prose)?;
        let owed_by = owing(desk).one_if_any(fields, "owed-by");
        let owed_on = fields.date_if_any("owed-on");
        let (Some(outcome), Some(note)) = (outcome, note) else { return Ok(None) };
        Ok(Some(Came { attending, outcome, note: prose.put(note)?, replies, owed_by, owed_on }))
    }

    fn decide(process: &Process, around: &Around, now: Now, command: Came) -> Result<Vec<Event>, Refusal> {
        let Came { attending, outcome, note, replies, owed_by, owed_on } = command;
        let meeting = around.named.meeting.ok_or(SambaRefusal::NotScheduled)?;
        let (case, by) = (around.case, around.actor.person);
        let command = Treated { case, meeting, attending, outcome, note, replies, owed_by, owed_on, by };
        agenda::treat(process, &around.bodies, &around.calendar, now, command)
    }
}

/// Everybody with a place in the body. Whom the consent does not name is shown as going out (CON-23).
fn parties(desk: &Desk) -> Offer<PartyId> {
    let Some(body) = desk.body() else { return Offer::new([]) };
    let admitted = desk.case.process.parties_admitted(desk.number, body.id, desk.today());
    Offer::new(body.members.iter().map(|place| {
        let one = choice(place.party, desk.party_name(place.party));
        let one = if admitted.contains(&place.party) {
            one
        } else {
            one.explained(desk.t.get("case-treat-goes-out"))
        };
        (one, place.party)
    }))
}

/// Only what this body may come to; what it has thought over is thought over.
fn outcomes(desk: &Desk, may_reflect: bool) -> Offer<Outcome> {
    let Some(body) = desk.body() else { return Offer::new([]) };
    let all = body.outcomes.iter().copied();
    let all = all.filter(|outcome| may_reflect || *outcome != Outcome::Reflecting);
    Offer::new(all.map(|outcome| {
        let word = outcome_word(outcome);
        (Choice::new(word, said(desk.t, "outcome", word)), outcome)
    }))
}

/// Those who can owe an answer: the coordinator, and those who can describe the case.
fn owing(desk: &Desk) -> Offer<PersonId> {
    let me = (choice(desk.actor.person, desk.t.get("case-treat-owed-by-me")), desk.actor.person);
    caseworkers(desk).and(me)
}

/// The day by which the body usually answers.
fn usual(desk: &Desk) -> Option<Date> {
    let (item, body) = (desk.item()?, desk.body()?);
    Some(desk.case.calendar.add_working_days(item.on, body.answer_within))
}

fn usual_day(desk: &Desk) -> String {
    let (Some(day), Some(item), Some(body)) = (usual(desk), desk.item(), desk.body()) else {
        return String::new();
    };
    let t = desk.t;
    t.with(
        "case-treat-usual",
        &[("date", &t.date(day)), ("count", &body.answer_within), ("from", &t.date(item.on))],
    )
}

/// The answer of a body that reflected.
pub struct Reflect;

#[derive(Clone)]
pub struct Thought {
    outcome: Outcome,
    note: TextId,
    replies: Vec<QuestionReply>,
}

impl Act for Reflect {
    const WORD: &'static str = "reflect";
    type Command = Thought;

    fn blocks(desk: &Desk) -> Vec<Block> {
        let item = desk.item().map(|item| overview::item(desk, item));
        item.into_iter().chain([overview::questions(desk)]).collect()
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        desk.item().filter(|item| item.owed().is_some())?;
        Some(vec![
            draw.section("outcome", vec![draw.radios("outcome", &outcomes(desk, false)), draw.text("note")]),
            draw.section("replies", replies::drawn(desk)),
        ])
    }

    fn read(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Option<Thought>, WebError> {
        let outcome = outcomes(desk, false).one(fields, "outcome");
        let note = fields.text("note", TEXT_MAX);
        let replies = replies::read(desk, fields, prose)?;
        let (Some(outcome), Some(note)) = (outcome, note) else { return Ok(None) };
        Ok(Some(Thought { outcome, note: prose.put(note)?, replies }))
    }

    fn decide(process: &Process, around: &Around, now: Now, command: Thought) -> Result<Vec<Event>, Refusal> {
        let Thought { outcome, note, replies } = command;
        let meeting = around.named.meeting.ok_or(SambaRefusal::NotScheduled)?;
        let (case, by) = (around.case, around.actor.person);
        let command = agenda::Reflect { case, meeting, outcome, note, replies, by };
        agenda::reflect(process, &around.bodies, now, command)
    }
}
