//! Who can be signed in? The domain's persons in the policy's seats.

pub use domain::{PersonId, UnitId};
pub use policy::{Actor, Seat};
