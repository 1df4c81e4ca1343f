//! Which files are there to look at?

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A file of the repository, with its path from the top written with `/`.
#[derive(Debug, Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Rust that only tests are made of: `tests.rs`, `tests_*.rs`, `testing.rs` and everything below `tests/`.
    pub fn is_test(&self) -> bool {
        let name = self.name();
        self.path.contains("/tests/")
            || name == "tests.rs"
            || name == "testing.rs"
            || (name.starts_with("tests_") && name.ends_with(".rs"))
    }
}

/// The folders that building makes and nobody commits.
const MADE: &[&str] = &[".git", "target", "node_modules", "demo-data"];
const MADE_PATHS: &[&str] = &["web/assets"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The text of one file, if it is there.
pub fn file(path: &str) -> Option<String> {
    fs::read_to_string(root().join(path)).ok()
}

/// All files below a folder whose name ends in one of these, in order; none if there is no such folder.
pub fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = vec![];
    collect(&root().join(folder), folder.trim_matches('/'), endings, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// All Rust below a folder.
pub fn rust(folder: &str) -> Vec<Source> {
    files(folder, &[".rs"])
}

/// All Rust below a folder that is not test code.
pub fn rust_outside_tests(folder: &str) -> Vec<Source> {
    rust(folder).into_iter().filter(|source| !source.is_test()).collect()
}

fn collect(folder: &Path, shown: &str, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let path = if shown.is_empty() { name.clone() } else { format!("{shown}/{name}") };
        if MADE.contains(&name.as_str()) || MADE_PATHS.contains(&path.as_str()) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &path, endings, found);
        } else if endings.iter().any(|ending| name.ends_with(ending))
            && let Ok(text) = fs::read_to_string(entry.path())
        {
            found.push(Source { path, text });
        }
    }
}

/// Fails with all faults at once, so that one run shows everything there is to mend.
#[track_caller]
pub fn none(rule: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{rule}\n  {}", faults.join("\n  "));
}

#[test]
fn the_repository_is_found() {
    assert!(rust("crates").len() > 30, "hardly any Rust was found below {}", root().display());
    assert!(file("Cargo.toml").is_some());
}

#[test]
fn what_building_makes_is_not_looked_at() {
    let made = files("", &[""]).into_iter().filter(|source| {
        source.path.split('/').any(|part| MADE.contains(&part)) || source.path.starts_with("web/assets/")
    });
    assert_eq!(made.count(), 0);
}
