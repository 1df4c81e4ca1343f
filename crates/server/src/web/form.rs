//! How is a form drawn: empty, filled in beforehand, or again with what was wrong with it?
//!
//! [`Fields`] reads what was posted; with faults or a refusal it turns into a [`FormView`], which the macros of
//! `form.html` draw.

mod decode;
mod fields;

pub use fields::Fields;

use super::{refusal::Explained, texts::Texts};

/// How many fields one form may have, and how long all of it may be, in bytes.
pub const FIELDS_MAX: usize = 2_000;
pub const FORM_BYTES_MAX: usize = 512 * 1024;
/// The hidden field that shows that a form was drawn for this session (SE-4).
pub const MARK: &str = "form-mark";
/// A line of text, in characters.
pub const LINE_MAX: usize = 200;

/// What was wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub field: String,
    pub message: String,
}

/// A choice in a list, in a group of radio buttons or among boxes.
#[derive(Debug, Clone)]
pub struct Choice {
    pub code: String,
    pub label: String,
    /// A line of explanation under the label; may be empty.
    pub hint: String,
}

impl Choice {
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Self {
        Self { code: code.into(), label: label.into(), hint: String::new() }
    }

    #[must_use]
    pub fn explained(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }
}

/// A form as it shall be drawn: values, faults and, if a rule said no, the refusal.
#[derive(Clone)]
pub struct FormView {
    t: &'static Texts,
    pub action: String,
    pub mark: String,
    values: Vec<(String, String)>,
    pub faults: Vec<Fault>,
    pub refusal: Option<Explained>,
}

impl FormView {
    pub fn new(t: &'static Texts, action: String, mark: String) -> Self {
        Self { t, action, mark, values: vec![], faults: vec![], refusal: None }
    }

    /// Filled in beforehand.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.push((name.to_owned(), value.into()));
        self
    }

    /// The same form posted to another address.
    #[must_use]
    pub fn to(mut self, action: impl Into<String>) -> Self {
        self.action = action.into();
        self
    }

    /// With the rule that said no.
    #[must_use]
    pub fn refused(mut self, refusal: Explained) -> Self {
        self.refusal = Some(refusal);
        self
    }

    /// The names of the fields that have a value.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(field, _)| field.as_str())
    }

    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Whether this choice is made in this field.
    pub fn chosen(&self, name: &str, choice: &str) -> bool {
        self.values.iter().any(|(field, value)| field == name && value == choice)
    }

    pub fn fault(&self, name: &str) -> Option<&str> {
        self.faults.iter().find(|fault| fault.field == name).map(|fault| fault.message.as_str())
    }

    /// The ids that describe a field, for `aria-describedby`: its hint, then its fault.
    pub fn described_by(&self, name: &str, hint: &str) -> String {
        let mut ids = vec![];
        if !hint.is_empty() {
            ids.push(format!("{name}-hint"));
        }
        if self.fault(name).is_some() {
            ids.push(format!("{name}-fault"));
        }
        ids.join(" ")
    }

    /// What the page title begins with when something was wrong.
    pub fn title_prefix(&self) -> String {
        if self.faults.is_empty() && self.refusal.is_none() {
            String::new()
        } else {
            self.t.get("form-title-prefix")
        }
    }
}
