//! What does a person see when something could not be done?
//!
//! Three kinds: a refusal by a rule (422, explained), a denial (404 that tells nothing, or 403), and everything
//! else (an apology without detail; the cause is logged once, here). Handlers return [`WebError`]; the page is
//! drawn by [`draw`], which knows who is signed in.

use askama::Template;
use axum::{
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use policy::Denial;

use super::{
    page::{Page, html},
    refusal::Explained,
    texts::Texts,
};

/// What a handler answers.
pub type Answer = Result<Response, WebError>;

/// Why no page came out.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// Unknown, or not to be known about: the answer is the same.
    #[error("not found")]
    NotFound,
    /// The thing is known to the asker, who may not do this with it.
    #[error("forbidden")]
    Forbidden,
    /// Nobody is signed in; after signing in the person comes back to `next`.
    #[error("sign in first")]
    SignInFirst { next: String },
    /// A rule says no.
    #[error("refused")]
    Refused(Box<Explained>),
    /// The form does not carry the mark of this session: sent from elsewhere, or from an older session.
    #[error("the form is not from this session")]
    StaleForm,
    /// Not a form at all, or one with impossible content.
    #[error("malformed request: {0}")]
    Malformed(&'static str),
    /// More than one request may carry.
    #[error("too large")]
    TooLarge,
    /// Too many attempts; try again after this many minutes.
    #[error("too many attempts")]
    TooMany { minutes: u32 },
    /// Somebody has changed meanwhile what the answer would rest on.
    #[error("overtaken by a change")]
    Overtaken,
    /// A fault of ours or of the computer.
    #[error("{0}")]
    Fault(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl WebError {
    /// Wraps an error that nobody outside can do anything about.
    pub fn fault(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Fault(Box::new(error))
    }
}

impl From<store::Error> for WebError {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Denied(Denial::Hidden) => Self::NotFound,
            store::Error::Denied(Denial::Forbidden) => Self::Forbidden,
            // Who it is has changed: `flight::guard` lets this answer out to nobody.
            store::Error::Fault(store::Fault::SessionChanged) => Self::Overtaken,
            // Acts turn refusals into outcomes; one that comes this way has no form to go back to.
            error @ (store::Error::Refused(_) | store::Error::Fault(_)) => Self::fault(error),
        }
    }
}

/// Says which page [`draw`] shall draw; travels from the handler outwards.
#[derive(Clone)]
enum Drawing {
    Refused(Box<Explained>),
    StaleForm,
    TooMany { minutes: u32 },
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        let (status, drawing) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, None),
            Self::Forbidden => (StatusCode::FORBIDDEN, None),
            Self::SignInFirst { next } => {
                return Redirect::to(&super::sign_in::address(&next)).into_response();
            }
            Self::Refused(explained) => (StatusCode::UNPROCESSABLE_ENTITY, Some(Drawing::Refused(explained))),
            Self::StaleForm => (StatusCode::FORBIDDEN, Some(Drawing::StaleForm)),
            Self::Malformed(_) => (StatusCode::BAD_REQUEST, None),
            Self::Overtaken => (StatusCode::SERVICE_UNAVAILABLE, None),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, None),
            Self::TooMany { minutes } => (StatusCode::TOO_MANY_REQUESTS, Some(Drawing::TooMany { minutes })),
            Self::Fault(error) => {
                tracing::error!(error = error.as_ref(), "a request failed");
                (StatusCode::INTERNAL_SERVER_ERROR, None)
            }
        };
        let mut response = status.into_response();
        if let Some(drawing) = drawing {
            response.extensions_mut().insert(drawing);
        }
        response
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    t: &'static Texts,
    page: Page,
    title: String,
    words: String,
    hint: String,
}

#[derive(Template)]
#[template(path = "refusal.html")]
struct RefusalPage {
    t: &'static Texts,
    page: Page,
    explained: Explained,
}

/// Gives every answer with an error status its page, whichever layer it came from.
pub async fn draw(page: Page, request: Request, next: Next) -> Response {
    // An error page must not tell which address was asked for: known and unknown look the same.
    let page = page.anywhere();
    let response = next.run(request).await;
    let status = response.status();
    let drawn = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if drawn || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let t = page.t;
    let key = match response.extensions().get::<Drawing>() {
        Some(Drawing::Refused(explained)) => {
            let page = page.marked_if(explained.protected);
            return or_apology(html(status, &RefusalPage { t, page, explained: (**explained).clone() }));
        }
        Some(Drawing::StaleForm) => "error-stale-form",
        Some(Drawing::TooMany { minutes }) => return or_apology(too_many(page, status, *minutes)),
        None => key_of(status),
    };
    let error = ErrorPage {
        title: t.get(&format!("{key}-title")),
        words: t.get(&format!("{key}-words")),
        hint: t.get(&format!("{key}-hint")),
        t,
        page,
    };
    or_apology(html(status, &error))
}

fn too_many(page: Page, status: StatusCode, minutes: u32) -> Answer {
    let t = page.t;
    let error = ErrorPage {
        title: t.get("error-too-many-title"),
        words: t.with("error-too-many-words", &[("minutes", &minutes)]),
        hint: t.get("error-too-many-hint"),
        t,
        page,
    };
    html(status, &error)
}

fn key_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "error-not-found",
        StatusCode::FORBIDDEN => "error-forbidden",
        StatusCode::METHOD_NOT_ALLOWED => "error-method",
        StatusCode::PAYLOAD_TOO_LARGE => "error-too-large",
        StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => "error-slow",
        status if status.is_client_error() => "error-malformed",
        _ => "error-fault",
    }
}

/// If even the error page cannot be drawn, a bare status is the honest answer.
fn or_apology(answer: Answer) -> Response {
    answer.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
