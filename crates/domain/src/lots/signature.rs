//! Who must sign, and what happens when they do or do not? (T4; CON-12 to CON-18, CON-27, CON-30, CON-31)

use crate::{
    Event, Refusal,
    choice::*,
    consent::{AGE_OFFERED, AGE_SIGNS},
    event::protection::SeparateSubject,
    ids::*,
    lots::summons::{AGE_ALONE_MIN, Summons, SummonsStatus},
    now::Now,
    party::*,
    process::Process,
};
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Process {
    /// Whose signatures a summons frozen today needs.
    ///
    /// # Errors
    /// No default for a placed child: the social worker states who can consent (CON-31). A child
    /// alone only for units that have assessed maturity in writing (CON-17).
    pub fn signatories(&self, on: Date, alone: bool, scope: &[ScopeLine]) -> Result<Vec<Signatory>, Refusal> {
        let child = self.child();
        if self.is_adult(on) {
            return Ok(vec![Signatory { person: child, capacity: Capacity::YoungAdult, required: true }]);
        }
        let age = self.age(on);
        if alone {
            return self.child_alone(age, scope);
        }
        let guardians: Vec<PersonId> = match (&self.consents.stated_authority, self.custody.placed) {
            (Some((who, _)), true) => who.clone(),
            (None, true) => return Err(Refusal::ConsentAuthorityNotStated),
            (_, false) => self.custody.legal().collect(),
        };
        let guardians = guardians.into_iter().filter(|person| *person != child).map(|person| Signatory {
            person,
            capacity: Capacity::Guardian,
            required: !self.consents.prevented.contains_key(&person),
        });
        let mut all: Vec<Signatory> = guardians.collect();
        if !all.iter().any(|signatory| signatory.required) {
            return Err(Refusal::NoGuardianCanSign);
        }
        if age >= AGE_OFFERED {
            all.push(Signatory { person: child, capacity: Capacity::Child, required: age >= AGE_SIGNS });
        }
        Ok(all)
    }

    fn child_alone(&self, age: i16, scope: &[ScopeLine]) -> Result<Vec<Signatory>, Refusal> {
        if age < AGE_ALONE_MIN {
            return Err(Refusal::TooYoungToSignAlone);
        }
        let mut units = scope.iter().map(|line| line.unit).chain([self.opening.unit]);
        if let Some(unit) = units.find(|unit| !self.consents.assessments.contains_key(unit)) {
            return Err(Refusal::MaturityNotAssessed { unit });
        }
        Ok(vec![Signatory { person: self.child(), capacity: Capacity::Child, required: true }])
    }
}

impl Process {
    /// Whose signatures a summons still needs on a day: of those it was written for, and of a child who has turned
    /// 15 since (CON-16).
    pub fn missing_signatures(&self, text: &Summons, on: Date) -> Vec<PersonId> {
        let child = self.child();
        let by_now = on >= self.signs_from() && !self.is_adult(on) && !text.signatures.contains_key(&child);
        let others = text.missing().filter(|person| *person != child || !by_now);
        others.chain(by_now.then_some(child)).collect()
    }

    /// A younger child's no that nobody has answered: to what waits for signatures, or to what the others have signed
    /// and that is not sent before (CON-18).
    pub fn childs_no_waits_for_answer(&self) -> bool {
        let summonses = [self.summonses.awaiting(), self.summonses.last_active()].into_iter().flatten();
        summonses.map(|(_, summons)| summons).any(|summons| summons.lacks_answer_to(self.child()))
    }
}

#[derive(Debug, Clone, Copy)]
pub struct SignSummons {
    pub summons: SummonsNo,
    pub person: PersonId,
    pub method: SignatureMethod,
    /// The hash of the text that was shown (AU-7).
    pub shown: TextHash,
    /// Who is signed in: oneself on the own screen, otherwise the helper or whoever registers the paper.
    pub by: PersonId,
}

/// Records one signature; the last one that is required makes the consent active (T4).
pub fn sign(process: &Process, now: Now, command: SignSummons) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let SignSummons { summons, person, method, shown, by } = command;
    let Some(text) = process.summonses.get(summons) else { return Err(Refusal::NothingFrozen) };
    let Some(signatory) = text.signatory(person) else { return Err(Refusal::NotASignatory) };
    // At 18 the young adult alone decides, and signs in that capacity (CON-25).
    if process.is_adult(now.today()) && signatory.capacity != Capacity::YoungAdult {
        return Err(Refusal::NotASignatory);
    }
    match text.status {
        SummonsStatus::Reopened => return Err(Refusal::SummonsReopened),
        SummonsStatus::Active if text.signatures.contains_key(&person) => return Ok(vec![]),
        SummonsStatus::Active | SummonsStatus::AwaitingSignature => {}
    }
    if text.valid_until < now.today() {
        return Err(Refusal::ConsentRanOut);
    }
    let subject = SeparateSubject::Summons { summons };
    let asked_to_sign = process.text_for(person, subject, text.text);
    match asked_to_sign {
        None => return Err(Refusal::SeparateCopyMissing { person }),
        Some(text) if text.hash != shown => return Err(Refusal::TextChanged),
        Some(_) => {}
    }
    method_must_fit(process, now, person, method, by)?;
    if text.signatures.contains_key(&person) {
        return Ok(vec![]);
    }
    let signed =
        Event::SummonsSigned { summons, person, capacity: signatory.capacity, method, on: now.local };
    let was_last = text.status == SummonsStatus::AwaitingSignature
        && process.missing_signatures(text, now.today()) == [person];
    let activated = was_last.then_some(Event::ConsentActivated { summons });
    Ok(std::iter::once(signed).chain(activated).collect())
}

