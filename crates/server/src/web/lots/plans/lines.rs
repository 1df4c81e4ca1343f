//! What does my unit contribute, and what is it asked? Each unit reaches its own lines and nobody else's. (PRI-01)

pub mod assessment;
mod directive;
pub mod offer;
pub mod one;

use askama::Template;
use axum::extract::State;
use domain::{MeetingNo, ProcessId, UnitId, choice::MeetingKind, lots::meeting::Meeting};
use policy::Action;

use super::{
    own_unit,
    plan_view::{self, Line},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::Answer,
    lots::saved::Saved,
    page::{Page, show},
    path::{Asked, Path},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/plans/lines.html")]
struct LinesPage {
    t: &'static Texts,
    page: Page,
    saved: Option<String>,
    process: String,
    child: String,
    unit: String,
    lines: Vec<OwnLine>,
    /// A second or later meeting goes on: the unit tells what its assessment showed.
    follows_up: bool,
    assessment_told: bool,
    questions: Vec<OwnQuestion>,
    goals: Vec<String>,
}

/// One of the unit's own lines, and what waits.
struct OwnLine {
    line: Line,
    href: String,
    to_follow_up: bool,
}

/// A question that concerns the unit.
struct OwnQuestion {
    href: String,
    text: String,
    asked_by: String,
    answer: Option<String>,
}

/// `GET /processes/{process}/lines`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(saved): Asked<Saved>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadOwnLines).await?;
    let (t, unit) = (page.t, own_unit(actor)?);
    let sitting = follow_up_meeting(&case);
    let plan = &case.process.plan;
    let told = |number| plan.assessments.iter().any(|told| told.unit == unit && told.meeting == number);
    let lines = plan.lines().filter(|(_, line)| line.unit == unit).map(|(number, line)| {
        let followed = |meeting| line.follow_ups.iter().any(|(at, ..)| *at == meeting);
        OwnLine {
            line: plan_view::line(t, &case, number, line),
            href: address(process, number),
            to_follow_up: sitting.is_some_and(|(meeting, _)| !followed(meeting))
                && !case.process.line_is_outside(line, case.now.today()),
        }
    });
    show(&LinesPage {
        saved: saved.words(t),
        process: format!("/processes/{process}"),
        child: case.name(case.process.child()).to_owned(),
        unit: case.unit(unit).into_owned(),
        lines: lines.collect(),
        follows_up: sitting.is_some(),
        assessment_told: sitting.is_some_and(|(number, _)| told(number)),
        questions: questions(t, &case, unit),
        goals: goals(&case, unit).into_iter().map(|(_, text)| text).collect(),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    })
}

pub fn address(process: ProcessId, line: domain::CommitmentNo) -> String {
    format!("/processes/{process}/lines/{line}")
}

/// The second or later meeting that goes on today, if any.
pub fn follow_up_meeting(case: &Case) -> Option<(MeetingNo, &Meeting)> {
    let today = case.now.today();
    let mut ahead = case.process.meetings.ahead();
    ahead.find(|(_, meeting)| meeting.kind != MeetingKind::Initial && meeting.start.date() <= today)
}

/// The goals that a unit may read: those for needs of a kind that its consent covers (CON-09).
pub fn goals(case: &Case, unit: UnitId) -> Vec<(domain::GoalNo, String)> {
    let (process, today) = (&case.process, case.now.today());
    let receiver = domain::party::Receiver::Unit { unit };
    let goals = process.plan.goal_numbers().filter(|(_, goal)| process.goal_is_for(goal, receiver, today));
    goals.map(|(number, goal)| (number, case.text(goal.text).to_owned())).collect()
}

fn questions(t: &Texts, case: &Case, unit: UnitId) -> Vec<OwnQuestion> {
    let asked = case.process.plan.question_numbers().filter(|(_, question)| question.units.contains(&unit));
    let row = |(number, question): (domain::QuestionNo, &domain::lots::plan::Question)| OwnQuestion {
        href: format!("/processes/{}/questions/{number}", case.id),
        text: case.text(question.text).to_owned(),
        asked_by: match question.by_unit {
            Some(unit) => case.unit(unit).into_owned(),
            None => t.get("question-by-family"),
        },
        answer: question
            .answers
            .iter()
            .rfind(|(by, _)| *by == unit)
            .map(|(_, answer)| case.text(*answer).to_owned()),
    };
    asked.map(row).collect()
}
