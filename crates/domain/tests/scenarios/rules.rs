//! Rules that no scenario happens to touch, one sentence a test, played in the world of the first scenario.

use crate::world::{World, hash, now};
use domain::{
    Event, Refusal, SummonsNo,
    choice::*,
    lots::{
        between::{self, TellChange},
        booking::{self, BookMeeting},
        commitment::{self, MoveCommitment},
        opening,
        signature::{self, RecordGround, SignSummons},
    },
    party::*,
    waiting::TaskKind,
};

/// The first scenario up to and including the line that holds this text.
pub fn until(text: &str) -> World {
    let mut world = World::default();
    let table = include_str!("s1.txt");
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        match cells.as_slice() {
            [setting] => world.set(setting),
            [when, who, what, _] => {
                world.act(when, who, what);
            }
            _ => panic!("{line}"),
        }
        if line.contains(text) {
            return world;
        }
    }
    panic!("the scenario has no {text}");
}

fn opened_by(change: impl Fn(&mut opening::OpenProcess)) -> Result<Vec<Event>, Refusal> {
    let world = until("initiator school-health");
    let guardian = |name| Guardian { person: world.person(name), legal: true };
    let custody = Custody {
        form: CustodyForm::Joint,
        guardians: vec![guardian("mother"), guardian("father")],
        checked_on: now("2026-08-31").today(),
        checked_how: world.text(),
        placed: false,
    };
    let mut command = opening::OpenProcess {
        child: world.person("child"),
        born: world.born,
        initiator: world.person("initiator"),
        unit: world.own(),
        custody,
        family_agrees: true,
        danger_now: false,
        guardian_may_harm: false,
        protected: vec![],
        previous: None,
        request: None,
    };
    change(&mut command);
    opening::open(&world.organisation, now("2026-08-31"), command)
}

/// CON-19, PRI-19: harm from a guardian's knowledge, and danger now, lead out of here; nothing is stored.
#[test]
fn harm_and_danger_lead_out_of_here() {
    assert!(opened_by(|_| {}).is_ok());
    assert_eq!(opened_by(|command| command.guardian_may_harm = true), Err(Refusal::GuardianMayHarm));
    assert_eq!(opened_by(|command| command.danger_now = true), Err(Refusal::DangerNow));
    assert_eq!(opened_by(|command| command.family_agrees = false), Err(Refusal::FamilyHasNotAgreed));
}

/// CON-13: guardians that do not fit the form of custody are not taken for granted.
#[test]
fn custody_must_add_up() {
    let alone = opened_by(|command| {
        command.custody.guardians.pop();
    });
    assert_eq!(alone, Err(Refusal::CustodyDoesNotFit));
}

/// CON-14: a guardian who is prevented, on a recorded ground, is not waited for; decisive matters are closed.
#[test]
fn a_prevented_guardian_is_not_waited_for() {
    let mut world = until("mother       | state?                                         | = prepared");
    let father = world.person("father");
    let ground = RecordGround::GuardianPrevented {
        guardian: father,
        ground: PreventedGround::Illness,
        note: world.text(),
        by: world.person("initiator"),
    };
    world.events.extend(signature::record_ground(&world.process(), now("2026-09-03"), ground).unwrap());
    assert_eq!(world.act("2026-09-03", "mother", "freezes social,habilitation,bup"), "ok");
    assert_eq!(world.act("2026-09-03", "mother", "signs 1"), "ok");
    assert_eq!(world.act("2026-09-03", "mother", "state?"), "= ready_to_send");
    assert!(world.process().decisive_matters_blocked());
}

/// CON-17: alone only where every unit has assessed maturity in writing, and never under 13.
#[test]
fn a_child_signs_alone_only_where_maturity_is_assessed() {
    let mut world = until("mother       | state?                                         | = prepared");
    let day = now("2026-09-03");
    let line = |unit| ScopeLine { unit, kinds: vec![InformationKind::Health], question: None };
    let scope = [line(world.unit("bup"))];
    let alone = |world: &World| world.process().signatories(day.today(), true, &scope);
    assert!(matches!(alone(&world), Err(Refusal::MaturityNotAssessed { .. })));
    for unit in [world.own(), world.unit("bup")] {
        let ground = RecordGround::Maturity { unit, by: world.person("initiator"), assessment: world.text() };
        world.events.extend(signature::record_ground(&world.process(), day, ground).unwrap());
    }
    let signatories = alone(&world).unwrap();
    assert_eq!(signatories.len(), 1);
    assert_eq!(signatories[0].capacity, Capacity::Child);
    world.born = jiff::civil::date(2013, 12, 1);
    assert_eq!(alone(&world), Err(Refusal::TooYoungToSignAlone));
}

