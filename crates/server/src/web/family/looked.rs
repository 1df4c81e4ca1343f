//! Who has looked, from which unit, when and why? (AD-5)

use askama::Template;
use axum::extract::State;
use domain::{PersonId, ProcessId};
use policy::Action;
use std::collections::BTreeSet;
use store::Outcome;

use super::{
    frame::{self, Frame, child, person_and_unit},
    voice::{Voice, key},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Case, Looked},
    error::Answer,
    page::{Page, show},
    path::Path,
};

/// The newest first, so many at the most.
const SHOWN_MAX: usize = 200;

#[derive(Template)]
#[template(path = "family/looked.html")]
struct LookedPage {
    t: Voice,
    page: Page,
    frame: Frame,
    lead: String,
    lines: Vec<LookedLine>,
}

/// One look, in words.
pub struct LookedLine {
    /// "Maria Berg, Habiliteringen"
    pub who: String,
    pub what: String,
    pub when: String,
}

/// `GET /family/processes/{process}/looked`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadAccessLog).await?;
    let looked = app.looked(actor, process).await?;
    let t = Voice::of(page.t, &case);
    let mut lines = lines(t, &case, &looked, actor.person);
    lines.truncate(SHOWN_MAX);
    let lead = person_and_unit(t, &case, case.process.lead());
    show(&LookedPage { t, frame: Frame::of(&case), lead, lines, page: frame::page(page, &case) })
}

/// The looks in words, newest first. The same look again the same day says nothing new.
pub fn lines(t: Voice, case: &Case, looked: &[Looked], me: PersonId) -> Vec<LookedLine> {
    let mut newest: Vec<&Looked> = looked.iter().collect();
    newest.sort_by_key(|look| std::cmp::Reverse(look.when));
    let mut seen = BTreeSet::new();
    newest.retain(|look| {
        seen.insert((&look.name, &look.unit, &look.action, look.outcome.word(), look.when.date()))
    });
    newest.into_iter().map(|look| line(t, case, look, case.name(me))).collect()
}

fn line(t: Voice, case: &Case, look: &Looked, my_name: &str) -> LookedLine {
    let who = if look.unit.is_empty() && look.name == my_name {
        t.get("family-looked-you")
    } else if look.unit.is_empty() {
        look.name.clone()
    } else {
        t.with("family-person-from-unit", &[("name", &look.name), ("unit", &look.unit)])
    };
    LookedLine { who, what: what(t, case, look), when: t.date_time(look.when) }
}

/// What was done or tried. Whoever tried in vain learned nothing.
fn what(t: Voice, case: &Case, look: &Looked) -> String {
    match look.outcome {
        Outcome::Forbidden | Outcome::Hidden => t.get("family-looked-tried"),
        Outcome::Refused => t.get("family-looked-stopped"),
        Outcome::Granted => {
            let text = format!("family-looked-{}", key(&look.action));
            if t.has(&text) {
                t.with(&text, &[("child", &child(case))])
            } else {
                t.get("family-looked-something")
            }
        }
    }
}
