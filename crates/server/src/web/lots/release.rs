//! How does a plan go out to those around the child, and what do they keep of it? (T9, REL-1, T15)

mod answers;
mod comparison;
mod copies;
pub mod copy;
pub mod earlier;
mod giving;
mod versions;

use crate::web::{
    error::WebError,
    identity::{Actor, Seat},
    router::{Audience, Route, get, post},
};
use domain::{UnitId, party::Receiver};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get(
            "/processes/{process}/plan/versions/{version}",
            Staff,
            "one version of the plan in full",
            versions::read,
        ),
        get(
            "/processes/{process}/plan/comparison",
            Staff,
            "two versions of the plan side by side",
            versions::compare,
        ),
        get(
            "/processes/{process}/plan/versions/{version}/release",
            Staff,
            "who gets what, and what is still missing (T9)",
            giving::read,
        ),
        post(
            "/processes/{process}/plan/versions/{version}/release",
            Staff,
            "give everyone their copy of the plan (T9, REL-1)",
            giving::create,
        ),
        post(
            "/processes/{process}/plan/versions/{version}/answers",
            Staff,
            "write down what somebody in the family answered in the room (T9)",
            answers::create,
        ),
        get(
            "/processes/{process}/copies",
            Staff,
            "what one's own unit has been given (REL-1)",
            copies::index,
        ),
        get(
            "/processes/{process}/earlier-plan",
            Staff,
            "the plan of the process that this one takes up again (T19)",
            earlier::read,
        ),
        get("/processes/{process}/copies/{copy}", Staff, "one frozen copy, as it was given", copies::read),
        post(
            "/processes/{process}/copies/{copy}/filing",
            Staff,
            "the copy is in the unit's own record (T15)",
            copies::file,
        ),
    ]
}

/// The unit of the seat from which somebody works; nobody else has copies or changes to read here.
///
/// # Errors
/// `NotFound` in every other seat.
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

/// A receiver as forms carry it.
pub fn receiver_code(receiver: Receiver) -> String {
    match receiver {
        Receiver::Family { person } => format!("family-{person}"),
        Receiver::Unit { unit } => format!("unit-{unit}"),
    }
}
