//! What is done in a process, resource by resource?

use super::router::Route;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    vec![]
}
