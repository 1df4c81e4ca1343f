//! Who has said yes to sharing what with which unit, and until when?
//!
//! A grid with one cell per signatory and unit. Revoking changes one cell, so the other units are
//! untouched by construction. **Invariant:** evaluated with a date at the moment of use; nothing
//! here or in the database says "may read".

use crate::{choice::*, ids::*, lots::summons::Summons, now::birthday, party::*, process::Process};
use jiff::{
    ToSpan,
    civil::{Date, DateTime},
};
use std::collections::{BTreeMap, BTreeSet};

/// A consent that everyone who had to sign has signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub summons: SummonsNo,
    pub signatories: Vec<PersonId>,
    /// Signed by the young adult alone, so that it outlives the 18th birthday (CON-25).
    pub by_adult: bool,
    /// Signed by a mature child without guardians, so that no guardian can withdraw it (CON-17).
    pub by_child_alone: bool,
    pub scope: BTreeMap<UnitId, BTreeSet<InformationKind>>,
    pub valid_until: Date,
    pub earlier_plan: bool,
    /// Units this grant no longer covers, and who withdrew when.
    pub revoked: BTreeMap<UnitId, (PersonId, DateTime)>,
    /// Kinds of information that no longer go to a unit, and since when (CON-09).
    pub withdrawn_kinds: BTreeMap<UnitId, BTreeMap<InformationKind, DateTime>>,
}

impl Grant {
    /// A unit to which no kind of information may go is not in (CON-04, CON-09).
    fn covers(&self, unit: UnitId, on: Date, adult_from: Date) -> bool {
        self.scope.get(&unit).is_some_and(|kinds| !kinds.is_empty())
            && !self.revoked.contains_key(&unit)
            && on <= self.valid_until
            && (on < adult_from || self.by_adult)
    }

    /// A child takes back anything; a guardian what did not rest on the child alone (CON-07, CON-17).
    pub(crate) fn is_withdrawn_by(&self, signatory: PersonId, child: PersonId) -> bool {
        signatory == child || !self.by_child_alone
    }

    /// The first day on which it covers the unit no more, as far as is known.
    fn ends_for(&self, unit: UnitId, adult_from: Date) -> Date {
        let expires = self.expires(adult_from);
        self.taken_from(unit).map_or(expires, |at| expires.min(at.date()))
    }

    /// When the unit, or the last kind of information that might go to it, was withdrawn (CON-08, CON-09).
    fn taken_from(&self, unit: UnitId) -> Option<DateTime> {
        let emptied = self.scope.get(&unit).is_some_and(BTreeSet::is_empty);
        let kinds = self.withdrawn_kinds.get(&unit).filter(|_| emptied);
        let last_kind = kinds.and_then(|kinds| kinds.values().max()).copied();
        self.revoked.get(&unit).map(|(_, at)| *at).into_iter().chain(last_kind).min()
    }

    fn expires(&self, adult_from: Date) -> Date {
        let expires = self.valid_until.tomorrow().unwrap_or(Date::MAX);
        if self.by_adult { expires } else { expires.min(adult_from) }
    }

    /// Whether it covers the unit after a withdrawal of something else, or was given since.
    fn outlasts(&self, unit: UnitId, withdrawal: DateTime, adult_from: Date) -> bool {
        self.taken_from(unit).is_none_or(|at| at > withdrawal) && self.expires(adult_from) > withdrawal.date()
    }
}

/// A board's decision that one guardian suffices for one named measure. It opens a line in the
/// plan and never replaces a signature (FB 6:13 a, CON-15).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BoardDecision {
    pub measure: BoardMeasure,
    pub decided_on: Date,
    pub note: TextId,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consents {
    grants: Vec<Grant>,
    pub prevented: BTreeMap<PersonId, PreventedGround>,
    pub assessments: BTreeMap<UnitId, TextId>,
    pub decisions: Vec<BoardDecision>,
    pub stated_authority: Option<(Vec<PersonId>, TextId)>,
    /// Custody has been looked up since the last consent came into force (CON-13).
    pub custody_rechecked: bool,
}

