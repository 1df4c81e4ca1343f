//! What is agreed, by whom, until when, and what can end it? (S13, 4.5)

use super::{
    Mandate, SambaRefusal,
    bodies::{Bodies, Body},
    case::Case,
    choice::{EarlyEndKind, FollowUpForm},
    cost::CostLine,
    outcome::Outcome,
};
use crate::{Event, Refusal, event::samba::SambaEvent, ids::*, now::Now, process::Process};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an agreement says. Its costs never reach the family's plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Which goals there are, from the plan.
    pub goals: TextId,
    /// Which measures lie within each principal's mission, from the plan.
    pub missions: TextId,
    pub work_leadership: TextId,
    pub support: TextId,
    pub family_view: Option<TextId>,
    pub parties: Vec<PartyId>,
    pub valid_from: Date,
    pub valid_until: Date,
    pub early_ends: Vec<EarlyEnd>,
    pub follow_up: FollowUpForm,
    pub follow_up_on: Date,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<CostLine>,
}

/// One condition that ends it before its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlyEnd {
    pub kind: EarlyEndKind,
    /// Which goal, which decision; always for another kind than the named ones.
    pub text: Option<TextId>,
    /// How long a notice is, in days.
    pub notice_days: Option<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    pub case: CaseNo,
    pub body: BodyId,
    pub terms: Terms,
    pub signed: BTreeMap<PartyId, (PersonId, DateTime)>,
    pub active: bool,
    pub dropped: bool,
    pub ended: Option<(EarlyEndKind, Option<TextId>, Date)>,
    pub given_to: BTreeMap<PersonId, Date>,
}

impl Agreement {
    pub(super) fn drafted(case: CaseNo, body: BodyId, terms: Terms) -> Agreement {
        let (signed, given_to) = (BTreeMap::new(), BTreeMap::new());
        Agreement { case, body, terms, signed, active: false, dropped: false, ended: None, given_to }
    }

    pub fn is_draft(&self) -> bool {
        !self.active && !self.dropped
    }

    /// Signed by all, not ended early, and its last day is not past.
    pub fn is_in_force(&self, on: Date) -> bool {
        self.active && self.ended.is_none() && on <= self.terms.valid_until
    }

    pub fn missing(&self) -> impl Iterator<Item = PartyId> {
        self.terms.parties.iter().copied().filter(|party| !self.signed.contains_key(party))
    }

    pub fn needs_financial_mandate(&self) -> bool {
        !self.terms.costs.is_empty()
    }
}

#[derive(Debug, Clone)]
pub struct DraftAgreement {
    pub case: CaseNo,
    pub terms: Terms,
    pub by: PersonId,
}

/// Written down when a body has come to it. An earlier draft that not everybody has signed is dropped.
pub fn draft(
    process: &Process,
    bodies: &Bodies,
    now: Now,
    command: DraftAgreement,
) -> Result<Vec<Event>, Refusal> {
    let DraftAgreement { case: number, terms, by } = command;
    let (case, today) = (process.samba_case(number, now)?, now.today());
    let (body, outcome) = case.conclusion().ok_or(SambaRefusal::NoAgreementReached)?;
    let body = bodies.body(body).ok_or(SambaRefusal::NoSuchBody)?;
    terms_must_hold(case, body, outcome, &terms, today)?;
    for party in &terms.parties {
        process.must_be_consented(number, body.id, *party, today)?;
    }
    let mut events = vec![];
    for (agreement, earlier) in process.samba.agreements_of(number) {
        if earlier.is_draft() {
            events.push(SambaEvent::AgreementDropped { agreement, by, on: today });
        }
    }
    let agreement = process.samba.next_agreement();
    events.push(SambaEvent::AgreementDrafted {
        agreement,
        case: number,
        body: body.id,
        terms,
        by,
        on: today,
    });
    Ok(events.into_iter().map(Event::Samba).collect())
}

fn terms_must_hold(
    case: &Case,
    body: &Body,
    outcome: Outcome,
    terms: &Terms,
    today: Date,
) -> Result<(), SambaRefusal> {
    let shares = outcome == Outcome::CostDistribution;
    if !shares && outcome != Outcome::ResponsibilityAgreement {
        return Err(SambaRefusal::NoAgreementReached);
    }
    let mut parties = terms.parties.clone();
    parties.sort_unstable();
    parties.dedup();
    if parties.len() < 2 || parties.len() != terms.parties.len() {
        return Err(SambaRefusal::TooFewParties);
    }
    if let Some(party) = parties.iter().find(|party| body.place(**party).is_none()) {
        return Err(SambaRefusal::PartyNotInBody { party: *party });
    }
    if terms.valid_until <= today || terms.valid_until < terms.valid_from {
        return Err(SambaRefusal::PeriodDoesNotFit);
    }
    if terms.early_ends.is_empty() || terms.early_ends.iter().any(|end| !end.is_told()) {
        return Err(SambaRefusal::EarlyEndMissing);
    }
    if terms.follow_up_on < terms.valid_from || terms.follow_up_on > terms.valid_until {
        return Err(SambaRefusal::FollowUpMissing);
    }
    costs_must_hold(case, body, shares, terms)
}

