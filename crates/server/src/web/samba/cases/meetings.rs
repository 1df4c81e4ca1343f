//! Which meetings of a body lie ahead, so that a case can be put on their agenda?

use domain::{
    BodyMeetingId,
    samba::{
        bodies::Body,
        meeting::{BodyMeeting, Status},
    },
};
use jiff::civil::Date;

use crate::web::{app::App, error::WebError, identity::Actor};

/// A meeting that is to come.
#[derive(Debug, Clone, Copy)]
pub struct Ahead {
    pub meeting: BodyMeetingId,
    pub on: Date,
}

/// Those that stand in the body's calendar, from today on: planned or convened.
pub async fn ahead(app: &App, actor: Actor, body: &Body) -> Result<Vec<Ahead>, WebError> {
    let now = app.clock.now();
    let calendar = app.store.body_calendar(actor, body, now.today(), now).await?;
    let to_come = |meeting: &BodyMeeting| matches!(meeting.status, Status::Planned | Status::Convened);
    let live = calendar.meetings.into_iter().filter(|(_, meeting)| to_come(meeting));
    Ok(live.map(|(id, meeting)| Ahead { meeting: id, on: meeting.at.date() }).collect())
}
