//! What is done in a process, resource by resource?

mod consent;
mod inbox;
pub mod meetings;
pub mod offer;
pub mod preparation;
mod rest;
pub mod wishes;

use super::router::Route;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    let parts =
        [preparation::routes(), inbox::routes(), consent::routes(), meetings::routes(), rest::routes()];
    parts.into_iter().flatten().collect()
}
