//! What has changed between two meetings? (T11, PRI-09)

use askama::Template;
use axum::extract::State;
use domain::{ChangeNo, PersonId, ProcessId, lots::between, party::Receiver};
use policy::Action;

use super::{
    frame::{self, Frame, home},
    refusal_words::explain,
    voice::Voice,
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
#[template(path = "family/changes.html")]
struct ChangesPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    /// The newest first.
    changes: Vec<Line>,
}

struct Line {
    number: u32,
    on: String,
    by: String,
    words: String,
    read: bool,
    href: String,
}

/// `GET /family/processes/{process}/changes`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let receiver = Receiver::Family { person: actor.person };
    let case = app.case(actor, process, Action::ReadChange { receiver }).await?;
    let form = page.form();
    show(&view(page, actor.person, &case, form))
}

/// `POST /family/processes/{process}/changes/{change}`: I have read it.
pub async fn mark(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, change)): Path<(ProcessId, ChangeNo)>,
    fields: Fields,
) -> Answer {
    let receiver = Receiver::Family { person: actor.person };
    let action = Action::ReadChange { receiver };
    let case = app.case(actor, process, action).await?;
    let t = Voice::of(page.t, &case);
    let decide = move |process: &domain::Process, _| between::read(process, change, receiver);
    match app.act(actor, process, action, vec![], decide).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case)).await,
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(t, &refusal, &case));
            show_again(&view(page, actor.person, &case, form))
        }
    }
}

fn receipt(t: Voice, case: &Case) -> Receipt {
    let lead = frame::person_and_unit(t, case, case.process.lead());
    Receipt::new(t.get("family-changes-done"))
        .told(t.with("family-changes-told", &[("lead", &lead)]))
        .next_at(t.get("family-place-changes"), format!("{}/changes", home(case.id)))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}

fn view(page: Page, me: PersonId, case: &Case, form: FormView) -> ChangesPage {
    let t = Voice::of(page.t, case);
    let mine = Receiver::Family { person: me };
    let numbered = case.process.changes.iter().zip(1_u32..);
    let to_me = numbered.filter(|(change, _)| change.receivers.contains(&mine));
    let mut changes: Vec<Line> = to_me
        .map(|(change, number)| Line {
            number,
            on: t.date(change.on),
            by: frame::person_and_unit(t, case, change.by),
            words: case.text(change.text).to_owned(),
            read: change.read_by.contains(&mine),
            href: format!("{}/changes/{number}", home(case.id)),
        })
        .collect();
    changes.reverse();
    ChangesPage { t, frame: Frame::of(case), form, changes, page: frame::page(page, case) }
}
