//! What stands in the plan? Needs, goals, lines, questions, versions and copies: the slice of state.

use crate::{Event, choice::*, ids::*, party::*};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    pub text: TextId,
    pub view: View,
    pub kind: InformationKind,
    pub withdrawn: bool,
    /// How many versions of the plan there were when it was written: it stands in the later ones.
    pub raised_after: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    pub text: TextId,
    pub horizon: Horizon,
    pub need: Option<NeedNo>,
    pub outcome: Option<GoalOutcome>,
    /// As for a need.
    pub raised_after: usize,
}

/// One promised contribution, from the unit that promised it (PRI-01).
#[doc(alias = "insats")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
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
    /// Of decisive importance for the child's future (FB 6:13).
    pub decisive: bool,
    /// The measure for which a board has let one guardian's consent suffice (CON-15).
    pub by_board: Option<BoardMeasure>,
    /// How many versions of the plan there were when the line was offered: it stands in the later ones.
    pub offered_after: usize,
    pub state: CommitmentState,
    /// Not binding until the own unit has confirmed it.
    pub confirmed_by: Option<PersonId>,
    pub reason: Option<TextId>,
    pub instead: Option<TextId>,
    pub outside_coordination: bool,
    pub follow_ups: Vec<(MeetingNo, TextId, Verdict)>,
    pub ratings: BTreeMap<PersonId, u8>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub text: TextId,
    pub by_unit: Option<UnitId>,
    pub units: Vec<UnitId>,
    pub waits_for_absent: bool,
    pub answers: Vec<(UnitId, TextId)>,
    /// As for a need.
    pub raised_after: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    pub unit: UnitId,
    pub meeting: MeetingNo,
    pub outcome: AssessmentOutcome,
    pub text: TextId,
    pub instead: Option<TextId>,
}

/// The person proposed as Lots. Chosen when both have said yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lots {
    pub person: PersonId,
    pub unit: UnitId,
    pub accepted_by_person: bool,
    pub accepted_by_family: Option<PersonId>,
}

impl Lots {
    pub fn is_chosen(&self) -> bool {
        self.accepted_by_person && self.accepted_by_family.is_some()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub meeting: MeetingNo,
    pub text: FormText,
    pub kind: PlanKind,
    pub status: PlanStatus,
    pub obstacle: Option<TextId>,
    pub written_on: Date,
    pub answers: BTreeMap<PersonId, Option<TextId>>,
    /// Those who have answered on their own page, and not aloud to somebody who wrote it down.
    pub answered_themselves: BTreeSet<PersonId>,
    pub released: Option<Date>,
}

/// A frozen copy: what its receiver may read, print and file (REL-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReleasedCopy {
    pub receiver: Receiver,
    pub version: PlanVersion,
    pub text: FormText,
    pub on: Date,
    pub filed_by: Option<PersonId>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    pub needs: Vec<Need>,
    pub goals: Vec<Goal>,
    pub commitments: Vec<Commitment>,
    pub questions: Vec<Question>,
    pub assessments: Vec<Assessment>,
    /// The Lots, or who is proposed while there is none.
    pub lots: Option<Lots>,
    /// Who is proposed to take over from the Lots, who stays until then.
    pub next_lots: Option<Lots>,
    pub lead: Option<(LeadPrincipal, UnitId)>,
    pub all_versions: Vec<Version>,
    pub copies: Vec<ReleasedCopy>,
}

/// The entry with a number that counts from 1.
fn nth<T>(all: &mut [T], number: u32) -> Option<&mut T> {
    all.get_mut(index(number)?)
}

impl Plan {
    /// The chosen Lots, accepted by the person and by the family.
    pub fn lots_person(&self) -> Option<PersonId> {
        self.lots.filter(Lots::is_chosen).map(|lots| lots.person)
    }

    pub fn version(&self, version: PlanVersion) -> Option<&Version> {
        self.all_versions.get(index(version.0)?)
    }

    pub fn versions(&self) -> impl DoubleEndedIterator<Item = (PlanVersion, &Version)> {
        numbered(&self.all_versions, PlanVersion)
    }

