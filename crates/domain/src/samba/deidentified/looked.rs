//! Has everything that somebody typed been looked through, by the scan and by a human? (DID-3)

use std::collections::BTreeSet;

use super::{DeidentifiedAct, DeidentifiedRefusal, Reply};
use crate::{
    deidentify::{FindingKind, Known, Verdict, scan},
    lots::wording::any_directive,
    organisation::Organisation,
};

/// Words of a text that give somebody away, or may.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The field of the form.
    pub field: String,
    pub words: String,
    pub kind: FindingKind,
}

/// The words themselves are not for a log to hold.
impl std::fmt::Debug for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Found").field("field", &self.field).field("kind", &self.kind).finish_non_exhaustive()
    }
}

/// What texts are looked through with.
#[derive(Debug, Clone, Default)]
pub struct Looking {
    /// Of every process that whoever writes has part in; the units of the area are always known.
    pub known: Known,
    /// What a human has looked at and says of that it points out nobody.
    pub confirmed: BTreeSet<Found>,
}

impl Looking {
    /// Whatever gives somebody away in these texts, or may, by field.
    pub fn found_in<'a>(
        &self,
        texts: impl IntoIterator<Item = (&'a str, &'a str)>,
        organisation: &Organisation,
    ) -> BTreeSet<Found> {
        let known = self.known.clone().with_units_of(organisation);
        let mut all = BTreeSet::new();
        for (field, text) in texts {
            for finding in scan(&known, text) {
                let words = text[finding.range].split_whitespace().collect::<Vec<_>>().join(" ");
                all.insert(Found { field: field.to_owned(), words, kind: finding.kind });
            }
        }
        all
    }
}

/// An act whose texts have been looked through.
///
/// **Invariant:** [`DeidentifiedAct::look_through`] is the only way to make one, and nothing is decided without it.
#[derive(Debug, Clone)]
pub struct LookedThrough(pub(super) DeidentifiedAct);

impl DeidentifiedAct {
    /// # Errors
    /// All that was found, if some of it has to be taken away or nobody has looked at some of it; and an answer that
    /// says what some unit is to do about a child whom it does not know (BOD-2).
    pub fn look_through(
        self,
        looking: &Looking,
        organisation: &Organisation,
    ) -> Result<LookedThrough, DeidentifiedRefusal> {
        let texts = self.texts();
        let found = looking.found_in(texts.iter().map(|(field, text)| (field.as_str(), *text)), organisation);
        if found.iter().any(|one| one.kind.verdict() == Verdict::Blocks) {
            return Err(DeidentifiedRefusal::GivesAway(found));
        }
        if let DeidentifiedAct::Treat { replies, .. } = &self {
            for (number, reply) in replies {
                let (Reply::Answered(text) | Reply::NotAnswerable(text)) = reply else { continue };
                if any_directive(text, organisation).is_some() {
                    return Err(DeidentifiedRefusal::NamesADuty { question: *number });
                }
            }
        }
        if found.iter().any(|one| !looking.confirmed.contains(one)) {
            return Err(DeidentifiedRefusal::NotLookedAt(found));
        }
        Ok(LookedThrough(self))
    }

    /// Everything in it that somebody has typed, by field.
    fn texts(&self) -> Vec<(String, &str)> {
        let field = |name: &str| name.to_owned();
        match self {
            DeidentifiedAct::Write(writing) => {
                writing.texts.iter().map(|(field, text)| (field.clone(), text.as_str())).collect()
            }
            DeidentifiedAct::Return { reason } => vec![(field("reason"), reason)],
            DeidentifiedAct::FollowUp { text } => vec![(field("text"), text)],
            DeidentifiedAct::Treat { replies, .. } => replies
                .iter()
                .filter_map(|(number, reply)| match reply {
                    Reply::Answered(text) | Reply::NotAnswerable(text) => {
                        Some((format!("reply-{number}-words"), text.as_str()))
                    }
                    Reply::LiftedOn => None,
                })
                .collect(),
            DeidentifiedAct::Approve { .. }
            | DeidentifiedAct::Schedule { .. }
            | DeidentifiedAct::Unschedule { .. }
            | DeidentifiedAct::Recognise { .. }
            | DeidentifiedAct::End { .. } => vec![],
        }
    }
}
