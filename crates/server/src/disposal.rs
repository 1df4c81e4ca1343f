//! When is that deleted which was only to be kept for a while? (DESK-2, DID-9)
//!
//! Beside everything else. What has had its last day is shown to nobody from the day after on, whether or not it has
//! been deleted yet.

use std::time::Duration;

use store::Store;
use tokio::{
    task::JoinSet,
    time::{MissedTickBehavior, interval},
};

use crate::clock::Clock;

/// How often it is looked for.
const EVERY: Duration = Duration::from_hours(1);

/// Looks at once, and goes on until what this answers is dropped.
pub fn start(store: &Store, clock: &Clock) -> JoinSet<()> {
    let (store, clock) = (store.clone(), clock.clone());
    let mut tasks = JoinSet::new();
    tasks.spawn(async move {
        let mut ticks = interval(EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            match dispose(&store, &clock).await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "what has had its last day was deleted"),
                Err(error) => tracing::error!(%error, "what has had its last day cannot be deleted"),
            }
        }
    });
    tasks
}

/// How much has been deleted: working notes, and what was asked without a name.
///
/// # Errors
/// When the store cannot answer; nothing is deleted by half.
pub async fn dispose(store: &Store, clock: &Clock) -> Result<usize, store::Error> {
    let now = clock.now();
    Ok(store.delete_working_notes(now).await? as usize + store.delete_deidentified(now).await?)
}
