//! Who switches the mark on and off, and what of it is stored? (PID-1, PID-10)

use axum::http::StatusCode;

use super::{
    super::{
        family::story::{ELIN, FATHER, Story, receipt},
        world::{COUNSELLOR, DOCTOR},
    },
    story::{COLLEAGUE, HEAD_OF_SCHOOL, ask, at, name, protect, staffed},
};

/// PID-1: on by one person at once, and what awaits a signature is opened again; off by two, and not by the same.
#[tokio::test]
async fn the_mark_goes_on_by_one_and_off_by_two() {
    let story = staffed(Story::frozen().await).await;
    let mut counsellor = story.as_(COUNSELLOR).await;
    assert!(counsellor.get(&at(&story, "/protection")).await.texts(".protected-mark").is_empty());
    let answer = protect(&story).await;
    let told = receipt(&mut counsellor, answer).await;
    assert!(told.body.contains("öppnad igen"), "{}", told.body);
    assert_eq!(told.texts(".protected-mark").len(), 1, "AC-9: the receipt bears the mark");
    let page = counsellor.get(&at(&story, "/protection")).await;
    assert_eq!(page.texts(".protected-mark").len(), 1);
    assert!(page.texts("#protected ~ ul").concat().contains("Skyddad folkbokföring"), "{}", page.body);

    let child = ELIN.person.to_string();
    let lower = [("act", "protect"), ("who", child.as_str()), ("grade", "secrecy_marking")];
    let refused = counsellor.post(&at(&story, "/protection"), &lower).await;
    assert_eq!(refused.attribute(".refusal", "data-reason").as_deref(), Some("protection-only-raised"));

    let end = [("act", "end"), ("person", child.as_str())];
    let refused = counsellor.post(&at(&story, "/protection"), &end).await;
    assert_eq!(refused.attribute(".refusal", "data-reason").as_deref(), Some("end-not-proposed"));
    let propose = [("act", "propose-end"), ("person", child.as_str()), ("end-reason", "Hotet är borta")];
    let answer = counsellor.post(&at(&story, "/protection"), &propose).await;
    receipt(&mut counsellor, answer).await;
    let refused = counsellor.post(&at(&story, "/protection"), &end).await;
    assert_eq!(refused.attribute(".refusal", "data-reason").as_deref(), Some("second-person-needed"));
    assert!(story.process().await.is_protected());

    let mut colleague = story.as_(COLLEAGUE).await;
    assert_eq!(colleague.get(&at(&story, "/protection")).await.status, StatusCode::NOT_FOUND);
    ask(&story).await;
    name(&story, HEAD_OF_SCHOOL, COLLEAGUE).await;
    let page = colleague.get(&at(&story, "/protection")).await;
    assert!(page.body.contains("Hotet är borta"), "{}", page.body);
    let answer = colleague.post(&at(&story, "/protection"), &end).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(!story.process().await.is_protected());
}

/// PID-10: an assumed identity is refused, and not even the no is on record.
#[tokio::test]
async fn an_assumed_identity_leaves_no_trace() {
    let story = staffed(Story::frozen().await).await;
    let before = story.process().await;
    let log = || async {
        let mother = super::super::world::MOTHER.person;
        let actor = policy::Actor { person: mother, seat: policy::Seat::Family };
        let app = &story.world.app;
        let log = app.store.access_log(story.id, actor, app.clock.now()).await.unwrap();
        log.iter().map(|access| access.action.to_string()).collect::<Vec<_>>()
    };
    let child = ELIN.person.to_string();
    let fields = [("act", "protect"), ("who", child.as_str()), ("grade", "assumed_identity")];
    let mut counsellor = story.as_(COUNSELLOR).await;
    let refused = counsellor.post(&at(&story, "/protection"), &fields).await;
    assert_eq!(refused.attribute(".refusal", "data-reason").as_deref(), Some("assumed-identity"));
    assert_eq!(story.process().await, before);
    assert!(!log().await.iter().any(|action| action == "protect"), "{:?}", log().await);
}

/// PID-2: whereabouts are hidden from a guardian, for a reason, once somebody is protected; by those who lead.
#[tokio::test]
async fn whereabouts_are_hidden_with_a_reason() {
    let story = staffed(Story::sent().await).await;
    let father = FATHER.person.to_string();
    let hide = [("act", "hide"), ("from", father.as_str()), ("hide-reason", "Kontaktförbud")];
    let mut counsellor = story.as_(COUNSELLOR).await;
    let refused = counsellor.post(&at(&story, "/protection"), &hide).await;
    assert_eq!(refused.attribute(".refusal", "data-reason").as_deref(), Some("not-protected"));
    protect(&story).await;
    let bare = [("act", "hide"), ("from", father.as_str()), ("hide-reason", "")];
    let again = counsellor.post(&at(&story, "/protection"), &bare).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = counsellor.post(&at(&story, "/protection"), &hide).await;
    receipt(&mut counsellor, answer).await;
    assert!(story.process().await.hides_whereabouts_from(FATHER.person));
    let page = counsellor.get(&at(&story, "/protection")).await;
    assert!(page.texts(".notice").concat().contains("Johan Lindqvist"), "{}", page.body);
    let mut doctor = story.as_(DOCTOR).await;
    assert_eq!(doctor.post(&at(&story, "/protection"), &hide).await.status, StatusCode::NOT_FOUND);
}
