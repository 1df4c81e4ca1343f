//! What do all in the room see on the wall while the meeting lasts? (3.5.6)

use askama::Template;
use axum::extract::State;
use domain::{
    MeetingNo, ProcessId, UnitId,
    choice::{AttendanceRow, Attendee},
    lots::meeting::Meeting,
};
use policy::{Action, Actor, Ground};

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::{Answer, WebError},
    form::FormView,
    lots::{
        meetings::{
            self, absent,
            agenda::{self, Step},
        },
        offer::{dashed, in_unit},
        plans::plan_view::PlanView,
        saved::Saved,
    },
    page::{Page, show, show_again},
    path::{Asked, Path},
    texts::Texts,
};

/// Where a meeting is in its own life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Ahead,
    UnderWay,
    Held,
    Cancelled,
}

#[derive(Template)]
#[template(path = "lots/meetings/room.html")]
struct RoomPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    saved: Option<String>,
    child: String,
    process: String,
    room: String,
    kind: String,
    stage: Stage,
    when: String,
    ends: String,
    place: String,
    chair: String,
    called: Vec<String>,
    runs: bool,
    books: bool,
    conduct: Vec<String>,
    cards: Vec<Card>,
    steps: Vec<Step>,
    present: Vec<Present>,
    /// The reader sees no other rows than those of the own unit.
    only_own: bool,
    attendance_complete: bool,
    lots: String,
    told_by: Option<String>,
    told: bool,
    cancelled_because: String,
    /// Notes to the chair of who is spoken of without being here (PRI-03).
    absent: Vec<String>,
    plan: Option<PlanView>,
    written_version: Option<String>,
}

/// What one role has to think of.
struct Card {
    title: String,
    points: Vec<String>,
}

/// Somebody on the attendance list.
struct Present {
    name: String,
    from: String,
    presence: String,
    there: bool,
}

/// `GET /processes/{process}/meetings/{meeting}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, MeetingNo)>,
    Asked(saved): Asked<Saved>,
) -> Answer {
    let case = seen(&app, actor, process).await?;
    let (form, words) = (page.form(), saved.words(page.t));
    show(&RoomPage { saved: words, ..view(&app, page, actor, &case, number, form)? })
}

/// The room once more, with what a rule said no to.
pub async fn again(
    app: &App,
    page: Page,
    actor: Actor,
    (process, number): (ProcessId, MeetingNo),
    form: FormView,
) -> Answer {
    let case = seen(app, actor, process).await?;
    show_again(&view(app, page, actor, &case, number, form)?)
}

/// Whoever sees what is being written reads the working plan, and that is on record as such.
async fn seen(app: &App, actor: Actor, process: ProcessId) -> Result<Case, WebError> {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    match policy::rule(actor, Action::ReadWorkingPlan, &case.process, case.now) {
        Ok(_) => app.case(actor, process, Action::ReadWorkingPlan).await,
        Err(_) => Ok(case),
    }
}

/// A meeting to which the reader's unit is not called is as one that does not exist (3.4).
fn view(
    app: &App,
    page: Page,
    actor: Actor,
    case: &Case,
    number: MeetingNo,
    form: FormView,
) -> Result<RoomPage, WebError> {
    let may = |action| policy::rule(actor, action, &case.process, case.now).is_ok();
    let (runs, books, plans) =
        (may(Action::RunMeeting), may(Action::BookMeeting), may(Action::ReadWorkingPlan));
    let meeting = case.process.meetings.get(number).ok_or(WebError::NotFound)?;
    if !meetings::is_open(case, meeting) {
        return Err(WebError::NotFound);
    }
    let t = page.t;
    Ok(RoomPage {
        form,
        saved: None,
        child: case.name(case.process.child()).to_owned(),
        process: format!("/processes/{}", case.id),
        room: meetings::address(case.id, number),
        kind: meetings::kind(t, meeting.kind),
        stage: stage(case, meeting),
        when: t.date_time(meeting.start),
        ends: t.time(meeting.end),
        place: case.text(meeting.place).to_owned(),
        chair: chair(t, case, meeting),
        called: meeting.units.iter().map(|unit| case.unit(*unit).into_owned()).collect(),
        runs,
        books,
        conduct: app.forms.manual().conduct_rules().map(str::to_owned).collect(),
        cards: cards(app),
        steps: agenda::steps(t, case, app.forms.manual(), number, meeting),
        present: present(t, case, meeting),
        only_own: own_unit(case).is_some(),
        attendance_complete: meeting.attendance_complete,
        lots: lots(t, case),
        told_by: meeting.child_information.map(|(person, on)| {
            t.with("room-child-by", &[("person", &case.text(person)), ("date", &t.date(on))])
        }),
        told: meeting.child_informed,
        cancelled_because: meeting.cancelled.map(|reason| case.text(reason).to_owned()).unwrap_or_default(),
        absent: if runs && plans { absent::notes(t, case, meeting) } else { vec![] },
        plan: plans.then(|| PlanView::of(t, case)),
        written_version: written(case, number).filter(|_| plans),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    })
}

