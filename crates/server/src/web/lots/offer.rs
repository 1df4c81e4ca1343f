//! What can be chosen in a list, and what was chosen?

use std::collections::BTreeSet;

use domain::{PersonId, UnitId};

use crate::web::{
    case::Case,
    form::{Choice, Fields},
    texts::Texts,
};

/// What a list offers: for each entry what is shown, and what it stands for.
pub struct Offer<T>(Vec<(Choice, T)>);

impl<T: Clone> Offer<T> {
    pub fn new(entries: impl IntoIterator<Item = (Choice, T)>) -> Self {
        Self(entries.into_iter().collect())
    }

    /// The same with one entry more, at its end.
    #[must_use]
    pub fn and(mut self, entry: (Choice, T)) -> Self {
        self.0.push(entry);
        self
    }

    /// The entries, to be drawn.
    pub fn choices(&self) -> Vec<Choice> {
        self.0.iter().map(|(choice, _)| choice.clone()).collect()
    }

    pub fn entries(&self) -> &[(Choice, T)] {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one that was chosen; choosing is demanded.
    pub fn one(&self, fields: &mut Fields, name: &str) -> Option<T> {
        fields.choice(name, &self.pairs())
    }

    /// The one that was chosen, if any.
    pub fn one_if_any(&self, fields: &mut Fields, name: &str) -> Option<T> {
        fields.choice_if_any(name, &self.pairs())
    }

    /// Everything that was chosen.
    pub fn many(&self, fields: &mut Fields, name: &str) -> Vec<T> {
        fields.choices(name, &self.pairs())
    }

    fn pairs(&self) -> Vec<(&str, T)> {
        self.0.iter().map(|(choice, thing)| (choice.code.as_str(), thing.clone())).collect()
    }
}

impl<T: Copy> Offer<T> {
    /// A closed list of the domain, each with its own word.
    pub fn of(all: &[T], word: fn(T) -> &'static str, label: impl Fn(&str) -> String) -> Self {
        Self::new(all.iter().map(|one| (Choice::new(word(*one), label(&dashed(word(*one)))), *one)))
    }
}

/// A stored word as it stands in a text's key: `absent-with-notice`.
pub fn dashed(word: &str) -> String {
    word.replace('_', "-")
}

pub fn units(case: &Case, units: impl IntoIterator<Item = UnitId>) -> Offer<UnitId> {
    Offer::new(units.into_iter().map(|unit| (Choice::new(unit.to_string(), case.unit(unit)), unit)))
}

/// Every unit that a consent has been given for, also one that has been left out since: a page that was read
/// before may still name it, and it is for the rules to say what follows.
pub fn consented_once(case: &Case) -> BTreeSet<UnitId> {
    case.process.consents.grants().iter().flat_map(|grant| grant.scope.keys().copied()).collect()
}

pub fn people(case: &Case, people: impl IntoIterator<Item = PersonId>) -> Offer<PersonId> {
    Offer::new(people.into_iter().map(|person| (Choice::new(person.to_string(), case.name(person)), person)))
}

/// The professionals who take part today, each named with the unit.
pub fn professionals(t: &Texts, case: &Case) -> Offer<(PersonId, UnitId)> {
    let all = case.process.professionals(case.now.today());
    Offer::new(all.into_iter().map(|(person, unit)| {
        (Choice::new(person.to_string(), in_unit(t, case, person, unit)), (person, unit))
    }))
}

/// "Anna Berg, BUP Kristianstad"
pub fn in_unit(t: &Texts, case: &Case, person: PersonId, unit: UnitId) -> String {
    t.with("person-in-unit", &[("person", &case.name(person)), ("unit", &case.unit(unit))])
}
