//! Who has said yes to taking the case to which body, and to which parties there? (S7, S8, S17; CON-21 to CON-23)
//!
//! The consent of Lots is another one, and does not count here. **Invariant:** evaluated with a date at the moment of
//! use.

use super::{
    SambaRefusal,
    bodies::Bodies,
    case::Case,
    choice::{CaseEnd, EarlyEndKind},
};
use crate::{
    Event, Refusal,
    calendar::Calendar,
    choice::{FormText, Signatory, SignatureMethod, TextHash},
    event::samba::SambaEvent,
    ids::*,
    lots::{signature::method_must_fit, summons::latest_end},
    now::Now,
    party::Capacity,
    process::Process,
};
use jiff::civil::{Date, DateTime};
use std::collections::{BTreeMap, BTreeSet};

/// One frozen text, and who has signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SambaConsent {
    pub case: CaseNo,
    pub bodies: BTreeSet<BodyId>,
    pub parties: BTreeSet<PartyId>,
    pub signatories: Vec<Signatory>,
    pub valid_until: Date,
    pub text: FormText,
    pub signatures: BTreeMap<PersonId, (SignatureMethod, DateTime)>,
    pub refused_by: BTreeSet<PersonId>,
    pub active: bool,
    /// Signed by the young adult alone, so that it outlives the 18th birthday.
    pub by_adult: bool,
}

impl SambaConsent {
    fn covers(&self, body: BodyId, party: PartyId, on: Date, adult_from: Date) -> bool {
        self.active
            && self.bodies.contains(&body)
            && self.parties.contains(&party)
            && on <= self.valid_until
            && (on < adult_from || self.by_adult)
    }

    pub fn signatory(&self, person: PersonId) -> Option<Signatory> {
        self.signatories.iter().copied().find(|signatory| signatory.person == person)
    }

    pub fn awaits_signature(&self) -> bool {
        !self.active && self.refused_by.is_empty()
    }

    pub fn missing(&self) -> impl Iterator<Item = PersonId> {
        let required = self.signatories.iter().filter(|signatory| signatory.required);
        required.map(|signatory| signatory.person).filter(|person| !self.signatures.contains_key(person))
    }
}

impl Process {
    /// Whether the case may be known to a party in a body today: a consent that names both, that everyone who had to
    /// has signed, that nobody has taken back, and that has not run out; nobody's identity is protected, and the
    /// coordination has not ended (CON-21, CON-23, CON-24, PID-4).
    pub fn admits_to_body(&self, case: CaseNo, body: BodyId, party: PartyId, on: Date) -> bool {
        let open = self.samba.case(case).is_some_and(|case| case.is_open());
        let adult_from = self.adult_from();
        let covered = self.samba.consents_of(case).any(|consent| consent.covers(body, party, on, adult_from));
        open && covered && !self.is_over(on) && !self.is_protected()
    }

    /// The parties that may know it in a body today.
    pub fn parties_admitted(&self, case: CaseNo, body: BodyId, on: Date) -> BTreeSet<PartyId> {
        let named = self.samba.consents_of(case).flat_map(|consent| consent.parties.iter().copied());
        named.filter(|party| self.admits_to_body(case, body, *party, on)).collect()
    }

    /// The bodies that may know it today.
    pub fn bodies_admitted(&self, case: CaseNo, on: Date) -> BTreeSet<BodyId> {
        let named = self.samba.consents_of(case).flat_map(|consent| consent.bodies.iter().copied());
        named.filter(|body| !self.parties_admitted(case, *body, on).is_empty()).collect()
    }

    pub(crate) fn must_be_consented(
        &self,
        case: CaseNo,
        body: BodyId,
        party: PartyId,
        on: Date,
    ) -> Result<(), SambaRefusal> {
        if self.parties_admitted(case, body, on).is_empty() {
            return Err(SambaRefusal::BodyNotConsented { body });
        }
        if self.admits_to_body(case, body, party, on) {
            Ok(())
        } else {
            Err(SambaRefusal::PartyNotConsented { party })
        }
    }
}

#[derive(Debug, Clone)]
pub struct FreezeSambaConsent {
    pub case: CaseNo,
    pub bodies: Vec<BodyId>,
    pub parties: Vec<PartyId>,
    pub valid_until: Date,
    pub text: FormText,
    /// The caseworker, who asks for it: never the coordinator (CON-22).
    pub by: PersonId,
}

