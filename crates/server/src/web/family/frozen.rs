//! How does the family read a frozen text: whole, and as it was written?

use domain::{
    TextId,
    form::{Audience, Binding, Document, FormLibrary},
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
/// is left out here (5.8). A text carries the withholding of the form it was written on; what the child wrote for
/// the chair is left out for a guardian whatever that form said.
pub fn draw(t: Voice, case: &Case, forms: &FormLibrary, text: TextId) -> Frozen {
    let body = case.text(text);
    if let Ok(copy) = PlanCopy::parse(body) {
        return Frozen::Plan(Box::new(drawn(t.texts(), &copy)));
    }
    match Document::parse(body) {
        Ok(whole) => {
            let form = forms.by_id(&whole.form).filter(|_| !t.is_child());
            let secret = form.and_then(|form| form.bound(Binding::NotToBeRaised));
            let is_shown = |id: &str| secret.is_none_or(|field| field.id != id);
            let copy = whole.copy_for(audience(t), None);
            Frozen::Form(document::draw(&t, &copy, |field| is_shown(&field.id)))
        }
        Err(_) => Frozen::Plain(body.to_owned()),
    }
}

/// As whom the reader reads.
pub fn audience(t: Voice) -> Audience {
    if t.is_child() { Audience::Child } else { Audience::Guardians }
}
