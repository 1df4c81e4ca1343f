//! What is done in a process, resource by resource?

mod consent;
pub mod copies;
mod deliveries;
pub mod drafting;
mod inbox;
pub mod meetings;
pub mod offer;
mod preparation;
mod rest;
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
