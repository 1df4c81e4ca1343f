//! Are the coordinator's notes the coordinator's alone, and does what the parties should develop point out nobody?

use axum::http::StatusCode;
use domain::{Event, event::samba::SambaEvent, samba::choice::CaseEnd};
use jiff::{ToSpan as _, civil::date};
use store::{Role, SeatRow};

use super::{
    super::{
        client::{Client, Reply},
        stories::form::Form,
        world::{COUNSELLOR, DOCTOR, MOTHER},
    },
    AVF, AVF_COUNCIL, Beyond, CASE, COORDINATOR, Someone, member,
};

/// Convenes as well, and has a desk of her own.
const OTHER: Someone = member(0x41);

async fn with_another() -> Beyond {
    let beyond = Beyond::consented().await;
    let store = &beyond.story.world.app.store;
    let known = store.person(COORDINATOR.person).await.unwrap().unwrap();
    store
        .put_person(store::Person { id: OTHER.person, name: "Vera Vikarie".to_owned(), ..known })
        .await
        .unwrap();
    let seat = SeatRow {
        id: OTHER.seat,
        person: OTHER.person,
        role: Role::SambaCoordinator,
        unit: None,
        inbox: false,
        valid_from: date(2026, 1, 1),
        valid_to: None,
        place: None,
    };
    store.put_seat(seat).await.unwrap();
    beyond
}

/// A form of the desk, with what stands in it from the beginning.
async fn form(client: &mut Client, address: &str) -> Form {
    let page = client.get(address).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    Form::at(&page, address.split('?').next().unwrap())
}

async fn noted(client: &mut Client, about: &str) -> Form {
    let form = form(client, &format!("/samba/notes/new{about}")).await;
    form.set("kind", "phone_call").set("text", "Ring tillbaka till skolan").set("fact", "no")
}

async fn sent(client: &mut Client, form: &Form) -> Reply {
    client.post(&form.action, &form.fields()).await
}

async fn is_kept(client: &mut Client, form: &Form) {
    let reply = sent(client, form).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
}

fn faults(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.body);
    reply.attributes(".fault-summary a", "href")
}

