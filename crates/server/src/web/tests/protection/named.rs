//! Who gets in while an identity is protected? (PID-4)

use axum::http::StatusCode;

use super::{
    super::{
        family::story::{Story, receipt},
        world::{COUNSELLOR, DOCTOR},
    },
    story::{COLLEAGUE, HEAD_OF_BUP, SECRETARY, ask, at, name, protect, staffed},
};

/// PID-4: a manager learns that somebody has to be named and which unit asks, and nothing of the child.
#[tokio::test]
async fn a_manager_names_people_and_learns_nothing_of_the_child() {
    let story = staffed(Story::sent().await).await;
    protect(&story).await;
    let mut head = story.as_(HEAD_OF_BUP).await;
    let named = format!("/named-users/{}", story.id);
    assert_eq!(head.get(&named).await.status, StatusCode::NOT_FOUND);
    assert!(head.get("/named-users").await.body.contains("Ingen fråga väntar på dig."));

    let mut counsellor = story.as_(COUNSELLOR).await;
    let answer = ask(&story).await;
    let told = receipt(&mut counsellor, answer).await;
    assert!(told.body.contains("Chefen vid"), "{}", told.body);
    let list = head.get("/named-users").await;
    assert_eq!(list.texts(".rows .row").len(), 1, "{}", list.body);
    let page = head.get(&named).await;
    assert_eq!(page.texts(".choice label"), ["Eva Sten", "Omar Haddad"]);
    for page in [&list, &page] {
        for secret in ["Elin", "Lindqvist", "Sara", "Att orka med skolan", "Helena"] {
            assert!(!page.body.contains(secret), "{secret}: {}", page.body);
        }
        assert_eq!(page.texts(".protected-mark").len(), 1);
    }
    let answer = name(&story, HEAD_OF_BUP, DOCTOR).await;
    let told = receipt(&mut head, answer).await;
    assert!(told.body.contains("Omar Haddad"), "{}", told.body);
    for elsewhere in ["", "/summons", "/protection", "/plan"] {
        assert_eq!(head.get(&at(&story, elsewhere)).await.status, StatusCode::NOT_FOUND, "{elsewhere}");
    }
    let departure = format!("{named}/{}/departure", DOCTOR.person);
    assert_eq!(head.post(&departure, &[]).await.status, StatusCode::SEE_OTHER);
    let gone = story.as_(DOCTOR).await.get(&at(&story, "")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

/// PID-4: nobody but the named gets in. Everybody else at the unit, the inbox too, gets the answer of what does not
/// exist.
#[tokio::test]
async fn only_the_named_get_in() {
    let story = staffed(Story::sent().await).await;
    let inbox = format!("/inbox/{}", story.id);
    let unknown = "/inbox/00000000-0000-0000-0000-000000000001";
    assert_eq!(story.as_(DOCTOR).await.get(&inbox).await.status, StatusCode::OK);
    protect(&story).await;
    ask(&story).await;
    for who in [DOCTOR, SECRETARY, COLLEAGUE] {
        let mut client = story.as_(who).await;
        for page in [inbox.clone(), at(&story, ""), at(&story, "/summons"), at(&story, "/protection")] {
            let answer = client.get(&page).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
            assert_eq!(answer.body, client.get(unknown).await.body);
        }
        for list in ["/work", "/processes", "/inbox", "/calendar"] {
            assert!(!client.get(list).await.body.contains("Elin"), "{list}");
        }
    }
    name(&story, HEAD_OF_BUP, DOCTOR).await;
    let mut doctor = story.as_(DOCTOR).await;
    let list = doctor.get("/inbox").await;
    assert!(list.attributes("nav a", "href").contains(&"/inbox".to_owned()));
    assert_eq!(list.texts("tbody th a"), ["Elin Lindqvist"]);
    assert_eq!(list.texts(".protected-mark").len(), 1, "AC-9");
    assert_eq!(doctor.get(&inbox).await.status, StatusCode::OK);
    assert_eq!(story.as_(SECRETARY).await.get(&inbox).await.status, StatusCode::NOT_FOUND);
}
