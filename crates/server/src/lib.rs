//! What does the server do? It turns requests into acts and views, and those into pages.
//!
//! The executable `farled` is in `main.rs`; everything it does lies here, so that tests can drive it.

pub mod account;
pub mod clock;
pub mod config;
pub mod demo;
pub mod disposal;
pub mod export;
pub mod listen;
pub mod log_figures;
pub mod offering;
pub mod open;
pub mod policy_tables;
pub mod seal_key;
pub mod sealing;
pub mod verify;
pub mod web;
pub mod witness;
pub mod workdays;
