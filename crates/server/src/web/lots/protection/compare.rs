//! Does a separate copy say too much? The second of two persons compares it with the whole text. (PID-6)

use super::whole::{self, Line};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::{Fields, FormView},
    identity::Actor,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId, SeparateCopyNo,
    choice::TextHash,
    lots::separate::{self, ApproveSeparateCopy},
};
use policy::{Action, rule};
use sha2::{Digest as _, Sha256};

#[derive(Template)]
#[template(path = "lots/protection/compare.html")]
struct ComparePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    title: String,
    standing: String,
    whole: Vec<Line>,
    separate: Vec<String>,
    may_approve: bool,
    /// It waits, and the reader wrote it.
    own: bool,
}

/// `GET /processes/{process}/separate-copies/{copy}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, copy)): Path<(ProcessId, SeparateCopyNo)>,
) -> Answer {
    let case = app.case(actor, process, Action::CompareSeparateCopy).await?;
    let form = page.form();
    show(&view(&app, page, form, actor, &case, copy)?)
}

/// `POST /processes/{process}/separate-copies/{copy}`: it says nothing of where anybody is.
pub async fn approve(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, SeparateCopyNo)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::CompareSeparateCopy).await?;
    let copy = case.process.protection.separate_copy(number).ok_or(WebError::NotFound)?;
    let (t, name) = (page.t, case.name(copy.receiver).to_owned());
    if !fields.ticked("whereabouts-checked") {
        fields.fault_with("whereabouts-checked", "whereabouts-not-checked");
    }
    let shown = fields.raw("shown").parse::<TextHash>().ok().filter(|_| !fields.has_faults());
    let Some(shown) = shown else {
        return show_again(&view(&app, page, fields.back(), actor, &case, number)?);
    };
    let command = ApproveSeparateCopy { copy: number, by: actor.person, shown };
    let decide = move |process: &domain::Process, now| separate::approve(process, now, command);
    match app.act(actor, process, Action::ApproveSeparateCopy, vec![], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(&app, page, form, actor, &case, number)?)
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("separate-done"))
                .happened(t.with("separate-done-what", &[("name", &name)]))
                .told(t.with("separate-done-told", &[("name", &name)]))
                .next_at(t.get("place-separate-copies"), format!("/processes/{process}/separate-copies"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn view(
    app: &App,
    page: Page,
    form: FormView,
    actor: Actor,
    case: &Case,
    number: SeparateCopyNo,
) -> Result<ComparePage, WebError> {
    let t = page.t;
    let copy = case.process.protection.separate_copy(number).ok_or(WebError::NotFound)?;
    let body = case.text(copy.text.text);
    let hash = TextHash(Sha256::digest(body.as_bytes()).into());
    let waits = copy.approved.is_none();
    let own = copy.drafted_by == actor.person;
    let may = rule(actor, Action::ApproveSeparateCopy, &case.process, case.now).is_ok();
    let mut empty = page.form().with("shown", hash.to_string());
    empty.refusal = form.refusal;
    empty.faults = form.faults;
    Ok(ComparePage {
        form: empty,
        id: case.id,
        title: t.with(
            "separate-for",
            &[("what", &whole::title(t, copy.subject)), ("name", &case.name(copy.receiver))],
        ),
        standing: match copy.approved {
            Some((by, on)) => t.with("separate-approved", &[("name", &case.name(by)), ("date", &t.date(on))]),
            None => t.with("separate-waits", &[("name", &case.name(copy.drafted_by))]),
        },
        whole: whole::beside(whole::lines(t, case, &app.forms, copy.subject), body),
        separate: body.lines().map(str::to_owned).collect(),
        may_approve: waits && may && !own,
        own: waits && own,
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}
