//! What is going on for my family?

use askama::Template;
use axum::extract::State;
use policy::{Ground, Seat};

use super::{
    apart, frame,
    overview::{self, Overview},
    request::{self, RequestLine},
    voice::Voice,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    page::{Page, show},
};

#[derive(Template)]
#[template(path = "family/home.html")]
struct HomePage {
    t: Voice,
    page: Page,
    processes: Vec<Overview>,
    /// Processes of which the reader has separate copies alone (PID-6).
    apart: Vec<Apart>,
    requests: Vec<RequestLine>,
}

/// A process whose page stands apart from the others'.
struct Apart {
    href: String,
    child: String,
}

/// `GET /family`
pub async fn read(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    if actor.seat != Seat::Family {
        return Err(WebError::NotFound);
    }
    let cases = app.visible(actor).await?;
    let whole = cases.iter().filter(|case| case.ground != Ground::GuardianApart);
    let processes = whole.map(|case| overview::of(Voice::of(page.t, case), case, actor.person)).collect();
    let apart = cases.iter().filter(|case| case.ground == Ground::GuardianApart);
    let apart =
        apart.map(|case| Apart { href: apart::address(case.id), child: frame::child(case) }).collect();
    let protected = cases.iter().any(|case| case.process.is_protected());
    let t = cases.first().map_or(Voice::to_anyone(page.t), |case| Voice::of(page.t, case));
    let requests = request::lines(&app, t, actor).await?;
    show(&HomePage { t, processes, apart, requests, page: page.family().marked_if(protected) })
}
