//! How do we turn to the coordinator ourselves? (S1)

use askama::Template;
use axum::extract::State;
use domain::{ProcessId, samba::contact};
use policy::Action;

use super::with_ways_on;
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    family::{
        frame::{self, Frame, home},
        refusal_words::explain,
        voice::Voice,
    },
    form::{Fields, FormView},
    page::{Page, go, show, show_again},
    path::Path,
    receipt::Receipt,
};

#[derive(Template)]
#[template(path = "family/samba_contact.html")]
struct ContactPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
}

/// `GET /family/processes/{process}/samba-contact`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ContactSamba).await?;
    if case.process.samba.open_case().is_some() {
        return Ok(go(&format!("{}/samba", home(process))));
    }
    let form = page.form();
    show(&view(page, form, &case))
}

/// `POST /family/processes/{process}/samba-contact`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ContactSamba).await?;
    let t = Voice::of(page.t, &case);
    let (organisation, by) = (app.organisation.clone(), actor.person);
    let decide = move |process: &_, now| contact::contact(process, &organisation, now, by);
    match app.act(actor, process, Action::ContactSamba, vec![], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(t, &refusal, &case));
            show_again(&view(page, form, &case))
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("family-samba-contact-done"))
                .happened(t.get("family-samba-contact-happened"))
                .told(t.get("family-samba-contact-told"))
                .next(t.get("family-samba-contact-next"));
            app.receipt_in(actor, process, with_ways_on(t, &case, receipt)).await
        }
    }
}

fn view(page: Page, form: FormView, case: &Case) -> ContactPage {
    ContactPage { t: Voice::of(page.t, case), frame: Frame::of(case), form, page: frame::page(page, case) }
}
