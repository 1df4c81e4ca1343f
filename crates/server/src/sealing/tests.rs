//! Is the record sealed at the start, at the end, and whenever something is answered?

use std::time::Duration;

use super::*;
use crate::web::tests::world::{MOTHER, World};

const MOTHER_AT_HOME: policy::Actor = policy::Actor { person: MOTHER.person, seat: policy::Seat::Family };

async fn verified(world: &World, config: &Config) -> store::Verified {
    let keys = vec![seal_key::read(&config.key).unwrap().public().clone()];
    let kept = vec![read_kept(&kept_beside(&config.key), &keys).unwrap()];
    let against = store::Against { keys, kept, sealed_since: None };
    world.app.store.verify_against(against).await.unwrap()
}

/// AD-1: a checkpoint at the start and one at the end, the newest kept beside the key.
#[tokio::test]
async fn the_record_is_sealed_at_the_start_and_at_the_end() {
    let world = World::demo().await;
    let (store, config, clock) = (&world.app.store, &world.app.config, &world.app.clock);
    let fail = || store.record_failed_sign_in(MOTHER.person, store::SignInFault::WrongPassword, clock.now());
    fail().await.unwrap();
    let running = Sealing::new(config, store, clock.clone()).await.unwrap().start(store).await.unwrap();
    assert_eq!(verified(&world, config).await.waiting, 0);
    fail().await.unwrap();
    running.finish().await.unwrap();
    let found = verified(&world, config).await;
    assert_eq!((found.broken, found.waiting, found.rows, found.checkpoints), (None, 0, 2, 2));
    let kept = fs::read_to_string(kept_beside(&config.key)).unwrap();
    assert_eq!(store.checkpoint().await.unwrap(), Some(kept));
    // It goes on where it was.
    fail().await.unwrap();
    Sealing::new(config, store, clock.clone())
        .await
        .unwrap()
        .start(store)
        .await
        .unwrap()
        .finish()
        .await
        .unwrap();
    assert_eq!(verified(&world, config).await.rows, 3);
}

/// AD-1: a key that is lost is not quietly replaced by another.
#[tokio::test]
async fn a_log_that_is_begun_is_not_signed_with_a_new_key() {
    let world = World::demo().await;
    let (store, config, clock) = (&world.app.store, &world.app.config, &world.app.clock);
    let started = async || Sealing::new(config, store, clock.clone()).await;
    store.visible(MOTHER_AT_HOME, clock.now()).await.unwrap();
    started().await.unwrap().start(store).await.unwrap().finish().await.unwrap();
    fs::rename(&config.key, config.key.with_extension("away")).unwrap();
    assert!(matches!(started().await, Err(SealingFault::Key(SealKeyFault::Missing { .. }))));
    seal_key::read_or_make(&config.key, "another.example/record", KeyKind::Log).unwrap();
    assert!(matches!(started().await, Err(SealingFault::NotACheckpoint { .. })));
    fs::remove_file(kept_beside(&config.key)).unwrap();
    let started = started().await.unwrap().start(store).await;
    assert!(matches!(started, Err(SealingFault::Seal(SealFault::Rewritten(_)))));
}

/// AD-1: a key that others may have seen is followed by a new one, and the log goes on under its name.
#[tokio::test]
async fn a_former_key_is_followed_by_a_new_one() {
    let world = World::demo().await;
    let (store, clock) = (&world.app.store, &world.app.clock);
    let mut config = world.app.config.clone();
    let seal = async |config: &Config| {
        store.visible(MOTHER_AT_HOME, clock.now()).await.unwrap();
        Sealing::new(config, store, clock.clone()).await.unwrap().seal().await
    };
    seal(&config).await.unwrap();
    let former = seal_key::read(&config.key).unwrap().public().clone();
    fs::remove_file(&config.key).unwrap();
    config.former_keys.push(former.clone());
    seal(&config).await.unwrap();
    let key = seal_key::read(&config.key).unwrap();
    assert_eq!(key.public().name(), former.name());
    assert_ne!(*key.public(), former);
    let kept = vec![read_kept(&kept_beside(&config.key), &trusted(&config, &key)).unwrap()];
    let against = store::Against { keys: trusted(&config, &key), kept, sealed_since: None };
    let found = store.verify_against(against).await.unwrap();
    assert_eq!((found.broken, found.checkpoints), (None, 2));
}

/// The newest checkpoint replaces the one before whole.
#[tokio::test]
async fn what_is_kept_is_sealed_every_second() {
    let world = World::demo().await;
    let (store, config, clock) = (&world.app.store, &world.app.config, &world.app.clock);
    let running = Sealing::new(config, store, clock.clone()).await.unwrap().start(store).await.unwrap();
    assert!(!kept_beside(&config.key).exists(), "nothing has been written yet");
    store.visible(MOTHER_AT_HOME, clock.now()).await.unwrap();
    let patience = std::time::Instant::now();
    while store.checkpoint().await.unwrap().is_none() {
        assert!(patience.elapsed() < Duration::from_secs(20));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    running.finish().await.unwrap();
    assert_eq!(verified(&world, config).await.broken, None);
}
