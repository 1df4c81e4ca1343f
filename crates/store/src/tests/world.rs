//! Who stands around the child in the tests, and what has happened to the process?

use crate::{
    Changed, Error, Person, Store,
    engine::{Sql, Tx},
    tests::both::at,
};
use domain::{
    Event, Now,
    choice::{
        Channel, FormText, PreMeetingHeld, ReceiptHow, ScopeLine, Signatory, SignatureMethod, TextHash,
    },
    ids::{PersonId, ProcessId, SummonsNo, TextId, UnitId},
    party::{Capacity, Custody, CustodyForm, Guardian, InformationKind, Participation},
};
use jiff::civil::date;
use policy::{Action, Actor, Seat};
use uuid::Uuid;

pub(crate) const CHILD: PersonId = PersonId(Uuid::from_u128(1));
pub(crate) const MOTHER: PersonId = PersonId(Uuid::from_u128(2));
pub(crate) const COUNSELLOR: PersonId = PersonId(Uuid::from_u128(3));
pub(crate) const NURSE: PersonId = PersonId(Uuid::from_u128(4));
pub(crate) const CLERK: PersonId = PersonId(Uuid::from_u128(5));
pub(crate) const STRANGER: PersonId = PersonId(Uuid::from_u128(6));
pub(crate) const SCHOOL: UnitId = UnitId(10);
pub(crate) const BUP: UnitId = UnitId(20);
pub(crate) const ELSEWHERE: UnitId = UnitId(30);
pub(crate) const PROCESS: ProcessId = ProcessId(Uuid::from_u128(100));

pub(crate) fn now() -> Now {
    at("2026-06-05T10:00")
}

pub(crate) fn family(person: PersonId) -> Actor {
    Actor { person, seat: Seat::Family }
}

pub(crate) fn staff(person: PersonId, unit: UnitId) -> Actor {
    Actor { person, seat: Seat::Staff { unit, inbox: false } }
}

pub(crate) fn inbox(person: PersonId, unit: UnitId) -> Actor {
    Actor { person, seat: Seat::Staff { unit, inbox: true } }
}

/// Everyone who might ask, from those who may see all to those who may know nothing.
pub(crate) fn personas() -> Vec<Actor> {
    let seated = |seat| Actor { person: CLERK, seat };
    vec![
        family(CHILD),
        family(MOTHER),
        family(STRANGER),
        staff(COUNSELLOR, SCHOOL),
        staff(COUNSELLOR, ELSEWHERE),
        family(COUNSELLOR),
        staff(NURSE, BUP),
        staff(NURSE, ELSEWHERE),
        inbox(CLERK, BUP),
        staff(CLERK, BUP),
        inbox(CLERK, SCHOOL),
        inbox(STRANGER, ELSEWHERE),
        seated(Seat::Manager { unit: BUP }),
        seated(Seat::Ambassador { unit: BUP }),
        seated(Seat::Coordinator),
        seated(Seat::SteeringGroup),
        seated(Seat::Administrator),
    ]
}

pub(crate) fn person(id: PersonId, name: &str) -> Person {
    Person {
        id,
        name: name.to_owned(),
        born: (id == CHILD).then_some(date(2013, 2, 3)),
        personal_id: None,
        phone: None,
        email: None,
        address: None,
        protected: false,
    }
}

pub(crate) fn custody() -> Custody {
    Custody {
        form: CustodyForm::Sole,
        guardians: vec![Guardian { person: MOTHER, legal: true }],
        checked_on: date(2026, 6, 1),
        checked_how: text(1),
        placed: false,
    }
}

pub(crate) fn text(number: u128) -> TextId {
    TextId(Uuid::from_u128(1000 + number))
}

pub(crate) fn form(number: u128) -> FormText {
    FormText { text: text(number), hash: TextHash([7; 32]) }
}

pub(crate) fn opened() -> Event {
    Event::ProcessOpened {
        child: CHILD,
        initiator: COUNSELLOR,
        unit: SCHOOL,
        custody: custody(),
        previous: None,
        request: None,
        on: date(2026, 6, 1),
    }
}

pub(crate) async fn people(store: &Store) {
    let names = [(CHILD, "Alma"), (MOTHER, "Britta"), (COUNSELLOR, "Cajsa"), (NURSE, "Dora"), (CLERK, "Eva")];
    for (id, name) in names {
        store.put_person(person(id, name)).await.unwrap();
    }
}

