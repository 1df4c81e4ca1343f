//! Is the key its owner's alone, and is none ever lost by making another?

use std::sync::atomic::{AtomicU32, Ordering};

use super::*;

static COUNT: AtomicU32 = AtomicU32::new(0);

struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let name = format!("farled-key-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn key(&self) -> PathBuf {
        self.0.join("farled.key")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn a_key_is_made_once_and_then_read() {
    let folder = Folder::new();
    assert!(matches!(read(&folder.key()), Err(SealKeyFault::Unreadable { .. })));
    let made = read_or_make(&folder.key(), "farled.example/record", KeyKind::Log).unwrap();
    let again = read_or_make(&folder.key(), "another.example/record", KeyKind::Log).unwrap();
    assert_eq!(again.written(), made.written());
    assert_eq!(read(&folder.key()).unwrap().public().name(), "farled.example/record");
    let other = read_or_make(&Folder::new().key(), "farled.example/record", KeyKind::Log).unwrap();
    assert_ne!(other.written(), made.written(), "every key is another");
}

/// AD-1: whoever else can read the key can sign what the database says.
#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    read_or_make(&folder.key(), "farled.example/record", KeyKind::Log).unwrap();
    let rights = |mode| fs::set_permissions(folder.key(), fs::Permissions::from_mode(mode)).unwrap();
    assert_eq!(fs::metadata(folder.key()).unwrap().permissions().mode() & 0o777, 0o600);
    for open in [0o640, 0o604, 0o620, 0o601, 0o777] {
        rights(open);
        assert!(matches!(read(&folder.key()), Err(SealKeyFault::Open { .. })), "{open:o}");
        assert!(
            matches!(read_or_make(&folder.key(), "x", KeyKind::Log), Err(SealKeyFault::Open { .. })),
            "{open:o}"
        );
    }
    for closed in [0o600, 0o400] {
        rights(closed);
        assert!(read(&folder.key()).is_ok(), "{closed:o}");
    }
}

#[test]
fn what_is_no_key_of_a_log_is_refused_and_left_alone() {
    let folder = Folder::new();
    read_or_make(&folder.key(), "farled.example/record", KeyKind::Log).unwrap();
    let witness = SecretKey::from_seed("vittne.example", KeyKind::Witness, &[1; 32]).unwrap();
    fs::write(folder.key(), witness.written()).unwrap();
    assert!(matches!(read(&folder.key()), Err(SealKeyFault::OtherKind { .. })));
    fs::write(folder.key(), "nothing").unwrap();
    assert!(matches!(read_or_make(&folder.key(), "x", KeyKind::Log), Err(SealKeyFault::NotAKey { .. })));
    assert_eq!(fs::read_to_string(folder.key()).unwrap(), "nothing");
}
