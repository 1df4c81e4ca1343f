//! Which parts of the plan may a receiver have? (CON-05, CON-09, 3.5.2 `visibility`)

use crate::{
    Refusal,
    ids::*,
    lots::plan::{Commitment, Goal, Need, Question},
    party::*,
    process::Process,
};
use jiff::civil::Date;

impl Commitment {
    /// Whether the line had been offered when a version was written.
    pub fn stands_in(&self, version: PlanVersion) -> bool {
        had_come(self.offered_after, version)
    }
}

impl Need {
    /// Whether the need had been told when a version was written.
    pub fn stands_in(&self, version: PlanVersion) -> bool {
        had_come(self.raised_after, version)
    }
}

impl Goal {
    /// Whether the goal had been set when a version was written.
    pub fn stands_in(&self, version: PlanVersion) -> bool {
        had_come(self.raised_after, version)
    }
}

impl Question {
    /// Whether the question had been asked when a version was written.
    pub fn stands_in(&self, version: PlanVersion) -> bool {
        had_come(self.raised_after, version)
    }
}

/// What came between a meeting and its release belongs to the next version: nobody has agreed to it yet.
fn had_come(after: usize, version: PlanVersion) -> bool {
    index(version.0).is_some_and(|index| after <= index)
}

impl Process {
    /// Whether a need may go to a receiver: the consent covers its kind of information.
    pub fn need_is_for(&self, need: &Need, receiver: Receiver, on: Date) -> bool {
        self.kind_is_for(need.kind, receiver, on) && !self.is_kept_from(need.text, receiver)
    }

    /// Whether a goal may go to a receiver: it tells of the need it springs from. What one that springs from
    /// none tells of nobody has said, so it is the family's.
    pub fn goal_is_for(&self, goal: &Goal, receiver: Receiver, on: Date) -> bool {
        if self.is_kept_from(goal.text, receiver) {
            return false;
        }
        match (self.need_of(goal), receiver) {
            (Some(need), _) => self.need_is_for(need, receiver, on),
            (None, Receiver::Family { .. }) => true,
            (None, Receiver::Unit { .. }) => false,
        }
    }

    /// Whether a line may go to a receiver: it is meant for it, and works towards nothing that the
    /// receiver may not know of. A unit always has its own lines. A line of which nobody has said what it
    /// concerns goes only to the units that are named for it.
    pub fn line_goes_to(&self, line: &Commitment, receiver: Receiver, on: Date) -> bool {
        let goal = line.goal.and_then(|goal| self.plan.goals.get(index(goal.0)?));
        let Receiver::Unit { unit } = receiver else {
            let goal_is_kept = goal.is_some_and(|goal| !self.goal_is_for(goal, receiver, on));
            return !self.is_kept_from(line.text, receiver) && !goal_is_kept;
        };
        line.unit == unit
            || match goal.and_then(|goal| self.need_of(goal)) {
                Some(need) => self.line_is_for(line, receiver) && self.need_is_for(need, receiver, on),
                None => line.visible_to.contains(&unit),
            }
    }

    /// Whether a question may go to a receiver: to those who ask and those who are asked. One that is put to
    /// nobody has been asked of all.
    pub fn question_is_for(&self, question: &Question, receiver: Receiver) -> bool {
        match receiver {
            Receiver::Family { .. } => !self.is_kept_from(question.text, receiver),
            Receiver::Unit { unit } => {
                question.units.is_empty() || question.units.contains(&unit) || question.by_unit == Some(unit)
            }
        }
    }

    /// What one guardian must not read (OSL 12:3, AC-7).
    fn is_kept_from(&self, text: TextId, receiver: Receiver) -> bool {
        match receiver {
            Receiver::Family { person } => self.is_withheld(text, person),
            Receiver::Unit { .. } => false,
        }
    }

    fn need_of(&self, goal: &Goal) -> Option<&Need> {
        self.plan.needs.get(index(goal.need?.0)?)
    }

    /// Whether nothing has happened since the process was read: what is released is what was shown.
    pub fn must_be_as_read(&self, version: u32) -> Result<(), Refusal> {
        if self.version == version { Ok(()) } else { Err(Refusal::ChangedMeanwhile) }
    }
}

#[cfg(test)]
mod tests;
