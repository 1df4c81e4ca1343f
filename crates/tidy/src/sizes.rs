//! Can every file be read in one sitting?

use crate::tree;

const LINES_MAX: usize = 400;

/// Files that may be longer, and how long at most. The list may only shrink.
const EXEMPT: &[(&str, usize)] = &[
    // Every event there is, with what each means: the table of contents of the product.
    ("crates/domain/src/event.rs", 441),
];

fn readable() -> Vec<tree::Source> {
    tree::files("", &[".rs", ".html", ".mjs", ".js", ".css", ".sql"])
}

#[test]
fn no_file_is_longer_than_one_sitting() {
    let mut faults = vec![];
    for source in readable() {
        let lines = source.text.lines().count();
        let max = EXEMPT.iter().find(|(path, _)| *path == source.path).map_or(LINES_MAX, |(_, max)| *max);
        if lines > max {
            faults.push(format!("{}: {lines} lines, {max} at most; split it by subject", source.path));
        }
    }
    tree::none("files stay readable", &faults);
}

#[test]
fn no_exemption_is_kept_longer_than_it_is_needed() {
    for (path, _) in EXEMPT {
        let lines = tree::file(path).unwrap_or_default().lines().count();
        assert!(lines > LINES_MAX, "{path} has {lines} lines and needs no exemption");
    }
}

#[test]
fn every_file_begins_with_the_question_it_answers() {
    let mut faults = vec![];
    for source in tree::rust("crates") {
        let first = source.text.lines().next().unwrap_or_default();
        if !first.starts_with("//! ") || first.contains("placeholder") {
            faults.push(source.path);
        }
    }
    tree::none("the first line is `//!` and the question the file answers", &faults);
}

/// Names that say nothing about what is inside.
#[test]
fn no_file_is_named_after_nothing() {
    const EMPTY: &[&str] = &["utils", "util", "helpers", "helper", "common", "manager", "service", "misc"];
    let mut faults = vec![];
    for source in tree::rust("crates") {
        let name = source.name().trim_end_matches(".rs");
        if EMPTY.contains(&name) || EMPTY.iter().any(|empty| source.path.contains(&format!("/{empty}/"))) {
            faults.push(source.path);
        }
    }
    tree::none("a file is named after what it knows", &faults);
}
