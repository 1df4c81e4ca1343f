//! What happens to a text whose writer was signed out meanwhile?
//!
//! It is not stored: it rides along in the sign-in form, and after signing in it is shown again, ready to be
//! sent. Only the one who sits at that screen ever sees it.

use askama::Template;

use crate::web::{
    error::Answer,
    form::{Fields, FormView},
    page::{Page, show},
    texts::Texts,
};

/// Carried fields have this before their names.
const PREFIX: &str = "kept:";
const ACTION: &str = "kept-action";
/// Shorter values are choices and dates; what somebody has written is longer.
const PROSE_MIN: usize = 12;

/// What was about to be sent, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "sign_in/kept.html")]
struct KeptPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    kept: Kept,
}

impl Kept {
    /// What an act without a session carried.
    pub fn of(fields: Fields) -> Self {
        let own = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        Self { action: fields.action().to_owned(), fields: fields.every().map(own).collect() }
    }

    /// What the sign-in form carried along, if it did.
    pub fn carried(fields: &Fields) -> Option<Self> {
        let action = fields.raw(ACTION);
        if action.is_empty() || super::own_page(Some(action)) != action {
            return None;
        }
        let carried = fields.every().filter_map(|(name, value)| {
            name.strip_prefix(PREFIX).map(|name| (name.to_owned(), value.to_owned()))
        });
        Some(Self { action: action.to_owned(), fields: carried.collect() })
    }

    /// The texts somebody wrote, for reading through before sending.
    pub fn prose(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(_, value)| value.as_str()).filter(|value| value.chars().count() >= PROSE_MIN)
    }

    /// The name a field has while it is carried along.
    pub fn carried_name(name: &str) -> String {
        format!("{PREFIX}{name}")
    }

    /// The page that gives the text back, with the mark of the new session.
    pub fn page(self, page: Page, mark: String) -> Answer {
        let t = page.t;
        let form = FormView::new(t, self.action.clone(), mark);
        show(&KeptPage { t, page, form, kept: self })
    }
}
