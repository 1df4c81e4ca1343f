//! Do the days of a cadence come out as in the worked scenarios, and are slots on holidays left to be chosen?

use super::*;
use crate::calendar::Holiday;
use jiff::civil::date;
use proptest::prelude::*;

fn council() -> Cadence {
    Cadence::new(Rhythm::Weeks(2), date(2027, 1, 14)).unwrap()
}

fn quarterly() -> Cadence {
    Cadence::new(Rhythm::Months(3), date(2027, 3, 11)).unwrap()
}

fn days(cadence: Cadence, from: Date, to: Date) -> Vec<String> {
    let slots = Series::of(cadence).slots(from, to, &Calendar::default());
    slots.iter().map(|slot| slot.on.to_string()).collect()
}

/// S7, BOD-1: every other Thursday; Ascension Day is proposed as Wednesday or Friday and left to be chosen.
#[test]
fn the_council_meets_every_other_thursday_and_ascension_day_is_asked_about() {
    let slots = Series::of(council()).slots(date(2027, 1, 1), date(2027, 5, 31), &Calendar::default());
    let on: Vec<String> = slots.iter().map(|slot| slot.on.strftime("%m-%d").to_string()).collect();
    let series = ["01-14", "01-28", "02-11", "02-25", "03-11", "03-25", "04-08", "04-22", "05-06", "05-20"];
    assert_eq!(on, series);
    for slot in &slots {
        if slot.on == date(2027, 5, 6) {
            assert_eq!(slot.falls_on, Some(NotCounted::Holiday(Holiday::AscensionDay)));
            assert_eq!(slot.days(), [date(2027, 5, 5), date(2027, 5, 7)]);
        } else {
            assert_eq!((&slot.falls_on, slot.days()), (&None, &[slot.on][..]));
            assert_eq!(slot.proposals, []);
        }
    }
}

/// S9, BOD-1: the second Thursday of every third month.
#[test]
fn samba_meets_every_quarter_on_the_second_thursday() {
    assert_eq!(
        days(quarterly(), date(2027, 1, 1), date(2028, 3, 31)),
        ["2027-03-11", "2027-06-10", "2027-09-09", "2027-12-09", "2028-03-09"]
    );
}

/// BOD-3: sparser as structure settles, from a day on; what is behind stays as it was.
#[test]
fn a_new_cadence_holds_from_its_first_day_on() {
    let today = date(2027, 3, 1);
    let mut series = Series::of(council());
    let sparser = Cadence::new(Rhythm::Weeks(4), date(2027, 4, 8)).unwrap();
    series.change(sparser, today).unwrap();
    let on = |series: &Series| -> Vec<Date> {
        let slots = series.slots(date(2027, 2, 20), date(2027, 6, 10), &Calendar::default());
        slots.iter().map(|slot| slot.on).collect()
    };
    let after = [
        date(2027, 2, 25),
        date(2027, 3, 11),
        date(2027, 3, 25),
        date(2027, 4, 8),
        date(2027, 5, 6),
        date(2027, 6, 3),
    ];
    assert_eq!(on(&series), after);
    assert_eq!(series.on(date(2027, 4, 7)), Some(council()));
    assert_eq!(series.on(date(2027, 4, 8)), Some(sparser));
    let behind = Cadence::new(Rhythm::Weeks(4), today).unwrap();
    assert_eq!(series.change(behind, today), Err(CadenceFault::NotAhead));
    assert_eq!(on(&series), after);
    // What was to begin later falls: the last word holds.
    let sooner = Cadence::new(Rhythm::Weeks(2), date(2027, 4, 1)).unwrap();
    series.change(sooner, today).unwrap();
    assert_eq!(
        on(&series)[3..],
        [
            date(2027, 4, 1),
            date(2027, 4, 15),
            date(2027, 4, 29),
            date(2027, 5, 13),
            date(2027, 5, 27),
            date(2027, 6, 10)
        ]
    );
}

#[test]
fn what_is_no_cadence_is_refused() {
    let thursday = date(2027, 1, 14);
    assert_eq!(Cadence::new(Rhythm::Weeks(0), thursday), Err(CadenceFault::Weeks));
    assert_eq!(Cadence::new(Rhythm::Weeks(27), thursday), Err(CadenceFault::Weeks));
    assert_eq!(Cadence::new(Rhythm::Months(0), thursday), Err(CadenceFault::Months));
    assert_eq!(Cadence::new(Rhythm::Months(13), thursday), Err(CadenceFault::Months));
    let fifth = date(2027, 4, 29);
    assert_eq!(Cadence::new(Rhythm::Months(1), fifth), Err(CadenceFault::FifthWeekday(Weekday::Thursday)));
    assert!(Cadence::new(Rhythm::Weeks(1), fifth).is_ok());
}

#[test]
fn a_series_stops_where_the_calendar_does() {
    let last = Cadence::new(Rhythm::Weeks(2), date(9999, 12, 20)).unwrap();
    assert_eq!(days(last, Date::MIN, Date::MAX), ["9999-12-20"]);
    let last = Cadence::new(Rhythm::Months(12), date(9999, 12, 2)).unwrap();
    assert_eq!(days(last, Date::MIN, Date::MAX), ["9999-12-02"]);
}

proptest! {
    /// BOD-1: whatever the cadence, a slot has the weekday of the first, a meeting is offered only on working days,
    /// at most one before and one after, and every slot has a day on which it can be held.
    #[test]
    fn slots_keep_their_weekday_and_offer_working_days(
        start in 0..2000i64, every in 1..=12u32, monthly in any::<bool>(),
    ) {
        let calendar = Calendar::default();
        let from = date(2026, 1, 1).saturating_add(start.days());
        let rhythm = if monthly { Rhythm::Months(every) } else { Rhythm::Weeks(every) };
        let Ok(cadence) = Cadence::new(rhythm, from) else { return Ok(()) };
        let slots = Series::of(cadence).slots(from, from.saturating_add(800.days()), &calendar);
        prop_assert_eq!(slots[0].on, from);
        for slot in &slots {
            prop_assert_eq!(slot.on.weekday(), from.weekday());
            prop_assert!(!slot.days().is_empty() && slot.days().len() <= 2);
            prop_assert!(slot.days().iter().all(|day| calendar.is_working_day(*day)));
        }
        for pair in slots.windows(2) {
            prop_assert!(pair[0].on < pair[1].on);
        }
    }
}
