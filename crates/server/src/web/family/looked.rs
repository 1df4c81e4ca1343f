//! Who has looked, from which unit, when and why? (AD-5)
//!
//! What one of them must not know of has already been taken out by the store (AC-7, AC-10).

use askama::Template;
use axum::extract::State;
use domain::{PersonId, ProcessId, UnitId, lots::other_ground::OtherGround};
use policy::Action;
use serde::Deserialize;
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
    path::{Asked, Path},
};

/// So many looks stand on one page.
const ON_A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "family/looked.html")]
struct LookedPage {
    t: Voice,
    page: Page,
    frame: Frame,
    lead: String,
    /// What was handed on without their consent, because a law lets a unit do so (AC-10).
    disclosed: Vec<String>,
    lines: Vec<LookedLine>,
    only_others: bool,
    newer: Option<String>,
    older: Option<String>,
}

/// One look, in words.
pub struct LookedLine {
    /// "Maria Berg, Habiliteringen"
    pub who: String,
    pub what: String,
    /// Why it was allowed. Whoever tried in vain had no reason that counts.
    pub why: Option<String>,
    pub when: String,
}

/// Which part of the list to show.
#[derive(Deserialize)]
pub struct Part {
    #[serde(default)]
    page: usize,
    #[serde(default)]
    who: String,
}

/// `GET /family/processes/{process}/looked`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
    Asked(part): Asked<Part>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadAccessLog).await?;
    let mut looked = app.looked(actor, process).await?;
    let t = Voice::of(page.t, &case);
    let only_others = part.who == "others";
    if only_others {
        looked.retain(|look| !look.in_family);
    }
    let all = lines(t, &case, &looked, actor.person);
    let last = all.len().saturating_sub(1) / ON_A_PAGE;
    let number = part.page.min(last);
    let frame = Frame::of(&case);
    let at = |number: usize| {
        let who = if only_others { "&who=others" } else { "" };
        format!("{}?page={number}{who}", frame.looked)
    };
    show(&LookedPage {
        lead: person_and_unit(t, &case, case.process.lead()),
        disclosed: disclosed(t, &case),
        newer: number.checked_sub(1).map(at),
        older: (number < last).then(|| at(number + 1)),
        lines: all.into_iter().skip(number * ON_A_PAGE).take(ON_A_PAGE).collect(),
        only_others,
        t,
        frame,
        page: frame::page(page, &case),
    })
}

/// The looks in words, newest first. The same look again the same day says nothing new.
pub fn lines(t: Voice, case: &Case, looked: &[Looked], me: PersonId) -> Vec<LookedLine> {
    let mut newest: Vec<&Looked> = looked.iter().collect();
    newest.sort_by_key(|look| std::cmp::Reverse(look.when));
    let mut seen = BTreeSet::new();
    newest.retain(|look| {
        seen.insert((look.person, look.seat, &look.action, look.outcome.word(), look.when.date()))
    });
    newest.into_iter().map(|look| line(t, case, look, me)).collect()
}

fn line(t: Voice, case: &Case, look: &Looked, me: PersonId) -> LookedLine {
    let (name, child) = (&look.name, case.process.child());
    let who = match look.seat {
        Some(_) => t.with("family-person-from-unit", &[("name", name), ("unit", &look.unit)]),
        None if look.person == me => t.get("family-looked-you"),
        None if look.person == child => t.with("family-looked-the-child", &[("name", name)]),
        None if look.in_family => t.with("family-looked-a-guardian", &[("name", name)]),
        None => name.clone(),
    };
    let why = look.seat.and_then(|unit| why(t, case, look, unit));
    LookedLine { who, what: what(t, case, look), why, when: t.date_time(look.when) }
}

/// What was done or tried. Whoever tried in vain learned nothing.
fn what(t: Voice, case: &Case, look: &Looked) -> String {
    match look.outcome {
        Outcome::Forbidden | Outcome::Hidden => t.get("family-looked-tried"),
        Outcome::Refused => t.get("family-looked-stopped"),
        Outcome::Granted => {
            let ended = look.ground.as_deref() == Some("took_part");
            let text = match look.action.as_str() {
                "list_processes" if look.in_family => "family-looked-home".to_owned(),
                "list_processes" if matches!(look.ground.as_deref(), Some("manager" | "samba_contact")) => {
                    "family-looked-list-without-name".to_owned()
                }
                "list_processes" if ended => "family-looked-learn-that-it-ended".to_owned(),
                action => format!("family-looked-{}", key(action)),
            };
            if t.has(&text) {
                t.with(&text, &[("child", &child(case))])
            } else {
                t.get("family-looked-something")
            }
        }
    }
}

/// Why somebody who works was let in: what ties him or her to the family.
fn why(t: Voice, case: &Case, look: &Looked, unit: UnitId) -> Option<String> {
    let ground = look.ground.as_deref()?;
    let text = format!("family-looked-why-{}", key(ground));
    if ground != "disclosed_to" {
        return t.has(&text).then(|| t.get(&text));
    }
    let of_this_reader = |ground: &&OtherGround| ground.reader == look.person && ground.to == unit;
    let (_, ground) = case.process.other_grounds.iter().rev().find(|(_, ground)| of_this_reader(ground))?;
    Some(t.with("family-looked-why-disclosed-to", &[("basis", &basis(t, ground))]))
}

fn basis(t: Voice, ground: &OtherGround) -> String {
    t.get(&format!("family-basis-{}", key(ground.basis.word())))
}

/// What has been handed on without consent: by whom, what, to whom, on which law, and until when.
fn disclosed(t: Voice, case: &Case) -> Vec<String> {
    let grounds = case.process.other_grounds.iter().rev().map(|(_, ground)| ground);
    let words = grounds.filter_map(|ground| {
        let (_, from_day) = ground.confirmed?;
        let lines = ground.lines.iter().filter_map(|line| case.process.plan.line(*line));
        let what: Vec<String> = lines.map(|line| format!("”{}”", case.text(line.text))).collect();
        let until = ground.ended.map_or(ground.until, |(_, on)| on);
        Some(t.with(
            "family-disclosed",
            &[
                ("from", &case.unit(ground.from)),
                ("what", &frame::in_a_row(t, what)),
                ("reader", &case.name(ground.reader)),
                ("to", &case.unit(ground.to)),
                ("basis", &basis(t, ground)),
                ("since", &t.date(from_day)),
                ("until", &t.date(until)),
            ],
        ))
    });
    words.collect()
}
