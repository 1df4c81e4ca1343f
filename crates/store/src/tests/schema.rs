//! Do both engines understand every statement in the same way?

use super::both::{TemporaryFile, TemporarySchema, runtime};
use crate::{
    engine::{Db, Fault, Sql},
    statements::ALL,
};
use std::{collections::HashSet, path::Path};

/// Every step, for either engine, in order.
fn migrations(engine: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut all: Vec<_> =
        entries.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect();
    all.sort();
    all
}

fn statements() -> impl Iterator<Item = &'static Sql> {
    ALL.iter().flat_map(|module| module.iter().copied())
}

#[test]
fn every_statement_has_a_name_of_its_own() {
    let mut names = HashSet::new();
    for sql in statements() {
        assert!(names.insert(sql.name), "{} is there twice", sql.name);
    }
}

#[test]
fn every_module_with_statements_is_listed() {
    fn declarations(folder: &Path) -> usize {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries
            .map(|path| match path.extension() {
                None if path.is_dir() => declarations(&path),
                Some(extension) if extension == "rs" => std::fs::read_to_string(path)
                    .unwrap()
                    .lines()
                    .filter(|line| *line == "statements! {")
                    .count(),
                _ => 0,
            })
            .sum()
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    assert_eq!(declarations(&source), ALL.len());
}

/// SQLite numbers parameters in the order of their first appearance, PostgreSQL by their digits.
#[test]
fn parameters_appear_in_order() {
    for sql in statements() {
        let mut newest = 0;
        for rest in sql.text.split('$').skip(1) {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let number: usize = rest[..digits].parse().unwrap();
            assert!(number <= newest + 1, "{}: ${number} comes before ${}", sql.name, newest + 1);
            newest = newest.max(number);
        }
    }
}

#[test]
fn the_migrations_differ_in_the_names_of_types_alone() {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let translated = migrations("sqlite").into_iter().map(|(name, sql)| {
        let sql = sql.replace(" STRICT, WITHOUT ROWID", "").replace("INTEGER", "BIGINT");
        (name, squeezed(&sql.replace("BLOB", "BYTEA")))
    });
    let postgres = migrations("postgres").into_iter().map(|(name, sql)| (name, squeezed(&sql)));
    assert_eq!(translated.collect::<Vec<_>>(), postgres.collect::<Vec<_>>());
}

/// The subset that every engine behind PostgreSQL's protocol understands.
#[test]
fn the_schema_and_the_statements_are_portable() {
    let forbidden = [
        "TRIGGER",
        "SERIAL",
        "SEQUENCE",
        "TEMP",
        "LISTEN",
        "NOTIFY",
        "ADVISORY",
        "EXCLUDE USING",
        "DEFERRABLE",
        "TRUNCATE",
        "IDENTITY",
        "AUTOINCREMENT",
        "RETURNING",
        "JSON",
        "UNIXEPOCH",
        "NOW(",
        "CURRENT_",
    ];
    let steps = ["sqlite", "postgres"].into_iter().flat_map(migrations).map(|(_, sql)| sql);
    for text in statements().map(|sql| sql.text.to_owned()).chain(steps) {
        let upper = text.to_uppercase();
        for word in forbidden {
            assert!(!upper.contains(word), "{word} in: {text}");
        }
    }
}

#[test]
fn both_engines_prepare_every_statement_alike() {
    let file = TemporaryFile::new();
    drop(file.open());
    let sqlite = rusqlite::Connection::open(&file.path).unwrap();
    let found: Vec<_> = statements().map(|sql| shape_on_sqlite(&sqlite, sql)).collect();
    let Some(schema) = TemporarySchema::new() else { return };
    drop(Db::postgres(&schema.url, 1).unwrap());
    runtime().block_on(async {
        let (client, connection) = tokio_postgres::connect(&schema.url, tokio_postgres::NoTls).await.unwrap();
        tokio::spawn(connection);
        for (sql, (parameters, columns)) in statements().zip(found) {
            let statement =
                client.prepare(sql.text).await.unwrap_or_else(|error| panic!("{}: {error}", sql.name));
            assert_eq!(statement.params().len(), parameters, "parameters of {}", sql.name);
            for kind in statement.params() {
                assert!(["int8", "text", "bytea"].contains(&kind.name()), "{}: parameter {kind}", sql.name);
            }
            assert_eq!(statement.columns().len(), columns.len(), "columns of {}", sql.name);
            for (column, (name, kind)) in statement.columns().iter().zip(&columns) {
                assert_eq!(column.name(), name, "{}", sql.name);
                // SQLite declares no type for a computed column.
                let Some(kind) = kind else { continue };
                assert_eq!(column.type_().name(), *kind, "{}.{name}", sql.name);
            }
        }
    });
}

type Columns = Vec<(String, Option<&'static str>)>;

fn shape_on_sqlite(connection: &rusqlite::Connection, sql: &Sql) -> (usize, Columns) {
    let statement = connection.prepare(sql.text).unwrap_or_else(|error| panic!("{}: {error}", sql.name));
    let columns = statement.columns().map(|column| {
        let kind = column.decl_type().map(|kind| match kind {
            "INTEGER" => "int8",
            "TEXT" => "text",
            "BLOB" => "bytea",
            other => panic!("{}: column of type {other}", sql.name),
        });
        (column.name().to_owned(), kind)
    });
    (statement.parameter_count(), columns.collect())
}

#[test]
fn a_newer_schema_is_left_alone() {
    let file = TemporaryFile::new();
    drop(file.open());
    let newer = "INSERT INTO schema_version (version) VALUES (1000)";
    rusqlite::Connection::open(&file.path).unwrap().execute_batch(newer).unwrap();
    let newest = migrations("sqlite").len() as i64;
    let left_alone = |db| matches!(db, Err(Fault::NewerSchema { found: 1000, known }) if known == newest);
    assert!(left_alone(Db::sqlite(&file.path, 1)));
    let Some(schema) = TemporarySchema::new() else { return };
    drop(Db::postgres(&schema.url, 1).unwrap());
    schema.run(newer);
    assert!(left_alone(Db::postgres(&schema.url, 1)));
}
