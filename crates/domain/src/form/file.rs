//! How is a form file laid out? The shape before anything is checked.

use serde::Deserialize;

use super::{Audience, Binding, Choice, FormRole, Source};
use crate::party::InformationKind;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormFile {
    pub id: String,
    pub version: String,
    pub name: String,
    pub role: FormRole,
    #[serde(default)]
    pub intro: String,
    pub sections: Vec<SectionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionEntry {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub help: String,
    #[serde(default)]
    pub fields: Vec<FieldEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldEntry {
    pub id: String,
    pub label: String,
    #[serde(default)]
    pub help: String,
    pub kind: KindWord,
    #[serde(default)]
    pub required: bool,
    pub required_unless: Option<String>,
    pub required_if: Option<String>,
    /// Characters; in a list, of each item.
    pub max: Option<usize>,
    pub items_max: Option<usize>,
    pub rows_max: Option<usize>,
    #[serde(default)]
    pub options: Vec<Choice>,
    #[serde(default)]
    pub columns: Vec<ColumnEntry>,
    pub source: Vec<Source>,
    pub binding: Option<Binding>,
    #[serde(default)]
    pub withheld_from: Vec<Audience>,
    #[serde(default)]
    pub empty_when_protected: bool,
    #[serde(default)]
    pub family: bool,
    pub kind_of_information: Option<InformationKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnEntry {
    pub id: String,
    pub label: String,
    #[serde(default)]
    pub help: String,
    /// May be left out in a field that the program fills in: all its columns are `system`.
    pub kind: Option<KindWord>,
    #[serde(default)]
    pub required: bool,
    pub max: Option<usize>,
    #[serde(default)]
    pub options: Vec<Choice>,
    #[serde(default)]
    pub withheld_from: Vec<Audience>,
}

/// The kinds as they are written in a form file.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum KindWord {
    Text,
    LongText,
    List,
    Choice,
    Choices,
    Checklist,
    Date,
    Time,
    Checkbox,
    Unit,
    Units,
    Person,
    People,
    Rows,
    Key,
    System,
}
