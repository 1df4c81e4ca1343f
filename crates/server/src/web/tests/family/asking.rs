//! Asking for a process: only for one's own child, and every answer is read by the one who asked. (T1b)

use axum::http::StatusCode;
use domain::RequestId;

use super::super::world::{MOTHER, SCHOOL};
use super::story::{ELIN, NEIGHBOUR, Story, receipt};

const WHERE: &str = "/requests/new?municipality=1293";

/// PRI-19, PRI-20: what is urgent, and a concern, go another way; the page says so before it asks anything.
#[tokio::test]
async fn what_is_urgent_is_told_first() {
    let story = Story::begun().await;
    let mut mother = story.as_(MOTHER).await;
    let page = mother.get("/requests/new").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.attribute(".panel-acute a", "href").as_deref(), Some("tel:112"));
    assert!(page.attribute("a[href='/requests/new?municipality=1293']", "href").is_some());
    assert!(page.texts("textarea").is_empty());
    assert_eq!(mother.get(WHERE).await.texts("textarea").len(), 1);
}

#[tokio::test]
async fn a_guardian_asks_for_her_own_child_and_reads_the_answer() {
    let story = Story::begun().await;
    let mut mother = story.as_(MOTHER).await;
    let (child, unit) = (ELIN.person.to_string(), SCHOOL.to_string());
    let mut fields = vec![("municipality", "1293"), ("child", &child), ("unit", &unit)];
    let missing = mother.post("/requests/new", &fields).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(missing.attribute("option[selected]", "value"), Some(unit.clone()));
    fields.push(("wish", "Vi orkar inte samordna allt själva"));
    let reply = mother.post("/requests/new", &fields).await;
    let kept = receipt(&mut mother, reply).await;
    let address = kept.attribute("main a[href^='/requests/']", "href").unwrap();
    assert!(mother.get(&address).await.body.contains("Vi orkar inte samordna"));
    assert!(mother.get("/family").await.body.contains(&address));
    // Somebody else's question is nobody's business.
    let mut neighbour = story.as_(NEIGHBOUR).await;
    assert_eq!(neighbour.get(&address).await.status, StatusCode::NOT_FOUND);
    let unknown = RequestId(uuid::Uuid::from_u128(9));
    assert_eq!(mother.get(&format!("/requests/{unknown}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_asks_for_anothers_child() {
    let story = Story::begun().await;
    let mut neighbour = story.as_(NEIGHBOUR).await;
    assert!(neighbour.get(WHERE).await.texts("textarea").is_empty());
    let (child, unit) = (ELIN.person.to_string(), SCHOOL.to_string());
    let fields = [("municipality", "1293"), ("child", &*child), ("unit", &*unit), ("wish", "Hjälp")];
    let reply = neighbour.post("/requests/new", &fields).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
}
