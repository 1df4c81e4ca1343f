//! What am I asked to sign: who may know what, until when, and how do I take it back? (T4, AU-7, CON-05)
//!
//! The text on the page is the frozen one. Its hash is taken from what is shown and goes with the signature, so
//! that nobody signs another text than the one before them.

mod view;

use axum::extract::State;
use domain::{
    Event, ProcessId, SummonsNo,
    choice::{SignatureMethod, TextHash},
    lots::signature::{RefuseSignature, SignSummons, refuse, sign},
};
use policy::Action;

use super::{
    frame::{self, home, in_a_row},
    refusal_words::explain,
    voice::{Voice, first_name},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::Fields,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
};
pub use view::kind_words;
use view::view;

/// `GET /family/processes/{process}/summons`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadSummons).await?;
    let form = page.form();
    show(&view(&app, page, actor.person, &case, form))
}

/// `POST /family/processes/{process}/summons`: I sign, or I say no.
pub async fn answer(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadSummons).await?;
    let (t, person) = (Voice::of(page.t, &case), actor.person);
    let signs = fields.choice("answer", &[("sign", true), ("no", false)]);
    let summons = fields.raw("summons").parse::<SummonsNo>().ok();
    let shown = fields.raw("shown").parse::<TextHash>().ok();
    let (Some(signs), Some(summons), Some(shown)) = (signs, summons, shown) else {
        return show_again(&view(&app, page, person, &case, fields.back()));
    };
    let command = SignSummons { summons, person, method: SignatureMethod::Screen, shown, by: person };
    let decide = move |process: &domain::Process, now| {
        if signs {
            sign(process, now, command)
        } else {
            refuse(process, now, RefuseSignature { summons, person })
        }
    };
    match app.act(actor, process, Action::Sign { person }, vec![], decide).await? {
        Outcome::Done(events) if signs => {
            app.receipt_in(actor, process, signed(t, &case, &events, shown)).await
        }
        Outcome::Done(_) => app.receipt_in(actor, process, refused(t, &case)).await,
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(t, &refusal, &case));
            show_again(&view(&app, page, person, &case, form))
        }
    }
}

/// A hash as somebody can compare it: its first sixteen digits, four at a time.
fn code(hash: TextHash) -> String {
    let hash = hash.to_string();
    let groups: Vec<&str> = (0..16).step_by(4).filter_map(|at| hash.get(at..at + 4)).collect();
    groups.join(" ")
}

fn signed(t: Voice, case: &Case, events: &[Event], shown: TextHash) -> Receipt {
    let lead = frame::person_and_unit(t, case, case.process.lead());
    let complete = events.iter().any(|event| matches!(event, Event::ConsentActivated { .. }));
    let receipt = Receipt::new(t.get("family-summons-signed"))
        .happened(t.get("family-summons-signed-means"))
        .happened(t.with("family-summons-code", &[("code", &code(shown))]))
        .told(t.with("family-summons-signed-told", &[("lead", &lead)]));
    let receipt = if complete {
        receipt.next(t.with("family-summons-next-send", &[("lead", &lead)]))
    } else {
        match missing(t, case, events) {
            Some(names) => receipt.next(t.with("family-summons-next-wait", &[("names", &names)])),
            None => receipt,
        }
    };
    with_ways_on(t, case, receipt)
}

/// Those whose names are still needed after these events.
fn missing(t: Voice, case: &Case, events: &[Event]) -> Option<String> {
    let (_, summons) = case.process.summonses.awaiting()?;
    let now_signed = |person| {
        events
            .iter()
            .any(|event| matches!(event, Event::SummonsSigned { person: signed, .. } if *signed == person))
    };
    let needed = case.process.missing_signatures(summons, case.now.today()).into_iter();
    let names: Vec<String> =
        needed.filter(|person| !now_signed(*person)).map(|person| first_name(case.name(person))).collect();
    (!names.is_empty()).then(|| in_a_row(t, names))
}

fn refused(t: Voice, case: &Case) -> Receipt {
    let lead = frame::person_and_unit(t, case, case.process.lead());
    let receipt = Receipt::new(t.get("family-summons-refused"))
        .happened(t.get("family-summons-refused-means"))
        .told(t.with("family-summons-refused-told", &[("lead", &lead)]));
    let receipt = receipt.next(t.with("family-summons-refused-next", &[("lead", &lead)]));
    with_ways_on(t, case, receipt)
}

fn with_ways_on(t: Voice, case: &Case, receipt: Receipt) -> Receipt {
    receipt
        .next_at(t.get("family-summons-change-mind"), format!("{}/summons", home(case.id)))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}
