//! S5 as the unit that loses its consent sees it: what do its open pages, and what is on its way, come to?
//!
//! The same person stands in a second world where the process never existed. From the moment the withdrawal has been
//! acknowledged every address of the router's own list must answer in the one world as in the other, byte for byte.

mod browser;
mod held;

use axum::http::{Method, StatusCode};

use super::{super::client::Client, cast::Story, form::Form};
use browser::{Answered, Open};
use held::{Held, Hook};

const TABLE: &str = include_str!("../../../../../domain/tests/scenarios/s5.txt");
/// The line before which the unit still takes part, and the first one after the withdrawal.
const BEFORE: &str = "2026-10-14 09:14";
const AFTER: &str = "2026-10-14 09:16";
/// The day after the last line.
const DAY_AFTER: &str = "2026-10-21";
const UNIT: &str = "school-health";

/// The story up to the withdrawal, and a world with the same units where nobody ever opened a process.
async fn two_worlds() -> (Story, Story) {
    let (mut story, mut empty) = (Story::new(), Story::new());
    story.plays(TABLE.lines().take_while(|line| !line.starts_with(BEFORE))).await;
    empty.plays(TABLE.lines().filter(|line| !line.contains('|'))).await;
    for story in [&mut story, &mut empty] {
        story.comes_to(BEFORE);
    }
    (story, empty)
}

/// Something is done by the unit, so that there is a receipt: its copy is filed.
async fn receipt(client: &mut Client, open: &Open) -> String {
    let filing = open.forms.iter().find(|form| form.action.ends_with("/filing")).unwrap();
    let done = client.post(&filing.action, &filing.fields()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    done.header("location").to_owned()
}

/// What can be asked: everything that was open, and every address there is.
fn questions(open: &Open) -> Vec<(Method, String, Option<Form>)> {
    let mut all: Vec<_> =
        open.forms.iter().map(|form| (Method::POST, form.action.clone(), Some(form.clone()))).collect();
    all.extend(open.every_address().into_iter().map(|(method, path)| (method, path, None)));
    // In the demo everybody is offered, the family too.
    all.retain(|(_, path, _)| path != "/sign-in");
    // Signing out would end the asking.
    let (last, first): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, path, _)| path == "/sign-out");
    first.into_iter().chain(last).collect()
}

async fn ask(client: &mut Client, method: &Method, path: &str, form: &Option<Form>) -> Answered {
    let fields = form.as_ref().map(Form::fields).unwrap_or_default();
    let reply = match *method {
        Method::GET => client.get(path).await,
        _ => client.post(path, &fields).await,
    };
    Answered::of(&reply)
}

/// Every address there is, in both worlds.
async fn answers_alike(story: &mut Story, empty: &mut Story, open: &Open) {
    let mut asked = 0;
    for (method, path, form) in questions(open) {
        let there = ask(story.client(UNIT).await, &method, &path, &form).await;
        let nowhere = ask(empty.client(UNIT).await, &method, &path, &form).await;
        assert_eq!(there, nowhere, "{method} {path}");
        if path.contains(&story.id().to_string()) {
            assert_eq!(there.status, StatusCode::NOT_FOUND, "{method} {path}");
        }
        asked += 1;
    }
    println!("{asked} requests answered as if the process had never existed");
}

/// AC-3, CON-07, CON-08, S5: pages that are open, forms that are sent, and answers on their way.
#[tokio::test]
async fn s5_nothing_is_left_of_what_was_open_or_on_its_way() {
    let (mut story, mut empty) = two_worlds().await;
    let home = story.desk("");
    let mut open = Open::default();
    open.browse(story.client(UNIT).await, &["/work", "/processes", "/calendar", "/inbox", &home]).await;
    let receipt = receipt(story.client(UNIT).await, &open).await;
    open.browse(story.client(UNIT).await, &[&receipt]).await;
    open.must_hold(&story, &receipt);
    // A draft that a script would save by itself.
    let plan =
        Form::by_hand(&story.desk("/plan/text")).insist("base", "0").insist("child_voice", "Så här är det");
    open.forms.push(plan);

    // One answer lies between its look and its row, and one of each page lies ready to be sent.
    let hook = Hook::on(&story.world);
    let tab = story.client(UNIT).await.tab();
    let between = hook.holds(tab.tab(), &home).await;
    let ready = Held::at(&story, &tab, &open.pages).await;
    let search = Form::by_hand("/processes").insist("name", "kim").insist("state", "");
    let searched = Held::form(&story, &tab, &search).await;
    let before = story.drafts_and_version().await;
    assert_eq!(story.acts("child", &format!("revokes {UNIT} told social")).await, "ok");
    let after = story.drafts_and_version().await;
    assert_ne!(before, after, "the withdrawal itself");

    hook.lets_go();
    assert_eq!(between.await.unwrap(), Answered::of(&empty.asks(UNIT, &home).await), "{home}");
    for (path, answer) in ready.let_go().await {
        assert_eq!(answer, Answered::of(&empty.asks(UNIT, &path).await), "{path}");
    }
    for (_, answer) in searched.let_go().await {
        let nobody = empty.client(UNIT).await.post(&search.action, &search.fields()).await;
        assert_eq!(answer, Answered::of(&nobody));
    }

    answers_alike(&mut story, &mut empty, &open).await;
    assert_eq!(story.drafts_and_version().await, after, "nothing was stored, drafts included");

    // The others go on: a meeting is held, and a new version of the plan is released without the unit.
    story.plays(TABLE.lines().skip_while(|line| !line.starts_with(AFTER))).await;
    for story in [&mut story, &mut empty] {
        story.comes_to(DAY_AFTER);
    }
    open.also(&story, &["/plan/versions/2", "/meetings/3", "/copies/2"]);
    answers_alike(&mut story, &mut empty, &open).await;
    assert!(story.world.app.store.verify().await.unwrap().is_empty());
}

/// AC-3: an act that was done before is told of by its receipt alone, and is not done twice.
#[tokio::test]
async fn an_answer_that_is_overtaken_is_made_again_and_an_act_is_not() {
    let (mut story, _) = two_worlds().await;
    let address = story.desk("/questions");
    let page = story.sees(UNIT, &address).await;
    let form = Form::at(&page, &address).set("text", "Vem skjutsar till BUP?");
    let tab = story.client(UNIT).await.tab();
    let held = Held::form(&story, &tab, &form).await;
    assert_eq!(story.acts("child", &format!("revokes {UNIT} told social")).await, "ok");
    let [(_, answer)] = &held.let_go().await[..] else { panic!("one answer") };
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(story.process().await.plan.questions.len(), 1, "the question was put once");
}

/// AC-3, AU-4: what lies ready for a session that has ended is not sent to it.
#[tokio::test]
async fn an_answer_to_a_session_that_has_ended_leads_to_signing_in() {
    let (mut story, _) = two_worlds().await;
    let home = story.desk("");
    let mut desk = story.client(UNIT).await.tab();
    let held = Held::at(&story, &desk, [&home]).await;
    assert_eq!(desk.post("/sign-out", &[]).await.status, StatusCode::SEE_OTHER);
    let [(_, answer)] = &held.let_go().await[..] else { panic!("one answer") };
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(answer.header("location").starts_with("/sign-in?next=/processes/"), "{answer:?}");
}
