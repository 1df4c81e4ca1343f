//! When and where does a body meet next: on a fixed day, on one that is proposed instead, or when a case needs it?
//! (BOD-1)

use askama::Template;
use axum::extract::State;
use domain::{
    BodyId, BodyMeetingId,
    calendar::iso_date,
    samba::{bodies::Body, cadence::Slot, meeting::Planning},
};
use jiff::civil::Date;
use serde::Deserialize;

use super::{PLACE_MAX, address, body, rules, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::random_uuid,
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    identity::Actor,
    page::{Page, go, show, show_again},
    path::{Asked, Path},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/planning.html")]
struct PlanningPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    body: String,
    today: String,
    /// The fixed day, in words, if it is about one.
    slot: Option<String>,
    /// Why nobody can meet on it.
    falls_on: Option<String>,
    /// The days to choose from; empty where any working day will do.
    days: Vec<Choice>,
}

#[derive(Deserialize)]
pub struct About {
    slot: Option<String>,
}

/// `GET /bodies/{body}/meetings?slot=2027-05-06`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyId>,
    Asked(about): Asked<About>,
) -> Answer {
    let body = body(&app, id)?;
    let slot = match about.slot.as_deref() {
        None => None,
        Some(text) => Some(slot(&app, actor, body, text).await?.ok_or(WebError::NotFound)?),
    };
    let mut form = page.form();
    if let Some(slot) = &slot {
        form = form.with("slot", slot.on.to_string());
        if let [only] = slot.days() {
            form = form.with("date", only.to_string());
        }
    }
    show(&view(page, form, body, slot.as_ref(), app.clock.now().today()))
}

/// `POST /bodies/{body}/meetings`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyId>,
    mut fields: Fields,
) -> Answer {
    let body = body(&app, id)?;
    let slot = match fields.raw("slot") {
        "" => None,
        text => Some(slot(&app, actor, body, text).await?.ok_or(WebError::NotFound)?),
    };
    let (date, time) = (fields.date("date"), fields.time("time"));
    let place = fields.text("place", PLACE_MAX);
    let today = app.clock.now().today();
    let (Some(date), Some(time), Some(place)) = (date, time, place) else {
        return show_again(&view(page, fields.back(), body, slot.as_ref(), today));
    };
    let planning = Planning { slot: slot.as_ref().map(|slot| slot.on), at: date.to_datetime(time), place };
    let meeting = BodyMeetingId(random_uuid()?);
    let planned =
        app.store.plan_body_meeting(actor, (meeting, id), planning, rules(&app), app.clock.now()).await?;
    match planned {
        Ok(()) => Ok(go(&address(meeting))),
        Err(refusal) => {
            let form = fields.back_refused(words::explained(page.t, body, &refusal));
            show_again(&view(page, form, body, slot.as_ref(), today))
        }
    }
}

/// The fixed day that an address names.
async fn slot(app: &App, actor: Actor, body: &Body, text: &str) -> Result<Option<Slot>, WebError> {
    let Some(day) = iso_date(text) else { return Ok(None) };
    let calendar = app.store.body_calendar(actor, body, day, app.clock.now()).await?;
    Ok(calendar.series.slots(day, day, &app.calendar).pop())
}

fn view(page: Page, form: FormView, body: &Body, slot: Option<&Slot>, today: Date) -> PlanningPage {
    let t = page.t;
    let choice = |day: &Date| Choice::new(day.to_string(), t.date(*day));
    PlanningPage {
        form,
        body: body.name.clone(),
        today: today.to_string(),
        slot: slot.map(|slot| t.date(slot.on)),
        falls_on: slot.and_then(|slot| words::falls_on(t, slot)),
        days: slot.map(|slot| slot.days().iter().map(choice).collect()).unwrap_or_default(),
        t,
        page: page.work(),
    }
}
