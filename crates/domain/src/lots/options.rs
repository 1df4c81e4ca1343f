//! From which day can a meeting be held with which units, and who can lead it? (T7; TIME-4, TIME-6)

use crate::{
    calendar::Calendar, ids::*, lots::sitting::lead_principal, organisation::Organisation,
    party::LeadPrincipal, process::Process,
};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A lawful way of holding the next meeting: from which day, with whom, and who waits for the one after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingOption {
    pub from: Date,
    pub units: Vec<UnitId>,
    /// Units whose days of notice have not passed by then, or that have not received the summons.
    pub later: Vec<UnitId>,
}

impl Process {
    /// The units that the next meeting can call: they take part, and are not the initiator's own.
    pub fn callable_units(&self, on: Date) -> Vec<UnitId> {
        self.participating_units(on).into_iter().filter(|unit| *unit != self.opening.unit).collect()
    }

    /// The first day for one unit: today when it is in the process already (TIME-6), `None` before receipt.
    pub fn first_day_for(&self, unit: UnitId, calendar: &Calendar, on: Date) -> Option<Date> {
        if self.meetings.is_in_process(unit) {
            return Some(on);
        }
        self.earliest_for(unit, calendar).map(|earliest| earliest.max(on))
    }

    /// Every lawful way of holding the next meeting, the earliest first: each later day lets more units
    /// in. Days on which a principal that is called would be missing are left out, for such a meeting
    /// gives no result (T8x).
    pub fn meeting_options(
        &self,
        organisation: &Organisation,
        calendar: &Calendar,
        on: Date,
    ) -> Vec<MeetingOption> {
        let units = self.callable_units(on);
        let first = |unit: &UnitId| self.first_day_for(*unit, calendar, on);
        let days: BTreeSet<Date> = units.iter().filter_map(first).collect();
        let all = self.principals_of(organisation, &units);
        let options = days.into_iter().map(|from| {
            let (units, later) =
                units.iter().copied().partition(|unit| first(unit).is_some_and(|day| day <= from));
            MeetingOption { from, units, later }
        });
        options.filter(|option| self.principals_of(organisation, &option.units) == all).collect()
    }

    /// Municipality, region or both: those that the units and the initiator's own unit belong to.
    fn principals_of(&self, organisation: &Organisation, units: &[UnitId]) -> BTreeSet<LeadPrincipal> {
        let all = units.iter().copied().chain([self.opening.unit]);
        all.filter_map(|unit| lead_principal(organisation, unit)).collect()
    }

    /// The professionals who take part today, each with the unit: any of them can lead a meeting or be Lots.
    pub fn professionals(&self, on: Date) -> Vec<(PersonId, UnitId)> {
        let own = [(self.opening.initiator, self.opening.unit)];
        let own = own.into_iter().filter(|(_, unit)| !self.has_left(*unit));
        let called = self.deliveries.iter().filter(|(unit, _)| self.admits(*unit, on));
        let called = called
            .flat_map(|(unit, delivery)| delivery.participants.iter().map(move |person| (*person, unit)));
        own.chain(called).collect()
    }
}

#[cfg(test)]
mod tests;
