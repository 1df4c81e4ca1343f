//! What did somebody answer who does not answer here: a yes on paper, or a no? (CON-22, CON-27, CON-30)
//!
//! Registered by the caseworker who asked, and never by the coordinator.

use askama::Template;
use axum::extract::State;
use domain::{
    Process, ProcessId, SambaConsentNo,
    choice::{SignatureMethod, TextHash},
    samba::consent::{SambaConsent, SignSambaConsent, refuse, sign},
};
use policy::{Action, Actor};

use super::{address, is_caseworker};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    identity::PersonId,
    lots::signatures,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/samba/answers.html")]
struct AnswerPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    name: String,
    answers: Vec<Choice>,
    methods: Vec<Choice>,
    text: String,
    hash: String,
}

/// `GET /processes/{process}/samba/answers/{person}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, person)): Path<(ProcessId, PersonId)>,
) -> Answer {
    let case = app.case(actor, process, Action::RegisterSambaAnswer).await?;
    let form = page.form();
    show(&view(page, form, actor, &case, person)?)
}

/// `POST /processes/{process}/samba/answers/{person}`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, person)): Path<(ProcessId, PersonId)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RegisterSambaAnswer).await?;
    let (number, _) = in_hand(actor, &case, person)?;
    let t = page.t;
    let yes = fields.choice("answer", &[("yes", true), ("no", false)]);
    let signed = match yes {
        Some(true) => signatures::method(&mut fields, t, actor)?,
        Some(false) | None => None,
    };
    let shown: Option<TextHash> = fields.raw("shown").parse().ok();
    let (method, texts) = match (yes, signed, shown) {
        (Some(true), Some((method, texts)), Some(shown)) => (Some((method, shown)), texts),
        (Some(false), _, _) => (None, vec![]),
        (_, _, _) => return show_again(&view(page, fields.back(), actor, &case, person)?),
    };
    let by = actor.person;
    let decide = move |process: &Process, now| match method {
        Some((method, shown)) => {
            sign(process, now, SignSambaConsent { consent: number, person, method, shown, by })
        }
        None => refuse(process, now, number, person, by),
    };
    match app.act(actor, process, Action::RegisterSambaAnswer, texts, decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, actor, &case, person)?)
        }
        Outcome::Done(_) => {
            let receipt = receipt(t, &case, person, method.map(|(method, _)| method));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn receipt(t: &Texts, case: &Case, person: PersonId, method: Option<SignatureMethod>) -> Receipt {
    let receipt = Receipt::new(t.with("samba-registered", &[("name", &case.name(person))]));
    let receipt = match method {
        Some(_) => receipt.happened(t.get("samba-registered-yes")),
        None => receipt.happened(t.get("samba-registered-no")).next(t.get("samba-without-name")),
    };
    receipt.next_at(t.get("place-samba"), address(case, ""))
}

/// The text that waits for this person's answer, for the caseworker who asked.
fn in_hand(actor: Actor, case: &Case, person: PersonId) -> Result<(SambaConsentNo, &SambaConsent), WebError> {
    let (number, consent) = case.process.samba.consents().next_back().ok_or(WebError::NotFound)?;
    consent.signatory(person).ok_or(WebError::NotFound)?;
    let samba = case.process.samba.case(consent.case).ok_or(WebError::NotFound)?;
    if !is_caseworker(samba, actor.person) {
        return Err(WebError::Forbidden);
    }
    Ok((number, consent))
}

fn view(
    page: Page,
    form: FormView,
    actor: Actor,
    case: &Case,
    person: PersonId,
) -> Result<AnswerPage, WebError> {
    let t = page.t;
    let (_, consent) = in_hand(actor, case, person)?;
    let answers = [("yes", "samba-register-yes"), ("no", "samba-register-no")];
    Ok(AnswerPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        name: case.name(person).to_owned(),
        answers: answers.map(|(code, key)| Choice::new(code, t.get(key))).to_vec(),
        methods: signatures::methods(t),
        text: case.text(consent.text.text).to_owned(),
        hash: consent.text.hash.to_string(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}
