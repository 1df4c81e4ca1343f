//! For how long may the store answer without the record being sealed?

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// A permission to answer that runs out by itself, whatever has become of the one who should renew it.
///
/// It goes by a clock that nobody can set. Clones share it.
#[derive(Clone)]
pub(crate) struct Lease(Arc<Inner>);

struct Inner {
    begun: Instant,
    /// How long it is renewed for each time, in milliseconds; 0: it never runs out.
    length: AtomicU64,
    until: AtomicU64,
}

impl Lease {
    /// One that never runs out: where nothing is served nothing has to be sealed meanwhile.
    pub(crate) fn endless() -> Lease {
        Lease(Arc::new(Inner { begun: Instant::now(), length: 0.into(), until: 0.into() }))
    }

    /// From now on it runs out `length` after each renewal; this is the first.
    pub(crate) fn limit(&self, length: Duration) {
        let length = u64::try_from(length.as_millis()).unwrap_or(u64::MAX).max(1);
        self.0.length.store(length, Ordering::Release);
        self.renew();
    }

    pub(crate) fn renew(&self) {
        let until = self.elapsed().saturating_add(self.0.length.load(Ordering::Acquire));
        self.0.until.store(until, Ordering::Release);
    }

    pub(crate) fn has_run_out(&self) -> bool {
        self.0.length.load(Ordering::Acquire) > 0 && self.elapsed() > self.0.until.load(Ordering::Acquire)
    }

    fn elapsed(&self) -> u64 {
        u64::try_from(self.0.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}
