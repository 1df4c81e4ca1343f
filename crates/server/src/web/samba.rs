//! When do the bodies beyond Lots meet, and what have they written? The pages of the Samba coordinator and of those
//! who sit in a body. (BOD-1 to BOD-8)
//!
//! Nothing on them is about any child. The cases of a meeting have pages of their own, behind the gate. So has the
//! coordinator's desk: the own working notes, and what the parties should develop (DESK-1 to DESK-5).

mod acts;
mod attendance;
mod cadence;
mod calendar;
mod cases;
pub mod deidentified;
mod list;
mod meeting;
mod minutes;
mod moving;
mod needs;
mod notes;
mod planning;
mod words;

use domain::{
    BodyId,
    samba::{
        bodies::Body,
        meeting::{MeetingAct, MeetingRefusal},
    },
};
use jiff::{ToSpan as _, civil::Date};
use store::BodyRules;

use super::{
    app::App,
    error::WebError,
    identity::Actor,
    router::{Audience, Route, get, post},
};
use domain::BodyMeetingId;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::{BodyMember, Convening, InBodies};
    let bodies = vec![
        get("/bodies", Convening, "the fixed days and meetings of the bodies (BOD-1)", calendar::read),
        get("/bodies/{body}/meetings", Convening, "plan a meeting (BOD-1)", planning::read),
        post("/bodies/{body}/meetings", Convening, "put a meeting in the calendar (BOD-1)", planning::create),
        get("/bodies/{body}/cadence", Convening, "how often a body meets (BOD-3)", cadence::read),
        post(
            "/bodies/{body}/cadence",
            Convening,
            "let a body meet more or less often (BOD-3)",
            cadence::change,
        ),
        get("/body-meetings", BodyMember, "the meetings of my body (BOD-4)", list::read),
        get("/body-meetings/{meeting}", InBodies, "agenda and minutes of a meeting (BOD-4)", meeting::read),
        post("/body-meetings/{meeting}/convening", Convening, "convene it (BOD-4)", acts::convene),
        get("/body-meetings/{meeting}/day", Convening, "another day or place (BOD-5)", moving::read),
        post("/body-meetings/{meeting}/day", Convening, "move it, with a reason (BOD-5)", moving::reschedule),
        get(
            "/body-meetings/{meeting}/cancellation",
            Convening,
            "call it off (BOD-5)",
            moving::read_cancellation,
        ),
        post(
            "/body-meetings/{meeting}/cancellation",
            Convening,
            "call it off, with a reason (BOD-5)",
            moving::cancel,
        ),
        get("/body-meetings/{meeting}/attendance", Convening, "who is here (BOD-6)", attendance::read),
        post(
            "/body-meetings/{meeting}/attendance",
            Convening,
            "record who is here (BOD-6)",
            attendance::record,
        ),
        post(
            "/body-meetings/{meeting}/agenda",
            Convening,
            "a step of the agenda is done (BOD-7)",
            acts::finish,
        ),
        post("/body-meetings/{meeting}/secretary", Convening, "elect the secretary (BOD-6)", acts::elect),
        get(
            "/body-meetings/{meeting}/minutes/{part}",
            Convening,
            "write or correct a part (BOD-8)",
            minutes::read,
        ),
        post(
            "/body-meetings/{meeting}/minutes/{part}",
            Convening,
            "write or correct it (BOD-8)",
            minutes::write,
        ),
        post("/body-meetings/{meeting}/final", Convening, "finalise the minutes (BOD-8)", acts::finalise),
    ];
    let desk = notes::routes().into_iter().chain(needs::routes());
    cases::routes().into_iter().chain(deidentified::routes()).chain(bodies).chain(desk).collect()
}

/// The longest place, reason and text, in characters.
const PLACE_MAX: usize = 200;
const REASON_MAX: usize = 500;
const TEXT_MAX: usize = 5_000;
/// So far ahead and back the calendar shows.
const MONTHS_AHEAD: i64 = 7;
const MONTHS_BACK: i64 = 3;

fn rules(app: &App) -> BodyRules {
    BodyRules { bodies: app.bodies.clone(), calendar: app.calendar.clone() }
}

fn body(app: &App, id: BodyId) -> Result<&Body, WebError> {
    app.bodies.body(id).ok_or(WebError::NotFound)
}

fn window(app: &App) -> (Date, Date) {
    let today = app.clock.now().today();
    (today.saturating_sub(MONTHS_BACK.months()), today.saturating_add(MONTHS_AHEAD.months()))
}

async fn act(
    app: &App,
    actor: Actor,
    id: BodyMeetingId,
    act: MeetingAct,
) -> Result<Result<(), MeetingRefusal>, WebError> {
    Ok(app.store.change_body_meeting(actor, id, act, rules(app), app.clock.now()).await?)
}

fn address(id: BodyMeetingId) -> String {
    format!("/body-meetings/{id}")
}