/// Freezes the text that is to be signed. A wider one is a new one; what lives goes on for its own scope (CON-06).
pub fn freeze(
    process: &Process,
    bodies: &Bodies,
    calendar: &Calendar,
    now: Now,
    command: FreezeSambaConsent,
) -> Result<Vec<Event>, Refusal> {
    let FreezeSambaConsent { case: number, bodies: named, parties, valid_until, text, by } = command;
    let (case, today) = (process.samba_case(number, now)?, now.today());
    if case.caseworker != Some(by) {
        return Err(SambaRefusal::CaseworkerOnly.into());
    }
    if case.description.is_none() {
        return Err(SambaRefusal::DescriptionMissing.into());
    }
    let (named, parties) = (sorted(named), sorted(parties));
    if named.is_empty() {
        return Err(SambaRefusal::NoBodyNamed.into());
    }
    if parties.is_empty() {
        return Err(SambaRefusal::NoPartyNamed.into());
    }
    let known: Vec<_> = named.iter().filter_map(|body| bodies.body(*body)).collect();
    if known.len() != named.len() {
        return Err(SambaRefusal::NoSuchBody.into());
    }
    let seated = |party: &PartyId| known.iter().any(|body| body.place(*party).is_some());
    if let Some(party) = parties.iter().find(|party| !seated(party)) {
        return Err(SambaRefusal::PartyNotInBody { party: *party }.into());
    }
    let latest = latest_end(process, calendar, today);
    if valid_until <= today || valid_until > latest {
        return Err(Refusal::ConsentPeriod { latest });
    }
    Ok(vec![Event::Samba(SambaEvent::SambaConsentFrozen {
        consent: process.samba.next_consent(),
        case: number,
        bodies: named,
        parties,
        required: process.signatories(today, false, &[])?,
        valid_until,
        text,
        by,
        on: today,
    })])
}

fn sorted<T: Ord>(all: Vec<T>) -> Vec<T> {
    all.into_iter().collect::<BTreeSet<_>>().into_iter().collect()
}

#[derive(Debug, Clone, Copy)]
pub struct SignSambaConsent {
    pub consent: SambaConsentNo,
    pub person: PersonId,
    pub method: SignatureMethod,
    /// The hash of the text that was shown (AU-7).
    pub shown: TextHash,
    pub by: PersonId,
}

/// Records one signature; the last one that is required makes it live.
pub fn sign(process: &Process, now: Now, command: SignSambaConsent) -> Result<Vec<Event>, Refusal> {
    let SignSambaConsent { consent: number, person, method, shown, by } = command;
    let consent = process.samba.consent(number).ok_or(Refusal::NothingFrozen)?;
    let case = process.samba_case(consent.case, now)?;
    let signatory = consent.signatory(person).ok_or(Refusal::NotASignatory)?;
    heard_by_the_caseworker(case, person, by)?;
    if process.is_adult(now.today()) && signatory.capacity != Capacity::YoungAdult {
        return Err(Refusal::NotASignatory);
    }
    if consent.signatures.contains_key(&person) {
        return Ok(vec![]);
    }
    if !consent.refused_by.is_empty() || process.samba.is_superseded(number) {
        return Err(SambaRefusal::ConsentRefused.into());
    }
    if consent.valid_until < now.today() {
        return Err(Refusal::ConsentRanOut);
    }
    if consent.text.hash != shown {
        return Err(Refusal::TextChanged);
    }
    method_must_fit(process, now, person, method, by)?;
    let signed = SambaEvent::SambaConsentSigned {
        consent: number,
        person,
        capacity: signatory.capacity,
        method,
        at: now.local,
    };
    let by_now = now.today() >= process.signs_from() && !consent.signatures.contains_key(&process.child());
    let childs = by_now && person != process.child() && !process.is_adult(now.today());
    let last = !consent.active && !childs && consent.missing().all(|missing| missing == person);
    let activated = last.then_some(SambaEvent::SambaConsentActivated { consent: number });
    Ok(std::iter::once(signed).chain(activated).map(Event::Samba).collect())
}

