//! Many read while consents are withdrawn and given back: does any answer that began to be sent after a withdrawal
//! was acknowledged show anything?
//!
//! Every step takes a number from one clock. A withdrawal is marked when it has been acknowledged, a consent that is
//! given back before it is asked for, and an answer before it is asked whether it still stands: from then on it is
//! being sent. So whatever the threads do, an answer marked between the two is wrong if it shows something.

use super::{super::both::on_both, *};
use crate::{DraftKey, Flight};
use std::sync::atomic::AtomicU64;
use uuid::Uuid;

const PROCESSES: u128 = 3;
const ROUNDS: u32 = 40;
const READERS: u64 = 6;

fn process(number: u128) -> ProcessId {
    ProcessId(Uuid::from_u128(200 + number % PROCESSES))
}

/// One clock for all.
#[derive(Default)]
struct Clock(AtomicU64);

impl Clock {
    fn tick(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst)
    }
}

/// From the acknowledgement of a withdrawal until the consent is given back.
struct Withdrawn {
    process: ProcessId,
    from: u64,
    to: u64,
}

/// An answer that was sent, and what it showed.
struct Sent {
    at: u64,
    shown: Vec<ProcessId>,
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// One process is withdrawn and given back again and again.
async fn wavers(store: Store, clock: Arc<Clock>, id: ProcessId, mut dice: Dice) -> Vec<Withdrawn> {
    let mut all = vec![];
    for round in 0..ROUNDS {
        withdraw(&store, id).await;
        let from = clock.tick();
        tokio::time::sleep(Duration::from_micros(dice.throw(3_000))).await;
        let to = clock.tick();
        give_back(&store, id, round + 2).await;
        all.push(Withdrawn { process: id, from, to });
        tokio::time::sleep(Duration::from_micros(dice.throw(3_000))).await;
    }
    all
}

/// What one request shows the nurse of the processes.
async fn look(store: &Store, dice: &mut Dice) -> Vec<ProcessId> {
    let id = process(dice.throw(100).into());
    let key = DraftKey { process: id, form: "lots-foljupp".to_owned(), subject: String::new() };
    let (who, now) = (nurse(), now());
    let seen = match dice.throw(5) {
        0 => return store.visible(who, now).await.unwrap().into_iter().map(|one| one.id).collect(),
        1 => store.read(id, who, Action::ReadProcess, now).await.map(drop),
        2 => store.glance(id, who, Action::ReadSummons, now).await.map(drop),
        3 => store.read_draft(key, who, Action::ReadOwnLines, now).await.map(drop),
        _ => {
            return store.concerns(id, who, now).await.unwrap().concerned.then_some(id).into_iter().collect();
        }
    };
    match seen {
        Ok(()) => vec![id],
        Err(Error::Denied(_)) => vec![],
        Err(other) => panic!("{other}"),
    }
}

/// Reads until told to stop. Answers with what was sent, and how many answers did not stand.
async fn reads(store: Store, clock: Arc<Clock>, stop: Arc<AtomicBool>, mut dice: Dice) -> (Vec<Sent>, usize) {
    let (mut all, mut fallen) = (vec![], 0);
    while !stop.load(Ordering::SeqCst) {
        let flight: Flight = store.flight();
        let shown = flight.carry(look(&store, &mut dice)).await;
        let at = clock.tick();
        if flight.stands() {
            all.push(Sent { at, shown });
        } else {
            fallen += 1;
        }
    }
    (all, fallen)
}

/// AC-3: after the withdrawal is acknowledged no answer shows the unit anything.
#[test]
fn no_answer_sent_after_a_withdrawal_shows_anything() {
    on_both(async |store| {
        for number in 0..PROCESSES {
            summoned(&store, process(number)).await;
        }
        let (clock, stop) = (Arc::new(Clock::default()), Arc::new(AtomicBool::new(false)));
        let reader = |seed| reads(store.clone(), clock.clone(), stop.clone(), Dice(seed * 77 + 1));
        let readers: Vec<_> = (0..READERS).map(|seed| tokio::spawn(reader(seed))).collect();
        let wavering = |number: u128| {
            let dice = Dice(number as u64 * 991 + 5);
            tokio::spawn(wavers(store.clone(), clock.clone(), process(number), dice))
        };
        let wavering: Vec<_> = (0..PROCESSES).map(wavering).collect();
        let mut withdrawn = vec![];
        for one in wavering {
            withdrawn.extend(one.await.unwrap());
        }
        stop.store(true, Ordering::SeqCst);
        let (mut sent, mut fallen) = (vec![], 0);
        for one in readers {
            let (own, not_sent) = one.await.unwrap();
            sent.extend(own);
            fallen += not_sent;
        }
        must_show_nothing(&withdrawn, &sent);
        let shown = sent.iter().filter(|one| !one.shown.is_empty()).count();
        println!("{} answers sent, {shown} of them showed something, {fallen} did not stand", sent.len());
        assert!(shown > 100 && sent.len() - shown > 100, "the test is not blind");
    });
}

fn must_show_nothing(withdrawn: &[Withdrawn], sent: &[Sent]) {
    for Withdrawn { process, from, to } in withdrawn {
        let late = sent.iter().find(|one| (*from..*to).contains(&one.at) && one.shown.contains(process));
        assert!(late.is_none(), "withdrawn at {from}, shown at {}", late.map_or(0, |one| one.at));
    }
}
