//! What can somebody do with single rows who has every right on the database?

use super::Chance;
use rusqlite::{Connection, Error, Result, types::Value};

/// The columns by which a row of a table is found, in SQL.
fn keys(table: &str) -> &'static [&'static str] {
    match table {
        "access" | "log_pending" => &["access_id"],
        "event" => &["process_id", "version"],
        "content" => &["process_id", "text_id"],
        "log_checkpoint" => &["size"],
        _ => &["leaf_index"],
    }
}

/// A row, by its key.
struct Place {
    condition: String,
    key: Vec<Value>,
}

fn place(connection: &Connection, table: &str, chance: &mut Chance) -> Result<Place> {
    let count: i64 = connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
    let keys = keys(table);
    let at = chance.below(count as usize);
    let sql = format!(
        "SELECT {} FROM {table} ORDER BY 1, 2 LIMIT 1 OFFSET {at}",
        [keys, &["1"]].concat().join(", ")
    );
    let key = connection.query_row(&sql, [], |row| (0..keys.len()).map(|at| row.get(at)).collect())?;
    let conditions: Vec<String> =
        keys.iter().enumerate().map(|(at, key)| format!("{key} = ?{}", at + 2)).collect();
    Ok(Place { condition: conditions.join(" AND "), key })
}

impl Place {
    fn get(&self, connection: &Connection, table: &str, column: &str) -> Result<Value> {
        let sql = format!("SELECT {column} FROM {table} WHERE ?1 IS NULL AND {}", self.condition);
        connection.query_row(&sql, self.with(Value::Null), |row| row.get(0))
    }

    fn set(&self, connection: &Connection, table: &str, column: &str, value: Value) -> Result<()> {
        let sql = format!("UPDATE {table} SET {column} = ?1 WHERE {}", self.condition);
        connection.execute(&sql, self.with(value)).map(|_| ())
    }

    fn with(&self, first: Value) -> impl rusqlite::Params {
        rusqlite::params_from_iter([first].into_iter().chain(self.key.clone()))
    }
}

pub(super) fn edit(
    connection: &Connection,
    table: &str,
    column: &str,
    chance: &mut Chance,
) -> Result<String> {
    let row = place(connection, table, chance)?;
    let old = row.get(connection, table, column)?;
    let new = if chance.below(4) == 0 {
        place(connection, table, chance)?.get(connection, table, column)?
    } else {
        other(&old, chance)
    };
    if new == old {
        return Err(Error::QueryReturnedNoRows);
    }
    row.set(connection, table, column, new.clone())?;
    Ok(format!("{table}.{column}: {old:?} became {new:?}"))
}

fn other(value: &Value, chance: &mut Chance) -> Value {
    match value {
        Value::Null => match chance.below(3) {
            0 => Value::Integer(chance.below(40) as i64),
            1 => Value::Text("lots".to_owned()),
            _ => Value::Blob(chance.bytes(16)),
        },
        Value::Integer(number) => match chance.below(4) {
            0 => Value::Integer(number + 1),
            1 => Value::Integer(number - 1),
            2 => Value::Integer(chance.number() as i64),
            _ => Value::Null,
        },
        Value::Real(number) => Value::Real(number + 1.0),
        Value::Text(text) => match chance.below(4) {
            0 => Value::Text(format!("{text} ")),
            1 => Value::Text(String::new()),
            2 => Value::Text(replaced(text, chance)),
            _ => Value::Null,
        },
        Value::Blob(bytes) => match chance.below(4) {
            0 => Value::Blob(bytes.iter().copied().skip(1).collect()),
            1 => Value::Blob(chance.bytes(bytes.len())),
            2 => {
                let mut flipped = bytes.clone();
                let at = chance.below(flipped.len());
                flipped.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << (at % 8));
                Value::Blob(flipped)
            }
            _ => Value::Null,
        },
    }
}

/// One character becomes another.
fn replaced(text: &str, chance: &mut Chance) -> String {
    let at = chance.below(text.chars().count());
    text.chars().enumerate().map(|(place, letter)| if place == at { 'q' } else { letter }).collect()
}

pub(super) fn delete(connection: &Connection, table: &str, chance: &mut Chance) -> Result<String> {
    let row = place(connection, table, chance)?;
    let sql = format!("DELETE FROM {table} WHERE ?1 IS NULL AND {}", row.condition);
    connection.execute(&sql, row.with(Value::Null))?;
    Ok(format!("a row of {table} taken away: {:?}", row.key))
}

/// A row like another, under a key of its own.
pub(super) fn insert(connection: &Connection, table: &str, chance: &mut Chance) -> Result<String> {
    if table == "log_pending" {
        let sql = "INSERT INTO log_pending (access_id, leaf) SELECT access_id, leaf FROM log_leaf \
                   WHERE access_id IS NOT NULL ORDER BY leaf_index LIMIT 1 OFFSET ?1";
        connection.execute(sql, [chance.below(30) as i64])?;
        return Ok("a row waits once more".to_owned());
    }
    let row = place(connection, table, chance)?;
    let (key, columns) = (*keys(table).last().unwrap_or(&""), super::scene::columns(connection, table));
    let new = match row.get(connection, table, key)? {
        Value::Integer(number) => match chance.below(3) {
            0 => Value::Integer(number.wrapping_neg() - 1),
            1 => Value::Integer(number + 1 + chance.below(60) as i64),
            _ => Value::Integer(chance.number() as i64),
        },
        Value::Null | Value::Real(_) | Value::Text(_) | Value::Blob(_) => Value::Blob(chance.bytes(16)),
    };
    let selected: Vec<&str> =
        columns.iter().map(|column| if column == key { "?1" } else { column.as_str() }).collect();
    let (into, selected) = (columns.join(", "), selected.join(", "));
    let sql = format!("INSERT INTO {table} ({into}) SELECT {selected} FROM {table} WHERE {}", row.condition);
    connection.execute(&sql, row.with(new.clone()))?;
    Ok(format!("a row put into {table}: {new:?}, otherwise like {:?}", row.key))
}

/// Two rows change places: all that does not name them, or one cell.
pub(super) fn swap(connection: &Connection, table: &str, chance: &mut Chance) -> Result<String> {
    let (one, other) = (place(connection, table, chance)?, place(connection, table, chance)?);
    let keys = keys(table);
    let mut columns = super::scene::columns(connection, table);
    columns.retain(|column| !keys.contains(&column.as_str()));
    if chance.below(2) == 0 {
        columns = vec![chance.one_of(&columns).clone()];
    }
    for column in &columns {
        let values = (one.get(connection, table, column)?, other.get(connection, table, column)?);
        one.set(connection, table, column, values.1)?;
        other.set(connection, table, column, values.0)?;
    }
    Ok(format!("{} of {:?} and {:?} in {table} changed places", columns.join(", "), one.key, other.key))
}
