//! Which meetings lie ahead for me, and which have been?

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::Answer,
    identity::Seat,
    lots::meetings,
    page::{Page, show},
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::lots::meeting::Meeting;
use jiff::civil::{Date, DateTime};
use policy::Action;

#[derive(Template)]
#[template(path = "work/calendar.html")]
struct CalendarPage {
    t: &'static Texts,
    page: Page,
    months: Vec<Month>,
}

struct Month {
    name: String,
    meetings: Vec<MeetingLine>,
}

struct MeetingLine {
    when: String,
    until: String,
    kind: String,
    child: String,
    href: String,
    held: bool,
    protected: bool,
}

/// `GET /calendar`
pub async fn read(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let t = page.t;
    let cases = app.visible(actor).await?;
    let family = actor.seat == Seat::Family;
    let mut lines: Vec<(DateTime, MeetingLine)> = vec![];
    // Whoever reads only the summons knows of no meetings.
    for case in cases.iter().filter(|case| case.action == Action::ReadProcess) {
        for (number, meeting) in
            case.process.meetings.iter().filter(|(_, meeting)| is_shown(case, meeting, actor))
        {
            let href = if family {
                format!("/family/processes/{}/meetings/{number}", case.id)
            } else {
                meetings::address(case.id, number)
            };
            lines.push((meeting.start, line(t, case, meeting, href)));
        }
    }
    let page = if family { page.family() } else { page.work() };
    let page = page.marked_if(lines.iter().any(|(_, line)| line.protected));
    lines.sort_by_key(|(start, _)| *start);
    let mut months: Vec<(Date, Month)> = vec![];
    for (start, line) in lines {
        let first = start.date().first_of_month();
        match months.last_mut() {
            Some((month, entry)) if *month == first => entry.meetings.push(line),
            Some(_) | None => {
                let month = t.get(&format!("month-{}", first.month()));
                let name =
                    t.with("calendar-month", &[("month", &month), ("year", &first.year().to_string())]);
                months.push((first, Month { name, meetings: vec![line] }));
            }
        }
    }
    show(&CalendarPage { t, page, months: months.into_iter().map(|(_, month)| month).collect() })
}

/// A meeting stands in one's calendar when one's unit is called to it, or one leads or is the family.
fn is_shown(case: &Case, meeting: &Meeting, actor: policy::Actor) -> bool {
    if meeting.cancelled.is_some() {
        return false;
    }
    match actor.seat {
        Seat::Staff { unit, .. } => {
            meeting.units.contains(&unit)
                || unit == case.process.opening.unit
                || meeting.chair == actor.person
        }
        Seat::Family
        | Seat::Manager { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => true,
    }
}

fn line(t: &Texts, case: &Case, meeting: &Meeting, href: String) -> MeetingLine {
    MeetingLine {
        when: t.date_time(meeting.start),
        until: t.time(meeting.end),
        kind: t.get(&format!("meeting-kind-{}", meeting.kind.word().replace('_', "-"))),
        child: case.name(case.process.child()).to_owned(),
        href,
        held: meeting.held.is_some(),
        protected: case.process.is_protected(),
    }
}
