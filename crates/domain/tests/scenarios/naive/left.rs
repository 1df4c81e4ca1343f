//! Which units and kinds of information do the papers let in, and who has left? (CON-04, CON-06, CON-08, CON-09)

use super::{Act, Did, Seen, Told, papers::Paper};
use domain::{PersonId, UnitId, party::InformationKind};
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Told {
    fn lasting(&self, on: Date) -> impl Iterator<Item = &Paper> {
        self.papers.iter().filter(move |paper| paper.given.is_some() && on <= self.last_day(paper))
    }

    /// The kinds of information that may go to a unit on a day, as long as nothing has ended.
    pub fn kinds_while_it_lasts(&self, unit: UnitId, on: Date) -> BTreeSet<InformationKind> {
        self.lasting(on).flat_map(|paper| paper.left_for(unit)).collect()
    }

    pub fn covered(&self, unit: UnitId, on: Date) -> bool {
        self.lasting(on).any(|paper| !paper.left_for(unit).is_empty())
    }

    /// Whether a unit was covered on an earlier day, by what had been done by then.
    pub fn was_covered(&self, unit: UnitId, on: Date) -> bool {
        let done = self.acts.iter().filter(|act| act.on <= on).count();
        self.lasting(on).any(|paper| !paper.left_after(done, unit).is_empty())
    }

    /// Whether what this person takes back is there to be taken: it is given, lasts, and is this person's (CON-17).
    pub fn has_to_take_back(
        &self,
        who: PersonId,
        unit: UnitId,
        kind: Option<InformationKind>,
        on: Date,
    ) -> bool {
        self.lasting(on).filter(|paper| self.can_take_back(who, paper)).any(|paper| {
            let left = paper.left_for(unit);
            kind.map_or(!left.is_empty(), |kind| left.contains(&kind))
        })
    }

    /// The number of the last act by which the unit left.
    pub fn last_left(&self, unit: UnitId) -> Option<usize> {
        self.acts_that_count().rfind(|(_, act)| act.made_leave(unit)).map(|(number, _)| number)
    }

    /// It was taken back, and has not been given anew.
    pub fn has_left(&self, unit: UnitId) -> bool {
        let given_since =
            |left| self.papers.iter().any(|paper| paper.names(unit) && paper.given > Some(left));
        self.last_left(unit).is_some_and(|left| !given_since(left))
    }

    /// A unit or a kind of information has been taken back, and not been given anew (3.1).
    pub fn is_restricted(&self) -> bool {
        let kind_left = |(number, act): (usize, &Act)| {
            let Did::WithdrewKind { unit, kind, .. } = act.did else { return false };
            let goes = |seen: &Seen| seen.goes.get(&unit).is_some_and(|kinds| kinds.contains(&kind));
            let anew = |paper: &Paper| paper.given > Some(number) && paper.names_kind(unit, kind);
            // With the last kind the whole unit has left, and a new consent says anew what may go there.
            let went = goes(&act.before) && !goes(&act.after) && !act.made_leave(unit);
            went && !self.papers.iter().any(anew)
        };
        self.units().into_iter().any(|unit| self.has_left(unit)) || self.acts_that_count().any(kind_left)
    }

    /// The summons has reached the unit since it last left (CON-08).
    pub fn was_sent_to(&self, unit: UnitId) -> bool {
        let since = self.last_left(unit).unwrap_or(0);
        self.acts[since..].iter().any(|act| matches!(&act.did, Did::Sent { units } if units.contains(&unit)))
    }

    /// The only unit that could have been sent to is struck before anything was sent (T4r).
    pub fn goes_back_to_planning(&self, on: Date, did: &Did) -> bool {
        let Did::Struck { who, unit } = *did else { return false };
        let sent = self.acts.iter().any(|act| matches!(act.did, Did::Sent { .. }));
        let covered: Vec<UnitId> =
            self.called.iter().copied().filter(|unit| self.covered(*unit, on)).collect();
        !sent && covered == [unit] && !self.has_left(self.own) && self.theirs_alone(who, unit, on)
    }

    /// It is in by nothing that somebody else alone can take back.
    fn theirs_alone(&self, who: PersonId, unit: UnitId, on: Date) -> bool {
        self.lasting(on)
            .filter(|paper| !paper.left_for(unit).is_empty())
            .all(|paper| self.can_take_back(who, paper))
    }
}
