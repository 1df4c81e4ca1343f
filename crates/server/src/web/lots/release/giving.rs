//! Who gets what of a version, and what is still missing (GET); then everyone is given their copy (POST).
//!
//! **Invariant:** what is released is what was shown. If anything has happened in the process since the page was
//! read, nothing goes out, and the page comes back as things are now.

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, frozen, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    lots::{
        offer,
        release::copy::{DrawnCopy, drawn, plan_copy, receiver_name, withheld},
    },
    page::{Page, show, show_again},
    path::{Asked, Path},
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    PlanVersion, ProcessId,
    choice::FormText,
    event::protection::SeparateSubject,
    lots::{
        plan::Version,
        release::{self, Copy, ReleasePlan},
    },
    party::Receiver,
};
use policy::Action;
use serde::Deserialize;
use std::collections::BTreeSet;
use store::NewText;

#[derive(Template)]
#[template(path = "lots/release/giving.html")]
pub struct ReleasePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    version: PlanVersion,
    released: Option<String>,
    /// A newer version has been written; only the newest goes out.
    newest: bool,
    receivers: Vec<ReceiverLine>,
    missing_units: Vec<String>,
    missing_people: Vec<String>,
    answers: Vec<String>,
    people: Vec<Choice>,
    kinds: Vec<Choice>,
    preview: Option<(String, DrawnCopy)>,
    /// How many events the process had when the page was made.
    seen: u32,
}

struct ReceiverLine {
    name: String,
    differs: Vec<String>,
    href: String,
}

/// Which receiver's copy to look at, by its place in the list.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    copy: Option<usize>,
}

/// `GET /processes/{process}/plan/versions/{version}/release`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, version)): Path<(ProcessId, PlanVersion)>,
    Asked(shown): Asked<Shown>,
) -> Answer {
    let case = app.case(actor, process, Action::ReleasePlan).await?;
    let form = page.form().to(answers_address(process, version));
    show(&view(&app, page, form, &case, version, shown.copy)?)
}

/// `POST /processes/{process}/plan/versions/{version}/release`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, version)): Path<(ProcessId, PlanVersion)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReleasePlan).await?;
    let t = page.t;
    let Some(seen) = fields.number("seen", 1..=u32::MAX) else {
        let form = fields.back().to(answers_address(process, version));
        return show_again(&view(&app, page, form, &case, version, None)?);
    };
    let (texts, copies) = copies(&app, &case, version)?;
    let whereabouts_checked = fields.ticked("whereabouts-checked");
    let command = ReleasePlan { version, copies, whereabouts_checked };
    let read = case.process.version;
    let outcome = app
        .act(actor, process, Action::ReleasePlan, texts, move |process, now| {
            process.must_be_as_read(seen)?;
            process.must_be_as_read(read)?;
            release::release(process, now, command.clone())
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let case = app.case(actor, process, Action::ReleasePlan).await?;
            let form = fields.back_refused(explain(&refusal, &case)).to(answers_address(process, version));
            show_again(&view(&app, page, form, &case, version, None)?)
        }
        Outcome::Done(_) => app.receipt_in(actor, process, receipt(t, &case, version)).await,
    }
}

/// A frozen copy of the version for everyone who is to have one, as the process is in `case`.
///
/// # Errors
/// When there is no such version, or the system gives no randomness.
pub fn copies(app: &App, case: &Case, version: PlanVersion) -> Result<(Vec<NewText>, Vec<Copy>), WebError> {
    let mut texts = vec![];
    let mut copies = vec![];
    for receiver in case.process.receivers(case.now.today()) {
        // Whoever may not learn where anybody is is given the text that two persons have compared (PID-6). If
        // there is none, the rule says so.
        if let Some(text) = separate_text(case, version, receiver) {
            copies.push(Copy { receiver, text });
            continue;
        }
        let copy = plan_copy(&app.forms, case, version, receiver).ok_or(WebError::NotFound)?;
        let text = new_text(copy.canonical())?;
        copies.push(Copy { receiver, text: frozen(&text) });
        texts.push(text);
    }
    Ok((texts, copies))
}

