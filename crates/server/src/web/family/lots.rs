//! Shall this person be our Lots? (T8)

use askama::Template;
use axum::extract::State;
use domain::{
    PersonId, ProcessId,
    lots::room::{AcceptLots, accept_lots},
};
use policy::Action;

use super::{
    frame::{self, Frame, home},
    overview::{Phone, phone},
    refusal_words::explain,
    voice::{Voice, first_name},
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
#[template(path = "family/lots.html")]
struct LotsPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    lots: Option<Lots>,
    lead: String,
}

struct Lots {
    id: PersonId,
    name: String,
    unit: String,
    profile: String,
    phone: Option<Phone>,
    /// The person has said yes.
    wants_to: bool,
    /// Who in the family has said yes.
    accepted_by: Option<String>,
}

/// `GET /family/processes/{process}/lots`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let form = page.form();
    show(&view(page, &case, form))
}

/// `POST /family/processes/{process}/lots`: yes. A no is simply not pressing, and telling somebody.
pub async fn accept(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let t = Voice::of(page.t, &case);
    // Whom the page showed: somebody else may have been proposed meanwhile.
    let Ok(person) = fields.raw("person").parse::<PersonId>() else {
        return show_again(&view(page, &case, fields.back()));
    };
    let command = AcceptLots { person, by: actor.person };
    let decide = move |process: &domain::Process, now| accept_lots(process, now, command);
    match app.act(actor, process, Action::AcceptLots, vec![], decide).await? {
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case, person)).await,
        Outcome::Refused(refusal) => {
            show_again(&view(page, &case, fields.back_refused(explain(t, &refusal, &case))))
        }
    }
}

fn receipt(t: Voice, case: &Case, person: PersonId) -> Receipt {
    let name = frame::person_and_unit(t, case, person);
    let wants_to = case.process.plan.lots.is_some_and(|lots| lots.accepted_by_person);
    let next = if wants_to { "family-lots-next-chosen" } else { "family-lots-next-waits" };
    Receipt::new(t.with("family-lots-done", &[("name", &name)]))
        .happened(t.get("family-word-lots"))
        .told(t.with("family-lots-told", &[("name", &name)]))
        .next(t.with(next, &[("name", &name)]))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}

fn view(page: Page, case: &Case, form: FormView) -> LotsPage {
    let t = Voice::of(page.t, case);
    let lots = case.process.plan.lots.map(|lots| Lots {
        id: lots.person,
        name: case.name(lots.person).to_owned(),
        unit: case.unit(lots.unit).into_owned(),
        profile: format!("/units/{}", lots.unit),
        phone: case.person(lots.person).and_then(|person| person.phone.as_deref()).map(phone),
        wants_to: lots.accepted_by_person,
        accepted_by: lots.accepted_by_family.map(|person| first_name(case.name(person))),
    });
    LotsPage {
        t,
        frame: Frame::of(case),
        form,
        lots,
        lead: frame::person_and_unit(t, case, case.process.lead()),
        page: frame::page(page, case),
    }
}
