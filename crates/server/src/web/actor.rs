//! Who is asking?
//!
//! [`recognise`] looks the session up once per request. Handlers that need somebody take [`CurrentActor`]; when
//! nobody is signed in the answer is the sign-in page, whatever the address, so that it tells nothing.

use std::convert::Infallible;

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts, Request, State},
    http::{HeaderMap, Method, header, request::Parts},
    middleware::Next,
    response::Response,
};

use super::{
    app::App,
    error::WebError,
    identity::Actor,
    session::{Session, Token},
};

/// `__Host-` makes browsers insist on Secure, on Path=/ and on no Domain (AU-4).
pub const COOKIE: &str = "__Host-farled";

/// Who asks, and from which seat.
#[derive(Debug, Clone, Copy)]
pub struct CurrentActor(pub Actor);

/// The session of this request, with the secret it was found by.
#[derive(Clone)]
pub struct Recognised {
    pub session: Session,
    pub token: Token,
}

/// Finds the session of the request, if any.
pub async fn recognise(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let found = token(request.headers()).and_then(|token| {
        let session = app.sessions.find(&token, app.clock.now().instant)?;
        Some(Recognised { session, token })
    });
    if let Some(recognised) = found {
        request.extensions_mut().insert(recognised);
    }
    next.run(request).await
}

fn token(headers: &HeaderMap) -> Option<Token> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .and_then(|(_, value)| Token::parse(value))
}

/// The cookie that opens a session in the browser.
pub fn opening_cookie(token: &Token) -> String {
    format!("{COOKIE}={}; Path=/; Secure; HttpOnly; SameSite=Lax", token.secret())
}

/// The cookie that makes the browser forget.
pub fn closing_cookie() -> String {
    format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
}

impl<S: Send + Sync> FromRequestParts<S> for Recognised {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| WebError::SignInFirst { next: next_after(parts) })
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
        Ok(Self(recognised.session.actor))
    }
}

/// Where to go after signing in: a page that was looked at; an act is not repeated by itself.
fn next_after(parts: &Parts) -> String {
    match (&parts.method, parts.uri.path_and_query()) {
        (&Method::GET, Some(address)) => address.as_str().to_owned(),
        _ => "/".to_owned(),
    }
}
