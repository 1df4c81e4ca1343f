//! A rest, and what ends it. (T16, T17)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Choice, Fields, FormView},
    identity::Actor,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    Event, Now, Process, ProcessId, Refusal,
    choice::DiscontinuedReason,
    lots::{closing, room, state::State as ProcessState},
};
use policy::{Action, rule};

#[derive(Template)]
#[template(path = "lots/rest/pause.html")]
struct PausePage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    /// Why and since when it rests.
    rests: Option<String>,
    open: bool,
    closed: bool,
    may_leave: bool,
    may_restart: bool,
    reasons: Vec<Choice>,
}

/// `GET /processes/{process}/pause`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let form = page.form();
    show(&view(page, form, actor, &case))
}

/// `POST /processes/{process}/pause`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let request = Request { app, page, actor, process, fields };
    let by = actor.person;
    request.act(Action::Pause, "pause", move |process, now| closing::pause(process, now, by)).await
}

/// `POST /processes/{process}/resumption`
pub async fn resume(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let request = Request { app, page, actor, process, fields };
    request.act(Action::Pause, "resumption", closing::resume).await
}

/// `POST /processes/{process}/lots-departure`
pub async fn leave(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    fields: Fields,
) -> Answer {
    let request = Request { app, page, actor, process, fields };
    let person = actor.person;
    request
        .act(Action::LeaveAsLots, "departure", move |process, now| room::leave_as_lots(process, now, person))
        .await
}

/// `POST /processes/{process}/discontinuation`
pub async fn discontinue(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let reasons: Vec<(&str, DiscontinuedReason)> =
        REASONS.iter().map(|reason| (reason.word(), *reason)).collect();
    let Some(reason) = fields.choice("reason", &reasons) else {
        let case = app.case(actor, process, Action::ReadProcess).await?;
        return show_again(&view(page, fields.back(), actor, &case));
    };
    let request = Request { app, page, actor, process, fields };
    let by = actor.person;
    request
        .act(Action::Discontinue, "discontinuation", move |process, now| {
            closing::discontinue(process, now, reason, by)
        })
        .await
}

/// What a person may give as the reason; the others follow by themselves.
const REASONS: [DiscontinuedReason; 2] =
    [DiscontinuedReason::FamilyEnds, DiscontinuedReason::OutsideTargetGroup];

struct Request {
    app: App,
    page: Page,
    actor: Actor,
    process: ProcessId,
    fields: Fields,
}

impl Request {
    async fn act(
        self,
        action: Action,
        word: &str,
        decide: impl Fn(&Process, Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
    ) -> Answer {
        let Request { app, page, actor, process, fields } = self;
        let case = app.case(actor, process, Action::ReadProcess).await?;
        let t = page.t;
        match app.act(actor, process, action, vec![], decide).await? {
            Outcome::Refused(refusal) => {
                let form = fields.back_refused(explain(&refusal, &case));
                show_again(&view(page, form, actor, &case))
            }
            Outcome::Done(_) => {
                let receipt = Receipt::new(t.get(&format!("rest-{word}-done")))
                    .happened(t.get(&format!("rest-{word}-happened")))
                    .told(t.get(&format!("rest-{word}-told")))
                    .next_at(t.get("nav-work"), "/work");
                app.receipt_in(actor, process, receipt).await
            }
        }
    }
}

fn view(page: Page, form: FormView, actor: Actor, case: &Case) -> PausePage {
    let (t, today) = (page.t, case.now.today());
    let state = case.process.state(today);
    let may = |action| rule(actor, action, &case.process, case.now).is_ok();
    let rests = case.process.paused(today).map(|(reason, since)| {
        let why = t.get(&format!("rest-because-{}", reason.word().replace('_', "-")));
        t.with("rest-since", &[("why", &why), ("date", &t.date(since))])
    });
    let reason = |reason: &DiscontinuedReason| {
        Choice::new(reason.word(), t.get(&format!("rest-reason-{}", reason.word().replace('_', "-"))))
    };
    PausePage {
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        rests: rests.filter(|_| state == ProcessState::Paused),
        open: state < ProcessState::Closed && may(Action::Pause),
        closed: state == ProcessState::Closed,
        may_leave: may(Action::LeaveAsLots),
        may_restart: state == ProcessState::Closed && may(Action::Restart),
        reasons: REASONS.iter().map(reason).collect(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
