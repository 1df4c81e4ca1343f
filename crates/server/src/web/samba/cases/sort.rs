//! What becomes of a contact, and who is asked to describe it? (S2 to S4, S6)

use domain::{
    Event, Now, PersonId, Process, Refusal, TextId,
    samba::{choice::Sorting, contact},
};
use policy::Action;

use super::{
    act::{Act, Prose},
    desk::{Around, Desk},
    drawing::{Drawing, TEXT_MAX, listed},
};
use crate::web::{
    error::WebError,
    form::{Choice, Fields, FormView},
    form_data::DrawnSection,
    identity::Actor,
    lots::offer::{self, Offer},
    texts::Texts,
};

/// Advice, an assessment, or Lots first.
pub struct Sort;

impl Act for Sort {
    const WORD: &'static str = "sort";
    type Command = Sorting;

    fn look() -> Action {
        Action::ReadSambaContact
    }

    fn action(_: Actor) -> Option<Action> {
        Some(Action::SortSamba)
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        Some(draw.plain(vec![draw.radios("to", &sortings(desk.t))]))
    }

    fn filled(desk: &Desk, form: FormView) -> FormView {
        desk.samba.sorting.into_iter().fold(form, |form, sorting| form.with("to", sorting.word()))
    }

    fn read(desk: &Desk, fields: &mut Fields, _: &mut Prose) -> Result<Option<Sorting>, WebError> {
        Ok(sortings(desk.t).one(fields, "to"))
    }

    fn decide(process: &Process, around: &Around, now: Now, to: Sorting) -> Result<Vec<Event>, Refusal> {
        contact::sort(process, now, around.case, to, around.actor.person)
    }
}

fn sortings(t: &'static Texts) -> Offer<Sorting> {
    listed(t, "sorting", Sorting::ALL, Sorting::word)
}

/// Whether the supplementary routine applies, with the reason.
pub struct ChooseRoutine;

impl Act for ChooseRoutine {
    const WORD: &'static str = "routine";
    type Command = (bool, TextId);

    fn look() -> Action {
        Action::ReadSambaContact
    }

    fn action(_: Actor) -> Option<Action> {
        Some(Action::SortSamba)
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        Some(draw.plain(vec![draw.radios("applies", &yes_or_no(desk.t)), draw.text("reason")]))
    }

    fn filled(desk: &Desk, form: FormView) -> FormView {
        let Some((applies, reason)) = desk.samba.routine else { return form };
        form.with("applies", if applies { "yes" } else { "no" }).with("reason", desk.case.text(reason))
    }

    fn read(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Option<(bool, TextId)>, WebError> {
        let applies = yes_or_no(desk.t).one(fields, "applies");
        let reason = fields.text("reason", TEXT_MAX);
        let (Some(applies), Some(reason)) = (applies, reason) else { return Ok(None) };
        Ok(Some((applies, prose.put(reason)?)))
    }

    fn decide(
        process: &Process,
        around: &Around,
        now: Now,
        (applies, reason): (bool, TextId),
    ) -> Result<Vec<Event>, Refusal> {
        contact::choose_routine(process, now, around.case, applies, reason, around.actor.person)
    }
}

fn yes_or_no(t: &Texts) -> Offer<bool> {
    let one = |word: &str| Choice::new(word, t.get(&format!("case-routine-{word}")));
    Offer::new([(one("yes"), true), (one("no"), false)])
}

/// Somebody who takes part is asked to describe it, and to ask for consent.
pub struct Order;

impl Act for Order {
    const WORD: &'static str = "order";
    type Command = PersonId;

    fn look() -> Action {
        Action::ReadSambaContact
    }

    fn action(_: Actor) -> Option<Action> {
        Some(Action::SortSamba)
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        Some(draw.plain(vec![draw.radios("from", &caseworkers(desk))]))
    }

    fn filled(desk: &Desk, form: FormView) -> FormView {
        desk.samba.caseworker.into_iter().fold(form, |form, person| form.with("from", person.to_string()))
    }

    fn read(desk: &Desk, fields: &mut Fields, _: &mut Prose) -> Result<Option<PersonId>, WebError> {
        Ok(caseworkers(desk).one(fields, "from"))
    }

    fn decide(process: &Process, around: &Around, now: Now, from: PersonId) -> Result<Vec<Event>, Refusal> {
        contact::order_description(process, now, around.case, from, around.actor.person)
    }
}

/// Those who take part, each with the unit.
pub fn caseworkers(desk: &Desk) -> Offer<PersonId> {
    let case = &desk.case;
    Offer::new(case.process.possible_caseworkers(case.now).into_iter().map(|person| {
        let label = match case.process.unit_of(person) {
            Some(unit) => offer::in_unit(desk.t, case, person, unit),
            None => desk.name(person),
        };
        (Choice::new(person.to_string(), label), person)
    }))
}
