//! What is done about a meeting, from booking to holding it?

pub mod absent;
pub mod agenda;
pub mod attendance;
pub mod booking;
pub mod child;
pub mod choice;
pub mod close;
pub mod follow_up;
pub mod rebooking;
pub mod room;

use domain::{MeetingNo, ProcessId, choice::MeetingKind, lots::meeting::Meeting};
use policy::Ground;

use super::offer::dashed;
use crate::web::{
    case::Case,
    router::{Audience::Staff, Route, get, post},
    texts::Texts,
};

/// The addresses of meetings, in the order they are used.
pub fn routes() -> Vec<Route> {
    [before(), in_the_room(), papers()].into_iter().flatten().collect()
}

fn before() -> Vec<Route> {
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

fn in_the_room() -> Vec<Route> {
    vec![
        get("/processes/{process}/meetings/{meeting}", Staff, "the room, on the wall (3.5.6)", room::read),
        post(
            "/processes/{process}/meetings/{meeting}/agenda",
            Staff,
            "an item is done (PRI-05)",
            agenda::tick,
        ),
        post(
            "/processes/{process}/meetings/{meeting}/guests",
            Staff,
            "the family has said yes to a guest (3.5.3)",
            attendance::accept_guest,
        ),
        get("/processes/{process}/lots", Staff, "who is Lots (T8)", choice::read),
        post("/processes/{process}/lots", Staff, "propose somebody as Lots", choice::propose),
        post("/processes/{process}/lots/acceptance", Staff, "a yes to the Lots", choice::accept),
        get(
            "/processes/{process}/meetings/{meeting}/child",
            Staff,
            "who tells the child, and when (PRI-14)",
            child::read,
        ),
        post("/processes/{process}/meetings/{meeting}/child", Staff, "say who tells the child", child::plan),
        post(
            "/processes/{process}/meetings/{meeting}/child/told",
            Staff,
            "the child has been told",
            child::tell,
        ),
    ]
}

fn papers() -> Vec<Route> {
    vec![
        get(
            "/processes/{process}/meetings/{meeting}/attendance",
            Staff,
            "who is here (form 5.0)",
            attendance::read,
        ),
        post(
            "/processes/{process}/meetings/{meeting}/attendance",
            Staff,
            "write down who is here",
            attendance::update,
        ),
        get(
            "/processes/{process}/meetings/{meeting}/follow-up",
            Staff,
            "how it has gone since last time (form 6.0)",
            follow_up::read,
        ),
        post(
            "/processes/{process}/meetings/{meeting}/follow-up",
            Staff,
            "keep what is written of the follow-up",
            follow_up::update,
        ),
        post(
            "/processes/{process}/meetings/{meeting}/follow-up/goals",
            Staff,
            "how far a goal has come",
            follow_up::assess_goal,
        ),
        get(
            "/processes/{process}/meetings/{meeting}/close",
            Staff,
            "what is still missing before the meeting ends",
            close::read,
        ),
        post(
            "/processes/{process}/meetings/{meeting}/close",
            Staff,
            "close the meeting (T8, T12 to T14)",
            close::update,
        ),
    ]
}

/// A reason is read by people who were not there.
pub const REASON_MAX: usize = 600;

/// Whether the reader may know of a meeting: a called unit of those it is called to itself, and those who lead
/// and the family of all (3.4).
pub fn is_open(case: &Case, meeting: &Meeting) -> bool {
    match case.ground {
        Ground::Child | Ground::Guardian | Ground::Initiator | Ground::Lots | Ground::Chair => true,
        Ground::Participant(unit) => meeting.units.contains(&unit),
        Ground::GuardianApart
        | Ground::Inbox(_)
        | Ground::SecondReader(_)
        | Ground::Manager(_)
        | Ground::DisclosedTo(_)
        | Ground::SambaContact
        | Ground::SambaCoordinator
        | Ground::BodyMember(..)
        | Ground::TookPart(_) => false,
    }
}

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
