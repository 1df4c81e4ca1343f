//! AD-3: do witnesses come to see the log, and does the operator come to see what they refuse?

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use record::SecretKey;

use super::*;
use crate::{
    seal_key,
    sealing::Sealing,
    web::tests::world::{MOTHER, World},
    witness,
};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A folder that goes with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let name = format!("farled-witness-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// One row more, sealed.
pub async fn grow(world: &World) {
    let (store, clock) = (&world.app.store, &world.app.clock);
    let actor = policy::Actor { person: MOTHER.person, seat: policy::Seat::Family };
    store.visible(actor, clock.now()).await.unwrap();
    Sealing::new(&world.app.config, store, clock.clone()).await.unwrap().seal().await.unwrap();
}

pub fn log(world: &World) -> PublicKey {
    seal_key::read(&world.app.config.key).unwrap().public().clone()
}

/// A witness of this log that listens on this computer.
async fn listening(folder: &Folder, world: &World) -> Witness {
    let found = witness::Witness::open(&folder.0, None, "vittne.example/1", vec![log(world)]).unwrap();
    let key = found.public().clone();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = Address::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let router = witness::router(found, world.app.clock.clone());
    tokio::spawn(async move { axum::serve(listener, router).await });
    Witness { address, key }
}

fn to(witness: &Witness, world: &World) -> Offering {
    Offering::to(witness.clone(), world.app.store.clone(), world.app.clock.clone())
}

#[tokio::test]
async fn a_log_that_grows_is_offered_and_what_comes_back_is_kept() {
    let (world, folder) = (World::demo().await, Folder::new());
    grow(&world).await;
    let witness = listening(&folder, &world).await;
    let mut offering = to(&witness, &world);
    assert_eq!(offering.offer().await.unwrap(), Outcome::Cosigned(2));
    for leaves in [4, 6, 8] {
        grow(&world).await;
        assert_eq!(offering.offer_if_due().await.unwrap(), Outcome::Cosigned(leaves));
        assert_eq!(offering.offer_if_due().await.unwrap(), Outcome::Nothing, "once is enough");
    }
    let note = world.app.store.cosigned(&witness.key).await.unwrap().unwrap();
    assert_eq!(Checkpoint::open(&note, &log(&world)).unwrap().size, 8);
    assert!(Cosigned::open(&note, &witness.key).is_ok());
    assert_eq!(world.app.store.witnessed_checkpoint().await.unwrap(), Some(note));
    // A log that rests is offered again, so that one sees that it still is the newest.
    world.app.clock.advance(SignedDuration::from_mins(61));
    assert_eq!(offering.offer_if_due().await.unwrap(), Outcome::Cosigned(8));
    // A server that was started anew does not know what the witness has seen.
    grow(&world).await;
    assert_eq!(to(&witness, &world).offer().await.unwrap(), Outcome::Cosigned(10));
    assert_eq!(world.app.store.refusals().await.unwrap(), []);
}

/// Split view: two databases, one key, one witness.
#[tokio::test]
async fn of_two_histories_of_one_log_the_witness_takes_one() {
    let (one, other, folder) = (World::demo().await, World::demo().await, Folder::new());
    grow(&one).await;
    fs::copy(&one.app.config.key, &other.app.config.key).unwrap();
    for _ in 0..3 {
        grow(&other).await;
    }
    let witness = listening(&folder, &one).await;
    assert_eq!(to(&witness, &one).offer().await.unwrap(), Outcome::Cosigned(2));
    let mut offering = to(&witness, &other);
    let said = "it has cosigned other leaves among the first 2".to_owned();
    assert_eq!(offering.offer().await.unwrap(), Outcome::Differs(said.clone()));
    assert_eq!(
        offering.offer_if_due().await.unwrap(),
        Outcome::Differs(said.clone()),
        "nothing is forgotten"
    );
    let refusals = other.app.store.refusals().await.unwrap();
    assert_eq!((refusals.len(), refusals[0].size, &refusals[0].said), (1, 6, &said));
    assert_eq!(other.app.store.cosigned(&witness.key).await.unwrap(), None);
    grow(&one).await;
    assert_eq!(to(&witness, &one).offer().await.unwrap(), Outcome::Cosigned(4), "the first goes on");
}

/// Rollback: fewer leaves than the witness has cosigned. And when it cosigns again, the refusal is over.
#[tokio::test]
async fn a_log_that_has_become_smaller_is_told_by_name() {
    let (one, other, folder) = (World::demo().await, World::demo().await, Folder::new());
    grow(&one).await;
    grow(&one).await;
    fs::copy(&one.app.config.key, &other.app.config.key).unwrap();
    grow(&other).await;
    let witness = listening(&folder, &one).await;
    assert_eq!(to(&witness, &one).offer().await.unwrap(), Outcome::Cosigned(4));
    let outcome = to(&witness, &other).offer().await.unwrap();
    let Outcome::Differs(said) = outcome else { panic!("{outcome:?}") };
    assert_eq!(said, "it has cosigned 4 leaves, and here there are 2: an old copy was put back");
    assert_eq!(other.app.store.refusals().await.unwrap().len(), 1);
    let elsewhere = Folder::new();
    let anew = listening(&elsewhere, &other).await;
    let anew = Witness { address: anew.address, ..witness };
    assert!(
        matches!(to(&anew, &other).offer().await, Err(OfferFault::NotCosigned)),
        "another key is no answer"
    );
}

#[tokio::test]
async fn a_witness_that_is_not_there_or_talks_nonsense_is_no_refusal() {
    let (world, folder) = (World::demo().await, Folder::new());
    assert_eq!(to(&nobody().await, &world).offer().await.unwrap(), Outcome::Nothing, "there is no log yet");
    grow(&world).await;
    assert!(matches!(to(&nobody().await, &world).offer().await, Err(OfferFault::Unheard(_))));
    let other = World::demo().await;
    grow(&other).await;
    let of_other = listening(&folder, &other).await;
    let refused = to(&of_other, &world).offer().await;
    assert!(matches!(refused, Err(OfferFault::Refused { status: StatusCode::NOT_FOUND, .. })), "{refused:?}");
    for nonsense in ["", "many\n", "-1\n", "3\n", "999999999999999999999999\n"] {
        let talker = talking(StatusCode::CONFLICT, nonsense).await;
        let heard = to(&talker, &world).offer().await;
        // A small number that never changes leads nowhere either.
        assert!(heard.is_err() || nonsense == "3\n", "{nonsense:?}: {heard:?}");
    }
    for nonsense in ["", "\u{2014} vittne.example/1 AAAA", &"x".repeat(100_000)] {
        assert!(to(&talking(StatusCode::OK, nonsense).await, &world).offer().await.is_err());
    }
    assert_eq!(world.app.store.cosigned(&of_other.key).await.unwrap(), None);
}

fn key() -> PublicKey {
    SecretKey::from_seed("vittne.example/1", KeyKind::Witness, &[3; 32]).unwrap().public().clone()
}

/// An address at which nobody listens.
async fn nobody() -> Witness {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = Address::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    Witness { address, key: key() }
}

/// Somebody who says the same whatever is asked.
async fn talking(status: StatusCode, body: &str) -> Witness {
    let body = body.to_owned();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = Address::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let router = axum::Router::new().fallback(move || std::future::ready((status, body.clone())));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Witness { address, key: key() }
}
