//! What was planned the last time? The copy one was given then, unchanged. (T19)

use crate::web::{
    actor::CurrentActor,
    app::App,
    error::Answer,
    identity::Seat,
    lots::release::copy::{DrawnCopy, PlanCopy, drawn},
    page::{Page, show},
    path::Path,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::ProcessId;
use policy::Action;

#[derive(Template)]
#[template(path = "lots/release/earlier.html")]
struct EarlierPage {
    t: &'static Texts,
    page: Page,
    child: String,
    home: String,
    plan: Option<DrawnCopy>,
}

/// `GET /processes/{process}/earlier-plan` and `GET /family/processes/{process}/earlier-plan`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.glance(actor, process, Action::ReadEarlierPlan).await?;
    let stored = app.store.earlier_plan(process, actor, case.now).await?;
    let t = page.t;
    let (page, home) = match actor.seat {
        Seat::Family => (page.family(), format!("/family/processes/{process}")),
        Seat::Staff { .. }
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => (page.work(), format!("/processes/{process}")),
    };
    show(&EarlierPage {
        child: case.name(case.process.child()).to_owned(),
        plan: stored.and_then(|stored| PlanCopy::parse(&stored).ok()).map(|copy| drawn(t, &copy)),
        home,
        page: page.marked_if(case.process.is_protected()),
        t,
    })
}
