//! Is a description without identity read by those alone whom it concerns, and is it gone when it is?

use super::*;
use crate::{
    Person,
    engine::Sql,
    tests::both::{at, on_both},
};
use domain::{
    deidentify::{AgeBand, Known},
    ids::{BodyId, BodyMeetingId, CaseQuestionNo, PartyId, UnitId},
    samba::{
        Mandate,
        deidentified::{Check, Description, End, Reply, Writing},
        outcome::Outcome as CameTo,
    },
};
use jiff::civil::date;
use policy::DeidentifiedGround;
use uuid::Uuid;

const COUNCIL: BodyId = BodyId(1);
const ID: DeidentifiedId = DeidentifiedId(Uuid::from_u128(0xde1d));
const OTHER: DeidentifiedId = DeidentifiedId(Uuid::from_u128(0xde1e));
const MEETING: BodyMeetingId = BodyMeetingId(Uuid::from_u128(0xb0d7));
/// Care in Kristianstad, of a party that has places in the bodies; school in Bromölla, of none.
const CARE: UnitId = UnitId(129_007);
const ELSEWHERE: UnitId = UnitId(127_202);
const COORDINATOR: Actor = Actor { person: PersonId(Uuid::from_u128(1)), seat: Seat::SambaCoordinator };
const WRITER: Actor = at_unit(2, CARE);

const fn at_unit(person: u128, unit: UnitId) -> Actor {
    Actor { person: PersonId(Uuid::from_u128(person)), seat: Seat::Staff { unit, inbox: false } }
}

fn member(body: u32) -> Actor {
    let seat = Seat::BodyMember { body: BodyId(body), party: PartyId(1), mandate: Mandate::Costs };
    Actor { person: PersonId(Uuid::from_u128(100 + u128::from(body))), seat }
}

fn rules() -> DeidentifiedRules {
    DeidentifiedRules { bodies: Arc::default(), organisation: Arc::default() }
}

fn writing(text: &str) -> DeidentifiedAct {
    let description = Description {
        document: format!("{{\"tried\":\"{text}\"}}"),
        age_band: AgeBand::From13To15,
        unit_types: ["bup".to_owned()].into(),
        questions: vec!["Vem kan samordna?".to_owned()],
    };
    let texts = vec![("tried".to_owned(), text.to_owned())];
    DeidentifiedAct::Write(Writing { unit: CARE, description, texts, attachments: 0 })
}

type Came = std::result::Result<std::result::Result<(), DeidentifiedRefusal>, Error>;

async fn write(store: &Store, actor: Actor, id: DeidentifiedId, text: &str) -> Came {
    let now = at("2027-06-01T09:00");
    store.write_deidentified(actor, id, writing(text), &Looking::default(), rules(), now).await
}

async fn act(store: &Store, actor: Actor, act: DeidentifiedAct, now: &str) -> Came {
    store.change_deidentified(actor, ID, act, &Looking::default(), rules(), at(now)).await
}

fn approval() -> DeidentifiedAct {
    DeidentifiedAct::Approve { checked: Check::ALL.iter().copied().collect(), alike: Rarity::FewerThanFive }
}

fn scheduling() -> DeidentifiedAct {
    DeidentifiedAct::Schedule { body: COUNCIL, meeting: MEETING, on: date(2027, 6, 10) }
}

fn advice() -> DeidentifiedAct {
    DeidentifiedAct::Treat {
        meeting: MEETING,
        outcome: CameTo::Advice,
        replies: vec![(CaseQuestionNo(1), Reply::Answered("Träffas först.".to_owned()))],
        follow_up_on: Some(date(2027, 7, 22)),
    }
}

/// On the council's agenda on the tenth of June.
async fn on_agenda(store: &Store) {
    let (id, name) = (WRITER.person, "Vera Vidal".to_owned());
    let (born, personal_id, phone, email, address) = (None, None, None, None, None);
    let person = Person { id, name, born, personal_id, phone, email, address, protected: false };
    store.put_person(person).await.unwrap();
    write(store, WRITER, ID, "Samtal och hembesök.").await.unwrap().unwrap();
    act(store, COORDINATOR, approval(), "2027-06-02T09:00").await.unwrap().unwrap();
    act(store, COORDINATOR, scheduling(), "2027-06-02T09:05").await.unwrap().unwrap();
}

