//! Who stands in a process, and by what? Rules of consent that no story happens to touch, one sentence a test.

use crate::{
    rules::until,
    world::{World, hash, now},
};
use domain::{
    Event, Now, Refusal, SummonsNo,
    choice::*,
    lots::{
        circle::{self, ProposeUnit},
        closing,
        delivery::{self, NameParticipant},
        signature::{self, RecordGround, SignSummons},
        summons::{self, ReopenSummons},
    },
    party::*,
    samba::contact,
};

/// The day on which the work goes on in the first scenario.
const DAY: &str = "2026-10-05";

fn working() -> (World, Now) {
    (until("= assessing"), now(DAY))
}

/// 5.4, CON-08: those take part whom their unit has named and not released; of a unit that has left, nobody does.
#[test]
fn those_take_part_whom_the_unit_has_named() {
    let (mut world, day) = working();
    let (bup, social) = (world.unit("bup"), world.unit("social"));
    let [named, reader] = ["bup", "reader"].map(|name| world.person(name));
    let takes_part = |world: &World, unit, person| world.process().deliveries.takes_part(unit, person);
    let has_taken_part =
        |world: &World, unit, person| world.process().deliveries.has_taken_part(unit, person);
    assert!(takes_part(&world, bup, named) && has_taken_part(&world, bup, named));
    assert!(!takes_part(&world, social, named) && !takes_part(&world, bup, reader));
    assert!(!has_taken_part(&world, social, named) && !has_taken_part(&world, bup, reader));
    let command = NameParticipant { unit: bup, person: reader };
    world.events.extend(delivery::name_participant(&world.process(), day, command).unwrap());
    assert!(takes_part(&world, bup, reader));
    let released = delivery::release_participant(&world.process(), day, command).unwrap();
    assert_eq!(released, [Event::ParticipantReleased { unit: bup, person: reader }]);
    world.events.extend(released);
    assert!(!takes_part(&world, bup, reader) && takes_part(&world, bup, named));
    assert_eq!(delivery::release_participant(&world.process(), day, command), Ok(vec![]), "once is enough");
    let lots = world.process().plan.lots_person().unwrap();
    let unit = world.process().deliveries.unit_of(lots).unwrap();
    let lots = NameParticipant { unit, person: lots };
    assert_eq!(
        delivery::release_participant(&world.process(), day, lots),
        Err(Refusal::LotsMustBeReplacedFirst)
    );
    assert_eq!(world.act(DAY, "father", "revokes bup told father"), "ok");
    assert!(!takes_part(&world, bup, named) && has_taken_part(&world, bup, named));
}

/// T19, CON-11: the earlier plan is read where the consent says so, by the units it covers, and until it ends.
#[test]
fn the_earlier_plan_is_for_those_whom_the_consent_lets_read_it() {
    let (mut world, day) = working();
    let [bup, paediatrics] = ["bup", "paediatrics"].map(|name| world.unit(name));
    let on = day.today();
    assert!(!world.process().admits_to_earlier_plan(bup, on));
    for event in &mut world.events {
        if let Event::SummonsFrozen { earlier_plan, .. } = event {
            *earlier_plan = true;
        }
    }
    assert!(world.process().admits_to_earlier_plan(bup, on));
    assert!(!world.process().admits_to_earlier_plan(paediatrics, on));
    let mother = world.person("mother");
    let ended = closing::discontinue(&world.process(), day, DiscontinuedReason::FamilyEnds, mother).unwrap();
    world.events.extend(ended);
    assert!(!world.process().admits_to_earlier_plan(bup, on));
}

/// CON-14, CON-15: nothing is blocked where both guardians have signed; a board's decision is for its own measure.
#[test]
fn a_boards_decision_is_for_its_own_measure() {
    let (mut world, _) = working();
    assert!(!world.process().decisive_matters_blocked(), "both have signed; the child was offered to");
    let decided = |world: &World| {
        let (process, all) = (world.process(), BoardMeasure::ALL.iter().copied());
        all.filter(|measure| process.is_decided_by_board(*measure)).collect::<Vec<_>>()
    };
    assert_eq!(decided(&world), []);
    assert_eq!(world.act(DAY, "initiator", "links-a-board-decision of 2026-10-01"), "ok");
    assert_eq!(decided(&world), [BoardMeasure::PsychiatricCare]);
}

/// CON-13, T4r: custody fits, or it is not recorded; if others have it than those asked to sign, nobody signs that.
#[test]
fn who_has_custody_decides_who_signs() {
    let world = until("freezes social,habilitation,bup                | ok");
    let day = now("2026-09-03");
    let known = world.process().custody.clone();
    let record = |custody: Custody| {
        signature::record_ground(&world.process(), day, RecordGround::Custody(custody))
            .map(|events| events.len())
    };
    let sole = Custody {
        form: CustodyForm::Sole,
        guardians: vec![Guardian { person: world.person("mother"), legal: true }],
        ..known.clone()
    };
    assert_eq!(record(known.clone()), Ok(1), "as it was");
    assert_eq!(record(sole.clone()), Ok(2), "the summons is opened again");
    assert_eq!(record(Custody { placed: true, ..known.clone() }), Ok(2), "and when the child is placed");
    let misfits = [
        Custody { form: CustodyForm::Joint, ..sole.clone() },
        Custody { guardians: vec![Guardian { person: world.person("child"), legal: true }], ..sole },
    ];
    for custody in misfits {
        assert_eq!(record(custody), Err(Refusal::CustodyDoesNotFit));
    }
    let ahead = Custody { checked_on: day.today().tomorrow().unwrap(), ..known };
    assert_eq!(record(ahead), Err(Refusal::DateAhead));
}

