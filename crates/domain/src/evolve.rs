//! What does an event change? Nothing is checked here, and nothing can fail.
//!
//! **Invariant:** no wildcard arm, so that a new event cannot be forgotten (clippy).

use crate::{
    consent::Consents,
    event::Event,
    ids::{ChangeNo, index},
    party::Receiver,
    process::{Change, ChildFacts, Delay, Deviation, Opening, PreMeeting, Process},
};

impl Process {
    pub(crate) fn opened(facts: ChildFacts, event: &Event) -> Option<Process> {
        let Event::ProcessOpened { child, initiator, unit, custody, previous, request, on } = event else {
            return None;
        };
        let opening = Opening {
            child: *child,
            initiator: *initiator,
            unit: *unit,
            previous: *previous,
            request: *request,
            on: *on,
        };
        Some(Process {
            facts,
            opening,
            custody: custody.clone(),
            circle: Default::default(),
            pre_meeting: None,
            summonses: Default::default(),
            consents: Consents::default(),
            deliveries: Default::default(),
            meetings: Default::default(),
            plan: Default::default(),
            changes: vec![],
            deviations: vec![],
            delay: None,
            ending: Default::default(),
            protection: Default::default(),
            other_grounds: Default::default(),
            samba: Default::default(),
            version: 1,
        })
    }

