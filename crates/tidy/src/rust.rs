//! Where in Rust are words, and where is code?
//!
//! A small reader of Rust that knows comments, strings and characters, and nothing else.

/// Rust taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The code with every comment and the content of every string left out. Lines keep their numbers.
    pub code: String,
    pub strings: Vec<Literal>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    pub line: usize,
    /// As written, escapes and all.
    pub text: String,
    /// The code on its line before it.
    pub before: String,
}

/// Takes Rust apart, without the test module that may stand at its end.
pub fn parts(text: &str) -> Parts {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    Reader { text: &text[..end], at: 0, line: 1, parts: Parts::default() }.read()
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    parts: Parts,
}

impl Reader<'_> {
    fn read(mut self) -> Parts {
        while let Some(next) = self.rest().chars().next() {
            if self.rest().starts_with("//") {
                let end = self.rest().find('\n').unwrap_or(self.rest().len());
                self.skip(end);
            } else if self.rest().starts_with("/*") {
                let end = self.rest().find("*/").map_or(self.rest().len(), |end| end + 2);
                self.skip(end);
            } else if next == '"' {
                self.string(0, false);
            } else if let Some(hashes) = self.raw_string_begins() {
                self.string(hashes, true);
            } else if let Some(length) = self.character() {
                self.parts.code.push_str("' '");
                self.at += length;
            } else {
                self.parts.code.push(next);
                self.skip(next.len_utf8());
            }
        }
        self.parts
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Passes over text; the line breaks in it are kept in the code if they are not there already.
    fn skip(&mut self, length: usize) {
        let passed = &self.text[self.at..self.at + length];
        let breaks = passed.matches('\n').count();
        self.line += breaks;
        self.at += length;
        if passed != "\n" {
            self.parts.code.extend(std::iter::repeat_n('\n', breaks));
        }
    }

    /// The number of hashes of a raw string that begins here.
    fn raw_string_begins(&self) -> Option<usize> {
        let before = self.text[..self.at].chars().next_back();
        if before.is_some_and(|before| before.is_alphanumeric() || before == '_') {
            return None;
        }
        let rest = self.rest().strip_prefix("br").or_else(|| self.rest().strip_prefix('r'))?;
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        rest[hashes..].starts_with('"').then_some(hashes)
    }

    fn string(&mut self, hashes: usize, raw: bool) {
        let begins = self.rest().find('"').map_or(0, |quote| quote + 1);
        let content = &self.rest()[begins..];
        let end = if raw {
            content.find(&format!("\"{}", "#".repeat(hashes))).unwrap_or(content.len())
        } else {
            end_of_string(content)
        };
        let line = self.line;
        let before = self.parts.code.lines().next_back().unwrap_or_default().to_owned();
        let before = if self.parts.code.ends_with('\n') { String::new() } else { before };
        self.parts.strings.push(Literal { line, text: content[..end].to_owned(), before });
        self.parts.code.push_str("\"\"");
        let length = (begins + end + 1 + hashes).min(self.rest().len());
        self.skip(length);
    }

    /// The length of a character literal, if this is one and not the mark of a lifetime.
    fn character(&self) -> Option<usize> {
        let rest = self.rest().strip_prefix('\'')?;
        if rest.starts_with('\\') {
            return rest[2..].find('\'').map(|end| end + 4);
        }
        let first = rest.chars().next()?;
        rest[first.len_utf8()..].starts_with('\'').then_some(first.len_utf8() + 2)
    }
}

fn end_of_string(content: &str) -> usize {
    let mut escaped = false;
    for (at, character) in content.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    content.len()
}

fn texts(rust: &str) -> Vec<String> {
    parts(rust).strings.into_iter().map(|literal| literal.text).collect()
}

#[test]
fn strings_are_found_and_comments_are_not() {
    let rust = "// \"no\"\nlet a = \"one\"; /* \"no\" */ call(\"tw\\\"o\", r#\"th\"ree\"#, b\"four\");";
    assert_eq!(texts(rust), ["one", "tw\\\"o", "th\"ree", "four"]);
}

#[test]
fn a_quote_as_a_character_begins_no_string() {
    assert_eq!(texts("if c == '\"' || c == '\\'' { say(\"yes\") }"), ["yes"]);
    assert_eq!(texts("fn f<'a>(x: &'a str) -> &'a str { \"yes\" }"), ["yes"]);
}

#[test]
fn code_keeps_its_lines_and_loses_words() {
    let read = parts("one // two\n\"a\nb\" three");
    assert_eq!(read.code, "one \n\"\"\n three");
    assert_eq!(read.strings.len(), 1);
    assert_eq!(read.strings[0].line, 2);
}

#[test]
fn what_stands_before_a_string_is_known() {
    let read = parts("x();\nt.get(\"key\")");
    assert_eq!(read.strings[0].before, "t.get(");
}

#[test]
fn a_test_module_at_the_end_is_left_out() {
    assert_eq!(texts("say(\"a\");\n#[cfg(test)]\nmod tests {\n say(\"b\"); }"), ["a"]);
}
