//! What does a receiver not get, told before anything is given? (CON-09, 5.8)

use domain::{PlanVersion, form::FormLibrary, party::Receiver};

use super::{form, goals, lines, needs, questions, written};
use crate::web::{case::Case, texts::Texts};

/// How much of the plan stays out of one receiver's copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    pub needs: usize,
    pub goals: usize,
    pub lines: usize,
    pub questions: usize,
    /// The labels of what was written in the form.
    pub fields: Vec<String>,
}

/// What stays out of the copy for a receiver.
pub fn withheld(forms: &FormLibrary, case: &Case, version: PlanVersion, receiver: Receiver) -> Withheld {
    let plan = &case.process.plan;
    let text = plan.version(version);
    let whole = text.and_then(|text| written(forms, case, text));
    let copied = text.and_then(|text| form(forms, case, text, receiver));
    let kept = |id: &str| copied.as_ref().is_some_and(|copy| copy.field(id).is_some());
    let lost = whole.iter().flat_map(|whole| whole.fields()).filter(|field| !kept(&field.id));
    Withheld {
        needs: plan.open_needs().filter(|(_, need)| need.stands_in(version)).count()
            - needs(case, version, receiver).len(),
        goals: plan.goal_numbers().filter(|(_, goal)| goal.stands_in(version)).count()
            - goals(case, version, receiver).len(),
        lines: plan.lines().filter(|(_, line)| line.stands_in(version)).count()
            - lines(case, version, receiver).len(),
        questions: plan.question_numbers().filter(|(_, asked)| asked.stands_in(version)).count()
            - questions(case, version, receiver).len(),
        fields: lost.map(|field| field.label.clone()).collect(),
    }
}

impl Withheld {
    /// In words: one sentence for each thing, or that nothing is left out.
    pub fn words(&self, t: &Texts) -> Vec<String> {
        let counted = [
            ("release-without-needs", self.needs),
            ("release-without-goals", self.goals),
            ("release-without-lines", self.lines),
            ("release-without-questions", self.questions),
        ];
        let counted = counted.into_iter().filter(|(_, count)| *count > 0);
        let mut words: Vec<String> = counted.map(|(key, count)| t.with(key, &[("count", &count)])).collect();
        if !self.fields.is_empty() {
            words.push(t.with("release-without-fields", &[("fields", &self.fields.join(", "))]));
        }
        if words.is_empty() {
            words.push(t.get("release-everything"));
        }
        words
    }
}
