//! What has one been given to read on another ground than consent? Exactly those lines. (AC-10)

use askama::Template;
use axum::extract::State;
use domain::ProcessId;
use policy::Action;

use super::basis;
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::Answer,
    lots::plans::{own_unit, plan_view},
    page::{Page, show},
    path::Path,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/other_grounds/disclosed.html")]
struct DisclosedPage {
    t: &'static Texts,
    page: Page,
    child: String,
    grounds: Vec<Disclosed>,
}

struct Disclosed {
    from: String,
    basis: String,
    until: String,
    /// Of each, only what the store has handed out: neither its goal nor who has rated it.
    lines: Vec<plan_view::Line>,
}

/// `GET /disclosed/{process}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadDisclosed).await?;
    let (t, unit, today) = (page.t, own_unit(actor)?, case.now.today());
    let grounds = case.process.disclosed_to(actor.person, unit, today).map(|(_, ground)| {
        let lines =
            ground.lines.iter().filter_map(|number| Some((*number, case.process.plan.line(*number)?)));
        Disclosed {
            from: case.unit(ground.from).into_owned(),
            basis: basis(t, ground),
            until: t.date(ground.until),
            lines: lines.map(|(number, line)| plan_view::line(t, &case, number, line)).collect(),
        }
    });
    show(&DisclosedPage {
        t,
        child: case.name(case.process.child()).to_owned(),
        grounds: grounds.collect(),
        page: page.work().marked_if(case.process.is_protected()),
    })
}
