//! How do the meetings go? From the first word of the family to the next date.

use domain::{
    GoalNo, MeetingNo, NeedNo,
    choice::{
        AssessmentOutcome, AttendanceRow, Attendee, ClosingReason, CommitmentKind, CommitmentState,
        GoalOutcome, MeetingKind, Presence, Verdict,
    },
    form::StepBinding,
    lots::{booking::BookMeeting, commitment, plan::Commitment, room, sitting},
};
use jiff::{ToSpan as _, civil::Date};
use policy::Action;

use super::{
    afterwards, forms,
    life::{meeting_end, meeting_start},
    people::person_id,
    plan,
    play::{Play, PlayFault},
    schedule::Schedule,
    story::{Line, Milestone, Tale},
};

/// Holds as many meetings as the story has come to, with what follows each of them.
pub async fn hold_all(play: &mut Play, tale: &Tale, days: &Schedule) -> Result<(), PlayFault> {
    let meetings = [
        (Milestone::Initial, Milestone::Released, Some(Milestone::Second)),
        (Milestone::Second, Milestone::SecondReleased, Some(Milestone::Third)),
        (Milestone::Third, Milestone::ThirdReleased, None),
    ];
    for (number, (held, released, next)) in (1..).zip(meetings) {
        if tale.until >= held {
            play.on(days.day(held));
            hold(play, tale, MeetingNo(number), next.map(|next| days.day(next))).await?;
        }
        if tale.until >= released {
            play.on(days.day(released));
            afterwards::release(play, tale).await?;
        }
    }
    if tale.until >= Milestone::Closed {
        play.on(days.day(Milestone::Closed));
        afterwards::close(play, tale).await?;
    }
    Ok(())
}

async fn hold(play: &mut Play, tale: &Tale, number: MeetingNo, next: Option<Date>) -> Result<(), PlayFault> {
    let kind = play.process()?.meetings.get(number).map(|meeting| meeting.kind);
    let kind = kind.ok_or_else(|| PlayFault::NotBegun(play.key.clone()))?;
    let chair = play.lead()?;
    attend(play, tale, number).await?;
    agenda(play, number, kind).await?;
    if kind == MeetingKind::Initial {
        choose_lots(play, tale).await?;
        needs_and_goals(play, tale).await?;
    } else {
        look_back(play, tale, number).await?;
    }
    offer(play, tale, number).await?;
    let guardian = play.name(play.guardian()).to_owned();
    let person = play.text(&guardian);
    let told = room::PlanChildInformation { meeting: number, person, on: play.today() };
    play.act(chair, Action::RunMeeting, move |process, _, now| {
        room::plan_child_information(process, now, told)
    })
    .await?;
    end(play, tale, number, chair, next).await
}

async fn attend(play: &mut Play, tale: &Tale, number: MeetingNo) -> Result<(), PlayFault> {
    let chair = play.lead()?;
    let meeting = meeting(play, number)?;
    let process = play.process()?;
    let family = process.family(play.today());
    let called: Vec<_> = [process.opening.unit].into_iter().chain(meeting.units.iter().copied()).collect();
    let child = process.child();
    let mut rows = vec![];
    for person in family {
        // Whoever must not learn where anybody is, is met apart (PID-7).
        let presence = if process.hides_whereabouts_from(person) {
            Presence::AbsentWithNotice
        } else if person == child {
            Presence::Part
        } else {
            Presence::Whole
        };
        rows.push(AttendanceRow { attendee: Attendee::Family { person }, presence, knows_purpose: true });
    }
    let present = forms::present(play, &meeting);
    for unit in called {
        let listed = present.iter().find(|one| one.key == format!("unit:{unit}:1"));
        let name = play.text(listed.map_or("", |one| &one.name));
        let attendee = Attendee::Unit { unit, name };
        rows.push(AttendanceRow { attendee, presence: Presence::Whole, knows_purpose: true });
    }
    let secretary = play.text(&secretary(play, tale));
    let command = room::RecordAttendance { meeting: number, rows, secretary, complete: true };
    play.act(chair, Action::RunMeeting, move |process, _, now| {
        room::record_attendance(process, now, command.clone())
    })
    .await?;
    Ok(())
}

/// Somebody else than the chair writes: the first of the called.
fn secretary(play: &Play, tale: &Tale) -> String {
    let first = tale.called.iter().find(|called| !called.silent).map_or(&tale.initiator, |called| &called.by);
    play.stage.name(person_id(first)).to_owned()
}

