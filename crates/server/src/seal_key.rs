//! With which key does the log sign, or a witness, and where does it lie?
//!
//! In a file that only its owner can read, never in the database: whoever owns the database must not be able to
//! sign what it says.

#[cfg(test)]
mod tests;

use std::{
    fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use record::{KeyFault, KeyKind, SecretKey};

/// Why there is no key to sign with.
#[derive(Debug, thiserror::Error)]
pub enum SealKeyFault {
    #[error("the key {path}: {source}")]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("the key {path}: {fault}")]
    NotAKey { path: PathBuf, fault: KeyFault },
    #[error("the key {path} is of another kind: a log has one, a witness another")]
    OtherKind { path: PathBuf },
    #[error(
        "others than its owner can read the key {path}: take their rights away (chmod 600) and look who has had it"
    )]
    Open { path: PathBuf },
    #[error(
        "the key {path} is missing, and the log in the database was signed with it: put it back from where it is kept"
    )]
    Missing { path: PathBuf },
    #[error("no randomness for a new key")]
    NoRandomness,
}

/// The key in the file, with which a log is signed.
///
/// # Errors
/// If there is none, or if it can be read by others.
pub fn read(path: &Path) -> Result<SecretKey, SealKeyFault> {
    read_of(path, KeyKind::Log)
}

fn read_of(path: &Path, kind: KeyKind) -> Result<SecretKey, SealKeyFault> {
    let unreadable = |source| SealKeyFault::Unreadable { path: path.to_owned(), source };
    must_be_closed(path, &fs::metadata(path).map_err(unreadable)?)?;
    let text = fs::read_to_string(path).map_err(unreadable)?;
    let not_a_key = |fault| SealKeyFault::NotAKey { path: path.to_owned(), fault };
    let key = SecretKey::parse(text.trim_end()).map_err(not_a_key)?;
    if key.public().kind() == kind { Ok(key) } else { Err(SealKeyFault::OtherKind { path: path.to_owned() }) }
}

/// The key in the file; if there is no file, a new key of this name. A file that is there is never written to.
pub fn read_or_make(path: &Path, name: &str, kind: KeyKind) -> Result<SecretKey, SealKeyFault> {
    match make(path, name, kind) {
        Err(SealKeyFault::Unreadable { source, .. }) if source.kind() == io::ErrorKind::AlreadyExists => {
            read_of(path, kind)
        }
        made => made,
    }
}

fn make(path: &Path, name: &str, kind: KeyKind) -> Result<SecretKey, SealKeyFault> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|_| SealKeyFault::NoRandomness)?;
    let not_a_key = |fault| SealKeyFault::NotAKey { path: path.to_owned(), fault };
    let key = SecretKey::from_seed(name, kind, &seed).map_err(not_a_key)?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        writeln!(file, "{}", key.written())?;
        file.sync_all()
    });
    written.map_err(|source| SealKeyFault::Unreadable { path: path.to_owned(), source })?;
    Ok(key)
}

#[cfg(unix)]
fn must_be_closed(path: &Path, file: &fs::Metadata) -> Result<(), SealKeyFault> {
    use std::os::unix::fs::PermissionsExt as _;
    if file.permissions().mode() & 0o077 == 0 {
        Ok(())
    } else {
        Err(SealKeyFault::Open { path: path.to_owned() })
    }
}

/// Where files have no such rights the folder must be closed; nothing can be looked at here.
#[cfg(not(unix))]
fn must_be_closed(_path: &Path, _file: &fs::Metadata) -> Result<(), SealKeyFault> {
    Ok(())
}