/// DID-4, DID-5: the writer, the coordinator and the body on whose agenda it stands read it, and nobody else learns
/// that it is there; the body does not learn who wrote it.
#[test]
fn those_alone_read_it_whom_it_concerns() {
    on_both(async |store| {
        on_agenda(&store).await;
        let now = at("2027-06-03T09:00");
        for (actor, ground, writer) in [
            (WRITER, DeidentifiedGround::Writer, Some("Vera Vidal")),
            (COORDINATOR, DeidentifiedGround::Coordinator, Some("Vera Vidal")),
            (member(1), DeidentifiedGround::Member(COUNCIL), None),
        ] {
            let read = store.deidentified(actor, ID, now).await.unwrap();
            assert_eq!((read.ground, read.writer.as_deref()), (ground, writer));
            assert_eq!(read.state.writer.is_some(), writer.is_some());
            assert_eq!(store.deidentified_list(actor, Some(MEETING), now).await.unwrap().len(), 1);
        }
        let family = Actor { person: WRITER.person, seat: Seat::Family };
        let colleague = at_unit(3, CARE);
        for stranger in [member(2), colleague, family, Actor { seat: Seat::Coordinator, ..COORDINATOR }] {
            let read = store.deidentified(stranger, ID, now).await;
            assert!(matches!(read, Err(Error::Denied(Denial::Hidden))));
            assert!(store.deidentified_list(stranger, None, now).await.unwrap().is_empty());
            let end = DeidentifiedAct::End { why: End::NoLongerNeeded };
            let done = act(&store, stranger, end, "2027-06-03T09:00").await;
            assert!(matches!(done, Err(Error::Denied(Denial::Hidden))));
        }
        let ended = DeidentifiedAct::End { why: End::NoLongerNeeded };
        let forbidden = act(&store, member(1), ended, "2027-06-03T09:00").await;
        assert!(matches!(forbidden, Err(Error::Denied(Denial::Forbidden))));
    });
}

/// DID-7: who writes and who reviews learn how many it could be about, and nobody else may ask.
#[test]
fn how_many_are_alike_is_told_to_those_who_judge() {
    on_both(async |store| {
        on_agenda(&store).await;
        let now = at("2027-06-03T09:00");
        for actor in [WRITER, COORDINATOR] {
            let alike = store.alike(actor, ID, Arc::default(), now).await.unwrap();
            assert_eq!(alike, Rarity::FewerThanFive);
        }
        for stranger in [member(1), member(2), at_unit(3, CARE)] {
            assert!(store.alike(stranger, ID, Arc::default(), now).await.is_err());
        }
    });
}

/// S1: those who work at a unit of a party write; for everybody else there is no such thing.
#[test]
fn a_party_writes() {
    on_both(async |store| {
        for actor in [at_unit(2, ELSEWHERE), COORDINATOR, member(1)] {
            let written = write(&store, actor, ID, "Samtal.").await;
            assert!(matches!(written, Err(Error::Denied(Denial::Hidden))));
        }
        assert!(store.deidentified_list(COORDINATOR, None, at("2027-06-02T09:00")).await.unwrap().is_empty());
    });
}

/// DID-3: what gives somebody away is not stored, and no word of it is on record.
#[test]
fn what_gives_away_is_stored_nowhere() {
    on_both(async |store| {
        let known = Known { names: vec!["Elvira Nord".to_owned()], ..Known::default() };
        let looking = Looking { known, ..Looking::default() };
        let now = at("2027-06-01T09:00");
        let told = writing("Elvira går inte till skolan.");
        let written = store.write_deidentified(WRITER, ID, told, &looking, rules(), now).await;
        assert!(matches!(written, Ok(Err(DeidentifiedRefusal::GivesAway(_)))));
        static SAID: Sql = Sql { name: "test::SAID", text: "SELECT coalesce(detail, '') FROM access" };
        static STANDS: Sql = Sql { name: "test::STANDS", text: "SELECT event FROM deidentified_event" };
        let rows = store.db.read(|tx| {
            Ok((tx.rows(&SAID, &[], |row| row.text(0))?, tx.rows(&STANDS, &[], |row| row.text(0))?))
        });
        let (said, stands) = rows.await.unwrap();
        assert!(said.iter().any(|detail| detail.contains("KnownName")), "{said:?}");
        assert!(said.iter().all(|detail| !detail.contains("Elvira")) && stands.is_empty());
    });
}

