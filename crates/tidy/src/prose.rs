//! Do all words a person reads lie in the language files?

use crate::{rust, tree};

/// Swedish that is data, not interface. Each path with the reason.
const EXEMPT: &[(&str, &str)] = &[];

const SWEDISH: &[char] = &['å', 'ä', 'ö', 'Å', 'Ä', 'Ö'];

#[test]
fn no_swedish_stands_in_rust() {
    let mut faults = vec![];
    for source in tree::rust_outside_tests("crates") {
        if source.path.starts_with("crates/tidy/")
            || EXEMPT.iter().any(|(path, _)| source.path.starts_with(path))
        {
            continue;
        }
        for literal in rust::parts(&source.text).strings {
            let alias = literal.before.contains("doc(alias");
            if literal.text.contains(SWEDISH) && !alias {
                faults.push(format!("{}:{}: {}", source.path, literal.line, literal.text));
            }
        }
    }
    tree::none("words belong in locales/", &faults);
}

#[test]
fn no_exemption_is_kept_longer_than_it_is_needed() {
    for (path, reason) in EXEMPT {
        let needed = tree::rust_outside_tests("crates").iter().any(|source| {
            source.path.starts_with(path)
                && rust::parts(&source.text).strings.iter().any(|literal| literal.text.contains(SWEDISH))
        });
        assert!(needed, "{path} ({reason}) needs no exemption");
    }
}

/// Attributes that are read out or shown.
const READ_OUT: &[&str] = &["aria-label", "alt", "title", "placeholder", "aria-description"];

/// A template without its comments, expressions and statements.
fn without_expressions(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(begins) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        plain.push_str(&rest[..begins]);
        let close = match rest.as_bytes().get(begins + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => "#}",
        };
        let ends = rest[begins..].find(close).map_or(rest.len(), |ends| begins + ends + 2);
        plain.extend(rest[begins..ends].chars().filter(|character| *character == '\n'));
        rest = &rest[ends..];
    }
    plain.push_str(rest);
    plain
}

/// The letters a template itself puts on the page, by line.
fn words_of_its_own(text: &str) -> Vec<(usize, String)> {
    let mut found = vec![];
    let plain = without_expressions(text);
    let (mut line, mut words, mut tag) = (1, String::new(), None::<String>);
    for character in plain.chars().chain(['\n']) {
        match (character, &mut tag) {
            ('<', None) => tag = Some(String::new()),
            ('>', Some(inside)) => {
                let read_out = READ_OUT.iter().filter_map(|name| value_of(inside, name));
                found.extend(
                    read_out.filter(|value| value.contains(char::is_alphabetic)).map(|value| (line, value)),
                );
                tag = None;
            }
            (_, Some(inside)) => inside.push(character),
            (_, None) => words.push(character),
        }
        if character == '\n' {
            let shown =
                words.split_whitespace().filter(|word| !word.starts_with('&')).collect::<Vec<_>>().join(" ");
            if shown.contains(char::is_alphabetic) {
                found.push((line, shown));
            }
            words.clear();
            line += 1;
        }
    }
    found
}

fn value_of(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next().map(str::to_owned)
}

#[test]
fn no_word_stands_in_a_template() {
    let templates = tree::files("crates/server", &[".html"]);
    assert!(templates.len() >= 10, "only {} templates were found", templates.len());
    let mut faults = vec![];
    for source in templates {
        for (line, words) in words_of_its_own(&source.text) {
            faults.push(format!("{}:{line}: {words}", source.path));
        }
    }
    tree::none("words belong in locales/", &faults);
}

#[test]
fn words_of_a_template_are_told_from_its_markup() {
    let template = "<!doctype html>\n<p class=\"lead\">{{ t.get(\"a\") }} –\n</p>{# note\n more #}\n<p>Hello {{ name }}</p>\n<img alt=\"A boat\"><b aria-label=\"{{ t.get(\"b\") }}\">&nbsp;</b>";
    assert_eq!(words_of_its_own(template), [(5, "Hello".to_owned()), (6, "A boat".to_owned())]);
}
