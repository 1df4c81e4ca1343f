//! Which units has the summons reached, when, and what did they answer? (T5, T6; TIME-2 to TIME-5)

use crate::{
    Event, Refusal, calendar::Calendar, choice::*, ids::*, lots::summons::Summons, now::Now, process::Process,
};
use jiff::civil::{Date, DateTime};
use std::collections::{BTreeMap, BTreeSet};

/// The summons on its way to one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    pub summons: SummonsNo,
    pub channel: Channel,
    pub sent_at: DateTime,
    /// When the question was put to the unit first: a paper with the same question may have come in since then.
    pub first_sent_at: DateTime,
    pub received: Option<(Date, ReceiptHow)>,
    /// The day whose clock counts. A summons signed again restarts it only if the purpose or the
    /// question put to this unit changed (TIME-5).
    pub clock_from: Option<Date>,
    pub corrections: Vec<(Date, TextId)>,
    pub reply: Option<Reply>,
    /// How many times the unit has answered that it cannot come.
    pub prevented_replies: u32,
    /// The persons at the unit who take part. Nobody else there may read (5.4).
    pub participants: BTreeSet<PersonId>,
    /// The consent for the unit was taken back after this was sent: it is called no longer, and a new
    /// consent lets it in only together with a new summons (TIME-4, CON-08).
    pub withdrawn: bool,
}

/// What has been sent to whom. `of` and `iter` know only the units that are still called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deliveries(BTreeMap<UnitId, Delivery>);

impl Deliveries {
    pub fn of(&self, unit: UnitId) -> Option<&Delivery> {
        self.0.get(&unit).filter(|delivery| !delivery.withdrawn)
    }

    pub fn iter(&self) -> impl Iterator<Item = (UnitId, &Delivery)> {
        self.0.iter().filter(|(_, delivery)| !delivery.withdrawn).map(|(unit, delivery)| (*unit, delivery))
    }

    /// Nothing has ever been sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn has_sent(&self, summons: SummonsNo) -> bool {
        self.0.values().any(|delivery| delivery.summons == summons)
    }

    pub fn unit_of(&self, person: PersonId) -> Option<UnitId> {
        self.iter().find(|(_, delivery)| delivery.participants.contains(&person)).map(|(unit, _)| unit)
    }

    /// Those whom the unit has named, while it is called.
    pub fn participants_of(&self, unit: UnitId) -> impl Iterator<Item = PersonId> {
        self.of(unit).into_iter().flat_map(|delivery| delivery.participants.iter().copied())
    }

    pub fn all_participants(&self) -> impl Iterator<Item = PersonId> {
        self.iter().flat_map(|(_, delivery)| delivery.participants.iter().copied())
    }

    pub fn takes_part(&self, unit: UnitId, person: PersonId) -> bool {
        self.of(unit).is_some_and(|delivery| delivery.participants.contains(&person))
    }

    /// Named by the unit when it last was called, also if it has left since.
    pub fn has_taken_part(&self, unit: UnitId, person: PersonId) -> bool {
        self.0.get(&unit).is_some_and(|delivery| delivery.participants.contains(&person))
    }

    pub(crate) fn dispatch(
        &mut self,
        summons: SummonsNo,
        unit: UnitId,
        channel: Channel,
        sent_at: DateTime,
        question_changed: bool,
    ) {
        let earlier = self.0.remove(&unit).filter(|earlier| !earlier.withdrawn);
        let new = Delivery {
            summons,
            channel,
            sent_at,
            first_sent_at: sent_at,
            received: None,
            clock_from: None,
            corrections: vec![],
            reply: None,
            prevented_replies: 0,
            participants: BTreeSet::new(),
            withdrawn: false,
        };
        let delivery = match earlier {
            Some(earlier) if !question_changed => Delivery { summons, channel, sent_at, ..earlier },
            Some(Delivery { participants, corrections, .. }) => Delivery { participants, corrections, ..new },
            None => new,
        };
        self.0.insert(unit, delivery);
    }

    pub(crate) fn withdraw(&mut self, unit: UnitId) {
        if let Some(delivery) = self.0.get_mut(&unit) {
            delivery.withdrawn = true;
        }
    }

    pub(crate) fn receive(&mut self, unit: UnitId, on: Date, how: ReceiptHow) {
        if let Some(delivery) = self.0.get_mut(&unit) {
            delivery.received = Some((on, how));
            delivery.clock_from = Some(on);
        }
    }

    pub(crate) fn correct(&mut self, unit: UnitId, on: Date, reason: TextId) {
        if let Some(delivery) = self.0.get_mut(&unit) {
            delivery.received = delivery.received.map(|(_, how)| (on, how));
            delivery.clock_from = Some(on);
            delivery.corrections.push((on, reason));
        }
    }

    pub(crate) fn name(&mut self, unit: UnitId, person: PersonId) {
        if let Some(delivery) = self.0.get_mut(&unit) {
            delivery.participants.insert(person);
        }
    }

    pub(crate) fn release(&mut self, unit: UnitId, person: PersonId) {
        if let Some(delivery) = self.0.get_mut(&unit) {
            delivery.participants.remove(&person);
        }
    }

    pub(crate) fn reply(&mut self, unit: UnitId, reply: Reply) {
        if let Some(delivery) = self.0.get_mut(&unit) {
            delivery.prevented_replies += u32::from(matches!(reply, Reply::Prevented { .. }));
            delivery.reply = Some(reply);
        }
    }
}

