//! What comes of a case on an agenda?

use axum::http::StatusCode;
use domain::PartyId;
use jiff::civil::date;

use crate::demo::bodies::meeting_id;

use super::{
    super::{stories::form::Form, world::plans},
    AVF_COUNCIL, BUF_COUNCIL, Beyond, CASE, COORDINATOR, COUNCIL, SAMBA,
};

impl Beyond {
    /// Put on the agenda of the meeting on that day by whoever is to convene it.
    pub async fn scheduled(&self, day: jiff::civil::Date) -> String {
        for body in [COUNCIL, SAMBA] {
            plans(&self.story.world, COORDINATOR.person, body, day).await;
        }
        let form = self.form(COORDINATOR, "/agenda").await;
        let page = self.sees(COORDINATOR, "/agenda").await;
        let words = crate::web::texts::Texts::swedish().date(day);
        let labels = page.texts("input[name=meeting] + label");
        let place = labels.iter().position(|label| label.ends_with(&words));
        let place = place.unwrap_or_else(|| panic!("{words} is not among {labels:?}"));
        let meeting = form.choices("meeting").unwrap()[place].clone();
        self.does(COORDINATOR, form.set("meeting", &meeting)).await;
        meeting
    }

    /// The form about what the meeting came to, on its day.
    pub async fn treating(&self) -> Form {
        let meeting = self.meeting().await;
        let form = self.form(COORDINATOR, &format!("/meetings/{meeting}/treatment")).await;
        form.set("note", "Vi har talat om det.")
    }

    /// The council has lifted the second question on, and its minutes are final.
    pub async fn lifted() -> Beyond {
        let beyond = Beyond::consented().await;
        let meeting = beyond.scheduled(date(2027, 1, 28)).await;
        beyond.comes_to(date(2027, 1, 28));
        let form = beyond.treating().await;
        let form = form
            .choose("attending", ["1", "2", "3"])
            .set("outcome", "lifted_on")
            .set("reply-1", "answered")
            .set("reply-1-words", "AVF stöder på vägen.")
            .set("reply-2", "lifted_on");
        beyond.does(COORDINATOR, form).await;
        let minutes = beyond.form(COORDINATOR, &format!("/meetings/{meeting}/minutes")).await;
        beyond.does(COORDINATOR, minutes).await;
        beyond
    }
}

/// CON-23: whom the consent does not name reads nothing, and is recorded as having gone out.
#[tokio::test]
async fn whom_the_consent_does_not_name_goes_out() {
    let beyond = Beyond::lifted().await;
    let process = beyond.story.process().await;
    let treated = process.samba.case(CASE).unwrap().items[0].treated.clone().unwrap();
    assert_eq!((treated.present, treated.left), (vec![PartyId(1), PartyId(2)], vec![PartyId(3)]));
    let outside = beyond.story.as_(BUF_COUNCIL).await.get(&beyond.at("")).await;
    assert_eq!(outside.status, StatusCode::NOT_FOUND);
    let mut member = beyond.story.as_(AVF_COUNCIL).await;
    let page = member.get(&beyond.at("")).await;
    assert!(page.body.contains("Elin") && page.body.contains("Så har det varit för Elin."), "{}", page.body);
    assert_eq!(page.texts("#todo").len(), 0, "members read");
    assert_eq!(member.get("/samba/cases").await.attributes("th a", "href"), [beyond.at("")]);
    let acts = [format!("/meetings/{}/treatment", beyond.meeting().await), "/agenda".to_owned()];
    for act in acts {
        assert_eq!(member.get(&beyond.at(&act)).await.status, StatusCode::NOT_FOUND, "{act}");
    }
}

