//! What is in the demo world?

pub mod people;
