//! Is a remark read as it was written?

use super::*;
use std::collections::BTreeSet;

fn leaves(all: &[u64]) -> Leaves {
    let mut leaves = Leaves::default();
    all.iter().for_each(|leaf| leaves.push(*leaf));
    leaves
}

#[test]
fn a_remark_is_read_as_it_was_written_and_in_no_other_way() {
    let all = [
        Remark::Sealed { at_us: 1_780_000_000_000_000 },
        Remark::ClockSetBack { from_us: 5, to_us: -3 },
        Remark::Disposed(leaves(&[3, 7, 8, 9, 20])),
    ];
    for remark in &all {
        assert_eq!(Remark::read(remark.kind(), &remark.body()).as_ref(), Some(remark));
    }
    assert_eq!(all[2].body(), "3 7-9 20");
    for (kind, body) in [
        ("sealed", "+5"),
        ("sealed", "05"),
        ("sealed", ""),
        ("opened", "5"),
        ("clock_set_back", "5"),
        ("disposed", ""),
        ("disposed", "3-3"),
        ("disposed", "3 4"),
        ("disposed", "9-7"),
        ("disposed", "7 3"),
        ("disposed", "18446744073709551615"),
    ] {
        assert_eq!(Remark::read(kind, body), None, "{kind} {body}");
    }
}

/// Against sets, over every pair of a small world.
#[test]
fn what_is_taken_out_must_have_been_there() {
    let of = |bits: u32| (0..6).filter(|bit| bits >> bit & 1 == 1).collect::<Vec<u64>>();
    for (there, taken) in (0..64).flat_map(|there| (1..64).map(move |taken| (of(there), of(taken)))) {
        let mut left = leaves(&there);
        let lacking = taken.iter().find(|leaf| !there.contains(leaf));
        assert_eq!(left.take(&leaves(&taken)).err().as_ref(), lacking, "{taken:?} of {there:?}");
        if lacking.is_none() {
            let rest: BTreeSet<u64> = there.iter().copied().filter(|leaf| !taken.contains(leaf)).collect();
            assert_eq!(left.count(), rest.len() as u64);
            assert_eq!(left.first(), rest.first().copied());
        }
    }
}
