//! What is disclosed on another ground than consent, one sentence a test, played in the world of the first scenario.

use crate::{
    rules::until,
    world::{World, now},
};
use domain::{
    CommitmentNo, Event, OtherGroundNo, Refusal,
    choice::LegalBasis,
    lots::other_ground::{self, DecideOtherGround},
};
use jiff::civil::{Date, date};

const DAY: &str = "2026-10-05";
const FIRST: OtherGroundNo = OtherGroundNo(1);

/// Social services' own line, to somebody at another unit.
fn decision(world: &World, to: &str, basis: LegalBasis) -> DecideOtherGround {
    let from = world.unit("social");
    let own = world.process().plan.lines().find(|(_, line)| line.unit == from).map(|(number, _)| number);
    DecideOtherGround {
        from,
        to: world.unit(to),
        reader: world.person("reader"),
        basis,
        lines: own.into_iter().collect(),
        reason: world.text(),
        kept_from_family: None,
        until: date(2026, 12, 31),
        by: world.person("social"),
    }
}

fn decide(world: &World, command: DecideOtherGround) -> Result<Vec<Event>, Refusal> {
    other_ground::decide(&world.process(), &world.organisation, now(DAY), command)
}

fn world() -> World {
    let mut world = until("= assessing");
    world.set("unit child-health 12504");
    world.set("unit school 129302");
    world
}

fn is_open(world: &World, on: Date) -> bool {
    let (reader, unit) = (world.person("reader"), world.unit("child-health"));
    world.process().disclosed_to(reader, unit, on).next().is_some()
}

/// AC-10: one unit, lines of its own, one reader, two persons, an end.
#[test]
fn it_is_open_when_a_second_person_has_confirmed_it_and_until_its_end() {
    let mut world = world();
    let (before, last, after) = (date(2026, 10, 6), date(2026, 12, 31), date(2027, 1, 1));
    let decided =
        decide(&world, decision(&world, "child-health", LegalBasis::SocialServicesToChild)).unwrap();
    world.events.extend(decided);
    assert!(!is_open(&world, before), "nothing is open before the second person");
    let confirm = |world: &World, who: &str, unit: &str| {
        let (unit, by) = (world.unit(unit), world.person(who));
        other_ground::confirm(&world.process(), now(DAY), FIRST, unit, by)
    };
    assert_eq!(confirm(&world, "social", "social"), Err(Refusal::SecondPersonNeeded));
    assert_eq!(confirm(&world, "bup", "bup"), Err(Refusal::NoSuchLine));
    let confirmed = confirm(&world, "second", "social").unwrap();
    world.events.extend(confirmed);
    assert!(is_open(&world, before) && is_open(&world, last) && !is_open(&world, after));
    let process = world.process();
    assert!(!process.admits(world.unit("child-health"), before), "no consent grows by it");
    let by = world.person("second");
    let ended = other_ground::end(&process, now(DAY), FIRST, world.unit("social"), by).unwrap();
    world.events.extend(ended);
    assert!(!is_open(&world, before));
    assert_eq!(confirm(&world, "second", "social"), Err(Refusal::ConsentRanOut));
}

/// AC-10: what one unit wrote, that unit discloses, and for a time.
#[test]
fn a_unit_discloses_lines_of_its_own_for_a_time() {
    let world = world();
    let duty = || decision(&world, "child-health", LegalBasis::DutyToDisclose);
    let others = world.process().plan.lines().find(|(_, line)| line.unit == world.unit("bup")).unwrap().0;
    let with = |change: &dyn Fn(&mut DecideOtherGround)| {
        let mut command = duty();
        change(&mut command);
        decide(&world, command).map(|events| events.len())
    };
    assert_eq!(with(&|_| ()), Ok(1));
    assert_eq!(with(&|command| command.lines = vec![others]), Err(Refusal::OwnContributionOnly));
    assert_eq!(with(&|command| command.lines = vec![CommitmentNo(99)]), Err(Refusal::OwnContributionOnly));
    assert_eq!(with(&|command| command.lines = vec![]), Err(Refusal::NoSuchLine));
    assert_eq!(with(&|command| command.to = command.from), Err(Refusal::NotAParticipant));
    let mother = world.person("mother");
    assert_eq!(with(&|command| command.reader = mother), Err(Refusal::NotAParticipant));
    let latest = date(2027, 4, 5);
    assert_eq!(with(&|command| command.until = latest), Ok(1));
    let period = Err(Refusal::ConsentPeriod { latest });
    assert_eq!(with(&|command| command.until = date(2027, 4, 6)), period);
    assert_eq!(with(&|command| command.until = date(2026, 10, 4)), period);
}

/// AC-10: the rules on a child's care are for health care and social services, and cover no school.
#[test]
fn the_rules_on_a_childs_care_cover_no_school() {
    let world = world();
    let may = |to: &str, basis| decide(&world, decision(&world, to, basis)).is_ok();
    assert!(may("bup", LegalBasis::SocialServicesToChild));
    for to in ["school", "school-health"] {
        let refused = decide(&world, decision(&world, to, LegalBasis::SocialServicesToChild));
        assert_eq!(refused, Err(Refusal::BasisDoesNotCover), "{to}");
        assert!(may(to, LegalBasis::DutyToDisclose));
        assert!(may(to, LegalBasis::NecessaryForOwnWork));
    }
    let as_health_care = decide(&world, decision(&world, "bup", LegalBasis::HealthCareToChild));
    assert_eq!(as_health_care, Err(Refusal::BasisDoesNotCover), "social services are no health care");
}

/// AC-10, CON-08: a withdrawal ends what rests on consent, and nothing else.
#[test]
fn a_withdrawal_ends_what_rests_on_consent() {
    let mut world = world();
    let decided =
        decide(&world, decision(&world, "child-health", LegalBasis::SocialServicesToChild)).unwrap();
    world.events.extend(decided);
    let (unit, by) = (world.unit("social"), world.person("second"));
    let confirmed = other_ground::confirm(&world.process(), now(DAY), FIRST, unit, by).unwrap();
    world.events.extend(confirmed);
    assert_eq!(world.act("2026-10-06", "mother", "revokes social told habilitation"), "ok");
    assert!(!world.process().admits(unit, date(2026, 10, 6)));
    assert!(is_open(&world, date(2026, 10, 6)));
}
