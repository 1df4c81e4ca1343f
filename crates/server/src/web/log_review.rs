//! Did those who looked have reason to? The pages on which a manager goes through a part of the log. (AC-12, PDL 4:3)
//!
//! **Invariant:** the manager learns who did what and when, and nothing of any child: a process stands there as the
//! reference that its own page shows to those who work in it.

mod look;
mod month;
mod months;

use domain::{PersonId, ProcessId};
use store::{Month, ReviewedLook};

use super::{
    app::App,
    error::WebError,
    router::{Audience, Route, get, post},
    texts::Texts,
};

/// So many signs of a process's id are enough to talk about it over the phone.
const REFERENCE: usize = 8;

/// The addresses of this part, in the order they are used.
pub fn routes() -> Vec<Route> {
    use Audience::Manager;
    vec![
        get("/log-review", Manager, "go through what my unit has looked at (AC-12)", months::read),
        post("/log-review", Manager, "draw the looks of a month (AC-12)", months::draw),
        get("/log-review/{month}", Manager, "the looks that were drawn (AC-12)", month::read),
        get("/log-review/{month}/{look}", Manager, "one look (AC-12)", look::read),
        post("/log-review/{month}/{look}", Manager, "decide what it was (AC-12)", look::decide),
    ]
}

/// What one talks about a process by, without naming anybody: "03a88333".
pub fn reference(process: ProcessId) -> String {
    process.to_string().chars().take(REFERENCE).collect()
}

/// `2026-10`
fn code(month: Month) -> String {
    month.to_string().chars().take("2026-10".len()).collect()
}

fn parse(code: &str) -> Result<Month, WebError> {
    format!("{code}-01").parse().map_err(|_| WebError::NotFound)
}

/// "oktober 2026"
fn words(t: &Texts, month: Month) -> String {
    let first = month.first();
    let name = t.get(&format!("month-{}", first.month()));
    t.with("log-review-month", &[("month", &name), ("year", &first.year().to_string())])
}

/// One look, in words.
struct LookLine {
    when: String,
    /// One's own looks are another's to go through.
    own: bool,
    who: String,
    what: String,
    outcome: String,
    ground: String,
    reference: String,
    /// Why it is gone through.
    picked: String,
    /// What was decided; `None` while it waits.
    decided: Option<String>,
    remark: String,
}

async fn line(app: &App, t: &Texts, reader: PersonId, one: &ReviewedLook) -> Result<LookLine, WebError> {
    let access = &one.access;
    let dashed = |word: &str| word.replace('_', "-");
    let known = |key: String| if t.has(&key) { t.get(&key) } else { t.get("log-review-something") };
    let decided = match &one.decided {
        None => None,
        Some(decided) => Some(t.with(
            &format!("log-review-decided-{}", dashed(decided.decision.word())),
            &[("name", &name(app, decided.by).await?), ("date", &t.date(app.clock.local(decided.at).date()))],
        )),
    };
    Ok(LookLine {
        when: t.date_time(app.clock.local(access.at)),
        own: access.person == reader,
        who: name(app, access.person).await?,
        what: known(format!("policy-act-{}", dashed(&access.action))),
        outcome: t.get(&format!("log-review-outcome-{}", access.outcome.word())),
        ground: match &access.ground {
            Some(ground) => known(format!("log-review-ground-{}", dashed(ground))),
            None => t.get("log-review-no-ground"),
        },
        reference: access.process.map(reference).unwrap_or_default(),
        picked: t.get(&format!("log-review-picked-{}", dashed(one.picked.word()))),
        decided,
        remark: one.decided.as_ref().map(|decided| decided.remark.clone()).unwrap_or_default(),
    })
}

async fn name(app: &App, person: PersonId) -> Result<String, WebError> {
    Ok(app.store.person(person).await?.map(|person| person.name).unwrap_or_default())
}
