//! Has a text been looked through for what gives somebody away? (DESK-4)

use std::collections::BTreeMap;

use crate::deidentify::{FindingKind, Known, Verdict, scan};

/// A text that gives nobody away, as far as a scan and a human can tell. There is no other way to make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedThrough {
    text: String,
    cleared: Vec<FindingKind>,
}

/// Something in a text that gives somebody away, or may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub kind: FindingKind,
    /// What stands there.
    pub words: String,
    /// Which of the same words it is, from 1.
    pub number: usize,
}

/// Why a text is not let through yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYet {
    /// Must be taken away.
    pub blocks: Vec<Found>,
    /// A human has to look at these; those that have been looked at are among them.
    pub held: Vec<Found>,
}

impl Found {
    /// What a human ticks: it says what was looked at, so that a tick does not pass on to other words.
    pub fn code(&self) -> String {
        format!("{}:{}:{}", self.kind.key(), self.number, self.words)
    }
}

impl LookedThrough {
    /// `cleared` are the codes of what a human has said points out nobody.
    ///
    /// # Errors
    /// Everything that was found, if anything of it blocks or has not been looked at.
    pub fn new(known: &Known, text: String, cleared: &[String]) -> Result<LookedThrough, NotYet> {
        let mut times: BTreeMap<(FindingKind, String), usize> = BTreeMap::new();
        let found = scan(known, &text).into_iter().map(|finding| {
            let words = text.get(finding.range).unwrap_or_default().to_owned();
            let number = times.entry((finding.kind, words.clone())).or_default();
            *number += 1;
            Found { kind: finding.kind, words, number: *number }
        });
        let blocks = |found: &Found| match found.kind.verdict() {
            Verdict::Blocks => true,
            Verdict::Held => false,
        };
        let (blocks, held): (Vec<_>, Vec<_>) = found.partition(blocks);
        if !blocks.is_empty() || held.iter().any(|found| !cleared.contains(&found.code())) {
            return Err(NotYet { blocks, held });
        }
        let cleared = held.into_iter().map(|found| found.kind).collect();
        Ok(LookedThrough { text, cleared })
    }

    pub(super) fn taken(self) -> (String, Vec<FindingKind>) {
        (self.text, self.cleared)
    }
}
