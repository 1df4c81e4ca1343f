//! Is a note its writer's alone and gone when it should be, and does nobody bend what the parties should develop?

use super::*;
use crate::{
    engine::Sql,
    tests::{
        both::{at, on_both},
        world::{self, PROCESS, personas, staff},
    },
};
use domain::{
    choice::SambaRoute,
    deidentify::Known,
    ids::{BodyId, DevelopmentNeedId, PartyId},
    samba::{
        Mandate,
        choice::CaseEnd,
        need::{LookedThrough, NeedAct, NeedArea, NeedRefusal, NeedState},
    },
};
use jiff::civil::date;
use policy::Seat;
use uuid::Uuid;

const WRITER: Actor = coordinator(0xd1);
const OTHER: Actor = coordinator(0xd2);
const NOTE: WorkingNoteId = WorkingNoteId(Uuid::from_u128(0xe1));
const SECOND: WorkingNoteId = WorkingNoteId(Uuid::from_u128(0xe2));
const NEED: DevelopmentNeedId = DevelopmentNeedId(Uuid::from_u128(0xf1));
const CASE: NoteCase = NoteCase { process: PROCESS, case: CaseNo(1) };
const WORDS: &str = "Ring tillbaka till skolan";

static ROWS: Sql = Sql { name: "test::NOTES", text: "SELECT count(*) FROM working_note" };
static ON_RECORD: Sql = Sql {
    name: "test::NOTES_ON_RECORD",
    text: "SELECT action, outcome, process_id, detail FROM access WHERE action LIKE '%working_note%' \
           ORDER BY access_id",
};

const fn coordinator(number: u128) -> Actor {
    Actor { person: PersonId(Uuid::from_u128(number)), seat: Seat::SambaCoordinator }
}

fn member() -> Actor {
    let seat = Seat::BodyMember { body: BodyId(1), party: PartyId(1), mandate: Mandate::Costs };
    Actor { person: WRITER.person, seat }
}

fn strangers() -> Vec<Actor> {
    personas()
        .into_iter()
        .chain([member(), Actor { person: WRITER.person, seat: Seat::Coordinator }])
        .collect()
}

fn now() -> Now {
    at("2026-06-06T10:00")
}

fn note(case: Option<NoteCase>) -> NewNote {
    NewNote {
        case,
        day: now().today(),
        kind: NoteKind::PhoneCall,
        text: WORDS.to_owned(),
        contains_fact: false,
        considered: false,
        last_day: date(2026, 6, 20),
    }
}

/// A process that the coordinator has been contacted about.
async fn contacted(store: &Store) {
    world::summoned(store, PROCESS).await;
    let (route, by, on) = (SambaRoute::NewConsent, world::COUNSELLOR, now().today());
    world::act(store, PROCESS, vec![Event::SambaContacted { route, by, on }]).await.unwrap();
}

async fn keep(store: &Store, id: WorkingNoteId, note: NewNote) {
    assert_eq!(store.write_working_note(WRITER, id, note, now()).await.unwrap(), Ok(()));
}

async fn rows(store: &Store) -> i64 {
    store.db.read(|tx| tx.one(&ROWS, &[], |row| row.int(0))).await.unwrap().unwrap()
}

async fn shown(store: &Store, actor: Actor, now: Now) -> Option<Vec<String>> {
    let notes = store.working_notes(actor, now).await.ok()?.notes;
    Some(notes.into_iter().map(|note| note.text).collect())
}

fn is_hidden<T>(answer: &Result<T, Error>) -> bool {
    matches!(answer, Err(Error::Denied(Denial::Hidden)))
}

/// DESK-1: another coordinator finds a desk of one's own, and everybody else finds none; nobody but the writer takes a
/// note away.
#[test]
fn a_note_is_its_writers_alone() {
    on_both(async |store| {
        contacted(&store).await;
        keep(&store, NOTE, note(None)).await;
        assert_eq!(shown(&store, WRITER, now()).await.unwrap(), [WORDS]);
        assert_eq!(shown(&store, OTHER, now()).await.unwrap(), [""; 0]);
        assert!(is_hidden(&store.delete_working_note(OTHER, NOTE, now()).await));
        for stranger in strangers() {
            assert!(is_hidden(&store.working_notes(stranger, now()).await.map(drop)), "{stranger:?}");
            let written = store.write_working_note(stranger, SECOND, note(None), now()).await;
            assert!(is_hidden(&written), "{stranger:?}");
            assert!(is_hidden(&store.delete_working_note(stranger, NOTE, now()).await), "{stranger:?}");
        }
        assert_eq!(rows(&store).await, 1);
        store.delete_working_note(WRITER, NOTE, now()).await.unwrap();
        assert_eq!(rows(&store).await, 0);
        assert!(is_hidden(&store.delete_working_note(WRITER, NOTE, now()).await), "it is not there any more");
    });
}

