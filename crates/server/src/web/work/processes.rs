//! How does one find a process one takes part in?
//!
//! By the child's name and by state, never by anything that says how a child is (REL-2). A name is
//! posted, so that it never stands in an address; the state filter does.

use crate::web::{
    actor::CurrentActor,
    app::App,
    error::Answer,
    form::{Choice, Fields, FormView, LINE_MAX},
    page::{Page, show, show_again},
    texts::Texts,
    work::list::{ProcessLine, process_line},
};
use askama::Template;
use axum::extract::{Query, State};
use domain::lots::state::State as ProcessState;

#[derive(Template)]
#[template(path = "work/processes.html")]
struct ProcessesPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    states: Vec<Choice>,
    found: Vec<ProcessLine>,
    searched: bool,
}

/// The part of a search that may stand in an address.
#[derive(serde::Deserialize)]
pub struct Filter {
    #[serde(default)]
    state: String,
}

/// `GET /processes`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Query(filter): Query<Filter>,
) -> Answer {
    let found = find(&app, page.t, actor, "", &filter.state).await?;
    let form = page.form().with("state", filter.state);
    show(&ProcessesPage {
        t: page.t,
        states: states(page.t),
        form,
        searched: false,
        page: page.work().marked_if(found.iter().any(|line| line.protected)),
        found,
    })
}

/// `POST /processes`: looks, and changes nothing.
pub async fn search(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    mut fields: Fields,
) -> Answer {
    let t = page.t;
    let name = fields.text_if_any("name", LINE_MAX).unwrap_or_default();
    let state = fields.text_if_any("state", LINE_MAX).unwrap_or_default();
    let faulty = fields.has_faults();
    let found = if faulty { vec![] } else { find(&app, t, actor, &name, &state).await? };
    let view = ProcessesPage {
        t,
        states: states(t),
        form: fields.back(),
        searched: !faulty,
        page: page.work().marked_if(found.iter().any(|line| line.protected)),
        found,
    };
    if faulty { show_again(&view) } else { show(&view) }
}

/// Only among the processes that the actor may see anyway: each is ruled on by itself.
async fn find(
    app: &App,
    t: &Texts,
    actor: policy::Actor,
    name: &str,
    state: &str,
) -> Result<Vec<ProcessLine>, crate::web::error::WebError> {
    let wanted = name.to_lowercase();
    let lines = app.visible(actor).await?.into_iter().map(|case| process_line(app, t, &case));
    let matching = lines.filter(|line| line.child.to_lowercase().contains(&wanted));
    Ok(matching.filter(|line| state.is_empty() || line.state_word == Some(state)).collect())
}

fn states(t: &Texts) -> Vec<Choice> {
    let any = Choice::new("", t.get("processes-any-state"));
    let all = ProcessState::ALL
        .into_iter()
        .map(|state| Choice::new(state.word(), t.get(&format!("state-{}", state.word().replace('_', "-")))));
    std::iter::once(any).chain(all).collect()
}
