//! How far has a case come? Folded from its events.

use super::{
    choice::{CaseEnd, FollowUpForm, PlanTried, ReturnTo, Shortfall, Sorting},
    outcome::Outcome,
};
use crate::{choice::FormText, ids::*};
use jiff::civil::Date;

/// One time that the process has been taken to the coordinator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub contacted_by: PersonId,
    pub contacted_on: Date,
    pub sorting: Option<Sorting>,
    /// Whether the supplementary routine applies, and why (S4).
    pub routine: Option<(bool, TextId)>,
    pub assessment: Option<Assessment>,
    /// **Invariant:** only ever added to.
    pub questions: Vec<CaseQuestion>,
    /// Who writes the description and asks for consent.
    pub caseworker: Option<PersonId>,
    pub description: Option<Description>,
    pub items: Vec<Item>,
    pub returned: Option<Returned>,
    pub follow_ups: Vec<FollowUp>,
    pub end: Option<(Ended, Date)>,
}

/// The answers to the three questions (S5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub tried: PlanTried,
    pub shortfalls: Vec<Shortfall>,
    pub why: TextId,
    pub on: Date,
}

/// Something the officials need answered (PRI-16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseQuestion {
    pub text: TextId,
    /// The bodies that have lifted it on.
    pub lifted_by: Vec<BodyId>,
    pub resolved: Option<Resolved>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    pub body: BodyId,
    /// The answer; or why there is none.
    pub text: TextId,
    pub answered: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Description {
    pub text: FormText,
    pub plan: Option<PlanVersion>,
    pub by: PersonId,
    pub on: Date,
}

/// The case on the agenda of one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub body: BodyId,
    pub meeting: BodyMeetingId,
    pub on: Date,
    pub treated: Option<Treated>,
    pub reflected: Option<(Outcome, TextId, Date)>,
    pub minutes_final: Option<Date>,
    pub corrections: Vec<Correction>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Treated {
    pub present: Vec<PartyId>,
    /// Went out, because the consent does not name them (CON-23).
    pub left: Vec<PartyId>,
    pub outcome: Outcome,
    pub note: TextId,
    /// Who owes the answer of a body that reflects on its own, and by when.
    pub owed: Option<(PersonId, Date)>,
    pub on: Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    pub note: TextId,
    pub reason: TextId,
    pub by: PersonId,
    pub on: Date,
}

/// Where the answer went (S14).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Returned {
    pub to: ReturnTo,
    pub on: Date,
    pub follow_up: FollowUpForm,
    pub follow_up_on: Date,
    pub returned: Date,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    pub form: FollowUpForm,
    pub result: TextId,
    pub reason: Option<TextId>,
    pub on: Date,
    pub told: Vec<(PersonId, Date)>,
    /// What the child was told, in words of its own.
    pub child_text: Option<TextId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    With(CaseEnd),
    /// The consent was taken back on the way (S17).
    Withdrawn,
}

/// The states of 4.2. The body stands in those that are a body's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CaseState {
    Contact,
    AdviceOnly,
    Assessment,
    ReturnedToLotsUnstarted,
    DescriptionPending,
    Ready,
    Scheduled(BodyId),
    Held(BodyId),
    Reflecting(BodyId),
    AgreementDraft,
    AgreementActive,
    AgreementEnded,
    Executing,
    FollowUp,
    Closed,
    Withdrawn,
}

impl CaseQuestion {
    pub(super) fn put(text: TextId) -> CaseQuestion {
        CaseQuestion { text, lifted_by: vec![], resolved: None }
    }

    pub fn is_open(&self) -> bool {
        self.resolved.is_none()
    }
}

impl Item {
    pub(super) fn scheduled(body: BodyId, meeting: BodyMeetingId, on: Date) -> Item {
        Item { body, meeting, on, treated: None, reflected: None, minutes_final: None, corrections: vec![] }
    }

    /// Treated, and whatever it wanted to think over has been thought over.
    pub fn conclusion(&self) -> Option<Outcome> {
        let treated = self.treated.as_ref()?;
        match self.reflected {
            Some((outcome, _, _)) => Some(outcome),
            None if treated.outcome == Outcome::Reflecting => None,
            None => Some(treated.outcome),
        }
    }

    /// Still to be treated, or answered.
    pub fn is_pending(&self) -> bool {
        self.conclusion().is_none()
    }

    /// By whom and when an answer is owed that has not come.
    pub fn owed(&self) -> Option<(PersonId, Date)> {
        self.treated.as_ref().filter(|_| self.is_pending())?.owed
    }
}

impl Case {
    pub(crate) fn contacted(by: PersonId, on: Date) -> Case {
        Case {
            contacted_by: by,
            contacted_on: on,
            sorting: None,
            routine: None,
            assessment: None,
            questions: vec![],
            caseworker: None,
            description: None,
            items: vec![],
            returned: None,
            follow_ups: vec![],
            end: None,
        }
    }

    pub fn is_open(&self) -> bool {
        self.end.is_none()
    }

    pub fn questions(&self) -> impl Iterator<Item = (CaseQuestionNo, &CaseQuestion)> {
        numbered(&self.questions, CaseQuestionNo)
    }

    pub fn open_questions(&self) -> impl Iterator<Item = (CaseQuestionNo, &CaseQuestion)> {
        self.questions().filter(|(_, question)| question.is_open())
    }

    pub fn item(&self, meeting: BodyMeetingId) -> Option<&Item> {
        self.items.iter().find(|item| item.meeting == meeting)
    }

    pub fn last_item(&self) -> Option<&Item> {
        self.items.last()
    }

    /// The last thing a body came to that needs nothing more of a body.
    pub fn conclusion(&self) -> Option<(BodyId, Outcome)> {
        let last = self.last_item()?;
        let outcome = last.conclusion()?;
        let goes_on = matches!(outcome, Outcome::LiftedOn | Outcome::MoreInformationNeeded);
        (!goes_on).then_some((last.body, outcome))
    }

    /// The body that has lifted it on, if that is what happened last.
    pub fn lifted_by(&self) -> Option<&Item> {
        self.last_item().filter(|item| item.conclusion() == Some(Outcome::LiftedOn))
    }
}
