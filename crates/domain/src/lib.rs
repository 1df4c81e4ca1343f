//! What are the rules of the Lots model? Pure: no I/O, clock, randomness or asker.

pub mod calendar;
pub mod choice;
pub mod consent;
pub mod course;
pub mod deidentify;
pub mod event;
mod evolve;
pub mod form;
pub mod ids;
pub mod lots;
pub mod now;
pub mod organisation;
pub mod party;
pub mod personal_id;
pub mod process;
pub mod refusal;
pub mod samba;
pub mod third_person;
pub mod waiting;

pub use event::Event;
pub use ids::*;
pub use now::Now;
pub use process::Process;
pub use refusal::Refusal;
