//! What does the coordinator learn of somebody whom no consent names, and what can be made of the contact?

use axum::http::StatusCode;
use domain::{Event, event::samba::SambaEvent, samba::choice::Sorting};

use super::{super::world::DOCTOR, AVF_COUNCIL, Beyond, CASE, COORDINATOR};

/// CON-21: who made contact is told, the child is not, on any page, in any title.
#[tokio::test]
async fn before_a_consent_nothing_of_the_child_is_on_any_page() {
    let beyond = Beyond::contacted().await;
    let mut coordinator = beyond.story.as_(COORDINATOR).await;
    let list = coordinator.get("/samba/cases").await;
    assert_eq!(list.status, StatusCode::OK);
    assert_eq!(list.attributes("section[aria-labelledby=contacts] a", "href"), [beyond.at("")]);
    assert!(list.texts("td")[0].starts_with("Omar Haddad"), "{:?}", list.texts("td"));
    let mut pages = vec![list];
    for rest in ["", "/sorting", "/routine", "/assessment", "/description-order", "/closing"] {
        pages.push(beyond.sees(COORDINATOR, rest).await);
    }
    for page in pages {
        for secret in ["Elin", "Lindqvist", "mars 2013", "13 år"] {
            assert!(!page.body.contains(secret), "{secret} in\n{}", page.body);
        }
    }
    for rest in ["/agenda", "/agreements/new", "/return", "/follow-up"] {
        assert_eq!(coordinator.get(&beyond.at(rest)).await.status, StatusCode::NOT_FOUND, "{rest}");
    }
    let member = beyond.story.as_(AVF_COUNCIL).await.get(&beyond.at("")).await;
    assert_eq!(member.status, StatusCode::NOT_FOUND);
}

/// CON-21: a relative who makes contact is as unknown as the child.
#[tokio::test]
async fn a_relative_who_makes_contact_has_no_name() {
    let beyond = Beyond::contacted().await;
    let closed = SambaEvent::SambaClosed {
        case: CASE,
        end: domain::samba::choice::CaseEnd::AdviceGiven,
        by: COORDINATOR.person,
        on: beyond.today(),
    };
    let contacted = Event::SambaContacted {
        route: domain::choice::SambaRoute::NewConsent,
        by: super::super::world::MOTHER.person,
        on: beyond.today(),
    };
    beyond.story.happened(vec![], vec![Event::Samba(closed), contacted]).await;
    let page = beyond.sees(COORDINATOR, "").await;
    assert!(page.body.contains("Någon i familjen") && !page.body.contains("Lindqvist"), "{}", page.body);
}

/// S2 to S6: sorted, the routine chosen with a reason, the three questions, and somebody asked to describe it.
#[tokio::test]
async fn a_contact_becomes_an_assessment_with_questions() {
    let beyond = Beyond::contacted().await;
    let sort = beyond.form(COORDINATOR, "/sorting").await;
    beyond.is_refused(COORDINATOR, sort.clone().set("to", "assessment"), "samba-lots-not-tried").await;
    beyond.does(COORDINATOR, sort.set("to", "advice")).await;
    let (by, on) = (COORDINATOR.person, beyond.today());
    let sorted = SambaEvent::SambaSorted { case: CASE, to: Sorting::Assessment, by, on };
    beyond.story.happened(vec![], vec![Event::Samba(sorted)]).await;

    let order = beyond.form(COORDINATOR, "/description-order").await;
    let doctor = DOCTOR.person.to_string();
    beyond.is_refused(COORDINATOR, order.clone().set("from", &doctor), "samba-not-assessed").await;
    let routine = beyond.form(COORDINATOR, "/routine").await;
    beyond.does(COORDINATOR, routine.set("applies", "yes").set("reason", "Ingen tar uppdraget.")).await;
    let assess = beyond.form(COORDINATOR, "/assessment").await;
    let assess = assess.set("tried", "attempted").set("why", "Alla väntar på varandra.");
    let bare = assess.clone().set("question-1", "Vem stöder på vägen?");
    beyond.is_refused(COORDINATOR, bare, "samba-shortfall-missing").await;
    let assess = assess.choose("shortfalls", ["nobody_accepts", "resources"]);
    beyond.is_refused(COORDINATOR, assess.clone(), "samba-questions-missing").await;
    let many = (1..=5).fold(assess.clone(), |form, place| form.set(&format!("question-{place}"), "Vem?"));
    let many = many.insist("question-6", "Vem?");
    beyond.is_refused(COORDINATOR, many, "samba-too-many-questions").await;
    let two = assess.set("question-1", "Vem stöder på vägen?").set("question-2", "Vem betalar?");
    beyond.does(COORDINATOR, two).await;
    beyond.does(COORDINATOR, order.set("from", &doctor)).await;
    let page = beyond.sees(COORDINATOR, "").await;
    assert!(page.body.contains("Vem betalar?") && page.body.contains("Ingen tar uppdraget."));
}
