//! Do time, chance and the outside world come in from the edge only?

use crate::{rust, tree};

/// Nothing of the outside world: whoever calls hands in the time, the ids and the texts.
const OUTSIDE: &[&str] = &[
    "::now(",
    "new_v4",
    "now_v7",
    "getrandom",
    "rand::",
    "SystemTime",
    "Instant",
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "async ",
    ".await",
    "thread::",
    "thread_local!",
    "println!",
    "print!",
];

/// The store runs threads and waits; the time and the ids in what it stores are handed to it all the same.
const TIME_AND_CHANCE: &[&str] = &["::now(", "new_v4", "now_v7", "getrandom", "rand::", "SystemTime"];

/// The engine waits for so long and no longer, and keys of rows that no event names are made in one place.
const STORE_EXEMPT: &[&str] = &["crates/store/src/engine", "crates/store/src/keys.rs"];

fn faults(folder: &str, forbidden: &[&str], exempt: &[&str]) -> Vec<String> {
    let mut faults = vec![];
    for source in tree::rust_outside_tests(folder) {
        if exempt.iter().any(|path| source.path.starts_with(path)) {
            continue;
        }
        for (index, line) in rust::parts(&source.text).code.lines().enumerate() {
            for call in forbidden.iter().filter(|call| calls(line, call)) {
                faults.push(format!("{}:{}: {call}", source.path, index + 1));
            }
        }
    }
    faults
}

/// Whether the line has this call, and not merely a longer name that begins like it.
fn calls(line: &str, call: &str) -> bool {
    line.match_indices(call).any(|(at, _)| {
        let after = line[at + call.len()..].chars().next();
        !call.ends_with(char::is_alphanumeric)
            || !after.is_some_and(|after| after.is_alphanumeric() || after == '_')
    })
}

#[test]
fn a_call_is_told_from_a_longer_name() {
    assert!(calls("x.await?", ".await") && calls("Zoned::now()", "::now("));
    assert!(!calls("x.awaiting()", ".await"));
}

#[test]
fn the_pure_crates_know_no_outside_world() {
    for folder in ["crates/domain/src", "crates/policy/src", "crates/record/src"] {
        assert!(tree::rust_outside_tests(folder).len() >= 3, "{folder}");
        tree::none("time, ids and texts are arguments", &faults(folder, OUTSIDE, &[]));
    }
}

#[test]
fn the_store_makes_neither_time_nor_chance() {
    tree::none("time and ids are arguments", &faults("crates/store/src", TIME_AND_CHANCE, STORE_EXEMPT));
}

/// The server reads the clock in one place and makes ids in few.
#[test]
fn the_server_reads_the_clock_in_one_place() {
    let faults = faults(
        "crates/server/src",
        &["Timestamp::now(", "SystemTime::now(", "Zoned::now("],
        &["crates/server/src/clock.rs"],
    );
    tree::none("the clock is read in crates/server/src/clock.rs", &faults);
}
