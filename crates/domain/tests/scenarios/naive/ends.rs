//! When does it rest, and when is it over? (CON-11, CON-24, CON-25, T16, T17)

use super::{Act, Did, Seen, Told, day_after};
use domain::{
    UnitId,
    choice::{DiscontinuedReason, PauseReason},
};
use jiff::{ToSpan, civil::Date};

const REST: i64 = 90;

impl Told {
    fn any_called(&self, seen: &Seen) -> bool {
        self.called.iter().any(|unit| seen.goes.contains_key(unit))
    }

    /// The day since when no called unit is covered, though one was: that of the act or the night by which the last
    /// one went.
    pub fn uncovered_since(&self, on: Date) -> Option<Date> {
        if self.called.iter().any(|unit| self.covered(*unit, on)) {
            return None;
        }
        let acts = self
            .acts_that_count()
            .map(|(_, act)| act)
            .filter(|act| self.any_called(&act.before) && !self.any_called(&act.after));
        let nights = self
            .papers
            .iter()
            .map(|paper| self.last_day(paper))
            .filter(|day| *day < on)
            .filter(|day| self.called.iter().any(|unit| self.was_covered(*unit, *day)));
        let mornings: Vec<Date> = nights.map(day_after).collect();
        acts.map(|act| act.on).chain(mornings).max()
    }

    /// The family asked for a break and has not gone on.
    pub fn break_since(&self) -> Option<Date> {
        let asked = self.acts.iter().rev().take_while(|act| act.did != Did::Resumed);
        asked.filter(|act| matches!(act.did, Did::Paused { .. })).map(|act| act.on).last()
    }

    /// Where the Lots works, if one is chosen and the unit has not left since; and since when nobody leads: whoever did
    /// left with the unit. Until a Lots is chosen the initiator leads, and may be back before the first meeting.
    fn lots_and_unled_since(&self) -> (Option<UnitId>, Option<Date>) {
        let (mut lots, mut unled) = (None, None);
        let closing = self.acts.iter().position(|act| act.did == Did::Closed).unwrap_or(usize::MAX);
        for (number, act) in self.acts.iter().enumerate() {
            if number < closing && act.made_leave(lots.unwrap_or(self.own)) && !self.ended_all(act) {
                unled = unled.or(Some(act.on));
            }
            lots = lots.filter(|unit| !act.made_leave(*unit));
            if let Did::ChoseLots { unit } = act.did {
                (lots, unled) = (Some(unit), None);
            }
            if act.did == Did::Resumed && self.is_led(lots, &act.after) {
                unled = None;
            }
        }
        (lots, unled)
    }

    fn is_led(&self, lots: Option<UnitId>, seen: &Seen) -> bool {
        lots.is_some() || (!self.met && seen.goes.contains_key(&self.own))
    }

    pub fn lots(&self) -> Option<UnitId> {
        self.lots_and_unled_since().0
    }

    pub fn unled_since(&self) -> Option<Date> {
        self.lots_and_unled_since().1
    }

    pub fn is_led_on(&self, on: Date) -> bool {
        self.is_led(self.lots(), &self.seen(on))
    }

    /// It rests from the first day of whatever keeps it from going on (T16).
    pub fn rests(&self, on: Date) -> Option<(PauseReason, Date)> {
        let causes = [
            (PauseReason::FamilyAsks, self.break_since()),
            (PauseReason::NoLots, self.unled_since()),
            (PauseReason::ConsentIncomplete, self.uncovered_since(on)),
        ];
        let standing = causes.into_iter().filter_map(|(reason, since)| Some((reason, since?)));
        standing.min_by_key(|(_, since)| *since)
    }

    /// By somebody's word: ended, or everything taken back (CON-11).
    pub fn ended(&self) -> Option<(DiscontinuedReason, Date)> {
        let open = self.acts.iter().take_while(|act| act.did != Did::Closed);
        open.into_iter().find_map(|act| {
            let reason = if matches!(act.did, Did::Ended { .. }) {
                DiscontinuedReason::FamilyEnds
            } else {
                DiscontinuedReason::ConsentWithdrawn
            };
            (reason == DiscontinuedReason::FamilyEnds || self.ended_all(act)).then_some((reason, act.on))
        })
    }

    /// It had left, and not by the act that ended everything: it is told nothing of the end either.
    pub fn left_before_the_end(&self, unit: UnitId) -> bool {
        let ending = self.acts.iter().position(|act| self.ended_all(act));
        self.has_left(unit) && self.last_left(unit) != ending
    }

    /// It took away the last that was in force for anybody called.
    fn ended_all(&self, act: &Act) -> bool {
        let covered = |unit: &UnitId| act.before.goes.contains_key(unit);
        self.units().iter().any(|unit| covered(unit) && act.made_leave(*unit)) && !self.any_called(&act.after)
    }

    /// Over since the first day on which anything ended it (T17).
    pub fn over(&self, on: Date) -> Option<(DiscontinuedReason, Date)> {
        let own: Vec<Date> = self
            .papers
            .iter()
            .filter(|paper| paper.given.is_some() && self.grown_up(paper.asked_on))
            .map(|paper| day_after(self.last_day(paper)))
            .collect();
        let grown_up = own.into_iter().max().unwrap_or(self.turns(18));
        let rested = self.rests(on).map(|(_, since)| since.saturating_add(REST.days()));
        let ends = [
            self.ended(),
            Some((DiscontinuedReason::TurnedEighteen, grown_up)),
            rested.map(|day| (DiscontinuedReason::PausedTooLong, day)),
        ];
        ends.into_iter().flatten().filter(|(_, since)| *since <= on).min_by_key(|(_, since)| *since)
    }

    /// The last day on which a young adult's own consent can carry it on.
    pub fn handed_over(&self) -> Date {
        self.turns(18).saturating_add(3.months())
    }
}
