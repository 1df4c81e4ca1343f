//! What comes when the Lots model is not enough?

pub mod bodies;
pub mod cadence;
pub mod mandate;
pub mod meeting;
pub mod outcome;

pub use mandate::Mandate;
