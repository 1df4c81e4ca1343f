//! What does the recorded note say, and what does the family think of it?

use askama::Template;
use domain::{
    ProcessId,
    choice::PreMeetingHeld,
    form::{Document, Values},
};

use crate::web::{
    case::Case,
    document::{self, DrawnDocument},
    lots::copies,
    page::Page,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/preparation/pre_meeting/note.html")]
pub struct NotePage {
    t: &'static Texts,
    page: Page,
    id: ProcessId,
    child: String,
    held: Option<String>,
    document: Option<DrawnDocument>,
    comments: Vec<(String, String)>,
    writes: bool,
}

pub fn view(page: Page, case: &Case, writes: bool) -> NotePage {
    let t = page.t;
    let recorded = case.process.pre_meeting.as_ref();
    let held = recorded.map(|recorded| match recorded.held {
        PreMeetingHeld::Yes { on } => t.with("pre-meeting-held", &[("date", &t.date(on))]),
        PreMeetingHeld::Waived { reason } => t.with("pre-meeting-waived", &[("reason", &case.text(reason))]),
    });
    let comments = recorded.into_iter().flat_map(|recorded| &recorded.comments);
    NotePage {
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        held,
        document: document(case).map(|whole| {
            let copy = whole.copy_for(copies::audience(case.ground), None);
            document::draw(t, &copies::as_passed_on(case, copy), |_| true)
        }),
        comments: comments
            .map(|(by, comment)| (case.name(*by).to_owned(), case.text(*comment).to_owned()))
            .collect(),
        writes,
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}

/// What was recorded, to go on from.
pub fn values(case: &Case) -> Option<Values> {
    document(case).map(|document| document.values())
}

/// The recorded note; nothing if there is none, or if it has been disposed of.
pub fn document(case: &Case) -> Option<Document> {
    let note = case.process.pre_meeting.as_ref()?.note;
    Document::parse(case.text(note.text)).ok()
}
