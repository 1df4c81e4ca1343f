//! What was one look, and was there reason for it?

use askama::Template;
use axum::extract::State;
use store::{AccessId, Deciding, Decision, Month, Picked};
use uuid::Uuid;

use super::{LookLine, line, parse, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    identity::Actor,
    page::{Page, go, show, show_again},
    path::Path,
    texts::Texts,
};

/// The longest remark, in characters.
const REMARK_MAX: usize = 1_000;

#[derive(Template)]
#[template(path = "log_review/look.html")]
struct LookPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    code: String,
    month: String,
    look: LookLine,
    decisions: Vec<Choice>,
}

/// `GET /log-review/{month}/{look}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((code, look)): Path<(String, Uuid)>,
) -> Answer {
    let form = page.form();
    show(&view(&app, page, form, actor, (&code, AccessId(look))).await?)
}

/// `POST /log-review/{month}/{look}`: what needs an explanation says which.
pub async fn decide(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((code, look)): Path<(String, Uuid)>,
    mut fields: Fields,
) -> Answer {
    let (month, look) = (parse(&code)?, AccessId(look));
    let known = Decision::ALL.map(|decision| (decision.word(), decision));
    let decision = fields.choice("decision", &known);
    let remark = match decision {
        Some(Decision::Explained | Decision::Deviation) => fields.text("remark", REMARK_MAX),
        Some(Decision::InOrder) | None => {
            fields.text_if_any("remark", REMARK_MAX).or_else(|| (!fields.has_faults()).then(String::new))
        }
    };
    let (Some(decision), Some(remark)) = (decision, remark) else {
        return show_again(&view(&app, page, fields.back(), actor, (&code, look)).await?);
    };
    let now = app.clock.now();
    let done = app.store.decide_review(actor, (month, look), (decision, remark), now).await?;
    match done {
        Deciding::Done => Ok(go(&format!("/log-review/{code}"))),
        Deciding::NotDrawn => Err(WebError::NotFound),
        Deciding::Already | Deciding::OwnLook => {
            let key = if done == Deciding::Already { "log-review-already" } else { "log-review-own" };
            fields.fault_with("decision", key);
            show_again(&view(&app, page, fields.back(), actor, (&code, look)).await?)
        }
    }
}

async fn view(
    app: &App,
    page: Page,
    form: FormView,
    actor: Actor,
    (code, look): (&str, AccessId),
) -> Result<LookPage, WebError> {
    let month: Month = parse(code)?;
    let review = app.store.review(actor, month, app.clock.now()).await?.ok_or(WebError::NotFound)?;
    let found = review.looks.iter().find(|one| one.access.id == look).ok_or(WebError::NotFound)?;
    let t = page.t;
    let (look, protected) = (line(app, t, actor.person, found).await?, found.picked == Picked::Protected);
    let decisions = Decision::ALL.map(|decision| {
        let key = format!("log-review-decision-{}", decision.word().replace('_', "-"));
        Choice::new(decision.word(), t.get(&key)).explained(t.get(&format!("{key}-hint")))
    });
    Ok(LookPage {
        form,
        code: code.to_owned(),
        month: words(t, month),
        look,
        decisions: decisions.into(),
        t,
        page: page.work().marked_if(protected),
    })
}