    pub fn lines(&self) -> impl Iterator<Item = (CommitmentNo, &Commitment)> {
        numbered(&self.commitments, CommitmentNo)
    }

    pub fn line(&self, number: CommitmentNo) -> Option<&Commitment> {
        self.commitments.get(index(number.0)?)
    }

    /// The unit's own lines that have not been taken out of the coordination.
    pub fn lines_of(&self, unit: UnitId) -> impl Iterator<Item = CommitmentNo> {
        let own = self.lines().filter(move |(_, line)| line.unit == unit && !line.outside_coordination);
        own.map(|(number, _)| number)
    }

    pub fn open_needs(&self) -> impl Iterator<Item = (NeedNo, &Need)> {
        let numbered = numbered(&self.needs, NeedNo);
        numbered.filter(|(_, need)| !need.withdrawn)
    }

    pub fn goal_numbers(&self) -> impl Iterator<Item = (GoalNo, &Goal)> {
        numbered(&self.goals, GoalNo)
    }

    pub fn question_numbers(&self) -> impl Iterator<Item = (QuestionNo, &Question)> {
        numbered(&self.questions, QuestionNo)
    }

    pub fn copy_numbers(&self) -> impl DoubleEndedIterator<Item = (CopyNo, &ReleasedCopy)> {
        numbered(&self.copies, CopyNo)
    }

    /// Who has been proposed as Lots and not yet been chosen.
    pub fn proposed_lots(&self) -> Option<Lots> {
        self.next_lots.or(self.lots.filter(|lots| !lots.is_chosen()))
    }

    pub(crate) fn propose_lots(&mut self, person: PersonId, unit: UnitId) {
        let proposed = Lots { person, unit, accepted_by_person: false, accepted_by_family: None };
        let chosen = self.lots.is_some_and(|lots| lots.is_chosen());
        if chosen { self.next_lots = Some(proposed) } else { self.lots = Some(proposed) }
    }

    pub(crate) fn accept_lots(&mut self, person: PersonId, by: PersonId) {
        let proposed = if self.next_lots.is_some() { &mut self.next_lots } else { &mut self.lots };
        let Some(lots) = proposed.as_mut().filter(|lots| lots.person == person) else { return };
        if by == person {
            lots.accepted_by_person = true;
        } else {
            lots.accepted_by_family = Some(by);
        }
        if self.next_lots.is_some_and(|next| next.is_chosen()) {
            self.lots = self.next_lots.take();
        }
    }

    pub(crate) fn lots_left(&mut self, person: PersonId) {
        self.next_lots = self.next_lots.filter(|next| next.person != person);
        if self.lots.is_some_and(|lots| lots.person == person) {
            self.lots = self.next_lots.take();
        }
    }

    pub(crate) fn need(&mut self, text: TextId, view: View, kind: InformationKind) {
        self.needs.push(Need { text, view, kind, withdrawn: false, raised_after: self.all_versions.len() });
    }

    pub(crate) fn withdraw_need(&mut self, number: NeedNo) {
        if let Some(need) = nth(&mut self.needs, number.0) {
            need.withdrawn = true;
        }
    }

    pub(crate) fn goal(&mut self, text: TextId, horizon: Horizon, need: Option<NeedNo>) {
        self.goals.push(Goal { text, horizon, need, outcome: None, raised_after: self.all_versions.len() });
    }

    pub(crate) fn assess_goal(&mut self, number: GoalNo, outcome: GoalOutcome) {
        if let Some(goal) = nth(&mut self.goals, number.0) {
            goal.outcome = Some(outcome);
        }
    }

    pub(crate) fn offer(&mut self, event: &Event) {
        if let Event::CommitmentOffered { unit, by, kind, text, goal, responsible, legal_form, .. } = event
            && let Event::CommitmentOffered { start, frequency, expected_end, visible_to, .. } = event
            && let Event::CommitmentOffered { decisive, by_board, .. } = event
        {
            self.commitments.push(Commitment {
                unit: *unit,
                by: *by,
                kind: *kind,
                text: *text,
                goal: *goal,
                responsible: *responsible,
                legal_form: *legal_form,
                start: *start,
                frequency: *frequency,
                expected_end: *expected_end,
                visible_to: visible_to.clone(),
                decisive: *decisive,
                by_board: *by_board,
                offered_after: self.all_versions.len(),
                state: CommitmentState::Offered,
                confirmed_by: None,
                reason: None,
                instead: None,
                outside_coordination: false,
                follow_ups: vec![],
                ratings: BTreeMap::new(),
            });
        }
    }

