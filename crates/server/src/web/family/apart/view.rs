//! What stands on the page of such a guardian? (PID-3, PID-6)

use askama::Template;
use domain::{
    SummonsNo, UnitId,
    choice::{FormText, TextHash},
    event::protection::SeparateSubject,
    lots::{state::State, summons::SummonsStatus},
};
use sha2::{Digest as _, Sha256};

use super::address;
use crate::web::{
    app::App,
    case::{Case, unit_of_type},
    error::WebError,
    family::frame,
    form::{Choice, FormView},
    identity::Actor,
    page::Page,
    texts::Texts,
};

/// The newest looks, so many at the most.
const LOOKS_MAX: usize = 60;

#[derive(Template)]
#[template(path = "family/apart.html")]
pub struct ApartPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    address: String,
    child: String,
    state: String,
    tasks: Vec<Task>,
    summons: Option<Summons>,
    plans: Vec<Plan>,
    messages: Vec<Message>,
    /// Whether to close is asked for.
    closes: bool,
    consented: Vec<Choice>,
    looked: Vec<String>,
}

struct Task {
    href: &'static str,
    words: String,
}

/// The separate copy of the newest summons.
struct Summons {
    number: SummonsNo,
    hash: TextHash,
    code: String,
    lines: Vec<String>,
    signed: Option<String>,
    can_answer: bool,
}

struct Plan {
    number: u32,
    title: String,
    lines: Vec<String>,
    can_answer: bool,
}

struct Message {
    on: String,
    lines: Vec<String>,
}

pub async fn view(
    app: &App,
    page: Page,
    form: FormView,
    actor: Actor,
    case: &Case,
) -> Result<ApartPage, WebError> {
    let (t, today) = (page.t, case.now.today());
    let process = &case.process;
    let open = !frame::is_over(case);
    let summons = summons(t, actor, case);
    let plans = plans(t, actor, case);
    let closes =
        open && process.ending.closing.is_some() && !process.ending.agreed_by.contains(&actor.person);
    let waits = |asked: bool, href, key| asked.then(|| Task { href, words: t.get(key) });
    let tasks = [
        waits(summons.as_ref().is_some_and(|one| one.can_answer), "#summons", "family-apart-task-sign"),
        waits(plans.iter().any(|one| one.can_answer), "#plan", "family-apart-task-plan"),
        waits(closes, "#close", "family-apart-task-close"),
    ];
    let consented = consented(case).into_iter().map(|(code, unit)| Choice::new(code, case.unit(unit)));
    Ok(ApartPage {
        form,
        address: address(case.id),
        child: frame::child(case),
        state: t.get(state_key(process.state(today))),
        tasks: tasks.into_iter().flatten().collect(),
        summons,
        plans,
        messages: messages(t, actor, case),
        closes,
        consented: if open { consented.collect() } else { vec![] },
        looked: looked(app, t, actor, case).await?,
        t,
        page: page.family().marked_if(true),
    })
}

/// Where things are, in words that tell of no place, no unit and no day.
fn state_key(state: State) -> &'static str {
    match state {
        State::Draft | State::Prepared => "family-apart-before",
        State::AwaitingSignature | State::ReadyToSend => "family-apart-signing",
        State::Summoned => "family-apart-called",
        State::InitialBooked | State::InitialHeld | State::Assessing => "family-apart-meets",
        State::Active => "family-apart-works",
        State::Closing => "family-apart-ends",
        State::Closed | State::Discontinued => "family-apart-over",
        State::Paused => "family-apart-rests",
    }
}

fn lines(case: &Case, text: FormText) -> Vec<String> {
    case.text(text.text).lines().map(str::to_owned).collect()
}

/// A hash as somebody can compare it: its first sixteen digits, four at a time.
fn code(hash: TextHash) -> String {
    let hash = hash.to_string();
    let groups: Vec<&str> = (0..16).step_by(4).filter_map(|at| hash.get(at..at + 4)).collect();
    groups.join(" ")
}

fn summons(t: &Texts, actor: Actor, case: &Case) -> Option<Summons> {
    let (number, summons) = case.process.summonses.last()?;
    let subject = SeparateSubject::Summons { summons: number };
    let copy = case.process.protection.approved_copy(actor.person, subject)?;
    // Of what is shown, so that nobody signs another text than the one before them.
    let hash = TextHash(Sha256::digest(case.text(copy.text.text).as_bytes()).into());
    let signed = summons.signatures.get(&actor.person);
    let asked = summons.signatory(actor.person).is_some();
    Some(Summons {
        number,
        hash,
        code: code(hash),
        lines: lines(case, copy.text),
        signed: signed.map(|signed| t.date(signed.on.date())),
        can_answer: asked
            && signed.is_none()
            && !frame::is_over(case)
            && summons.status == SummonsStatus::AwaitingSignature,
    })
}

fn plans(t: &Texts, actor: Actor, case: &Case) -> Vec<Plan> {
    let versions = case.process.plan.versions().rev();
    let plans = versions.filter_map(|(version, written)| {
        let subject = SeparateSubject::Plan { version };
        let copy = case.process.protection.approved_copy(actor.person, subject)?;
        let answered = written.answers.contains_key(&actor.person);
        Some(Plan {
            number: version.0,
            title: t.with("family-apart-plan-version", &[("version", &version.0)]),
            lines: lines(case, copy.text),
            can_answer: written.released.is_none() && !answered && !frame::is_over(case),
        })
    });
    plans.collect()
}

fn messages(t: &Texts, actor: Actor, case: &Case) -> Vec<Message> {
    let copies = case.process.protection.separate_copies().rev().map(|(_, copy)| copy);
    let mine =
        copies.filter(|copy| copy.receiver == actor.person && copy.subject == SeparateSubject::Message);
    let read = mine.filter_map(|copy| {
        let (_, on) = copy.approved?;
        Some(Message { on: t.date(on), lines: lines(case, copy.text) })
    });
    read.collect()
}

/// The units that a consent of today names, by their place in the list: a unit's number would tell which it is.
pub fn consented(case: &Case) -> Vec<(String, UnitId)> {
    let units = case.process.consented_units(case.now.today());
    units.into_iter().zip(1..).map(|(unit, place)| (place.to_string(), unit)).collect()
}

/// Who has looked, by kind of unit and day.
async fn looked(app: &App, t: &Texts, actor: Actor, case: &Case) -> Result<Vec<String>, WebError> {
    let looks = app.store.looks_apart(case.id, actor, app.clock.now()).await?;
    let mut lines: Vec<String> = looks
        .into_iter()
        .rev()
        .map(|look| {
            let who = match look.unit.and_then(|unit| case.organisation.unit(unit)) {
                Some(unit) => unit_of_type(t, unit),
                None => t.get("family-apart-looked-you"),
            };
            format!("{}: {who}", t.date(app.clock.local(look.at).date()))
        })
        .collect();
    lines.dedup();
    lines.truncate(LOOKS_MAX);
    Ok(lines)
}
