//! What does a withdrawal take, and what does it leave? One sentence a test.

use crate::{
    histories::{History, beginnings::Beginning},
    naive::{Answer, Did},
};
use domain::{
    PersonId, Refusal, UnitId,
    choice::DiscontinuedReason,
    party::InformationKind::{self, Health, School, SocialSituation},
};
use jiff::civil::{Date, date};

/// Born so that the child is of this age when it begins, in the autumn, and a year older on the tenth of February.
fn aged(age: i16) -> Date {
    date(2026 - age, 2, 10)
}

impl History<'_> {
    fn family(&self) -> [PersonId; 3] {
        ["child", "mother", "father"].map(|name| self.world.person(name))
    }

    fn unit(&self, name: &str) -> UnitId {
        self.world.unit(name)
    }

    /// A paper for these units and the initiator's own.
    fn paper_for(&self, units: &[&str], kinds: &[InformationKind], until: Date) -> Did {
        let named = std::iter::once("school-health").chain(units.iter().copied());
        let names = named.map(|name| (self.unit(name), kinds.to_vec())).collect();
        Did::Asked { names, until, alone: false }
    }

    fn done(&mut self, did: Did) {
        assert_eq!(self.does(did.clone()), Answer::Done, "{did:?}");
    }

    fn given(&mut self, paper: Did) {
        self.done(paper);
        for who in self.family() {
            self.does(Did::Signed { who });
        }
    }
}

/// CON-17, CON-12: what a mature child has signed alone no guardian takes back, lets rest or ends, also a guardian
/// who has signed something else.
#[test]
fn a_guardian_takes_back_nothing_that_the_child_signed_alone() {
    let beginning = Beginning::planned(aged(14));
    let mut history = beginning.history();
    let [child, mother, _] = history.family();
    let [own, social, bup] = ["school-health", "social", "bup"].map(|name| history.unit(name));
    let names = vec![(own, vec![Health]), (bup, vec![Health])];
    history.done(Did::Asked { names, until: date(2027, 8, 31), alone: true });
    history.done(Did::Signed { who: child });
    history.done(Did::Withdrew { who: mother, units: vec![social, bup] });
    let (process, on) = (&history.process, history.today());
    assert!(!process.admits(social, on) && process.admits(bup, on));
    assert_eq!(process.discontinued(on), None);
    assert!(process.deliveries.of(bup).is_some() && process.deliveries.of(social).is_none());
    let outside = process.plan.lines().map(|(_, line)| process.line_is_outside(line, on));
    assert_eq!(outside.collect::<Vec<_>>(), [true, false]);
    let hers = [
        Did::Withdrew { who: mother, units: vec![bup] },
        Did::WithdrewKind { who: mother, unit: bup, kind: Health },
        Did::Struck { who: mother, unit: bup },
        Did::Paused { who: mother },
        Did::Ended { who: mother },
    ];
    for did in hers {
        assert_eq!(history.decide(&did), Err(Refusal::NotASignatory), "{did:?}");
    }
    history.done(Did::Withdrew { who: child, units: vec![bup] });
    assert!(history.process.discontinued(history.today()).is_some());
}

/// CON-09, CON-17: a kind of information that still goes to a unit by the child's word alone is not held back from it.
#[test]
fn a_kind_that_goes_on_by_the_childs_word_is_not_held_back() {
    let beginning = Beginning::planned(aged(14));
    let mut history = beginning.history();
    let [child, mother, _] = history.family();
    let [own, bup] = ["school-health", "bup"].map(|name| history.unit(name));
    let names = vec![(own, vec![Health]), (bup, vec![Health])];
    history.done(Did::Asked { names, until: date(2027, 8, 31), alone: true });
    history.done(Did::Signed { who: child });
    history.done(Did::WithdrewKind { who: mother, unit: bup, kind: Health });
    assert!(history.process.kinds_for(bup, history.today()).contains(&Health));
    assert!(!history.process.is_restricted());
    history.done(Did::WithdrewKind { who: mother, unit: bup, kind: School });
    assert!(history.process.is_restricted());
}

