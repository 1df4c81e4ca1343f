//! How are the fields of an act drawn? Their words lie under `case-ACT-FIELD`.

use crate::web::{
    form::Choice,
    form_data::{DrawnField, DrawnSection, Input},
    lots::offer::{Offer, dashed},
    texts::Texts,
};

/// A text of an act, in characters.
pub const TEXT_MAX: usize = 4_000;
/// A sentence: what is asked of a body, what it replies.
pub const SENTENCE_MAX: usize = 600;
pub use crate::web::form::LINE_MAX;

/// The fields of one act.
#[derive(Clone, Copy)]
pub struct Drawing {
    pub t: &'static Texts,
    pub word: &'static str,
}

impl Drawing {
    pub fn line(self, name: &str) -> DrawnField {
        self.field(name, Input::Line)
    }

    pub fn text(self, name: &str) -> DrawnField {
        self.field(name, Input::Text { max: TEXT_MAX })
    }

    pub fn date(self, name: &str) -> DrawnField {
        self.field(name, Input::Date)
    }

    pub fn tick(self, name: &str) -> DrawnField {
        optional(self.field(name, Input::Tick))
    }

    pub fn radios<T: Clone>(self, name: &str, offer: &Offer<T>) -> DrawnField {
        self.field(name, Input::Radios(offer.choices()))
    }

    pub fn boxes<T: Clone>(self, name: &str, offer: &Offer<T>) -> DrawnField {
        self.field(name, Input::Boxes(offer.choices()))
    }

    pub fn select<T: Clone>(self, name: &str, offer: &Offer<T>) -> DrawnField {
        self.field(name, Input::Select(offer.choices()))
    }

    /// A section with a heading: `case-ACT-section-ID`.
    pub fn section(self, id: &str, fields: Vec<DrawnField>) -> DrawnSection {
        let key = format!("case-{}-section-{id}", self.word);
        let hint = format!("{key}-hint");
        let help = if self.t.has(&hint) { self.t.get(&hint) } else { String::new() };
        DrawnSection { id: id.to_owned(), title: self.t.get(&key), help, fields }
    }

    /// The fields of a short form need no heading.
    pub fn plain(self, fields: Vec<DrawnField>) -> Vec<DrawnSection> {
        vec![DrawnSection { id: self.word.to_owned(), title: String::new(), help: String::new(), fields }]
    }

    fn field(self, name: &str, input: Input) -> DrawnField {
        let key = format!("case-{}-{name}", self.word);
        let hint = format!("{key}-hint");
        let help = if self.t.has(&hint) { self.t.get(&hint) } else { String::new() };
        DrawnField { name: name.to_owned(), label: self.t.get(&key), help, optional: false, input }
    }
}

/// A field whose words are made of a case.
pub fn field(name: impl Into<String>, label: impl Into<String>, input: Input) -> DrawnField {
    DrawnField { name: name.into(), label: label.into(), help: String::new(), optional: false, input }
}

pub fn optional(field: DrawnField) -> DrawnField {
    DrawnField { optional: true, ..field }
}

/// A closed list of the domain, whose words lie under `samba-LIST-WORD`.
pub fn listed<T: Copy>(t: &'static Texts, list: &str, all: &[T], word: fn(T) -> &'static str) -> Offer<T> {
    Offer::of(all, word, |word| t.get(&format!("samba-{list}-{word}")))
}

/// Its words.
pub fn said(t: &Texts, list: &str, word: &str) -> String {
    t.get(&format!("samba-{list}-{}", dashed(word)))
}

/// A choice whose code is a number or an id.
pub fn choice(code: impl ToString, label: impl Into<String>) -> Choice {
    Choice::new(code.to_string(), label)
}
