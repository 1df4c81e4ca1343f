//! What is asked, written so that nobody can tell whom it is about? (DID-1 to DID-3)

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use domain::{
    DeidentifiedId, UnitId,
    form::{Document, Form, FormRole, Values},
    samba::deidentified::{DeidentifiedAct, DeidentifiedRefusal, Found, Writing},
};

use super::{
    act::{found, looking},
    desk::{Desk, address, rules},
    looked::{self, HELD},
    words,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{random_uuid, unit_of_type},
    error::{Answer, WebError},
    form::{Fields, FormView, MARK},
    form_data::{Blank, Drawn, DrawnSection},
    identity::{Actor, Seat},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/deidentified/writing.html")]
struct WritingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    drawn: Drawn,
    held: Option<DrawnSection>,
    back: String,
}

/// `GET /samba/deidentified/new`
pub async fn read_new(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let unit = writes_for(&app, actor)?;
    let form = page.form();
    show(&view(&app, page, form, unit, &Values::default(), &BTreeSet::new(), LIST.to_owned()))
}

/// `POST /samba/deidentified/new`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    fields: Fields,
) -> Answer {
    let unit = writes_for(&app, actor)?;
    written(&app, page, actor, unit, None, fields).await
}

/// `GET /samba/deidentified/{description}/writing`
pub async fn read_again(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<DeidentifiedId>,
) -> Answer {
    let unit = writes_for(&app, actor)?;
    let desk = Desk::open(&app, page.t, actor, id).await?;
    let stored = Document::parse(&desk.state.description.document).map_err(WebError::fault)?.values();
    let blank = blank(&app, page.t, unit);
    let form = blank.fill(page.form(), &stored);
    show(&view(&app, page, form, unit, &stored, &BTreeSet::new(), address(id)))
}

/// `POST /samba/deidentified/{description}/writing`
pub async fn update(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<DeidentifiedId>,
    fields: Fields,
) -> Answer {
    let unit = writes_for(&app, actor)?;
    Desk::open(&app, page.t, actor, id).await?;
    written(&app, page, actor, unit, Some(id), fields).await
}

const LIST: &str = "/samba/deidentified";

async fn written(
    app: &App,
    page: Page,
    actor: Actor,
    unit: UnitId,
    again: Option<DeidentifiedId>,
    mut fields: Fields,
) -> Answer {
    let t = page.t;
    let form = app.forms.form(FormRole::DeidentifiedDescription);
    let blank = blank(app, t, unit);
    let values = blank.read(&fields);
    let back = again.map_or_else(|| LIST.to_owned(), address);
    let attachments = beside(form, &fields);
    let filled = blank.check(t, &mut fields, &values);
    let writing = filled.as_ref().and_then(|filled| Writing::of(form, filled, unit, attachments));
    let looking = looking(app, actor, &fields).await?;
    let Some(writing) = writing.filter(|_| !fields.has_faults()) else {
        // What has to go is told together with what is missing, so that the form is corrected once.
        let texts = Writing::texts_of(form, &values);
        let texts = texts.iter().map(|(field, text)| (field.as_str(), text.as_str()));
        let found = looking.found_in(texts, &app.organisation);
        looked::note(t, &mut fields, &found);
        return show_again(&view(app, page, fields.back(), unit, &values, &found, back));
    };
    let (act, now) = (DeidentifiedAct::Write(writing), app.clock.now());
    let id = again.map_or_else(|| random_uuid().map(DeidentifiedId), Ok)?;
    let done = match again {
        None => app.store.write_deidentified(actor, id, act, &looking, rules(app), now).await?,
        Some(_) => app.store.change_deidentified(actor, id, act, &looking, rules(app), now).await?,
    };
    match done {
        Ok(()) => app.receipt(actor, receipt(t, id)).await,
        Err(refusal) => {
            let form = refused(t, fields, &refusal);
            show_again(&view(app, page, form, unit, &values, &found(&refusal), back))
        }
    }
}

fn refused(t: &Texts, mut fields: Fields, refusal: &DeidentifiedRefusal) -> FormView {
    looked::note(t, &mut fields, &found(refusal));
    fields.back_refused(words::explained(t, refusal))
}

fn receipt(t: &Texts, id: DeidentifiedId) -> Receipt {
    Receipt::new(t.get("deidentified-written-done"))
        .happened(t.get("deidentified-written-happened"))
        .next(t.get("deidentified-written-next"))
        .next_at(t.get("deidentified-to-it"), address(id))
}

/// Whatever came with the form that the blank does not have: a version of a plan, a file (DID-1).
fn beside(form: &Form, fields: &Fields) -> usize {
    let is_own = |name: &str| name == HELD || name == MARK || form.field(name).is_some();
    fields.every().filter(|(name, value)| !value.is_empty() && !is_own(name)).count()
}

/// The unit, if it belongs to a party that has places in the bodies. The store asks again.
fn writes_for(app: &App, actor: Actor) -> Result<UnitId, WebError> {
    let Seat::Staff { unit, .. } = actor.seat else { return Err(WebError::NotFound) };
    let party = app.bodies.party_of(unit, &app.organisation);
    policy::may_write_deidentified(actor, party).map_err(|_| WebError::NotFound)
}

/// The blank with the way, and the type of the unit that writes: its name goes nowhere.
fn blank<'a>(app: &'a App, t: &Texts, unit: UnitId) -> Blank<'a> {
    let unit_type = app.organisation.unit(unit).map(|unit| unit_of_type(t, unit)).unwrap_or_default();
    let system =
        Values::default().with("case.route", t.get("deidentified-route")).with("case.unit_type", unit_type);
    Blank::new(app.forms.form(FormRole::DeidentifiedDescription)).system(system)
}

fn view(
    app: &App,
    page: Page,
    form: FormView,
    unit: UnitId,
    values: &Values,
    found: &BTreeSet<Found>,
    back: String,
) -> WritingPage {
    let t = page.t;
    let blank = blank(app, t, unit);
    let fields = app.forms.form(FormRole::DeidentifiedDescription);
    let label = |name: &str| fields.field(name).map_or_else(String::new, |field| field.label.clone());
    WritingPage {
        drawn: blank.draw(t, values),
        held: looked::drawn(t, found, label),
        back,
        form,
        t,
        page: page.work(),
    }
}
