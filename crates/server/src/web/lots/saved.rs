//! What was just written, when the page one comes back to shows it itself?
//!
//! In the room many small things are written one after the other: a ticked item, a need, a goal. Each comes
//! back to the page it was written on, which says what was saved; a receipt of its own would be in the way.

use axum::response::Response;
use serde::Deserialize;

use crate::web::{page::go, texts::Texts};

/// The part of an address that says what was saved.
#[derive(Deserialize)]
pub struct Saved {
    saved: Option<Note>,
}

macro_rules! notes {
    ($($name:ident = $word:literal),* $(,)?) => {
        /// What can have been saved.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
        pub enum Note { $(#[serde(rename = $word)] $name),* }

        impl Note {
            fn word(self) -> &'static str {
                match self { $(Note::$name => $word),* }
            }
        }
    };
}

notes! {
    Agenda = "agenda", Attendance = "attendance", Complete = "complete", Guest = "guest",
    Proposed = "proposed", Accepted = "accepted", Chosen = "chosen", Child = "child", Told = "told",
    Need = "need", NeedWithdrawn = "need-withdrawn", Goal = "goal", GoalAssessed = "goal-assessed",
    Lead = "lead", Draft = "draft", Line = "line", Confirmed = "confirmed", FollowedUp = "followed-up", Assessment = "assessment", Question = "question", Answer = "answer",
}

impl Saved {
    /// The words for it, to be said above the page.
    pub fn words(&self, t: &Texts) -> Option<String> {
        self.saved.map(|note| t.get(&format!("saved-{}", note.word())))
    }
}

/// Back to a page (303), which says what was saved. `part` is where on the page it stands.
pub fn back(address: &str, note: Note, part: &str) -> Response {
    go(&format!("{address}?saved={}#{part}", note.word()))
}
