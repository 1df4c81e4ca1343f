//! Which cases, consents and agreements does a process have?

use super::{
    agreement::Agreement,
    case::{Case, CaseState, Ended},
    choice::Sorting,
    consent::SambaConsent,
    outcome::Outcome,
};
use crate::{ids::*, process::Process};
use jiff::civil::Date;

/// Everything about Samba in one process.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Samba {
    pub(super) cases: Vec<Case>,
    pub(super) consents: Vec<SambaConsent>,
    pub(super) agreements: Vec<Agreement>,
}

impl Samba {
    pub fn cases(&self) -> impl DoubleEndedIterator<Item = (CaseNo, &Case)> {
        numbered(&self.cases, CaseNo)
    }

    pub fn case(&self, number: CaseNo) -> Option<&Case> {
        self.cases.get(index(number.0)?)
    }

    /// There is never more than one.
    pub fn open_case(&self) -> Option<(CaseNo, &Case)> {
        self.cases().rfind(|(_, case)| case.is_open())
    }

    pub fn last_case(&self) -> Option<(CaseNo, &Case)> {
        self.cases().next_back()
    }

    pub fn consents(&self) -> impl DoubleEndedIterator<Item = (SambaConsentNo, &SambaConsent)> {
        numbered(&self.consents, SambaConsentNo)
    }

    pub fn consent(&self, number: SambaConsentNo) -> Option<&SambaConsent> {
        self.consents.get(index(number.0)?)
    }

    pub fn consents_of(&self, case: CaseNo) -> impl DoubleEndedIterator<Item = &SambaConsent> {
        self.consents.iter().filter(move |consent| consent.case == case)
    }

    /// The text that waits for signatures, if there is one.
    pub fn awaiting(&self) -> Option<(SambaConsentNo, &SambaConsent)> {
        self.consents().next_back().filter(|(_, consent)| consent.awaits_signature())
    }

    /// Another text for the same case has been frozen since.
    pub(super) fn is_superseded(&self, number: SambaConsentNo) -> bool {
        let Some(consent) = self.consent(number) else { return true };
        self.consents().any(|(other, later)| other > number && later.case == consent.case)
    }

    pub(super) fn next_consent(&self) -> SambaConsentNo {
        SambaConsentNo(self.consents.len() as u32 + 1)
    }

    pub fn agreement(&self, number: AgreementNo) -> Option<&Agreement> {
        self.agreements.get(index(number.0)?)
    }

    pub fn agreements_of(&self, case: CaseNo) -> impl DoubleEndedIterator<Item = (AgreementNo, &Agreement)> {
        numbered(&self.agreements, AgreementNo).filter(move |(_, agreement)| agreement.case == case)
    }

    pub(super) fn next_agreement(&self) -> AgreementNo {
        AgreementNo(self.agreements.len() as u32 + 1)
    }

    /// The same without what things cost: for everybody but those who share the costs, and the coordinator.
    pub fn without_costs(mut self) -> Samba {
        for agreement in &mut self.agreements {
            agreement.terms.costs.clear();
        }
        self
    }

    /// The same as a body knows it: what it has treated itself and what was treated before it, and the costs that it
    /// shares itself.
    pub fn as_known_in(mut self, body: BodyId) -> Samba {
        for agreement in self.agreements.iter_mut().filter(|agreement| agreement.body != body) {
            agreement.terms.costs.clear();
        }
        for case in &mut self.cases {
            let first = case.items.iter().position(|item| item.body == body).unwrap_or(0);
            let mut place = 0..;
            case.items.retain(|item| place.next().is_some_and(|at| at < first) || item.body == body);
            let known: Vec<BodyId> = case.items.iter().map(|item| item.body).collect();
            for question in &mut case.questions {
                question.resolved = question.resolved.filter(|resolved| known.contains(&resolved.body));
            }
        }
        self
    }

