//! How does a case go back to Lots, how is it followed up, and when is it done with? (S14 to S16, 4.7, PRI-17)

use domain::{
    Event, Now, PersonId, Process, Refusal, TextId,
    samba::{
        choice::{CaseEnd, FollowUpForm, ReturnTo},
        returning::{self, FollowUpCase, NotifyFamily, Return as Back},
    },
};
use jiff::civil::Date;
use policy::Action;

use super::{
    act::{Act, Prose},
    desk::{Around, Desk},
    drawing::{Drawing, TEXT_MAX, choice, listed, optional},
};
use crate::web::{
    error::WebError,
    form::{Fields, FormView},
    form_data::DrawnSection,
    identity::Actor,
    lots::offer::Offer,
};

/// To Lots or an officials' meeting, with a day.
pub struct Return;

impl Act for Return {
    const WORD: &'static str = "return";
    type Command = (ReturnTo, Date, FollowUpForm, Date);

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let to = listed(desk.t, "return", ReturnTo::ALL, ReturnTo::word);
        let form = listed(desk.t, "follow-up", FollowUpForm::ALL, FollowUpForm::word);
        let on = [draw.date("on"), draw.radios("follow-up", &form), draw.date("follow-up-on")];
        desk.samba.conclusion().map(|_| draw.plain([draw.radios("to", &to)].into_iter().chain(on).collect()))
    }

    fn read(desk: &Desk, fields: &mut Fields, _: &mut Prose) -> Result<Option<Self::Command>, WebError> {
        let to = listed(desk.t, "return", ReturnTo::ALL, ReturnTo::word).one(fields, "to");
        let on = fields.date("on");
        let form = listed(desk.t, "follow-up", FollowUpForm::ALL, FollowUpForm::word);
        let (form, follow_up_on) = (form.one(fields, "follow-up"), fields.date("follow-up-on"));
        let all = to.zip(on).zip(form.zip(follow_up_on));
        Ok(all.map(|((to, on), (form, follow_up_on))| (to, on, form, follow_up_on)))
    }

    fn decide(
        process: &Process,
        around: &Around,
        now: Now,
        (to, on, follow_up, follow_up_on): Self::Command,
    ) -> Result<Vec<Event>, Refusal> {
        let (case, by) = (around.case, around.actor.person);
        returning::give_back(process, now, Back { case, to, on, follow_up, follow_up_on, by })
    }
}

/// How it has gone. Professionals decide alone only with a reason, and within their own powers.
pub struct FollowUp;

#[derive(Clone)]
pub struct Followed {
    form: FollowUpForm,
    result: TextId,
    reason: Option<TextId>,
    own_powers: bool,
}

impl Act for FollowUp {
    const WORD: &'static str = "follow-up";
    type Command = Followed;

    fn action(_: Actor) -> Option<Action> {
        Some(Action::FollowUpSamba)
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let form = listed(desk.t, "follow-up", FollowUpForm::ALL, FollowUpForm::word);
        let reason = optional(draw.text("reason"));
        desk.samba.returned?;
        Some(draw.plain(vec![
            draw.radios("form", &form),
            draw.text("result"),
            reason,
            draw.tick("own-powers"),
        ]))
    }

    fn filled(desk: &Desk, form: FormView) -> FormView {
        desk.samba.returned.iter().fold(form, |form, back| form.with("form", back.follow_up.word()))
    }

    fn read(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Option<Followed>, WebError> {
        let form = listed(desk.t, "follow-up", FollowUpForm::ALL, FollowUpForm::word).one(fields, "form");
        let (result, reason) = (fields.text("result", TEXT_MAX), fields.text_if_any("reason", TEXT_MAX));
        let own_powers = fields.ticked("own-powers");
        let (Some(form), Some(result)) = (form, result) else { return Ok(None) };
        let (result, reason) = (prose.put(result)?, prose.put_if_any(reason)?);
        Ok(Some(Followed { form, result, reason, own_powers }))
    }

    fn decide(
        process: &Process,
        around: &Around,
        now: Now,
        command: Followed,
    ) -> Result<Vec<Event>, Refusal> {
        let Followed { form, result, reason, own_powers: within_own_powers } = command;
        let (case, by) = (around.case, around.actor.person);
        returning::follow_up(process, now, FollowUpCase { case, form, result, reason, within_own_powers, by })
    }
}

/// Somebody of the family has been told; the child in words of its own.
pub struct Notify;

impl Act for Notify {
    const WORD: &'static str = "notify";
    type Command = (PersonId, Option<TextId>);

    fn action(_: Actor) -> Option<Action> {
        Some(Action::FollowUpSamba)
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let untold = untold(desk);
        let words = optional(draw.text("child-words"));
        (!untold.is_empty()).then(|| draw.plain(vec![draw.radios("person", &untold), words]))
    }

    fn read(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Option<Self::Command>, WebError> {
        let person = untold(desk).one(fields, "person");
        let words = fields.text_if_any("child-words", TEXT_MAX);
        let Some(person) = person else { return Ok(None) };
        Ok(Some((person, prose.put_if_any(words)?)))
    }

    fn decide(
        process: &Process,
        around: &Around,
        now: Now,
        (person, child_text): Self::Command,
    ) -> Result<Vec<Event>, Refusal> {
        let (case, by) = (around.case, around.actor.person);
        returning::notify(process, now, NotifyFamily { case, person, child_text, by })
    }
}

/// Those of the family who have not been told of the last follow-up.
fn untold(desk: &Desk) -> Offer<PersonId> {
    let Some(last) = desk.samba.follow_ups.last() else { return Offer::new([]) };
    let family = desk.case.process.family(desk.today()).into_iter();
    let untold = family.filter(|person| !last.told.iter().any(|(told, _)| told == person));
    Offer::new(untold.map(|person| (choice(person, desk.name(person)), person)))
}

/// Done with.
pub struct Close;

impl Act for Close {
    const WORD: &'static str = "close";
    type Command = CaseEnd;

    fn look() -> Action {
        Action::ReadSambaContact
    }

    fn action(_: Actor) -> Option<Action> {
        Some(Action::SortSamba)
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let ends = listed(desk.t, "case-end", CaseEnd::ALL, CaseEnd::word);
        Some(draw.plain(vec![draw.radios("end", &ends)]))
    }

    fn read(desk: &Desk, fields: &mut Fields, _: &mut Prose) -> Result<Option<CaseEnd>, WebError> {
        Ok(listed(desk.t, "case-end", CaseEnd::ALL, CaseEnd::word).one(fields, "end"))
    }

    fn decide(process: &Process, around: &Around, now: Now, end: CaseEnd) -> Result<Vec<Event>, Refusal> {
        returning::close(process, now, around.case, end, around.actor.person)
    }
}
