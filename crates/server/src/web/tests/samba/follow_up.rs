//! How does the answer come back, what may the family read of it, and who is told of what was decided? (S14, S15, 4.7)

use axum::http::StatusCode;
use domain::{
    AgreementNo, BodyId, BodyMeetingId, CaseQuestionNo, Event, PartyId, PersonId, TextId,
    event::samba::SambaEvent,
    samba::{
        Mandate,
        agreement::Terms,
        choice::{FollowUpForm, Period, ReturnTo},
        cost::{CostLine, Split},
        outcome::Outcome,
        treatment::{QuestionReply, Reply},
    },
};
use jiff::civil::date;
use policy::{Action, Actor, Denial, Seat};
use uuid::Uuid;

use super::{
    super::{
        family::story::{ELIN, FATHER, Story, receipt, text},
        stories::form::Form,
        world::{COUNSELLOR, MOTHER, SCHOOL},
    },
    ground::{CASE, TODAY, answers, consent_asked, desk, sent},
};

const MEETING: BodyMeetingId = BodyMeetingId(Uuid::from_u128(0xB0));

/// The body has answered, responsibility and costs are agreed, and the answer is to go to Lots today.
async fn returned() -> Story {
    let story = consent_asked(&["council", "samba"], &["avf", "of"]).await;
    for who in [MOTHER, FATHER] {
        answers(&story, who, "yes").await;
    }
    let words = [
        "Vi delar på det.",
        "OF kör måndag till onsdag.",
        "BUF kan inte svara än.",
        "Att gå till skolan",
        "OF har ledsagning",
        "OF leder",
        "AVF handleder",
        "Ledsagning, kostnadsrad",
        "Faktura varje månad",
    ];
    let texts: Vec<_> = words.iter().zip(80..).map(|(words, number)| text(number, words)).collect();
    let id = |at: usize| texts[at].id;
    let (case, body, by, on) = (CASE, BodyId(2), COUNSELLOR.person, TODAY);
    let reply = |question, reply| QuestionReply { question: CaseQuestionNo(question), reply };
    let terms = terms([3, 4, 5, 6, 7, 8].map(id));
    let agreement = AgreementNo(1);
    let events = [
        SambaEvent::SambaScheduled { case, body, meeting: MEETING, on, by },
        SambaEvent::SambaTreated {
            case,
            body,
            meeting: MEETING,
            present: vec![PartyId(1), PartyId(2)],
            left: vec![],
            outcome: Outcome::CostDistribution,
            note: id(0),
            replies: vec![
                reply(1, Reply::Answered { text: id(1) }),
                reply(2, Reply::NotAnswerable { reason: id(2) }),
            ],
            owed_by: None,
            owed_on: None,
            by,
            on,
        },
        SambaEvent::AgreementDrafted { agreement, case, body, terms, by, on },
        SambaEvent::AgreementActivated { agreement },
        SambaEvent::SambaReturned {
            case,
            to: ReturnTo::Lots,
            on,
            follow_up: FollowUpForm::LotsJoint,
            follow_up_on: date(2026, 10, 13),
            by,
            returned: on,
        },
    ];
    story.happened(texts, events.map(Event::Samba).to_vec()).await;
    story
}

/// What is agreed, with a cost that the family is not to read of.
fn terms([goals, missions, work_leadership, support, item, invoicing]: [TextId; 6]) -> Terms {
    Terms {
        goals,
        missions,
        work_leadership,
        support,
        family_view: None,
        parties: vec![PartyId(1), PartyId(2)],
        valid_from: TODAY,
        valid_until: date(2027, 6, 30),
        early_ends: vec![],
        follow_up: FollowUpForm::LotsJoint,
        follow_up_on: date(2026, 10, 13),
        costs: vec![CostLine {
            item,
            period: Period::Monthly,
            amount: domain::samba::cost::Ore(123_456_700),
            split: Split::OwnDuty { party: PartyId(2) },
            payer: PartyId(2),
            invoicing,
            ceiling: None,
        }],
    }
}

/// 4.5, PRI-16: the family reads the answers and how responsibility is shared, and nothing of what it costs.
#[tokio::test]
async fn the_family_reads_the_answers_and_no_costs() {
    let story = returned().await;
    let pages = [
        (MOTHER, story.at("/samba")),
        (ELIN, story.at("/samba")),
        (COUNSELLOR, desk(&story, "/samba")),
        (COUNSELLOR, desk(&story, "/samba/follow-up")),
    ];
    for (who, address) in pages {
        let page = story.as_(who).await.get(&address).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("tis 13 oktober 2026"), "{address}\n{}", page.body);
        for cost in ["kostnadsrad", "Faktura", "1234567", "123456700", "1 234 567"] {
            assert!(!page.body.contains(cost), "{address} tells of {cost}");
        }
        if address.ends_with("/samba") {
            assert!(page.body.contains("OF kör måndag till onsdag.") && page.body.contains("OF leder"));
        }
    }
}

