//! What happens in one process, and how far has it come?

use domain::{
    choice::{CommitmentKind, Horizon, LegalForm, View},
    party::{InformationKind, Participation},
};
use serde::Deserialize;

use super::super::beyond::Reached;

/// The course of one process.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tale {
    /// Names the process; the family's key where it is the only one of the family.
    pub key: String,
    pub family: String,
    /// The key of the professional who opens it.
    pub initiator: String,
    /// Somebody at the initiator's unit who compares separate copies, while an identity is protected (PID-6).
    pub second_reader: Option<String>,
    /// A guardian from whom whereabouts are hidden, and what he or she reads instead of the summons (PID-6).
    pub apart: Option<Apart>,
    /// The process that it takes up again (T19).
    pub previous: Option<String>,
    /// It answers the family's own request (T1b).
    pub from_request: bool,
    /// How far it has come.
    pub until: Milestone,
    /// The step whose day is told by `ago`; `until` unless it is another.
    pub anchor: Option<Milestone>,
    /// So many days ago at least was the anchor; less than nothing: so many days from now.
    pub ago: i64,
    /// The consent ends so many days from now; a year after the freezing unless told.
    pub consent_ends_in: Option<i64>,
    /// Those who have not signed.
    pub unsigned: Vec<String>,
    /// Who can consent for a placed child, stated by the social worker (CON-31).
    pub authority: Vec<String>,
    /// The paper has been handed over, but the day is not registered.
    pub unregistered: bool,
    /// Copies these have not put into their records.
    pub unfiled: Vec<String>,

    pub called: Vec<Called>,
    /// Proposed, and struck by the family.
    pub struck: Vec<Proposal>,
    /// Proposed, and not answered yet.
    pub unanswered: Vec<Proposal>,

    pub background: String,
    pub strengths: String,
    pub purpose: String,
    pub goals: Vec<String>,
    pub questions: Vec<String>,
    pub not_to_be_raised: String,
    pub participation: Option<Participation>,
    pub adaptations: String,
    pub child_summary: String,
    pub exclusions: String,
    pub wishes: String,

    pub child_voice: String,
    pub family_story: String,
    pub works_well: Vec<String>,
    pub works_less_well: Vec<String>,
    pub needs: Vec<Need>,
    pub plan_goals: Vec<PlanGoal>,
    /// The key of the one who becomes Lots.
    pub lots: String,
    /// The key of somebody in the unit that leads the plan.
    pub lead: String,
    pub lines: Vec<Line>,
    pub family_does: Vec<String>,
    /// Who else does something, and what; "none" is an answer too.
    pub others: Vec<(String, String)>,
    /// What stood in the way of a plan.
    pub obstacle: Option<String>,
    pub since_last_time: String,
    pub way_back: String,

    pub then: Vec<Twist>,
    /// How far it has come beyond Lots.
    pub beyond: Option<Reached>,
}

/// The steps of the model, in order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Milestone {
    #[default]
    Opened,
    PreMeeting,
    Frozen,
    Signed,
    Sent,
    Received,
    Booked,
    Initial,
    Released,
    Second,
    SecondReleased,
    Third,
    ThirdReleased,
    Closed,
}

/// A guardian who reads separate copies alone.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Apart {
    /// The guardian's key.
    pub from: String,
    pub reason: String,
    pub summons: String,
}

/// A unit that the family wants called.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Called {
    /// The key of the professional who takes part for the unit.
    pub by: String,
    pub question: String,
    #[serde(default)]
    pub way: Way,
    pub kinds: Vec<InformationKind>,
    /// Nobody there has answered yet.
    #[serde(default)]
    pub silent: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    #[default]
    Inbox,
    Paper,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// The key of somebody in the unit.
    pub unit: String,
    pub question: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    pub text: String,
    pub view: View,
    pub kind: InformationKind,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanGoal {
    pub text: String,
    pub horizon: Horizon,
    /// Counted from 1.
    pub need: u32,
}

/// What a unit contributes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub by: String,
    pub kind: CommitmentKind,
    pub text: String,
    /// Counted from 1.
    pub goal: u32,
    #[serde(default = "no_decision")]
    pub legal_form: LegalForm,
    pub how_often: String,
    pub weeks: i64,
    /// Offered at this meeting, counted from 1.
    #[serde(default = "first")]
    pub meeting: usize,
    /// What came of it by the next meeting.
    #[serde(default)]
    pub result: String,
}

fn no_decision() -> LegalForm {
    LegalForm::None
}

fn first() -> usize {
    1
}

/// Something out of the ordinary, so many days ago.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum Twist {
    /// Somebody says no to signing.
    Refuse {
        who: String,
        ago: i64,
    },
    /// A line begins before the next meeting (T10).
    StartEarly {
        line: u32,
        ago: i64,
    },
    /// Everybody is told of a change (T11).
    TellChange {
        by: String,
        text: String,
        ago: i64,
    },
    /// Consent is withdrawn for the units of these; the last tells who was told.
    Revoke {
        who: String,
        units: Vec<String>,
        told_to: String,
        ago: i64,
    },
    /// A unit is called when the others have been already (S3, S12).
    CallLate {
        called: Called,
        ago: i64,
    },
    Pause {
        who: String,
        ago: i64,
    },
    Ask {
        text: String,
        units: Vec<String>,
        ago: i64,
    },
    /// The family agrees to close.
    Agree {
        who: String,
        ago: i64,
    },
    /// The way back is written.
    WriteWayBack {
        ago: i64,
    },
}