/// A no, from anybody who is asked or from the child: it stops this consent, and needs no reason. What is then left
/// is to take the case up without the child's name (S8).
pub fn refuse(
    process: &Process,
    now: Now,
    number: SambaConsentNo,
    person: PersonId,
    heard_by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let consent = process.samba.consent(number).ok_or(Refusal::NothingFrozen)?;
    let case = process.samba_case(consent.case, now)?;
    if consent.signatory(person).is_none() && person != process.child() {
        return Err(Refusal::NotASignatory);
    }
    heard_by_the_caseworker(case, person, heard_by)?;
    if consent.refused_by.contains(&person) {
        return Ok(vec![]);
    }
    if consent.active {
        return Err(Refusal::RevokeInstead);
    }
    let refused = SambaEvent::SambaConsentRefused { consent: number, person, heard_by, at: now.local };
    Ok(vec![Event::Samba(refused)])
}

/// Whoever does not answer alone answers to the caseworker who asked (CON-22).
fn heard_by_the_caseworker(case: &Case, person: PersonId, by: PersonId) -> Result<(), SambaRefusal> {
    if by == person || case.caseworker == Some(by) { Ok(()) } else { Err(SambaRefusal::CaseworkerOnly) }
}

#[derive(Debug, Clone, Copy)]
pub struct RevokeSambaConsent {
    pub case: CaseNo,
    pub signatory: PersonId,
    /// Only for this body, or else for all.
    pub body: Option<BodyId>,
    /// Only for this party, or else for all.
    pub party: Option<PartyId>,
    pub told_to: PersonId,
}

/// In force when it is recorded, by whoever is told, with no reason asked for (CON-07). It leaves every agenda that it
/// no longer covers, ends agreements that rest on it, and if nothing is left of it, the case (S17).
pub fn revoke(process: &Process, now: Now, command: RevokeSambaConsent) -> Result<Vec<Event>, Refusal> {
    let RevokeSambaConsent { case: number, signatory, body, party, told_to } = command;
    let today = now.today();
    let case = process.samba.case(number).ok_or(SambaRefusal::NoSuchCase)?;
    if !process.may_revoke_samba(signatory, today) {
        return Err(Refusal::NotASignatory);
    }
    if !case.is_open() || process.bodies_admitted(number, today).is_empty() {
        return Ok(vec![]);
    }
    let revoked =
        SambaEvent::SambaConsentRevoked { case: number, signatory, body, party, told_to, at: now.local };
    let mut after = process.clone();
    after.evolve(&Event::Samba(revoked.clone()));
    let left = |body: BodyId| after.parties_admitted(number, body, today);
    let mut events = vec![revoked];
    for item in case.items.iter().filter(|item| item.treated.is_none() && left(item.body).is_empty()) {
        events.push(SambaEvent::SambaUnscheduled { case: number, body: item.body, meeting: item.meeting });
    }
    for (agreement, agreed) in process.samba.agreements_of(number) {
        if agreed.terms.parties.iter().all(|party| left(agreed.body).contains(party)) {
            continue;
        }
        let by = told_to;
        if agreed.is_draft() {
            events.push(SambaEvent::AgreementDropped { agreement, by, on: today });
        } else if agreed.is_in_force(today) {
            let (why, reason) = (EarlyEndKind::ConsentWithdrawn, None);
            events.push(SambaEvent::AgreementEnded { agreement, why, reason, by, on: today });
        }
    }
    if after.bodies_admitted(number, today).is_empty() {
        events.push(SambaEvent::SambaWithdrawn { case: number, on: today });
    }
    Ok(events.into_iter().map(Event::Samba).collect())
}

impl Process {
    /// The child, and until its eighteenth birthday everyone who has custody: one is enough (CON-07, CON-12).
    pub fn may_revoke_samba(&self, person: PersonId, on: Date) -> bool {
        self.is_family(person, on)
    }

    /// Somebody who was asked has said no, and nobody has given another consent since (S8).
    pub fn samba_consent_is_refused(&self, case: CaseNo) -> bool {
        self.samba.consents_of(case).last().is_some_and(|consent| !consent.refused_by.is_empty())
    }
}

/// How a case ends that nobody gave a consent for.
pub(super) fn ends_without_consent(process: &Process, case: CaseNo) -> Option<CaseEnd> {
    process.samba_consent_is_refused(case).then_some(CaseEnd::NoConsent)
}