/// DESK-2: after its last day a note is shown to nobody, and upkeep leaves nothing of it.
#[test]
fn a_note_is_gone_after_its_last_day() {
    on_both(async |store| {
        keep(&store, NOTE, note(None)).await;
        keep(&store, SECOND, NewNote { last_day: date(2026, 6, 21), ..note(None) }).await;
        let last = at("2026-06-20T23:59");
        assert_eq!(shown(&store, WRITER, last).await.unwrap().len(), 2);
        assert_eq!(store.delete_working_notes(last).await.unwrap(), 0);
        let after = at("2026-06-21T00:00");
        assert_eq!(shown(&store, WRITER, after).await.unwrap().len(), 1);
        assert!(is_hidden(&store.delete_working_note(WRITER, NOTE, after).await));
        assert_eq!(rows(&store).await, 2, "nobody has tidied up yet");
        assert_eq!(store.delete_working_notes(after).await.unwrap(), 1);
        assert_eq!(rows(&store).await, 1);
    });
}

/// DESK-2: what has no last day, or one too far off, is not kept.
#[test]
fn a_note_without_an_end_is_not_kept() {
    on_both(async |store| {
        let endless = NewNote { last_day: date(2027, 6, 1), ..note(None) };
        let refused = store.write_working_note(WRITER, NOTE, endless, now()).await.unwrap();
        assert_eq!((refused, rows(&store).await), (Err(NoteFault::LastDayTooFar), 0));
    });
}

/// DESK-2: with the case go its notes, in the same act; what is about no case stays.
#[test]
fn notes_go_with_their_case() {
    let closed =
        |case, on| SambaEvent::SambaClosed { case, end: CaseEnd::AdviceGiven, by: WRITER.person, on };
    let ends: [fn(CaseNo, Date) -> SambaEvent; 2] =
        [closed, |case, on| SambaEvent::SambaWithdrawn { case, on }];
    for end in ends {
        on_both(async |store| {
            contacted(&store).await;
            keep(&store, NOTE, note(Some(CASE))).await;
            keep(&store, SECOND, note(None)).await;
            let found = store.working_notes(WRITER, now()).await.unwrap();
            let about: Vec<_> = found.notes.iter().map(|note| note.case.map(|case| case.case)).collect();
            assert_eq!(about, [Some(CASE), None]);
            assert_eq!(found.cases.len(), 1);
            let event = end(CaseNo(1), now().today());
            world::act(&store, PROCESS, vec![Event::Samba(event)]).await.unwrap();
            assert_eq!(rows(&store).await, 1);
            let found = store.working_notes(WRITER, now()).await.unwrap();
            assert!(found.cases.is_empty() && found.notes[0].case.is_none());
            let late = store.write_working_note(WRITER, NOTE, note(Some(CASE)), now()).await;
            assert!(is_hidden(&late), "the case is over");
        });
    }
}

/// DESK-1: a note about a case that is not with the coordinator is refused as if there were no such case.
#[test]
fn a_note_is_about_a_case_of_ones_own() {
    on_both(async |store| {
        world::summoned(&store, PROCESS).await;
        let nowhere = NoteCase { process: ProcessId(Uuid::from_u128(0x999)), case: CaseNo(1) };
        for case in [CASE, nowhere] {
            assert!(is_hidden(&store.write_working_note(WRITER, NOTE, note(Some(case)), now()).await));
        }
        assert_eq!(rows(&store).await, 0);
    });
}

