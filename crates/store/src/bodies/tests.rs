//! Do the meetings of a body stand where nobody can bend them, and are they read by those alone who sit there?

use super::*;
use crate::{
    Person, Role, SeatId, SeatRow,
    engine::Sql,
    seat::Place,
    tests::both::{at, on_both},
};
use domain::{
    ids::PartyId,
    samba::{
        Mandate,
        cadence::Rhythm,
        meeting::{Part, Status, Step},
    },
};
use jiff::civil::date;
use policy::Seat;
use uuid::Uuid;

const COUNCIL: BodyId = BodyId(1);
const SAMBA: BodyId = BodyId(2);
const MEETING: BodyMeetingId = BodyMeetingId(Uuid::from_u128(0xb0d7));
const OTHER: BodyMeetingId = BodyMeetingId(Uuid::from_u128(0xb0d8));
const COORDINATOR: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::SambaCoordinator };
const STRANGER: Actor = Actor { person: PersonId(Uuid::from_u128(9)), seat: Seat::Coordinator };

fn member(number: u32, body: BodyId) -> Actor {
    let seat = Seat::BodyMember { body, party: PartyId(number), mandate: Mandate::Responsibility };
    Actor { person: PersonId(Uuid::from_u128(100 + u128::from(number))), seat }
}

fn rules() -> BodyRules {
    BodyRules { bodies: Arc::default(), calendar: Arc::default() }
}

/// On the second Thursday of March.
fn planning() -> Planning {
    let day = date(2027, 3, 11);
    Planning { slot: Some(day), at: day.at(13, 0, 0, 0), place: "Rådhuset".to_owned() }
}

async fn seated(store: &Store) {
    for number in [1_u32, 2] {
        let person = PersonId(Uuid::from_u128(100 + u128::from(number)));
        let named = Person {
            id: person,
            name: format!("Ledamot {number}"),
            born: None,
            personal_id: None,
            phone: None,
            email: None,
            address: None,
            protected: false,
        };
        store.put_person(named).await.unwrap();
        for (index, body) in [COUNCIL, SAMBA].into_iter().enumerate() {
            let place = Place { body, party: PartyId(number), mandate: Mandate::Responsibility };
            let seat = SeatRow {
                id: SeatId(Uuid::from_u128(1000 + 10 * index as u128 + u128::from(number))),
                person,
                role: Role::BodyMember,
                unit: None,
                inbox: false,
                valid_from: date(2027, 1, 1),
                valid_to: None,
                place: Some(place),
            };
            store.put_seat(seat).await.unwrap();
        }
    }
}

async fn act(store: &Store, act: MeetingAct, now: Now) -> std::result::Result<(), MeetingRefusal> {
    store.change_body_meeting(COORDINATOR, MEETING, act, rules(), now).await.unwrap()
}

/// Samba in March, convened.
async fn convened(store: &Store) {
    seated(store).await;
    let early = at("2027-03-01T09:00");
    let planned = store.plan_body_meeting(COORDINATOR, (MEETING, SAMBA), planning(), rules(), early).await;
    assert_eq!(planned.unwrap(), Ok(()));
    act(store, MeetingAct::Convene, early).await.unwrap();
}

/// The same, minuted to the end and corrected.
async fn corrected(store: &Store) {
    convened(store).await;
    let on_the_day = at("2027-03-11T15:00");
    let first = member(1, SAMBA).person;
    let write = |part, text: &str| MeetingAct::Write { part, text: text.to_owned() };
    let mut acts = vec![
        MeetingAct::RecordAttendance { present: vec![first] },
        MeetingAct::Finish { step: Step::Introductions },
        MeetingAct::ElectSecretary { person: first },
        write(Part::Purpose, "Varför vi möts"),
        MeetingAct::Finish { step: Step::Purpose },
    ];
    for code in ["competence", "outlook", "structure"] {
        acts.push(write(Part::Standing(code.to_owned()), "Inget nytt"));
    }
    acts.push(MeetingAct::Finalise);
    let (part, reason) = (Part::Purpose, "Fel ord".to_owned());
    acts.push(MeetingAct::Correct { part, text: "Varför vi ses".to_owned(), reason });
    for one in acts {
        assert_eq!(act(store, one.clone(), on_the_day).await, Ok(()), "{one:?}");
    }
}

