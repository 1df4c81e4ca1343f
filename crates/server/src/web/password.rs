//! Is this the right password, and may one still guess?
//!
//! Argon2id with the crate's recommended cost (19 MiB, two passes). An unknown name costs the same work and gets
//! the same answer as a wrong password, and guesses are counted per account and per address.

use std::{
    collections::HashMap,
    mem,
    net::{IpAddr, Ipv6Addr},
    sync::{LazyLock, Mutex, MutexGuard, PoisonError},
};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _},
};
use jiff::{SignedDuration, Timestamp};
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::error::WebError;

/// A password has at least this many characters; what they are is the owner's business.
pub const LENGTH_MIN: usize = 12;
/// Longer is no safer, only slower.
pub const LENGTH_MAX: usize = 200;
/// How long guesses are remembered.
const MEMORY: SignedDuration = SignedDuration::from_mins(15);
const GUESSES_PER_ACCOUNT_MAX: usize = 5;
const GUESSES_PER_ADDRESS_MAX: usize = 40;
/// Remembered guessers; when there are more, somebody is flooding and the oldest are forgotten.
const GUESSERS_MAX: usize = 50_000;

/// Hashing takes memory and both cores; more at once would let a flood starve the pages.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// A hash of no password, so that unknown names cost the same work.
static NOBODYS: LazyLock<Option<String>> = LazyLock::new(|| hash("nobody signs in with this").ok());

/// Who guesses: at one account, or from one address, which of IPv6 is the network of one household (/64).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Guesser {
    Account(String),
    Address(IpAddr),
}

/// The guesses of the last quarter of an hour.
#[derive(Default)]
pub struct Attempts(Mutex<HashMap<Guesser, Guesses>>);

#[derive(Default)]
struct Guesses {
    at: Vec<Timestamp>,
    /// Turned away since the last guess that was tried.
    turned_away: bool,
}

/// No guess may be made now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttled {
    /// Until the next may be.
    pub minutes: u32,
    /// The first that is turned away since a guess was tried; the record needs no more.
    pub first: bool,
}

/// Why a password could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed: {0}")]
pub struct HashFault(String);

/// Hashes a new password. It blocks for some tens of milliseconds.
pub fn hash(password: &str) -> Result<String, HashFault> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| HashFault(error.to_string()))
}

/// Whether the password fits the hash; without a hash the same work is done and the answer is no.
pub async fn fits(password: String, hash: Option<String>) -> Result<bool, WebError> {
    let _turn = AT_ONCE.acquire().await.map_err(WebError::fault)?;
    let checked = spawn_blocking(move || {
        let known = hash.is_some();
        let hash = hash.or_else(|| NOBODYS.clone()).unwrap_or_default();
        Argon2::default().verify_password(password.as_bytes(), hash.as_str()).is_ok() && known
    });
    checked.await.map_err(WebError::fault)
}

impl Guesser {
    /// Whoever asks from this address.
    pub fn at(address: IpAddr) -> Self {
        Self::Address(match address.to_canonical() {
            IpAddr::V4(address) => address.into(),
            IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
        })
    }

    fn guesses_max(&self) -> usize {
        match self {
            Self::Account(_) => GUESSES_PER_ACCOUNT_MAX,
            Self::Address(_) => GUESSES_PER_ADDRESS_MAX,
        }
    }
}

impl Attempts {
    /// Counts a guess before it is tried, so that many at once are counted too.
    ///
    /// # Errors
    /// When somebody has guessed too often. That leaves no trace of the other guessers.
    pub fn count(&self, guessers: &[Guesser], now: Timestamp) -> Result<(), Throttled> {
        let mut known = self.lock();
        make_room(&mut known, now);
        for guesser in guessers {
            let Some(guesses) = known.get_mut(guesser) else { continue };
            guesses.at.retain(|guess| is_recent(*guess, now));
            if let Some(oldest) = guesses.at.first().filter(|_| guesses.at.len() >= guesser.guesses_max()) {
                let first = !mem::replace(&mut guesses.turned_away, true);
                return Err(Throttled { minutes: minutes_left(*oldest, now), first });
            }
        }
        for guesser in guessers {
            let guesses = known.entry(guesser.clone()).or_default();
            guesses.at.push(now);
            guesses.turned_away = false;
        }
        Ok(())
    }

    /// A right password: the account's wrong guesses no longer count. The address's do.
    pub fn forget(&self, account: &Guesser) {
        self.lock().remove(account);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Guesser, Guesses>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// When there are too many guessers, forgets those whose guesses are old, and then the tenth that guessed longest
/// ago.
fn make_room(known: &mut HashMap<Guesser, Guesses>, now: Timestamp) {
    if known.len() < GUESSERS_MAX {
        return;
    }
    let last = |guesses: &Guesses| guesses.at.last().copied();
    known.retain(|_, guesses| last(guesses).is_some_and(|guess| is_recent(guess, now)));
    if known.len() < GUESSERS_MAX {
        return;
    }
    let mut over = known.len() - GUESSERS_MAX + GUESSERS_MAX / 10;
    let mut eldest: Vec<_> = known.values().map(last).collect();
    let (_, limit, _) = eldest.select_nth_unstable(over - 1);
    let limit = *limit;
    known.retain(|_, guesses| {
        let forgotten = over > 0 && last(guesses) <= limit;
        over -= usize::from(forgotten);
        !forgotten
    });
}

fn is_recent(guess: Timestamp, now: Timestamp) -> bool {
    now.duration_since(guess) < MEMORY
}

fn minutes_left(oldest: Timestamp, now: Timestamp) -> u32 {
    let left = MEMORY - now.duration_since(oldest);
    u32::try_from(left.as_mins() + 1).unwrap_or(1)
}

#[cfg(test)]
mod tests;