/// 4.5, AC-1: what it costs does not leave the store but for the coordinator and the body that shares it, whatever a
/// page draws.
#[tokio::test]
async fn the_costs_are_handed_to_nobody_who_does_not_share_them() {
    let story = returned().await;
    let stranger = PersonId(Uuid::from_u128(0x51));
    let member = |body| Seat::BodyMember { body: BodyId(body), party: PartyId(1), mandate: Mandate::Costs };
    let seats = [
        (MOTHER.person, Seat::Family, false),
        (ELIN.person, Seat::Family, false),
        (COUNSELLOR.person, Seat::Staff { unit: SCHOOL, inbox: true }, false),
        (stranger, member(2), true),
        (stranger, Seat::SambaCoordinator, true),
    ];
    let (store, now) = (&story.world.app.store, story.world.app.clock.now());
    for (person, seat, shares) in seats {
        let view = store.read(story.id, Actor { person, seat }, Action::ReadSamba, now).await.unwrap();
        let agreement = view.process.samba.agreement(AgreementNo(1)).unwrap();
        assert_eq!(!agreement.terms.costs.is_empty(), shares, "{seat:?}");
        let told = view.texts.values().any(|text| text.contains("kostnadsrad") || text.contains("Faktura"));
        assert_eq!(told, shares, "{seat:?}");
    }
    let council = Actor { person: stranger, seat: member(1) };
    let hidden = store.read(story.id, council, Action::ReadSamba, now).await;
    assert!(
        matches!(hidden, Err(store::Error::Denied(Denial::Hidden))),
        "it was never on the council's agenda"
    );
}

/// 4.7 b, S15: professionals decide alone only with a reason and within their own powers, and then each is told.
#[tokio::test]
async fn what_professionals_decide_alone_is_told_to_each_of_the_family() {
    let story = returned().await;
    let address = desk(&story, "/samba/follow-up");
    let mut counsellor = story.as_(COUNSELLOR).await;
    let form = Form::at(&counsellor.get(&address).await, &address)
        .set("form", "officials_decide_family_notified")
        .set("result", "Ledsagningen fortsätter.");
    let refused = sent(&mut counsellor, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.attribute("#refusal", "data-reason").as_deref(), Some("samba-own-powers-only"));
    let form = form.set("reason", "Rör bara vår bemanning.").set("within_own_powers", "yes");
    let reply = sent(&mut counsellor, &form).await;
    receipt(&mut counsellor, reply).await;
    assert!(counsellor.get("/work").await.body.contains("Berätta för familjen vad som är beslutat"));

    let tell = desk(&story, "/samba/notifications");
    let child = ELIN.person.to_string();
    let silent = counsellor.post(&tell, &[("person", &child), ("child_text", "")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "the child is told in words of its own");
    for who in [ELIN, MOTHER, FATHER] {
        let page = counsellor.get(&address).await;
        let code = who.person.to_string();
        let form = Form::find(&page, |form| form.action == tell && form.value("person") == code).unwrap();
        let form = form.written("Du får följe till skolan.");
        let reply = sent(&mut counsellor, &form).await;
        receipt(&mut counsellor, reply).await;
    }
    assert!(!counsellor.get("/work").await.body.contains("Berätta för familjen vad som är beslutat"));
    let own = story.as_(ELIN).await.get(&story.at("/samba")).await;
    assert_eq!(own.texts("#for-child ~ .as-written"), ["Du får följe till skolan."]);
    let mother = story.as_(MOTHER).await.get(&story.at("/samba")).await;
    assert!(!mother.body.contains("Du får följe till skolan."), "it was written for the child");
}

/// S1, T18: where there is no escalation, the family's own contact is turned down with words.
#[tokio::test]
async fn a_family_can_turn_to_the_coordinator_only_where_there_is_one() {
    let story = Story::sent().await;
    let mut mother = story.as_(MOTHER).await;
    let address = story.at("/samba-contact");
    let form = Form::at(&mother.get(&address).await, &address);
    let refused = sent(&mut mother, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!mother.get(&story.at("")).await.body.contains("/samba-contact"));
}