/// CON-23, BOD-4: the page of a meeting names the cases that its reader may know of, and no others anywhere.
#[tokio::test]
async fn a_meeting_shows_its_cases_to_those_whom_the_consent_names() {
    let beyond = Beyond::consented().await;
    let meeting = beyond.scheduled(date(2027, 1, 28)).await;
    plans(&beyond.story.world, COORDINATOR.person, COUNCIL, date(2027, 2, 11)).await;
    let other = meeting_id(COUNCIL, date(2027, 2, 11));
    let mut coordinator = beyond.story.as_(COORDINATOR).await;
    for id in [meeting.clone(), other.to_string()] {
        coordinator.get(&format!("/body-meetings/{id}")).await;
        let convened = coordinator.post(&format!("/body-meetings/{id}/convening"), &[]).await;
        assert_eq!(convened.status, StatusCode::SEE_OTHER);
    }
    for (who, knows) in [(COORDINATOR, true), (AVF_COUNCIL, true), (BUF_COUNCIL, false)] {
        let mut client = beyond.story.as_(who).await;
        let page = client.get(&format!("/body-meetings/{meeting}")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.attributes(".task a", "href"), vec![beyond.at(""); usize::from(knows)]);
        assert_eq!(page.body.contains("Elin"), knows);
        let empty = client.get(&format!("/body-meetings/{other}")).await;
        assert!(empty.status == StatusCode::OK && !empty.body.contains("Elin"));
    }
}

/// PRI-16, S10: no question is left without a reply, and what is owed has a person and a day.
#[tokio::test]
async fn a_body_that_reflects_owes_an_answer_within_ten_working_days() {
    let beyond = Beyond::consented().await;
    let meeting = beyond.scheduled(date(2027, 1, 28)).await;
    let early = beyond.form(COORDINATOR, &format!("/meetings/{meeting}/treatment")).await;
    let early = early.set("note", "För tidigt").set("outcome", "reflecting").choose("attending", ["1"]);
    beyond.is_refused(COORDINATOR, early, "meeting-not-yet").await;
    beyond.comes_to(date(2027, 1, 28));
    let form = beyond.treating().await.choose("attending", ["1", "2"]);
    assert_eq!(form.value("owed-on"), "2027-02-11");
    assert!(!form.offers("outcome", "cost_distribution"));
    let answered = form.clone().set("outcome", "shared_view").set("reply-1", "answered");
    let answered = answered.set("reply-1-words", "AVF.");
    beyond.is_refused(COORDINATOR, answered, "samba-question-unanswered").await;
    let form = form.set("outcome", "reflecting");
    beyond.is_refused(COORDINATOR, form.clone(), "samba-nobody-owes-answer").await;
    beyond.does(COORDINATOR, form.set("owed-by", &COORDINATOR.person.to_string())).await;
    let list = beyond.story.as_(COORDINATOR).await.get("/samba/cases").await;
    assert_eq!(
        list.texts("section[aria-labelledby=owed] a"),
        ["Sambasamordnaren, senast tors 11 februari 2027"]
    );
    let answer = beyond.form(COORDINATOR, &format!("/meetings/{meeting}/answer")).await;
    let answer = answer
        .set("outcome", "responsibility_agreement")
        .set("note", "Vi delar ansvaret.")
        .set("reply-1", "answered")
        .set("reply-1-words", "AVF stöder.")
        .set("reply-2", "not_answerable")
        .set("reply-2-words", "Det prövas i nämnden.");
    beyond.does(COORDINATOR, answer).await;
    let page = beyond.sees(COORDINATOR, "").await;
    assert!(page.body.contains("Det prövas i nämnden."));
    beyond.agrees_without_costs().await;
}

/// S9, 4.6: off the agenda again, and final minutes are corrected beside.
#[tokio::test]
async fn minutes_that_are_final_are_only_corrected() {
    let beyond = Beyond::consented().await;
    let meeting = beyond.scheduled(date(2027, 1, 14)).await;
    let removal = beyond.form(COORDINATOR, &format!("/meetings/{meeting}/removal")).await;
    beyond.does(COORDINATOR, removal).await;
    let beyond = Beyond::lifted().await;
    let correction = format!("/meetings/{}/correction", beyond.meeting().await);
    let form = beyond.form(COORDINATOR, &correction).await;
    beyond.does(COORDINATOR, form.set("note", "OF var inte med.").set("reason", "Fel namn.")).await;
    let page = beyond.sees(COORDINATOR, "").await;
    assert!(page.body.contains("Vi har talat om det.") && page.body.contains("OF var inte med."));
}
