//! Which units are thought of, why, and what does the family say? (PRI-04)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId, UnitId,
    lots::circle::{CircleUnit, ProposeUnit, UnitStatus, propose},
    organisation::Unit,
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::Answer,
    form::{Choice, Fields, FormView},
    lots::offer::Offer,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};

/// The longest question put to a unit, in characters.
const QUESTION_MAX: usize = 300;

#[derive(Template)]
#[template(path = "lots/preparation/circle.html")]
struct CirclePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    own: String,
    rows: Vec<Row>,
    choices: Vec<Choice>,
    unanswered: bool,
}

struct Row {
    unit: UnitId,
    name: String,
    question: String,
    proposed_by: String,
    answer: String,
    mark: &'static str,
}

/// `GET /processes/{process}/units`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ProposeUnit).await?;
    let form = page.form();
    show(&view(page, &case, form))
}

/// `POST /processes/{process}/units`: proposes one.
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ProposeUnit).await?;
    let unit = offer(&case).one(&mut fields, "unit");
    let question = fields.text("question", QUESTION_MAX);
    let (Some(unit), Some(question)) = (unit, question) else {
        return show_again(&view(page, &case, fields.back()));
    };
    let text = new_text(question)?;
    let command = ProposeUnit { unit, by: actor.person, question: text.id };
    let organisation = app.organisation.clone();
    let decide = move |process: &_, now| propose(process, &organisation, now, command);
    match app.act(actor, process, Action::ProposeUnit, vec![text], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, &case, form))
        }
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(page.t, &case, unit)).await,
    }
}

fn receipt(t: &Texts, case: &Case, unit: UnitId) -> Receipt {
    Receipt::new(t.with("circle-done", &[("unit", &case.unit(unit))]))
        .happened(t.get("circle-done-happened"))
        .told(t.get("circle-done-told"))
        .next_at(t.get("circle-done-more"), format!("/processes/{}/units", case.id))
        .next_at(t.get("circle-done-pre-meeting"), format!("/processes/{}/pre-meeting", case.id))
}

/// Every unit that is not in the circle and not the initiator's own; those that serve the same
/// municipality first.
fn offer(case: &Case) -> Offer<UnitId> {
    let own = case.process.opening.unit;
    let home = case.organisation.unit(own).map(|unit| unit.serves.clone()).unwrap_or_default();
    let near = |unit: &Unit| unit.serves.iter().any(|municipality| home.contains(municipality));
    let free = |unit: &&Unit| {
        let status = case.process.circle.get(unit.id).map(|entry| entry.status);
        unit.id != own && matches!(status, None | Some(UnitStatus::Struck))
    };
    let mut units: Vec<&Unit> = case.organisation.units().iter().filter(free).collect();
    units.sort_by_key(|unit| (!near(unit), unit.name.to_lowercase()));
    Offer::new(units.into_iter().map(|unit| (Choice::new(unit.id.to_string(), label(unit)), unit.id)))
}

/// "BUP Kristianstad (Region Skåne)"; a name that says whose it is needs no addition.
fn label(unit: &Unit) -> String {
    let principal = &unit.principal().short_name;
    if unit.name.contains(principal.as_str()) {
        unit.name.clone()
    } else {
        format!("{} ({principal})", unit.name)
    }
}

fn view(page: Page, case: &Case, form: FormView) -> CirclePage {
    let t = page.t;
    CirclePage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        own: case.unit(case.process.opening.unit).into_owned(),
        rows: case.process.circle.iter().map(|(unit, entry)| row(t, case, unit, entry)).collect(),
        choices: offer(case).choices(),
        unanswered: case.process.circle.unanswered().next().is_some(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}

fn row(t: &Texts, case: &Case, unit: UnitId, entry: &CircleUnit) -> Row {
    let (answer, mark) = match entry.status {
        UnitStatus::Proposed => (t.get("circle-waiting"), "mark-open"),
        UnitStatus::ApprovedByFamily(by) => {
            (t.with("circle-approved", &[("person", &case.name(by))]), "mark-green")
        }
        UnitStatus::Struck => (t.get("circle-struck"), "mark-red"),
    };
    Row {
        unit,
        name: case.unit(unit).into_owned(),
        question: case.text(entry.question).to_owned(),
        proposed_by: case.name(entry.proposed_by).to_owned(),
        answer,
        mark,
    }
}
