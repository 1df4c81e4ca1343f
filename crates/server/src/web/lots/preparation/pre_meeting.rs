//! What did the family and the initiator plan together? (T2, PRI-06, PRI-14)

mod note;

pub use note::values as recorded_values;

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::{FormText, PreMeetingHeld},
    form::{Binding, Filled, Form, FormRole, Row, Value, Values},
    lots::{
        circle::UnitStatus,
        opening::{RecordPreMeeting, record_pre_meeting},
    },
};
use jiff::civil::Date;
use policy::{Action, Actor, rule};
use serde::Deserialize;
use store::Brought;

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, frozen, new_text},
    error::{Answer, WebError},
    form::{Fields, FormView},
    form_data::{Blank, Drawn, text},
    lots::drafting::{self, BASE, Desk, Kept, Versions},
    page::{Page, go, show, show_again},
    path::{Asked, Path},
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};

/// The day of the pre-meeting: beside the form, because it is a fact of the process and not of the note.
const HELD_ON: &str = "held_on";

#[derive(Template)]
#[template(path = "lots/preparation/pre_meeting.html")]
struct PreMeetingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    drawn: Drawn,
    saved: bool,
    versions: Option<Versions>,
    today: String,
    recorded: bool,
}

#[derive(Deserialize, Default)]
pub struct Query {
    /// The form, also when a note is recorded already.
    again: Option<String>,
    saved: Option<String>,
}

/// `GET /processes/{process}/pre-meeting`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(query): Asked<Query>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadPreMeeting).await?;
    let writes = rule(actor, Action::RecordPreMeeting, &case.process, case.now).is_ok();
    let recorded = case.process.pre_meeting.is_some();
    if !writes || (recorded && query.again.is_none()) {
        return show(&note::view(page, &case, writes));
    }
    let form = case.blank(&app.forms, FormRole::PreMeeting);
    let key = drafting::key(process, form, "");
    let desk = Desk::open(&app, actor, key, Action::RecordPreMeeting).await?;
    let blank = blank(form, &desk.case);
    let values = desk.values().or_else(|| note::values(&desk.case)).unwrap_or_default();
    let empty = page.form().with(BASE, desk.revision().to_string());
    let filled = fill(&blank, empty, &values);
    show(&PreMeetingPage { saved: query.saved.is_some(), ..view(page, &desk.case, &blank, &values, filled) })
}

/// `POST /processes/{process}/pre-meeting`: keeps the draft, or records the pre-meeting.
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RecordPreMeeting).await?;
    let form = case.blank(&app.forms, FormRole::PreMeeting);
    let key = drafting::key(process, form, "");
    let blank = blank(form, &case);
    let records = fields.raw("act") == "record";
    let on = if records { fields.date(HELD_ON) } else { fields.date_if_any(HELD_ON) };
    let values = posted(&blank, &fields, on);
    let base = drafting::base(&fields);
    let revision = match drafting::keep(&app, actor, key, Action::RecordPreMeeting, base, &values).await? {
        Kept::Saved { revision } => revision,
        Kept::Conflict(conflict) => {
            let versions = conflict.versions(page.t, &case, &blank, &values);
            let form = fill(&blank, page.form().with(BASE, conflict.revision.to_string()), &values);
            let view = view(page, &case, &blank, &values, form);
            return show_again(&PreMeetingPage { versions: Some(versions), ..view });
        }
    };
    if !records && !fields.has_faults() {
        return Ok(go(&format!("/processes/{process}/pre-meeting?again=yes&saved=yes")));
    }
    let filled = if records { blank.check(page.t, &mut fields, &values) } else { None };
    let again = |page: Page, posted: FormView| {
        let empty = page.form().with(BASE, revision.to_string()).with(HELD_ON, posted.value(HELD_ON));
        let form = blank.again(empty, posted, &values, &[]);
        show_again(&view(page, &case, &blank, &values, form))
    };
    let (Some(on), Some(filled)) = (on, filled) else { return again(page, fields.back()) };
    match record(&app, actor, &case, form, &filled, on).await? {
        Outcome::Refused(refusal) => again(page, fields.back_refused(explain(&refusal, &case))),
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(page.t, &case)).await,
    }
}

