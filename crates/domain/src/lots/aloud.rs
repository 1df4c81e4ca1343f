//! What is said aloud in the room, and written down by whoever leads the meeting? (T8, 3.5.3)

use crate::{
    Event, Refusal,
    choice::Attendee,
    ids::*,
    lots::{
        release::{AnswerPlan, answer_plan},
        room::{AcceptLots, accept_lots, room},
    },
    now::Now,
    process::Process,
};

#[derive(Debug, Clone, Copy)]
pub struct HearLotsAccepted {
    pub meeting: MeetingNo,
    pub accept: AcceptLots,
}

/// A yes to the Lots, heard in the room. Only the yes of somebody who is there can be heard: whoever is not
/// says it on their own page.
pub fn hear_lots_accepted(
    process: &Process,
    now: Now,
    command: HearLotsAccepted,
) -> Result<Vec<Event>, Refusal> {
    let HearLotsAccepted { meeting, accept } = command;
    let room = room(process, now, meeting)?;
    let by = accept.by;
    let family = room.attendance.iter().any(|row| {
        matches!(row.attendee, Attendee::Family { person } if person == by) && row.presence.is_there()
    });
    let unit = process.unit_of(by);
    // The initiator is in the room without being called.
    let professional = unit.is_some_and(|unit| unit == process.opening.unit || room.unit_came(unit));
    if !family && !professional {
        return Err(Refusal::NotAParticipant);
    }
    accept_lots(process, now, accept)
}

/// An answer to the plan, given aloud and written down by whoever leads the meeting (T9). Nobody's own answer is
/// written over.
pub fn hear_plan_answer(
    process: &Process,
    now: Now,
    command: AnswerPlan,
    heard_by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let AnswerPlan { version, by, dissent } = command;
    answer_plan(process, now, command)?;
    let written = process.plan.version(version);
    if written.is_some_and(|written| written.answered_themselves.contains(&by)) {
        return Err(Refusal::HasAnsweredAlready);
    }
    Ok(vec![Event::PlanAnswered { version, by, dissent, heard_by: Some(heard_by) }])
}

#[cfg(test)]
mod tests;
