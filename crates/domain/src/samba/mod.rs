//! How does a case go on when Lots is not enough? The escalation as a state machine (handbook 4).
//!
//! One decision family a file. A case with the child's name is part of its process, so that the same gate, the same
//! record and the same withdrawal hold for it; without the name it is a thing of its own (`deidentified`). What a body
//! does apart from cases stands in `bodies` and `cadence`.

pub mod agenda;
pub mod agreement;
pub mod bodies;
pub mod cadence;
pub mod case;
pub mod choice;
pub mod consent;
pub mod contact;
pub mod cost;
pub mod deidentified;
mod evolve;
pub mod mandate;
pub mod meeting;
pub mod need;
pub mod note;
pub mod outcome;
mod refusal;
pub mod returning;
pub mod state;
mod texts;
pub mod treatment;

pub use mandate::Mandate;
pub use refusal::SambaRefusal;
pub use state::Samba;
