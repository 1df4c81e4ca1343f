//! What can have happened to a disclosure that rests on another ground than consent? (AC-10)
//!
//! Stored beside the events of `event.rs` and under the same rules.

use crate::{choice::*, ids::*};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum OtherGroundEvent {
    /// A unit has decided to disclose lines of its own to one person at one other unit. Nothing is open yet.
    OtherGroundDecided {
        ground: OtherGroundNo,
        from: UnitId,
        to: UnitId,
        reader: PersonId,
        basis: LegalBasis,
        lines: Vec<CommitmentNo>,
        reason: TextId,
        /// A law forbids telling the family; otherwise it stands in their log.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kept_from_family: Option<TextId>,
        until: Date,
        by: PersonId,
        on: Date,
    },
    /// A second person at the same unit agrees: the reader can read.
    OtherGroundConfirmed {
        ground: OtherGroundNo,
        by: PersonId,
        on: Date,
    },
    OtherGroundEnded {
        ground: OtherGroundNo,
        by: PersonId,
        on: Date,
    },
}
