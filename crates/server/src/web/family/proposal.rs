//! Which unit does the family itself want to call? (PRI-04)

use askama::Template;
use axum::extract::State;
use domain::{ProcessId, UnitId, lots::circle, organisation::Unit};
use policy::{Action, Actor};

use super::{
    frame::{self, Frame, home},
    refusal_words::explain,
    voice::Voice,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::Answer,
    form::{Choice, Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
};

/// The longest question, in characters.
const QUESTION_MAX: usize = 600;

#[derive(Template)]
#[template(path = "family/proposal.html")]
struct ProposalPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    units: Vec<Choice>,
    back: String,
}

/// `GET /family/processes/{process}/units/new`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let form = page.form();
    show(&view(page, &case, form))
}

/// `POST /family/processes/{process}/units/new`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let t = Voice::of(page.t, &case);
    let codes: Vec<(String, UnitId)> =
        offered(&case).into_iter().map(|(unit, _)| (unit.to_string(), unit)).collect();
    let codes: Vec<(&str, UnitId)> = codes.iter().map(|(code, unit)| (code.as_str(), *unit)).collect();
    let (unit, question) = (fields.choice("unit", &codes), fields.text("question", QUESTION_MAX));
    let (Some(unit), Some(question)) = (unit, question) else {
        return show_again(&view(page, &case, fields.back()));
    };
    match propose(&app, actor, process, unit, question).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case, unit)).await,
        Outcome::Refused(refusal) => {
            show_again(&view(page, &case, fields.back_refused(explain(t, &refusal, &case))))
        }
    }
}

/// Proposes, and says yes in the same breath: whoever in the family proposes a unit wants it called.
async fn propose(
    app: &App,
    actor: Actor,
    process: ProcessId,
    unit: UnitId,
    question: String,
) -> Result<Outcome, crate::web::error::WebError> {
    let (text, by) = (new_text(question)?, actor.person);
    let command = circle::ProposeUnit { unit, by, question: text.id };
    let organisation = app.organisation.clone();
    app.act(actor, process, Action::DecideUnit, vec![text], move |process, now| {
        circle::propose_and_approve(process, &organisation, now, command)
    })
    .await
}

fn receipt(t: Voice, case: &Case, unit: UnitId) -> Receipt {
    let (name, lead) = (case.unit(unit), frame::person_and_unit(t, case, case.process.lead()));
    Receipt::new(t.with("family-proposal-done", &[("unit", &name)]))
        .happened(t.with("family-proposal-done-means", &[("unit", &name)]))
        .next(t.with("family-proposal-next", &[("lead", &lead)]))
        .next_at(t.get("family-units-change-mind"), format!("{}/units", home(case.id)))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}

fn view(page: Page, case: &Case, form: FormView) -> ProposalPage {
    let units = offered(case).into_iter().map(|(unit, name)| Choice::new(unit.to_string(), name));
    ProposalPage {
        t: Voice::of(page.t, case),
        frame: Frame::of(case),
        form,
        units: units.collect(),
        back: format!("{}/units", home(case.id)),
        page: frame::page(page, case),
    }
}

/// The units that nobody has proposed; those that children here usually meet first, then by name. Which ones are
/// called is the family's to decide, wherever they lie (PRI-04).
fn offered(case: &Case) -> Vec<(UnitId, String)> {
    let own = case.process.opening.unit;
    let here = case.organisation.unit(own).map(|unit| unit.serves.as_slice()).unwrap_or_default();
    let near = |unit: &Unit| unit.serves.iter().any(|code| here.contains(code));
    let free = |unit: &&Unit| {
        let entry = case.process.circle.get(unit.id);
        unit.id != own && entry.is_none_or(|entry| entry.status == circle::UnitStatus::Struck)
    };
    let mut units: Vec<&Unit> = case.organisation.units().iter().filter(free).collect();
    units.sort_by_key(|unit| (!near(unit), unit.name.as_str()));
    units.into_iter().map(|unit| (unit.id, unit.name.clone())).collect()
}
