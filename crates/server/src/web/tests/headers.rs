//! Does every answer carry what protects the reader (SE-3), whatever was asked and whatever came out?

use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};

use super::{
    client::{Client, Reply},
    world::{COUNSELLOR, World},
};
use crate::web::router::{Audience, Route, routes};

const NEEDED: [(&str, &str); 7] = [
    ("content-security-policy", "default-src 'none'"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=()"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cache-control", ""),
];

/// Any address of a route, with something in place of each variable.
fn address(route: &Route) -> String {
    route
        .path
        .split('/')
        .map(|part| if part.starts_with('{') { "00000000000000000000000000000009" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

fn assert_protected(reply: &Reply, asked: &str) {
    for (name, beginning) in NEEDED {
        assert!(reply.headers.contains_key(name), "{asked}: {} lacks {name}", reply.status);
        assert!(reply.header(name).starts_with(beginning), "{asked}: {name}: {}", reply.header(name));
    }
    let policy = reply.header("content-security-policy");
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("data:"), "{policy}");
    for part in ["frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{asked}: {policy}");
    }
}

#[tokio::test]
async fn every_route_answers_with_every_header_signed_in_or_not() {
    let world = World::demo().await;
    for signed_in in [false, true] {
        let mut client = match signed_in {
            true => Client::signed_in(&world, COUNSELLOR).await,
            false => Client::new(&world),
        };
        for route in routes().iter().filter(|route| route.path != "/sign-out") {
            let path = address(route);
            let reply = match route.method == Method::GET {
                true => client.get(&path).await,
                false => client.post(&path, &[]).await,
            };
            assert_protected(&reply, &format!("{} {path}", route.method));
            assert!(!reply.status.is_server_error(), "{} {path}: {}", route.method, reply.status);
            if !path.starts_with("/assets/") {
                assert_eq!(reply.header("cache-control"), "no-store", "{path}");
            }
            if signed_in && client.session.is_none() {
                client = Client::signed_in(&world, COUNSELLOR).await;
            }
        }
    }
}

#[tokio::test]
async fn every_kind_of_refusal_answers_with_every_header() {
    let world = World::demo().await;
    let mut client = Client::new(&world);
    let foreign =
        Request::builder().method(Method::POST).uri("/sign-in").header("sec-fetch-site", "cross-site");
    let reply = client.send(foreign).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert_protected(&reply, "a form from another site");

    let reply = client.get("/nowhere").await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert_protected(&reply, "an unknown address");

    let reply = client.send(Request::builder().method(Method::DELETE).uri("/about")).await;
    assert_eq!(reply.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_protected(&reply, "a method that is not offered");

    let long =
        Request::builder().method(Method::POST).uri("/sign-in").header("sec-fetch-site", "same-origin");
    let reply = client
        .send_body(
            long.header("content-type", "application/x-www-form-urlencoded")
                .header("content-length", "9000000"),
            Body::from("a"),
        )
        .await;
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_protected(&reply, "a form that is too large");
}

/// **Invariant** of the router: only what is for anyone answers a stranger.
#[tokio::test]
async fn a_stranger_is_asked_to_sign_in_at_every_other_address() {
    let world = World::demo().await;
    let mut client = Client::new(&world);
    for route in routes().iter().filter(|route| route.audience != Audience::Anyone) {
        let path = address(route);
        if route.method == Method::GET {
            let reply = client.get(&path).await;
            assert_eq!(reply.status, StatusCode::SEE_OTHER, "GET {path}");
            assert!(reply.header("location").starts_with("/sign-in"), "GET {path}");
        } else {
            assert_eq!(client.post(&path, &[]).await.status, StatusCode::UNAUTHORIZED, "POST {path}");
        }
    }
}
