//! Is a session what AU-4 says it is, and does nobody lose what they wrote when it ends?

use axum::http::StatusCode;
use jiff::SignedDuration;

use super::{
    client::Client,
    world::{COUNSELLOR, COUNSELLOR_AS_AMBASSADOR, DOCTOR, MOTHER, World},
};

#[tokio::test]
async fn the_cookie_is_kept_by_the_browser_and_shown_to_nobody() {
    let world = World::demo().await;
    let reply = Client::new(&world).choose(MOTHER).await;
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("__Host-farled="), "{cookie}");
    for attribute in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Domain") && !cookie.contains("Max-Age"), "{cookie}");
    let secret = cookie.trim_start_matches("__Host-farled=").split(';').next().unwrap();
    assert_eq!(secret.len(), 64, "256 bits");
}

#[tokio::test]
async fn signing_in_gives_a_token_the_browser_never_had() {
    let world = World::demo().await;
    let mut client = Client::signed_in(&world, MOTHER).await;
    let before = client.session.clone().unwrap();
    client.choose(MOTHER).await;
    let after = client.session.clone().unwrap();
    assert_ne!(before, after);
    client.session = Some(before);
    assert_eq!(client.get("/sessions").await.status, StatusCode::SEE_OTHER, "the old one has ended");
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_without_use() {
    let world = World::demo().await;
    let mut client = Client::signed_in(&world, COUNSELLOR).await;
    world.app.clock.advance(SignedDuration::from_mins(29));
    assert_eq!(client.get("/sessions").await.status, StatusCode::OK);
    world.app.clock.advance(SignedDuration::from_mins(31));
    assert_eq!(client.get("/sessions").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_ends_after_ten_hours_however_busy() {
    let world = World::demo().await;
    let mut client = Client::signed_in(&world, COUNSELLOR).await;
    for _ in 0..29 {
        world.app.clock.advance(SignedDuration::from_mins(20));
        assert_eq!(client.get("/sessions").await.status, StatusCode::OK);
    }
    world.app.clock.advance(SignedDuration::from_mins(20));
    assert_eq!(client.get("/sessions").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_the_cookie() {
    let world = World::demo().await;
    let mut client = Client::signed_in(&world, MOTHER).await;
    let secret = client.session.clone();
    let reply = client.post("/sign-out", &[]).await;
    assert!(reply.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(client.session, None);
    client.session = secret;
    assert_eq!(client.get("/sessions").await.status, StatusCode::SEE_OTHER);
    assert_eq!(client.post("/sign-out", &[]).await.status, StatusCode::SEE_OTHER, "out is out");
}

#[tokio::test]
async fn one_sees_and_ends_ones_own_sessions_and_no_others() {
    let world = World::demo().await;
    let mut phone = Client::signed_in(&world, COUNSELLOR).await;
    let mut desk = Client::signed_in(&world, COUNSELLOR).await;
    let mut doctor = Client::signed_in(&world, DOCTOR).await;
    let page = desk.get("/sessions").await;
    assert_eq!(page.texts("li.row").len(), 2);
    let other = page
        .attribute("li.row:not(:has(.ds-tag)) input[name=session]", "value")
        .expect("the session that is not this one");
    assert_eq!(doctor.post("/sessions", &[("session", &other)]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(phone.get("/sessions").await.status, StatusCode::OK, "another's handle ends nothing");
    assert_eq!(desk.post("/sessions", &[("session", &other)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(phone.get("/sessions").await.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.get("/sessions").await.status, StatusCode::OK);
}

#[tokio::test]
async fn one_acts_from_another_of_ones_own_seats_only() {
    let world = World::demo().await;
    let mut client = Client::signed_in(&world, COUNSELLOR).await;
    let seat = |someone: super::world::Someone| someone.seat.0.simple().to_string();
    let reply = client.post("/seats", &[("seat", &seat(DOCTOR))]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reply = client.post("/seats", &[("seat", &seat(COUNSELLOR_AS_AMBASSADOR))]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let page = client.get("/seats").await;
    assert_eq!(page.texts(".account-seat"), ["Lotsambassadör, Elevhälsan i Hässleholm"]);
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page_but_never_to_another_site() {
    let world = World::demo().await;
    let mut client = Client::new(&world);
    let asked = client.get("/receipts/00000000000000000000000000000009?a=1").await;
    assert_eq!(asked.header("location"), "/sign-in?next=/receipts/00000000000000000000000000000009%3Fa%3D1");
    let form = client.get(asked.header("location")).await;
    let next = form.attribute("input[name=next]", "value").unwrap();
    assert_eq!(next, "/receipts/00000000000000000000000000000009?a=1");
    for elsewhere in ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "elsewhere"]
    {
        let seat = MOTHER.seat.0.simple().to_string();
        let reply = client.post("/sign-in", &[("seat", &seat), ("next", elsewhere)]).await;
        let place = reply.header("location").to_owned();
        assert!(place.starts_with('/') && !place.contains("elsewhere"), "{elsewhere}: {place}");
        client.session = None;
    }
}

/// Nothing typed is lost: what was sent after the session had ended comes back, marked for the new session.
#[tokio::test]
async fn what_was_written_when_the_session_ended_comes_back() {
    let world = World::demo().await;
    let mut client = Client::signed_in(&world, COUNSELLOR).await;
    world.app.clock.advance(SignedDuration::from_mins(31));
    let words = "Maja vill börja med musiken & inte \"matten\"";
    let lost = client.post("/seats", &[("seat", "x"), ("note", words)]).await;
    assert_eq!(lost.status, StatusCode::UNAUTHORIZED);
    assert_eq!(lost.attribute("input[name='kept:note']", "value").as_deref(), Some(words));
    client.session = None;
    let seat = COUNSELLOR.seat.0.simple().to_string();
    let fields =
        [("seat", seat.as_str()), ("kept-action", "/seats"), ("kept:seat", "x"), ("kept:note", words)];
    let back = client.post("/sign-in", &fields).await;
    assert_eq!(back.status, StatusCode::OK);
    assert_eq!(back.texts("blockquote"), [words]);
    assert_eq!(back.attribute("main form", "action").as_deref(), Some("/seats"));
    assert_eq!(back.attribute("main form input[name=note]", "value").as_deref(), Some(words));
    let mark = back.attribute("main form input[name=form-mark]", "value").unwrap();
    let again = client.post_as_it_is("/seats", &[("form-mark", &mark), ("seat", "x"), ("note", words)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it arrives, and is judged like any other");
}
