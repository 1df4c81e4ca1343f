//! Does SQL lie in the store alone?

use crate::{rust, tree};

const BEGINNINGS: &[&str] = &[
    "SELECT ",
    "INSERT INTO ",
    "INSERT OR ",
    "UPDATE ",
    "DELETE FROM ",
    "CREATE TABLE ",
    "CREATE INDEX ",
    "DROP TABLE ",
    "ALTER TABLE ",
    "PRAGMA ",
    "BEGIN IMMEDIATE",
];

const DRIVERS: &[&str] = &["rusqlite", "tokio_postgres"];

/// A statement, not merely a word that one begins with.
fn is_statement(text: &str) -> bool {
    let text = text.trim_start().trim_start_matches("\\n").trim_start();
    BEGINNINGS.iter().any(|beginning| text.len() > beginning.len() + 2 && text.starts_with(beginning))
}

#[test]
fn statements_stand_in_the_store_alone() {
    let mut faults = vec![];
    for source in tree::rust("crates") {
        if source.path.starts_with("crates/store/") || source.path.starts_with("crates/tidy/") {
            continue;
        }
        for literal in rust::parts(&source.text).strings {
            if is_statement(&literal.text) {
                faults.push(format!("{}:{}", source.path, literal.line));
            }
        }
    }
    tree::none("SQL outside crates/store", &faults);
}

#[test]
fn sql_files_lie_in_the_store_alone() {
    let strays = tree::files("", &[".sql"]).into_iter().map(|source| source.path);
    let faults: Vec<String> = strays.filter(|path| !path.starts_with("crates/store/")).collect();
    tree::none("SQL outside crates/store", &faults);
}

#[test]
fn the_drivers_are_named_behind_the_engine_alone() {
    let mut faults = vec![];
    for source in tree::rust_outside_tests("crates") {
        if source.path.starts_with("crates/store/src/engine") {
            continue;
        }
        for (index, line) in rust::parts(&source.text).code.lines().enumerate() {
            if DRIVERS.iter().any(|driver| line.contains(driver)) {
                faults.push(format!("{}:{}: {}", source.path, index + 1, line.trim()));
            }
        }
    }
    tree::none("a database driver outside crates/store/src/engine", &faults);
}

#[test]
fn a_statement_is_told_from_a_word() {
    assert!(is_statement("SELECT id FROM process"));
    assert!(!is_statement("SELECT "));
    assert!(!is_statement("Update the plan"));
}
