//! To whom is a family page speaking: to the child, or to a guardian about the child?
//!
//! A text `family-x` may have a sister `family-x-child` that says the same to the child itself. Everything else is
//! said alike to both.

use std::ops::Deref;

use policy::Ground;

use crate::web::{
    case::Case,
    texts::{Spoken, Texts},
};

/// The texts, as one reader hears them.
#[derive(Clone, Copy)]
pub struct Voice {
    texts: &'static Texts,
    child: bool,
}

impl Voice {
    /// To whoever has this case before them.
    pub fn of(texts: &'static Texts, case: &Case) -> Voice {
        Voice { texts, child: case.ground == Ground::Child }
    }

    /// To somebody in a family, not yet about one process.
    pub fn to_anyone(texts: &'static Texts) -> Voice {
        Voice { texts, child: false }
    }

    /// The same texts, with nothing said differently to a child.
    pub fn texts(self) -> &'static Texts {
        self.texts
    }

    pub fn is_child(self) -> bool {
        self.child
    }

    pub fn get(&self, key: &str) -> String {
        match self.own(key) {
            Some(own) => self.texts.get(&own),
            None => self.texts.get(key),
        }
    }

    pub fn with(&self, key: &str, values: &[(&str, &dyn Spoken)]) -> String {
        match self.own(key) {
            Some(own) => self.texts.with(&own, values),
            None => self.texts.with(key, values),
        }
    }

    /// The key of what is said to the child alone, if there is such a text.
    fn own(self, key: &str) -> Option<String> {
        self.child.then(|| format!("{key}-child")).filter(|own| self.texts.has(own))
    }
}

impl Deref for Voice {
    type Target = Texts;

    fn deref(&self) -> &Texts {
        self.texts
    }
}

/// The first of somebody's names: what a family calls its own.
pub fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// A word of the code as part of a text's key.
pub fn key(word: &str) -> String {
    word.replace('_', "-")
}
