//! What does a log ask a witness, and what must a witness answer? (C2SP `tlog-witness`)

#[cfg(test)]
mod tests;

use crate::{
    checkpoint::{Checkpoint, CheckpointFault},
    key::PublicKey,
    note::{NOTE_BYTES_MAX, Note, NoteFault},
    proof::is_consistent,
    tree::{EMPTY_ROOT, Hash},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use std::fmt;

/// There are no longer proofs: a tree is at most 63 deep.
const PROOF_MAX: usize = 63;
/// A longer request is not read.
pub const ADDITION_BYTES_MAX: usize = NOTE_BYTES_MAX + 64 * (PROOF_MAX + 1);

/// A checkpoint, and the proof that its tree begins with the one that the witness has seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// The size of the tree that the witness has seen; 0 before the first.
    pub old: u64,
    pub proof: Vec<Hash>,
    pub note: Note,
}

/// Why a text is no such request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AdditionFault {
    #[error(transparent)]
    Note(#[from] NoteFault),
    #[error("not a request to add a checkpoint")]
    Form,
}

/// Why a witness does not cosign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Objection {
    #[error("the log is not one that is watched here")]
    UnknownLog,
    #[error("the log has not signed this: {0}")]
    Unsigned(CheckpointFault),
    #[error("the old tree is larger than the new one")]
    Backwards,
    /// The log does not know, or does not say, what has been cosigned here last; or it has become smaller.
    #[error("the tree that was cosigned here last has {0} leaves")]
    OtherSize(u64),
    #[error("a tree without leaves has another root")]
    NotEmpty,
    /// The log has signed two trees of one size: one of them must be a lie.
    #[error("another tree of this size has been cosigned here")]
    Split,
    #[error("the proof does not show that the tree has only grown")]
    NotGrown,
}

impl Addition {
    /// Reads a request.
    pub fn parse(text: &str) -> Result<Addition, AdditionFault> {
        let (head, note) = text.split_once("\n\n").ok_or(AdditionFault::Form)?;
        let mut lines = head.split('\n');
        let old = lines.next().and_then(|line| line.strip_prefix("old ")).ok_or(AdditionFault::Form)?;
        let plain = old.bytes().all(|digit| digit.is_ascii_digit()) && (old == "0" || !old.starts_with('0'));
        let old = old.parse().ok().filter(|_| plain).ok_or(AdditionFault::Form)?;
        let hash = |line: &str| BASE64_STANDARD.decode(line).ok()?.try_into().ok();
        let proof: Option<Vec<Hash>> = lines.map(hash).collect();
        let proof = proof.filter(|proof| proof.len() <= PROOF_MAX).ok_or(AdditionFault::Form)?;
        let note = Note::parse(note)?;
        Checkpoint::parse(note.text()).map_err(|_| AdditionFault::Form)?;
        Ok(Addition { old, proof, note })
    }

    /// Which log this says it is from. Nothing is verified.
    ///
    /// # Errors
    /// If the note is no checkpoint.
    pub fn origin(&self) -> Result<String, CheckpointFault> {
        Ok(Checkpoint::parse(self.note.text())?.origin)
    }

    /// What this says, if a witness that trusts these keys of the log, and has cosigned `seen` last, may cosign it.
    /// The order of the objections is that of the protocol.
    ///
    /// # Errors
    /// [`Objection`]
    pub fn judged(&self, keys: &[PublicKey], seen: Option<&Checkpoint>) -> Result<Checkpoint, Objection> {
        let new = self.signed_by(keys)?;
        if self.old > new.size {
            return Err(Objection::Backwards);
        }
        let (size, root) = seen.map_or((0, EMPTY_ROOT), |seen| (seen.size, seen.root));
        if self.old != size {
            return Err(Objection::OtherSize(size));
        }
        if new.size == 0 && new.root != EMPTY_ROOT {
            return Err(Objection::NotEmpty);
        }
        if new.size == size && new.root != root {
            return Err(Objection::Split);
        }
        if is_consistent(size, &root, new.size, &new.root, &self.proof) {
            Ok(new)
        } else {
            Err(Objection::NotGrown)
        }
    }

    /// At least one of the keys must have signed, and none that stands under the note wrongly.
    fn signed_by(&self, keys: &[PublicKey]) -> Result<Checkpoint, Objection> {
        let origin = self.origin().map_err(Objection::Unsigned)?;
        let mut own = keys.iter().filter(|key| key.name() == origin).peekable();
        if own.peek().is_none() {
            return Err(Objection::UnknownLog);
        }
        let mut opened = Err(Objection::Unsigned(CheckpointFault::Unsigned));
        for key in own {
            match Checkpoint::open(&self.note, key) {
                Ok(checkpoint) => opened = Ok(checkpoint),
                Err(CheckpointFault::Unsigned) => {}
                Err(fault) => return Err(Objection::Unsigned(fault)),
            }
        }
        opened
    }
}

impl fmt::Display for Addition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        for hash in &self.proof {
            writeln!(f, "{}", BASE64_STANDARD.encode(hash))?;
        }
        write!(f, "\n{}", self.note)
    }
}
