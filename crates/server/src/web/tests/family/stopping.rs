//! Stop: what follows is told before, in force at once, and nobody asks why. (CON-07 to CON-11)

use axum::http::StatusCode;

use super::super::world::{BUP, DOCTOR, MOTHER};
use super::story::{ELIN, FATHER, Story, receipt};

async fn doctor_finds_it(story: &Story) -> bool {
    let mut doctor = story.as_(DOCTOR).await;
    doctor.get(&format!("/processes/{}", story.id)).await.status == StatusCode::OK
}

#[tokio::test]
async fn nothing_is_asked_but_what_shall_stop() {
    let story = Story::sent().await;
    let mut mother = story.as_(MOTHER).await;
    let page = mother.get(&story.at("/stop")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.texts("textarea").is_empty() && page.attribute("input[type=text]", "name").is_none());
    // What follows stands beside each unit before anything is pressed.
    let before = page.texts(&format!("#happens-{BUP}")).concat();
    assert!(before.contains("BUP"), "{before}");
}

/// CON-07, CON-08, CON-12: one guardian is enough, and the next request of the unit finds nothing.
#[tokio::test]
async fn taking_back_for_one_unit_is_in_force_at_once() {
    let story = Story::sent().await;
    assert!(doctor_finds_it(&story).await);
    let mut father = story.as_(FATHER).await;
    let bup = BUP.to_string();
    let reply = father.post(&story.at("/stop"), &[("way", "units"), ("units", &bup)]).await;
    receipt(&mut father, reply).await;
    assert!(!doctor_finds_it(&story).await);
    let process = story.process().await;
    let today = story.world.app.clock.now().today();
    assert!(process.has_left(BUP) || process.discontinued(today).is_some());
}

#[tokio::test]
async fn nothing_chosen_stops_nothing() {
    let story = Story::sent().await;
    let version = story.process().await.version;
    let mut mother = story.as_(MOTHER).await;
    let reply = mother.post(&story.at("/stop"), &[("way", "units")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.attribute(".fault-summary a", "href").as_deref(), Some("#units"));
    // The way that was begun is the one that is unfolded.
    assert!(reply.attribute("details[open] input[name=way]", "value").as_deref() == Some("units"));
    assert_eq!(story.process().await.version, version);
}

/// CON-07: pressing the button once more is no error, and changes nothing.
#[tokio::test]
async fn taking_back_twice_is_no_error() {
    let story = Story::sent().await;
    let mut father = story.as_(FATHER).await;
    let bup = BUP.to_string();
    let mut versions = vec![];
    for _ in 0..2 {
        let reply = father.post(&story.at("/stop"), &[("way", "units"), ("units", &bup)]).await;
        receipt(&mut father, reply).await;
        versions.push(story.process().await.version);
    }
    assert_eq!(versions[0], versions[1]);
}

/// CON-09: the unit stays, and gets no more of that kind.
#[tokio::test]
async fn one_kind_of_information_can_be_taken_back() {
    let story = Story::sent().await;
    let mut elin = story.as_(ELIN).await;
    let kind = format!("{BUP}-health");
    let reply = elin.post(&story.at("/stop"), &[("way", "kind"), ("kind", &kind)]).await;
    receipt(&mut elin, reply).await;
    let (process, today) = (story.process().await, story.world.app.clock.now().today());
    assert!(process.admits(BUP, today));
    assert!(!process.kinds_for(BUP, today).contains(&domain::party::InformationKind::Health));
}

/// CON-11, T17: everything ends, and all others lose sight of it.
#[tokio::test]
async fn the_family_ends_it_all() {
    let story = Story::sent().await;
    let mut mother = story.as_(MOTHER).await;
    let reply = mother.post(&story.at("/stop"), &[("way", "end")]).await;
    receipt(&mut mother, reply).await;
    assert!(!doctor_finds_it(&story).await);
    let today = story.world.app.clock.now().today();
    assert!(story.process().await.discontinued(today).is_some());
    // The family still reads, and there is nothing more to stop.
    let page = mother.get(&story.at("")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains(&story.at("/stop")));
}

/// T16: a break, and going on.
#[tokio::test]
async fn the_family_takes_a_break_and_begins_again() {
    let story = Story::sent().await;
    let mut mother = story.as_(MOTHER).await;
    let today = story.world.app.clock.now().today();
    let reply = mother.post(&story.at("/stop"), &[("way", "break")]).await;
    receipt(&mut mother, reply).await;
    assert!(story.process().await.paused(today).is_some());
    assert!(mother.get(&story.at("/stop")).await.body.contains("value=\"resume\""));
    let reply = mother.post(&story.at("/stop"), &[("way", "resume")]).await;
    receipt(&mut mother, reply).await;
    assert!(story.process().await.paused(today).is_none());
}

/// AD-5: the family sees that the doctor looked, and what at.
#[tokio::test]
async fn the_family_sees_who_has_looked() {
    let story = Story::sent().await;
    assert!(doctor_finds_it(&story).await);
    let mut mother = story.as_(MOTHER).await;
    let page = mother.get(&story.at("/looked")).await;
    assert!(page.texts("main").concat().contains("Omar Haddad"), "{}", page.body);
    assert!(!page.body.contains("[family-"));
}
