//! Can every event that was ever stored still be read?
//!
//! `events/` holds one stored example of each kind. **Invariant:** from the first release on, an example is never edited; a new event
//! brings a new file. A test that fails here means that stored history would no longer be understood.

use crate::{chain, fold};
use std::{collections::BTreeSet, path::Path};

fn examples() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/events");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut examples: Vec<_> = files
        .map(|path| {
            let body = std::fs::read_to_string(&path).unwrap().trim_end().to_owned();
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), body)
        })
        .collect();
    examples.sort();
    examples
}

#[test]
fn every_stored_example_is_read_and_written_as_before() {
    for (kind, body) in examples() {
        let event = fold::decode(&body).unwrap_or_else(|fault| panic!("{kind}: {fault}"));
        let (kind_now, body_now) = chain::encode(&event).unwrap();
        assert_eq!((&kind_now, &body_now), (&kind, &body));
    }
}

/// The variants as the domain's table of contents lists them, in the stored spelling. A family of events that lies
/// in a file of its own stands in the table as one line, under which nothing is stored.
#[test]
fn every_event_has_its_example() {
    const FAMILIES: [(&str, &str); 3] = [
        ("Protection", include_str!("../../../domain/src/event/protection.rs")),
        ("OtherGround", include_str!("../../../domain/src/event/other_ground.rs")),
        ("Samba", include_str!("../../../domain/src/event/samba.rs")),
    ];
    let mut names = variants(include_str!("../../../domain/src/event.rs"), "Event");
    assert!(names.len() > 60, "the table of contents was not understood");
    for (family, contents) in FAMILIES {
        names.retain(|name| name != family);
        names.extend(variants(contents, &format!("{family}Event")));
    }
    let names: BTreeSet<_> = names.iter().map(|name| stored(name)).collect();
    let examples: BTreeSet<_> = examples().into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(names, examples);
}

/// The names of an enum's variants, as its source tells them.
fn variants(contents: &str, name: &str) -> Vec<String> {
    let (_, variants) = contents.split_once(&format!("pub enum {name} {{")).unwrap();
    let variants = variants.split("\n}").next().unwrap().lines().filter_map(|line| {
        let name = line.strip_prefix("    ")?.split([' ', ',', '(']).next()?;
        name.starts_with(|first: char| first.is_ascii_uppercase()).then(|| name.to_owned())
    });
    variants.collect()
}

fn stored(name: &str) -> String {
    let mut word = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(letter.to_ascii_lowercase());
    }
    word
}
