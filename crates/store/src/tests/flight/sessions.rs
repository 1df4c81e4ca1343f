//! And when the session ends, or the seat, or the answer is ready and not yet sent?

use super::{super::both::on_both, *};
use crate::{Account, Fault, Flight, Role, SeatId, SeatRow, SessionId, Token};
use uuid::Uuid;

const SEAT: SeatId = SeatId(Uuid::from_u128(40));

async fn signed_in(store: &Store) -> (Token, SessionId) {
    let seat = SeatRow {
        id: SEAT,
        person: NURSE,
        role: Role::Staff,
        unit: Some(BUP),
        inbox: false,
        valid_from: date(2026, 1, 1),
        valid_to: None,
        place: None,
    };
    if store.seats_of(NURSE).await.unwrap().is_empty() {
        store.put_seat(seat).await.unwrap();
    }
    store.end_seat(SEAT, date(2026, 12, 31), now()).await.unwrap();
    let token = store.sign_in(NURSE, SEAT, "Firefox".to_owned(), None, now()).await.unwrap().unwrap();
    let session = store.signed_in(&token, now()).await.unwrap().unwrap().session;
    (token, session)
}

/// A request as the server makes it: who is it, then a look.
async fn request(store: Store, flight: Flight, token: Token) -> Result<bool, Error> {
    let ask = async {
        let Some(found) = store.signed_in(&token, now()).await? else { return Ok(false) };
        store.read(PROCESS, found.actor, Action::ReadProcess, now()).await.map(|_| true)
    };
    flight.carry(ask).await
}

/// AC-3, AU-4: every way in which a session ends.
#[test]
fn a_session_that_ended_meanwhile_reads_nothing() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let pause = Pause::on(&store);
        for way in ["sign out", "end", "seat", "password"] {
            let (token, session) = signed_in(&store).await;
            let before = outcomes(&store, PROCESS, NURSE).await.len();
            let flight = store.flight();
            let end = async {
                match way {
                    "sign out" => store.sign_out(&token).await.unwrap(),
                    "end" => assert!(store.end_session(NURSE, session).await.unwrap()),
                    "seat" => store.end_seat(SEAT, date(2026, 6, 4), now()).await.unwrap(),
                    _ => {
                        let account = Account {
                            username: "dora".to_owned(),
                            person: NURSE,
                            password_hash: "another".to_owned(),
                        };
                        store.put_account(account, now()).await.unwrap();
                    }
                }
            };
            let asking = request(store.clone(), flight.clone(), token.clone());
            let answer = pause.between(asking, end).await;
            assert!(matches!(answer, Err(Error::Fault(Fault::SessionChanged))), "{way}: {answer:?}");
            assert!(!flight.stands(), "{way}");
            assert_eq!(outcomes(&store, PROCESS, NURSE).await.len(), before, "{way}: nothing was shown");
            let again = request(store.clone(), store.flight(), token).await;
            assert!(matches!(again, Ok(false)), "{way}: and the next request is nobody's");
        }
    });
}

/// AC-3: an act that is sent while the session ends is not done.
#[test]
fn a_session_that_ended_meanwhile_changes_nothing() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let (token, session) = signed_in(&store).await;
        let (flight, before) = (store.flight(), everything(&store).await);
        let act = async {
            let found = store.signed_in(&token, now()).await.unwrap().unwrap();
            let other = store.clone();
            let end = async move { other.end_session(NURSE, session).await };
            tokio::spawn(end).await.unwrap().unwrap();
            let event = Event::UnitProposed { unit: ELSEWHERE, by: NURSE, question: text(9) };
            let ask = Action::AskQuestion;
            store.change(PROCESS, found.actor, ask, now(), vec![], move |_| Ok(vec![event.clone()])).await
        };
        let done = flight.carry(act).await;
        assert!(matches!(done, Err(Error::Fault(Fault::SessionChanged))), "{done:?}");
        assert!(!flight.has_acted());
        assert_eq!(everything(&store).await, before);
    });
}

/// AC-3: an answer that is ready is asked about last of all.
#[test]
fn an_answer_that_is_ready_stands_until_what_it_rests_on_changes() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let other = ProcessId(Uuid::from_u128(101));
        summoned(&store, other).await;
        let looked = async |store: &Store| {
            let flight = store.flight();
            flight.carry(store.read(PROCESS, nurse(), Action::ReadProcess, now())).await.unwrap();
            assert!(flight.stands() && !flight.has_acted());
            flight
        };
        let flight = looked(&store).await;
        withdraw(&store, other).await;
        assert!(flight.stands(), "what concerns another process does not concern it");
        withdraw(&store, PROCESS).await;
        assert!(!flight.stands());

        give_back(&store, PROCESS, 2).await;
        let flight = looked(&store).await;
        flight.carry(withdraw(&store, PROCESS)).await;
        assert!(flight.stands() && flight.has_acted(), "the request's own act");
        give_back(&store, PROCESS, 3).await;
        assert!(!flight.stands(), "somebody else's act after it");
    });
}

/// A row that tells who was here is no act: what was only looked at, or said no to, can be asked again.
#[test]
fn what_is_put_on_record_alone_is_no_act() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let flight = store.flight();
        let asks = async {
            store.read(PROCESS, nurse(), Action::ReadProcess, now()).await.unwrap();
            store.visible(nurse(), now()).await.unwrap();
            let mother = family(MOTHER);
            let refused = |_: &domain::Process| Err(domain::Refusal::UnitNotProposed);
            store
                .change(PROCESS, mother, Action::CommentPreMeeting, now(), vec![], refused)
                .await
                .unwrap_err();
            store.change(PROCESS, nurse(), Action::Dispatch, now(), vec![], refused).await.unwrap_err();
        };
        flight.carry(asks).await;
        assert!(!flight.has_acted());
    });
}

/// Somebody who is slower than thousands of changes is told that everything may have changed.
#[test]
fn what_is_forgotten_may_have_changed() {
    use crate::engine::{Db, Key};
    super::super::both::on_both_with("", async |db: Db| {
        let store = Store::on(db, crate::SessionLimits::default());
        summoned(&store, PROCESS).await;
        let flight = store.flight();
        flight.carry(store.read(PROCESS, nurse(), Action::ReadProcess, now())).await.unwrap();
        let nothing = store.flight();
        for round in 0..5 {
            assert!(flight.stands(), "after {round} thousand");
            let thousand = |tx: &mut crate::engine::Tx| {
                (0..1000).for_each(|number| tx.changes(Key::Person(Uuid::from_u128(9_000 + number))));
                Ok(())
            };
            store.db.write(thousand).await.unwrap();
        }
        assert!(!flight.stands());
        assert!(nothing.stands(), "what rests on nothing stands");
    });
}
