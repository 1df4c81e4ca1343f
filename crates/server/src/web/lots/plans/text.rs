//! How is the plan's own text written, by one or by two at once? (form 7.0)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    form::{Binding, Form, FormRole},
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::Answer,
    form::{Fields, FormView},
    form_data::{Blank, Drawn},
    lots::{
        drafting::{self, BASE, Desk, Kept, Versions},
        papers::{self, Standing},
        plans,
        saved::{Note, Saved, back},
    },
    page::{Page, show, show_again},
    path::{Asked, Path},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/plans/text.html")]
struct TextPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    saved: Option<String>,
    process: String,
    drawn: Drawn,
    versions: Option<Versions>,
}

/// The blank as it is written in: what the program gathers stands on the plan's page, and who tells the child
/// is said in the room.
fn blank<'a>(t: &Texts, form: &'a Form, case: &Case) -> Blank<'a> {
    let standing = Standing::working(case, None);
    let elsewhere = [Binding::InformationToChildBy, Binding::InformationToChildOn];
    let elsewhere = elsewhere.into_iter().filter_map(|binding| form.bound(binding));
    let gathered = form.fields().filter(|field| field.is_system());
    let left_out: Vec<&str> = elsewhere.chain(gathered).map(|field| field.id.as_str()).collect();
    papers::plan_blank(t, form, case, &standing).without(&left_out)
}

/// `GET /processes/{process}/plan/text`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(saved): Asked<Saved>,
) -> Answer {
    let form = app.forms.form(FormRole::Plan);
    let key = papers::plan_key(process, &app.forms);
    let desk = Desk::open(&app, actor, key, Action::WriteNeedsAndGoals).await?;
    let values = desk.values().unwrap_or_else(|| papers::unfinished(form, &desk.case));
    let blank = blank(page.t, form, &desk.case);
    let filled = blank.fill(page.form(), &values).with(BASE, desk.revision().to_string());
    let (words, drawn) = (saved.words(page.t), blank.draw(page.t, &values));
    show(&TextPage { saved: words, ..view(page, &desk.case, filled, drawn) })
}

/// `POST /processes/{process}/plan/text`: keeps it. It is checked when the meeting is closed.
pub async fn update(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let form = app.forms.form(FormRole::Plan);
    let key = papers::plan_key(process, &app.forms);
    let case = app.case(actor, process, Action::WriteNeedsAndGoals).await?;
    let blank = blank(page.t, form, &case);
    let values = blank.read(&fields);
    let own = papers::own(form, &values);
    match drafting::keep(&app, actor, key, Action::WriteNeedsAndGoals, drafting::base(&fields), &own).await? {
        Kept::Saved { .. } => Ok(back(&format!("{}/text", plans::address(process)), Note::Draft, "text")),
        Kept::Conflict(conflict) => {
            let versions = Some(conflict.versions(page.t, &case, &blank, &own));
            let again = blank.again(page.form(), fields.back(), &values, &[]);
            let again = again.with(BASE, conflict.revision.to_string());
            let drawn = blank.draw(page.t, &values);
            show_again(&TextPage { versions, ..view(page, &case, again, drawn) })
        }
    }
}

fn view(page: Page, case: &Case, form: FormView, drawn: Drawn) -> TextPage {
    TextPage {
        t: page.t,
        form,
        saved: None,
        process: format!("/processes/{}", case.id),
        drawn,
        versions: None,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
