//! What is done in a process, resource by resource?

mod consent;
pub mod meetings;
pub mod offer;
pub mod wishes;

use super::router::Route;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    [consent::routes(), meetings::routes()].into_iter().flatten().collect()
}
