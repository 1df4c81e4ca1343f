//! Who may do what that concerns no single process, one sentence a test: every seat is asked.

use crate::matrix::*;
use crate::{
    Actor, Denial, Ground, Seat, may_answer_request, may_ask, may_convene, may_keep_notes, may_open,
    may_read_meetings, may_read_needs, may_review, may_write_needs,
};
use domain::{BodyId, PersonId, samba::Mandate};

/// One of each seat; those that belong to a unit at BUP.
fn seats() -> [Seat; 10] {
    [
        Seat::Family,
        Seat::Staff { unit: BUP, inbox: true },
        Seat::Staff { unit: BUP, inbox: false },
        Seat::Manager { unit: BUP },
        Seat::Ambassador { unit: BUP },
        Seat::Coordinator,
        Seat::SambaCoordinator,
        Seat::BodyMember { body: COUNCIL, party: CARE, mandate: Mandate::Costs },
        Seat::SteeringGroup,
        Seat::Administrator,
    ]
}

/// The seats that get a yes.
fn let_in<T>(asks: impl Fn(Actor) -> Result<T, Denial>, person: PersonId) -> Vec<Seat> {
    seats().into_iter().filter(|seat| asks(Actor { person, seat: *seat }).is_ok()).collect()
}

/// T1, AC-4: whoever works at a unit opens a process, for that unit and no other.
#[test]
fn who_works_at_a_unit_opens_for_it() {
    let working = [true, false].map(|inbox| Seat::Staff { unit: BUP, inbox });
    assert_eq!(let_in(may_open, PSYCHOLOGIST), working);
    for seat in working {
        assert_eq!(may_open(Actor { person: PSYCHOLOGIST, seat }), Ok(BUP));
    }
}

/// T1b, CON-03: the child and its legal guardians ask; for everybody else the child is not known here.
#[test]
fn the_child_and_its_guardians_ask() {
    let legal = [MOTHER, FATHER];
    let asks = |actor| may_ask(actor, CHILD, &legal);
    let mine = |person| asks(Actor { person, seat: Seat::Family });
    assert_eq!(mine(CHILD), Ok(Ground::Child));
    assert_eq!(mine(MOTHER), Ok(Ground::Guardian));
    assert_eq!(mine(STRANGER), Err(Denial::Hidden));
    assert_eq!(let_in(asks, MOTHER), [Seat::Family], "not in a seat at work");
    assert_eq!(may_ask(Actor { person: MOTHER, seat: Seat::Family }, CHILD, &[FATHER]), Err(Denial::Hidden));
}

/// T1b: the inbox of the unit that was asked answers, and nobody else learns of it.
#[test]
fn the_inbox_that_was_asked_answers() {
    let at = |unit, inbox| Actor { person: PSYCHOLOGIST, seat: Seat::Staff { unit, inbox } };
    assert_eq!(may_answer_request(at(BUP, true), BUP), Ok(Ground::Inbox(BUP)));
    assert_eq!(may_answer_request(at(BUP, false), BUP), Err(Denial::Hidden));
    assert_eq!(may_answer_request(at(SOCIAL_SERVICES, true), BUP), Err(Denial::Hidden));
    let inbox = Seat::Staff { unit: BUP, inbox: true };
    assert_eq!(let_in(|actor| may_answer_request(actor, BUP), PSYCHOLOGIST), [inbox]);
}

/// AC-12: a manager reviews what the own unit's people have looked at, and nobody else does.
#[test]
fn a_manager_reviews_the_own_unit() {
    let manager = Seat::Manager { unit: BUP };
    assert_eq!(let_in(may_review, STRANGER), [manager]);
    assert_eq!(may_review(Actor { person: STRANGER, seat: manager }), Ok(BUP));
}

/// BOD-4: the Samba coordinator alone convenes.
#[test]
fn the_samba_coordinator_convenes() {
    assert_eq!(let_in(may_convene, STRANGER), [Seat::SambaCoordinator]);
    let member = Seat::BodyMember { body: COUNCIL, party: CARE, mandate: Mandate::Costs };
    assert_eq!(may_convene(Actor { person: STRANGER, seat: member }), Err(Denial::Hidden));
}

/// BOD-4: a meeting of a body is read by those who sit there, by no member of another body and by nobody else.
#[test]
fn those_who_sit_in_a_body_read_its_meetings() {
    let member = Seat::BodyMember { body: COUNCIL, party: CARE, mandate: Mandate::Costs };
    let own = let_in(|actor| may_read_meetings(actor, COUNCIL), STRANGER);
    assert_eq!(own, [Seat::SambaCoordinator, member]);
    let elsewhere = BodyId(COUNCIL.0 + 1);
    assert_eq!(let_in(|actor| may_read_meetings(actor, elsewhere), STRANGER), [Seat::SambaCoordinator]);
    assert_eq!(
        may_read_meetings(Actor { person: STRANGER, seat: member }, elsewhere),
        Err(Denial::Hidden),
        "not even that it meets"
    );
}

/// DESK-1: a note is its writer's alone: no other coordinator, no member and nobody else gets at it.
#[test]
fn a_note_is_its_writers_alone() {
    assert_eq!(let_in(|actor| may_keep_notes(actor, STRANGER), STRANGER), [Seat::SambaCoordinator]);
    assert_eq!(let_in(|actor| may_keep_notes(actor, PSYCHOLOGIST), STRANGER), []);
}

/// DESK-3: the coordinator writes needs, and those who sit in a body read them.
#[test]
fn needs_are_read_in_the_bodies() {
    let member = Seat::BodyMember { body: COUNCIL, party: CARE, mandate: Mandate::Costs };
    assert_eq!(let_in(may_write_needs, STRANGER), [Seat::SambaCoordinator]);
    assert_eq!(let_in(may_read_needs, STRANGER), [Seat::SambaCoordinator, member]);
}
