//! Which cases may I know of, who owes what, and what ends soon?

use askama::Template;
use axum::extract::State;
use domain::{BodyMeetingId, samba::case::Case as SambaCase};
use jiff::{ToSpan as _, civil::Date};

use super::{
    act::whose,
    desk::{Desk, Named},
    words,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Seen,
    error::{Answer, WebError},
    identity::Actor,
    page::{Page, show},
    texts::Texts,
};

/// An agreement that ends within so many days is told of.
const ENDS_SOON_DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "samba/cases/list.html")]
struct ListPage {
    t: &'static Texts,
    page: Page,
    coordinator: bool,
    /// Contacts about somebody whom nobody here knows yet.
    contacts: Vec<Line>,
    cases: Vec<Line>,
    owed: Vec<Line>,
    ending: Vec<Line>,
}

/// A case, and one thing about it.
pub struct Line {
    pub href: String,
    pub whose: String,
    pub what: String,
    pub state: String,
    since: Date,
}

/// `GET /samba/cases`: what the policy lets through, one by one.
pub async fn read(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let desks: Vec<Desk> =
        app.visible(actor).await?.into_iter().filter_map(|seen| desk(&app, page.t, actor, seen)).collect();
    let (cases, mut contacts): (Vec<&Desk>, Vec<&Desk>) =
        desks.iter().partition(|desk| desk.knows_the_child());
    contacts.sort_by_key(|desk| desk.samba.contacted_on);
    let mut owed: Vec<Line> = cases.iter().filter_map(|desk| owed_in(desk)).collect();
    owed.sort_by_key(|line| line.since);
    let mut ending: Vec<Line> = cases.iter().flat_map(|desk| ending_in(desk)).collect();
    ending.sort_by_key(|line| line.since);
    show(&ListPage {
        t: page.t,
        coordinator: actor.seat == policy::Seat::SambaCoordinator,
        contacts: contacts.into_iter().map(|desk| line(desk, desk.contact())).collect(),
        cases: cases.into_iter().map(|desk| line(desk, next(desk))).collect(),
        owed,
        ending,
        page: page.work(),
    })
}

/// The cases on the agenda of a meeting that the reader may know of, and no word of any others (CON-23).
pub async fn on_agenda(
    app: &App,
    t: &'static Texts,
    actor: Actor,
    meeting: BodyMeetingId,
) -> Result<Vec<Line>, WebError> {
    let seen = app.on_agenda(meeting, actor).await?.into_iter();
    let desks: Vec<Desk> = seen.filter_map(|seen| desk(app, t, actor, seen)).collect();
    Ok(desks.iter().map(|desk| line(desk, String::new())).collect())
}

fn desk(app: &App, t: &'static Texts, actor: Actor, seen: Seen) -> Option<Desk> {
    let case = seen.into_case();
    let (number, samba) = case.process.samba.open_case()?;
    let samba: SambaCase = samba.clone();
    let named = Named { process: case.id, meeting: None, agreement: None };
    Some(Desk { t, number, samba, bodies: app.bodies.clone(), actor, named, ahead: vec![], case })
}

fn line(desk: &Desk, what: String) -> Line {
    Line {
        href: desk.address(),
        whose: whose(desk),
        what,
        state: words::state(desk),
        since: desk.samba.contacted_on,
    }
}

/// What is next on a day: the meeting on whose agenda it stands, or the follow-up.
fn next(desk: &Desk) -> String {
    let t = desk.t;
    let meeting = desk.samba.items.iter().find(|item| item.treated.is_none());
    let meeting = meeting.map(|item| {
        t.with("cases-meeting-of", &[("body", &desk.body_name(item.body)), ("date", &t.date(item.on))])
    });
    let follow_up = desk.samba.returned.filter(|_| desk.samba.follow_ups.is_empty());
    let follow_up =
        follow_up.map(|back| t.with("cases-follow-up-on", &[("date", &t.date(back.follow_up_on))]));
    meeting.or(follow_up).unwrap_or_default()
}

/// An answer that has not come: who owes it, and by when.
fn owed_in(desk: &Desk) -> Option<Line> {
    let (person, day) = desk.samba.items.iter().find_map(|item| item.owed())?;
    let what =
        desk.t.with("cases-person-until", &[("person", &desk.name(person)), ("date", &desk.t.date(day))]);
    Some(Line { since: day, ..line(desk, what) })
}

fn ending_in(desk: &Desk) -> Vec<Line> {
    let (today, t) = (desk.today(), desk.t);
    let soon = today.saturating_add(ENDS_SOON_DAYS.days());
    let all = desk.case.process.samba.agreements_of(desk.number).map(|(_, agreement)| agreement);
    let ending = all.filter(|one| one.is_in_force(today) && one.terms.valid_until <= soon);
    ending
        .map(|one| {
            let until = one.terms.valid_until;
            Line { since: until, ..line(desk, t.with("cases-ends-on", &[("date", &t.date(until))])) }
        })
        .collect()
}
