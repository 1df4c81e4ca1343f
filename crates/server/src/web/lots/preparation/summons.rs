//! How is the summons written, shown before it is locked, locked, and opened again? (T3, T4r)
//!
//! What is shown in the preview is the text that is locked, character by character: both are made by
//! [`content::filled`] of the same draft, and the hash that was shown goes with the act.

pub mod content;
mod draft;
mod frozen;
mod preview;
mod reopening;

pub use draft::{read as read_draft, write};
pub use frozen::read;
pub use preview::{freeze, read as read_preview};
pub use reopening::{read as read_reopening, reopen};

use domain::UnitId;

use crate::web::case::Case;

/// Where the parts of the summons lie below the process.
fn address(case: &Case, part: &str) -> String {
    format!("/processes/{}/summons{part}", case.id)
}

/// The names of those units whose address is a school's general one, where secrecy is weaker (REL-3).
fn general_school_addresses(case: &Case, units: impl IntoIterator<Item = UnitId>) -> Vec<String> {
    let found = units.into_iter().filter_map(|unit| case.organisation.unit(unit));
    found.filter(|unit| unit.is_general_school_address()).map(|unit| unit.name.clone()).collect()
}