/// DESK-1: the record says that a note was written, read and deleted; not what stood in it, nor about which case.
#[test]
fn the_record_holds_nothing_of_a_note() {
    on_both(async |store| {
        contacted(&store).await;
        keep(&store, NOTE, note(Some(CASE))).await;
        shown(&store, WRITER, now()).await.unwrap();
        let endless = NewNote { last_day: date(2027, 6, 1), ..note(Some(CASE)) };
        store.write_working_note(WRITER, SECOND, endless, now()).await.unwrap().unwrap_err();
        store.delete_working_note(WRITER, NOTE, now()).await.unwrap();
        let row = |row: &Row| Ok((row.text(0)?, row.text(1)?, row.opt_id(2)?, row.opt_text(3)?));
        let said = store.db.read(move |tx| tx.rows(&ON_RECORD, &[], row)).await.unwrap();
        let words: Vec<_> = said.iter().map(|(action, outcome, ..)| format!("{action} {outcome}")).collect();
        assert_eq!(
            words,
            [
                "write_working_note granted",
                "read_working_notes granted",
                "write_working_note refused",
                "delete_working_note granted",
            ]
        );
        assert!(said.iter().all(|(_, _, process, detail)| process.is_none() && detail.is_none()), "{said:?}");
        assert_eq!(store.verify().await.unwrap(), [], "what is deleted is missed nowhere");
    });
}

fn text(words: &str) -> LookedThrough {
    LookedThrough::new(&Known::default(), words.to_owned(), &[]).unwrap()
}

async fn act(store: &Store, act: NeedAct) -> Result<(), NeedRefusal> {
    store.change_development_need(WRITER, NEED, act, now()).await.unwrap()
}

async fn concluded(store: &Store) {
    let day = now().today();
    assert_eq!(
        act(store, NeedAct::Note { day, area: NeedArea::Gap, text: text("Ingen tar emot.") }).await,
        Ok(())
    );
    assert_eq!(act(store, NeedAct::Take { day }).await, Ok(()));
    assert_eq!(act(store, NeedAct::Conclude { day, text: text("Alla tar emot.") }).await, Ok(()));
}

/// DESK-3: the coordinators write, whoever sits in a body reads, and for everybody else there is no such list.
#[test]
fn needs_are_read_by_those_who_can_do_something_about_them() {
    on_both(async |store| {
        concluded(&store).await;
        for reader in [WRITER, OTHER, member()] {
            let needs = store.development_needs(reader, now()).await.unwrap();
            let told: Vec<_> =
                needs.iter().map(|one| (one.id, one.need.state(), one.need.text.as_str())).collect();
            assert_eq!(told, [(NEED, NeedState::Concluded, "Ingen tar emot.")]);
        }
        let unknown = DevelopmentNeedId(Uuid::from_u128(0xf2));
        let take = || NeedAct::Take { day: now().today() };
        for stranger in strangers() {
            let changed = store.change_development_need(stranger, NEED, take(), now()).await;
            assert!(is_hidden(&changed), "{stranger:?}");
            if stranger != member() {
                assert!(is_hidden(&store.development_needs(stranger, now()).await), "{stranger:?}");
            }
        }
        assert!(is_hidden(&store.change_development_need(WRITER, unknown, take(), now()).await));
        assert_eq!(act(&store, take()).await, Err(NeedRefusal::AlreadyConcluded));
        let clerk = staff(world::CLERK, world::BUP);
        assert!(is_hidden(&store.development_needs(clerk, now()).await));
    });
}

/// DESK-5: whatever is changed behind the program's back is found.
#[test]
fn a_need_that_is_bent_afterwards_is_found() {
    static TAMPERINGS: [Sql; 6] = [
        Sql {
            name: "test::D1",
            text: "UPDATE development_need_event SET event = replace(event, 'Ingen', 'Alla') WHERE version = 1",
        },
        Sql { name: "test::D2", text: "DELETE FROM development_need_event WHERE version = 3" },
        Sql { name: "test::D3", text: "UPDATE development_need_event SET recorded_us = 1 WHERE version = 2" },
        Sql { name: "test::D4", text: "UPDATE development_need_event SET version = 9 WHERE version = 3" },
        Sql {
            name: "test::D5",
            text: "UPDATE development_need_event SET author = need_id WHERE version = 1",
        },
        Sql { name: "test::D6", text: "DELETE FROM development_need_event" },
    ];
    on_both(async |store| {
        concluded(&store).await;
        assert_eq!(store.verify().await.unwrap(), []);
        for tampering in &TAMPERINGS {
            let broken = store.db.write(move |tx: &mut Tx| {
                assert!(tx.exec(tampering, &[])? > 0, "{}", tampering.text);
                let found = crate::verify::needs::look(tx)?;
                // Undone with the transaction.
                Err::<(), _>(Fault::Engine(format!("{found:?}").into()))
            });
            let told = format!("{:?}", broken.await.unwrap_err());
            assert!(told.contains("NeedsAltered"), "{}: {told}", tampering.text);
        }
    });
}
