//! What do child and guardians see and do?
//!
//! Their pages stand by themselves: larger, one question at a time, in words of their own (`family*.ftl`).

mod apart;
mod changes;
mod circle;
mod closing;
mod course;
mod frame;
mod frozen;
mod home;
mod looked;
mod lots;
mod meeting;
mod overview;
mod plan;
mod pre_meeting;
mod process;
mod proposal;
mod refusal_words;
mod request;
mod samba;
mod status;
mod stop;
mod summons;
mod tasks;
mod units;
mod voice;

pub use voice::first_name;

use super::router::{Audience::Family, Route, get, post};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    [
        home_and_requests(),
        before_the_meeting(),
        meetings_and_plan(),
        at_any_time(),
        apart::routes(),
        samba::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn home_and_requests() -> Vec<Route> {
    vec![
        get("/family", Family, "what is going on for my family", home::read),
        get("/family/processes/{process}", Family, "everything about one process", process::read),
        get("/requests/new", Family, "ask for a process (T1b)", request::ask),
        post("/requests/new", Family, "ask for a process (T1b)", request::create),
        get("/requests/{request}", Family, "what we were answered (T1b)", request::answer),
    ]
}

fn before_the_meeting() -> Vec<Route> {
    vec![
        get("/family/processes/{process}/units", Family, "which units shall be called (PRI-04)", units::read),
        get("/family/processes/{process}/units/new", Family, "propose a unit oneself", proposal::read),
        post("/family/processes/{process}/units/new", Family, "propose a unit oneself", proposal::create),
        post("/family/processes/{process}/units/{unit}", Family, "yes or no to a unit", units::answer),
        get("/family/processes/{process}/pre-meeting", Family, "what we agreed on", pre_meeting::read),
        post("/family/processes/{process}/pre-meeting", Family, "what I think of it", pre_meeting::comment),
        get("/family/processes/{process}/summons", Family, "what I am asked to sign (AU-7)", summons::read),
        post("/family/processes/{process}/summons", Family, "sign, or say no", summons::answer),
    ]
}

fn meetings_and_plan() -> Vec<Route> {
    vec![
        get("/family/processes/{process}/meetings/{meeting}", Family, "when, where and who", meeting::read),
        get("/family/processes/{process}/lots", Family, "who shall be our Lots", lots::read),
        post("/family/processes/{process}/lots", Family, "yes to the Lots", lots::accept),
        get("/family/processes/{process}/plan", Family, "the plan", plan::overview),
        get("/family/processes/{process}/plan/versions/{version}", Family, "one version", plan::version),
        post("/family/processes/{process}/plan/versions/{version}", Family, "what I think", plan::answer),
        get("/family/processes/{process}/plan/needs/new", Family, "what is important to me", plan::need),
        post(
            "/family/processes/{process}/plan/needs/new",
            Family,
            "what is important to me",
            plan::write_need,
        ),
        post("/family/processes/{process}/plan/needs/{need}", Family, "take it out again", plan::withdraw),
        get("/family/processes/{process}/plan/goals/new", Family, "where we want to get", plan::goal),
        post("/family/processes/{process}/plan/goals/new", Family, "where we want to get", plan::write_goal),
        get("/family/processes/{process}/plan/lines/{line}", Family, "has it helped (PRI-11)", plan::line),
        post("/family/processes/{process}/plan/lines/{line}", Family, "has it helped (PRI-11)", plan::rate),
        get("/family/processes/{process}/changes", Family, "what has changed (PRI-09)", changes::read),
        post("/family/processes/{process}/changes/{change}", Family, "I have read it", changes::mark),
        get("/family/processes/{process}/closing", Family, "the way back (PRI-18)", closing::read),
        post("/family/processes/{process}/closing", Family, "I agree to close", closing::agree),
    ]
}

fn at_any_time() -> Vec<Route> {
    vec![
        get("/family/processes/{process}/stop", Family, "how do I say stop (CON-07)", stop::read),
        post("/family/processes/{process}/stop", Family, "stop, at once (CON-07)", stop::create),
        get(
            "/family/processes/{process}/earlier-plan",
            Family,
            "the plan of the last time (T19)",
            super::lots::release::earlier::read,
        ),
        get("/family/processes/{process}/looked", Family, "who has looked (AD-5)", looked::read),
    ]
}
