//! How does it end well, and how does one find the way back? (T15, PRI-18, S11)

mod hand_over;
mod steps;
mod view;

use crate::web::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/{process}/closing", Staff, "what remains before it is closed (T15)", steps::read),
        post("/processes/{process}/closing/way-back", Staff, "write the way back (PRI-18)", steps::write),
        post("/processes/{process}/closing/handing", Staff, "somebody has the way back", steps::give),
        post("/processes/{process}/closing/feedback", Staff, "ask the family how it has been", steps::invite),
        post("/processes/{process}/closing", Staff, "close the process (T15)", steps::close),
        get("/processes/{process}/hand-over", Staff, "what the young adult is given (S11)", hand_over::read),
        post(
            "/processes/{process}/hand-over",
            Staff,
            "the young adult has been given it (S11)",
            hand_over::create,
        ),
    ]
}
