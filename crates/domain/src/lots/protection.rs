//! Whose identity is protected, from whom are whereabouts hidden, and who alone may handle it? (PID-1 to PID-10,
//! AC-7, AC-8, CON-20)

use crate::{
    Event, Refusal,
    choice::*,
    event::protection::{PlanItem, ProtectionEvent},
    ids::*,
    lots::separate::SeparateCopy,
    now::Now,
    process::Process,
};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The slice of state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Protection {
    /// Those whose identity is protected, and how strongly.
    pub people: BTreeMap<PersonId, ProtectionGrade>,
    /// Guardians who may not learn where anybody is, and why.
    pub(super) hidden_from: BTreeMap<PersonId, TextId>,
    /// Who has proposed to switch a mark off, and why. It takes somebody else to do it.
    pub end_proposed: BTreeMap<PersonId, (PersonId, TextId)>,
    /// Units whose manager has been asked to name those who may handle it.
    pub asked: BTreeMap<UnitId, Date>,
    /// Those whom each unit's manager has named.
    pub(super) users: BTreeMap<UnitId, BTreeSet<PersonId>>,
    pub(super) copies: Vec<SeparateCopy>,
    /// What one guardian must not read, by its text, and why.
    pub(super) withheld: BTreeMap<(TextId, PersonId), TextId>,
    /// Passages about third persons who have agreed, word for word.
    pub agreed_passages: BTreeSet<TextHash>,
}

impl Protection {
    pub(crate) fn evolve(&mut self, event: &ProtectionEvent, text_of: impl Fn(PlanItem) -> Option<TextId>) {
        use ProtectionEvent::*;
        match event {
            IdentityProtected { person, grade, .. } => {
                self.people.insert(*person, *grade);
                self.end_proposed.remove(person);
            }
            WhereaboutsHidden { from, reason, .. } => {
                self.hidden_from.insert(*from, *reason);
            }
            ProtectionEndProposed { person, reason, by, .. } => {
                self.end_proposed.insert(*person, (*by, *reason));
            }
            ProtectionEnded { person, .. } => {
                self.people.remove(person);
                self.end_proposed.remove(person);
                if self.people.is_empty() {
                    self.hidden_from.clear();
                }
            }
            UsersAsked { unit, on, .. } => {
                self.asked.insert(*unit, *on);
            }
            UserNamed { unit, person, .. } => {
                self.users.entry(*unit).or_default().insert(*person);
            }
            UserRemoved { unit, person, .. } => {
                self.users.entry(*unit).or_default().remove(person);
            }
            SeparateCopyDrafted { .. } | SeparateCopyApproved { .. } => self.evolve_copies(event),
            ItemWithheld { item, from, reason, .. } => {
                if let Some(text) = text_of(*item) {
                    self.withheld.insert((text, *from), *reason);
                }
            }
            ItemShown { item, to, .. } => {
                if let Some(text) = text_of(*item) {
                    self.withheld.remove(&(text, *to));
                }
            }
            ThirdPersonAgreed { passage, .. } => {
                self.agreed_passages.insert(*passage);
            }
        }
    }

    /// Those whom a unit's manager has named.
    pub fn users_at(&self, unit: UnitId) -> impl Iterator<Item = PersonId> {
        self.users.get(&unit).into_iter().flatten().copied()
    }
}

impl Process {
    /// Whether somebody around the child lives with a protected identity: here, or in the register.
    pub fn is_protected(&self) -> bool {
        self.facts.protected || !self.protection.people.is_empty()
    }

    /// A guardian who may know of the process and sign, and must not learn where anybody is (PID-2, PID-6).
    pub fn hides_whereabouts_from(&self, person: PersonId) -> bool {
        self.is_protected() && self.protection.hidden_from.contains_key(&person)
    }

    /// The guardians from whom whereabouts are hidden today.
    pub fn hidden_guardians(&self, on: Date) -> Vec<PersonId> {
        self.guardians(on).filter(|guardian| self.hides_whereabouts_from(*guardian)).collect()
    }

    /// Whether a person at a unit may handle the process at all. Without protection everyone may whom the other
    /// rules let in; with it, only whom the unit's manager has named, and the initiator who opened it (PID-4).
    pub fn may_be_handled_by(&self, unit: UnitId, person: PersonId) -> bool {
        let opened_it = unit == self.opening.unit && person == self.opening.initiator;
        !self.is_protected() || opened_it || self.is_named_user(unit, person)
    }

    pub fn is_named_user(&self, unit: UnitId, person: PersonId) -> bool {
        self.protection.users.get(&unit).is_some_and(|users| users.contains(&person))
    }

