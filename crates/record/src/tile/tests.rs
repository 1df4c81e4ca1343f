//! AD-4: is the tree laid out as the specification has it?

use super::*;
use crate::tree::tests::{leaves, naive_root};
use std::collections::BTreeMap;

fn tiles(size: u64) -> BTreeMap<String, Vec<u8>> {
    let mut tiler = Tiler::default();
    let whole: Vec<Tile> = leaves(size).into_iter().flat_map(|leaf| tiler.push(leaf)).collect();
    whole.into_iter().chain(tiler.finish()).map(|tile| (tile.path(), tile.bytes())).collect()
}

/// The example of the specification: 273 whole tiles and two that are not, at three levels.
#[test]
fn seventy_thousand_leaves_lie_as_the_specification_says() {
    let tiles = tiles(70_000);
    assert_eq!(tiles.len(), 273 + 1 + 1 + 1 + 1);
    let lengths = |path: &str| tiles.get(path).map(Vec::len);
    assert_eq!(lengths("tile/0/272"), Some(8192));
    assert_eq!(lengths("tile/0/273.p/112"), Some(112 * 32));
    assert_eq!(lengths("tile/1/000"), Some(8192));
    assert_eq!(lengths("tile/1/001.p/17"), Some(17 * 32));
    assert_eq!(lengths("tile/2/000.p/1"), Some(32));
    let leaves = leaves(70_000);
    assert_eq!(tiles["tile/0/003"], leaves[768..1024].concat());
    assert_eq!(tiles["tile/1/001.p/17"][..32], naive_root(&leaves[65_536..65_792]));
    assert_eq!(tiles["tile/2/000.p/1"], naive_root(&leaves[..65_536]));
}

#[test]
fn a_whole_tile_stands_alone_and_its_root_above_it() {
    assert_eq!(tiles(256).into_keys().collect::<Vec<_>>(), ["tile/0/000", "tile/1/000.p/1"]);
    assert_eq!(tiles(1).into_keys().collect::<Vec<_>>(), ["tile/0/000.p/1"]);
    assert!(tiles(0).is_empty());
}

#[test]
fn large_numbers_are_written_in_parts_of_three() {
    assert_eq!(entries_path(1_234_067, 256), "tile/entries/x001/x234/067");
    assert_eq!(entries_path(1_000, 9), "tile/entries/x001/000.p/9");
    assert_eq!(entries_path(999, 255), "tile/entries/999.p/255");
}
