//! Does the work rest, start again, end, or go on elsewhere? (T16 to T19)

mod pause;
mod samba;

use crate::web::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/{process}/pause", Staff, "let the work rest, or take it up again (T16)", pause::read),
        post("/processes/{process}/pause", Staff, "let the work rest", pause::create),
        post("/processes/{process}/resumption", Staff, "take the work up again", pause::resume),
        post("/processes/{process}/lots-departure", Staff, "the Lots leaves (T16)", pause::leave),
        post("/processes/{process}/discontinuation", Staff, "end the coordination (T17)", pause::discontinue),
        get("/processes/{process}/samba-contact", Staff, "when Lots is not enough (T18)", samba::read),
        post("/processes/{process}/samba-contact", Staff, "contact the coordinator (T18)", samba::create),
    ]
}
