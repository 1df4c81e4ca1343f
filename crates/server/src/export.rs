//! How is the log handed to those who verify it without our program? (C2SP `tlog-tiles`)
//!
//! What goes out is what a witness may see and one thing more, the commitments: 32 bytes for each ruling, made with a
//! salt that stays here. Nobody can tell from them whom a ruling was about, or whether two were about the same.

pub mod check;
#[cfg(test)]
mod tests;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use record::{Checkpoint, Edge, TILE_WIDTH, Tiler, entries_path, leaf_hash};
use store::Store;

/// Where the newest checkpoint lies in an export.
const CHECKPOINT: &str = "checkpoint";
/// A leaf as an entry: two bytes that say how long it is, and the leaf.
const ENTRY_BYTES: usize = 34;

/// Why there is no export.
#[derive(Debug, thiserror::Error)]
pub enum ExportFault {
    #[error("{path}: {source}")]
    Disk { path: PathBuf, source: io::Error },
    #[error("{0} is not empty: an export is made in a folder of its own")]
    NotEmpty(PathBuf),
    #[error("the record: {0}")]
    Store(#[from] store::Error),
    #[error("nothing has been sealed yet")]
    Nothing,
    #[error("the log in the database is not the one that was signed; run `farled verify`")]
    Rewritten,
}

/// Writes the log as it was signed last into an empty folder, the checkpoint last. Answers how many leaves there are.
///
/// # Errors
/// [`ExportFault`]
pub async fn write(store: &Store, folder: &Path) -> Result<u64, ExportFault> {
    let note = store.witnessed_checkpoint().await?.ok_or(ExportFault::Nothing)?;
    let checkpoint = Checkpoint::parse(note.text()).map_err(|_| ExportFault::Rewritten)?;
    must_be_empty(folder)?;
    let (mut edge, mut tiler, mut entries) = (Edge::default(), Tiler::default(), vec![]);
    while edge.size() < checkpoint.size {
        let leaves = store.leaves(edge.size()).await?;
        if leaves.is_empty() {
            return Err(ExportFault::Rewritten);
        }
        let missing = usize::try_from(checkpoint.size - edge.size()).unwrap_or(usize::MAX);
        for leaf in leaves.iter().take(missing) {
            entries.extend_from_slice(&entry(leaf));
            let hash = leaf_hash(leaf);
            edge.append(hash);
            for tile in tiler.push(hash) {
                put(folder, &tile.path(), &tile.bytes())?;
            }
            if entries.len() == TILE_WIDTH * ENTRY_BYTES {
                put_entries(folder, &edge, &mut entries)?;
            }
        }
    }
    put_entries(folder, &edge, &mut entries)?;
    for tile in tiler.finish() {
        put(folder, &tile.path(), &tile.bytes())?;
    }
    if edge.root() != checkpoint.root {
        return Err(ExportFault::Rewritten);
    }
    put(folder, CHECKPOINT, note.to_string().as_bytes())?;
    Ok(edge.size())
}

fn entry(leaf: &record::Hash) -> Vec<u8> {
    [&(leaf.len() as u16).to_be_bytes()[..], leaf].concat()
}

/// The entries before the edge, if there are any that have not been written.
fn put_entries(folder: &Path, edge: &Edge, entries: &mut Vec<u8>) -> Result<(), ExportFault> {
    let width = entries.len() / ENTRY_BYTES;
    if width == 0 {
        return Ok(());
    }
    let index = (edge.size() - 1) / TILE_WIDTH as u64;
    put(folder, &entries_path(index, width), &std::mem::take(entries))
}

fn must_be_empty(folder: &Path) -> Result<(), ExportFault> {
    let disk = |source| ExportFault::Disk { path: folder.to_owned(), source };
    fs::create_dir_all(folder).map_err(disk)?;
    match fs::read_dir(folder).map_err(disk)?.next() {
        None => Ok(()),
        Some(_) => Err(ExportFault::NotEmpty(folder.to_owned())),
    }
}

fn put(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), ExportFault> {
    let path = folder.join(path);
    let written = match path.parent() {
        Some(parent) => fs::create_dir_all(parent).and_then(|()| fs::write(&path, bytes)),
        None => fs::write(&path, bytes),
    };
    written.map_err(|source| ExportFault::Disk { path, source })
}
