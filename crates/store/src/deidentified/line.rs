//! What does the log hold of an act on a description: enough to prove what was stored, and nothing to read?

use crate::engine::{Fault, Result};
use domain::choice::TextHash;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

pub(super) fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Fault::Unreadable("what cannot be written down"))
}

/// Which event of which description, and the hash of it with its day.
pub(crate) fn event(id: Uuid, version: i64, day: &str, event: &str) -> String {
    format!("{id} {version} {}", TextHash(Sha256::digest(format!("{day}\n{event}")).into()))
}

/// Which description is gone.
pub(crate) fn deleted(id: Uuid) -> String {
    id.to_string()
}
