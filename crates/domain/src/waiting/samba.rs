//! What waits on the way beyond Lots, for those in the process and the family? (S6, S7, S15, 4.7)

use super::{Owner, TaskKind, Tasks};
use crate::{
    ids::CaseNo,
    samba::{case::Case, choice::FollowUpForm, outcome::Outcome},
};

impl Tasks<'_> {
    pub(super) fn samba(&mut self) {
        let process = self.process;
        let Some((number, case)) = process.samba.open_case() else { return };
        if process.is_protected() {
            return;
        }
        self.describing(number, case);
        self.answering();
        self.following_up(case);
    }

    /// The caseworker writes the description, and then asks for consent.
    fn describing(&mut self, number: CaseNo, case: &Case) {
        let Some(caseworker) = case.caseworker.map(Owner::Person) else { return };
        let more =
            case.last_item().and_then(|item| item.conclusion()) == Some(Outcome::MoreInformationNeeded);
        let described = case.description.filter(|description| {
            let since = case.last_item().and_then(|item| item.treated.as_ref()).map(|treated| treated.on);
            !more || since.is_none_or(|since| description.on > since)
        });
        if described.is_none() {
            return self.add(caseworker, TaskKind::DescribeSamba, None);
        }
        // A no is an answer: nobody is asked again.
        let asked = self.process.samba.consents_of(number).next().is_some();
        if !asked {
            self.add(caseworker, TaskKind::AskSambaConsent, None);
        }
    }

    fn answering(&mut self) {
        let Some((_, consent)) = self.process.samba.awaiting() else { return };
        for signatory in &consent.signatories {
            if !consent.signatures.contains_key(&signatory.person) {
                self.add(Owner::Person(signatory.person), TaskKind::AnswerSambaConsent, None);
            }
        }
    }

    fn following_up(&mut self, case: &Case) {
        let Some(returned) = case.returned else { return };
        let Some(last) = case.follow_ups.last() else {
            return self.add(self.lead(), TaskKind::FollowUpSamba, Some(returned.follow_up_on));
        };
        let told = |person| last.told.iter().any(|(told, _)| *told == person);
        if last.form == FollowUpForm::OfficialsDecide
            && self.process.family(self.on).into_iter().any(|person| !told(person))
        {
            self.add(self.lead(), TaskKind::TellOfFollowUp, None);
        }
    }
}
