//! What stands in one receiver's copy of the plan? (T9, REL-1, CON-09, CON-10, 5.8)
//!
//! A copy is made once, from the process as it was, and frozen as canonical JSON: names, words of the form and
//! all. It is read back from itself alone, so that nothing that happens later changes what somebody was given.
//!
//! **Invariant:** what a receiver may not have is never put in; nothing is hidden when the copy is drawn.

mod drawn;
mod withheld;

pub use drawn::{DrawnCopy, drawn, drawn_beforehand};
pub use withheld::withheld;

use std::collections::BTreeSet;

use domain::{
    PlanVersion,
    choice::{CommitmentKind, CommitmentState, GoalOutcome, Horizon, LegalForm, PlanKind, PlanStatus, View},
    form::{Audience, Binding, Document, Entry, Form, FormLibrary, FormRole},
    lots::plan::{Commitment, Version},
    party::{InformationKind, LeadPrincipal, Receiver},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::web::case::Case;

/// The layout of the stored text; a stored copy is never rewritten.
const FORMAT: u8 = 1;

/// One receiver's copy of one version of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanCopy {
    format: u8,
    pub version: u32,
    pub kind: PlanKind,
    pub status: PlanStatus,
    /// What stood in the way, when the plan is only attempted.
    pub obstacle: Option<String>,
    pub written_on: Date,
    pub released_on: Date,
    pub child: String,
    pub lots: Option<Lots>,
    pub lead: Option<Lead>,
    pub needs: Vec<Need>,
    pub goals: Vec<Goal>,
    pub lines: Vec<Line>,
    pub questions: Vec<Question>,
    pub accepted_by: Vec<String>,
    pub dissent: Vec<Dissent>,
    pub delivered_to: Vec<String>,
    /// What was written in the form itself.
    pub form: Option<Document>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lots {
    pub name: String,
    pub unit: String,
    pub phone: Option<String>,
}

/// Which principal carries the overall responsibility, and through which unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    pub principal: LeadPrincipal,
    pub unit: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    pub number: u32,
    pub text: String,
    pub view: View,
    pub kind: InformationKind,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    pub number: u32,
    pub text: String,
    pub horizon: Horizon,
    pub need: Option<u32>,
    pub outcome: Option<GoalOutcome>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub number: u32,
    pub unit: String,
    pub kind: CommitmentKind,
    pub text: String,
    pub goal: Option<u32>,
    pub legal_form: LegalForm,
    pub responsible: String,
    pub start: Date,
    pub frequency: String,
    pub expected_end: Date,
    pub state: CommitmentState,
    /// The unit no longer takes part; the line stays and says so (CON-10).
    pub outside_coordination: bool,
    pub confirmed_by: Option<String>,
    pub reason: Option<String>,
    pub instead: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub number: u32,
    pub text: String,
    pub asked_by: Option<String>,
    pub units: Vec<String>,
    /// Unit and answer.
    pub answers: Vec<(String, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    pub who: String,
    pub text: String,
}

/// A stored text that is no copy of a plan.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableCopy {
    #[error("the stored copy cannot be read: {0}")]
    NotACopy(#[from] serde_json::Error),
    #[error("the stored copy has layout {0}, this program reads {FORMAT}")]
    UnknownFormat(u8),
}

impl PlanCopy {
    /// The canonical text: the same copy always gives the same text, and thereby the same hash.
    pub fn canonical(&self) -> String {
        // Texts, dates and words under fixed keys: writing them cannot fail but by a programmer's error.
        serde_json::to_string(self).expect("a copy can be written as JSON")
    }

    /// Reads a canonical text.
    ///
    /// # Errors
    /// When the text is no copy, or has a layout from a later program.
    pub fn parse(canonical: &str) -> Result<Self, UnreadableCopy> {
        let copy: Self = serde_json::from_str(canonical)?;
        if copy.format == FORMAT { Ok(copy) } else { Err(UnreadableCopy::UnknownFormat(copy.format)) }
    }
}

/// The copy of a version for one receiver, as the process is now; `None` if there is no such version.
pub fn plan_copy(
    forms: &FormLibrary,
    case: &Case,
    version: PlanVersion,
    receiver: Receiver,
) -> Option<PlanCopy> {
    let written = case.process.plan.version(version)?;
    let plan = &case.process.plan;
    let answers = written.answers.iter();
    let dissent = answers.clone().filter_map(|(person, text)| {
        Some(Dissent { who: case.name(*person).to_owned(), text: spoken(case, (*text)?) })
    });
    let accepted = answers.filter(|(_, dissent)| dissent.is_none());
    let receivers = case.process.receivers(case.now.today()).into_iter();
    Some(PlanCopy {
        format: FORMAT,
        version: version.0,
        kind: written.kind,
        status: written.status,
        obstacle: written.obstacle.map(|text| spoken(case, text)),
        written_on: written.written_on,
        released_on: case.now.today(),
        child: case.name(case.process.child()).to_owned(),
        lots: plan.lots.filter(|lots| lots.is_chosen()).map(|lots| Lots {
            name: case.name(lots.person).to_owned(),
            unit: case.unit(lots.unit).into_owned(),
            phone: case.person(lots.person).and_then(|person| person.phone.clone()),
        }),
        lead: plan.lead.map(|(principal, unit)| Lead { principal, unit: case.unit(unit).into_owned() }),
        needs: needs(case, version, receiver),
        goals: goals(case, version, receiver),
        lines: lines(case, version, receiver),
        questions: questions(case, version, receiver),
        accepted_by: accepted.map(|(person, _)| case.name(*person).to_owned()).collect(),
        dissent: dissent.collect(),
        delivered_to: receivers.map(|receiver| receiver_name(case, receiver)).collect(),
        form: form(forms, case, written, receiver),
    })
}

/// "Elin Ek" or "BUP Kristianstad"
pub fn receiver_name(case: &Case, receiver: Receiver) -> String {
    match receiver {
        Receiver::Family { person } => case.name(person).to_owned(),
        Receiver::Unit { unit } => case.unit(unit).into_owned(),
    }
}

/// A text as it goes to others: without what is marked as about somebody else (CON-20).
fn spoken(case: &Case, text: domain::TextId) -> String {
    case.process.passed_on(case.text(text))
}

fn needs(case: &Case, version: PlanVersion, receiver: Receiver) -> Vec<Need> {
    let (process, today) = (&case.process, case.now.today());
    let needs = process.plan.open_needs().filter(|(_, need)| need.stands_in(version));
    let needs = needs.filter(|(_, need)| process.need_is_for(need, receiver, today));
    needs
        .map(|(number, need)| Need {
            number: number.0,
            text: spoken(case, need.text),
            view: need.view,
            kind: need.kind,
        })
        .collect()
}

fn goals(case: &Case, version: PlanVersion, receiver: Receiver) -> Vec<Goal> {
    let (process, today) = (&case.process, case.now.today());
    let goals = process.plan.goal_numbers().filter(|(_, goal)| goal.stands_in(version));
    let goals = goals.filter(|(_, goal)| process.goal_is_for(goal, receiver, today));
    goals
        .map(|(number, goal)| Goal {
            number: number.0,
            text: spoken(case, goal.text),
            horizon: goal.horizon,
            need: goal.need.map(|need| need.0),
            outcome: goal.outcome,
        })
        .collect()
}

fn lines(case: &Case, version: PlanVersion, receiver: Receiver) -> Vec<Line> {
    let (process, today) = (&case.process, case.now.today());
    let lines = process
        .plan
        .lines()
        .filter(|(_, line)| line.stands_in(version) && process.line_goes_to(line, receiver, today));
    lines.map(|(number, line)| copied_line(case, receiver, number.0, line)).collect()
}

fn copied_line(case: &Case, receiver: Receiver, number: u32, line: &Commitment) -> Line {
    let known = |goal: &domain::GoalNo| {
        let found = case.process.plan.goal_numbers().find(|(number, _)| number == goal);
        found.is_some_and(|(_, found)| case.process.goal_is_for(found, receiver, case.now.today()))
    };
    Line {
        number,
        unit: case.unit(line.unit).into_owned(),
        kind: line.kind,
        text: spoken(case, line.text),
        goal: line.goal.filter(known).map(|goal| goal.0),
        legal_form: line.legal_form,
        responsible: spoken(case, line.responsible),
        start: line.start,
        frequency: spoken(case, line.frequency),
        expected_end: line.expected_end,
        state: line.state,
        outside_coordination: case.process.line_is_outside(line, case.now.today()),
        confirmed_by: line.confirmed_by.map(|person| case.name(person).to_owned()),
        reason: line.reason.map(|text| spoken(case, text)),
        instead: line.instead.map(|text| spoken(case, text)),
    }
}

fn questions(case: &Case, version: PlanVersion, receiver: Receiver) -> Vec<Question> {
    let questions = case.process.plan.question_numbers().filter(|(_, asked)| asked.stands_in(version));
    let questions = questions.filter(|(_, asked)| case.process.question_is_for(asked, receiver));
    questions
        .map(|(number, question)| Question {
            number: number.0,
            text: spoken(case, question.text),
            asked_by: question.by_unit.map(|unit| case.unit(unit).into_owned()),
            units: question.units.iter().map(|unit| case.unit(*unit).into_owned()).collect(),
            answers: question
                .answers
                .iter()
                .map(|(unit, answer)| (case.unit(*unit).into_owned(), spoken(case, *answer)))
                .collect(),
        })
        .collect()
}

/// What people wrote in the form, without what this receiver may not have.
fn form(forms: &FormLibrary, case: &Case, version: &Version, receiver: Receiver) -> Option<Document> {
    let document = written(forms, case, version)?;
    let (audience, kinds) = match receiver {
        Receiver::Family { person } if person == case.process.child() => (Audience::Child, None),
        Receiver::Family { .. } => (Audience::Guardians, None),
        Receiver::Unit { unit } => {
            (Audience::CalledUnits, Some(case.process.kinds_for(unit, case.now.today())))
        }
    };
    let copy = document.copy_for(audience, kinds.as_ref());
    Some(copy.passed_on(&case.process.protection.agreed_passages))
}

/// What people wrote in the form. What the program had gathered into it stands in the copy itself, sifted for
/// the receiver.
fn written(forms: &FormLibrary, case: &Case, version: &Version) -> Option<Document> {
    let mut document = Document::parse(case.text(version.text.text)).ok()?;
    let blank = forms.by_id(&document.form);
    let gathered = gathered(blank.unwrap_or_else(|| forms.form(FormRole::Plan)));
    for section in &mut document.sections {
        // A blank no longer in use cannot say which of its tables the program gathered: none goes out.
        section.fields.retain(|field| {
            let table = matches!(field.entry, Entry::Table { .. });
            !gathered.contains(&field.id) && (blank.is_some() || !table)
        });
    }
    document.sections.retain(|section| !section.fields.is_empty());
    Some(document)
}

/// The fields that the copy tells by itself, as they are at the release.
fn gathered(blank: &Form) -> BTreeSet<String> {
    use Binding::{Commitments, Dissent, Goals, LeadPrincipal, Lots, Needs, OpenQuestions};
    let told = [Needs, Goals, Commitments, OpenQuestions, Dissent, Lots, LeadPrincipal];
    let bound = told.into_iter().filter_map(|binding| blank.bound(binding)).map(|field| field.id.clone());
    let standing = ["version", "status", "date", "child", "lead_unit", "acknowledged_by", "delivered_to"];
    bound.chain(standing.map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests;
