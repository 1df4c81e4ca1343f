//! What do the minutes say of one part, and if they are finalised: why does it no longer hold? (BOD-8)

use askama::Template;
use axum::extract::State;
use domain::{
    BodyMeetingId,
    samba::meeting::{BodyMeeting, MeetingAct, Part, Status},
};

use super::{REASON_MAX, TEXT_MAX, act, address, body, words};
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
#[template(path = "samba/minutes.html")]
struct MinutesPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    here: String,
    title: String,
    part: String,
    /// The minutes are finalised.
    corrects: bool,
}

/// `GET /body-meetings/{meeting}/minutes/{part}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((id, part)): Path<(BodyMeetingId, String)>,
) -> Answer {
    let (meeting, part) = known(&app, actor, id, &part).await?;
    let form = page.form().with("text", meeting.text(&part));
    show(&view(&app, page, form, (id, &meeting), &part)?)
}

/// `POST /body-meetings/{meeting}/minutes/{part}`
pub async fn write(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((id, part)): Path<(BodyMeetingId, String)>,
    mut fields: Fields,
) -> Answer {
    let (meeting, part) = known(&app, actor, id, &part).await?;
    let text = fields.text("text", TEXT_MAX);
    let what = if meeting.status == Status::Final {
        let reason = fields.text("reason", REASON_MAX);
        text.zip(reason).map(|(text, reason)| MeetingAct::Correct { part: part.clone(), text, reason })
    } else {
        text.map(|text| MeetingAct::Write { part: part.clone(), text })
    };
    let Some(what) = what else {
        return show_again(&view(&app, page, fields.back(), (id, &meeting), &part)?);
    };
    match act(&app, actor, id, what).await? {
        Ok(()) => Ok(go(&format!("{}#part-{}", address(id), words::part_word(&part)))),
        Err(refusal) => {
            // Somebody may have finalised the minutes meanwhile: what was typed stays, and the reason is asked for.
            let meeting = app.store.body_meeting(actor, id, app.clock.now()).await?.meeting;
            let explained = words::explained(page.t, body(&app, meeting.body)?, &refusal);
            show_again(&view(&app, page, fields.back_refused(explained), (id, &meeting), &part)?)
        }
    }
}

async fn known(
    app: &App,
    actor: Actor,
    id: BodyMeetingId,
    word: &str,
) -> Result<(BodyMeeting, Part), WebError> {
    let meeting = app.store.body_meeting(actor, id, app.clock.now()).await?.meeting;
    let parts = words::parts(body(app, meeting.body)?);
    let part = parts.into_iter().find(|part| words::part_word(part) == word).ok_or(WebError::NotFound)?;
    Ok((meeting, part))
}

fn view(
    app: &App,
    page: Page,
    form: FormView,
    (id, meeting): (BodyMeetingId, &BodyMeeting),
    part: &Part,
) -> Result<MinutesPage, WebError> {
    let (t, body) = (page.t, body(app, meeting.body)?);
    Ok(MinutesPage {
        form,
        here: address(id),
        title: words::title(t, body, meeting),
        part: words::part_name(t, body, part),
        corrects: meeting.status == Status::Final,
        t,
        page: page.work(),
    })
}
