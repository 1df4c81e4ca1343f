//! The rules about who may know, one sentence a test.

use crate::matrix::*;
use crate::{Action, Actor, Denial, Ground, Seat, rule};
use domain::{Event, party::Receiver};
use jiff::civil::{Date, date, time};

fn staff(person: domain::PersonId, unit: domain::UnitId) -> Actor {
    Actor { person, seat: Seat::Staff { unit, inbox: false } }
}

fn asks(actor: Actor, action: Action, events: &[Event], day: Date) -> Result<Ground, Denial> {
    rule(actor, action, &fold(events), at(day))
}

/// CON-03: before the consent is active a proposed unit sees nothing, not even that the process exists.
#[test]
fn a_proposed_unit_knows_nothing() {
    let inbox = Actor { person: STRANGER, seat: Seat::Staff { unit: BUP, inbox: true } };
    for events in [draft(), awaiting_signature()] {
        for action in [Action::ReadProcess, Action::ReadSummons, Action::Reply { unit: BUP }] {
            assert_eq!(asks(inbox, action, &events, date(2026, 9, 4)), Err(Denial::Hidden));
            assert_eq!(
                asks(staff(PSYCHOLOGIST, BUP), action, &events, date(2026, 9, 4)),
                Err(Denial::Hidden)
            );
        }
    }
}

/// CON-04, CON-08, CON-12: one guardian's word ends it for that unit, and only for that unit.
#[test]
fn the_unit_that_is_left_out_sees_nothing_and_the_others_go_on() {
    let day = date(2026, 10, 15);
    let events = partly_revoked();
    assert_eq!(asks(staff(PSYCHOLOGIST, BUP), Action::ReadProcess, &events, day), Err(Denial::Hidden));
    let copy = Action::ReadCopy { receiver: Receiver::Unit { unit: BUP } };
    assert_eq!(asks(staff(PSYCHOLOGIST, BUP), copy, &events, day), Err(Denial::Hidden));
    assert!(asks(staff(SOCIAL_WORKER, SOCIAL_SERVICES), Action::ReadProcess, &events, day).is_ok());
    assert!(asks(staff(COUNSELLOR, SCHOOL_HEALTH), Action::ReadProcess, &events, day).is_ok());
}

/// CON-08: the initiator's own unit can be left out as well, and is then told nothing either: not even to renew it.
#[test]
fn the_initiators_unit_is_left_out_like_any_other() {
    let day = date(2026, 10, 15);
    let mut events = held();
    let at = date(2026, 10, 12).to_datetime(time(9, 15, 0, 0));
    events.push(Event::ConsentRevoked { signatory: MOTHER, unit: SCHOOL_HEALTH, told_to: MOTHER, at });
    for action in [Action::ReadProcess, Action::WriteSummons] {
        assert_eq!(asks(staff(COUNSELLOR, SCHOOL_HEALTH), action, &events, day), Err(Denial::Hidden));
    }
    assert!(asks(staff(PSYCHOLOGIST, BUP), Action::ReadProcess, &events, day).is_ok());
}

/// 5.4, AC-4: the Lots is one person in one seat. No colleague is, nor the same person in a seat elsewhere.
#[test]
fn the_lots_is_one_person_at_one_unit() {
    let day = date(2026, 10, 15);
    for other in [staff(STRANGER, SOCIAL_SERVICES), staff(SOCIAL_WORKER, BUP)] {
        assert_eq!(asks(other, Action::ReadWorkingPlan, &held(), day), Err(Denial::Hidden));
    }
    let lots = staff(SOCIAL_WORKER, SOCIAL_SERVICES);
    assert_eq!(asks(lots, Action::ReadWorkingPlan, &held(), day), Ok(Ground::Lots));
}

/// T19: a unit reads the plan of the process before only where the new consent says so.
#[test]
fn the_earlier_plan_is_read_where_the_new_consent_lets_it() {
    let day = date(2026, 10, 15);
    let without = held();
    let mut with = without.clone();
    for event in &mut with {
        if let Event::SummonsFrozen { earlier_plan, .. } = event {
            *earlier_plan = true;
        }
    }
    let mother = Actor { person: MOTHER, seat: Seat::Family };
    for (events, opens) in [(&without, Err(Denial::Forbidden)), (&with, Ok(Ground::Participant(BUP)))] {
        assert_eq!(asks(staff(PSYCHOLOGIST, BUP), Action::ReadEarlierPlan, events, day), opens);
        assert_eq!(asks(mother, Action::ReadEarlierPlan, events, day), Ok(Ground::Guardian));
    }
}

