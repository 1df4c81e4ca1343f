//! What does a guardian read and do from whom whereabouts are hidden? (PID-2, PID-3, PID-6)
//!
//! **Invariant:** nothing here is drawn from anything but the separate copies that two persons have compared, the
//! child's name and kinds of units. The store hands these pages nothing else (`store::reach`).

mod acts;
mod view;

use axum::extract::State;
use domain::ProcessId;
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    error::Answer,
    page::{Page, show},
    path::Path,
    router::{Audience::Family, Route, get, post},
};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    vec![
        get("/family/processes/{process}/apart", Family, "what I may know of (PID-6)", read),
        post("/family/processes/{process}/apart/summons", Family, "sign my copy, or say no", acts::sign),
        post(
            "/family/processes/{process}/apart/plan/{version}",
            Family,
            "what I think of the plan",
            acts::answer,
        ),
        post("/family/processes/{process}/apart/stop", Family, "take my yes back (CON-07)", acts::stop),
        post("/family/processes/{process}/apart/closing", Family, "I agree to close", acts::agree),
    ]
}

/// The page of somebody who reads separate copies of this process.
pub fn address(process: ProcessId) -> String {
    format!("/family/processes/{process}/apart")
}

/// `GET /family/processes/{process}/apart`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let action = Action::ReadSeparateCopies { person: actor.person };
    let case = app.case(actor, process, action).await?;
    let form = page.form();
    show(&view::view(&app, page, form, actor, &case).await?)
}
