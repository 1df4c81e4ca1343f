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
        self.kind_is_for(need.kind, receiver, on)
    }

    /// Whether a goal may go to a receiver: it tells of the need it springs from.
    pub fn goal_is_for(&self, goal: &Goal, receiver: Receiver, on: Date) -> bool {
        goal.need.is_none_or(|need| {
            let need = index(need.0).and_then(|index| self.plan.needs.get(index));
            need.is_some_and(|need| self.need_is_for(need, receiver, on))
        })
    }

    /// Whether a line may go to a receiver: it is meant for it, and works towards nothing that the
    /// receiver may not know of. A unit always has its own lines.
    pub fn line_goes_to(&self, line: &Commitment, receiver: Receiver, on: Date) -> bool {
        let own = receiver == Receiver::Unit { unit: line.unit };
        let goal = line.goal.and_then(|goal| self.plan.goals.get(index(goal.0)?));
        self.line_is_for(line, receiver)
            && (own || goal.is_none_or(|goal| self.goal_is_for(goal, receiver, on)))
    }

    /// Whether nothing has happened since the process was read: what is released is what was shown.
    pub fn must_be_as_read(&self, version: u32) -> Result<(), Refusal> {
        if self.version == version { Ok(()) } else { Err(Refusal::ChangedMeanwhile) }
    }
}

#[cfg(test)]
mod tests;
