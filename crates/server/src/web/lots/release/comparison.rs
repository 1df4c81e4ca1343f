//! What has been added, taken away or changed between two documents?

use std::collections::BTreeMap;

use domain::form::{Document, DocumentField, Entry};

use crate::web::{document::words, texts::Texts};

/// What became of something between the one document and the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Added,
    Removed,
    Changed,
}

impl Mark {
    pub fn word(self) -> &'static str {
        match self {
            Mark::Added => "added",
            Mark::Removed => "removed",
            Mark::Changed => "changed",
        }
    }
}

/// One thing that differs: an answer, an item of a list or a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field's label.
    pub label: String,
    pub mark: Mark,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Everything that differs, in the order of the later document, and the labels of what does not.
pub fn compare(t: &Texts, before: &Document, after: &Document) -> (Vec<Difference>, Vec<String>) {
    let (mut differences, mut same) = (vec![], vec![]);
    let gone = before.fields().filter(|field| after.field(&field.id).is_none());
    for field in after.fields().chain(gone) {
        let found = in_field(t, before.field(&field.id), after.field(&field.id), &field.label);
        if found.is_empty() {
            same.push(field.label.clone());
        }
        differences.extend(found);
    }
    (differences, same)
}

fn in_field(
    t: &Texts,
    before: Option<&DocumentField>,
    after: Option<&DocumentField>,
    label: &str,
) -> Vec<Difference> {
    let before = before.map(|field| pieces(t, &field.entry)).unwrap_or_default();
    let after = after.map(|field| pieces(t, &field.entry)).unwrap_or_default();
    let earlier: BTreeMap<&Key, &String> = before.iter().map(|(key, text)| (key, text)).collect();
    let later: BTreeMap<&Key, &String> = after.iter().map(|(key, text)| (key, text)).collect();
    let gone = before.iter().filter(|(key, _)| !later.contains_key(key));
    let keys = after.iter().chain(gone).map(|(key, _)| key);
    let differences = keys.filter_map(|key| {
        let (before, after) = (earlier.get(key).copied(), later.get(key).copied());
        let mark = match (before, after) {
            (Some(before), Some(after)) if before == after => return None,
            (Some(_), Some(_)) => Mark::Changed,
            (Some(_), None) => Mark::Removed,
            (None, _) => Mark::Added,
        };
        Some(Difference { label: label.to_owned(), mark, before: before.cloned(), after: after.cloned() })
    });
    differences.collect()
}

/// What tells that a piece of one document is the same thing as a piece of the other: what it is called, and
/// which one of that name it is.
type Key = (String, usize);

/// A field in the pieces that can come, go or change by themselves.
fn pieces(t: &Texts, entry: &Entry) -> Vec<(Key, String)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut numbered = |(name, text): (String, String)| {
        let count = counts.entry(name.clone()).or_default();
        *count += 1;
        ((name, *count), text)
    };
    match entry {
        Entry::List(items) => {
            items.iter().map(|item| (item.clone(), item.clone())).map(&mut numbered).collect()
        }
        Entry::Choices(chosen) => {
            let chosen = chosen.iter().map(|one| (one.id.clone(), one.label.clone()));
            chosen.map(&mut numbered).collect()
        }
        Entry::Table { columns, rows } => {
            let row = |cells: &Vec<Option<Entry>>| {
                let cells = columns.iter().zip(cells);
                let filled = cells.filter_map(|(column, cell)| Some((column, words(t, cell.as_ref()?))));
                let filled: Vec<_> = filled.collect();
                let name = filled.first().map(|(_, words)| words.clone()).unwrap_or_default();
                let shown = filled.iter().filter(|(column, _)| !column.key);
                let lines: Vec<String> =
                    shown.map(|(column, words)| format!("{}: {words}", column.label)).collect();
                (name, lines.join("\n"))
            };
            rows.iter().map(row).map(&mut numbered).collect()
        }
        Entry::Text(_) | Entry::Choice(_) | Entry::Date(_) | Entry::Time(_) | Entry::Flag(_) => {
            vec![((String::new(), 1), words(t, entry))]
        }
    }
}

#[cfg(test)]
mod tests;
