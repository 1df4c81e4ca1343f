//! Which units shall be called? Only the family decides, one unit at a time. (PRI-04, CON-03)

use askama::Template;
use axum::extract::State;
use domain::{ProcessId, UnitId, lots::circle};
use policy::Action;

use super::{
    circle::{UnitLine, With, units},
    frame::{self, Frame, home},
    refusal_words::explain,
    voice::Voice,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
};

#[derive(Template)]
#[template(path = "family/units.html")]
struct UnitsPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    /// Those that wait for an answer.
    open: Vec<Proposed>,
    /// Those the family has said yes or no to.
    answered: Vec<Proposed>,
    propose: String,
}

/// A unit with the question that would be put to it.
struct Proposed {
    line: UnitLine,
    question: String,
    proposed_by: String,
    /// Where the answer goes.
    answer: String,
    /// What the unit says about itself (PRI-12).
    profile: String,
}

/// `GET /family/processes/{process}/units`
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

/// `POST /family/processes/{process}/units/{unit}`: yes, or no.
pub async fn answer(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, unit)): Path<(ProcessId, UnitId)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let Some(yes) = fields.choice("answer", &[("yes", true), ("no", false)]) else {
        return show_again(&view(page, &case, fields.back()));
    };
    let command = circle::AnswerUnit { unit, by: actor.person };
    let decide = move |process: &domain::Process, now| {
        if yes { circle::approve(process, now, command) } else { circle::strike(process, now, command) }
    };
    let t = Voice::of(page.t, &case);
    match app.act(actor, process, Action::DecideUnit, vec![], decide).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case, unit, yes)).await,
        Outcome::Refused(refusal) => {
            show_again(&view(page, &case, fields.back_refused(explain(t, &refusal, &case))))
        }
    }
}

fn receipt(t: Voice, case: &Case, unit: UnitId, yes: bool) -> Receipt {
    let name = case.unit(unit);
    let word = if yes { "yes" } else { "no" };
    let receipt = Receipt::new(t.with(&format!("family-units-said-{word}"), &[("unit", &name)]))
        .happened(t.with(&format!("family-units-said-{word}-means"), &[("unit", &name)]));
    let waiting = case.process.circle.unanswered().any(|other| other != unit);
    let receipt = if waiting {
        receipt.next_at(t.get("family-units-next"), format!("{}/units", home(case.id)))
    } else {
        receipt
    };
    receipt
        .next_at(t.get("family-units-change-mind"), format!("{}/units", home(case.id)))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}

fn view(page: Page, case: &Case, form: FormView) -> UnitsPage {
    let t = Voice::of(page.t, case);
    let own = case.process.opening.unit;
    let lines = units(t, case).into_iter().filter(|line| line.unit != own);
    let (open, answered) =
        lines.map(|line| proposed(t, case, line)).partition(|one| one.line.with == With::Proposed);
    UnitsPage {
        t,
        frame: Frame::of(case),
        form,
        open,
        answered,
        propose: format!("{}/units/new", home(case.id)),
        page: frame::page(page, case),
    }
}

fn proposed(t: Voice, case: &Case, line: UnitLine) -> Proposed {
    let entry = case.process.circle.get(line.unit);
    let question = entry.map(|entry| case.text(entry.question).to_owned()).unwrap_or_default();
    let proposed_by =
        entry.map(|entry| frame::person_and_unit(t, case, entry.proposed_by)).unwrap_or_default();
    Proposed {
        question,
        proposed_by,
        answer: format!("{}/units/{}", home(case.id), line.unit),
        profile: format!("/units/{}", line.unit),
        line,
    }
}