/// DID-9: gone to its readers on the day, gone from the table when that day is cleared, and the record says so.
#[test]
fn it_is_gone_on_its_day() {
    on_both(async |store| {
        on_agenda(&store).await;
        write(&store, WRITER, OTHER, "Något annat.").await.unwrap().unwrap();
        act(&store, COORDINATOR, advice(), "2027-06-10T15:00").await.unwrap().unwrap();
        let told = DeidentifiedAct::FollowUp { text: "Det går bra.".to_owned() };
        act(&store, WRITER, told, "2027-07-22T09:00").await.unwrap().unwrap();
        let last = at("2027-08-20T23:00");
        assert_eq!(store.delete_deidentified(last).await.unwrap(), 0);
        assert!(store.deidentified(WRITER, ID, last).await.is_ok());
        let gone = at("2027-08-21T00:01");
        assert!(store.deidentified(WRITER, ID, gone).await.is_err(), "before anybody has cleared");
        assert_eq!(rows_of(&store, ID).await, 5);
        assert_eq!(store.delete_deidentified(gone).await.unwrap(), 1);
        assert_eq!((rows_of(&store, ID).await, rows_of(&store, OTHER).await), (0, 1));
        assert_eq!(store.verify().await.unwrap(), []);
    });
}

/// DID-8: with a consent after all the old text is deleted at once, and nothing becomes of it.
#[test]
fn what_has_ended_is_gone_at_once() {
    on_both(async |store| {
        on_agenda(&store).await;
        let end = DeidentifiedAct::End { why: End::ConsentGiven };
        act(&store, WRITER, end, "2027-06-05T09:00").await.unwrap().unwrap();
        assert_eq!(rows_of(&store, ID).await, 0);
        assert!(store.deidentified(COORDINATOR, ID, at("2027-06-05T09:01")).await.is_err());
        assert_eq!(store.verify().await.unwrap(), []);
    });
}

/// DID-5: no row of it, and no row of access to it, names a process.
#[test]
fn nothing_leads_to_a_process() {
    on_both(async |store| {
        on_agenda(&store).await;
        let _read = store.deidentified(member(1), ID, at("2027-06-03T09:00")).await.unwrap();
        static LEADS: Sql =
            Sql { name: "test::LEADS", text: "SELECT action FROM access WHERE process_id IS NOT NULL" };
        let leads = store.db.read(|tx| tx.rows(&LEADS, &[], |row| row.text(0))).await.unwrap();
        assert!(leads.is_empty(), "{leads:?}");
    });
}

/// Whatever is changed behind the program's back is found, and so is what was deleted without a word.
#[test]
fn what_is_bent_afterwards_is_found() {
    static TAMPERINGS: [Sql; 5] = [
        Sql {
            name: "test::D1",
            text: "UPDATE deidentified_event SET event = replace(event, 'Samtal', 'Inget')",
        },
        Sql { name: "test::D2", text: "UPDATE deidentified_event SET day = '2027-01-01' WHERE version = 2" },
        Sql { name: "test::D3", text: "DELETE FROM deidentified_event WHERE version = 3" },
        Sql { name: "test::D4", text: "DELETE FROM deidentified_event" },
        Sql { name: "test::D5", text: "UPDATE deidentified_event SET recorded_us = 1 WHERE version = 1" },
    ];
    on_both(async |store| {
        on_agenda(&store).await;
        assert_eq!(store.verify().await.unwrap(), []);
        for tampering in &TAMPERINGS {
            let broken = store.db.write(move |tx: &mut Tx| {
                assert!(tx.exec(tampering, &[])? > 0, "{}", tampering.text);
                let found = crate::verify::deidentified::look(tx)?;
                // Undone with the transaction.
                Err::<(), _>(Fault::Engine(format!("{found:?}").into()))
            });
            let told = format!("{:?}", broken.await.unwrap_err());
            assert!(told.contains("DeidentifiedAltered"), "{}: {told}", tampering.text);
        }
    });
}

async fn rows_of(store: &Store, id: DeidentifiedId) -> usize {
    static ROWS: Sql =
        Sql { name: "test::ROWS", text: "SELECT version FROM deidentified_event WHERE description_id = $1" };
    let rows = store.db.read(move |tx| tx.rows(&ROWS, &[V::Id(id.0)], |row| row.int(0)));
    rows.await.unwrap().len()
}
