//! How long does it rest, and for which cause? One sentence a test.

use crate::{
    histories::{History, beginnings::Beginning},
    naive::{Answer, Did},
};
use domain::{
    Refusal,
    choice::{DiscontinuedReason, PauseReason},
    party::InformationKind,
};
use jiff::civil::date;

/// T16, T17: a rest that lasted too long has ended it, and the 18th birthday does not undo that.
#[test]
fn a_birthday_does_not_undo_a_rest_that_lasted_too_long() {
    let beginning = Beginning::planned(date(2009, 2, 10));
    let mut history = beginning.history();
    let mother = history.world.person("mother");
    assert_eq!(history.does(Did::Paused { who: mother }), Answer::Done);
    history.waits_until(date(2027, 2, 10));
    let ended = Some((DiscontinuedReason::PausedTooLong, date(2026, 12, 29)));
    assert_eq!(history.process.discontinued(history.today()), ended);
    assert!(!history.process.may_be_taken_up_by_young_adult(history.today()));
}

/// T16: whoever asks for a break while it rests already does not make the rest longer.
#[test]
fn a_break_does_not_prolong_another_rest() {
    let beginning = Beginning::planned(date(2012, 2, 10));
    let mut history = beginning.history();
    let mother = history.world.person("mother");
    history.waits_until(date(2027, 8, 20));
    assert_eq!(history.does(Did::Paused { who: mother }), Answer::Done);
    let rests = Some((PauseReason::ConsentIncomplete, date(2027, 7, 1)));
    assert_eq!(history.process.paused(history.today()), rests);
    assert_eq!(history.process.discontinued(date(2027, 9, 28)), None);
    assert_eq!(history.does(Did::Resumed), Answer::Done);
    assert_eq!(history.decide(&Did::Resumed), Err(Refusal::ConsentRanOut));
    let ended = Some((DiscontinuedReason::PausedTooLong, date(2027, 9, 29)));
    assert_eq!(history.process.discontinued(date(2027, 9, 29)), ended);
}

/// T16: a break that the family has asked for is not over because a Lots is found, nor the search for one because
/// the family goes on.
#[test]
fn one_cause_of_a_rest_does_not_hide_another() {
    let beginning = Beginning::planned(date(2012, 2, 10));
    let mut history = beginning.history();
    let mother = history.world.person("mother");
    let [social, bup] = ["social", "bup"].map(|name| history.world.unit(name));
    let (left, asked) = (history.today(), date(2026, 10, 5));
    assert_eq!(history.does(Did::Withdrew { who: mother, units: vec![social] }), Answer::Done);
    history.waits_until(asked);
    assert_eq!(history.does(Did::Paused { who: mother }), Answer::Done);
    let mut goes_on = history.clone();
    assert_eq!(goes_on.does(Did::Resumed), Answer::Done);
    assert_eq!(goes_on.process.paused(asked), Some((PauseReason::NoLots, left)), "there is still no Lots");
    assert_eq!(history.does(Did::ChoseLots { unit: bup }), Answer::Done);
    assert_eq!(history.process.paused(asked), Some((PauseReason::FamilyAsks, asked)));
    assert_eq!(history.does(Did::Resumed), Answer::Done);
    assert_eq!(history.process.paused(asked), None);
}

/// T16: before the first meeting the initiator leads. Left out, it rests; with a new consent for the initiator's unit it
/// goes on.
#[test]
fn the_initiator_leads_until_a_lots_is_chosen() {
    let beginning = Beginning::prepared(date(2012, 2, 10));
    let mut history = beginning.history();
    let family = ["child", "mother", "father"].map(|name| history.world.person(name));
    let [own, bup] = ["school-health", "bup"].map(|name| history.world.unit(name));
    let kinds = vec![InformationKind::Health];
    let names = vec![(own, kinds.clone()), (bup, kinds)];
    let paper = Did::Asked { names, until: date(2027, 6, 30), alone: false };
    let give = |history: &mut History| {
        assert_eq!(history.does(paper.clone()), Answer::Done);
        family.into_iter().for_each(|who| assert_eq!(history.does(Did::Signed { who }), Answer::Done));
    };
    give(&mut history);
    assert_eq!(history.does(Did::Withdrew { who: family[0], units: vec![own] }), Answer::Done);
    let (on, rests) = (history.today(), PauseReason::NoLots);
    assert_eq!(history.process.paused(on), Some((rests, on)));
    assert_eq!(history.decide(&Did::Resumed), Err(Refusal::LotsNotChosen));
    give(&mut history);
    assert_eq!(history.does(Did::Resumed), Answer::Done);
    assert_eq!(history.process.paused(on), None);
}
