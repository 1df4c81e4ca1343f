//! What does each event change in the state of a case? It cannot fail, and every variant is named.

use super::{
    agreement::Agreement,
    case::*,
    choice::CaseEnd,
    consent::SambaConsent,
    state::Samba,
    treatment::{QuestionReply, Reply},
};
use crate::{choice::SambaRoute, event::samba::SambaEvent, ids::*, party::Capacity};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

impl Samba {
    /// What was taken up without the child's name before that had an object of its own is done with at once.
    pub(crate) fn contacted(&mut self, route: SambaRoute, by: PersonId, on: Date) {
        let mut case = Case::contacted(by, on);
        case.end = match route {
            SambaRoute::NewConsent => None,
            SambaRoute::Deidentified => Some((Ended::With(CaseEnd::NoConsent), on)),
        };
        self.cases.push(case);
    }

    fn with(&mut self, case: CaseNo, change: impl FnOnce(&mut Case)) {
        if let Some(case) = index(case.0).and_then(|index| self.cases.get_mut(index)) {
            change(case);
        }
    }

    fn item(&mut self, case: CaseNo, meeting: BodyMeetingId, change: impl FnOnce(&mut Item)) {
        self.with(case, |case| {
            if let Some(item) = case.items.iter_mut().find(|item| item.meeting == meeting) {
                change(item);
            }
        });
    }

    fn agreement_mut(&mut self, agreement: AgreementNo, change: impl FnOnce(&mut Agreement)) {
        if let Some(agreement) = index(agreement.0).and_then(|index| self.agreements.get_mut(index)) {
            change(agreement);
        }
    }

