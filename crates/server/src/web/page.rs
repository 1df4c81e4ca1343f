//! What does every page have around its content?

use std::convert::Infallible;

use askama::Template;
use axum::{
    extract::{FromRef, FromRequestParts},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse as _, Redirect, Response},
};
use policy::Seat;

use super::{
    actor::{Recognised, form_mark, seat_words},
    app::App,
    error::{Answer, WebError},
    form::FormView,
    texts::Texts,
};

/// The frame of a page: `layout.html` is drawn from it.
#[derive(Clone)]
pub struct Page {
    pub t: &'static Texts,
    /// The program shows fictional people and says so.
    pub demo: bool,
    pub who: Option<Who>,
    pub navigation: Vec<Link>,
    /// Family pages are set larger and say less at a time; work pages are denser.
    pub reader: Reader,
    /// The page shows a person with protected identity and bears the mark (JO 5932-2012).
    pub protected: bool,
    form_mark: String,
    path: String,
}

/// Whom a page is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    Anyone,
    Family,
    Staff,
}

/// Who is signed in, in words.
#[derive(Clone)]
pub struct Who {
    pub name: String,
    pub seat: String,
}

/// A place to go.
#[derive(Clone)]
pub struct Link {
    pub href: String,
    pub words: String,
    /// This is where the reader is.
    pub here: bool,
}

impl Page {
    /// The frame for whoever asks.
    pub fn new(parts: &Parts, app: &App) -> Self {
        let recognised = parts.extensions.get::<Recognised>();
        let t = Texts::swedish();
        let path = parts.uri.path().to_owned();
        let seat = recognised.map(|found| found.signed_in.actor.seat);
        Self {
            t,
            demo: app.demo.is_some(),
            who: recognised.map(|found| Who {
                name: found.signed_in.name.clone(),
                seat: seat_words(t, app, &found.signed_in.seat),
            }),
            navigation: navigation(t, seat, &path),
            reader: Reader::Anyone,
            protected: false,
            form_mark: recognised.map(|found| form_mark(&found.token)).unwrap_or_default(),
            path,
        }
    }

    /// A page for child and guardians.
    #[must_use]
    pub fn family(self) -> Self {
        Self { reader: Reader::Family, ..self }
    }

    /// A page for those who work with the process.
    #[must_use]
    pub fn work(self) -> Self {
        Self { reader: Reader::Staff, ..self }
    }

    /// A page that shows a person with protected identity, if `protected`.
    #[must_use]
    pub fn marked_if(self, protected: bool) -> Self {
        Self { protected, ..self }
    }

    /// An empty form that posts to this page's own address.
    pub fn form(&self) -> FormView {
        FormView::new(self.t, self.path.clone(), self.form_mark.clone())
    }

    /// The frame with no trace of which address was asked for.
    #[must_use]
    pub fn anywhere(mut self) -> Self {
        self.path = String::new();
        self.navigation.iter_mut().for_each(|link| link.here = false);
        self
    }

    /// 18 px for everyone, 16 px for those who work here all day.
    pub fn size(&self) -> &'static str {
        match self.reader {
            Reader::Anyone | Reader::Family => "md",
            Reader::Staff => "sm",
        }
    }

    pub fn class(&self) -> &'static str {
        match self.reader {
            Reader::Anyone => "for-anyone",
            Reader::Family => "for-family",
            Reader::Staff => "for-staff",
        }
    }
}

/// The places each seat has, in the order they are used.
fn navigation(t: &Texts, seat: Option<Seat>, path: &str) -> Vec<Link> {
    let places: &[(&str, &str)] = match seat {
        None => &[("/", "nav-start"), ("/units", "nav-units"), ("/about", "nav-about")],
        Some(Seat::Family) => &[
            ("/family", "nav-family"),
            ("/calendar", "nav-calendar"),
            ("/requests/new", "nav-request"),
            ("/units", "nav-units"),
        ],
        Some(Seat::Staff { inbox: true, .. }) => &[
            ("/work", "nav-work"),
            ("/inbox", "nav-inbox"),
            ("/processes", "nav-processes"),
            ("/calendar", "nav-calendar"),
            ("/work/requests", "nav-requests"),
            ("/units", "nav-units"),
        ],
        // Whoever a manager has named handles summonses without looking after the inbox (PID-4). The place is there
        // for everyone who works at a unit, so that nobody can tell by it who has been named.
        Some(Seat::Staff { inbox: false, .. }) => &[
            ("/work", "nav-work"),
            ("/inbox", "nav-inbox"),
            ("/processes", "nav-processes"),
            ("/calendar", "nav-calendar"),
            ("/units", "nav-units"),
        ],
        Some(Seat::Manager { .. }) => {
            &[("/named-users", "nav-named-users"), ("/log-review", "nav-log-review"), ("/units", "nav-units")]
        }
        Some(Seat::SambaCoordinator) => &[
            ("/samba/cases", "nav-samba-cases"),
            ("/samba/deidentified", "nav-deidentified"),
            ("/bodies", "nav-bodies"),
            ("/samba/notes", "nav-notes"),
            ("/samba/needs", "nav-needs"),
            ("/units", "nav-units"),
        ],
        Some(Seat::BodyMember { .. }) => &[
            ("/samba/cases", "nav-samba-cases"),
            ("/samba/deidentified", "nav-deidentified"),
            ("/body-meetings", "nav-body-meetings"),
            ("/samba/needs", "nav-needs"),
            ("/units", "nav-units"),
        ],
        Some(Seat::Ambassador { .. } | Seat::Coordinator | Seat::SteeringGroup | Seat::Administrator) => {
            &[("/", "nav-start"), ("/units", "nav-units")]
        }
    };
    places
        .iter()
        .map(|(href, key)| Link { href: (*href).to_owned(), words: t.get(key), here: *href == path })
        .collect()
}

impl<S: Send + Sync> FromRequestParts<S> for Page
where
    App: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        Ok(Self::new(parts, &App::from_ref(state)))
    }
}

/// A page, 200.
pub fn show(template: &impl Template) -> Answer {
    html(StatusCode::OK, template)
}

/// The same page again with what was typed and what was wrong with it, 422.
pub fn show_again(template: &impl Template) -> Answer {
    html(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// A page with a status of its own.
pub fn html(status: StatusCode, template: &impl Template) -> Answer {
    let body = template.render().map_err(WebError::fault)?;
    Ok((status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response())
}

/// After an act: look at another page (303).
pub fn go(address: &str) -> Response {
    Redirect::to(address).into_response()
}
