//! Would the tests notice if a line that decides who may know were wrong?
//!
//! cargo-mutants changes one thing at a time in a copy of the tree and runs the tests of that crate alone. What no
//! test notices is named; `docs/mutants.md` says of each such place why it remains.

use crate::{Outcome, place, step};

const USAGE: &str = "mutants takes policy or domain, and then what cargo-mutants itself takes";

/// The files that decide who may know, and what makes their tests quick enough to be run hundreds of times.
struct Part {
    package: &'static str,
    files: &'static [&'static str],
    tests: &'static [&'static str],
}

const PARTS: &[Part] = &[
    Part {
        package: "policy",
        files: &["action", "facts", "lib", "outside", "standing"],
        // It tries whether the properties catch rules gone wrong, not whether the rule is right.
        tests: &["--lib", "--", "--skip", "every_property_catches_a_rule_gone_wrong"],
    },
    Part {
        package: "domain",
        files: &[
            "consent",
            "lots/circle",
            "lots/closing",
            "lots/coordination",
            "lots/delivery",
            "lots/disclosure",
            "lots/ending",
            "lots/revocation",
            "lots/signature",
            "lots/state",
            "lots/summons",
        ],
        tests: &["--lib", "--test", "scenarios"],
    },
];

pub fn run(arguments: &[String]) -> Outcome {
    if step::output(&mut place::cargo(["mutants", "--version"])).is_none() {
        return Err("cargo-mutants is lacking: cargo install cargo-mutants --locked".into());
    }
    let Some((package, more)) = arguments.split_first() else { return Err(USAGE.into()) };
    let part = PARTS.iter().find(|part| part.package == package).ok_or(USAGE)?;
    let mut command = place::cargo(["mutants", "--package", part.package, "--timeout", "300"]);
    command.args(more);
    if !more.iter().any(|argument| argument == "--file") {
        let file = |name: &&str| format!("crates/{}/src/{name}.rs", part.package);
        command.args(part.files.iter().flat_map(|name| ["--file".to_owned(), file(name)]));
    }
    command.arg("--").args(part.tests);
    // Debug information is of no use here, and every mutant is linked anew.
    command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_PROFILE_TEST_DEBUG", "0");
    // The short histories catch what the long ones catch; these are run hundreds of times.
    if std::env::var_os("FARLED_HISTORIES").is_none() {
        command.env("FARLED_HISTORIES", "200");
    }
    step::must(&mut command)
}
