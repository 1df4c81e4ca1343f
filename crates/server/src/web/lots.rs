//! What is done in a process, resource by resource?

pub mod consent;
pub mod copies;
mod deliveries;
pub mod drafting;
mod inbox;
pub mod meetings;
pub mod offer;
pub mod papers;
pub mod plans;
pub mod preparation;
mod rest;
pub mod saved;
mod signatures;
pub mod wishes;

use super::router::Route;

/// The addresses of this part, in the order they are used.
#[rustfmt::skip] // One part a line.
pub fn routes() -> Vec<Route> {
    let parts = [
        preparation::routes(),
        signatures::routes(),
        deliveries::routes(),
        inbox::routes(),
        consent::routes(),
        meetings::routes(),
        rest::routes(),
    ];
    parts.into_iter().flatten().collect()
}
