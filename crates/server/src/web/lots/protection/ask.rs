//! Which managers are to be asked to name people, and how does one button ask all of them? (PID-4)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::Fields,
    identity::UnitId,
    page::Page,
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
};
use axum::extract::State;
use domain::{Event, ProcessId, event::protection::ProtectionEvent, lots::protection::ask_for_users};
use policy::Action;

/// The units whose manager has a part in this: the own one, which names the second reader, and each that the
/// consent names.
pub fn units(case: &Case) -> Vec<UnitId> {
    let own = case.process.opening.unit;
    let consented = case.process.consented_units(case.now.today()).into_iter().filter(|unit| *unit != own);
    std::iter::once(own).chain(consented).collect()
}

/// Those of them whose manager has not been asked.
pub fn unasked(case: &Case) -> Vec<UnitId> {
    let asked = &case.process.protection.asked;
    units(case).into_iter().filter(|unit| !asked.contains_key(unit)).collect()
}

/// `POST /processes/{process}/protection/questions`: asks the managers of the units that are named, or of all.
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::AskForUsers).await?;
    let codes: Vec<(String, UnitId)> = units(&case).iter().map(|unit| (unit.to_string(), *unit)).collect();
    let codes: Vec<(&str, UnitId)> = codes.iter().map(|(code, unit)| (code.as_str(), *unit)).collect();
    let chosen = fields.choices("unit", &codes);
    if fields.has_faults() {
        return Err(WebError::NotFound);
    }
    let asked = if chosen.is_empty() { unasked(&case) } else { chosen };
    let decide = move |process: &domain::Process, now| {
        let asked = asked.iter().map(|unit| ask_for_users(process, now, *unit, actor.person));
        Ok(asked.collect::<Result<Vec<Vec<Event>>, _>>()?.concat())
    };
    match app.act(actor, process, Action::AskForUsers, vec![], decide).await? {
        Outcome::Refused(refusal) => Err(WebError::Refused(Box::new(explain(&refusal, &case)))),
        Outcome::Done(events) => {
            let t = page.t;
            let receipt = Receipt::new(t.get("protection-asked")).happened(t.get("protection-asked-what"));
            let told = events.iter().fold(receipt, |receipt, event| {
                if let Event::Protection(ProtectionEvent::UsersAsked { unit, .. }) = event {
                    return receipt.told(t.with("protection-asked-told", &[("unit", &case.unit(*unit))]));
                }
                receipt
            });
            let next = told.next_at(t.get("place-protection"), format!("/processes/{process}/protection"));
            app.receipt_in(actor, process, next).await
        }
    }
}
