//! May an answer that is ready still be sent?
//!
//! A flight goes along with one request: it remembers what the answer rests on, and is asked last of all.

use super::change::{Changes, Key, Moment, Seen};
use std::{
    future::Future,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

tokio::task_local! {
    static CURRENT: Flight;
}

/// One request on its way to its answer. Clones are the same flight.
#[derive(Clone)]
pub struct Flight {
    changes: Arc<Changes>,
    rests_on: Arc<Mutex<RestsOn>>,
}

#[derive(Default)]
struct RestsOn {
    looked: Vec<Seen>,
    /// The session of who asks, the seat and the person.
    session: Vec<Seen>,
    /// The changes that the request itself has made.
    own: Vec<Moment>,
    acted: bool,
}

impl Flight {
    pub(super) fn new(changes: Arc<Changes>) -> Flight {
        Flight { changes, rests_on: Arc::default() }
    }

    /// Runs `work`; whatever it asks of the store is noted here.
    pub async fn carry<F: Future>(&self, work: F) -> F::Output {
        CURRENT.scope(self.clone(), work).await
    }

    /// Whether everything that was looked at is as it was seen, but for what the request itself has changed. No
    /// change that anybody has been told of is missed.
    pub fn stands(&self) -> bool {
        let rests_on = self.rests_on();
        let seen = rests_on.looked.iter().chain(&rests_on.session).copied();
        !self.changes.touch(seen, &rests_on.own)
    }

    /// Whether the request has changed something, so that it may not be made again.
    pub fn has_acted(&self) -> bool {
        self.rests_on().acted
    }

    pub(crate) fn current() -> Option<Flight> {
        CURRENT.try_with(Flight::clone).ok()
    }

    /// Notes in whose session the request is made.
    pub(crate) fn is_in_session(&self, keys: &[Key], until: Moment) {
        self.rests_on().session = keys.iter().map(|key| Seen { key: *key, until }).collect();
    }

    /// Whether the session may still ask for something. What is half done is finished.
    pub(super) fn session_stands(&self) -> bool {
        let rests_on = self.rests_on();
        rests_on.acted || !self.changes.touch(rests_on.session.iter().copied(), &rests_on.own)
    }

    pub(super) fn looked(&self, keys: &[Key], until: Moment) {
        self.rests_on().looked.extend(keys.iter().map(|key| Seen { key: *key, until }));
    }

    /// Notes that the request has changed something: so many things that others may rest on, after `before`.
    pub(super) fn acted(&self, changes: usize, before: Moment) {
        let mut rests_on = self.rests_on();
        rests_on.acted = true;
        rests_on.own.extend((1..=changes).map(|number| before.after(number)));
    }

    fn rests_on(&self) -> MutexGuard<'_, RestsOn> {
        self.rests_on.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