/// Nobody signs for another: on screen one signs oneself; a witness or a paper is named (CON-30, CON-27).
pub(crate) fn method_must_fit(
    process: &Process,
    now: Now,
    person: PersonId,
    method: SignatureMethod,
    by: PersonId,
) -> Result<(), Refusal> {
    let family = process.is_family(by, now.today());
    match method {
        SignatureMethod::Screen if by == person => Ok(()),
        SignatureMethod::Screen => Err(Refusal::SignsForAnother),
        SignatureMethod::Witnessed { helper } if helper == by && !family => Ok(()),
        SignatureMethod::Witnessed { .. } => Err(Refusal::SignsForAnother),
        SignatureMethod::Paper { registered_by, .. } if registered_by != by || family => {
            Err(Refusal::SignsForAnother)
        }
        SignatureMethod::Paper { signed_on, .. } if signed_on > now.today() => Err(Refusal::DateAhead),
        SignatureMethod::Paper { .. } => Ok(()),
    }
}

#[derive(Debug, Clone, Copy)]
pub struct RefuseSignature {
    pub summons: SummonsNo,
    pub person: PersonId,
}

/// Somebody says no, or takes back a signature before the consent is in force. Nothing is sent; the
/// reason is nobody's business.
pub fn refuse(process: &Process, now: Now, command: RefuseSignature) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let RefuseSignature { summons, person } = command;
    let Some(text) = process.summonses.get(summons) else { return Err(Refusal::NothingFrozen) };
    if text.signatory(person).is_none() && person != process.child() {
        return Err(Refusal::NotASignatory);
    }
    if text.refusals.contains(&person) {
        return Ok(vec![]);
    }
    match text.status {
        SummonsStatus::AwaitingSignature => Ok(vec![Event::SignatureRefused { summons, person }]),
        SummonsStatus::Active => Err(Refusal::RevokeInstead),
        SummonsStatus::Reopened => Err(Refusal::SummonsReopened),
    }
}

#[derive(Debug, Clone, Copy)]
pub struct AnswerRefusal {
    pub person: PersonId,
    pub answer: TextId,
    pub by: PersonId,
}

/// A younger child's no must be answered in the record before anything is sent (CON-18).
pub fn answer_refusal(process: &Process, now: Now, command: AnswerRefusal) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let AnswerRefusal { person, answer, by } = command;
    let refused = process.summonses.iter().any(|(_, summons)| summons.refusals.contains(&person));
    if !refused {
        return Err(Refusal::NothingToAnswer);
    }
    Ok(vec![Event::RefusalAnswered { person, answer, by }])
}

/// Grounds around a signature that the initiator or a unit puts on record.
#[derive(Debug, Clone)]
pub enum RecordGround {
    Custody(Custody),
    GuardianPrevented { guardian: PersonId, ground: PreventedGround, note: TextId, by: PersonId },
    Maturity { unit: UnitId, by: PersonId, assessment: TextId },
    BoardDecision { measure: BoardMeasure, decided_on: Date, note: TextId },
    Authority { who: Vec<PersonId>, ground: TextId, by: PersonId },
}

pub fn record_ground(process: &Process, now: Now, command: RecordGround) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let today = now.today();
    Ok(vec![match command {
        RecordGround::Custody(custody) => {
            return custody_checked(process, today, custody);
        }
        RecordGround::GuardianPrevented { guardian, ground, note, by } => {
            let legal: Vec<PersonId> = process.custody.legal().collect();
            if legal.len() < 2 || !legal.contains(&guardian) {
                return Err(Refusal::NotASignatory);
            }
            Event::GuardianPrevented { guardian, ground, note, by }
        }
        RecordGround::Maturity { unit, by, assessment } => {
            if process.age(today) < AGE_ALONE_MIN {
                return Err(Refusal::TooYoungToSignAlone);
            }
            Event::MaturityAssessed { unit, by, assessment }
        }
        RecordGround::BoardDecision { measure, decided_on, note } => {
            if decided_on > today {
                return Err(Refusal::DateAhead);
            }
            Event::BoardDecisionLinked { measure, decided_on, note }
        }
        RecordGround::Authority { who, ground, by } => {
            if who.is_empty() {
                return Err(Refusal::ConsentAuthorityNotStated);
            }
            Event::ConsentAuthorityStated { who, ground, by }
        }
    }])
}

/// Custody looked up anew. If others than those asked to sign have it now, the frozen summons is opened
/// again (CON-13, T4r).
fn custody_checked(process: &Process, today: Date, custody: Custody) -> Result<Vec<Event>, Refusal> {
    if !custody.adds_up() || custody.guardians.iter().any(|guardian| guardian.person == process.child()) {
        return Err(Refusal::CustodyDoesNotFit);
    }
    if custody.checked_on > today {
        return Err(Refusal::DateAhead);
    }
    let legal = |custody: &Custody| custody.legal().collect::<BTreeSet<_>>();
    let others = legal(&custody) != legal(&process.custody) || custody.placed != process.custody.placed;
    let reopened = process.reopened(ReopenReason::ScopeChanged).filter(|_| others);
    Ok(std::iter::once(Event::CustodyChecked { custody }).chain(reopened).collect())
}
