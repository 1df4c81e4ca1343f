//! How does a log say how large it is, and how does a witness say that it has seen it?
//! (C2SP `tlog-checkpoint` and `tlog-cosignature`)

#[cfg(test)]
mod tests;

use crate::{
    key::{KeyKind, PublicKey, SecretKey},
    note::{Note, NoteFault, NoteSignature},
    tree::Hash,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};

/// Why a note is not a checkpoint that can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointFault {
    #[error(transparent)]
    Note(#[from] NoteFault),
    #[error("the note is no checkpoint")]
    Form,
    #[error("the checkpoint is that of another log")]
    Origin,
    #[error("the key is not of the kind that signs this")]
    Kind,
    #[error("the key has not signed this")]
    Unsigned,
    #[error("the signature is not true")]
    Forged,
}

/// Which log, how many leaves, and what they fold to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log, which is also that of its key.
    pub origin: String,
    pub size: u64,
    pub root: Hash,
}

/// What a witness has said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cosigned {
    /// When, in seconds since 1970.
    pub at: u64,
}

impl Checkpoint {
    /// Reads the text of a checkpoint. Lines after the third are allowed, and mean nothing here.
    pub fn parse(text: &str) -> Result<Checkpoint, CheckpointFault> {
        let lines = text.strip_suffix('\n').ok_or(CheckpointFault::Form)?;
        let mut lines = lines.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(CheckpointFault::Form);
        };
        let plain =
            size.bytes().all(|digit| digit.is_ascii_digit()) && (size == "0" || !size.starts_with('0'));
        if origin.is_empty() || !plain || lines.any(str::is_empty) {
            return Err(CheckpointFault::Form);
        }
        let size = size.parse().map_err(|_| CheckpointFault::Form)?;
        let root = BASE64_STANDARD.decode(root).map_err(|_| CheckpointFault::Form)?;
        let root = root.try_into().map_err(|_| CheckpointFault::Form)?;
        Ok(Checkpoint { origin: origin.to_owned(), size, root })
    }

    /// The text that is signed.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, BASE64_STANDARD.encode(self.root))
    }

    /// The checkpoint, signed by the log. Signing the same again gives the same note.
    ///
    /// # Errors
    /// [`CheckpointFault::Kind`] and [`CheckpointFault::Origin`] unless it is the log's own key.
    pub fn signed(&self, key: &SecretKey) -> Result<Note, CheckpointFault> {
        must_be(key.public(), KeyKind::Log)?;
        if key.public().name() != self.origin {
            return Err(CheckpointFault::Origin);
        }
        let mut note = Note::unsigned(self.text());
        let bytes = key.sign(note.text().as_bytes()).to_vec();
        note.put(signature_of(key.public(), bytes));
        Ok(note)
    }

    /// The checkpoint of a note that the log with this key has signed.
    ///
    /// # Errors
    /// If it is not, or is one of another log.
    pub fn open(note: &Note, key: &PublicKey) -> Result<Checkpoint, CheckpointFault> {
        must_be(key, KeyKind::Log)?;
        for signature in by(note, key)? {
            let bytes = signature.bytes.as_slice().try_into().map_err(|_| CheckpointFault::Forged)?;
            if !key.verifies(note.text().as_bytes(), bytes) {
                return Err(CheckpointFault::Forged);
            }
        }
        let checkpoint = Checkpoint::parse(note.text())?;
        if checkpoint.origin == key.name() { Ok(checkpoint) } else { Err(CheckpointFault::Origin) }
    }
}

impl Cosigned {
    /// What a witness puts under a checkpoint when it has seen that the log has only grown. `at` is in seconds
    /// since 1970.
    ///
    /// # Errors
    /// [`CheckpointFault::Kind`] unless it is a witness's key, [`CheckpointFault::Form`] if the note is no
    /// checkpoint.
    pub fn sign(note: &Note, key: &SecretKey, at: u64) -> Result<NoteSignature, CheckpointFault> {
        must_be(key.public(), KeyKind::Witness)?;
        Checkpoint::parse(note.text())?;
        let mut bytes = at.to_be_bytes().to_vec();
        bytes.extend_from_slice(&key.sign(seen(note.text(), at).as_bytes()));
        Ok(signature_of(key.public(), bytes))
    }

    /// When the witness with this key has cosigned the checkpoint.
    ///
    /// # Errors
    /// If it has not.
    pub fn open(note: &Note, key: &PublicKey) -> Result<Cosigned, CheckpointFault> {
        must_be(key, KeyKind::Witness)?;
        Checkpoint::parse(note.text())?;
        let mut newest = 0;
        for signature in by(note, key)? {
            let (at, bytes) = signature.bytes.split_first_chunk::<8>().ok_or(CheckpointFault::Forged)?;
            let (at, bytes) =
                (u64::from_be_bytes(*at), bytes.try_into().map_err(|_| CheckpointFault::Forged)?);
            if at > i64::MAX as u64 || !key.verifies(seen(note.text(), at).as_bytes(), bytes) {
                return Err(CheckpointFault::Forged);
            }
            newest = newest.max(at);
        }
        Ok(Cosigned { at: newest })
    }
}

/// What a witness signs.
fn seen(text: &str, at: u64) -> String {
    format!("cosignature/v1\ntime {at}\n{text}")
}

fn must_be(key: &PublicKey, kind: KeyKind) -> Result<(), CheckpointFault> {
    if key.kind() == kind { Ok(()) } else { Err(CheckpointFault::Kind) }
}

fn signature_of(key: &PublicKey, bytes: Vec<u8>) -> NoteSignature {
    NoteSignature { name: key.name().to_owned(), key_id: key.id(), bytes }
}

/// The signatures that say they are by this key: at least one.
fn by<'n>(
    note: &'n Note,
    key: &PublicKey,
) -> Result<impl Iterator<Item = &'n NoteSignature>, CheckpointFault> {
    let (name, id) = (key.name().to_owned(), key.id());
    let mut found =
        note.signatures().iter().filter(move |one| one.name == name && one.key_id == id).peekable();
    if found.peek().is_none() { Err(CheckpointFault::Unsigned) } else { Ok(found) }
}
