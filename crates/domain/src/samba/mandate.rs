//! For what may a member of a body sign?

use serde::{Deserialize, Serialize};

/// What a member's party has empowered him or her to bind it to. A deputy has a mandate as well.
#[doc(alias = "mandat")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mandate {
    /// How responsibility is shared.
    Responsibility,
    /// Responsibility and money.
    Costs,
}

impl Mandate {
    pub const ALL: [Mandate; 2] = [Mandate::Responsibility, Mandate::Costs];

    /// The stored word, also the key of its name in the language files.
    pub fn word(self) -> &'static str {
        match self {
            Mandate::Responsibility => "responsibility",
            Mandate::Costs => "costs",
        }
    }

    pub fn from_word(word: &str) -> Option<Mandate> {
        Mandate::ALL.into_iter().find(|mandate| mandate.word() == word)
    }

    /// Whether it suffices for an agreement that shares costs.
    pub fn covers_costs(self) -> bool {
        self == Mandate::Costs
    }
}
