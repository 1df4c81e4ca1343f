//! Who of my unit may handle something in which an identity is protected? The manager's pages. (PID-4)
//!
//! **Invariant:** a manager learns that somebody has to be named and which unit asks, and nothing of the child: the
//! store hands these pages no other name and no text (`store::reach`).

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Outcome},
    error::{Answer, WebError},
    form::{Choice, Fields, FormView},
    identity::{Actor, PersonId, Seat, UnitId},
    log_review::reference,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId, Refusal,
    lots::protection::{self, NameUser},
};
use jiff::civil::Date;
use policy::{Action, Ground};

#[derive(Template)]
#[template(path = "lots/protection/named_list.html")]
struct ListPage {
    t: &'static Texts,
    page: Page,
    unit: String,
    lines: Vec<Line>,
}

struct Line {
    href: String,
    reference: String,
    asked_by: String,
    asked: String,
    named: String,
}

#[derive(Template)]
#[template(path = "lots/protection/named.html")]
struct NamedPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    line: Line,
    named: Vec<NamedPerson>,
    colleagues: Vec<Choice>,
}

struct NamedPerson {
    name: String,
    departure: String,
}

/// `GET /named-users`: those that wait for a first name stand first, and have waited the longest first.
pub async fn list(State(app): State<App>, page: Page, CurrentActor(actor): CurrentActor) -> Answer {
    let unit = managed(actor)?;
    let t = page.t;
    let visible = app.visible(actor).await?;
    let cases = visible.iter().filter(|case| matches!(case.ground, Ground::Manager(_)));
    let mut lines: Vec<((bool, Option<Date>), Line)> = cases
        .map(|case| {
            let protection = &case.process.protection;
            let asked = protection.asked.get(&unit).copied();
            ((protection.users_at(unit).next().is_some(), asked), line(t, case, unit))
        })
        .collect();
    lines.sort_by_key(|(order, _)| *order);
    let page = page.work().marked_if(!lines.is_empty());
    let lines = lines.into_iter().map(|(_, line)| line).collect();
    show(&ListPage { t, unit: app.unit_name(unit), lines, page })
}

/// `GET /named-users/{process}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let unit = managed(actor)?;
    let case = app.glance(actor, process, Action::ReadNamedUsers { unit }).await?;
    let form = page.form();
    show(&view(&app, page, form, unit, &case).await?)
}

/// `POST /named-users/{process}`
pub async fn create(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    mut fields: Fields,
) -> Answer {
    let unit = managed(actor)?;
    let case = app.glance(actor, process, Action::ReadNamedUsers { unit }).await?;
    let t = page.t;
    let offered = colleagues(&app, &case, unit).await?;
    let codes: Vec<(String, PersonId)> =
        offered.iter().map(|(person, _)| (person.to_string(), *person)).collect();
    let codes: Vec<(&str, PersonId)> = codes.iter().map(|(code, person)| (code.as_str(), *person)).collect();
    let Some(person) = fields.choice("person", &codes) else {
        return show_again(&view(&app, page, fields.back(), unit, &case).await?);
    };
    let name = offered.into_iter().find(|(one, _)| *one == person).map(|(_, name)| name);
    let command = NameUser { unit, person, by: actor.person };
    let decide =
        move |process: &domain::Process, now: domain::Now| protection::name_user(process, now, command);
    match app.act(actor, process, Action::NameUser { unit }, vec![], decide).await? {
        Outcome::Refused(Refusal::NotAParticipant) => {
            // Why would tell the manager something of the family.
            fields.fault_with("person", "named-not-this-one");
            show_again(&view(&app, page, fields.back(), unit, &case).await?)
        }
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case));
            show_again(&view(&app, page, form, unit, &case).await?)
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("named-done"))
                .happened(t.with("named-done-what", &[("name", &name.unwrap_or_default())]))
                .told(t.get("named-done-told"))
                .next(t.get("named-done-next"))
                .next_at(t.get("named-title"), format!("/named-users/{process}"));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

/// `POST /named-users/{process}/{person}/departure`: in force at once.
pub async fn delete(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, person)): Path<(ProcessId, PersonId)>,
    fields: Fields,
) -> Answer {
    let unit = managed(actor)?;
    let case = app.glance(actor, process, Action::ReadNamedUsers { unit }).await?;
    let t = page.t;
    let command = NameUser { unit, person, by: actor.person };
    let decide =
        move |process: &domain::Process, now: domain::Now| protection::remove_user(process, now, command);
    match app.act(actor, process, Action::NameUser { unit }, vec![], decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &case)).to(address(process));
            show_again(&view(&app, page, form, unit, &case).await?)
        }
        Outcome::Done(_) => {
            let receipt = Receipt::new(t.get("named-removed"))
                .happened(t.with("named-removed-what", &[("name", &case.name(person))]))
                .next_at(t.get("named-title"), address(process));
            app.receipt_in(actor, process, receipt).await
        }
    }
}

fn address(process: ProcessId) -> String {
    format!("/named-users/{process}")
}

/// The unit that somebody manages; for everybody else these pages do not exist.
fn managed(actor: Actor) -> Result<UnitId, WebError> {
    match actor.seat {
        Seat::Manager { unit } => Ok(unit),
        Seat::Family
        | Seat::Staff { .. }
        | Seat::Ambassador { .. }
        | Seat::Coordinator
        | Seat::SambaCoordinator
        | Seat::BodyMember { .. }
        | Seat::SteeringGroup
        | Seat::Administrator => Err(WebError::NotFound),
    }
}

/// Those who work at the unit and are not yet named.
async fn colleagues(app: &App, case: &Case, unit: UnitId) -> Result<Vec<(PersonId, String)>, WebError> {
    let seated = app.store.seats_in(unit, case.now.today()).await?;
    let working = seated.into_iter().filter(|one| one.seat.role == store::Role::Staff);
    let unnamed = working.filter(|one| !case.process.is_named_user(unit, one.seat.person));
    let mut colleagues: Vec<(PersonId, String)> = unnamed.map(|one| (one.seat.person, one.name)).collect();
    // By name, and one person's seats beside each other.
    colleagues.sort_by(|(one, a), (other, b)| (a, one).cmp(&(b, other)));
    colleagues.dedup();
    Ok(colleagues)
}

fn line(t: &Texts, case: &Case, unit: UnitId) -> Line {
    let protection = &case.process.protection;
    let count = protection.users_at(unit).count();
    Line {
        href: address(case.id),
        reference: reference(case.id),
        asked_by: case.unit(case.process.opening.unit).into_owned(),
        asked: protection.asked.get(&unit).map(|on| t.date(*on)).unwrap_or_default(),
        named: t.with("named-count", &[("count", &count)]),
    }
}

async fn view(
    app: &App,
    page: Page,
    form: FormView,
    unit: UnitId,
    case: &Case,
) -> Result<NamedPage, WebError> {
    let t = page.t;
    let named = case.process.protection.users_at(unit).map(|person| NamedPerson {
        name: case.name(person).to_owned(),
        departure: format!("{}/{person}/departure", address(case.id)),
    });
    let colleagues = colleagues(app, case, unit).await?;
    Ok(NamedPage {
        form,
        line: line(t, case, unit),
        named: named.collect(),
        colleagues: colleagues.into_iter().map(|(one, name)| Choice::new(one.to_string(), name)).collect(),
        t,
        page: page.work().marked_if(true),
    })
}
