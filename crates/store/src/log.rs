//! How does a row of access come into the log that nobody can rewrite?
//!
//! The transaction that writes the row also writes its leaf, where it waits. A sealer moves what waits into the
//! tree, in order, and signs the tree. Between the two lies a second or so; what is changed within it by somebody
//! with every right on the database is not seen. After it, everything is.

pub(crate) mod before;
pub(crate) mod remark;
pub(crate) mod sealer;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod witnessed;

pub use sealer::{SealFault, Sealer};
pub use witnessed::Refusal;

use crate::{
    Error, Store,
    access::AccessId,
    engine::{Fault, Result, Tx, V, statements},
};
use record::Hash;

statements! {
    WAIT = "INSERT INTO log_pending (access_id, leaf) VALUES ($1, $2)";
    NEWEST = "SELECT note FROM log_checkpoint ORDER BY size DESC LIMIT 1";
    LEAVES = "SELECT leaf_index, leaf FROM log_leaf WHERE leaf_index >= $1 ORDER BY leaf_index LIMIT 5000";
}

impl Store {
    /// The newest checkpoint of the log, as a signed note. `None` before the first.
    pub async fn checkpoint(&self) -> std::result::Result<Option<String>, Error> {
        Ok(self.db.regardless().read(newest).await?)
    }

    /// The leaves from `first` on, some thousands at a time; none when there are no more.
    pub async fn leaves(&self, first: u64) -> std::result::Result<Vec<Hash>, Error> {
        Ok(self.db.regardless().read(move |tx| leaves(tx, first)).await?)
    }
}

/// Lets the leaf of a row wait for the next seal.
pub(crate) fn wait(tx: &mut Tx, access: AccessId, leaf: Hash) -> Result<()> {
    tx.note(&WAIT, &[V::Id(access.0), V::Blob(&leaf)])?;
    Ok(())
}

/// The newest checkpoint, as it was signed.
pub(crate) fn newest(tx: &mut Tx) -> Result<Option<String>> {
    tx.one(&NEWEST, &[], |row| row.text(0))
}

/// The leaves from `first` on, without a gap.
fn leaves(tx: &mut Tx, first: u64) -> Result<Vec<Hash>> {
    let mut expected = first;
    tx.rows(&LEAVES, &[V::Int(index(first)?)], |row| {
        if size(row.int(0)?)? != expected {
            return Err(Fault::Unreadable("a leaf of the log is missing"));
        }
        expected += 1;
        row.hash(1)
    })
}

pub(crate) fn size(stored: i64) -> Result<u64> {
    u64::try_from(stored).map_err(|_| Fault::Unreadable("the log has a negative place"))
}

pub(crate) fn index(index: u64) -> Result<i64> {
    i64::try_from(index).map_err(|_| Fault::Unreadable("the log is out of range"))
}