    /// Every text about costs that this state knows of.
    pub fn cost_texts(&self) -> impl Iterator<Item = TextId> {
        let lines = self.agreements.iter().flat_map(|agreement| &agreement.terms.costs);
        lines.flat_map(|line| [line.item, line.invoicing])
    }

    pub fn has_costs(&self) -> bool {
        self.agreements.iter().any(|agreement| !agreement.terms.costs.is_empty())
    }
}

impl Process {
    /// How far a case has come on a day (4.2). An agreement's end is worked out when asked.
    pub fn samba_state(&self, number: CaseNo, on: Date) -> Option<CaseState> {
        let case = self.samba.case(number)?;
        Some(match case.end {
            Some((Ended::Withdrawn, _)) => CaseState::Withdrawn,
            Some((Ended::With(_), _)) => CaseState::Closed,
            None if !case.follow_ups.is_empty() => CaseState::FollowUp,
            None if case.returned.is_some() => CaseState::Executing,
            None => self
                .agreed(number, on)
                .or_else(|| in_a_body(case))
                .unwrap_or(self.before_a_body(number, case, on)),
        })
    }

    fn agreed(&self, number: CaseNo, on: Date) -> Option<CaseState> {
        let last =
            self.samba.agreements_of(number).map(|(_, agreement)| agreement).rfind(|one| !one.dropped)?;
        Some(match (last.active, last.is_in_force(on)) {
            (false, _) => CaseState::AgreementDraft,
            (true, true) => CaseState::AgreementActive,
            (true, false) => CaseState::AgreementEnded,
        })
    }

    fn before_a_body(&self, number: CaseNo, case: &Case, on: Date) -> CaseState {
        let decided = case.description.is_some()
            && (self.samba_consent_is_refused(number) || !self.bodies_admitted(number, on).is_empty());
        match case.sorting {
            _ if decided => CaseState::Ready,
            None => CaseState::Contact,
            Some(Sorting::Advice) => CaseState::AdviceOnly,
            Some(Sorting::LotsFirst) => CaseState::ReturnedToLotsUnstarted,
            Some(Sorting::Assessment) if case.caseworker.is_some() => CaseState::DescriptionPending,
            Some(Sorting::Assessment) => CaseState::Assessment,
        }
    }
}

/// Where an open case lies in the arm of the fairway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lies {
    WithCoordinator,
    In(BodyId),
    /// The answer has gone back, and is carried out (S14).
    Back,
}

impl Process {
    /// None when no case is open.
    pub fn samba_lies(&self, on: Date) -> Option<Lies> {
        let (number, _) = self.samba.open_case()?;
        Some(match self.samba_state(number, on)? {
            CaseState::Contact
            | CaseState::AdviceOnly
            | CaseState::Assessment
            | CaseState::ReturnedToLotsUnstarted
            | CaseState::DescriptionPending
            | CaseState::Ready => Lies::WithCoordinator,
            CaseState::Scheduled(body) | CaseState::Held(body) | CaseState::Reflecting(body) => {
                Lies::In(body)
            }
            CaseState::AgreementDraft | CaseState::AgreementActive | CaseState::AgreementEnded => {
                let last = self.samba.agreements_of(number).next_back();
                last.map_or(Lies::WithCoordinator, |(_, agreement)| Lies::In(agreement.body))
            }
            CaseState::Executing | CaseState::FollowUp => Lies::Back,
            CaseState::Closed | CaseState::Withdrawn => return None,
        })
    }
}

fn in_a_body(case: &Case) -> Option<CaseState> {
    let last = case.last_item()?;
    match (&last.treated, last.conclusion()) {
        (None, _) => Some(CaseState::Scheduled(last.body)),
        (Some(_), None) => Some(CaseState::Reflecting(last.body)),
        (Some(_), Some(Outcome::MoreInformationNeeded)) => Some(CaseState::DescriptionPending),
        (Some(_), Some(_)) => Some(CaseState::Held(last.body)),
    }
}
