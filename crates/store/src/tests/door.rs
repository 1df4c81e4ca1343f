//! Is every ruling on record, and does a no change nothing?

use super::{both::on_both, world::*};
use crate::{Access, Brought, DraftKey, Error, NewText, Outcome, Saved, Store, access};
use domain::{Event, Refusal, ids::ProcessId};
use policy::{Action, Actor, Denial, Ground};
use uuid::Uuid;

async fn log(store: &Store) -> Vec<Access> {
    store.db.read(|tx| access::of_process(tx, PROCESS)).await.unwrap()
}

async fn last(store: &Store) -> (Outcome, String, Option<String>, Option<String>) {
    let row = log(store).await.pop().unwrap();
    let owned = |text: Option<std::borrow::Cow<'_, str>>| text.map(|text| text.into_owned());
    (row.outcome, row.action.into_owned(), owned(row.ground), owned(row.detail))
}

fn comment(by: domain::PersonId) -> Event {
    Event::PreMeetingCommented { by, comment: text(50) }
}

fn note() -> NewText {
    NewText { id: text(50), body: "Alma vill gärna vara med.".to_owned() }
}

#[test]
fn a_read_shows_the_process_and_leaves_a_row() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let view = store.read(PROCESS, staff(NURSE, BUP), Action::ReadProcess, now()).await.unwrap();
        assert_eq!((view.ground, view.process.version), (Ground::Participant(BUP), 10));
        assert_eq!((view.name(CHILD), view.name(STRANGER)), (Some("Alma"), None));
        let row = log(&store).await.pop().unwrap();
        assert_eq!((row.person, row.unit, row.at), (NURSE, Some(BUP), now().instant));
        let granted = (Outcome::Granted, "read_process".to_owned(), Some("participant".to_owned()), None);
        assert_eq!(last(&store).await, granted);
    });
}

/// CON-03, CON-29: what one may not know of is answered like what does not exist, and on record.
#[test]
fn a_hidden_process_is_answered_like_none() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let nobody = staff(STRANGER, ELSEWHERE);
        for id in [PROCESS, ProcessId(Uuid::from_u128(404))] {
            let read = store.read(id, nobody, Action::ReadProcess, now()).await.err().unwrap();
            let act = store.change(id, nobody, Action::TellChange, now(), vec![], |_| {
                panic!("must not be asked to decide")
            });
            for error in [read, act.await.unwrap_err()] {
                assert!(matches!(error, Error::Denied(Denial::Hidden)));
            }
        }
        let hidden = log(&store).await.into_iter().filter(|row| row.outcome == Outcome::Hidden);
        assert_eq!(hidden.count(), 2);
    });
}

#[test]
fn whoever_may_know_but_not_act_is_told_so_and_it_is_on_record() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let nurse = staff(NURSE, BUP);
        let denied = store.change(PROCESS, nurse, Action::Dispatch, now(), vec![], |_| panic!("not asked"));
        assert!(matches!(denied.await, Err(Error::Denied(Denial::Forbidden))));
        assert_eq!(last(&store).await, (Outcome::Forbidden, "dispatch".to_owned(), None, None));
    });
}

/// A refused act changes nothing, and is on record with its reason.
#[test]
fn a_refusal_changes_nothing_and_is_on_record() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let before = everything(&store).await;
        let brought = Brought { people: vec![person(STRANGER, "Frida")], ..vec![note()].into() };
        let refused =
            store.change(PROCESS, family(MOTHER), Action::CommentPreMeeting, now(), brought, |_| {
                Err(Refusal::UnitNotProposed)
            });
        assert!(matches!(refused.await, Err(Error::Refused(Refusal::UnitNotProposed))));
        assert_eq!(everything(&store).await, before);
        let (outcome, action, ground, detail) = last(&store).await;
        assert_eq!((outcome, action.as_str()), (Outcome::Refused, "comment_pre_meeting"));
        assert_eq!((ground.as_deref(), detail.as_deref()), (Some("guardian"), Some("UnitNotProposed")));
    });
}

#[test]
fn an_act_stores_its_events_and_texts_and_hands_in_its_draft() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let (mother, action) = (family(MOTHER), Action::CommentPreMeeting);
        let key = DraftKey { process: PROCESS, form: "comment".to_owned(), subject: String::new() };
        let saved = store.save_draft(key.clone(), 0, "{}".to_owned(), mother, action, now()).await.unwrap();
        assert_eq!(saved, Saved::Stored { revision: 1 });
        let (_, draft) = store.read_draft(key.clone(), mother, action, now()).await.unwrap();
        assert_eq!(draft.unwrap().editor, MOTHER);
        let brought = Brought { drafts: vec![key.clone()], ..vec![note()].into() };
        let done = store.change(PROCESS, mother, action, now(), brought, |_| Ok(vec![comment(MOTHER)]));
        let done = done.await.unwrap();
        assert_eq!((done.events, done.process.version), (vec![comment(MOTHER)], 11));
        let (view, draft) = store.read_draft(key, mother, action, now()).await.unwrap();
        assert_eq!((view.process, draft), (done.process.into(), None));
        assert_eq!(view.texts[&text(50)], note().body);
    });
}

