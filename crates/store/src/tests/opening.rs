//! T1, T1b, T19: who may open a process, and what must be right with what it mentions?

use super::{both::on_both, world::*};
use crate::{Answer, Brought, Error, NewRequest, NewText, Outcome, Person, Reason, Store, access};
use domain::{
    Event, Refusal,
    choice::{ClosingReason, ProtectionGrade},
    event::protection::ProtectionEvent,
    ids::{CopyNo, PlanVersion, ProcessId, RequestId},
    party::Receiver,
};
use policy::{Action, Denial};
use uuid::Uuid;

const SECOND: ProcessId = ProcessId(Uuid::from_u128(101));
const REQUEST: RequestId = RequestId(Uuid::from_u128(200));

async fn open_with(store: &Store, actor: policy::Actor, event: Event) -> Result<crate::Changed, Error> {
    store.open_process(SECOND, actor, now(), vec![], move || Ok(vec![event.clone()])).await
}

async fn last_outcome(store: &Store) -> Outcome {
    let log = store.db.read(|tx| access::of_process(tx, SECOND)).await.unwrap();
    log.last().unwrap().outcome
}

fn opened_with(previous: Option<ProcessId>, request: Option<RequestId>) -> Event {
    Event::ProcessOpened {
        child: CHILD,
        initiator: COUNSELLOR,
        unit: SCHOOL,
        custody: custody(),
        previous,
        request,
        on: now().today(),
    }
}

#[test]
fn a_child_is_registered_together_with_its_first_process() {
    on_both(async |store| {
        let guardians = vec![(CHILD, MOTHER, true)];
        let brought = Brought {
            people: vec![person(CHILD, "Alma"), Person { protected: true, ..person(MOTHER, "Britta") }],
            guardians,
            ..Brought::default()
        };
        let counsellor = staff(COUNSELLOR, SCHOOL);
        let refused = store
            .open_process(SECOND, counsellor, now(), brought.clone(), || Err(Refusal::FamilyHasNotAgreed));
        assert!(matches!(refused.await, Err(Error::Refused(Refusal::FamilyHasNotAgreed))));
        assert!(store.person(CHILD).await.unwrap().is_none());
        assert_eq!(last_outcome(&store).await, Outcome::Refused);
        let opened = store.open_process(SECOND, counsellor, now(), brought, || Ok(vec![opened()])).await;
        let process = opened.unwrap().process;
        assert!(process.facts.protected, "a guardian's protection is the process's");
        assert_eq!(store.guardians_of(CHILD).await.unwrap().len(), 1);
        let view = store.read(SECOND, counsellor, Action::ReadProcess, now()).await.unwrap();
        assert_eq!(*view.process, process);
    });
}

#[test]
fn only_a_professional_opens_and_only_in_the_own_name_and_unit() {
    on_both(async |store| {
        people(&store).await;
        for actor in [family(MOTHER), staff(NURSE, SCHOOL), staff(COUNSELLOR, BUP)] {
            let denied = open_with(&store, actor, opened()).await;
            assert!(matches!(denied, Err(Error::Denied(Denial::Forbidden))), "{actor:?}");
            assert_eq!(last_outcome(&store).await, Outcome::Forbidden);
        }
        assert_eq!(store.verify().await.unwrap(), []);
        assert!(store.read(SECOND, family(MOTHER), Action::ReadProcess, now()).await.is_err());
    });
}

#[test]
fn a_process_is_opened_once() {
    on_both(async |store| {
        people(&store).await;
        open(&store, SECOND).await;
        let again = open_with(&store, staff(COUNSELLOR, SCHOOL), opened()).await;
        assert!(matches!(again, Err(Error::Fault(_))));
    });
}