/// BOD-4: those who sit in the body read it once it is convened; for everybody else it was never there.
#[test]
fn a_meeting_is_read_by_those_who_sit_in_the_body() {
    on_both(async |store| {
        seated(&store).await;
        let now = at("2027-03-01T09:00");
        let place = (MEETING, SAMBA);
        for stranger in [STRANGER, member(1, SAMBA)] {
            let denied = store.plan_body_meeting(stranger, place, planning(), rules(), now).await;
            assert!(matches!(denied, Err(Error::Denied(Denial::Hidden))));
        }
        store.plan_body_meeting(COORDINATOR, place, planning(), rules(), now).await.unwrap().unwrap();
        let reads = async |actor| store.body_meeting(actor, MEETING, now).await.is_ok();
        assert!(reads(COORDINATOR).await);
        assert!(!reads(member(1, SAMBA)).await, "it is only planned");
        let body = rules().bodies.body(SAMBA).unwrap().clone();
        let listed = async |actor| {
            let calendar = store.body_calendar(actor, &body, date(2027, 1, 1), now).await;
            calendar.ok().map(|calendar| calendar.meetings.len())
        };
        assert_eq!((listed(COORDINATOR).await, listed(member(1, SAMBA)).await), (Some(1), Some(0)));
        act(&store, MeetingAct::Convene, now).await.unwrap();
        assert!(reads(member(1, SAMBA)).await && reads(member(2, SAMBA)).await);
        assert_eq!(listed(member(1, SAMBA)).await, Some(1));
        for stranger in [STRANGER, member(1, COUNCIL)] {
            assert!(!reads(stranger).await);
            assert_eq!(listed(stranger).await, None);
            let denied =
                store.change_body_meeting(stranger, MEETING, MeetingAct::Convene, rules(), now).await;
            assert!(matches!(denied, Err(Error::Denied(Denial::Hidden))));
        }
        let unknown = store.body_meeting(COORDINATOR, OTHER, now).await;
        assert!(matches!(unknown, Err(Error::Denied(Denial::Hidden))));
    });
}

/// BOD-1: one meeting for each fixed day; one that was called off leaves its day free.
#[test]
fn a_fixed_day_has_one_meeting() {
    on_both(async |store| {
        convened(&store).await;
        let now = at("2027-03-02T09:00");
        let again = async || {
            store.plan_body_meeting(COORDINATOR, (OTHER, SAMBA), planning(), rules(), now).await.unwrap()
        };
        assert_eq!(again().await, Err(MeetingRefusal::SlotTaken));
        let (place, reason) = ("Rådhuset".to_owned(), "Sal 2".to_owned());
        let moved = MeetingAct::Move { at: date(2027, 4, 8).at(13, 0, 0, 0), place, reason };
        act(&store, moved, now).await.unwrap();
        assert_eq!(again().await, Err(MeetingRefusal::SlotTaken), "moved, it is still that day's");
        act(&store, MeetingAct::Cancel { reason: "Ingen kan".to_owned() }, now).await.unwrap();
        assert_eq!(again().await, Ok(()));
        let meetings =
            [MEETING, OTHER].map(async |id| store.body_meeting(COORDINATOR, id, now).await.unwrap());
        let [first, second] = meetings;
        assert_eq!(first.await.meeting.status, Status::Cancelled { reason: "Ingen kan".to_owned() });
        assert_eq!(second.await.meeting.status, Status::Planned);
    });
}

