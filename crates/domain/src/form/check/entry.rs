//! Does one value fit one field, and how does it stand in the document?

use std::collections::BTreeSet;

use super::{FieldProblem, Offered};
use crate::form::document::DocumentColumn;
use crate::form::{Choice, Chosen, Column, Entry, Kind, Row, Value, post};

/// The most characters, lines and rows in what the program itself fills in.
const SYSTEM_CHARACTERS_MAX: usize = 20_000;
const SYSTEM_ITEMS_MAX: usize = 200;
/// The most characters of the key of a row.
const KEY_CHARACTERS_MAX: usize = 80;

/// Row and column, in a field with rows, and what is wrong there.
type Found = (Option<(usize, String)>, FieldProblem);

/// The entry of a field that is filled.
pub fn of_field(kind: &Kind, required: bool, value: &Value, offered: &Offered) -> Result<Entry, Vec<Found>> {
    let whole = |problem| vec![(None, problem)];
    match (kind, value) {
        (Kind::Rows { columns, rows_max }, Value::Rows(rows)) => table(columns, *rows_max, rows, offered),
        (Kind::System { columns }, Value::Rows(rows)) if !columns.is_empty() => {
            table(columns, SYSTEM_ITEMS_MAX, rows, offered)
        }
        (Kind::Checklist { options }, Value::Choices(ticked)) => {
            let missing = options.iter().filter(|option| !ticked.contains(&option.id)).count();
            if required && missing > 0 {
                return Err(whole(FieldProblem::NotAllTicked { missing }));
            }
            scalar(kind, value, offered).map_err(whole)
        }
        (_, _) => scalar(kind, value, offered).map_err(whole),
    }
}

fn table(columns: &[Column], rows_max: usize, rows: &[Row], offered: &Offered) -> Result<Entry, Vec<Found>> {
    let filled: Vec<&Row> = rows.iter().filter(|row| row.values().any(|cell| !cell.is_empty())).collect();
    if filled.len() > rows_max {
        return Err(vec![(None, FieldProblem::TooMany { max: rows_max, count: filled.len() })]);
    }
    let mut found = Vec::new();
    let mut cells = Vec::with_capacity(filled.len());
    for (index, row) in filled.into_iter().enumerate() {
        if row.keys().any(|id| columns.iter().all(|column| column.id != *id)) {
            found.push((None, FieldProblem::WrongShape));
        }
        let mut line = Vec::with_capacity(columns.len());
        for column in columns {
            match cell(column, row.get(&column.id), offered) {
                Ok(entry) => line.push(entry),
                Err(problem) => found.push((Some((index, column.id.clone())), problem)),
            }
        }
        cells.push(line);
    }
    let heading = |column: &Column| DocumentColumn {
        id: column.id.clone(),
        label: column.label.clone(),
        key: column.kind == Kind::Key,
        withheld_from: column.withheld_from.clone(),
    };
    let columns = columns.iter().map(heading).collect();
    if found.is_empty() { Ok(Entry::Table { columns, rows: cells }) } else { Err(found) }
}

fn cell(column: &Column, value: Option<&Value>, offered: &Offered) -> Result<Option<Entry>, FieldProblem> {
    match value.filter(|value| !value.is_empty()) {
        Some(value) => scalar(&column.kind, value, offered).map(Some),
        None if column.required => Err(FieldProblem::Missing),
        None => Ok(None),
    }
}

