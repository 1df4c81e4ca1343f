//! What happens to the families of the demo world? Told in `data/demo-texts.toml`, read here.

mod tale;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::beyond;
pub use tale::{Apart, Called, Line, Milestone, Need, PlanGoal, Proposal, Tale, Twist, Way};

/// Everything that is told.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Sentences and words that several processes share, by key.
    pub words: BTreeMap<String, String>,
    /// What waits for whom, by the person's key: told where one chooses whom to be.
    pub waiting: BTreeMap<String, String>,
    pub processes: Vec<Tale>,
    pub requests: Vec<RequestTale>,
    /// What is told of each process in a large synthetic world.
    pub synthetic: Tale,
}

/// A family asks for a process (T1b).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestTale {
    pub family: String,
    /// The key of the guardian who asks.
    pub by: String,
    /// The key of whoever looks after the inbox that is asked.
    pub to: String,
    pub wish: String,
    /// Days before the demo's day.
    pub ago: i64,
    /// A reason, if the answer was no.
    pub refused: Option<String>,
    /// The answer, if it was yes.
    pub accepted: Option<String>,
}

impl Story {
    /// Reads a story.
    ///
    /// # Errors
    /// When the file is not of this form.
    pub fn parse(text: &str) -> Result<Story, toml::de::Error> {
        toml::from_str(text)
    }

    /// The story that is shipped with the program.
    ///
    /// # Errors
    /// As [`Story::parse`].
    pub fn shipped() -> Result<Story, toml::de::Error> {
        let mut story = Story::parse(include_str!("../../../../data/demo-texts.toml"))?;
        story.processes.extend(beyond::tales()?);
        Ok(story)
    }

    /// A shared sentence; its key where the file lacks it, which a test would show.
    pub fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }
}
