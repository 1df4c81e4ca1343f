//! One version of the plan in full, and two side by side. (3.5.2)

use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    document::{DrawnDocument, draw},
    error::{Answer, WebError},
    form::{Choice, FormView},
    lots::{
        copies::{as_passed_on, audience},
        offer::dashed,
        release::{
            comparison::{Difference, compare as differences},
            giving::answered,
        },
    },
    page::{Page, show},
    path::{Asked, Path},
    texts::Texts,
};
use askama::Template;
use axum::extract::State;
use domain::{PlanVersion, ProcessId, form::Document, lots::plan::Version};
use policy::{Action, rule};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "lots/release/version.html")]
struct VersionPage {
    t: &'static Texts,
    page: Page,
    id: ProcessId,
    child: String,
    version: PlanVersion,
    facts: Vec<(String, String)>,
    answers: Vec<String>,
    document: Option<DrawnDocument>,
    previous: Option<u32>,
    may_release: bool,
}

#[derive(Template)]
#[template(path = "lots/release/comparison.html")]
struct ComparisonPage {
    t: &'static Texts,
    page: Page,
    form: FormView,
    id: ProcessId,
    child: String,
    versions: Vec<Choice>,
    a: u32,
    b: u32,
    differences: Vec<Difference>,
    same: Vec<String>,
    /// Whether there are two versions to look at.
    enough: bool,
}

/// Which two versions to compare; without them the last two.
#[derive(Debug, Default, Deserialize)]
pub struct Pair {
    a: Option<u32>,
    b: Option<u32>,
}

/// `GET /processes/{process}/plan/versions/{version}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path((process, number)): Path<(ProcessId, PlanVersion)>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let t = page.t;
    let version = case.process.plan.version(number).ok_or(WebError::NotFound)?;
    show(&VersionPage {
        id: process,
        child: case.name(case.process.child()).to_owned(),
        version: number,
        facts: facts(t, &case, version),
        answers: answered(t, &case, version),
        document: document(&case, version).map(|document| draw(t, &document, |_| true)),
        previous: number.0.checked_sub(1).filter(|previous| *previous > 0),
        may_release: version.released.is_none()
            && rule(actor, Action::ReleasePlan, &case.process, case.now).is_ok(),
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}

/// `GET /processes/{process}/plan/comparison`
pub async fn compare(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(pair): Asked<Pair>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadWorkingPlan).await?;
    let t = page.t;
    let all: Vec<(PlanVersion, &Version)> = case.process.plan.versions().collect();
    let last = all.last().map_or(0, |(number, _)| number.0);
    let b = pair.b.unwrap_or(last);
    let a = pair.a.unwrap_or(b.saturating_sub(1).max(1));
    let enough = all.len() > 1;
    let known = |number: u32| all.iter().find(|(found, _)| found.0 == number).map(|(_, version)| *version);
    let (differences, same) = match (known(a), known(b)) {
        (Some(before), Some(after)) => {
            let pair = document(&case, before).zip(document(&case, after));
            pair.map(|(before, after)| differences(t, &before, &after)).unwrap_or_default()
        }
        _ if !enough => Default::default(),
        _ => return Err(WebError::NotFound),
    };
    let choice = |(number, version): &(PlanVersion, &Version)| {
        let date = t.date(version.written_on);
        let label = t.with("version-choice", &[("version", &number.0), ("date", &date)]);
        Choice::new(number.to_string(), label)
    };
    show(&ComparisonPage {
        form: page.form().with("a", a.to_string()).with("b", b.to_string()),
        id: process,
        child: case.name(case.process.child()).to_owned(),
        versions: all.iter().map(choice).collect(),
        a,
        b,
        differences,
        same,
        enough,
        t,
        page: page.work().marked_if(case.process.is_protected()),
    })
}

/// The version's text, as far as it is for whoever reads it.
fn document(case: &Case, version: &Version) -> Option<Document> {
    let document = Document::parse(case.text(version.text.text)).ok()?;
    Some(as_passed_on(case, document.copy_for(audience(case.ground), None)))
}

/// The day of the release, or by which day it is due (TIME-9).
fn released(t: &Texts, case: &Case, version: &Version) -> String {
    let due = case.calendar.release_due(version.written_on);
    version
        .released
        .map_or_else(|| t.with("version-not-released", &[("date", &t.date(due))]), |on| t.date(on))
}

fn facts(t: &Texts, case: &Case, version: &Version) -> Vec<(String, String)> {
    let word = |list: &str, word: &str| t.get(&format!("copy-{list}-{}", dashed(word)));
    let facts = [
        Some(("copy-kind", word("kind", version.kind.word()))),
        Some(("copy-status", word("status", version.status.word()))),
        version.obstacle.map(|text| ("copy-obstacle", case.text(text).to_owned())),
        Some(("copy-written", t.date(version.written_on))),
        Some(("copy-released", released(t, case, version))),
        Some(("copy-hash", version.text.hash.to_string())),
    ];
    facts.into_iter().flatten().map(|(key, value)| (t.get(key), value)).collect()
}
