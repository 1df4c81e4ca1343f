//! Is a form rightly filled in, and where is it not?

mod entry;
mod offered;

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Document, DocumentField, DocumentSection};
use super::{Binding, Field, Form, Requirement, Value, Values};

pub use offered::Offered;

/// Something wrong in one field, to be shown at the field and at the top of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    pub field: String,
    /// Row (from 0) and column, in a field with rows; no column when the row as a whole is meant.
    pub place: Option<(usize, String)>,
    pub problem: FieldProblem,
}

/// What is wrong. Words for it live with the texts, under [`FieldProblem::key`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldProblem {
    Missing,
    /// In characters.
    TooLong {
        max: usize,
        length: usize,
    },
    TooMany {
        max: usize,
        count: usize,
    },
    /// Not among what can be chosen, or chosen too often.
    NotOffered,
    NotADate,
    NotATime,
    /// Each point of a checklist has to be ticked.
    NotAllTicked {
        missing: usize,
    },
    /// A character that no text holds.
    BadCharacter,
    /// The program put something into the field that the blank has no place for.
    WrongShape,
}

/// A form that is rightly filled in.
///
/// **Invariant:** only [`Form::check`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    values: Values,
    bound: BTreeMap<Binding, Value>,
    document: Document,
    canonical: String,
}

impl Form {
    /// Checks what has been filled in. `offered` are the units and persons that can be chosen here.
    ///
    /// Values of fields that the form does not have are passed over: a blank may have lost a field since a
    /// draft was written.
    ///
    /// # Errors
    /// Every fault, in the order of the form.
    pub fn check(&self, values: &Values, offered: &Offered) -> Result<Filled, Vec<FieldFault>> {
        let mut faults = Vec::new();
        let mut sections = Vec::new();
        for section in &self.sections {
            let mut fields = Vec::new();
            for field in &section.fields {
                fields.extend(check_field(field, values, offered, &mut faults));
            }
            if !fields.is_empty() {
                sections.push(DocumentSection {
                    id: section.id.clone(),
                    title: section.title.clone(),
                    fields,
                });
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let document = Document::new(self, sections);
        let values = document.values();
        let pair = |field: &Field| Some((field.binding?, values.get(&field.id)?.clone()));
        let bound = self.fields().filter_map(pair).collect();
        Ok(Filled { values, bound, canonical: document.canonical(), document })
    }

    /// The same blank without the fields that must not stand anywhere while an identity is protected (PID-2).
    pub(super) fn for_protected(&self) -> Form {
        let mut form = self.clone();
        for section in &mut form.sections {
            section.fields.retain(|field| !field.empty_when_protected);
        }
        form
    }
}

impl Filled {
    /// The id of the form: `lots-kallelse-7.1`.
    pub fn form(&self) -> &str {
        &self.document.form
    }

    pub fn version(&self) -> &str {
        &self.document.version
    }

    /// The text to hash and keep. See [`Document::canonical`].
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What was filled in, without fields that the form does not have.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// Whether the field that a rule reads is filled.
    pub fn has(&self, binding: Binding) -> bool {
        self.bound.contains_key(&binding)
    }

    /// What stands in the field that a rule reads.
    pub fn value(&self, binding: Binding) -> Option<&Value> {
        self.bound.get(&binding)
    }

    /// The bound fields that are filled.
    pub fn bound(&self) -> BTreeSet<Binding> {
        self.bound.keys().copied().collect()
    }
}

impl FieldFault {
    /// The name of the input on the page: `purpose`, `guardian.0.name`.
    pub fn input(&self) -> String {
        match &self.place {
            Some((row, column)) => format!("{}.{row}.{column}", self.field),
            None => self.field.clone(),
        }
    }
}

impl FieldProblem {
    /// The text key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            FieldProblem::Missing => "field-missing",
            FieldProblem::TooLong { .. } => "field-too-long",
            FieldProblem::TooMany { .. } => "field-too-many",
            FieldProblem::NotOffered => "field-not-offered",
            FieldProblem::NotADate => "field-not-a-date",
            FieldProblem::NotATime => "field-not-a-time",
            FieldProblem::NotAllTicked { .. } => "field-not-all-ticked",
            FieldProblem::BadCharacter => "field-bad-character",
            FieldProblem::WrongShape => "field-wrong-shape",
        }
    }
}

fn check_field(
    field: &Field,
    values: &Values,
    offered: &Offered,
    faults: &mut Vec<FieldFault>,
) -> Option<DocumentField> {
    let filled = |id: &str| values.get(id).is_some_and(|value| !value.is_empty());
    let required = match &field.requirement {
        Requirement::Optional => false,
        Requirement::Required => true,
        Requirement::RequiredUnless(other) => !filled(other),
        Requirement::RequiredIf(other) => filled(other),
    };
    let Some(value) = values.get(&field.id).filter(|value| !value.is_empty()) else {
        if required {
            let problem = FieldProblem::Missing;
            faults.push(FieldFault { field: field.id.clone(), place: None, problem });
        }
        return None;
    };
    match entry::of_field(&field.kind, required, value, offered) {
        Ok(entry) => Some(DocumentField {
            id: field.id.clone(),
            label: field.label.clone(),
            entry,
            withheld_from: field.withheld_from.clone(),
            kind_of_information: field.kind_of_information,
        }),
        Err(found) => {
            let fault = |(place, problem)| FieldFault { field: field.id.clone(), place, problem };
            faults.extend(found.into_iter().map(fault));
            None
        }
    }
}
