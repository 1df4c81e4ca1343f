//! And when the withdrawal is made by another program on the same database?

use super::{
    super::both::{TemporaryFile, TemporarySchema, runtime},
    *,
};
use crate::{SessionLimits, engine::Db};
use policy::Denial;

async fn looked_at_here_and_changed_there(here: Store, there: Store) {
    summoned(&here, PROCESS).await;
    let pause = Pause::on(&here);
    for number in 2..4 {
        let reading = here.clone();
        let look = async move { reading.read(PROCESS, nurse(), Action::ReadProcess, now()).await.map(drop) };
        let answer = pause.between(look, withdraw(&there, PROCESS)).await;
        assert!(matches!(answer, Err(Error::Denied(Denial::Hidden))), "{answer:?}");
        assert_eq!(outcomes(&here, PROCESS, NURSE).await.last(), Some(&"hidden"));
        give_back(&here, PROCESS, number).await;
        here.read(PROCESS, nurse(), Action::ReadProcess, now()).await.unwrap();
    }
}

/// AC-3: on SQLite the file says that another has written to it.
#[test]
fn another_program_withdraws_in_the_same_file() {
    let file = TemporaryFile::new();
    let [here, there] = [file.open(), file.open()].map(|db| Store::on(db, SessionLimits::default()));
    runtime().block_on(looked_at_here_and_changed_there(here, there));
}

/// AC-3: on PostgreSQL a look holds the heads of the processes it rests on.
#[test]
fn another_program_withdraws_in_the_same_database() {
    let Some(schema) = TemporarySchema::new() else { return };
    let [here, there] = [4, 2].map(|connections| {
        Store::on(Db::postgres(&schema.url, connections).unwrap(), SessionLimits::default())
    });
    runtime().block_on(looked_at_here_and_changed_there(here, there));
}