/// CON-07: whoever is told records it; a relative speaks only for themselves.
#[test]
fn everyone_in_the_process_can_record_a_withdrawal() {
    let day = date(2026, 9, 30);
    let action = Action::RevokeConsent { signatory: MOTHER };
    let events = held();
    for actor in
        [staff(PSYCHOLOGIST, BUP), staff(SOCIAL_WORKER, SOCIAL_SERVICES), staff(COUNSELLOR, SCHOOL_HEALTH)]
    {
        assert!(asks(actor, action, &events, day).is_ok());
    }
    assert!(asks(Actor { person: MOTHER, seat: Seat::Family }, action, &events, day).is_ok());
    let father = Actor { person: FATHER, seat: Seat::Family };
    assert_eq!(asks(father, action, &events, day), Err(Denial::Forbidden));
}

/// CON-11: when everything is withdrawn, units learn that it has ended and nothing else.
#[test]
fn units_learn_that_it_ended_and_nothing_else() {
    let day = date(2026, 10, 15);
    let events = discontinued();
    let psychologist = staff(PSYCHOLOGIST, BUP);
    assert_eq!(asks(psychologist, Action::LearnThatItEnded, &events, day), Ok(Ground::TookPart(BUP)));
    assert_eq!(asks(psychologist, Action::ReadProcess, &events, day), Err(Denial::Hidden));
    let left_before = [partly_revoked(), discontinued().split_off(held().len())].concat();
    assert_eq!(asks(psychologist, Action::LearnThatItEnded, &left_before, day), Err(Denial::Hidden));
}

/// CON-24: a consent that has run out opens nothing; the lead can still renew it.
#[test]
fn a_consent_that_has_run_out_opens_nothing() {
    let (last, after) = (ENDS, date(2027, 8, 2));
    let events = held();
    let psychologist = staff(PSYCHOLOGIST, BUP);
    assert!(asks(psychologist, Action::ReadProcess, &events, last).is_ok());
    assert_eq!(asks(psychologist, Action::ReadProcess, &events, after), Err(Denial::Hidden));
    let counsellor = staff(COUNSELLOR, SCHOOL_HEALTH);
    assert!(asks(counsellor, Action::WriteSummons, &events, after).is_ok());
    assert_eq!(asks(counsellor, Action::ReadWorkingPlan, &events, after), Err(Denial::Forbidden));
}

/// CON-24, CON-08: a Lots whose own unit the renewed consent leaves out is Lots no longer.
#[test]
fn a_lots_whose_unit_is_no_longer_covered_sees_nothing() {
    let (before, after) = (ENDS, date(2027, 8, 2));
    let events = renewed_without_the_lots();
    let lots = staff(SOCIAL_WORKER, SOCIAL_SERVICES);
    for action in [Action::ReadWorkingPlan, Action::ReadNotToBeRaised, Action::WriteSummons] {
        assert!(asks(lots, action, &events, before).is_ok());
        assert_eq!(asks(lots, action, &events, after), Err(Denial::Hidden));
        // When it has run out for all, the process rests. The Lots can renew it, and do nothing else (T16).
        let renews = action == Action::WriteSummons;
        assert_eq!(asks(lots, action, &held(), after).is_ok(), renews);
    }
    assert!(asks(staff(PSYCHOLOGIST, BUP), Action::ReadProcess, &events, after).is_ok());
}

/// CON-25, TIME-11: guardians are out from 00:00 on the 18th birthday.
#[test]
fn guardians_are_out_on_the_eighteenth_birthday() {
    let mother = Actor { person: MOTHER, seat: Seat::Family };
    let child = Actor { person: CHILD, seat: Seat::Family };
    let events = renewed_until_grown_up();
    let day_before = EIGHTEEN.yesterday().unwrap();
    assert!(asks(mother, Action::ReadProcess, &events, day_before).is_ok());
    assert_eq!(asks(mother, Action::ReadProcess, &events, EIGHTEEN), Err(Denial::Hidden));
    assert!(asks(child, Action::ReadProcess, &events, EIGHTEEN).is_ok());
}

