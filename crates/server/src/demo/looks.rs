//! How does a synthetic world come to have a long record?
//!
//! Guardians look at their processes again and again. The record is sealed as often as in a busy hour: there, a
//! second holds about as many rows as here lie between two seals.

use store::Store;

use super::{fill::FillFault, people::person_id, play::process_id, synthetic};
use crate::{clock::Clock, sealing::Sealing};

/// How many look between two seals.
const BETWEEN_SEALS: u32 = 10;

/// Lets so many look, through the door, and seals as they go.
///
/// # Errors
/// When the database fails, or somebody may not look.
pub async fn look(
    store: &Store,
    clock: &Clock,
    sealing: &mut Sealing,
    processes: u32,
    looks: u32,
) -> Result<(), FillFault> {
    let actors: Vec<_> = synthetic::measured(processes)
        .map(|number| {
            let person = person_id(&synthetic::guardian(number));
            let process = process_id(&format!("synthetic-{number}"));
            (process, policy::Actor { person, seat: policy::Seat::Family })
        })
        .collect();
    let mut turn = actors.iter().cycle();
    sealing.seal().await?;
    for done in (0..looks).step_by(BETWEEN_SEALS as usize) {
        let looking = turn.by_ref().take(BETWEEN_SEALS.min(looks - done) as usize).map(|(process, actor)| {
            let (store, now, process, actor) = (store.clone(), clock.now(), *process, *actor);
            async move {
                store.glance(process, actor, policy::Action::ReadProcess, now).await?;
                Ok(())
            }
        });
        super::fill::at_once(looking.collect::<Vec<_>>()).await?;
        sealing.seal().await?;
    }
    Ok(())
}
