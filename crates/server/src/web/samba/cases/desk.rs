//! What does whoever works with a case have at hand?

use domain::{
    AgreementNo, BodyId, BodyMeetingId, CaseNo, PartyId, PersonId, ProcessId,
    calendar::Calendar,
    samba::{
        agreement::Agreement,
        bodies::{Bodies, Body},
        case::{Case as SambaCase, Item},
    },
};
use jiff::civil::Date;
use policy::{Action, Ground, Seat};
use serde::Deserialize;
use std::sync::Arc;

use super::meetings::{self, Ahead};
use crate::web::{app::App, case::Case, error::WebError, identity::Actor, texts::Texts};

/// What an address of a case names.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Named {
    pub process: ProcessId,
    pub meeting: Option<BodyMeetingId>,
    pub agreement: Option<AgreementNo>,
}

/// An open case, as far as its reader may know it.
pub struct Desk {
    pub t: &'static Texts,
    pub case: Case,
    pub number: CaseNo,
    pub samba: SambaCase,
    pub bodies: Arc<Bodies>,
    pub actor: Actor,
    pub named: Named,
    /// The meetings ahead of the body whose turn it is, for the coordinator.
    pub ahead: Vec<Ahead>,
}

/// What a decision needs beside the process.
#[derive(Clone)]
pub struct Around {
    pub bodies: Arc<Bodies>,
    pub calendar: Arc<Calendar>,
    pub case: CaseNo,
    pub named: Named,
    pub actor: Actor,
}

impl Desk {
    /// # Errors
    /// As `App::case`; `NotFound` when the address names what is not there.
    pub async fn open(
        app: &App,
        t: &'static Texts,
        actor: Actor,
        named: Named,
        wanted: Action,
        others: Vec<Action>,
    ) -> Result<Desk, WebError> {
        let (_, case) = app.case_or(actor, named.process, wanted, others).await?;
        let (number, samba) = case.process.samba.open_case().ok_or(WebError::NotFound)?;
        let (samba, bodies) = (samba.clone(), app.bodies.clone());
        let mut desk = Desk { t, number, samba, bodies, actor, named, ahead: vec![], case };
        if desk.is_unknown() {
            return Err(WebError::NotFound);
        }
        if desk.case.ground == Ground::SambaCoordinator
            && let Some(body) = desk.next_body()
        {
            desk.ahead = meetings::ahead(app, actor, body).await?;
        }
        Ok(desk)
    }

    fn is_unknown(&self) -> bool {
        let meeting = self.named.meeting.is_some() && self.item().is_none();
        meeting || (self.named.agreement.is_some() && self.agreement().is_none())
    }

    pub fn around(&self) -> Around {
        Around {
            bodies: self.bodies.clone(),
            calendar: self.case.calendar.clone(),
            case: self.number,
            named: self.named,
            actor: self.actor,
        }
    }

    pub fn today(&self) -> Date {
        self.case.now.today()
    }

    /// Somebody who knows who the child is: before a consent nobody here does (CON-21).
    pub fn knows_the_child(&self) -> bool {
        self.case.ground != Ground::SambaContact
    }

    pub fn is_coordinator(&self) -> bool {
        self.actor.seat == Seat::SambaCoordinator
    }

    pub fn address(&self) -> String {
        format!("/samba/cases/{}", self.case.id)
    }

    /// The meeting of the address, if the case stands on its agenda.
    pub fn item(&self) -> Option<&Item> {
        self.samba.item(self.named.meeting?)
    }

    /// The agreement of the address, if it is one of this case.
    pub fn agreement(&self) -> Option<(AgreementNo, &Agreement)> {
        let number = self.named.agreement?;
        let agreement = self.case.process.samba.agreement(number)?;
        (agreement.case == self.number).then_some((number, agreement))
    }

    /// The body of the meeting that the address names.
    pub fn body(&self) -> Option<&Body> {
        self.bodies.body(self.item()?.body)
    }

    /// The body whose turn it is: the first, the same again, or the one that it was lifted to.
    pub fn next_body(&self) -> Option<&Body> {
        match (self.samba.lifted_by(), self.samba.last_item()) {
            (Some(lifted), _) => self.bodies.body(self.bodies.body(lifted.body)?.next?),
            (None, Some(last)) => self.bodies.body(last.body),
            (None, None) => self.bodies.first(),
        }
    }

    pub fn body_name(&self, body: BodyId) -> &str {
        self.bodies.body(body).map_or("", |body| body.name.as_str())
    }

    pub fn party_name(&self, party: PartyId) -> &str {
        self.bodies.party(party).map_or("", |party| party.short_name.as_str())
    }

    pub fn party_names(&self, parties: &[PartyId]) -> String {
        let names: Vec<String> = parties.iter().map(|party| self.party_name(*party).to_owned()).collect();
        crate::web::refusal_words::listed(self.t, &names)
    }

    /// Somebody's name, or as whom one is known here.
    pub fn name(&self, person: PersonId) -> String {
        let name = self.case.name(person);
        let family = self.case.process.is_family(person, self.today());
        match (name.is_empty(), family) {
            (false, _) => name.to_owned(),
            (true, true) => self.t.get("cases-somebody-in-the-family"),
            (true, false) => self.t.get("cases-the-coordinator"),
        }
    }

    /// Whoever made contact, with the unit or the party: "Sara Ek, Skolstödet (BUF)". Nobody of the family has a name
    /// here before a consent (CON-21).
    pub fn contact(&self) -> String {
        let (t, person) = (self.t, self.samba.contacted_by);
        let Some(unit) = self.case.process.unit_of(person) else { return self.name(person) };
        let party = self.bodies.party_of(unit, &self.case.organisation);
        let (name, unit) = (self.name(person), self.case.unit(unit));
        match party {
            Some(party) => t.with(
                "cases-person-of-party",
                &[("person", &name), ("unit", &unit), ("party", &self.party_name(party))],
            ),
            None => t.with("person-in-unit", &[("person", &name), ("unit", &unit)]),
        }
    }
}
