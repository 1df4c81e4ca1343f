//! The plan as it stands today, and the copies of it that I have been given.

use askama::Template;
use axum::extract::State;
use domain::{
    PersonId, ProcessId, UnitId,
    choice::{CommitmentState, View},
    lots::plan::Commitment,
    party::{LeadPrincipal, Receiver},
};
use policy::Action;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::Answer,
    family::{
        frame::{self, Frame, home},
        voice::{Voice, key},
    },
    form::FormView,
    page::{Page, show},
    path::Path,
};

#[derive(Template)]
#[template(path = "family/plan.html")]
struct PlanPage {
    t: Voice,
    page: Page,
    frame: Frame,
    form: FormView,
    /// Nothing has been written yet.
    empty: bool,
    versions: Vec<VersionLine>,
    family_needs: Vec<NeedLine>,
    other_needs: Vec<NeedLine>,
    goals: Vec<GoalLine>,
    /// Needs that no unit answers, in neutral words and naming no unit (PRI-13).
    unanswered: Vec<String>,
    units: Vec<UnitLines>,
    questions: Vec<QuestionLine>,
    lead: Option<String>,
    /// Words can be written while the work goes on.
    can_write: bool,
}

struct VersionLine {
    words: String,
    href: String,
    /// My answer is waited for.
    waits: bool,
}

struct NeedLine {
    words: String,
    withdraw: String,
}

struct GoalLine {
    words: String,
    horizon: String,
    outcome: Option<String>,
}

/// What one unit has promised.
struct UnitLines {
    name: String,
    /// The unit no longer takes part (CON-10).
    left: bool,
    lines: Vec<PromiseLine>,
    assessments: Vec<String>,
}

/// One promise, as its receiver reads it.
pub struct PromiseLine {
    pub words: String,
    pub kind: String,
    pub when: String,
    pub who: String,
    pub state: String,
    /// Why it is not possible, and where to turn instead (PRI-10).
    pub instead: Option<String>,
    pub outside: bool,
    pub confirmed: bool,
    pub results: Vec<String>,
    pub my_rating: Option<String>,
    pub href: String,
}

struct QuestionLine {
    words: String,
    answers: Vec<String>,
}

/// `GET /family/processes/{process}/plan`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let form = page.form();
    show(&view(page, actor.person, &case, form))
}

fn view(page: Page, me: PersonId, case: &Case, form: FormView) -> PlanPage {
    let t = Voice::of(page.t, case);
    let plan = &case.process.plan;
    let needs = |view: View| -> Vec<NeedLine> {
        let of_view = plan.open_needs().filter(|(_, need)| need.view == view);
        let line = |(_, need): (domain::NeedNo, &domain::lots::plan::Need)| NeedLine {
            words: case.text(need.text).to_owned(),
            withdraw: format!("{}/plan/needs/{}", home(case.id), need.text),
        };
        of_view.map(line).collect()
    };
    let unanswered = case.process.needs_without_commitment(case.now.today());
    let unanswered = plan.open_needs().filter(|(number, _)| unanswered.contains(number));
    let paused = case.process.paused(case.now.today()).is_some();
    PlanPage {
        empty: plan.needs.is_empty() && plan.goals.is_empty() && plan.commitments.is_empty(),
        versions: versions(t, me, case),
        family_needs: needs(View::Family),
        other_needs: needs(View::Professional),
        goals: goals(t, case),
        unanswered: unanswered.map(|(_, need)| case.text(need.text).to_owned()).collect(),
        units: units(t, me, case),
        questions: questions(case),
        lead: plan.lead.map(|(principal, unit)| {
            let key = match principal {
                LeadPrincipal::Municipality => "family-plan-lead-municipality",
                LeadPrincipal::Region => "family-plan-lead-region",
            };
            t.with(key, &[("unit", &case.unit(unit))])
        }),
        can_write: !frame::is_over(case) && !paused,
        t,
        frame: Frame::of(case),
        form,
        page: frame::page(page, case),
    }
}

