//! What waits while an identity is protected, and for whom? (PID-4, PID-6)

use super::{Owner, Task, TaskKind, Tasks};
use crate::{event::protection::SeparateSubject, ids::*, lots::separate::SeparateCopy, process::Process};
use jiff::civil::Date;

impl Tasks<'_> {
    pub(super) fn protected(&mut self) {
        let (process, on) = (self.process, self.on);
        if !process.is_protected() {
            return;
        }
        for unit in units_to_ask(process, on) {
            self.add(self.lead(), TaskKind::AskForUsers { unit }, None);
        }
        for unit in process.protection.asked.keys().copied() {
            if process.protection.users_at(unit).next().is_none() {
                self.add(Owner::Manager(unit), TaskKind::NameUsers { unit }, None);
            }
        }
        for person in process.hidden_guardians(on) {
            for subject in subjects(process) {
                self.separate_copy(person, subject);
            }
        }
        let shown: Vec<Task> = self.all.drain(..).filter_map(|task| reaching(process, on, task)).collect();
        self.all = shown;
    }

    fn separate_copy(&mut self, person: PersonId, subject: SeparateSubject) {
        let of =
            |copy: &&(SeparateCopyNo, &SeparateCopy)| copy.1.receiver == person && copy.1.subject == subject;
        match self.process.protection.separate_copies().rev().find(|copy| of(&copy)) {
            None => self.add(self.lead(), TaskKind::WriteSeparateCopy { person }, None),
            Some((copy, drafted)) if drafted.approved.is_none() => {
                let kind = TaskKind::CompareSeparateCopy { copy };
                let own = self.process.opening.unit;
                let second = self.process.protection.users_at(own).find(|user| *user != drafted.drafted_by);
                let lead = self.lead();
                let owner = match (second, lead) {
                    (Some(second), _) => Owner::Person(second),
                    (None, Owner::Person(lead)) if lead != drafted.drafted_by => Owner::Person(lead),
                    (None, _) => Owner::Person(self.process.opening.initiator),
                };
                self.add(owner, kind, None);
            }
            Some(_) => {}
        }
    }
}

/// The units whose manager is to be asked: each that the consent names, and the own unit while separate copies
/// need a second reader.
fn units_to_ask(process: &Process, on: Date) -> Vec<UnitId> {
    let own = process.opening.unit;
    let second_reader = !process.hidden_guardians(on).is_empty();
    let units = process.consented_units(on).into_iter().filter(|unit| *unit != own);
    let units = units.chain(second_reader.then_some(own));
    units.filter(|unit| !process.protection.asked.contains_key(unit)).collect()
}

/// What a guardian with copies of one's own is waited for: the summons to sign, and the plan to answer.
fn subjects(process: &Process) -> Vec<SeparateSubject> {
    let summons = process.summonses.awaiting().map(|(summons, _)| SeparateSubject::Summons { summons });
    let unreleased = process.plan.versions().next_back().filter(|(_, written)| written.released.is_none());
    let plan = unreleased.map(|(version, _)| SeparateSubject::Plan { version });
    summons.into_iter().chain(plan).collect()
}

/// The task as it reaches its owner; nothing where the owner may not know of it, or cannot yet do it.
fn reaching(process: &Process, on: Date, task: Task) -> Option<Task> {
    let approved = |person, subject| process.protection.approved_copy(person, subject).is_some();
    match (task.owner, task.kind) {
        (Owner::Inbox(unit), _) => Some(Task { owner: Owner::NamedUsers(unit), ..task }),
        (Owner::Person(person), kind) if process.hidden_guardians(on).contains(&person) => {
            let signs = matches!(kind, TaskKind::SignSummons | TaskKind::ConsiderSigning);
            let summons = process.summonses.awaiting().filter(|_| signs);
            let summons = summons.map(|(summons, _)| SeparateSubject::Summons { summons });
            let answered = if let TaskKind::AnswerPlan { version } = kind { Some(version) } else { None };
            let plan = answered.map(|version| SeparateSubject::Plan { version });
            summons.or(plan).filter(|subject| approved(person, *subject)).map(|_| task)
        }
        (Owner::Person(_) | Owner::Unit(_) | Owner::NamedUsers(_) | Owner::Manager(_), _) => Some(task),
    }
}
