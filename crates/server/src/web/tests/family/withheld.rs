//! Does one guardian's every page read as if what is withheld had never been there? (AC-7, CON-20)

use axum::http::StatusCode;
use domain::{
    Event, GoalNo, NeedNo, QuestionNo,
    choice::*,
    event::protection::{PlanItem, ProtectionEvent},
    party::InformationKind,
    third_person::passages,
};
use jiff::civil::date;

use super::{
    super::{
        client::Client,
        world::{COUNSELLOR, DOCTOR, MOTHER, Someone},
    },
    meetings::planned,
    story::{ELIN, FATHER, Story, text},
};
use crate::web::router;

const SECRET: &str = "hemligheten";

/// The plan, and in one of two worlds a need, a goal and a question more, which the father must not read.
async fn world(with_secret: bool) -> Story {
    let story = planned().await;
    let mut doctor = story.as_(DOCTOR).await;
    doctor.get("/work").await;
    if with_secret {
        let words = [60, 61, 62].map(|number| text(number, &format!("{SECRET} nummer {number}")));
        let reason = text(63, "Det kan skada Elin");
        let (from, by, on) = (FATHER.person, COUNSELLOR.person, date(2026, 8, 31));
        let withheld =
            |item| Event::Protection(ProtectionEvent::ItemWithheld { item, from, reason: reason.id, by, on });
        let (view, kind, horizon) = (View::Professional, InformationKind::Health, Horizon::Short);
        let events = vec![
            Event::NeedRecorded { need: NeedNo(3), text: words[0].id, view, kind },
            Event::GoalRecorded { goal: GoalNo(2), text: words[1].id, horizon, need: Some(NeedNo(3)) },
            Event::QuestionAsked {
                question: QuestionNo(1),
                text: words[2].id,
                by_unit: None,
                units: vec![],
                waits_for_absent: false,
            },
            withheld(PlanItem::Need { need: NeedNo(3) }),
            withheld(PlanItem::Question { question: QuestionNo(1) }),
        ];
        story.happened([words.to_vec(), vec![reason]].concat(), events).await;
    }
    // What comes after is numbered anew.
    let late = text(64, "Rida på fredagar");
    let (view, kind) = (View::Family, InformationKind::Other);
    let need =
        Event::NeedRecorded { need: NeedNo(if with_secret { 4 } else { 3 }), text: late.id, view, kind };
    story.happened(vec![late], vec![need]).await;
    story
}

/// A page without what differs from one session to the next.
async fn page(client: &mut Client, path: &str) -> (StatusCode, String) {
    let reply = client.get(path).await;
    let marks = reply.attributes("input[name=form-mark]", "value");
    let body = marks.iter().fold(reply.body, |body, mark| body.replace(mark, "mark"));
    (reply.status, body)
}

/// Every address of the family's that needs nothing but numbers.
fn addresses(story: &Story) -> Vec<String> {
    let own = router::routes().into_iter().filter(|route| {
        route.method == axum::http::Method::GET && route.path.starts_with("/family/processes/{process}")
    });
    let id = story.id.to_string();
    let filled = own.flat_map(|route| {
        let path = route.path.replace("{process}", &id);
        let numbered = |number: &str| {
            let parts = path.split('/').map(|part| if part.starts_with('{') { number } else { part });
            parts.collect::<Vec<_>>().join("/")
        };
        let all = if path.contains('{') { vec!["1", "2", "3"] } else { vec!["1"] };
        all.into_iter().map(numbered).collect::<Vec<_>>()
    });
    filled.chain(["/family".to_owned(), "/calendar".to_owned()]).collect()
}

/// AC-7: the father's pages are the same to the letter whether the withheld things are there or not: no count, no
/// number and no look tells of them.
#[tokio::test]
async fn the_guardians_pages_are_alike_in_both_worlds() {
    let worlds = [world(false).await, world(true).await];
    let mut fathers = [worlds[0].as_(FATHER).await, worlds[1].as_(FATHER).await];
    let all = addresses(&worlds[0]);
    assert!(all.len() > 15, "{all:?}");
    for path in all {
        let without = page(&mut fathers[0], &path).await;
        let with = page(&mut fathers[1], &path).await;
        assert!(!with.1.contains(SECRET), "{path}");
        assert_eq!(without, with, "{path}");
    }
}

/// AC-7: the child and the other guardian are not touched by it, and learn nothing of it.
#[tokio::test]
async fn the_others_read_it_as_before() {
    let story = world(true).await;
    for somebody in [MOTHER, ELIN] {
        let mut client = story.as_(somebody).await;
        assert!(client.get(&story.at("/plan")).await.body.contains(SECRET));
        let looked = client.get(&story.at("/looked")).await.body;
        assert!(!looked.contains("Det kan skada") && !looked.contains("dol"), "{looked}");
    }
}

