//! What does a separate copy stand beside, line by line? (PID-6)

use domain::{
    Process, SummonsNo,
    choice::FormText,
    event::protection::SeparateSubject,
    form::{Audience, Binding, Document, Entry, FormLibrary},
    ids::PlanVersion,
};

use crate::web::{case::Case, document::words, texts::Texts};

/// A line of the whole text, and whether it is left out of the separate copy.
pub struct Line {
    pub text: String,
    pub left_out: bool,
}

/// The text that a subject has; a message has none.
pub fn of(process: &Process, subject: SeparateSubject) -> Option<FormText> {
    match subject {
        SeparateSubject::Summons { summons } => process.summonses.get(summons).map(|one| one.text),
        SeparateSubject::Plan { version } => process.plan.version(version).map(|one| one.text),
        SeparateSubject::Message => None,
    }
}

/// The whole text as a guardian would read it, one answer a line.
pub fn lines(t: &Texts, case: &Case, forms: &FormLibrary, subject: SeparateSubject) -> Vec<String> {
    let Some(text) = of(&case.process, subject) else { return vec![] };
    let body = case.text(text.text);
    let Ok(document) = Document::parse(body) else { return body.lines().map(str::to_owned).collect() };
    let form = forms.by_id(&document.form);
    let secret = form.and_then(|form| form.bound(Binding::NotToBeRaised));
    let copy = document.copy_for(Audience::Guardians, None);
    let shown = copy.fields().filter(|field| secret.is_none_or(|secret| secret.id != field.id));
    let entry = |label: &str, entry: &Entry| match entry {
        Entry::Table { columns, rows } => {
            let row = |cells: &Vec<Option<Entry>>| {
                let cells = columns.iter().zip(cells).filter(|(column, _)| !column.key);
                let told = cells.filter_map(|(column, cell)| {
                    Some(format!("{}: {}", column.label, words(t, cell.as_ref()?)))
                });
                told.collect::<Vec<_>>().join(". ")
            };
            rows.iter().map(row).map(|row| format!("{label}. {row}")).collect()
        }
        Entry::Text(_)
        | Entry::List(_)
        | Entry::Choice(_)
        | Entry::Choices(_)
        | Entry::Date(_)
        | Entry::Time(_)
        | Entry::Flag(_) => vec![format!("{label}: {}", words(t, entry).replace('\n', " "))],
    };
    shown.flat_map(|field| entry(&field.label, &field.entry)).collect()
}

/// The whole text beside a separate one: what of it was left out or written otherwise is marked.
pub fn beside(whole: Vec<String>, separate: &str) -> Vec<Line> {
    let kept: Vec<&str> = separate.lines().map(str::trim).collect();
    whole.into_iter().map(|text| Line { left_out: !kept.contains(&text.trim()), text }).collect()
}

/// The subject's word in addresses and forms: `summons-1`, `plan-2`, `message`.
pub fn code(subject: SeparateSubject) -> String {
    match subject {
        SeparateSubject::Summons { summons } => format!("summons-{summons}"),
        SeparateSubject::Plan { version } => format!("plan-{version}"),
        SeparateSubject::Message => "message".to_owned(),
    }
}

pub fn parse(code: &str) -> Option<SeparateSubject> {
    let number = |rest: &str| rest.parse::<u32>().ok();
    match code.split_once('-') {
        Some(("summons", rest)) => Some(SeparateSubject::Summons { summons: SummonsNo(number(rest)?) }),
        Some(("plan", rest)) => Some(SeparateSubject::Plan { version: PlanVersion(number(rest)?) }),
        Some(_) | None => (code == "message").then_some(SeparateSubject::Message),
    }
}

/// The subject in words: "Kallelsen", "Planen, version 2", "Ett meddelande".
pub fn title(t: &Texts, subject: SeparateSubject) -> String {
    match subject {
        SeparateSubject::Summons { .. } => t.get("separate-of-summons"),
        SeparateSubject::Plan { version } => t.with("separate-of-plan", &[("version", &version.0)]),
        SeparateSubject::Message => t.get("separate-of-message"),
    }
}
