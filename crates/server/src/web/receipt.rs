//! What happened when somebody acted, who was told, and what comes next?
//!
//! Every act ends in a receipt. It belongs to the one who acted: the act may just have taken away the right to
//! see the process (CON-08), so the receipt stands by itself and is found by nobody else.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use askama::Template;
use axum::{
    extract::{Path, State},
    response::Response,
};
use jiff::civil::DateTime;
use uuid::Uuid;

use super::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    identity::{Actor, PersonId},
    page::{Page, go, show},
    texts::Texts,
};

/// What the receipt page says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// What happened, as a heading: "Kallelsen är skickad".
    pub title: String,
    /// What happened, in sentences.
    pub happened: Vec<String>,
    /// Who was told, and how; empty if nobody was.
    pub told: Vec<String>,
    /// What comes next, with the page to go to if there is one.
    pub next: Vec<Next>,
}

/// Something that comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    pub words: String,
    pub href: Option<String>,
}

struct Kept {
    id: Uuid,
    owner: PersonId,
    at: DateTime,
    receipt: Receipt,
}

/// The latest receipts.
#[derive(Default)]
pub struct Receipts(Mutex<VecDeque<Kept>>);

/// Receipts are read once, at once; what is kept is bounded.
const KEPT_MAX: usize = 10_000;

impl Receipt {
    pub fn new(title: String) -> Self {
        Self { title, happened: vec![], told: vec![], next: vec![] }
    }

    #[must_use]
    pub fn happened(mut self, words: String) -> Self {
        self.happened.push(words);
        self
    }

    #[must_use]
    pub fn told(mut self, words: String) -> Self {
        self.told.push(words);
        self
    }

    #[must_use]
    pub fn next(mut self, words: String) -> Self {
        self.next.push(Next { words, href: None });
        self
    }

    #[must_use]
    pub fn next_at(mut self, words: String, href: impl Into<String>) -> Self {
        self.next.push(Next { words, href: Some(href.into()) });
        self
    }
}

impl App {
    /// Keeps the receipt for the one who acted and sends the browser there (303).
    pub fn receipt(&self, actor: Actor, receipt: Receipt) -> Response {
        let id = Uuid::from_bytes(random_bytes());
        let mut kept = self.receipts.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT_MAX {
            kept.pop_front();
        }
        kept.push_back(Kept { id, owner: actor.person, at: self.clock.now().local, receipt });
        go(&format!("/receipts/{}", id.simple()))
    }
}

fn random_bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    // Without randomness the address is all zeros; the owner is checked in any case.
    let _ = getrandom::fill(&mut bytes);
    bytes
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    t: &'static Texts,
    page: Page,
    at: String,
    receipt: Receipt,
}

/// `GET /receipts/{receipt}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<String>,
) -> Answer {
    let id = Uuid::parse_str(&id).map_err(|_| WebError::NotFound)?;
    let (at, receipt) = {
        let kept = app.receipts.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter()
            .find(|kept| kept.id == id && kept.owner == actor.person)
            .map(|kept| (kept.at, kept.receipt.clone()))
            .ok_or(WebError::NotFound)?
    };
    let t = page.t;
    show(&ReceiptPage { t, at: t.date_time(at), receipt, page })
}
