//! What is left of a process for somebody in the family, when one thing is kept from them? (AC-7, AC-10)
//!
//! **Invariant:** what is left is the process as it would be if the thing had never been there. Numbers count what is
//! left, so no list, count or gap tells that something is missing.

use crate::{ids::*, party::Receiver, process::Process};
use jiff::civil::Date;

impl Process {
    /// The process as a guardian or the child may know it; `None` where it is the whole of it. What is left out
    /// here is found by no page, so it must be asked of before anything is drawn.
    pub fn sifted_for(&self, person: PersonId, on: Date) -> Option<Process> {
        let withheld = self.protection.withheld.keys().any(|(_, from)| *from == person);
        if !withheld && self.protection.withheld.is_empty() && !self.other_grounds.is_any_kept() {
            return None;
        }
        let mut left = self.clone();
        left.other_grounds.leave_out_kept();
        left.protection.withheld.clear();
        if withheld {
            self.leave_out_of(&mut left, Receiver::Family { person }, on);
        }
        Some(left)
    }

    fn leave_out_of(&self, left: &mut Process, receiver: Receiver, on: Date) {
        let plan = &self.plan;
        let needs = Kept::of(&plan.needs, |need| self.need_is_for(need, receiver, on));
        let goals = Kept::of(&plan.goals, |goal| self.goal_is_for(goal, receiver, on));
        let lines = Kept::of(&plan.commitments, |line| self.line_goes_to(line, receiver, on));
        let questions = Kept::of(&plan.questions, |asked| self.question_is_for(asked, receiver));
        needs.only(&mut left.plan.needs);
        goals.only(&mut left.plan.goals);
        lines.only(&mut left.plan.commitments);
        questions.only(&mut left.plan.questions);
        for goal in &mut left.plan.goals {
            goal.need = goal.need.and_then(|need| needs.number(need.0).map(NeedNo));
        }
        for line in &mut left.plan.commitments {
            line.goal = line.goal.and_then(|goal| goals.number(goal.0).map(GoalNo));
        }
        let line = |number: CommitmentNo| lines.number(number.0).map(CommitmentNo);
        left.other_grounds.renumber_lines(line);
    }
}

/// Which entries of a list stay.
struct Kept(Vec<bool>);

impl Kept {
    fn of<T>(all: &[T], stays: impl Fn(&T) -> bool) -> Kept {
        Kept(all.iter().map(stays).collect())
    }

    fn only<T>(&self, all: &mut Vec<T>) {
        let mut stays = self.0.iter();
        all.retain(|_| stays.next().copied().unwrap_or(false));
    }

    /// The new number of an entry, among those that stay.
    fn number(&self, old: u32) -> Option<u32> {
        let before = self.0.get(..=index(old)?)?;
        let stays = before.last().copied().unwrap_or(false);
        stays.then(|| before.iter().filter(|stays| **stays).count() as u32)
    }
}

#[cfg(test)]
mod tests;
