//! Does every true proof hold, and no other?

use super::*;
use crate::tree::{
    EMPTY_ROOT,
    tests::{LEAVES, ROOTS, hash, leaves, naive_root},
};
use proptest::prelude::*;

fn made(mut prover: Prover, leaves: &[Hash]) -> Vec<Hash> {
    leaves.iter().for_each(|leaf| prover.push(*leaf));
    prover.finish().unwrap()
}

fn known() -> Vec<Hash> {
    LEAVES.iter().map(|leaf| crate::tree::leaf_hash(leaf)).collect()
}

#[test]
fn the_known_proofs_are_made() {
    let consistency = |earlier, size| made(Prover::consistency(earlier, size).unwrap(), &known());
    let six_to_eight = [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ];
    assert_eq!(consistency(6, 8), six_to_eight.map(hash));
    let two_to_five = [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ];
    assert_eq!(consistency(2, 5), two_to_five.map(hash));
    let third_of_three = made(Prover::inclusion(2, 3).unwrap(), &known());
    assert_eq!(third_of_three, [hash(ROOTS[1])]);
    assert!(is_included(&known()[2], 2, 3, &hash(ROOTS[2]), &third_of_three));
}

#[test]
fn what_cannot_be_proved_is_not_begun() {
    assert!(Prover::inclusion(3, 3).is_none());
    assert!(Prover::consistency(4, 3).is_none());
    let mut short = Prover::inclusion(1, 3).unwrap();
    leaves(2).into_iter().for_each(|leaf| short.push(leaf));
    assert!(short.finish().is_none());
}

/// Every leaf of every small tree, and every earlier tree of every small one; leaves beyond are not looked at.
#[test]
fn every_small_proof_holds_and_is_found_out_when_anything_is_another() {
    let leaves = leaves(40);
    let mut counted = 0;
    for size in 1..=33 {
        let root = naive_root(&leaves[..size]);
        for index in 0..size {
            let proof = made(Prover::inclusion(index as u64, size as u64).unwrap(), &leaves);
            let holds = |leaf: &Hash, index: usize, size: usize, root: &Hash, proof: &[Hash]| {
                is_included(leaf, index as u64, size as u64, root, proof)
            };
            assert!(holds(&leaves[index], index, size, &root, &proof));
            assert!(!holds(&leaves[index + 1], index, size, &root, &proof));
            assert!(!holds(&leaves[index], index, size, &leaves[0], &proof) || size == 1);
            assert!(
                (0..size).all(|other| other == index || !holds(&leaves[index], other, size, &root, &proof))
            );
            for spoilt in spoilt(&proof) {
                assert!(!holds(&leaves[index], index, size, &root, &spoilt), "{index} of {size}");
                counted += 1;
            }
        }
        for earlier in 0..=size {
            let proof = made(Prover::consistency(earlier as u64, size as u64).unwrap(), &leaves);
            let mut edge = Edge::default();
            leaves[..earlier].iter().for_each(|leaf| edge.append(*leaf));
            let continued = Prover::continued(&edge, size as u64).unwrap();
            assert_eq!(made(continued, &leaves[earlier..]), proof, "{earlier} of {size}");
            let before = naive_root(&leaves[..earlier]);
            let holds = |earlier: usize, before: &Hash, root: &Hash, proof: &[Hash]| {
                is_consistent(earlier as u64, before, size as u64, root, proof)
            };
            assert!(holds(earlier, &before, &root, &proof), "{earlier} of {size}");
            assert!(!holds(earlier, &leaves[39], &root, &proof));
            assert!(earlier == 0 || !holds(earlier, &before, &leaves[39], &proof));
            for spoilt in spoilt(&proof) {
                assert!(!holds(earlier, &before, &root, &spoilt), "{earlier} of {size}");
                counted += 1;
            }
        }
    }
    assert!(counted > 9_000, "{counted}");
    assert!(!is_consistent(0, &leaves[0], 3, &naive_root(&leaves[..3]), &[]));
    assert!(!is_consistent(4, &EMPTY_ROOT, 3, &EMPTY_ROOT, &[]));
}

/// A small tree passed off as a deeper one: the way to its root ends too early.
#[test]
fn the_size_is_part_of_what_is_proved() {
    let leaves = leaves(6);
    let (four, six) = (naive_root(&leaves[..4]), naive_root(&leaves));
    let proof = made(Prover::consistency(4, 6).unwrap(), &leaves);
    assert!(is_consistent(4, &four, 6, &six, &proof));
    assert!(!is_consistent(4, &four, 9, &six, &proof));
    let proof = made(Prover::inclusion(1, 6).unwrap(), &leaves);
    assert!(is_included(&leaves[1], 1, 6, &six, &proof));
    assert!(!is_included(&leaves[1], 1, 9, &six, &proof));
}

/// The proof with a hash too few, one too many, one that is another, and two in each other's place.
fn spoilt(proof: &[Hash]) -> Vec<Vec<Hash>> {
    let mut all = vec![];
    for at in 0..proof.len() {
        let mut short = proof.to_vec();
        short.remove(at);
        let mut altered = proof.to_vec();
        altered[at][31] ^= 1;
        all.extend([short, altered]);
        if at + 1 < proof.len() {
            let mut swapped = proof.to_vec();
            swapped.swap(at, at + 1);
            all.push(swapped);
        }
    }
    let mut long = proof.to_vec();
    long.push([9; 32]);
    all.push(long);
    all
}

proptest! {
    /// A tree that was rewritten is not consistent with what was seen before, whatever proof is offered for it.
    #[test]
    fn a_rewritten_tree_is_not_consistent(
        size in 2_u64..400,
        earlier in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
    ) {
        let earlier = earlier.index(size as usize - 1) as u64 + 1;
        let honest = leaves(size);
        let before = naive_root(&honest[..earlier as usize]);
        let mut rewritten = honest;
        rewritten[at.index(earlier as usize)][3] ^= 4;
        let root = naive_root(&rewritten);
        let proof = made(Prover::consistency(earlier, size).unwrap(), &rewritten);
        prop_assert!(!is_consistent(earlier, &before, size, &root, &proof));
    }
}
