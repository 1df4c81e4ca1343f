//! Does every text that is asked for exist, and is every text that exists asked for?

use std::collections::{BTreeMap, BTreeSet};

use crate::{fluent, rust, tree};

/// Texts of these files may be used by the family's pages: their own, and the words of the frame and the forms.
fn is_for_families(file: &str) -> bool {
    file.starts_with("family") || file == "common.ftl" || file == "refusals.ftl"
}

/// A string in a page or in Rust, and whether it is handed straight to `get` or `with`.
struct Word {
    place: String,
    text: String,
    asked_for: bool,
}

/// Every string in the server, tests aside, that could be a key or a part of one.
fn words() -> Vec<Word> {
    let mut words = vec![];
    for source in tree::rust_outside_tests("crates/server/src") {
        for literal in rust::parts(&source.text).strings {
            // The demo fills forms in with a method of the same name, a call to a line.
            let fills_in = source.path.starts_with("crates/server/src/demo/");
            let asked_for = [".get(", ".with(", ".has("].iter().any(|call| {
                literal.before.trim_end().strip_suffix(call).is_some_and(|receiver| {
                    receiver == "t" || (receiver.ends_with([' ', '(']) && !fills_in) || is_texts(receiver)
                })
            });
            words.push(Word {
                place: format!("{}:{}", source.path, literal.line),
                text: literal.text,
                asked_for,
            });
        }
    }
    for source in tree::files("crates/server/src", &[".html"]) {
        for (line, text) in without_comments(&source.text).lines().enumerate() {
            for (before, literal) in quoted(text) {
                let asked_for =
                    [".get(", ".with("].iter().any(|call| before.strip_suffix(call).is_some_and(is_texts));
                words.push(Word { place: format!("{}:{}", source.path, line + 1), text: literal, asked_for });
            }
        }
    }
    words
}

/// A template without its comments; lines keep their numbers.
fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    for (index, part) in text.split("{#").enumerate() {
        let (comment, rest) =
            if index == 0 { ("", part) } else { part.split_once("#}").unwrap_or((part, "")) };
        kept.extend(comment.chars().filter(|character| *character == '\n'));
        kept.push_str(rest);
    }
    kept
}

/// Whether the name before the call is one that texts go by.
fn is_texts(before: &str) -> bool {
    let name = before.rsplit(|character: char| !character.is_alphanumeric() && character != '_').next();
    matches!(name, Some("t" | "texts"))
}

/// The strings of one line of a template, each with what stands before it.
fn quoted(line: &str) -> Vec<(&str, String)> {
    let mut found = vec![];
    let mut at = 0;
    while let Some(begins) = line[at..].find('"').map(|quote| at + quote) {
        // An attribute's own quotes hold expressions that have quotes of their own.
        let ends = line[begins + 1..].find('"').map_or(line.len(), |quote| begins + 1 + quote);
        let text = &line[begins + 1..ends];
        if text.contains("{{") || text.contains("{%") {
            at = begins + 1;
            continue;
        }
        found.push((&line[..begins], text.to_owned()));
        at = (ends + 1).min(line.len());
    }
    found
}

/// A key with a hole in it, `receipt-{code}-title`, as what stands before and after the hole.
fn pattern(text: &str) -> Option<(String, String)> {
    let (before, rest) = text.split_once('{')?;
    let (_, after) = rest.rsplit_once('}')?;
    let fixed = |part: &str| {
        part.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
    };
    (fixed(before) && fixed(after) && (before.ends_with('-') || after.starts_with('-')))
        .then(|| (before.to_owned(), after.to_owned()))
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let keys: BTreeSet<String> = fluent::messages("sv").into_iter().map(|message| message.key).collect();
    let asked: Vec<Word> = words().into_iter().filter(|word| word.asked_for).collect();
    assert!(asked.len() >= 40, "only {} texts are asked for: are they looked for rightly?", asked.len());
    let faults: Vec<String> = asked
        .iter()
        .filter(|word| fluent::is_key(&word.text) && !keys.contains(&word.text))
        .map(|word| format!("{}: {}", word.place, word.text))
        .collect();
    tree::none("locales/sv lacks", &faults);
}

/// A key is asked for as it stands, or by `format!` with a fixed beginning (`month-{}`), or with a fixed end
/// on a beginning that stands as a string by itself (`"error-slow"` and `"{key}-title"`).
#[test]
fn every_text_that_exists_is_asked_for() {
    let words = words();
    let whole: BTreeSet<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let patterns: BTreeSet<(String, String)> = words.iter().filter_map(|word| pattern(&word.text)).collect();
    let asked_for = |key: &str| {
        whole.contains(key)
            || patterns.iter().any(|(before, after)| {
                let fits =
                    key.len() > before.len() + after.len() && key.starts_with(before) && key.ends_with(after);
                let middle = || &key[before.len()..key.len() - after.len()];
                fits && (!before.is_empty() || whole.contains(middle()))
            })
    };
    let faults: Vec<String> = fluent::messages("sv")
        .into_iter()
        .filter(|message| !asked_for(&message.key))
        .map(|message| format!("{}: {}", message.file, message.key))
        .collect();
    tree::none("no page says these", &faults);
}

#[test]
fn no_text_is_written_twice() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for message in fluent::messages("sv") {
        places.entry(message.key).or_default().push(message.file);
    }
    let faults: Vec<String> = places
        .into_iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(key, files)| format!("{key}: {}", files.join(", ")))
        .collect();
    tree::none("written more than once", &faults);
}

/// The family reads plain Swedish: no page of theirs takes a sentence written for those who work here.
#[test]
fn family_pages_say_only_what_was_written_for_families() {
    let mut file_of: BTreeMap<String, String> = BTreeMap::new();
    for message in fluent::messages("sv") {
        file_of.insert(message.key, message.file);
    }
    let pages = tree::files("crates/server/src/web/family", &[".html", ".rs"]).len();
    let mut faults = vec![];
    let mut said = 0;
    for word in words().into_iter().filter(|word| word.place.starts_with("crates/server/src/web/family/")) {
        let Some(file) = file_of.get(&word.text) else { continue };
        said += 1;
        if !is_for_families(file) {
            faults.push(format!("{}: {} of {file}", word.place, word.text));
        }
    }
    assert!(pages == 0 || said >= pages, "{said} texts on {pages} family pages");
    tree::none("written for others than families", &faults);
}

#[test]
fn strings_of_a_template_are_found_inside_attributes_too() {
    let found: Vec<String> = quoted(r#"<a title="{{ t.get("one") }}" href="/x">{{ t.get("two") }}</a>"#)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert!(found.contains(&"one".to_owned()) && found.contains(&"two".to_owned()), "{found:?}");
    assert!(is_texts("{{ t") && is_texts("page.t") && !is_texts("{{ rest"));
}

#[test]
fn a_key_with_a_hole_is_a_pattern() {
    assert_eq!(pattern("month-{}"), Some(("month-".into(), String::new())));
    assert_eq!(pattern("{key}-title"), Some((String::new(), "-title".into())));
    assert_eq!(pattern("{name}"), None);
    assert_eq!(pattern("/receipts/{}"), None);
}
