//! How is each unit with us, in the family's words?

use domain::{
    UnitId,
    choice::Reply,
    lots::{circle::UnitStatus, delivery::Delivery},
};

use super::voice::Voice;
use crate::web::case::Case;

/// How far a unit has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    /// Somebody has thought of it; the family has not answered.
    Proposed,
    /// The family has said yes; the unit knows nothing (CON-03).
    Approved,
    /// The consent names it.
    TakesPart,
    /// The consent for it has been taken back.
    Left,
    /// The family said no.
    Struck,
}

/// A unit around the child.
pub struct UnitLine {
    pub unit: UnitId,
    pub name: String,
    pub with: With,
    /// "Fick kallelsen tors 3 sep 2026."
    pub standing: String,
}

impl UnitLine {
    /// A marker beside the words.
    pub fn mark(&self) -> &'static str {
        match self.with {
            With::TakesPart => "mark-green",
            With::Left | With::Struck => "mark-red",
            With::Proposed | With::Approved => "mark-open",
        }
    }
}

/// Every unit that has been thought of, the initiator's own first.
pub fn units(t: Voice, case: &Case) -> Vec<UnitLine> {
    let own = case.process.opening.unit;
    let first = UnitLine {
        unit: own,
        name: case.unit(own).into_owned(),
        with: if case.process.has_left(own) { With::Left } else { With::TakesPart },
        standing: standing_of_own(t, case, own),
    };
    let others = case.process.circle.iter().map(|(unit, entry)| line(t, case, unit, entry.status));
    std::iter::once(first).chain(others).collect()
}

fn standing_of_own(t: Voice, case: &Case, own: UnitId) -> String {
    if case.process.has_left(own) {
        return t.get("family-unit-left");
    }
    t.with("family-unit-initiator", &[("name", &case.name(case.process.opening.initiator))])
}

fn line(t: Voice, case: &Case, unit: UnitId, status: UnitStatus) -> UnitLine {
    let with = with(case, unit, status);
    let standing = match with {
        With::Proposed => t.get("family-unit-proposed"),
        With::Approved => t.get("family-unit-approved"),
        With::Left => t.get("family-unit-left"),
        With::Struck => t.get("family-unit-struck"),
        With::TakesPart => match case.process.deliveries.of(unit) {
            None => t.get("family-unit-consented"),
            Some(delivery) => called(t, delivery),
        },
    };
    UnitLine { unit, name: case.unit(unit).into_owned(), with, standing }
}

fn with(case: &Case, unit: UnitId, status: UnitStatus) -> With {
    let today = case.now.today();
    if case.process.admits(unit, today) {
        return With::TakesPart;
    }
    if case.process.has_left(unit) {
        return With::Left;
    }
    match status {
        UnitStatus::Proposed => With::Proposed,
        UnitStatus::ApprovedByFamily(_) => With::Approved,
        UnitStatus::Struck => With::Struck,
    }
}

/// What a unit that the summons has been sent to has done with it.
fn called(t: Voice, delivery: &Delivery) -> String {
    match (&delivery.received, &delivery.reply) {
        (None, _) => t.with("family-unit-sent", &[("date", &t.date(delivery.sent_at.date()))]),
        (Some((on, _)), None) => t.with("family-unit-received", &[("date", &t.date(*on))]),
        (Some(_), Some(Reply::Coming { .. })) => t.get("family-unit-coming"),
        (Some(_), Some(Reply::Substitute { .. })) => t.get("family-unit-substitute"),
        (Some(_), Some(Reply::Prevented { .. })) => t.get("family-unit-prevented"),
    }
}
