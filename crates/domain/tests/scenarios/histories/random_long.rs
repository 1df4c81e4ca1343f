//! Are thousands of random long histories told alike?

use super::{History, beginnings::Beginning};
use crate::naive::{Answer, Did, day_before};
use domain::{PersonId, UnitId, party::InformationKind};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::{
    prelude::*,
    sample::{Index, select},
    test_runner::{FileFailurePersistence, TestRunner},
};
use std::cell::Cell;

/// An act or some days, before it is known who and what there is to choose between.
#[derive(Debug, Clone)]
enum Step {
    Ask {
        units: u8,
        kinds: Vec<u8>,
        days: i64,
        alone: bool,
    },
    EveryoneSigns,
    Sign(Index),
    SayNo(Index),
    Answer,
    Withdraw {
        who: Index,
        units: u8,
    },
    Strike {
        who: Index,
        unit: Index,
    },
    WithdrawKind {
        who: Index,
        unit: Index,
        kind: Index,
    },
    FatherCannotBeReached,
    SendAll,
    Send(u8),
    ChooseLots(Index),
    Offer(Index),
    Pause(Index),
    Resume,
    End(Index),
    Close,
    Days(i64),
    /// The next day on which something happens by itself, or the one before it.
    Turn {
        before: bool,
    },
}

const KINDS: [InformationKind; 3] =
    [InformationKind::Health, InformationKind::School, InformationKind::Family];

fn step() -> impl Strategy<Value = Step> {
    use Step::*;
    let any_one = any::<Index>;
    let kinds = proptest::collection::vec(1_u8..8, 4);
    prop_oneof![
        4 => (0_u8..8, kinds, select(vec![1, 20, 60, 200, 365, 366]), prop::bool::weighted(0.2))
            .prop_map(|(units, kinds, days, alone)| Ask { units, kinds, days, alone }),
        3 => Just(EveryoneSigns),
        4 => any_one().prop_map(Sign),
        2 => any_one().prop_map(SayNo),
        1 => Just(Answer),
        3 => (any_one(), 0_u8..16).prop_map(|(who, units)| Withdraw { who, units }),
        1 => (any_one(), any_one()).prop_map(|(who, unit)| Strike { who, unit }),
        3 => (any_one(), any_one(), any_one())
            .prop_map(|(who, unit, kind)| WithdrawKind { who, unit, kind }),
        1 => Just(FatherCannotBeReached),
        3 => Just(SendAll),
        1 => (0_u8..16).prop_map(Send),
        2 => any_one().prop_map(ChooseLots),
        2 => any_one().prop_map(Offer),
        1 => any_one().prop_map(Pause),
        2 => Just(Resume),
        1 => prop::bool::weighted(0.1)
            .prop_flat_map(move |ends| any_one().prop_map(move |who| if ends { End(who) } else { Sign(who) })),
        1 => Just(Close),
        2 => (0_i64..40).prop_map(Days),
        1 => any::<bool>().prop_map(|before| Turn { before }),
    ]
}

#[derive(Debug, Clone, Copy)]
enum From {
    Prepared,
    Planned,
    Closing,
}

/// Somebody who is between 11 and 17 when it begins, and where.
fn beginning() -> impl Strategy<Value = (From, Date)> {
    let born = (0_i64..365 * 7).prop_map(|days| date(2008, 10, 1).saturating_add(days.days()));
    (prop_oneof![1 => Just(From::Prepared), 3 => Just(From::Planned), 1 => Just(From::Closing)], born)
}

