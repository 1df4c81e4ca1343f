//! How has it gone since last time? The follow-up of second and later meetings. (T12, T13; 3.5.4, form 6.0)

use askama::Template;
use axum::extract::State;
use domain::{
    MeetingNo, ProcessId,
    choice::{GoalOutcome, MeetingKind},
    form::{Form, FormRole},
    lots::{commitment, meeting::Meeting},
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    form_data::{Blank, Drawn},
    lots::{
        drafting::{self, BASE, Desk, Kept, Versions},
        meetings,
        offer::{Offer, dashed},
        papers::{self, NextMeeting, follow_up as paper},
        saved::{Note, Saved, back},
    },
    page::{Page, show, show_again},
    path::{Asked, Path},
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/meetings/follow_up.html")]
struct FollowUpPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    saved: Option<String>,
    room: String,
    process: String,
    drawn: Drawn,
    goals: Vec<GoalRow>,
    outcomes: Vec<Choice>,
    /// Units that have not yet told how it went with what they answer for.
    silent: Vec<String>,
    versions: Option<Versions>,
}

/// A goal, and what has been said of it.
struct GoalRow {
    number: domain::GoalNo,
    text: String,
    outcome: Option<String>,
}

/// The meeting that is followed up: the second or a later one, and still open.
fn sitting(case: &Case, number: MeetingNo) -> Result<&Meeting, WebError> {
    let meeting = case.process.meetings.get(number).filter(|meeting| meeting.is_ahead());
    meeting.filter(|meeting| meeting.kind != MeetingKind::Initial).ok_or(WebError::NotFound)
}

fn blank<'a>(t: &Texts, form: &'a Form, case: &Case, number: MeetingNo, meeting: &Meeting) -> Blank<'a> {
    let next: Option<NextMeeting> = None;
    paper::blank(t, form, case, number, meeting, next.as_ref())
}

/// `GET /processes/{process}/meetings/{meeting}/follow-up`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, MeetingNo)>,
    Asked(saved): Asked<Saved>,
) -> Answer {
    let key = paper::key(process, number, &app.forms);
    let desk = Desk::open(&app, actor, key, Action::RunMeeting).await?;
    let meeting = sitting(&desk.case, number)?;
    let values = desk.values().unwrap_or_default();
    let blank = blank(page.t, app.forms.form(FormRole::FollowUp), &desk.case, number, meeting);
    let filled = blank.fill(page.form(), &values).with(BASE, desk.revision().to_string());
    let (words, drawn) = (saved.words(page.t), blank.draw(page.t, &values));
    show(&FollowUpPage { saved: words, ..view(page, &desk.case, number, filled, drawn) })
}

/// `POST /processes/{process}/meetings/{meeting}/follow-up`: keeps what has been written. It is checked when the
/// meeting is closed.
pub async fn update(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, MeetingNo)>,
    fields: Fields,
) -> Answer {
    let key = paper::key(process, number, &app.forms);
    let Desk { case, .. } = Desk::open(&app, actor, key.clone(), Action::RunMeeting).await?;
    let meeting = sitting(&case, number)?;
    let form = app.forms.form(FormRole::FollowUp);
    let blank = blank(page.t, form, &case, number, meeting);
    let values = blank.read(&fields);
    let own = papers::own(form, &values);
    match drafting::keep(&app, actor, key, Action::RunMeeting, drafting::base(&fields), &own).await? {
        Kept::Saved { .. } => {
            let address = format!("{}/follow-up", meetings::address(process, number));
            Ok(back(&address, Note::Draft, "follow-up"))
        }
        Kept::Conflict(conflict) => {
            let versions = Some(conflict.versions(page.t, &case, &blank, &own));
            let again = blank.again(page.form(), fields.back(), &values, &[]);
            let again = again.with(BASE, conflict.revision.to_string());
            let drawn = blank.draw(page.t, &values);
            show_again(&FollowUpPage { versions, ..view(page, &case, number, again, drawn) })
        }
    }
}

/// `POST /processes/{process}/meetings/{meeting}/follow-up/goals`: how far a goal has come.
pub async fn assess_goal(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, MeetingNo)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteNeedsAndGoals).await?;
    let goal = fields.raw("goal").parse().map_err(|_| WebError::Malformed("no goal"))?;
    let Some(outcome) = outcomes(page.t).one(&mut fields, "outcome") else {
        return Err(WebError::Malformed("no outcome"));
    };
    let decide = move |process: &_, now| commitment::assess_goal(process, now, goal, outcome);
    match app.act(actor, process, Action::WriteNeedsAndGoals, vec![], decide).await? {
        Outcome::Refused(refusal) => Err(WebError::Refused(Box::new(explain(&refusal, &case)))),
        Outcome::Done(_) => {
            let address = format!("{}/follow-up", meetings::address(process, number));
            Ok(back(&address, Note::GoalAssessed, "goals"))
        }
    }
}

fn outcomes(t: &Texts) -> Offer<GoalOutcome> {
    Offer::of(GoalOutcome::ALL, GoalOutcome::word, |word| t.get(&format!("goal-outcome-{word}")))
}

fn view(page: Page, case: &Case, number: MeetingNo, form: FormView, drawn: Drawn) -> FollowUpPage {
    let t = page.t;
    let goals = case.process.plan.goal_numbers().map(|(number, goal)| GoalRow {
        number,
        text: case.text(goal.text).to_owned(),
        outcome: goal.outcome.map(|outcome| t.get(&format!("goal-outcome-{}", dashed(outcome.word())))),
    });
    FollowUpPage {
        form,
        saved: None,
        room: meetings::address(case.id, number),
        process: format!("/processes/{}", case.id),
        goals: goals.collect(),
        outcomes: outcomes(t).choices(),
        silent: silent(case, number),
        drawn,
        versions: None,
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}

/// Units with a line in the plan that has neither been followed up nor reported on at this meeting.
fn silent(case: &Case, meeting: MeetingNo) -> Vec<String> {
    let plan = &case.process.plan;
    let told = |unit| plan.assessments.iter().any(|report| report.unit == unit && report.meeting == meeting);
    let open = case
        .process
        .coordinated_lines(case.now.today())
        .filter(|(_, line)| !told(line.unit) && !line.follow_ups.iter().any(|(at, ..)| *at == meeting));
    let mut units: Vec<String> = open.map(|(_, line)| case.unit(line.unit).into_owned()).collect();
    units.sort();
    units.dedup();
    units
}
