//! Who has said yes to what, and how is it taken back? The grid of consent, and its withdrawal.

pub mod grid;
mod revocation;

use crate::web::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/{process}/consent", Staff, "who may know what, and until when (CON-05)", grid::read),
        get(
            "/processes/{process}/consent-revocation",
            Staff,
            "what follows if a consent is taken back (CON-08 to CON-11)",
            revocation::read,
        ),
        post(
            "/processes/{process}/consent-revocation",
            Staff,
            "record at once that a consent is taken back (CON-07)",
            revocation::create,
        ),
    ]
}
