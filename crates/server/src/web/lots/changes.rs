//! What has changed between two meetings, and has everyone read it? (T11, PRI-09)
//!
//! A change goes to everyone or to nobody: the receivers are shown before it is sent.

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome, new_text},
    error::{Answer, WebError},
    form::{Fields, FormView},
    identity::Actor,
    lots::release::{copy::receiver_name, own_unit, receiver_code},
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::{explain, explain_opening, listed},
    router::{Audience, Route, get, post},
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    ChangeNo, ProcessId, Refusal,
    lots::between::{self, TellChange},
    party::Receiver,
    process::Change,
};
use policy::{Action, rule};

/// A change is told in a few sentences; what it leads to is for the next meeting.
const CHANGE_MAX: usize = 2_000;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/{process}/changes", Staff, "what has changed between the meetings (T11)", read),
        post("/processes/{process}/changes", Staff, "tell everyone of a change (PRI-09)", create),
        post(
            "/processes/{process}/changes/{change}",
            Staff,
            "one's own unit has read of a change",
            mark_read,
        ),
    ]
}

#[derive(Template)]
#[template(path = "lots/changes/list.html")]
struct ChangesPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    changes: Vec<ChangeLine>,
    /// Whoever leads the work tells the others; the rest tell whoever leads it.
    may_tell: bool,
    lead: String,
    /// Code and name.
    receivers: Vec<(String, String)>,
}

struct ChangeLine {
    number: u32,
    text: String,
    by: String,
    date: String,
    read_by: Option<String>,
    waiting: Option<String>,
    /// The own unit is among the receivers and has not read it.
    unread: bool,
}

/// `GET /processes/{process}/changes`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let form = page.form();
    show(&view(page, form, actor, &case)?)
}

/// `POST /processes/{process}/changes`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::TellChange).await?;
    let t = page.t;
    let Some(text) = fields.text("change", CHANGE_MAX) else {
        return show_again(&view(page, fields.back(), actor, &case)?);
    };
    let text = new_text(text)?;
    // Those who were shown. If somebody has come or gone since, nothing is told.
    let receivers = case.process.told_at_once(case.now.today());
    let shown: Vec<String> = fields.all("receiver").map(str::to_owned).collect();
    let as_shown = shown == receivers.iter().map(|receiver| receiver_code(*receiver)).collect::<Vec<_>>();
    let whereabouts_checked = fields.ticked("whereabouts-checked");
    let command =
        TellChange { by: actor.person, text: text.id, receivers: receivers.clone(), whereabouts_checked };
    let outcome = app
        .act(actor, process, Action::TellChange, vec![text], move |process, now| {
            if as_shown {
                between::tell(process, now, command.clone())
            } else {
                Err(Refusal::ChangedMeanwhile)
            }
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let case = app.case(actor, process, Action::TellChange).await?;
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, actor, &case)?)
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("changes-done"))
                .happened(t.with("changes-happened", &[("count", &receivers.len())]));
            let receipt = receivers
                .iter()
                .fold(receipt, |receipt, receiver| receipt.told(receiver_name(&case, *receiver)));
            let receipt = receipt.next_at(t.get("changes-next"), format!("/processes/{process}/changes"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// `POST /processes/{process}/changes/{change}`: the own unit has read it.
pub async fn mark_read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, change)): Path<(ProcessId, ChangeNo)>,
    _: Fields,
) -> Answer {
    let unit = own_unit(actor)?;
    let receiver = Receiver::Unit { unit };
    let outcome = app
        .act(actor, process, Action::ReadChange { receiver }, vec![], move |process, _| {
            between::read(process, change, receiver)
        })
        .await?;
    let t = page.t;
    match outcome {
        // Whether there is such a change for others is not told.
        Outcome::Refused(Refusal::NoSuchLine) => Err(WebError::NotFound),
        Outcome::Refused(refusal) => {
            Err(WebError::Refused(Box::new(explain_opening(&refusal, &app.organisation))))
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("changes-read-done"))
                .happened(t.with("changes-read-happened", &[("unit", &app.unit_name(unit))]))
                .told(t.get("changes-read-told"))
                .next_at(t.get("changes-next"), format!("/processes/{process}/changes"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn view(page: Page, form: FormView, actor: Actor, case: &Case) -> Result<ChangesPage, WebError> {
    let (t, process) = (page.t, &case.process);
    let own = Receiver::Unit { unit: own_unit(actor)? };
    let may_tell = rule(actor, Action::TellChange, process, case.now).is_ok();
    let may_read = rule(actor, Action::ReadChange { receiver: own }, process, case.now).is_ok();
    let numbered: Vec<(&Change, u32)> = process.changes.iter().zip(1_u32..).collect();
    let told = numbered.into_iter().rev().filter(|(change, _)| may_tell || change.receivers.contains(&own));
    let changes = told.map(|(change, number)| {
        let unread = may_read && change.receivers.contains(&own) && !change.read_by.contains(&own);
        line(t, case, number, change, unread)
    });
    let lead = process.lead();
    let unit = process.unit_of(lead).map(|unit| case.unit(unit)).unwrap_or_default();
    Ok(ChangesPage {
        id: case.id,
        child: case.name(process.child()).to_owned(),
        changes: changes.collect(),
        may_tell,
        lead: t.with("person-in-unit", &[("person", &case.name(lead)), ("unit", &unit)]),
        receivers: process
            .receivers(case.now.today())
            .into_iter()
            .map(|receiver| (receiver_code(receiver), receiver_name(case, receiver)))
            .collect(),
        form,
        t,
        page: page.work().marked_if(process.is_protected()),
    })
}

fn line(t: &Texts, case: &Case, number: u32, change: &Change, unread: bool) -> ChangeLine {
    let (read, waiting): (Vec<Receiver>, Vec<Receiver>) =
        change.receivers.iter().partition(|receiver| change.read_by.contains(receiver));
    let names = |receivers: Vec<Receiver>| {
        let names: Vec<String> =
            receivers.into_iter().map(|receiver| receiver_name(case, receiver)).collect();
        (!names.is_empty()).then(|| listed(t, &names))
    };
    ChangeLine {
        number,
        text: case.text(change.text).to_owned(),
        by: case.name(change.by).to_owned(),
        date: t.date(change.on),
        read_by: names(read),
        waiting: names(waiting),
        unread,
    }
}
