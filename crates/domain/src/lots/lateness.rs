//! Which summons has been left lying? A flag for the initiator and never a hindrance. (TIME-8)

use crate::{
    calendar::Calendar,
    ids::*,
    process::{Delay, Process},
};
use jiff::civil::Date;

impl Process {
    /// Units that the newest living summons names and that it has not been sent to.
    pub fn unsent_units(&self, on: Date) -> Vec<UnitId> {
        let Some((_, text)) = self.summonses.last_active() else { return vec![] };
        let called = text.scope.iter().map(|line| line.unit).filter(|unit| *unit != self.opening.unit);
        called.filter(|unit| self.deliveries.of(*unit).is_none() && self.admits(*unit, on)).collect()
    }

    /// The first day on which a summons counts as left lying: signed and not sent within 10 working days,
    /// or received and no meeting within 8 weeks. Units that have left do not count.
    pub fn late_from(&self, calendar: &Calendar) -> Option<Date> {
        [self.unsent_from(calendar), self.unmet_from(calendar)].into_iter().flatten().min()
    }

    /// Why it is left lying, for the flag that is up now. What was said of an earlier one answers no later one.
    pub fn delay_explained(&self, calendar: &Calendar) -> Option<Delay> {
        let late_from = self.late_from(calendar);
        self.delay.filter(|delay| delay.late_from == late_from)
    }

    fn unsent_from(&self, calendar: &Calendar) -> Option<Date> {
        let (_, text) = self.summonses.last_active()?;
        let signed = text.signatures.values().map(|signature| signature.on.date()).max()?;
        let unsent = !self.unsent_units(signed).is_empty();
        unsent.then(|| calendar.unsent_flagged_from(signed))
    }

    fn unmet_from(&self, calendar: &Calendar) -> Option<Date> {
        let waiting = self.deliveries.iter().filter(|(unit, _)| !self.meetings.is_in_process(*unit));
        let received = waiting.filter_map(|(_, delivery)| delivery.received).map(|(on, _)| on).min()?;
        Some(calendar.unmet_flagged_from(received))
    }
}