/// CON-25, T17: what a young adult has ended by a word is not taken up again, though the birthday came first.
#[test]
fn a_young_adults_own_word_ends_it() {
    let beginning = Beginning::planned(aged(17));
    let mut history = beginning.history();
    let [child, ..] = history.family();
    history.waits_until(date(2027, 2, 12));
    assert!(history.process.may_be_taken_up_by_young_adult(history.today()));
    history.done(Did::Ended { who: child });
    let ended = history.process.discontinued(history.today()).map(|(reason, _)| reason);
    assert_eq!(ended, Some(DiscontinuedReason::TurnedEighteen));
    assert!(!history.process.may_be_taken_up_by_young_adult(history.today()));
}

/// CON-25: a guardian of somebody who is grown up lets nothing rest and ends nothing.
#[test]
fn a_guardian_of_somebody_grown_up_stops_nothing() {
    let beginning = Beginning::planned(aged(17));
    let mut history = beginning.history();
    let [child, mother, _] = history.family();
    history.waits_until(date(2027, 2, 10));
    let paper = history.paper_for(&["social"], &[Health], date(2027, 3, 31));
    history.given(paper);
    for did in [Did::Paused { who: mother }, Did::Ended { who: mother }] {
        assert_eq!(history.decide(&did), Err(Refusal::NotASignatory), "{did:?}");
    }
    history.done(Did::Paused { who: child });
}

/// CON-09, CON-04: a unit to which a consent lets no kind of information go is not in by that consent.
#[test]
fn a_consent_without_any_kind_left_lets_nobody_in() {
    let beginning = Beginning::planned(aged(14));
    let mut history = beginning.history();
    let [child, ..] = history.family();
    let bup = history.unit("bup");
    let paper = history.paper_for(&["bup"], &[Health], date(2027, 8, 31));
    history.given(paper);
    history.done(Did::WithdrewKind { who: child, unit: bup, kind: Health });
    let (process, on) = (&history.process, history.today());
    assert_eq!(process.kinds_for(bup, on), [School, SocialSituation].into());
    assert_eq!(process.consent_ends(bup, on), Some(date(2027, 6, 30)));
    assert!(!process.admits(bup, date(2027, 7, 1)));
}

/// CON-07, CON-24: what has run out can be taken back too, and is then not waited for: a Lots there is Lots no longer.
#[test]
fn what_has_run_out_is_taken_back_as_well() {
    let beginning = Beginning::planned(aged(14));
    let mut history = beginning.history();
    let [_, _, father] = history.family();
    let social = history.unit("social");
    history.waits_until(date(2027, 7, 1));
    assert!(history.process.lots_in_charge(history.today()).is_some());
    history.done(Did::Withdrew { who: father, units: vec![social] });
    assert!(history.process.has_left(social));
    assert_eq!(history.process.lots_in_charge(history.today()), None);
    assert_eq!(history.process.discontinued(history.today()), None, "the other can still be renewed");
}

/// CON-24, CON-08: a unit that was left out, given a new consent and saw it run out has not left again: whoever
/// leads there can renew it.
#[test]
fn a_new_consent_that_runs_out_makes_nobody_leave_again() {
    let beginning = Beginning::planned(aged(14));
    let mut history = beginning.history();
    let [child, ..] = history.family();
    let own = history.unit("school-health");
    history.done(Did::Withdrew { who: child, units: vec![own] });
    assert!(history.process.has_left(own) && history.process.is_restricted());
    let paper = history.paper_for(&["bup"], &[Health], date(2027, 8, 31));
    history.given(paper);
    history.waits_until(date(2027, 9, 1));
    let process = &history.process;
    assert!(!process.admits(own, history.today()));
    assert!(!process.has_left(own) && !process.is_restricted());
}

