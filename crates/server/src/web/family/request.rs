//! How does a family ask for a process, and what was it answered? (T1b, PRI-19, PRI-20)
//!
//! Every request is answered, and a no has a written reason. Nothing here invites a report of concern: that goes
//! its own way, at once.

mod answer;
mod ask;

pub use answer::{RequestLine, lines, read as answer};
pub use ask::{create, read as ask};
