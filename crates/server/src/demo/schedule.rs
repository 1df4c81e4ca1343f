//! On which days does a process take its steps, so that one of them lies where the story wants it?

use domain::calendar::Calendar;
use jiff::{ToSpan as _, civil::Date};

use super::story::Milestone;

/// Calendar days between two meetings.
const BETWEEN_MEETINGS: i64 = 56;
/// A leap back goes too far by a run of holidays at most.
const CREEP_DAYS_MAX: u32 = 30;

const STEPS: usize = Milestone::Closed as usize + 1;

/// The day of every step; all of them working days, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule([Date; STEPS]);

impl Schedule {
    /// The steps of a process opened on `opened`, or on the working day after it.
    pub fn from(opened: Date, calendar: &Calendar) -> Schedule {
        let mut days = [opened; STEPS];
        for step in 0..STEPS {
            let before = days[step.saturating_sub(1)];
            days[step] = match STEP_LENGTHS[step] {
                Length::Working(0) if calendar.is_working_day(before) => before,
                Length::Working(count) => calendar.add_working_days(before, count.max(1)),
                Length::Notice { back } => {
                    calendar.add_working_days(calendar.earliest_for_unit(days[step - back]), 1)
                }
                Length::FromMeeting { back } => {
                    let meeting = days[step - back].saturating_add((BETWEEN_MEETINGS - 1).days());
                    calendar.add_working_days(meeting, 1)
                }
            };
        }
        Schedule(days)
    }

    /// The latest schedule with this step on that day or before it.
    pub fn ending(step: Milestone, on: Date, calendar: &Calendar) -> Schedule {
        let mut opened = on;
        let mut schedule = Schedule::from(opened, calendar);
        // A day's later opening never makes a later step earlier, so one can leap back, and then creep forward.
        while schedule.day(step) > on {
            opened = opened.saturating_sub((schedule.day(step) - on).get_days().max(1).days());
            schedule = Schedule::from(opened, calendar);
        }
        for _ in 0..CREEP_DAYS_MAX {
            opened = opened.saturating_add(1.day());
            let later = Schedule::from(opened, calendar);
            if later.day(step) > on {
                break;
            }
            schedule = later;
        }
        schedule
    }

    pub fn day(&self, step: Milestone) -> Date {
        self.0[step as usize]
    }
}

/// How long after the step before it a step comes.
#[derive(Clone, Copy)]
enum Length {
    /// Working days; with 0, on the same day.
    Working(u32),
    /// The day after the first lawful one for a unit that received so many steps back (TIME-2).
    Notice { back: usize },
    /// The usual time after the meeting that lies so many steps back.
    FromMeeting { back: usize },
}

const STEP_LENGTHS: [Length; STEPS] = [
    Length::Working(0),
    Length::Working(2),
    Length::Working(1),
    Length::Working(1),
    Length::Working(0),
    Length::Working(2),
    Length::Working(1),
    Length::Notice { back: 2 },
    Length::Working(3),
    Length::FromMeeting { back: 2 },
    Length::Working(3),
    Length::FromMeeting { back: 2 },
    Length::Working(2),
    Length::Working(3),
];
