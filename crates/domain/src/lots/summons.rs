//! What was the family asked to sign? The summons: frozen, versioned, signed. (T3, T4r)

use crate::{Event, Refusal, calendar::Calendar, choice::*, ids::*, now::Now, party::*, process::Process};
use jiff::civil::{Date, DateTime};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SummonsStatus {
    AwaitingSignature,
    Active,
    /// Opened again before it was sent; its signatures are void (T4r).
    Reopened,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    pub capacity: Capacity,
    pub method: SignatureMethod,
    pub on: DateTime,
}

/// One frozen version of the summons. Its text never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summons {
    pub text: FormText,
    pub scope: Vec<ScopeLine>,
    pub signatories: Vec<Signatory>,
    pub valid_until: Date,
    pub earlier_plan: bool,
    pub purpose: Option<TextHash>,
    pub status: SummonsStatus,
    pub signatures: BTreeMap<PersonId, Signature>,
    pub refusals: Vec<PersonId>,
    /// Answers that a younger child's no has got (CON-18).
    pub refusal_answers: BTreeMap<PersonId, TextId>,
}

impl Summons {
    pub fn covers(&self, unit: UnitId) -> bool {
        self.scope.iter().any(|line| line.unit == unit)
    }

    /// Those whose signature is still needed. A guardian who has said no can be reached, and is no longer done
    /// without (CON-12, CON-14).
    pub fn missing(&self) -> impl Iterator<Item = PersonId> {
        let needed = self.signatories.iter().filter(|signatory| {
            let guardian = signatory.capacity == Capacity::Guardian;
            signatory.required || (guardian && self.refusals.contains(&signatory.person))
        });
        needed.map(|signatory| signatory.person).filter(|person| !self.signatures.contains_key(person))
    }

    /// Somebody has said no, and nobody has answered it (CON-18).
    pub fn lacks_answer_to(&self, person: PersonId) -> bool {
        self.refusals.contains(&person) && !self.refusal_answers.contains_key(&person)
    }