    /// Whether one guardian must not read a thing in the plan (AC-7).
    pub fn is_withheld(&self, text: TextId, from: PersonId) -> bool {
        self.protection.withheld.contains_key(&(text, from))
    }

    /// Why one guardian must not read it, for those who withhold.
    pub fn withheld_because(&self, text: TextId, from: PersonId) -> Option<TextId> {
        self.protection.withheld.get(&(text, from)).copied()
    }

    pub(crate) fn text_of(&self, item: PlanItem) -> Option<TextId> {
        let plan = &self.plan;
        match item {
            PlanItem::Need { need } => plan.needs.get(index(need.0)?).map(|need| need.text),
            PlanItem::Goal { goal } => plan.goals.get(index(goal.0)?).map(|goal| goal.text),
            PlanItem::Line { commitment } => plan.line(commitment).map(|line| line.text),
            PlanItem::Question { question } => plan.questions.get(index(question.0)?).map(|asked| asked.text),
        }
    }

    /// While an identity is protected, somebody reads each text for what tells where anybody is (PID-9).
    pub(crate) fn whereabouts_must_be_checked(&self, checked: bool) -> Result<(), Refusal> {
        if checked || !self.is_protected() { Ok(()) } else { Err(Refusal::WhereaboutsNotChecked) }
    }

