//! Which acts does the Lots process consist of? One decision family per file: the slice of state,
//! the commands, the rules.

pub mod aloud;
pub mod between;
pub mod booking;
pub mod circle;
pub mod closing;
pub mod commitment;
pub mod coordination;
pub mod delivery;
pub mod disclosure;
pub mod ending;
pub mod lateness;
pub mod meeting;
pub mod opening;
pub mod options;
pub mod other_ground;
pub mod plan;
pub mod protection;
pub mod readiness;
pub mod release;
pub mod revocation;
pub mod room;
pub mod separate;
mod sifted;
pub mod signature;
pub mod sitting;
pub mod state;
pub mod summons;
pub mod wording;