async fn record(
    app: &App,
    actor: Actor,
    case: &Case,
    form: &Form,
    filled: &Filled,
    on: Date,
) -> Result<Outcome, WebError> {
    let note = new_text(filled.canonical())?;
    let command = command(filled, frozen(&note), on)?;
    let drafts = vec![drafting::key(case.id, form, "")];
    let brought = Brought { texts: vec![note], drafts, ..Brought::default() };
    let decide = move |process: &_, now| record_pre_meeting(process, now, command.clone());
    app.act(actor, case.id, Action::RecordPreMeeting, brought, decide).await
}

/// The act, from a rightly filled form.
fn command(filled: &Filled, note: FormText, on: Date) -> Result<RecordPreMeeting, WebError> {
    let chosen = |binding| match filled.value(binding) {
        Some(Value::Choices(ids)) => ids.as_slice(),
        Some(Value::Text(_) | Value::List(_) | Value::Rows(_) | Value::Date(_) | Value::Flag(_)) | None => {
            &[]
        }
    };
    let participation = chosen(Binding::Participation).first().map(|word| Value::from(word.as_str()));
    let Some(Value::Text(word)) = participation else { return Err(WebError::Malformed("no participation")) };
    Ok(RecordPreMeeting {
        held: PreMeetingHeld::Yes { on },
        // No setting allows a process without a pre-meeting yet.
        waiver_allowed: false,
        note,
        participation: serde_json::from_value(serde_json::Value::String(word)).map_err(WebError::fault)?,
        formulated_with: chosen(Binding::FormulatedWith).iter().filter_map(|id| id.parse().ok()).collect(),
    })
}

fn receipt(t: &Texts, case: &Case) -> Receipt {
    Receipt::new(t.get("pre-meeting-done"))
        .happened(t.get("pre-meeting-done-happened"))
        .told(t.get("pre-meeting-done-told"))
        .next_at(t.get("pre-meeting-done-summons"), format!("/processes/{}/summons/draft", case.id))
        .next_at(t.get("pre-meeting-done-note"), format!("/processes/{}/pre-meeting", case.id))
}

fn posted(blank: &Blank<'_>, fields: &Fields, on: Option<Date>) -> Values {
    let mut values = blank.read(fields);
    if let Some(on) = on {
        values.set(HELD_ON, on);
    }
    values
}

fn fill(blank: &Blank<'_>, form: FormView, values: &Values) -> FormView {
    let on = values.date(HELD_ON).map_or_else(String::new, |on| on.to_string());
    blank.fill(form.with(HELD_ON, on), values)
}

/// The blank with this family and its circle.
fn blank<'a>(form: &'a Form, case: &Case) -> Blank<'a> {
    let family = case.process.family(case.now.today());
    let rows: Vec<Row> = case
        .process
        .circle
        .iter()
        .map(|(unit, entry)| {
            let approved = matches!(entry.status, UnitStatus::ApprovedByFamily(_));
            Row::from([
                ("unit".to_owned(), text(case.unit(unit))),
                ("question".to_owned(), text(case.text(entry.question))),
                ("family_approved".to_owned(), Value::Flag(approved)),
            ])
        })
        .collect();
    let mut system = Values::default();
    if let Some(field) = form.bound(Binding::CalledUnits) {
        system.set(&field.id, rows);
    }
    Blank::new(form)
        .people(family.into_iter().map(|person| (person, case.name(person).to_owned())))
        .system(system)
}

fn view(page: Page, case: &Case, blank: &Blank<'_>, values: &Values, form: FormView) -> PreMeetingPage {
    let t = page.t;
    PreMeetingPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        drawn: blank.draw(t, values),
        saved: false,
        versions: None,
        today: case.now.today().to_string(),
        recorded: case.process.pre_meeting.is_some(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
