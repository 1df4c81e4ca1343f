//! How are the keys made that nobody outside has chosen?

use crate::engine::{Fault, Result};
use domain::now::Now;
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

/// A key that begins with the time (RFC 9562, version 7), so that rows written together lie together.
pub(crate) fn timed(now: Now) -> Result<Uuid> {
    let millis = u64::try_from(now.instant.as_millisecond()).unwrap_or(0);
    Ok(Builder::from_unix_timestamp_millis(millis, &random()?).into_uuid())
}
