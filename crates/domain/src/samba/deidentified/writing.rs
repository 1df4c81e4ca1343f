//! What does a description without identity say, and which parts of it are somebody's own words?

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    deidentify::AgeBand,
    form::{Binding, Filled, Form, Kind, Value, Values},
    ids::UnitId,
};

/// What is stored: the form as it was filled in, and what the rules read of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    /// The canonical text of the form.
    pub document: String,
    pub age_band: AgeBand,
    /// Codes of the types of unit that are involved.
    pub unit_types: BTreeSet<String>,
    pub questions: Vec<String>,
}

/// A description on its way in, with every text that somebody has typed, by field.
#[derive(Clone, PartialEq, Eq)]
pub struct Writing {
    /// Of whoever writes.
    pub unit: UnitId,
    pub description: Description,
    pub texts: Vec<(String, String)>,
    /// How many files, or versions of a plan, came with it: none may (DID-1).
    pub attachments: usize,
}

impl Writing {
    /// From the filled-in blank. None if what the rules read is not in it.
    pub fn of(form: &Form, filled: &Filled, unit: UnitId, attachments: usize) -> Option<Writing> {
        let values = filled.values();
        let bound = |binding| form.bound(binding).map(|field| values.items(&field.id));
        let [age] = bound(Binding::AgeBand)? else { return None };
        let age_band = AgeBand::ALL.iter().find(|band| band.word() == age)?;
        let description = Description {
            document: filled.canonical().to_owned(),
            age_band: *age_band,
            unit_types: bound(Binding::UnitTypes)?.iter().cloned().collect(),
            questions: bound(Binding::Questions)?.to_vec(),
        };
        Some(Writing { unit, description, texts: Writing::texts_of(form, values), attachments })
    }

    /// Every text that somebody has typed so far, by field, whether or not the form is whole.
    pub fn texts_of(form: &Form, values: &Values) -> Vec<(String, String)> {
        let typed = form.fields().filter(|field| {
            matches!(field.kind, Kind::Text { .. } | Kind::LongText { .. } | Kind::List { .. })
        });
        let texts = typed.filter_map(|field| {
            let text = match values.get(&field.id)? {
                Value::Text(text) => text.clone(),
                Value::List(items) => items.join("\n"),
                Value::Rows(_) | Value::Choices(_) | Value::Date(_) | Value::Flag(_) => return None,
            };
            Some((field.id.clone(), text))
        });
        texts.collect()
    }
}

/// What was typed is not for a log to hold.
impl std::fmt::Debug for Writing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writing").field("unit", &self.unit).finish_non_exhaustive()
    }
}
