//! How is a case read and taken on that Lots was not enough for? (S1 to S17)
//!
//! Every act is an [`act::Act`] with a page of its own, which shows the form before and ends in a receipt. What the
//! reader may know of a case has been cut to measure before it comes here.

pub mod act;
mod agenda;
mod agreement;
mod assess;
pub mod block;
mod desk;
mod draft;
pub mod drawing;
mod ending;
pub mod list;
pub mod meetings;
mod money;
mod overview;
mod sort;
mod treat;
pub mod words;

use super::super::router::{Audience, Route, get, post};
use act::{Act, read, update};

/// The addresses of this part, in the order they are used.
#[rustfmt::skip] // One address a line.
pub fn routes() -> Vec<Route> {
    use Audience::{BodyMember, InBodies};
    let acts = [
        pair::<sort::Sort>("/samba/cases/{process}/sorting", "what a contact leads to (S2, S3)"),
        pair::<sort::ChooseRoutine>("/samba/cases/{process}/routine", "whether the routine applies (S4)"),
        pair::<assess::Assess>("/samba/cases/{process}/assessment", "the three questions (S5)"),
        pair::<sort::Order>("/samba/cases/{process}/description-order", "ask for the description (S6)"),
        pair::<agenda::Schedule>("/samba/cases/{process}/agenda", "put it on an agenda (S9, S11)"),
        pair::<agenda::Remove>("/samba/cases/{process}/meetings/{meeting}/removal", "take it off an agenda"),
        pair::<treat::Treat>("/samba/cases/{process}/meetings/{meeting}/treatment", "what the body came to (S10, S12)"),
        pair::<treat::Reflect>("/samba/cases/{process}/meetings/{meeting}/answer", "the answer that was owed"),
        pair::<agenda::FinishMinutes>("/samba/cases/{process}/meetings/{meeting}/minutes", "the minutes are final (4.6)"),
        pair::<agenda::CorrectMinutes>("/samba/cases/{process}/meetings/{meeting}/correction", "correct final minutes (4.6)"),
        pair::<draft::Draft>("/samba/cases/{process}/agreements/new", "draft an agreement (4.5)"),
        pair::<agreement::End>("/samba/cases/{process}/agreements/{agreement}/ending", "end an agreement early (4.5)"),
        pair::<agreement::Give>("/samba/cases/{process}/agreements/{agreement}/giving", "give it to the family (4.5)"),
        pair::<ending::Return>("/samba/cases/{process}/return", "back to Lots (S14, PRI-17)"),
        pair::<ending::FollowUp>("/samba/cases/{process}/follow-up", "how it has gone (S15, 4.7)"),
        pair::<ending::Notify>("/samba/cases/{process}/notice", "the family has been told (4.7)"),
        pair::<ending::Close>("/samba/cases/{process}/closing", "done with (S16)"),
    ];
    let mut routes = vec![
        get("/samba/cases", InBodies, "the cases one may know of", list::read),
        get("/samba/cases/{process}", InBodies, "one case", overview::read),
        get("/samba/cases/{process}/agreements/{agreement}", InBodies, "an agreement (4.5)", read::<agreement::Sign>),
        post("/samba/cases/{process}/agreements/{agreement}", BodyMember, "sign for one's own party (S13)", update::<agreement::Sign>),
    ];
    routes.extend(acts.into_iter().flatten());
    routes
}

/// The page of an act and the act itself, for the coordinator.
fn pair<A: Act>(path: &'static str, purpose: &'static str) -> [Route; 2] {
    let coordinator = Audience::Convening;
    [get(path, coordinator, purpose, read::<A>), post(path, coordinator, purpose, update::<A>)]
}
