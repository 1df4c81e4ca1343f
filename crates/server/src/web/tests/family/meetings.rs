//! At and after the meeting: the Lots, the plan, what has changed, the way back.

use axum::http::StatusCode;
use domain::{
    ChangeNo, CommitmentNo, CopyNo, Event, GoalNo, MeetingNo, NeedNo, PlanVersion, choice::*, party::*,
};
use jiff::civil::{date, time};

use super::super::world::{BUP, COUNSELLOR, DOCTOR, MOTHER, SCHOOL};
use super::story::{ELIN, FATHER, Story, receipt, text};
use crate::web::case::frozen;

/// The first meeting booked, the counsellor proposed as Lots.
async fn booked() -> Story {
    let story = Story::sent().await;
    let place = text(20, "Biblioteket");
    let booked = Event::MeetingBooked {
        meeting: MeetingNo(1),
        kind: MeetingKind::Initial,
        start: date(2026, 9, 22).at(14, 10, 0, 0),
        end: time(15, 30, 0, 0),
        place: place.id,
        chair: COUNSELLOR.person,
        units: vec![BUP],
        outside_window: None,
    };
    let proposed = Event::LotsProposed { person: COUNSELLOR.person, unit: SCHOOL };
    let accepted = Event::LotsAccepted { person: COUNSELLOR.person, by: COUNSELLOR.person };
    story.happened(vec![place], vec![booked, proposed, accepted]).await;
    story
}

/// The meeting held, a need that nobody answers, a promise, and a plan that waits for what the family thinks.
pub async fn planned() -> Story {
    let story = booked().await;
    let words = [
        text(30, "Sova på nätterna"),
        text(31, "Att Elin sover"),
        text(32, "Vi gör en bedömning av sömnen"),
        text(33, "Omar Haddad"),
        text(34, "Varje vecka"),
        text(35, "Ha någon att vara med på rasten"),
        text(36, "Planen efter första mötet"),
        text(37, "Närvaro"),
    ];
    let id = |at: usize| words[at].id;
    let events = vec![
        Event::NeedRecorded {
            need: NeedNo(1),
            text: id(0),
            view: View::Family,
            kind: InformationKind::Health,
        },
        Event::NeedRecorded {
            need: NeedNo(2),
            text: id(5),
            view: View::Professional,
            kind: InformationKind::School,
        },
        Event::GoalRecorded { goal: GoalNo(1), text: id(1), horizon: Horizon::Short, need: Some(NeedNo(1)) },
        Event::CommitmentOffered {
            commitment: CommitmentNo(1),
            unit: BUP,
            by: DOCTOR.person,
            kind: CommitmentKind::Assessment,
            text: id(2),
            goal: Some(GoalNo(1)),
            responsible: id(3),
            legal_form: LegalForm::None,
            start: date(2026, 9, 23),
            frequency: id(4),
            expected_end: date(2026, 11, 1),
            visible_to: vec![],
            decisive: false,
            by_board: None,
        },
        Event::PlanWritten {
            version: PlanVersion(1),
            meeting: MeetingNo(1),
            text: frozen(&words[6]),
            kind: PlanKind::LotsPlan,
            status: PlanStatus::Draft,
            obstacle: None,
            on: date(2026, 8, 31),
        },
    ];
    story.happened(words.to_vec(), events).await;
    story
}

#[tokio::test]
async fn the_meeting_page_tells_when_where_who_and_how() {
    let story = booked().await;
    let mut elin = story.as_(ELIN).await;
    let home = elin.get("/family").await;
    assert_eq!(home.texts(".big-date"), ["tis 22 september 2026"]);
    let page = elin.get(&story.at("/meetings/1")).await;
    assert_eq!(page.texts(".big-date"), ["tis 22 september 2026"]);
    let main = page.texts("main").concat();
    assert!(main.contains("Biblioteket") && main.contains("14.10") && main.contains("BUP"), "{main}");
    let steps = story.world.app.forms.manual().agenda(MeetingKind::Initial).steps.len();
    assert_eq!(page.texts("ol.agenda > li").len(), steps);
    assert_eq!(elin.get(&story.at("/meetings/2")).await.status, StatusCode::NOT_FOUND);
}

