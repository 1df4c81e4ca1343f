//! Where am I signed in, and how do I end it (AU-4)?

use askama::Template;
use axum::extract::State;
use store::SessionId;
use uuid::Uuid;

use super::{
    actor::{Recognised, seat_words},
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
    id: String,
    device: String,
    seat: String,
    opened: String,
    used: String,
    /// The session this page was asked for in.
    this: bool,
}

/// `GET /sessions`
pub async fn read(State(app): State<App>, page: Page, recognised: Recognised) -> Answer {
    let t = page.t;
    let person = recognised.signed_in.actor.person;
    let seats = app.store.seats_of(person).await?;
    let local = |instant| t.date_time(app.clock.local(instant));
    let rows = app
        .store
        .sessions_of(person, app.clock.now())
        .await?
        .into_iter()
        .map(|open| Row {
            id: open.id.0.simple().to_string(),
            this: open.id == recognised.signed_in.session,
            opened: local(open.created),
            device: open.device,
            used: local(open.seen),
            seat: seats
                .iter()
                .find(|seat| seat.id == open.seat)
                .map(|seat| seat_words(t, &app, seat))
                .unwrap_or_default(),
        })
        .collect();
    show(&SessionsPage { t, form: page.form(), rows, page })
}

/// `POST /sessions`: ends one of one's own sessions; another's is not found.
pub async fn delete(State(app): State<App>, recognised: Recognised, fields: Fields) -> Answer {
    let id = Uuid::parse_str(fields.raw("session")).map_err(|_| WebError::NotFound)?;
    match app.store.end_session(recognised.signed_in.actor.person, SessionId(id)).await? {
        true => Ok(go("/sessions")),
        false => Err(WebError::NotFound),
    }
}
