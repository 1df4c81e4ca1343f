//! Which units and persons can be chosen in a form here and now?

use std::collections::BTreeMap;

use crate::ids::{PersonId, UnitId};

/// What can be chosen in fields for units and persons, with the names to write into the document. Whoever
/// is not offered cannot be chosen, whatever is posted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offered {
    units: BTreeMap<String, String>,
    people: BTreeMap<String, String>,
}

impl Offered {
    #[must_use]
    pub fn units<N: Into<String>>(mut self, units: impl IntoIterator<Item = (UnitId, N)>) -> Offered {
        self.units.extend(units.into_iter().map(|(id, name)| (id.to_string(), name.into())));
        self
    }

    #[must_use]
    pub fn people<N: Into<String>>(mut self, people: impl IntoIterator<Item = (PersonId, N)>) -> Offered {
        self.people.extend(people.into_iter().map(|(id, name)| (id.to_string(), name.into())));
        self
    }

    pub(super) fn unit(&self, id: &str) -> Option<&str> {
        self.units.get(id).map(String::as_str)
    }

    pub(super) fn person(&self, id: &str) -> Option<&str> {
        self.people.get(id).map(String::as_str)
    }
}
