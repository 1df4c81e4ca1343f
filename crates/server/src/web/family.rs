//! What do child and guardians see and do?
//!
//! Their pages stand by themselves: larger, one question at a time, in words of their own (`family*.ftl`).

mod circle;
mod course;
mod frame;
mod frozen;
mod home;
mod looked;
mod overview;
mod pre_meeting;
mod process;
mod proposal;
mod refusal_words;
mod status;
mod stop;
mod summons;
mod tasks;
mod units;
mod voice;

use super::router::{Audience::Family, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    vec![
        get("/family", Family, "what is going on for my family", home::read),
        get("/family/processes/{process}", Family, "everything about one process", process::read),
        get("/family/processes/{process}/units", Family, "which units shall be called (PRI-04)", units::read),
        get("/family/processes/{process}/units/new", Family, "propose a unit oneself", proposal::read),
        post("/family/processes/{process}/units/new", Family, "propose a unit oneself", proposal::create),
        post("/family/processes/{process}/units/{unit}", Family, "yes or no to a unit", units::answer),
        get("/family/processes/{process}/pre-meeting", Family, "what we agreed on", pre_meeting::read),
        post("/family/processes/{process}/pre-meeting", Family, "what I think of it", pre_meeting::comment),
        get("/family/processes/{process}/summons", Family, "what I am asked to sign (AU-7)", summons::read),
        post("/family/processes/{process}/summons", Family, "sign, or say no", summons::answer),
        get("/family/processes/{process}/stop", Family, "how do I say stop (CON-07)", stop::read),
        post("/family/processes/{process}/stop", Family, "stop, at once (CON-07)", stop::create),
        get("/family/processes/{process}/looked", Family, "who has looked (AD-5)", looked::read),
    ]
}
