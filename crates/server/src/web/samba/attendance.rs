//! Who is here, of those with a seat in the body? (BOD-6)

use askama::Template;
use axum::extract::State;
use domain::{BodyMeetingId, PersonId, samba::meeting::MeetingAct};
use store::StoredMeeting;

use super::{act, address, body, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    page::{Page, go, show, show_again},
    path::Path,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/attendance.html")]
struct AttendancePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    here: String,
    title: String,
    people: Vec<Choice>,
}

/// `GET /body-meetings/{meeting}/attendance`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
) -> Answer {
    let stored = app.store.body_meeting(actor, id, app.clock.now()).await?;
    let present = stored.meeting.attendance.iter().filter(|one| one.present);
    let form = present.fold(page.form(), |form, one| form.with("present", one.person.to_string()));
    show(&view(&app, page, form, id, &stored)?)
}

/// `POST /body-meetings/{meeting}/attendance`
pub async fn record(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
    mut fields: Fields,
) -> Answer {
    let stored = app.store.body_meeting(actor, id, app.clock.now()).await?;
    let codes: Vec<(String, PersonId)> =
        stored.seated.iter().map(|one| (one.person.to_string(), one.person)).collect();
    let choices: Vec<(&str, PersonId)> =
        codes.iter().map(|(code, person)| (code.as_str(), *person)).collect();
    let present = fields.choices("present", &choices);
    if fields.has_faults() {
        return show_again(&view(&app, page, fields.back(), id, &stored)?);
    }
    match act(&app, actor, id, MeetingAct::RecordAttendance { present }).await? {
        Ok(()) => Ok(go(&address(id))),
        Err(refusal) => {
            let explained = words::explained(page.t, body(&app, stored.meeting.body)?, &refusal);
            show_again(&view(&app, page, fields.back_refused(explained), id, &stored)?)
        }
    }
}

fn view(
    app: &App,
    page: Page,
    form: FormView,
    id: BodyMeetingId,
    stored: &StoredMeeting,
) -> Result<AttendancePage, WebError> {
    let t = page.t;
    let people = stored.seated.iter().map(|one| {
        let party = app.bodies.party(one.party).map(|party| party.name.clone()).unwrap_or_default();
        Choice::new(one.person.to_string(), one.name.clone()).explained(party)
    });
    Ok(AttendancePage {
        form,
        here: address(id),
        title: words::title(t, body(app, stored.meeting.body)?, &stored.meeting),
        people: people.collect(),
        t,
        page: page.work(),
    })
}