impl Consents {
    pub(crate) fn activate(&mut self, summons: SummonsNo, text: &Summons) {
        let scope = text.scope.iter().map(|line| (line.unit, line.kinds.iter().copied().collect()));
        // A guardian who could not be reached is done without once, not for ever (CON-14).
        self.prevented.clear();
        self.custody_rechecked = false;
        self.grants.push(Grant {
            summons,
            signatories: text.signatures.keys().copied().collect(),
            by_adult: text.signatures.values().any(|signature| signature.capacity == Capacity::YoungAdult),
            by_child_alone: text.signatories.iter().all(|signatory| signatory.capacity == Capacity::Child),
            scope: scope.collect(),
            valid_until: text.valid_until,
            earlier_plan: text.earlier_plan,
            revoked: BTreeMap::new(),
            withdrawn_kinds: BTreeMap::new(),
        });
    }

    /// The summons was opened again before it was sent: what was signed is void (T4r).
    pub(crate) fn void(&mut self, summons: SummonsNo) {
        self.grants.retain(|grant| grant.summons != summons);
    }

    pub(crate) fn revoke(&mut self, signatory: PersonId, child: PersonId, unit: UnitId, at: DateTime) {
        for grant in self.grants.iter_mut().filter(|grant| grant.is_withdrawn_by(signatory, child)) {
            if grant.scope.contains_key(&unit) {
                grant.revoked.entry(unit).or_insert((signatory, at));
            }
        }
    }

    pub(crate) fn revoke_kind(
        &mut self,
        signatory: PersonId,
        child: PersonId,
        unit: UnitId,
        kind: InformationKind,
        at: DateTime,
    ) {
        for grant in self.grants.iter_mut().filter(|grant| grant.is_withdrawn_by(signatory, child)) {
            if grant.scope.get_mut(&unit).is_some_and(|kinds| kinds.remove(&kind)) {
                grant.withdrawn_kinds.entry(unit).or_default().insert(kind, at);
            }
        }
    }

    pub(crate) fn prevented(&mut self, guardian: PersonId, ground: PreventedGround) {
        self.prevented.insert(guardian, ground);
    }

    /// Whoever has answered can be reached (CON-14).
    pub(crate) fn reached(&mut self, guardian: PersonId) {
        self.prevented.remove(&guardian);
    }

    pub(crate) fn assessed(&mut self, unit: UnitId, assessment: TextId) {
        self.assessments.insert(unit, assessment);
    }

    pub(crate) fn decision(&mut self, measure: BoardMeasure, decided_on: Date, note: TextId) {
        self.decisions.push(BoardDecision { measure, decided_on, note });
    }

    pub(crate) fn authority(&mut self, who: Vec<PersonId>, ground: TextId) {
        self.stated_authority = Some((who, ground));
    }

    /// The grants that name the unit and that nobody has withdrawn for it, also those that have run out.
    pub(crate) fn unrevoked(&self, unit: UnitId) -> impl Iterator<Item = &Grant> {
        let names =
            move |grant: &&Grant| grant.scope.contains_key(&unit) && !grant.revoked.contains_key(&unit);
        self.grants.iter().filter(names)
    }

    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }
}

impl Process {
    /// Whether the unit takes part today: a grant that names it, that everyone had to sign and did, that nobody has
    /// withdrawn, and that has not run out; and the coordination has not ended (CON-04, CON-11, CON-12, CON-24,
    /// CON-25).
    pub fn admits(&self, unit: UnitId, on: Date) -> bool {
        self.is_covered(unit, on) && !self.is_over(on)
    }

    /// As `admits`, whether or not the coordination has ended.
    pub(crate) fn is_covered(&self, unit: UnitId, on: Date) -> bool {
        self.grants_for(unit, on).next().is_some()
    }

    /// The grants by which a unit is covered on a day.
    pub(crate) fn grants_for(&self, unit: UnitId, on: Date) -> impl Iterator<Item = &Grant> {
        let adult_from = self.adult_from();
        self.consents.grants.iter().filter(move |grant| grant.covers(unit, on, adult_from))
    }

