//! How often does a body meet, and from when on otherwise? (BOD-3)

use askama::Template;
use axum::extract::State;
use domain::{
    BodyId,
    samba::{
        bodies::Body,
        cadence::{Cadence, CadenceFault, Rhythm},
    },
};
use store::BodyCalendar;

use super::{REASON_MAX, body, rules, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    identity::Actor,
    page::{Page, go, show, show_again},
    path::Path,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/cadence.html")]
struct CadencePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    body: String,
    today: String,
    cadence: String,
    units: Vec<Choice>,
    /// What has been decided before, the newest first: the cadence, why, and who and when.
    changes: Vec<(String, String, String)>,
}

/// `GET /bodies/{body}/cadence`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyId>,
) -> Answer {
    let form = page.form();
    show(&view(&app, page, form, actor, body(&app, id)?).await?)
}

/// `POST /bodies/{body}/cadence`
pub async fn change(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyId>,
    mut fields: Fields,
) -> Answer {
    let (body, t) = (body(&app, id)?, page.t);
    let every = fields.number("every", 1..=26);
    let (in_weeks, from) =
        (fields.choice("unit", &[("weeks", true), ("months", false)]), fields.date("from"));
    let reason = fields.text("reason", REASON_MAX);
    let (Some(every), Some(in_weeks), Some(from), Some(reason)) = (every, in_weeks, from, reason) else {
        return show_again(&view(&app, page, fields.back(), actor, body).await?);
    };
    let rhythm = if in_weeks { Rhythm::Weeks(every) } else { Rhythm::Months(every) };
    let decided = match Cadence::new(rhythm, from) {
        Err(fault) => Err(fault),
        Ok(cadence) => {
            let now = app.clock.now();
            app.store.change_cadence(actor, id, (cadence, reason), rules(&app), now).await?
        }
    };
    match decided {
        Ok(()) => Ok(go("/bodies")),
        Err(fault) => {
            fields.fault(field(fault), words::cadence_fault(t, fault));
            show_again(&view(&app, page, fields.back(), actor, body).await?)
        }
    }
}

fn field(fault: CadenceFault) -> &'static str {
    match fault {
        CadenceFault::Weeks | CadenceFault::Months => "every",
        CadenceFault::FifthWeekday(_) | CadenceFault::NotAhead => "from",
    }
}

async fn view(
    app: &App,
    page: Page,
    form: FormView,
    actor: Actor,
    body: &Body,
) -> Result<CadencePage, WebError> {
    let (t, now) = (page.t, app.clock.now());
    let BodyCalendar { series, changes, .. } = app.store.body_calendar(actor, body, now.today(), now).await?;
    let mut told = vec![];
    for change in changes.iter().rev() {
        let name = app.store.person(change.by).await?.map(|person| person.name).unwrap_or_default();
        let date = t.date(app.clock.local(change.at).date());
        let by = t.with("bodies-by", &[("name", &name), ("date", &date)]);
        told.push((words::cadence(t, change.cadence), change.reason.clone(), by));
    }
    Ok(CadencePage {
        form,
        body: body.name.clone(),
        today: now.today().to_string(),
        cadence: series.on(now.today()).map(|now| words::cadence(t, now)).unwrap_or_default(),
        units: ["weeks", "months"]
            .map(|unit| Choice::new(unit, t.get(&format!("bodies-every-{unit}"))))
            .into(),
        changes: told,
        t,
        page: page.work(),
    })
}
