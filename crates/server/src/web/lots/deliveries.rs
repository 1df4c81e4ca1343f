//! Where has the summons been sent, when was it received, and from which day can each unit meet? (T5, T6)

mod dispatch;
mod list;
mod receipt;

use crate::web::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/{process}/dispatch", Staff, "who will be sent the summons (T5)", dispatch::read),
        post("/processes/{process}/dispatch", Staff, "send the summons (T5)", dispatch::create),
        get("/processes/{process}/deliveries", Staff, "receipts and earliest days (T6)", list::read),
        post(
            "/processes/{process}/deliveries/delay",
            Staff,
            "why it takes time (TIME-8)",
            list::explain_delay,
        ),
        get("/processes/{process}/deliveries/{unit}", Staff, "one unit's receipt (TIME-3)", receipt::read),
        post(
            "/processes/{process}/deliveries/{unit}",
            Staff,
            "register or correct a receipt",
            receipt::create,
        ),
    ]
}
