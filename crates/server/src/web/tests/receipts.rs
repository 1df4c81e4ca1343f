//! Does a receipt say what happened, to the one who acted and nobody else?

use axum::http::StatusCode;
use policy::{Actor, Seat};

use super::{
    client::Client,
    world::{DOCTOR, MOTHER, World},
};
use crate::web::receipt::Receipt;

async fn receipt_of_the_mother(world: &World) -> String {
    let receipt = Receipt::new("Samtycket är återkallat".to_owned())
        .happened("Du har tagit tillbaka ditt samtycke för <skolan>.".to_owned())
        .told("Lotsen".to_owned())
        .next_at("Se planen".to_owned(), "/family");
    let answer =
        world.app.receipt(Actor { person: MOTHER.person, seat: Seat::Family }, receipt).await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    answer.headers()["location"].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_one_who_acted_reads_what_happened_who_was_told_and_what_comes_next() {
    let world = World::demo().await;
    let path = receipt_of_the_mother(&world).await;
    let page = Client::signed_in(&world, MOTHER).await.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.texts("h1"), ["Samtycket är återkallat"]);
    assert_eq!(page.texts(".stamp"), ["mån 31 augusti 2026 kl. 09.00"]);
    assert!(page.body.contains("&#60;skolan&#62;"), "values are escaped");
    assert_eq!(page.texts("main section li"), ["Lotsen", "Se planen"]);
}

#[tokio::test]
async fn nobody_else_finds_it() {
    let world = World::demo().await;
    let path = receipt_of_the_mother(&world).await;
    assert_eq!(Client::signed_in(&world, DOCTOR).await.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(Client::new(&world).get(&path).await.status, StatusCode::SEE_OTHER);
}
