//! How are the keys made that nobody outside has chosen?

use crate::engine::{Fault, Result};
use domain::now::Now;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::{Builder, Uuid};

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Fault::Engine("no randomness".into()))?;
    Ok(bytes)
}

/// A random key that says nothing, for what stands in addresses.
pub(crate) fn opaque() -> Result<Uuid> {
    Ok(Builder::from_random_bytes(random()?).into_uuid())
}

/// The time and number of the newest key that [`timed`] has made: milliseconds, and twelve bits to count with.
static NEWEST: AtomicU64 = AtomicU64::new(0);

/// A key that begins with the time (RFC 9562, version 7), so that rows written together lie together.
///
/// **Invariant:** each key this program makes is greater than the one before, also when the clock is set
/// back: the order of keys is the order of things, the time only a note (AD-7).
pub(crate) fn timed(now: Now) -> Result<Uuid> {
    let clock = u64::try_from(now.instant.as_millisecond()).unwrap_or(0) << 12;
    let newest = NEWEST.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| Some(clock.max(last + 1)));
    let key = newest.map_or(clock, |last| clock.max(last + 1));
    let mut rest = random::<10>()?;
    [rest[0], rest[1]] = ((key & 0xfff) as u16).to_be_bytes();
    Ok(Builder::from_unix_timestamp_millis(key >> 12, &rest).into_uuid())
}
