//! AD-3: does a witness cosign what has only grown, and nothing else?

use super::*;
use crate::{
    key::{KeyKind, SecretKey},
    proof::Prover,
    tree::{Edge, tests::leaves},
};

fn key() -> SecretKey {
    SecretKey::from_seed("log.example/record", KeyKind::Log, &[7; 32]).unwrap()
}

fn at(size: u64) -> Checkpoint {
    of(&leaves(size))
}

fn of(leaves: &[Hash]) -> Checkpoint {
    let mut edge = Edge::default();
    leaves.iter().for_each(|leaf| edge.append(*leaf));
    Checkpoint { origin: key().public().name().to_owned(), size: edge.size(), root: edge.root() }
}

/// What an honest log asks.
fn asked(old: u64, size: u64) -> Addition {
    let mut prover = Prover::consistency(old, size).unwrap();
    leaves(size).iter().for_each(|leaf| prover.push(*leaf));
    Addition { old, proof: prover.finish().unwrap(), note: at(size).signed(&key()).unwrap() }
}

fn judged(addition: &Addition, seen: u64) -> Result<u64, Objection> {
    let seen = (seen > 0).then(|| at(seen));
    addition.judged(&[key().public().clone()], seen.as_ref()).map(|checkpoint| checkpoint.size)
}

#[test]
fn a_log_that_grows_is_cosigned() {
    for (old, size) in [(0, 1), (0, 9), (1, 2), (4, 9), (7, 8), (8, 300), (5, 5)] {
        let asked = asked(old, size);
        assert_eq!(Addition::parse(&asked.to_string()), Ok(asked.clone()));
        assert_eq!(judged(&asked, old), Ok(size), "from {old} to {size}");
    }
}

#[test]
fn whoever_says_another_old_size_is_told_the_right_one() {
    assert_eq!(judged(&asked(4, 9), 5), Err(Objection::OtherSize(5)));
    assert_eq!(judged(&asked(0, 9), 5), Err(Objection::OtherSize(5)));
    assert_eq!(judged(&asked(4, 9), 0), Err(Objection::OtherSize(0)));
    assert_eq!(judged(&asked(4, 4), 5), Err(Objection::OtherSize(5)), "an old copy that was put back");
    assert_eq!(judged(&Addition { old: 10, ..asked(4, 9) }, 10), Err(Objection::Backwards));
}

/// Two trees of one size, and a tree that does not begin as it did.
#[test]
fn another_history_is_not_cosigned() {
    let mut other = leaves(9);
    other[3][0] ^= 1;
    let forged = of(&other).signed(&key()).unwrap();
    for old in [4, 9] {
        let split = Addition { old, note: forged.clone(), ..asked(old, 9) };
        let said = judged(&split, old);
        assert_eq!(said, Err(if old == 9 { Objection::Split } else { Objection::NotGrown }));
    }
    let empty = Addition { proof: vec![], ..asked(4, 9) };
    assert_eq!(judged(&empty, 4), Err(Objection::NotGrown));
    let needless = Addition { proof: vec![other[0]], ..asked(0, 9) };
    assert_eq!(judged(&needless, 0), Err(Objection::NotGrown));
    let nothing = Checkpoint { size: 0, ..at(9) }.signed(&key()).unwrap();
    let nothing = Addition { note: nothing, ..asked(0, 9) };
    assert_eq!(judged(&nothing, 0), Err(Objection::NotEmpty));
    assert_eq!(judged(&asked(0, 0), 0), Ok(0));
}

#[test]
fn only_the_logs_own_signature_counts() {
    let stranger = SecretKey::from_seed("log.example/record", KeyKind::Log, &[8; 32]).unwrap();
    let other = SecretKey::from_seed("other.example", KeyKind::Log, &[7; 32]).unwrap();
    let unsigned = Addition { note: at(9).signed(&stranger).unwrap(), ..asked(4, 9) };
    assert!(matches!(judged(&unsigned, 4), Err(Objection::Unsigned(CheckpointFault::Unsigned))));
    let mut forged = asked(4, 9);
    let mut signature = forged.note.signatures()[0].clone();
    signature.bytes[3] ^= 1;
    forged.note.put(signature);
    assert!(matches!(judged(&forged, 4), Err(Objection::Unsigned(CheckpointFault::Forged))));
    let elsewhere = Checkpoint { origin: "other.example".to_owned(), ..at(9) };
    let unknown = Addition { note: elsewhere.signed(&other).unwrap(), ..asked(4, 9) };
    assert_eq!(judged(&unknown, 4), Err(Objection::UnknownLog));
}

/// A log that has got a new key is known by both, and a false signature beside a true one is no small matter.
#[test]
fn a_log_may_have_more_than_one_key() {
    let new = SecretKey::from_seed("log.example/record", KeyKind::Log, &[8; 32]).unwrap();
    let keys = [key().public().clone(), new.public().clone()];
    let by_new = Addition { note: at(9).signed(&new).unwrap(), ..asked(4, 9) };
    assert_eq!(by_new.judged(&keys, Some(&at(4))), Ok(at(9)));
    assert_eq!(asked(4, 9).judged(&keys, Some(&at(4))), Ok(at(9)));
    let mut both = asked(4, 9);
    let mut signature = by_new.note.signatures()[0].clone();
    signature.bytes[3] ^= 1;
    both.note.put(signature);
    assert!(matches!(both.judged(&keys, Some(&at(4))), Err(Objection::Unsigned(CheckpointFault::Forged))));
}

#[test]
fn what_is_no_request_is_not_read() {
    let right = asked(4, 9).to_string();
    let hash = right.lines().nth(1).unwrap();
    let wrong = [
        right.replacen("old 4", "old 04", 1),
        right.replacen("old 4", "old -4", 1),
        right.replacen("old 4", "new 4", 1),
        right.replacen(hash, &hash[1..], 1),
        right.replacen(hash, "", 1),
        right.replacen(hash, &vec![hash; 64].join("\n"), 1),
        right.replacen("\n\n", "\n", 1),
        String::new(),
    ];
    for text in wrong {
        assert!(Addition::parse(&text).is_err(), "{text}");
    }
}
