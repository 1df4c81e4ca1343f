//! How is a summons written, with its grid of units and kinds of information? (T3, CON-04, CON-05)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    form::{FormRole, Values},
};
use policy::Action;
use serde::Deserialize;

use super::{address, content, general_school_addresses};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::Answer,
    form::{Fields, FormView},
    form_data::{Blank, Drawn, words},
    lots::drafting::{self, BASE, Desk, Kept, Versions},
    page::{Page, go, show, show_again},
    path::{Asked, Path},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/preparation/summons/draft.html")]
struct DraftPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    drawn: Drawn,
    saved: bool,
    versions: Option<Versions>,
    /// A summons waits for signatures already; this one cannot be locked before that one is opened again.
    awaiting: bool,
    /// No unit is approved: there is nobody to call.
    nobody: bool,
    school_addresses: Vec<String>,
}

#[derive(Deserialize, Default)]
pub struct Query {
    saved: Option<String>,
}

/// `GET /processes/{process}/summons/draft`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(query): Asked<Query>,
) -> Answer {
    let key = drafting::key(process, app.forms.form(FormRole::Summons), "");
    let desk = Desk::open(&app, actor, key, Action::WriteSummons).await?;
    let form = desk.case.blank(&app.forms, FormRole::Summons);
    let blank = content::blank(page.t, form, &desk.case);
    let values = desk.values().unwrap_or_else(|| content::beginning(page.t, form, &desk.case));
    let filled = blank.fill(page.form().with(BASE, desk.revision().to_string()), &values);
    show(&DraftPage { saved: query.saved.is_some(), ..view(page, &desk.case, &blank, &values, filled) })
}

/// `POST /processes/{process}/summons/draft`: keeps the draft, and goes on to what will be signed.
pub async fn write(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteSummons).await?;
    let form = case.blank(&app.forms, FormRole::Summons);
    let blank = content::blank_with(page.t, form, &case, &form.read(fields.every()));
    let values = blank.read(&fields);
    let (key, base) = (drafting::key(process, form, ""), drafting::base(&fields));
    let revision = match drafting::keep(&app, actor, key, Action::WriteSummons, base, &values).await? {
        Kept::Saved { revision } => revision,
        Kept::Conflict(conflict) => {
            let versions = conflict.versions(page.t, &case, &blank, &values);
            let form = blank.fill(page.form().with(BASE, conflict.revision.to_string()), &values);
            let view = view(page, &case, &blank, &values, form);
            return show_again(&DraftPage { versions: Some(versions), ..view });
        }
    };
    if fields.raw("act") != "preview" {
        return Ok(go(&format!("{}?saved=yes", address(&case, "/draft"))));
    }
    match content::filled(page.t, form, &case, &values) {
        Ok(_) => Ok(go(&address(&case, "/preview"))),
        Err(faults) => {
            for fault in &faults {
                fields.fault(&fault.input(), words(page.t, fault));
            }
            let empty = page.form().with(BASE, revision.to_string());
            let again = blank.again(empty, fields.back(), &values, &[]);
            show_again(&view(page, &case, &blank, &values, again))
        }
    }
}

fn view(page: Page, case: &Case, blank: &Blank<'_>, values: &Values, form: FormView) -> DraftPage {
    let t = page.t;
    DraftPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        drawn: blank.draw(t, values),
        saved: false,
        versions: None,
        awaiting: case.process.summonses.awaiting().is_some(),
        nobody: case.process.circle.approved().next().is_none(),
        school_addresses: general_school_addresses(case, case.process.circle.approved()),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
