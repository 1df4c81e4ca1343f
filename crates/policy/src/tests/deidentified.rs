//! Who may do what with a description without identity, every seat and act asked?

use crate::{
    Actor, DeidentifiedAction, DeidentifiedGround, Denial, Seat, matrix::seats, may_write_deidentified,
    rule_deidentified,
};
use domain::{BodyId, PartyId, PersonId};
use uuid::Uuid;

const WRITER: PersonId = PersonId(Uuid::from_u128(41));
const OTHER: PersonId = PersonId(Uuid::from_u128(42));
const COUNCIL: BodyId = BodyId(1);

/// The words of those who may, for one act.
fn let_in(person: PersonId, bodies: &[BodyId], action: DeidentifiedAction) -> Vec<&'static str> {
    let may = |seat: Seat| rule_deidentified(Actor { person, seat }, WRITER, bodies, action).is_ok();
    seats().into_iter().filter(|(_, seat)| may(*seat)).map(|(word, _)| word).collect()
}

/// DID-4, DID-5: before it stands on an agenda, whoever wrote it and the coordinator know of it, and nobody else.
#[test]
fn before_an_agenda_two_know_of_it() {
    assert_eq!(let_in(WRITER, &[], DeidentifiedAction::Read), ["staff", "samba-coordinator"]);
    assert_eq!(let_in(OTHER, &[], DeidentifiedAction::Read), ["samba-coordinator"]);
}

/// DID-5: on an agenda those who sit in that body read it, and those of another body do not know of it.
#[test]
fn on_an_agenda_its_body_reads_it() {
    let read = let_in(OTHER, &[COUNCIL], DeidentifiedAction::Read);
    assert_eq!(read, ["samba-coordinator", "council-member"]);
    for (word, seat) in seats() {
        for action in DeidentifiedAction::ALL {
            let ruling = rule_deidentified(Actor { person: OTHER, seat }, WRITER, &[COUNCIL], action);
            let knows = read.contains(&word);
            assert_eq!(ruling == Err(Denial::Hidden), !knows, "{word} {action:?}: {ruling:?}");
        }
    }
}

/// DID-4: whoever writes does not review, and the coordinator does not write.
#[test]
fn the_acts_are_divided() {
    let bodies = [COUNCIL];
    for (action, may) in [
        (DeidentifiedAction::Write, vec!["staff"]),
        (DeidentifiedAction::Review, vec!["samba-coordinator"]),
        (DeidentifiedAction::Schedule, vec!["samba-coordinator"]),
        (DeidentifiedAction::Recognise, vec!["samba-coordinator", "council-member"]),
        (DeidentifiedAction::Treat, vec!["samba-coordinator"]),
        (DeidentifiedAction::FollowUp, vec!["staff", "samba-coordinator"]),
        (DeidentifiedAction::End, vec!["staff", "samba-coordinator"]),
    ] {
        assert_eq!(let_in(WRITER, &bodies, action), may, "{action:?}");
    }
}

/// The ground tells a page what to leave out: a member is not told who wrote it.
#[test]
fn the_ground_is_that_of_the_seat() {
    let rule = |person, seat| {
        rule_deidentified(Actor { person, seat }, WRITER, &[COUNCIL], DeidentifiedAction::Read)
    };
    let seat = |wanted: &str| seats().into_iter().find(|(word, _)| *word == wanted).unwrap().1;
    assert_eq!(rule(WRITER, seat("staff")), Ok(DeidentifiedGround::Writer));
    assert_eq!(rule(WRITER, seat("samba-coordinator")), Ok(DeidentifiedGround::Coordinator));
    assert_eq!(rule(WRITER, seat("council-member")), Ok(DeidentifiedGround::Member(COUNCIL)));
}

/// S1: one of the parties that have places there writes; for all others there is no such thing.
#[test]
fn a_unit_of_a_party_writes() {
    let may = |party| {
        let asks = |seat: Seat| may_write_deidentified(Actor { person: WRITER, seat }, party).is_ok();
        seats().into_iter().filter(|(_, seat)| asks(*seat)).map(|(word, _)| word).collect::<Vec<_>>()
    };
    assert_eq!(may(Some(PartyId(5))), ["staff"]);
    assert!(may(None).is_empty());
}
