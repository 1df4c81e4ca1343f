//! Is the architecture still what ARCHITECTURE.md says it is?
//!
//! Tests only. What is called an invariant there is checked by the compiler or here; a rule that nothing checks
//! is advice. Where a rule has exceptions they stand in one list in that rule's file, and the list may only
//! shrink: an exception that is no longer needed fails too.
#![cfg(test)]

mod columns;
mod dependencies;
mod events;
mod fluent;
mod gate;
mod places;
mod prose;
mod purity;
mod reading;
mod rules;
mod rust;
mod sizes;
mod sql;
mod texts;
mod tree;
