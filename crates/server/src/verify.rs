//! `farled verify`: is everything still as it was written, in words for whoever asks?

mod witnessed;

use std::path::{Path, PathBuf};

use domain::Now;
use jiff::SignedDuration;
use record::PublicKey;
use store::{Against, Store, Verified};

use crate::{
    config::{Config, Database},
    export::check::{self, Beside},
    open::StartFault,
    seal_key,
    sealing::{kept_beside, read_kept, trusted},
};

/// A row that is older than this must have been sealed. The server seals every second.
const SEALED_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// What is compared with, beside what the configuration names.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Files with checkpoints that were kept elsewhere.
    pub checkpoints: Vec<PathBuf>,
    /// Keys whose signatures count; without any, the one in the key file.
    pub keys: Vec<PublicKey>,
    /// Who must have cosigned; without any, those of the configuration.
    pub witnesses: Vec<PublicKey>,
}

/// What was found, and whether all is as it was written.
pub struct Told {
    pub words: String,
    pub is_whole: bool,
}

/// Looks at everything.
///
/// # Errors
/// If it cannot be looked at: then nothing is said about it.
pub async fn run(config: &Config, store: &Store, asked: Asked, now: Now) -> Result<Told, StartFault> {
    let keys = if asked.keys.is_empty() && config.key.exists() {
        trusted(config, &seal_key::read(&config.key)?)
    } else {
        asked.keys
    };
    let beside = kept_beside(&config.key);
    let beside = (!keys.is_empty() && beside.exists()).then_some(beside);
    let mut kept = vec![];
    for path in asked.checkpoints.iter().chain(&beside) {
        kept.push(read_kept(path, &keys)?);
    }
    let (has_keys, newest) = (!keys.is_empty(), kept.iter().map(|kept| kept.size).max());
    let sealed_since = now.instant.checked_sub(SEALED_AFTER).ok();
    let verified = store.verify_against(Against { keys, kept, sealed_since }).await?;
    let mut witnesses = asked.witnesses;
    if witnesses.is_empty() {
        witnesses = config.witnesses.iter().map(|witness| witness.key.clone()).collect();
    }
    let witnessed = match &verified.broken {
        Some(_) => Ok(String::new()),
        None => witnessed::look(store, &witnesses, verified.leaves, now).await?,
    };
    Ok(told(&verified, has_keys, newest, witnessed))
}

/// Looks at an export, for which nothing else is needed than what is asked with.
///
/// # Errors
/// If it cannot be looked at.
pub fn exported(folder: &Path, asked: &Asked) -> Result<Told, StartFault> {
    let (keys, witnesses) = (asked.keys.clone(), asked.witnesses.clone());
    let kept = asked.checkpoints.iter().map(|path| read_kept(path, &keys)).collect::<Result<_, _>>()?;
    Ok(match check::look(folder, &Beside { keys, witnesses, kept })? {
        Ok(words) => Told { words, is_whole: true },
        Err(complaint) => Told { words: format!("NOT AS IT WAS SIGNED: {complaint}\n"), is_whole: false },
    })
}

/// There must be something to verify: a file that is not there would be made, and found in perfect order.
///
/// # Errors
/// [`StartFault::NoDatabase`]
pub fn must_exist(config: &Config) -> Result<(), StartFault> {
    match &config.database {
        Database::Embedded(path) if !path.exists() => Err(StartFault::NoDatabase(path.clone())),
        Database::Embedded(_) | Database::Postgres(_) => Ok(()),
    }
}

fn told(verified: &Verified, has_keys: bool, newest: Option<u64>, witnessed: Result<String, String>) -> Told {
    let Verified { leaves, rows, disposed, checkpoints, waiting, before, processes, events, texts, .. } =
        verified;
    if let Some(broken) = &verified.broken {
        return Told { words: format!("NOT AS IT WAS WRITTEN: {broken}\n"), is_whole: false };
    }
    let witnessed = match witnessed {
        Ok(witnessed) => witnessed,
        Err(complaint) => return Told { words: complaint, is_whole: false },
    };
    let signatures =
        if has_keys { "all signatures true" } else { "SIGNATURES NOT LOOKED AT: no key was given" };
    let elsewhere = match newest {
        Some(size) => format!("agrees with what was kept elsewhere, up to leaf {size}"),
        None => "NOT COMPARED with any checkpoint kept elsewhere: an old copy of it all would look the same"
            .to_owned(),
    };
    let words = format!(
        "log: {leaves} leaves, of {rows} rows of access and {} remarks; {disposed} rows disposed of\n\
         checkpoints: {checkpoints}, {signatures}\n\
         elsewhere: {elsewhere}\n{witnessed}\
         waiting to be sealed: {waiting} rows; from before the log: {before}\n\
         processes: {processes}, with {events} events and {texts} texts\n\
         everything is as it was written\n",
        leaves - rows - disposed,
    );
    Told { words, is_whole: true }
}
