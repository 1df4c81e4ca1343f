//! How does the family read a frozen text: whole, and as it was written?

use domain::{
    TextId,
    form::{Audience, Document},
};

use super::voice::Voice;
use crate::web::{
    case::Case,
    document::{self, DrawnDocument},
    lots::release::copy::{DrawnCopy, PlanCopy, drawn},
};

/// A frozen text to be read.
pub enum Frozen {
    Form(DrawnDocument),
    /// One's own copy of a plan.
    Plan(Box<DrawnCopy>),
    /// A text that is no form.
    Plain(String),
}

/// Draws a text of the case. A copy made for this reader already lacks what is withheld; for other texts that
/// is left out here (5.8).
pub fn draw(t: Voice, case: &Case, text: TextId) -> Frozen {
    let body = case.text(text);
    if let Ok(copy) = PlanCopy::parse(body) {
        return Frozen::Plan(Box::new(drawn(t.texts(), &copy)));
    }
    match Document::parse(body) {
        Ok(whole) => Frozen::Form(document::draw(&t, &whole.copy_for(audience(t), None), |_| true)),
        Err(_) => Frozen::Plain(body.to_owned()),
    }
}

/// As whom the reader reads.
pub fn audience(t: Voice) -> Audience {
    if t.is_child() { Audience::Child } else { Audience::Guardians }
}
