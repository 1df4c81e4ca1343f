//! How do I say stop: to a unit, to a kind of information, for a while, or to everything? (CON-07 to CON-11, T16, T17)
//!
//! No reason is asked for. What would follow is worked out by the same decision that the button leads to, so that
//! the page cannot promise anything else than what happens.

mod told;
mod view;

use axum::extract::State;
use domain::{
    Now, Process, ProcessId, Refusal, UnitId,
    choice::DiscontinuedReason,
    lots::{
        closing::{discontinue, pause, resume},
        revocation::{RevokeConsent, RevokeKind, revoke, revoke_kind},
    },
    party::InformationKind,
};
use policy::{Action, Actor};
use serde::Deserialize;

use super::{
    frame::{self, home},
    refusal_words::explain,
    voice::Voice,
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::Fields,
    lots::offer,
    page::{Page, show, show_again},
    path::{Asked, Path},
    receipt::Receipt,
};
use view::{offered_kinds, view};

/// The ways to say stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Break,
    Resume,
    Units,
    Kind,
    End,
}

const WAYS: [(&str, Way); 5] = [
    ("break", Way::Break),
    ("resume", Way::Resume),
    ("units", Way::Units),
    ("kind", Way::Kind),
    ("end", Way::End),
];

/// What shall stop.
#[derive(Debug, Clone)]
enum Stop {
    Break,
    Resume,
    Units(Vec<UnitId>),
    Kind(UnitId, InformationKind),
    End,
}

#[derive(Deserialize)]
pub struct Folded {
    /// The way that is unfolded when the page opens.
    open: Option<String>,
}

/// `GET /family/processes/{process}/stop`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(asked): Asked<Folded>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let open = WAYS.iter().find(|(word, _)| Some(*word) == asked.open.as_deref()).map(|(_, way)| *way);
    let form = page.form();
    show(&view(page, actor.person, &case, form, open))
}

/// `POST /family/processes/{process}/stop`: in force at once.
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let t = Voice::of(page.t, &case);
    let way = fields.choice("way", &WAYS);
    let stop = way.and_then(|way| asked_for(t, &case, way, &mut fields));
    let Some(stop) = stop else {
        return show_again(&view(page, actor.person, &case, fields.back(), way));
    };
    match act(&app, actor, process, stop.clone()).await? {
        Outcome::Done(events) => {
            let receipt = receipt(t, &case, &stop, told::happens(t, &case, &events));
            app.receipt_in(actor, process, receipt).await
        }
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(t, &refusal, &case));
            show_again(&view(page, actor.person, &case, form, way))
        }
    }
}

/// What was filled in; nothing, with a fault, when something is missing.
fn asked_for(t: Voice, case: &Case, way: Way, fields: &mut Fields) -> Option<Stop> {
    match way {
        Way::Break => Some(Stop::Break),
        Way::Resume => Some(Stop::Resume),
        Way::End => Some(Stop::End),
        Way::Units => {
            // Pressing the button twice is not an error (CON-07).
            let units = offer::units(case, offer::consented_once(case)).many(fields, "units");
            if units.is_empty() && !fields.has_faults() {
                fields.fault("units", t.get("family-stop-choose-unit"));
            }
            (!units.is_empty()).then_some(Stop::Units(units))
        }
        Way::Kind => {
            let offered = offered_kinds(t, case);
            let codes: Vec<(&str, (UnitId, InformationKind))> =
                offered.iter().map(|one| (one.choice.code.as_str(), (one.unit, one.kind))).collect();
            fields.choice("kind", &codes).map(|(unit, kind)| Stop::Kind(unit, kind))
        }
    }
}

async fn act(app: &App, actor: Actor, process: ProcessId, stop: Stop) -> Result<Outcome, WebError> {
    let action = match stop {
        Stop::Break | Stop::Resume => Action::Pause,
        Stop::End => Action::Discontinue,
        Stop::Units(_) | Stop::Kind(..) => Action::RevokeConsent { signatory: actor.person },
    };
    app.act(actor, process, action, vec![], move |process, now| decide(process, now, actor, &stop)).await
}

fn decide(process: &Process, now: Now, actor: Actor, stop: &Stop) -> Result<Vec<domain::Event>, Refusal> {
    let (signatory, told_to) = (actor.person, actor.person);
    match stop {
        Stop::Break => pause(process, now, signatory),
        Stop::Resume => resume(process, now),
        Stop::End => discontinue(process, now, DiscontinuedReason::FamilyEnds, signatory),
        Stop::Units(units) => {
            revoke(process, now, RevokeConsent { signatory, units: units.clone(), told_to })
        }
        Stop::Kind(unit, kind) => {
            revoke_kind(process, now, RevokeKind { signatory, unit: *unit, kind: *kind, told_to })
        }
    }
}

fn receipt(t: Voice, case: &Case, stop: &Stop, happened: Vec<String>) -> Receipt {
    let (title, told) = match stop {
        Stop::Break => ("family-stop-break-done", "family-stop-break-told"),
        Stop::Resume => ("family-stop-resume-done", "family-stop-resume-told"),
        Stop::Units(_) => ("family-stop-units-done", "family-stop-units-told"),
        Stop::Kind(..) => ("family-stop-kind-done", "family-stop-kind-told"),
        Stop::End => ("family-stop-end-done", "family-stop-end-told"),
    };
    let receipt = Receipt::new(t.get(title)).happened(t.get("family-stop-at-once"));
    let receipt = happened.into_iter().fold(receipt, Receipt::happened);
    let receipt = receipt.told(t.get(told)).told(t.get("family-stop-no-reason-told"));
    receipt.next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}