/// Every version that I have a copy of or am asked about, newest first.
fn versions(t: Voice, me: PersonId, case: &Case) -> Vec<VersionLine> {
    let mine = Receiver::Family { person: me };
    let plan = &case.process.plan;
    let asked = case.process.family_that_answers(case.now.today()).contains(&me);
    let lines = plan.versions().rev().filter_map(|(number, version)| {
        let copy = plan.copies.iter().find(|copy| copy.receiver == mine && copy.version == number);
        let (words, waits) = match (copy, version.released) {
            (Some(copy), _) => {
                (t.with("family-plan-copy", &[("number", &number.0), ("date", &t.date(copy.on))]), false)
            }
            (None, None) => {
                let date = t.date(version.written_on);
                let waits = asked && !version.answers.contains_key(&me);
                (t.with("family-plan-unreleased", &[("number", &number.0), ("date", &date)]), waits)
            }
            (None, Some(_)) => return None,
        };
        Some(VersionLine { words, href: format!("{}/plan/versions/{number}", home(case.id)), waits })
    });
    lines.collect()
}

fn goals(t: Voice, case: &Case) -> Vec<GoalLine> {
    let goals = case.process.plan.goals.iter().map(|goal| GoalLine {
        words: case.text(goal.text).to_owned(),
        horizon: t.get(&format!("family-horizon-{}", key(goal.horizon.word()))),
        outcome: goal.outcome.map(|outcome| t.get(&format!("family-goal-{}", key(outcome.word())))),
    });
    goals.collect()
}

fn units(t: Voice, me: PersonId, case: &Case) -> Vec<UnitLines> {
    let plan = &case.process.plan;
    let mut units: Vec<UnitId> = plan.commitments.iter().map(|line| line.unit).collect();
    units.extend(plan.assessments.iter().map(|report| report.unit));
    units.sort();
    units.dedup();
    let of_unit = |unit: UnitId| UnitLines {
        name: case.unit(unit).into_owned(),
        left: case.process.has_left(unit),
        lines: plan
            .lines()
            .filter(|(_, line)| line.unit == unit)
            .map(|(_, line)| promise(t, me, case, line))
            .collect(),
        assessments: plan
            .assessments
            .iter()
            .filter(|report| report.unit == unit)
            .map(|report| {
                let outcome = t.get(&format!("family-assessment-{}", key(report.outcome.word())));
                let instead = report.instead.map(|instead| case.text(instead)).unwrap_or_default();
                format!("{outcome} {} {instead}", case.text(report.text)).trim().to_owned()
            })
            .collect(),
    };
    units.into_iter().map(of_unit).collect()
}

/// One promise in words. Its address is that of its text, so that no gap in numbers tells of one that is kept from
/// the reader (AC-7).
pub fn promise(t: Voice, me: PersonId, case: &Case, line: &Commitment) -> PromiseLine {
    let reason = line.reason.map(|reason| case.text(reason)).unwrap_or_default();
    let instead = line.instead.map(|instead| case.text(instead)).unwrap_or_default();
    let often = case.text(line.frequency).trim_end_matches('.');
    PromiseLine {
        words: case.text(line.text).to_owned(),
        kind: t.get(&format!("family-promise-{}", key(line.kind.word()))),
        when: t.with(
            if often.is_empty() { "family-plan-when" } else { "family-plan-when-often" },
            &[("start", &t.date(line.start)), ("end", &t.date(line.expected_end)), ("often", &often)],
        ),
        who: case.text(line.responsible).to_owned(),
        state: t.get(&format!("family-promise-is-{}", key(line.state.word()))),
        instead: (line.state == CommitmentState::NotPossible)
            .then(|| t.with("family-plan-instead", &[("reason", &reason), ("instead", &instead)])),
        outside: case.process.line_is_outside(line, case.now.today()),
        confirmed: line.confirmed_by.is_some(),
        results: line.follow_ups.iter().map(|(_, result, _)| case.text(*result).to_owned()).collect(),
        my_rating: line.ratings.get(&me).map(|rating| t.get(&format!("family-rating-{rating}"))),
        href: format!("{}/plan/lines/{}", home(case.id), line.text),
    }
}

fn questions(case: &Case) -> Vec<QuestionLine> {
    let questions = case.process.plan.questions.iter().map(|question| QuestionLine {
        words: case.text(question.text).to_owned(),
        answers: question
            .answers
            .iter()
            .map(|(unit, answer)| format!("{}: {}", case.unit(*unit), case.text(*answer)))
            .collect(),
    });
    questions.collect()
}
