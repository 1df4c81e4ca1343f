//! AD-3: does a witness cosign only what has grown, whatever it is sent and whenever it is ended?

use std::fs;

use axum::{body::Body, http::Request};
use record::{Checkpoint, Edge, Hash, Note, Prover, leaf_hash};
use tower::ServiceExt as _;

use super::{book::hashed, *};
use crate::offering::tests::Folder;

const ORIGIN: &str = "log.example/record";
const AT: u64 = 1_790_000_000;

fn log() -> SecretKey {
    SecretKey::from_seed(ORIGIN, KeyKind::Log, &[7; 32]).unwrap()
}

fn opened(folder: &Folder) -> Witness {
    Witness::open(&folder.0, None, "vittne.example/1", vec![log().public().clone()]).unwrap()
}

/// The leaves of one history; another letter is another history.
fn leaves(letter: u8, size: u64) -> Vec<Hash> {
    (0..size).map(|at| leaf_hash(&[letter, at as u8])).collect()
}

fn asked_of(leaves: &[Hash], old: u64) -> Addition {
    let mut edge = Edge::default();
    let mut prover = Prover::consistency(old, leaves.len() as u64).unwrap();
    for leaf in leaves {
        edge.append(*leaf);
        prover.push(*leaf);
    }
    let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size: edge.size(), root: edge.root() };
    Addition { old, proof: prover.finish().unwrap(), note: checkpoint.signed(&log()).unwrap() }
}

fn asked(old: u64, size: u64) -> String {
    asked_of(&leaves(b'a', size), old).to_string()
}

/// Whether the answer is a true cosignature of what was asked.
fn is_cosigned(witness: &Witness, asked: &str, at: u64) -> bool {
    let Answer::Cosigned(lines) = witness.add(asked.as_bytes(), at) else { return false };
    let (_, note) = asked.split_once("\n\n").unwrap();
    let note = Note::parse(&format!("{note}{lines}")).unwrap();
    Cosigned::open(&note, witness.public()) == Ok(Cosigned { at })
}

fn said(witness: &Witness, asked: &str) -> Answer {
    witness.add(asked.as_bytes(), AT)
}

#[test]
fn a_log_that_grows_is_cosigned_step_by_step() {
    let folder = Folder::new();
    let witness = opened(&folder);
    for (old, size) in [(0, 3), (3, 4), (4, 40), (40, 40)] {
        assert!(is_cosigned(&witness, &asked(old, size), AT + size), "{old} {size}");
    }
    assert_eq!(said(&witness, &asked(3, 41)), Answer::OtherSize(40));
    let note = Note::parse(&witness.newest(&hashed(ORIGIN)).unwrap()).unwrap();
    assert_eq!(Checkpoint::open(&note, log().public()).unwrap().size, 40);
    assert_eq!(Cosigned::open(&note, witness.public()).unwrap().at, AT + 40);
    assert_eq!(note.signatures().len(), 2, "of the log and of the witness");
    assert_eq!(witness.newest("0"), None);
}

/// Split view: two histories of one log, with true signatures of the log's own key under both.
#[test]
fn of_two_histories_the_second_is_refused() {
    let folder = Folder::new();
    let witness = opened(&folder);
    assert!(is_cosigned(&witness, &asked(0, 8), AT));
    let other = |old, size| asked_of(&leaves(b'b', size), old).to_string();
    assert_eq!(said(&witness, &other(8, 8)), Answer::NotGrown(Objection::Split));
    assert_eq!(said(&witness, &other(8, 20)), Answer::NotGrown(Objection::NotGrown));
    assert_eq!(said(&witness, &other(0, 20)), Answer::OtherSize(8));
    // The last leaf alone is another.
    let mut late = leaves(b'a', 20);
    late[7][0] ^= 1;
    assert_eq!(said(&witness, &asked_of(&late, 8).to_string()), Answer::NotGrown(Objection::NotGrown));
    assert!(is_cosigned(&witness, &asked(8, 20), AT), "the first goes on");
}

/// Rollback: an old copy that was put back is offered.
#[test]
fn an_old_copy_is_refused_and_told_how_far_the_log_had_come() {
    let folder = Folder::new();
    let witness = opened(&folder);
    assert!(is_cosigned(&witness, &asked(0, 20), AT));
    assert_eq!(said(&witness, &asked(0, 8)), Answer::OtherSize(20));
    assert_eq!(said(&witness, &asked(8, 8)), Answer::OtherSize(20));
    let backwards = Addition { old: 20, proof: vec![], ..asked_of(&leaves(b'a', 8), 8) };
    assert!(matches!(said(&witness, &backwards.to_string()), Answer::Unread(_)));
}

/// The witness is ended when it has written down what it cosigns and not yet said so.
#[test]
fn what_was_written_down_and_never_said_is_still_known() {
    let folder = Folder::new();
    let witness = opened(&folder);
    assert!(is_cosigned(&witness, &asked(0, 8), AT));
    drop(said(&witness, &asked(8, 20)));
    drop(witness);
    // Half a file beside the right one is what a power failure may leave.
    fs::write(folder.0.join(format!("{}.checkpoint.new", hashed(ORIGIN))), "log.ex").unwrap();
    let witness = opened(&folder);
    assert_eq!(said(&witness, &asked(8, 20)), Answer::OtherSize(20), "it does not cosign 8 to 20 twice");
    assert!(is_cosigned(&witness, &asked(20, 20), AT + 1), "and the log gets what it missed");
    assert!(is_cosigned(&witness, &asked(20, 21), AT + 1));
}