/// The unit of a reader who sees of the attendance only its own rows.
fn own_unit(case: &Case) -> Option<UnitId> {
    match case.ground {
        Ground::Participant(unit) => Some(unit),
        Ground::Child
        | Ground::Guardian
        | Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::GuardianApart
        | Ground::Inbox(_)
        | Ground::SecondReader(_)
        | Ground::Manager(_)
        | Ground::DisclosedTo(_)
        | Ground::SambaContact
        | Ground::SambaCoordinator
        | Ground::BodyMember(..)
        | Ground::TookPart(_) => None,
    }
}

pub fn stage(case: &Case, meeting: &Meeting) -> Stage {
    if meeting.held.is_some() {
        Stage::Held
    } else if meeting.cancelled.is_some() {
        Stage::Cancelled
    } else if meeting.start.date() > case.now.today() {
        Stage::Ahead
    } else {
        Stage::UnderWay
    }
}

fn chair(t: &Texts, case: &Case, meeting: &Meeting) -> String {
    match case.process.unit_of(meeting.chair) {
        Some(unit) => in_unit(t, case, meeting.chair, unit),
        None => case.name(meeting.chair).to_owned(),
    }
}

fn cards(app: &App) -> Vec<Card> {
    let cards = app.forms.manual().role_cards().iter();
    cards.map(|card| Card { title: card.title.clone(), points: card.points.clone() }).collect()
}

fn present(t: &Texts, case: &Case, meeting: &Meeting) -> Vec<Present> {
    let row = |row: &AttendanceRow| {
        let (name, from) = match row.attendee {
            Attendee::Family { person } => (case.name(person).to_owned(), t.get("attendance-family")),
            Attendee::Unit { unit, name } => (case.text(name).to_owned(), case.unit(unit).into_owned()),
            Attendee::Guest { name } => (case.text(name).to_owned(), t.get("attendance-guest")),
        };
        let presence = t.get(&format!("presence-{}", dashed(row.presence.word())));
        Present { name, from, presence, there: row.presence.is_there() }
    };
    let own = own_unit(case);
    let is_shown = |row: &&AttendanceRow| match row.attendee {
        Attendee::Unit { unit, .. } => own.is_none_or(|own| own == unit),
        Attendee::Family { .. } | Attendee::Guest { .. } => own.is_none(),
    };
    meeting.attendance.iter().filter(is_shown).map(row).collect()
}

/// Who is Lots, or proposed, and whose yes is waited for.
pub fn lots(t: &Texts, case: &Case) -> String {
    let Some(lots) = case.process.plan.lots else { return t.get("room-lots-none") };
    let name = in_unit(t, case, lots.person, lots.unit);
    let key = match (lots.accepted_by_person, lots.accepted_by_family.is_some()) {
        (true, true) => "room-lots-chosen",
        (true, false) => "room-lots-waits-family",
        (false, true) => "room-lots-waits-person",
        (false, false) => "room-lots-waits-both",
    };
    t.with(key, &[("lots", &name)])
}

/// The version of the plan that the meeting wrote.
fn written(case: &Case, number: MeetingNo) -> Option<String> {
    let (version, _) = case.process.plan.versions().rfind(|(_, version)| version.meeting == number)?;
    Some(format!("/processes/{}/plan/versions/{version}", case.id))
}
