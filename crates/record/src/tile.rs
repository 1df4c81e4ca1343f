//! In which files does one lay a tree out for others? (C2SP `tlog-tiles`)

#[cfg(test)]
mod tests;

use crate::tree::{Edge, Hash};

/// How many hashes, or entries, a whole file holds.
pub const TILE_WIDTH: usize = 256;

/// Hashes that lie side by side in the tree: leaves at level 0, the roots of whole tiles at each level above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    level: u32,
    index: u64,
    hashes: Vec<Hash>,
}

impl Tile {
    /// Where it lies, below the folder of the log.
    pub fn path(&self) -> String {
        format!("tile/{}/{}", self.level, numbered(self.index, self.hashes.len()))
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.hashes.concat()
    }
}

/// Where the entries of a tile at level 0 lie, of which there are so many.
pub fn entries_path(index: u64, width: usize) -> String {
    format!("tile/entries/{}", numbered(index, width))
}

/// `x001/x234/067`, and `.p/9` after it where there are not yet more than nine.
fn numbered(index: u64, width: usize) -> String {
    let (mut rest, mut path) = (index / 1000, format!("{:03}", index % 1000));
    while rest > 0 {
        path = format!("x{:03}/{path}", rest % 1000);
        rest /= 1000;
    }
    if width < TILE_WIDTH { format!("{path}.p/{width}") } else { path }
}

/// Makes the tiles of a tree while the leaves go by.
#[derive(Debug, Default)]
pub struct Tiler {
    /// By level: the tile that is not yet whole.
    open: Vec<Tile>,
}

impl Tiler {
    /// Takes the hash of the next leaf. Answers the tiles that have become whole.
    pub fn push(&mut self, leaf: Hash) -> Vec<Tile> {
        let mut whole = vec![];
        let mut next = Some(leaf);
        for level in 0.. {
            let Some(hash) = next.take() else { break };
            if self.open.len() <= level {
                self.open.push(Tile { level: level as u32, index: 0, hashes: vec![] });
            }
            let tile = &mut self.open[level];
            tile.hashes.push(hash);
            if tile.hashes.len() == TILE_WIDTH {
                let mut edge = Edge::default();
                tile.hashes.iter().for_each(|hash| edge.append(*hash));
                next = Some(edge.root());
                let fresh = Tile { level: tile.level, index: tile.index + 1, hashes: vec![] };
                whole.push(std::mem::replace(tile, fresh));
            }
        }
        whole
    }

    /// The tiles that have not become whole.
    pub fn finish(self) -> impl Iterator<Item = Tile> {
        self.open.into_iter().filter(|tile| !tile.hashes.is_empty())
    }
}
