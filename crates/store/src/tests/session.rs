//! AU-4: how long may one stay signed in, and who can end it?

use super::{
    both::{at, on_both},
    people::{COUNSELLOR, MOTHER, seat, with_people},
};
use crate::{Account, Role, SeatId, SeatRow, SessionLimits, Store, Token};
use jiff::civil::date;
use uuid::Uuid;

const SEAT: SeatId = SeatId(Uuid::from_u128(10));

async fn with_seats(store: &Store) {
    with_people(store).await;
    store.put_seat(seat(10, COUNSELLOR, Role::Staff)).await.unwrap();
    store.put_seat(seat(11, MOTHER, Role::Family)).await.unwrap();
}

async fn signed_in(store: &Store, local: &str) -> Token {
    store.sign_in(COUNSELLOR, SEAT, "Firefox".to_owned(), None, at(local)).await.unwrap().unwrap()
}

async fn is_live(store: &Store, token: &Token, local: &str) -> bool {
    store.signed_in(token, at(local)).await.unwrap().is_some()
}

#[test]
fn a_session_speaks_for_its_seat() {
    on_both(async |store| {
        with_seats(&store).await;
        let token = signed_in(&store, "2026-06-05T08:00").await;
        let found = store.signed_in(&token, at("2026-06-05T08:01")).await.unwrap().unwrap();
        assert_eq!(found.seat, seat(10, COUNSELLOR, Role::Staff));
        assert_eq!(found.name, "Cajsa");
        let staff = policy::Seat::Staff { unit: domain::UnitId(20), inbox: true };
        assert_eq!(found.actor, policy::Actor { person: COUNSELLOR, seat: staff });
        let stranger = "0".repeat(64).parse().unwrap();
        assert!(!is_live(&store, &stranger, "2026-06-05T08:01").await);
    });
}

#[test]
fn half_an_hour_of_silence_ends_it() {
    on_both(async |store| {
        with_seats(&store).await;
        let token = signed_in(&store, "2026-06-05T08:00").await;
        assert!(is_live(&store, &token, "2026-06-05T08:29:59").await);
        assert!(is_live(&store, &token, "2026-06-05T08:59:58").await, "each request counts anew");
        assert!(!is_live(&store, &token, "2026-06-05T09:29:59").await);
    });
}

#[test]
fn ten_hours_end_it_however_busy() {
    on_both(async |store| {
        with_seats(&store).await;
        let token = signed_in(&store, "2026-06-05T08:00").await;
        for minutes in (20..600).step_by(20) {
            let local = format!("2026-06-05T{:02}:{:02}", 8 + minutes / 60, minutes % 60);
            assert!(is_live(&store, &token, &local).await, "{local}");
        }
        assert!(!is_live(&store, &token, "2026-06-05T18:00").await);
    });
}

#[test]
fn an_installation_can_make_it_shorter_but_not_longer() {
    assert_eq!(SessionLimits::at_most(60, 24), SessionLimits::default());
    on_both(async |store| {
        with_seats(&store).await;
        let strict = Store { sessions: SessionLimits::at_most(5, 1), ..store };
        let token = signed_in(&strict, "2026-06-05T08:00").await;
        assert!(is_live(&strict, &token, "2026-06-05T08:04").await);
        assert!(!is_live(&strict, &token, "2026-06-05T08:09").await);
    });
}

#[test]
fn a_clock_set_back_does_not_lengthen_it() {
    on_both(async |store| {
        with_seats(&store).await;
        let token = signed_in(&store, "2026-06-05T08:00").await;
        assert!(!is_live(&store, &token, "2026-06-04T08:10").await);
    });
}

#[test]
fn it_ends_with_the_seat() {
    on_both(async |store| {
        with_seats(&store).await;
        let token = signed_in(&store, "2026-06-05T08:00").await;
        store.end_seat(SEAT, date(2026, 6, 5), at("2026-06-05T08:01")).await.unwrap();
        assert!(is_live(&store, &token, "2026-06-05T08:02").await, "the last day is not over");
        store.end_seat(SEAT, date(2026, 6, 4), at("2026-06-05T08:03")).await.unwrap();
        assert!(!is_live(&store, &token, "2026-06-05T08:03").await);
        assert_eq!(store.sessions_of(COUNSELLOR, at("2026-06-05T08:03")).await.unwrap(), []);
    });
}

#[test]
fn nobody_signs_in_to_anothers_seat_or_to_one_that_is_over() {
    on_both(async |store| {
        with_seats(&store).await;
        let over = SeatRow { valid_to: Some(date(2026, 6, 4)), ..seat(12, COUNSELLOR, Role::Manager) };
        store.put_seat(over).await.unwrap();
        let now = at("2026-06-05T08:00");
        assert!(store.sign_in(MOTHER, SEAT, "Firefox".to_owned(), None, now).await.unwrap().is_none());
        assert!(store.sign_in(COUNSELLOR, over.id, String::new(), None, now).await.unwrap().is_none());
        assert!(
            store
                .sign_in(COUNSELLOR, SeatId(Uuid::from_u128(404)), String::new(), None, now)
                .await
                .unwrap()
                .is_none()
        );
    });
}

#[test]
fn signing_in_again_gives_a_new_token_and_ends_the_former() {
    on_both(async |store| {
        with_seats(&store).await;
        let first = signed_in(&store, "2026-06-05T08:00").await;
        let now = at("2026-06-05T08:01");
        let second =
            store.sign_in(COUNSELLOR, SEAT, String::new(), Some(first.clone()), now).await.unwrap().unwrap();
        assert_ne!(first, second);
        assert!(!is_live(&store, &first, "2026-06-05T08:02").await);
        assert!(is_live(&store, &second, "2026-06-05T08:02").await);
    });
}

#[test]
fn one_sees_and_ends_ones_own_sessions_and_no_others() {
    on_both(async |store| {
        with_seats(&store).await;
        let (here, there) =
            (signed_in(&store, "2026-06-05T08:00").await, signed_in(&store, "2026-06-05T08:05").await);
        let now = at("2026-06-05T08:10");
        let sessions = store.sessions_of(COUNSELLOR, now).await.unwrap();
        assert_eq!(sessions.len(), 2);
        assert!(!store.end_session(MOTHER, sessions[0].id).await.unwrap());
        assert!(store.end_session(COUNSELLOR, sessions[0].id).await.unwrap());
        assert!(!is_live(&store, &here, "2026-06-05T08:11").await);
        assert!(is_live(&store, &there, "2026-06-05T08:11").await);
        store.sign_out(&there).await.unwrap();
        assert!(!is_live(&store, &there, "2026-06-05T08:12").await);
    });
}

#[test]
fn a_new_password_ends_every_session() {
    on_both(async |store| {
        with_seats(&store).await;
        let token = signed_in(&store, "2026-06-05T08:00").await;
        let account =
            Account { username: "cajsa".to_owned(), person: COUNSELLOR, password_hash: "new".to_owned() };
        store.put_account(account, at("2026-06-05T08:01")).await.unwrap();
        assert!(!is_live(&store, &token, "2026-06-05T08:02").await);
    });
}

#[test]
fn a_token_is_shown_to_the_browser_alone() {
    let text = "0123456789abcdef".repeat(4);
    let token: Token = text.parse().unwrap();
    assert_eq!(token.reveal(), text);
    assert_eq!(format!("{token:?}"), "Token(..)");
    for wrong in ["", "abc", &text[1..], &text.replace('a', "g"), &format!("{text}00"), &"å".repeat(32)] {
        assert!(wrong.parse::<Token>().is_err(), "{wrong}");
    }
}