#[test]
fn what_cannot_be_written_down_is_not_cosigned_and_nothing_after_it() {
    let folder = Folder::new();
    let witness = opened(&folder);
    assert!(is_cosigned(&witness, &asked(0, 8), AT));
    let file = folder.0.join(format!("{}.checkpoint", hashed(ORIGIN)));
    fs::remove_file(&file).unwrap();
    fs::create_dir_all(file.join("in the way")).unwrap();
    assert_eq!(said(&witness, &asked(8, 9)), Answer::Broken);
    fs::remove_dir_all(&file).unwrap();
    assert_eq!(said(&witness, &asked(8, 9)), Answer::Broken, "nobody knows what is on the disk");
}

#[test]
fn two_witnesses_do_not_share_a_folder_and_no_other_state_is_believed() {
    let folder = Folder::new();
    let witness = opened(&folder);
    let open = || Witness::open(&folder.0, None, "x", vec![log().public().clone()]);
    assert!(matches!(open(), Err(WitnessFault::Book(BookFault::Taken(_)))));
    assert!(is_cosigned(&witness, &asked(0, 8), AT));
    drop(witness);
    let file = folder.0.join(format!("{}.checkpoint", hashed(ORIGIN)));
    let text = fs::read_to_string(&file).unwrap();
    for forged in [text.replacen("\n8\n", "\n2\n", 1), String::new(), asked(0, 2)] {
        fs::write(&file, forged).unwrap();
        assert!(matches!(open(), Err(WitnessFault::Book(BookFault::NotOwn(_)))));
    }
    fs::write(&file, text).unwrap();
    let witness = open().unwrap();
    assert_eq!(witness.public().name(), "vittne.example/1", "the key stays");
    let own = vec![witness.public().clone()];
    drop(witness);
    let witness = Witness::open(&folder.0, None, "x", own);
    assert!(matches!(witness, Err(WitnessFault::NotALog(_))));
}

/// Everything a stranger may send, with the status and the kind of text that the protocol has for it.
#[tokio::test]
async fn a_hostile_body_is_turned_down_by_the_letter_of_the_protocol() {
    let folder = Folder::new();
    let service = router(opened(&folder), Clock::real().unwrap());
    let status = async |body: Vec<u8>| {
        let request = Request::post("/add-checkpoint").body(Body::from(body)).unwrap();
        service.clone().oneshot(request).await.unwrap().status().as_u16()
    };
    let stranger = SecretKey::from_seed(ORIGIN, KeyKind::Log, &[8; 32]).unwrap();
    let elsewhere = SecretKey::from_seed("other.example", KeyKind::Log, &[7; 32]).unwrap();
    let nine = Checkpoint::open(&asked_of(&leaves(b'a', 9), 0).note, log().public()).unwrap();
    let by_stranger = Addition { note: nine.signed(&stranger).unwrap(), ..asked_of(&leaves(b'a', 9), 0) };
    let other = Checkpoint { origin: "other.example".to_owned(), ..nine };
    let of_other = Addition { note: other.signed(&elsewhere).unwrap(), ..asked_of(&leaves(b'a', 9), 0) };

    assert_eq!(status(vec![b'x'; 2_000_000]).await, 413);
    assert_eq!(status(vec![0xff; 100]).await, 400);
    assert_eq!(status(vec![]).await, 400);
    assert_eq!(status(asked(0, 9).replacen("old 0", "old 00", 1).into_bytes()).await, 400);
    assert_eq!(status(asked(0, 9).replacen("old 0", "old 10", 1).into_bytes()).await, 400);
    assert_eq!(status(of_other.to_string().into_bytes()).await, 404);
    assert_eq!(status(by_stranger.to_string().into_bytes()).await, 403);
    assert_eq!(status(asked(0, 9).replacen("record\n9", "record\n8", 1).into_bytes()).await, 403);
    assert_eq!(status(asked(4, 9).into_bytes()).await, 409);
    assert_eq!(status(asked(0, 9).into_bytes()).await, 200);
    let mut bad = asked_of(&leaves(b'a', 12), 9);
    bad.proof[0][0] ^= 1;
    assert_eq!(status(bad.to_string().into_bytes()).await, 422);

    let request = Request::post("/add-checkpoint").body(Body::from(asked(4, 12))).unwrap();
    let response = service.clone().oneshot(request).await.unwrap();
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/x.tlog.size");
    let body = axum::body::to_bytes(response.into_body(), 100).await.unwrap();
    assert_eq!(&body[..], b"9\n");
    let get = async |path: String| {
        let request = Request::get(path).body(Body::empty()).unwrap();
        service.clone().oneshot(request).await.unwrap().status().as_u16()
    };
    assert_eq!(get(format!("/{}/checkpoint", hashed(ORIGIN))).await, 200);
    assert_eq!(get("/..%2Fwitness.key/checkpoint".to_owned()).await, 404);
    assert_eq!(get("/add-checkpoint".to_owned()).await, 405);
}
