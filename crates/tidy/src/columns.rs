//! Is a right ever stored, instead of being ruled on when it is used?
//!
//! **Invariant:** consent and its end date are evaluated at use. A column that says who may read would go on
//! saying so after a revocation.

use crate::tree;

const RIGHT: &[&str] = &["may_", "can_", "allow", "permission", "permitted", "visible", "readable", "grant"];

/// The words of a statement outside comments and quoted text.
fn words(sql: &str) -> Vec<String> {
    let mut found = vec![];
    for line in sql.lines() {
        let code = line.split("--").next().unwrap_or_default();
        let unquoted: Vec<&str> = code.split('\'').step_by(2).collect();
        let unquoted = unquoted.join(" ");
        let words = unquoted.split(|character: char| !character.is_alphanumeric() && character != '_');
        found.extend(words.filter(|word| !word.is_empty()).map(str::to_lowercase));
    }
    found
}

#[test]
fn no_column_holds_a_right() {
    let migrations = tree::files("crates/store", &[".sql"]);
    if tree::rust("crates/store/src").len() > 3 {
        assert!(migrations.len() >= 2, "each of the two engines has its migrations");
    }
    let mut faults = vec![];
    for source in migrations {
        for word in words(&source.text) {
            if RIGHT.iter().any(|right| word.starts_with(right) || word.ends_with(right)) {
                faults.push(format!("{}: {word}", source.path));
            }
        }
    }
    tree::none("a right is ruled on at use and never stored", &faults);
}

#[test]
fn words_are_read_outside_comments_and_quotes() {
    assert_eq!(
        words("may_read INTEGER, -- visible\nx TEXT DEFAULT 'grant'"),
        ["may_read", "integer", "x", "text", "default"]
    );
}