/// The entry of a value that is not made of rows.
fn scalar(kind: &Kind, value: &Value, offered: &Offered) -> Result<Entry, FieldProblem> {
    match (kind, value) {
        (Kind::Text { max }, Value::Text(text)) => line(text, *max).map(Entry::Text),
        (Kind::LongText { max }, Value::Text(text)) => several_lines(text, *max).map(Entry::Text),
        (Kind::Key, Value::Text(text)) => line(text, KEY_CHARACTERS_MAX).map(Entry::Text),
        (Kind::List { items_max, max }, Value::List(items)) => list(items, *items_max, *max),
        (Kind::Date | Kind::System { .. }, Value::Date(date)) => Ok(Entry::Date(*date)),
        (Kind::Date, Value::Text(_)) => Err(FieldProblem::NotADate),
        (Kind::Time, Value::Text(text)) => post::time_of_day(text)
            .map(|time| Entry::Time(time.strftime("%H:%M").to_string()))
            .ok_or(FieldProblem::NotATime),
        (Kind::Checkbox | Kind::System { .. }, Value::Flag(ticked)) => Ok(Entry::Flag(*ticked)),
        (Kind::System { .. }, Value::Text(text)) => {
            several_lines(text, SYSTEM_CHARACTERS_MAX).map(Entry::Text)
        }
        (Kind::System { .. }, Value::List(items)) => list(items, SYSTEM_ITEMS_MAX, SYSTEM_CHARACTERS_MAX),
        (_, Value::Choices(ids)) => choice(kind, ids, offered),
        (_, _) => Err(FieldProblem::WrongShape),
    }
}

fn choice(kind: &Kind, ids: &[String], offered: &Offered) -> Result<Entry, FieldProblem> {
    if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
        return Err(FieldProblem::NotOffered);
    }
    let mut chosen = Vec::with_capacity(ids.len());
    for id in ids {
        let label = label(kind, id, offered)?.ok_or(FieldProblem::NotOffered)?;
        chosen.push(Chosen { id: id.clone(), label });
    }
    if !matches!(kind, Kind::Choice { .. } | Kind::Unit | Kind::Person) {
        return Ok(Entry::Choices(chosen));
    }
    match <[Chosen; 1]>::try_from(chosen) {
        Ok([single]) => Ok(Entry::Choice(single)),
        Err(_) => Err(FieldProblem::NotOffered),
    }
}

/// The name of what an id stands for, or nothing when it is not offered.
fn label(kind: &Kind, id: &str, offered: &Offered) -> Result<Option<String>, FieldProblem> {
    let of_options =
        |options: &[Choice]| options.iter().find(|option| option.id == id).map(|option| option.label.clone());
    match kind {
        Kind::Choice { options } | Kind::Choices { options } | Kind::Checklist { options } => {
            Ok(of_options(options))
        }
        Kind::Unit | Kind::Units => Ok(offered.unit(id).map(str::to_owned)),
        Kind::Person | Kind::People => Ok(offered.person(id).map(str::to_owned)),
        Kind::Text { .. }
        | Kind::LongText { .. }
        | Kind::List { .. }
        | Kind::Date
        | Kind::Time
        | Kind::Checkbox
        | Kind::Rows { .. }
        | Kind::Key
        | Kind::System { .. } => Err(FieldProblem::WrongShape),
    }
}

fn list(items: &[String], items_max: usize, max: usize) -> Result<Entry, FieldProblem> {
    let filled = items.iter().filter(|item| !item.trim().is_empty());
    let lines: Vec<String> = filled.map(|item| line(item, max)).collect::<Result<_, _>>()?;
    if lines.len() > items_max {
        return Err(FieldProblem::TooMany { max: items_max, count: lines.len() });
    }
    Ok(Entry::List(lines))
}

fn line(text: &str, max: usize) -> Result<String, FieldProblem> {
    if text.contains(['\n', '\t']) { Err(FieldProblem::BadCharacter) } else { several_lines(text, max) }
}

fn several_lines(text: &str, max: usize) -> Result<String, FieldProblem> {
    let text = text.trim();
    if text.chars().any(|letter| letter.is_control() && letter != '\n' && letter != '\t') {
        return Err(FieldProblem::BadCharacter);
    }
    let length = text.chars().count();
    if length > max { Err(FieldProblem::TooLong { max, length }) } else { Ok(text.to_owned()) }
}
