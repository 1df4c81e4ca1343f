//! How do I take my yes back: for one party, for one body, or altogether? (CON-07, CON-23, S17)
//!
//! No reason is asked for. What would follow is worked out by the same decision that the button leads to.

use axum::extract::State;
use domain::{
    Event, PersonId, ProcessId,
    event::samba::SambaEvent,
    samba::consent::{RevokeSambaConsent, revoke},
};
use policy::Action;

use super::{view::view, with_ways_on};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    family::{frame::home, refusal_words::explain, voice::Voice},
    form::{Choice, Fields},
    page::{Page, show_again},
    path::Path,
    receipt::Receipt,
};

/// `POST /family/processes/{process}/samba/stop`: in force at once.
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::ReadSamba).await?;
    let (t, me) = (Voice::of(page.t, &case), actor.person);
    let offered = offered(&app, &case, me);
    let codes: Vec<(&str, RevokeSambaConsent)> =
        offered.iter().map(|(code, _, command)| (code.as_str(), *command)).collect();
    let address = format!("{}/samba", home(process));
    let Some(command) = fields.choice("what", &codes) else {
        return show_again(&view(&app, page, me, &case, fields.back().to(address)));
    };
    let decide = move |process: &_, now| revoke(process, now, command);
    match app.act(actor, process, Action::RevokeSambaConsent { signatory: me }, vec![], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(t, &refusal, &case)).to(address);
            show_again(&view(&app, page, me, &case, form))
        }
        Outcome::Done(events) => {
            let receipt = Receipt::new(t.get("family-samba-stopped")).happened(t.get("family-stop-at-once"));
            let receipt = happens(t, &app, &events).into_iter().fold(receipt, Receipt::happened);
            let receipt = receipt.told(t.get("family-samba-stopped-told"));
            let receipt = receipt.told(t.get("family-stop-no-reason-told"));
            app.receipt_in(actor, process, with_ways_on(t, &case, receipt)).await
        }
    }
}

/// The ways to take it back that are open, each with what follows.
pub fn choices(t: Voice, app: &App, case: &Case, me: PersonId) -> Vec<Choice> {
    let choice = |(code, name, command): (String, Option<String>, RevokeSambaConsent)| {
        let events = revoke(&case.process, case.now, command).unwrap_or_default();
        let label = match name {
            Some(name) => t.with("family-samba-stop-one", &[("name", &name)]),
            None => t.get("family-samba-stop-all"),
        };
        Choice::new(code, label).explained(happens(t, app, &events).join(" "))
    };
    offered(app, case, me).into_iter().map(choice).collect()
}

/// The code of each way, whom it is about, and the act.
fn offered(app: &App, case: &Case, me: PersonId) -> Vec<(String, Option<String>, RevokeSambaConsent)> {
    let Some((number, _)) = case.process.samba.open_case() else { return vec![] };
    let today = case.now.today();
    let bodies = case.process.bodies_admitted(number, today);
    if bodies.is_empty() {
        return vec![];
    }
    let mut parties: Vec<_> =
        bodies.iter().flat_map(|body| case.process.parties_admitted(number, *body, today)).collect();
    parties.sort_unstable();
    parties.dedup();
    let whole = RevokeSambaConsent { case: number, signatory: me, body: None, party: None, told_to: me };
    let mut all = vec![("all".to_owned(), None, whole)];
    if bodies.len() > 1 {
        all.extend(bodies.iter().map(|body| {
            let name = Some(app.body_name(*body));
            (format!("body-{body}"), name, RevokeSambaConsent { body: Some(*body), ..whole })
        }));
    }
    if parties.len() > 1 {
        all.extend(parties.iter().map(|party| {
            let name = Some(app.party_name(*party));
            (format!("party-{party}"), name, RevokeSambaConsent { party: Some(*party), ..whole })
        }));
    }
    all
}

/// What the events do, one sentence each.
fn happens(t: Voice, app: &App, events: &[Event]) -> Vec<String> {
    let one = |event: &Event| {
        let Event::Samba(event) = event else { return None };
        if let SambaEvent::SambaConsentRevoked { body, party, .. } = event {
            let name = body.map(|body| app.body_name(body)).or(party.map(|party| app.party_name(party)))?;
            return Some(t.with("family-samba-stop-out", &[("name", &name)]));
        }
        if let SambaEvent::SambaUnscheduled { body, .. } = event {
            return Some(t.with("family-samba-stop-agenda", &[("body", &app.body_name(*body))]));
        }
        if matches!(event, SambaEvent::AgreementDropped { .. }) {
            return Some(t.get("family-samba-stop-draft"));
        }
        if matches!(event, SambaEvent::AgreementEnded { .. }) {
            return Some(t.get("family-samba-stop-agreement"));
        }
        matches!(event, SambaEvent::SambaWithdrawn { .. }).then(|| t.get("family-samba-stop-over"))
    };
    let mut words: Vec<String> = events.iter().filter_map(one).collect();
    if !words.is_empty() {
        words.push(t.get("family-samba-stop-known"));
    }
    words
}
