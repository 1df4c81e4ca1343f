//! What does a filled-in form say, for good? The text that is hashed, signed and kept.
//!
//! A document carries its own labels, so that it reads the same after the blank has been replaced, and says
//! itself who is not to have what, so that a copy can be made of it much later.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Audience, Form, Row, Value, Values};
use crate::{choice::TextHash, party::InformationKind, third_person::passed_on};

/// The layout of the stored text. **Invariant:** stored texts are never rewritten; a new layout gets a new
/// number and this one stays readable.
const FORMAT: u8 = 1;

/// A filled-in form, frozen or about to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    format: u8,
    /// The id of the form: `lots-kallelse-7.1`.
    pub form: String,
    pub version: String,
    pub name: String,
    /// Those with something in them.
    pub sections: Vec<DocumentSection>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentSection {
    pub id: String,
    pub title: String,
    pub fields: Vec<DocumentField>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentField {
    pub id: String,
    pub label: String,
    pub entry: Entry,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld_from: Vec<Audience>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_of_information: Option<InformationKind>,
}

/// What stands in a field, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    Text(String),
    List(Vec<String>),
    Choice(Chosen),
    Choices(Vec<Chosen>),
    Date(Date),
    /// "14:10"
    Time(String),
    Flag(bool),
    Table {
        columns: Vec<DocumentColumn>,
        /// A cell for each column, or nothing.
        rows: Vec<Vec<Option<Entry>>>,
    },
}

/// An option, a unit or a person, with the name it had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    pub id: String,
    pub label: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentColumn {
    pub id: String,
    pub label: String,
    /// Tells which thing a row is about; not shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub key: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld_from: Vec<Audience>,
}

/// A stored text that is no document.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableDocument {
    #[error("the stored form text cannot be read: {0}")]
    NotADocument(#[from] serde_json::Error),
    #[error("the stored form text has layout {0}, this program reads {FORMAT}")]
    UnknownFormat(u8),
}

impl Document {
    pub(super) fn new(form: &Form, sections: Vec<DocumentSection>) -> Document {
        Document {
            format: FORMAT,
            form: form.id.clone(),
            version: form.version.clone(),
            name: form.name.clone(),
            sections,
        }
    }

    /// The canonical text: JSON whose keys always stand in the same order. The same document always gives
    /// the same text, and thereby the same hash.
    pub fn canonical(&self) -> String {
        // Texts, dates and flags under fixed keys: writing them cannot fail but by a programmer's error.
        serde_json::to_string(self).expect("a document can be written as JSON")
    }

    /// Reads a canonical text.
    ///
    /// # Errors
    /// When the text is no document, or has a layout from a later program.
    pub fn parse(canonical: &str) -> Result<Document, UnreadableDocument> {
        let document: Document = serde_json::from_str(canonical)?;
        if document.format == FORMAT {
            Ok(document)
        } else {
            Err(UnreadableDocument::UnknownFormat(document.format))
        }
    }

    pub fn fields(&self) -> impl Iterator<Item = &DocumentField> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    pub fn field(&self, id: &str) -> Option<&DocumentField> {
        self.fields().find(|field| field.id == id)
    }

    /// The copy for somebody: without what is withheld from them and, where a consent covers only some kinds
    /// of information, without the other kinds (CON-09).
    #[must_use]
    pub fn copy_for(&self, audience: Audience, kinds: Option<&BTreeSet<InformationKind>>) -> Document {
        let covered = |kind: Option<InformationKind>| {
            kind.is_none_or(|kind| kinds.is_none_or(|kinds| kinds.contains(&kind)))
        };
        let mut copy = self.clone();
        for section in &mut copy.sections {
            section.fields.retain(|field| {
                !field.withheld_from.contains(&audience) && covered(field.kind_of_information)
            });
            for field in &mut section.fields {
                field.entry.withhold_columns(audience);
            }
        }
        copy.sections.retain(|section| !section.fields.is_empty());
        copy
    }

    /// The same without what is marked as about somebody else, but for what has been agreed to (CON-20).
    #[must_use]
    pub fn passed_on(&self, agreed: &BTreeSet<TextHash>) -> Document {
        let mut copy = self.clone();
        for section in &mut copy.sections {
            section.fields.iter_mut().for_each(|field| field.entry.pass_on(agreed));
        }
        copy
    }

    /// Every text that somebody wrote in it.
    pub fn words(&self) -> Vec<&str> {
        self.fields().flat_map(|field| field.entry.words()).collect()
    }

    /// What was filled in, to go on from: a summons that is opened again (T4r).
    pub fn values(&self) -> Values {
        let mut values = Values::default();
        for field in self.fields() {
            values.set(&field.id, field.entry.value());
        }
        values
    }
}

impl Entry {
    fn value(&self) -> Value {
        match self {
            Entry::Text(text) | Entry::Time(text) => Value::Text(text.clone()),
            Entry::List(items) => Value::List(items.clone()),
            Entry::Choice(chosen) => Value::Choices(vec![chosen.id.clone()]),
            Entry::Choices(chosen) => Value::Choices(chosen.iter().map(|one| one.id.clone()).collect()),
            Entry::Date(date) => Value::Date(*date),
            Entry::Flag(ticked) => Value::Flag(*ticked),
            Entry::Table { columns, rows } => {
                let row = |cells: &Vec<Option<Entry>>| -> Row {
                    let filled =
                        columns.iter().zip(cells).filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
                    filled.map(|(column, cell)| (column.id.clone(), cell.value())).collect()
                };
                Value::Rows(rows.iter().map(row).collect())
            }
        }
    }

    fn words(&self) -> Vec<&str> {
        match self {
            Entry::Text(text) => vec![text],
            Entry::List(items) => items.iter().map(String::as_str).collect(),
            Entry::Choice(chosen) => vec![&chosen.label],
            Entry::Choices(all) => all.iter().map(|one| one.label.as_str()).collect(),
            Entry::Table { rows, .. } => rows.iter().flatten().flatten().flat_map(Entry::words).collect(),
            Entry::Date(_) | Entry::Time(_) | Entry::Flag(_) => vec![],
        }
    }

    fn pass_on(&mut self, agreed: &BTreeSet<TextHash>) {
        match self {
            Entry::Text(text) => *text = passed_on(text, agreed),
            Entry::List(items) => items.iter_mut().for_each(|item| *item = passed_on(item, agreed)),
            Entry::Choice(chosen) => chosen.label = passed_on(&chosen.label, agreed),
            Entry::Choices(all) => {
                all.iter_mut().for_each(|one| one.label = passed_on(&one.label, agreed));
            }
            Entry::Table { rows, .. } => {
                rows.iter_mut().flatten().flatten().for_each(|cell| cell.pass_on(agreed));
            }
            Entry::Date(_) | Entry::Time(_) | Entry::Flag(_) => {}
        }
    }

    fn withhold_columns(&mut self, audience: Audience) {
        let Entry::Table { columns, rows } = self else { return };
        let kept: Vec<bool> =
            columns.iter().map(|column| !column.withheld_from.contains(&audience)).collect();
        let keep = |index: usize| kept.get(index).copied().unwrap_or(false);
        for row in rows {
            let mut index = 0..;
            row.retain(|_| index.next().is_some_and(keep));
        }
        let mut index = 0..;
        columns.retain(|_| index.next().is_some_and(keep));
    }
}
