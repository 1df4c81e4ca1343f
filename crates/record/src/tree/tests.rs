//! Are the roots those that others work out?

use super::*;
use proptest::prelude::*;

/// The leaves with which certificate transparency is tested everywhere.
pub(crate) const LEAVES: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];

/// The roots of the first leaf, the first two, and so on.
pub(crate) const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

pub(crate) fn hash(hex: &str) -> Hash {
    let bytes: Vec<u8> =
        (0..64).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect();
    bytes.try_into().unwrap()
}

pub(crate) fn leaves(size: u64) -> Vec<Hash> {
    (0..size).map(|number| leaf_hash(&number.to_be_bytes())).collect()
}

/// RFC 9162, 2.1.1, word for word.
pub(crate) fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => EMPTY_ROOT,
        [one] => *one,
        more => {
            let mut split = 1;
            while split * 2 < more.len() {
                split *= 2;
            }
            node_hash(&naive_root(&more[..split]), &naive_root(&more[split..]))
        }
    }
}

fn folded(leaves: &[Hash]) -> Hash {
    let mut edge = Edge::default();
    leaves.iter().for_each(|leaf| edge.append(*leaf));
    edge.root()
}

#[test]
fn the_known_leaves_have_the_known_roots() {
    let mut edge = Edge::default();
    assert_eq!(edge.root(), EMPTY_ROOT);
    assert_eq!(EMPTY_ROOT, <Hash>::from(Sha256::digest(b"")));
    for (leaf, root) in LEAVES.iter().zip(ROOTS) {
        edge.append(leaf_hash(leaf));
        assert_eq!(edge.root(), hash(root), "{} leaves", edge.size());
    }
}

#[test]
fn every_small_tree_is_that_of_the_definition() {
    let leaves = leaves(300);
    let mut edge = Edge::default();
    for (size, leaf) in leaves.iter().enumerate() {
        assert_eq!((edge.size(), edge.root()), (size as u64, naive_root(&leaves[..size])));
        edge.append(*leaf);
    }
}

proptest! {
    /// Whatever leaf is another, is lacking, or has changed places with its neighbour: the root is another.
    #[test]
    fn another_leaf_makes_another_root(size in 2_usize..200, at in any::<prop::sample::Index>()) {
        let leaves = leaves(size as u64);
        let at = at.index(size - 1);
        let root = folded(&leaves);
        let (mut altered, mut lacking, mut swapped) = (leaves.clone(), leaves.clone(), leaves);
        altered[at][0] ^= 1;
        lacking.remove(at);
        swapped.swap(at, at + 1);
        for other in [altered, lacking, swapped] {
            prop_assert_ne!(folded(&other), root);
        }
    }
}
