//! How does the family read a frozen text: whole, and as it was written?

use domain::{
    PersonId, PlanVersion, TextId,
    form::{Audience, Binding, Document, FormLibrary},
    party::Receiver,
};

use super::voice::Voice;
use crate::web::{
    case::Case,
    document::{self, DrawnDocument},
    lots::release::copy::{DrawnCopy, PlanCopy, drawn, drawn_beforehand, plan_copy},
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
    let passed_on = |whole: Document| whole.passed_on(&case.process.protection.agreed_passages);
    draw_form(t, forms, body, passed_on)
}

/// What is to be signed, whole: nobody signs a text with holes in it (AU-7).
pub fn draw_to_sign(t: Voice, case: &Case, forms: &FormLibrary, text: TextId) -> Frozen {
    draw_form(t, forms, case.text(text), |whole| whole)
}

/// A plan that has not been released: what this reader would be given of it today, so that it tells of nothing
/// that the copy will not (AC-7). A text that is no form is drawn as it is.
pub fn draw_beforehand(
    t: Voice,
    case: &Case,
    forms: &FormLibrary,
    version: PlanVersion,
    me: PersonId,
) -> Option<Frozen> {
    let text = case.process.plan.version(version)?.text.text;
    if Document::parse(case.text(text)).is_err() {
        return Some(draw(t, case, forms, text));
    }
    let copy = plan_copy(forms, case, version, Receiver::Family { person: me })?;
    Some(Frozen::Plan(Box::new(drawn_beforehand(t.texts(), &copy))))
}

fn draw_form(t: Voice, forms: &FormLibrary, body: &str, prepared: impl Fn(Document) -> Document) -> Frozen {
    match Document::parse(body).map(prepared) {
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
