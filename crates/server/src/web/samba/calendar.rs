//! On which days do the bodies meet, and for which of them is something left to choose? (BOD-1)

use askama::Template;
use axum::extract::State;
use domain::{
    BodyMeetingId,
    samba::{
        bodies::Body,
        cadence::Slot,
        meeting::{BodyMeeting, Status},
    },
};
use jiff::civil::Date;
use store::BodyCalendar;

use super::{MONTHS_AHEAD, address, window, words};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::Answer,
    page::{Page, show},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/calendar.html")]
struct CalendarPage {
    t: &'static Texts,
    page: Page,
    months: i64,
    bodies: Vec<BodyLines>,
}

struct BodyLines {
    id: String,
    code: String,
    name: String,
    cadence: String,
    /// One that has been decided on and has not begun.
    coming: Option<String>,
    ahead: Vec<Line>,
    behind: Vec<Line>,
}

/// A fixed day, or a meeting.
struct Line {
    date: String,
    /// Where and when it is held, or why nobody can meet that day.
    words: String,
    mark: String,
    class: &'static str,
    href: String,
    act: String,
}

/// `GET /bodies`
pub async fn read(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let (from, to) = window(&app);
    let (t, now) = (page.t, app.clock.now());
    let mut bodies = vec![];
    for body in app.bodies.bodies() {
        let calendar = app.store.body_calendar(actor, body, from, now).await?;
        bodies.push(lines(t, &app, body, &calendar, (now.today(), to)));
    }
    show(&CalendarPage { months: MONTHS_AHEAD, bodies, t, page: page.work() })
}

fn lines(t: &Texts, app: &App, body: &Body, calendar: &BodyCalendar, (today, to): (Date, Date)) -> BodyLines {
    let mut ahead: Vec<(Date, Line)> = vec![];
    let mut behind = vec![];
    for (id, meeting) in &calendar.meetings {
        let day = meeting.at.date();
        let line = (day, held(t, *id, meeting));
        let over = day < today || meeting.status == Status::Final;
        if over { behind.push(line) } else { ahead.push(line) }
    }
    let taken = |slot: &Slot| {
        calendar.meetings.iter().any(|(_, meeting)| meeting.is_live() && meeting.slot == Some(slot.on))
    };
    let slots = calendar.series.slots(today, to, &app.calendar);
    ahead.extend(slots.iter().filter(|slot| !taken(slot)).map(|slot| (slot.on, free(t, body, slot))));
    ahead.sort_by_key(|(day, _)| *day);
    behind.reverse();
    let coming = calendar.changes.last().map(|change| change.cadence).filter(|next| next.from() > today);
    BodyLines {
        id: body.id.to_string(),
        code: body.code.clone(),
        name: body.name.clone(),
        cadence: calendar.series.on(today).map(|now| words::cadence(t, now)).unwrap_or_default(),
        coming: coming.map(|next| words::cadence(t, next)),
        ahead: ahead.into_iter().map(|(_, line)| line).collect(),
        behind: behind.into_iter().map(|(_, line)| line).collect(),
    }
}

fn held(t: &Texts, id: BodyMeetingId, meeting: &BodyMeeting) -> Line {
    let (mark, class) = words::status(t, meeting);
    Line {
        date: t.date(meeting.at.date()),
        words: t
            .with("bodies-when-where", &[("time", &t.time(meeting.at.time())), ("place", &meeting.place)]),
        mark,
        class,
        href: address(id),
        act: t.get("bodies-open"),
    }
}

/// A fixed day for which nothing is planned.
fn free(t: &Texts, body: &Body, slot: &Slot) -> Line {
    let asks = slot.falls_on.is_some();
    Line {
        date: t.date(slot.on),
        words: words::falls_on(t, slot).unwrap_or_else(|| t.get("bodies-nothing-planned")),
        mark: if asks { t.get("bodies-choose-a-day") } else { String::new() },
        class: "mark-open",
        href: format!("/bodies/{}/meetings?slot={}", body.id, slot.on),
        act: t.get(if asks { "bodies-choose" } else { "bodies-plan" }),
    }
}
