//! What does a unit disclose on another legal ground than consent, and who has decided it? (AC-10, CON-26)
//!
//! The ordinary way is to ask the family, and the first page says so. One person decides, a second one at the same
//! unit confirms, and anyone there ends it.

mod decide;
mod disclosed;

use askama::Template;
use axum::extract::State;
use domain::{
    OtherGroundNo, Process, ProcessId, Refusal, UnitId,
    event::Event,
    lots::other_ground::{self, OtherGround},
};
use policy::{Action, Actor};

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    lots::{
        offer::{Offer, dashed, in_unit},
        plans::own_unit,
    },
    page::{Page, go, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    router::{Audience, Route, get, post},
    texts::Texts,
};

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Staff;
    vec![
        get("/processes/{process}/other-grounds", Staff, "disclosed on other grounds (AC-10)", read),
        post("/processes/{process}/other-grounds", Staff, "choose who is to receive", choose),
        get("/processes/{process}/other-grounds/to/{unit}", Staff, "what a unit is to read", decide::read),
        post(
            "/processes/{process}/other-grounds/to/{unit}",
            Staff,
            "decide to disclose one's own lines (AC-10)",
            decide::create,
        ),
        post(
            "/processes/{process}/other-grounds/{ground}/confirmation",
            Staff,
            "the second person confirms (AC-10)",
            confirm,
        ),
        post("/processes/{process}/other-grounds/{ground}/end", Staff, "end a disclosure (AC-10)", end),
        get("/disclosed/{process}", Staff, "what one has been given to read (AC-10)", disclosed::read),
    ]
}

#[derive(Template)]
#[template(path = "lots/other_grounds.html")]
struct GroundsPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    process: String,
    child: String,
    grounds: Vec<GroundLine>,
    units: Vec<Choice>,
}

struct GroundLine {
    to: String,
    basis: String,
    lines: Vec<String>,
    reason: String,
    kept: Option<String>,
    decided: String,
    standing: String,
    is_live: bool,
    /// Where the second person confirms; nothing for the one who decided.
    confirm: Option<String>,
    end: Option<String>,
}

/// `GET /processes/{process}/other-grounds`
async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let (case, unit) = open(&app, actor, process).await?;
    let form = page.form();
    show(&view(page, &case, actor, unit, form))
}

/// `POST /processes/{process}/other-grounds`: to whom? Nothing is stored yet.
async fn choose(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let (case, unit) = open(&app, actor, process).await?;
    match units(&case, unit).one(&mut fields, "unit") {
        Some(to) => Ok(go(&format!("{}/to/{to}", address(process)))),
        None => show_again(&view(page, &case, actor, unit, fields.back())),
    }
}

/// `POST /processes/{process}/other-grounds/{ground}/confirmation`
async fn confirm(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, ground)): Path<(ProcessId, OtherGroundNo)>,
    fields: Fields,
) -> Answer {
    let unit = own_unit(actor)?;
    let by = actor.person;
    let decide = move |process: &Process, now| other_ground::confirm(process, now, ground, unit, by);
    let done = Done { action: Action::ConfirmOtherGround { unit }, title: "other-ground-confirmed" };
    act(app, page, actor, process, fields, done, decide).await
}

/// `POST /processes/{process}/other-grounds/{ground}/end`
async fn end(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, ground)): Path<(ProcessId, OtherGroundNo)>,
    fields: Fields,
) -> Answer {
    let unit = own_unit(actor)?;
    let by = actor.person;
    let decide = move |process: &Process, now| other_ground::end(process, now, ground, unit, by);
    let done = Done { action: Action::EndOtherGround { unit }, title: "other-ground-ended" };
    act(app, page, actor, process, fields, done, decide).await
}

/// What is done, and the heading of its receipt.
struct Done {
    action: Action,
    title: &'static str,
}