    fn change_line(&mut self, number: CommitmentNo, change: impl FnOnce(&mut Commitment)) {
        if let Some(line) = nth(&mut self.commitments, number.0) {
            change(line);
        }
    }

    pub(crate) fn confirm(&mut self, number: CommitmentNo, by: PersonId) {
        self.change_line(number, |line| line.confirmed_by = Some(by));
    }

    pub(crate) fn move_to(
        &mut self,
        number: CommitmentNo,
        to: CommitmentState,
        reason: Option<TextId>,
        instead: Option<TextId>,
    ) {
        self.change_line(number, |line| (line.state, line.reason, line.instead) = (to, reason, instead));
    }

    pub(crate) fn leaves_coordination(&mut self, number: CommitmentNo) {
        self.change_line(number, |line| line.outside_coordination = true);
    }

    pub(crate) fn follow_up(
        &mut self,
        number: CommitmentNo,
        meeting: MeetingNo,
        result: TextId,
        verdict: Verdict,
    ) {
        self.change_line(number, |line| line.follow_ups.push((meeting, result, verdict)));
    }

    pub(crate) fn rate(&mut self, number: CommitmentNo, by: PersonId, effect: u8) {
        self.change_line(number, |line| {
            line.ratings.insert(by, effect);
        });
    }

    pub(crate) fn report(
        &mut self,
        unit: UnitId,
        meeting: MeetingNo,
        outcome: AssessmentOutcome,
        text: TextId,
        instead: Option<TextId>,
    ) {
        self.assessments.push(Assessment { unit, meeting, outcome, text, instead });
    }

    pub(crate) fn ask(
        &mut self,
        text: TextId,
        by_unit: Option<UnitId>,
        units: Vec<UnitId>,
        waits_for_absent: bool,
    ) {
        let raised_after = self.all_versions.len();
        let answers = vec![];
        self.questions.push(Question { text, by_unit, units, waits_for_absent, answers, raised_after });
    }

    pub(crate) fn answer(&mut self, number: QuestionNo, by_unit: UnitId, answer: TextId) {
        if let Some(question) = nth(&mut self.questions, number.0) {
            question.answers.push((by_unit, answer));
        }
    }

    pub(crate) fn write(
        &mut self,
        meeting: MeetingNo,
        text: FormText,
        kind: PlanKind,
        status: PlanStatus,
        obstacle: Option<TextId>,
        written_on: Date,
    ) {
        let (answers, answered_themselves) = (BTreeMap::new(), BTreeSet::new());
        self.all_versions.push(Version {
            meeting,
            text,
            kind,
            status,
            obstacle,
            written_on,
            answers,
            answered_themselves,
            released: None,
        });
    }

    pub(crate) fn family_answers(
        &mut self,
        number: PlanVersion,
        by: PersonId,
        dissent: Option<TextId>,
        themselves: bool,
    ) {
        if let Some(version) = nth(&mut self.all_versions, number.0) {
            version.answers.insert(by, dissent);
            version.answered_themselves.extend(themselves.then_some(by));
        }
    }

    pub(crate) fn release(&mut self, number: PlanVersion, on: Date) {
        if let Some(version) = nth(&mut self.all_versions, number.0) {
            version.released = Some(on);
        }
    }

    pub(crate) fn copy(&mut self, receiver: Receiver, version: PlanVersion, text: FormText, on: Date) {
        self.copies.push(ReleasedCopy { receiver, version, text, on, filed_by: None });
    }

    pub(crate) fn file(&mut self, number: CopyNo, by: PersonId) {
        if let Some(copy) = nth(&mut self.copies, number.0) {
            copy.filed_by = Some(by);
        }
    }
}
