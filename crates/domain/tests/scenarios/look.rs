//! What is looked up in a scenario: days, states, who takes part.

use crate::world::World;
use domain::{
    MeetingNo, Now, PlanVersion, Process,
    choice::{PlanKind, PlanStatus},
    waiting::{Owner, TaskKind},
};

impl World {
    /// The value of a question, or nothing if the line is an act.
    pub fn look(&self, now: Now, who: &str, what: &str) -> Option<String> {
        let words: Vec<&str> = what.split_whitespace().collect();
        if self.events.is_empty() {
            return None;
        }
        let process = self.process();
        let day = now.today();
        let value = match words.as_slice() {
            ["state?"] => process.state(day).word().to_owned(),
            ["earliest?", "all"] => {
                let units = process.callable_units(day);
                day_or(process.earliest_meeting(&units, &self.calendar).ok().flatten())
            }
            ["earliest?", units] => {
                day_or(process.earliest_meeting(&self.units_in(units), &self.calendar).ok().flatten())
            }
            ["takes-part?", unit] => process.admits(self.unit(unit), day).to_string(),
            ["window?"] => {
                let initial = process.meetings.initial_held_on().expect("a first meeting");
                let (from, to) = self.calendar.window(initial);
                format!("{from} to {to}")
            }
            ["release-due?", meeting] => {
                let meeting = MeetingNo(meeting.parse().expect("a number"));
                let held = process.meetings.get(meeting).and_then(|meeting| meeting.held).expect("held");
                self.calendar.release_due(held.on).to_string()
            }
            ["late-from?"] => day_or(process.late_from(&self.calendar)),
            ["choices?"] => self.choices(&process, now),
            ["plan?", version] => plan(&process, version),
            ["line-outside?", unit] => {
                let unit = self.unit(unit);
                let mut lines = process.plan.commitments.iter().filter(|line| line.unit == unit);
                lines.all(|line| process.line_is_outside(line, day)).to_string()
            }
            ["copies?", version] => copies(&process, version),
            ["deviation?"] => process.deviations.last().map_or_else(
                || "none".to_owned(),
                |deviation| format!("{} feedback {}", deviation.kind.word(), deviation.feedback_due),
            ),
            ["guardian?"] => process.guardians(day).any(|guardian| guardian == self.person(who)).to_string(),
            ["hand-over-task?"] => {
                let tasks = process.tasks(&self.calendar, day);
                let mine = Owner::Person(process.lead());
                tasks.iter().any(|task| task.kind == TaskKind::PlanHandOver && task.owner == mine).to_string()
            }
            _ => return self.look_at_samba(day, &words),
        };
        Some(value)
    }

    fn choices(&self, process: &Process, now: Now) -> String {
        let options = process.meeting_options(&self.organisation, &self.calendar, now.today());
        let shown = options.iter().map(|option| {
            format!("{} with {} now, {} later", option.from, option.units.len(), option.later.len())
        });
        shown.collect::<Vec<_>>().join("; ")
    }
}

fn day_or(day: Option<jiff::civil::Date>) -> String {
    day.map_or_else(|| "none".to_owned(), |day| day.to_string())
}

fn version(text: &str) -> PlanVersion {
    PlanVersion(text.parse().expect("a number"))
}

fn plan(process: &Process, text: &str) -> String {
    let Some(written) = process.plan.version(version(text)) else { return "none".to_owned() };
    let kind = match written.kind {
        PlanKind::Sip => "sip",
        PlanKind::LotsPlan => "lots_plan",
    };
    let status = match written.status {
        PlanStatus::Draft => "whole",
        PlanStatus::Attempted => "attempted",
    };
    format!("{kind} {status}")
}

/// How many units and how many in the family got a copy of a version.
fn copies(process: &Process, text: &str) -> String {
    use domain::party::Receiver;
    let version = version(text);
    let receivers: Vec<Receiver> =
        process.plan.copies.iter().filter(|copy| copy.version == version).map(|copy| copy.receiver).collect();
    let units = receivers.iter().filter(|receiver| matches!(receiver, Receiver::Unit { .. })).count();
    format!("{units} units and {} family", receivers.len() - units)
}
