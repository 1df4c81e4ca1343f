//! Is every rule tested, and does every test name rules that exist?

use std::collections::BTreeSet;

use crate::tree;

/// Rules that no test names yet. The list may only shrink.
const NOT_YET: &[&str] = &[];

/// `CON-04`, `TIME-12`, `T4r`: letters, perhaps a dash, a number, perhaps a letter.
fn is_rule_id(word: &str) -> bool {
    let number = word.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    let prefix = word.len() - number.len();
    let dashed = number.starts_with('-');
    let number = number.trim_start_matches('-');
    let digits = number.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    (prefix >= 2 && dashed || prefix == 1 && !dashed)
        && !digits.is_empty()
        && digits.len() <= 3
        && digits.chars().all(|digit| digit.is_ascii_digit())
        && number.len() - digits.len() <= 1
}

/// The ids in the first column of the tables.
fn listed(document: &str) -> BTreeSet<String> {
    let first_cells = document.lines().filter_map(|line| line.strip_prefix('|')?.split('|').next());
    first_cells
        .map(|cell| cell.trim().trim_matches(['`', '*']).to_owned())
        .filter(|cell| is_rule_id(cell))
        .collect()
}

/// The ids named in a text. Of those with a dash only prefixes that are listed count: others are law and papers.
fn named(text: &str, rules: &BTreeSet<String>) -> BTreeSet<String> {
    let prefixes: BTreeSet<&str> =
        rules.iter().filter_map(|id| id.split_once('-')).map(|(prefix, _)| prefix).collect();
    text.split(|character: char| !character.is_ascii_alphanumeric() && character != '-')
        .map(|word| word.trim_matches('-'))
        .filter(|word| is_rule_id(word))
        .filter(|word| match word.split_once('-') {
            Some((prefix, _)) => prefixes.contains(prefix),
            None => rules.contains(*word),
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn rules_and_tests_know_each_other() {
    let Some(document) = tree::file("docs/rules.md") else {
        // Where there are domain tests there are rules.
        let tests: usize = tree::rust("crates/domain/src")
            .iter()
            .filter(|source| source.is_test())
            .map(|source| source.text.len())
            .sum();
        assert!(tests < 200_000, "docs/rules.md is missing");
        return;
    };
    let rules = listed(&document);
    assert!(rules.len() >= 40, "only {} rules were found in docs/rules.md", rules.len());
    let mut tested = BTreeSet::new();
    for source in tree::rust("crates").into_iter().filter(tree::Source::is_test) {
        if !source.path.starts_with("crates/tidy/") {
            tested.extend(named(&source.text, &rules));
        }
    }
    let unknown: Vec<String> = tested.difference(&rules).cloned().collect();
    tree::none("tests name rules that docs/rules.md does not have", &unknown);
    let untested: BTreeSet<&str> = rules.difference(&tested).map(String::as_str).collect();
    let not_yet: BTreeSet<&str> = NOT_YET.iter().copied().collect();
    assert_eq!(untested, not_yet, "rules that no test names (left) and those known to lack one (right)");
}

#[test]
fn a_rule_id_is_told_from_other_words() {
    for id in ["CON-04", "TIME-12", "PRI-1", "REL-2", "T1", "T19", "T4r", "T1b", "S11"] {
        assert!(is_rule_id(id), "{id}");
    }
    for word in ["utf-8", "SoL", "T", "CON-", "A-4", "2022-913", "JO-5932", "HTML5"] {
        assert!(!is_rule_id(word), "{word}");
    }
}

#[test]
fn ids_are_read_from_the_first_column() {
    let rules = listed("| id | rule |\n|---|---|\n| CON-04 | as CON-05 |\n| `T6` | x |\n");
    assert_eq!(rules.iter().map(String::as_str).collect::<Vec<_>>(), ["CON-04", "T6"]);
    let named = named("/// CON-04 to CON-09, AU-4, T6, T7", &rules);
    assert_eq!(named.iter().map(String::as_str).collect::<Vec<_>>(), ["CON-04", "CON-09", "T6"]);
}
