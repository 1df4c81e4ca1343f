//! May the answer that is ready still be sent? (AC-3)
//!
//! While a page is made somebody may withdraw a consent, end the session or mark a person as protected. The last
//! thing before an answer goes out is to ask whether all that it rests on is still so; if not, the request is made
//! again, as if it had come now. Whoever withdraws is told so only when no answer from before can pass any longer.

use std::time::Duration;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::{app::App, error::WebError, form::FORM_BYTES_MAX};

/// How often a request is made before the person is told to try again.
const TIMES_MAX: u32 = 8;

/// How long the form of a request may take to arrive.
const ARRIVAL_MAX: Duration = Duration::from_secs(20);

/// Stands around everything that asks the store.
pub async fn guard(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if declared(&parts.headers).is_some_and(|length| length > FORM_BYTES_MAX) {
        // It is refused by its length, unread.
        return next.run(Request::from_parts(parts, body)).await;
    }
    let Ok(arrived) = tokio::time::timeout(ARRIVAL_MAX, to_bytes(body, FORM_BYTES_MAX)).await else {
        return StatusCode::REQUEST_TIMEOUT.into_response();
    };
    let Ok(form) = arrived else { return WebError::TooLarge.into_response() };
    for _ in 0..TIMES_MAX {
        let flight = app.store.flight();
        let request = Request::from_parts(parts.clone(), Body::from(form.clone()));
        let response = flight.carry(next.clone().run(request)).await;
        // After an act one is sent on to another page, and that answer shows nothing. The act is not done twice.
        if flight.stands() || (flight.has_acted() && response.status().is_redirection()) {
            return response;
        }
        if flight.has_acted() {
            break;
        }
    }
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

fn declared(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
