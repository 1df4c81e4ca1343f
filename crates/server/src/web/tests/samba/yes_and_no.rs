//! What is asked for, and what do a yes, a no and a change of mind lead to? (S7, S8, S17)

use axum::http::StatusCode;
use domain::{BodyId, PartyId};

use super::{
    super::{
        family::story::{ELIN, FATHER, receipt},
        stories::form::Form,
        world::{COUNSELLOR, DOCTOR, MOTHER},
    },
    ground::{CASE, TODAY, answers, chosen, consent_asked, described, desk, sent},
};

/// CON-21: nothing is chosen beforehand, and what is shown is what is locked.
#[tokio::test]
async fn nothing_is_ticked_beforehand_and_the_text_shown_is_the_one_locked() {
    let story = described().await;
    let address = desk(&story, "/samba/consent");
    let mut counsellor = story.as_(COUNSELLOR).await;
    let page = counsellor.get(&address).await;
    assert_eq!(page.attributes("input[name=parties]", "value").len(), 6);
    assert!(page.attributes("input[checked]", "value").is_empty(), "the family chooses");
    let none = counsellor.post(&address, &[("valid_until", "2027-01-31")]).await;
    assert_eq!((none.status, none.texts("#bodies-fault").len()), (StatusCode::UNPROCESSABLE_ENTITY, 1));

    let preview = chosen(&story, &mut counsellor, &["council"], &["avf", "bup"]).await;
    assert_eq!(preview.status, StatusCode::OK);
    let shown = preview.texts("#text ~ .as-written").concat();
    assert!(
        shown.contains("Arbete- och välfärdsförvaltningen, enhetschef") && !shown.contains("verksamhetschef")
    );
    assert!(story.process().await.samba.consents().next().is_none(), "looking locks nothing");
    let form = Form::at(&preview, &address);
    let other: Vec<(&str, &str)> = form.fields().into_iter().filter(|(_, value)| *value != "bup").collect();
    let changed = counsellor.post(&address, &other).await;
    assert_eq!(changed.status, StatusCode::UNPROCESSABLE_ENTITY, "another text than the one shown");
    let reply = sent(&mut counsellor, &form).await;
    receipt(&mut counsellor, reply).await;
    let mother = story.as_(MOTHER).await.get(&story.at("/samba")).await;
    assert_eq!(mother.texts("#text ~ .as-written").concat(), shown);
    assert!(
        mother.body.contains("Elevhälsan har ringt hem varje morgon."),
        "and reads the description first"
    );
}

/// CON-22: only the caseworker asks, and registers what came on paper.
#[tokio::test]
async fn only_the_caseworker_asks_and_registers() {
    let story = described().await;
    let mut doctor = story.as_(DOCTOR).await;
    let asked = doctor.post(&desk(&story, "/samba/consent"), &[("bodies", "council")]).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    let story = consent_asked(&["council"], &["avf"]).await;
    let address = desk(&story, &format!("/samba/answers/{}", FATHER.person));
    let mut doctor = story.as_(DOCTOR).await;
    assert_eq!(doctor.get(&address).await.status, StatusCode::FORBIDDEN);
    assert_eq!(doctor.post(&address, &[("answer", "no")]).await.status, StatusCode::FORBIDDEN);
    let mut counsellor = story.as_(COUNSELLOR).await;
    let paper = Form::at(&counsellor.get(&address).await, &address)
        .set("answer", "yes")
        .set("method", "paper")
        .set("signed_on", "2026-08-31")
        .set("kept_at", "Pärm 3");
    let reply = sent(&mut counsellor, &paper).await;
    receipt(&mut counsellor, reply).await;
    let process = story.process().await;
    let (_, consent) = process.samba.consents().next().unwrap();
    assert!(
        consent.signatures.contains_key(&FATHER.person) && !consent.active,
        "the mother has not answered"
    );
}

/// CON-21, CON-23: both have to say yes, and then only those who are named may know.
#[tokio::test]
async fn a_yes_from_everybody_opens_it_for_those_who_are_named() {
    let story = consent_asked(&["council"], &["avf", "bup"]).await;
    let task = story.as_(MOTHER).await.get(&story.at("")).await;
    assert!(task.texts(".to-do").concat().contains("Läs en fråga om Samba"), "{}", task.body);
    let mut mother = story.as_(MOTHER).await;
    let page = mother.get(&story.at("/samba")).await;
    let mut other = Form::at(&page, &story.at("/samba")).press("answer", "yes");
    other = Form::by_hand(&other.action)
        .insist("answer", "yes")
        .insist("consent", "1")
        .insist("shown", &"0".repeat(64));
    assert_eq!(sent(&mut mother, &other).await.status, StatusCode::UNPROCESSABLE_ENTITY, "AU-7");
    assert_eq!(answers(&story, MOTHER, "yes").await.status, StatusCode::SEE_OTHER);
    assert!(story.process().await.bodies_admitted(CASE, TODAY).is_empty(), "the father has not answered");
    assert_eq!(answers(&story, FATHER, "yes").await.status, StatusCode::SEE_OTHER);
    let process = story.process().await;
    let admits = |body, party| process.admits_to_body(CASE, BodyId(body), PartyId(party), TODAY);
    assert!(admits(1, 1) && admits(1, 5) && !admits(1, 2) && !admits(2, 1));
}

/// S8: one no is enough, needs no reason, and leaves the way without a name.
#[tokio::test]
async fn a_no_stops_it() {
    let story = consent_asked(&["council"], &["avf"]).await;
    assert_eq!(answers(&story, MOTHER, "yes").await.status, StatusCode::SEE_OTHER);
    let reply = answers(&story, FATHER, "no").await;
    let mut father = story.as_(FATHER).await;
    let told = receipt(&mut father, reply).await;
    assert!(told.body.contains("utan namn"), "{}", told.body);
    let process = story.process().await;
    assert!(process.samba_consent_is_refused(CASE) && process.bodies_admitted(CASE, TODAY).is_empty());
    let page = story.as_(MOTHER).await.get(&story.at("/samba")).await;
    assert!(page.attributes("button[name=answer]", "value").is_empty(), "nobody is asked again");
}

/// CON-07, CON-23, S17: taken back for one party, and then altogether, and everything stops at once.
#[tokio::test]
async fn it_is_taken_back_for_one_and_for_all() {
    let story = consent_asked(&["council", "samba"], &["avf", "bup"]).await;
    for who in [MOTHER, FATHER] {
        answers(&story, who, "yes").await;
    }
    let mut child = story.as_(ELIN).await;
    let stop = story.at("/samba/stop");
    for (what, left) in [("party-5", 2), ("body-2", 1), ("all", 0)] {
        let page = child.get(&story.at("/samba")).await;
        let form = Form::at(&page, &stop).set("what", what);
        let reply = sent(&mut child, &form).await;
        let told = receipt(&mut child, reply).await;
        assert_eq!(told.texts("h1"), ["Du har tagit tillbaka ditt ja"]);
        assert_eq!(story.process().await.bodies_admitted(CASE, TODAY).len(), left, "{what}");
    }
    let page = story.as_(COUNSELLOR).await.get(&desk(&story, "/samba")).await;
    assert!(page.texts(".state").concat().contains("Familjen har tagit tillbaka samtycket."));
}
