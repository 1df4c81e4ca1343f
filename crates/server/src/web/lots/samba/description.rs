//! What are the bodies to know of the child, written by the caseworker who was asked? (4.9, S6)

mod sheet;

use askama::Template;
use axum::extract::State;
use domain::{
    CaseNo, PlanVersion, ProcessId,
    form::{Document, Filled, Form, FormRole, Values},
    samba::{
        case::Case as SambaCase,
        contact::{Describe, describe},
    },
};
use policy::{Action, Actor, Ground};
use serde::Deserialize;
use store::Brought;

use super::{address, is_caseworker, last};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, frozen, new_text},
    document::{self, DrawnDocument},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    form_data::{Blank, Drawn},
    lots::{
        copies,
        drafting::{self, BASE, Desk, Kept, Versions},
    },
    page::{Page, go, show, show_again},
    path::{Asked, Path},
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use sheet::PLAN;

#[derive(Template)]
#[template(path = "lots/samba/description.html")]
struct WritingPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    drawn: Drawn,
    plans: Vec<Choice>,
    saved: bool,
    versions: Option<Versions>,
}

#[derive(Template)]
#[template(path = "lots/samba/described.html")]
struct ReadingPage {
    t: &'static Texts,
    page: Page,
    id: ProcessId,
    child: String,
    by: String,
    document: Option<DrawnDocument>,
    writes: bool,
}

#[derive(Deserialize, Default)]
pub struct Query {
    /// The form, also when a description is there already.
    again: Option<String>,
    saved: Option<String>,
}

/// `GET /processes/{process}/samba/description`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(query): Asked<Query>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadSamba).await?;
    let (number, samba) = last(&case)?;
    let writes = is_caseworker(samba, actor.person);
    if !writes || (samba.description.is_some() && query.again.is_none()) {
        return show(&reading(page, actor, &case, samba, writes)?);
    }
    let form = case.blank(&app.forms, FormRole::CaseDescription);
    let desk = Desk::open(&app, actor, key(&case, form, number), Action::DescribeSamba).await?;
    let values = desk.values().or_else(|| recorded(&desk.case, samba)).unwrap_or_default();
    let blank = sheet::blank(page.t, form, &desk.case, samba, &values);
    let filled = fill(&blank, page.form().with(BASE, desk.revision().to_string()), &values);
    show(&WritingPage { saved: query.saved.is_some(), ..writing(page, &desk.case, &blank, &values, filled) })
}

/// `POST /processes/{process}/samba/description`: keeps the draft, or locks the description.
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::DescribeSamba).await?;
    let (number, samba) = last(&case)?;
    let form = case.blank(&app.forms, FormRole::CaseDescription);
    if !is_caseworker(samba, actor.person) {
        return Err(WebError::Forbidden);
    }
    let (plan, values) = posted(page.t, form, &case, samba, &mut fields);
    let blank = sheet::blank(page.t, form, &case, samba, &values);
    let writes = fields.raw("act") == "describe";
    let base = drafting::base(&fields);
    let kept = drafting::keep(&app, actor, key(&case, form, number), Action::DescribeSamba, base, &values);
    let revision = match kept.await? {
        Kept::Saved { revision } => revision,
        Kept::Conflict(conflict) => {
            let versions = conflict.versions(page.t, &case, &blank, &values);
            let form = fill(&blank, page.form().with(BASE, conflict.revision.to_string()), &values);
            let view = writing(page, &case, &blank, &values, form);
            return show_again(&WritingPage { versions: Some(versions), ..view });
        }
    };
    if !writes && !fields.has_faults() {
        return Ok(go(&format!("{}?again=yes&saved=yes", address(&case, "/description"))));
    }
    let filled = if writes { blank.check(page.t, &mut fields, &values) } else { None };
    let again = |page: Page, posted: FormView| {
        let empty = page.form().with(BASE, revision.to_string());
        let form = blank.again(empty, posted, &values, &[PLAN]);
        show_again(&writing(page, &case, &blank, &values, form))
    };
    let Some(filled) = filled.filter(|_| !fields.has_faults()) else { return again(page, fields.back()) };
    match record(&app, actor, &case, form, (number, plan), &filled).await? {
        Outcome::Refused(refusal) => again(page, fields.back_refused(explain(&refusal, &case))),
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(page.t, &case)).await,
    }
}

