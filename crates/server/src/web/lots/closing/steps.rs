//! The steps of closing: the way back is written and given, the family is asked how it has been, and it ends.

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::Answer,
    form::Fields,
    identity::Actor,
    lots::{
        closing::view::view,
        release::{copy::receiver_name, receiver_code},
    },
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
};
use axum::extract::State;
use domain::{
    Event, Now, Process, ProcessId, Refusal,
    lots::closing::{self, GiveWayBack},
    party::Receiver,
};
use policy::Action;
use store::NewText;

/// The way back fits on a paper on the fridge.
const WAY_BACK_MAX: usize = 2_000;
const CONTACT_MAX: usize = 300;

/// `GET /processes/{process}/closing`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::WriteClosing).await?;
    let form = page.form().to(format!("/processes/{process}/closing/way-back"));
    show(&view(&app.forms, page, form, &case))
}

/// `POST /processes/{process}/closing/way-back`
pub async fn write(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteClosing).await?;
    let t = page.t;
    let text = fields.text("way-back", WAY_BACK_MAX);
    let contact = fields.text("contact", CONTACT_MAX);
    let (Some(text), Some(contact)) = (text, contact) else {
        return show_again(&view(&app.forms, page, fields.back(), &case));
    };
    let (text, contact) = (new_text(text)?, new_text(contact)?);
    let (text_id, contact_id) = (text.id, contact.id);
    let step = Step { app, page, actor, case, fields };
    let receipt = Receipt::new(t.get("closing-written-done")).happened(t.get("closing-written-happened"));
    step.act(vec![text, contact], receipt, move |process, now| {
        closing::write_way_back(process, now, text_id, contact_id)
    })
    .await
}

/// `POST /processes/{process}/closing/handing`
pub async fn give(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteClosing).await?;
    let t = page.t;
    let receivers = case.process.receivers(case.now.today());
    let codes: Vec<(String, Receiver)> =
        receivers.into_iter().map(|receiver| (receiver_code(receiver), receiver)).collect();
    let offered: Vec<(&str, Receiver)> =
        codes.iter().map(|(code, receiver)| (code.as_str(), *receiver)).collect();
    // The buttons post nothing else; a receiver that has left since the page was read is none.
    let Some(receiver) = fields.choice("receiver", &offered) else {
        let step = Step { app, page, actor, case, fields };
        let receipt = Receipt::new(t.get("closing-given-done"));
        return step.act(vec![], receipt, |_, _| Err(Refusal::ChangedMeanwhile)).await;
    };
    let name = receiver_name(&case, receiver);
    let key = match receiver {
        Receiver::Family { .. } => "closing-given-told-family",
        Receiver::Unit { .. } => "closing-given-told-unit",
    };
    let receipt = Receipt::new(t.get("closing-given-done"))
        .happened(t.with("closing-given-happened", &[("name", &name)]))
        .told(t.with(key, &[("name", &name)]));
    let step = Step { app, page, actor, case, fields };
    let command = GiveWayBack { receiver, by: actor.person };
    step.act(vec![], receipt, move |process, now| closing::give_way_back(process, now, command)).await
}

/// `POST /processes/{process}/closing/feedback`
pub async fn invite(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteClosing).await?;
    let t = page.t;
    let receipt = Receipt::new(t.get("closing-feedback-done"))
        .happened(t.get("closing-feedback-happened"))
        .told(t.get("closing-feedback-told"));
    Step { app, page, actor, case, fields }.act(vec![], receipt, closing::invite_feedback).await
}

/// `POST /processes/{process}/closing`
pub async fn close(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::WriteClosing).await?;
    let t = page.t;
    let receipt = Receipt::new(t.get("closing-closed-done"))
        .happened(t.get("closing-closed-happened"))
        .told(t.get("closing-closed-told"))
        .next(t.get("closing-closed-next"));
    Step { app, page, actor, case, fields }.act(vec![], receipt, closing::close).await
}

/// One step on its way.
struct Step {
    app: App,
    page: Page,
    actor: Actor,
    case: Case,
    fields: Fields,
}

impl Step {
    async fn act(
        self,
        texts: Vec<NewText>,
        receipt: Receipt,
        decide: impl Fn(&Process, Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Answer {
        let Self { app, page, actor, case, fields } = self;
        let (t, process) = (page.t, case.id);
        match app.act(actor, process, Action::WriteClosing, texts, decide).await? {
            Outcome::Refused(refusal) => {
                let case = app.case(actor, process, Action::WriteClosing).await?;
                let form = fields.back_refused(explain(&refusal, &case));
                let form = form.to(format!("/processes/{process}/closing/way-back"));
                show_again(&view(&app.forms, page, form, &case))
            }
            Outcome::Done(_) => {
                let next = receipt.next_at(t.get("closing-next"), format!("/processes/{process}/closing"));
                app.receipt_in(actor, process, next).await
            }
        }
    }
}