/// DESK-1: from the page of the case to the list, without a name; for another coordinator there is no such note.
#[tokio::test]
async fn a_note_is_read_by_its_writer_alone() {
    let beyond = with_another().await;
    let mut writer = beyond.story.as_(COORDINATOR).await;
    let about = format!("?case={}", beyond.story.id);
    let links = beyond.sees(COORDINATOR, "").await.attributes("main a", "href");
    assert!(links.contains(&format!("/samba/notes/new{about}")), "{links:?}");
    let note = noted(&mut writer, &about).await;
    is_kept(&mut writer, &note).await;
    let list = writer.get("/samba/notes").await;
    assert_eq!(list.texts(".rows .as-written"), ["Ring tillbaka till skolan"]);
    assert!(list.attributes(".rows a", "href").contains(&beyond.at("")), "{}", list.body);
    assert!(!list.body.contains("Elin") && !list.body.contains("Lindqvist"), "{}", list.body);
    let address = list.attributes(".rows a", "href").pop().unwrap();
    let mut other = beyond.story.as_(OTHER).await;
    assert!(other.get("/samba/notes").await.texts(".rows").is_empty());
    let nothing = other.get("/nowhere").await;
    let removal = format!("{address}/removal");
    for answer in [other.get(&address).await, other.post(&removal, &[]).await] {
        assert_eq!((answer.status, answer.body), (StatusCode::NOT_FOUND, nothing.body.clone()));
    }
    for who in [AVF_COUNCIL, AVF, MOTHER, COUNSELLOR, DOCTOR] {
        let mut client = beyond.story.as_(who).await;
        for address in ["/samba/notes", "/samba/notes/new", &address] {
            assert_eq!(client.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
    }
    let shown = writer.get(&address).await;
    assert_eq!(shown.texts("main .as-written"), ["Ring tillbaka till skolan"]);
    assert_eq!(writer.post(&removal, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(writer.get(&address).await.status, StatusCode::NOT_FOUND);
}

/// DESK-1, DESK-2: a fact is asked about, an end that is too far off is refused at its field, and what was typed stays.
#[tokio::test]
async fn a_note_is_refused_at_its_field() {
    let beyond = with_another().await;
    let mut writer = beyond.story.as_(COORDINATOR).await;
    let note = noted(&mut writer, "").await;
    let empty = sent(&mut writer, &note.clone().set("text", " ").choose("kind", [])).await;
    assert_eq!(faults(&empty), ["#kind", "#text"]);
    let today = beyond.today();
    let far = note.clone().set("last-day", &today.saturating_add(181.days()).to_string());
    let refused = sent(&mut writer, &far).await;
    assert_eq!(faults(&refused), ["#last-day"]);
    assert_eq!(refused.texts("textarea")[0].trim(), "Ring tillbaka till skolan");
    let fact = note.clone().set("fact", "yes");
    let asked = sent(&mut writer, &fact).await;
    assert_eq!(faults(&asked), ["#considered"]);
    assert!(
        asked.texts("h2").iter().any(|title| title.contains("rätt verksamhets journal")),
        "{}",
        asked.body
    );
    assert!(writer.get("/samba/notes").await.texts(".rows").is_empty(), "nothing is kept");
    let mut considered = Form::at(&asked, "/samba/notes/new");
    assert_eq!(considered.values_of("text").next().map(str::trim), Some("Ring tillbaka till skolan"));
    considered = considered.set("considered", "yes");
    is_kept(&mut writer, &considered).await;
    let unknown = format!("/samba/notes/new?case={}", uuid::Uuid::from_u128(0x99).simple());
    assert_eq!(writer.get(&unknown).await.status, StatusCode::NOT_FOUND);
}

/// DESK-2: gone the day after its last one, and with its case.
#[tokio::test]
async fn a_note_goes_after_its_day_and_with_its_case() {
    let beyond = with_another().await;
    let mut writer = beyond.story.as_(COORDINATOR).await;
    let today = beyond.today();
    let about = format!("?case={}", beyond.story.id);
    let of_case = noted(&mut writer, &about).await;
    is_kept(&mut writer, &of_case.set("text", "Om ärendet")).await;
    let short = noted(&mut writer, "").await.set("text", "Bara i dag").set("last-day", &today.to_string());
    is_kept(&mut writer, &short).await;
    let last = noted(&mut writer, "").await.set("text", "Längre");
    is_kept(&mut writer, &last).await;
    let shown = async |client: &mut Client| {
        let mut texts = client.get("/samba/notes").await.texts(".rows .as-written");
        texts.sort();
        texts
    };
    assert_eq!(shown(&mut writer).await, ["Bara i dag", "Längre", "Om ärendet"]);
    beyond.comes_to(today.saturating_add(1.day()));
    let mut writer = beyond.story.as_(COORDINATOR).await;
    assert_eq!(shown(&mut writer).await, ["Längre", "Om ärendet"]);
    let (by, on) = (COORDINATOR.person, beyond.today());
    let closed = SambaEvent::SambaClosed { case: CASE, end: CaseEnd::AdviceGiven, by, on };
    beyond.story.happened(vec![], vec![Event::Samba(closed)]).await;
    assert_eq!(shown(&mut writer).await, ["Längre"]);
}

async fn need(client: &mut Client, text: &str) -> Form {
    form(client, "/samba/needs/new").await.set("area", "gap_between_missions").set("text", text)
}

/// DESK-4: the name of a child in a case cannot be written; what may be a name is ticked; nothing that was typed goes.
#[tokio::test]
async fn a_need_points_out_nobody() {
    let beyond = with_another().await;
    let mut writer = beyond.story.as_(COORDINATOR).await;
    let named = "Elin fick vänta. Ingen vet vem som frågar Almgrenska om råd.";
    let written = need(&mut writer, named).await;
    let refused = sent(&mut writer, &written).await;
    assert_eq!(faults(&refused), ["#text", "#cleared"]);
    assert!(refused.texts("#text-fault")[0].contains("Elin"), "{}", refused.body);
    assert_eq!(refused.attributes("[name=cleared]", "value"), ["unknown-name:1:Almgrenska"]);
    let back = Form::at(&refused, "/samba/needs/new");
    assert_eq!(back.values_of("text").next().map(str::trim), Some(named));
    let forced = back.clone().insist("cleared", "known-name:1:Elin");
    assert!(faults(&sent(&mut writer, &forced).await).contains(&"#text".to_owned()));
    let ticked =
        back.set("text", &named.replace("Elin", "Barnet")).set("cleared", "unknown-name:1:Almgrenska");
    is_kept(&mut writer, &ticked).await;
    let listed = writer.get("/samba/needs").await.texts(".rows .as-written");
    assert_eq!(listed, [named.replace("Elin", "Barnet")]);
}

/// DESK-3, DESK-5: from what was seen to what came of it; members read, and for everybody else there is no such page.
#[tokio::test]
async fn a_need_goes_to_the_steering_group_and_comes_back() {
    let beyond = with_another().await;
    let mut writer = beyond.story.as_(COORDINATOR).await;
    let written = need(&mut writer, "Ingen tar emot den som är för gammal för den ena.").await;
    is_kept(&mut writer, &written).await;
    let take = writer.get("/samba/needs").await.attributes(".rows a", "href").pop().unwrap();
    let conclude = take.replace("steering-group", "outcome");
    let early = form(&mut writer, &conclude).await.set("text", "Alla tar emot.");
    let refused = sent(&mut writer, &early).await;
    assert_eq!(refused.attributes(".refusal", "data-reason"), ["not-taken"], "{}", refused.body);
    assert_eq!(refused.texts("textarea")[0].trim(), "Alla tar emot.");
    let taken = form(&mut writer, &take).await;
    let tomorrow = taken.clone().set("day", &beyond.today().saturating_add(1.day()).to_string());
    assert_eq!(faults(&sent(&mut writer, &tomorrow).await), ["#day"]);
    is_kept(&mut writer, &taken).await;
    let again = sent(&mut writer, &taken).await;
    assert_eq!(again.attributes(".refusal", "data-reason"), ["already-taken"], "{}", again.body);
    let named = early.clone().set("text", "Elin är nöjd.");
    assert_eq!(faults(&sent(&mut writer, &named).await), ["#text"]);
    is_kept(&mut writer, &early).await;
    for who in [AVF_COUNCIL, AVF] {
        let mut client = beyond.story.as_(who).await;
        let page = client.get("/samba/needs").await;
        assert!(page.texts(".rows .as-written").contains(&"Alla tar emot.".to_owned()), "{}", page.body);
        assert!(page.attributes("main a", "href").is_empty() && page.texts("main form").is_empty());
        for address in ["/samba/needs/new", &take, &conclude] {
            assert_eq!(client.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
    }
    for who in [MOTHER, COUNSELLOR, DOCTOR] {
        assert_eq!(beyond.story.as_(who).await.get("/samba/needs").await.status, StatusCode::NOT_FOUND);
    }
}
