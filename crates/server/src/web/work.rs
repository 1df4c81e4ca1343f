//! What waits for those who work, and how do they find it?

mod calendar;
mod list;
mod process;
mod processes;
mod requests;
pub mod tasks;

use super::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::{SignedIn, Staff};
    vec![
        get("/work", Staff, "what waits for me (PRI-21)", list::read),
        get("/processes", Staff, "the processes one takes part in", processes::read),
        post("/processes", Staff, "look for a process by name (REL-2)", processes::search),
        get("/processes/{process}", Staff, "one process", process::read),
        get("/calendar", SignedIn, "one's meetings", calendar::read),
        get("/work/requests", Staff, "families who have asked (T1b)", requests::list),
        get("/work/requests/{request}", Staff, "one family's request", requests::read),
        post("/work/requests/{request}", Staff, "answer a family's request", requests::answer),
    ]
}
