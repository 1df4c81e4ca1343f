//! Where are we, and what happens next, in words that need no learning?

use domain::{choice::PauseReason, lots::state::State};

use super::{
    frame::{child, person_and_unit},
    voice::{Voice, key},
};
use crate::web::case::Case;

/// Where a process is.
pub struct Status {
    /// "Kallelsen är skickad."
    pub here: String,
    /// What happens next, and who does it.
    pub next: String,
}

pub fn of(t: Voice, case: &Case) -> Status {
    let state = case.process.state(case.now.today());
    let word = key(state.word());
    let lead = person_and_unit(t, case, case.process.lead());
    let values: [(&str, &dyn crate::web::texts::Spoken); 2] = [("lead", &lead), ("child", &child(case))];
    let next = match state {
        State::Paused => format!("family-next-paused-{}", key(paused(case).word())),
        State::Draft
        | State::Prepared
        | State::AwaitingSignature
        | State::ReadyToSend
        | State::Summoned
        | State::InitialBooked
        | State::InitialHeld
        | State::Assessing
        | State::Active
        | State::Closing
        | State::Closed
        | State::Discontinued => format!("family-next-{word}"),
    };
    Status { here: t.with(&format!("family-here-{word}"), &values), next: t.with(&next, &values) }
}

fn paused(case: &Case) -> PauseReason {
    let paused = case.process.paused(case.now.today());
    paused.map_or(PauseReason::FamilyAsks, |(reason, _)| reason)
}
