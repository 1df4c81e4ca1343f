//! Which lines of the plan belong to the coordination today? (CON-10, CON-24, PRI-13)

use crate::{
    choice::*,
    ids::*,
    lots::{
        plan::{Commitment, Lots},
        state::State,
    },
    process::Process,
};
use jiff::{ToSpan, civil::Date};

impl Process {
    /// Whether a line stands outside the coordination: the consent for its unit was taken back, or it has run
    /// out, which has the same effect (CON-10, CON-24). A renewed consent takes in again what had only run
    /// out. What belonged to the plan on the day it was closed goes on belonging to it.
    pub fn line_is_outside(&self, line: &Commitment, on: Date) -> bool {
        let on = self.ending.closed.map_or(on, |(_, closed)| on.min(closed));
        line.outside_coordination || !self.admits(line.unit, on)
    }

    /// The lines that belong to the coordination on a day.
    pub fn coordinated_lines(&self, on: Date) -> impl Iterator<Item = (CommitmentNo, &Commitment)> {
        self.plan.lines().filter(move |(_, line)| !self.line_is_outside(line, on))
    }

    /// The chosen Lots, while the consent covers the unit that the Lots works at (CON-08, CON-24). When it covers
    /// no called unit any more the whole process rests, and the Lots that led it until then can renew it (T16).
    pub fn lots_in_charge(&self, on: Date) -> Option<Lots> {
        let lots = self.plan.lots.filter(Lots::is_chosen)?;
        let rests = self.uncovered_since(on).filter(|_| self.state(on) == State::Paused);
        let until_the_rest =
            || rests.is_some_and(|since| self.is_covered(lots.unit, since.saturating_sub(1.day())));
        (self.admits(lots.unit, on) || until_the_rest()).then_some(lots)
    }

    /// Needs that no unit's line answers: shown in neutral words, naming no unit (PRI-13).
    pub fn needs_without_commitment(&self, on: Date) -> Vec<NeedNo> {
        let goal_need = |goal: GoalNo| self.plan.goals.get(index(goal.0)?)?.need;
        let answered = |need: NeedNo| {
            self.coordinated_lines(on).any(|(_, line)| {
                !matches!(line.state, CommitmentState::Stopped | CommitmentState::NotPossible)
                    && line.goal.is_some_and(|goal| goal_need(goal) == Some(need))
            })
        };
        self.plan.open_needs().map(|(number, _)| number).filter(|need| !answered(*need)).collect()
    }

    /// Goals that no unit's line works towards (PRI-13).
    pub fn goals_without_owner(&self, on: Date) -> Vec<GoalNo> {
        let owned = |goal: GoalNo| self.coordinated_lines(on).any(|(_, line)| line.goal == Some(goal));
        self.plan.goal_numbers().map(|(number, _)| number).filter(|goal| !owned(*goal)).collect()
    }
}
