//! What is done in a process, resource by resource?

mod changes;
mod closing;
pub mod consent;
pub mod copies;
mod deliveries;
pub mod drafting;
mod inbox;
pub mod meetings;
pub mod offer;
pub mod other_grounds;
pub mod papers;
pub mod plans;
pub mod preparation;
mod protection;
pub mod release;
mod rest;
pub mod samba;
pub mod saved;
mod signatures;
pub mod third_persons;
pub mod wishes;
mod withheld;

use super::router::Route;

/// The addresses of this part, in the order they are used.
#[rustfmt::skip] // One part a line.
pub fn routes() -> Vec<Route> {
    let parts = [
        preparation::routes(),
        signatures::routes(),
        deliveries::routes(),
        inbox::routes(),
        protection::routes(),
        consent::routes(),
        meetings::routes(),
        plans::routes(),
        release::routes(),
        changes::routes(),
        closing::routes(),
        rest::routes(),
        samba::routes(),
        withheld::routes(),
        third_persons::routes(),
        other_grounds::routes(),
    ];
    parts.into_iter().flatten().collect()
}
