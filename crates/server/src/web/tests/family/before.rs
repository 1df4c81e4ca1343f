//! Before the meeting: who is called, what was agreed, what is signed?

use axum::http::StatusCode;
use domain::lots::{circle::UnitStatus, summons::SummonsStatus};

use super::super::world::{BUP, DOCTOR, MOTHER};
use super::story::{ELIN, FATHER, NEIGHBOUR, SOMEBODY_ELSE, Story, receipt};

/// Every page about a process is the 404 of what does not exist, for whoever has nothing to do with it.
#[tokio::test]
async fn nobody_else_finds_the_familys_pages() {
    let story = Story::begun().await;
    let places =
        ["", "/units", "/units/new", "/pre-meeting", "/summons", "/stop", "/meetings/1", "/plan", "/looked"];
    for someone in [NEIGHBOUR, DOCTOR] {
        let mut client = story.as_(someone).await;
        for place in places {
            let reply = client.get(&story.at(place)).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{place}");
        }
    }
    let mut mother = story.as_(MOTHER).await;
    assert_eq!(mother.get("/family/processes/no-id").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn home_says_where_we_are_and_what_waits() {
    let story = Story::begun().await;
    for someone in [MOTHER, ELIN] {
        let mut client = story.as_(someone).await;
        let home = client.get("/family").await;
        assert_eq!(home.status, StatusCode::OK);
        assert_eq!(home.attribute("a.to-do-what", "href"), Some(story.at("/units")));
        assert!(home.texts("h2").iter().any(|name| name == "Elin"), "{:?}", home.texts("h2"));
        assert!(home.body.contains(&story.at("/stop")) && home.body.contains(&story.at("/looked")));
        let page = client.get(&story.at("")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.texts("h1"), ["Elin"]);
        assert_eq!(page.texts(".fairway-stations > li").len(), 7);
        assert!(page.texts("main").concat().contains("Helena Åkesson"));
    }
}

#[tokio::test]
async fn a_family_without_a_process_learns_how_to_ask() {
    let story = Story::begun().await;
    let mut neighbour = story.as_(NEIGHBOUR).await;
    let home = neighbour.get("/family").await;
    assert_eq!(home.status, StatusCode::OK);
    assert_eq!(home.attribute("main a.ds-button", "href").as_deref(), Some("/requests/new"));
}

/// PRI-04, CON-03: the family says yes or no, one unit at a time; until it is signed the unit knows nothing.
#[tokio::test]
async fn the_family_says_yes_and_no_to_a_unit() {
    let story = Story::begun().await;
    let mut mother = story.as_(MOTHER).await;
    let page = mother.get(&story.at("/units")).await;
    assert!(page.texts("blockquote").iter().any(|question| question.contains("orka med skolan")));
    let answer = story.at(&format!("/units/{BUP}"));
    let reply = mother.post(&answer, &[("answer", "yes")]).await;
    receipt(&mut mother, reply).await;
    let status = |process: &domain::Process| process.circle.get(BUP).map(|entry| entry.status);
    assert_eq!(status(&story.process().await), Some(UnitStatus::ApprovedByFamily(MOTHER.person)));
    let mut doctor = story.as_(DOCTOR).await;
    assert_eq!(doctor.get(&format!("/processes/{}", story.id)).await.status, StatusCode::NOT_FOUND);
    let mut elin = story.as_(ELIN).await;
    let reply = elin.post(&answer, &[("answer", "no")]).await;
    receipt(&mut elin, reply).await;
    assert_eq!(status(&story.process().await), Some(UnitStatus::Struck));
}

#[tokio::test]
async fn a_refused_answer_is_explained_in_the_familys_words() {
    let story = Story::begun().await;
    let mut mother = story.as_(MOTHER).await;
    let version = story.process().await.version;
    let reply = mother.post(&story.at(&format!("/units/{SOMEBODY_ELSE}")), &[("answer", "yes")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let box_title = reply.texts("#refusal-title").concat();
    assert_eq!(box_title, crate::web::texts::Texts::swedish().get("family-refused-unit-not-proposed-what"));
    assert_eq!(story.process().await.version, version);
}

/// PRI-04: whoever in the family proposes a unit has said yes to it.
#[tokio::test]
async fn the_family_proposes_a_unit_itself() {
    let story = Story::begun().await;
    let mut father = story.as_(FATHER).await;
    let address = story.at("/units/new");
    let unit = SOMEBODY_ELSE.to_string();
    let reply = father.post(&address, &[("unit", &unit), ("question", "")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.attribute("option[selected]", "value"), Some(unit.clone()));
    let reply =
        father.post(&address, &[("unit", &unit), ("question", "Finns det någon vi kan prata med?")]).await;
    receipt(&mut father, reply).await;
    let entry = *story.process().await.circle.get(SOMEBODY_ELSE).unwrap();
    assert_eq!(entry.status, UnitStatus::ApprovedByFamily(FATHER.person));
}

/// 3.4, PRI-22: the family comments on the note, and says when and where it suits.
#[tokio::test]
async fn the_family_comments_on_the_pre_meeting() {
    let story = Story::frozen().await;
    let mut mother = story.as_(MOTHER).await;
    let address = story.at("/pre-meeting");
    assert!(mother.get(&address).await.body.contains("Vi vill ses efter skolan."));
    let nothing = mother.post(&address, &[("comment", " "), ("wish", "")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(nothing.attribute(".fault-summary a", "href").as_deref(), Some("#comment"));
    let reply = mother.post(&address, &[("comment", "Det stämmer."), ("wish", "Efter klockan tre")]).await;
    receipt(&mut mother, reply).await;
    let read = mother.get(&address).await.body;
    assert!(read.contains("Det stämmer.") && read.contains("Efter klockan tre"));
    assert_eq!(story.process().await.pre_meeting.unwrap().comments.len(), 2);
}

/// AU-7: what is signed is the text that was shown; a page with an older text signs nothing.
#[tokio::test]
async fn one_signs_the_text_one_has_read() {
    let story = Story::frozen().await;
    let mut mother = story.as_(MOTHER).await;
    let address = story.at("/summons");
    let page = mother.get(&address).await;
    assert!(page.body.contains("Att orka med skolan") && page.body.contains("2027"));
    let shown = page.attribute("input[name=shown]", "value").unwrap();
    assert_eq!(shown, story.process().await.summonses.last().unwrap().1.text.hash.to_string());
    let other = "0".repeat(64);
    let reply = mother.post(&address, &[("summons", "1"), ("shown", &other), ("answer", "sign")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(story.process().await.summonses.last().unwrap().1.signatures.is_empty());
    // The page that came back holds the right text again.
    assert_eq!(reply.attribute("input[name=shown]", "value"), Some(shown.clone()));
    let fields = [("summons", "1"), ("shown", shown.as_str()), ("answer", "sign")];
    let reply = mother.post(&address, &fields).await;
    let waits = receipt(&mut mother, reply).await;
    assert!(waits.body.contains("Johan"), "{}", waits.body);
    let mut father = story.as_(FATHER).await;
    let reply = father.post(&address, &fields).await;
    receipt(&mut father, reply).await;
    assert_eq!(story.process().await.summonses.last().unwrap().1.status, SummonsStatus::Active);
}

/// CON-18, CON-28: a child of 13 reads it in the child's words, need not sign, and can say no.
#[tokio::test]
async fn a_child_reads_its_own_words_and_can_say_no() {
    let story = Story::frozen().await;
    let words = "Vi vill att du ska ha det bra, Elin.";
    let mut elin = story.as_(ELIN).await;
    let address = story.at("/summons");
    let page = elin.get(&address).await;
    assert!(page.texts(".panel").iter().any(|panel| panel.contains(words)));
    let mut mother = story.as_(MOTHER).await;
    assert!(mother.get(&address).await.texts("#for-child").is_empty());
    let shown = page.attribute("input[name=shown]", "value").unwrap();
    let reply = elin.post(&address, &[("summons", "1"), ("shown", &shown), ("answer", "no")]).await;
    receipt(&mut elin, reply).await;
    assert_eq!(story.process().await.summonses.last().unwrap().1.refusals, [ELIN.person]);
}
