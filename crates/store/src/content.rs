//! Where lies the prose that events point to?

use crate::{
    chain::Act,
    engine::{Result, Tx, V, statements},
};
use domain::{
    choice::{FormText, TextHash},
    ids::{PersonId, ProcessId, TextId},
};
use record::Hash;
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, HashSet},
    fmt,
};

statements! {
    PUT = "INSERT INTO content (process_id, text_id, body, hash, author, recorded_us, access_id) \
           VALUES ($1, $2, $3, $4, $5, $6, $7)";
    ALL_OF = "SELECT text_id, body FROM content WHERE process_id = $1";
    LINES_OF = "SELECT text_id, body FROM content \
                WHERE process_id = $1 AND CAST(octet_length(body) AS BIGINT) <= $2";
    WRITTEN_BY = "SELECT text_id FROM content WHERE process_id = $1 AND author = $2";
    ONE = "SELECT body FROM content WHERE process_id = $1 AND text_id = $2";
}

/// What a line of a form holds: 200 characters, of at most four bytes.
const LINE_BYTES_MAX: i64 = 800;

/// A text that a command brings along. The command carries the id, the store the words.
#[derive(Clone, PartialEq, Eq)]
pub struct NewText {
    pub id: TextId,
    pub body: String,
}

impl NewText {
    /// The text together with its hash: how a frozen form stands in an event.
    pub fn frozen(&self) -> FormText {
        FormText { text: self.id, hash: TextHash(Sha256::digest(self.body.as_bytes()).into()) }
    }
}

impl fmt::Debug for NewText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewText").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Stores a text and answers its hash. It is never changed afterwards: a second text with the same id is refused.
pub(crate) fn put(tx: &mut Tx, act: Act, text: &NewText) -> Result<Hash> {
    let hash = Sha256::digest(text.body.as_bytes());
    tx.exec(
        &PUT,
        &[
            V::Id(act.process.0),
            V::Id(text.id.0),
            V::Text(&text.body),
            V::Blob(&hash),
            V::Id(act.author.0),
            V::instant(act.now.instant),
            V::Id(act.access),
        ],
    )?;
    Ok(hash.into())
}

/// Every text of one process.
pub(crate) fn all_of(tx: &mut Tx, process: ProcessId) -> Result<HashMap<TextId, String>> {
    let texts = tx.rows(&ALL_OF, &[V::Id(process.0)], |row| Ok((TextId(row.id(0)?), row.text(1)?)))?;
    Ok(texts.into_iter().collect())
}

/// The texts of one process that are no longer than a line: names, places, functions.
pub(crate) fn lines_of(tx: &mut Tx, process: ProcessId) -> Result<HashMap<TextId, String>> {
    let values = [V::Id(process.0), V::Int(LINE_BYTES_MAX)];
    let texts = tx.rows(&LINES_OF, &values, |row| Ok((TextId(row.id(0)?), row.text(1)?)))?;
    Ok(texts.into_iter().collect())
}

/// The texts of one process that somebody has written.
pub(crate) fn written_by(tx: &mut Tx, process: ProcessId, author: PersonId) -> Result<HashSet<TextId>> {
    let values = [V::Id(process.0), V::Id(author.0)];
    Ok(tx.rows(&WRITTEN_BY, &values, |row| Ok(TextId(row.id(0)?)))?.into_iter().collect())
}

pub(crate) fn one(tx: &mut Tx, process: ProcessId, text: TextId) -> Result<Option<String>> {
    tx.one(&ONE, &[V::Id(process.0), V::Id(text.0)], |row| row.text(0))
}
