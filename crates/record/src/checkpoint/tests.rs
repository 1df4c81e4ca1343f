//! Is a checkpoint one only when the right key has signed exactly this?

use super::*;
use crate::tree::{
    EMPTY_ROOT,
    tests::{ROOTS, hash},
};
use proptest::prelude::*;

/// Signed by another program (OpenSSL's Ed25519, put together by the letter of the specifications) with the seeds
/// 0, 1, 2 … 31 for the log and 32, 33 … 63 for the witness.
const NOTE: &str = "farled.example/record\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n\
— farled.example/record aNNPyKRw8uFu69qxk3MDdrxQalXPzkdXb2jOZGCMpBeElbK5K6RHQdLuy2Y+sBNTzniikTmhInd1NW4Ez/7U0IGOfAU=\n\
— vittne.example/1 yHLFZQAAAABqsTuAYOTjqB6qqQeanNoFmr/xA0E8pgop79vddXXD19Y0oNgFBjPurVzcCjYgYo+wMnbam2ATJN5c8kj2N2TUUHeWDQ==\n";
const LOG: &str = "farled.example/record+68d34fc8+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
const WITNESS: &str = "vittne.example/1+c872c565+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";
const AT: u64 = 1_790_000_000;

fn key(kind: KeyKind) -> SecretKey {
    let (name, first) = match kind {
        KeyKind::Log => ("farled.example/record", 0),
        KeyKind::Witness => ("vittne.example/1", 32),
    };
    SecretKey::from_seed(name, kind, &std::array::from_fn(|at| first + at as u8)).unwrap()
}

fn checkpoint() -> Checkpoint {
    Checkpoint { origin: "farled.example/record".to_owned(), size: 8, root: hash(ROOTS[7]) }
}

#[test]
fn what_another_program_has_signed_is_verified_and_signed_alike() {
    let note = Note::parse(NOTE).unwrap();
    let (log, witness) = (PublicKey::parse(LOG).unwrap(), PublicKey::parse(WITNESS).unwrap());
    assert_eq!(Checkpoint::open(&note, &log).unwrap(), checkpoint());
    assert_eq!(Cosigned::open(&note, &witness).unwrap(), Cosigned { at: AT });

    let mut own = checkpoint().signed(&key(KeyKind::Log)).unwrap();
    assert_eq!(Cosigned::open(&own, &witness), Err(CheckpointFault::Unsigned));
    own.put(Cosigned::sign(&own, &key(KeyKind::Witness), AT).unwrap());
    assert_eq!(own.to_string(), NOTE);
}

#[test]
fn a_changed_character_is_found() {
    let (log, witness) = (PublicKey::parse(LOG).unwrap(), PublicKey::parse(WITNESS).unwrap());
    let mut tried = 0;
    for (at, letter) in NOTE.char_indices().filter(|(_, letter)| letter.is_ascii_graphic()) {
        let other = if letter == 'A' { "B" } else { "A" };
        let forged = format!("{}{other}{}", &NOTE[..at], &NOTE[at + 1..]);
        let both = Note::parse(&forged).map_err(CheckpointFault::from).and_then(|note| {
            Checkpoint::open(&note, &log)?;
            Cosigned::open(&note, &witness)
        });
        assert!(both.is_err(), "{forged}");
        tried += 1;
    }
    assert_eq!(tried, 299);
}

#[test]
fn a_key_signs_for_its_own_purpose_and_in_its_own_name() {
    let note = Note::parse(NOTE).unwrap();
    let (log, witness) = (key(KeyKind::Log), key(KeyKind::Witness));
    assert_eq!(Checkpoint::open(&note, witness.public()), Err(CheckpointFault::Kind));
    assert_eq!(Cosigned::open(&note, log.public()), Err(CheckpointFault::Kind));
    assert_eq!(checkpoint().signed(&witness), Err(CheckpointFault::Kind));
    assert_eq!(Cosigned::sign(&note, &log, AT), Err(CheckpointFault::Kind));
    let other = Checkpoint { origin: "another.example".to_owned(), ..checkpoint() };
    assert_eq!(other.signed(&log), Err(CheckpointFault::Origin));
    // Signed by the right key, in the name of another log.
    let mut forged = Note::unsigned(other.text());
    let bytes = log.sign(forged.text().as_bytes()).to_vec();
    forged.put(signature_of(log.public(), bytes));
    assert_eq!(Checkpoint::open(&forged, log.public()), Err(CheckpointFault::Origin));
}

#[test]
fn the_time_of_a_witness_is_part_of_what_it_signs() {
    let note = checkpoint().signed(&key(KeyKind::Log)).unwrap();
    let witness = key(KeyKind::Witness);
    let mut signature = Cosigned::sign(&note, &witness, AT).unwrap();
    signature.bytes[7] ^= 1;
    let mut later = note;
    later.put(signature);
    assert_eq!(Cosigned::open(&later, witness.public()), Err(CheckpointFault::Forged));
}

#[test]
fn only_one_way_of_writing_is_read() {
    let text = checkpoint().text();
    assert_eq!(Checkpoint::parse(&text), Ok(checkpoint()));
    assert_eq!(Checkpoint::parse(&format!("{text}more\nto say\n")), Ok(checkpoint()));
    let empty = Checkpoint { size: 0, root: EMPTY_ROOT, ..checkpoint() };
    assert_eq!(Checkpoint::parse(&empty.text()), Ok(empty));
    let wrong = [
        text.replace("\n8\n", "\n08\n"),
        text.replace("\n8\n", "\n+8\n"),
        text.replace("\n8\n", "\n\n"),
        text.replace("\n8\n", "\n18446744073709551616\n"),
        text.replace("yg=", "yh="),
        text.replace("Xcna", ""),
        text.replace("farled.example/record", ""),
        text.trim_end().to_owned(),
        format!("{text}\n"),
        "farled.example/record\n8\n".to_owned(),
    ];
    for text in wrong {
        assert_eq!(Checkpoint::parse(&text), Err(CheckpointFault::Form), "{text:?}");
    }
}

proptest! {
    #[test]
    fn every_checkpoint_is_read_as_it_was_signed(size in any::<u64>(), root in any::<[u8; 32]>()) {
        let checkpoint = Checkpoint { size, root, ..checkpoint() };
        let key = key(KeyKind::Log);
        let note = Note::parse(&checkpoint.signed(&key).unwrap().to_string()).unwrap();
        prop_assert_eq!(Checkpoint::open(&note, key.public()), Ok(checkpoint));
    }
}
