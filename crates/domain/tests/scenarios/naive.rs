//! Who may know, told a second time and as simply as possible: what people did, in order, and nothing else.
//!
//! Every question is answered by reading the list. Beside the list nothing is kept but what the reading of it has
//! come to: the papers, and what might go where before and after each act. Nothing is clever, and the words are those of
//! the rules (CON-04, CON-06 to CON-12, CON-14, CON-16 to CON-18, CON-24, CON-25; T4r, T16,
//! T17), not of the program. Where the two differ, one of them is wrong.

mod answers;
pub mod day;
mod ends;
mod left;
mod papers;

use domain::{
    PersonId, UnitId,
    now::birthday,
    party::{InformationKind, Receiver},
};
use jiff::civil::Date;
use papers::Paper;
use std::collections::{BTreeMap, BTreeSet};

/// Something that somebody did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Did {
    /// The family was handed a paper to sign: which kinds of information may go where, and until when. A paper
    /// that was not signed by all is thrown away.
    Asked {
        names: Vec<(UnitId, Vec<InformationKind>)>,
        until: Date,
        alone: bool,
    },
    Signed {
        who: PersonId,
    },
    SaidNo {
        who: PersonId,
    },
    /// A younger child's no got its answer.
    Answered,
    Withdrew {
        who: PersonId,
        units: Vec<UnitId>,
    },
    /// Struck from those who are to be called.
    Struck {
        who: PersonId,
        unit: UnitId,
    },
    WithdrewKind {
        who: PersonId,
        unit: UnitId,
        kind: InformationKind,
    },
    Prevented {
        who: PersonId,
    },
    Sent {
        units: Vec<UnitId>,
    },
    ChoseLots {
        unit: UnitId,
    },
    Offered {
        unit: UnitId,
    },
    Paused {
        who: PersonId,
    },
    Resumed,
    Ended {
        who: PersonId,
    },
    Closed,
}

pub fn day_before(day: Date) -> Date {
    day.yesterday().unwrap_or(Date::MIN)
}

pub fn day_after(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

/// What should come of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Refused,
    /// Allowed, and nothing happens: it was so already.
    Nothing,
    Done,
}

impl Did {
    /// What the act takes back, and who does: a unit, or one kind of information that goes to it.
    fn takes_back(&self) -> impl Iterator<Item = (PersonId, UnitId, Option<InformationKind>)> {
        let (who, units, kind) = if let Did::Withdrew { who, units } = self {
            (Some(*who), units.clone(), None)
        } else if let Did::WithdrewKind { who, unit, kind } = self {
            (Some(*who), vec![*unit], Some(*kind))
        } else if let Did::Struck { who, unit } = self {
            (Some(*who), vec![*unit], None)
        } else {
            (None, vec![], None)
        };
        units.into_iter().filter_map(move |unit| Some((who?, unit, kind)))
    }
}

/// Who they are, and what they did.
#[derive(Debug, Clone)]
pub struct Told {
    pub born: Date,
    pub child: PersonId,
    pub guardians: [PersonId; 2],
    /// The initiator's unit.
    pub own: UnitId,
    pub called: Vec<UnitId>,
    /// A meeting has been held, so that it is the Lots who leads.
    pub met: bool,
    /// Every unit has assessed in writing that the child is mature.
    pub mature: bool,
    /// Everyone who has been told how to find the way back, where closing is being prepared (PRI-18).
    pub has_way_back: Vec<Receiver>,
    pub acts: Vec<Act>,
    /// Read from the beginning after each act.
    pub papers: Vec<Paper>,
}

/// One act, and what was so before and after it.
#[derive(Debug, Clone)]
pub struct Act {
    pub on: Date,
    pub did: Did,
    pub before: Seen,
    pub after: Seen,
    /// The only unit that could have been sent to was struck before anything was sent: the papers are void, and it is as
    /// if nobody had been asked (T4r).
    pub back_to_planning: bool,
}

/// What the papers let go where.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// On that day.
    pub goes: BTreeMap<UnitId, BTreeSet<InformationKind>>,
    /// Whether or not it has run out.
    pub named: BTreeSet<UnitId>,
}

impl Act {
    /// The unit was in before and is not after (CON-08). What had run out can be taken back too, and is then not
    /// waited for to be renewed. Where the last kind of information is taken back nothing may go any more (CON-09).
    pub fn made_leave(&self, unit: UnitId) -> bool {
        let taken_back = self.did.takes_back().any(|(_, from, _)| from == unit);
        let covered = |seen: &Seen| seen.goes.contains_key(&unit);
        let went = covered(&self.before) && !covered(&self.after);
        taken_back
            && !self.back_to_planning
            && (went || self.before.named.contains(&unit) && !self.after.named.contains(&unit))
    }
}

impl Told {
    pub fn does(&mut self, on: Date, did: Did) {
        let before = self.seen(on);
        let back_to_planning = self.goes_back_to_planning(on, &did);
        self.acts.push(Act { on, did, before: before.clone(), after: before, back_to_planning });
        self.papers = self.read_papers();
        let after = self.seen(on);
        self.acts.last_mut().into_iter().for_each(|act| act.after = after.clone());
    }

    pub fn seen(&self, on: Date) -> Seen {
        let goes = self.units().into_iter().map(|unit| (unit, self.kinds_while_it_lasts(unit, on)));
        let named = |unit: &UnitId| self.papers.iter().any(|paper| !paper.left_for(*unit).is_empty());
        Seen {
            goes: goes.filter(|(_, kinds)| !kinds.is_empty()).collect(),
            named: self.units().into_iter().filter(named).collect(),
        }
    }

    pub fn units(&self) -> Vec<UnitId> {
        std::iter::once(self.own).chain(self.called.iter().copied()).collect()
    }

    fn turns(&self, years: i16) -> Date {
        birthday(self.born, years)
    }

    fn grown_up(&self, on: Date) -> bool {
        on >= self.turns(18)
    }

    /// The acts since it last went back to planning.
    fn acts_that_count(&self) -> impl DoubleEndedIterator<Item = (usize, &Act)> {
        let planning = self.acts.iter().rposition(|act| act.back_to_planning).map_or(0, |number| number + 1);
        self.acts.iter().enumerate().skip(planning)
    }

    /// Before the act with this number.
    fn closed_by(&self, number: usize) -> bool {
        self.acts[..number].iter().any(|act| act.did == Did::Closed)
    }

    pub fn closed(&self) -> Option<Date> {
        self.acts.iter().find(|act| act.did == Did::Closed).map(|act| act.on)
    }
}