/// T8: the family says yes to the person it was shown, and to nobody else.
#[tokio::test]
async fn the_family_says_yes_to_its_lots() {
    let story = booked().await;
    let mut father = story.as_(FATHER).await;
    let address = story.at("/lots");
    let person = father.get(&address).await.attribute("input[name=person]", "value").unwrap();
    assert_eq!(person, COUNSELLOR.person.to_string());
    let other = father.post(&address, &[("person", &DOCTOR.person.to_string())]).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reply = father.post(&address, &[("person", &person)]).await;
    receipt(&mut father, reply).await;
    assert_eq!(story.process().await.plan.lots_person(), Some(COUNSELLOR.person));
}

/// PRI-13: a need that nobody answers is listed, and no unit is named beside it.
#[tokio::test]
async fn the_plan_shows_promises_and_what_is_unanswered() {
    let story = planned().await;
    let mut mother = story.as_(MOTHER).await;
    let page = mother.get(&story.at("/plan")).await;
    let unanswered = page.texts("section[aria-labelledby=unanswered]").concat();
    assert!(unanswered.contains("Ha någon att vara med") && !unanswered.contains("Sova"), "{unanswered}");
    assert!(!unanswered.contains("BUP"));
    let promises = page.texts("section[aria-labelledby=promises]").concat();
    assert!(promises.contains("BUP") && promises.contains("bedömning av sömnen"));
    assert!(page.body.contains(&story.at("/plan/versions/1")));
}

