//! What have I noted for my own work, and until when? The pages of the Samba coordinator alone. (DESK-1, DESK-2)
//!
//! A note stands on these pages and nowhere else. No name of a child does: a case is told by the day of its contact.

mod writing;

use askama::Template;
use axum::extract::State;
use domain::{WorkingNoteId, samba::note::NoteKind};
use store::{NotedCase, Notes, WorkingNote};

use super::super::router::{Audience, Route, get, post};
use crate::web::{
    actor::CurrentActor,
    app::App,
    error::{Answer, WebError},
    form::{Fields, FormView},
    page::{Page, go, show},
    path::Path,
    texts::Texts,
};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Convening;
    vec![
        get("/samba/notes", Convening, "one's own working notes (DESK-1)", list),
        get("/samba/notes/new", Convening, "write a working note (DESK-1)", writing::read),
        post("/samba/notes/new", Convening, "keep it until its last day (DESK-2)", writing::create),
        get("/samba/notes/{note}", Convening, "one of one's own notes (DESK-1)", read),
        post("/samba/notes/{note}/removal", Convening, "delete it (DESK-2)", remove),
    ]
}

#[derive(Template)]
#[template(path = "samba/notes.html")]
struct ListPage {
    t: &'static Texts,
    page: Page,
    notes: Vec<Line>,
}

#[derive(Template)]
#[template(path = "samba/note.html")]
struct NotePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    note: Line,
}

/// A note in words.
struct Line {
    href: String,
    title: String,
    text: String,
    case: Option<(String, String)>,
    contains_fact: bool,
    last_day: String,
}

/// `GET /samba/notes`
pub async fn list(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let found = app.store.working_notes(actor, app.clock.now()).await?;
    let notes = found.notes.iter().map(|note| line(page.t, &found, note)).collect();
    show(&ListPage { t: page.t, notes, page: page.work() })
}

/// `GET /samba/notes/{note}`: the note, and the button that deletes it.
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<WorkingNoteId>,
) -> Answer {
    let found = app.store.working_notes(actor, app.clock.now()).await?;
    let note = found.notes.iter().find(|note| note.id == id).ok_or(WebError::NotFound)?;
    let note = line(page.t, &found, note);
    let form = page.form().to(format!("{}/removal", note.href));
    show(&NotePage { t: page.t, form, note, page: page.work() })
}

/// `POST /samba/notes/{note}/removal`
pub async fn remove(
    State(app): State<App>,
    CurrentActor(actor): CurrentActor,
    Path(id): Path<WorkingNoteId>,
    _: Fields,
) -> Answer {
    app.store.delete_working_note(actor, id, app.clock.now()).await?;
    Ok(go("/samba/notes"))
}

fn line(t: &Texts, found: &Notes, note: &WorkingNote) -> Line {
    let (kind, date) = (kind(t, note.kind), t.date(note.day));
    Line {
        href: format!("/samba/notes/{}", note.id),
        title: t.with("notes-row-title", &[("kind", &kind), ("date", &date)]),
        text: note.text.clone(),
        case: note
            .case
            .map(|case| (format!("/samba/cases/{}", case.case.process), case_words(t, &found.cases, case))),
        contains_fact: note.contains_fact,
        last_day: t.with("notes-last-day", &[("date", &t.date(note.last_day))]),
    }
}

fn kind(t: &Texts, kind: NoteKind) -> String {
    t.get(&format!("notes-kind-{}", kind.word().replace('_', "-")))
}

/// A case by the day of its contact, and its number among those of one day.
fn case_words(t: &Texts, cases: &[NotedCase], case: NotedCase) -> String {
    let date = t.date(case.contacted_on);
    let same_day = cases.iter().filter(|other| other.contacted_on == case.contacted_on);
    let number = same_day.clone().position(|other| other.case == case.case).map_or(1, |place| place + 1);
    if same_day.count() > 1 {
        t.with("notes-case-again", &[("date", &date), ("number", &number)])
    } else {
        t.with("notes-case", &[("date", &date)])
    }
}
