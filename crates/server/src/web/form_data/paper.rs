//! How is a form shown that is filled in and will not change?

use domain::form::{Column, Document, Entry, Kind, Row, Value};

use crate::web::texts::Texts;

/// A document to be read: the signed summons, a note, a copy of the plan.
pub struct Paper {
    pub name: String,
    pub version: String,
    pub sections: Vec<PaperSection>,
}

pub struct PaperSection {
    pub id: String,
    pub title: String,
    pub fields: Vec<PaperField>,
}

pub struct PaperField {
    pub id: String,
    pub label: String,
    pub shown: Shown,
}

/// What stands in a field, as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Line breaks are kept.
    Text(String),
    List(Vec<String>),
    Table {
        columns: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

impl Paper {
    pub fn new(t: &Texts, document: &Document) -> Paper {
        let sections = document.sections.iter().map(|section| PaperSection {
            id: section.id.clone(),
            title: section.title.clone(),
            fields: section
                .fields
                .iter()
                .map(|field| PaperField {
                    id: field.id.clone(),
                    label: field.label.clone(),
                    shown: shown_entry(t, &field.entry),
                })
                .collect(),
        });
        Paper { name: document.name.clone(), version: document.version.clone(), sections: sections.collect() }
    }

    /// Without some of its fields: those that stand elsewhere on the page.
    #[must_use]
    pub fn without(mut self, fields: &[&str]) -> Paper {
        for section in &mut self.sections {
            section.fields.retain(|field| !fields.contains(&field.id.as_str()));
        }
        self.sections.retain(|section| !section.fields.is_empty());
        self
    }
}

fn shown_entry(t: &Texts, entry: &Entry) -> Shown {
    match entry {
        Entry::List(items) => Shown::List(items.clone()),
        Entry::Choices(chosen) => Shown::List(chosen.iter().map(|one| one.label.clone()).collect()),
        Entry::Table { columns, rows } => {
            let seen: Vec<bool> = columns.iter().map(|column| !column.key).collect();
            let in_sight = |index: usize| seen.get(index).copied().unwrap_or(false);
            let cells = |row: &Vec<Option<Entry>>| -> Vec<String> {
                let kept = row.iter().enumerate().filter(|(index, _)| in_sight(*index));
                kept.map(|(_, cell)| cell.as_ref().map_or_else(String::new, |cell| line(t, cell))).collect()
            };
            Shown::Table {
                columns: columns
                    .iter()
                    .filter(|column| !column.key)
                    .map(|column| column.label.clone())
                    .collect(),
                rows: rows.iter().map(cells).collect(),
            }
        }
        Entry::Text(_) | Entry::Choice(_) | Entry::Date(_) | Entry::Time(_) | Entry::Flag(_) => {
            Shown::Text(line(t, entry))
        }
    }
}

/// An entry as it stands in one cell.
fn line(t: &Texts, entry: &Entry) -> String {
    match entry {
        Entry::Text(text) => text.clone(),
        Entry::List(items) => items.join(", "),
        Entry::Choice(chosen) => chosen.label.clone(),
        Entry::Choices(chosen) => chosen.iter().map(|one| one.label.as_str()).collect::<Vec<_>>().join(", "),
        Entry::Date(date) => t.date(*date),
        Entry::Time(time) => time.replace(':', "."),
        Entry::Flag(ticked) => yes_or_no(t, *ticked),
        // Tables do not stand inside tables.
        Entry::Table { .. } => String::new(),
    }
}

fn yes_or_no(t: &Texts, yes: bool) -> String {
    t.get(if yes { "yes" } else { "no" })
}

/// What the program has filled in, before it is frozen.
pub fn shown_value(t: &Texts, columns: &[Column], value: &Value) -> Shown {
    match value {
        Value::List(items) | Value::Choices(items) => Shown::List(items.clone()),
        Value::Rows(rows) => {
            let columns: Vec<&Column> = columns.iter().filter(|column| column.kind != Kind::Key).collect();
            let cells = |row: &Row| -> Vec<String> {
                columns
                    .iter()
                    .map(|column| row.get(&column.id).map_or_else(String::new, |cell| value_line(t, cell)))
                    .collect()
            };
            Shown::Table {
                columns: columns.iter().map(|column| column.label.clone()).collect(),
                rows: rows.iter().map(cells).collect(),
            }
        }
        Value::Text(_) | Value::Date(_) | Value::Flag(_) => Shown::Text(value_line(t, value)),
    }
}

fn value_line(t: &Texts, value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::List(items) | Value::Choices(items) => items.join(", "),
        Value::Date(date) => t.date(*date),
        Value::Flag(ticked) => yes_or_no(t, *ticked),
        Value::Rows(_) => String::new(),
    }
}
