//! What may be done now with a description without identity? (DID-4 to DID-9)

use std::collections::BTreeSet;

use jiff::{ToSpan as _, civil::Date};

use super::{
    Check, Deidentified, DeidentifiedEvent, DeidentifiedRefusal, End, Item, KEPT_UNTOUCHED, LookedThrough,
    Reply, Stage, Writing,
};
use crate::{
    deidentify::Rarity,
    ids::{BodyId, BodyMeetingId, CaseQuestionNo, PersonId},
    samba::{
        bodies::{Bodies, Body},
        outcome::Outcome,
    },
};

/// What somebody wants to do with it. None of it makes an agreement, shares a cost or gives the child a name.
#[derive(Debug, Clone)]
pub enum DeidentifiedAct {
    /// For the first time, or anew.
    Write(Writing),
    Return {
        reason: String,
    },
    /// With what has been looked for, and how many were shown to be alike.
    Approve {
        checked: BTreeSet<Check>,
        alike: Rarity,
    },
    Schedule {
        body: BodyId,
        meeting: BodyMeetingId,
        /// The day of that meeting.
        on: Date,
    },
    Unschedule {
        meeting: BodyMeetingId,
    },
    /// I know who it is. That is all that is said.
    Recognise {
        meeting: BodyMeetingId,
    },
    Treat {
        meeting: BodyMeetingId,
        outcome: Outcome,
        replies: Vec<(CaseQuestionNo, Reply)>,
        follow_up_on: Option<Date>,
    },
    /// How it has gone since.
    FollowUp {
        text: String,
    },
    End {
        why: End,
    },
}

/// What is known around it.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    pub bodies: &'a Bodies,
    pub by: PersonId,
    pub today: Date,
}

type Decided = Result<DeidentifiedEvent, DeidentifiedRefusal>;

impl LookedThrough {
    /// The first thing that happens to a description: it is written.
    ///
    /// # Errors
    /// `NotWaiting` for every other act.
    pub fn begin(self) -> Decided {
        match self.0 {
            DeidentifiedAct::Write(writing) => written(writing),
            DeidentifiedAct::Return { .. }
            | DeidentifiedAct::Approve { .. }
            | DeidentifiedAct::Schedule { .. }
            | DeidentifiedAct::Unschedule { .. }
            | DeidentifiedAct::Recognise { .. }
            | DeidentifiedAct::Treat { .. }
            | DeidentifiedAct::FollowUp { .. }
            | DeidentifiedAct::End { .. } => Err(DeidentifiedRefusal::NotWaiting),
        }
    }
}

fn written(writing: Writing) -> Decided {
    if writing.attachments > 0 {
        return Err(DeidentifiedRefusal::Attached);
    }
    Ok(DeidentifiedEvent::Written { unit: writing.unit, description: writing.description })
}

impl Deidentified {
    /// # Errors
    /// What does not fit it as it is; nothing has happened then.
    pub fn decide(&self, LookedThrough(act): LookedThrough, around: Around) -> Decided {
        if let Stage::Ended(_) = self.stage {
            return Err(DeidentifiedRefusal::Ended);
        }
        match act {
            DeidentifiedAct::Write(writing) => self.rewrite(writing),
            DeidentifiedAct::Return { reason } => self.send_back(&reason, around),
            DeidentifiedAct::Approve { checked, alike } => self.approve(&checked, alike, around),
            DeidentifiedAct::Schedule { body, meeting, on } => self.schedule(body, (meeting, on), around),
            DeidentifiedAct::Unschedule { meeting } => self.unschedule(meeting),
            DeidentifiedAct::Recognise { meeting } => self.recognise(meeting),
            DeidentifiedAct::Treat { meeting, outcome, replies, follow_up_on } => {
                self.treat(meeting, outcome, replies, follow_up_on, around)
            }
            DeidentifiedAct::FollowUp { text } => self.follow_up(text),
            DeidentifiedAct::End { why } => Ok(DeidentifiedEvent::Ended { why }),
        }
    }

    /// Written anew, it waits to be looked at again. Not while a body has it, and never after somebody there has known
    /// who it is (DID-6).
    fn rewrite(&self, writing: Writing) -> Decided {
        if self.is_recognised() {
            return Err(DeidentifiedRefusal::Recognised);
        }
        if !self.items.is_empty() {
            return Err(DeidentifiedRefusal::AlreadyTakenUp);
        }
        written(writing)
    }

    fn waits_for(&self, around: Around) -> Result<(), DeidentifiedRefusal> {
        if self.stage != Stage::Written {
            return Err(DeidentifiedRefusal::NotWaiting);
        }
        if self.is_written_by(around.by) {
            return Err(DeidentifiedRefusal::SamePerson);
        }
        Ok(())
    }