async fn agenda(play: &mut Play, number: MeetingNo, kind: MeetingKind) -> Result<(), PlayFault> {
    let chair = play.lead()?;
    let (items, family_speaks_at) = agenda_of(play, kind);
    for item in 1..=items {
        let tick = room::TickAgenda { meeting: number, item, family_speaks_at, items };
        play.act(chair, Action::RunMeeting, move |process, _, now| room::tick_agenda(process, now, tick))
            .await?;
    }
    Ok(())
}

/// How many items there are, and at which the family speaks.
fn agenda_of(play: &Play, kind: MeetingKind) -> (u8, u8) {
    let agenda = play.stage.forms.manual().agenda(kind);
    let items = u8::try_from(agenda.steps.len()).unwrap_or(u8::MAX);
    (items, agenda.item(StepBinding::FamilyStory).unwrap_or(1))
}

async fn choose_lots(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let (initiator, lots) = (play.lead()?, play.actor(&tale.lots)?);
    let proposed = room::ProposeLots { person: lots.person, unit: play.unit(&tale.lots)? };
    play.act(initiator, Action::ProposeLots, move |process, _, now| {
        room::propose_lots(process, now, proposed)
    })
    .await?;
    for by in [lots, Play::relative(play.guardian())] {
        let accepted = room::AcceptLots { person: lots.person, by: by.person };
        play.act(by, Action::AcceptLots, move |process, _, now| room::accept_lots(process, now, accepted))
            .await?;
    }
    let unit = play.unit(&tale.lead)?;
    play.act(initiator, Action::RunMeeting, move |process, stage, now| {
        commitment::name_lead(process, &stage.organisation, now, unit)
    })
    .await?;
    Ok(())
}

async fn needs_and_goals(play: &mut Play, tale: &Tale) -> Result<(), PlayFault> {
    let chair = play.actor(&tale.initiator)?;
    for need in &tale.needs {
        let need = commitment::RecordNeed { text: play.text(&need.text), view: need.view, kind: need.kind };
        play.act(chair, Action::WriteNeedsAndGoals, move |process, _, now| {
            commitment::record_need(process, now, need)
        })
        .await?;
    }
    for goal in &tale.plan_goals {
        let need = Some(NeedNo(goal.need));
        let goal = commitment::RecordGoal { text: play.text(&goal.text), horizon: goal.horizon, need };
        play.act(chair, Action::WriteNeedsAndGoals, move |process, _, now| {
            commitment::record_goal(process, now, goal)
        })
        .await?;
    }
    Ok(())
}

/// Each unit offers what it can do itself.
async fn offer(play: &mut Play, tale: &Tale, number: MeetingNo) -> Result<(), PlayFault> {
    let at_this = |line: &&Line| u32::try_from(line.meeting) == Ok(number.0);
    for line in tale.lines.iter().filter(at_this) {
        let (actor, unit) = (play.actor(&line.by)?, play.unit(&line.by)?);
        let responsible = format!("{}, {}", play.stage.name(actor.person), play.stage.who(actor.person));
        let start = play.stage.calendar.add_working_days(play.today(), 3);
        let command = commitment::OfferCommitment {
            unit,
            by: actor.person,
            kind: line.kind,
            text: play.text(&line.text),
            goal: Some(GoalNo(line.goal)),
            responsible: play.text(&responsible),
            legal_form: line.legal_form,
            start,
            frequency: play.text(&line.how_often),
            expected_end: start.saturating_add(line.weeks.weeks()),
            visible_to: vec![],
            decisive: false,
            by_board: None,
        };
        play.act(actor, Action::WriteOwnLine { unit }, move |process, _, now| {
            commitment::offer(process, now, command.clone())
        })
        .await?;
    }
    Ok(())
}

