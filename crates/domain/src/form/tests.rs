//! Are blanks data: checked when they are read, and checking what is written in them?

mod blanks;
mod copies;
mod filling;
mod manual;
mod posting;
mod shipped;

use std::collections::BTreeMap;

use uuid::Uuid;

use super::*;
use crate::ids::{PersonId, UnitId};

const SUMMONS: &str = include_str!("../../../../data/forms/lots-kallelse-7.1.toml");
const UNIT: UnitId = UnitId(129_005);
const MOTHER: PersonId = PersonId(Uuid::from_u128(1));

fn offered() -> Offered {
    Offered::default().units([(UNIT, "Barn och unga i Kristianstad")]).people([(MOTHER, "Mamma")])
}

fn ids(options: &[Choice], most: usize) -> Value {
    Value::Choices(options.iter().take(most).map(|option| option.id.clone()).collect())
}

/// Something right in every field of a form.
fn complete(form: &Form) -> Values {
    let mut values = Values::default();
    for field in form.fields() {
        values.set(&field.id, right_value(&field.kind));
    }
    values
}

fn right_value(kind: &Kind) -> Value {
    match kind {
        Kind::Text { .. } | Kind::LongText { .. } | Kind::Key => "något".into(),
        Kind::List { .. } => Value::List(vec!["ett".to_owned(), "två".to_owned()]),
        Kind::Choice { options } => ids(options, 1),
        Kind::Choices { options } => ids(options, 2),
        Kind::Checklist { options } => ids(options, options.len()),
        Kind::Date => Value::Date("2026-09-03".parse().unwrap()),
        Kind::Time => "14:10".into(),
        Kind::Checkbox => Value::Flag(true),
        Kind::Unit | Kind::Units => Value::Choices(vec![UNIT.to_string()]),
        Kind::Person | Kind::People => Value::Choices(vec![MOTHER.to_string()]),
        Kind::Rows { columns, .. } => rows(columns),
        Kind::System { columns } if !columns.is_empty() => rows(columns),
        Kind::System { .. } => "något".into(),
    }
}

fn rows(columns: &[Column]) -> Value {
    let cells = columns.iter().map(|column| (column.id.clone(), right_value(&column.kind)));
    Value::Rows(vec![cells.collect()])
}

fn row<const N: usize>(cells: [(&str, Value); N]) -> Row {
    BTreeMap::from(cells.map(|(column, value)| (column.to_owned(), value)))
}

fn summons() -> Form {
    Form::parse(SUMMONS).unwrap()
}