#[test]
fn a_draft_is_for_those_who_may_do_what_it_is_for() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let key = DraftKey { process: PROCESS, form: "kallelse".to_owned(), subject: String::new() };
        let nurse = staff(NURSE, BUP);
        let save = store.save_draft(key.clone(), 0, "{}".to_owned(), nurse, Action::WriteSummons, now());
        assert!(matches!(save.await, Err(Error::Denied(Denial::Forbidden))));
        let read = store.read_draft(key, nurse, Action::WriteSummons, now()).await;
        assert!(matches!(read, Err(Error::Denied(Denial::Forbidden))));
        assert_eq!(last(&store).await.0, Outcome::Forbidden);
    });
}

#[test]
fn nothing_to_do_is_no_error_and_stores_no_text() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let before = everything(&store).await;
        let act =
            store.change(PROCESS, family(MOTHER), Action::CommentPreMeeting, now(), vec![note()], |_| {
                Ok(vec![])
            });
        assert_eq!(act.await.unwrap().events, []);
        assert_eq!(everything(&store).await, before);
        assert_eq!(last(&store).await.0, Outcome::Granted);
    });
}

/// AD-5: the family sees who has looked; nobody else does.
#[test]
fn the_family_sees_who_has_looked() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        store.read(PROCESS, staff(NURSE, BUP), Action::ReadProcess, now()).await.unwrap();
        let seen = store.access_log(PROCESS, family(MOTHER), now()).await.unwrap();
        assert_eq!(seen.last().map(|row| (row.person, row.outcome)), Some((NURSE, Outcome::Granted)));
        let denied = store.access_log(PROCESS, staff(NURSE, BUP), now()).await;
        assert!(matches!(denied, Err(Error::Denied(Denial::Forbidden))));
    });
}

/// Two who act at once are both served, one after the other, on what the other has made of it.
#[test]
fn acts_that_meet_are_decided_one_after_the_other() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let clients: Vec<_> = (0..4_u128)
            .map(|client| {
                let store = store.clone();
                tokio::spawn(async move {
                    for number in 0..5 {
                        let id = text(100 + client * 10 + number);
                        let seen = move |process: &domain::Process| {
                            let commented = process.pre_meeting.as_ref().map_or(0, |met| met.comments.len());
                            assert_eq!(commented + 10, process.version as usize);
                            Ok(vec![Event::PreMeetingCommented { by: MOTHER, comment: id }])
                        };
                        let act = Action::CommentPreMeeting;
                        store.change(PROCESS, family(MOTHER), act, now(), vec![], seen).await.unwrap();
                    }
                })
            })
            .collect();
        for client in clients {
            client.await.unwrap();
        }
        let view = store.read(PROCESS, family(MOTHER), Action::ReadProcess, now()).await.unwrap();
        assert_eq!(view.process.version, 30);
        assert_eq!(store.verify().await.unwrap(), []);
    });
}

/// A process stands in a list exactly when it can be opened, whoever asks.
#[test]
fn the_list_shows_what_can_be_opened_and_nothing_else() {
    on_both(async |store| {
        let (second, third) = (ProcessId(Uuid::from_u128(101)), ProcessId(Uuid::from_u128(102)));
        summoned(&store, PROCESS).await;
        open(&store, second).await;
        summoned(&store, third).await;
        let ended = Event::ProcessDiscontinued {
            reason: domain::choice::DiscontinuedReason::FamilyEnds,
            on: now().today(),
        };
        act(&store, third, vec![ended]).await.unwrap();
        let mut shown = 0;
        for actor in personas() {
            let mut openable = vec![];
            for id in [PROCESS, second, third] {
                openable.extend(can_open(&store, id, actor).await.then_some(id));
            }
            let mut listed: Vec<_> =
                store.visible(actor, now()).await.unwrap().into_iter().map(|one| one.id).collect();
            listed.sort();
            assert_eq!(listed, openable, "{actor:?}");
            shown += listed.len();
        }
        // The child and the mother all three, the counsellor and the nurse the first and the end of the
        // third, the counsellor the second, the clerk at the inbox the first.
        assert_eq!(shown, 3 + 3 + 3 + 2 + 1);
    });
}

/// REL-2: ids are drawn by chance, so that they tell no order.
#[test]
fn the_list_comes_in_the_order_in_which_processes_were_opened() {
    on_both(async |store| {
        let [first, second, third] = [102, 100, 101].map(|id| ProcessId(Uuid::from_u128(id)));
        summoned(&store, first).await;
        open(&store, second).await;
        summoned(&store, third).await;
        let listed = async |actor| -> Vec<ProcessId> {
            store.visible(actor, now()).await.unwrap().into_iter().map(|one| one.id).collect()
        };
        assert_eq!(listed(family(MOTHER)).await, [first, second, third]);
        assert_eq!(listed(inbox(CLERK, BUP)).await, [first, third]);
    });
}

async fn can_open(store: &Store, id: ProcessId, actor: Actor) -> bool {
    for action in [Action::ReadProcess, Action::ReadSummons, Action::LearnThatItEnded] {
        if store.read(id, actor, action, now()).await.is_ok() {
            return true;
        }
    }
    false
}