    /// The grants that still cover some unit on a day.
    fn lasting_grants(&self, on: Date) -> impl Iterator<Item = &Grant> {
        let adult_from = self.adult_from();
        let lasts = move |grant: &&Grant| grant.scope.keys().any(|unit| grant.covers(*unit, on, adult_from));
        self.consents.grants.iter().filter(lasts)
    }

    pub fn consented_units(&self, on: Date) -> Vec<UnitId> {
        if self.is_over(on) {
            return vec![];
        }
        let named: BTreeSet<UnitId> =
            self.consents.grants.iter().flat_map(|grant| grant.scope.keys().copied()).collect();
        named.into_iter().filter(|unit| self.is_covered(*unit, on)).collect()
    }

    /// The kinds of information that may go to the unit today (CON-05, CON-09).
    pub fn kinds_for(&self, unit: UnitId, on: Date) -> BTreeSet<InformationKind> {
        if self.is_over(on) {
            return BTreeSet::new();
        }
        self.grants_for(unit, on).filter_map(|grant| grant.scope.get(&unit)).flatten().copied().collect()
    }

    /// The day the consent for a unit runs out by itself: its end date or, unless the young adult
    /// has signed, the day before the 18th birthday. `None` when there is no live consent.
    pub fn consent_ends(&self, unit: UnitId, on: Date) -> Option<Date> {
        if self.is_over(on) {
            return None;
        }
        let adult_from = self.adult_from();
        self.grants_for(unit, on).map(|grant| grant.ends_for(unit, adult_from).saturating_sub(1.day())).max()
    }

    /// The first day since when no called unit is covered by a living consent; `None` while one is, or
    /// if none ever was (T16).
    pub fn uncovered_since(&self, on: Date) -> Option<Date> {
        let (own, adult_from) = (self.opening.unit, self.adult_from());
        let covers = |grant: &Grant| {
            grant.scope.keys().any(|unit| *unit != own && grant.covers(*unit, on, adult_from))
        };
        if self.consents.grants.iter().any(covers) {
            return None;
        }
        let ends = self.consents.grants.iter().flat_map(|grant| {
            let called = grant.scope.keys().filter(move |unit| **unit != own);
            called.map(move |unit| grant.ends_for(*unit, adult_from))
        });
        ends.max()
    }

    /// Whether the consent lets the unit read the last plan of the process this one takes up again.
    pub fn admits_to_earlier_plan(&self, unit: UnitId, on: Date) -> bool {
        !self.is_over(on) && self.grants_for(unit, on).any(|grant| grant.earlier_plan)
    }

    /// A partial withdrawal is in force: of a unit or of a kind of information, and not given anew.
    pub fn is_restricted(&self) -> bool {
        let kinds = self.consents.grants.iter().flat_map(|grant| &grant.withdrawn_kinds);
        let mut kinds =
            kinds.flat_map(|(unit, kinds)| kinds.iter().map(move |(kind, at)| (*unit, *kind, *at)));
        !self.units_that_left().is_empty() || kinds.any(|(unit, kind, at)| !self.goes_on_to(unit, kind, at))
    }

    /// Whether a kind of information that was withdrawn from a unit goes there all the same, by another grant or
    /// one that was given later.
    fn goes_on_to(&self, unit: UnitId, kind: InformationKind, withdrawn: DateTime) -> bool {
        self.consents.grants.iter().any(|grant| {
            let goes = grant.scope.get(&unit).is_some_and(|kinds| kinds.contains(&kind));
            goes && grant.outlasts(unit, withdrawn, self.adult_from())
        })
    }

    /// Somebody has withdrawn the consent for the unit, and nobody has given it anew. A consent that has only run
    /// out since then makes nobody leave again.
    pub fn has_left(&self, unit: UnitId) -> bool {
        self.left_at(unit).is_some()
    }

