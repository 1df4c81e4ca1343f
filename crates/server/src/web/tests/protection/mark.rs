//! Does every page bear the mark that names somebody protected, or is drawn from what is? (AC-9)

use axum::http::{Method, StatusCode};
use domain::RequestId;
use policy::{Actor, Seat};
use store::NewRequest;

use super::{
    super::{
        family::story::{ELIN, Story},
        world::{BUP, COUNSELLOR, DOCTOR, MOTHER, Someone},
    },
    story::{COLLEAGUE, HEAD_OF_BUP, HEAD_OF_SCHOOL, SECRETARY, ask, name, protect, staffed},
};
use crate::web::router::{Route, routes};

/// An address of the list, about this process.
pub fn address(story: &Story, path: &str) -> String {
    let part = |part: &str| match part {
        "{process}" => story.id.to_string(),
        "{unit}" => BUP.to_string(),
        "{person}" => MOTHER.person.to_string(),
        variable if variable.starts_with('{') => "1".to_owned(),
        word => word.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// What is looked at. The demo lets everybody choose among all its people before signing in.
fn is_asked(route: &Route) -> bool {
    route.method == Method::GET && route.path != "/sign-in"
}

/// AC-9: over the router's own list. A page is asked for as everybody whom the process concerns.
#[tokio::test]
async fn every_page_of_a_protected_process_bears_the_mark() {
    let story = staffed(Story::sent().await).await;
    protect(&story).await;
    ask(&story).await;
    name(&story, HEAD_OF_BUP, DOCTOR).await;
    name(&story, HEAD_OF_SCHOOL, COLLEAGUE).await;
    let (mut marked, mut bare) = (0, vec![]);
    let everyone: [Someone; 6] = [COUNSELLOR, DOCTOR, COLLEAGUE, HEAD_OF_BUP, MOTHER, ELIN];
    for who in everyone {
        let mut client = story.as_(who).await;
        for route in routes().iter().filter(|route| is_asked(route)) {
            let path = address(&story, route.path);
            let page = client.get(&path).await;
            let of_the_process =
                route.path.contains("{process}") || page.texts("main").concat().contains("Elin");
            if page.status == StatusCode::OK && of_the_process {
                marked += 1;
                if page.texts(".protected-mark").len() != 1 {
                    bare.push(path);
                }
            }
        }
    }
    assert!(bare.is_empty(), "without the mark: {bare:?}");
    assert!(marked > 50, "only {marked} pages were asked for");
}

/// AC-9: what a family asks for stands with the mark before any process is opened.
#[tokio::test]
async fn a_request_about_somebody_protected_bears_the_mark() {
    let story = staffed(Story::sent().await).await;
    let (store, now) = (&story.world.app.store, story.world.app.clock.now());
    let mother = Actor { person: MOTHER.person, seat: Seat::Family };
    let (id, child, wish) = (RequestId(uuid::Uuid::from_u128(0xF1)), ELIN.person, "Hjälp oss".to_owned());
    store.ask_for_process(mother, NewRequest { id, child, unit: BUP, wish }, now).await.unwrap();
    let marks = async || {
        let mut secretary = story.as_(SECRETARY).await;
        let mut found = vec![];
        for path in ["/work/requests".to_owned(), format!("/work/requests/{id}")] {
            let page = secretary.get(&path).await;
            assert!(page.body.contains("Elin"), "{}", page.body);
            found.push(page.texts(".protected-mark").len());
        }
        found
    };
    assert_eq!(marks().await, [0, 0]);
    protect(&story).await;
    assert_eq!(marks().await, [1, 1]);
}
