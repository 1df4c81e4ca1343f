//! What does the log hold of an act about a body: enough to prove what was stored, and nothing to read?

use crate::engine::{Fault, Result};
use domain::choice::TextHash;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

pub(crate) fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Fault::Unreadable("what cannot be written down"))
}

/// Which event of which meeting, and the hash of it.
pub(crate) fn meeting(id: Uuid, version: i64, event: &str) -> String {
    format!("{id} {version} {}", TextHash(Sha256::digest(event).into()))
}

/// Which cadence of which body, and the hash of it with its reason.
pub(crate) fn cadence(body: i64, version: i64, cadence: &str, reason: &str) -> String {
    format!("{body} {version} {}", TextHash(Sha256::digest(format!("{cadence}\n{reason}")).into()))
}
