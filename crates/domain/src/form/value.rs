//! What has been filled in so far? Anything a person can type, right or wrong.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One row of a field with rows: column id to cell.
pub type Row = BTreeMap<String, Value>;

/// What stands in one field. Serialised with its type, so that a draft comes back as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Also a date or a time that could not be read: it goes back to whoever typed it.
    Text(String),
    List(Vec<String>),
    Rows(Vec<Row>),
    /// Ids of options, units or persons.
    Choices(Vec<String>),
    Date(Date),
    Flag(bool),
}

impl Value {
    /// Whether nothing has been filled in: blank text, no rows, a box that is not ticked.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) => text.trim().is_empty(),
            Value::List(items) => items.iter().all(|item| item.trim().is_empty()),
            Value::Rows(rows) => rows.iter().all(|row| row.values().all(Value::is_empty)),
            Value::Choices(chosen) => chosen.is_empty(),
            Value::Date(_) => false,
            Value::Flag(ticked) => !ticked,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Value {
        Value::Date(date)
    }
}

impl From<bool> for Value {
    fn from(ticked: bool) -> Value {
        Value::Flag(ticked)
    }
}

impl From<Vec<Row>> for Value {
    fn from(rows: Vec<Row>) -> Value {
        Value::Rows(rows)
    }
}

/// The values of a form by field id, in order of id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Values(BTreeMap<String, Value>);

impl Values {
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.0.get(field)
    }

    /// Fills a field in; with an empty value it is taken out.
    pub fn set(&mut self, field: &str, value: impl Into<Value>) {
        let value = value.into();
        if value.is_empty() {
            self.0.remove(field);
        } else {
            self.0.insert(field.to_owned(), value);
        }
    }

    /// The same, for building values in one expression.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Values {
        self.set(field, value);
        self
    }

    pub fn remove(&mut self, field: &str) {
        self.0.remove(field);
    }

    /// Takes over what `other` holds for the `fields` that were on the page; a field that was there and
    /// is now empty is emptied, one that was not there is left alone.
    pub fn take_over<'a>(&mut self, fields: impl IntoIterator<Item = &'a str>, other: &Values) {
        for field in fields {
            match other.get(field) {
                Some(value) => self.set(field, value.clone()),
                None => self.remove(field),
            }
        }
    }

    /// The text of a field; empty when there is none.
    pub fn text(&self, field: &str) -> &str {
        match self.get(field) {
            Some(Value::Text(text)) => text,
            Some(Value::List(_) | Value::Rows(_) | Value::Choices(_) | Value::Date(_) | Value::Flag(_))
            | None => "",
        }
    }

    /// The items of a list or the ids chosen; empty when there are none.
    pub fn items(&self, field: &str) -> &[String] {
        match self.get(field) {
            Some(Value::List(items) | Value::Choices(items)) => items,
            Some(Value::Text(_) | Value::Rows(_) | Value::Date(_) | Value::Flag(_)) | None => &[],
        }
    }

    /// The one id chosen.
    pub fn choice(&self, field: &str) -> Option<&str> {
        self.items(field).first().map(String::as_str)
    }

    pub fn rows(&self, field: &str) -> &[Row] {
        match self.get(field) {
            Some(Value::Rows(rows)) => rows,
            Some(Value::Text(_) | Value::List(_) | Value::Choices(_) | Value::Date(_) | Value::Flag(_))
            | None => &[],
        }
    }

    pub fn date(&self, field: &str) -> Option<Date> {
        match self.get(field) {
            Some(Value::Date(date)) => Some(*date),
            Some(Value::Text(_) | Value::List(_) | Value::Rows(_) | Value::Choices(_) | Value::Flag(_))
            | None => None,
        }
    }

    /// Whether a box is ticked.
    pub fn is_ticked(&self, field: &str) -> bool {
        self.get(field) == Some(&Value::Flag(true))
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(field, value)| (field.as_str(), value))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
