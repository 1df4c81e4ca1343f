//! What has one's own unit been given, unchanged, and is it in the unit's own record? (REL-1, T15, 5.10)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    document::{DrawnDocument, draw},
    error::{Answer, WebError},
    form::{Fields, FormView},
    lots::release::{
        copy::{DrawnCopy, PlanCopy, drawn},
        own_unit,
    },
    page::{Page, show},
    path::Path,
    receipt::Receipt,
    refusal_words::explain_opening,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    CopyNo, ProcessId, Refusal, UnitId,
    form::Document,
    lots::{plan::ReleasedCopy, release},
    party::Receiver,
};
use policy::Action;

#[derive(Template)]
#[template(path = "lots/release/copies.html")]
struct CopiesPage {
    t: &'static Texts,
    page: Page,
    id: ProcessId,
    child: String,
    unit: String,
    /// When the summons reached the unit; the initiator's own unit has it from the start.
    summons: Option<String>,
    copies: Vec<CopyLine>,
    way_back: Option<(String, String)>,
}

struct CopyLine {
    name: String,
    href: String,
    date: String,
    filed: bool,
}

#[derive(Template)]
#[template(path = "lots/release/read_copy.html")]
struct CopyPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    name: String,
    unit: String,
    date: String,
    hash: String,
    filed: Option<String>,
    text: CopyText,
}

/// What a copy holds.
enum CopyText {
    Plan(Box<DrawnCopy>),
    Form(DrawnDocument),
    Prose(String),
}

/// `GET /processes/{process}/copies`
pub async fn index(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let unit = own_unit(actor)?;
    let receiver = Receiver::Unit { unit };
    let case = app.case(actor, process, Action::ReadCopy { receiver }).await?;
    let t = page.t;
    let copies = case.process.plan.copy_numbers().rev().filter(|(_, copy)| copy.receiver == receiver);
    let copies = copies.map(|(number, copy)| CopyLine {
        name: name(t, copy),
        href: format!("/processes/{process}/copies/{number}"),
        date: t.date(copy.on),
        filed: copy.filed_by.is_some(),
    });
    let given = case.process.ending.way_back_given.contains(&receiver);
    let way_back = case.process.ending.way_back.filter(|_| given);
    show(&CopiesPage {
        id: process,
        child: case.name(case.process.child()).to_owned(),
        unit: case.unit(unit).into_owned(),
        summons: summons(t, &case, unit),
        copies: copies.collect(),
        way_back: way_back.map(|(text, contact)| (case.text(text).to_owned(), case.text(contact).to_owned())),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}

/// How the unit has the summons, in words, if it has.
fn summons(t: &Texts, case: &Case, unit: UnitId) -> Option<String> {
    if unit == case.process.opening.unit {
        return case.process.summonses.last_active().map(|_| t.get("copies-summons-own"));
    }
    let (on, _) = case.process.deliveries.of(unit)?.received?;
    Some(t.with("copies-summons-received", &[("date", &t.date(on))]))
}

fn name(t: &Texts, copy: &ReleasedCopy) -> String {
    t.with("copies-plan", &[("version", &copy.version.0)])
}

/// `GET /processes/{process}/copies/{copy}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, CopyNo)>,
) -> Answer {
    let unit = own_unit(actor)?;
    let receiver = Receiver::Unit { unit };
    let case = app.case(actor, process, Action::ReadCopy { receiver }).await?;
    let t = page.t;
    let copy = one(&case, number, receiver).ok_or(WebError::NotFound)?;
    show(&CopyPage {
        form: page.form().to(format!("/processes/{process}/copies/{number}/filing")),
        id: process,
        child: case.name(case.process.child()).to_owned(),
        name: name(t, copy),
        unit: case.unit(unit).into_owned(),
        date: t.date(copy.on),
        hash: copy.text.hash.to_string(),
        filed: copy.filed_by.map(|person| t.with("copy-filed-by", &[("name", &case.name(person))])),
        text: text(t, case.text(copy.text.text)),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}

/// The copy with this number, if it is this receiver's.
fn one(case: &Case, number: CopyNo, receiver: Receiver) -> Option<&ReleasedCopy> {
    let mut copies = case.process.plan.copy_numbers();
    copies.find(|(found, copy)| *found == number && copy.receiver == receiver).map(|(_, copy)| copy)
}

fn text(t: &'static Texts, stored: &str) -> CopyText {
    if let Ok(plan) = PlanCopy::parse(stored) {
        return CopyText::Plan(Box::new(drawn(t, &plan)));
    }
    match Document::parse(stored) {
        Ok(document) => CopyText::Form(draw(t, &document, |_| true)),
        Err(_) => CopyText::Prose(stored.to_owned()),
    }
}

/// `POST /processes/{process}/copies/{copy}/filing`
pub async fn file(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, CopyNo)>,
    _: Fields,
) -> Answer {
    let unit = own_unit(actor)?;
    let by = actor.person;
    let outcome = app
        .act(actor, process, Action::FileCopy { unit }, vec![], move |process, _| {
            release::file_copy(process, number, unit, by)
        })
        .await?;
    let t = page.t;
    match outcome {
        // Whose the copy is, if anybody's, is not told.
        Outcome::Refused(Refusal::NoSuchCopy) => Err(WebError::NotFound),
        Outcome::Refused(refusal) => {
            Err(WebError::Refused(Box::new(explain_opening(&refusal, &app.organisation))))
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("filing-done"))
                .happened(t.with("filing-happened", &[("unit", &app.unit_name(unit))]))
                .told(t.get("filing-told"))
                .next_at(t.get("filing-next"), format!("/processes/{process}/copies"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}
