//! How does a person sign in and out?
//!
//! In the demo one chooses a fictional person; elsewhere one has a user name and a password (see `password.rs`).

use std::fmt::Write as _;

use askama::Template;
use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    actor::{Recognised, closing_cookie, opening_cookie},
    app::App,
    error::{Answer, WebError},
    form::{Fields, FormView},
    identity::{Actor, Seat},
    page::{Page, go, show, show_again},
    session::Session,
    texts::Texts,
};

/// A person and a seat one can sign in as in the demo.
#[derive(Debug, Clone)]
pub struct DemoChoice {
    pub actor: Actor,
    pub name: String,
    /// The seat in words: "Kurator, Almskolan" or "Mamma".
    pub seat: String,
    /// What this person has to do today, in a sentence.
    pub about: String,
    /// The family or the unit the choice is listed under.
    pub group: String,
}

/// The choices of one family or one unit.
struct Group {
    name: String,
    choices: Vec<Choice>,
}

struct Choice {
    code: String,
    name: String,
    seat: String,
    about: String,
}

#[derive(Deserialize)]
pub struct Asked {
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in_demo.html")]
struct DemoPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    families: Vec<Group>,
    staff: Vec<Group>,
}

/// The sign-in page that leads on to `next`.
pub fn address(next: &str) -> String {
    if next == "/" {
        return "/sign-in".to_owned();
    }
    let mut address = String::from("/sign-in?next=");
    for byte in next.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'/' | b'.') {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// `GET /sign-in`
pub async fn read(State(app): State<App>, page: Page, Query(asked): Query<Asked>) -> Answer {
    let form = page.form().with("next", own_page(asked.next.as_deref()));
    show(&demo_page(&app, page, form))
}

/// `POST /sign-in`
pub async fn create(State(app): State<App>, page: Page, headers: HeaderMap, mut fields: Fields) -> Answer {
    let choices: Vec<(String, DemoChoice)> = numbered(app.demo.as_deref().unwrap_or_default());
    let codes: Vec<(&str, &DemoChoice)> =
        choices.iter().map(|(code, choice)| (code.as_str(), choice)).collect();
    let Some(choice) = fields.choice("person", &codes).cloned() else {
        return show_again(&demo_page(&app, page, fields.back()));
    };
    let next = own_page(Some(fields.raw("next"))).to_owned();
    open_session(&app, &headers, choice.actor, choice.name, choice.seat, &next)
}

/// `POST /sign-out`
pub async fn delete(
    State(app): State<App>,
    recognised: Option<Recognised>,
    _: Fields,
) -> Result<Response, WebError> {
    if let Some(Recognised { session, .. }) = recognised {
        app.sessions.end(session.actor.person, session.handle);
    }
    let mut response = go("/");
    set_cookie(&mut response, &closing_cookie())?;
    Ok(response)
}

/// Opens a session with a token made now, and leads on.
fn open_session(
    app: &App,
    headers: &HeaderMap,
    actor: Actor,
    name: String,
    seat: String,
    next: &str,
) -> Answer {
    let now = app.clock.now().instant;
    let mut handle = [0; 16];
    getrandom::fill(&mut handle).map_err(WebError::fault)?;
    let session = Session {
        handle: Uuid::from_bytes(handle),
        actor,
        name,
        seat,
        opened: now,
        used: now,
        device: device(headers),
    };
    let token = app.sessions.open(session).map_err(WebError::fault)?;
    let mut response = go(next);
    set_cookie(&mut response, &opening_cookie(&token))?;
    Ok(response)
}

fn set_cookie(response: &mut Response, cookie: &str) -> Result<(), WebError> {
    let value = HeaderValue::from_str(cookie).map_err(WebError::fault)?;
    response.headers_mut().insert(header::SET_COOKIE, value);
    Ok(())
}

/// An address on this site, or the start page: sign-in never leads elsewhere.
fn own_page(next: Option<&str>) -> &str {
    next.filter(|next| next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\n', '\r']))
        .unwrap_or("/")
}

/// Enough to know one's own sessions apart, and no more.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = |names: &[(&'static str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser =
        first(&[("Firefox", "Firefox"), ("Edg", "Edge"), ("Chrome", "Chrome"), ("Safari", "Safari")]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn demo_page(app: &App, page: Page, form: FormView) -> DemoPage {
    let choices = numbered(app.demo.as_deref().unwrap_or_default());
    let (families, staff): (Vec<_>, Vec<_>) =
        choices.into_iter().partition(|(_, choice)| choice.actor.seat == Seat::Family);
    DemoPage { t: page.t, form, families: grouped(families), staff: grouped(staff), page }
}

fn numbered(choices: &[DemoChoice]) -> Vec<(String, DemoChoice)> {
    choices.iter().cloned().enumerate().map(|(index, choice)| (index.to_string(), choice)).collect()
}

fn grouped(choices: Vec<(String, DemoChoice)>) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for (code, DemoChoice { name, seat, about, group, .. }) in choices {
        let choice = Choice { code, name, seat, about };
        match groups.iter_mut().find(|known| known.name == group) {
            Some(known) => known.choices.push(choice),
            None => groups.push(Group { name: group, choices: vec![choice] }),
        }
    }
    groups
}
