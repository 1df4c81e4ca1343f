//! Who has signed, who is missing, and on what grounds may somebody be? (T4; CON-12 to CON-18, CON-27, CON-30, CON-31)

mod answer;
mod grounds;
mod list;
mod register;

pub use list::capacity_key;
pub use register::{method, methods};

use crate::web::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/{process}/signatures", Staff, "who has signed and who is missing", list::read),
        get(
            "/processes/{process}/signatures/{person}",
            Staff,
            "register a signature on paper or on this screen (CON-27, CON-30)",
            register::read,
        ),
        post(
            "/processes/{process}/signatures/{person}",
            Staff,
            "register a signature (CON-27, CON-30)",
            register::create,
        ),
        get("/processes/{process}/refusal-answer", Staff, "answer a child's no (CON-18)", answer::read),
        post("/processes/{process}/refusal-answer", Staff, "answer a child's no (CON-18)", answer::create),
        get(
            "/processes/{process}/grounds",
            Staff,
            "grounds around the signatures (CON-13 to CON-17)",
            grounds::read,
        ),
        post("/processes/{process}/grounds", Staff, "put a ground on record", grounds::create),
    ]
}