/// CON-11: when the coordination has ended, the initiator's unit is not let in by a consent that lasts longer than the
/// others' did.
#[test]
fn the_end_ends_every_consent() {
    let beginning = Beginning::planned(aged(14));
    let mut history = beginning.history();
    let [child, mother, _] = history.family();
    let [own, social] = ["school-health", "social"].map(|name| history.unit(name));
    let paper = history.paper_for(&["social"], &[Health], date(2027, 9, 30));
    history.given(paper);
    history.done(Did::Withdrew { who: mother, units: vec![social] });
    history.done(Did::Paused { who: child });
    let over = date(2026, 12, 29);
    let day_before = date(2026, 12, 28);
    assert!(history.process.admits(own, day_before) && !history.process.admits(own, over));
    assert_eq!(history.process.consented_units(over), []);
    history.done(Did::Resumed);
    let rests_from = date(2027, 7, 1);
    assert!(history.process.uncovered_since(rests_from).is_some(), "BUP's has run out");
}

/// CON-16: a child who turns 15 while the summons awaits signatures has to sign as well.
#[test]
fn a_child_who_turns_fifteen_meanwhile_signs_as_well() {
    let beginning = Beginning::prepared(date(2011, 10, 5));
    let mut history = beginning.history();
    let [child, mother, father] = history.family();
    let (own, on) = (history.unit("school-health"), date(2026, 10, 5));
    let paper = history.paper_for(&["bup"], &[Health], date(2027, 6, 30));
    history.done(paper);
    history.done(Did::Signed { who: mother });
    history.waits_until(on);
    history.done(Did::Signed { who: father });
    assert!(!history.process.admits(own, on), "nothing is in force without the child");
    history.done(Did::Signed { who: child });
    assert!(history.process.admits(own, on));
}

/// CON-18: an answer stays an answer when a new summons is written; a new no needs a new one.
#[test]
fn a_childs_no_is_answered_once_and_each_time() {
    let beginning = Beginning::prepared(aged(13));
    let mut history = beginning.history();
    let [child, mother, father] = history.family();
    let bup = history.unit("bup");
    let paper = history.paper_for(&["bup"], &[Health], date(2027, 6, 30));
    history.done(paper.clone());
    history.done(Did::SaidNo { who: child });
    history.done(Did::Answered);
    history.done(Did::Signed { who: child });
    history.done(Did::SaidNo { who: child });
    history.done(Did::Signed { who: mother });
    history.done(Did::Signed { who: father });
    let sent = Did::Sent { units: vec![bup] };
    assert_eq!(history.decide(&sent), Err(Refusal::ChildsRefusalUnanswered));
    assert!(history.process.childs_no_waits_for_answer());
    history.done(Did::Answered);
    assert!(!history.process.childs_no_waits_for_answer());
    history.done(paper);
    history.done(sent);
}

/// T4r: with the last unit struck before anything was sent, what names it and awaits signature cannot be signed.
#[test]
fn what_names_a_struck_unit_is_opened_again() {
    let beginning = Beginning::prepared(aged(14));
    let mut history = beginning.history();
    let [child, mother, _] = history.family();
    let bup = history.unit("bup");
    let paper = history.paper_for(&["bup"], &[Health], date(2027, 6, 30));
    history.given(paper.clone());
    history.done(paper);
    history.done(Did::Struck { who: child, unit: bup });
    assert_eq!(history.decide(&Did::Signed { who: mother }), Err(Refusal::SummonsReopened));
    assert_eq!(history.process.discontinued(history.today()), None, "back to planning, not the end");
}

/// T4r, CON-11: with the initiator's own unit left out there is nobody to plan with, and it is the end.
#[test]
fn without_the_initiators_unit_there_is_no_way_back_to_planning() {
    let beginning = Beginning::prepared(aged(14));
    let mut history = beginning.history();
    let [child, ..] = history.family();
    let [own, bup] = ["school-health", "bup"].map(|name| history.unit(name));
    let paper = history.paper_for(&["bup"], &[Health], date(2027, 6, 30));
    history.given(paper);
    history.done(Did::Withdrew { who: child, units: vec![own] });
    history.done(Did::Struck { who: child, unit: bup });
    let ended = history.process.discontinued(history.today()).map(|(reason, _)| reason);
    assert_eq!(ended, Some(DiscontinuedReason::ConsentWithdrawn));
}