    pub fn signatory(&self, person: PersonId) -> Option<Signatory> {
        self.signatories.iter().copied().find(|signatory| signatory.person == person)
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summonses {
    all: Vec<Summons>,
}

impl Summonses {
    pub fn get(&self, number: SummonsNo) -> Option<&Summons> {
        self.all.get(index(number.0)?)
    }

    fn at(&mut self, number: SummonsNo) -> Option<&mut Summons> {
        self.all.get_mut(index(number.0)?)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (SummonsNo, &Summons)> {
        numbered(&self.all, SummonsNo)
    }

    pub fn last(&self) -> Option<(SummonsNo, &Summons)> {
        self.iter().next_back()
    }

    /// The one that waits for signatures, if any; there is never more than one.
    pub fn awaiting(&self) -> Option<(SummonsNo, &Summons)> {
        self.last().filter(|(_, summons)| summons.status == SummonsStatus::AwaitingSignature)
    }

    pub fn last_active(&self) -> Option<(SummonsNo, &Summons)> {
        self.iter().rfind(|(_, summons)| summons.status == SummonsStatus::Active)
    }

    pub(crate) fn freeze(&mut self, event: &Event) {
        if let Event::SummonsFrozen { text, scope, required, valid_until, earlier_plan, purpose, .. } = event
        {
            self.all.push(Summons {
                text: *text,
                scope: scope.clone(),
                signatories: required.clone(),
                valid_until: *valid_until,
                earlier_plan: *earlier_plan,
                purpose: *purpose,
                status: SummonsStatus::AwaitingSignature,
                signatures: BTreeMap::new(),
                refusals: vec![],
                refusal_answers: BTreeMap::new(),
            });
        }
    }

    pub(crate) fn reopen(&mut self, number: SummonsNo) {
        if let Some(summons) = self.at(number) {
            summons.status = SummonsStatus::Reopened;
            summons.signatures.clear();
        }
    }

    pub(crate) fn sign(
        &mut self,
        number: SummonsNo,
        person: PersonId,
        capacity: Capacity,
        method: SignatureMethod,
        on: DateTime,
    ) {
        if let Some(summons) = self.at(number) {
            summons.signatures.insert(person, Signature { capacity, method, on });
            summons.refusals.retain(|refuser| *refuser != person);
        }
    }

    pub(crate) fn refuse(&mut self, number: SummonsNo, person: PersonId) {
        if let Some(summons) = self.at(number) {
            // A no also takes back a signature on a summons that is not in force yet.
            summons.signatures.remove(&person);
            summons.refusals.push(person);
            summons.refusal_answers.remove(&person);
        }
    }

    pub(crate) fn answer_refusal(&mut self, person: PersonId, answer: TextId) {
        for summons in self.all.iter_mut().filter(|summons| summons.refusals.contains(&person)) {
            summons.refusal_answers.insert(person, answer);
        }
    }

    pub(crate) fn activate(&mut self, number: SummonsNo) {
        if let Some(summons) = self.at(number) {
            summons.status = SummonsStatus::Active;
        }
    }
}

/// Everything the family will sign, complete. The form has been checked field by field already:
/// `text` is what was made of it.
#[derive(Debug, Clone)]
pub struct FreezeSummons {
    pub text: FormText,
    /// One line per called unit; the initiator's own unit gets its line by itself.
    pub scope: Vec<ScopeLine>,
    pub own_kinds: Vec<InformationKind>,
    pub valid_until: Date,
    pub formulated_with: Vec<PersonId>,
    /// The check-list "information given": what consent means, voluntary, revocable, how.
    pub informed: bool,
    pub child_summary_ready: bool,
    /// The child signs alone, without guardians (CON-17).
    pub child_alone: bool,
    pub earlier_plan: bool,
    /// The hash of the purpose as the form has it. Another purpose starts every unit's clock anew (TIME-5).
    pub purpose: TextHash,
    /// Somebody has read the text for what tells where anybody is (PID-9). Asked only while an identity is
    /// protected.
    pub whereabouts_checked: bool,
}

/// Below this age nobody may be assessed as mature enough to consent alone (Q8).
pub const AGE_ALONE_MIN: i16 = 13;

/// Freezes the summons: from now on the text to be signed cannot change (T3).
pub fn freeze(
    process: &Process,
    calendar: &Calendar,
    now: Now,
    command: FreezeSummons,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    if process.pre_meeting.is_none() && !process.is_adult(now.today()) {
        return Err(Refusal::PreMeetingMissing);
    }
    if process.summonses.awaiting().is_some() {
        return Err(Refusal::AlreadyAwaitingSignature);
    }
    scope_must_hold(process, &command)?;
    let today = now.today();
    if !command.formulated_with.iter().any(|person| process.is_family(*person, today)) {
        return Err(Refusal::NotFormulatedWithFamily);
    }
    let latest = latest_end(process, calendar, today);
    if command.valid_until <= today || command.valid_until > latest {
        return Err(Refusal::ConsentPeriod { latest });
    }
    if !command.informed {
        return Err(Refusal::InformationNotGiven);
    }
    if !command.child_summary_ready {
        return Err(Refusal::ChildSummaryMissing);
    }
    process.whereabouts_must_be_checked(command.whereabouts_checked)?;
    custody_must_be_fresh(process, today)?;
    let required = process.signatories(today, command.child_alone, &command.scope)?;
    let summons = SummonsNo(process.summonses.iter().count() as u32 + 1);
    let own = ScopeLine { unit: process.opening.unit, kinds: command.own_kinds, question: None };
    let scope = std::iter::once(own).chain(command.scope).collect();
    let FreezeSummons { text, valid_until, earlier_plan, .. } = command;
    let purpose = Some(command.purpose);
    Ok(vec![Event::SummonsFrozen { summons, text, scope, required, valid_until, earlier_plan, purpose }])
}

/// A consent lasts at most a year and can be renewed at any meeting (TIME-10); a young adult's lasts at
/// most until the hand-over is over (Q6).
pub fn latest_end(process: &Process, calendar: &Calendar, today: Date) -> Date {
    let latest = calendar.consent_end_max(today);
    if process.is_adult(today) { latest.min(process.hand_over_ends()) } else { latest }
}

fn scope_must_hold(process: &Process, command: &FreezeSummons) -> Result<(), Refusal> {
    if command.scope.is_empty() {
        return Err(Refusal::EmptyScope);
    }
    if let Some(unit) = process.circle.unanswered().next() {
        return Err(Refusal::FamilyHasNotAnswered { unit });
    }
    for line in &command.scope {
        if !process.circle.approved().any(|unit| unit == line.unit) {
            return Err(Refusal::NotApprovedByFamily { unit: line.unit });
        }
        if line.kinds.is_empty() {
            return Err(Refusal::KindsMissing { unit: line.unit });
        }
    }
    if command.own_kinds.is_empty() {
        return Err(Refusal::KindsMissing { unit: process.opening.unit });
    }
    Ok(())
}

/// Custody is looked up anew for every new consent (CON-13). A young adult is in nobody's.
fn custody_must_be_fresh(process: &Process, today: Date) -> Result<(), Refusal> {
    if process.is_adult(today) {
        return Ok(());
    }
    let Some((_, last)) = process.summonses.last_active() else { return Ok(()) };
    let signed = last.signatures.values().map(|signature| signature.on.date()).max();
    match signed {
        Some(signed) if !process.consents.custody_rechecked || process.custody.checked_on < signed => {
            Err(Refusal::CustodyNotRechecked)
        }
        Some(_) | None => Ok(()),
    }
}

#[derive(Debug, Clone, Copy)]
pub struct ReopenSummons {
    pub reason: ReopenReason,
}

/// Opens a frozen summons again before it is sent. Old signatures are void (T4r).
pub fn reopen(process: &Process, now: Now, command: ReopenSummons) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let Some((summons, last)) = process.summonses.last() else { return Err(Refusal::NothingFrozen) };
    let sent = process.deliveries.has_sent(summons);
    if last.status == SummonsStatus::Reopened || sent {
        return Err(Refusal::NothingFrozen);
    }
    Ok(vec![Event::SummonsReopened { summons, reason: command.reason }])
}
