//! Everything about one process, for its family.

use askama::Template;
use axum::extract::State;
use domain::{PersonId, ProcessId};
use policy::Action;

use super::{
    circle::{self, UnitLine, With},
    course,
    frame::{self, home},
    looked::{self, LookedLine},
    overview::{self, Overview},
    voice::{Voice, key},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::Case,
    error::Answer,
    fairway::FairwayPicture,
    page::{Page, show},
    path::Path,
};

/// How many of the latest looks are shown here; the rest have a page of their own.
const LOOKED_SHOWN: usize = 3;

#[derive(Template)]
#[template(path = "family/process.html")]
struct ProcessPage {
    t: Voice,
    page: Page,
    process: Overview,
    fairway: FairwayPicture,
    units: Vec<UnitLine>,
    places: Vec<Place>,
    looked: Vec<LookedLine>,
}

/// Something to read here.
struct Place {
    href: String,
    words: String,
}

/// `GET /family/processes/{process}`
pub async fn read(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(process): Path<ProcessId>,
) -> Answer {
    let case = app.case(actor, process, Action::ReadProcess).await?;
    let looked = app.looked(actor, process).await?;
    let t = Voice::of(page.t, &case);
    let units = circle::units(t, &case).into_iter().filter(|line| line.with != With::Struck);
    show(&ProcessPage {
        process: overview::of(t, &case, actor.person),
        fairway: course::picture(t, &case),
        units: units.collect(),
        places: places(t, &case, actor.person),
        looked: looked::lines(t, &case, &looked, actor.person).into_iter().take(LOOKED_SHOWN).collect(),
        page: frame::page(page, &case),
        t,
    })
}

/// Whether there is a coordinator to turn to, and something to turn with.
fn may_contact(case: &Case) -> bool {
    let units = case.process.receiving_units(case.now.today());
    !frame::is_over(case) && !case.process.is_protected() && case.organisation.samba_enabled(units)
}

/// What there is to read by now, in the order it came.
fn places(t: Voice, case: &Case, me: PersonId) -> Vec<Place> {
    let at = |path: &str, words: String| Place { href: format!("{}/{path}", home(case.id)), words };
    let process = &case.process;
    let mut places = vec![at("units", t.get("family-place-units"))];
    if process.pre_meeting.is_some() {
        places.push(at("pre-meeting", t.get("family-place-pre-meeting")));
    }
    if process.summonses.last().is_some() {
        places.push(at("summons", t.get("family-place-summons")));
    }
    for (number, meeting) in process.meetings.iter().filter(|(_, meeting)| meeting.cancelled.is_none()) {
        let kind = t.get(&format!("family-meeting-{}", key(meeting.kind.word())));
        let date = t.date(meeting.start.date());
        let words = t.with("family-place-meeting", &[("kind", &kind), ("date", &date)]);
        places.push(at(&format!("meetings/{number}"), words));
    }
    if process.meetings.iter().next().is_some() {
        places.push(at("plan", t.get("family-place-plan")));
    }
    let mine =
        |receiver: &domain::party::Receiver| *receiver == domain::party::Receiver::Family { person: me };
    if process.opening.previous.is_some() {
        places.push(at("earlier-plan", t.get("family-place-earlier-plan")));
    }
    if process.changes.iter().any(|change| change.receivers.iter().any(mine)) {
        places.push(at("changes", t.get("family-place-changes")));
    }
    if process.samba.last_case().is_some() {
        places.push(at("samba", t.get("family-place-samba")));
    } else if may_contact(case) {
        places.push(at("samba-contact", t.get("family-place-samba-contact")));
    }
    if process.ending.closing.is_some() {
        places.push(at("closing", t.get("family-place-closing")));
    }
    places
}
