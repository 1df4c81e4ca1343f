//! Which processes look like the one that is described? (DID-7)

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Description;
use crate::{
    deidentify::{AgeBand, MunicipalitySize, Pattern},
    lots::state::State,
    organisation::Organisation,
    process::Process,
};

impl Description {
    /// What can be counted of it: the age, and the types of unit. No process says in which areas of life its needs are.
    pub fn pattern(&self, organisation: &Organisation) -> Pattern {
        Pattern {
            age_band: self.age_band,
            areas: BTreeSet::new(),
            unit_types: self.unit_types.clone(),
            size: size(organisation),
        }
    }
}

impl Process {
    /// The same of a process that goes on, if its questions can come to the bodies.
    pub fn pattern(&self, organisation: &Organisation, on: Date) -> Option<Pattern> {
        let is_over = matches!(self.state(on), State::Closed | State::Discontinued);
        let units: BTreeSet<_> = self.circle.approved().chain([self.opening.unit]).collect();
        let age = u8::try_from(self.age(on)).ok()?;
        (!is_over && organisation.samba_enabled(units.iter().copied())).then_some(())?;
        let types = units.into_iter().filter_map(|unit| organisation.unit(unit));
        Some(Pattern {
            age_band: AgeBand::of(age)?,
            areas: BTreeSet::new(),
            unit_types: types.map(|unit| unit.unit_type.code.clone()).collect(),
            size: size(organisation),
        })
    }
}

/// Of the municipality whose questions come to the bodies. With several of different sizes the smallest counts.
fn size(organisation: &Organisation) -> MunicipalitySize {
    let all = organisation.municipalities().filter(|one| one.samba_enabled);
    all.filter_map(|one| MunicipalitySize::of(one.code)).min().unwrap_or(MunicipalitySize::Small)
}
