//! Lots is not enough: how is the Samba coordinator contacted? (T18, S1, CON-21)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Fields, FormView},
    page::{Page, go, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{ProcessId, samba::contact};
use policy::Action;

#[derive(Template)]
#[template(path = "lots/rest/samba.html")]
struct SambaPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
}

/// `GET /processes/{process}/samba-contact`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ContactSamba).await?;
    if case.process.samba.open_case().is_some() {
        return Ok(go(&format!("/processes/{process}/samba")));
    }
    let form = page.form();
    show(&view(page, form, &case))
}

/// `POST /processes/{process}/samba-contact`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ContactSamba).await?;
    let t = page.t;
    let organisation = app.organisation.clone();
    let by = actor.person;
    let outcome = app
        .act(actor, process, Action::ContactSamba, vec![], move |process, now| {
            contact::contact(process, &organisation, now, by)
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case))
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("samba-done"))
                .happened(t.get("samba-happened"))
                .next(t.get("samba-next"))
                .next_at(t.get("place-samba"), format!("/processes/{process}/samba"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn view(page: Page, form: FormView, case: &Case) -> SambaPage {
    let t = page.t;
    SambaPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
