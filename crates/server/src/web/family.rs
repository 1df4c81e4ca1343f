//! What do child and guardians see and do?

use super::router::Route;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    vec![]
}
