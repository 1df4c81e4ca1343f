//! On what are the tests run?

pub(crate) mod both;
mod cost;
mod door;
mod examples;
mod flight;
mod history;
mod keys;
mod opening;
mod people;
mod schema;
mod session;
mod small;
pub(crate) mod world;
