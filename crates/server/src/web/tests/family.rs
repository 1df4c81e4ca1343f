//! Do the family's pages keep what they promise? One family, one process, pages asked as child and guardians.

mod asking;
mod before;
mod looking;
pub mod meetings;
mod stopping;
pub mod story;
mod withheld;