/// CON-27, CON-30: a paper is registered by whoever says so, and that is nobody in the family.
#[test]
fn a_paper_is_registered_in_ones_own_name() {
    let world = until("freezes social,habilitation,bup                | ok");
    let day = now("2026-09-03");
    let [mother, father, initiator, other] =
        ["mother", "father", "initiator", "second"].map(|name| world.person(name));
    let sign = |method, by| {
        let command = SignSummons { summons: SummonsNo(1), person: mother, method, shown: hash(), by };
        signature::sign(&world.process(), day, command).map(|events| events.len())
    };
    let paper = |registered_by| SignatureMethod::Paper {
        signed_on: day.today(),
        kept_at: world.text(),
        scan: None,
        registered_by,
    };
    assert_eq!(sign(paper(initiator), initiator), Ok(1));
    assert_eq!(sign(paper(other), initiator), Err(Refusal::SignsForAnother));
    assert_eq!(sign(paper(father), father), Err(Refusal::SignsForAnother));
    assert_eq!(sign(SignatureMethod::Witnessed { helper: father }, father), Err(Refusal::SignsForAnother));
    assert_eq!(sign(SignatureMethod::Witnessed { helper: other }, initiator), Err(Refusal::SignsForAnother));
}

/// PRI-04: what the family has struck only the family takes up again.
#[test]
fn what_the_family_has_struck_the_family_takes_up() {
    let world = until("mother       | state?                                         | = prepared");
    let unit = world.unit("paediatrics");
    let propose = |who| {
        let command = ProposeUnit { unit, by: world.person(who), question: world.text() };
        circle::propose(&world.process(), &world.organisation, now("2026-09-03"), command)
    };
    assert_eq!(propose("initiator"), Err(Refusal::OnlyFamilyDecides));
    assert!(matches!(&propose("father").unwrap()[..], [Event::UnitProposed { .. }]));
}

/// T4r: what awaits signature can be opened again, once, and never what has been sent.
#[test]
fn what_has_been_sent_is_not_opened_again() {
    let reopen = |world: &World, day| {
        summons::reopen(&world.process(), now(day), ReopenSummons { reason: ReopenReason::Mistake })
    };
    let mut world = until("freezes social,habilitation,bup                | ok");
    let day = "2026-09-03";
    let reopened = reopen(&world, day).unwrap();
    let (summons, reason) = (SummonsNo(1), ReopenReason::Mistake);
    assert_eq!(reopened, [Event::SummonsReopened { summons, reason }]);
    world.events.extend(reopened);
    assert_eq!(reopen(&world, day), Err(Refusal::NothingFrozen));
    assert_eq!(reopen(&working().0, DAY), Err(Refusal::NothingFrozen));
    let (summons, frozen) = (SummonsNo(2), world.freezes_unchecked(now(day), "mother", "social,bup", false));
    assert!(
        matches!(frozen.unwrap()[..], [Event::SummonsFrozen { summons: number, .. }] if number == summons)
    );
}

/// T14, T19, S11: one agrees to a closing that is decided on, takes up what is over, and hands over near the 18th
/// birthday.
#[test]
fn what_ends_it_comes_in_its_order() {
    let (mut world, day) = working();
    let mother = world.person("mother");
    assert_eq!(closing::agree(&world.process(), day, mother), Err(Refusal::ClosingNotDecided));
    assert_eq!(closing::restart_must_be_possible(&world.process(), day), Err(Refusal::NotOver));
    assert_eq!(closing::give_hand_over(&world.process(), day), Err(Refusal::NotSoonAdult));
    let mut grown = world.process();
    grown.facts.born = jiff::civil::date(2009, 1, 1);
    let on = day.today();
    assert_eq!(closing::give_hand_over(&grown, day), Ok(vec![Event::HandOverGiven { on }]), "soon");
    grown.facts.born = jiff::civil::date(2008, 10, 1);
    assert_eq!(closing::give_hand_over(&grown, day), Ok(vec![Event::HandOverGiven { on }]), "just now");
    let ended = closing::discontinue(&world.process(), day, DiscontinuedReason::FamilyEnds, mother).unwrap();
    world.events.extend(ended);
    assert_eq!(closing::restart_must_be_possible(&world.process(), day), Ok(()));
}

/// CON-07, CON-12: nobody outside the family takes a consent back in their own name.
#[test]
fn nobody_else_takes_a_consent_back() {
    let (world, day) = working();
    let may = |who| world.process().may_revoke(world.person(who), day.today());
    assert!(["child", "mother", "father"].into_iter().all(may));
    assert!(!["initiator", "bup", "reader"].into_iter().any(may));
}

/// T2: a summons is written after a pre-meeting. CON-05: it is signed until its last day.
#[test]
fn a_summons_is_signed_until_its_last_day() {
    let mut before = until("strikes paediatrics");
    let freezes = "freezes social,habilitation,bup";
    assert_eq!(before.act("2026-09-02", "mother", freezes), "refused PreMeetingMissing");
    let mut world = until("mother       | state?                                         | = prepared");
    world.ends = jiff::civil::date(2026, 9, 10);
    assert_eq!(world.act("2026-09-03", "mother", freezes), "ok");
    assert_eq!(world.act("2026-09-11", "mother", "signs 1"), "refused ConsentRanOut");
    assert_eq!(world.act("2026-09-10", "mother", "signs 1"), "ok");
}

/// T18: the coordinator is contacted only where there is an escalation.
#[test]
fn the_coordinator_is_contacted_where_there_is_one() {
    let (world, day) = working();
    let by = world.person("initiator");
    let contacted = contact::contact(&world.process(), &world.organisation, day, by);
    assert_eq!(contacted, Err(Refusal::NoEscalationHere));
}
