//! Does every address answer every persona as the policy rules?
//!
//! Nobody is exempt, and no address is. Who has no standing gets the answer of what does not exist, to the byte;
//! who has standing is never met by a fault; every answer about a process stands on a ruling that is on record;
//! and looking changes nothing.

mod around;
mod seen;

use std::{
    collections::BTreeSet,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use domain::{Process, ProcessId};
use jiff::{ToSpan as _, civil::Date};

use super::{
    addresses::{Addresses, names},
    ground::{Ground, TODAY, block_on},
};
use crate::web::router::Route;
use around::SHARES;
use seen::Seen;

/// On the later day a consent has run out, a pause has lasted too long, and somebody has come of age.
const LATER_DAYS: i64 = 130;
/// What can be true beside any state, and matters for who may know.
const FLAGS: [&str; 5] = ["protected", "partly revoked", "run out", "eighteen", "takes up another"];

/// One process on one day.
struct Errand {
    day: Date,
    id: ProcessId,
    process: Process,
    situations: BTreeSet<String>,
}

/// AC-1, AC-7, CON-03, CON-25, SE-4.
#[test]
fn every_address_answers_every_persona_as_the_policy_rules() {
    let addresses = Addresses::new();
    let errands: Vec<(usize, Errand)> = block_on(errands()).into_iter().enumerate().collect();
    let (next, all) = (AtomicUsize::new(0), Mutex::new(Seen::default()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some((number, errand)) = errands.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mut seen = block_on(around::asked(&addresses, number % SHARES, errand));
                    seen.situations.clone_from(&errand.situations);
                    all.lock().unwrap().add(seen);
                }
            });
        }
    });
    all.into_inner().unwrap().told(&addresses);
}

/// Every process on the day of the demo, and again later those that are then in another situation.
async fn errands() -> Vec<Errand> {
    let mut errands: Vec<Errand> = vec![];
    for day in [TODAY, TODAY.saturating_add(LATER_DAYS.days())] {
        let ground = Ground::on(day);
        for id in ground.processes().await {
            let process = ground.process(id).await;
            let situations = situations(&process, day);
            if !errands.iter().any(|known| known.id == id && known.situations == situations) {
                errands.push(Errand { day, id, process, situations });
            }
        }
    }
    errands
}

fn is_about(route: &Route) -> bool {
    names(route.path).any(|name| name == "process")
}

fn situations(process: &Process, day: Date) -> BTreeSet<String> {
    let called = || process.deliveries.iter().map(|(unit, _)| unit);
    let holds = [
        process.is_protected(),
        !process.units_that_left().is_empty() && process.discontinued(day).is_none(),
        called().any(|unit| !process.admits(unit, day) && !process.has_left(unit)),
        process.is_adult(day),
        process.opening.previous.is_some(),
    ];
    let flags = FLAGS.into_iter().zip(holds).filter_map(|(flag, holds)| holds.then_some(flag));
    flags.chain([process.state(day).word()]).map(str::to_owned).collect()
}
