//! What waits for whom? Worked out from the state and the day, never stored.

mod protected;
mod samba;

use crate::{
    calendar::Calendar,
    choice::*,
    ids::*,
    lots::{delivery::Delivery, meeting::Meeting, plan::Version, state::State},
    party::*,
    process::Process,
};
use jiff::{ToSpan, civil::Date};

/// Whom a task waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    Person(PersonId),
    /// Whoever handles the unit's function inbox.
    Inbox(UnitId),
    /// The persons that the unit has named.
    Unit(UnitId),
    /// Those whom the unit's manager has named, while an identity is protected (PID-4).
    NamedUsers(UnitId),
    /// The unit's manager, who learns that somebody has to be named and nothing else (PID-4).
    Manager(UnitId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskKind {
    /// Received summonses stand first in every list (PRI-21).
    NameParticipants,
    ReplyToSummons,
    NameUsers {
        unit: UnitId,
    },
    AskForUsers {
        unit: UnitId,
    },
    WriteSeparateCopy {
        person: PersonId,
    },
    CompareSeparateCopy {
        copy: SeparateCopyNo,
    },
    AnswerUnit {
        unit: UnitId,
    },
    RecordPreMeeting,
    FreezeSummons,
    SignSummons,
    ConsiderSigning,
    AnswerRefusal,
    SendSummons,
    RegisterReceipt {
        unit: UnitId,
    },
    BookMeeting,
    ExplainDelay,
    HoldMeeting {
        meeting: MeetingNo,
    },
    AcceptLots,
    ConfirmLines,
    AnswerPlan {
        version: PlanVersion,
    },
    ReleasePlan {
        version: PlanVersion,
    },
    InformChild {
        meeting: MeetingNo,
    },
    ReadChange {
        change: ChangeNo,
    },
    FileCopy {
        copy: CopyNo,
    },
    AnswerQuestion {
        question: QuestionNo,
    },
    RenewConsent,
    PlanHandOver,
    FindLots,
    AgreeToClose,
    WriteWayBack,
    GiveWayBack {
        receiver: Receiver,
    },
    InviteFeedback,
    CloseProcess,
    // On the way beyond Lots.
    DescribeSamba,
    AskSambaConsent,
    AnswerSambaConsent,
    FollowUpSamba,
    TellOfFollowUp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    pub owner: Owner,
    pub kind: TaskKind,
    pub due: Option<Date>,
}

impl Process {
    /// Everything that waits for somebody on a day.
    pub fn tasks(&self, calendar: &Calendar, on: Date) -> Vec<Task> {
        let mut tasks = Tasks { process: self, calendar, on, all: vec![] };
        match self.state(on) {
            State::Closed | State::Discontinued => {}
            State::Paused => {
                tasks.while_paused();
                tasks.protected();
            }
            State::Draft
            | State::Prepared
            | State::AwaitingSignature
            | State::ReadyToSend
            | State::Summoned
            | State::InitialBooked
            | State::InitialHeld
            | State::Assessing
            | State::Active
            | State::Closing => {
                tasks.preparing();
                tasks.called();
                tasks.meeting();
                tasks.planning();
                tasks.between();
                tasks.ending();
                tasks.samba();
                tasks.protected();
            }
        }
        tasks.all.sort_by_key(|task| {
            (task.kind > TaskKind::ReplyToSummons, task.due.is_none(), task.due, task.kind)
        });
        tasks.all
    }
}

struct Tasks<'a> {
    process: &'a Process,
    calendar: &'a Calendar,
    on: Date,
    all: Vec<Task>,
}

