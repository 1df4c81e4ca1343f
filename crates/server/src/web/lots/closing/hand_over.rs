//! What does the young adult carry on from, when the guardians' right to decide ends? (S11, TIME-11, CON-25)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Fields, FormView},
    lots::release::copy::{DrawnCopy, PlanCopy, drawn},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{ProcessId, lots::closing, party::Receiver};
use policy::Action;

#[derive(Template)]
#[template(path = "lots/closing/hand_over.html")]
struct HandOverPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    adult_from: String,
    given: Option<String>,
    /// Within half a year of the 18th birthday, or after it.
    soon: bool,
    /// From the 18th birthday the process is closed to whoever hands over (CON-25).
    over: bool,
    lead: String,
    plan: Option<DrawnCopy>,
    way_back: Option<(String, String)>,
}

/// `GET /processes/{process}/hand-over`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::HandOver).await?;
    let form = page.form();
    show(&view(page, form, &case))
}

/// `POST /processes/{process}/hand-over`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::HandOver).await?;
    let t = page.t;
    match app.act(actor, process, Action::HandOver, vec![], closing::give_hand_over).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case))
        }
        Outcome::Done(_) => {
            let child = case.name(case.process.child());
            let receipt = Receipt::new(t.get("hand-over-done"))
                .happened(t.with("hand-over-happened", &[("child", &child)]))
                .next(t.with("hand-over-next", &[("date", &t.date(case.process.adult_from()))]))
                .next_at(t.get("to-process"), format!("/processes/{process}"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn view(page: Page, form: FormView, case: &Case) -> HandOverPage {
    let (t, process, today) = (page.t, &case.process, case.now.today());
    let own = Receiver::Family { person: process.child() };
    let newest = process.newest_plan_copy(own);
    let stored = newest.and_then(|number| process.plan.copy_numbers().find(|(found, _)| *found == number));
    let plan = stored.and_then(|(_, copy)| PlanCopy::parse(case.text(copy.text.text)).ok());
    let lead = process.lead();
    let unit = process.unit_of(lead).map(|unit| case.unit(unit)).unwrap_or_default();
    HandOverPage {
        over: case.process.discontinued(case.now.today()).is_some(),
        form,
        id: case.id,
        child: case.name(process.child()).to_owned(),
        adult_from: t.date(process.adult_from()),
        given: process.ending.hand_over.map(|on| t.date(on)),
        soon: process.flags(today).young_adult_soon || process.is_adult(today),
        lead: t.with("person-in-unit", &[("person", &case.name(lead)), ("unit", &unit)]),
        plan: plan.map(|plan| drawn(t, &plan)),
        way_back: process
            .ending
            .way_back
            .map(|(text, contact)| (case.text(text).to_owned(), case.text(contact).to_owned())),
        t,
        page: page.work().marked_if(process.is_protected()),
    }
}