/// AC-7: a guardian comes to it by no page that is drawn for those who work, and by no address of its own.
#[tokio::test]
async fn no_other_address_leads_to_it() {
    let story = world(true).await;
    let mut father = story.as_(FATHER).await;
    for path in ["plan", "needs", "needs/3", "goals", "questions", "plan/text", "withheld", "plan/versions/1"]
    {
        let reply = father.get(&format!("/processes/{}/{path}", story.id)).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
    }
    for number in [60, 62] {
        let address = format!("/plan/needs/{}", text(number, "").id);
        assert_eq!(father.post(&story.at(&address), &[]).await.status, StatusCode::NOT_FOUND);
    }
    assert!(!story.process().await.plan.needs[2].withdrawn);
}

async fn withholds(story: &Story, who: Someone, item: &str) -> StatusCode {
    let mut client = story.as_(who).await;
    let from = FATHER.person.to_string();
    let fields = [("item", item), ("from", from.as_str()), ("reason", "Det kan skada Elin")];
    client.post(&format!("/processes/{}/withheld", story.id), &fields).await.status
}

/// AC-7, OSL 12:3: who leads the work withholds one thing from one guardian with a reason, and shows it again.
#[tokio::test]
async fn one_thing_is_withheld_and_shown_again() {
    let story = planned().await;
    assert_eq!(withholds(&story, DOCTOR, "need-2").await, StatusCode::FORBIDDEN);
    assert_eq!(withholds(&story, COUNSELLOR, "need-9").await, StatusCode::UNPROCESSABLE_ENTITY);
    let words = "Ha någon att vara med";
    let mut father = story.as_(FATHER).await;
    assert!(father.get(&story.at("/plan")).await.body.contains(words));
    assert_eq!(withholds(&story, COUNSELLOR, "need-2").await, StatusCode::SEE_OTHER);
    assert!(!father.get(&story.at("/plan")).await.body.contains(words));
    let mut counsellor = story.as_(COUNSELLOR).await;
    let address = format!("/processes/{}/withheld", story.id);
    let page = counsellor.get(&address).await;
    assert!(page.texts("section[aria-labelledby=now]").concat().contains("Johan Lindqvist"));
    let from = FATHER.person.to_string();
    let shown = [("item", "need-2"), ("from", from.as_str())];
    let reply = counsellor.post(&format!("{address}/shown"), &shown).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert!(father.get(&story.at("/plan")).await.body.contains(words));
}

/// CON-20: what is marked as about somebody else is read by who wrote it and by who leads, and by nobody else.
#[tokio::test]
async fn a_marked_passage_is_for_its_writer_alone() {
    let story = planned().await;
    let mut mother = story.as_(MOTHER).await;
    let need = [("words", "Lugn hemma. [[Mormor dricker.]]"), ("kind", "family")];
    assert_eq!(mother.post(&story.at("/plan/needs/new"), &need).await.status, StatusCode::SEE_OTHER);
    assert!(mother.get(&story.at("/plan")).await.body.contains("Mormor dricker"));
    for somebody in [FATHER, ELIN] {
        let body = story.as_(somebody).await.get(&story.at("/plan")).await.body;
        assert!(body.contains("Lugn hemma.") && !body.contains("Mormor") && !body.contains("[["));
    }
    let mut counsellor = story.as_(COUNSELLOR).await;
    assert!(counsellor.get(&format!("/processes/{}/plan", story.id)).await.body.contains("Mormor dricker"));
}

/// CON-20: what the third person has agreed to goes on, word for word, and nothing else does.
#[tokio::test]
async fn an_agreed_passage_goes_on() {
    let story = planned().await;
    let words = "Lugn hemma. [[Mormor hjälper till.]] [[Morfar är sjuk.]]";
    let mut mother = story.as_(MOTHER).await;
    let reply = mother.post(&story.at("/plan/needs/new"), &[("words", words), ("kind", "family")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let address = format!("/processes/{}/third-persons", story.id);
    let agreed = passages(words)[1].hash().to_string();
    let fields = [("passage", agreed.as_str()), ("how", "Per telefon den 31 augusti")];
    assert_eq!(story.as_(DOCTOR).await.post(&address, &fields).await.status, StatusCode::FORBIDDEN);
    let mut counsellor = story.as_(COUNSELLOR).await;
    let listed = counsellor.get(&address).await.attributes("input[name=passage]", "value");
    assert!(listed.len() == 2 && listed.contains(&agreed), "{listed:?}");
    assert_eq!(counsellor.post(&address, &fields).await.status, StatusCode::SEE_OTHER);
    let unknown = [("passage", "00".repeat(32)), ("how", "Så".to_owned())];
    let unknown: Vec<_> = unknown.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(counsellor.post(&address, &unknown).await.status, StatusCode::NOT_FOUND);
    let body = story.as_(FATHER).await.get(&story.at("/plan")).await.body;
    assert!(body.contains("Mormor hjälper till.") && !body.contains("Morfar"));
    let marked = counsellor.get(&format!("/processes/{}/plan", story.id)).await.texts("mark");
    assert!(
        marked.iter().any(|mark| mark.contains("Om någon annan:") && mark.contains("Morfar")),
        "{marked:?}"
    );
}
