//! What is done about a meeting, from booking to holding it?

pub mod booking;
pub mod rebooking;

use domain::{MeetingNo, ProcessId, choice::MeetingKind};

use super::offer::dashed;
use crate::web::{
    router::{Audience::Staff, Route, get, post},
    texts::Texts,
};

/// The addresses of meetings, in the order they are used.
pub fn routes() -> Vec<Route> {
    vec![
        get("/processes/{process}/meetings/new", Staff, "when a meeting can be held (T7)", booking::read),
        post("/processes/{process}/meetings/new", Staff, "book a meeting (T7)", booking::create),
        get(
            "/processes/{process}/meetings/{meeting}/rebooking",
            Staff,
            "another time for a meeting (T8x)",
            rebooking::read,
        ),
        post(
            "/processes/{process}/meetings/{meeting}/rebooking",
            Staff,
            "give a meeting another time (T8x)",
            rebooking::update,
        ),
        get(
            "/processes/{process}/meetings/{meeting}/cancellation",
            Staff,
            "what it means to call a meeting off",
            rebooking::read_cancellation,
        ),
        post(
            "/processes/{process}/meetings/{meeting}/cancellation",
            Staff,
            "call a meeting off",
            rebooking::cancel,
        ),
    ]
}

/// A reason is read by people who were not there.
pub const REASON_MAX: usize = 600;

/// The page of one meeting.
pub fn address(process: ProcessId, meeting: MeetingNo) -> String {
    format!("/processes/{process}/meetings/{meeting}")
}

/// "inledande möte", as it stands inside a sentence.
pub fn kind(t: &Texts, kind: MeetingKind) -> String {
    let name = t.get(&format!("meeting-kind-{}", dashed(kind.word())));
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
