//! Is every answer about consent the same in both tellings, on every day around every turn?

use super::History;
use crate::naive::{day::Day, day_before};
use domain::{UnitId, lots::state::State, party::Receiver};
use jiff::civil::Date;
use std::{collections::BTreeSet, fmt::Debug};

/// Counts what was compared, and tells the whole history where two answers differ.
struct Comparing<'a> {
    history: &'a History<'a>,
    day: Day<'a>,
    count: usize,
}

impl History<'_> {
    /// Today, and of each turn that is still to come the day before and the day itself: in between nothing changes.
    fn days_to_look_at(&self) -> BTreeSet<Date> {
        let today = self.today();
        let around = self.turns().into_iter().flat_map(|day| [day_before(day), day]);
        around.chain([today]).filter(|day| *day >= today).collect()
    }

    /// How many answers were compared.
    pub fn is_told_alike(&self) -> usize {
        let mut count = 0;
        for on in self.days_to_look_at() {
            let mut comparing = Comparing { history: self, day: self.told.day(on), count: 0 };
            comparing.units();
            comparing.family();
            comparing.work();
            comparing.ends();
            count += comparing.count;
        }
        count
    }
}

impl Comparing<'_> {
    fn same<T: PartialEq + Debug>(&mut self, asked: &str, of: impl Debug, program: T, telling: T) {
        self.count += 1;
        assert!(
            program == telling,
            "{asked} {of:?} on {} (now {}): the program says {program:?}, the telling {telling:?}\n{}",
            self.day.on,
            self.history.now,
            self.history.so_far()
        );
    }

    fn all(&self, asked: impl Fn(UnitId) -> bool) -> Vec<UnitId> {
        let all: BTreeSet<UnitId> = self.day.told.units().into_iter().filter(|unit| asked(*unit)).collect();
        all.into_iter().collect()
    }

    fn units(&mut self) {
        let (process, told, on) = (&self.history.process, self.day.told, self.day.on);
        for unit in told.units() {
            self.same("admits", unit, process.admits(unit, on), self.day.is_in(unit));
            self.same("kinds_for", unit, process.kinds_for(unit, on), self.day.kinds(unit));
            self.same("has_left", unit, process.has_left(unit), told.has_left(unit));
            self.same("consent_ends", unit, process.consent_ends(unit, on), self.day.runs_out(unit));
        }
        let is_in = self.all(|unit| self.day.is_in(unit));
        self.same("consented_units", (), process.consented_units(on), is_in);
        self.same("units_that_left", (), process.units_that_left(), self.all(|unit| told.has_left(unit)));
        self.same("is_restricted", (), process.is_restricted(), told.is_restricted());
    }

    fn family(&mut self) {
        let (process, told, on) = (&self.history.process, self.day.told, self.day.on);
        for person in [told.child, told.guardians[0], told.guardians[1]] {
            self.same("may_revoke", person, process.may_revoke(person, on), self.day.may_take_back(person));
            self.same("may_stop", person, process.may_stop(person, on), self.day.may_stop(person));
        }
        let sorted = |receivers: Vec<Receiver>| receivers.into_iter().collect::<BTreeSet<_>>();
        self.same("receivers", (), sorted(process.receivers(on)), sorted(self.day.receivers()));
    }

    fn work(&mut self) {
        let (process, on) = (&self.history.process, self.day.on);
        let in_charge = process.lots_in_charge(on).map(|lots| lots.unit);
        self.same("lots_in_charge", (), in_charge, self.day.lots_in_charge());
        let lines = process.plan.lines().map(|(_, line)| process.line_is_outside(line, on));
        self.same("line_is_outside", (), lines.collect(), self.day.lines_outside());
    }

    fn ends(&mut self) {
        let (process, told, on) = (&self.history.process, self.day.told, self.day.on);
        let (closed, over, rests) = (told.closed().is_some(), self.day.over, self.day.rests);
        let state = match process.state(on) {
            State::Closed => "closed",
            State::Discontinued => "over",
            State::Paused => "rests",
            State::Draft
            | State::Prepared
            | State::AwaitingSignature
            | State::ReadyToSend
            | State::Summoned
            | State::InitialBooked
            | State::InitialHeld
            | State::Assessing
            | State::Active
            | State::Closing => "runs",
        };
        let is = match (closed, over, rests) {
            (true, ..) => "closed",
            (_, Some(_), _) => "over",
            (_, None, Some(_)) => "rests",
            (_, None, None) => "runs",
        };
        self.same("state", (), state, is);
        self.same("uncovered_since", (), process.uncovered_since(on), told.uncovered_since(on));
        if closed {
            return;
        }
        self.same("discontinued", (), process.discontinued(on), over);
        if over.is_none() {
            return self.same("paused", (), process.paused(on), rests);
        }
        let knows_nothing = self.all(|unit| process.has_been_revoked_before_the_end(unit));
        let left_before = self.all(|unit| told.left_before_the_end(unit));
        self.same("has_been_revoked_before_the_end", (), knows_nothing, left_before);
    }
}
