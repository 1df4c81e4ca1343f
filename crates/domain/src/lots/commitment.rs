//! What can each unit itself contribute? Needs, goals, lines and questions. (PRI-01, PRI-02, PRI-07 to PRI-11)
//!
//! Deliberately absent: any object by which one unit gives another something to do. A question is
//! all there is, and the other unit may answer it.

use crate::{Event, Refusal, choice::*, ids::*, now::Now, party::*, process::Process};
use jiff::civil::Date;

#[derive(Debug, Clone, Copy)]
pub struct RecordNeed {
    pub text: TextId,
    pub view: View,
    pub kind: InformationKind,
}

pub fn record_need(process: &Process, now: Now, command: RecordNeed) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    let RecordNeed { text, view, kind } = command;
    let need = NeedNo(process.plan.needs.len() as u32 + 1);
    Ok(vec![Event::NeedRecorded { need, text, view, kind }])
}

pub fn withdraw_need(process: &Process, now: Now, need: NeedNo) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    if !process.plan.open_needs().any(|(number, _)| number == need) {
        return Err(Refusal::NoSuchLine);
    }
    Ok(vec![Event::NeedWithdrawn { need }])
}

#[derive(Debug, Clone, Copy)]
pub struct RecordGoal {
    pub text: TextId,
    pub horizon: Horizon,
    pub need: Option<NeedNo>,
}

pub fn record_goal(process: &Process, now: Now, command: RecordGoal) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    let RecordGoal { text, horizon, need } = command;
    if need.is_some_and(|need| !process.plan.open_needs().any(|(number, _)| number == need)) {
        return Err(Refusal::NoSuchLine);
    }
    let goal = GoalNo(process.plan.goals.len() as u32 + 1);
    Ok(vec![Event::GoalRecorded { goal, text, horizon, need }])
}

pub fn assess_goal(
    process: &Process,
    now: Now,
    goal: GoalNo,
    outcome: GoalOutcome,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    if !process.plan.goal_numbers().any(|(number, _)| number == goal) {
        return Err(Refusal::NoSuchLine);
    }
    Ok(vec![Event::GoalAssessed { goal, outcome }])
}

/// A unit's offer of something of its own.
#[derive(Debug, Clone)]
pub struct OfferCommitment {
    /// The author's own unit, taken from who is signed in, never from a form (PRI-01).
    pub unit: UnitId,
    pub by: PersonId,
    pub kind: CommitmentKind,
    pub text: TextId,
    pub goal: Option<GoalNo>,
    pub responsible: TextId,
    pub legal_form: LegalForm,
    pub start: Date,
    pub frequency: TextId,
    pub expected_end: Date,
    pub visible_to: Vec<UnitId>,
    /// Of decisive importance for the child's future, so that both guardians decide it (FB 6:13).
    pub decisive: bool,
    /// The measure for which a board has let one guardian's consent suffice (FB 6:13 a).
    pub by_board: Option<BoardMeasure>,
}

pub fn offer(process: &Process, now: Now, command: OfferCommitment) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    let today = now.today();
    own_unit(process, now, command.unit, command.by)?;
    if command.expected_end < command.start {
        return Err(Refusal::EndsBeforeItStarts);
    }
    if command.goal.is_some_and(|goal| !process.plan.goal_numbers().any(|(number, _)| number == goal)) {
        return Err(Refusal::NoSuchLine);
    }
    if let Some(unit) = command.visible_to.iter().find(|unit| !process.admits(**unit, today)) {
        return Err(Refusal::ConsentNotActive { unit: *unit });
    }
    decisive_must_be_decided(process, &command)?;
    let commitment = CommitmentNo(process.plan.commitments.len() as u32 + 1);
    let OfferCommitment { unit, by, kind, text, goal, responsible, .. } = command;
    let OfferCommitment { legal_form, start, frequency, expected_end, visible_to, .. } = command;
    let OfferCommitment { decisive, by_board, .. } = command;
    Ok(vec![Event::CommitmentOffered {
        commitment,
        unit,
        by,
        kind,
        text,
        goal,
        responsible,
        legal_form,
        start,
        frequency,
        expected_end,
        visible_to,
        decisive,
        by_board,
    }])
}

