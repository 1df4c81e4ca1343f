//! What waits for me, in one line each, with the page it is done on?

use domain::{
    PersonId,
    waiting::{Owner, TaskKind},
};

use super::{
    frame::{child, home},
    voice::Voice,
};
use crate::web::case::Case;

/// Something that waits for the reader.
pub struct Task {
    pub words: String,
    pub href: String,
    /// When it should be done, if there is such a day.
    pub due: Option<String>,
}

/// Everything that waits for this person. Units to answer about are one task, however many they are.
pub fn of(t: Voice, case: &Case, me: PersonId) -> Vec<Task> {
    let mine = case.process.tasks(&case.calendar, case.now.today());
    let mine = mine.into_iter().filter(|task| task.owner == Owner::Person(me));
    let mut tasks = vec![];
    let mut units = 0_usize;
    for task in mine {
        match what(task.kind) {
            Some(("family-task-units", _)) => units += 1,
            Some((key, place)) => tasks.push(Task {
                words: t.with(key, &[("child", &child(case))]),
                href: format!("{}/{place}", home(case.id)),
                due: task.due.map(|due| t.date(due)),
            }),
            None => {}
        }
    }
    if units > 0 {
        let href = format!("{}/units", home(case.id));
        tasks.insert(0, Task { words: t.with("family-task-units", &[("count", &units)]), href, due: None });
    }
    tasks
}

/// The text of a task and the page it is done on; nothing for what never waits for a family.
fn what(kind: TaskKind) -> Option<(&'static str, String)> {
    use TaskKind::*;
    Some(match kind {
        AnswerUnit { .. } => ("family-task-units", "units".to_owned()),
        SignSummons => ("family-task-sign", "summons".to_owned()),
        ConsiderSigning => ("family-task-consider", "summons".to_owned()),
        AcceptLots => ("family-task-lots", "lots".to_owned()),
        AnswerPlan { version } => ("family-task-plan", format!("plan/versions/{version}")),
        ReadChange { .. } => ("family-task-change", "changes".to_owned()),
        AgreeToClose => ("family-task-close", "closing".to_owned()),
        AnswerSambaConsent => ("family-task-samba", "samba".to_owned()),
        NameParticipants
        | NameUsers { .. }
        | AskForUsers { .. }
        | WriteSeparateCopy { .. }
        | CompareSeparateCopy { .. }
        | ReplyToSummons
        | RecordPreMeeting
        | FreezeSummons
        | AnswerRefusal
        | SendSummons
        | RegisterReceipt { .. }
        | BookMeeting
        | ExplainDelay
        | HoldMeeting { .. }
        | ConfirmLines
        | ReleasePlan { .. }
        | InformChild { .. }
        | FileCopy { .. }
        | AnswerQuestion { .. }
        | RenewConsent
        | PlanHandOver
        | FindLots
        | WriteWayBack
        | GiveWayBack { .. }
        | InviteFeedback
        | CloseProcess
        | DescribeSamba
        | AskSambaConsent
        | FollowUpSamba
        | TellOfFollowUp => return None,
    })
}
