//! What is in the demo world?

mod afterwards;
mod apart;
mod beyond;
pub mod bodies;
mod deidentified;
mod desk;
pub mod fill;
mod forms;
mod life;
pub mod looks;
mod meetings;
mod notes;
pub mod people;
mod plan;
pub mod play;
mod schedule;
pub mod stage;
pub mod story;
pub mod synthetic;
#[cfg(test)]
mod tests;
mod twists;
