//! What did our assessment show? Only the unit itself can say it. (T12, PRI-10, PRI-11)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::AssessmentOutcome,
    lots::commitment::{self, ReportAssessment},
};
use policy::Action;

use super::follow_up_meeting;
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    lots::{
        offer::Offer,
        plans::{ENTRY_MAX, own_unit},
        saved::{Note, back},
    },
    page::{Page, show, show_again},
    path::Path,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/plans/lines/assessment.html")]
struct AssessmentPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    process: String,
    outcomes: Vec<Choice>,
}

fn outcomes(t: &Texts) -> Offer<AssessmentOutcome> {
    let words = |word: &str| t.get(&format!("assessment-outcome-{word}"));
    Offer::of(AssessmentOutcome::ALL, AssessmentOutcome::word, words)
}

/// `GET /processes/{process}/assessment`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::WriteOwnLine { unit: own_unit(actor)? }).await?;
    follow_up_meeting(&case).ok_or(WebError::NotFound)?;
    let form = page.form();
    show(&view(page, &case, form))
}

/// `POST /processes/{process}/assessment`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let unit = own_unit(actor)?;
    let action = Action::WriteOwnLine { unit };
    let case = app.case(actor, process, action).await?;
    let (meeting, _) = follow_up_meeting(&case).ok_or(WebError::NotFound)?;
    let outcome = outcomes(page.t).one(&mut fields, "outcome");
    let text = fields.text("text", ENTRY_MAX);
    let instead = fields.text_if_any("instead", ENTRY_MAX);
    let (false, Some(outcome), Some(text)) = (fields.has_faults(), outcome, text) else {
        return show_again(&view(page, &case, fields.back()));
    };
    let (text, instead) = (new_text(text)?, instead.map(new_text).transpose()?);
    let command = ReportAssessment {
        unit,
        meeting,
        outcome,
        text: text.id,
        instead: instead.as_ref().map(|instead| instead.id),
        by: actor.person,
    };
    let texts: Vec<_> = [text].into_iter().chain(instead).collect();
    let decide = move |process: &_, now| commitment::report_assessment(process, now, command);
    match app.act(actor, process, action, texts, decide).await? {
        Outcome::Refused(refusal) => {
            show_again(&view(page, &case, fields.back_refused(explain(&refusal, &case))))
        }
        Outcome::Done(_) => Ok(back(&format!("/processes/{process}/lines"), Note::Assessment, "own")),
    }
}

fn view(page: Page, case: &Case, form: FormView) -> AssessmentPage {
    AssessmentPage {
        t: page.t,
        form,
        process: format!("/processes/{}", case.id),
        outcomes: outcomes(page.t).choices(),
        page: page.work().marked_if(case.process.is_protected()),
    }
}
