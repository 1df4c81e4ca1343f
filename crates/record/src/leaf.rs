//! What is a leaf of the record, byte by byte?
//!
//! A leaf is 32 bytes: a hash that binds a row without showing it. Whoever has the row and its salt can work the
//! leaf out again; whoever has only the leaf learns nothing, so the row can go and the tree stays (AD-2).
//!
//! Every field is preceded by its length (eight bytes, big end first), numbers are eight bytes, ids sixteen, and a
//! field that may be lacking begins with a byte that says whether it is there: nothing can move from one field to
//! the next.

#[cfg(test)]
mod tests;

use crate::tree::Hash;
use sha2::{Digest, Sha256};

/// Random, and stored with the row: it keeps the row from being guessed by trying.
pub type Salt = [u8; 16];
/// The bytes of an id.
pub type Id = [u8; 16];

/// One ruling: who asked for what, and how it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruling<'a> {
    pub access_id: Id,
    /// Microseconds since 1970: a note. The order is that of the leaves.
    pub recorded_us: i64,
    pub person: Id,
    pub seat: &'a str,
    pub unit: Option<i64>,
    pub process: Option<Id>,
    pub action: &'a str,
    pub outcome: &'a str,
    pub ground: Option<&'a str>,
    pub detail: Option<&'a str>,
    /// What the act stored, as [`stored`] hashes it. Nothing where nothing was stored.
    pub stored: Option<Hash>,
}

impl Ruling<'_> {
    /// The leaf of this row with this salt.
    pub fn leaf(&self, salt: &Salt) -> Hash {
        let mut fields = Fields::begin("farled ruling 1");
        fields.bytes(salt);
        fields.bytes(&self.access_id);
        fields.number(self.recorded_us);
        fields.bytes(&self.person);
        fields.bytes(self.seat.as_bytes());
        fields.maybe(self.unit.map(i64::to_be_bytes).as_ref().map(|unit| unit.as_slice()));
        fields.maybe(self.process.as_ref().map(|process| process.as_slice()));
        fields.bytes(self.action.as_bytes());
        fields.bytes(self.outcome.as_bytes());
        fields.maybe(self.ground.map(str::as_bytes));
        fields.maybe(self.detail.map(str::as_bytes));
        fields.maybe(self.stored.as_ref().map(|stored| stored.as_slice()));
        fields.end()
    }
}

/// What an act stored: the chain hashes of its events in their order, and its texts, by id, each with its hash.
pub fn stored(events: &[Hash], texts: &[(Id, Hash)]) -> Hash {
    let mut fields = Fields::begin("farled stored 1");
    fields.number(events.len() as i64);
    events.iter().for_each(|event| fields.bytes(event));
    fields.number(texts.len() as i64);
    for (text, hash) in texts {
        fields.bytes(text);
        fields.bytes(hash);
    }
    fields.end()
}

/// The leaf of something that the log says about itself: a kind, and words that hold no personal data.
pub fn remark_leaf(kind: &str, body: &str) -> Hash {
    let mut fields = Fields::begin("farled remark 1");
    fields.bytes(kind.as_bytes());
    fields.bytes(body.as_bytes());
    fields.end()
}

struct Fields(Sha256);

impl Fields {
    /// What is hashed for one purpose is never what is hashed for another.
    fn begin(purpose: &str) -> Fields {
        let mut fields = Fields(Sha256::new());
        fields.bytes(purpose.as_bytes());
        fields
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    fn number(&mut self, number: i64) {
        self.bytes(&number.to_be_bytes());
    }

    fn maybe(&mut self, field: Option<&[u8]>) {
        self.0.update([u8::from(field.is_some())]);
        if let Some(bytes) = field {
            self.bytes(bytes);
        }
    }

    fn end(self) -> Hash {
        self.0.finalize().into()
    }
}
