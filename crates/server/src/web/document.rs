//! How is a frozen form read, years later, exactly as it was?
//!
//! A document carries its own labels, so it is drawn from itself alone: what is shown here is what was hashed,
//! signed or released (AU-7, REL-1). Rows become lists rather than tables, to be read on a phone.

use askama::Template;
use domain::form::{Document, DocumentField, Entry};

use super::texts::Texts;

/// A document ready to be put into a page: `{{ document }}`. Its sections are headings of the second level.
#[derive(Template)]
#[template(path = "document.html")]
pub struct DrawnDocument {
    sections: Vec<Section>,
}

/// The text is drawn by a template that escapes its values itself.
impl askama::filters::HtmlSafe for DrawnDocument {}

struct Section {
    id: String,
    title: String,
    fields: Vec<Field>,
}

struct Field {
    label: String,
    content: Content,
}

enum Content {
    Text(String),
    List(Vec<String>),
    /// One list of label and value per row; the first value names the row.
    Rows(Vec<Row>),
}

struct Row {
    name: String,
    cells: Vec<(String, String)>,
}

/// Draws a document; fields for which `shown` says no are left out.
pub fn draw(t: &Texts, document: &Document, shown: impl Fn(&DocumentField) -> bool) -> DrawnDocument {
    let sections = document.sections.iter().map(|section| Section {
        id: format!("document-{}", section.id.replace('_', "-")),
        title: section.title.clone(),
        fields: section
            .fields
            .iter()
            .filter(|field| shown(field))
            .map(|field| Field { label: field.label.clone(), content: content(t, &field.entry) })
            .collect(),
    });
    DrawnDocument { sections: sections.filter(|section| !section.fields.is_empty()).collect() }
}

fn content(t: &Texts, entry: &Entry) -> Content {
    match entry {
        Entry::List(items) => Content::List(items.clone()),
        Entry::Choices(chosen) => Content::List(chosen.iter().map(|one| one.label.clone()).collect()),
        Entry::Table { columns, rows } => {
            let shown = |cells: &Vec<Option<Entry>>| {
                let cells = columns.iter().zip(cells).filter(|(column, _)| !column.key);
                let mut cells =
                    cells.filter_map(|(column, cell)| Some((column.label.clone(), words(t, cell.as_ref()?))));
                let (_, name) = cells.next().unwrap_or_default();
                Row { name, cells: cells.collect() }
            };
            Content::Rows(rows.iter().map(shown).collect())
        }
        Entry::Text(_) | Entry::Choice(_) | Entry::Date(_) | Entry::Time(_) | Entry::Flag(_) => {
            Content::Text(words(t, entry))
        }
    }
}

/// An entry in one line; a table has none.
pub fn words(t: &Texts, entry: &Entry) -> String {
    match entry {
        Entry::Text(text) => text.clone(),
        Entry::Choice(chosen) => chosen.label.clone(),
        Entry::Date(date) => t.date(*date),
        Entry::Time(time) => time.replace(':', "."),
        Entry::Flag(true) => t.get("document-yes"),
        Entry::Flag(false) => t.get("document-no"),
        Entry::List(items) => items.join(", "),
        Entry::Choices(chosen) => chosen.iter().map(|one| one.label.as_str()).collect::<Vec<_>>().join(", "),
        Entry::Table { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests;
