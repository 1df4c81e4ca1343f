//! What waits for those who work, and how do they find it?

use super::router::Route;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    vec![]
}
