//! How does a new database come to hold the demo world?

use std::{future::Future, sync::Arc};

use domain::{RequestId, organisation::Organisation};
use jiff::{
    ToSpan as _,
    civil::{Date, time},
};
use store::{Answer, NewRequest, Reason, Store};
use tokio::task::{JoinError, JoinSet};

use super::{
    bodies, deidentified, desk, life, notes,
    people::{DemoPeople, FamilyEntry, PeopleFault, fixed_id, person_id},
    play::{Play, PlayFault, Scene},
    stage::Stage,
    story::{RequestTale, Story, Tale},
};
use crate::{clock::Clock, web::demo::DemoWorld};

/// Why the demo world cannot be filled.
#[derive(Debug, thiserror::Error)]
pub enum FillFault {
    #[error("{0}")]
    People(#[from] PeopleFault),
    #[error("the story cannot be read: {0}")]
    Story(#[from] toml::de::Error),
    #[error("{0}")]
    Play(#[from] PlayFault),
    #[error("the database: {0}")]
    Store(#[from] store::Error),
    #[error("the record: {0}")]
    Seal(#[from] store::SealFault),
    #[error("a part of the work broke down: {0}")]
    Broken(#[from] JoinError),
}

/// Fills the store with the demo world, unless there is a world in it already; that one is kept as it is.
///
/// Seats are put last, so that a world that was interrupted is not taken for a whole one; only the meetings of the
/// bodies come after them, because attendance is of those who have a seat.
///
/// # Errors
/// When the database fails, or the demo's own files do not fit the organisation.
pub async fn fill(store: &Store, organisation: &Organisation, clock: &Clock) -> Result<DemoWorld, FillFault> {
    let today = clock.now().today();
    let (people, story) = (DemoPeople::shipped(organisation)?, Story::shipped()?);
    let stage = Arc::new(Stage::new(organisation.clone(), clock.clone(), story, &people.staff));
    if store.seats_on(today, 1).await?.is_empty() {
        register(store, &people, today).await?;
        ask(store, &stage, &people).await?;
        play(store, &stage, &people).await?;
        seat(store, &people, today).await?;
        bodies::meet(store, &people, clock).await?;
        deidentified::ask(store, &people, organisation, clock).await?;
        desk::lay(store, &people, organisation, clock).await?;
    }
    Ok(notes::notes(&people, organisation, &stage.story.waiting, today))
}

/// The family's request for a process.
pub fn request_id(family: &str) -> RequestId {
    RequestId(fixed_id("request", family))
}

/// Plays every process side by side. One that takes up an earlier one comes after it.
async fn play(store: &Store, stage: &Arc<Stage>, people: &DemoPeople) -> Result<(), FillFault> {
    for again in [false, true] {
        let tales = stage.story.processes.iter().filter(|tale| tale.previous.is_some() == again);
        let plays = tales.map(|tale| one(store, stage, people, tale.clone()));
        at_once(plays.collect::<Result<Vec<_>, FillFault>>()?).await?;
    }
    Ok(())
}

fn one(
    store: &Store,
    stage: &Arc<Stage>,
    people: &DemoPeople,
    tale: Tale,
) -> Result<impl Future<Output = Result<(), FillFault>> + Send + 'static, FillFault> {
    let family = family(people, &tale.family)?;
    let mut play = Play::new(stage.clone(), family, &tale.key, Scene::Store(store.clone()));
    Ok(async move { Ok(life::live(&mut play, &tale).await?) })
}

fn family(people: &DemoPeople, key: &str) -> Result<Arc<FamilyEntry>, FillFault> {
    let family = people.family(key).cloned().map(Arc::new);
    family.ok_or_else(|| PlayFault::Nobody(key.to_owned()).into())
}

/// The families' own requests, with the answers that some have got (T1b).
async fn ask(store: &Store, stage: &Arc<Stage>, people: &DemoPeople) -> Result<(), FillFault> {
    for request in &stage.story.requests {
        let family = family(people, &request.family)?;
        let play = Play::new(stage.clone(), family, &request.family, Scene::Store(store.clone()));
        put_request(store, &play, request).await?;
    }
    Ok(())
}

async fn put_request(store: &Store, play: &Play, told: &RequestTale) -> Result<(), FillFault> {
    let day = play.stage.clock.now().today().saturating_sub(told.ago.days());
    let now = play.stage.clock.at(day.to_datetime(time(9, 0, 0, 0)));
    let unit = play.unit(&told.to)?;
    let id = request_id(&told.family);
    let request = NewRequest { id, child: play.child(), unit, wish: told.wish.clone() };
    store.ask_for_process(Play::relative(person_id(&told.by)), request, now).await?;
    let accepted = told.accepted.clone().map(|text| Answer::Accepted { text });
    let refused = told.refused.as_deref().and_then(Reason::new).map(|reason| Answer::Refused { reason });
    if let Some(answer) = accepted.or(refused) {
        store.answer_request(play.actor(&told.to)?, id, answer, now).await?;
    }
    Ok(())
}

/// Puts everybody into the register of persons, with who looks after whom.
async fn register(store: &Store, people: &DemoPeople, today: Date) -> Result<(), FillFault> {
    let all = people.people(today).into_iter().map(|person| {
        let store = store.clone();
        async move { Ok(store.put_person(person).await?) }
    });
    at_once(all).await?;
    let guardianships = people.guardianships().into_iter().map(|one| {
        let store = store.clone();
        async move { Ok(store.put_guardian(one.child, one.guardian, one.legal).await?) }
    });
    at_once(guardianships).await
}

async fn seat(store: &Store, people: &DemoPeople, today: Date) -> Result<(), FillFault> {
    let seats = people.seats(today).into_iter().map(|seat| {
        let store = store.clone();
        async move { Ok(store.put_seat(seat).await?) }
    });
    at_once(seats).await
}

/// Does all of it side by side, so that many acts share one wait for the disk.
///
/// # Errors
/// The first that comes; the rest is given up.
pub async fn at_once<F>(work: impl IntoIterator<Item = F>) -> Result<(), FillFault>
where
    F: Future<Output = Result<(), FillFault>> + Send + 'static,
{
    let mut under_way: JoinSet<Result<(), FillFault>> = work.into_iter().collect();
    while let Some(ended) = under_way.join_next().await {
        ended??;
    }
    Ok(())
}
