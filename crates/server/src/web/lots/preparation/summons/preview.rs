//! What exactly will be signed, by whom, and who will be called? (T3, AU-7)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId, Refusal,
    choice::{Signatory, TextHash},
    form::{Filled, Form, FormRole},
    lots::summons::{FreezeSummons, freeze as decide},
};
use policy::{Action, Actor};
use store::{Brought, NewText};

use super::{address, content, general_school_addresses};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, frozen, new_text},
    document::{self, DrawnDocument},
    error::{Answer, WebError},
    form::{Fault, Fields, FormView},
    form_data::words,
    lots::{
        drafting::{self, BASE, Desk},
        signatures::capacity_key,
    },
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal::Explained,
    refusal_words::{explain, listed},
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/preparation/summons/preview.html")]
struct PreviewPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    /// What is still missing; then there is nothing to lock.
    faults: Vec<Fault>,
    ready: Option<Ready>,
}

/// A summons that can be locked.
struct Ready {
    document: DrawnDocument,
    hash: String,
    signers: Vec<Signer>,
    /// Why nobody can sign it, when a rule says so beforehand.
    hindrance: Option<Explained>,
    called: Vec<String>,
    not_called: Vec<String>,
    school_addresses: Vec<String>,
}

struct Signer {
    name: String,
    capacity: String,
    required: bool,
}

/// The text and the act, made from one draft.
struct Sheet {
    filled: Filled,
    text: NewText,
    command: FreezeSummons,
}

impl Sheet {
    fn new(form: &Form, case: &Case, filled: Filled, whereabouts_checked: bool) -> Result<Sheet, WebError> {
        let text = new_text(filled.canonical())?;
        let command = content::command(form, case, &filled, frozen(&text), whereabouts_checked);
        Ok(Sheet { filled, text, command })
    }
}

/// `GET /processes/{process}/summons/preview`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let desk = open(&app, actor, process).await?;
    let form = page.form();
    show(&view(&app, page, &desk, form)?)
}

/// `POST /processes/{process}/summons/preview`: locks the text that was shown.
pub async fn freeze(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let desk = open(&app, actor, process).await?;
    let form = desk.case.blank(&app.forms, FormRole::Summons);
    let values = desk.values().unwrap_or_default();
    let Ok(filled) = content::filled(page.t, form, &desk.case, &values) else {
        return show_again(&view(&app, page, &desk, fields.back())?);
    };
    let sheet = Sheet::new(form, &desk.case, filled, fields.ticked("whereabouts-checked"))?;
    let shown = fields.raw("shown").parse::<TextHash>().ok();
    let as_shown = shown == Some(sheet.command.text.hash);
    let drafts = vec![drafting::key(process, form, "")];
    let brought = Brought { texts: vec![sheet.text], drafts, ..Brought::default() };
    let (calendar, command) = (desk.case.calendar.clone(), sheet.command.clone());
    let decide = move |process: &domain::Process, now| {
        if as_shown { decide(process, &calendar, now, command.clone()) } else { Err(Refusal::TextChanged) }
    };
    match app.act(actor, process, Action::WriteSummons, brought, decide).await? {
        Outcome::Refused(refusal) => {
            let refused = page.form().refused(explain(&refusal, &desk.case));
            show_again(&view(&app, page, &desk, refused)?)
        }
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(page.t, &desk.case, &sheet.command)).await,
    }
}

async fn open(app: &App, actor: Actor, process: ProcessId) -> Result<Desk, WebError> {
    let form = app.forms.form(FormRole::Summons);
    Desk::open(app, actor, drafting::key(process, form, ""), Action::WriteSummons).await
}

fn receipt(t: &Texts, case: &Case, command: &FreezeSummons) -> Receipt {
    let signers: Vec<String> = signatories(case, command)
        .unwrap_or_default()
        .iter()
        .map(|one| case.name(one.person).to_owned())
        .collect();
    Receipt::new(t.get("summons-done"))
        .happened(t.get("summons-done-happened"))
        .happened(t.with("summons-hash", &[("hash", &command.text.hash.to_string())]))
        .told(t.with("summons-done-told", &[("people", &listed(t, &signers))]))
        .next_at(t.get("summons-done-signatures"), format!("/processes/{}/signatures", case.id))
        .next_at(t.get("summons-done-read"), address(case, ""))
}

fn signatories(case: &Case, command: &FreezeSummons) -> Result<Vec<Signatory>, Refusal> {
    case.process.signatories(case.now.today(), command.child_alone, &command.scope)
}

fn view(app: &App, page: Page, desk: &Desk, form: FormView) -> Result<PreviewPage, WebError> {
    let (t, case) = (page.t, &desk.case);
    let blank = case.blank(&app.forms, FormRole::Summons);
    let values = desk.values().unwrap_or_default();
    let (faults, ready, form) = match content::filled(t, blank, case, &values) {
        Err(faults) => {
            let faults = faults.iter().map(|fault| Fault { field: fault.input(), message: words(t, fault) });
            (faults.collect(), None, form)
        }
        Ok(filled) => {
            let sheet = Sheet::new(blank, case, filled, false)?;
            let hash = sheet.command.text.hash.to_string();
            let form =
                empty_of(&page, &form).with(BASE, desk.revision().to_string()).with("shown", hash.clone());
            (vec![], Some(ready(t, case, &sheet, hash)), form)
        }
    };
    Ok(PreviewPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        faults,
        ready,
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}

/// The form without what was posted: the hash on the page is that of the text on the page.
fn empty_of(page: &Page, form: &FormView) -> FormView {
    let mut empty = page.form();
    empty.refusal.clone_from(&form.refusal);
    empty
}

fn ready(t: &Texts, case: &Case, sheet: &Sheet, hash: String) -> Ready {
    let signer = |signatory: &Signatory| Signer {
        name: case.name(signatory.person).to_owned(),
        capacity: t.get(capacity_key(signatory.capacity)),
        required: signatory.required,
    };
    let (signers, hindrance) = match signatories(case, &sheet.command) {
        Ok(signatories) => (signatories.iter().map(signer).collect(), None),
        Err(refusal) => (vec![], Some(explain(&refusal, case))),
    };
    let called = || sheet.command.scope.iter().map(|line| line.unit);
    let left = case.process.circle.approved().filter(|unit| !called().any(|called| called == *unit));
    Ready {
        document: document::draw(t, sheet.filled.document(), |_| true),
        hash,
        signers,
        hindrance,
        called: called().map(|unit| case.unit(unit).into_owned()).collect(),
        not_called: left.map(|unit| case.unit(unit).into_owned()).collect(),
        school_addresses: general_school_addresses(case, called()),
    }
}