impl Process {
    /// The first day the unit can be called to its first meeting; `None` before receipt (TIME-2).
    pub fn earliest_for(&self, unit: UnitId, calendar: &Calendar) -> Option<Date> {
        let from = self.deliveries.of(unit)?.clock_from?;
        Some(calendar.earliest_for_unit(from))
    }

    /// The first day a first meeting with these units can be held: the latest of their days
    /// (TIME-4). `Err` names a unit that has not received the summons.
    pub fn earliest_meeting(&self, units: &[UnitId], calendar: &Calendar) -> Result<Option<Date>, UnitId> {
        let called = units.iter().filter(|unit| **unit != self.opening.unit);
        let days: Result<Vec<Date>, UnitId> =
            called.map(|unit| self.earliest_for(*unit, calendar).ok_or(*unit)).collect();
        Ok(days?.into_iter().max())
    }
}

/// Sends the summons to units that the signed consent names (T5).
#[derive(Debug, Clone)]
pub struct Dispatch {
    pub units: Vec<(UnitId, Channel)>,
}

pub fn dispatch(process: &Process, now: Now, command: Dispatch) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    let today = now.today();
    let awaiting = process.summonses.awaiting().map(|(_, text)| text);
    let signatures_missing =
        |text: &Summons| Refusal::SignaturesMissing { missing: process.missing_signatures(text, today) };
    let Some((summons, text)) = process.summonses.last_active() else {
        return Err(awaiting.map_or(Refusal::NothingFrozen, signatures_missing));
    };
    // A child who has turned 15 since signs before anything more is sent (CON-16).
    if !process.missing_signatures(text, today).is_empty() {
        return Err(signatures_missing(text));
    }
    childs_no_must_be_answered(process, text)?;
    if command.units.is_empty() {
        return Err(Refusal::EmptyScope);
    }
    let units: BTreeMap<UnitId, Channel> = command.units.into_iter().collect();
    let mut events = vec![];
    for (unit, channel) in units {
        if !text.covers(unit) || unit == process.opening.unit {
            let waits = awaiting.filter(|text| text.covers(unit) && unit != process.opening.unit);
            return Err(waits.map_or(Refusal::NotInScope { unit }, signatures_missing));
        }
        if !process.admits(unit, today) {
            return Err(Refusal::ConsentNotActive { unit });
        }
        // It reaches persons, not an inbox (PID-4).
        if process.is_protected() && process.protection.users_at(unit).next().is_none() {
            return Err(Refusal::UsersNotNamed { unit });
        }
        let earlier = process.deliveries.of(unit);
        if earlier.is_some_and(|delivery| delivery.summons == summons) {
            continue; // Sent already: pressing the button twice sends nothing twice.
        }
        let question_changed = earlier
            .is_none_or(|delivery| asked(process, delivery.summons, unit) != asked(process, summons, unit));
        let received = earlier.is_some_and(|delivery| delivery.received.is_some()) && !question_changed;
        events.push(Event::SummonsDispatched { summons, unit, channel, at: now.local, question_changed });
        if channel == Channel::FunctionInbox && !received {
            events.push(Event::SummonsReceived { unit, on: today, how: ReceiptHow::Inbox });
        }
    }
    Ok(events)
}

/// A younger child's no has got its answer (CON-18).
fn childs_no_must_be_answered(process: &Process, text: &Summons) -> Result<(), Refusal> {
    let child = process.child();
    if text.lacks_answer_to(child) {
        return Err(Refusal::ChildsRefusalUnanswered);
    }
    Ok(())
}

/// What a unit is asked: the purpose and its own question.
fn asked(process: &Process, summons: SummonsNo, unit: UnitId) -> Option<(Option<TextHash>, Option<TextId>)> {
    let text = process.summonses.get(summons)?;
    let line = text.scope.iter().find(|line| line.unit == unit)?;
    Some((text.purpose, line.question))
}

