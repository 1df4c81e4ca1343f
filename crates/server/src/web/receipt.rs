//! What happened when somebody acted, who was told, and what comes next?
//!
//! Every act ends in a receipt. It belongs to the one who acted: the act may just have taken away the right to
//! see the process (CON-08), and that receipt stands by itself. Every other is found only as long as the process
//! concerns its reader; and none by anybody else.

use super::identity::{Actor, Seat, UnitId};
use askama::Template;
use axum::extract::State;
use domain::ProcessId;
use serde::{Deserialize, Serialize};
use store::ReceiptId;

use super::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    page::{Page, go, show},
    path::Path,
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

/// A receipt with what it takes to find it again.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// The process that it tells of.
    #[serde(default)]
    process: Option<ProcessId>,
    /// An identity was protected in it: the receipt bears the mark, also when the process is no longer the reader's
    /// to know (AC-9).
    #[serde(default)]
    protected: bool,
    /// The unit in whose seat its owner acted.
    #[serde(default)]
    unit: Option<UnitId>,
    #[serde(flatten)]
    receipt: Receipt,
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
        self.keep(actor, None, false, receipt).await
    }

    /// The same for an act in a process. An act that took away the actor's own standing is still told of.
    pub async fn receipt_in(&self, actor: Actor, process: ProcessId, receipt: Receipt) -> Answer {
        let concern = self.store.concerns(process, actor, self.clock.now()).await?;
        self.keep(actor, concern.concerned.then_some(process), concern.protected, receipt).await
    }

    async fn keep(
        &self,
        actor: Actor,
        process: Option<ProcessId>,
        protected: bool,
        receipt: Receipt,
    ) -> Answer {
        let kept = Kept { process, protected, unit: unit(actor), receipt };
        let body = serde_json::to_string(&kept).map_err(WebError::fault)?;
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
    let now = app.clock.now();
    let left = app.store.receipt(id, actor.person, now).await?.ok_or(WebError::NotFound)?;
    let Kept { process, mut protected, unit: own, receipt } =
        serde_json::from_str(&left.body).map_err(WebError::fault)?;
    if own.is_some() && own != unit(actor) {
        return Err(WebError::NotFound);
    }
    if let Some(process) = process {
        let concern = app.store.concerns(process, actor, now).await?;
        concern.concerned.then_some(()).ok_or(WebError::NotFound)?;
        protected |= concern.protected;
    }
    let t = page.t;
    let page = page.marked_if(protected);
    show(&ReceiptPage { t, at: t.date_time(app.clock.local(left.created)), receipt, page })
}

/// The unit in whose seat somebody works.
fn unit(actor: Actor) -> Option<UnitId> {
    match actor.seat {
        Seat::Staff { unit, .. } => Some(unit),
        Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => None,
    }
}