/// CON-27, CON-30: on paper with who, when and where; nobody signs for another, and a helper is named.
#[test]
fn nobody_signs_for_another() {
    let world = until("freezes social,habilitation,bup                | ok");
    let day = now("2026-09-03");
    let (mother, helper) = (world.person("mother"), world.person("initiator"));
    let sign = |method, by| {
        let command = SignSummons { summons: SummonsNo(1), person: mother, method, shown: hash(), by };
        signature::sign(&world.process(), day, command)
    };
    let paper = |signed_on, registered_by| SignatureMethod::Paper {
        signed_on,
        kept_at: world.text(),
        scan: None,
        registered_by,
    };
    assert_eq!(sign(SignatureMethod::Screen, helper), Err(Refusal::SignsForAnother));
    assert_eq!(sign(SignatureMethod::Screen, world.person("father")), Err(Refusal::SignsForAnother));
    assert_eq!(sign(SignatureMethod::Witnessed { helper }, mother), Err(Refusal::SignsForAnother));
    assert!(sign(SignatureMethod::Witnessed { helper }, helper).is_ok());
    assert_eq!(sign(paper(now("2026-09-04").today(), helper), helper), Err(Refusal::DateAhead));
    assert!(sign(paper(day.today(), helper), helper).is_ok());
}

/// CON-31: for a placed child nobody is taken for granted; the social worker states who can consent.
#[test]
fn for_a_placed_child_it_is_stated_who_can_consent() {
    let mut world = until("mother       | state?                                         | = prepared");
    let day = now("2026-09-03");
    let placed = Custody { placed: true, ..world.process().custody.clone() };
    let record = |world: &mut World, ground| {
        world.events.extend(signature::record_ground(&world.process(), day, ground).unwrap());
    };
    record(&mut world, RecordGround::Custody(placed));
    let asked = |world: &World| world.process().signatories(day.today(), false, &[]);
    assert_eq!(asked(&world), Err(Refusal::ConsentAuthorityNotStated));
    let (who, ground, by) = (vec![world.person("mother")], world.text(), world.person("initiator"));
    record(&mut world, RecordGround::Authority { who, ground, by });
    let required: Vec<_> = asked(&world).unwrap().into_iter().filter(|one| one.required).collect();
    assert_eq!(required.len(), 1);
    assert_eq!(required[0].person, world.person("mother"));
}

/// PRI-09: a change goes to everyone; leaving somebody out is refused.
#[test]
fn a_change_goes_to_everyone() {
    let world = until("state?                                         | = assessing");
    let day = now("2026-10-05");
    let process = world.process();
    let tell = |receivers| {
        let command = TellChange {
            by: world.person("habilitation"),
            text: world.text(),
            receivers,
            whereabouts_checked: true,
        };
        between::tell(&process, day, command)
    };
    let everyone = process.receivers(day.today());
    assert!(tell(everyone.clone()).is_ok());
    let but_one = everyone[1..].to_vec();
    assert!(matches!(tell(but_one), Err(Refusal::ReceiverForgotten { .. })));
}

/// PRI-10: a unit that cannot contribute says why and where to turn instead.
#[test]
fn not_possible_comes_with_where_instead() {
    let world = until("state?                                         | = assessing");
    let process = world.process();
    let (commitment, line) = process.plan.lines().next().unwrap();
    let by = line.by;
    let moved = |reason, instead| {
        let to = CommitmentState::NotPossible;
        commitment::move_to(
            &process,
            now("2026-10-05"),
            MoveCommitment { commitment, to, reason, instead, by },
        )
    };
    assert_eq!(moved(None, None), Err(Refusal::WhereInsteadMissing));
    assert_eq!(moved(Some(world.text()), None), Err(Refusal::WhereInsteadMissing));
    assert!(moved(Some(world.text()), Some(world.text())).is_ok());
}

/// PRI-13: a need that no line answers is listed, and names no unit.
#[test]
fn a_need_without_a_line_is_listed() {
    let world = until("says-a-need");
    assert_eq!(world.process().needs_without_commitment(now("2026-09-29").today()).len(), 1);
}

/// PRI-21: received summonses stand before everything else that waits.
#[test]
fn received_summonses_stand_first() {
    let world = until("earliest? all");
    let tasks = world.process().tasks(&world.calendar, now("2026-09-07").today());
    let summons = |kind| matches!(kind, TaskKind::NameParticipants | TaskKind::ReplyToSummons);
    let first_other = tasks.iter().position(|task| !summons(task.kind)).unwrap_or(tasks.len());
    assert!(first_other > 0, "a unit has a summons to answer");
    assert!(tasks[first_other..].iter().all(|task| !summons(task.kind)));
}

/// PRI-22: a time and place that are not fitted to the family are not booked.
#[test]
fn time_and_place_are_fitted_to_the_family() {
    let world = until("earliest? all");
    let units = world.units_in("social,habilitation,bup");
    let booking = world.booking(world.person("initiator"), jiff::civil::date(2026, 9, 29), units);
    let book = |fits_family| {
        let command = BookMeeting { fits_family, ..booking.clone() };
        booking::book(&world.process(), &world.calendar, now("2026-09-07"), command)
    };
    assert_eq!(book(false), Err(Refusal::NotFittedToFamily));
    assert!(book(true).is_ok());
}

/// TIME-12: a rule about days looks at the day in Sweden, whatever the instant says.
#[test]
fn days_are_swedish_days() {
    let late = now("2026-09-03 23:59");
    assert_eq!(late.today(), jiff::civil::date(2026, 9, 3));
    assert_eq!(now("2026-09-04 00:00").today(), jiff::civil::date(2026, 9, 4));
}
