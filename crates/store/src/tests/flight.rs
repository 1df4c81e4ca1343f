//! AC-3: what becomes of an answer on its way when the ground under it is taken away?

mod history;
mod looks;
mod programs;
mod sessions;

use super::world::*;
use crate::{Changed, Error, Store, access};
use domain::{
    Event,
    choice::{Channel, ReceiptHow, ScopeLine, Signatory, SignatureMethod},
    ids::{PersonId, ProcessId, SummonsNo},
    party::{Capacity, InformationKind},
};
use jiff::civil::date;
use policy::{Action, Actor};
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};

/// Longer than anything here takes when it is right.
const TOO_LONG: Duration = Duration::from_secs(20);

/// Holds the next look that leaves a row, in the store's own thread, until it is let go.
struct Pause {
    armed: Arc<AtomicBool>,
    reached: Receiver<()>,
    go: Sender<()>,
}

impl Pause {
    fn on(store: &Store) -> Pause {
        let (tell, reached) = channel();
        let (go, wait) = channel();
        let armed = Arc::new(AtomicBool::new(false));
        let (here, wait) = (armed.clone(), Mutex::new(wait));
        store.pause_after_looks(move || {
            if here.swap(false, Ordering::SeqCst) {
                tell.send(()).unwrap();
                wait.lock().unwrap().recv_timeout(TOO_LONG).unwrap();
            }
        });
        Pause { armed, reached, go }
    }

    /// Runs `look` as far as its row, then `meanwhile` to its end, and then lets the row be written.
    async fn between<T: Send + 'static>(
        &self,
        look: impl Future<Output = T> + Send + 'static,
        meanwhile: impl Future<Output = ()>,
    ) -> T {
        self.armed.store(true, Ordering::SeqCst);
        let looking = tokio::spawn(look);
        tokio::task::block_in_place(|| self.reached.recv_timeout(TOO_LONG)).unwrap();
        meanwhile.await;
        self.go.send(()).unwrap();
        looking.await.unwrap()
    }
}

fn nurse() -> Actor {
    staff(NURSE, BUP)
}

async fn mother_acts(store: &Store, id: ProcessId, events: Vec<Event>) -> Result<Changed, Error> {
    let act = Action::RevokeConsent { signatory: MOTHER };
    store.change(id, family(MOTHER), act, now(), vec![], move |_| Ok(events.clone())).await
}

/// When this returns, the withdrawal has been acknowledged.
async fn withdraw(store: &Store, id: ProcessId) {
    let at = date(2026, 6, 5).at(10, 0, 0, 0);
    let event = Event::ConsentRevoked { signatory: MOTHER, unit: BUP, told_to: MOTHER, at };
    mother_acts(store, id, vec![event]).await.unwrap();
}

/// A new summons, signed, sent and received.
async fn give_back(store: &Store, id: ProcessId, number: u32) {
    let summons = SummonsNo(number);
    let (signed, sent) = (date(2026, 6, 5).at(11, 0, 0, 0), date(2026, 6, 5).at(12, 0, 0, 0));
    let line = |unit| ScopeLine { unit, kinds: vec![InformationKind::School], question: None };
    let events = vec![
        Event::SummonsFrozen {
            summons,
            text: form(4),
            scope: vec![line(SCHOOL), line(BUP)],
            required: vec![Signatory { person: MOTHER, capacity: Capacity::Guardian, required: true }],
            valid_until: date(2027, 5, 31),
            earlier_plan: false,
            purpose: None,
        },
        Event::SummonsSigned {
            summons,
            person: MOTHER,
            capacity: Capacity::Guardian,
            method: SignatureMethod::Screen,
            on: signed,
        },
        Event::ConsentActivated { summons },
        Event::SummonsDispatched {
            summons,
            unit: BUP,
            channel: Channel::FunctionInbox,
            at: sent,
            question_changed: true,
        },
        Event::SummonsReceived { unit: BUP, on: sent.date(), how: ReceiptHow::Inbox },
        Event::ParticipantNamed { unit: BUP, person: NURSE },
    ];
    mother_acts(store, id, events).await.unwrap();
}

/// What the record says of somebody's looks at a process, in order.
async fn outcomes(store: &Store, id: ProcessId, person: PersonId) -> Vec<&'static str> {
    let log = store.db.read(move |tx| access::of_process(tx, id)).await.unwrap();
    log.into_iter().filter(|row| row.person == person).map(|row| row.outcome.word()).collect()
}
