//! How is an agreement drafted? Everything of 4.5; who pays what is shown before it is stored.

mod costs;

use domain::{
    Event, Now, PartyId, Process, Refusal, TextId,
    samba::{
        agreement::{self, DraftAgreement, EarlyEnd, Terms},
        choice::{EarlyEndKind, FollowUpForm},
        outcome::Outcome,
    },
};

use super::{
    act::{Act, Prose},
    block::Table,
    desk::{Around, Desk},
    drawing::{Drawing, LINE_MAX, TEXT_MAX, choice, listed, optional},
};
use crate::web::{
    error::WebError,
    form::{Fields, FormView},
    form_data::DrawnSection,
    lots::offer::Offer,
};

/// The longest notice, in days.
const NOTICE_MAX: u32 = 3_650;

pub struct Draft;

impl Act for Draft {
    const WORD: &'static str = "draft";
    type Command = Terms;

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let outcome = agreed(desk)?;
        let follow_up = listed(desk.t, "follow-up", FollowUpForm::ALL, FollowUpForm::word);
        let ends = listed(desk.t, "early-end", EarlyEndKind::ALL, EarlyEndKind::word);
        let (family_view, days) = (optional(draw.text("family-view")), optional(draw.line("notice-days")));
        let described = optional(draw.line("end-words"));
        let mut sections = vec![
            draw.section("basis", vec![draw.text("goals"), draw.text("missions"), family_view]),
            draw.section(
                "responsibility",
                vec![draw.boxes("parties", &parties(desk)), draw.text("leadership"), draw.text("support")],
            ),
            draw.section("time", vec![draw.date("from"), draw.date("until")]),
            draw.section("ends", vec![draw.boxes("ends", &ends), days, described]),
            draw.section("follow-up", vec![draw.radios("follow-up", &follow_up), draw.date("follow-up-on")]),
        ];
        if outcome == Outcome::CostDistribution {
            sections.extend(costs::drawn(desk, &parties(desk).choices()));
        }
        Some(sections)
    }

    fn read(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Option<Terms>, WebError> {
        let (goals, missions) = (fields.text("goals", TEXT_MAX), fields.text("missions", TEXT_MAX));
        let family_view = fields.text_if_any("family-view", TEXT_MAX);
        let parties = parties(desk);
        let bound = parties.many(fields, "parties");
        let (leads, supports) = (fields.text("leadership", TEXT_MAX), fields.text("support", TEXT_MAX));
        let (from, until) = (fields.date("from"), fields.date("until"));
        let early_ends = early_ends(desk, fields, prose)?;
        let form = listed(desk.t, "follow-up", FollowUpForm::ALL, FollowUpForm::word);
        let (form, on) = (form.one(fields, "follow-up"), fields.date("follow-up-on"));
        let costs = costs::read(desk, &parties, fields, prose)?;
        let texts = goals.zip(missions).zip(leads.zip(supports));
        let (Some(((goals, missions), (leads, supports))), Some((from, until)), Some((form, on))) =
            (texts, from.zip(until), form.zip(on))
        else {
            return Ok(None);
        };
        Ok(Some(Terms {
            goals: prose.put(goals)?,
            missions: prose.put(missions)?,
            work_leadership: prose.put(leads)?,
            support: prose.put(supports)?,
            family_view: prose.put_if_any(family_view)?,
            parties: bound,
            valid_from: from,
            valid_until: until,
            early_ends,
            follow_up: form,
            follow_up_on: on,
            costs,
        }))
    }

    /// What cannot be split is not summed up: the rule says why.
    fn foreseen(desk: &Desk, terms: &Terms, prose: &Prose) -> Option<(String, Table)> {
        let whole = !terms.costs.is_empty() && terms.costs.iter().all(|line| line.check().is_ok());
        let allowed = agreed(desk) == Some(Outcome::CostDistribution);
        (whole && allowed).then(|| {
            let table = costs::table(desk, &terms.costs, |text: TextId| prose.text(text).to_owned());
            (costs::fingerprint(&table), table)
        })
    }

    fn decide(process: &Process, around: &Around, now: Now, terms: Terms) -> Result<Vec<Event>, Refusal> {
        let (case, by) = (around.case, around.actor.person);
        agreement::draft(process, &around.bodies, now, DraftAgreement { case, terms, by })
    }
}

pub use costs::table;

/// What the body came to, if that is something to be written down.
pub fn agreed(desk: &Desk) -> Option<Outcome> {
    let (_, outcome) = desk.samba.conclusion()?;
    matches!(outcome, Outcome::ResponsibilityAgreement | Outcome::CostDistribution).then_some(outcome)
}

/// Those who have a place in the body that came to it.
fn parties(desk: &Desk) -> Offer<PartyId> {
    let body = desk.samba.conclusion().and_then(|(body, _)| desk.bodies.body(body));
    let places = body.into_iter().flat_map(|body| body.members.iter().map(|place| place.party));
    Offer::new(places.map(|party| (choice(party, desk.party_name(party)), party)))
}

/// The conditions that were ticked: a notice has its days, and something else its words.
fn early_ends(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Vec<EarlyEnd>, WebError> {
    let kinds = listed(desk.t, "early-end", EarlyEndKind::ALL, EarlyEndKind::word).many(fields, "ends");
    let words = fields.text_if_any("end-words", LINE_MAX);
    let days = match fields.raw("notice-days").trim().is_empty() {
        true => None,
        false => fields.number("notice-days", 1..=NOTICE_MAX).and_then(|days| u16::try_from(days).ok()),
    };
    let text = prose.put_if_any(words)?;
    let end = |kind| EarlyEnd {
        kind,
        text: text.filter(|_| kind == EarlyEndKind::Other),
        notice_days: days.filter(|_| kind == EarlyEndKind::NoticeGiven),
    };
    Ok(kinds.into_iter().map(end).collect())
}