impl History<'_> {
    /// How many acts came to something.
    fn goes_on(&mut self, step: &Step) -> usize {
        let family = [self.told.child, self.told.guardians[0], self.told.guardians[1]];
        let units = self.told.units();
        let some = |mask: &u8| -> Vec<UnitId> {
            units
                .iter()
                .copied()
                .enumerate()
                .filter(|(place, _)| mask >> place & 1 == 1)
                .map(|(_, unit)| unit)
                .collect()
        };
        let who = |index: &Index| -> PersonId { *index.get(&family) };
        let did = match step {
            Step::Ask { units: mask, kinds, days, alone } => {
                let until = self.latest().min(self.today().saturating_add(days.days()));
                let until = if *days > 365 { self.today().saturating_add(days.days()) } else { until };
                self.paper(&some(&(mask << 1 | 1)), kinds, until, *alone)
            }
            Step::EveryoneSigns => {
                return family.into_iter().map(|who| self.goes_on_by(Did::Signed { who })).sum();
            }
            Step::Sign(index) => Did::Signed { who: who(index) },
            Step::SayNo(index) => Did::SaidNo { who: who(index) },
            Step::Answer => Did::Answered,
            Step::Withdraw { who: index, units: mask } => {
                Did::Withdrew { who: who(index), units: some(mask) }
            }
            Step::Strike { who: index, unit } => Did::Struck { who: who(index), unit: *unit.get(&units) },
            Step::WithdrawKind { who: index, unit, kind } => {
                Did::WithdrewKind { who: who(index), unit: *unit.get(&units), kind: *kind.get(&KINDS) }
            }
            Step::FatherCannotBeReached => Did::Prevented { who: family[2] },
            Step::SendAll => Did::Sent { units: self.sendable() },
            Step::Send(mask) => Did::Sent { units: some(mask) },
            Step::ChooseLots(index) => Did::ChoseLots { unit: *index.get(&units) },
            Step::Offer(index) => Did::Offered { unit: *index.get(&units) },
            Step::Pause(index) => Did::Paused { who: who(index) },
            Step::Resume => Did::Resumed,
            Step::End(index) => Did::Ended { who: who(index) },
            Step::Close => Did::Closed,
            Step::Days(days) => {
                self.waits_until(self.today().saturating_add(days.days()));
                return 0;
            }
            Step::Turn { before } => {
                let turn = self.next_turn().unwrap_or(self.today());
                self.waits_until(if *before { day_before(turn) } else { turn });
                return 0;
            }
        };
        self.goes_on_by(did)
    }

    fn goes_on_by(&mut self, did: Did) -> usize {
        usize::from(self.does(did) == Answer::Done)
    }

    fn paper(&self, units: &[UnitId], kinds: &[u8], until: Date, alone: bool) -> Did {
        let some = |mask: &u8| {
            KINDS
                .into_iter()
                .enumerate()
                .filter(|(place, _)| mask >> place & 1 == 1)
                .map(|(_, kind)| kind)
                .collect()
        };
        Did::Asked { names: units.iter().copied().zip(kinds.iter().map(some)).collect(), until, alone }
    }
}

/// How many, unless `FARLED_HISTORIES` says another number.
const CASES: u32 = 2_000;

#[test]
fn random_histories_are_told_alike() {
    let cases = std::env::var("FARLED_HISTORIES").ok().and_then(|text| text.parse().ok()).unwrap_or(CASES);
    let seeds = FileFailurePersistence::Direct(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/scenarios/histories/seeds.txt"
    ));
    let config =
        ProptestConfig { cases, failure_persistence: Some(Box::new(seeds)), ..ProptestConfig::default() };
    let (acts, done, answers) = (Cell::new(0), Cell::new(0), Cell::new(0));
    let histories = (beginning(), proptest::collection::vec(step(), 5..30));
    let started = std::time::Instant::now();
    TestRunner::new(config)
        .run(&histories, |((from, born), steps)| {
            let beginning = match from {
                From::Prepared => Beginning::prepared(born),
                From::Planned => Beginning::planned(born),
                From::Closing => Beginning::closing(born.max(date(2009, 2, 1))),
            };
            let mut history = beginning.history();
            for step in &steps {
                let before = history.today();
                let came = history.goes_on(step);
                acts.set(acts.get() + 1);
                done.set(done.get() + came);
                if came > 0 || history.today() > before {
                    answers.set(answers.get() + history.is_told_alike());
                }
            }
            Ok(())
        })
        .unwrap();
    println!(
        "{cases} random histories, {} acts of which {} came to something, {} answers compared in {:?}",
        acts.get(),
        done.get(),
        answers.get(),
        started.elapsed()
    );
}