    /// Applies what has already been decided.
    #[expect(clippy::too_many_lines, reason = "one arm an event: the list is the point")]
    pub fn evolve(&mut self, event: &Event) {
        use Event::*;
        self.version += 1;
        match event {
            ProcessOpened { .. } => {}
            CustodyChecked { custody } => {
                self.custody = custody.clone();
                self.consents.custody_rechecked = true;
            }
            UnitProposed { unit, by, question } => self.circle.propose(*unit, *by, *question),
            UnitApproved { unit, by } => self.circle.approve(*unit, *by),
            UnitStruck { unit, .. } => self.circle.strike(*unit),
            PreMeetingRecorded { held, note, participation, formulated_with } => {
                self.pre_meeting = Some(PreMeeting {
                    held: *held,
                    note: *note,
                    participation: *participation,
                    formulated_with: formulated_with.clone(),
                    comments: self.pre_meeting.take().map(|earlier| earlier.comments).unwrap_or_default(),
                });
            }
            PreMeetingCommented { by, comment } => {
                if let Some(pre_meeting) = &mut self.pre_meeting {
                    pre_meeting.comments.push((*by, *comment));
                }
            }
            SummonsFrozen { .. } => self.summonses.freeze(event),
            SummonsReopened { summons, .. } => {
                self.summonses.reopen(*summons);
                self.consents.void(*summons);
            }
            SummonsSigned { summons, person, capacity, method, on } => {
                self.summonses.sign(*summons, *person, *capacity, *method, *on);
            }
            SignatureRefused { summons, person } => {
                self.summonses.refuse(*summons, *person);
                self.consents.reached(*person);
            }
            RefusalAnswered { person, answer, .. } => self.summonses.answer_refusal(*person, *answer),
            ConsentActivated { summons } => {
                if let Some(summons_text) = self.summonses.get(*summons) {
                    self.consents.activate(*summons, summons_text);
                }
                self.summonses.activate(*summons);
            }
            GuardianPrevented { guardian, ground, .. } => self.consents.prevented(*guardian, *ground),
            MaturityAssessed { unit, assessment, .. } => self.consents.assessed(*unit, *assessment),
            BoardDecisionLinked { measure, decided_on, note } => {
                self.consents.decision(*measure, *decided_on, *note);
            }
            ConsentAuthorityStated { who, ground, .. } => self.consents.authority(who.clone(), *ground),
            SummonsDispatched { summons, unit, channel, at, question_changed } => {
                self.deliveries.dispatch(*summons, *unit, *channel, *at, *question_changed);
            }
            SummonsReceived { unit, on, how } => self.deliveries.receive(*unit, *on, *how),
            ReceiptCorrected { unit, on, reason, .. } => self.deliveries.correct(*unit, *on, *reason),
            ParticipantNamed { unit, person } => self.deliveries.name(*unit, *person),
            ParticipantReleased { unit, person } => self.deliveries.release(*unit, *person),
            ReplyGiven { unit, reply } => self.deliveries.reply(*unit, reply.clone()),
            DelayExplained { reason, note, late_from } => {
                self.delay = Some(Delay { reason: *reason, note: *note, late_from: *late_from });
            }
            ConsentRevoked { signatory, unit, at, .. } => {
                self.consents.revoke(*signatory, self.opening.child, *unit, *at);
                if !self.is_covered(*unit, at.date()) {
                    self.deliveries.withdraw(*unit);
                }
            }
            InformationKindRevoked { signatory, unit, kind, at, .. } => {
                self.consents.revoke_kind(*signatory, self.opening.child, *unit, *kind, *at);
            }
            UnitStruckFromMeeting { meeting, unit } => self.meetings.strike(*meeting, *unit),
            CommitmentLeftCoordination { commitment, .. } => self.plan.leaves_coordination(*commitment),
            MeetingBooked { kind, start, end, place, chair, units, outside_window, .. } => {
                self.meetings.book(*kind, *start, *end, *place, *chair, units.clone(), *outside_window);
            }
            MeetingRebooked { meeting, start, end, place, cause, outside_window } => {
                self.meetings.rebook(*meeting, *start, *end, *place, *cause, *outside_window);
            }
            MeetingCancelled { meeting, reason } => self.meetings.cancel(*meeting, *reason),
            AgendaItemDone { meeting, item } => self.meetings.agenda(*meeting, *item),
            AttendanceRecorded { meeting, rows, secretary, complete } => {
                self.meetings.attend(*meeting, rows.clone(), *secretary, *complete);
            }
            GuestAccepted { meeting, guest, .. } => self.meetings.accept_guest(*meeting, *guest),
            LotsProposed { person, unit } => self.plan.propose_lots(*person, *unit),
            LotsAccepted { person, by } => self.plan.accept_lots(*person, *by),
            LotsLeft { person } => self.plan.lots_left(*person),
            ChildInformationPlanned { meeting, person, on } => {
                self.meetings.plan_child_information(*meeting, *person, *on);
            }
            ChildInformed { meeting, .. } => self.meetings.child_informed(*meeting),
            MeetingHeld { meeting, on, attendance, follow_up, closing, without_next } => {
                self.meetings.held(*meeting, *on, *attendance, *follow_up, *closing, *without_next);
                self.ending.meeting_held(*closing);
            }
            NeedRecorded { text, view, kind, .. } => self.plan.need(*text, *view, *kind),
            NeedWithdrawn { need } => self.plan.withdraw_need(*need),
            GoalRecorded { text, horizon, need, .. } => self.plan.goal(*text, *horizon, *need),
            GoalAssessed { goal, outcome } => self.plan.assess_goal(*goal, *outcome),
            CommitmentOffered { .. } => self.plan.offer(event),
            CommitmentConfirmed { commitment, by } => self.plan.confirm(*commitment, *by),
            CommitmentMoved { commitment, to, reason, instead, .. } => {
                self.plan.move_to(*commitment, *to, *reason, *instead);
            }
            CommitmentFollowedUp { commitment, meeting, result, verdict, .. } => {
                self.plan.follow_up(*commitment, *meeting, *result, *verdict);
            }
            CommitmentRated { commitment, by, effect } => self.plan.rate(*commitment, *by, *effect),
            AssessmentReported { unit, meeting, outcome, text, instead, .. } => {
                self.plan.report(*unit, *meeting, *outcome, *text, *instead);
            }
            QuestionAsked { text, by_unit, units, waits_for_absent, .. } => {
                self.plan.ask(*text, *by_unit, units.clone(), *waits_for_absent);
            }
            QuestionAnswered { question, by_unit, answer } => self.plan.answer(*question, *by_unit, *answer),
            LeadPrincipalNamed { principal, unit } => self.plan.lead = Some((*principal, *unit)),
            PlanWritten { meeting, text, kind, status, obstacle, on, .. } => {
                self.plan.write(*meeting, *text, *kind, *status, *obstacle, *on);
            }
            PlanAnswered { version, by, dissent, heard_by } => {
                self.plan.family_answers(*version, *by, *dissent, heard_by.is_none());
            }
            PlanReleased { version, on } => self.plan.release(*version, *on),
            CopyReleased { receiver, version, text, on, .. } => {
                self.plan.copy(*receiver, *version, *text, *on);
            }
            CopyFiled { copy, by } => self.plan.file(*copy, *by),
            ChangeTold { by, text, receivers, on, .. } => self.changes.push(Change {
                by: *by,
                text: *text,
                on: *on,
                receivers: receivers.clone(),
                read_by: vec![],
            }),
            ChangeRead { change, receiver } => self.change_read(*change, *receiver),
            DeviationNoted { kind, units, on, feedback_due } => self.deviations.push(Deviation {
                kind: *kind,
                units: units.clone(),
                on: *on,
                feedback_due: *feedback_due,
            }),
            ProcessPaused { reason, on } => self.ending.pause(*reason, *on),
            ProcessResumed { .. } => self.ending.rests.clear(),
            ClosingAgreed { by } => self.ending.agree(*by),
            WayBackWritten { text, contact } => self.ending.way_back = Some((*text, *contact)),
            WayBackGiven { receiver, .. } => self.ending.give(*receiver),
            FeedbackInvited { .. } => self.ending.feedback_invited = true,
            ProcessClosed { reason, on } => self.ending.close(*reason, *on),
            ProcessDiscontinued { reason, on } => self.ending.discontinue(*reason, *on),
            HandOverGiven { on } => self.ending.hand_over = Some(*on),
            SambaContacted { route, by, on } => {
                self.ending.samba = Some((*route, *on));
                self.samba.contacted(*route, *by, *on);
            }
            Protection(event) => {
                let mut protection = std::mem::take(&mut self.protection);
                protection.evolve(event, |item| self.text_of(item));
                self.protection = protection;
            }
            OtherGround(event) => self.other_grounds.evolve(event),
            Samba(event) => self.samba.evolve(event),
        }
    }

    fn change_read(&mut self, change: ChangeNo, receiver: Receiver) {
        if let Some(change) = index(change.0).and_then(|index| self.changes.get_mut(index)) {
            change.read_by.push(receiver);
        }
    }
}
