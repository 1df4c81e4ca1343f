//! How is something asked of the bodies about a child whom nobody there may know? (DID-1 to DID-9)
//!
//! The pages of whoever writes, of the coordinator, and of those on whose agenda it stands. No address here names a
//! process, and no page leads to one (DID-5). What is typed anywhere is looked through before it is stored.

mod act;
mod desk;
mod ending;
mod known;
mod list;
mod looked;
mod overview;
mod review;
mod scheduling;
mod treating;
mod words;
mod writing;

use act::{Act, read, update};

pub use list::{Line, of_writer, on_agenda};

use crate::web::router::{Audience, Route, get, post};

/// The addresses of this part, in the order they are used.
#[rustfmt::skip] // One address a line.
pub fn routes() -> Vec<Route> {
    use Audience::{Convening, Deidentified, InBodies, Staff, WritesOrConvenes};
    let acts = [
        pair::<review::Approve>(Convening, "/samba/deidentified/{description}/approval", "look at it and approve it (DID-4)"),
        pair::<review::Return>(Convening, "/samba/deidentified/{description}/return", "send it back, with a reason (DID-4)"),
        pair::<scheduling::Schedule>(Convening, "/samba/deidentified/{description}/agenda", "put it on an agenda (S9)"),
        pair::<scheduling::Remove>(Convening, "/samba/deidentified/{description}/removal", "take it off the agenda"),
        pair::<treating::Recognise>(InBodies, "/samba/deidentified/{description}/recognition", "say that one knows who it is (DID-6)"),
        pair::<treating::Treat>(Convening, "/samba/deidentified/{description}/treatment", "what the body came to (BOD-2)"),
        pair::<treating::FollowUp>(WritesOrConvenes, "/samba/deidentified/{description}/follow-up", "how it has gone since (DID-9)"),
        pair::<ending::End>(WritesOrConvenes, "/samba/deidentified/{description}/ending", "end and delete it (DID-8)"),
    ];
    let mut routes = vec![
        get("/samba/deidentified", Deidentified, "the descriptions one may know of (DID-5)", list::read),
        get("/samba/deidentified/new", Staff, "write one (DID-1)", writing::read_new),
        post("/samba/deidentified/new", Staff, "write one (DID-3)", writing::create),
        get("/samba/deidentified/{description}", Deidentified, "one description", overview::read),
        get("/samba/deidentified/{description}/writing", Staff, "write it anew", writing::read_again),
        post("/samba/deidentified/{description}/writing", Staff, "write it anew (DID-3)", writing::update),
    ];
    routes.extend(acts.into_iter().flatten());
    routes
}

/// The page of an act and the act itself.
fn pair<A: Act>(whom: Audience, path: &'static str, purpose: &'static str) -> [Route; 2] {
    [get(path, whom, purpose, read::<A>), post(path, whom, purpose, update::<A>)]
}
