//! DID-1, DID-2, DID-3: is what points somebody out found?

use super::*;

#[test]
fn kinds_have_keys_of_their_own() {
    let keys: std::collections::BTreeSet<&str> = FindingKind::ALL.iter().map(|kind| kind.key()).collect();
    assert_eq!(keys.len(), FindingKind::ALL.len());
}

#[test]
fn a_known_name_is_taken_away_and_an_unknown_one_is_looked_at() {
    let known = Known { names: vec!["Elliot Lindqvist".into()], ..Known::default() };
    let text = "när elliots farfar Gustaf kom";
    let found: Vec<(&str, Verdict)> = scan(&known, text)
        .into_iter()
        .map(|finding| (&text[finding.range], finding.kind.verdict()))
        .collect();
    assert_eq!(found, [("elliots", Verdict::Blocks), ("Gustaf", Verdict::Held)]);
}
