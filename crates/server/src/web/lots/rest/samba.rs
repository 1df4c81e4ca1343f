//! Lots is not enough: the coordinator is contacted. The plan must have been tried first. (T18, CON-21)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Choice, Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{ProcessId, choice::SambaRoute, lots::closing};
use policy::Action;

#[derive(Template)]
#[template(path = "lots/rest/samba.html")]
struct SambaPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    contacted: Option<String>,
    routes: Vec<Choice>,
}

/// `GET /processes/{process}/samba-contact`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ContactSamba).await?;
    let form = page.form();
    show(&view(page, form, &case))
}

/// `POST /processes/{process}/samba-contact`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ContactSamba).await?;
    let t = page.t;
    let routes: Vec<(&str, SambaRoute)> =
        SambaRoute::ALL.iter().map(|route| (route.word(), *route)).collect();
    let Some(route) = fields.choice("route", &routes) else {
        return show_again(&view(page, fields.back(), &case));
    };
    let organisation = app.organisation.clone();
    let by = actor.person;
    let outcome = app
        .act(actor, process, Action::ContactSamba, vec![], move |process, now| {
            closing::contact_samba(process, &organisation, now, route, by)
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case))
        }
        Outcome::Done(_) => {
            let next = match route {
                SambaRoute::NewConsent => "samba-next-consent",
                SambaRoute::Deidentified => "samba-next-deidentified",
            };
            let receipt =
                Receipt::new(t.get("samba-done")).happened(t.get("samba-happened")).next(t.get(next));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn view(page: Page, form: FormView, case: &Case) -> SambaPage {
    let t = page.t;
    let route = |route: &SambaRoute| {
        let key = format!("samba-{}", route.word().replace('_', "-"));
        Choice::new(route.word(), t.get(&key)).explained(t.get(&format!("{key}-hint")))
    };
    SambaPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        contacted: case
            .process
            .ending
            .samba
            .map(|(_, on)| t.with("samba-contacted", &[("date", &t.date(on))])),
        routes: SambaRoute::ALL.iter().map(route).collect(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
