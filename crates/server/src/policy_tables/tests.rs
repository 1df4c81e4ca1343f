//! Are the printed tables the ones that were read?

use super::*;
use std::path::Path;

/// AC-1: the document is what the program prints; `FARLED_BLESS=1 cargo test -p server policy_tables` writes it.
#[test]
fn the_document_is_what_the_rule_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/policy.md");
    let printed = run();
    if std::env::var_os("FARLED_BLESS").is_some() {
        std::fs::write(&file, &printed).unwrap();
    }
    assert!(std::fs::read_to_string(&file).unwrap() == printed, "read `farled policy`, then FARLED_BLESS=1");
}

#[test]
fn every_word_of_the_tables_is_there() {
    let printed = run();
    let t = Texts::swedish();
    let missing = |word: &str| !t.has(word);
    assert!(!personas().iter().any(|(word, _)| missing(&persona(word))));
    assert!(!situations().iter().any(|situation| missing(&format!("policy-situation-{}", situation.word))));
    assert!(!seats().iter().any(|(word, _)| missing(&seat(word))));
    assert!(!outside().iter().any(|(word, _)| missing(&format!("policy-outside-{word}"))));
    let act = |action: &Action| format!("policy-act-{}", action.word().replace('_', "-"));
    let without: Vec<_> = acts().iter().filter(|action| missing(&act(action))).map(act).collect();
    assert!(without.is_empty(), "{without:?}");
    assert!(printed.lines().filter(|line| line.starts_with("| ")).count() > 900);
}
