//! What stands in the language files?

use crate::tree;

/// One text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The file's name, such as `family.ftl`.
    pub file: String,
    pub key: String,
    /// The value as written, lines joined; attributes are not used and not read.
    pub value: String,
}

/// All texts of a language, in order.
pub fn messages(language: &str) -> Vec<Message> {
    let mut found = vec![];
    for source in tree::files(&format!("locales/{language}"), &[".ftl"]) {
        found.extend(read(source.name(), &source.text));
    }
    found
}

pub fn read(file: &str, text: &str) -> Vec<Message> {
    let mut found: Vec<Message> = vec![];
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            inside = inside && line.trim().is_empty();
        } else if let Some((key, value)) = begins(line) {
            found.push(Message { file: file.to_owned(), key, value: value.trim().to_owned() });
            inside = true;
        } else if let (true, Some(last)) = (inside, found.last_mut()) {
            last.value.push(' ');
            last.value.push_str(line.trim());
        }
    }
    found
}

/// The key and the first line of the value, where a text begins.
fn begins(line: &str) -> Option<(String, &str)> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim_end();
    (is_key(key)).then(|| (key.to_owned(), value))
}

pub fn is_key(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

/// The words a reader reads: whatever is put in counts as one short word.
pub fn spoken(value: &str) -> String {
    let mut depth = 0;
    let mut words = String::new();
    for character in value.chars() {
        match character {
            '{' => {
                depth += 1;
                if depth == 1 {
                    words.push('x');
                }
            }
            '}' if depth > 0 => depth -= 1,
            _ if depth == 0 => words.push(character),
            _ => {}
        }
    }
    words
}

#[test]
fn a_language_file_is_read() {
    let read = read(
        "a.ftl",
        "### About\n\none = Ett\ntwo = Två { $n ->\n    [one] en\n   *[other] fler\n}\n    ord\n\n# note\nthree-3 = Tre\n",
    );
    let keys: Vec<&str> = read.iter().map(|message| message.key.as_str()).collect();
    assert_eq!(keys, ["one", "two", "three-3"]);
    assert_eq!(spoken(&read[1].value), "Två x ord");
}

#[test]
fn there_are_texts() {
    assert!(messages("sv").len() > 50);
}
