//! Whom does the demo offer to be, and what does each of them have to do?

use std::collections::BTreeMap;

use domain::organisation::Organisation;
use jiff::civil::Date;
use store::SeatRow;

use super::people::{DemoPeople, FamilyEntry, StaffEntry, person_id};
use crate::web::demo::{DemoNote, DemoWorld};

/// One note a seat: families in their order, then those who work and have something to do, then the rest.
/// `waiting` says by key what waits for whom.
pub fn notes(
    people: &DemoPeople,
    organisation: &Organisation,
    waiting: &BTreeMap<String, String>,
    today: Date,
) -> DemoWorld {
    let seats = people.seats(today);
    let mut notes: Vec<DemoNote> =
        people.families.iter().flat_map(|family| of_family(family, &seats, waiting)).collect();
    let (busy, rest): (Vec<&StaffEntry>, Vec<&StaffEntry>) =
        people.staff.iter().partition(|member| waiting.contains_key(&member.key));
    for member in busy.into_iter().chain(rest) {
        notes.extend(of_member(member, &seats, organisation, waiting));
    }
    DemoWorld { notes }
}

fn of_family(family: &FamilyEntry, seats: &[SeatRow], waiting: &BTreeMap<String, String>) -> Vec<DemoNote> {
    let mut notes = vec![];
    for relative in family.everybody() {
        let about = waiting.get(&relative.key).unwrap_or(&family.about);
        notes.extend(seats_of(&relative.key, seats).map(|seat| DemoNote {
            seat: seat.id,
            group: family.name.clone(),
            who: relative.who.clone(),
            about: about.clone(),
        }));
    }
    notes
}

/// What waits is told beside the seat one works in; the others carry no sentence of their own.
fn of_member(
    member: &StaffEntry,
    seats: &[SeatRow],
    organisation: &Organisation,
    waiting: &BTreeMap<String, String>,
) -> Vec<DemoNote> {
    let own = seats_of(&member.key, seats).enumerate().filter_map(|(place, seat)| {
        let unit = organisation.unit(seat.unit?)?;
        let first = place == 0;
        Some(DemoNote {
            seat: seat.id,
            group: unit.name.clone(),
            who: if first { member.who.clone() } else { String::new() },
            about: waiting.get(&member.key).filter(|_| first).cloned().unwrap_or_default(),
        })
    });
    own.collect()
}

fn seats_of<'a>(key: &str, seats: &'a [SeatRow]) -> impl Iterator<Item = &'a SeatRow> + use<'a> {
    let person = person_id(key);
    seats.iter().filter(move |seat| seat.person == person)
}
