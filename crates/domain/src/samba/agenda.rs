//! When does a body take up a case, and what does it come to? (S9 to S12, 4.4, 4.6)

use super::{
    SambaRefusal,
    bodies::{Bodies, Body},
    case::{Case, Item},
    outcome::Outcome,
    treatment::{QuestionReply, Reply},
};
use crate::{
    Event, Refusal, calendar::Calendar, event::samba::SambaEvent, ids::*, now::Now, process::Process,
};
use jiff::civil::Date;
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy)]
pub struct Schedule {
    pub case: CaseNo,
    pub body: BodyId,
    pub meeting: BodyMeetingId,
    /// The day of that meeting.
    pub on: Date,
    pub by: PersonId,
}

/// On the agenda: described, with its questions, and with a consent that lives on the day of the meeting. The first
/// body comes first; the next one when it has lifted it on and its minutes are final (S9, S11).
pub fn schedule(
    process: &Process,
    bodies: &Bodies,
    now: Now,
    command: Schedule,
) -> Result<Vec<Event>, Refusal> {
    let Schedule { case: number, body, meeting, on, by } = command;
    let case = process.samba_case(number, now)?;
    let body = bodies.body(body).ok_or(SambaRefusal::NoSuchBody)?;
    if case.item(meeting).is_some() {
        return Ok(vec![]);
    }
    if on < now.today() {
        return Err(Refusal::DateBehind);
    }
    if case.description.is_none() {
        return Err(SambaRefusal::DescriptionMissing.into());
    }
    if case.items.iter().any(Item::is_pending) {
        return Err(SambaRefusal::AlreadyScheduled.into());
    }
    comes_now(case, bodies, body)?;
    if case.open_questions().next().is_none() {
        return Err(SambaRefusal::QuestionsMissing.into());
    }
    for day in [now.today(), on] {
        if process.parties_admitted(number, body.id, day).is_empty() {
            return Err(SambaRefusal::BodyNotConsented { body: body.id }.into());
        }
    }
    Ok(vec![Event::Samba(SambaEvent::SambaScheduled { case: number, body: body.id, meeting, on, by })])
}

/// Whether it is this body's turn.
fn comes_now(case: &Case, bodies: &Bodies, body: &Body) -> Result<(), SambaRefusal> {
    let Some(last) = case.last_item() else {
        return if bodies.first() == Some(body) { Ok(()) } else { Err(SambaRefusal::NotLifted) };
    };
    match last.conclusion() {
        // It wanted to know more: it is that body's turn again.
        Some(Outcome::MoreInformationNeeded) if last.body == body.id => Ok(()),
        Some(Outcome::LiftedOn)
            if bodies.body(last.body).is_some_and(|before| before.next == Some(body.id)) =>
        {
            last.minutes_final.map(|_| ()).ok_or(SambaRefusal::MinutesMissing)
        }
        Some(_) | None => Err(SambaRefusal::NotLifted),
    }
}

/// Taken off an agenda on which it has not been treated.
pub fn unschedule(
    process: &Process,
    now: Now,
    number: CaseNo,
    meeting: BodyMeetingId,
) -> Result<Vec<Event>, Refusal> {
    let case = process.samba_case(number, now)?;
    let Some(item) = case.item(meeting) else { return Ok(vec![]) };
    if item.treated.is_some() {
        return Err(SambaRefusal::AlreadyTreated.into());
    }
    Ok(vec![Event::Samba(SambaEvent::SambaUnscheduled { case: number, body: item.body, meeting })])
}

#[derive(Debug, Clone)]
pub struct Treat {
    pub case: CaseNo,
    pub meeting: BodyMeetingId,
    /// The parties of those in the room.
    pub attending: Vec<PartyId>,
    pub outcome: Outcome,
    pub note: TextId,
    pub replies: Vec<QuestionReply>,
    /// For a body that reflects on its own: who answers.
    pub owed_by: Option<PersonId>,
    /// By when, if not within the usual working days.
    pub owed_on: Option<Date>,
    pub by: PersonId,
}

/// What the body has come to on that day. Whom the consent does not name has gone out for it (CON-23).
pub fn treat(
    process: &Process,
    bodies: &Bodies,
    calendar: &Calendar,
    now: Now,
    command: Treat,
) -> Result<Vec<Event>, Refusal> {
    let Treat { case: number, meeting, attending, outcome, note, replies, owed_by, owed_on, by } = command;
    let (case, today) = (process.samba_case(number, now)?, now.today());
    let item = case.item(meeting).ok_or(SambaRefusal::NotScheduled)?;
    if item.treated.is_some() {
        return Err(SambaRefusal::AlreadyTreated.into());
    }
    if today < item.on {
        return Err(Refusal::MeetingNotYet { on: item.on });
    }
    let body = bodies.body(item.body).ok_or(SambaRefusal::NoSuchBody)?;
    let admitted = process.parties_admitted(number, body.id, today);
    if admitted.is_empty() {
        return Err(SambaRefusal::BodyNotConsented { body: body.id }.into());
    }
    let attending: BTreeSet<PartyId> = attending.into_iter().collect();
    if let Some(party) = attending.iter().find(|party| body.place(**party).is_none()) {
        return Err(SambaRefusal::PartyNotInBody { party: *party }.into());
    }
    let present: Vec<PartyId> = attending.intersection(&admitted).copied().collect();
    if present.is_empty() {
        return Err(SambaRefusal::NobodyPresent.into());
    }
    must_fit(case, body, outcome, &replies)?;
    let reflects = outcome == Outcome::Reflecting;
    if reflects && owed_by.is_none() {
        return Err(SambaRefusal::NobodyOwesAnswer.into());
    }
    let usual = calendar.add_working_days(item.on, body.answer_within);
    let owed_on = reflects.then(|| owed_on.unwrap_or(usual));
    if owed_on.is_some_and(|day| day < today) {
        return Err(Refusal::DateBehind);
    }
    Ok(vec![Event::Samba(SambaEvent::SambaTreated {
        case: number,
        body: body.id,
        meeting,
        left: attending.difference(&admitted).copied().collect(),
        present,
        outcome,
        note,
        replies,
        owed_by: owed_by.filter(|_| reflects),
        owed_on,
        by,
        on: today,
    })])
}

