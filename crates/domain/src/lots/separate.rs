//! What does a guardian read from whom whereabouts are hidden? Copies of one's own, compared by two persons. (PID-6)

use super::protection::Protection;
use crate::{
    Event, Refusal,
    choice::*,
    event::protection::{ProtectionEvent, SeparateSubject},
    ids::*,
    now::Now,
    process::Process,
};
use jiff::civil::Date;

/// A text for one guardian alone. Nobody but those who compare it reads it before it is approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeparateCopy {
    pub receiver: PersonId,
    pub subject: SeparateSubject,
    pub text: FormText,
    pub drafted_by: PersonId,
    pub drafted_on: Date,
    pub approved: Option<(PersonId, Date)>,
}

impl Protection {
    pub(super) fn evolve_copies(&mut self, event: &ProtectionEvent) {
        if let ProtectionEvent::SeparateCopyDrafted { receiver, subject, text, by, on, .. } = event {
            self.copies.push(SeparateCopy {
                receiver: *receiver,
                subject: *subject,
                text: *text,
                drafted_by: *by,
                drafted_on: *on,
                approved: None,
            });
        } else if let ProtectionEvent::SeparateCopyApproved { copy, by, on } = event
            && let Some(copy) = index(copy.0).and_then(|index| self.copies.get_mut(index))
        {
            copy.approved = Some((*by, *on));
        }
    }

    pub fn separate_copies(&self) -> impl DoubleEndedIterator<Item = (SeparateCopyNo, &SeparateCopy)> {
        numbered(&self.copies, SeparateCopyNo)
    }

    pub fn separate_copy(&self, number: SeparateCopyNo) -> Option<&SeparateCopy> {
        self.copies.get(index(number.0)?)
    }

    /// The newest approved text of a subject for somebody.
    pub fn approved_copy(&self, receiver: PersonId, subject: SeparateSubject) -> Option<&SeparateCopy> {
        let of = |copy: &&SeparateCopy| {
            copy.receiver == receiver && copy.subject == subject && copy.approved.is_some()
        };
        self.copies.iter().rev().find(of)
    }
}

impl Process {
    /// What a person is shown to sign or to read of a subject: the text itself, or the separate copy of it for
    /// whoever must not read the text. `None` while there is none that two persons have compared.
    pub fn text_for(&self, person: PersonId, subject: SeparateSubject, whole: FormText) -> Option<FormText> {
        if !self.hides_whereabouts_from(person) {
            return Some(whole);
        }
        self.protection.approved_copy(person, subject).map(|copy| copy.text)
    }

    fn has(&self, subject: SeparateSubject) -> bool {
        match subject {
            SeparateSubject::Summons { summons } => self.summonses.get(summons).is_some(),
            SeparateSubject::Plan { version } => self.plan.version(version).is_some(),
            SeparateSubject::Message => true,
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct DraftSeparateCopy {
    pub receiver: PersonId,
    pub subject: SeparateSubject,
    pub text: FormText,
    pub by: PersonId,
    /// The text holds none of the names, places and numbers that are known to tell where somebody is.
    pub clean: bool,
}

/// Writes what a guardian reads instead. It reaches nobody yet.
pub fn draft(process: &Process, now: Now, command: DraftSeparateCopy) -> Result<Vec<Event>, Refusal> {
    let DraftSeparateCopy { receiver, subject, text, by, clean } = command;
    if !process.hides_whereabouts_from(receiver) {
        return Err(Refusal::NotProtected);
    }
    if !process.has(subject) {
        return Err(Refusal::NoSuchCopy);
    }
    if !clean {
        return Err(Refusal::TellsWhereabouts);
    }
    let copy = SeparateCopyNo(process.protection.copies.len() as u32 + 1);
    let on = now.today();
    let drafted = ProtectionEvent::SeparateCopyDrafted { copy, receiver, subject, text, by, on };
    Ok(vec![Event::Protection(drafted)])
}

#[derive(Debug, Clone, Copy)]
pub struct ApproveSeparateCopy {
    pub copy: SeparateCopyNo,
    pub by: PersonId,
    /// The hash of the text that was compared.
    pub shown: TextHash,
}

/// A second person has compared it with the whole text: the receiver can read it (PID-6).
pub fn approve(process: &Process, now: Now, command: ApproveSeparateCopy) -> Result<Vec<Event>, Refusal> {
    let ApproveSeparateCopy { copy: number, by, shown } = command;
    let copy = process.protection.separate_copy(number).ok_or(Refusal::NoSuchCopy)?;
    if copy.text.hash != shown {
        return Err(Refusal::TextChanged);
    }
    if copy.drafted_by == by {
        return Err(Refusal::SecondPersonNeeded);
    }
    if copy.approved.is_some() {
        return Ok(vec![]);
    }
    let on = now.today();
    Ok(vec![Event::Protection(ProtectionEvent::SeparateCopyApproved { copy: number, by, on })])
}
