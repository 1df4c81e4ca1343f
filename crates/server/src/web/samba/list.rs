//! When does my body meet, and what has it written? (BOD-4)

use askama::Template;
use axum::extract::State;
use domain::samba::meeting::Status;

use super::{address, body, window, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    identity::Seat,
    page::{Page, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/list.html")]
struct ListPage {
    t: &'static Texts,
    page: Page,
    body: String,
    cadence: String,
    ahead: Vec<Line>,
    behind: Vec<Line>,
}

struct Line {
    href: String,
    date: String,
    words: String,
    mark: String,
    class: &'static str,
}

/// `GET /body-meetings`
pub async fn read(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let Seat::BodyMember { body: id, .. } = actor.seat else { return Err(WebError::NotFound) };
    let (body, (from, _)) = (body(&app, id)?, window(&app));
    let (t, now) = (page.t, app.clock.now());
    let calendar = app.store.body_calendar(actor, body, from, now).await?;
    let (mut ahead, mut behind) = (vec![], vec![]);
    for (id, meeting) in &calendar.meetings {
        let (mark, class) = words::status(t, meeting);
        let (time, day) = (t.time(meeting.at.time()), meeting.at.date());
        let line = Line {
            href: address(*id),
            date: t.date(day),
            words: t.with("bodies-when-where", &[("time", &time), ("place", &meeting.place)]),
            mark,
            class,
        };
        let over = day < now.today() || meeting.status == Status::Final;
        if over { behind.insert(0, line) } else { ahead.push(line) }
    }
    show(&ListPage {
        body: body.name.clone(),
        cadence: calendar.series.on(now.today()).map(|now| words::cadence(t, now)).unwrap_or_default(),
        ahead,
        behind,
        t,
        page: page.work(),
    })
}
