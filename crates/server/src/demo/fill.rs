//! How does a new database come to hold the demo world?

use std::{collections::BTreeMap, future::Future};

use domain::organisation::Organisation;
use jiff::civil::Date;
use store::Store;
use tokio::task::{JoinError, JoinSet};

use super::{
    notes,
    people::{DemoPeople, PeopleFault},
};
use crate::{clock::Clock, web::demo::DemoWorld};

/// Why the demo world cannot be filled.
#[derive(Debug, thiserror::Error)]
pub enum FillFault {
    #[error("{0}")]
    People(#[from] PeopleFault),
    #[error("the database: {0}")]
    Store(#[from] store::Error),
    #[error("a part of the work broke down: {0}")]
    Broken(#[from] JoinError),
}

/// Fills the store with the demo world, unless there is a world in it already; that one is kept as it is.
///
/// Seats are put last, so that a world that was interrupted is not taken for a whole one.
///
/// # Errors
/// When the database fails, or the demo's own files do not fit the organisation.
pub async fn fill(store: &Store, organisation: &Organisation, clock: &Clock) -> Result<DemoWorld, FillFault> {
    let today = clock.now().today();
    let people = DemoPeople::shipped(organisation)?;
    if store.seats_on(today, 1).await?.is_empty() {
        register(store, &people, today).await?;
        seat(store, &people, today).await?;
    }
    Ok(notes::notes(&people, organisation, &BTreeMap::new(), today))
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
