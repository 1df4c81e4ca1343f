//! How far has the case come when the questions are asked?

use domain::{
    CaseNo, Event, PersonId,
    choice::SambaRoute,
    event::samba::SambaEvent,
    personal_id::PersonalId,
    samba::choice::{PlanTried, Shortfall, Sorting},
};
use jiff::civil::{Date, date};
use store::Person;

use super::super::{
    client::{Client, Reply},
    family::story::{ELIN, Story, text},
    stories::form::Form,
    world::{COUNSELLOR, Someone},
};

pub const CASE: CaseNo = CaseNo(1);
pub const TODAY: Date = date(2026, 8, 31);
/// Sits with the coordinator, and has no part in the process.
const COORDINATOR: PersonId = PersonId(uuid::Uuid::from_u128(0xC0));

/// The coordinator has assessed the case and asked the counsellor to describe it.
pub async fn asked() -> Story {
    let story = Story::sent().await;
    let born = date(2013, 3, 2);
    let elin = Person {
        id: ELIN.person,
        name: "Elin Lindqvist".to_owned(),
        born: Some(born),
        personal_id: Some(PersonalId::fictional(born, 1).whole()),
        phone: None,
        email: None,
        address: None,
        protected: false,
    };
    story.world.app.store.put_person(elin).await.unwrap();
    let texts = [
        text(70, "Vem leder arbetet är oklart."),
        text(71, "Det är oklart vems uppdrag det är."),
        text(72, "Vem stöttar Elin på väg till skolan?"),
        text(73, "Vem avlastar hemma?"),
    ];
    let [reason, why, first, second] = [0, 1, 2, 3].map(|at: usize| texts[at].id);
    let (case, by, on) = (CASE, COORDINATOR, TODAY);
    let samba = [
        SambaEvent::SambaSorted { case, to: Sorting::Assessment, by, on },
        SambaEvent::SambaRoutineChosen { case, applies: true, reason, by, on },
        SambaEvent::SambaAssessed {
            case,
            tried: PlanTried::Attempted,
            shortfalls: vec![Shortfall::UnclearMission],
            why,
            questions: vec![first, second],
            by,
            on,
        },
        SambaEvent::SambaDescriptionOrdered { case, from: COUNSELLOR.person, by, on },
    ];
    let contacted = Event::SambaContacted { route: SambaRoute::NewConsent, by: COUNSELLOR.person, on };
    let events = std::iter::once(contacted).chain(samba.map(Event::Samba)).collect();
    story.happened(texts.to_vec(), events).await;
    story
}

/// Described by the counsellor, on the page.
pub async fn described() -> Story {
    let story = asked().await;
    let mut counsellor = story.as_(COUNSELLOR).await;
    let form = described_by(&story, &mut counsellor).await;
    let reply = sent(&mut counsellor, &form).await;
    assert_eq!(reply.status, axum::http::StatusCode::SEE_OTHER, "{}", reply.body);
    story
}

/// The description, filled in.
pub async fn described_by(story: &Story, counsellor: &mut Client) -> Form {
    let address = desk(story, "/samba/description");
    Form::at(&counsellor.get(&address).await, &address)
        .set("tried", "Elevhälsan har ringt hem varje morgon.")
        .set("child_view", "Jag vill inte gå själv.")
        .set("family_view", "Vi orkar inte köra varje dag.")
        .press("act", "describe")
}

/// The family has been asked about the council and these parties.
pub async fn consent_asked(bodies: &[&str], parties: &[&str]) -> Story {
    let story = described().await;
    let mut counsellor = story.as_(COUNSELLOR).await;
    let preview = chosen(&story, &mut counsellor, bodies, parties).await;
    let lock = Form::at(&preview, &desk(&story, "/samba/consent"));
    let reply = sent(&mut counsellor, &lock).await;
    assert_eq!(reply.status, axum::http::StatusCode::SEE_OTHER, "{}", reply.body);
    story
}

/// The page that shows the text before it is locked.
pub async fn chosen(story: &Story, counsellor: &mut Client, bodies: &[&str], parties: &[&str]) -> Reply {
    let address = desk(story, "/samba/consent");
    let form = Form::at(&counsellor.get(&address).await, &address)
        .choose("bodies", bodies.iter().copied())
        .choose("parties", parties.iter().copied());
    sent(counsellor, &form).await
}

/// Somebody in the family answers on the own page.
pub async fn answers(story: &Story, who: Someone, answer: &str) -> Reply {
    let mut client = story.as_(who).await;
    let address = story.at("/samba");
    let form = Form::at(&client.get(&address).await, &address).press("answer", answer);
    sent(&mut client, &form).await
}

pub async fn sent(client: &mut Client, form: &Form) -> Reply {
    client.post(&form.action, &form.fields()).await
}

pub fn desk(story: &Story, rest: &str) -> String {
    format!("/processes/{}{rest}", story.id)
}
