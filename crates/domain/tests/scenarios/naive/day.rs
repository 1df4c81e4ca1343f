//! What is so on one day, if nobody did anything more? (CON-04 to CON-12, CON-24, CON-25, T16, T17)

use super::{Did, Told, day_before, papers::Paper};
use domain::{
    PersonId, UnitId,
    choice::{DiscontinuedReason, PauseReason},
    party::{InformationKind, Receiver},
};
use jiff::civil::Date;
use std::collections::BTreeSet;

pub struct Day<'a> {
    pub told: &'a Told,
    pub on: Date,
    pub over: Option<(DiscontinuedReason, Date)>,
    pub rests: Option<(PauseReason, Date)>,
}

impl Told {
    pub fn day(&self, on: Date) -> Day<'_> {
        Day { told: self, on, over: self.over(on), rests: self.rests(on) }
    }
}

impl Day<'_> {
    /// What may go to a unit. A closed process stays readable as long as the consent lasts.
    pub fn kinds(&self, unit: UnitId) -> BTreeSet<InformationKind> {
        let over = self.told.closed().is_none() && self.over.is_some();
        if over { BTreeSet::new() } else { self.told.kinds_while_it_lasts(unit, self.on) }
    }

    pub fn is_in(&self, unit: UnitId) -> bool {
        !self.kinds(unit).is_empty()
    }

    /// The last day on which the unit will be in.
    pub fn runs_out(&self, unit: UnitId) -> Option<Date> {
        let days = self.told.papers.iter().map(|paper| self.told.last_day(paper));
        let in_until = days.filter(|day| *day >= self.on && self.told.covered(unit, *day)).max();
        in_until.filter(|_| self.is_in(unit))
    }

    /// It is in, and the summons has reached it. The initiator's own unit is there from the start of the consent.
    pub fn takes_part(&self, unit: UnitId) -> bool {
        self.is_in(unit) && (unit == self.told.own || self.told.was_sent_to(unit))
    }

    pub fn receivers(&self) -> Vec<Receiver> {
        let told = self.told;
        let guardians = told.guardians.into_iter().filter(|person| self.is_guardian(*person));
        let family = std::iter::once(told.child).chain(guardians).map(|person| Receiver::Family { person });
        let units = told.units().into_iter().filter(|unit| self.takes_part(*unit));
        family.chain(units.map(|unit| Receiver::Unit { unit })).collect()
    }

    /// For three months a young adult can take up by their own consent what ended only with the birthday.
    pub fn can_be_taken_up(&self) -> bool {
        let by_age = self.over.is_some_and(|(reason, _)| reason == DiscontinuedReason::TurnedEighteen);
        by_age && self.told.ended().is_none() && self.on <= self.told.handed_over()
    }

    pub fn is_open(&self) -> bool {
        self.told.closed().is_none() && (self.over.is_none() || self.can_be_taken_up())
    }

    pub fn runs(&self) -> bool {
        self.told.closed().is_none() && self.over.is_none() && self.rests.is_none()
    }

    /// The Lots, as long as the unit is in. When everything has run out it rests, and the Lots who led it until then
    /// is there to have it renewed (CON-24, T16).
    pub fn lots_in_charge(&self) -> Option<UnitId> {
        let unit = self.told.lots()?;
        let rests = self.told.closed().is_none() && self.over.is_none();
        let until_the_rest = || {
            let since = self.told.uncovered_since(self.on).filter(|_| rests);
            since.is_some_and(|since| self.told.was_covered(unit, day_before(since)))
        };
        (self.is_in(unit) || until_the_rest()).then_some(unit)
    }

    /// The lines offered so far, in order, and whether each stands outside the coordination (CON-10, CON-24). What
    /// belonged to the plan when it was closed goes on belonging to it.
    pub fn lines_outside(&self) -> Vec<bool> {
        let told = self.told;
        let when_closed = told.closed().filter(|closed| *closed < self.on).map(|closed| told.day(closed));
        let day = when_closed.as_ref().unwrap_or(self);
        let mut outside = vec![];
        for (number, act) in told.acts.iter().enumerate() {
            if let Did::Offered { unit } = act.did {
                outside.push(told.last_left(unit) > Some(number) || !day.is_in(unit));
            }
        }
        outside
    }

    pub fn is_guardian(&self, who: PersonId) -> bool {
        self.told.guardians.contains(&who) && !self.told.grown_up(self.on)
    }

    /// The papers that still let something go somewhere; if none does, all that were ever given.
    fn standing(&self) -> Vec<&Paper> {
        let given = || self.told.papers.iter().filter(|paper| paper.given.is_some());
        let lasts = |paper: &&Paper| self.on <= self.told.last_day(paper) && paper.still_says_something();
        let lasting: Vec<&Paper> = given().filter(lasts).collect();
        if lasting.is_empty() { given().collect() } else { lasting }
    }

    /// The child always; a guardian until the child is 18, but nothing that stands on the child's word alone (CON-07,
    /// CON-12, CON-17, CON-25).
    pub fn may_take_back(&self, who: PersonId) -> bool {
        let standing = self.standing();
        let childs = !standing.is_empty() && standing.iter().all(|paper| paper.alone);
        who == self.told.child || (self.is_guardian(who) && !childs)
    }

    /// Letting it rest or ending it stops everything, so that nothing of it may be the child's alone (CON-17).
    pub fn may_stop(&self, who: PersonId) -> bool {
        who == self.told.child || (self.is_guardian(who) && !self.standing().iter().any(|paper| paper.alone))
    }
}