/// Every line is followed up by its own unit; assessments are told, and done with.
async fn look_back(play: &mut Play, tale: &Tale, number: MeetingNo) -> Result<(), PlayFault> {
    let settled = |line: &Commitment| {
        matches!(line.state, CommitmentState::Done | CommitmentState::Stopped | CommitmentState::NotPossible)
    };
    let process = play.process()?;
    let lines: Vec<_> = process
        .coordinated_lines(play.today())
        .filter(|(_, line)| !settled(line))
        .map(|(number, line)| (number, line.by, line.unit, line.kind))
        .collect();
    for (line, by, unit, kind) in lines {
        let actor = play.actor(play.stage.key(by))?;
        let told = tale.lines.get(line.0 as usize - 1).map_or("", |told| told.result.as_str());
        let result = play.text(&forms::said(told, play.stage.clone().story.word("goes-on")));
        let action = Action::WriteOwnLine { unit };
        if kind == CommitmentKind::Assessment {
            let outcome = AssessmentOutcome::Done;
            let by = actor.person;
            let report = commitment::ReportAssessment {
                unit,
                meeting: number,
                outcome,
                text: result,
                instead: None,
                by,
            };
            play.act(actor, action, move |process, _, now| {
                commitment::report_assessment(process, now, report)
            })
            .await?;
            move_to(play, actor, line, CommitmentState::Done).await?;
        } else {
            let verdict = Verdict::Continue;
            let by = actor.person;
            let told =
                commitment::FollowUpCommitment { commitment: line, meeting: number, result, verdict, by };
            play.act(actor, action, move |process, _, now| commitment::follow_up(process, now, told)).await?;
        }
    }
    let lead = play.lead()?;
    let goals: Vec<GoalNo> = play.process()?.plan.goal_numbers().map(|(goal, _)| goal).collect();
    for goal in goals {
        let outcome = if goal.0 == 1 && number.0 > 2 { GoalOutcome::Reached } else { GoalOutcome::Partly };
        play.act(lead, Action::WriteNeedsAndGoals, move |process, _, now| {
            commitment::assess_goal(process, now, goal, outcome)
        })
        .await?;
    }
    Ok(())
}

/// The unit moves its own line.
pub async fn move_to(
    play: &mut Play,
    actor: policy::Actor,
    line: domain::CommitmentNo,
    to: CommitmentState,
) -> Result<(), PlayFault> {
    let unit = play.process()?.unit_of(actor.person);
    let unit = unit.ok_or_else(|| PlayFault::NotBegun(play.key.clone()))?;
    let moved =
        commitment::MoveCommitment { commitment: line, to, reason: None, instead: None, by: actor.person };
    play.act(actor, Action::WriteOwnLine { unit }, move |process, _, now| {
        commitment::move_to(process, now, moved)
    })
    .await?;
    Ok(())
}

fn meeting(play: &Play, number: MeetingNo) -> Result<domain::lots::meeting::Meeting, PlayFault> {
    let meeting = play.process()?.meetings.get(number).cloned();
    meeting.ok_or_else(|| PlayFault::NotBegun(play.key.clone()))
}

/// Ends the meeting: the papers are frozen and the next one is booked, or the end is decided.
async fn end(
    play: &mut Play,
    tale: &Tale,
    number: MeetingNo,
    chair: policy::Actor,
    next: Option<Date>,
) -> Result<(), PlayFault> {
    let meeting = meeting(play, number)?;
    let stage = play.stage.clone();
    let place = stage.story.word("place");
    let attendance = forms::attendance(play, &meeting, &secretary(play, tale))?;
    let attendance = play.frozen(&attendance);
    let follow_up = if meeting.kind == MeetingKind::Initial {
        None
    } else {
        let filled = plan::follow_up(play, tale, &meeting, next.is_none())?;
        Some(play.frozen(&filled))
    };
    let written = plan::plan(play, tale, &meeting, next.map(|next| (meeting_start(next), place)))?;
    let written = play.frozen(&written);
    let obstacle = tale.obstacle.as_deref().map(|obstacle| play.text(obstacle));
    let next = match next {
        Some(on) => sitting::Next::Meeting(BookMeeting {
            start: meeting_start(on),
            end: meeting_end(),
            place: play.text(place),
            chair: play.process()?.lead(),
            units: play.process()?.callable_units(play.today()),
            fits_family: true,
            outside_window: None,
        }),
        None => sitting::Next::Closing(ClosingReason::GoalsReached),
    };
    let (_, family_speaks_at) = agenda_of(play, meeting.kind);
    let command = sitting::HoldMeeting {
        meeting: number,
        attendance,
        follow_up,
        plan: written,
        others_answered: true,
        obstacle,
        family_speaks_at,
        next,
        whereabouts_checked: true,
    };
    play.act(chair_now(play, chair)?, Action::HoldMeeting, move |process, stage, now| {
        sitting::hold(process, &stage.organisation, &stage.calendar, now, command.clone())
    })
    .await?;
    Ok(())
}

/// In the initial meeting the Lots has just been chosen: the initiator still leads it.
fn chair_now(play: &Play, chair: policy::Actor) -> Result<policy::Actor, PlayFault> {
    let ahead = play.process()?.meetings.ahead().next().map(|(_, meeting)| meeting.chair);
    Ok(if ahead == Some(chair.person) { chair } else { play.lead()? })
}
