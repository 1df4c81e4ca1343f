//! What do the papers of a meeting say? Attendance list, follow-up and plan, made of the process and of what has
//! been written in their forms.
//!
//! Each is a [`Blank`] that the program has filled its own fields into: the same one is drawn on the page, read
//! from a post, and frozen when the meeting is closed or a copy is released.

pub mod attendance;
pub mod follow_up;
mod plan;
mod system;

pub use plan::{Standing, plan_blank, unfinished};
pub use system::NextMeeting;

use domain::{
    MeetingNo, ProcessId,
    form::{Binding, Form, FormLibrary, FormRole, Value, Values},
};
use store::{Draft, DraftKey};

use crate::web::case::Case;

/// The draft of the plan's own text; there is one for each process.
pub fn plan_key(process: ProcessId, forms: &FormLibrary) -> DraftKey {
    DraftKey { process, form: forms.form(FormRole::Plan).id.clone(), subject: String::new() }
}

/// The plan's text with who tells the child and when, which is written in the room and nowhere else.
pub fn with_child_information(form: &Form, case: &Case, meeting: MeetingNo, values: &Values) -> Values {
    let mut values = values.clone();
    let Some(meeting) = case.process.meetings.get(meeting) else { return values };
    let told = match meeting.child_information {
        Some((person, on)) => Some((case.text(person).to_owned(), on)),
        None => meeting.child_informed.then(|| (case.name(meeting.chair).to_owned(), meeting.start.date())),
    };
    if let (Some((person, on)), Some(by), Some(day)) =
        (told, form.bound(Binding::InformationToChildBy), form.bound(Binding::InformationToChildOn))
    {
        values.set(&by.id, Value::Text(person));
        values.set(&day.id, Value::Date(on));
    }
    values
}

/// What has been written so far; a draft that cannot be read any more counts as none.
pub fn written(draft: Option<&Draft>) -> Values {
    draft.and_then(|draft| serde_json::from_str(&draft.body).ok()).unwrap_or_default()
}

/// The values that a person wrote, without what the program filled in beside them: what is kept as a draft.
pub fn own(form: &Form, values: &Values) -> Values {
    use domain::form::{Kind, Row};
    let mut own = values.clone();
    for field in form.fields() {
        match &field.kind {
            Kind::System { .. } => own.remove(&field.id),
            Kind::Rows { columns, .. } => {
                let system =
                    |id: &String| columns.iter().any(|column| column.id == *id && column.kind.is_system());
                let kept = |row: &Row| -> Row {
                    row.iter()
                        .filter(|(id, _)| !system(id))
                        .map(|(id, cell)| (id.clone(), cell.clone()))
                        .collect()
                };
                let rows: Vec<Row> = values.rows(&field.id).iter().map(kept).collect();
                own.set(&field.id, rows);
            }
            Kind::Text { .. }
            | Kind::LongText { .. }
            | Kind::List { .. }
            | Kind::Choice { .. }
            | Kind::Choices { .. }
            | Kind::Checklist { .. }
            | Kind::Date
            | Kind::Time
            | Kind::Checkbox
            | Kind::Unit
            | Kind::Units
            | Kind::Person
            | Kind::People
            | Kind::Key => {}
        }
    }
    own
}
