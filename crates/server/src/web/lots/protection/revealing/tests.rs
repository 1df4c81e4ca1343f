//! Is everything found that is known to tell, and nothing else?

use super::*;

fn known() -> Revealing {
    Revealing::made(&[
        ("BUP Kristianstad", Some("en verksamhet inom barn- och ungdomspsykiatri")),
        ("Kristianstad", None),
        ("Osby", None),
        ("Omar Haddad", None),
    ])
}

/// PID-2: whatever its case and ending, in compounds too.
#[test]
fn what_is_known_is_found() {
    for text in
        ["vi ses i KRISTIANSTAD", "Kristianstads bibliotek", "på Osbyvägen 3", "Ring Omar Haddads mobil"]
    {
        assert!(!known().found(text).is_empty(), "{text}");
    }
    for text in
        ["Vi vill att det ska gå bra.", "Han heter Bosby", "den 5 januari 2026", "2026-01-05", "kl. 14.10"]
    {
        assert_eq!(known().found(text), Vec::<String>::new(), "{text}");
    }
}

/// PID-2: a number by which somebody can be reached or found.
#[test]
fn numbers_and_addresses_are_found() {
    for text in ["044-12 34 56", "291 31", "070 123 45 67", "20190504-1234", "skriv till a@example.org"] {
        assert!(!known().found(text).is_empty(), "{text}");
    }
}

/// PID-3: a unit is told by its kind, and a line that still tells is left out.
#[test]
fn a_unit_is_told_by_its_kind() {
    let lines =
        ["Kallas: BUP Kristianstad".to_owned(), "Plats: Kristianstad".to_owned(), "Syfte: Må bra".to_owned()];
    assert_eq!(
        known().reduced(&lines),
        ["Kallas: en verksamhet inom barn- och ungdomspsykiatri", "Syfte: Må bra"]
    );
}
