//! What have we been answered?

use askama::Template;
use axum::extract::State;
use domain::RequestId;
use policy::{Actor, Seat};
use store::{Answer as Given, FamilyRequest};

use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    family::{frame::home, voice::Voice},
    page::{Page, show},
    path::Path,
};

#[derive(Template)]
#[template(path = "family/request_answer.html")]
struct AnswerPage {
    t: Voice,
    page: Page,
    line: RequestLine,
    wish: String,
    answer: Answered,
    process: Option<String>,
}

/// One request in a list.
pub struct RequestLine {
    pub href: String,
    pub words: String,
    pub standing: String,
}

enum Answered {
    Waiting,
    Yes { on: String, text: String },
    No { on: String, reason: String },
}

/// `GET /requests/{request}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<RequestId>,
) -> Answer {
    let mine = requests(&app, actor).await?;
    let request = mine.into_iter().find(|request| request.id == id).ok_or(WebError::NotFound)?;
    let t = Voice::to_anyone(page.t);
    let on = |at| t.date(app.clock.local(at).date());
    let answer = match &request.answer {
        None => Answered::Waiting,
        Some(answered) => match &answered.answer {
            Given::Accepted { text } => Answered::Yes { on: on(answered.at), text: text.clone() },
            Given::Refused { reason } => {
                Answered::No { on: on(answered.at), reason: reason.as_str().to_owned() }
            }
        },
    };
    show(&AnswerPage {
        line: line(&app, t, &request),
        answer,
        process: request.process.map(home),
        wish: request.wish,
        t,
        page: page.family(),
    })
}

/// What this person has asked for, newest first.
pub async fn lines(app: &App, t: Voice, actor: Actor) -> Result<Vec<RequestLine>, WebError> {
    let mine = requests(app, actor).await?;
    Ok(mine.iter().rev().map(|request| line(app, t, request)).collect())
}

async fn requests(app: &App, actor: Actor) -> Result<Vec<FamilyRequest>, WebError> {
    if actor.seat != Seat::Family {
        return Err(WebError::NotFound);
    }
    Ok(app.store.requests(actor, app.clock.now()).await?)
}

fn line(app: &App, t: Voice, request: &FamilyRequest) -> RequestLine {
    let date = t.date(app.clock.local(request.asked).date());
    let standing = match request.answer.as_ref().map(|answered| &answered.answer) {
        None => "family-request-waiting",
        Some(Given::Accepted { .. }) => "family-request-accepted",
        Some(Given::Refused { .. }) => "family-request-refused",
    };
    RequestLine {
        href: format!("/requests/{}", request.id),
        words: t.with("family-request-line", &[("unit", &app.unit_name(request.unit)), ("date", &date)]),
        standing: t.get(standing),
    }
}