fn separate_text(case: &Case, version: PlanVersion, receiver: Receiver) -> Option<FormText> {
    let Receiver::Family { person } = receiver else { return None };
    let hidden = case.process.hides_whereabouts_from(person);
    let copy = case.process.protection.approved_copy(person, SeparateSubject::Plan { version });
    copy.filter(|_| hidden).map(|copy| copy.text)
}

fn receipt(t: &Texts, case: &Case, version: PlanVersion) -> Receipt {
    let receivers = case.process.receivers(case.now.today());
    let receipt = Receipt::new(t.get("release-done"))
        .happened(t.with("release-happened", &[("version", &version.0), ("count", &receivers.len())]));
    let receipt = receivers.iter().fold(receipt, |receipt, receiver| {
        let key = match receiver {
            Receiver::Family { .. } => "release-told-family",
            Receiver::Unit { .. } => "release-told-unit",
        };
        receipt.told(t.with(key, &[("name", &receiver_name(case, *receiver))]))
    });
    receipt.next(t.get("release-next-filing")).next_at(t.get("to-process"), format!("/processes/{}", case.id))
}

pub fn answers_address(process: ProcessId, version: PlanVersion) -> String {
    format!("/processes/{process}/plan/versions/{version}/answers")
}

/// The page, with the form for what somebody in the family answers.
///
/// # Errors
/// `NotFound` if there is no such version.
pub fn view(
    app: &App,
    page: Page,
    form: FormView,
    case: &Case,
    version: PlanVersion,
    shown: Option<usize>,
) -> Result<ReleasePage, WebError> {
    let (t, process, today) = (page.t, &case.process, case.now.today());
    let written = process.plan.version(version).ok_or(WebError::NotFound)?;
    let receivers = process.receivers(today);
    let preview = shown.and_then(|index| receivers.get(index)).and_then(|receiver| {
        let copy = plan_copy(&app.forms, case, version, *receiver)?;
        Some((receiver_name(case, *receiver), drawn(t, &copy)))
    });
    let lines = receivers.iter().zip(0_usize..).map(|(receiver, index)| ReceiverLine {
        name: receiver_name(case, *receiver),
        differs: withheld(&app.forms, case, version, *receiver).words(t),
        href: format!("/processes/{}/plan/versions/{version}/release?copy={index}#preview", case.id),
    });
    let silent = process.family_that_answers(today).into_iter();
    let silent = silent.filter(|person| !written.answers.contains_key(person));
    let answer = |code: &str| {
        Choice::new(code, t.get(&format!("release-answer-{code}")))
            .explained(t.get(&format!("release-answer-{code}-hint")))
    };
    Ok(ReleasePage {
        form,
        id: case.id,
        child: case.name(process.child()).to_owned(),
        version,
        released: written.released.map(|on| t.date(on)),
        newest: process.plan.versions().next_back().is_some_and(|(last, _)| last == version),
        receivers: lines.collect(),
        missing_units: unconfirmed(case),
        missing_people: silent.map(|person| case.name(person).to_owned()).collect(),
        answers: answered(t, case, written),
        people: offer::people(case, process.family(today)).choices(),
        kinds: ["accepts", "dissents"].into_iter().map(answer).collect(),
        preview,
        seen: process.version,
        t,
        page: page.work().marked_if(process.is_protected()),
    })
}

/// The units that have not confirmed every line of theirs.
fn unconfirmed(case: &Case) -> Vec<String> {
    let (process, today) = (&case.process, case.now.today());
    let lines = process.plan.lines().map(|(_, line)| line);
    let lines = lines.filter(|line| !process.line_is_outside(line, today) && line.confirmed_by.is_none());
    let units: BTreeSet<_> = lines.map(|line| line.unit).collect();
    units.into_iter().map(|unit| case.unit(unit).into_owned()).collect()
}

/// What each in the family has answered, in words.
pub fn answered(t: &Texts, case: &Case, version: &Version) -> Vec<String> {
    let answers = version.answers.iter().map(|(person, dissent)| match dissent {
        None => t.with("release-answered-yes", &[("name", &case.name(*person))]),
        Some(text) => {
            t.with("release-answered-dissent", &[("name", &case.name(*person)), ("text", &case.text(*text))])
        }
    });
    answers.collect()
}
