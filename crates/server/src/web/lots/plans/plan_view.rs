//! What stands in the plan right now, seen by those who work on it? (PRI-13)

use domain::{
    CommitmentNo, GoalNo, NeedNo, UnitId,
    choice::{CommitmentState, PlanKind},
    lots::plan::{Commitment, Goal, Need, Question},
};

use crate::web::{
    case::Case,
    lots::{consent::grid::kind_key, offer::dashed},
    texts::Texts,
};

/// Needs, goals, contributions and questions, ready to be drawn by `plan_view.html`.
pub struct PlanView {
    pub needs: Vec<NeedLine>,
    pub goals: Vec<GoalLine>,
    pub units: Vec<UnitLines>,
    pub questions: Vec<QuestionLine>,
    pub lead: Option<String>,
    /// Needs that nobody's line answers, and goals nobody works towards: in neutral words, naming no unit.
    pub unmet: Vec<String>,
    pub unowned: Vec<String>,
    /// The work cannot be the statutory plan while one of the two is outside the consent.
    pub only_lots_plan: bool,
}

pub struct NeedLine {
    pub number: NeedNo,
    pub text: String,
    pub view: String,
    pub kind: String,
}

pub struct GoalLine {
    pub number: GoalNo,
    pub text: String,
    pub horizon: String,
    pub need: Option<String>,
    pub outcome: Option<String>,
}

/// What one unit contributes.
pub struct UnitLines {
    pub unit: UnitId,
    pub name: String,
    pub lines: Vec<Line>,
}

pub struct Line {
    pub number: CommitmentNo,
    pub kind: String,
    pub text: String,
    pub goal: Option<String>,
    pub responsible: String,
    pub when: String,
    pub decision: Option<String>,
    pub state: String,
    pub running: bool,
    pub confirmed: bool,
    pub outside: bool,
    pub reason: Option<(String, String)>,
    pub ratings: Vec<String>,
}

pub struct QuestionLine {
    pub number: domain::QuestionNo,
    pub text: String,
    pub asked_by: String,
    pub units: String,
    pub waits: bool,
    pub answers: Vec<(String, String)>,
}

impl PlanView {
    pub fn of(t: &Texts, case: &Case) -> Self {
        let (plan, today) = (&case.process.plan, case.now.today());
        let need = |number: NeedNo| {
            let (_, need) = plan.open_needs().find(|(open, _)| *open == number)?;
            Some(case.text(need.text).to_owned())
        };
        let goal = |number: GoalNo| goal_text(case, number);
        Self {
            needs: plan.open_needs().map(|(number, need)| need_line(t, case, number, need)).collect(),
            goals: plan.goal_numbers().map(|(number, goal)| goal_line(t, case, number, goal)).collect(),
            units: units(t, case),
            questions: plan
                .question_numbers()
                .map(|(number, question)| question_line(t, case, number, question))
                .collect(),
            lead: plan.lead.map(|(principal, unit)| lead(t, case, principal, unit)),
            unmet: case.process.needs_without_commitment(today).into_iter().filter_map(need).collect(),
            unowned: case.process.goals_without_owner(today).into_iter().filter_map(goal).collect(),
            only_lots_plan: kind_of_plan(case) == PlanKind::LotsPlan,
        }
    }
}

/// Whether the plan would be the statutory one today: both principals are within the consent (SoL 10:8, Q13).
pub fn kind_of_plan(case: &Case) -> PlanKind {
    let units = case.process.consented_units(case.now.today());
    if case.organisation.both_principals(units.iter().copied()) { PlanKind::Sip } else { PlanKind::LotsPlan }
}

/// "Region Skåne, genom BUP Kristianstad": the principal, and the unit that keeps the plan together.
pub fn lead(t: &Texts, case: &Case, principal: domain::party::LeadPrincipal, unit: UnitId) -> String {
    let principal = t.get(match principal {
        domain::party::LeadPrincipal::Municipality => "lead-municipality",
        domain::party::LeadPrincipal::Region => "lead-region",
    });
    t.with("lead-through", &[("principal", &principal), ("unit", &case.unit(unit))])
}

