//! What does a task say, and which page is it done on?

use crate::web::{case::Case, texts::Texts};
use domain::{
    ProcessId,
    party::Receiver,
    waiting::{Task, TaskKind},
};
use jiff::{Unit, civil::Date};

/// A task in words, with the page it is done on.
pub struct TaskLine {
    pub what: String,
    pub child: String,
    pub href: String,
    pub due: Option<String>,
    /// "3 dagar kvar", "i dag", "2 dagar försenat".
    pub days: Option<String>,
    pub overdue: bool,
    pub protected: bool,
}

pub fn line(t: &Texts, case: &Case, task: &Task) -> TaskLine {
    let today = case.now.today();
    let left = task.due.map(|due| days_between(today, due));
    TaskLine {
        what: what(t, case, task.kind),
        child: case.name(case.process.child()).to_owned(),
        href: address(case.id, task.kind),
        due: task.due.map(|due| t.date(due)),
        days: left.map(|left| days_left(t, left)),
        overdue: left.is_some_and(|left| left < 0),
        protected: case.process.is_protected(),
    }
}

/// "3 dagar kvar", "i dag", "2 dagar försenat".
pub fn days_left(t: &Texts, left: i64) -> String {
    match left {
        0 => t.get("days-today"),
        1.. => t.with("days-left", &[("days", &left)]),
        _ => t.with("days-over", &[("days", &-left)]),
    }
}

/// Calendar days from one date to another; negative when `to` is behind.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until((Unit::Day, to)).map_or(0, |span| i64::from(span.get_days()))
}

fn what(t: &Texts, case: &Case, kind: TaskKind) -> String {
    let key = format!("task-{}", word(kind));
    if let TaskKind::AnswerUnit { unit } | TaskKind::RegisterReceipt { unit } = kind {
        return t.with(&key, &[("unit", &case.unit(unit))]);
    }
    if let TaskKind::GiveWayBack { receiver } = kind {
        return t.with(&key, &[("receiver", &receiver_name(case, receiver))]);
    }
    t.get(&key)
}

fn receiver_name(case: &Case, receiver: Receiver) -> String {
    match receiver {
        Receiver::Family { person } => case.name(person).to_owned(),
        Receiver::Unit { unit } => case.unit(unit).into_owned(),
    }
}

/// The task's word in language keys.
pub fn word(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::NameParticipants => "name-participants",
        TaskKind::ReplyToSummons => "reply-to-summons",
        TaskKind::NameUsers { .. } => "name-users",
        TaskKind::AskForUsers { .. } => "ask-for-users",
        TaskKind::WriteSeparateCopy { .. } => "write-separate-copy",
        TaskKind::CompareSeparateCopy { .. } => "compare-separate-copy",
        TaskKind::AnswerUnit { .. } => "answer-unit",
        TaskKind::RecordPreMeeting => "record-pre-meeting",
        TaskKind::FreezeSummons => "freeze-summons",
        TaskKind::SignSummons => "sign-summons",
        TaskKind::ConsiderSigning => "consider-signing",
        TaskKind::AnswerRefusal => "answer-refusal",
        TaskKind::SendSummons => "send-summons",
        TaskKind::RegisterReceipt { .. } => "register-receipt",
        TaskKind::BookMeeting => "book-meeting",
        TaskKind::ExplainDelay => "explain-delay",
        TaskKind::HoldMeeting { .. } => "hold-meeting",
        TaskKind::AcceptLots => "accept-lots",
        TaskKind::ConfirmLines => "confirm-lines",
        TaskKind::AnswerPlan { .. } => "answer-plan",
        TaskKind::ReleasePlan { .. } => "release-plan",
        TaskKind::InformChild { .. } => "inform-child",
        TaskKind::ReadChange { .. } => "read-change",
        TaskKind::FileCopy { .. } => "file-copy",
        TaskKind::AnswerQuestion { .. } => "answer-question",
        TaskKind::RenewConsent => "renew-consent",
        TaskKind::PlanHandOver => "plan-hand-over",
        TaskKind::FindLots => "find-lots",
        TaskKind::AgreeToClose => "agree-to-close",
        TaskKind::WriteWayBack => "write-way-back",
        TaskKind::GiveWayBack { .. } => "give-way-back",
        TaskKind::InviteFeedback => "invite-feedback",
        TaskKind::CloseProcess => "close-process",
        TaskKind::DescribeSamba => "describe-samba",
        TaskKind::AskSambaConsent => "ask-samba-consent",
        TaskKind::AnswerSambaConsent => "answer-samba-consent",
        TaskKind::FollowUpSamba => "follow-up-samba",
        TaskKind::TellOfFollowUp => "tell-of-follow-up",
    }
}

/// Where the task is done.
fn address(process: ProcessId, kind: TaskKind) -> String {
    let below = match kind {
        TaskKind::NameParticipants | TaskKind::ReplyToSummons => return format!("/inbox/{process}"),
        TaskKind::NameUsers { .. } => return format!("/named-users/{process}"),
        TaskKind::AskForUsers { .. } => "protection",
        TaskKind::WriteSeparateCopy { .. } => "separate-copies",
        TaskKind::CompareSeparateCopy { copy } => &format!("separate-copies/{copy}"),
        TaskKind::AnswerUnit { .. } => "units",
        TaskKind::RecordPreMeeting => "pre-meeting",
        TaskKind::FreezeSummons | TaskKind::RenewConsent => "summons",
        TaskKind::SignSummons | TaskKind::ConsiderSigning | TaskKind::AnswerRefusal => "signatures",
        TaskKind::SendSummons => "dispatch",
        TaskKind::RegisterReceipt { .. } | TaskKind::ExplainDelay => "deliveries",
        TaskKind::BookMeeting => "meetings/new",
        TaskKind::HoldMeeting { meeting } | TaskKind::InformChild { meeting } => {
            &format!("meetings/{meeting}")
        }
        TaskKind::AcceptLots | TaskKind::FindLots => "lots",
        TaskKind::ConfirmLines | TaskKind::AnswerQuestion { .. } => "lines",
        TaskKind::AnswerPlan { .. } => "plan",
        TaskKind::ReleasePlan { version } => &format!("plan/versions/{version}/release"),
        TaskKind::ReadChange { .. } => "changes",
        TaskKind::FileCopy { copy } => &format!("copies/{copy}"),
        TaskKind::PlanHandOver => "hand-over",
        TaskKind::AgreeToClose
        | TaskKind::WriteWayBack
        | TaskKind::GiveWayBack { .. }
        | TaskKind::InviteFeedback
        | TaskKind::CloseProcess => "closing",
        TaskKind::DescribeSamba => "samba/description",
        TaskKind::AskSambaConsent => "samba/consent",
        TaskKind::AnswerSambaConsent => "samba",
        TaskKind::FollowUpSamba | TaskKind::TellOfFollowUp => "samba/follow-up",
    };
    format!("/processes/{process}/{below}")
}
