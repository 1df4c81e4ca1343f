//! What can whoever comes by read?

pub mod about;
pub mod acute;
pub mod start;
pub mod units;
