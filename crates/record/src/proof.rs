//! How does one show that a leaf is in a tree, or that a tree has only grown, without showing the tree?

#[cfg(test)]
mod tests;

use crate::tree::{Edge, Hash, node_hash};
use std::ops::Range;

/// Makes a proof while the leaves go by, in order, from the first: a tree of any size, in little memory.
#[derive(Debug, Clone)]
pub struct Prover {
    /// The subtrees whose roots are the proof, in the order of the proof.
    wanted: Vec<Range<u64>>,
    found: Vec<Option<Hash>>,
    /// The places in `wanted`, from left to right; `next` of them are done.
    order: Vec<usize>,
    next: usize,
    edge: Edge,
    seen: u64,
    size: u64,
}

impl Prover {
    /// A proof that the leaf `index` is in the tree of `size` leaves. `None` if there is no such leaf.
    pub fn inclusion(index: u64, size: u64) -> Option<Prover> {
        (index < size).then(|| {
            let mut wanted = vec![];
            path(index, 0..size, &mut wanted);
            Prover::of(wanted, size)
        })
    }

    /// A proof that the tree of `size` leaves begins with that of `earlier`. `None` if it cannot: the earlier tree
    /// is larger.
    pub fn consistency(earlier: u64, size: u64) -> Option<Prover> {
        (earlier <= size).then(|| {
            let mut wanted = vec![];
            // The tree without leaves begins every other, and each begins itself: there is nothing to show.
            if earlier > 0 && earlier < size {
                grown(earlier, 0..size, true, &mut wanted);
            }
            Prover::of(wanted, size)
        })
    }

    /// The same proof as [`Prover::consistency`] for whoever still has the edge of the earlier tree: only the leaves
    /// after it are pushed.
    pub fn continued(earlier: &Edge, size: u64) -> Option<Prover> {
        let mut prover = Prover::consistency(earlier.size(), size)?;
        // Whatever of the earlier tree is in the proof is one of its perfect subtrees.
        while let Some(place) = prover.order.get(prover.next).copied()
            && prover.wanted[place].end <= earlier.size()
        {
            prover.found[place] = Some(earlier.subtree(&prover.wanted[place])?);
            prover.next += 1;
        }
        prover.seen = earlier.size();
        Some(prover)
    }

    fn of(wanted: Vec<Range<u64>>, size: u64) -> Prover {
        let mut order: Vec<usize> = (0..wanted.len()).collect();
        order.sort_by_key(|place| wanted[*place].start);
        let found = vec![None; wanted.len()];
        Prover { wanted, found, order, next: 0, edge: Edge::default(), seen: 0, size }
    }

    /// Takes the hash of the next leaf. Leaves beyond the size of the tree are not looked at.
    pub fn push(&mut self, leaf: Hash) {
        if let Some(place) = self.order.get(self.next).copied() {
            let Range { start, end } = self.wanted[place];
            if self.seen >= start {
                self.edge.append(leaf);
            }
            if self.seen + 1 == end {
                self.found[place] = Some(std::mem::take(&mut self.edge).root());
                self.next += 1;
            }
        }
        self.seen += 1;
    }

    /// The proof. `None` if fewer leaves have gone by than the tree has.
    pub fn finish(self) -> Option<Vec<Hash>> {
        if self.seen < self.size {
            return None;
        }
        self.found.into_iter().collect()
    }
}

/// Where a tree of these leaves is parted: left of it lies the largest perfect tree that is not the whole.
fn split(leaves: &Range<u64>) -> u64 {
    let size = leaves.end - leaves.start;
    leaves.start + (1 << (63 - (size - 1).leading_zeros()))
}

/// RFC 9162, 2.1.3.1: the neighbours on the way from a leaf to the root.
fn path(index: u64, leaves: Range<u64>, wanted: &mut Vec<Range<u64>>) {
    if leaves.end - leaves.start <= 1 {
        return;
    }
    let middle = split(&leaves);
    let (left, right) = (leaves.start..middle, middle..leaves.end);
    if index < middle {
        path(index, left, wanted);
        wanted.push(right);
    } else {
        path(index, right, wanted);
        wanted.push(left);
    }
}

/// RFC 9162, 2.1.4.1: the subtrees from which both roots can be made. `known` while the earlier tree is the left
/// edge of what is looked at, so that whoever verifies has its root already.
fn grown(earlier: u64, leaves: Range<u64>, known: bool, wanted: &mut Vec<Range<u64>>) {
    if earlier == leaves.end {
        if !known {
            wanted.push(leaves);
        }
        return;
    }
    let middle = split(&leaves);
    let (left, right) = (leaves.start..middle, middle..leaves.end);
    if earlier <= middle {
        grown(earlier, left, known, wanted);
        wanted.push(right);
    } else {
        grown(earlier, right, false, wanted);
        wanted.push(left);
    }
}

/// Whether `proof` shows that the leaf with this hash has this index in the tree of `size` leaves with this root
/// (RFC 9162, 2.1.3.2).
pub fn is_included(leaf: &Hash, index: u64, size: u64, root: &Hash, proof: &[Hash]) -> bool {
    if index >= size {
        return false;
    }
    let (mut place, mut last, mut node) = (index, size - 1, *leaf);
    for neighbour in proof {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            node = node_hash(neighbour, &node);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            node = node_hash(&node, neighbour);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && node == *root
}

/// Whether `proof` shows that the tree of `size` leaves with the root `root` begins with the tree of `earlier`
/// leaves with the root `earlier_root` (RFC 9162, 2.1.4.2).
pub fn is_consistent(earlier: u64, earlier_root: &Hash, size: u64, root: &Hash, proof: &[Hash]) -> bool {
    if earlier == 0 {
        return proof.is_empty() && *earlier_root == crate::tree::EMPTY_ROOT;
    }
    if earlier >= size {
        return earlier == size && proof.is_empty() && earlier_root == root;
    }
    // Where the earlier tree is perfect, its root begins the path and is not part of the proof.
    let mut path = earlier.is_power_of_two().then_some(earlier_root).into_iter().chain(proof);
    let Some(first) = path.next() else { return false };
    let (mut place, mut last) = (earlier - 1, size - 1);
    while place & 1 == 1 {
        place >>= 1;
        last >>= 1;
    }
    let (mut old, mut new) = (*first, *first);
    for neighbour in path {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            old = node_hash(neighbour, &old);
            new = node_hash(neighbour, &new);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            new = node_hash(&new, neighbour);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && old == *earlier_root && new == *root
}
