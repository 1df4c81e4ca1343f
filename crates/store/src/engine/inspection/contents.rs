//! What stands in which table?

use super::{Inspection, Result};
use rusqlite::types::ValueRef;
use std::{collections::BTreeSet, fmt::Write as _};

impl Inspection {
    /// Every row of every table in words, with the table it lies in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn everything(&self) -> Result<Vec<(String, String)>> {
        let mut all = vec![];
        for table in self.tables()? {
            all.extend(self.rows(&table)?.into_iter().map(|words| (table.clone(), words)));
        }
        Ok(all)
    }

    /// The rows of one table in words.
    ///
    /// # Errors
    /// When the file cannot be read, or has no such table.
    pub fn rows(&self, table: &str) -> Result<Vec<String>> {
        let mut all = vec![];
        let mut statement = self.connection.prepare(&format!("SELECT * FROM {table}"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut words = String::new();
            for column in 0..columns {
                // Writing into a string cannot fail.
                let _ = match row.get_ref(column)? {
                    ValueRef::Null => write!(words, "| "),
                    ValueRef::Integer(number) => write!(words, "| {number} "),
                    ValueRef::Real(number) => write!(words, "| {number} "),
                    ValueRef::Text(text) => write!(words, "| {} ", String::from_utf8_lossy(text)),
                    ValueRef::Blob(bytes) => write!(words, "| {bytes:02x?} "),
                };
            }
            all.push(words);
        }
        Ok(all)
    }

    /// The columns of all tables in which these words stand somewhere, as `table.column`: as text, or as bytes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn columns_with(&self, words: &str) -> Result<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        for table in self.tables()? {
            let mut statement = self.connection.prepare(&format!("SELECT * FROM {table}"))?;
            let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                for (number, column) in columns.iter().enumerate() {
                    let bytes = match row.get_ref(number)? {
                        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
                        ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => continue,
                    };
                    if bytes.windows(words.len()).any(|part| part == words.as_bytes()) {
                        found.insert(format!("{table}.{column}"));
                    }
                }
            }
        }
        Ok(found)
    }
}
