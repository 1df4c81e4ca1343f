//! Are the tables the ones that were read?
//!
//! They lie in `matrix/*.txt`. A change of the policy changes a table, and the table is read anew;
//! `FARLED_BLESS=1 cargo test -p policy` writes them.

use crate::matrix::*;
use std::{collections::BTreeSet, fmt::Write as _, path::Path};

/// yes, no (403), or nothing (404: may not know that it exists).
fn table(situation: &Situation) -> String {
    let personas = personas();
    let mut table = String::new();
    for (number, (name, _)) in personas.iter().enumerate() {
        let _ = writeln!(table, "{:>2} {name}", number + 1);
    }
    let _ = write!(table, "\n{:34}", "");
    for number in 1..=personas.len() {
        let _ = write!(table, "{number:>4}");
    }
    for action in acts() {
        let whose = concerns(action).map_or(String::new(), |whose| format!(" ({whose}'s)"));
        let _ = write!(table, "\n{:34}", format!("{}{whose}", action.word()));
        for cell in situation.row(action) {
            let cell = match cell {
                Cell::Yes => "yes",
                Cell::No => "no",
                Cell::Hidden => ".",
            };
            let _ = write!(table, "{cell:>4}");
        }
    }
    table.push('\n');
    table
}

#[test]
fn the_tables_are_the_ones_that_were_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/matrix");
    for situation in situations() {
        let file = folder.join(format!("{}.txt", situation.word));
        let made = table(&situation);
        if std::env::var_os("FARLED_BLESS").is_some() {
            std::fs::write(&file, &made).unwrap();
        }
        let stored = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(made, stored, "{}: read the table, then FARLED_BLESS=1", situation.word);
    }
}

/// AC-1: every act there is stands in the tables.
#[test]
fn no_act_is_left_out_of_the_tables() {
    let listed: BTreeSet<&str> = acts().into_iter().map(|action| action.word()).collect();
    let source = include_str!("../action/word.rs");
    let words = source.lines().filter_map(|line| {
        let (_, word) = line.trim().strip_prefix("Action::")?.split_once("=> \"")?;
        word.strip_suffix("\",")
    });
    let words: BTreeSet<&str> = words.collect();
    assert!(words.len() > 50, "the words were not understood");
    assert_eq!(words, listed);
}
