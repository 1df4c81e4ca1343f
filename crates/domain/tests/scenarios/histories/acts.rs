//! How does something that somebody did become commands of the program?

use super::History;
use crate::{acts::Decided, naive::Did, world::hash};
use domain::{
    Event, Now, PersonId, Process, UnitId,
    choice::*,
    lots::{
        circle::{self, AnswerUnit, ProposeUnit},
        closing,
        commitment::{self, OfferCommitment},
        delivery::{self, Dispatch, NameParticipant},
        revocation::{self, RevokeConsent, RevokeKind},
        room::{self, AcceptLots, ProposeLots},
        signature::{self, AnswerRefusal, RecordGround, RefuseSignature, SignSummons},
        summons::{self, FreezeSummons, ReopenSummons},
    },
    party::*,
};
use jiff::{ToSpan, civil::Date};

/// Several commands that belong to one act: each is decided on what the one before has led to.
struct Steps {
    process: Process,
    now: Now,
    events: Vec<Event>,
}

impl Steps {
    fn then(&mut self, decided: impl FnOnce(&Process, Now) -> Decided) -> Result<(), domain::Refusal> {
        let events = decided(&self.process, self.now)?;
        events.iter().for_each(|event| self.process.evolve(event));
        self.events.extend(events);
        Ok(())
    }
}

impl History<'_> {
    pub fn decide(&self, did: &Did) -> Decided {
        let now = Now { instant: jiff::Timestamp::UNIX_EPOCH, local: self.now };
        let process = &self.process;
        let newest = || process.summonses.last().map_or(domain::SummonsNo(1), |(number, _)| number);
        match did {
            Did::Asked { names, until, alone } => self.asks(names, *until, *alone, now),
            Did::Signed { who } => {
                let (person, by, method) = (*who, *who, SignatureMethod::Screen);
                let command = SignSummons { summons: newest(), person, method, shown: hash(), by };
                signature::sign(process, now, command)
            }
            Did::SaidNo { who } => {
                signature::refuse(process, now, RefuseSignature { summons: newest(), person: *who })
            }
            Did::Answered => {
                let (person, answer) = (process.child(), self.world.text());
                signature::answer_refusal(
                    process,
                    now,
                    AnswerRefusal { person, answer, by: process.opening.initiator },
                )
            }
            Did::Prevented { who } => {
                let (ground, note, by) =
                    (PreventedGround::Absence, self.world.text(), process.opening.initiator);
                let ground = RecordGround::GuardianPrevented { guardian: *who, ground, note, by };
                signature::record_ground(process, now, ground)
            }
            Did::Withdrew { who, units } => {
                let command = RevokeConsent { signatory: *who, units: units.clone(), told_to: *who };
                revocation::revoke(process, now, command)
            }
            Did::Struck { who, unit } => circle::strike(process, now, AnswerUnit { unit: *unit, by: *who }),
            Did::WithdrewKind { who, unit, kind } => {
                let command = RevokeKind { signatory: *who, unit: *unit, kind: *kind, told_to: *who };
                revocation::revoke_kind(process, now, command)
            }
            Did::Sent { units } => self.sends(units, now),
            Did::ChoseLots { unit } => self.chooses_lots(*unit, now),
            Did::Offered { unit } => commitment::offer(process, now, self.line(*unit, now)),
            Did::Paused { who } => closing::pause(process, now, *who),
            Did::Resumed => closing::resume(process, now),
            Did::Ended { who } => closing::discontinue(process, now, DiscontinuedReason::FamilyEnds, *who),
            Did::Closed => closing::close(process, now),
        }
    }

    fn steps(&self, now: Now) -> Steps {
        Steps { process: self.process.clone(), now, events: vec![] }
    }

    /// The family wants the units called, custody is looked up, and the summons is written and frozen. What still
    /// awaited signature is opened again first.
    fn asks(&self, names: &[(UnitId, Vec<InformationKind>)], until: Date, alone: bool, now: Now) -> Decided {
        let (world, today) = (self.world, now.today());
        let mut steps = self.steps(now);
        let child = self.process.child();
        if self.process.summonses.awaiting().is_some() {
            steps.then(|process, now| {
                summons::reopen(process, now, ReopenSummons { reason: ReopenReason::Mistake })
            })?;
        }
        let own = self.process.opening.unit;
        for (unit, _) in names.iter().filter(|(unit, _)| *unit != own) {
            if !steps.process.circle.approved().any(|approved| approved == *unit) {
                let command = ProposeUnit { unit: *unit, by: child, question: world.question(*unit) };
                steps.then(|process, now| {
                    circle::propose_and_approve(process, &world.organisation, now, command)
                })?;
            }
        }
        let custody = Custody { checked_on: today, ..self.process.custody.clone() };
        steps.then(|process, now| signature::record_ground(process, now, RecordGround::Custody(custody)))?;
        let line = |(unit, kinds): &(UnitId, Vec<InformationKind>)| ScopeLine {
            unit: *unit,
            kinds: kinds.clone(),
            question: Some(world.question(*unit)),
        };
        let command = FreezeSummons {
            text: FormText { text: world.text(), hash: hash() },
            scope: names.iter().filter(|(unit, _)| *unit != own).map(line).collect(),
            own_kinds: names
                .iter()
                .filter(|(unit, _)| *unit == own)
                .flat_map(|(_, kinds)| kinds.clone())
                .collect(),
            valid_until: until,
            formulated_with: vec![child],
            informed: true,
            child_summary_ready: true,
            child_alone: alone,
            earlier_plan: false,
            purpose: hash(),
            whereabouts_checked: true,
        };
        steps.then(|process, now| summons::freeze(process, &world.calendar, now, command))?;
        Ok(steps.events)
    }

    /// Sent to the units' inboxes; each names somebody at once.
    fn sends(&self, units: &[UnitId], now: Now) -> Decided {
        let mut steps = self.steps(now);
        let command = Dispatch { units: units.iter().map(|unit| (*unit, Channel::FunctionInbox)).collect() };
        steps.then(|process, now| delivery::dispatch(process, now, command))?;
        for unit in units {
            let command = NameParticipant { unit: *unit, person: self.somebody_at(*unit) };
            steps.then(|process, now| delivery::name_participant(process, now, command))?;
        }
        Ok(steps.events)
    }

    fn somebody_at(&self, unit: UnitId) -> PersonId {
        if unit == self.process.opening.unit {
            return self.process.opening.initiator;
        }
        PersonId(uuid::Uuid::from_u128(1_000_000 + u128::from(unit.0)))
    }

    fn chooses_lots(&self, unit: UnitId, now: Now) -> Decided {
        let (person, child) = (self.somebody_at(unit), self.process.child());
        let mut steps = self.steps(now);
        steps.then(|process, now| room::propose_lots(process, now, ProposeLots { person, unit }))?;
        if !steps.events.is_empty() {
            for by in [person, child] {
                steps.then(|process, now| room::accept_lots(process, now, AcceptLots { person, by }))?;
            }
        }
        Ok(steps.events)
    }

    fn line(&self, unit: UnitId, now: Now) -> OfferCommitment {
        OfferCommitment {
            unit,
            by: self.somebody_at(unit),
            kind: CommitmentKind::Intervention,
            text: self.world.text(),
            goal: None,
            responsible: self.world.text(),
            legal_form: LegalForm::None,
            start: now.today(),
            frequency: self.world.text(),
            expected_end: now.today().saturating_add(100.days()),
            visible_to: vec![],
            decisive: false,
            by_board: None,
        }
    }
}
