//! Does every field of a row make another leaf, and can nothing move between fields?

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

const SALT: Salt = [5; 16];

fn ruling() -> Ruling<'static> {
    Ruling {
        access_id: [1; 16],
        recorded_us: 1_780_000_000_000_000,
        person: [2; 16],
        seat: "staff",
        unit: Some(7),
        process: Some([3; 16]),
        action: "read_process",
        outcome: "granted",
        ground: Some("lots"),
        detail: None,
        stored: None,
    }
}

/// Worked out by the letter of this file with another program's SHA-256: what is stored must stay readable.
#[test]
fn a_leaf_is_made_as_it_is_written_down() {
    let hex = |hash: Hash| hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert_eq!(hex(ruling().leaf(&SALT)), "bd157faf25956a730f4160d18306716be2d7c6a91a723f2771a399179a1c9b02");
    assert_eq!(
        hex(stored(&[[8; 32]], &[([9; 16], [10; 32])])),
        "d6165687191fa7c6dc3cc5eca1cedf3df19a69b9baa242eb5e657648d315311a"
    );
    assert_eq!(
        hex(remark_leaf("sealed", "1")),
        "f10536282ac7b7e1891e1e2d8bc410aacf7014ab9dab504a8deae1be8e36c446"
    );
}

#[test]
fn every_field_makes_another_leaf() {
    let all = [
        ruling(),
        Ruling { access_id: [4; 16], ..ruling() },
        Ruling { recorded_us: 0, ..ruling() },
        Ruling { person: [4; 16], ..ruling() },
        Ruling { seat: "family", ..ruling() },
        Ruling { unit: None, ..ruling() },
        Ruling { unit: Some(8), ..ruling() },
        Ruling { process: None, ..ruling() },
        Ruling { process: Some([4; 16]), ..ruling() },
        Ruling { action: "read", ..ruling() },
        Ruling { outcome: "hidden", ..ruling() },
        Ruling { ground: None, ..ruling() },
        Ruling { ground: Some(""), ..ruling() },
        Ruling { ground: None, detail: Some("lots"), ..ruling() },
        Ruling { detail: Some(""), ..ruling() },
        Ruling { stored: Some([0; 32]), ..ruling() },
        Ruling { seat: "staffread_", action: "process", ..ruling() },
    ];
    let mut leaves: BTreeSet<Hash> = all.iter().map(|ruling| ruling.leaf(&SALT)).collect();
    leaves.insert(ruling().leaf(&[6; 16]));
    assert_eq!(leaves.len(), all.len() + 1);
}

proptest! {
    /// What differs is hashed differently, however events and texts are parted.
    #[test]
    fn what_was_stored_is_bound_as_a_whole(
        events in prop::collection::vec(any::<[u8; 32]>(), 0..4),
        texts in prop::collection::vec(any::<([u8; 16], [u8; 32])>(), 0..4),
        others in prop::collection::vec(any::<[u8; 32]>(), 0..4),
    ) {
        let hash = stored(&events, &texts);
        prop_assert_eq!(stored(&others, &texts) == hash, others == events);
        if let Some((_, rest)) = texts.split_first() {
            prop_assert_ne!(stored(&events, rest), hash);
        }
    }

    #[test]
    fn a_remark_is_its_kind_and_its_words(kind in "[a-c]{0,4}", body in "[a-c]{0,4}") {
        prop_assert_eq!(remark_leaf(&kind, &body) == remark_leaf("ab", "c"), (kind.as_str(), body.as_str()) == ("ab", "c"));
    }
}