    fn consent_mut(&mut self, consent: SambaConsentNo, change: impl FnOnce(&mut SambaConsent)) {
        if let Some(consent) = index(consent.0).and_then(|index| self.consents.get_mut(index)) {
            change(consent);
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm an event: the list is the point")]
    pub(crate) fn evolve(&mut self, event: &SambaEvent) {
        use SambaEvent::*;
        match event {
            SambaSorted { case, to, .. } => self.with(*case, |case| case.sorting = Some(*to)),
            SambaRoutineChosen { case, applies, reason, .. } => {
                self.with(*case, |case| case.routine = Some((*applies, *reason)));
            }
            SambaAssessed { case, tried, shortfalls, why, questions, on, .. } => self.with(*case, |case| {
                let (tried, shortfalls, why, on) = (*tried, shortfalls.clone(), *why, *on);
                case.assessment = Some(Assessment { tried, shortfalls, why, on });
                case.questions.extend(questions.iter().copied().map(CaseQuestion::put));
            }),
            SambaDescriptionOrdered { case, from, .. } => {
                self.with(*case, |case| case.caseworker = Some(*from));
            }
            SambaDescribed { case, text, plan, by, on } => self.with(*case, |case| {
                case.description = Some(Description { text: *text, plan: *plan, by: *by, on: *on });
            }),
            SambaConsentFrozen { case, bodies, parties, required, valid_until, text, .. } => {
                self.consents.push(SambaConsent {
                    case: *case,
                    bodies: bodies.iter().copied().collect(),
                    parties: parties.iter().copied().collect(),
                    signatories: required.clone(),
                    valid_until: *valid_until,
                    text: *text,
                    signatures: BTreeMap::new(),
                    refused_by: BTreeSet::new(),
                    active: false,
                    by_adult: false,
                });
            }
            SambaConsentSigned { consent, person, capacity, method, at } => {
                self.consent_mut(*consent, |consent| {
                    consent.by_adult |= *capacity == Capacity::YoungAdult;
                    consent.signatures.insert(*person, (*method, *at));
                });
            }
            SambaConsentRefused { consent, person, .. } => self.consent_mut(*consent, |consent| {
                consent.refused_by.insert(*person);
            }),
            SambaConsentActivated { consent } => {
                self.consent_mut(*consent, |consent| consent.active = true);
            }
            SambaConsentRevoked { case, body, party, .. } => self.revoked(*case, *body, *party),
            SambaScheduled { case, body, meeting, on, .. } => self.with(*case, |case| {
                case.items.push(Item::scheduled(*body, *meeting, *on));
            }),
            SambaUnscheduled { case, meeting, .. } => {
                self.with(*case, |case| case.items.retain(|item| item.meeting != *meeting));
            }
            SambaTreated {
                case,
                body,
                meeting,
                present,
                left,
                outcome,
                note,
                replies,
                owed_by,
                owed_on,
                on,
                ..
            } => {
                let (outcome, note, on, owed) = (*outcome, *note, *on, owed_by.zip(*owed_on));
                let (present, left) = (present.clone(), left.clone());
                let treated = Treated { present, left, outcome, note, owed, on };
                self.item(*case, *meeting, |item| item.treated = Some(treated));
                self.replied(*case, *body, replies);
            }
            SambaReflected { case, body, outcome, note, replies, on, .. } => {
                self.with(*case, |case| {
                    if let Some(item) = case.items.iter_mut().rfind(|item| item.body == *body) {
                        item.reflected = Some((*outcome, *note, *on));
                    }
                });
                self.replied(*case, *body, replies);
            }
            SambaMinutesFinal { case, meeting, on, .. } => {
                self.item(*case, *meeting, |item| item.minutes_final = Some(*on));
            }
            SambaMinutesCorrected { case, meeting, note, reason, by, on } => {
                let correction = Correction { note: *note, reason: *reason, by: *by, on: *on };
                self.item(*case, *meeting, |item| item.corrections.push(correction));
            }
            AgreementDrafted { case, body, terms, .. } => {
                self.agreements.push(Agreement::drafted(*case, *body, terms.clone()));
            }
            AgreementDropped { agreement, .. } => {
                self.agreement_mut(*agreement, |agreement| agreement.dropped = true);
            }
            AgreementSigned { agreement, party, person, at, .. } => {
                self.agreement_mut(*agreement, |agreement| {
                    agreement.signed.insert(*party, (*person, *at));
                });
            }
            AgreementActivated { agreement } => {
                self.agreement_mut(*agreement, |agreement| agreement.active = true);
            }
            AgreementEnded { agreement, why, reason, on, .. } => {
                self.agreement_mut(*agreement, |agreement| agreement.ended = Some((*why, *reason, *on)));
            }
            AgreementGiven { agreement, to, on, .. } => {
                self.agreement_mut(*agreement, |agreement| {
                    agreement.given_to.insert(*to, *on);
                });
            }
            SambaReturned { case, to, on, follow_up, follow_up_on, returned, .. } => {
                let (to, on, returned) = (*to, *on, *returned);
                let (follow_up, follow_up_on) = (*follow_up, *follow_up_on);
                let returned = Returned { to, on, follow_up, follow_up_on, returned };
                self.with(*case, |case| case.returned = Some(returned));
            }
            SambaFollowedUp { case, form, result, reason, on, .. } => self.with(*case, |case| {
                let (form, result, reason, on) = (*form, *result, *reason, *on);
                case.follow_ups.push(FollowUp { form, result, reason, on, told: vec![], child_text: None });
            }),
            SambaFamilyNotified { case, person, child_text, on, .. } => self.with(*case, |case| {
                if let Some(last) = case.follow_ups.last_mut() {
                    last.told.push((*person, *on));
                    last.child_text = child_text.or(last.child_text);
                }
            }),
            SambaClosed { case, end, on, .. } => {
                self.with(*case, |case| case.end = Some((Ended::With(*end), *on)));
            }
            SambaWithdrawn { case, on } => self.with(*case, |case| case.end = Some((Ended::Withdrawn, *on))),
        }
    }

    fn revoked(&mut self, case: CaseNo, body: Option<BodyId>, party: Option<PartyId>) {
        for consent in self.consents.iter_mut().filter(|consent| consent.case == case) {
            match (body, party) {
                (None, None) => {
                    consent.bodies.clear();
                    consent.parties.clear();
                }
                (Some(body), _) => {
                    consent.bodies.remove(&body);
                }
                (None, Some(party)) => {
                    consent.parties.remove(&party);
                }
            }
        }
    }

    fn replied(&mut self, case: CaseNo, body: BodyId, replies: &[QuestionReply]) {
        self.with(case, |case| {
            for QuestionReply { question, reply } in replies {
                let question = index(question.0).and_then(|index| case.questions.get_mut(index));
                let Some(question) = question else { continue };
                match reply {
                    Reply::LiftedOn => question.lifted_by.push(body),
                    Reply::Answered { text } => {
                        question.resolved = Some(Resolved { body, text: *text, answered: true });
                    }
                    Reply::NotAnswerable { reason } => {
                        question.resolved = Some(Resolved { body, text: *reason, answered: false });
                    }
                }
            }
        });
    }
}