async fn act(
    app: App,
    page: Page,
    actor: Actor,
    process: ProcessId,
    fields: Fields,
    done: Done,
    decide: impl Fn(&Process, domain::Now) -> Result<Vec<Event>, Refusal> + Send + 'static,
) -> Answer {
    let (case, unit) = open(&app, actor, process).await?;
    match app.act(actor, process, done.action, vec![], decide).await? {
        // Whether there is such a decision at another unit is not told.
        Outcome::Refused(Refusal::NoSuchLine) => Err(WebError::NotFound),
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(page, &case, actor, unit, form))
        }
        Outcome::Done(_) => {
            let t = page.t;
            let receipt = Receipt::new(t.get(done.title))
                .happened(t.get(&format!("{}-happened", done.title)))
                .next_at(t.get("other-grounds-title"), address(process));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// The process, for somebody who takes part in it for a unit, and that unit.
async fn open(app: &App, actor: Actor, process: ProcessId) -> Result<(Case, UnitId), WebError> {
    let unit = own_unit(actor)?;
    Ok((app.case(actor, process, Action::DecideOtherGround { unit }).await?, unit))
}

fn address(process: ProcessId) -> String {
    format!("/processes/{process}/other-grounds")
}

/// Every other unit there is, those nearest in name first.
fn units(case: &Case, own: UnitId) -> Offer<UnitId> {
    let mut units: Vec<_> = case.organisation.units().iter().filter(|unit| unit.id != own).collect();
    units.sort_by_key(|unit| unit.name.to_lowercase());
    Offer::new(units.into_iter().map(|unit| (Choice::new(unit.id.to_string(), &unit.name), unit.id)))
}

fn basis(t: &Texts, ground: &OtherGround) -> String {
    t.get(&format!("basis-{}", dashed(ground.basis.word())))
}

fn view(page: Page, case: &Case, actor: Actor, unit: UnitId, form: FormView) -> GroundsPage {
    let t = page.t;
    let own = case.process.other_grounds.iter().rev().filter(|(_, ground)| ground.from == unit);
    GroundsPage {
        form,
        process: format!("/processes/{}", case.id),
        child: case.name(case.process.child()).to_owned(),
        grounds: own.map(|(number, ground)| line(t, case, actor, number, ground)).collect(),
        units: units(case, unit).choices(),
        page: page.work().marked_if(case.process.is_protected()),
        t,
    }
}

fn line(t: &Texts, case: &Case, actor: Actor, number: OtherGroundNo, ground: &OtherGround) -> GroundLine {
    let today = case.now.today();
    let lines = ground.lines.iter().filter_map(|line| case.process.plan.line(*line));
    let over = ground.ended.is_some() || ground.until < today;
    let at = |act: &str| format!("{}/{number}/{act}", address(case.id));
    let standing = match (ground.ended, ground.confirmed) {
        (Some((_, on)), _) => t.with("other-ground-is-ended", &[("date", &t.date(on))]),
        (None, None) => t.get("other-ground-waits"),
        (None, Some((by, _))) if over => {
            t.with("other-ground-ran-out", &[("date", &t.date(ground.until)), ("name", &case.name(by))])
        }
        (None, Some((by, _))) => {
            t.with("other-ground-is-open", &[("date", &t.date(ground.until)), ("name", &case.name(by))])
        }
    };
    GroundLine {
        to: in_unit(t, case, ground.reader, ground.to),
        basis: basis(t, ground),
        lines: lines.map(|line| case.text(line.text).to_owned()).collect(),
        reason: case.text(ground.reason).to_owned(),
        kept: ground.kept_from_family.map(|why| case.text(why).to_owned()),
        decided: t.with(
            "other-ground-decided",
            &[("name", &case.name(ground.decided_by)), ("date", &t.date(ground.decided_on))],
        ),
        standing,
        is_live: ground.is_live(today),
        confirm: (!over && ground.confirmed.is_none() && ground.decided_by != actor.person)
            .then(|| at("confirmation")),
        end: (!over).then(|| at("end")),
    }
}
