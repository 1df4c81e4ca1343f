//! Is a key read as it was written, and nothing else taken for one?

use super::*;
use proptest::prelude::*;

/// The pair of keys that the Go implementation of signed notes is tested with.
const GO_PUBLIC: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const GO_SECRET: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

#[test]
fn the_known_pair_is_read_and_written() {
    let secret = SecretKey::parse(GO_SECRET).unwrap();
    assert_eq!(secret.written(), GO_SECRET);
    assert_eq!(secret.public().to_string(), GO_PUBLIC);
    assert_eq!(PublicKey::parse(GO_PUBLIC).unwrap(), *secret.public());
    assert!(!format!("{secret:?}").contains("AYEKFALV"));
}

#[test]
fn no_part_and_no_misprint_of_a_key_is_a_key() {
    for begin in 0..GO_PUBLIC.len() {
        for end in begin + 1..=GO_PUBLIC.len() {
            if (begin, end) != (0, GO_PUBLIC.len()) {
                assert!(PublicKey::parse(&GO_PUBLIC[begin..end]).is_err(), "{}", &GO_PUBLIC[begin..end]);
            }
        }
    }
    for at in 0..GO_PUBLIC.len() {
        let mut bytes = GO_PUBLIC.as_bytes().to_vec();
        bytes[at] += 1;
        let misprint = String::from_utf8(bytes).unwrap();
        assert!(PublicKey::parse(&misprint).is_err(), "{misprint}");
    }
    let unknown_kind = "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    assert_eq!(PublicKey::parse(unknown_kind), Err(KeyFault::Kind));
    let too_long = "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==";
    assert_eq!(PublicKey::parse(too_long), Err(KeyFault::Form));
    assert!(SecretKey::parse(GO_PUBLIC).is_err());
    assert!(PublicKey::parse(GO_SECRET).is_err());
}

#[test]
fn the_same_key_for_another_purpose_has_another_id() {
    let [log, witness] =
        KeyKind::ALL.map(|kind| SecretKey::from_seed("a.example/1", kind, &[7; 32]).unwrap());
    assert_ne!(log.public().id(), witness.public().id());
    assert_eq!(SecretKey::parse(&witness.written()).unwrap().public(), witness.public());
}

#[test]
fn a_name_is_one_that_can_stand_in_a_line() {
    for name in ["", "a b", "a+b", "a\u{2003}b", "a\nb", &"a".repeat(257)] {
        assert_eq!(
            SecretKey::from_seed(name, KeyKind::Log, &[1; 32]).unwrap_err(),
            KeyFault::Name,
            "{name:?}"
        );
    }
}

proptest! {
    #[test]
    fn every_key_is_read_as_it_was_written(seed in any::<[u8; 32]>(), name in "[a-z.åäö/]{1,40}") {
        for kind in KeyKind::ALL {
            let key = SecretKey::from_seed(&name, kind, &seed).unwrap();
            prop_assert_eq!(PublicKey::parse(&key.public().to_string()).unwrap(), key.public().clone());
            prop_assert_eq!(SecretKey::parse(&key.written()).unwrap().written(), key.written());
        }
    }

    #[test]
    fn whatever_is_read_does_no_harm(text in "\\PC{0,90}") {
        let _ = (PublicKey::parse(&text), SecretKey::parse(&text), SecretKey::parse(&format!("{SECRET_BEGINS}{text}")));
    }
}
