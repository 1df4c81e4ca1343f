//! On what are the tests run?

pub(crate) mod both;
mod people;
mod schema;
mod session;
mod small;
