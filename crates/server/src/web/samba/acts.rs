//! What is done with a meeting of a body in one press of a button? (BOD-4, BOD-6 to BOD-8)

use axum::extract::State;
use domain::{
    BodyMeetingId,
    samba::meeting::{MeetingAct, Step},
};

use super::{act, address, body, meeting, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::Answer,
    form::Fields,
    identity::Actor,
    page::{Page, go, show_again},
    path::Path,
};

/// `POST /body-meetings/{meeting}/convening`: from then on the members find it.
pub async fn convene(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
    fields: Fields,
) -> Answer {
    done(&app, page, actor, id, MeetingAct::Convene, fields).await
}

/// `POST /body-meetings/{meeting}/agenda`
pub async fn finish(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
    mut fields: Fields,
) -> Answer {
    let steps = Step::ALL.map(|step| (step.word(), step));
    let Some(step) = fields.choice("step", &steps) else {
        return show_again(&meeting::view(&app, page, fields.back(), actor, id).await?);
    };
    done(&app, page, actor, id, MeetingAct::Finish { step }, fields).await
}

/// `POST /body-meetings/{meeting}/secretary`
pub async fn elect(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
    mut fields: Fields,
) -> Answer {
    let stored = app.store.body_meeting(actor, id, app.clock.now()).await?;
    let present: Vec<_> = stored.seated.iter().map(|one| (one.person.to_string(), one.person)).collect();
    let choices: Vec<_> = present.iter().map(|(code, person)| (code.as_str(), *person)).collect();
    let Some(person) = fields.choice("secretary", &choices) else {
        return show_again(&meeting::view(&app, page, fields.back(), actor, id).await?);
    };
    done(&app, page, actor, id, MeetingAct::ElectSecretary { person }, fields).await
}

/// `POST /body-meetings/{meeting}/final`
pub async fn finalise(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<BodyMeetingId>,
    fields: Fields,
) -> Answer {
    done(&app, page, actor, id, MeetingAct::Finalise, fields).await
}

async fn done(
    app: &App,
    page: Page,
    actor: Actor,
    id: BodyMeetingId,
    what: MeetingAct,
    fields: Fields,
) -> Answer {
    match act(app, actor, id, what).await? {
        Ok(()) => Ok(go(&address(id))),
        Err(refusal) => {
            let stored = app.store.body_meeting(actor, id, app.clock.now()).await?;
            let explained = words::explained(page.t, body(app, stored.meeting.body)?, &refusal);
            show_again(&meeting::view(app, page, fields.back_refused(explained), actor, id).await?)
        }
    }
}
