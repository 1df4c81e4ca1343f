//! A signature on paper, or given on a professional's screen with the helper named. (CON-27, CON-30)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    document::{DrawnDocument, draw},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView, LINE_MAX},
    identity::{Actor, PersonId},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    Event, ProcessId, SummonsNo,
    choice::{SignatureMethod, TextHash},
    form::Document,
    lots::{signature, signature::SignSummons, summons::Summons},
};
use policy::Action;

#[derive(Template)]
#[template(path = "lots/signatures/register.html")]
struct RegisterPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    name: String,
    hash: String,
    methods: Vec<Choice>,
    document: Option<DrawnDocument>,
}

/// `GET /processes/{process}/signatures/{person}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, person)): Path<(ProcessId, PersonId)>,
) -> Answer {
    let case = app.case(actor, process, Action::RegisterSignature).await?;
    let form = page.form();
    show(&view(page, form, &case, person)?)
}

/// `POST /processes/{process}/signatures/{person}`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, person)): Path<(ProcessId, PersonId)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RegisterSignature).await?;
    let (number, _) = in_hand(&case, person)?;
    let t = page.t;
    let shown: Option<TextHash> = fields.raw("shown").parse().ok();
    let (Some((method, texts)), Some(shown)) = (method(&mut fields, t, actor)?, shown) else {
        return show_again(&view(page, fields.back(), &case, person)?);
    };
    let command = SignSummons { summons: number, person, method, shown, by: actor.person };
    let outcome = app
        .act(actor, process, Action::RegisterSignature, texts, move |process, now| {
            signature::sign(process, now, command)
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case, person)?)
        }
        Outcome::Done(events) => {
            let receipt = Receipt::new(t.get("signatures-registered"))
                .happened(t.with("signatures-registered-for", &[("name", &case.name(person))]));
            let active = events.iter().any(|event| matches!(event, Event::ConsentActivated { .. }));
            let receipt = if active {
                receipt
                    .happened(t.get("signatures-now-active"))
                    .next_at(t.get("place-dispatch"), format!("/processes/{process}/dispatch"))
            } else {
                receipt.next_at(t.get("place-signatures"), format!("/processes/{process}/signatures"))
            };
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// How it was signed, and the text that tells where the paper is kept.
type Signed = (SignatureMethod, Vec<store::NewText>);

/// On paper, or on this screen with the helper named; nothing, with a fault, when something is missing.
///
/// # Errors
/// When the system gives no randomness.
pub fn method(fields: &mut Fields, t: &Texts, actor: Actor) -> Result<Option<Signed>, WebError> {
    let paper = fields.choice("method", &[("paper", true), ("witnessed", false)]);
    let Some(paper) = paper else { return Ok(None) };
    if !paper {
        return Ok(Some((SignatureMethod::Witnessed { helper: actor.person }, vec![])));
    }
    let signed_on = fields.date("signed_on");
    let kept_at = fields.text("kept_at", LINE_MAX);
    let scan = fields.text_if_any("scan", LINE_MAX);
    let hash = scan.as_deref().map(str::parse::<TextHash>).transpose();
    if hash.is_err() {
        fields.fault("scan", t.get("signatures-scan-fault"));
    }
    let (Some(signed_on), Some(kept_at), Ok(scan), false) = (signed_on, kept_at, hash, fields.has_faults())
    else {
        return Ok(None);
    };
    let text = new_text(kept_at)?;
    let method = SignatureMethod::Paper { signed_on, kept_at: text.id, scan, registered_by: actor.person };
    Ok(Some((method, vec![text])))
}

/// The ways to sign for somebody who does not sign here.
pub fn methods(t: &Texts) -> Vec<Choice> {
    let method = |code: &str| {
        let key = format!("signatures-method-{code}");
        Choice::new(code, t.get(&key)).explained(t.get(&format!("{key}-hint")))
    };
    ["paper", "witnessed"].into_iter().map(method).collect()
}

/// The summons in hand, if this person is to sign it.
fn in_hand(case: &Case, person: PersonId) -> Result<(SummonsNo, &Summons), WebError> {
    let (number, summons) = case.process.summonses.last().ok_or(WebError::NotFound)?;
    summons.signatory(person).ok_or(WebError::NotFound)?;
    Ok((number, summons))
}

fn view(page: Page, form: FormView, case: &Case, person: PersonId) -> Result<RegisterPage, WebError> {
    let t = page.t;
    let (_, summons) = in_hand(case, person)?;
    let document = Document::parse(case.text(summons.text.text)).ok();
    Ok(RegisterPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        name: case.name(person).to_owned(),
        hash: summons.text.hash.to_string(),
        methods: methods(t),
        document: document.map(|document| draw(t, &document, |_| true)),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}
