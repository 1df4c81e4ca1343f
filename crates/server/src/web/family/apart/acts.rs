//! What can such a guardian do: sign, answer, take back, agree? (PID-6)

use axum::extract::State;
use domain::{
    Event, Now, PlanVersion, Process, ProcessId, Refusal, SummonsNo, UnitId,
    choice::{SignatureMethod, TextHash},
    lots::{
        closing,
        release::{AnswerPlan, answer_plan},
        revocation::{RevokeConsent, revoke},
        signature::{self, RefuseSignature, SignSummons},
    },
};
use policy::Action;
use store::NewText;

use super::{address, view};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    family::frame,
    form::Fields,
    identity::Actor,
    page::{Page, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
};

/// The longest answer, in characters.
const DISSENT_MAX: usize = 2_000;

/// What came in, and who it came from.
struct Desk {
    app: App,
    page: Page,
    actor: Actor,
    case: Case,
    fields: Fields,
}

impl Desk {
    async fn open(
        app: App,
        page: Page,
        actor: Actor,
        process: ProcessId,
        fields: Fields,
    ) -> Result<Desk, WebError> {
        let case = app.case(actor, process, Action::ReadSeparateCopies { person: actor.person }).await?;
        Ok(Desk { app, page, actor, case, fields })
    }

    /// The page again, with what was wrong.
    async fn again(self) -> Answer {
        let Desk { app, page, actor, case, fields } = self;
        show_again(&view::view(&app, page, fields.back(), actor, &case).await?)
    }

    async fn act(
        self,
        action: Action,
        texts: Vec<NewText>,
        done: (&str, &str),
        decide: impl Fn(&Process, Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Answer {
        let Desk { app, page, actor, case, fields } = self;
        match app.act(actor, case.id, action, texts, decide).await? {
            Outcome::Done(_) => {
                let t = page.t;
                let child = frame::child(&case);
                let receipt = Receipt::new(t.get(done.0))
                    .happened(t.get(done.1))
                    .told(t.get("family-apart-told"))
                    .next_at(t.with("family-apart-back", &[("child", &child)]), address(case.id));
                app.receipt_in(actor, case.id, receipt).await
            }
            Outcome::Refused(refusal) => {
                let form = fields.back_refused(explain(&refusal, &case));
                show_again(&view::view(&app, page, form, actor, &case).await?)
            }
        }
    }
}

/// `POST /family/processes/{process}/apart/summons`: the signature binds the separate copy's own hash.
pub async fn sign(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let mut desk = Desk::open(app, page, actor, process, fields).await?;
    let signs = desk.fields.choice("answer", &[("sign", true), ("no", false)]);
    let summons = desk.fields.raw("summons").parse::<SummonsNo>().ok();
    let shown = desk.fields.raw("shown").parse::<TextHash>().ok();
    let (Some(signs), Some(summons), Some(shown)) = (signs, summons, shown) else {
        return desk.again().await;
    };
    let person = actor.person;
    let command = SignSummons { summons, person, method: SignatureMethod::Screen, shown, by: person };
    let done = if signs {
        ("family-apart-signed-done", "family-apart-signed-what")
    } else {
        ("family-apart-refused-done", "family-apart-refused-what")
    };
    let decide = move |process: &Process, now: Now| {
        if signs {
            signature::sign(process, now, command)
        } else {
            signature::refuse(process, now, RefuseSignature { summons, person })
        }
    };
    desk.act(Action::Sign { person }, vec![], done, decide).await
}

/// `POST /family/processes/{process}/apart/plan/{version}`
pub async fn answer(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, version)): Path<(ProcessId, PlanVersion)>,
    fields: Fields,
) -> Answer {
    let mut desk = Desk::open(app, page, actor, process, fields).await?;
    let good = desk.fields.choice("plan-answer", &[("good", true), ("not", false)]);
    let dissent = match good {
        Some(false) => desk.fields.text("dissent", DISSENT_MAX),
        Some(true) | None => None,
    };
    if good.is_none() || desk.fields.has_faults() {
        return desk.again().await;
    }
    let text = dissent.map(new_text).transpose()?;
    let by = actor.person;
    let command = AnswerPlan { version, by, dissent: text.as_ref().map(|text| text.id) };
    let done = ("family-apart-plan-done", "family-apart-told");
    let decide = move |process: &Process, now: Now| answer_plan(process, now, command);
    desk.act(Action::AnswerPlan { person: by }, text.into_iter().collect(), done, decide).await
}

/// `POST /family/processes/{process}/apart/stop`: in force at once.
pub async fn stop(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let mut desk = Desk::open(app, page, actor, process, fields).await?;
    // A unit's number would tell which one it is: the form knows them by their place in the list.
    let units: Vec<(String, UnitId)> = view::consented(&desk.case);
    let codes: Vec<(&str, UnitId)> = units.iter().map(|(code, unit)| (code.as_str(), *unit)).collect();
    let units = desk.fields.choices("units", &codes);
    if units.is_empty() && !desk.fields.has_faults() {
        desk.fields.fault_with("units", "family-apart-stop-choose");
    }
    if desk.fields.has_faults() {
        return desk.again().await;
    }
    let signatory = actor.person;
    let command = RevokeConsent { signatory, units, told_to: signatory };
    let done = ("family-apart-stop-done", "family-apart-stop-what");
    let decide = move |process: &Process, now: Now| revoke(process, now, command.clone());
    desk.act(Action::RevokeConsent { signatory }, vec![], done, decide).await
}

/// `POST /family/processes/{process}/apart/closing`
pub async fn agree(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let desk = Desk::open(app, page, actor, process, fields).await?;
    let by = actor.person;
    let decide = move |process: &Process, now: Now| closing::agree(process, now, by);
    desk.act(Action::AgreeToClose, vec![], ("family-apart-agree-done", "family-apart-told"), decide).await
}
