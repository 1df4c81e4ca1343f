//! How does a person sign in and out?
//!
//! In the demo one chooses a fictional person; elsewhere one has a user name and a password. Whoever was signed
//! out while writing gets the text back here (`sign_in/kept.rs`).

mod choices;
mod kept;

use std::{fmt::Write as _, net::IpAddr};

use askama::Template;
use axum::{
    extract::{Query, Request, State},
    http::HeaderMap,
    response::Response,
};
use domain::PersonId;
use serde::Deserialize;
use store::{SeatId, SignInFault};

use self::{choices::Group, kept::Kept};
use super::{
    actor::{self, Recognised},
    address::Address,
    app::App,
    error::{Answer, WebError},
    form::{Fields, FormView, LINE_MAX},
    page::{Page, go, html},
    password::{self, Guesser, Throttled},
    texts::Texts,
};

#[derive(Deserialize)]
pub struct Asked {
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "sign_in/demo.html")]
struct DemoPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    kept: Option<Kept>,
    families: Vec<Group>,
    staff: Vec<Group>,
}

#[derive(Template)]
#[template(path = "sign_in/password.html")]
struct PasswordPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    kept: Option<Kept>,
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
    draw(&app, page, form, None).await
}

/// An act was sent without a session: the sign-in page carries along what was written.
pub async fn read_with_kept(app: App, request: Request) -> Answer {
    let (parts, body) = request.into_parts();
    let page = Page::new(&parts, &app).anywhere();
    let kept = Kept::of(Fields::unmarked(Request::from_parts(parts, body)).await?);
    let form = page.form().to("/sign-in").with("next", "/");
    draw(&app, page, form, Some(kept)).await
}

/// `POST /sign-in`
pub async fn create(
    State(app): State<App>,
    page: Page,
    address: Address,
    headers: HeaderMap,
    mut fields: Fields,
) -> Answer {
    let kept = Kept::carried(&fields);
    let who = match &app.demo {
        Some(_) => chosen(&app, &mut fields).await?,
        None => known(&app, &mut fields, address.0).await?,
    };
    let Some((person, seat)) = who else {
        return draw(&app, page, fields.back(), kept).await;
    };
    let next = own_page(Some(fields.raw("next"))).to_owned();
    let (device, former) = (actor::device(&headers), actor::token(&headers));
    let token = app.store.sign_in(person, seat, device, former, app.clock.now()).await?;
    let token = token.ok_or(WebError::Forbidden)?;
    let mut response = match kept {
        Some(kept) => kept.page(page, actor::form_mark(&token))?,
        None => go(&next),
    };
    actor::open(&mut response, &token)?;
    Ok(response)
}

/// `POST /sign-out`. Somebody whose session has ended already is out, and is not told off.
pub async fn delete(
    State(app): State<App>,
    recognised: Option<Recognised>,
    fields: Result<Fields, WebError>,
) -> Result<Response, WebError> {
    if let Some(recognised) = recognised {
        fields?;
        app.store.sign_out(&recognised.token).await?;
    }
    let mut response = go("/");
    actor::close(&mut response)?;
    Ok(response)
}

/// In the demo: the seat that was pointed at.
async fn chosen(app: &App, fields: &mut Fields) -> Result<Option<(PersonId, SeatId)>, WebError> {
    let seats = choices::seats(app).await?;
    let codes: Vec<String> = seats.iter().map(|seated| choices::code(seated.seat.id)).collect();
    let people = seats.iter().map(|seated| (seated.seat.person, seated.seat.id));
    let pairs: Vec<(&str, (PersonId, SeatId))> = codes.iter().map(String::as_str).zip(people).collect();
    Ok(fields.choice("seat", &pairs))
}

/// Outside the demo: the first valid seat of the account, if the password is right.
async fn known(
    app: &App,
    fields: &mut Fields,
    address: Option<IpAddr>,
) -> Result<Option<(PersonId, SeatId)>, WebError> {
    let username = fields.text("username", LINE_MAX);
    let password = fields.secret("password", password::LENGTH_MAX);
    let (Some(username), Some(password)) = (username, password) else { return Ok(None) };
    let now = app.clock.now();
    let guessed = Guesser::Account(username.to_lowercase());
    let guessers: Vec<Guesser> = [guessed.clone()].into_iter().chain(address.map(Guesser::at)).collect();
    if let Err(Throttled { minutes, first }) = app.attempts.count(&guessers, now.instant) {
        if first {
            record(app, username, SignInFault::TooManyGuesses);
        }
        return Err(WebError::TooMany { minutes });
    }
    let account = app.store.account(&username).await?;
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let right = password::fits(password, hash).await?;
    let seat = match account.filter(|_| right) {
        Some(account) => {
            app.store.seats_of(account.person).await?.into_iter().find(|seat| seat.is_valid(now.today()))
        }
        None => None,
    };
    match seat {
        Some(seat) => {
            app.attempts.forget(&guessed);
            Ok(Some((seat.person, seat.id)))
        }
        None => {
            record(app, username, SignInFault::WrongPassword);
            fields.fault_with("username", "fault-sign-in");
            Ok(None)
        }
    }
}

/// Puts on record that nobody was let in (CON-29), behind the answer: a name that somebody has and one that nobody
/// has are to take the same time. Neither name nor password is kept.
fn record(app: &App, username: String, fault: SignInFault) {
    let (app, now) = (app.clone(), app.clock.now());
    let kept = async move {
        match app.store.account(&username).await? {
            Some(account) => app.store.record_failed_sign_in(account.person, fault, now).await,
            None => {
                tracing::warn!(?fault, "a sign-in failed, with a name that nobody has");
                Ok(())
            }
        }
    };
    tokio::spawn(async move {
        if let Err(error) = kept.await {
            tracing::error!(%error, "a failed sign-in could not be put on record");
        }
    });
}

/// The sign-in page of the kind that is in use: 200 the first time, 401 when an act was sent without a session,
/// 422 after a fault.
async fn draw(app: &App, page: Page, form: FormView, kept: Option<Kept>) -> Answer {
    let status = match (&kept, form.faults.is_empty()) {
        (_, false) => axum::http::StatusCode::UNPROCESSABLE_ENTITY,
        (Some(_), true) => axum::http::StatusCode::UNAUTHORIZED,
        (None, true) => axum::http::StatusCode::OK,
    };
    let t = page.t;
    match &app.demo {
        Some(_) => {
            let (families, staff) = choices::groups(app, t).await?;
            html(status, &DemoPage { t, page, form, kept, families, staff })
        }
        None => html(status, &PasswordPage { t, page, form, kept }),
    }
}

/// An address on this site, or the start page: sign-in never leads elsewhere.
fn own_page(next: Option<&str>) -> &str {
    next.filter(|next| next.starts_with('/') && !next.starts_with("//"))
        .filter(|next| !next.contains(|c: char| c == '\\' || c.is_control()))
        .unwrap_or("/")
}