/// T9: the text is accepted, or what does not fit is written down and goes with the plan.
#[tokio::test]
async fn the_family_answers_the_plan() {
    let story = planned().await;
    let address = story.at("/plan/versions/1");
    let mut mother = story.as_(MOTHER).await;
    assert!(mother.get(&address).await.body.contains("Planen efter första mötet"));
    let empty = mother.post(&address, &[("answer", "not"), ("dissent", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.attribute(".fault-summary a", "href").as_deref(), Some("#dissent"));
    let reply = mother.post(&address, &[("answer", "not"), ("dissent", "Rasten saknas")]).await;
    receipt(&mut mother, reply).await;
    let mut father = story.as_(FATHER).await;
    let reply = father.post(&address, &[("answer", "good")]).await;
    receipt(&mut father, reply).await;
    let answers = story.process().await.plan.version(PlanVersion(1)).unwrap().answers.clone();
    assert!(answers[&MOTHER.person].is_some() && answers[&FATHER.person].is_none());
    assert!(father.get(&address).await.body.contains("Rasten saknas"));
    assert_eq!(father.get(&story.at("/plan/versions/2")).await.status, StatusCode::NOT_FOUND);
}

/// REL-1: what I am given is my own frozen copy.
#[tokio::test]
async fn a_released_plan_is_read_as_ones_own_copy() {
    let story = planned().await;
    let copies = [text(40, "Mammas kopia"), text(41, "Pappas kopia")];
    let copy = |number: u32, person| Event::CopyReleased {
        copy: CopyNo(number),
        receiver: Receiver::Family { person },
        version: PlanVersion(1),
        text: frozen(&copies[number as usize - 1]),
        on: date(2026, 8, 31),
    };
    let released = Event::PlanReleased { version: PlanVersion(1), on: date(2026, 8, 31) };
    let events = vec![released, copy(1, MOTHER.person), copy(2, FATHER.person)];
    story.happened(copies.to_vec(), events).await;
    let address = story.at("/plan/versions/1");
    let page = story.as_(MOTHER).await.get(&address).await;
    assert!(page.body.contains("Mammas kopia") && !page.body.contains("Pappas kopia"));
    assert!(page.texts("form.form").is_empty(), "a released plan takes no more answers");
    // Elin has no copy of her own yet.
    assert_eq!(story.as_(ELIN).await.get(&address).await.status, StatusCode::NOT_FOUND);
}

/// PRI-11, PRI-14: the family rates what has helped, and writes what matters in its own words.
#[tokio::test]
async fn the_family_rates_and_writes() {
    let story = planned().await;
    let mut elin = story.as_(ELIN).await;
    let line = story.at(&format!("/plan/lines/{}", text(32, "").id));
    for wrong in ["0", "6", ""] {
        let reply = elin.post(&line, &[("effect", wrong)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let reply = elin.post(&line, &[("effect", "4")]).await;
    receipt(&mut elin, reply).await;
    let need = [("words", "Jag vill ha en egen plats"), ("kind", "school")];
    let reply = elin.post(&story.at("/plan/needs/new"), &need).await;
    receipt(&mut elin, reply).await;
    let written = story.process().await.plan.needs[2].text.to_string();
    let goal = [("words", "Jag går till skolan"), ("horizon", "long"), ("need", &written)];
    let reply = elin.post(&story.at("/plan/goals/new"), &goal).await;
    receipt(&mut elin, reply).await;
    let plan = story.process().await.plan;
    assert_eq!(plan.line(CommitmentNo(1)).unwrap().ratings[&ELIN.person], 4);
    assert_eq!((plan.needs[2].view, plan.goals[1].need), (View::Family, Some(NeedNo(3))));
    let reply = elin.post(&story.at(&format!("/plan/needs/{written}")), &[]).await;
    receipt(&mut elin, reply).await;
    assert!(story.process().await.plan.needs[2].withdrawn);
}

/// PRI-09: a change is read by the one it was told to.
#[tokio::test]
async fn a_change_is_read() {
    let story = planned().await;
    let words = text(50, "BUP börjar tidigare");
    let receivers = vec![Receiver::Family { person: MOTHER.person }];
    let (change, by, on) = (ChangeNo(1), COUNSELLOR.person, date(2026, 8, 31));
    let told = Event::ChangeTold { change, by, text: words.id, receivers, on };
    story.happened(vec![words], vec![told]).await;
    let mut mother = story.as_(MOTHER).await;
    assert!(mother.get(&story.at("/changes")).await.body.contains("BUP börjar tidigare"));
    let mut father = story.as_(FATHER).await;
    assert!(!father.get(&story.at("/changes")).await.body.contains("BUP börjar tidigare"));
    let reply = father.post(&story.at("/changes/1"), &[]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reply = mother.post(&story.at("/changes/1"), &[]).await;
    receipt(&mut mother, reply).await;
    assert_eq!(story.process().await.changes[0].read_by, [Receiver::Family { person: MOTHER.person }]);
}

/// T14, PRI-18: nothing to agree to before a meeting has decided it; then the way back stands there.
#[tokio::test]
async fn the_family_agrees_to_close_and_reads_the_way_back() {
    let story = planned().await;
    let mut mother = story.as_(MOTHER).await;
    let address = story.at("/closing");
    let early = mother.post(&address, &[]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (way, contact, list) = (text(60, "Ring kuratorn"), text(61, "044-00 00 00"), text(62, "Närvaro"));
    let held = Event::MeetingHeld {
        meeting: MeetingNo(1),
        on: date(2026, 8, 31),
        attendance: frozen(&list),
        follow_up: None,
        closing: Some(ClosingReason::GoalsReached),
        without_next: None,
    };
    let written = Event::WayBackWritten { text: way.id, contact: contact.id };
    story.happened(vec![way, contact, list], vec![held, written]).await;
    assert!(mother.get(&address).await.body.contains("Ring kuratorn"));
    let reply = mother.post(&address, &[]).await;
    receipt(&mut mother, reply).await;
    assert!(story.process().await.ending.agreed_by.contains(&MOTHER.person));
}
