//! AD-3: is what a witness says kept with the checkpoint it is about, on both engines?

use super::*;
use crate::{
    log::tests::{key, sealer},
    tests::{both::on_both, world::*},
};
use domain::ids::ProcessId;
use record::{Cosigned, KeyKind, SecretKey};
use uuid::Uuid;

fn witness(name: &str, seed: u8) -> SecretKey {
    SecretKey::from_seed(name, KeyKind::Witness, &[seed; 32]).unwrap()
}

#[test]
fn what_a_witness_says_is_kept_with_its_checkpoint() {
    on_both(async |store| {
        let (one, other) = (witness("vittne.example/1", 1), witness("vittne.example/1", 2));
        assert_eq!(store.witnessed_checkpoint().await.unwrap(), None);
        people(&store).await;
        open(&store, PROCESS).await;
        let mut sealer = sealer(&store);
        let note = sealer.seal(now()).await.unwrap().unwrap();
        assert_eq!(store.witnessed_checkpoint().await.unwrap(), Some(note.clone()));
        let size = Checkpoint::open(&note, key().public()).unwrap().size;

        store.keep_refusal(size, one.public(), "no".to_owned(), now()).await.unwrap();
        store.keep_refusal(size, one.public(), "still no".to_owned(), now()).await.unwrap();
        store.keep_refusal(size, other.public(), "no".to_owned(), now()).await.unwrap();
        let said: Vec<String> = store.refusals().await.unwrap().into_iter().map(|one| one.said).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said.contains(&"still no".to_owned()), "{said:?}");

        for at in [1, 2] {
            let line = Cosigned::sign(&note, &one, at).unwrap();
            store.keep_cosignature(size, one.public(), &line).await.unwrap();
        }
        let cosigned = store.cosigned(one.public()).await.unwrap().unwrap();
        assert_eq!(Cosigned::open(&cosigned, one.public()), Ok(Cosigned { at: 2 }), "the newer counts");
        assert_eq!(store.cosigned(other.public()).await.unwrap(), None, "another key is another witness");
        assert_eq!(store.refusals().await.unwrap().len(), 1, "who cosigns refuses no more");
        assert_eq!(store.witnessed_checkpoint().await.unwrap().unwrap().signatures().len(), 2);

        // A newer checkpoint bears nobody's line yet.
        open(&store, ProcessId(Uuid::from_u128(77))).await;
        sealer.seal(now()).await.unwrap().unwrap();
        assert_eq!(store.witnessed_checkpoint().await.unwrap().unwrap().signatures().len(), 1);
        assert_eq!(store.cosigned(one.public()).await.unwrap(), Some(cosigned));
    });
}
