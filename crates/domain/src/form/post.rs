//! How does a posted page become values, and values a page again?
//!
//! Keys are `field` (repeated for lists and choices) and `field.0.column` for rows. What is not in the form,
//! and what the program fills in itself, is not looked at. Nothing a person typed is lost: a date that
//! cannot be read stays a text, too many rows stay rows, and [`Form::check`] says so afterwards.

use std::collections::BTreeMap;

use jiff::civil::Time;

use super::{Column, Field, Form, Kind, Row, Value, Values};
use crate::calendar::iso_date;

/// Rows beyond this number are not read: no page of ours has so many.
const ROW_NUMBERS_MAX: usize = 1_000;

impl Form {
    /// Reads the fields of the whole form from posted pairs.
    pub fn read<'a>(&self, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Values {
        read_fields(self.fields(), pairs)
    }

    /// The pairs that a page for these values would post, in the order of the form.
    pub fn pairs(&self, values: &Values) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for field in self.fields().filter(|field| !field.is_system()) {
            let Some(value) = values.get(&field.id) else { continue };
            if let Value::Rows(rows) = value {
                for (index, row) in rows.iter().enumerate() {
                    for (column, cell) in row {
                        push(&mut pairs, &format!("{}.{index}.{column}", field.id), cell);
                    }
                }
            } else {
                push(&mut pairs, &field.id, value);
            }
        }
        pairs
    }
}

/// Reads some fields, for a page that shows only a part of the form.
pub fn read_fields<'f, 'a>(
    fields: impl IntoIterator<Item = &'f Field>,
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Values {
    let mut posted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, text) in pairs {
        posted.entry(key).or_default().push(text);
    }
    let mut values = Values::default();
    for field in fields {
        let value = if let Kind::Rows { columns, .. } = &field.kind {
            Some(Value::Rows(rows(&field.id, columns, &posted)))
        } else {
            posted.get(field.id.as_str()).and_then(|texts| value(&field.kind, texts))
        };
        if let Some(value) = value {
            values.set(&field.id, value);
        }
    }
    values
}

fn rows(field: &str, columns: &[Column], posted: &BTreeMap<&str, Vec<&str>>) -> Vec<Row> {
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for (key, texts) in posted {
        let Some(place) = key.strip_prefix(field).and_then(|rest| rest.strip_prefix('.')) else { continue };
        let Some((number, id)) = place.split_once('.') else { continue };
        let Some(index) = number.parse().ok().filter(|index| *index < ROW_NUMBERS_MAX) else { continue };
        let Some(column) = columns.iter().find(|column| column.id == id) else { continue };
        if let Some(cell) = value(&column.kind, texts).filter(|cell| !cell.is_empty()) {
            rows.entry(index).or_default().insert(column.id.clone(), cell);
        }
    }
    // A row that holds nothing but the key of the thing it is about has still been on the page.
    rows.into_values().collect()
}

/// The value that texts posted under one key make; none for what the program fills in.
fn value(kind: &Kind, texts: &[&str]) -> Option<Value> {
    let first = || clean_line(texts.first().copied().unwrap_or_default());
    Some(match kind {
        Kind::Text { .. } | Kind::Key => Value::Text(first()),
        Kind::LongText { .. } => Value::Text(clean(texts.first().copied().unwrap_or_default())),
        Kind::List { .. } => Value::List(lines(texts)),
        Kind::Choice { .. } | Kind::Unit | Kind::Person => {
            Value::Choices(lines(texts).into_iter().take(1).collect())
        }
        Kind::Choices { .. } | Kind::Checklist { .. } | Kind::Units | Kind::People => {
            let mut chosen = lines(texts);
            chosen.sort();
            chosen.dedup();
            Value::Choices(chosen)
        }
        Kind::Date => {
            let text = first();
            iso_date(&text).map_or(Value::Text(text), Value::Date)
        }
        Kind::Time => {
            let text = first();
            Value::Text(time_of_day(&text).map_or(text, |time| time.strftime("%H:%M").to_string()))
        }
        Kind::Checkbox => Value::Flag(!["", "no", "false", "0"].contains(&first().as_str())),
        Kind::Rows { .. } | Kind::System { .. } => return None,
    })
}

/// A time of day as it is written in Sweden: 14.10, 14:10, 9.05. Seconds are not asked for.
pub fn time_of_day(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once([':', '.'])?;
    let digits = |part: &str, fewest: usize| {
        let fits = (fewest..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i8>().ok().filter(|_| fits)
    };
    Time::new(digits(hour, 1)?, digits(minute, 2)?, 0, 0).ok()
}

/// Non-blank lines of all texts.
fn lines(texts: &[&str]) -> Vec<String> {
    let all = texts.iter().flat_map(|text| text.lines());
    all.map(clean_line).filter(|line| !line.is_empty()).collect()
}

/// One line without control characters or space around it.
fn clean_line(text: &str) -> String {
    let spaced: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    spaced.trim().to_owned()
}

/// Several lines, each ended in one way; no other control characters.
fn clean(text: &str) -> String {
    let even = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String =
        even.chars().filter(|letter| *letter == '\n' || *letter == '\t' || !letter.is_control()).collect();
    kept.trim().to_owned()
}

fn push(pairs: &mut Vec<(String, String)>, key: &str, value: &Value) {
    let mut add = |text: &str| pairs.push((key.to_owned(), text.to_owned()));
    match value {
        Value::Text(text) => add(text),
        Value::List(items) | Value::Choices(items) => items.iter().for_each(|item| add(item)),
        Value::Date(date) => add(&date.to_string()),
        Value::Flag(true) => add("yes"),
        // Rows do not stand inside rows, and a box that is not ticked is not posted.
        Value::Flag(false) | Value::Rows(_) => {}
    }
}
