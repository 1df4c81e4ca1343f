//! What lies on the desk of the demo world's Samba coordinator?
//!
//! A note of every kind, with a case and without, one on its last day; and a need in every state.

use domain::{
    DevelopmentNeedId, WorkingNoteId,
    deidentify::Known,
    organisation::Organisation,
    samba::{
        need::{Found, LookedThrough, NeedAct, NeedArea},
        note::{NewNote, NoteKind},
    },
};
use jiff::{
    ToSpan as _,
    civil::{Date, time},
};
use policy::{Actor, Seat};
use serde::Deserialize;
use store::Store;

use super::{
    fill::FillFault,
    people::{DemoPeople, RoleWord, fixed_id, person_id},
    play::PlayFault,
};
use crate::clock::Clock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Desk {
    notes: Vec<Note>,
    needs: Vec<Need>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Note {
    kind: NoteKind,
    /// About the first case there is.
    about_case: bool,
    contains_fact: bool,
    /// So many days ago.
    ago: i64,
    /// For so many days to come.
    lives: i64,
    text: String,
}

/// The days are counted back.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Need {
    area: NeedArea,
    noted: i64,
    taken: Option<i64>,
    concluded: Option<i64>,
    text: String,
    outcome: Option<String>,
}

/// Lays the desk of the first Samba coordinator.
pub async fn lay(
    store: &Store,
    people: &DemoPeople,
    organisation: &Organisation,
    clock: &Clock,
) -> Result<(), FillFault> {
    let desk: Desk = toml::from_str(include_str!("../../../../data/demo-desk.toml"))?;
    let coordinator = people
        .staff
        .iter()
        .find(|member| member.seats.iter().any(|seat| seat.role == RoleWord::SambaCoordinator));
    let Some(coordinator) = coordinator else { return Ok(()) };
    let actor = Actor { person: person_id(&coordinator.key), seat: Seat::SambaCoordinator };
    for note in &desk.notes {
        keep(store, actor, clock, note).await?;
    }
    let known = Known::default().with_units_of(organisation);
    for need in &desk.needs {
        develop(store, actor, clock, &known, need).await?;
    }
    Ok(())
}

async fn keep(store: &Store, actor: Actor, clock: &Clock, told: &Note) -> Result<(), FillFault> {
    let today = clock.now().today();
    let now = on(clock, today, told.ago);
    let first = store.working_notes(actor, clock.now()).await?.cases.first().map(|case| case.case);
    let note = NewNote {
        case: first.filter(|_| told.about_case),
        day: now.today(),
        kind: told.kind,
        text: told.text.clone(),
        contains_fact: told.contains_fact,
        considered: told.contains_fact,
        last_day: today.saturating_add(told.lives.days()),
    };
    let id = WorkingNoteId(fixed_id("working note", &told.text));
    // Of a case that has come since then nothing could be noted before.
    let kept = store.write_working_note(actor, id, note, clock.now()).await?;
    kept.map_err(|fault| PlayFault::Desk(fault.to_string()))?;
    Ok(())
}

async fn develop(
    store: &Store,
    actor: Actor,
    clock: &Clock,
    known: &Known,
    told: &Need,
) -> Result<(), FillFault> {
    let today = clock.now().today();
    let id = DevelopmentNeedId(fixed_id("development need", &told.text));
    let day = |ago: i64| today.saturating_sub(ago.days());
    let note =
        NeedAct::Note { day: day(told.noted), area: told.area, text: looked_through(known, &told.text)? };
    let take = told.taken.map(|ago| (ago, NeedAct::Take { day: day(ago) }));
    let conclude = match (told.concluded, &told.outcome) {
        (Some(ago), Some(text)) => {
            Some((ago, NeedAct::Conclude { day: day(ago), text: looked_through(known, text)? }))
        }
        (None, _) | (_, None) => None,
    };
    for (ago, act) in [(told.noted, note)].into_iter().chain(take).chain(conclude) {
        let done = store.change_development_need(actor, id, act, on(clock, today, ago)).await?;
        done.map_err(|refusal| PlayFault::Desk(refusal.to_string()))?;
    }
    Ok(())
}

/// Whoever wrote this has looked at everything that is held.
fn looked_through(known: &Known, text: &str) -> Result<LookedThrough, PlayFault> {
    let look = |cleared: &[String]| LookedThrough::new(known, text.to_owned(), cleared);
    let cleared = match look(&[]) {
        Ok(looked) => return Ok(looked),
        Err(not_yet) => not_yet.held.iter().map(Found::code).collect::<Vec<_>>(),
    };
    look(&cleared).map_err(|not_yet| PlayFault::Desk(format!("{:?}", not_yet.blocks)))
}

fn on(clock: &Clock, today: Date, ago: i64) -> domain::Now {
    clock.at(today.saturating_sub(ago.days()).to_datetime(time(8, 0, 0, 0)))
}
