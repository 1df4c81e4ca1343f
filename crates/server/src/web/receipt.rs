//! What happened when somebody acted, who was told, and what comes next?
//!
//! Every act ends in a receipt. It belongs to the one who acted: the act may just have taken away the right to
//! see the process (CON-08), so the receipt stands by itself and is found by nobody else.

use super::identity::Actor;
use askama::Template;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use store::ReceiptId;

use super::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    page::{Page, go, show},
    texts::Texts,
};

/// What the receipt page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    pub words: String,
    pub href: Option<String>,
}

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
    pub async fn receipt(&self, actor: Actor, receipt: Receipt) -> Answer {
        let body = serde_json::to_string(&receipt).map_err(WebError::fault)?;
        let id = self.store.leave_receipt(actor.person, body, self.clock.now()).await?;
        Ok(go(&format!("/receipts/{id}")))
    }
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
    let id: ReceiptId = id.parse().map_err(|_| WebError::NotFound)?;
    let kept = app.store.receipt(id, actor.person, app.clock.now()).await?.ok_or(WebError::NotFound)?;
    let receipt: Receipt = serde_json::from_str(&kept.body).map_err(WebError::fault)?;
    let t = page.t;
    show(&ReceiptPage { t, at: t.date_time(app.clock.local(kept.created)), receipt, page })
}