async fn record(
    app: &App,
    actor: Actor,
    case: &Case,
    form: &Form,
    (number, plan): (CaseNo, Option<PlanVersion>),
    filled: &Filled,
) -> Result<Outcome, WebError> {
    let text = new_text(filled.canonical())?;
    let command = Describe { case: number, text: frozen(&text), plan, by: actor.person };
    let drafts = vec![key(case, form, number)];
    let brought = Brought { texts: vec![text], drafts, ..Brought::default() };
    let decide = move |process: &_, now| describe(process, now, command);
    app.act(actor, case.id, Action::DescribeSamba, brought, decide).await
}

fn receipt(t: &Texts, case: &Case) -> Receipt {
    Receipt::new(t.get("samba-described-done"))
        .happened(t.get("samba-described-happened"))
        .told(t.get("samba-described-told"))
        .next_at(t.get("samba-described-next"), address(case, "/consent"))
        .next_at(t.get("place-samba"), address(case, ""))
}

fn key(case: &Case, form: &Form, number: CaseNo) -> store::DraftKey {
    drafting::key(case.id, form, &number.to_string())
}

/// What was posted, and the version of the plan that goes with it.
fn posted(
    t: &Texts,
    form: &Form,
    case: &Case,
    samba: &SambaCase,
    fields: &mut Fields,
) -> (Option<PlanVersion>, Values) {
    let offered: Vec<(String, PlanVersion)> =
        sheet::plans(case).into_iter().map(|version| (version.to_string(), version)).collect();
    let codes: Vec<(&str, PlanVersion)> = offered.iter().map(|(code, one)| (code.as_str(), *one)).collect();
    let plan = fields.choice_if_any(PLAN, &codes);
    let mut values = Values::default();
    if let Some(version) = plan {
        values.set(PLAN, version.to_string());
    }
    let mut read = sheet::blank(t, form, case, samba, &values).read(fields);
    if let Some(version) = plan {
        read.set(PLAN, version.to_string());
    }
    (plan, read)
}

fn fill(blank: &Blank<'_>, form: FormView, values: &Values) -> FormView {
    blank.fill(form.with(PLAN, values.text(PLAN)), values)
}

/// What was written last, to go on from.
fn recorded(case: &Case, samba: &SambaCase) -> Option<Values> {
    let description = samba.description?;
    let mut values = Document::parse(case.text(description.text.text)).ok()?.values();
    if let Some(plan) = description.plan {
        values.set(PLAN, plan.to_string());
    }
    Some(values)
}

fn writing(page: Page, case: &Case, blank: &Blank<'_>, values: &Values, form: FormView) -> WritingPage {
    let t = page.t;
    let plan = |version: PlanVersion| {
        Choice::new(version.to_string(), t.with("samba-plan-version", &[("number", &version.0)]))
    };
    WritingPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        drawn: blank.draw(t, values),
        plans: sheet::plans(case).into_iter().map(plan).collect(),
        saved: false,
        versions: None,
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}

/// The description as its reader may have it: a unit reads the kinds of information that it may know of (CON-09).
fn reading(
    page: Page,
    actor: Actor,
    case: &Case,
    samba: &SambaCase,
    writes: bool,
) -> Result<ReadingPage, WebError> {
    let t = page.t;
    let description = samba.description.ok_or(WebError::NotFound)?;
    let kinds = match case.ground {
        Ground::Participant(unit) if description.by != actor.person => {
            Some(case.process.kinds_for(unit, case.now.today()))
        }
        Ground::Child
        | Ground::Guardian
        | Ground::GuardianApart
        | Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::Participant(_)
        | Ground::Inbox(_)
        | Ground::SecondReader(_)
        | Ground::Manager(_)
        | Ground::DisclosedTo(_)
        | Ground::TookPart(_)
        | Ground::SambaContact
        | Ground::SambaCoordinator
        | Ground::BodyMember(..) => None,
    };
    let document = Document::parse(case.text(description.text.text)).ok().map(|whole| {
        let copy = whole.copy_for(copies::audience(case.ground), kinds.as_ref());
        document::draw(t, &copies::as_passed_on(case, copy), |_| true)
    });
    let by = t.with(
        "samba-described-by",
        &[("name", &case.name(description.by)), ("date", &t.date(description.on))],
    );
    Ok(ReadingPage {
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        by,
        document,
        writes,
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}