/// T19: whoever may not take up the earlier process again cannot link to it either, and nobody before it is over.
#[test]
fn a_restart_needs_the_right_to_the_process_before() {
    on_both(async |store| {
        summoned(&store, PROCESS).await;
        let stranger = Event::ProcessOpened {
            child: CHILD,
            initiator: STRANGER,
            unit: ELSEWHERE,
            custody: custody(),
            previous: Some(PROCESS),
            request: None,
            on: now().today(),
        };
        let denied = open_with(&store, staff(STRANGER, ELSEWHERE), stranger).await;
        assert!(matches!(denied, Err(Error::Denied(Denial::Hidden))));
        let again = || open_with(&store, staff(COUNSELLOR, SCHOOL), opened_with(Some(PROCESS), None));
        assert!(matches!(again().await, Err(Error::Refused(Refusal::NotOver))), "it still goes on");
        assert_eq!(last_outcome(&store).await, Outcome::Refused);
        let over = Event::ProcessClosed { reason: ClosingReason::GoalsReached, on: now().today() };
        let plan = NewText { id: text(90), body: "plan".to_owned() };
        let released = Event::CopyReleased {
            copy: CopyNo(1),
            receiver: Receiver::Family { person: MOTHER },
            version: PlanVersion(1),
            text: plan.frozen(),
            on: now().today(),
        };
        let counsellor = staff(COUNSELLOR, SCHOOL);
        let decide = move |_: &_| Ok(vec![released.clone(), over.clone()]);
        let ended = store.change(PROCESS, counsellor, Action::WriteSummons, now(), vec![plan], decide);
        ended.await.unwrap();
        let again = again().await;
        assert_eq!(again.unwrap().process.opening.previous, Some(PROCESS));
        let unsigned = store.earlier_plan(SECOND, counsellor, now()).await;
        assert!(matches!(unsigned, Err(Error::Denied(Denial::Forbidden))), "the new consent comes first");
        let of = async |person| store.earlier_plan(SECOND, family(person), now()).await.unwrap();
        assert_eq!(of(MOTHER).await.as_deref(), Some("plan"), "the copy she was given");
        assert_eq!(of(CHILD).await, None, "who was given none has none");
    });
}

/// T1b: opening is the best answer to a request.
#[test]
fn a_process_answers_the_request_it_names() {
    on_both(async |store| {
        people(&store).await;
        store.put_guardian(CHILD, MOTHER, true).await.unwrap();
        let asking = |id, unit| NewRequest { id, child: CHILD, unit, wish: "Hjälp oss.".to_owned() };
        let elsewhere = RequestId(Uuid::from_u128(201));
        let refused = RequestId(Uuid::from_u128(202));
        for request in [asking(REQUEST, SCHOOL), asking(elsewhere, BUP), asking(refused, SCHOOL)] {
            store.ask_for_process(family(MOTHER), request, now()).await.unwrap();
        }
        let no = Answer::Refused { reason: Reason::new("Akut läge.").unwrap() };
        store.answer_request(inbox(CLERK, SCHOOL), refused, no, now()).await.unwrap();
        let counsellor = staff(COUNSELLOR, SCHOOL);
        for request in [elsewhere, refused, RequestId(Uuid::from_u128(404))] {
            let denied = open_with(&store, counsellor, opened_with(None, Some(request))).await;
            assert!(matches!(denied, Err(Error::Denied(Denial::Hidden))));
        }
        open_with(&store, counsellor, opened_with(None, Some(REQUEST))).await.unwrap();
        let mut requests = store.requests(family(MOTHER), now()).await.unwrap();
        requests.retain(|request| request.process.is_some());
        assert_eq!(requests.len(), 1);
        assert_eq!((requests[0].id, requests[0].process), (REQUEST, Some(SECOND)));
        assert!(requests[0].answer.is_some());
    });
}

/// PID-1: the register's mark stays for as long as another process needs it.
#[test]
fn a_mark_ended_in_one_process_stays_for_another() {
    on_both(async |store| {
        people(&store).await;
        let on = now().today();
        let protected = Event::Protection(ProtectionEvent::IdentityProtected {
            person: CHILD,
            grade: ProtectionGrade::ProtectedRegistration,
            by: COUNSELLOR,
            on,
        });
        let ended = Event::Protection(ProtectionEvent::ProtectionEnded { person: CHILD, by: COUNSELLOR, on });
        for process in [PROCESS, SECOND] {
            open(&store, process).await;
            act(&store, process, vec![protected.clone()]).await.unwrap();
        }
        let is_marked = async || store.person(CHILD).await.unwrap().unwrap().protected;
        act(&store, PROCESS, vec![ended.clone()]).await.unwrap();
        assert!(is_marked().await);
        act(&store, SECOND, vec![ended]).await.unwrap();
        assert!(!is_marked().await);
    });
}
