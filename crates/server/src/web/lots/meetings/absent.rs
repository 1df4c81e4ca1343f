//! Who is spoken of in the room without being there? A note to the chair. (PRI-03)

use domain::{
    PlanVersion, UnitId,
    choice::Attendee,
    lots::{meeting::Meeting, wording},
    organisation::UnitType,
};

use crate::web::{case::Case, texts::Texts};

/// One note for each kind of unit that is named in what has been written since the last version, and that
/// nobody in the room comes from.
pub fn notes(t: &Texts, case: &Case, meeting: &Meeting) -> Vec<String> {
    if meeting.attendance.is_empty() {
        return vec![];
    }
    let type_of = |unit: UnitId| case.organisation.unit(unit).map(|unit| &*unit.unit_type);
    let here: Vec<&UnitType> = meeting
        .attendance
        .iter()
        .filter(|row| row.presence.is_there())
        .filter_map(|row| match row.attendee {
            Attendee::Unit { unit, .. } => type_of(unit),
            Attendee::Family { .. } | Attendee::Guest { .. } => None,
        })
        .collect();
    let mut absent: Vec<&UnitType> = vec![];
    for text in written_lately(case) {
        let named = wording::named(text, &case.organisation).into_iter();
        absent.extend(named.filter(|of| !here.contains(of)));
    }
    absent.sort_by_key(|of| &of.code);
    absent.dedup();
    let called: Vec<&UnitType> =
        case.process.receiving_units(case.now.today()).into_iter().filter_map(type_of).collect();
    absent.into_iter().map(|of| note(t, of, called.contains(&of))).collect()
}

fn note(t: &Texts, of: &UnitType, called: bool) -> String {
    let name = of.spoken.first().unwrap_or(&of.name);
    t.with(if called { "room-absent" } else { "room-absent-not-called" }, &[("unit", name)])
}

/// Needs and goals that the next version will hold.
fn written_lately(case: &Case) -> impl Iterator<Item = &str> {
    let plan = &case.process.plan;
    let last = plan.versions().next_back().map(|(number, _)| number);
    let is_new = move |stands_in: &dyn Fn(PlanVersion) -> bool| last.is_none_or(|last| !stands_in(last));
    let needs = plan.open_needs().filter(move |(_, need)| is_new(&|version| need.stands_in(version)));
    let goals = plan.goal_numbers().filter(move |(_, goal)| is_new(&|version| goal.stands_in(version)));
    let texts = needs.map(|(_, need)| need.text).chain(goals.map(|(_, goal)| goal.text));
    texts.map(|text| case.text(text))
}
