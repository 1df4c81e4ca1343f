//! Does the repository say where somebody's computer keeps things?

use crate::tree;

/// Beginnings of paths on one machine, and names of hosts that packages come from. Written in two halves, so
/// that this file does not hold them.
const PLACES: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
    concat!("/wo", "rk/main"),
    concat!("/wo", "rk/shared"),
    concat!("/tm", "p/"),
    concat!("registry.npm", "js.org"),
    concat!("npm", "mirror"),
    concat!("artifact", "ory"),
    concat!("pypi", ".org"),
    concat!("static.crates", ".io"),
    concat!("\"reso", "lved\":"),
];

const TEXTS: &[&str] = &[
    ".rs",
    ".md",
    ".toml",
    ".lock",
    ".json",
    ".html",
    ".css",
    ".js",
    ".mjs",
    ".sql",
    ".ftl",
    ".txt",
    ".npmrc",
    "run",
    ".gitignore",
    ".yml",
    ".yaml",
    ".sh",
];

#[test]
fn no_file_names_a_place_on_one_machine() {
    let sources = tree::files("", TEXTS);
    assert!(sources.len() > 60, "only {} files were looked at", sources.len());
    let mut faults = vec![];
    for source in sources {
        for (index, line) in source.text.lines().enumerate() {
            for place in PLACES.iter().filter(|place| begins_a_place(line, place)) {
                faults.push(format!("{}:{}: {place}", source.path, index + 1));
            }
        }
    }
    tree::none("true on one machine only", &faults);
}

/// An address of our own such as `/processes/work/` is not a place on a machine.
fn begins_a_place(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !place.starts_with('/')
            || !before.is_some_and(|before| before.is_alphanumeric() || "}_-.*)".contains(before))
    })
}

#[test]
fn a_path_is_told_from_an_address_of_ours() {
    assert!(begins_a_place(concat!("cd /ho", "me/kim"), PLACES[0]));
    assert!(!begins_a_place(concat!("web/ho", "me/page.html"), PLACES[0]));
}
