//! Which summonses have come in to my unit, who takes part, and what do we answer? (PRI-21, Q34)

mod list;
mod summons;

pub use list::reply_key;

use crate::web::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/inbox", Staff, "summonses to one's unit, the most pressing first (PRI-21)", list::read),
        get("/inbox/{process}", Staff, "one received summons", summons::read),
        post("/inbox/{process}/participants", Staff, "name who takes part", summons::name),
        post(
            "/inbox/{process}/participants/{person}/departure",
            Staff,
            "somebody no longer takes part",
            summons::release,
        ),
        post("/inbox/{process}/reply", Staff, "coming, a substitute, or other times (Q34)", summons::reply),
    ]
}
