//! How is a text signed so that anybody can read both it and the signatures? (C2SP `signed-note`)

#[cfg(test)]
mod tests;

use crate::key::{PublicKey, is_name};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use std::fmt;

/// A longer note is not read.
pub const NOTE_BYTES_MAX: usize = 64 * 1024;
/// A note with more signatures is not read.
pub const SIGNATURES_MAX: usize = 100;

const SIGNATURE_BEGINS: &str = "\u{2014} ";

/// Why something is not a signed note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteFault {
    #[error("the note is longer than {NOTE_BYTES_MAX} bytes")]
    TooLong,
    #[error("the note has more than {SIGNATURES_MAX} signatures")]
    TooManySignatures,
    #[error("not written as a signed note is")]
    Form,
}

/// One signature under a note. That it stands there says nothing of whether it is true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    pub name: String,
    pub key_id: [u8; 4],
    /// As the kind of the key writes it.
    pub bytes: Vec<u8>,
}

impl NoteSignature {
    /// Reads one line, without its line break. Nothing is verified.
    pub fn parse(line: &str) -> Result<NoteSignature, NoteFault> {
        let rest = line.strip_prefix(SIGNATURE_BEGINS).ok_or(NoteFault::Form)?;
        let (name, coded) = rest.split_once(' ').ok_or(NoteFault::Form)?;
        let coded = BASE64_STANDARD.decode(coded).map_err(|_| NoteFault::Form)?;
        let (key_id, bytes) = coded.split_first_chunk::<4>().ok_or(NoteFault::Form)?;
        if !is_name(name) || bytes.is_empty() {
            return Err(NoteFault::Form);
        }
        Ok(NoteSignature { name: name.to_owned(), key_id: *key_id, bytes: bytes.to_vec() })
    }
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut coded = self.key_id.to_vec();
        coded.extend_from_slice(&self.bytes);
        write!(f, "{SIGNATURE_BEGINS}{} {}", self.name, BASE64_STANDARD.encode(coded))
    }
}

/// A text and what stands under it.
///
/// **Invariant:** `Display` writes exactly what [`Note::parse`] reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

impl Note {
    /// A text that nobody has signed yet.
    pub(crate) fn unsigned(text: String) -> Note {
        Note { text, signatures: vec![] }
    }

    /// Reads a signed note. Nothing is verified.
    pub fn parse(note: &str) -> Result<Note, NoteFault> {
        if note.len() > NOTE_BYTES_MAX {
            return Err(NoteFault::TooLong);
        }
        if note.chars().any(|letter| letter < ' ' && letter != '\n') {
            return Err(NoteFault::Form);
        }
        // The last empty line parts the text, which keeps its own last line break, from the signatures.
        let blank = note.rfind("\n\n").ok_or(NoteFault::Form)?;
        let (text, below) = (&note[..=blank], &note[blank + 2..]);
        let below = below.strip_suffix('\n').ok_or(NoteFault::Form)?;
        let signatures = below.split('\n').take(SIGNATURES_MAX + 1).map(NoteSignature::parse);
        let signatures = signatures.collect::<Result<Vec<_>, _>>()?;
        if signatures.len() > SIGNATURES_MAX {
            return Err(NoteFault::TooManySignatures);
        }
        Ok(Note { text: text.to_owned(), signatures })
    }

    /// What is signed, with its last line break.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Leaves only the signatures that say they are by one of these keys.
    pub fn keep_only(&mut self, keys: &[PublicKey]) {
        let is_by =
            |one: &NoteSignature| keys.iter().any(|key| (key.name(), key.id()) == (&one.name, one.key_id));
        self.signatures.retain(is_by);
    }

    /// Puts a signature under the others; one by the same key gives way.
    pub fn put(&mut self, signature: NoteSignature) {
        self.signatures.retain(|old| (&old.name, old.key_id) != (&signature.name, signature.key_id));
        self.signatures.push(signature);
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        for signature in &self.signatures {
            writeln!(f, "{signature}")?;
        }
        Ok(())
    }
}
