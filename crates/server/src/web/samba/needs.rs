//! What should the parties develop in common, and what came of it? For the coordinator who sees it in the cases, and
//! for those who sit in a body. (DESK-3 to DESK-5)

mod found;
mod words;
mod writing;

use askama::Template;
use axum::extract::State;
use domain::{
    DevelopmentNeedId,
    samba::need::{NeedAct, NeedState},
};
use store::StoredNeed;

use super::super::router::{Audience, Route, get, post};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Fields, FormView},
    identity::{Actor, Seat},
    page::{Page, go, show, show_again},
    path::Path,
    texts::Texts,
};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::{Convening, InBodies};
    vec![
        get("/samba/needs", InBodies, "what the parties should develop (DESK-3)", list),
        get("/samba/needs/new", Convening, "note a need (DESK-4)", writing::read),
        post("/samba/needs/new", Convening, "note it, looked through (DESK-4)", writing::create),
        get(
            "/samba/needs/{need}/steering-group",
            Convening,
            "take it to the steering group (DESK-5)",
            read_taking,
        ),
        post("/samba/needs/{need}/steering-group", Convening, "it was taken there (DESK-5)", take),
        get("/samba/needs/{need}/outcome", Convening, "what came of it (DESK-5)", writing::read_outcome),
        post("/samba/needs/{need}/outcome", Convening, "write what came of it (DESK-5)", writing::conclude),
    ]
}

#[derive(Template)]
#[template(path = "samba/needs.html")]
struct ListPage {
    t: &'static Texts,
    page: Page,
    coordinator: bool,
    needs: Vec<Line>,
}

/// A need in words, and what can be done next.
struct Line {
    title: String,
    text: String,
    mark: String,
    class: &'static str,
    taken: Option<String>,
    outcome: Option<(String, String)>,
    next: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "samba/need_taking.html")]
struct TakingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    text: String,
}

/// `GET /samba/needs`
pub async fn list(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let coordinator = actor.seat == Seat::SambaCoordinator;
    let needs = app.store.development_needs(actor, app.clock.now()).await?;
    let needs = needs.iter().map(|need| line(page.t, need, coordinator)).collect();
    show(&ListPage { t: page.t, coordinator, needs, page: page.work() })
}

/// `GET /samba/needs/{need}/steering-group`
pub async fn read_taking(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<DevelopmentNeedId>,
) -> Answer {
    let need = known(&app, actor, id).await?;
    let form = page.form().with("day", app.clock.now().today().to_string());
    show(&taking(page, form, need))
}

/// `POST /samba/needs/{need}/steering-group`
pub async fn take(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<DevelopmentNeedId>,
    mut fields: Fields,
) -> Answer {
    let need = known(&app, actor, id).await?;
    let Some(day) = fields.date("day") else {
        return show_again(&taking(page, fields.back(), need));
    };
    let taken = app.store.change_development_need(actor, id, NeedAct::Take { day }, app.clock.now());
    match taken.await? {
        Ok(()) => Ok(go("/samba/needs")),
        Err(refusal) => {
            let form = words::refused(page.t, fields, refusal);
            show_again(&taking(page, form, need))
        }
    }
}

fn taking(page: Page, form: FormView, need: StoredNeed) -> TakingPage {
    TakingPage { t: page.t, form, text: need.need.text, page: page.work() }
}

/// The need that an address names.
async fn known(app: &App, actor: Actor, id: DevelopmentNeedId) -> Result<StoredNeed, WebError> {
    let needs = app.store.development_needs(actor, app.clock.now()).await?;
    needs.into_iter().find(|one| one.id == id).ok_or(WebError::NotFound)
}

fn line(t: &Texts, StoredNeed { id, need }: &StoredNeed, coordinator: bool) -> Line {
    let state = need.state();
    let (class, next) = match state {
        NeedState::Noted => ("mark-open", Some(("steering-group", "needs-take"))),
        NeedState::Taken => ("mark-open", Some(("outcome", "needs-conclude"))),
        NeedState::Concluded => ("mark-green", None),
    };
    let (area, date) = (words::area(t, need.area), t.date(need.day));
    let outcome = need.outcome.as_ref();
    Line {
        title: t.with("needs-row-title", &[("area", &area), ("date", &date)]),
        text: need.text.clone(),
        mark: t.get(&format!("needs-state-{}", state.word())),
        class,
        taken: need.taken.map(|day| t.with("needs-taken-on", &[("date", &t.date(day))])),
        outcome: outcome
            .map(|(text, day)| (t.with("needs-outcome-on", &[("date", &t.date(*day))]), text.clone())),
        next: next
            .filter(|_| coordinator)
            .map(|(path, key)| (format!("/samba/needs/{id}/{path}"), t.get(key))),
    }
}