    fn must_be_protected(&self) -> Result<(), Refusal> {
        if self.is_protected() { Ok(()) } else { Err(Refusal::NotProtected) }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct ProtectIdentity {
    pub person: PersonId,
    pub grade: ProtectionGrade,
    pub by: PersonId,
}

/// Switches the mark on, at once and by one person alone. It is only ever raised (PID-1). A text that awaits
/// signature may say too much, so it is opened again (PID-2).
pub fn protect(process: &Process, now: Now, command: ProtectIdentity) -> Result<Vec<Event>, Refusal> {
    let ProtectIdentity { person, grade, by } = command;
    if grade == ProtectionGrade::AssumedIdentity {
        return Err(Refusal::AssumedIdentity);
    }
    let around = |guardian: &crate::party::Guardian| guardian.person == person;
    if person != process.child() && !process.custody.guardians.iter().any(around) {
        return Err(Refusal::NotAParticipant);
    }
    match process.protection.people.get(&person) {
        Some(now) if *now == grade => return Ok(vec![]),
        Some(now) if *now > grade => return Err(Refusal::ProtectionOnlyRaised),
        Some(_) | None => {}
    }
    let protected = ProtectionEvent::IdentityProtected { person, grade, by, on: now.today() };
    let reopened = process.reopened(ReopenReason::Protected);
    Ok(std::iter::once(Event::Protection(protected)).chain(reopened).collect())
}

#[derive(Debug, Clone, Copy)]
pub struct HideWhereabouts {
    pub from: PersonId,
    pub reason: TextId,
    pub by: PersonId,
}

/// A guardian may know of the process and not of whereabouts: from now on that guardian reads separate copies
/// alone (PID-6).
pub fn hide_whereabouts(
    process: &Process,
    now: Now,
    command: HideWhereabouts,
) -> Result<Vec<Event>, Refusal> {
    let HideWhereabouts { from, reason, by } = command;
    process.must_be_protected()?;
    if !process.guardians(now.today()).any(|guardian| guardian == from) {
        return Err(Refusal::NotASignatory);
    }
    if process.protection.people.contains_key(&from) {
        return Err(Refusal::ProtectedThemselves);
    }
    if process.hides_whereabouts_from(from) {
        return Ok(vec![]);
    }
    let hidden = ProtectionEvent::WhereaboutsHidden { from, reason, by, on: now.today() };
    let reopened = process.reopened(ReopenReason::Protected);
    Ok(std::iter::once(Event::Protection(hidden)).chain(reopened).collect())
}

#[derive(Debug, Clone, Copy)]
pub struct ProposeEnd {
    pub person: PersonId,
    pub reason: TextId,
    pub by: PersonId,
}

/// The first of the two who switch a mark off (PID-1).
pub fn propose_end(process: &Process, now: Now, command: ProposeEnd) -> Result<Vec<Event>, Refusal> {
    let ProposeEnd { person, reason, by } = command;
    if !process.protection.people.contains_key(&person) {
        return Err(Refusal::NotProtected);
    }
    let proposed = ProtectionEvent::ProtectionEndProposed { person, reason, by, on: now.today() };
    Ok(vec![Event::Protection(proposed)])
}

/// The second, who is somebody else (PID-1).
pub fn end(process: &Process, now: Now, person: PersonId, by: PersonId) -> Result<Vec<Event>, Refusal> {
    match process.protection.end_proposed.get(&person) {
        None => Err(Refusal::EndNotProposed),
        Some((first, _)) if *first == by => Err(Refusal::SecondPersonNeeded),
        Some(_) => {
            Ok(vec![Event::Protection(ProtectionEvent::ProtectionEnded { person, by, on: now.today() })])
        }
    }
}

/// Asks a unit's manager to name those who may handle it: the own unit's, or one that the consent names (PID-4).
pub fn ask_for_users(process: &Process, now: Now, unit: UnitId, by: PersonId) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    process.must_be_protected()?;
    let on = now.today();
    if unit != process.opening.unit && !process.admits(unit, on) {
        return Err(Refusal::ConsentNotActive { unit });
    }
    if process.protection.asked.contains_key(&unit) {
        return Ok(vec![]);
    }
    Ok(vec![Event::Protection(ProtectionEvent::UsersAsked { unit, by, on })])
}

#[derive(Debug, Clone, Copy)]
pub struct NameUser {
    pub unit: UnitId,
    pub person: PersonId,
    pub by: PersonId,
}

/// The manager names somebody; nobody stands in for a named person without the manager's act (PID-4).
pub fn name_user(process: &Process, now: Now, command: NameUser) -> Result<Vec<Event>, Refusal> {
    let NameUser { unit, person, by } = command;
    process.must_be_open(now)?;
    asked_must_be(process, unit)?;
    if process.is_family(person, now.today()) {
        return Err(Refusal::NotAParticipant);
    }
    if process.is_named_user(unit, person) {
        return Ok(vec![]);
    }
    Ok(vec![Event::Protection(ProtectionEvent::UserNamed { unit, person, by, on: now.today() })])
}

/// The manager takes a name back, in force at once. A Lots goes with it, and the process rests until there is
/// another (T16).
pub fn remove_user(process: &Process, now: Now, command: NameUser) -> Result<Vec<Event>, Refusal> {
    let NameUser { unit, person, by } = command;
    asked_must_be(process, unit)?;
    if !process.is_named_user(unit, person) {
        return Ok(vec![]);
    }
    let on = now.today();
    let mut events = vec![Event::Protection(ProtectionEvent::UserRemoved { unit, person, by, on })];
    let lots = [process.plan.lots, process.plan.next_lots].into_iter().flatten();
    let gone: Vec<_> = lots.filter(|lots| lots.unit == unit && lots.person == person).collect();
    events.extend(gone.iter().map(|_| Event::LotsLeft { person }));
    let led = gone.iter().any(|lots| lots.is_chosen()) && process.must_be_running(now).is_ok();
    events.extend(led.then_some(Event::ProcessPaused { reason: PauseReason::NoLots, on }));
    Ok(events)
}

fn asked_must_be(process: &Process, unit: UnitId) -> Result<(), Refusal> {
    if process.protection.asked.contains_key(&unit) { Ok(()) } else { Err(Refusal::UsersNotAsked { unit }) }
}

#[derive(Debug, Clone, Copy)]
pub struct Withhold {
    pub item: PlanItem,
    pub from: PersonId,
    pub reason: TextId,
    pub by: PersonId,
}

/// One guardian must not read this: it could harm the child considerably (OSL 12:3, AC-7).
pub fn withhold(process: &Process, now: Now, command: Withhold) -> Result<Vec<Event>, Refusal> {
    let Withhold { item, from, reason, by } = command;
    let on = now.today();
    let text = process.text_of(item).ok_or(Refusal::NoSuchLine)?;
    if !process.guardians(on).any(|guardian| guardian == from) {
        return Err(Refusal::NotASignatory);
    }
    if process.is_withheld(text, from) {
        return Ok(vec![]);
    }
    Ok(vec![Event::Protection(ProtectionEvent::ItemWithheld { item, from, reason, by, on })])
}

/// Shows it again.
pub fn show(
    process: &Process,
    now: Now,
    item: PlanItem,
    to: PersonId,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let text = process.text_of(item).ok_or(Refusal::NoSuchLine)?;
    if !process.is_withheld(text, to) {
        return Ok(vec![]);
    }
    Ok(vec![Event::Protection(ProtectionEvent::ItemShown { item, to, by, on: now.today() })])
}

/// The third person of whom a passage tells has agreed, in some way that is written down, that it is passed on
/// (CON-20). The agreement holds for these words alone.
pub fn third_person_agreed(
    process: &Process,
    now: Now,
    passage: TextHash,
    how: TextId,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    if process.protection.agreed_passages.contains(&passage) {
        return Ok(vec![]);
    }
    Ok(vec![Event::Protection(ProtectionEvent::ThirdPersonAgreed { passage, how, by, on: now.today() })])
}
