//! How is a list of leaves folded into one hash, and what must be remembered to go on?

#[cfg(test)]
pub(crate) mod tests;

use sha2::{Digest, Sha256};
use std::ops::Range;

/// SHA-256.
pub type Hash = [u8; 32];

/// The root of the tree without leaves: the hash of nothing.
pub const EMPTY_ROOT: Hash = [
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27,
    0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
];

/// The hash of a leaf. Its first byte keeps a leaf from being passed off as a node.
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    let mut hash = Sha256::new_with_prefix([0]);
    hash.update(leaf);
    hash.finalize().into()
}

/// The hash of a node with two children.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut hash = Sha256::new_with_prefix([1]);
    hash.update(left);
    hash.update(right);
    hash.finalize().into()
}

/// The right edge of a growing tree: the roots of its perfect subtrees, the largest first. All that is needed to
/// append to a tree and to know its root; at most 64 hashes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edge {
    size: u64,
    roots: Vec<Hash>,
}

impl Edge {
    /// Puts the hash of a leaf at the end.
    pub fn append(&mut self, leaf: Hash) {
        let mut node = leaf;
        // Each one bit at the end of the size is a perfect subtree that the new leaf makes into a larger one.
        for _ in 0..self.size.trailing_ones() {
            match self.roots.pop() {
                Some(left) => node = node_hash(&left, &node),
                None => break,
            }
        }
        self.roots.push(node);
        self.size += 1;
    }

    /// How many leaves there are.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root of one of the perfect subtrees.
    pub(crate) fn subtree(&self, leaves: &Range<u64>) -> Option<Hash> {
        let (mut begin, mut rest) = (0, self.size);
        for root in &self.roots {
            let size = 1 << (63 - rest.leading_zeros());
            if *leaves == (begin..begin + size) {
                return Some(*root);
            }
            (begin, rest) = (begin + size, rest - size);
        }
        None
    }

    /// The root of the whole tree.
    pub fn root(&self) -> Hash {
        let mut roots = self.roots.iter().rev();
        let Some(smallest) = roots.next() else { return EMPTY_ROOT };
        roots.fold(*smallest, |right, left| node_hash(left, &right))
    }
}
