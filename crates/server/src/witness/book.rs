//! What has this witness cosigned last, and does it still know after a power failure?

use std::{
    collections::HashMap,
    fmt::Write as _,
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use record::{Checkpoint, Cosigned, Note, PublicKey};
use sha2::{Digest as _, Sha256};

/// Why it does not know.
#[derive(Debug, thiserror::Error)]
pub enum BookFault {
    #[error("{path}: {source}")]
    Disk { path: PathBuf, source: io::Error },
    #[error("another witness runs on {0}: two would cosign two histories")]
    Taken(PathBuf),
    #[error("{0} is not what this witness has written: look who has changed it, and do not go on without it")]
    NotOwn(PathBuf),
    #[error("an earlier checkpoint could not be written down")]
    Broken,
}

struct Page {
    seen: Checkpoint,
    /// With the signature of the log and of this witness.
    note: String,
}

/// One file for each log, held by one program.
pub struct Book {
    folder: PathBuf,
    /// Held as long as the program runs.
    _lock: File,
    /// By the hash of the log's origin, which is also the name of its file.
    pages: HashMap<String, Page>,
    is_broken: bool,
}

impl Book {
    pub fn open(folder: &Path) -> Result<Book, BookFault> {
        let disk = |source| BookFault::Disk { path: folder.to_owned(), source };
        fs::create_dir_all(folder).map_err(disk)?;
        let lock = File::create(folder.join("lock")).map_err(disk)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(BookFault::Taken(folder.to_owned())),
            Err(TryLockError::Error(source)) => return Err(disk(source)),
        }
        Ok(Book { folder: folder.to_owned(), _lock: lock, pages: HashMap::new(), is_broken: false })
    }

    /// Reads what has been cosigned of a log with this key. Nothing is as good: the log is new.
    pub fn read(&mut self, origin: &str, key: &PublicKey) -> Result<(), BookFault> {
        let hash = hashed(origin);
        let path = self.path(&hash);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(source) => return Err(BookFault::Disk { path, source }),
        };
        let own = Note::parse(&text).ok().filter(|note| Cosigned::open(note, key).is_ok());
        let seen = own.and_then(|note| Checkpoint::parse(note.text()).ok());
        let Some(seen) = seen.filter(|seen| seen.origin == origin) else {
            return Err(BookFault::NotOwn(path));
        };
        self.pages.insert(hash, Page { seen, note: text });
        Ok(())
    }

    /// What has been cosigned of this log last.
    pub fn seen(&self, origin: &str) -> Option<&Checkpoint> {
        self.pages.get(&hashed(origin)).map(|page| &page.seen)
    }

    /// The same as a note, by the hash of the log's origin.
    pub fn note(&self, hash: &str) -> Option<&str> {
        self.pages.get(hash).map(|page| page.note.as_str())
    }

    /// Writes down what is cosigned; when this answers, it is on the disk.
    ///
    /// **Invariant:** after a failure nobody knows what is on the disk, so nothing more is written.
    pub fn write(&mut self, seen: Checkpoint, note: &Note) -> Result<(), BookFault> {
        if self.is_broken {
            return Err(BookFault::Broken);
        }
        let (hash, note) = (hashed(&seen.origin), note.to_string());
        let path = self.path(&hash);
        self.is_broken = true;
        replace(&path, &self.folder, &note).map_err(|source| BookFault::Disk { path, source })?;
        self.is_broken = false;
        self.pages.insert(hash, Page { seen, note });
        Ok(())
    }

    fn path(&self, hash: &str) -> PathBuf {
        self.folder.join(format!("{hash}.checkpoint"))
    }
}

/// Either the old note lies there or the new one, also when the power fails.
fn replace(path: &Path, folder: &Path, note: &str) -> io::Result<()> {
    let new = path.with_extension("checkpoint.new");
    let mut file = File::create(&new)?;
    file.write_all(note.as_bytes())?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    sync_folder(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Where a folder cannot be opened the system keeps its names by itself.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// SHA-256 of the origin in hexadecimal digits, as the protocol has it.
pub fn hashed(origin: &str) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(origin) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
