//! What is done with the plan, from the first need to the copies of each version?

pub mod lines;
mod needs;
pub mod plan_view;
mod questions;
mod text;
mod working;

use domain::{ProcessId, UnitId};
use policy::{Actor, Seat};

use crate::web::{
    error::WebError,
    router::{Audience::Staff, Route, get, post},
};

/// A need, a goal, a question: a few sentences.
pub const ENTRY_MAX: usize = 1_000;

/// The addresses of the plan, in the order they are used.
pub fn routes() -> Vec<Route> {
    [together(), own()].into_iter().flatten().collect()
}

fn together() -> Vec<Route> {
    vec![
        get("/processes/{process}/plan", Staff, "the plan as it is being worked on", working::read),
        post("/processes/{process}/plan/lead", Staff, "which principal answers for all of it", working::lead),
        get("/processes/{process}/plan/text", Staff, "the plan's own text (form 7.0)", text::read),
        post("/processes/{process}/plan/text", Staff, "keep what is written of the plan", text::update),
        get("/processes/{process}/needs", Staff, "write a need", needs::read),
        post("/processes/{process}/needs", Staff, "a need into the plan", needs::create),
        get("/processes/{process}/needs/{need}", Staff, "take a need out of the plan", needs::read_one),
        post("/processes/{process}/needs/{need}", Staff, "a need out of the plan", needs::withdraw),
        get("/processes/{process}/goals", Staff, "write a goal", needs::read_goals),
        post("/processes/{process}/goals", Staff, "a goal into the plan", needs::create_goal),
        get("/processes/{process}/questions", Staff, "ask what nobody answers for yet", questions::read),
        post("/processes/{process}/questions", Staff, "a question into the plan (PRI-02)", questions::create),
    ]
}

fn own() -> Vec<Route> {
    vec![
        get("/processes/{process}/lines", Staff, "what one's own unit contributes (PRI-01)", lines::read),
        get("/processes/{process}/lines/new", Staff, "a new line of one's own", lines::offer::read),
        post("/processes/{process}/lines/new", Staff, "offer something of one's own", lines::offer::create),
        get("/processes/{process}/lines/{line}", Staff, "one line of one's own", lines::one::read),
        post("/processes/{process}/lines/{line}/confirmation", Staff, "stand by a line", lines::one::confirm),
        post("/processes/{process}/lines/{line}/state", Staff, "a line goes on (T10)", lines::one::move_to),
        post(
            "/processes/{process}/lines/{line}/follow-up",
            Staff,
            "how it has gone with a line (T12)",
            lines::one::follow_up,
        ),
        get("/processes/{process}/assessment", Staff, "what the assessment showed", lines::assessment::read),
        post(
            "/processes/{process}/assessment",
            Staff,
            "tell what the assessment showed (T12)",
            lines::assessment::create,
        ),
        get(
            "/processes/{process}/questions/{question}",
            Staff,
            "a question to one's unit",
            questions::read_one,
        ),
        post(
            "/processes/{process}/questions/{question}",
            Staff,
            "answer for one's own unit",
            questions::answer,
        ),
    ]
}

/// The page where those who lead work on the plan together.
pub fn address(process: ProcessId) -> String {
    format!("/processes/{process}/plan")
}

/// The unit in whose seat somebody is signed in: whose lines these are is never asked in a form (PRI-01).
pub fn own_unit(actor: Actor) -> Result<UnitId, WebError> {
    match actor.seat {
        Seat::Staff { unit, .. } => Ok(unit),
        Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => Err(WebError::NotFound),
    }
}
