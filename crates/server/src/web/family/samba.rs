//! What have we been asked beyond Lots: who may know, what did they answer, and how do I take it back?
//! (CON-07, CON-21, CON-28, S17)
//!
//! The text on the page is the frozen one, and its hash goes with the answer (AU-7). Nothing here is about money.

mod contact;
mod stop;
mod view;

use axum::extract::State;
use domain::{
    Event, Process, ProcessId, SambaConsentNo,
    choice::{SignatureMethod, TextHash},
    event::samba::SambaEvent,
    samba::consent::{SignSambaConsent, refuse, sign},
};
use policy::Action;

use super::{
    frame::{self, home},
    refusal_words::explain,
    voice::Voice,
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
    router::{Audience::Family, Route, get, post},
};
use view::view;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    vec![
        get(
            "/family/processes/{process}/samba-contact",
            Family,
            "when Lots is not enough (S1)",
            contact::read,
        ),
        post("/family/processes/{process}/samba-contact", Family, "ask the coordinator", contact::create),
        get("/family/processes/{process}/samba", Family, "what we are asked beyond Lots (CON-21)", read),
        post("/family/processes/{process}/samba", Family, "yes, or no (CON-21)", answer),
        post(
            "/family/processes/{process}/samba/stop",
            Family,
            "take my yes back (CON-07, S17)",
            stop::create,
        ),
    ]
}

/// `GET /family/processes/{process}/samba`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadSamba).await?;
    let form = page.form();
    show(&view(&app, page, actor.person, &case, form))
}

/// `POST /family/processes/{process}/samba`: yes, or no; nobody asks why.
pub async fn answer(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadSamba).await?;
    let (t, person) = (Voice::of(page.t, &case), actor.person);
    let yes = fields.choice("answer", &[("yes", true), ("no", false)]);
    let consent = fields.raw("consent").parse::<SambaConsentNo>().ok();
    let shown = fields.raw("shown").parse::<TextHash>().ok();
    let (Some(yes), Some(consent), Some(shown)) = (yes, consent, shown) else {
        return show_again(&view(&app, page, person, &case, fields.back()));
    };
    let command = SignSambaConsent { consent, person, method: SignatureMethod::Screen, shown, by: person };
    let decide = move |process: &Process, now| {
        if yes { sign(process, now, command) } else { refuse(process, now, consent, person, person) }
    };
    match app.act(actor, process, Action::AnswerSambaConsent { person }, vec![], decide).await? {
        Outcome::Done(events) => app.receipt_in(actor, process, receipt(t, &case, yes, &events)).await,
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(t, &refusal, &case));
            show_again(&view(&app, page, person, &case, form))
        }
    }
}

fn receipt(t: Voice, case: &Case, yes: bool, events: &[Event]) -> Receipt {
    let live =
        events.iter().any(|event| matches!(event, Event::Samba(SambaEvent::SambaConsentActivated { .. })));
    let receipt = if yes {
        let receipt = Receipt::new(t.get("family-samba-yes-done")).happened(t.get("family-samba-yes-means"));
        let next = if live { "family-samba-yes-live" } else { "family-samba-yes-waits" };
        receipt.next(t.get(next))
    } else {
        Receipt::new(t.get("family-samba-no-done"))
            .happened(t.get("family-samba-no-means"))
            .next(t.get("family-samba-no-next"))
    };
    with_ways_on(t, case, receipt.told(t.get("family-samba-answer-told")))
}

fn with_ways_on(t: Voice, case: &Case, receipt: Receipt) -> Receipt {
    receipt
        .next_at(t.get("family-samba-read-again"), format!("{}/samba", home(case.id)))
        .next_at(t.with("family-back", &[("child", &frame::child(case))]), home(case.id))
}