/// BOD-6, BOD-8: from attendance to a correction, and the earlier wording is there to be read.
#[test]
fn minutes_are_stored_with_what_stood_there_before() {
    on_both(async |store| {
        corrected(&store).await;
        let read = store.body_meeting(member(2, SAMBA), MEETING, at("2027-03-12T09:00")).await.unwrap();
        assert_eq!(read.meeting.text(&Part::Purpose), "Varför vi ses");
        assert_eq!(read.meeting.earlier(&Part::Purpose)[0].text, "Varför vi möts");
        let names: Vec<_> = read.seated.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Ledamot 1", "Ledamot 2"]);
        let late = act(&store, MeetingAct::Cancel { reason: "x".to_owned() }, at("2027-03-12T09:00")).await;
        assert_eq!(late, Err(MeetingRefusal::Final));
    });
}

/// BOD-3: a cadence is changed from a day ahead, by the coordinator, and the change says why.
#[test]
fn a_cadence_is_changed_from_a_day_on() {
    on_both(async |store| {
        let now = at("2027-03-01T09:00");
        let sparser = |day| Cadence::new(Rhythm::Weeks(4), day).unwrap();
        let change = async |actor, day| {
            let why = (sparser(day), "Färre ärenden".to_owned());
            store.change_cadence(actor, COUNCIL, why, rules(), now).await
        };
        let denied = change(member(1, COUNCIL), date(2027, 4, 8)).await;
        assert!(matches!(denied, Err(Error::Denied(Denial::Hidden))));
        assert_eq!(change(COORDINATOR, date(2027, 3, 1)).await.unwrap(), Err(CadenceFault::NotAhead));
        assert_eq!(change(COORDINATOR, date(2027, 4, 8)).await.unwrap(), Ok(()));
        let body = rules().bodies.body(COUNCIL).unwrap().clone();
        let calendar = store.body_calendar(member(1, COUNCIL), &body, date(2027, 1, 1), now).await.unwrap();
        let slots = calendar.series.slots(date(2027, 3, 20), date(2027, 5, 10), &Calendar::default());
        let days: Vec<_> = slots.iter().map(|slot| slot.on).collect();
        assert_eq!(days, [date(2027, 3, 25), date(2027, 4, 8), date(2027, 5, 6)]);
        assert_eq!((calendar.changes.len(), calendar.changes[0].reason.as_str()), (1, "Färre ärenden"));
        assert_eq!(store.verify().await.unwrap(), []);
    });
}

/// BOD-8: whatever is changed behind the program's back is found.
#[test]
fn what_is_bent_afterwards_is_found() {
    const EVENT: &str = "UPDATE body_meeting_event SET event = replace(event, 'Fel ord', 'Inget')";
    static TAMPERINGS: [Sql; 8] = [
        Sql { name: "test::B1", text: EVENT },
        Sql { name: "test::B2", text: "DELETE FROM body_meeting_event WHERE version = 12" },
        Sql { name: "test::B3", text: "UPDATE body_meeting_event SET recorded_us = 1 WHERE version = 2" },
        Sql { name: "test::B4", text: "UPDATE body_meeting_event SET version = 99 WHERE version = 12" },
        Sql { name: "test::B5", text: "UPDATE body_meeting SET body_id = 1" },
        Sql { name: "test::B6", text: "UPDATE body_meeting SET day = '2027-03-12'" },
        Sql { name: "test::B7", text: "UPDATE body_cadence SET reason = 'x'" },
        Sql { name: "test::B8", text: "DELETE FROM body_cadence" },
    ];
    on_both(async |store| {
        corrected(&store).await;
        let why = (Cadence::new(Rhythm::Weeks(4), date(2027, 4, 8)).unwrap(), "Färre".to_owned());
        let now = at("2027-03-12T09:00");
        store.change_cadence(COORDINATOR, COUNCIL, why, rules(), now).await.unwrap().unwrap();
        assert_eq!(store.verify().await.unwrap(), []);
        for tampering in &TAMPERINGS {
            let broken = store.db.write(move |tx: &mut Tx| {
                assert!(tx.exec(tampering, &[])? > 0, "{}", tampering.text);
                let found = crate::verify::bodies::look(tx)?;
                // Undone with the transaction.
                Err::<(), _>(Fault::Engine(format!("{found:?}").into()))
            });
            let told = format!("{:?}", broken.await.unwrap_err());
            assert!(told.contains("BodiesAltered"), "{}: {told}", tampering.text);
        }
    });
}
