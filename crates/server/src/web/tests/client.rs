//! What does a browser do that matters to the pages? It keeps one cookie, and sends forms back with their mark.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use jiff::civil::DateTime;
use scraper::{Html, Selector};
use tower::ServiceExt as _;

use super::world::{Someone, World};
use crate::web::{
    actor::{COOKIE, form_mark},
    router::router,
};

/// A browser with at most one session.
pub struct Client {
    router: Router,
    pub session: Option<String>,
    /// The mark of a session, which is not worked out again for every form.
    mark: Option<(String, String)>,
}

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Client {
    pub fn new(world: &World) -> Self {
        Self { router: router(world.app.clone()), session: None, mark: None }
    }

    /// A browser that is opened on another day.
    pub fn on(world: &World, local: DateTime) -> Self {
        Self { router: router(world.app_on(local)), session: None, mark: None }
    }

    /// The same browser, with its session, before a server that is built otherwise.
    pub fn before(&self, router: Router) -> Self {
        Self { router, session: self.session.clone(), mark: None }
    }

    /// The same browser once more: another tab.
    pub fn tab(&self) -> Self {
        self.before(self.router.clone())
    }

    /// A browser before a site that is there already, with a session that was opened elsewhere.
    pub fn at(router: &Router, session: Option<String>) -> Self {
        Self { router: router.clone(), session, mark: None }
    }

    /// A client that has chosen this person in the demo.
    pub async fn signed_in(world: &World, someone: Someone) -> Self {
        let mut client = Self::new(world);
        let reply = client.choose(someone).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        client
    }

    /// Presses a person in the demo's list.
    pub async fn choose(&mut self, someone: Someone) -> Reply {
        self.post("/sign-in", &[("seat", &someone.seat.0.simple().to_string())]).await
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(Request::builder().uri(path)).await
    }

    /// Sends a form as our own page would.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let mark = self.mark();
        let marked: Vec<(&str, &str)> =
            fields.iter().copied().chain([("form-mark", mark.as_str())]).collect();
        self.post_as_it_is(path, &marked).await
    }

    /// Sends a form without the mark of the session.
    pub async fn post_as_it_is(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = encoded(fields);
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send_body(request, Body::from(body)).await
    }

    pub async fn send(&mut self, request: axum::http::request::Builder) -> Reply {
        self.send_body(request, Body::empty()).await
    }

    pub async fn send_body(&mut self, mut request: axum::http::request::Builder, body: Body) -> Reply {
        if let Some(session) = &self.session {
            request = request.header(header::COOKIE, format!("other=1; {COOKIE}={session}"));
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        self.keep_cookie(&parts.headers);
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Reply {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    fn mark(&mut self) -> String {
        let Some(session) = &self.session else { return String::new() };
        if self.mark.as_ref().is_none_or(|(of, _)| of != session) {
            self.mark = Some((session.clone(), form_mark(&session.parse().unwrap())));
        }
        self.mark.as_ref().map(|(_, mark)| mark.clone()).unwrap_or_default()
    }

    fn keep_cookie(&mut self, headers: &HeaderMap) {
        let Some(cookie) = headers.get(header::SET_COOKIE).map(|value| value.to_str().unwrap()) else {
            return;
        };
        let value =
            cookie.split(';').next().and_then(|pair| pair.strip_prefix(&format!("{COOKIE}="))).unwrap();
        self.session = (!value.is_empty()).then(|| value.to_owned());
    }
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The texts of everything the selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).map(|found| found.text().collect::<String>().trim().to_owned()).collect()
    }

    /// An attribute of everything the selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).filter_map(|found| found.attr(name)).map(str::to_owned).collect()
    }

    /// An attribute of the first thing the selector finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).next().and_then(|found| found.attr(name)).map(str::to_owned)
    }
}

pub fn encoded(fields: &[(&str, &str)]) -> String {
    let escape = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b' ' => "+".to_owned(),
                byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
                byte => format!("%{byte:02X}"),
            })
            .collect()
    };
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)))
        .collect::<Vec<_>>()
        .join("&")
}
