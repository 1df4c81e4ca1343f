//! When is each thing due? The time rules TIME-2 to TIME-10 as dates.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Calendar, Reasoning};

impl Calendar {
    /// The earliest day a unit may be met, given the day its function inbox received the summons (TIME-2).
    /// The meeting may be held on that day itself.
    pub fn earliest_for_unit(&self, received: Date) -> Date {
        self.add_working_days(received, self.rules().terms().notice_working_days)
    }

    /// How [`Calendar::earliest_for_unit`] was arrived at, day by day.
    pub fn earliest_reasoning(&self, received: Date) -> Reasoning {
        self.reasoning(received, self.rules().terms().notice_working_days)
    }

    /// The first and last day of the target window for the second meeting (TIME-7), both inclusive.
    /// Outside it is a warning that asks for a reason, never a block.
    pub fn window(&self, initial: Date) -> (Date, Date) {
        let terms = self.rules().terms();
        (after(initial, terms.assessment_days_min), after(initial, terms.assessment_days_max))
    }

    /// The last day for releasing notes and copies after a meeting (TIME-9).
    pub fn release_due(&self, meeting: Date) -> Date {
        self.add_working_days(meeting, self.rules().terms().release_working_days)
    }

    /// The first day a signed summons that has not been sent is flagged to the initiator (TIME-8).
    pub fn unsent_flagged_from(&self, signed: Date) -> Date {
        after(self.add_working_days(signed, self.rules().terms().send_working_days_max), 1)
    }

    /// The first day a summons without a meeting is flagged to the initiator (TIME-8), given the day the
    /// first unit received it.
    pub fn unmet_flagged_from(&self, first_received: Date) -> Date {
        after(first_received, self.rules().terms().meeting_days_max).saturating_add(1.day())
    }

    /// The last day a consent signed on `signed` may be valid (TIME-10).
    pub fn consent_end_max(&self, signed: Date) -> Date {
        signed.saturating_add(i64::from(self.rules().terms().consent_months_max).months())
    }

    /// The day of the reminder that a consent is about to end (CON-24).
    pub fn consent_reminder(&self, valid_until: Date) -> Date {
        valid_until.saturating_sub(i64::from(self.rules().terms().consent_reminder_days).days())
    }
}

fn after(date: Date, days: u32) -> Date {
    date.saturating_add(i64::from(days).days())
}
