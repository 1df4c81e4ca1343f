//! What does whoever works with a description have at hand?

use std::sync::Arc;

use domain::{
    BodyId, DeidentifiedId,
    deidentify::Rarity,
    samba::{
        bodies::{Bodies, Body},
        deidentified::{Deidentified, Item, Stage},
    },
};
use jiff::civil::Date;
use policy::DeidentifiedGround;
use store::{DeidentifiedRules, StoredDeidentified};

use crate::web::{
    app::App,
    error::WebError,
    identity::Actor,
    samba::cases::meetings::{self, Ahead},
    texts::Texts,
};

/// One description, as its reader may have it.
pub struct Desk {
    pub t: &'static Texts,
    pub id: DeidentifiedId,
    pub state: Deidentified,
    pub ground: DeidentifiedGround,
    /// Whoever wrote it, if the reader may know.
    pub writer: Option<String>,
    pub bodies: Arc<Bodies>,
    pub today: Date,
    /// The meetings ahead of the body whose turn it is, for the coordinator.
    pub ahead: Vec<Ahead>,
    /// How many other children it could be about, while somebody is to judge that (DID-7).
    pub alike: Option<Rarity>,
}

impl Desk {
    /// # Errors
    /// `NotFound` for whoever may not know of it, and where there is none.
    pub async fn open(
        app: &App,
        t: &'static Texts,
        actor: Actor,
        id: DeidentifiedId,
    ) -> Result<Desk, WebError> {
        let now = app.clock.now();
        let StoredDeidentified { id, state, ground, writer } = app.store.deidentified(actor, id, now).await?;
        let (bodies, today) = (app.bodies.clone(), now.today());
        let mut desk = Desk { t, id, state, ground, writer, bodies, today, ahead: vec![], alike: None };
        let is_judged = matches!(desk.state.stage, Stage::Written | Stage::Returned { .. });
        if is_judged && (desk.is_coordinator() || desk.is_writer()) {
            desk.alike = Some(app.store.alike(actor, id, app.organisation.clone(), now).await?);
        }
        if desk.is_coordinator()
            && let Some(body) = desk.state.next_body(&app.bodies)
        {
            desk.ahead = meetings::ahead(app, actor, body).await?;
        }
        Ok(desk)
    }

    pub fn address(&self) -> String {
        address(self.id)
    }

    pub fn is_coordinator(&self) -> bool {
        self.ground == DeidentifiedGround::Coordinator
    }

    pub fn is_writer(&self) -> bool {
        self.ground == DeidentifiedGround::Writer
    }

    /// What stands on an agenda now.
    pub fn pending(&self) -> Option<&Item> {
        self.state.pending()
    }

    /// The body that has it before it.
    pub fn body(&self) -> Option<&Body> {
        self.bodies.body(self.pending()?.body)
    }

    pub fn body_name(&self, body: BodyId) -> &str {
        self.bodies.body(body).map_or("", |body| body.name.as_str())
    }
}

pub fn address(id: DeidentifiedId) -> String {
    format!("/samba/deidentified/{id}")
}

pub fn rules(app: &App) -> DeidentifiedRules {
    DeidentifiedRules { bodies: app.bodies.clone(), organisation: app.organisation.clone() }
}
