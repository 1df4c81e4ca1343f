//! When and where do we meet, who comes, and what happens there? Afterwards: who was there?

use askama::Template;
use axum::extract::State;
use domain::{
    MeetingNo, ProcessId,
    choice::{AttendanceRow, Attendee},
    form::Speaker,
    lots::meeting::Meeting,
};
use policy::Action;

use super::{
    circle,
    frame::{self, Frame, home},
    frozen::{self, Frozen},
    voice::{Voice, first_name, key},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::{Answer, WebError},
    page::{Page, show},
    path::Path,
};

#[derive(Template)]
#[template(path = "family/meeting.html")]
struct MeetingPage {
    t: Voice,
    page: Page,
    frame: Frame,
    kind: String,
    date: String,
    time: String,
    place: String,
    standing: Standing,
    chair: String,
    lead: String,
    /// Who is called, with what they have answered; afterwards, who was there.
    people: Vec<Line>,
    steps: Vec<Step>,
    lots: Option<Proposed>,
    /// Who tells the child what was decided, and when.
    child_told: Option<String>,
    follow_up: Option<Frozen>,
    wishes: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Ahead,
    Held,
    Cancelled,
}

struct Line {
    name: String,
    words: String,
}

/// An item of the agenda.
struct Step {
    title: String,
    help: String,
    /// The family speaks first here (PRI-05).
    you_first: bool,
}

/// Somebody proposed as Lots, who waits for the family's yes.
struct Proposed {
    name: String,
    href: String,
}

/// `GET /family/processes/{process}/meetings/{meeting}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, meeting)): Path<(ProcessId, MeetingNo)>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    show(&view(&app, page, &case, meeting)?)
}

fn view(app: &App, page: Page, case: &Case, number: MeetingNo) -> Result<MeetingPage, WebError> {
    let t = Voice::of(page.t, case);
    let meeting = case.process.meetings.get(number).ok_or(WebError::NotFound)?;
    let standing = standing(meeting);
    let waits = case.process.plan.lots.filter(|lots| lots.accepted_by_family.is_none());
    Ok(MeetingPage {
        t,
        frame: Frame::of(case),
        kind: t.get(&format!("family-meeting-{}", key(meeting.kind.word()))),
        date: t.date(meeting.start.date()),
        time: t.with(
            "family-from-to",
            &[("start", &t.time(meeting.start.time())), ("end", &t.time(meeting.end))],
        ),
        place: case.text(meeting.place).to_owned(),
        chair: frame::person_and_unit(t, case, meeting.chair),
        lead: frame::person_and_unit(t, case, case.process.lead()),
        people: if standing == Standing::Held { present(t, case, meeting) } else { called(t, case, meeting) },
        steps: steps(app, meeting),
        lots: waits.map(|lots| Proposed {
            name: frame::person_and_unit(t, case, lots.person),
            href: format!("{}/lots", home(case.id)),
        }),
        child_told: child_told(t, case, meeting),
        follow_up: meeting
            .held
            .and_then(|held| held.follow_up)
            .map(|text| frozen::draw(t, case, &app.forms, text.text)),
        wishes: case.process.pre_meeting.as_ref().map(|_| format!("{}/pre-meeting#say", home(case.id))),
        standing,
        page: frame::page(page, case),
    })
}

fn standing(meeting: &Meeting) -> Standing {
    if meeting.cancelled.is_some() {
        Standing::Cancelled
    } else if meeting.held.is_some() {
        Standing::Held
    } else {
        Standing::Ahead
    }
}

fn called(t: Voice, case: &Case, meeting: &Meeting) -> Vec<Line> {
    let units = circle::units(t, case)
        .into_iter()
        .filter(|line| meeting.units.contains(&line.unit) || line.unit == case.process.opening.unit);
    units.map(|line| Line { name: line.name, words: line.standing }).collect()
}

fn present(t: Voice, case: &Case, meeting: &Meeting) -> Vec<Line> {
    meeting.attendance.iter().map(|row| attendee(t, case, row)).collect()
}

fn attendee(t: Voice, case: &Case, row: &AttendanceRow) -> Line {
    let name = match row.attendee {
        Attendee::Family { person } => first_name(case.name(person)),
        Attendee::Unit { unit, name } => {
            t.with("family-person-from-unit", &[("name", &case.text(name)), ("unit", &case.unit(unit))])
        }
        Attendee::Guest { name } => case.text(name).to_owned(),
    };
    Line { name, words: t.get(&format!("family-presence-{}", key(row.presence.word()))) }
}

fn steps(app: &App, meeting: &Meeting) -> Vec<Step> {
    let agenda = app.forms.manual().agenda(meeting.kind);
    let steps = agenda.steps.iter().map(|step| Step {
        title: step.title.clone(),
        help: step.help.clone(),
        you_first: step.speaks_first == Speaker::Family,
    });
    steps.collect()
}

fn child_told(t: Voice, case: &Case, meeting: &Meeting) -> Option<String> {
    let (person, on) = meeting.child_information?;
    let key =
        if meeting.child_informed { "family-meeting-child-was-told" } else { "family-meeting-child-told" };
    Some(t.with(key, &[("name", &case.text(person)), ("date", &t.date(on)), ("child", &frame::child(case))]))
}
