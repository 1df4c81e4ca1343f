//! How is a protected identity kept: the mark, those who are named, and the separate copies? (5.6, PID-1 to PID-10)

mod ask;
mod compare;
mod copies;
mod mark;
mod named;
mod revealing;
pub mod whole;

pub use mark::grade_choice;

use crate::web::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::{Manager, Staff};
    vec![
        get("/processes/{process}/protection", Staff, "who is protected, and from whom (PID-1)", mark::read),
        post("/processes/{process}/protection", Staff, "switch on, hide, end together (PID-1)", mark::create),
        post(
            "/processes/{process}/protection/questions",
            Staff,
            "ask managers to name people (PID-4)",
            ask::create,
        ),
        get(
            "/processes/{process}/separate-copies",
            Staff,
            "what one guardian reads instead (PID-6)",
            copies::list,
        ),
        post("/processes/{process}/separate-copies", Staff, "write a separate copy (PID-6)", copies::create),
        get("/processes/{process}/separate-copies/new", Staff, "write a separate copy (PID-6)", copies::read),
        get(
            "/processes/{process}/separate-copies/{copy}",
            Staff,
            "compare it with the whole text (PID-6)",
            compare::read,
        ),
        post(
            "/processes/{process}/separate-copies/{copy}",
            Staff,
            "approve it as the second of two (PID-6)",
            compare::approve,
        ),
        get("/named-users", Manager, "where my unit has to name somebody (PID-4)", named::list),
        get("/named-users/{process}", Manager, "who of us may handle it (PID-4)", named::read),
        post("/named-users/{process}", Manager, "name somebody (PID-4)", named::create),
        post("/named-users/{process}/{person}/departure", Manager, "take a name back (PID-4)", named::delete),
    ]
}
