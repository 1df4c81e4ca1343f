//! Summonses to my unit, the one with the fewest days left first.

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::{Answer, WebError},
    identity::Seat,
    page::{Page, show},
    texts::Texts,
    work::tasks::{days_between, days_left},
};
use askama::Template;
use axum::extract::State;
use domain::choice::Reply;
use jiff::civil::Date;

#[derive(Template)]
#[template(path = "lots/inbox/list.html")]
struct InboxPage {
    t: &'static Texts,
    page: Page,
    unit: String,
    /// Looks after the inbox of the whole unit.
    inbox: bool,
    lines: Vec<Line>,
}

struct Line {
    href: String,
    child: String,
    protected: bool,
    received: String,
    earliest: Option<String>,
    days: Option<String>,
    people: String,
    reply: String,
}

/// `GET /inbox`
pub async fn read(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let Seat::Staff { unit, inbox } = actor.seat else { return Err(WebError::NotFound) };
    let t = page.t;
    let mut lines: Vec<(Option<Date>, Line)> = vec![];
    for case in app.visible(actor).await? {
        let Some(delivery) = case.process.deliveries.of(unit) else { continue };
        let earliest = case.process.earliest_for(unit, &app.calendar);
        lines.push((earliest, line(t, &case, delivery, earliest)));
    }
    // Those nobody has taken on stand first, then by day.
    lines.sort_by_key(|(earliest, line)| (!line.people.is_empty(), earliest.is_none(), *earliest));
    let protected = lines.iter().any(|(_, line)| line.protected);
    let lines = lines.into_iter().map(|(_, line)| line).collect();
    let page = page.work().marked_if(protected);
    show(&InboxPage { t, unit: app.unit_name(unit), lines, inbox, page })
}

fn line(t: &Texts, case: &Case, delivery: &domain::lots::delivery::Delivery, earliest: Option<Date>) -> Line {
    let people: Vec<&str> = delivery.participants.iter().map(|person| case.name(*person)).collect();
    let held = case.process.meetings.held_count() > 0;
    Line {
        href: format!("/inbox/{}", case.id),
        child: case.name(case.process.child()).to_owned(),
        protected: case.process.is_protected(),
        received: delivery.received.map_or_else(|| t.get("inbox-not-received"), |(on, _)| t.date(on)),
        earliest: earliest.map(|earliest| t.date(earliest)),
        days: earliest
            .filter(|_| !held)
            .map(|earliest| days_left(t, days_between(case.now.today(), earliest))),
        people: people.join(", "),
        reply: t.get(reply_key(delivery.reply.as_ref())),
    }
}

/// What the unit has answered, in words.
pub fn reply_key(reply: Option<&Reply>) -> &'static str {
    match reply {
        None => "inbox-no-reply",
        Some(Reply::Coming { .. }) => "inbox-coming",
        Some(Reply::Substitute { .. }) => "inbox-substitute",
        Some(Reply::Prevented { .. }) => "inbox-prevented",
    }
}
