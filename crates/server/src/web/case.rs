//! How does a page get at one process? Through the door, with a ruling, and nothing else.
//!
//! A handler names the action; what comes back is either the process with its texts and names, or
//! the same 404 as for an address that does not exist.

use super::{app::App, error::WebError, identity::Actor};
use domain::{
    Event, Now, PersonId, Process, ProcessId, Refusal, TextId, UnitId, calendar::Calendar, choice::FormText,
    organisation::Organisation,
};
use policy::{Action, Ground};
use std::{collections::BTreeMap, sync::Arc};

/// One process as somebody may see it: the fold, its texts, the names of its people.
pub struct Case {
    pub id: ProcessId,
    pub process: Process,
    pub ground: Ground,
    pub now: Now,
    pub organisation: Arc<Organisation>,
    pub calendar: Arc<Calendar>,
    texts: BTreeMap<TextId, String>,
    names: BTreeMap<PersonId, String>,
}

/// A text that an act brings with it; stored in the same transaction as the events that name it.
#[derive(Debug, Clone)]
pub struct NewText {
    pub id: TextId,
    pub body: String,
}

/// What became of an act.
pub enum Outcome {
    /// The events that were written; none when nothing needed to change.
    Done(Vec<Event>),
    /// A rule said no. Nothing was changed; the no is on record.
    Refused(Refusal),
}

impl Case {
    /// The stored prose; empty if it has been disposed of.
    pub fn text(&self, id: TextId) -> &str {
        self.texts.get(&id).map_or("", String::as_str)
    }

    pub fn name(&self, person: PersonId) -> &str {
        self.names.get(&person).map_or("", String::as_str)
    }

    /// The unit's name, "BUP Kristianstad".
    pub fn unit(&self, unit: UnitId) -> &str {
        self.organisation.unit(unit).map_or("", |unit| unit.name.as_str())
    }
}

impl NewText {
    /// A new text with an identity of its own.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn new(body: impl Into<String>) -> Result<NewText, WebError> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|_| WebError::Malformed("no randomness"))?;
        let id = TextId(uuid::Builder::from_random_bytes(bytes).into_uuid());
        Ok(NewText { id, body: body.into() })
    }

    /// Where the text lies and what it is: for what is signed or released (AU-7).
    pub fn frozen(&self) -> FormText {
        use sha2::{Digest, Sha256};
        let hash = domain::choice::TextHash(Sha256::digest(self.body.as_bytes()).into());
        FormText { text: self.id, hash }
    }
}

impl App {
    /// The process, if the policy lets this actor do this with it; the look is on record.
    ///
    /// # Errors
    /// `NotFound` without standing, `Forbidden` with standing but without permission.
    pub async fn case(&self, _actor: Actor, _id: ProcessId, _action: Action) -> Result<Case, WebError> {
        Err(WebError::NotFound)
    }

    /// Does one act: ruling, decision, events, texts and record in one transaction.
    ///
    /// # Errors
    /// As `case`. A refusal by a rule is an `Outcome`, so that the form can come back filled in.
    pub async fn act(
        &self,
        _actor: Actor,
        _id: ProcessId,
        _action: Action,
        _texts: Vec<NewText>,
        _decide: impl Fn(&Process, Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Result<Outcome, WebError> {
        Err(WebError::NotFound)
    }
}
