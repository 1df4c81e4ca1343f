//! How is a copy of the plan read, years later, exactly as it was?

use askama::Template;

use super::{Line, PlanCopy};
use crate::web::{
    document::{DrawnDocument, draw},
    lots::{consent::grid::kind_key, offer::dashed},
    texts::Texts,
};

/// A copy ready to be put into a page: `{{ copy }}`. Its sections are headings of the second level.
#[derive(Template)]
#[template(path = "lots/release/copy.html")]
pub struct DrawnCopy {
    t: &'static Texts,
    facts: Vec<(String, String)>,
    needs: Vec<Item>,
    goals: Vec<Item>,
    lines: Vec<DrawnLine>,
    questions: Vec<DrawnQuestion>,
    dissent: Vec<(String, String)>,
    delivered_to: Vec<String>,
    form: Option<DrawnDocument>,
}

/// The text is drawn by a template that escapes its values itself.
impl askama::filters::HtmlSafe for DrawnCopy {}

struct Item {
    text: String,
    about: String,
}

struct DrawnLine {
    unit: String,
    text: String,
    outside: bool,
    facts: Vec<(String, String)>,
}

struct DrawnQuestion {
    text: String,
    about: String,
    answers: Vec<(String, String)>,
}

/// Draws a copy from itself alone.
pub fn drawn(t: &'static Texts, copy: &PlanCopy) -> DrawnCopy {
    DrawnCopy {
        facts: facts(t, copy),
        needs: needs(t, copy),
        goals: goals(t, copy),
        lines: copy.lines.iter().map(|one| line(t, copy, one)).collect(),
        questions: questions(t, copy),
        dissent: copy.dissent.iter().map(|one| (one.who.clone(), one.text.clone())).collect(),
        delivered_to: copy.delivered_to.clone(),
        form: copy.form.as_ref().map(|document| draw(t, document, |_| true)),
        t,
    }
}

/// Draws a copy that has not been released: what its receiver would be given today.
pub fn drawn_beforehand(t: &'static Texts, copy: &PlanCopy) -> DrawnCopy {
    let mut drawn = drawn(t, copy);
    drawn.facts.retain(|(name, _)| *name != t.get("copy-released"));
    drawn
}

/// A choice in words: its stored word under the list's name.
fn word(t: &Texts, list: &str, word: &str) -> String {
    t.get(&format!("copy-{list}-{}", dashed(word)))
}

fn facts(t: &Texts, copy: &PlanCopy) -> Vec<(String, String)> {
    let fact = |key: &str, value: String| Some((t.get(key), value));
    let lots = copy.lots.as_ref().and_then(|lots| {
        let phone = lots.phone.as_deref().unwrap_or_default();
        let parts = [lots.name.as_str(), lots.unit.as_str(), phone];
        fact("copy-lots", parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
    });
    let lead = copy.lead.as_ref().and_then(|lead| {
        let principal = match lead.principal {
            domain::party::LeadPrincipal::Municipality => "copy-lead-municipality",
            domain::party::LeadPrincipal::Region => "copy-lead-region",
        };
        fact("copy-lead", format!("{}, {}", t.get(principal), lead.unit))
    });
    let accepted = (!copy.accepted_by.is_empty()).then(|| copy.accepted_by.join(", "));
    let all = [
        fact("copy-child", copy.child.clone()),
        fact("copy-kind", word(t, "kind", copy.kind.word())),
        fact("copy-version", copy.version.to_string()),
        fact("copy-status", word(t, "status", copy.status.word())),
        copy.obstacle.clone().and_then(|obstacle| fact("copy-obstacle", obstacle)),
        fact("copy-written", t.date(copy.written_on)),
        fact("copy-released", t.date(copy.released_on)),
        lots,
        lead,
        accepted.and_then(|names| fact("copy-accepted", names)),
    ];
    all.into_iter().flatten().collect()
}

fn needs(t: &Texts, copy: &PlanCopy) -> Vec<Item> {
    let about = |view: &str, kind: &str| format!("{view}. {kind}.");
    let needs = copy.needs.iter().map(|need| Item {
        text: need.text.clone(),
        about: about(&word(t, "view", need.view.word()), &t.get(kind_key(need.kind))),
    });
    needs.collect()
}

fn goals(t: &Texts, copy: &PlanCopy) -> Vec<Item> {
    let about = |goal: &super::Goal| {
        let need = goal.need.and_then(|number| copy.needs.iter().find(|need| need.number == number));
        let parts = [
            Some(word(t, "horizon", goal.horizon.word())),
            need.map(|need| t.with("copy-goal-need", &[("need", &need.text)])),
            goal.outcome.map(|outcome| word(t, "outcome", outcome.word())),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    copy.goals.iter().map(|goal| Item { text: goal.text.clone(), about: about(goal) }).collect()
}

fn line(t: &Texts, copy: &PlanCopy, line: &Line) -> DrawnLine {
    let goal = line.goal.and_then(|number| copy.goals.iter().find(|goal| goal.number == number));
    let decided = line.legal_form != domain::choice::LegalForm::None;
    let confirmed = match &line.confirmed_by {
        Some(name) => name.clone(),
        None => t.get("copy-line-unconfirmed"),
    };
    let facts = [
        Some(("copy-line-kind", word(t, "line-kind", line.kind.word()))),
        goal.map(|goal| ("copy-line-goal", goal.text.clone())),
        decided.then(|| ("copy-line-decision", word(t, "decision", line.legal_form.word()))),
        Some(("copy-line-responsible", line.responsible.clone())),
        Some(("copy-line-start", t.date(line.start))),
        Some(("copy-line-frequency", line.frequency.clone())),
        Some(("copy-line-end", t.date(line.expected_end))),
        Some(("copy-line-state", word(t, "state", line.state.word()))),
        line.reason.clone().map(|reason| ("copy-line-reason", reason)),
        line.instead.clone().map(|instead| ("copy-line-instead", instead)),
        Some(("copy-line-confirmed", confirmed)),
    ];
    let facts = facts.into_iter().flatten().filter(|(_, value)| !value.is_empty());
    DrawnLine {
        unit: line.unit.clone(),
        text: line.text.clone(),
        outside: line.outside_coordination,
        facts: facts.map(|(key, value)| (t.get(key), value)).collect(),
    }
}

fn questions(t: &Texts, copy: &PlanCopy) -> Vec<DrawnQuestion> {
    let questions = copy.questions.iter().map(|question| {
        let asked = match &question.asked_by {
            Some(unit) => t.with("copy-question-by", &[("unit", unit)]),
            None => t.get("copy-question-by-family"),
        };
        let concerns = match question.units.as_slice() {
            [] => t.get("copy-question-to-nobody"),
            units => t.with("copy-question-to", &[("units", &units.join(", "))]),
        };
        DrawnQuestion {
            text: question.text.clone(),
            about: format!("{asked} {concerns}"),
            answers: question.answers.clone(),
        }
    });
    questions.collect()
}
