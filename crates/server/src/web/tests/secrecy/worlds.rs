//! Do two worlds that differ in one secret answer an outsider alike, to the byte?
//!
//! An outsider is somebody to whom the secret is nothing in either world. The same random script is run in both:
//! pages, searches, forms filled in, with addresses and names that an outsider could know or guess. Clock and
//! sessions are the same; what each world draws by chance while the script runs (ids of what the outsider makes, a
//! token after a change of seat) is told apart by the order in which it comes, and nothing else is.

pub mod dice;
mod knowing;
mod leaks;
mod pair;
mod script;
pub mod secrets;

use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

use super::{addresses::Addresses, ground::block_on};
use dice::Dice;
use leaks::Leak;
use pair::{Pair, Run};
use script::Script;
use secrets::{Base, Secret};

/// How many scripts there are in one run, shared between the secrets, unless this says otherwise.
const SCRIPTS_SETTING: &str = "FARLED_SCRIPTS";
const SCRIPTS: usize = 10_000;
/// In which a planted leak must be found.
const CAUGHT_WITHIN: u64 = 400;

/// AC-13, AC-1, AC-4, AC-8, AC-10, CON-03, CON-20, PID-4.
#[test]
fn an_outsider_cannot_tell_two_worlds_apart() {
    let scripts = std::env::var(SCRIPTS_SETTING).map_or(SCRIPTS, |count| count.parse().unwrap());
    let (addresses, base) = (Addresses::new(), block_on(Base::new()));
    let (next, all) = (AtomicUsize::new(0), Mutex::new(Run::default()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(secret) = Secret::ALL.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let run = block_on(told_apart(&addresses, &base, *secret, scripts));
                    all.lock().unwrap().add(run);
                }
            });
        }
    });
    let run = all.into_inner().unwrap();
    run.told();
    assert!(run.scripts >= scripts, "{} scripts", run.scripts);
}

/// The scripts about one secret, and then the mistakes that they must catch.
async fn told_apart(addresses: &Addresses, base: &Base, secret: Secret, scripts: usize) -> Run {
    let mut pair = Pair::new(addresses, base, secret).await;
    let count = scripts.div_ceil(Secret::ALL.len()) as u64;
    for number in 0..count {
        pair.run(&Script::new(&mut Dice::new(number), &pair.known), None).await;
    }
    assert!(pair.run.faults.is_empty(), "{}:\n{}", secret.name(), pair.run.faults.join("\n"));
    for leak in Leak::ALL.iter().filter(|leak| leak.gives_away.contains(&secret)) {
        let mut number = 0;
        while pair.run.faults.is_empty() {
            assert!(number < CAUGHT_WITHIN, "nobody notices {} of {}", leak.name, secret.name());
            pair.run(&Script::new(&mut Dice::new(number), &pair.known), Some(leak)).await;
            number += 1;
        }
        pair.run.caught(leak.name, secret, number);
    }
    pair.run
}
