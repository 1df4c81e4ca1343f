//! Who may depend on whom?
//!
//! A new dependency is an architectural decision, so it is made here, and an ADR says why.

use std::collections::BTreeSet;

use crate::tree;

/// Each crate and all it may use while running. Downwards: server, store, policy, domain.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &["jiff", "serde", "serde_json", "sha2", "thiserror", "toml", "uuid"]),
    ("policy", &["domain", "jiff", "uuid"]),
    ("record", &["base64", "ed25519-dalek", "sha2", "thiserror"]),
    (
        "store",
        &[
            "bytes",
            "crossbeam-channel",
            "domain",
            "getrandom",
            "jiff",
            "policy",
            "quick_cache",
            "record",
            "rusqlite",
            "serde",
            "serde_json",
            "sha2",
            "thiserror",
            "tokio",
            "tokio-postgres",
            "uuid",
        ],
    ),
    (
        "server",
        &[
            "argon2",
            "askama",
            "axum",
            "clap",
            "domain",
            "fluent-bundle",
            "getrandom",
            "hyper",
            "hyper-util",
            "jiff",
            "policy",
            "record",
            "serde",
            "serde_json",
            "sha2",
            "store",
            "thiserror",
            "tokio",
            "toml",
            "tower",
            "tower-http",
            "tracing",
            "tracing-subscriber",
            "unic-langid",
            "uuid",
        ],
    ),
    // Both are compiled before anything can be tested, so they use nothing.
    ("tidy", &[]),
    ("xtask", &[]),
];

/// The crates of this repository, the innermost first: each may use those before it, in its tests too.
const INWARDS: &[&str] = &["domain", "policy", "record", "store", "server"];

/// The names in the sections of a manifest whose heading is one of these.
fn names(manifest: &str, sections: &[&str]) -> BTreeSet<String> {
    let mut inside = false;
    let mut found = BTreeSet::new();
    for line in manifest.lines().map(str::trim) {
        if let Some(heading) = line.strip_prefix('[') {
            inside = sections.contains(&heading.trim_end_matches(']'));
        } else if inside && let Some((name, _)) = line.split_once(['.', ' ', '=']) {
            found.insert(name.to_owned());
        }
    }
    found
}

fn manifest(name: &str) -> String {
    tree::file(&format!("crates/{name}/Cargo.toml")).unwrap()
}

#[test]
fn each_crate_uses_only_what_it_may() {
    let mut faults = vec![];
    for (name, allowed) in ALLOWED {
        let used = names(&manifest(name), &["dependencies"]);
        for dependency in used.iter().filter(|dependency| !allowed.contains(&dependency.as_str())) {
            faults.push(format!("{name} must not depend on {dependency}"));
        }
    }
    tree::none("a new dependency is decided in crates/tidy/src/dependencies.rs", &faults);
}

#[test]
fn every_crate_has_its_list() {
    let crates = tree::files("crates", &["Cargo.toml"]);
    assert!(crates.len() >= 6);
    for found in crates {
        let name = found.path.trim_start_matches("crates/").trim_end_matches("/Cargo.toml");
        assert!(ALLOWED.iter().any(|(listed, _)| *listed == name), "the crate {name} is in no list");
    }
}

#[test]
fn dependencies_point_downwards_in_tests_too() {
    for (index, name) in INWARDS.iter().enumerate() {
        let used = names(&manifest(name), &["dependencies", "dev-dependencies", "build-dependencies"]);
        for outer in &INWARDS[index + 1..] {
            assert!(!used.contains(*outer), "{name} must not depend on {outer}");
        }
    }
}

/// With it the store hands out what it holds without asking the policy (AC-1).
#[test]
fn what_only_a_test_may_see_is_built_for_tests_alone() {
    const FEATURE: &str = "inspection";
    let mut faults = vec![];
    for (name, _) in ALLOWED {
        let manifest = manifest(name);
        let (program, tests) = manifest.split_once("[dev-dependencies]").unwrap_or((&manifest, ""));
        let asked =
            |lines: &str| lines.lines().any(|line| line.contains("features") && line.contains(FEATURE));
        if asked(program) || (asked(tests) && *name != "server") {
            faults.push(format!("crates/{name}/Cargo.toml asks for the feature {FEATURE}"));
        }
    }
    faults.extend(
        tree::file("Cargo.toml").filter(|all| all.contains(FEATURE)).map(|_| "Cargo.toml".to_owned()),
    );
    tree::none("the file before one's eyes is for tests", &faults);
}

#[test]
fn a_manifest_is_read_by_its_sections() {
    let manifest = "[package]\nname = \"a\"\n[dependencies]\nb.workspace = true\nc = { version = \"1\" }\n\n[lints]\nd = 1";
    assert_eq!(names(manifest, &["dependencies"]).into_iter().collect::<Vec<_>>(), ["b", "c"]);
}