#[derive(Debug, Clone)]
pub struct Reflect {
    pub case: CaseNo,
    pub meeting: BodyMeetingId,
    pub outcome: Outcome,
    pub note: TextId,
    pub replies: Vec<QuestionReply>,
    pub by: PersonId,
}

/// The answer that was owed.
pub fn reflect(
    process: &Process,
    bodies: &Bodies,
    now: Now,
    command: Reflect,
) -> Result<Vec<Event>, Refusal> {
    let Reflect { case: number, meeting, outcome, note, replies, by } = command;
    let case = process.samba_case(number, now)?;
    let item = case.item(meeting).ok_or(SambaRefusal::NotScheduled)?;
    if item.owed().is_none() {
        return Err(SambaRefusal::NotReflecting.into());
    }
    let body = bodies.body(item.body).ok_or(SambaRefusal::NoSuchBody)?;
    if process.parties_admitted(number, body.id, now.today()).is_empty() {
        return Err(SambaRefusal::BodyNotConsented { body: body.id }.into());
    }
    if outcome == Outcome::Reflecting {
        return Err(SambaRefusal::OutcomeNotForBody.into());
    }
    must_fit(case, body, outcome, &replies)?;
    let (body, on) = (body.id, now.today());
    let reflected = SambaEvent::SambaReflected { case: number, body, outcome, note, replies, by, on };
    Ok(vec![Event::Samba(reflected)])
}

/// The body may come to that, and every question has its reply: an answer, why there is none, or that it is lifted on
/// (PRI-16). A body that thinks it over or asks for more replies later.
fn must_fit(
    case: &Case,
    body: &Body,
    outcome: Outcome,
    replies: &[QuestionReply],
) -> Result<(), SambaRefusal> {
    if !body.outcomes.contains(&outcome) || (outcome == Outcome::LiftedOn && body.next.is_none()) {
        return Err(SambaRefusal::OutcomeNotForBody);
    }
    let open: BTreeSet<CaseQuestionNo> = case.open_questions().map(|(number, _)| number).collect();
    let mut replied = BTreeSet::new();
    for reply in replies {
        if !open.contains(&reply.question) || !replied.insert(reply.question) {
            return Err(SambaRefusal::NoSuchQuestion);
        }
    }
    let lifted = replies.iter().any(|reply| reply.reply == Reply::LiftedOn);
    if lifted != (outcome == Outcome::LiftedOn) {
        return Err(SambaRefusal::NothingLifted);
    }
    if matches!(outcome, Outcome::Reflecting | Outcome::MoreInformationNeeded) {
        return Ok(());
    }
    match open.difference(&replied).next() {
        Some(question) => Err(SambaRefusal::QuestionUnanswered { question: *question }),
        None => Ok(()),
    }
}

/// From now on the note is changed only by a correction that stands beside it (4.6).
pub fn finish_minutes(
    process: &Process,
    now: Now,
    number: CaseNo,
    meeting: BodyMeetingId,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let item = process.samba_case(number, now)?.item(meeting).ok_or(SambaRefusal::NotScheduled)?;
    if item.treated.is_none() {
        return Err(SambaRefusal::NotTreated.into());
    }
    if item.minutes_final.is_some() {
        return Ok(vec![]);
    }
    Ok(vec![Event::Samba(SambaEvent::SambaMinutesFinal { case: number, meeting, by, on: now.today() })])
}

#[derive(Debug, Clone, Copy)]
pub struct CorrectMinutes {
    pub case: CaseNo,
    pub meeting: BodyMeetingId,
    pub note: TextId,
    pub reason: TextId,
    pub by: PersonId,
}

pub fn correct_minutes(process: &Process, now: Now, command: CorrectMinutes) -> Result<Vec<Event>, Refusal> {
    let CorrectMinutes { case: number, meeting, note, reason, by } = command;
    let item = process.samba_case(number, now)?.item(meeting).ok_or(SambaRefusal::NotScheduled)?;
    if item.minutes_final.is_none() {
        return Err(SambaRefusal::MinutesNotFinal.into());
    }
    let on = now.today();
    Ok(vec![Event::Samba(SambaEvent::SambaMinutesCorrected { case: number, meeting, note, reason, by, on })])
}
