//! What does every handler have at hand?

use std::{ops::Deref, sync::Arc};

use super::{receipt::Receipts, session::Sessions, sign_in::DemoChoice};
use crate::{clock::Clock, config::Config};

/// The parts shared by all requests; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

pub struct Parts {
    pub clock: Clock,
    pub config: Config,
    pub sessions: Sessions,
    pub receipts: Receipts,
    /// In the demo, whom one can sign in as; elsewhere nobody.
    pub demo: Option<Vec<DemoChoice>>,
}

impl App {
    pub fn new(clock: Clock, config: Config, demo: Option<Vec<DemoChoice>>) -> Self {
        let sessions = Sessions::new(config.idle_minutes_max, config.session_hours_max);
        Self(Arc::new(Parts { clock, config, sessions, receipts: Receipts::default(), demo }))
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
