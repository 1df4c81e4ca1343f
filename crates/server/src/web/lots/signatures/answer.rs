//! A younger child has said no. The answer is written down before anything is sent. (CON-18)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::Answer,
    form::{Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    lots::{signature, signature::AnswerRefusal},
};
use policy::Action;

/// The longest answer, in characters.
const ANSWER_MAX: usize = 1_000;

#[derive(Template)]
#[template(path = "lots/signatures/answer.html")]
struct AnswerPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
}

/// `GET /processes/{process}/refusal-answer`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::RegisterSignature).await?;
    let form = page.form();
    show(&view(page, form, &case))
}

/// `POST /processes/{process}/refusal-answer`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RegisterSignature).await?;
    let Some(answer) = fields.text("answer", ANSWER_MAX) else {
        return show_again(&view(page, fields.back(), &case));
    };
    let text = new_text(answer)?;
    let command = AnswerRefusal { person: case.process.child(), answer: text.id, by: actor.person };
    let outcome = app
        .act(actor, process, Action::RegisterSignature, vec![text], move |process, now| {
            signature::answer_refusal(process, now, command)
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case))
        }
        Outcome::Done(_) => {
            let t = page.t;
            let receipt = Receipt::new(t.get("signatures-answered"))
                .next_at(t.get("place-signatures"), format!("/processes/{process}/signatures"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn view(page: Page, form: FormView, case: &Case) -> AnswerPage {
    AnswerPage {
        t: page.t,
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        page: page.work().marked_if(case.process.is_protected()),
    }
}
