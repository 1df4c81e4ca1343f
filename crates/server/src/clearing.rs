//! How is what has had its day deleted while the server runs?
//!
//! Its readers never see it after that day; this takes it out of the tables too (DID-9).

use std::time::Duration;

use store::Store;
use tokio::{
    task::JoinHandle,
    time::{MissedTickBehavior, interval},
};

use crate::clock::Clock;

/// Days are what is counted, so a day is over for at most so long.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Clears at once, and then every hour until it is dropped with the server.
pub fn start(store: &Store, clock: &Clock) -> JoinHandle<()> {
    let (store, clock) = (store.clone(), clock.clone());
    tokio::spawn(async move {
        let mut ticks = interval(EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            if let Err(error) = clear(&store, &clock).await {
                eprintln!("farled: what has had its day could not be deleted, and is tried again: {error}");
            }
        }
    })
}

/// # Errors
/// When the store cannot answer; nothing is deleted by half.
pub async fn clear(store: &Store, clock: &Clock) -> Result<(), store::Error> {
    store.delete_deidentified(clock.now()).await?;
    Ok(())
}
