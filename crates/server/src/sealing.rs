//! How is the record kept sealed while the server runs?

#[cfg(test)]
mod tests;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use record::{Checkpoint, CheckpointFault, KeyKind, Note, PublicKey, SecretKey};
use store::{SealFault, Sealer, Store};
use tokio::{
    sync::oneshot,
    task::{JoinError, JoinHandle},
    time::{MissedTickBehavior, interval},
};

use crate::{
    clock::Clock,
    config::Config,
    seal_key::{self, SealKeyFault},
};

/// How often what waits is sealed, when something does (AD-1 asks for a minute).
const EVERY: Duration = Duration::from_secs(1);
/// For how long is answered without sealing (AD-6).
const LONGEST: Duration = Duration::from_secs(120);

/// Why the record cannot be sealed.
#[derive(Debug, thiserror::Error)]
pub enum SealingFault {
    #[error(transparent)]
    Key(#[from] SealKeyFault),
    #[error(transparent)]
    Seal(#[from] SealFault),
    #[error("the record: {0}")]
    Store(#[from] store::Error),
    #[error("{path}: {source}")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{path} is no checkpoint of this log: {fault}")]
    NotACheckpoint { path: PathBuf, fault: CheckpointFault },
    #[error("sealing has broken down: {0}")]
    Broken(#[from] JoinError),
}

/// Who seals, and where the newest checkpoint is kept beside the database.
pub struct Sealing {
    sealer: Sealer,
    clock: Clock,
    kept: PathBuf,
}

/// Sealing under way.
pub struct Running {
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<(), SealFault>>,
}

impl Sealing {
    /// Reads the key, or makes one for a log that is not begun, and what was kept.
    pub async fn new(config: &Config, store: &Store, clock: Clock) -> Result<Sealing, SealingFault> {
        let key = key(config, store.checkpoint().await?.is_some())?;
        let kept = kept_beside(&config.key);
        let checkpoint = if kept.exists() { Some(read_kept(&kept, &trusted(config, &key))?) } else { None };
        let sealer = store.sealer(key, config.former_keys.clone(), checkpoint);
        Ok(Sealing { sealer, clock, kept })
    }

    /// Seals once, and goes on. From now on the store answers only while it is sealed.
    pub async fn start(mut self, store: &Store) -> Result<Running, SealingFault> {
        self.seal().await?;
        store.answer_only_while_sealed(LONGEST);
        let (stop, stopped) = oneshot::channel();
        Ok(Running { stop, task: tokio::spawn(self.run(stopped)) })
    }

    async fn run(mut self, mut stopped: oneshot::Receiver<()>) -> Result<(), SealFault> {
        let mut ticks = interval(EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut fails = false;
        loop {
            tokio::select! {
                _ = ticks.tick() => {}
                _ = &mut stopped => return self.seal().await,
            }
            let sealed = self.seal().await;
            if let (Err(fault), false) = (&sealed, fails) {
                tracing::error!(error = %fault, "the record cannot be sealed; soon nothing is answered");
            }
            fails = sealed.is_err();
        }
    }

    /// Seals what waits, and keeps the newest checkpoint.
    pub async fn seal(&mut self) -> Result<(), SealFault> {
        let sealed = self.sealer.seal(self.clock.now()).await?;
        // What is sealed is safe; that the newest checkpoint also lies here is one more line of defence.
        if let Some(Err(error)) = sealed.map(|note| keep(&self.kept, &note)) {
            tracing::error!(path = %self.kept.display(), %error, "the newest checkpoint cannot be kept");
        }
        Ok(())
    }
}

impl Running {
    /// Seals what is left and ends.
    pub async fn finish(self) -> Result<(), SealingFault> {
        // If the task has ended already, its answer says why.
        let _ = self.stop.send(());
        Ok(self.task.await??)
    }
}

/// The key that signs. A new one is made only where nothing has been signed, or after one that is known.
pub fn key(config: &Config, is_begun: bool) -> Result<SecretKey, SealKeyFault> {
    if config.key.exists() {
        return seal_key::read(&config.key);
    }
    let name = match config.former_keys.last() {
        // The log goes on under its name.
        Some(former) => former.name().to_owned(),
        None if is_begun => return Err(SealKeyFault::Missing { path: config.key.clone() }),
        None => {
            let mut chance = [0; 4];
            getrandom::fill(&mut chance).map_err(|_| SealKeyFault::NoRandomness)?;
            config.log_name(u32::from_be_bytes(chance))
        }
    };
    seal_key::read_or_make(&config.key, &name, KeyKind::Log)
}

/// Every key whose signature counts.
pub fn trusted(config: &Config, key: &SecretKey) -> Vec<PublicKey> {
    [key.public()].into_iter().chain(&config.former_keys).cloned().collect()
}

/// Where the newest checkpoint lies: beside the key, because the database must not be trusted with it.
pub fn kept_beside(key: &Path) -> PathBuf {
    key.with_extension("checkpoint")
}

/// A checkpoint in a file, signed with one of these keys.
pub fn read_kept(path: &Path, keys: &[PublicKey]) -> Result<Checkpoint, SealingFault> {
    let text = fs::read_to_string(path)
        .map_err(|source| SealingFault::Unreadable { path: path.to_owned(), source })?;
    let opened = Note::parse(&text).map_err(CheckpointFault::from).and_then(|note| {
        let mut fault = CheckpointFault::Unsigned;
        for key in keys {
            match Checkpoint::open(&note, key) {
                Ok(checkpoint) => return Ok(checkpoint),
                Err(other) => fault = other,
            }
        }
        Err(fault)
    });
    opened.map_err(|fault| SealingFault::NotACheckpoint { path: path.to_owned(), fault })
}

/// Either the old checkpoint lies there or the new one, never half of one.
fn keep(path: &Path, note: &Note) -> std::io::Result<()> {
    let new = path.with_extension("checkpoint.new");
    fs::write(&new, note.to_string())?;
    fs::rename(&new, path)
}
