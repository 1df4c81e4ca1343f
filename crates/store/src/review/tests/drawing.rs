//! Which looks are taken, and can anybody choose?

use super::calendar;
use crate::{
    access::{Access, AccessId, Outcome},
    review::draw::{BY_ONE_RULE, Look, Picked, draw},
    tests::world::{BUP, NURSE},
};
use domain::ids::ProcessId;
use jiff::{Timestamp, civil::DateTime};
use std::collections::BTreeSet;
use uuid::Uuid;

const SEED: [u8; 32] = [7; 32];

/// The n-th look, at a quiet hour of a working day, each at a process of its own every third day or so.
fn look(number: u128) -> Look {
    let local: DateTime = "2026-06-01T09:00".parse().unwrap();
    let days = [0, 1, 2, 3, 7, 8, 9, 10];
    let local = local.saturating_add(jiff::Span::new().days(days[number as usize % days.len()]));
    Look {
        access: Access {
            id: AccessId(Uuid::from_u128(number)),
            at: Timestamp::UNIX_EPOCH,
            person: NURSE,
            seat: "staff".into(),
            unit: Some(BUP),
            process: Some(ProcessId(Uuid::from_u128(number % 8))),
            action: "read_process".into(),
            outcome: Outcome::Granted,
            ground: Some("participant".into()),
            detail: None,
        },
        process: ProcessId(Uuid::from_u128(number % 8)),
        local,
        protected: false,
    }
}

fn picked(looks: &[Look]) -> Vec<Picked> {
    draw(looks, &calendar(), &SEED).picked.into_iter().map(|(_, why)| why).collect()
}

/// AC-12: each rule by itself, the strongest first.
#[test]
fn every_rule_takes_what_it_is_for() {
    let at = |time: &str| Look { local: format!("2026-06-01T{time}").parse().unwrap(), ..look(0) };
    assert_eq!(picked(&[at("09:00")]), [Picked::ByLot]);
    assert_eq!(picked(&[at("05:59")]), [Picked::OddHours]);
    assert_eq!(picked(&[at("06:00")]), [Picked::ByLot]);
    assert_eq!(picked(&[at("19:59")]), [Picked::ByLot]);
    assert_eq!(picked(&[at("20:00")]), [Picked::OddHours]);
    let midsummer = Look { local: "2026-06-19T09:00".parse().unwrap(), ..look(0) };
    assert_eq!(picked(&[midsummer]), [Picked::OddHours]);

    let mut denied = at("03:00");
    denied.access.outcome = Outcome::Hidden;
    assert_eq!(picked(&[denied]), [Picked::Denied]);
    let mut refused = look(0);
    refused.access.outcome = Outcome::Refused;
    assert_eq!(picked(&[refused]), [Picked::ByLot], "a rule of the model is no trespass");
    let mut other = look(0);
    other.access.ground = Some("disclosed_to".into());
    assert_eq!(picked(&[other]), [Picked::OtherGround]);
    let mut protected = at("03:00");
    protected.access.outcome = Outcome::Hidden;
    protected.protected = true;
    assert_eq!(picked(&[protected]), [Picked::Denied], "not even that there is such a process");
    let night = Look { protected: true, ..at("03:00") };
    assert_eq!(picked(&[night]), [Picked::Protected]);

    let one_day = |count: u128| -> Vec<Look> {
        (0..count)
            .map(|number| Look {
                process: ProcessId(Uuid::from_u128(number)),
                local: look(0).local,
                ..look(number)
            })
            .collect()
    };
    assert!(picked(&one_day(19)).iter().all(|why| *why == Picked::ByLot));
    assert!(picked(&one_day(20)).iter().all(|why| *why == Picked::Many));
}

/// AC-12: at least ten of the rest, one in twenty of many, fifty at most; and never more than twenty by one rule,
/// of which the page tells how many there were.
#[test]
fn a_manager_can_read_them_all() {
    let of = |count: u128| picked(&(0..count).map(look).collect::<Vec<_>>()).len();
    assert_eq!([of(0), of(3), of(10), of(200), of(400), of(1_000), of(5_000)], [0, 3, 10, 10, 20, 50, 50]);
    let night: Vec<Look> = (0..100).map(|number| Look { protected: true, ..look(number) }).collect();
    let sample = draw(&night, &calendar(), &SEED);
    assert_eq!((sample.picked.len(), sample.found[&Picked::Protected]), (BY_ONE_RULE, 100));
}

/// AC-12: the seed alone decides, each look can be taken, and no order of looking helps.
#[test]
fn nobody_can_choose() {
    let looks: Vec<Look> = (0..400).map(look).collect();
    let ids = |seed: [u8; 32], looks: &[Look]| -> Vec<AccessId> {
        draw(looks, &calendar(), &seed).picked.into_iter().map(|(id, _)| id).collect()
    };
    assert_eq!(ids(SEED, &looks), ids(SEED, &looks));
    let backwards: Vec<Look> = (0..400).rev().map(look).collect();
    assert_eq!(ids(SEED, &looks), ids(SEED, &backwards));
    let mut taken = BTreeSet::new();
    for seed in 0..200 {
        taken.extend(ids([seed; 32], &looks).into_iter().map(|id| id.0));
    }
    // Twenty of four hundred, two hundred times: that any one is never taken has the odds 0.95^200, 1 to 28 000.
    assert_eq!(taken.len(), 400);
}
