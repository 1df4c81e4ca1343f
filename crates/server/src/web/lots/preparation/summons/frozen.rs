//! What does the locked summons say, to this reader? (T3, REL-1, 5.8)

use askama::Template;
use axum::extract::State;
use domain::{
    ProcessId, SummonsNo, UnitId,
    form::{Binding, Document, FormRole},
    lots::summons::{Summons, SummonsStatus},
    party::InformationKind,
};
use policy::{Action, Actor, Ground, rule};
use std::collections::BTreeSet;

use super::address;
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    document::{self, DrawnDocument},
    error::Answer,
    lots::copies,
    page::{Page, go, show},
    path::Path,
    texts::Texts,
};

#[derive(Template)]
#[template(path = "lots/preparation/summons/frozen.html")]
struct FrozenPage {
    t: &'static Texts,
    page: Page,
    id: ProcessId,
    child: String,
    shown: Option<Shown>,
    writes: bool,
    /// The page of the process, or the list it stands in where that page is closed.
    above: String,
}

struct Shown {
    name: String,
    version: String,
    number: SummonsNo,
    hash: String,
    standing: String,
    awaiting: bool,
    sent: bool,
    document: DrawnDocument,
}

/// `GET /processes/{process}/summons`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadSummons).await?;
    let writes = rule(actor, Action::WriteSummons, &case.process, case.now).is_ok();
    let seen = seen(&case);
    if seen.is_none() && writes {
        return Ok(go(&address(&case, "/draft")));
    }
    let t = page.t;
    let shown = seen.and_then(|(number, summons)| shown(&app, t, actor, &case, number, summons));
    let reads = rule(actor, Action::ReadProcess, &case.process, case.now).is_ok();
    show(&FrozenPage {
        above: if reads { format!("/processes/{process}") } else { "/processes".to_owned() },
        id: process,
        child: case.name(case.process.child()).to_owned(),
        shown,
        writes,
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}

/// A called unit reads the summons that was sent to it, everybody else the last one; one that has been opened
/// again is no summons any more.
fn seen(case: &Case) -> Option<(SummonsNo, &Summons)> {
    let summonses = &case.process.summonses;
    match called_unit(case.ground) {
        Some(unit) => {
            let number = case.process.deliveries.of(unit)?.summons;
            Some((number, summonses.get(number)?))
        }
        None => summonses.last().filter(|(_, summons)| summons.status != SummonsStatus::Reopened),
    }
}

fn called_unit(ground: Ground) -> Option<UnitId> {
    match ground {
        Ground::Participant(unit) | Ground::Inbox(unit) | Ground::TookPart(unit) => Some(unit),
        Ground::Child
        | Ground::Guardian
        | Ground::GuardianApart
        | Ground::Initiator
        | Ground::Lots
        | Ground::Chair
        | Ground::SecondReader(_)
        | Ground::Manager(_)
        | Ground::DisclosedTo(_)
        | Ground::SambaContact
        | Ground::SambaCoordinator
        | Ground::BodyMember(..) => None,
    }
}

/// `None` if the text has been disposed of.
fn shown(
    app: &App,
    t: &Texts,
    actor: Actor,
    case: &Case,
    number: SummonsNo,
    summons: &Summons,
) -> Option<Shown> {
    let whole = Document::parse(case.text(summons.text.text)).ok()?;
    let kinds = called_unit(case.ground).map(|unit| kinds_of(summons, unit));
    let copy = whole.copy_for(copies::audience(case.ground), kinds.as_ref());
    let copy = copies::as_passed_on(case, copy);
    let may_read_it = rule(actor, Action::ReadNotToBeRaised, &case.process, case.now).is_ok();
    let secret = app.forms.form(FormRole::Summons).bound(Binding::NotToBeRaised);
    let hidden = |id: &str| !may_read_it && secret.is_some_and(|field| field.id == id);
    Some(Shown {
        name: copy.name.clone(),
        version: copy.version.clone(),
        number,
        hash: summons.text.hash.to_string(),
        standing: standing(t, case, summons),
        awaiting: summons.status == SummonsStatus::AwaitingSignature,
        sent: case.process.deliveries.iter().any(|(_, delivery)| delivery.summons == number),
        document: document::draw(t, &copy, |field| !hidden(&field.id)),
    })
}

/// How far the summons has come, and whether what was signed holds today. Which others have left is for those who
/// lead alone (CON-11).
fn standing(t: &Texts, case: &Case, summons: &Summons) -> String {
    let today = case.now.today();
    let leads = matches!(case.ground, Ground::Initiator | Ground::Lots);
    let left: Vec<_> =
        summons.scope.iter().map(|line| line.unit).filter(|unit| case.process.has_left(*unit)).collect();
    match summons.status {
        SummonsStatus::AwaitingSignature => t.get("summons-awaiting"),
        SummonsStatus::Reopened => t.get("summons-opened-again"),
        SummonsStatus::Active if case.process.discontinued(today).is_some() => t.get("summons-ended"),
        SummonsStatus::Active if case.process.consented_units(today).is_empty() => t.get("summons-run-out"),
        SummonsStatus::Active if leads && !left.is_empty() => {
            let names: Vec<_> = left.into_iter().map(|unit| case.unit(unit)).collect();
            t.with("summons-partly", &[("units", &names.join(", "))])
        }
        SummonsStatus::Active => t.get("summons-active"),
    }
}

/// The kinds that were signed for this unit: a copy once released stays as it was (CON-09).
fn kinds_of(summons: &Summons, unit: UnitId) -> BTreeSet<InformationKind> {
    let line = summons.scope.iter().find(|line| line.unit == unit);
    line.into_iter().flat_map(|line| line.kinds.iter().copied()).collect()
}