    fn send_back(&self, reason: &str, around: Around) -> Decided {
        self.waits_for(around)?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(DeidentifiedRefusal::ReasonMissing);
        }
        Ok(DeidentifiedEvent::Returned { reason })
    }

    /// By another person, with everything on the list looked for (DID-4).
    fn approve(&self, checked: &BTreeSet<Check>, alike: Rarity, around: Around) -> Decided {
        self.waits_for(around)?;
        if !Check::ALL.iter().all(|check| checked.contains(check)) {
            return Err(DeidentifiedRefusal::ChecksMissing);
        }
        Ok(DeidentifiedEvent::Approved { alike })
    }

    fn schedule(&self, body: BodyId, (meeting, on): (BodyMeetingId, Date), around: Around) -> Decided {
        if self.stage != Stage::Approved {
            return Err(DeidentifiedRefusal::NotApproved);
        }
        if self.pending().is_some() || self.item(meeting).is_some() {
            return Err(DeidentifiedRefusal::AlreadyTakenUp);
        }
        if on < around.today {
            return Err(DeidentifiedRefusal::DayBehind);
        }
        match self.next_body(around.bodies) {
            Some(next) if next.id == body => Ok(DeidentifiedEvent::Scheduled { body, meeting, on }),
            Some(_) | None => Err(DeidentifiedRefusal::NotItsTurn),
        }
    }

    /// Whose turn it is: the first body's, or the one's that it was lifted to.
    pub fn next_body<'a>(&self, bodies: &'a Bodies) -> Option<&'a Body> {
        match self.last_treated() {
            None => bodies.first(),
            Some((item, treated)) if treated.outcome == Outcome::LiftedOn => {
                bodies.body(bodies.body(item.body)?.next?)
            }
            Some(_) => None,
        }
    }

    /// On the agenda and not taken up.
    fn waiting(&self, meeting: BodyMeetingId) -> Result<&Item, DeidentifiedRefusal> {
        let item = self.item(meeting).ok_or(DeidentifiedRefusal::NotScheduled)?;
        if item.treated.is_some() { Err(DeidentifiedRefusal::AlreadyTreated) } else { Ok(item) }
    }

    fn unschedule(&self, meeting: BodyMeetingId) -> Decided {
        self.waiting(meeting).map(|_| DeidentifiedEvent::Unscheduled { meeting })
    }

    fn recognise(&self, meeting: BodyMeetingId) -> Decided {
        self.waiting(meeting).map(|_| DeidentifiedEvent::Recognised { meeting })
    }

    /// What the body has come to on that day: advice, and never more (BOD-2). Every question has its reply.
    fn treat(
        &self,
        meeting: BodyMeetingId,
        outcome: Outcome,
        replies: Vec<(CaseQuestionNo, Reply)>,
        follow_up_on: Option<Date>,
        around: Around,
    ) -> Decided {
        let item = self.waiting(meeting)?;
        if around.today < item.on {
            return Err(DeidentifiedRefusal::MeetingNotYet { on: item.on });
        }
        let body = around.bodies.body(item.body).ok_or(DeidentifiedRefusal::NotScheduled)?;
        let lifts = outcome == Outcome::LiftedOn;
        if !outcome.fits_an_unknown_child()
            || !body.outcomes_deidentified.contains(&outcome)
            || (lifts && body.next.is_none())
        {
            return Err(DeidentifiedRefusal::OnlyAdvice);
        }
        self.must_be_answered(lifts, &replies)?;
        let latest = around.today.saturating_add(KEPT_UNTOUCHED.days());
        let follow_up_on = follow_up_on.filter(|_| !lifts);
        if !lifts && !follow_up_on.is_some_and(|day| day > around.today && day < latest) {
            return Err(DeidentifiedRefusal::FollowUpMissing);
        }
        Ok(DeidentifiedEvent::Treated { meeting, outcome, replies, follow_up_on })
    }

    fn must_be_answered(
        &self,
        lifts: bool,
        replies: &[(CaseQuestionNo, Reply)],
    ) -> Result<(), DeidentifiedRefusal> {
        let open: BTreeSet<CaseQuestionNo> = self.open_questions().map(|(number, _)| number).collect();
        let mut replied = BTreeSet::new();
        for (question, reply) in replies {
            if !open.contains(question) || !replied.insert(*question) {
                return Err(DeidentifiedRefusal::NoSuchQuestion);
            }
            if let Reply::Answered(text) | Reply::NotAnswerable(text) = reply
                && text.trim().is_empty()
            {
                return Err(DeidentifiedRefusal::QuestionUnanswered { question: *question });
            }
        }
        if replies.iter().any(|(_, reply)| *reply == Reply::LiftedOn) != lifts {
            return Err(DeidentifiedRefusal::NothingLifted);
        }
        match open.difference(&replied).next() {
            Some(question) => Err(DeidentifiedRefusal::QuestionUnanswered { question: *question }),
            None => Ok(()),
        }
    }

    fn follow_up(&self, text: String) -> Decided {
        if self.followed_up.is_some() {
            return Err(DeidentifiedRefusal::AlreadyFollowedUp);
        }
        if !self.is_concluded() {
            return Err(DeidentifiedRefusal::NotConcluded);
        }
        if text.trim().is_empty() {
            return Err(DeidentifiedRefusal::ReasonMissing);
        }
        Ok(DeidentifiedEvent::FollowedUp { text })
    }
}