#[derive(Debug, Clone, Copy)]
pub struct RegisterReceipt {
    pub unit: UnitId,
    pub on: Date,
    pub how: ReceiptHow,
}

/// A paper summons has come in: the day the unit stamped it, or else the day it was handed over (TIME-3).
pub fn register_receipt(
    process: &Process,
    now: Now,
    command: RegisterReceipt,
) -> Result<Vec<Event>, Refusal> {
    let RegisterReceipt { unit, on, how } = command;
    let delivery = sent_to(process, now, unit)?;
    if delivery.received.is_some() {
        return Err(Refusal::AlreadyReceived);
    }
    if on > now.today() {
        return Err(Refusal::DateAhead);
    }
    if on < delivery.first_sent_at.date() {
        return Err(Refusal::ReceivedBeforeSent);
    }
    Ok(vec![Event::SummonsReceived { unit, on, how }])
}

#[derive(Debug, Clone, Copy)]
pub struct CorrectReceipt {
    pub unit: UnitId,
    pub on: Date,
    pub reason: TextId,
    pub by: PersonId,
}

/// A mistaken receipt date is put right with a reason and an author; the old one stays on record.
pub fn correct_receipt(process: &Process, now: Now, command: CorrectReceipt) -> Result<Vec<Event>, Refusal> {
    let CorrectReceipt { unit, on, reason, by } = command;
    let delivery = sent_to(process, now, unit)?;
    if delivery.received.is_none() {
        return Err(Refusal::NotReceived { unit });
    }
    if on > now.today() {
        return Err(Refusal::DateAhead);
    }
    if on < delivery.first_sent_at.date() {
        return Err(Refusal::ReceivedBeforeSent);
    }
    Ok(vec![Event::ReceiptCorrected { unit, on, reason, by }])
}

fn sent_to(process: &Process, now: Now, unit: UnitId) -> Result<&Delivery, Refusal> {
    process.must_be_open(now)?;
    if !process.admits(unit, now.today()) {
        return Err(Refusal::ConsentNotActive { unit });
    }
    process.deliveries.of(unit).ok_or(Refusal::NotInScope { unit })
}

#[derive(Debug, Clone, Copy)]
pub struct NameParticipant {
    pub unit: UnitId,
    pub person: PersonId,
}

/// The unit says which of its people take part. Only they can read (5.4).
pub fn name_participant(
    process: &Process,
    now: Now,
    command: NameParticipant,
) -> Result<Vec<Event>, Refusal> {
    let NameParticipant { unit, person } = command;
    process.must_be_running(now)?;
    let delivery = sent_to(process, now, unit)?;
    if process.is_family(person, now.today()) {
        return Err(Refusal::NotAParticipant);
    }
    if !process.may_be_handled_by(unit, person) {
        return Err(Refusal::NotANamedUser);
    }
    if delivery.participants.contains(&person) {
        return Ok(vec![]);
    }
    Ok(vec![Event::ParticipantNamed { unit, person }])
}

pub fn release_participant(
    process: &Process,
    now: Now,
    command: NameParticipant,
) -> Result<Vec<Event>, Refusal> {
    let NameParticipant { unit, person } = command;
    process.must_be_running(now)?;
    let delivery = sent_to(process, now, unit)?;
    if !delivery.participants.contains(&person) {
        return Ok(vec![]);
    }
    if process.plan.lots_person() == Some(person) {
        return Err(Refusal::LotsMustBeReplacedFirst);
    }
    Ok(vec![Event::ParticipantReleased { unit, person }])
}

#[derive(Debug, Clone)]
pub struct GiveReply {
    pub unit: UnitId,
    pub reply: Reply,
}

/// Coming, somebody else comes, or not possible then but at these times (Q34).
pub fn reply(process: &Process, now: Now, command: GiveReply) -> Result<Vec<Event>, Refusal> {
    let GiveReply { unit, reply } = command;
    process.must_be_running(now)?;
    sent_to(process, now, unit)?;
    if let Reply::Prevented { proposals } = &reply
        && proposals.is_empty()
    {
        return Err(Refusal::ProposalsMissing);
    }
    Ok(vec![Event::ReplyGiven { unit, reply }])
}

#[derive(Debug, Clone, Copy)]
pub struct ExplainDelay {
    pub reason: DelayReason,
    pub note: TextId,
}

/// Why a summons has been left lying, so that the flag of TIME-8 has its answer.
pub fn explain_delay(
    process: &Process,
    calendar: &Calendar,
    now: Now,
    command: ExplainDelay,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    let ExplainDelay { reason, note } = command;
    Ok(vec![Event::DelayExplained { reason, note, late_from: process.late_from(calendar) }])
}
