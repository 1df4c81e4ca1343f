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
    /// Kinds of information that no longer go to a unit (CON-09).
    pub withdrawn_kinds: BTreeMap<UnitId, BTreeSet<InformationKind>>,
}

impl Grant {
    fn covers(&self, unit: UnitId, on: Date, adult_from: Date) -> bool {
        self.scope.contains_key(&unit)
            && !self.revoked.contains_key(&unit)
            && on <= self.valid_until
            && (on < adult_from || self.by_adult)
    }

    /// A child takes back anything; a guardian what did not rest on the child alone (CON-07, CON-17).
    fn is_withdrawn_by(&self, signatory: PersonId, child: PersonId) -> bool {
        signatory == child || !self.by_child_alone
    }

    /// The first day on which nothing covers the unit any more, as far as is known.
    fn ends_for(&self, unit: UnitId, adult_from: Date) -> Date {
        let expires = self.valid_until.saturating_add(1.day());
        let expires = if self.by_adult { expires } else { expires.min(adult_from) };
        self.revoked.get(&unit).map_or(expires, |(_, at)| expires.min(at.date()))
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
    ) {
        for grant in self.grants.iter_mut().filter(|grant| grant.is_withdrawn_by(signatory, child)) {
            if grant.scope.get_mut(&unit).is_some_and(|kinds| kinds.remove(&kind)) {
                grant.withdrawn_kinds.entry(unit).or_default().insert(kind);
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

    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }
}

impl Process {
    /// Whether the unit takes part today: a grant that names it, that everyone had to sign and did,
    /// that nobody has withdrawn, and that has not run out (CON-04, CON-12, CON-24, CON-25).
    pub fn admits(&self, unit: UnitId, on: Date) -> bool {
        self.live_grants(on).any(|grant| grant.covers(unit, on, self.adult_from()))
    }

    fn live_grants(&self, on: Date) -> impl Iterator<Item = &Grant> {
        let ended = self.ending.ends_consent(on);
        self.consents.grants.iter().filter(move |grant| !ended && on <= grant.valid_until)
    }

    pub fn consented_units(&self, on: Date) -> Vec<UnitId> {
        let adult_from = self.adult_from();
        let units = self.live_grants(on).flat_map(|grant| {
            grant.scope.keys().copied().filter(move |unit| grant.covers(*unit, on, adult_from))
        });
        units.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The kinds of information that may go to the unit today (CON-05, CON-09).
    pub fn kinds_for(&self, unit: UnitId, on: Date) -> BTreeSet<InformationKind> {
        let adult_from = self.adult_from();
        let grants = self.live_grants(on).filter(|grant| grant.covers(unit, on, adult_from));
        grants.filter_map(|grant| grant.scope.get(&unit)).flatten().copied().collect()
    }

    /// The day the consent for a unit runs out by itself: its end date or, unless the young adult
    /// has signed, the day before the 18th birthday. `None` when there is no live consent.
    pub fn consent_ends(&self, unit: UnitId, on: Date) -> Option<Date> {
        let adult_from = self.adult_from();
        let grants = self.live_grants(on).filter(|grant| grant.covers(unit, on, adult_from));
        grants.map(|grant| grant.ends_for(unit, adult_from).saturating_sub(1.day())).max()
    }

    /// The first day since when no called unit is covered by a living consent; `None` while one is, or
    /// if none ever was (T16).
    pub fn uncovered_since(&self, on: Date) -> Option<Date> {
        let own = self.opening.unit;
        if self.consented_units(on).into_iter().any(|unit| unit != own) {
            return None;
        }
        let adult_from = self.adult_from();
        let ends = self.consents.grants.iter().flat_map(|grant| {
            let called = grant.scope.keys().filter(move |unit| **unit != own);
            called.map(move |unit| grant.ends_for(*unit, adult_from))
        });
        ends.max()
    }

    /// Whether the consent lets the unit read the last plan of the process this one takes up again.
    pub fn admits_to_earlier_plan(&self, unit: UnitId, on: Date) -> bool {
        let adult_from = self.adult_from();
        self.live_grants(on).any(|grant| grant.earlier_plan && grant.covers(unit, on, adult_from))
    }

    /// A partial withdrawal is in force: of a unit or of a kind of information, and not given anew.
    pub fn is_restricted(&self, on: Date) -> bool {
        let kinds = self.consents.grants.iter().flat_map(|grant| &grant.withdrawn_kinds);
        let mut kinds = kinds.flat_map(|(unit, kinds)| kinds.iter().map(move |kind| (*unit, *kind)));
        !self.units_that_left(on).is_empty()
            || kinds.any(|(unit, kind)| !self.kinds_for(unit, on).contains(&kind))
    }

    /// Somebody has withdrawn the consent for the unit, and nobody has given it anew.
    pub fn has_left(&self, unit: UnitId, on: Date) -> bool {
        self.consents.grants.iter().any(|grant| grant.revoked.contains_key(&unit)) && !self.admits(unit, on)
    }

    /// The unit had left already when the coordination ended: it hears nothing of the end either.
    /// The withdrawal that ends everything is recorded in the same breath as the end.
    pub fn has_been_revoked_before_the_end(&self, unit: UnitId) -> bool {
        let withdrawn_at_the_end = self
            .ending
            .discontinued
            .is_some_and(|(reason, _)| reason == DiscontinuedReason::ConsentWithdrawn);
        let all = self.consents.grants.iter().flat_map(|grant| grant.revoked.values());
        let last = all.map(|(_, at)| *at).max().filter(|_| withdrawn_at_the_end);
        let newest = self.consents.grants.iter().rev().find(|grant| grant.scope.contains_key(&unit));
        newest.and_then(|grant| grant.revoked.get(&unit)).is_some_and(|(_, at)| Some(*at) != last)
    }

    /// Units that once were covered and are no longer, by withdrawal.
    pub fn units_that_left(&self, on: Date) -> Vec<UnitId> {
        let left = self.consents.grants.iter().flat_map(|grant| grant.revoked.keys().copied());
        left.filter(|unit| !self.admits(*unit, on)).collect::<BTreeSet<_>>().into_iter().collect()
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
        let grants = &self.consents.grants;
        let signed = || grants.iter().any(|grant| grant.signatories.contains(&person));
        let alone = !grants.is_empty() && grants.iter().all(|grant| grant.by_child_alone);
        let legal = || self.custody.legal().any(|guardian| guardian == person);
        person == self.child() || (!self.is_adult(on) && !alone && (legal() || signed()))
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