    /// When the unit left, if it has: the last withdrawal, unless a consent that nobody has withdrawn lasted longer
    /// or was given later.
    fn left_at(&self, unit: UnitId) -> Option<DateTime> {
        let naming = || self.consents.grants.iter().filter(|grant| grant.scope.contains_key(&unit));
        let (_, left) = naming().filter_map(|grant| grant.revoked.get(&unit)).max_by_key(|(_, at)| *at)?;
        (!naming().any(|grant| grant.outlasts(unit, *left, self.adult_from()))).then_some(*left)
    }

    /// The unit had left already when the coordination ended: it hears nothing of the end either.
    /// The withdrawal that ends everything is recorded in the same breath as the end.
    pub fn has_been_revoked_before_the_end(&self, unit: UnitId) -> bool {
        let all = self.consents.grants.iter().flat_map(|grant| grant.revoked.values());
        let withdrawn = |(reason, _)| reason == DiscontinuedReason::ConsentWithdrawn;
        let last = all.map(|(_, at)| *at).max().filter(|_| self.ending.discontinued.is_some_and(withdrawn));
        self.left_at(unit).is_some_and(|left| Some(left) != last)
    }

    /// Units that once were covered and are no longer, by withdrawal.
    pub fn units_that_left(&self) -> Vec<UnitId> {
        let named: BTreeSet<UnitId> =
            self.consents.grants.iter().flat_map(|grant| grant.revoked.keys().copied()).collect();
        named.into_iter().filter(|unit| self.has_left(*unit)).collect()
    }

    /// One guardian was prevented and has not signed: nothing of decisive importance for the child's
    /// future may be agreed on this ground (FB 6:13, CON-14).
    pub fn decisive_matters_blocked(&self) -> bool {
        let Some((_, summons)) = self.summonses.last_active() else { return false };
        let mut guardians =
            summons.signatories.iter().filter(|signatory| signatory.capacity == Capacity::Guardian);
        guardians.any(|signatory| !summons.signatures.contains_key(&signatory.person))
    }

    /// Whether a board's decision for the measure is linked (FB 6:13 a, CON-15).
    pub fn is_decided_by_board(&self, measure: BoardMeasure) -> bool {
        self.consents.decisions.iter().any(|decision| decision.measure == measure)
    }

    /// Those whose consent keeps a unit in; any one of them ends it (CON-12). A child may always
    /// withdraw, also one too young to have signed (CON-07). What a mature child has signed alone is
    /// the child's alone (CON-17).
    pub fn may_revoke(&self, person: PersonId, on: Date) -> bool {
        let mut standing = self.standing_grants(on).peekable();
        let childs = standing.peek().is_some() && standing.all(|grant| grant.by_child_alone);
        person == self.child() || (self.has_a_say(person, on) && !childs)
    }

    /// Those who may end the coordination or let it rest. It stops everything, so that nothing of it may be the
    /// child's alone (CON-12, CON-17).
    pub fn may_stop(&self, person: PersonId, on: Date) -> bool {
        let childs = self.standing_grants(on).any(|grant| grant.by_child_alone);
        person == self.child() || (self.has_a_say(person, on) && !childs)
    }

    /// A legal guardian, or who has signed as one, until the child is 18.
    fn has_a_say(&self, person: PersonId, on: Date) -> bool {
        let signed = || self.consents.grants.iter().any(|grant| grant.signatories.contains(&person));
        !self.is_adult(on) && (self.custody.legal().any(|guardian| guardian == person) || signed())
    }

    /// The grants that still cover something; if none does, all there have been.
    fn standing_grants(&self, on: Date) -> impl Iterator<Item = &Grant> {
        let none_lasts = self.lasting_grants(on).next().is_none();
        let all = self.consents.grants.iter().filter(move |_| none_lasts);
        self.lasting_grants(on).chain(all)
    }

    /// The age from which the child's own signature is required beside the guardians' (CON-16).
    pub fn signs_from(&self) -> Date {
        birthday(self.facts.born, AGE_SIGNS)
    }
}

/// From this age the child's signature is required (CON-16, Q7).
pub const AGE_SIGNS: i16 = 15;
/// From this age the child is offered to sign (CON-16).
pub const AGE_OFFERED: i16 = 12;