/// While one guardian has been done without, nothing of decisive importance is agreed (CON-14), unless a
/// board has decided that the measure may go ahead. Such a decision opens that line alone (CON-15).
fn decisive_must_be_decided(process: &Process, command: &OfferCommitment) -> Result<(), Refusal> {
    match command.by_board {
        Some(measure) if !process.is_decided_by_board(measure) => Err(Refusal::NoBoardDecision),
        None if command.decisive && process.decisive_matters_blocked() => Err(Refusal::DecisiveMatterBlocked),
        Some(_) | None => Ok(()),
    }
}

/// A unit speaks through its own people, and while the consent covers it (PRI-01).
fn own_unit(process: &Process, now: Now, unit: UnitId, by: PersonId) -> Result<(), Refusal> {
    if process.unit_of(by) != Some(unit) {
        return Err(Refusal::OwnContributionOnly);
    }
    if process.admits(unit, now.today()) { Ok(()) } else { Err(Refusal::ConsentNotActive { unit }) }
}

fn own_line(
    process: &Process,
    now: Now,
    number: CommitmentNo,
    by: PersonId,
) -> Result<&crate::lots::plan::Commitment, Refusal> {
    process.must_be_running(now)?;
    let line = process.plan.line(number).ok_or(Refusal::NoSuchLine)?;
    own_unit(process, now, line.unit, by)?;
    if process.line_is_outside(line, now.today()) {
        return Err(Refusal::LineOutsideCoordination);
    }
    Ok(line)
}

/// The own unit stands by its line. Until then it binds nobody.
pub fn confirm(
    process: &Process,
    now: Now,
    number: CommitmentNo,
    by: PersonId,
) -> Result<Vec<Event>, Refusal> {
    let line = own_line(process, now, number, by)?;
    if line.confirmed_by.is_some() {
        return Ok(vec![]);
    }
    Ok(vec![Event::CommitmentConfirmed { commitment: number, by }])
}

#[derive(Debug, Clone, Copy)]
pub struct MoveCommitment {
    pub commitment: CommitmentNo,
    pub to: CommitmentState,
    pub reason: Option<TextId>,
    pub instead: Option<TextId>,
    pub by: PersonId,
}

/// A line goes from offered over planned and started to done, stopped or not possible. Starting
/// before the next meeting is allowed once the unit has decided (T10, PRI-08).
pub fn move_to(process: &Process, now: Now, command: MoveCommitment) -> Result<Vec<Event>, Refusal> {
    use CommitmentState::*;
    let MoveCommitment { commitment, to, reason, instead, by } = command;
    let line = own_line(process, now, commitment, by)?;
    if line.state == to {
        return Ok(vec![]);
    }
    let allowed = match line.state {
        Offered => matches!(to, Planned | Started | Done | Stopped | NotPossible),
        Planned => matches!(to, Started | Done | Stopped | NotPossible),
        Started => matches!(to, Done | Stopped | NotPossible),
        Done | Stopped | NotPossible => false,
    };
    if !allowed {
        return Err(Refusal::LineCannotGoThere);
    }
    // Help the family to the right place: a no comes with why, and where to turn (PRI-10).
    if to == NotPossible && (reason.is_none() || instead.is_none()) {
        return Err(Refusal::WhereInsteadMissing);
    }
    let moved = Event::CommitmentMoved { commitment, to, reason, instead, by };
    let confirmed = line.confirmed_by.is_none().then_some(Event::CommitmentConfirmed { commitment, by });
    Ok(confirmed.into_iter().chain([moved]).collect())
}

#[derive(Debug, Clone, Copy)]
pub struct FollowUpCommitment {
    pub commitment: CommitmentNo,
    pub meeting: MeetingNo,
    pub result: TextId,
    pub verdict: Verdict,
    pub by: PersonId,
}

pub fn follow_up(process: &Process, now: Now, command: FollowUpCommitment) -> Result<Vec<Event>, Refusal> {
    let FollowUpCommitment { commitment, meeting, result, verdict, by } = command;
    own_line(process, now, commitment, by)?;
    super::room::room(process, now, meeting)?;
    Ok(vec![Event::CommitmentFollowedUp { commitment, meeting, result, verdict, by }])
}