pub fn goal_text(case: &Case, number: GoalNo) -> Option<String> {
    let (_, goal) = case.process.plan.goal_numbers().find(|(known, _)| *known == number)?;
    Some(case.text(goal.text).to_owned())
}

fn need_line(t: &Texts, case: &Case, number: NeedNo, need: &Need) -> NeedLine {
    NeedLine {
        number,
        text: case.text(need.text).to_owned(),
        view: t.get(&format!("need-view-{}", need.view.word())),
        kind: t.get(kind_key(need.kind)),
    }
}

fn goal_line(t: &Texts, case: &Case, number: GoalNo, goal: &Goal) -> GoalLine {
    let need = goal.need.and_then(|need| {
        let (_, need) = case.process.plan.open_needs().find(|(open, _)| *open == need)?;
        Some(case.text(need.text).to_owned())
    });
    GoalLine {
        number,
        text: case.text(goal.text).to_owned(),
        horizon: t.get(&format!("horizon-{}", goal.horizon.word())),
        need,
        outcome: goal.outcome.map(|outcome| t.get(&format!("goal-outcome-{}", dashed(outcome.word())))),
    }
}

/// The contributions, unit by unit in the order the units first wrote.
fn units(t: &Texts, case: &Case) -> Vec<UnitLines> {
    let mut units: Vec<UnitLines> = vec![];
    for (number, line) in case.process.plan.lines() {
        let drawn = self::line(t, case, number, line);
        match units.iter_mut().find(|lines| lines.unit == line.unit) {
            Some(lines) => lines.lines.push(drawn),
            None => units.push(UnitLines {
                unit: line.unit,
                name: case.unit(line.unit).into_owned(),
                lines: vec![drawn],
            }),
        }
    }
    units
}

/// One contribution in words.
pub fn line(t: &Texts, case: &Case, number: CommitmentNo, line: &Commitment) -> Line {
    let frequency = case.text(line.frequency);
    let (start, end) = (t.date(line.start), t.date(line.expected_end));
    let when = if frequency.is_empty() {
        t.with("line-when", &[("start", &start), ("end", &end)])
    } else {
        t.with(
            "line-when-often",
            &[("start", &start), ("end", &end), ("often", &frequency.trim_end_matches('.'))],
        )
    };
    let words = |text| case.text(text).to_owned();
    Line {
        number,
        kind: t.get(&format!("line-kind-{}", dashed(line.kind.word()))),
        text: words(line.text),
        goal: line.goal.and_then(|goal| goal_text(case, goal)),
        responsible: words(line.responsible),
        when,
        decision: (line.legal_form != domain::choice::LegalForm::None)
            .then(|| t.get(&format!("legal-form-{}", line.legal_form.word()))),
        state: t.get(&format!("line-state-{}", dashed(line.state.word()))),
        running: matches!(
            line.state,
            CommitmentState::Offered | CommitmentState::Planned | CommitmentState::Started
        ),
        confirmed: line.confirmed_by.is_some(),
        outside: case.process.line_is_outside(line, case.now.today()),
        reason: line.reason.zip(line.instead).map(|(reason, instead)| (words(reason), words(instead))),
        ratings: line
            .ratings
            .iter()
            .map(|(person, effect)| {
                t.with("line-rating", &[("person", &case.name(*person)), ("effect", effect)])
            })
            .collect(),
    }
}

fn question_line(t: &Texts, case: &Case, number: domain::QuestionNo, question: &Question) -> QuestionLine {
    let units: Vec<_> = question.units.iter().map(|unit| case.unit(*unit)).collect();
    QuestionLine {
        number,
        text: case.text(question.text).to_owned(),
        asked_by: match question.by_unit {
            Some(unit) => case.unit(unit).into_owned(),
            None => t.get("question-by-family"),
        },
        units: units.join(", "),
        waits: question.waits_for_absent && question.answers.is_empty(),
        answers: question
            .answers
            .iter()
            .map(|(unit, answer)| (case.unit(*unit).into_owned(), case.text(*answer).to_owned()))
            .collect(),
    }
}
