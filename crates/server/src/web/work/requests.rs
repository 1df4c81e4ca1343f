//! Which families have asked for a process, and what do we answer? (T1b)
//!
//! Every request is answered; a no has a written reason.

use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    identity::{Actor, Seat},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{PersonId, RequestId};
use store::{Answer as RequestAnswer, FamilyRequest, Reason};

/// The longest answer, in characters.
const ANSWER_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "work/requests.html")]
struct RequestsPage {
    t: &'static Texts,
    page: Page,
    waiting: Vec<RequestLine>,
    answered: Vec<RequestLine>,
}

struct RequestLine {
    href: String,
    asked: String,
    by: String,
    child: String,
    protected: bool,
}

#[derive(Template)]
#[template(path = "work/request.html")]
struct RequestPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    line: RequestLine,
    wish: String,
    answer: Option<String>,
    choices: Vec<Choice>,
    opening: String,
}

/// `GET /work/requests`
pub async fn list(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    inbox_of(actor)?;
    let (mut waiting, mut answered) = (vec![], vec![]);
    for request in app.store.requests(actor, app.clock.now()).await? {
        let line = line(&app, page.t, &request).await?;
        if request.answer.is_none() { waiting.push(line) } else { answered.push(line) }
    }
    let protected = waiting.iter().chain(&answered).any(|line| line.protected);
    show(&RequestsPage { t: page.t, waiting, answered, page: page.work().marked_if(protected) })
}

/// `GET /work/requests/{request}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<RequestId>,
) -> Answer {
    let request = to_my_unit(&app, actor, id).await?;
    let form = page.form();
    show(&view(&app, page, form, &request).await?)
}

/// `POST /work/requests/{request}`
pub async fn answer(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<RequestId>,
    mut fields: Fields,
) -> Answer {
    let request = to_my_unit(&app, actor, id).await?;
    let yes = fields.choice("answer", &[("yes", true), ("no", false)]);
    let text = fields.text_if_any("text", ANSWER_MAX).unwrap_or_default();
    let answer = match (yes, Reason::new(&text)) {
        (Some(true), _) => Some(RequestAnswer::Accepted { text }),
        (Some(false), Some(reason)) => Some(RequestAnswer::Refused { reason }),
        (Some(false), None) => {
            fields.fault("text", page.t.get("request-reason-missing"));
            None
        }
        (None, _) => None,
    };
    let Some(answer) = answer.filter(|_| !fields.has_faults()) else {
        return show_again(&view(&app, page, fields.back(), &request).await?);
    };
    let accepted = matches!(answer, RequestAnswer::Accepted { .. });
    let first = app.store.answer_request(actor, id, answer, app.clock.now()).await?;
    let t = page.t;
    let title = if first { "request-answered" } else { "request-answered-before" };
    let receipt = Receipt::new(t.get(title)).told(t.get("request-told"));
    let next = if accepted {
        receipt.next_at(t.get("request-open-process"), format!("/processes/new?request={id}"))
    } else {
        receipt.next(t.get("request-refused-next"))
    };
    app.receipt(actor, next).await
}

/// Only whoever handles the function inbox of the unit that was asked.
fn inbox_of(actor: Actor) -> Result<(), WebError> {
    match actor.seat {
        Seat::Staff { inbox: true, .. } => Ok(()),
        Seat::Staff { inbox: false, .. }
        | Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => Err(WebError::NotFound),
    }
}

async fn to_my_unit(app: &App, actor: Actor, id: RequestId) -> Result<FamilyRequest, WebError> {
    inbox_of(actor)?;
    let requests = app.store.requests(actor, app.clock.now()).await?;
    requests.into_iter().find(|request| request.id == id).ok_or(WebError::NotFound)
}

async fn line(app: &App, t: &Texts, request: &FamilyRequest) -> Result<RequestLine, WebError> {
    Ok(RequestLine {
        href: format!("/work/requests/{}", request.id),
        asked: t.date(app.clock.local(request.asked).date()),
        by: name(app, request.asked_by).await?,
        child: name(app, request.child).await?,
        protected: is_protected(app, request).await?,
    })
}

/// Whether anybody whom the request names is protected (AC-9).
async fn is_protected(app: &App, request: &FamilyRequest) -> Result<bool, WebError> {
    for person in [request.child, request.asked_by] {
        if app.store.person(person).await?.is_some_and(|person| person.protected) {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn name(app: &App, person: PersonId) -> Result<String, WebError> {
    let person = app.store.person(person).await?;
    Ok(person.map(|person| person.name).unwrap_or_default())
}

async fn view(
    app: &App,
    page: Page,
    form: FormView,
    request: &FamilyRequest,
) -> Result<RequestPage, WebError> {
    let t = page.t;
    let answer = request.answer.as_ref().map(|answered| match &answered.answer {
        RequestAnswer::Accepted { text } => t.with("request-was-accepted", &[("text", text)]),
        RequestAnswer::Refused { reason } => t.with("request-was-refused", &[("reason", &reason.as_str())]),
    });
    let line = line(app, t, request).await?;
    Ok(RequestPage {
        page: page.work().marked_if(line.protected),
        form,
        line,
        wish: request.wish.clone(),
        answer,
        choices: vec![
            Choice::new("yes", t.get("request-yes")).explained(t.get("request-yes-hint")),
            Choice::new("no", t.get("request-no")).explained(t.get("request-no-hint")),
        ],
        opening: format!("/processes/new?request={}", request.id),
        t,
    })
}
