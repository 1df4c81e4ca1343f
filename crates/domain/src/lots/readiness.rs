//! What is still missing before a meeting can be closed? (T8, T8x, T12 to T14)

use crate::{
    Refusal,
    choice::*,
    ids::*,
    lots::{meeting::Meeting, plan::Commitment, room::room, sitting::lead_principal},
    now::Now,
    organisation::Organisation,
    party::LeadPrincipal,
    process::Process,
};

/// What the room has answered so far, beside what stands in the process.
#[derive(Debug, Clone, Copy)]
pub struct Readiness {
    pub meeting: MeetingNo,
    pub family_speaks_at: u8,
    /// "Measures by others" has been answered, if only with "none" (SoL 10:8 item 3).
    pub others_answered: bool,
    /// No plan could be reached, and what stood in the way is written down.
    pub attempted: bool,
    pub followed_up: bool,
    /// Family and network want to close (T14).
    pub closing: bool,
}

/// Everything that stands between the meeting and its closing, in the order of the room.
///
/// # Errors
/// When the meeting does not go on now.
pub fn missing(
    process: &Process,
    organisation: &Organisation,
    now: Now,
    answered: &Readiness,
) -> Result<Vec<Refusal>, Refusal> {
    let room = room(process, now, answered.meeting)?;
    let speaks_at = answered.family_speaks_at;
    let unreleased = process.plan.versions().any(|(_, version)| version.released.is_none());
    let in_the_room = [
        (!room.attendance_complete, Refusal::AttendanceIncomplete),
        (!room.family_came(), Refusal::FamilyAbsent),
        (unreleased, Refusal::PlanNotReleased),
        (only_one_principal(process, organisation, room), Refusal::OnlyOnePrincipal),
        (!room.agenda_done.contains(&speaks_at), Refusal::FamilySpeaksFirst { item: speaks_at }),
        (process.lots_in_charge(now.today()).is_none(), Refusal::LotsNotChosen),
        (!room.child_informed && room.child_information.is_none(), Refusal::ChildNotInformed),
    ];
    let mut all: Vec<Refusal> =
        in_the_room.into_iter().filter(|(is, _)| *is).map(|(_, refusal)| refusal).collect();
    if !answered.attempted {
        all.extend(plan_parts_missing(process, now, answered));
    }
    if room.kind != MeetingKind::Initial {
        all.extend(not_followed_up(process, now, answered));
    }
    if answered.closing && !closing_is_possible(process, now, room) {
        all.push(Refusal::TooEarlyToClose);
    }
    Ok(all)
}

/// A meeting to which both principals were called gives no result with only one of them (T8x).
fn only_one_principal(process: &Process, organisation: &Organisation, room: &Meeting) -> bool {
    if room.kind != MeetingKind::Initial {
        return false;
    }
    // The initiator's own unit is in the room through the initiator.
    let own = process.opening.unit;
    let all: Vec<UnitId> = room.units.iter().copied().chain([own]).collect();
    let came: Vec<UnitId> =
        all.iter().copied().filter(|unit| *unit == own || room.unit_came(*unit)).collect();
    let has = |units: &[UnitId], principal| {
        units.iter().any(|unit| lead_principal(organisation, *unit) == Some(principal))
    };
    let mut principals = [LeadPrincipal::Municipality, LeadPrincipal::Region].into_iter();
    principals.any(|principal| has(&all, principal) && !has(&came, principal))
}

/// The four things the statutes ask for (SoL 10:8, HSL 16:4). Lines with only assessments are
/// enough at the first meeting (PRI-07).
fn plan_parts_missing(process: &Process, now: Now, answered: &Readiness) -> Vec<Refusal> {
    let plan = &process.plan;
    let nobody_leads = plan.lead.is_none_or(|(_, unit)| !process.admits(unit, now.today()));
    let parts = [
        (plan.open_needs().next().is_none(), Refusal::NeedsMissing),
        (process.coordinated_lines(now.today()).next().is_none(), Refusal::CommitmentsMissing),
        (!answered.others_answered, Refusal::OthersMissing),
        (nobody_leads, Refusal::LeadPrincipalMissing),
    ];
    parts.into_iter().filter(|(is, _)| *is).map(|(_, refusal)| refusal).collect()
}

/// From the second meeting on, each unit tells what its assessment showed, and each line that stood in the
/// plan and still runs is followed up, also one that was started since. Lines offered since the plan was
/// written are new to everybody.
fn not_followed_up(process: &Process, now: Now, answered: &Readiness) -> Vec<Refusal> {
    let meeting = answered.meeting;
    let mut missing: Vec<Refusal> =
        (!answered.followed_up).then_some(Refusal::FollowUpMissing).into_iter().collect();
    let versions = process.plan.all_versions.len();
    for (_, line) in process.coordinated_lines(now.today()) {
        let stood_in_plan = line.offered_after < versions;
        let over = matches!(
            line.state,
            CommitmentState::Done | CommitmentState::Stopped | CommitmentState::NotPossible
        );
        let followed = line.follow_ups.iter().any(|(at, ..)| *at == meeting);
        let refusal = if line.kind == CommitmentKind::Assessment {
            let told = followed || assessment_told(process, line, meeting);
            (stood_in_plan && !told).then_some(Refusal::AssessmentNotReported { unit: line.unit })
        } else {
            (stood_in_plan && !over && !followed).then_some(Refusal::LineNotFollowedUp { unit: line.unit })
        };
        missing.extend(refusal.filter(|refusal| !missing.contains(refusal)));
    }
    missing
}

/// Whether the unit has told what its assessment showed: at this meeting, or finally before. One that came
/// to nothing has said so with the line itself (PRI-10).
fn assessment_told(process: &Process, line: &Commitment, meeting: MeetingNo) -> bool {
    let finally = |outcome| matches!(outcome, AssessmentOutcome::Done | AssessmentOutcome::NoContribution);
    let mut reports = process.plan.assessments.iter().filter(|report| report.unit == line.unit);
    reports.any(|report| report.meeting == meeting || finally(report.outcome))
        || matches!(line.state, CommitmentState::Stopped | CommitmentState::NotPossible)
}

/// Closing belongs to the third meeting; at the second it is possible when nothing remains (T14).
fn closing_is_possible(process: &Process, now: Now, room: &Meeting) -> bool {
    let remains = process.coordinated_lines(now.today()).any(|(_, line)| {
        matches!(line.state, CommitmentState::Offered | CommitmentState::Planned | CommitmentState::Started)
    });
    match room.kind {
        MeetingKind::Initial => false,
        MeetingKind::Second => !remains,
        MeetingKind::FollowUp => true,
    }
}

#[cfg(test)]
pub(crate) mod tests;
