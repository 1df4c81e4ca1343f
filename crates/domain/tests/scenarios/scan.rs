//! DID-1, DID-2, DID-3: does the scan find what points a child out, in texts as they are written?
#![allow(clippy::unwrap_used, reason = "nothing here is more than a test")]

mod corpus;
mod marked;
mod planted;

use domain::deidentify::{Known, scan};

/// What is found, as the words and the key of the kind.
fn found(known: &Known, text: &str) -> Vec<(String, &'static str)> {
    scan(known, text)
        .into_iter()
        .map(|finding| (text[finding.range].to_owned(), finding.kind.key()))
        .collect()
}

/// S8, DID-1, DID-3: what the handbook says is refused, and what is accepted.
#[test]
fn the_lines_of_the_handbook() {
    let known = Known { schools: vec!["Rönnebackaskolan".into()], ages: vec![4, 7, 9], ..Known::default() };
    for known in [known, Known::default()] {
        assert_eq!(found(&known, "född 2009-05-14"), [("2009-05-14".into(), "exact-date")]);
        let school = found(&known, "hon går på Rönnebackaskolan");
        assert!(
            matches!(school.as_slice(), [(word, "known-unit" | "institution")] if word == "Rönnebackaskolan"),
            "{school:?}"
        );
        assert_eq!(found(&known, "syskonen 4, 7 och 9 år"), [("syskonen 4, 7 och 9 år".into(), "siblings")]);
        let accepted = "16-17 år, långvarig frånvaro, kontakt med psykiatri och omsorg sedan ungefär ett år";
        assert_eq!(found(&known, accepted), []);
    }
}
