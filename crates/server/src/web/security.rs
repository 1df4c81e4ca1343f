//! What stands around every request, whatever it asks for?
//!
//! From the outside in: headers on every answer (SE-3), a last resort for panics (SE-6), whether the answer may still
//! be sent (AC-3), who is asking, the page for every error, a time limit, refusal of forms sent from other sites
//! (SE-4), a size limit.

use std::time::Duration;

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::Response,
};
use tower_http::{
    catch_panic::CatchPanicLayer, csrf::CsrfLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer,
};

use super::{actor, app::App, error, flight, form::FORM_BYTES_MAX};

/// How long one request may take before the person is told to try again.
const TIME_MAX: Duration = Duration::from_secs(20);

/// **Invariant:** nothing from anywhere else, nothing inline, nothing evaluated.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
    script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

/// A year, told only where the site is reached over TLS.
const TRANSPORT_SECURITY: &str = "max-age=31536000; includeSubDomains";

/// Puts everything around the routes.
pub fn around(router: Router<App>, app: App) -> Router {
    let over_tls = app.config.origin.as_deref().is_some_and(|origin| origin.starts_with("https://"));
    router
        .layer(RequestBodyLimitLayer::new(FORM_BYTES_MAX))
        .layer(own_forms(&app))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIME_MAX))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(middleware::from_fn_with_state(app.clone(), error::draw))
        .layer(middleware::from_fn_with_state(app.clone(), actor::recognise))
        .layer(middleware::from_fn_with_state(app.clone(), flight::guard))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(middleware::from_fn_with_state(app.clone(), error::draw))
        .layer(middleware::from_fn(move |request, next| with_headers(over_tls, request, next)))
        .with_state(app)
}

/// Forms come from our own pages. Behind a proxy the program knows its own name only from the configuration.
fn own_forms(app: &App) -> CsrfLayer {
    let layer = CsrfLayer::new();
    match &app.config.origin {
        None => layer,
        Some(origin) => layer.clone().add_trusted_origin(origin).unwrap_or_else(|error| {
            tracing::error!(%error, origin, "the configured origin is not one: no other is trusted");
            layer
        }),
    }
}

async fn with_headers(over_tls: bool, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let fields = response.headers_mut();
    for (name, value) in HEADERS {
        fields.insert(*name, HeaderValue::from_static(value));
    }
    if over_tls {
        fields.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(TRANSPORT_SECURITY));
    }
    // Only the served files, whose content never changes under their name, say otherwise themselves.
    if !fields.contains_key(header::CACHE_CONTROL) {
        fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// A panic is our mistake: logged, and answered like every other fault.
fn after_panic(panic: Box<dyn std::any::Any + Send>) -> axum::http::Response<axum::body::Body> {
    let words = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without words");
    tracing::error!(panic = words, "a request panicked");
    let mut response = axum::http::Response::new(axum::body::Body::empty());
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}
