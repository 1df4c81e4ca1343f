//! How does a count of working days read, day by day? (TIME-1, TIME-2)

use domain::calendar::{Count, CountedDay, NotCounted, Reasoning, WeekendDay};

use super::texts::Texts;

/// One line for each day of the count, in order.
pub fn days(t: &Texts, reasoning: &Reasoning) -> Vec<String> {
    reasoning.days.iter().map(|day| line(t, day)).collect()
}

/// "lör 6 juni 2026: räknas inte, nationaldagen."
pub fn line(t: &Texts, day: &CountedDay) -> String {
    let date = t.date(day.date);
    match &day.count {
        Count::Start => t.with("calendar-day-start", &[("date", &date)]),
        Count::Working(number) => t.with("calendar-day-working", &[("date", &date), ("number", number)]),
        Count::NotCounted(why) => {
            t.with("calendar-day-not-counted", &[("date", &date), ("why", &reason(t, why))])
        }
    }
}

/// Why a day does not count: "nationaldagen".
pub fn reason(t: &Texts, why: &NotCounted) -> String {
    match why {
        NotCounted::Holiday(holiday) => t.get(&format!("holiday-{}", holiday.key())),
        NotCounted::Eve(eve) => t.get(&format!("eve-{}", eve.key())),
        NotCounted::Weekend(WeekendDay::Saturday) => t.get("weekend-saturday"),
        NotCounted::Weekend(WeekendDay::Sunday) => t.get("weekend-sunday"),
        NotCounted::LocalClosing(reason) => t.with("calendar-closed", &[("reason", &&**reason)]),
    }
}
