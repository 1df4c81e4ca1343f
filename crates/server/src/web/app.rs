//! What does every handler have at hand?

use std::{ops::Deref, sync::Arc};

use domain::{
    UnitId, calendar::Calendar, form::FormLibrary, organisation::Organisation, samba::bodies::Bodies,
};
use store::Store;

use super::{demo::DemoWorld, password::Attempts};
use crate::{clock::Clock, config::Config};

/// The parts shared by all requests; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

pub struct Parts {
    pub clock: Clock,
    pub config: Config,
    pub store: Store,
    pub organisation: Arc<Organisation>,
    pub calendar: Arc<Calendar>,
    pub forms: Arc<FormLibrary>,
    /// Who answers beyond Lots.
    pub bodies: Arc<Bodies>,
    /// In the demo, whom one can sign in as; elsewhere nothing.
    pub demo: Option<DemoWorld>,
    pub attempts: Attempts,
}

impl App {
    pub fn new(clock: Clock, config: Config, store: Store, organisation: Organisation) -> Self {
        Self::made(clock, config, store, organisation, None)
    }

    /// The same, as a demo of this world.
    pub fn demo(
        clock: Clock,
        config: Config,
        store: Store,
        organisation: Organisation,
        world: DemoWorld,
    ) -> Self {
        Self::made(clock, config, store, organisation, Some(world))
    }

    fn made(
        clock: Clock,
        config: Config,
        store: Store,
        organisation: Organisation,
        demo: Option<DemoWorld>,
    ) -> Self {
        let attempts = Attempts::default();
        let (organisation, calendar, forms) = (Arc::new(organisation), Arc::default(), Arc::default());
        let bodies = Arc::default();
        Self(Arc::new(Parts { clock, config, store, organisation, calendar, forms, bodies, demo, attempts }))
    }

    /// With the bodies of another organisation than the shipped one. Before anybody shares it.
    #[must_use]
    pub fn with_bodies(mut self, bodies: Bodies) -> Self {
        if let Some(parts) = Arc::get_mut(&mut self.0) {
            parts.bodies = Arc::new(bodies);
        }
        self
    }

    /// The same program over another database and another clock: what it has read from files is read once.
    #[cfg(test)]
    pub fn over(&self, store: Store, clock: Clock) -> Self {
        let Parts { config, organisation, calendar, forms, bodies, demo, .. } = &**self;
        Self(Arc::new(Parts {
            clock,
            config: config.clone(),
            store,
            organisation: organisation.clone(),
            calendar: calendar.clone(),
            forms: forms.clone(),
            bodies: bodies.clone(),
            demo: demo.clone(),
            attempts: Attempts::default(),
        }))
    }

    /// A unit's name; a unit that is no longer in the organisation keeps its number.
    pub fn unit_name(&self, unit: UnitId) -> String {
        self.organisation.unit(unit).map_or_else(|| unit.to_string(), |unit| unit.name.clone())
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}
