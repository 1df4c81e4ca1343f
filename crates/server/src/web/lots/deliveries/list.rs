//! Every unit's receipt and earliest day, and why it has taken time. (T6, TIME-4, TIME-8)

use super::super::inbox::reply_key;
use crate::web::{
    actor::CurrentActor,
    app::App,
    calendar_words,
    case::{Case, Outcome, new_text},
    error::Answer,
    form::{Choice, Fields, FormView},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId, UnitId,
    choice::{DelayReason, Reply},
    lots::{
        delivery,
        delivery::{Delivery, ExplainDelay},
    },
};
use policy::Action;

/// The longest note, in characters.
const NOTE_MAX: usize = 600;

#[derive(Template)]
#[template(path = "lots/deliveries/list.html")]
struct DeliveriesPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    earliest: Option<String>,
    lines: Vec<Line>,
    late_from: Option<String>,
    explained: Option<String>,
    reasons: Vec<Choice>,
}

struct Line {
    unit: String,
    sent: String,
    received: Option<String>,
    earliest: Option<String>,
    reply: String,
    proposals: Vec<String>,
    reasoning: Vec<String>,
    href: String,
}

/// `GET /processes/{process}/deliveries`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadPreMeeting).await?;
    let form = page.form().to(format!("/processes/{process}/deliveries/delay"));
    show(&view(page, form, &case))
}

/// `POST /processes/{process}/deliveries/delay`
pub async fn explain_delay(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadPreMeeting).await?;
    let reasons: Vec<(&str, DelayReason)> =
        DelayReason::ALL.iter().map(|reason| (reason.word(), *reason)).collect();
    let reason = fields.choice("reason", &reasons);
    let note = fields.text("note", NOTE_MAX);
    let (Some(reason), Some(note)) = (reason, note) else {
        return show_again(&view(page, fields.back(), &case));
    };
    let text = new_text(note)?;
    let command = ExplainDelay { reason, note: text.id };
    let calendar = case.calendar.clone();
    let outcome = app
        .act(actor, process, Action::Dispatch, vec![text], move |process, now| {
            delivery::explain_delay(process, &calendar, now, command)
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case))
        }
        Outcome::Done(_) => {
            let t = page.t;
            let receipt = Receipt::new(t.get("delay-done"))
                .next_at(t.get("place-deliveries"), format!("/processes/{process}/deliveries"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn view(page: Page, form: FormView, case: &Case) -> DeliveriesPage {
    let t = page.t;
    let today = case.now.today();
    let called: Vec<UnitId> = case
        .process
        .deliveries
        .iter()
        .map(|(unit, _)| unit)
        .filter(|unit| case.process.admits(*unit, today))
        .collect();
    let earliest = case.process.earliest_meeting(&called, &case.calendar).ok().flatten();
    let late = case.process.late_from(&case.calendar).filter(|late| today >= *late);
    let reason = |reason: &DelayReason| Choice::new(reason.word(), t.get(delay_key(*reason)));
    DeliveriesPage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        earliest: earliest.map(|earliest| t.date(earliest)),
        lines: case.process.deliveries.iter().map(|(unit, delivery)| line(t, case, unit, delivery)).collect(),
        late_from: late.map(|late| t.date(late)),
        explained: case
            .process
            .delay_explained(&case.calendar)
            .map(|delay| format!("{}. {}", t.get(delay_key(delay.reason)), case.text(delay.note))),
        reasons: DelayReason::ALL.iter().map(reason).collect(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}

fn delay_key(reason: DelayReason) -> &'static str {
    match reason {
        DelayReason::FamilysWish => "delay-familys-wish",
        DelayReason::UnitsCalendar => "delay-units-calendar",
        DelayReason::Illness => "delay-illness",
        DelayReason::Other => "delay-other",
    }
}

fn line(t: &Texts, case: &Case, unit: UnitId, delivery: &Delivery) -> Line {
    let reasoning = delivery.clock_from.map(|from| case.calendar.earliest_reasoning(from));
    let proposals = match &delivery.reply {
        Some(Reply::Prevented { proposals }) => proposals.iter().map(|start| t.date_time(*start)).collect(),
        Some(Reply::Coming { .. } | Reply::Substitute { .. }) | None => vec![],
    };
    Line {
        unit: case.unit(unit).into_owned(),
        sent: t.date_time(delivery.sent_at),
        received: delivery.received.map(|(on, _)| t.date(on)),
        earliest: case.process.earliest_for(unit, &case.calendar).map(|earliest| t.date(earliest)),
        reply: t.get(reply_key(delivery.reply.as_ref())),
        proposals,
        reasoning: reasoning.map(|reasoning| calendar_words::days(t, &reasoning)).unwrap_or_default(),
        href: format!("/processes/{}/deliveries/{unit}", case.id),
    }
}
