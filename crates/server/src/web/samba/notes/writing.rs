//! What is to be remembered, about which case, and until when? (DESK-1, DESK-2)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId, WorkingNoteId,
    samba::note::{NewNote, NoteCase, NoteFault, NoteKind, longest, usual},
};
use jiff::civil::Date;
use serde::Deserialize;
use store::NotedCase;

use super::{super::TEXT_MAX, case_words, kind};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::random_uuid,
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    page::{Page, go, show, show_again},
    path::Asked,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "samba/note_writing.html")]
struct WritingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    cases: Vec<Choice>,
    kinds: Vec<Choice>,
    facts: Vec<Choice>,
    today: String,
    longest: String,
    last_day_hint: String,
    /// The note holds a fact, and where that belongs has not been answered, or has just been.
    asks: bool,
}

#[derive(Deserialize)]
pub struct About {
    case: Option<ProcessId>,
}

/// `GET /samba/notes/new?case=…`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Asked(about): Asked<About>,
) -> Answer {
    let now = app.clock.now();
    let cases = app.store.working_notes(actor, now).await?.cases;
    let today = now.today();
    let mut form = page.form().with("day", today.to_string()).with("last-day", usual(today).to_string());
    if let Some(process) = about.case {
        find(&cases, process).ok_or(WebError::NotFound)?;
        form = form.with("case", process.to_string());
    }
    show(&view(page, form, &cases, today))
}

/// `POST /samba/notes/new`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    mut fields: Fields,
) -> Answer {
    let now = app.clock.now();
    let cases = app.store.working_notes(actor, now).await?.cases;
    let Some(note) = typed(&mut fields, &cases) else {
        return show_again(&view(page, fields.back(), &cases, now.today()));
    };
    let id = WorkingNoteId(random_uuid()?);
    match app.store.write_working_note(actor, id, note, now).await? {
        Ok(()) => Ok(go("/samba/notes")),
        Err(fault) => {
            let (field, message) = explained(page.t, fault, now.today());
            fields.fault(field, message);
            show_again(&view(page, fields.back(), &cases, now.today()))
        }
    }
}

fn typed(fields: &mut Fields, cases: &[NotedCase]) -> Option<NewNote> {
    let codes: Vec<(String, NoteCase)> =
        cases.iter().map(|case| (case.case.process.to_string(), case.case)).collect();
    let choices: Vec<(&str, NoteCase)> = codes.iter().map(|(code, case)| (code.as_str(), *case)).collect();
    let case = fields.choice_if_any("case", &choices);
    let kinds: Vec<(&str, NoteKind)> = NoteKind::ALL.iter().map(|kind| (kind.word(), *kind)).collect();
    let (day, kind) = (fields.date("day"), fields.choice("kind", &kinds));
    let text = fields.text("text", TEXT_MAX);
    let contains_fact = fields.choice("fact", &[("yes", true), ("no", false)]);
    let last_day = fields.date("last-day");
    if fields.has_faults() {
        return None;
    }
    Some(NewNote {
        case,
        day: day?,
        kind: kind?,
        text: text?,
        contains_fact: contains_fact?,
        considered: fields.ticked("considered"),
        last_day: last_day?,
    })
}

fn find(cases: &[NotedCase], process: ProcessId) -> Option<&NotedCase> {
    cases.iter().find(|case| case.case.process == process)
}

/// The field that a fault is about, and what it says.
fn explained(t: &Texts, fault: NoteFault, today: Date) -> (&'static str, String) {
    match fault {
        NoteFault::TextMissing => ("text", t.get("fault-missing")),
        NoteFault::LastDayBehind => ("last-day", t.get("notes-fault-last-day-behind")),
        NoteFault::LastDayTooFar => {
            ("last-day", t.with("notes-fault-last-day-too-far", &[("date", &t.date(longest(today)))]))
        }
        NoteFault::GoneBeforeItsDay => ("last-day", t.get("notes-fault-gone-before")),
        NoteFault::FactNotConsidered => ("considered", t.get("notes-fault-considered")),
    }
}

fn view(page: Page, form: FormView, cases: &[NotedCase], today: Date) -> WritingPage {
    let t = page.t;
    let case = |case: &NotedCase| Choice::new(case.case.process.to_string(), case_words(t, cases, *case));
    WritingPage {
        asks: form.chosen("fact", "yes"),
        form,
        cases: cases.iter().map(case).collect(),
        kinds: NoteKind::ALL.iter().map(|one| Choice::new(one.word(), kind(t, *one))).collect(),
        facts: ["yes", "no"].map(|word| Choice::new(word, t.get(&format!("notes-fact-{word}")))).into(),
        today: today.to_string(),
        longest: longest(today).to_string(),
        last_day_hint: t.with("notes-field-last-day-hint", &[("date", &t.date(longest(today)))]),
        t,
        page: page.work(),
    }
}
