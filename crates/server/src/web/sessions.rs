//! Where am I signed in, and how do I end it?

use askama::Template;
use axum::extract::State;
use uuid::Uuid;

use super::{
    actor::Recognised,
    app::App,
    error::{Answer, WebError},
    form::{Fields, FormView},
    page::{Page, go, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "sessions.html")]
struct SessionsPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    rows: Vec<Row>,
}

struct Row {
    handle: String,
    device: String,
    seat: String,
    opened: String,
    used: String,
    this: bool,
}

/// `GET /sessions`
pub async fn read(State(app): State<App>, page: Page, Recognised { session, .. }: Recognised) -> Answer {
    let t = page.t;
    let local = |instant| t.date_time(app.clock.local(instant));
    let rows = app
        .sessions
        .of(session.actor.person, app.clock.now().instant)
        .into_iter()
        .map(|open| Row {
            handle: open.handle.simple().to_string(),
            this: open.handle == session.handle,
            opened: local(open.opened),
            used: local(open.used),
            device: open.device,
            seat: open.seat,
        })
        .collect();
    show(&SessionsPage { t, form: page.form(), rows, page })
}

/// `POST /sessions`: ends one of one's own sessions.
pub async fn delete(
    State(app): State<App>,
    Recognised { session, .. }: Recognised,
    fields: Fields,
) -> Answer {
    let handle = Uuid::parse_str(fields.raw("session")).map_err(|_| WebError::NotFound)?;
    app.sessions.end(session.actor.person, handle);
    Ok(go("/sessions"))
}
