//! What can I and my unit contribute with? A new line of one's own. (PRI-01, PRI-02, PRI-07, CON-14)

use askama::Template;
use axum::extract::State;
use domain::{
    GoalNo, ProcessId, UnitId,
    choice::{BoardMeasure, CommitmentKind, LegalForm},
    lots::commitment::{self, OfferCommitment},
};
use policy::{Action, Actor};
use store::NewText;

use super::{
    directive::{self, Directive},
    goals,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView, LINE_MAX},
    lots::{
        offer::{self, Offer},
        plans::{ENTRY_MAX, own_unit},
        saved::{Note, back},
    },
    page::{Page, show, show_again},
    path::Path,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/plans/lines/offer.html")]
struct OfferPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    process: String,
    unit: String,
    kinds: Vec<Choice>,
    goals: Vec<Choice>,
    decisions: Vec<Choice>,
    units: Vec<Choice>,
    /// One guardian has been done without, so that decisive matters wait (CON-14).
    blocked: bool,
    measures: Vec<Choice>,
    /// A sentence that another unit would have to write (PRI-02).
    directive: Option<Directive>,
    /// Such a sentence has just been put to the other unit.
    asked: bool,
}

fn kinds(t: &Texts) -> Offer<CommitmentKind> {
    Offer::of(CommitmentKind::ALL, CommitmentKind::word, |word| t.get(&format!("line-kind-{word}")))
}

fn decisions(t: &Texts) -> Offer<LegalForm> {
    Offer::of(LegalForm::ALL, LegalForm::word, |word| t.get(&format!("line-decision-{word}")))
}

fn goal_offer(case: &Case, unit: UnitId) -> Offer<GoalNo> {
    let all = goals(case, unit).into_iter();
    Offer::new(all.map(|(number, text)| (Choice::new(number.to_string(), text), number)))
}

/// The other units that take part: a line can be shown to some of them only.
fn others(case: &Case, unit: UnitId) -> Offer<UnitId> {
    let all = case.process.participating_units(case.now.today()).into_iter();
    offer::units(case, all.filter(|other| *other != unit))
}

/// Measures for which a board has let one guardian suffice (CON-15).
fn measures(t: &Texts, case: &Case) -> Offer<BoardMeasure> {
    let decided = case.process.consents.decisions.iter().map(|decision| decision.measure);
    Offer::new(decided.map(|measure| {
        let words = t.get(&format!("measure-{}", offer::dashed(measure.word())));
        (Choice::new(measure.word(), words), measure)
    }))
}

/// `GET /processes/{process}/lines/new`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let unit = own_unit(actor)?;
    let case = app.case(actor, process, Action::WriteOwnLine { unit }).await?;
    let form = page.form().with("decision", LegalForm::None.word());
    let form = form.with("responsible", case.name(actor.person));
    show(&view(page, &case, unit, form))
}

/// `POST /processes/{process}/lines/new`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    // Our form has no such field; whoever posts another unit's number is turned down, on record (PRI-01).
    let unit = match fields.raw("unit").parse() {
        Ok(posted) => posted,
        Err(_) => own_unit(actor)?,
    };
    let action = Action::WriteOwnLine { unit };
    let case = app.case(actor, process, action).await?;
    if let Some(found) = directive::find(&case, unit, fields.raw("text")) {
        return other_units_line(&app, page, actor, unit, &case, (found, fields)).await;
    }
    let Some((command, texts)) = command(page.t, actor, unit, &case, &mut fields)? else {
        return show_again(&view(page, &case, unit, fields.back()));
    };
    let decide = move |process: &_, now| commitment::offer(process, now, command.clone());
    match app.act(actor, process, action, texts, decide).await? {
        Outcome::Refused(refusal) => {
            show_again(&view(page, &case, unit, fields.back_refused(explain(&refusal, &case))))
        }
        Outcome::Done(_) => Ok(back(&format!("/processes/{process}/lines"), Note::Line, "own")),
    }
}

/// The line comes back with what is wrong, or without the sentence that has been put to the other unit.
async fn other_units_line(
    app: &App,
    page: Page,
    actor: Actor,
    unit: UnitId,
    case: &Case,
    (found, mut fields): (Directive, Fields),
) -> Answer {
    if fields.raw("act") != "ask" || found.takes_part.is_empty() {
        fields.fault("text", directive::words(page.t, &found));
        let view = view(page, case, unit, fields.back());
        return show_again(&OfferPage { directive: Some(found), ..view });
    }
    match directive::ask(app, actor, case, unit, found, &mut fields).await? {
        Outcome::Refused(refusal) => {
            show_again(&view(page, case, unit, fields.back_refused(explain(&refusal, case))))
        }
        Outcome::Done(_) => show(&OfferPage { asked: true, ..view(page, case, unit, fields.back()) }),
    }
}

fn command(
    t: &Texts,
    actor: Actor,
    unit: UnitId,
    case: &Case,
    fields: &mut Fields,
) -> Result<Option<(OfferCommitment, Vec<NewText>)>, WebError> {
    let kind = kinds(t).one(fields, "kind");
    let text = fields.text("text", ENTRY_MAX);
    let goal = goal_offer(case, unit).one_if_any(fields, "goal");
    let legal_form = decisions(t).one(fields, "decision");
    let responsible = fields.text("responsible", LINE_MAX);
    let (start, expected_end) = (fields.date("start"), fields.date("end"));
    let frequency = fields.text_if_any("frequency", LINE_MAX).unwrap_or_default();
    let visible_to = others(case, unit).many(fields, "visible");
    let by_board = measures(t, case).one_if_any(fields, "board");
    let decisive = fields.ticked("decisive");
    if fields.has_faults() {
        return Ok(None);
    }
    let (Some(kind), Some(text), Some(legal_form), Some(responsible), Some(start), Some(expected_end)) =
        (kind, text, legal_form, responsible, start, expected_end)
    else {
        return Ok(None);
    };
    let (text, responsible, frequency) = (new_text(text)?, new_text(responsible)?, new_text(frequency)?);
    let command = OfferCommitment {
        unit,
        by: actor.person,
        kind,
        text: text.id,
        goal,
        responsible: responsible.id,
        legal_form,
        start,
        frequency: frequency.id,
        expected_end,
        visible_to,
        decisive,
        by_board,
    };
    Ok(Some((command, vec![text, responsible, frequency])))
}

fn view(page: Page, case: &Case, unit: UnitId, form: FormView) -> OfferPage {
    let t = page.t;
    OfferPage {
        form,
        process: format!("/processes/{}", case.id),
        unit: case.unit(unit).into_owned(),
        kinds: kinds(t).choices(),
        goals: goal_offer(case, unit).choices(),
        decisions: decisions(t).choices(),
        units: others(case, unit).choices(),
        blocked: case.process.decisive_matters_blocked(),
        measures: measures(t, case).choices(),
        directive: None,
        asked: false,
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}
