//! How did the family want it, when they planned the meeting with the initiator? (T2, PRI-22)

use domain::form::{Binding, Document, FormLibrary, FormRole};

use crate::web::{case::Case, document::words, texts::Texts};

/// What the family has said about time, place, language and how the child takes part: label and words, the
/// time and place first.
pub fn of_the_family(t: &Texts, forms: &FormLibrary, case: &Case) -> Vec<(String, String)> {
    let Some(pre_meeting) = &case.process.pre_meeting else { return vec![] };
    let Ok(note) = Document::parse(case.text(pre_meeting.note.text)) else { return vec![] };
    let form = forms.form(FormRole::PreMeeting);
    let wanted = [Binding::PlaceAndTimeWishes, Binding::Participation, Binding::Interpreter];
    let fields = wanted.into_iter().filter_map(|binding| note.field(&form.bound(binding)?.id));
    fields.map(|field| (field.label.clone(), words(t, &field.entry))).collect()
}
