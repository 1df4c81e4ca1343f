//! Can an event hold a name, or a sentence about somebody?
//!
//! **Invariant:** events hold ids, dates and choices. They are kept for ever unchanged, so what must be possible
//! to blank lies elsewhere and is pointed at.

use crate::{rust, tree};

const TEXT: &[&str] = &["String", "str", "Cow", "char", "OsString", "PathBuf", "Value", "Vec<u8>"];

/// What events are built of: the types of their fields.
const BUILT_OF: &[&str] = &["crates/domain/src/choice.rs", "crates/domain/src/ids.rs"];

/// The types named as the type of a field, with the line they stand on.
fn field_types(text: &str) -> Vec<(usize, String)> {
    let mut found = vec![];
    let code = rust::parts(text).code;
    let mut depth = 0_usize;
    let mut declares: Option<usize> = None;
    for (index, line) in code.lines().enumerate() {
        let plain = line.trim_start().trim_start_matches("pub(crate) ").trim_start_matches("pub ");
        if plain.starts_with("struct ") || plain.starts_with("enum ") {
            declares = Some(depth);
            // A declaration on one line.
            if let Some(begins) = plain.find(['(', '{']) {
                found.push((index + 1, plain[begins..].to_owned()));
            }
        } else if declares.is_some() && !plain.starts_with('#') {
            found.push((index + 1, plain.to_owned()));
        }
        depth += line.matches('{').count();
        depth = depth.saturating_sub(line.matches('}').count());
        if declares.is_some_and(|from| depth <= from) && (line.contains('}') || line.contains(';')) {
            declares = None;
        }
    }
    found
}

fn holds_text(types: &str) -> bool {
    let words = types.split(|character: char| !character.is_alphanumeric() && character != '_');
    words.into_iter().any(|word| TEXT.contains(&word)) || types.contains("Vec<u8>")
}

#[test]
fn no_field_of_an_event_can_hold_prose() {
    let mut sources: Vec<tree::Source> = tree::rust_outside_tests("crates/domain/src");
    sources.retain(|source| {
        source.path.starts_with("crates/domain/src/event") || BUILT_OF.contains(&source.path.as_str())
    });
    let mut faults = vec![];
    let mut looked_at = 0;
    for source in sources {
        for (line, types) in field_types(&source.text) {
            looked_at += 1;
            if holds_text(&types) {
                faults.push(format!("{}:{line}: {types}", source.path));
            }
        }
    }
    assert!(looked_at > 100, "only {looked_at} lines of event declarations were found");
    tree::none("prose is a TextId, a person is a PersonId", &faults);
}

#[test]
fn a_text_in_a_declaration_is_seen_and_one_in_a_function_is_not() {
    let rust = "pub enum Event {\n    A { x: u32 },\n    B {\n        y: Option<String>,\n    },\n}\nimpl From<Event> for String {\n    fn f(x: String) {}\n}\npub struct C(pub String);\npub struct D { d: String }\n";
    let faults: Vec<usize> =
        field_types(rust).into_iter().filter(|(_, types)| holds_text(types)).map(|(line, _)| line).collect();
    assert_eq!(faults, [4, 10, 11]);
}
