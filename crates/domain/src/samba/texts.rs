//! Which texts belong to a case?

use super::{
    agreement::{Agreement, Terms},
    case::{Case, Item},
    state::Samba,
};
use crate::ids::*;

impl Case {
    /// What the coordinator has written down before there is a consent.
    pub fn texts_of_the_contact(&self) -> impl Iterator<Item = TextId> {
        let why = self.assessment.as_ref().map(|assessment| assessment.why);
        let routine = self.routine.map(|(_, reason)| reason);
        let questions = self.questions.iter().map(|question| question.text);
        questions.chain(why).chain(routine)
    }
}

impl Samba {
    /// All texts of a case that this state knows of, apart from those of the plan that goes with it.
    pub fn texts_of(&self, number: CaseNo) -> Vec<TextId> {
        let Some(case) = self.case(number) else { return vec![] };
        let mut all: Vec<TextId> = case.texts_of_the_contact().collect();
        all.extend(case.description.map(|description| description.text.text));
        all.extend(case.questions.iter().filter_map(|question| question.resolved).map(|reply| reply.text));
        all.extend(case.items.iter().flat_map(Item::texts));
        for follow_up in &case.follow_ups {
            all.extend([follow_up.result].into_iter().chain(follow_up.reason).chain(follow_up.child_text));
        }
        all.extend(self.consents_of(number).map(|consent| consent.text.text));
        all.extend(self.agreements_of(number).flat_map(|(_, agreement)| agreement.texts()));
        all
    }
}

impl Item {
    fn texts(&self) -> Vec<TextId> {
        let note = self.treated.iter().map(|treated| treated.note);
        let reflected = self.reflected.iter().map(|(_, note, _)| *note);
        let corrections = self.corrections.iter().flat_map(|correction| [correction.note, correction.reason]);
        note.chain(reflected).chain(corrections).collect()
    }
}

impl Agreement {
    fn texts(&self) -> Vec<TextId> {
        let ended = self.ended.and_then(|(_, reason, _)| reason);
        self.terms.texts().into_iter().chain(ended).collect()
    }
}

impl Terms {
    fn texts(&self) -> Vec<TextId> {
        let mut all = vec![self.goals, self.missions, self.work_leadership, self.support];
        all.extend(self.family_view);
        all.extend(self.early_ends.iter().filter_map(|end| end.text));
        all.extend(self.costs.iter().flat_map(|line| [line.item, line.invoicing]));
        all
    }
}
