//! The day a unit received the summons: registered from paper, or put right with a reason. (TIME-3)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    identity::{Actor, UnitId},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId,
    choice::ReceiptHow,
    lots::{
        delivery,
        delivery::{CorrectReceipt, RegisterReceipt},
    },
};
use policy::Action;

/// The longest reason, in characters.
const REASON_MAX: usize = 600;

#[derive(Template)]
#[template(path = "lots/deliveries/receipt.html")]
struct ReceiptPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    unit: String,
    sent: String,
    /// The day on record, if there is one: then this is a correction.
    received: Option<String>,
    earlier: Vec<String>,
    ways: Vec<Choice>,
}

/// `GET /processes/{process}/deliveries/{unit}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, unit)): Path<(ProcessId, UnitId)>,
) -> Answer {
    let case = app.case(actor, process, Action::RegisterReceipt { unit }).await?;
    let form = page.form();
    show(&view(page, form, &case, unit)?)
}

/// `POST /processes/{process}/deliveries/{unit}`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, unit)): Path<(ProcessId, UnitId)>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::RegisterReceipt { unit }).await?;
    let delivery = case.process.deliveries.of(unit).ok_or(WebError::NotFound)?;
    let recorded = if delivery.received.is_some() {
        correct(&app, actor, &case, unit, &mut fields).await?
    } else {
        register(&app, actor, &case, unit, &mut fields).await?
    };
    match recorded {
        None => show_again(&view(page, fields.back(), &case, unit)?),
        Some(Outcome::Refused(refusal)) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case, unit)?)
        }
        Some(Outcome::Done(_)) => {
            let t = page.t;
            let receipt = Receipt::new(t.get("receipt-date-done"))
                .happened(t.with("receipt-date-happened", &[("unit", &case.unit(unit))]))
                .next_at(t.get("place-deliveries"), format!("/processes/{process}/deliveries"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

async fn register(
    app: &App,
    actor: Actor,
    case: &Case,
    unit: UnitId,
    fields: &mut Fields,
) -> Result<Option<Outcome>, WebError> {
    let on = fields.date("on");
    let how =
        fields.choice("how", &[("stamped", ReceiptHow::StampedPaper), ("handed", ReceiptHow::HandedOver)]);
    let (Some(on), Some(how)) = (on, how) else { return Ok(None) };
    let command = RegisterReceipt { unit, on, how };
    let action = Action::RegisterReceipt { unit };
    let act = move |process: &domain::Process, now| delivery::register_receipt(process, now, command);
    app.act(actor, case.id, action, vec![], act).await.map(Some)
}

async fn correct(
    app: &App,
    actor: Actor,
    case: &Case,
    unit: UnitId,
    fields: &mut Fields,
) -> Result<Option<Outcome>, WebError> {
    let on = fields.date("on");
    let reason = fields.text("reason", REASON_MAX);
    let (Some(on), Some(reason)) = (on, reason) else { return Ok(None) };
    let text = new_text(reason)?;
    let command = CorrectReceipt { unit, on, reason: text.id, by: actor.person };
    let action = Action::RegisterReceipt { unit };
    let act = move |process: &domain::Process, now| delivery::correct_receipt(process, now, command);
    app.act(actor, case.id, action, vec![text], act).await.map(Some)
}

fn view(page: Page, form: FormView, case: &Case, unit: UnitId) -> Result<ReceiptPage, WebError> {
    let t = page.t;
    let delivery = case.process.deliveries.of(unit).ok_or(WebError::NotFound)?;
    let earlier = delivery.corrections.iter().map(|(on, reason)| {
        t.with("receipt-date-corrected", &[("date", &t.date(*on)), ("reason", &case.text(*reason))])
    });
    let way = |code: &str| Choice::new(code, t.get(&format!("receipt-date-{code}")));
    Ok(ReceiptPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        unit: case.unit(unit).into_owned(),
        sent: t.date_time(delivery.sent_at),
        received: delivery.received.map(|(on, _)| t.date(on)),
        earlier: earlier.collect(),
        ways: ["stamped", "handed"].into_iter().map(way).collect(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}
