//! What is in the demo world?

pub mod fill;
mod notes;
pub mod people;
