//! What do the gate and the record cost for each request?
//!
//! Not asserted but measured, in one process, without HTTP and pages; docs/benchmarks.md has the command.

use super::{
    both::{TemporaryFile, TemporarySchema, runtime},
    world::*,
};
use crate::{
    SessionLimits, Store,
    access::{self, Outcome},
    content,
    door::ruled,
    engine::{Db, Tx},
    ruling::Asked,
};
use domain::ids::ProcessId;
use policy::{Action, Actor};
use std::{
    future::Future,
    hint::black_box,
    time::{Duration, Instant},
};
use uuid::Uuid;

const PROCESSES: u128 = 200;
const AT_ONCE: [u128; 3] = [1, 16, 64];
const TIME: Duration = Duration::from_secs(2);

fn process(number: u128) -> ProcessId {
    ProcessId(Uuid::from_u128(10_000 + number % PROCESSES))
}

fn nurse() -> Actor {
    staff(NURSE, BUP)
}

#[test]
#[ignore = "it measures, and asserts nothing"]
fn measured() {
    println!("| Engine | What | At once | A second | Median µs | 99 % µs |");
    println!("| --- | --- | ---: | ---: | ---: | ---: |");
    let file = TemporaryFile::new();
    let store = Store::on(Db::sqlite(&file.path, 2).unwrap(), SessionLimits::default());
    runtime().block_on(async {
        fill(&store).await;
        rule_alone(&store).await;
        all(&store, "SQLite").await;
    });
    if let Some(schema) = TemporarySchema::new() {
        let store = Store::on(Db::postgres(&schema.url, 8).unwrap(), SessionLimits::default());
        runtime().block_on(async {
            fill(&store).await;
            all(&store, "PostgreSQL").await;
        });
    }
}

async fn fill(store: &Store) {
    people(store).await;
    for number in 0..PROCESSES {
        let id = process(number);
        open(store, id).await;
        act(store, id, consented()).await.unwrap();
        act(store, id, sent()).await.unwrap();
    }
}

async fn rule_alone(store: &Store) {
    const TIMES: u32 = 1_000_000;
    let view = store.glance(process(0), nurse(), Action::ReadProcess, now()).await.unwrap();
    let started = Instant::now();
    for _ in 0..TIMES {
        black_box(policy::rule(black_box(nurse()), Action::ReadProcess, &view.process, now())).unwrap();
    }
    let each = started.elapsed() / TIMES;
    println!(
        "| | the rule alone | 1 | {:.0} | {:.2} | |",
        1.0 / each.as_secs_f64(),
        each.as_secs_f64() * 1e6
    );
}

async fn all(store: &Store, engine: &str) {
    for at_once in AT_ONCE {
        let store = store.clone();
        line(engine, "a look without its row", at_once, move |number| without_row(store.clone(), number))
            .await;
    }
    for at_once in AT_ONCE {
        let store = store.clone();
        line(engine, "a look with its row", at_once, move |number| with_row(store.clone(), number)).await;
    }
    for at_once in AT_ONCE {
        let store = store.clone();
        line(engine, "a row by itself", at_once, move |_| only_row(store.clone())).await;
    }
    for at_once in [1, 16] {
        let store = store.clone();
        line(engine, "a list of 200 processes", at_once, move |_| list(store.clone())).await;
    }
}

/// What [`Store::glance`] does, but for the row.
async fn without_row(store: Store, number: u128) {
    let folds = store.folds.clone();
    let look = move |tx: &mut Tx| {
        let ruled = ruled(tx, &folds, process(number), nurse(), Action::ReadProcess, now())?;
        content::lines_of(tx, process(number)).map(|lines| (ruled.is_ok(), lines))
    };
    black_box(store.db.read(look).await.unwrap());
}

async fn with_row(store: Store, number: u128) {
    black_box(store.glance(process(number), nurse(), Action::ReadProcess, now()).await.unwrap());
}

async fn only_row(store: Store) {
    let asked = Asked { actor: nurse(), action: "read_process", process: Some(process(0)), now: now() };
    store.db.write(move |tx| access::put(tx, &asked.access(Outcome::Granted)?)).await.unwrap();
}

async fn list(store: Store) {
    black_box(store.visible(nurse(), now()).await.unwrap());
}

/// Asks again and again from so many places at once, and prints how it went.
async fn line<F>(engine: &str, what: &str, at_once: u128, ask: impl Fn(u128) -> F + Clone + Send + 'static)
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut askers = tokio::task::JoinSet::new();
    for place in 0..at_once {
        let ask = ask.clone();
        askers.spawn(async move {
            let (started, mut took) = (Instant::now(), vec![]);
            for number in place * 7.. {
                let asked = Instant::now();
                ask(number).await;
                took.push(asked.elapsed());
                if started.elapsed() > TIME {
                    break;
                }
            }
            took
        });
    }
    let mut took = askers.join_all().await.concat();
    took.sort_unstable();
    let at = |share: usize| took[took.len() * share / 100].as_secs_f64() * 1e6;
    let rate = took.len() as f64 / TIME.as_secs_f64();
    println!("| {engine} | {what} | {at_once} | {rate:.0} | {:.1} | {:.1} |", at(50), at(99));
}
