//! What is done in a process, resource by resource?

mod consent;

use super::router::Route;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    [consent::routes()].into_iter().flatten().collect()
}