/// The family rates the effect, from 1 to 5. It never grades an assessment (PRI-11).
pub fn rate(
    process: &Process,
    now: Now,
    number: CommitmentNo,
    by: PersonId,
    effect: u8,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_open(now)?;
    if !process.is_family(by, now.today()) {
        return Err(Refusal::OnlyFamilyDecides);
    }
    if process.plan.line(number).is_none() {
        return Err(Refusal::NoSuchLine);
    }
    if !(1..=5).contains(&effect) {
        return Err(Refusal::RatingOutOfRange);
    }
    Ok(vec![Event::CommitmentRated { commitment: number, by, effect }])
}

#[derive(Debug, Clone, Copy)]
pub struct ReportAssessment {
    pub unit: UnitId,
    pub meeting: MeetingNo,
    pub outcome: AssessmentOutcome,
    pub text: TextId,
    pub instead: Option<TextId>,
    pub by: PersonId,
}

/// What the unit's assessment showed. Only the unit itself can say it (PRI-11, T12).
pub fn report_assessment(
    process: &Process,
    now: Now,
    command: ReportAssessment,
) -> Result<Vec<Event>, Refusal> {
    let ReportAssessment { unit, meeting, outcome, text, instead, by } = command;
    super::room::room(process, now, meeting)?;
    own_unit(process, now, unit, by)?;
    if outcome == AssessmentOutcome::NoContribution && instead.is_none() {
        return Err(Refusal::WhereInsteadMissing);
    }
    Ok(vec![Event::AssessmentReported { unit, meeting, outcome, text, instead, by }])
}

#[derive(Debug, Clone)]
pub struct AskQuestion {
    pub text: TextId,
    /// The unit of whoever asks; `None` when the family does.
    pub by_unit: Option<UnitId>,
    pub units: Vec<UnitId>,
}

/// What nobody yet answers for. Where the matter concerns a unit that is not in the room, the
/// question waits until it is (PRI-02, PRI-03).
pub fn ask(process: &Process, now: Now, command: AskQuestion) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    let AskQuestion { text, by_unit, units } = command;
    let room = process.meetings.ahead().find(|(_, meeting)| !meeting.attendance.is_empty());
    let waits_for_absent = units.iter().any(|unit| {
        !process.admits(*unit, now.today()) || room.is_some_and(|(_, meeting)| !meeting.unit_came(*unit))
    });
    let question = QuestionNo(process.plan.questions.len() as u32 + 1);
    Ok(vec![Event::QuestionAsked { question, text, by_unit, units, waits_for_absent }])
}

#[derive(Debug, Clone, Copy)]
pub struct AnswerQuestion {
    pub question: QuestionNo,
    pub by_unit: UnitId,
    pub by: PersonId,
    pub answer: TextId,
}

pub fn answer(process: &Process, now: Now, command: AnswerQuestion) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    let AnswerQuestion { question, by_unit, by, answer } = command;
    own_unit(process, now, by_unit, by)?;
    // A question that is put to others is not there for this unit (PRI-03).
    let mut all = process.plan.question_numbers();
    if !all.any(|(number, asked)| number == question && asked.units.contains(&by_unit)) {
        return Err(Refusal::NoSuchLine);
    }
    Ok(vec![Event::QuestionAnswered { question, by_unit, answer }])
}

/// Exactly one principal carries the overall responsibility (SoL 10:8, HSL 16:4).
pub fn name_lead(
    process: &Process,
    organisation: &crate::organisation::Organisation,
    now: Now,
    unit: UnitId,
) -> Result<Vec<Event>, Refusal> {
    process.must_be_running(now)?;
    if !process.admits(unit, now.today()) {
        return Err(Refusal::ConsentNotActive { unit });
    }
    let principal = super::sitting::lead_principal(organisation, unit).ok_or(Refusal::CannotLead { unit })?;
    Ok(vec![Event::LeadPrincipalNamed { principal, unit }])
}
