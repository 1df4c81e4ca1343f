//! What does a field show that the program fills in, before anything is frozen?

use domain::form::{Column, Kind, Row, Value};

use crate::web::texts::Texts;

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

/// What the program has filled in, before it is frozen.
pub fn shown(t: &Texts, columns: &[Column], value: &Value) -> Shown {
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
        Value::Flag(ticked) => t.get(if *ticked { "document-yes" } else { "document-no" }),
        Value::Rows(_) => String::new(),
    }
}
