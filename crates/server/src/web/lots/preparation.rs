//! What happens before anything is sent: opening, circle, pre-meeting, summons?

mod circle;
mod opening;
mod pre_meeting;
pub mod summons;

use crate::web::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/new", Staff, "may a process be opened at all (PRI-19, CON-19)", opening::first),
        post("/processes/new", Staff, "the first questions answered", opening::answer),
        get("/processes/new/stop", Staff, "where to turn when a guardian may harm (CON-19)", opening::stop),
        get("/processes/new/child", Staff, "the child, its guardians, custody (T1)", opening::read),
        post("/processes/new/child", Staff, "open a process (T1, T1b, T19)", opening::create),
        get("/processes/{process}/units", Staff, "the units that are thought of (PRI-04)", circle::read),
        post("/processes/{process}/units", Staff, "propose a unit", circle::create),
        get("/processes/{process}/pre-meeting", Staff, "what was planned together (T2)", pre_meeting::read),
        post("/processes/{process}/pre-meeting", Staff, "record the pre-meeting (T2)", pre_meeting::create),
        get("/processes/{process}/summons", Staff, "the locked summons (T3)", summons::read),
        get("/processes/{process}/summons/draft", Staff, "the summons being written", summons::read_draft),
        post("/processes/{process}/summons/draft", Staff, "keep the draft", summons::write),
        get("/processes/{process}/summons/preview", Staff, "what will be signed", summons::read_preview),
        post("/processes/{process}/summons/preview", Staff, "lock the summons (T3)", summons::freeze),
        get("/processes/{process}/summons/reopening", Staff, "open it again?", summons::read_reopening),
        post("/processes/{process}/summons/reopening", Staff, "open it again (T4r)", summons::reopen),
    ]
}
