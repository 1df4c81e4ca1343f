//! Which descriptions may I know of?

use askama::Template;
use axum::extract::State;
use domain::{BodyMeetingId, DeidentifiedId};
use store::StoredDeidentified;

use super::{desk, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    identity::{Actor, Seat},
    page::{Page, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/deidentified/list.html")]
struct ListPage {
    t: &'static Texts,
    page: Page,
    lead: String,
    lines: Vec<Line>,
    writes: bool,
}

/// A description in a list: nothing of what it says but the age and the questions.
pub struct Line {
    pub href: String,
    pub what: String,
    pub questions: Vec<String>,
    pub state: String,
}

/// `GET /samba/deidentified`
pub async fn read(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let lead = match actor.seat {
        Seat::Staff { .. } if writes(&app, actor) => "deidentified-lead-writer",
        // Elsewhere in the area there is no such way.
        Seat::Staff { .. } => return Err(WebError::NotFound),
        Seat::SambaCoordinator => "deidentified-lead-coordinator",
        Seat::BodyMember { .. }
        | Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => "deidentified-lead-member",
    };
    let (writes, lines) = (writes(&app, actor), lines(&app, page.t, actor, None).await?);
    show(&ListPage { lead: page.t.get(lead), lines, writes, t: page.t, page: page.work() })
}

/// Those on the agenda of a meeting that the reader may know of.
pub async fn on_agenda(
    app: &App,
    t: &'static Texts,
    actor: Actor,
    meeting: BodyMeetingId,
) -> Result<Vec<Line>, WebError> {
    lines(app, t, actor, Some(meeting)).await
}

/// Those that somebody who works at a unit has written. Where no unit can write any, nothing is asked.
pub async fn of_writer(app: &App, t: &'static Texts, actor: Actor) -> Result<Vec<Line>, WebError> {
    if writes(app, actor) { lines(app, t, actor, None).await } else { Ok(vec![]) }
}

fn writes(app: &App, actor: Actor) -> bool {
    match actor.seat {
        Seat::Staff { unit, .. } => app.bodies.party_of(unit, &app.organisation).is_some(),
        Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SteeringGroup
        | Seat::Administrator => false,
    }
}

async fn lines(
    app: &App,
    t: &'static Texts,
    actor: Actor,
    meeting: Option<BodyMeetingId>,
) -> Result<Vec<Line>, WebError> {
    let all = app.store.deidentified_list(actor, meeting, app.clock.now()).await?;
    Ok(all.iter().map(|one| line(app, t, one)).collect())
}

fn line(app: &App, t: &Texts, one: &StoredDeidentified) -> Line {
    let id: DeidentifiedId = one.id;
    let (age, date) = (words::age(t, &one.state), t.date(one.state.written_on));
    Line {
        href: desk::address(id),
        what: t.with("deidentified-line", &[("age", &age), ("date", &date)]),
        questions: one.state.description.questions.clone(),
        state: words::state_of(t, &app.bodies, &one.state),
    }
}
