//! What do the bodies of the demo world come to?

use domain::{
    BodyId, CaseQuestionNo, TextId,
    samba::{
        agenda::{self, Schedule, Treat},
        outcome::Outcome,
        treatment::{QuestionReply, Reply},
    },
};
use jiff::civil::Date;
use policy::Action;

use super::{
    super::{bodies::meeting_id, play::PlayFault},
    Reached,
    way::{AVF, CASE, COUNCIL, OF, Way},
};

/// On the council's agenda, and treated there unless that is still to come.
pub async fn council(way: &mut Way<'_>) -> Result<(), PlayFault> {
    way.ago(47);
    // Those who think it over still have time to answer.
    let on = match way.reached {
        Reached::Scheduled => way.next_council_day(),
        Reached::Reflecting => way.council_day(1),
        Reached::Contact
        | Reached::Advice
        | Reached::LotsFirst
        | Reached::Assessment
        | Reached::DescriptionPending
        | Reached::Ready
        | Reached::Withdrawn
        | Reached::Held
        | Reached::Shared
        | Reached::Draft
        | Reached::Active
        | Reached::Ended
        | Reached::Executing
        | Reached::FollowUp
        | Reached::Closed => way.council_day(21),
    };
    schedule(way, COUNCIL, on).await?;
    if way.reached == Reached::Scheduled {
        return Ok(());
    }
    let outcome = match way.reached {
        Reached::Held => Outcome::SharedView,
        Reached::Reflecting => Outcome::Reflecting,
        Reached::Shared => Outcome::LiftedOn,
        Reached::Contact
        | Reached::Advice
        | Reached::LotsFirst
        | Reached::Assessment
        | Reached::DescriptionPending
        | Reached::Ready
        | Reached::Withdrawn
        | Reached::Scheduled
        | Reached::Draft
        | Reached::Active
        | Reached::Ended
        | Reached::Executing
        | Reached::FollowUp
        | Reached::Closed => Outcome::ResponsibilityAgreement,
    };
    way.play.on(on);
    treat(way, COUNCIL, on, outcome).await?;
    if outcome == Outcome::Reflecting {
        return Ok(());
    }
    finish(way, COUNCIL, on).await
}

pub async fn schedule(way: &mut Way<'_>, body: BodyId, on: Date) -> Result<(), PlayFault> {
    let (meeting, by, bodies) = (meeting_id(body, on), Way::coordinator().person, way.bodies.clone());
    way.coordinates(Action::RunSamba, move |process, _, now| {
        agenda::schedule(process, &bodies, now, Schedule { case: CASE, body, meeting, on, by })
    })
    .await
}

/// The parties that the consent names are there; the first question is answered, the second as the outcome wants it.
pub async fn treat(way: &mut Way<'_>, body: BodyId, on: Date, outcome: Outcome) -> Result<(), PlayFault> {
    let reflects = outcome == Outcome::Reflecting;
    let note = way.text(if reflects { "reflection" } else { "note" });
    let answer = way.text("answer");
    let open: Vec<CaseQuestionNo> = match way.play.process()?.samba.case(CASE) {
        Some(case) => case.open_questions().map(|(number, _)| number).collect(),
        None => vec![],
    };
    let replies = if reflects { vec![] } else { replies(&open, answer, outcome) };
    let by = Way::coordinator().person;
    let command = Treat {
        case: CASE,
        meeting: meeting_id(body, on),
        attending: vec![AVF, OF],
        outcome,
        note,
        replies,
        owed_by: reflects.then_some(by),
        owed_on: None,
        by,
    };
    let bodies = way.bodies.clone();
    way.coordinates(Action::RunSamba, move |process, stage, now| {
        agenda::treat(process, &bodies, &stage.calendar, now, command.clone())
    })
    .await
}

fn replies(open: &[CaseQuestionNo], text: TextId, outcome: Outcome) -> Vec<QuestionReply> {
    let last = open.last().copied();
    let lifted = |question| outcome == Outcome::LiftedOn && Some(question) == last;
    let reply = |question| if lifted(question) { Reply::LiftedOn } else { Reply::Answered { text } };
    open.iter().map(|question| QuestionReply { question: *question, reply: reply(*question) }).collect()
}

pub async fn finish(way: &mut Way<'_>, body: BodyId, on: Date) -> Result<(), PlayFault> {
    let (meeting, by) = (meeting_id(body, on), Way::coordinator().person);
    way.coordinates(Action::RunSamba, move |process, _, now| {
        agenda::finish_minutes(process, now, CASE, meeting, by)
    })
    .await
}
