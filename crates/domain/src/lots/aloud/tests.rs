//! Whose yes can be heard in the room?

use super::*;
use crate::lots::readiness::tests::{CHILD, COUNSELLOR, MOTHER, NURSE, all_came, in_the_room};

const MEETING: MeetingNo = MeetingNo(1);

fn yes(by: PersonId) -> HearLotsAccepted {
    HearLotsAccepted { meeting: MEETING, accept: AcceptLots { person: NURSE, by } }
}

/// The nurse has been proposed, and everybody who was called is there.
fn proposed() -> (Process, Now) {
    let (mut process, _, now) = in_the_room();
    all_came(&mut process);
    let unit = process.unit_of(NURSE).unwrap();
    process.evolve(&Event::LotsProposed { person: NURSE, unit });
    (process, now)
}

#[test]
fn the_yes_of_whoever_is_there_is_written_down() {
    let (process, now) = proposed();
    for by in [MOTHER, NURSE] {
        let heard = hear_lots_accepted(&process, now, yes(by)).unwrap();
        assert_eq!(heard, [Event::LotsAccepted { person: NURSE, by }]);
    }
}

#[test]
fn nobody_hears_the_yes_of_somebody_who_is_not_there() {
    let (process, now) = proposed();
    assert_eq!(hear_lots_accepted(&process, now, yes(CHILD)), Err(Refusal::NotAParticipant));
    let (mut empty, _, _) = in_the_room();
    let unit = empty.unit_of(NURSE).unwrap();
    empty.evolve(&Event::LotsProposed { person: NURSE, unit });
    assert_eq!(hear_lots_accepted(&empty, now, yes(NURSE)), Err(Refusal::NotAParticipant));
}

#[test]
fn a_professional_does_not_say_yes_for_the_family() {
    let (process, now) = proposed();
    assert_eq!(hear_lots_accepted(&process, now, yes(COUNSELLOR)), Err(Refusal::OnlyFamilyDecides));
}
