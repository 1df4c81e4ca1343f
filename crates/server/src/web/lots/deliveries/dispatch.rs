//! The summons goes to those whom the signed text names, and to nobody else. (T5, CON-01, CON-02)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::Answer,
    form::{Choice, Fields, FormView},
    identity::UnitId,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    Event, ProcessId,
    choice::Channel,
    lots::{delivery, delivery::Dispatch, summons::SummonsStatus},
};
use policy::Action;

#[derive(Template)]
#[template(path = "lots/deliveries/dispatch.html")]
struct DispatchPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    ready: bool,
    units: Vec<Line>,
    /// Units whose manager has to name somebody first, and whether that has been asked for (PID-4).
    unnamed: Vec<Unnamed>,
    unasked: bool,
}

struct Unnamed {
    name: String,
    standing: String,
}

/// One unit that the consent names and that has not been sent this summons.
struct Line {
    field: String,
    name: String,
    inbox: String,
    /// Secrecy is weaker at a general school address (REL-3).
    weak: bool,
    channels: Vec<Choice>,
}

/// `GET /processes/{process}/dispatch`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::Dispatch).await?;
    let form = unsent(&case).into_iter().fold(page.form(), |form, unit| {
        let way = if lacks_users(&case, unit) { "later" } else { Channel::FunctionInbox.word() };
        form.with(&format!("unit-{unit}"), way)
    });
    show(&view(page, form, &case))
}

/// `POST /processes/{process}/dispatch`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let case = app.case(actor, process, Action::Dispatch).await?;
    let t = page.t;
    let mut units = vec![];
    for unit in named(fields.every().map(|(name, _)| name), &case) {
        let channels: Vec<(&str, Option<Channel>)> = vec![
            (Channel::FunctionInbox.word(), Some(Channel::FunctionInbox)),
            (Channel::Paper.word(), Some(Channel::Paper)),
            ("later", None),
        ];
        if let Some(Some(channel)) = fields.choice(&format!("unit-{unit}"), &channels) {
            units.push((unit, channel));
        }
    }
    if fields.has_faults() {
        return show_again(&view(page, fields.back(), &case));
    }
    let command = Dispatch { units };
    let outcome = app
        .act(actor, process, Action::Dispatch, vec![], move |process, now| {
            delivery::dispatch(process, now, command.clone())
        })
        .await?;
    match outcome {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, form, &case))
        }
        Outcome::Done(events) => {
            let receipt = Receipt::new(t.get("dispatch-done"))
                .next_at(t.get("place-deliveries"), format!("/processes/{process}/deliveries"));
            let receipt = events.iter().fold(receipt, |receipt, event| told(t, &case, receipt, event));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// While an identity is protected a summons reaches only whom the unit's manager has named (PID-4).
fn lacks_users(case: &Case, unit: UnitId) -> bool {
    case.process.is_protected() && case.process.protection.users_at(unit).next().is_none()
}

fn unnamed(t: &Texts, case: &Case, unit: UnitId) -> Unnamed {
    let standing = match case.process.protection.asked.get(&unit) {
        None => t.get("protection-unit-not-asked"),
        Some(on) => t.with("protection-unit-asked", &[("date", &t.date(*on))]),
    };
    Unnamed { name: case.unit(unit).into_owned(), standing }
}

fn told(t: &Texts, case: &Case, receipt: Receipt, event: &Event) -> Receipt {
    if let Event::SummonsDispatched { unit, channel, .. } = event {
        let key = match channel {
            Channel::FunctionInbox if case.process.is_protected() => "dispatch-told-named",
            Channel::FunctionInbox => "dispatch-told-inbox",
            Channel::Paper => "dispatch-told-paper",
        };
        return receipt.told(t.with(key, &[("unit", &case.unit(*unit))]));
    }
    receipt
}

/// Units that the last signed summons names and that have not been sent it.
fn unsent(case: &Case) -> Vec<UnitId> {
    let Some((number, summons)) = case.process.summonses.last_active() else { return vec![] };
    let own = case.process.opening.unit;
    let named = summons.scope.iter().map(|line| line.unit).filter(|unit| *unit != own);
    let waiting = |unit: &UnitId| case.process.deliveries.of(*unit).is_none_or(|sent| sent.summons != number);
    named.filter(|unit| waiting(unit) && case.process.admits(*unit, case.now.today())).collect()
}

/// Every unit that the form speaks of, also one that the consent does not name: the rule says no to it.
fn named<'a>(names: impl Iterator<Item = &'a str>, case: &Case) -> Vec<UnitId> {
    let mut units = unsent(case);
    let posted = names.filter_map(|name| name.strip_prefix("unit-")?.parse().ok());
    let others: Vec<UnitId> = posted.filter(|unit| !units.contains(unit)).collect();
    units.extend(others);
    units
}

fn view(page: Page, form: FormView, case: &Case) -> DispatchPage {
    let t = page.t;
    let line = |unit: UnitId| {
        let found = case.organisation.unit(unit);
        let choice = |code: &str| {
            let named = case.process.is_protected() && code == Channel::FunctionInbox.word();
            let code_key = if named { "named-users".to_owned() } else { code.replace('_', "-") };
            let key = format!("dispatch-{code_key}");
            Choice::new(code, t.get(&key)).explained(t.get(&format!("{key}-hint")))
        };
        Line {
            field: format!("unit-{unit}"),
            name: case.unit(unit).into_owned(),
            inbox: found.map(|unit| unit.inbox.clone()).unwrap_or_default(),
            weak: found.is_some_and(|unit| unit.is_general_school_address()),
            channels: [Channel::FunctionInbox.word(), Channel::Paper.word(), "later"]
                .into_iter()
                .map(choice)
                .collect(),
        }
    };
    let signed =
        case.process.summonses.last().is_some_and(|(_, summons)| summons.status == SummonsStatus::Active);
    // What a rule has said no to comes back as it was sent.
    let units = if form.refusal.is_some() { named(form.names(), case) } else { unsent(case) };
    let lacking: Vec<UnitId> = units.iter().copied().filter(|unit| lacks_users(case, *unit)).collect();
    DispatchPage {
        unasked: lacking.iter().any(|unit| !case.process.protection.asked.contains_key(unit)),
        unnamed: lacking.into_iter().map(|unit| unnamed(t, case, unit)).collect(),
        ready: signed || form.refusal.is_some(),
        form,
        id: case.id,
        child: case.name(case.process.child()).to_owned(),
        units: units.into_iter().map(line).collect(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    }
}
