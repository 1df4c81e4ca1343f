//! Who is asking?
//!
//! [`recognise`] looks the session up once per request. [`required`] stands before every route that is not for
//! anyone: when nobody is signed in, the answer is the sign-in page whatever the address, so that it tells
//! nothing. Handlers take [`CurrentActor`], or [`Recognised`] when they need the session itself.

use std::{convert::Infallible, fmt::Write as _};

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use policy::Actor;
use sha2::{Digest, Sha256};
use store::{SeatRow, SignedIn, Token};

use super::{app::App, error::WebError, router::Audience, sign_in, texts::Texts};

/// `__Host-` makes browsers insist on Secure, on Path=/ and on no Domain (AU-4).
pub const COOKIE: &str = "__Host-farled";

/// Who asks, and from which seat.
#[derive(Debug, Clone, Copy)]
pub struct CurrentActor(pub Actor);

/// The session of this request, with the secret it was found by.
#[derive(Clone)]
pub struct Recognised {
    pub token: Token,
    pub signed_in: SignedIn,
}

/// What the forms of a session carry, so that a form made elsewhere is refused (SE-4).
pub fn form_mark(token: &Token) -> String {
    Sha256::digest(format!("form:{}", token.reveal())).iter().fold(String::new(), |mut mark, byte| {
        let _ = write!(mark, "{byte:02x}");
        mark
    })
}

/// Finds the session of the request, if any. A store that cannot answer is a fault, never a stranger let in.
pub async fn recognise(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if let Some(token) = token(request.headers()) {
        match look_up(&app, token).await {
            Ok(Some(recognised)) => {
                request.extensions_mut().insert(recognised);
            }
            Ok(None) => {}
            Err(error) => return WebError::from(error).into_response(),
        }
    }
    next.run(request).await
}

async fn look_up(app: &App, token: Token) -> Result<Option<Recognised>, store::Error> {
    let found = app.store.signed_in(&token, app.clock.now()).await?;
    Ok(found.map(|signed_in| Recognised { token, signed_in }))
}

/// What [`required`] needs to know of the address that it stands before.
#[derive(Clone)]
pub struct Guard {
    pub app: App,
    pub audience: Audience,
}

/// Lets nobody past who is not signed in, or for whom the address is not there. What a person whose session has
/// ended was about to send comes back after signing in again.
pub async fn required(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    if let Some(recognised) = request.extensions().get::<Recognised>() {
        return match guard.audience.admits(recognised.signed_in.actor.seat) {
            true => next.run(request).await,
            false => WebError::NotFound.into_response(),
        };
    }
    if request.method() == Method::POST {
        return sign_in::read_with_kept(guard.app, request).await.into_response();
    }
    let next = request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned();
    WebError::SignInFirst { next }.into_response()
}

/// The session token a browser brought along, if it is one.
pub fn token(headers: &HeaderMap) -> Option<Token> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .and_then(|(_, value)| value.parse().ok())
}

/// Roughly what a person signs in with: enough to know one's own sessions apart, and no more.
pub fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    // Edge calls itself Chrome too, and Chrome calls itself Safari: the order decides.
    let browser =
        first(&[("Firefox", "Firefox"), ("Edg", "Edge"), ("Chrome", "Chrome"), ("Safari", "Safari")]);
    let phone = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad")];
    let computer = [("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];
    [browser, first(&phone).or_else(|| first(&computer))].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The cookie that opens a session in the browser; it ends with the browser.
pub fn open(response: &mut Response, token: &Token) -> Result<(), WebError> {
    set_cookie(response, &format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax", token.reveal()))
}

/// The cookie that makes the browser forget.
pub fn close(response: &mut Response) -> Result<(), WebError> {
    set_cookie(response, &format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"))
}

fn set_cookie(response: &mut Response, cookie: &str) -> Result<(), WebError> {
    let value = HeaderValue::from_str(cookie).map_err(WebError::fault)?;
    response.headers_mut().insert(header::SET_COOKIE, value);
    Ok(())
}

/// A seat in words: "Anställd, BUP Kristianstad".
pub fn seat_words(t: &Texts, app: &App, row: &SeatRow) -> String {
    let role = t.get(&format!("seat-{}", row.role.word().replace('_', "-")));
    if let Some(place) = row.place
        && let (Some(body), Some(party)) = (app.bodies.body(place.body), app.bodies.party(place.party))
    {
        return t.with("seat-in-body", &[("body", &body.name), ("party", &party.short_name)]);
    }
    match row.unit.and_then(|unit| app.organisation.unit(unit)) {
        Some(unit) => t.with("seat-in-unit", &[("seat", &role), ("unit", &unit.name)]),
        None => role,
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Recognised {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| WebError::SignInFirst { next: "/".to_owned() })
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Recognised {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for CurrentActor {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, WebError> {
        let recognised = <Recognised as FromRequestParts<S>>::from_request_parts(parts, state).await?;
        Ok(Self(recognised.signed_in.actor))
    }
}