/// PID-4, CON-08: a unit's manager learns that somebody has to be named, and loses that with the unit.
#[test]
fn a_manager_learns_that_somebody_has_to_be_named_and_nothing_else() {
    let day = date(2026, 10, 15);
    let manager = Actor { person: STRANGER, seat: Seat::Manager { unit: BUP } };
    let named = Action::ReadNamedUsers { unit: BUP };
    let events = protected();
    assert_eq!(asks(manager, named, &events, day), Ok(Ground::Manager(BUP)));
    assert_eq!(asks(manager, Action::ReadProcess, &events, day), Err(Denial::Hidden));
    let elsewhere = Actor { person: STRANGER, seat: Seat::Manager { unit: ELSEWHERE } };
    let of_theirs = Action::ReadNamedUsers { unit: ELSEWHERE };
    assert_eq!(asks(elsewhere, of_theirs, &events, day), Err(Denial::Hidden));
    let revoked = [protected(), partly_revoked().split_off(held().len())].concat();
    assert_eq!(asks(manager, named, &revoked, day), Err(Denial::Hidden));
}

/// PID-2, PID-6: a guardian from whom whereabouts are hidden reads nothing but separate copies.
#[test]
fn a_guardian_apart_reads_separate_copies_alone() {
    let day = date(2026, 10, 15);
    let father = Actor { person: FATHER, seat: Seat::Family };
    let own = Action::ReadSeparateCopies { person: FATHER };
    let events = whereabouts_hidden();
    assert_eq!(asks(father, own, &events, day), Ok(Ground::GuardianApart));
    for action in [Action::ReadProcess, Action::ReadSummons, Action::ReadWorkingPlan, Action::ReadAccessLog] {
        assert_eq!(asks(father, action, &events, day), Err(Denial::Forbidden));
        assert!(asks(father, action, &protected(), day).is_ok(), "before that like any guardian");
    }
}

/// REL-1: a unit reads its own copies and not the working plan.
#[test]
fn a_unit_reads_its_own_copies_only() {
    let day = date(2026, 9, 30);
    let events = held();
    let psychologist = staff(PSYCHOLOGIST, BUP);
    let copy = |unit| Action::ReadCopy { receiver: Receiver::Unit { unit } };
    assert!(asks(psychologist, copy(BUP), &events, day).is_ok());
    assert_eq!(asks(psychologist, copy(SOCIAL_SERVICES), &events, day), Err(Denial::Forbidden));
    assert_eq!(asks(psychologist, Action::ReadWorkingPlan, &events, day), Err(Denial::Forbidden));
}

/// PRI-01, PRI-11: a unit writes its own lines and nobody else's.
#[test]
fn nobody_writes_another_units_line() {
    let day = date(2026, 9, 30);
    let events = held();
    let write = |unit| Action::WriteOwnLine { unit };
    assert!(asks(staff(PSYCHOLOGIST, BUP), write(BUP), &events, day).is_ok());
    for actor in [staff(SOCIAL_WORKER, SOCIAL_SERVICES), staff(COUNSELLOR, SCHOOL_HEALTH)] {
        assert_eq!(asks(actor, write(BUP), &events, day), Err(Denial::Forbidden));
    }
    let mother = Actor { person: MOTHER, seat: Seat::Family };
    assert_eq!(asks(mother, write(BUP), &events, day), Err(Denial::Forbidden));
}

/// PRI-04: only the family decides which units are called.
#[test]
fn only_the_family_decides_which_units_are_called() {
    let events = draft();
    for (name, actor) in personas() {
        let may = asks(actor, Action::DecideUnit, &events, OPENED).is_ok();
        assert_eq!(may, ["child", "mother", "father"].contains(&name), "{name}");
    }
}

/// 5.4: no role opens a process by itself, and a seat elsewhere is no seat here.
#[test]
fn no_role_opens_a_process_by_itself() {
    for events in [draft(), sent(), held(), closed()] {
        for (name, actor) in personas() {
            let outside = matches!(
                name,
                "relative"
                    | "other unit"
                    | "own seat elsewhere"
                    | "manager"
                    | "ambassador"
                    | "coordinator"
                    | "steering group"
                    | "administrator"
                    | "called unit's colleague"
                    | "initiator's colleague"
            );
            if outside {
                let answer = asks(actor, Action::ReadProcess, &events, date(2026, 10, 1));
                assert_eq!(answer, Err(Denial::Hidden), "{name}");
            }
        }
    }
}
