//! Who are the people, and what may be done with what is known of them?

use super::both::{at, on_both};
use crate::{Account, Error, Fault, Person, RegisteredGuardian, Role, SeatId, SeatRow, Store};
use domain::ids::{PersonId, UnitId};
use jiff::civil::date;
use uuid::Uuid;

pub(super) const CHILD: PersonId = PersonId(Uuid::from_u128(1));
pub(super) const MOTHER: PersonId = PersonId(Uuid::from_u128(2));
pub(super) const COUNSELLOR: PersonId = PersonId(Uuid::from_u128(3));

pub(super) fn person(id: PersonId, name: &str) -> Person {
    Person {
        id,
        name: name.to_owned(),
        born: None,
        personal_id: None,
        phone: None,
        email: None,
        address: None,
        protected: false,
    }
}

pub(super) fn seat(id: u128, person: PersonId, role: Role) -> SeatRow {
    SeatRow {
        id: SeatId(Uuid::from_u128(id)),
        person,
        role,
        unit: role.is_in_unit().then_some(UnitId(20)),
        inbox: role == Role::Staff,
        valid_from: date(2026, 6, 1),
        valid_to: None,
        place: None,
    }
}

pub(super) async fn with_people(store: &Store) {
    for (id, name) in [(CHILD, "Alma"), (MOTHER, "Britta"), (COUNSELLOR, "Cajsa")] {
        store.put_person(person(id, name)).await.unwrap();
    }
}

#[test]
fn a_person_is_found_as_registered() {
    on_both(async |store| {
        let alma = Person {
            born: Some(date(2013, 2, 3)),
            personal_id: Some("201302031234".to_owned()),
            phone: Some("070".to_owned()),
            ..person(CHILD, "Alma Åberg")
        };
        store.put_person(alma.clone()).await.unwrap();
        assert!(store.person(CHILD).await.unwrap() == Some(alma.clone()));
        assert!(store.people_by_personal_id("201302031234".to_owned()).await.unwrap() == vec![alma]);
        assert!(store.person(MOTHER).await.unwrap().is_none());
    });
}

/// PID-1: protection can be switched on, never silently off.
#[test]
fn protection_does_not_go_away_by_itself() {
    on_both(async |store| {
        store.put_person(Person { protected: true, ..person(CHILD, "Alma") }).await.unwrap();
        store.put_person(person(CHILD, "Alma Ny")).await.unwrap();
        let found = store.person(CHILD).await.unwrap().unwrap();
        assert!(found.protected && found.name == "Alma Ny");
    });
}

/// AC-8: where somebody protected can be reached is stored nowhere, whatever is typed later.
#[test]
fn where_somebody_protected_lives_is_stored_nowhere() {
    on_both(async |store| {
        let reachable = |protected| Person {
            phone: Some("070".to_owned()),
            email: Some("alma@example.org".to_owned()),
            address: Some("Storgatan 1".to_owned()),
            protected,
            ..person(CHILD, "Alma")
        };
        let ways = async || {
            let found = store.person(CHILD).await.unwrap().unwrap();
            [found.phone, found.email, found.address]
        };
        store.put_person(reachable(true)).await.unwrap();
        assert_eq!(ways().await, [const { None }; 3]);
        store.put_person(reachable(false)).await.unwrap();
        assert_eq!(ways().await, [const { None }; 3]);
    });
}

#[test]
fn no_log_can_come_to_hold_a_name() {
    let alma = Person { personal_id: Some("201302031234".to_owned()), ..person(CHILD, "Alma") };
    let shown = format!("{alma:?}");
    assert!(!shown.contains("Alma") && !shown.contains("2013"), "{shown}");
}

#[test]
fn guardians_are_registered_with_their_child() {
    on_both(async |store| {
        with_people(&store).await;
        store.put_guardian(CHILD, MOTHER, false).await.unwrap();
        store.put_guardian(CHILD, MOTHER, true).await.unwrap();
        let legal = RegisteredGuardian { person: MOTHER, legal: true };
        assert_eq!(store.guardians_of(CHILD).await.unwrap(), [legal]);
        assert_eq!(store.children_of(MOTHER).await.unwrap(), [CHILD]);
        store.remove_guardian(CHILD, MOTHER).await.unwrap();
        assert_eq!(store.guardians_of(CHILD).await.unwrap(), []);
    });
}

#[test]
fn a_seat_holds_from_its_first_to_its_last_day() {
    on_both(async |store| {
        with_people(&store).await;
        let staff = seat(10, COUNSELLOR, Role::Staff);
        let ended = SeatRow { valid_to: Some(date(2026, 6, 3)), ..seat(11, COUNSELLOR, Role::Ambassador) };
        for one in [staff, ended, seat(12, MOTHER, Role::Family)] {
            store.put_seat(one).await.unwrap();
        }
        assert_eq!(store.seats_of(COUNSELLOR).await.unwrap(), [staff, ended]);
        let in_unit = async |day| {
            let seats = store.seats_in(UnitId(20), day).await.unwrap();
            seats.iter().map(|one| (one.seat.id.0.as_u128(), one.name.clone())).collect::<Vec<_>>()
        };
        let (ten, eleven) = ((10, "Cajsa".to_owned()), (11, "Cajsa".to_owned()));
        assert_eq!(in_unit(date(2026, 5, 31)).await, []);
        assert_eq!(in_unit(date(2026, 6, 3)).await, [ten.clone(), eleven]);
        assert_eq!(in_unit(date(2026, 6, 4)).await, [ten]);
        assert_eq!(store.seats_on(date(2026, 6, 4), 10).await.unwrap().len(), 2);
        assert_eq!(store.seats_on(date(2026, 6, 4), 1).await.unwrap().len(), 1);
    });
}

#[test]
fn a_seat_names_a_unit_exactly_when_it_is_in_one() {
    on_both(async |store| {
        with_people(&store).await;
        let homeless = SeatRow { unit: None, ..seat(10, COUNSELLOR, Role::Staff) };
        let housed = SeatRow { unit: Some(UnitId(20)), ..seat(11, MOTHER, Role::Family) };
        for wrong in [homeless, housed] {
            assert!(store.put_seat(wrong).await.is_err());
        }
        assert_eq!(store.seats_on(date(2026, 6, 4), 10).await.unwrap().len(), 0);
    });
}

#[test]
fn every_role_has_a_word_that_leads_back_to_it() {
    for role in Role::ALL {
        assert_eq!(Role::from_word(role.word()), Some(role));
    }
    assert_eq!(Role::from_word("root"), None);
}

#[test]
fn an_account_is_found_by_its_name_in_any_case() {
    on_both(async |store| {
        with_people(&store).await;
        let now = at("2026-06-05T10:00");
        let account = |username: &str, person| Account {
            username: username.to_owned(),
            person,
            password_hash: "$argon2id$".to_owned(),
        };
        store.put_account(account(" Cajsa.Ek", COUNSELLOR), now).await.unwrap();
        assert!(store.account("cajsa.ek ").await.unwrap() == Some(account("cajsa.ek", COUNSELLOR)));
        let taken = store.put_account(account("CAJSA.EK", MOTHER), now).await;
        assert!(matches!(taken, Err(Error::Fault(Fault::Duplicate))));
        store.put_account(account("cajsa", COUNSELLOR), now).await.unwrap();
        assert!(store.account("cajsa.ek").await.unwrap().is_none(), "the former name is gone");
    });
}
