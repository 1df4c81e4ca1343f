//! Do errors tell what they must, and nothing more?

use axum::http::{Method, Request, StatusCode};

use super::{
    client::Client,
    world::{COUNSELLOR, DOCTOR, MOTHER, World},
};
use crate::web::{
    receipt::Receipt,
    router::{Audience, routes},
};

/// AC-1, design 4.7: what is unknown and what is another's cannot be told apart, byte for byte.
#[tokio::test]
async fn unknown_and_hidden_give_the_same_answer() {
    let world = World::demo().await;
    let actor = policy::Actor { person: DOCTOR.person, seat: policy::Seat::Family };
    let kept = world.app.receipt(actor, Receipt::new("Hemligt".to_owned())).await.unwrap();
    let hidden = kept.headers()["location"].to_str().unwrap().to_owned();
    let mut client = Client::signed_in(&world, COUNSELLOR).await;
    let unknown = client.get("/nowhere/at/all").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    for path in [
        hidden.as_str(),
        "/receipts/00000000000000000000000000000009",
        "/receipts/not-an-id",
        "/units/999999",
        "/units/none",
    ] {
        let reply = client.get(path).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(reply.body, unknown.body, "{path}");
        let names =
            |headers: &axum::http::HeaderMap| headers.keys().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(names(&reply.headers), names(&unknown.headers), "{path}");
    }
}

#[tokio::test]
async fn an_error_page_says_what_happened_and_where_to_go() {
    let world = World::demo().await;
    let reply = Client::new(&world).get("/nowhere").await;
    assert_eq!(reply.texts("h1"), ["Sidan finns inte"]);
    assert_eq!(reply.attribute("main a", "href").as_deref(), Some("/"));
    assert_eq!(reply.attribute("html", "lang").as_deref(), Some("sv"));
}

/// AD-6: nobody gets a page of anybody's when the record has not been sealed for too long.
#[tokio::test]
async fn what_cannot_be_sealed_is_not_shown() {
    let world = World::demo().await;
    let mut client = Client::signed_in(&world, MOTHER).await;
    assert_eq!(client.get("/family").await.status, StatusCode::OK);
    world.app.store.answer_only_while_sealed(std::time::Duration::from_millis(1));
    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    let mut asked = 0;
    for route in routes().into_iter().filter(|route| route.audience != Audience::Anyone) {
        let address: Vec<&str> =
            route.path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect();
        let reply = match route.method {
            Method::GET => client.get(&address.join("/")).await,
            _ => client.post(&address.join("/"), &[]).await,
        };
        assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR, "{} {}", route.method, route.path);
        asked += 1;
    }
    assert!(asked > 50, "{asked}");
    assert_eq!(Client::new(&world).get("/").await.status, StatusCode::OK, "what is for anyone shows nobody");
}

/// SE-4: the browser says that the form comes from elsewhere.
#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    let world = World::demo().await;
    let mut client = Client::signed_in(&world, MOTHER).await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")] {
        let request = Request::builder()
            .method(Method::POST)
            .uri("/sign-out")
            .header("host", "farled.example")
            .header(name, value);
        assert_eq!(client.send(request).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    assert_eq!(client.get("/sessions").await.status, StatusCode::OK, "still signed in");
}

/// SE-4: an old browser says nothing, and the form's own mark must do.
#[tokio::test]
async fn a_form_without_the_mark_of_the_session_is_refused() {
    let world = World::demo().await;
    let mut client = Client::signed_in(&world, COUNSELLOR).await;
    for mark in ["", "0123456789abcdef"] {
        let reply = client.post_as_it_is("/sign-out", &[("form-mark", mark)]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        assert_eq!(reply.texts("h1"), ["Formuläret var för gammalt"]);
    }
    assert_eq!(client.get("/sessions").await.status, StatusCode::OK, "still signed in");
}

#[tokio::test]
async fn what_is_not_a_form_is_not_repaired() {
    let world = World::demo().await;
    let mut client = Client::new(&world);
    let post = || {
        Request::builder()
            .method(Method::POST)
            .uri("/sign-in")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
    };
    for body in ["seat=%zz", "seat=%ff", "seat=%e"] {
        let reply = client.send_body(post(), body.into()).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{body}");
    }
    let many = "a=1&".repeat(3_000);
    assert_eq!(client.send_body(post(), many.into()).await.status, StatusCode::BAD_REQUEST);
    let json = Request::builder()
        .method(Method::POST)
        .uri("/sign-in")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/json");
    assert_eq!(client.send_body(json, "{}".into()).await.status, StatusCode::BAD_REQUEST);
}

/// The frame of an error page marks no place as the one the reader is at: it would tell the address.
#[tokio::test]
async fn an_error_page_does_not_tell_which_address_was_asked_for() {
    let world = World::demo().await;
    let mut client = Client::new(&world);
    let mut bodies = vec![];
    for path in ["/units", "/about", "/acute"] {
        let reply = client.send(Request::builder().method(Method::DELETE).uri(path)).await;
        assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        bodies.push(reply.body);
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]));
}