pub(crate) async fn open(store: &Store, id: ProcessId) {
    let counsellor = staff(COUNSELLOR, SCHOOL);
    store.open_process(id, counsellor, now(), vec![], || Ok(vec![opened()])).await.unwrap();
}

/// An act of the initiator's.
pub(crate) async fn act(store: &Store, id: ProcessId, events: Vec<Event>) -> Result<Changed, Error> {
    let counsellor = staff(COUNSELLOR, SCHOOL);
    store.change(id, counsellor, Action::WriteSummons, now(), vec![], move |_| Ok(events.clone())).await
}

/// From the beginning to where BUP has received the summons and named a nurse.
pub(crate) async fn summoned(store: &Store, id: ProcessId) {
    people(store).await;
    open(store, id).await;
    act(store, id, consented()).await.unwrap();
    act(store, id, sent()).await.unwrap();
}

pub(crate) fn consented() -> Vec<Event> {
    let summons = SummonsNo(1);
    let line = |unit| ScopeLine { unit, kinds: vec![InformationKind::School], question: None };
    vec![
        Event::UnitProposed { unit: BUP, by: MOTHER, question: text(2) },
        Event::UnitApproved { unit: BUP, by: MOTHER },
        Event::PreMeetingRecorded {
            held: PreMeetingHeld::Yes { on: date(2026, 6, 2) },
            note: form(3),
            participation: Participation::WholeMeeting,
            formulated_with: vec![MOTHER],
        },
        Event::SummonsFrozen {
            summons,
            text: form(4),
            scope: vec![line(SCHOOL), line(BUP)],
            required: vec![Signatory { person: MOTHER, capacity: Capacity::Guardian, required: true }],
            valid_until: date(2027, 5, 31),
            earlier_plan: false,
            purpose: None,
        },
        Event::SummonsSigned {
            summons,
            person: MOTHER,
            capacity: Capacity::Guardian,
            method: SignatureMethod::Screen,
            on: date(2026, 6, 3).at(12, 0, 0, 0),
        },
        Event::ConsentActivated { summons },
    ]
}

pub(crate) fn sent() -> Vec<Event> {
    vec![
        Event::SummonsDispatched {
            summons: SummonsNo(1),
            unit: BUP,
            channel: Channel::FunctionInbox,
            at: date(2026, 6, 4).at(12, 0, 0, 0),
            question_changed: true,
        },
        Event::SummonsReceived { unit: BUP, on: date(2026, 6, 4), how: ReceiptHow::Inbox },
        Event::ParticipantNamed { unit: BUP, person: NURSE },
    ]
}

static ROWS: [(&str, Sql); 7] = [
    ("event", Sql { name: "test::ROWS_1", text: "SELECT hash FROM event ORDER BY hash" }),
    ("content", Sql { name: "test::ROWS_2", text: "SELECT text_id FROM content ORDER BY text_id" }),
    ("draft", Sql { name: "test::ROWS_3", text: "SELECT editor FROM draft ORDER BY editor" }),
    ("person", Sql { name: "test::ROWS_4", text: "SELECT person_id FROM person ORDER BY person_id" }),
    (
        "person_in_process",
        Sql {
            name: "test::ROWS_5",
            text: "SELECT person_id, process_id FROM person_in_process ORDER BY process_id, person_id",
        },
    ),
    (
        "unit_in_process",
        Sql {
            name: "test::ROWS_6",
            text: "SELECT process_id, unit_id FROM unit_in_process ORDER BY process_id, unit_id",
        },
    ),
    (
        "process_head",
        Sql {
            name: "test::ROWS_7",
            text: "SELECT process_id, version FROM process_head ORDER BY process_id",
        },
    ),
];
static ACCESS: Sql = Sql { name: "test::ACCESS_ROWS", text: "SELECT count(*) FROM access" };

/// Every row but those about accesses, as far as they can differ.
pub(crate) async fn everything(store: &Store) -> Vec<String> {
    let read = |tx: &mut Tx| {
        let mut all = vec![];
        for (table, sql) in &ROWS {
            let rows =
                tx.rows(sql, &[], |row| Ok(format!("{table} {:?} {:?}", row.bytes(0)?, row.int(1).ok())));
            all.extend(rows?);
        }
        Ok(all)
    };
    store.db.read(read).await.unwrap()
}

pub(crate) async fn access_rows(store: &Store) -> i64 {
    store.db.read(|tx| tx.one(&ACCESS, &[], |row| row.int(0))).await.unwrap().unwrap()
}
