//! Shall we stop meeting, and how do we find the way back? (T14, T15, PRI-18)

use askama::Template;
use axum::extract::State;
use domain::{PersonId, ProcessId, lots::closing};
use policy::Action;

use super::{
    frame::{self, Frame, home, in_a_row},
    refusal_words::explain,
    voice::{Voice, first_name, key},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
};

#[derive(Template)]
#[template(path = "family/closing.html")]
struct ClosingPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    /// Why, once a meeting has decided it.
    reason: Option<String>,
    /// The day everything was closed.
    closed: Option<String>,
    way_back: Option<WayBack>,
    agreed: Option<String>,
    i_agreed: bool,
    lead: String,
}

/// If it gets difficult again.
struct WayBack {
    text: String,
    contact: String,
}

/// `GET /family/processes/{process}/closing`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let form = page.form();
    show(&view(page, actor.person, &case, form))
}

/// `POST /family/processes/{process}/closing`: I agree.
pub async fn agree(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let (t, by) = (Voice::of(page.t, &case), actor.person);
    let decide = move |process: &domain::Process, now| closing::agree(process, now, by);
    match app.act(actor, process, Action::AgreeToClose, vec![], decide).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case)).await,
        Outcome::Refused(refusal) => {
            show_again(&view(page, by, &case, fields.back_refused(explain(t, &refusal, &case))))
        }
    }
}

fn receipt(t: Voice, case: &Case) -> Receipt {
    let lead = frame::person_and_unit(t, case, case.process.lead());
    Receipt::new(t.get("family-closing-done"))
        .told(t.with("family-closing-told", &[("lead", &lead)]))
        .next(t.with("family-closing-next", &[("lead", &lead)]))
        .next_at(t.get("family-closing-way-back"), format!("{}/closing", home(case.id)))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}

fn view(page: Page, me: PersonId, case: &Case, form: FormView) -> ClosingPage {
    let t = Voice::of(page.t, case);
    let ending = &case.process.ending;
    let agreed: Vec<String> = ending.agreed_by.iter().map(|person| first_name(case.name(*person))).collect();
    ClosingPage {
        t,
        frame: Frame::of(case),
        form,
        reason: ending.closing.map(|reason| {
            t.with(&format!("family-closing-{}", key(reason.word())), &[("child", &frame::child(case))])
        }),
        closed: ending.closed.map(|(_, on)| t.date(on)),
        way_back: ending.way_back.map(|(text, contact)| WayBack {
            text: case.text(text).to_owned(),
            contact: case.text(contact).to_owned(),
        }),
        agreed: (!agreed.is_empty()).then(|| in_a_row(t, agreed)),
        i_agreed: ending.agreed_by.contains(&me),
        lead: frame::person_and_unit(t, case, case.process.lead()),
        page: frame::page(page, case),
    }
}
