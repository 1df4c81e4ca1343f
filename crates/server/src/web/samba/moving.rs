//! Can the meeting be held another day, or not at all, and why? (BOD-5)

use askama::Template;
use axum::extract::State;
use domain::{
    BodyMeetingId,
    samba::meeting::{BodyMeeting, MeetingAct},
};

use super::{PLACE_MAX, REASON_MAX, act, address, body, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Fields, FormView},
    identity::Actor,
    page::{Page, go, show, show_again},
    path::Path,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/moving.html")]
struct MovingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    here: String,
    title: String,
    when: String,
    today: String,
    /// It is called off, not moved.
    cancels: bool,
}

/// `GET /body-meetings/{meeting}/day`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
) -> Answer {
    let meeting = known(&app, actor, id).await?;
    let form = page.form().with("date", meeting.at.date().to_string());
    let form = form.with("time", meeting.at.time().strftime("%H:%M").to_string());
    let form = form.with("place", meeting.place.clone());
    show(&view(&app, page, form, (id, &meeting), false)?)
}

/// `POST /body-meetings/{meeting}/day`
pub async fn reschedule(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
    mut fields: Fields,
) -> Answer {
    let (date, time) = (fields.date("date"), fields.time("time"));
    let (place, reason) = (fields.text("place", PLACE_MAX), fields.text("reason", REASON_MAX));
    let what = match (date, time, place, reason) {
        (Some(date), Some(time), Some(place), Some(reason)) => {
            Some(MeetingAct::Move { at: date.to_datetime(time), place, reason })
        }
        _ => None,
    };
    done(&app, page, actor, id, what, fields, false).await
}

/// `GET /body-meetings/{meeting}/cancellation`
pub async fn read_cancellation(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
) -> Answer {
    let (meeting, form) = (known(&app, actor, id).await?, page.form());
    show(&view(&app, page, form, (id, &meeting), true)?)
}

/// `POST /body-meetings/{meeting}/cancellation`
pub async fn cancel(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
    mut fields: Fields,
) -> Answer {
    let what = fields.text("reason", REASON_MAX).map(|reason| MeetingAct::Cancel { reason });
    done(&app, page, actor, id, what, fields, true).await
}

async fn done(
    app: &App,
    page: Page,
    actor: Actor,
    id: BodyMeetingId,
    what: Option<MeetingAct>,
    fields: Fields,
    cancels: bool,
) -> Answer {
    let meeting = known(app, actor, id).await?;
    let Some(what) = what else {
        return show_again(&view(app, page, fields.back(), (id, &meeting), cancels)?);
    };
    match act(app, actor, id, what).await? {
        Ok(()) => Ok(go(&address(id))),
        Err(refusal) => {
            let explained = words::explained(page.t, body(app, meeting.body)?, &refusal);
            show_again(&view(app, page, fields.back_refused(explained), (id, &meeting), cancels)?)
        }
    }
}

async fn known(app: &App, actor: Actor, id: BodyMeetingId) -> Result<BodyMeeting, WebError> {
    Ok(app.store.body_meeting(actor, id, app.clock.now()).await?.meeting)
}

fn view(
    app: &App,
    page: Page,
    form: FormView,
    (id, meeting): (BodyMeetingId, &BodyMeeting),
    cancels: bool,
) -> Result<MovingPage, WebError> {
    let t = page.t;
    Ok(MovingPage {
        form,
        here: address(id),
        title: words::title(t, body(app, meeting.body)?, meeting),
        when: t.with("bodies-when-where", &[("time", &t.date_time(meeting.at)), ("place", &meeting.place)]),
        today: app.clock.now().today().to_string(),
        cancels,
        t,
        page: page.work(),
    })
}