impl Tasks<'_> {
    fn add(&mut self, owner: Owner, kind: TaskKind, due: Option<Date>) {
        self.all.push(Task { owner, kind, due });
    }

    /// The Lots, or the initiator while there is none whose unit takes part.
    fn lead(&self) -> Owner {
        let lots = self.process.lots_in_charge(self.on);
        Owner::Person(lots.map_or(self.process.opening.initiator, |lots| lots.person))
    }

    /// At the initiator's own unit the initiator acts; at the others whom the unit has named.
    fn at(&self, unit: UnitId) -> Owner {
        let own = unit == self.process.opening.unit;
        if own { Owner::Person(self.process.opening.initiator) } else { Owner::Unit(unit) }
    }

    fn while_paused(&mut self) {
        let asked_for = self.process.ending.rests.contains_key(&PauseReason::FamilyAsks);
        match self.process.paused(self.on).filter(|_| !asked_for) {
            Some((PauseReason::ConsentIncomplete, _)) => self.add(self.lead(), TaskKind::RenewConsent, None),
            Some((PauseReason::NoLots, _)) => {
                self.add(Owner::Person(self.process.opening.initiator), TaskKind::FindLots, None);
            }
            Some((PauseReason::FamilyAsks, _)) | None => {}
        }
        self.summons_in_hand();
    }

    fn preparing(&mut self) {
        let (process, on) = (self.process, self.on);
        for unit in process.circle.unanswered() {
            for person in process.family(on) {
                self.add(Owner::Person(person), TaskKind::AnswerUnit { unit }, None);
            }
        }
        match process.state(on) {
            State::Draft => self.add(self.lead(), TaskKind::RecordPreMeeting, None),
            State::Prepared => self.add(self.lead(), TaskKind::FreezeSummons, None),
            State::ReadyToSend
            | State::AwaitingSignature
            | State::Summoned
            | State::InitialBooked
            | State::InitialHeld
            | State::Assessing
            | State::Active
            | State::Closing
            | State::Closed
            | State::Paused
            | State::Discontinued => {}
        }
        if !process.unsent_units(on).is_empty() {
            let due = process.late_from(self.calendar).map(|late| late.saturating_sub(1.day()));
            self.add(self.lead(), TaskKind::SendSummons, due);
        }
        self.summons_in_hand();
    }

    /// A frozen summons waits for signatures, also a renewed one while older consent lives.
    fn summons_in_hand(&mut self) {
        let process = self.process;
        if process.childs_no_waits_for_answer() {
            self.add(self.lead(), TaskKind::AnswerRefusal, None);
        }
        let Some((_, summons)) = process.summonses.awaiting() else { return };
        let needed = process.missing_signatures(summons, self.on);
        for signatory in &summons.signatories {
            if !summons.signatures.contains_key(&signatory.person)
                && !summons.refusals.contains(&signatory.person)
            {
                let kind = if needed.contains(&signatory.person) {
                    TaskKind::SignSummons
                } else {
                    TaskKind::ConsiderSigning
                };
                self.add(Owner::Person(signatory.person), kind, None);
            }
        }
    }

    fn called(&mut self) {
        let (process, on) = (self.process, self.on);
        for (unit, delivery) in process.deliveries.iter().filter(|(unit, _)| process.admits(*unit, on)) {
            self.one_called(unit, delivery);
        }
        let received = process.deliveries.iter().all(|(_, delivery)| delivery.received.is_some());
        if process.state(on) == State::Summoned && received {
            self.add(self.lead(), TaskKind::BookMeeting, None);
        }
        let late = process.late_from(self.calendar).is_some_and(|late| on >= late);
        if late && process.delay_explained(self.calendar).is_none() {
            self.add(self.lead(), TaskKind::ExplainDelay, None);
        }
    }

    fn one_called(&mut self, unit: UnitId, delivery: &Delivery) {
        let process = self.process;
        let earliest = process.earliest_for(unit, self.calendar);
        if delivery.received.is_none() {
            self.add(self.lead(), TaskKind::RegisterReceipt { unit }, None);
        } else if delivery.participants.is_empty() {
            self.add(Owner::Inbox(unit), TaskKind::NameParticipants, earliest);
        }
        if delivery.received.is_some() && delivery.reply.is_none() && process.meetings.held_count() == 0 {
            self.add(Owner::Unit(unit), TaskKind::ReplyToSummons, earliest);
        }
    }

    fn meeting(&mut self) {
        let (process, on) = (self.process, self.on);
        let ahead: Vec<(MeetingNo, &Meeting)> = process.meetings.ahead().collect();
        for (number, meeting) in &ahead {
            let kind = TaskKind::HoldMeeting { meeting: *number };
            self.add(Owner::Person(meeting.chair), kind, Some(meeting.start.date()));
        }
        if let Some(lots) = process.plan.proposed_lots() {
            if !lots.accepted_by_person {
                self.add(Owner::Person(lots.person), TaskKind::AcceptLots, None);
            }
            if lots.accepted_by_family.is_none() {
                for person in process.family(on) {
                    self.add(Owner::Person(person), TaskKind::AcceptLots, None);
                }
            }
        }
        let running = matches!(process.state(on), State::Assessing | State::Active);
        if process.plan.lots_person().is_some() && process.lots_in_charge(on).is_none() {
            self.add(self.lead(), TaskKind::FindLots, None);
        }
        if ahead.is_empty() && running {
            let due = process.meetings.initial_held_on().map(|initial| self.calendar.window(initial).1);
            self.add(self.lead(), TaskKind::BookMeeting, due.filter(|_| process.meetings.held_count() == 1));
        }
        for (number, meeting) in process.meetings.held_meetings() {
            if let Some((_, by)) = meeting.child_information.filter(|_| !meeting.child_informed) {
                self.add(self.lead(), TaskKind::InformChild { meeting: number }, Some(by));
            }
        }
    }

    fn planning(&mut self) {
        let process = self.process;
        let Some((version, written)) = process.plan.versions().next_back() else { return };
        if written.released.is_some() {
            return;
        }
        self.unreleased(version, written);
    }

    fn unreleased(&mut self, version: PlanVersion, written: &Version) {
        let (process, on) = (self.process, self.on);
        let held = process.meetings.get(written.meeting).and_then(|meeting| meeting.held).map(|held| held.on);
        let due = held.map(|held| self.calendar.release_due(held));
        let waiting = process.coordinated_lines(on).filter(|(_, line)| line.confirmed_by.is_none());
        let mut units: Vec<UnitId> = waiting.map(|(_, line)| line.unit).collect();
        units.sort();
        units.dedup();
        for unit in units {
            self.add(self.at(unit), TaskKind::ConfirmLines, due);
        }
        for person in process.family_that_answers(on) {
            if !written.answers.contains_key(&person) {
                self.add(Owner::Person(person), TaskKind::AnswerPlan { version }, due);
            }
        }
        self.add(self.lead(), TaskKind::ReleasePlan { version }, due);
    }

    fn between(&mut self) {
        let (process, on) = (self.process, self.on);
        for (number, change) in numbered(&process.changes, ChangeNo) {
            for receiver in change.receivers.iter().filter(|receiver| !change.read_by.contains(receiver)) {
                let kind = TaskKind::ReadChange { change: number };
                match *receiver {
                    Receiver::Family { person } if process.is_family(person, on) => {
                        self.add(Owner::Person(person), kind, None);
                    }
                    // Whoever told it has read it.
                    Receiver::Unit { unit } if self.at(unit) == Owner::Person(change.by) => {}
                    Receiver::Unit { unit } if process.admits(unit, on) => {
                        self.add(self.at(unit), kind, None)
                    }
                    Receiver::Family { .. } | Receiver::Unit { .. } => {}
                }
            }
        }
        for (number, copy) in process.plan.copy_numbers().filter(|(_, copy)| copy.filed_by.is_none()) {
            if let Receiver::Unit { unit } = copy.receiver
                && process.admits(unit, on)
            {
                let due = self.calendar.release_due(copy.on);
                self.add(self.at(unit), TaskKind::FileCopy { copy: number }, Some(due));
            }
        }
        for (number, question) in process.plan.question_numbers() {
            let open =
                question.units.iter().filter(|unit| !question.answers.iter().any(|(by, _)| by == *unit));
            for unit in open.filter(|unit| process.admits(**unit, on)) {
                self.add(self.at(*unit), TaskKind::AnswerQuestion { question: number }, None);
            }
        }
        self.consent_and_age();
    }

    fn consent_and_age(&mut self) {
        let (process, on) = (self.process, self.on);
        let ends =
            process.consented_units(on).into_iter().filter_map(|unit| process.consent_ends(unit, on)).min();
        if let Some(ends) = ends
            && on >= self.calendar.consent_reminder(ends)
            && process.summonses.awaiting().is_none()
        {
            self.add(self.lead(), TaskKind::RenewConsent, Some(ends));
        }
        if process.flags(on).young_adult_soon && process.ending.hand_over.is_none() {
            self.add(self.lead(), TaskKind::PlanHandOver, Some(process.adult_from()));
        }
    }

    fn ending(&mut self) {
        let (process, on) = (self.process, self.on);
        if process.ending.closing.is_none() {
            return;
        }
        if process.ending.agreed_by.is_empty() {
            for person in process.family(on) {
                self.add(Owner::Person(person), TaskKind::AgreeToClose, None);
            }
        }
        if process.ending.way_back.is_none() {
            return self.add(self.lead(), TaskKind::WriteWayBack, None);
        }
        for receiver in process.receivers(on) {
            if !process.ending.way_back_given.contains(&receiver) {
                self.add(self.lead(), TaskKind::GiveWayBack { receiver }, None);
            }
        }
        if !process.ending.feedback_invited {
            self.add(self.lead(), TaskKind::InviteFeedback, None);
        }
        self.add(self.lead(), TaskKind::CloseProcess, None);
    }
}
