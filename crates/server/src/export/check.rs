//! Is an export what was signed, with nothing at hand but the public keys?

use std::{fs, io, path::Path};

use jiff::Timestamp;
use record::{
    Checkpoint, Cosigned, Edge, Hash, Note, PublicKey, TILE_WIDTH, Tile, Tiler, entries_path, leaf_hash,
};

use super::{CHECKPOINT, ENTRY_BYTES, ExportFault};

/// What an export is compared with that does not lie in it.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Keys of the log; at least one must have signed.
    pub keys: Vec<PublicKey>,
    /// All of them must have cosigned.
    pub witnesses: Vec<PublicKey>,
    /// Checkpoints that were kept elsewhere.
    pub kept: Vec<Checkpoint>,
}

/// What was found: lines for whoever asks, or what is to be complained of.
pub type Found = Result<String, String>;

/// Looks at every file that the checkpoint asks for.
///
/// # Errors
/// If a file that is there cannot be read.
pub fn look(folder: &Path, beside: &Beside) -> Result<Found, ExportFault> {
    let Some(text) = read(folder, CHECKPOINT)? else { return Ok(Err("there is no checkpoint".to_owned())) };
    let opened = String::from_utf8(text).ok().and_then(|text| Note::parse(&text).ok());
    let Some(note) = opened else { return Ok(Err("the checkpoint cannot be read".to_owned())) };
    let Some(said) = beside.keys.iter().find_map(|key| Checkpoint::open(&note, key).ok()) else {
        return Ok(Err("the checkpoint was signed with none of the keys that were given".to_owned()));
    };
    let mut words = format!("log: {}, {} leaves\n", said.origin, said.size);
    for witness in &beside.witnesses {
        let name = witness.name();
        let at = Cosigned::open(&note, witness).ok().and_then(|said| i64::try_from(said.at).ok());
        match at.and_then(|at| Timestamp::from_second(at).ok()) {
            Some(at) => words += &format!("witness {name}: cosigned at {at}\n"),
            None => return Ok(Err(format!("the witness {name} has not cosigned it"))),
        }
    }
    Ok(Tree::default().walk(folder, &said, &beside.kept)?.map(|()| {
        words += &match beside.kept.len() {
            0 => "elsewhere: NOT COMPARED with any checkpoint kept elsewhere\n".to_owned(),
            kept => format!("elsewhere: agrees with {kept} kept there\n"),
        };
        words + "the export is what was signed\n"
    }))
}

#[derive(Default)]
struct Tree {
    edge: Edge,
    tiler: Tiler,
}

impl Tree {
    /// Makes the tree anew from the entries, and compares each tile with the one that lies there.
    fn walk(
        mut self,
        folder: &Path,
        said: &Checkpoint,
        kept: &[Checkpoint],
    ) -> Result<Result<(), String>, ExportFault> {
        if let Some(kept) = kept.iter().find(|kept| kept.size > said.size) {
            return Ok(Err(format!(
                "a checkpoint kept elsewhere is over {} leaves: an older export, or an old copy of the log",
                kept.size
            )));
        }
        while self.edge.size() < said.size {
            let index = self.edge.size() / TILE_WIDTH as u64;
            let missing = usize::try_from(said.size - self.edge.size()).unwrap_or(TILE_WIDTH);
            let path = entries_path(index, missing.min(TILE_WIDTH));
            let Some(bytes) = read(folder, &path)? else { return Ok(Err(format!("{path} is missing"))) };
            let Some(leaves) = entries(&bytes, missing.min(TILE_WIDTH)) else {
                return Ok(Err(format!("{path} does not hold the entries that it should")));
            };
            for leaf in leaves {
                if let Err(complaint) = self.take(folder, leaf_hash(&leaf), kept)? {
                    return Ok(Err(complaint));
                }
            }
        }
        for tile in self.tiler.finish() {
            if let Err(complaint) = compare(folder, &tile)? {
                return Ok(Err(complaint));
            }
        }
        let is_signed = self.edge.root() == said.root;
        Ok(if is_signed { Ok(()) } else { Err("the entries are not those that were signed".to_owned()) })
    }

    fn take(
        &mut self,
        folder: &Path,
        leaf: Hash,
        kept: &[Checkpoint],
    ) -> Result<Result<(), String>, ExportFault> {
        self.edge.append(leaf);
        for tile in self.tiler.push(leaf) {
            if let Err(complaint) = compare(folder, &tile)? {
                return Ok(Err(complaint));
            }
        }
        let size = self.edge.size();
        if kept.iter().any(|kept| kept.size == size && kept.root != self.edge.root()) {
            let complaint =
                format!("a checkpoint kept elsewhere has another root over the first {size} leaves");
            return Ok(Err(complaint));
        }
        Ok(Ok(()))
    }
}

/// The leaves of a file of entries, if it holds just so many.
fn entries(bytes: &[u8], width: usize) -> Option<Vec<Hash>> {
    if bytes.len() != width * ENTRY_BYTES {
        return None;
    }
    let leaf = |entry: &[u8]| entry.strip_prefix(&[0, 32])?.try_into().ok();
    bytes.chunks(ENTRY_BYTES).map(leaf).collect()
}

fn compare(folder: &Path, tile: &Tile) -> Result<Result<(), String>, ExportFault> {
    let path = tile.path();
    Ok(match read(folder, &path)? {
        Some(bytes) if bytes == tile.bytes() => Ok(()),
        Some(_) => Err(format!("{path} does not hold what the entries fold to")),
        None => Err(format!("{path} is missing")),
    })
}

/// `None` if there is no such file.
fn read(folder: &Path, path: &str) -> Result<Option<Vec<u8>>, ExportFault> {
    let path = folder.join(path);
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(ExportFault::Disk { path, source }),
    }
}
