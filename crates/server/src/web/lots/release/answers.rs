//! What somebody in the family answered about the plan, said in the room and written down by whoever leads it.

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Outcome, new_text},
    error::{Answer, WebError},
    form::Fields,
    lots::{
        offer,
        release::giving::{answers_address, view},
    },
    page::{Page, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
};
use axum::extract::State;
use domain::{
    PlanVersion, ProcessId,
    lots::{aloud, release::AnswerPlan},
};
use policy::Action;

/// A dissent is given as it was said.
const DISSENT_MAX: usize = 2_000;

/// `POST /processes/{process}/plan/versions/{version}/answers`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, version)): Path<(ProcessId, PlanVersion)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReleasePlan).await?;
    if case.process.plan.version(version).is_none() {
        return Err(WebError::NotFound);
    }
    let t = page.t;
    let person = offer::people(&case, case.process.family(case.now.today())).one(&mut fields, "person");
    let dissents = fields.choice("answer", &[("accepts", false), ("dissents", true)]);
    let text = fields.text_if_any("dissent", DISSENT_MAX);
    if dissents == Some(true) && text.is_none() && !fields.has_faults() {
        fields.fault("dissent", t.get("release-dissent-missing"));
    }
    if dissents == Some(false) && text.is_some() {
        fields.fault("dissent", t.get("release-dissent-without-no"));
    }
    let (Some(by), false) = (person, fields.has_faults()) else {
        let form = fields.back().to(answers_address(process, version));
        return show_again(&view(&app, page, form, &case, version, None)?);
    };
    let text = text.map(new_text).transpose()?;
    let command = AnswerPlan { version, by, dissent: text.as_ref().map(|text| text.id) };
    let texts: Vec<_> = text.into_iter().collect();
    let outcome = app
        .act(actor, process, Action::AnswerPlan { person: by }, texts, move |process, now| {
            aloud::hear_plan_answer(process, now, command, actor.person)
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case)).to(answers_address(process, version));
            show_again(&view(&app, page, form, &case, version, None)?)
        }
        Outcome::Done(_) => {
            let key = if command.dissent.is_some() {
                "release-answer-dissented"
            } else {
                "release-answer-accepted"
            };
            let release = format!("/processes/{process}/plan/versions/{version}/release");
            let receipt = Receipt::new(t.get("release-answer-done"))
                .happened(t.with(key, &[("name", &case.name(by))]))
                .next_at(t.get("release-answer-next"), release);
            app.receipt_in(actor, process, receipt).await
        }
    }
}
