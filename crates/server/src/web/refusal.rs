//! How does a refusal explain itself: which rule, why, and what can be done instead?

use super::refusal_words::told::Told;

/// A refusal in words, shown on a page of its own or above the form that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What could not be done: "Mötet kan hållas tidigast mån 29 juni 2026".
    pub what: String,
    /// The rule behind it, and why it is there.
    pub why: String,
    /// The reasoning step by step ("Så räknade vi"); may be empty.
    pub reasoning: Vec<String>,
    /// What can be done instead; at least one way.
    pub instead: Vec<Instead>,
    /// The rule's id in docs/rules.md, for those who want to look it up: `TIME-4`.
    pub rule: &'static str,
    /// Which refusal it is, for programs and tests: `too-early`.
    pub reason: &'static str,
    /// It tells of a process in which an identity is protected: the page bears the mark (AC-9).
    pub protected: bool,
}

/// A way forward, with a page to go to if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instead {
    pub words: String,
    pub href: Option<String>,
}

impl Explained {
    pub fn new(told: &Told, what: String, why: String) -> Self {
        Self {
            what,
            why,
            reasoning: vec![],
            instead: vec![],
            rule: told.rule,
            reason: told.key,
            protected: false,
        }
    }

    #[must_use]
    pub fn marked_if(self, protected: bool) -> Self {
        Self { protected, ..self }
    }

    #[must_use]
    pub fn because(mut self, steps: impl IntoIterator<Item = String>) -> Self {
        self.reasoning.extend(steps);
        self
    }

    #[must_use]
    pub fn instead(mut self, words: String) -> Self {
        self.instead.push(Instead { words, href: None });
        self
    }

    #[must_use]
    pub fn instead_at(mut self, words: String, href: impl Into<String>) -> Self {
        self.instead.push(Instead { words, href: Some(href.into()) });
        self
    }
}