/// Only a body that shares costs writes any, after one that has lifted it there with final minutes.
fn costs_must_hold(case: &Case, body: &Body, shares: bool, terms: &Terms) -> Result<(), SambaRefusal> {
    if !body.shares_costs || !shares {
        return if terms.costs.is_empty() { Ok(()) } else { Err(SambaRefusal::CostsNotHere) };
    }
    if terms.costs.is_empty() {
        return Err(SambaRefusal::CostsMissing);
    }
    let before = case.items.iter().rev().find(|item| item.body != body.id);
    if before.is_none_or(|item| item.minutes_final.is_none()) {
        return Err(SambaRefusal::MinutesMissing);
    }
    for (line, cost) in (1..).zip(&terms.costs) {
        cost.check().map_err(|fault| SambaRefusal::Split { line, fault })?;
        let named = cost.split.parties().into_iter().chain([cost.payer]);
        if named.into_iter().any(|party| !terms.parties.contains(&party)) {
            return Err(SambaRefusal::CostOfOthers { line });
        }
    }
    Ok(())
}

impl EarlyEnd {
    /// A notice says how long it is, and what is not named is described.
    fn is_told(&self) -> bool {
        match self.kind {
            EarlyEndKind::NoticeGiven => self.notice_days.is_some_and(|days| days > 0),
            EarlyEndKind::Other => self.text.is_some(),
            EarlyEndKind::GoalReached
            | EarlyEndKind::ChildMoves
            | EarlyEndKind::PlacementEnds
            | EarlyEndKind::DecisionMade
            | EarlyEndKind::ConsentWithdrawn
            | EarlyEndKind::Adult => true,
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct SignAgreement {
    pub agreement: AgreementNo,
    pub body: BodyId,
    pub party: PartyId,
    pub person: PersonId,
    pub mandate: Mandate,
}

/// Each party signs for itself; the last one puts it in force.
pub fn sign(process: &Process, now: Now, command: SignAgreement) -> Result<Vec<Event>, Refusal> {
    let SignAgreement { agreement: number, body, party, person, mandate } = command;
    let agreement = process.samba.agreement(number).ok_or(SambaRefusal::NoSuchAgreement)?;
    process.samba_case(agreement.case, now)?;
    process.must_be_consented(agreement.case, agreement.body, party, now.today())?;
    if agreement.body != body || !agreement.terms.parties.contains(&party) {
        return Err(SambaRefusal::NotBound.into());
    }
    if agreement.needs_financial_mandate() && !mandate.covers_costs() {
        return Err(SambaRefusal::NoMandate.into());
    }
    if agreement.signed.contains_key(&party) {
        return Ok(vec![]);
    }
    if !agreement.is_draft() {
        return Err(SambaRefusal::NotADraft.into());
    }
    if agreement.terms.valid_until <= now.today() {
        return Err(SambaRefusal::PeriodDoesNotFit.into());
    }
    let signed = SambaEvent::AgreementSigned { agreement: number, party, person, mandate, at: now.local };
    let last = agreement.missing().all(|missing| missing == party);
    let activated = last.then_some(SambaEvent::AgreementActivated { agreement: number });
    Ok(std::iter::once(signed).chain(activated).map(Event::Samba).collect())
}

#[derive(Debug, Clone, Copy)]
pub struct EndAgreement {
    pub agreement: AgreementNo,
    pub why: EarlyEndKind,
    pub reason: TextId,
    pub by: PersonId,
}

/// Before its last day only for what the agreement itself names.
pub fn end(process: &Process, now: Now, command: EndAgreement) -> Result<Vec<Event>, Refusal> {
    let EndAgreement { agreement: number, why, reason, by } = command;
    let agreement = process.samba.agreement(number).ok_or(SambaRefusal::NoSuchAgreement)?;
    process.samba_case(agreement.case, now)?;
    if !agreement.is_in_force(now.today()) {
        return Err(SambaRefusal::NotInForce.into());
    }
    if !agreement.terms.early_ends.iter().any(|end| end.kind == why) {
        return Err(SambaRefusal::NotAnEarlyEnd.into());
    }
    Ok(vec![Event::Samba(SambaEvent::AgreementEnded {
        agreement: number,
        why,
        reason: Some(reason),
        by,
        on: now.today(),
    })])
}

/// The family is given the part on responsibility. The costs are no part of what they are given.
pub fn give(
    process: &Process,
    now: Now,
    number: AgreementNo,
    to: PersonId,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let agreement = process.samba.agreement(number).ok_or(SambaRefusal::NoSuchAgreement)?;
    process.samba_case(agreement.case, now)?;
    if !agreement.active {
        return Err(SambaRefusal::AgreementNotInForce.into());
    }
    if !process.is_family(to, now.today()) {
        return Err(Refusal::NotASignatory);
    }
    if agreement.given_to.contains_key(&to) {
        return Ok(vec![]);
    }
    Ok(vec![Event::Samba(SambaEvent::AgreementGiven { agreement: number, to, by, on: now.today() })])
}
