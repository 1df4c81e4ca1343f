//! What are the bodies, the parties and the steps of a case called?

use domain::{BodyId, PartyId, samba::case::CaseState};

use crate::web::app::App;

impl App {
    /// A body's name; a body that is no longer in the data keeps its number.
    pub fn body_name(&self, body: BodyId) -> String {
        self.bodies.body(body).map_or_else(|| body.to_string(), |body| body.name.clone())
    }

    /// A party's name.
    pub fn party_name(&self, party: PartyId) -> String {
        self.bodies.party(party).map_or_else(|| party.to_string(), |party| party.name.clone())
    }

    /// A party's name with the position of whoever sits in a body for it.
    pub fn seat_name(&self, party: PartyId, body: BodyId) -> String {
        let place = self.bodies.body(body).and_then(|body| body.place(party));
        let title = place.map(|place| place.title.as_str()).unwrap_or_default();
        format!("{}, {title}", self.party_name(party))
    }
}

/// The key of a state's words, and the body it is in.
pub fn state(state: CaseState) -> (&'static str, Option<BodyId>) {
    match state {
        CaseState::Contact => ("contact", None),
        CaseState::AdviceOnly => ("advice-only", None),
        CaseState::Assessment => ("assessment", None),
        CaseState::ReturnedToLotsUnstarted => ("returned-to-lots", None),
        CaseState::DescriptionPending => ("description-pending", None),
        CaseState::Ready => ("ready", None),
        CaseState::Scheduled(body) => ("scheduled", Some(body)),
        CaseState::Held(body) => ("held", Some(body)),
        CaseState::Reflecting(body) => ("reflecting", Some(body)),
        CaseState::AgreementDraft => ("agreement-draft", None),
        CaseState::AgreementActive => ("agreement-active", None),
        CaseState::AgreementEnded => ("agreement-ended", None),
        CaseState::Executing => ("executing", None),
        CaseState::FollowUp => ("follow-up", None),
        CaseState::Closed => ("closed", None),
        CaseState::Withdrawn => ("withdrawn", None),
    }
}
