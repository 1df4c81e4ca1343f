//! What are the rules of the Lots model? Pure: no I/O, clock, randomness or asker.

pub mod calendar;
pub mod ids;
pub mod organisation;
