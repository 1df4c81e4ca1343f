//! What does a guardian learn from whom whereabouts are hidden? (PID-2, PID-3, PID-6)

use axum::http::{Method, StatusCode};
use domain::SummonsNo;

use super::{
    super::{
        client::{Client, Reply},
        family::story::{FATHER, Story, receipt},
        world::COUNSELLOR,
    },
    mark::address,
    story::{COLLEAGUE, HEAD_OF_SCHOOL, ask, at, name, protect, staffed},
};
use crate::web::router::routes;

/// Everything that would tell the father where the child is, or through whom to find out.
const SECRETS: [&str; 8] = [
    "BUP Kristianstad",
    "Elevhälsan i Hässleholm",
    "Hässleholm",
    "Kristianstad",
    "Helena Åkesson",
    "Omar Haddad",
    "Ida Norén",
    "Biblioteket",
];

/// Frozen anew with the father apart, and a second reader at the counsellor's unit.
async fn hidden() -> Story {
    let story = staffed(Story::frozen().await).await;
    protect(&story).await;
    let father = FATHER.person.to_string();
    let hide = [("act", "hide"), ("from", father.as_str()), ("hide-reason", "Kontaktförbud")];
    let answer = story.as_(COUNSELLOR).await.post(&at(&story, "/protection"), &hide).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    ask(&story).await;
    name(&story, HEAD_OF_SCHOOL, COLLEAGUE).await;
    story.freeze(40).await;
    story
}

fn new(story: &Story) -> String {
    let (id, father) = (story.id, FATHER.person);
    format!("/processes/{id}/separate-copies/new?receiver={father}&of=summons-2")
}

async fn write(story: &Story, client: &mut Client, text: &str) -> Reply {
    let father = FATHER.person.to_string();
    let fields = [("receiver", father.as_str()), ("of", "summons-2"), ("text", text)];
    client.post(&at(story, "/separate-copies"), &fields).await
}

/// PID-6: written by one, compared by another, signed on its own hash; and what tells comes back with the words that do.
#[tokio::test]
async fn a_separate_copy_is_written_compared_and_signed() {
    let story = hidden().await;
    let mut counsellor = story.as_(COUNSELLOR).await;
    let page = counsellor.get(&new(&story)).await;
    assert_eq!(page.status, StatusCode::OK);
    let begun = page.texts("textarea#text").concat();
    assert!(begun.contains("Att orka med skolan") && !begun.contains("lägret"), "{begun}");

    let refused =
        write(&story, &mut counsellor, "Vi ses i KRISTIANSTADS bibliotek.\nRing 044-12 34 56").await;
    assert_eq!(refused.attribute(".refusal", "data-reason").as_deref(), Some("tells-whereabouts"));
    let fault = refused.texts("#text-fault").concat();
    assert!(fault.contains("kristianstad") && fault.contains("044-12 34 56"), "{fault}");
    assert!(refused.texts("textarea#text").concat().contains("Vi ses i KRISTIANSTADS"), "nothing is lost");

    let answer = write(&story, &mut counsellor, "Vi vill att Elin ska orka.").await;
    receipt(&mut counsellor, answer).await;
    let copy = at(&story, "/separate-copies/1");
    let own = counsellor.get(&copy).await;
    assert!(
        own.texts("input[name=shown]").is_empty() && own.attribute("input[name=shown]", "value").is_none()
    );
    let mut father = story.as_(FATHER).await;
    let page = father.get(&story.at("/apart")).await;
    assert!(!page.body.contains("ska orka"), "nobody reads it before it is compared");

    let mut colleague = story.as_(COLLEAGUE).await;
    let page = colleague.get(&copy).await;
    assert!(page.texts("del").concat().contains("Att orka med skolan"), "{}", page.body);
    let shown = page.attribute("input[name=shown]", "value").unwrap();
    let unread = colleague.post(&copy, &[("shown", &shown)]).await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("shown", shown.as_str()), ("whereabouts-checked", "yes")];
    let by_the_writer = counsellor.post(&copy, &fields).await;
    assert_eq!(by_the_writer.attribute(".refusal", "data-reason").as_deref(), Some("second-person-needed"));
    let answer = colleague.post(&copy, &fields).await;
    receipt(&mut colleague, answer).await;

    let page = father.get(&story.at("/apart")).await;
    assert!(page.body.contains("Vi vill att Elin ska orka."), "{}", page.body);
    let hash = page.attribute("#summons ~ form input[name=shown]", "value").unwrap();
    assert_eq!(hash, shown);
    let fields = [("answer", "sign"), ("summons", "2"), ("shown", hash.as_str())];
    let answer = father.post(&story.at("/apart/summons"), &fields).await;
    receipt(&mut father, answer).await;
    let process = story.process().await;
    assert!(process.summonses.get(SummonsNo(2)).unwrap().signatures.contains_key(&FATHER.person));
}

/// PID-2, PID-3: over the router's own list, nothing tells the father where anybody is, and everything else of the
/// family's is not there for him.
#[tokio::test]
async fn no_page_tells_where_anybody_is() {
    let story = hidden().await;
    let mut counsellor = story.as_(COUNSELLOR).await;
    let answer = write(&story, &mut counsellor, "Vi vill att Elin ska orka.").await;
    receipt(&mut counsellor, answer).await;
    let mut father = story.as_(FATHER).await;
    for route in routes().iter().filter(|route| route.method == Method::GET) {
        let path = address(&story, route.path);
        let open = path == "/sign-in" || path.starts_with("/units") || path.starts_with("/assets");
        if open || path == "/requests/new" || path == "/acute" {
            continue;
        }
        let page = father.get(&path).await;
        let main = page.texts("main").concat();
        for secret in SECRETS {
            assert!(!main.contains(secret), "{path} tells {secret}: {main}");
        }
        if path.starts_with("/family/processes/") && !path.ends_with("/apart") {
            assert!(matches!(page.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{path}");
        }
    }
    let home = father.get("/family").await;
    assert!(home.attributes("main a", "href").contains(&story.at("/apart")), "{}", home.body);
}
