//! What is done in a process on the way beyond Lots: described, consented to, followed up? (S6, S7, S15)
//!
//! The side of those who take part. The coordinator's and the bodies' pages stand by themselves.

mod answers;
mod consent;
mod description;
mod follow_up;
mod overview;
pub mod told;
pub mod wording;

pub use consent::about;

use domain::{CaseNo, PersonId, samba::case::Case as SambaCase};

use crate::web::{
    case::Case,
    error::WebError,
    router::{Audience, Route, get, post},
};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/{process}/samba", Staff, "how far a case beyond Lots has come (S14)", overview::read),
        get("/processes/{process}/samba/description", Staff, "the case description (4.9)", description::read),
        post("/processes/{process}/samba/description", Staff, "write the description", description::create),
        get("/processes/{process}/samba/consent", Staff, "ask for consent (CON-21)", consent::read),
        post("/processes/{process}/samba/consent", Staff, "ask for consent (CON-21)", consent::create),
        get(
            "/processes/{process}/samba/answers/{person}",
            Staff,
            "what one answered (CON-22)",
            answers::read,
        ),
        post("/processes/{process}/samba/answers/{person}", Staff, "register an answer", answers::create),
        get("/processes/{process}/samba/follow-up", Staff, "follow the answer up (4.7)", follow_up::read),
        post("/processes/{process}/samba/follow-up", Staff, "follow the answer up", follow_up::create),
        post("/processes/{process}/samba/notifications", Staff, "tell the family (4.7)", follow_up::tell),
    ]
}

/// The address of a part of the case's page.
fn address(case: &Case, part: &str) -> String {
    format!("/processes/{}/samba{part}", case.id)
}

/// The last case of the process.
///
/// # Errors
/// `NotFound` when nobody has made contact.
fn last(case: &Case) -> Result<(CaseNo, &SambaCase), WebError> {
    case.process.samba.last_case().ok_or(WebError::NotFound)
}

/// Whether this person was asked to describe the case and to ask for consent.
fn is_caseworker(samba: &SambaCase, person: PersonId) -> bool {
    samba.is_open() && samba.caseworker == Some(person)
}
