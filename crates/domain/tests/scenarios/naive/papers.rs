//! Which papers has the family signed, and what is left of them? (CON-04 to CON-12, CON-16, CON-17, CON-25, T4r)

use super::{Did, Told, day_before};
use domain::{PersonId, UnitId, party::InformationKind};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// One paper, and what became of it.
#[derive(Debug, Clone)]
pub struct Paper {
    pub names: Vec<(UnitId, Vec<InformationKind>)>,
    pub until: Date,
    pub asked_on: Date,
    pub alone: bool,
    /// Guardians who could not be reached when it was written, and have not been heard of since (CON-14).
    pub done_without: Vec<PersonId>,
    pub signed: Vec<PersonId>,
    pub said_no: Vec<PersonId>,
    pub no_is_answered: bool,
    /// The number of the act by which the last one signed who had to.
    pub given: Option<usize>,
    /// Something that it says stopped being true before it was given (T4r).
    pub void: bool,
    /// What has been taken back of it since it was given, and by which act: a unit, or one kind of information.
    pub taken_back: Vec<(usize, UnitId, Option<InformationKind>)>,
}

impl Paper {
    pub fn names(&self, unit: UnitId) -> bool {
        self.names.iter().any(|(named, _)| *named == unit)
    }

    pub fn names_kind(&self, unit: UnitId, kind: InformationKind) -> bool {
        self.names.iter().any(|(named, kinds)| *named == unit && kinds.contains(&kind))
    }

    pub fn waits(&self) -> bool {
        self.given.is_none() && !self.void
    }

    /// The kinds that it still lets go to a unit, whatever the day.
    pub fn left_for(&self, unit: UnitId) -> BTreeSet<InformationKind> {
        self.left_after(usize::MAX, unit)
    }

    /// As it was after so many acts.
    pub fn left_after(&self, acts: usize, unit: UnitId) -> BTreeSet<InformationKind> {
        if self.given.is_none_or(|given| given >= acts) {
            return BTreeSet::new();
        }
        let named = self
            .names
            .iter()
            .filter(|(named, _)| *named == unit)
            .flat_map(|(_, kinds)| kinds.iter().copied());
        let taken = |what: Option<InformationKind>| {
            self.taken_back.iter().any(|(act, from, kind)| *act < acts && *from == unit && *kind == what)
        };
        named.filter(|kind| !taken(None) && !taken(Some(*kind))).collect()
    }

    pub fn still_says_something(&self) -> bool {
        self.names.iter().any(|(unit, _)| !self.left_for(*unit).is_empty())
    }
}

impl Told {
    pub fn read_papers(&self) -> Vec<Paper> {
        let mut papers: Vec<Paper> = vec![];
        let mut cannot_be_reached: Vec<PersonId> = vec![];
        for (number, act) in self.acts.iter().enumerate() {
            if let Did::Asked { names, until, alone } = &act.did {
                papers
                    .last_mut()
                    .filter(|paper| paper.waits())
                    .into_iter()
                    .for_each(|paper| paper.void = true);
                papers.push(Paper {
                    names: names.clone(),
                    until: *until,
                    asked_on: act.on,
                    alone: *alone,
                    done_without: cannot_be_reached.clone(),
                    signed: vec![],
                    said_no: vec![],
                    no_is_answered: false,
                    given: None,
                    void: false,
                    taken_back: vec![],
                });
            }
            self.is_taken_back_or_signed(number, &mut papers);
            if let Did::Prevented { who } = act.did {
                cannot_be_reached.push(who);
            }
            if let Did::SaidNo { who } = act.did {
                cannot_be_reached.retain(|other| *other != who);
            }
            let Some(paper) = papers.last_mut() else { continue };
            let all_signed = self.must_sign(paper, act.on).iter().all(|person| paper.signed.contains(person));
            if paper.waits() && matches!(act.did, Did::Signed { .. }) && all_signed {
                paper.given = Some(number);
                cannot_be_reached.clear();
            }
        }
        papers
    }

    fn is_taken_back_or_signed(&self, number: usize, papers: &mut [Paper]) {
        self.takes_back(number, papers);
        // What waits when all is closed is signed by nobody, and nobody takes it away.
        let closed = self.closed_by(number);
        let Some(paper) = papers.last_mut().filter(|_| !closed) else { return };
        let did = &self.acts[number].did;
        if let Did::Signed { who } = did {
            paper.signed.push(*who);
            paper.said_no.retain(|other| other != who);
        }
        if let Did::SaidNo { who } = did {
            paper.signed.retain(|other| other != who);
            paper.said_no.push(*who);
            paper.no_is_answered &= *who != self.child;
            paper.done_without.retain(|other| other != who);
        }
        paper.void |= paper.waits() && did.takes_back().any(|(_, unit, _)| paper.names(unit));
        if *did == Did::Answered {
            let refused = papers.iter_mut().filter(|paper| paper.said_no.contains(&self.child));
            refused.for_each(|paper| paper.no_is_answered = true);
        }
    }

    /// What was given may be taken back. With the last kind of information that may go to a unit the unit itself has
    /// left (CON-09). When the only unit that could have been sent to is struck before anything was sent, all that was
    /// given is as if it had not been (T4r).
    fn takes_back(&self, number: usize, papers: &mut [Paper]) {
        let act = &self.acts[number];
        if act.back_to_planning {
            let given = papers.iter_mut().filter(|paper| !paper.waits());
            given.for_each(|paper| (paper.void, paper.given) = (true, None));
        }
        for (who, unit, kind) in act.did.takes_back() {
            let takes = |kind, papers: &mut [Paper]| {
                let theirs = papers.iter_mut().filter(|paper| self.can_take_back(who, paper));
                theirs.for_each(|paper| paper.taken_back.push((number, unit, kind)));
            };
            takes(kind, papers);
            let mut lasting = papers.iter().filter(|paper| act.on <= self.last_day(paper));
            if lasting.all(|paper| paper.left_for(unit).is_empty()) {
                takes(None, papers);
            }
        }
    }

    /// Both guardians, and from 15 the child too; at 18 nobody but the child; a mature child alone (CON-12, CON-16,
    /// CON-17, CON-25).
    fn must_sign(&self, paper: &Paper, on: Date) -> Vec<PersonId> {
        if paper.alone || self.grown_up(paper.asked_on) {
            return vec![self.child];
        }
        let child = (on >= self.turns(15)).then_some(self.child);
        let guardians = self.guardians.into_iter().filter(|person| !paper.done_without.contains(person));
        guardians.chain(child).collect()
    }

    /// A guardian may take back what did not rest on the child alone; the child anything (CON-07, CON-12, CON-17).
    pub fn can_take_back(&self, who: PersonId, paper: &Paper) -> bool {
        who == self.child || !paper.alone
    }

    /// Its last day, or the day before the 18th birthday unless the young adult gave it (CON-24, CON-25).
    pub fn last_day(&self, paper: &Paper) -> Date {
        if self.grown_up(paper.asked_on) { paper.until } else { paper.until.min(day_before(self.turns(18))) }
    }
}
