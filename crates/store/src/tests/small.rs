//! Drafts, texts, requests and receipts: is anything lost, shown to others or overwritten?

use super::{
    both::{at, on_both},
    people::{CHILD, COUNSELLOR, MOTHER, with_people},
};
use crate::{
    Answer, DraftKey, Error, NewRequest, NewText, Reason, Saved, Store, chain::Act, content, draft,
    engine::Fault,
};
use domain::ids::{PersonId, ProcessId, RequestId, TextId, UnitId};
use policy::{Actor, Denial, Seat};
use uuid::Uuid;

const PROCESS: ProcessId = ProcessId(Uuid::from_u128(100));
const REQUEST: RequestId = RequestId(Uuid::from_u128(200));

fn key() -> DraftKey {
    DraftKey { process: PROCESS, form: "lots-kallelse".to_owned(), subject: String::new() }
}

async fn save(store: &Store, base: u32, body: &'static str, editor: PersonId) -> Saved {
    let now = at("2026-06-05T08:00");
    store.db.write(move |tx| draft::save(tx, &key(), base, body, editor, now)).await.unwrap()
}

#[test]
fn a_stale_draft_overwrites_nothing_and_loses_nothing() {
    on_both(async |store| {
        assert_eq!(save(&store, 0, "first", COUNSELLOR).await, Saved::Stored { revision: 1 });
        assert_eq!(save(&store, 1, "second", MOTHER).await, Saved::Stored { revision: 2 });
        for base in [0, 1, 3] {
            let Saved::Stale { yours, theirs: Some(theirs) } = save(&store, base, "mine", COUNSELLOR).await
            else {
                panic!("saved over revision {base}");
            };
            assert_eq!((yours.as_str(), theirs.body.as_str()), ("mine", "second"));
            assert_eq!((theirs.revision, theirs.editor), (2, MOTHER));
        }
        assert_eq!(save(&store, 2, "mine", COUNSELLOR).await, Saved::Stored { revision: 3 });
    });
}

#[test]
fn saving_the_same_twice_is_no_conflict() {
    on_both(async |store| {
        save(&store, 0, "first", COUNSELLOR).await;
        assert_eq!(save(&store, 0, "first", COUNSELLOR).await, Saved::Stored { revision: 1 });
    });
}

#[test]
fn a_draft_handed_in_by_another_is_told_to_who_still_writes() {
    on_both(async |store| {
        save(&store, 0, "first", COUNSELLOR).await;
        store.db.write(|tx| draft::remove(tx, &key())).await.unwrap();
        let late = save(&store, 1, "mine", MOTHER).await;
        assert_eq!(late, Saved::Stale { yours: "mine".to_owned(), theirs: None });
        assert_eq!(store.db.read(|tx| draft::get(tx, &key())).await.unwrap(), None);
    });
}

#[test]
fn a_text_is_stored_once() {
    on_both(async |store| {
        let text = |body: &str| NewText { id: TextId(Uuid::from_u128(300)), body: body.to_owned() };
        let put = async |new: NewText| {
            let (access, now) = (Uuid::from_u128(400), at("2026-06-05T08:00"));
            let act = Act { process: PROCESS, access, author: COUNSELLOR, now };
            store.db.write(move |tx| content::put(tx, act, &new)).await
        };
        put(text("Alma säger …")).await.unwrap();
        assert!(matches!(put(text("something else")).await, Err(Fault::Duplicate)));
        let texts = store.db.read(|tx| content::all_of(tx, PROCESS)).await.unwrap();
        assert_eq!(texts[&TextId(Uuid::from_u128(300))], "Alma säger …");
    });
}

const FAMILY: Actor = Actor { person: MOTHER, seat: Seat::Family };
const INBOX: Actor = Actor { person: COUNSELLOR, seat: Seat::Staff { unit: UnitId(20), inbox: true } };

async fn asked(store: &Store) {
    with_people(store).await;
    store.put_guardian(CHILD, MOTHER, true).await.unwrap();
    store.ask_for_process(FAMILY, request(), at("2026-06-05T08:00")).await.unwrap();
}

fn request() -> NewRequest {
    let wish = "Vi behöver hjälp tillsammans.".to_owned();
    NewRequest { id: REQUEST, child: CHILD, unit: UnitId(20), wish }
}

/// T1b: every request is answered, and the first answer stands.
#[test]
fn a_request_waits_until_it_is_answered_once() {
    on_both(async |store| {
        asked(&store).await;
        let now = at("2026-06-08T08:00");
        let waiting = store.requests(INBOX, now).await.unwrap();
        assert!(waiting.len() == 1 && waiting[0].answer.is_none());
        let refusal = Answer::Refused { reason: Reason::new(" Barnet är inte i målgruppen. ").unwrap() };
        assert!(store.answer_request(INBOX, REQUEST, refusal.clone(), now).await.unwrap());
        let second = Answer::Accepted { text: String::new() };
        assert!(!store.answer_request(INBOX, REQUEST, second, now).await.unwrap());
        let found = store.requests(FAMILY, now).await.unwrap();
        let answered = found[0].answer.clone().unwrap();
        assert_eq!((answered.answer, answered.by, answered.at), (refusal, COUNSELLOR, now.instant));
    });
}

/// T1b: only the family asks, and only whoever looks after the inbox of the asked unit reads and answers.
#[test]
fn a_request_concerns_its_family_and_its_unit_alone() {
    on_both(async |store| {
        asked(&store).await;
        let now = at("2026-06-08T08:00");
        let elsewhere = Actor { seat: Seat::Staff { unit: UnitId(21), inbox: true }, ..INBOX };
        let without_inbox = Actor { seat: Seat::Staff { unit: UnitId(20), inbox: false }, ..INBOX };
        let other_family = Actor { person: COUNSELLOR, seat: Seat::Family };
        for stranger in [elsewhere, without_inbox, other_family] {
            assert_eq!(store.requests(stranger, now).await.unwrap().len(), 0);
            let answer = Answer::Accepted { text: String::new() };
            let denied = store.answer_request(stranger, REQUEST, answer, now).await;
            assert!(matches!(denied, Err(Error::Denied(Denial::Hidden))));
        }
        let again = NewRequest { id: RequestId(Uuid::from_u128(201)), ..request() };
        let denied = store.ask_for_process(other_family, again, now).await;
        assert!(matches!(denied, Err(Error::Denied(Denial::Hidden))));
        assert_eq!(store.requests(INBOX, now).await.unwrap().len(), 1);
    });
}

/// T1b: a refusal needs a written reason.
#[test]
fn there_is_no_empty_reason() {
    assert_eq!(Reason::new(""), None);
    assert_eq!(Reason::new(" \n\t "), None);
    assert_eq!(Reason::new(" nej ").unwrap().as_str(), "nej");
}

#[test]
fn a_receipt_is_its_owners_and_kept_for_a_week() {
    on_both(async |store| {
        let id = store.leave_receipt(MOTHER, "{}".to_owned(), at("2026-06-05T08:00")).await.unwrap();
        let later = at("2026-06-12T07:59");
        assert_eq!(store.receipt(id, MOTHER, later).await.unwrap().unwrap().body, "{}");
        assert_eq!(store.receipt(id, COUNSELLOR, later).await.unwrap(), None);
        let over = at("2026-06-12T08:00");
        assert_eq!(store.receipt(id, MOTHER, over).await.unwrap(), None);
        assert_eq!(store.remove_old_receipts(over).await.unwrap(), 1);
    });
}
