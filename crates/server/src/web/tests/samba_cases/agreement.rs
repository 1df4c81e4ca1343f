//! Is every öre accounted for, and does each party sign for itself?

use axum::http::StatusCode;
use jiff::civil::date;

use super::{
    super::{stories::form::Form, world::MOTHER},
    AVF, AVF_COUNCIL, AVF_WITHOUT_MONEY, Beyond, COORDINATOR, OF,
};

const NEW: &str = "/agreements/new";
const AGREEMENT: &str = "/agreements/1";

impl Beyond {
    /// Samba has come to share the costs.
    async fn shared() -> Beyond {
        let beyond = Beyond::lifted().await;
        beyond.scheduled(date(2027, 3, 11)).await;
        beyond.comes_to(date(2027, 3, 11));
        let form = beyond.treating().await.choose("attending", ["1", "2"]);
        let form = form.set("outcome", "cost_distribution").set("reply-2", "answered");
        beyond.does(COORDINATOR, form.set("reply-2-words", "AVF och OF delar.")).await;
        beyond
    }

    async fn drafted(&self, until: &str, follow_up: &str) -> Form {
        let form = self.form(COORDINATOR, NEW).await;
        form.set("goals", "Elin går till skolan varje dag.")
            .set("missions", "AVF ger stöd, OF ger avlastning.")
            .set("leadership", "AVF leder.")
            .set("support", "OF handleder.")
            .choose("parties", ["1", "2"])
            .set("from", &self.today().to_string())
            .set("until", until)
            .set("follow-up", "officials_decide_family_notified")
            .set("follow-up-on", follow_up)
    }

    /// 84 000,00 kr a month, and what is AVF's own duty.
    async fn costs(&self, avf: &str, of: &str) -> Form {
        let form = self.drafted("2027-06-20", "2027-06-10").await;
        form.choose("ends", ["party_gives_notice", "goal_reached"])
            .set("notice-days", "30")
            .set("cost-1-item", "Boende med stöd")
            .set("cost-1-amount", "84 000,00")
            .set("cost-1-period", "monthly")
            .set("cost-1-split", "percent")
            .set("cost-1-share-1", avf)
            .set("cost-1-share-2", of)
            .set("cost-1-payer", "1")
            .set("cost-1-invoicing", "Varje kvartal")
            .set("cost-2-item", "Familjehemsarvode")
            .set("cost-2-amount", "12 000,50")
            .set("cost-2-period", "monthly")
            .set("cost-2-split", "own_duty")
            .set("cost-2-payer", "1")
            .set("cost-2-invoicing", "Ingen")
    }

    /// What the council has come to, without a cost: with one it is refused (4.4).
    pub async fn agrees_without_costs(&self) {
        let form = self.drafted("2027-06-20", "2027-06-10").await.choose("ends", ["child_moves"]);
        let cost = [
            ("item", "Stöd"),
            ("amount", "1,00"),
            ("period", "once"),
            ("split", "own_duty"),
            ("payer", "1"),
            ("invoicing", "Nej"),
        ];
        let costly = cost
            .iter()
            .fold(form.clone(), |form, (part, value)| form.insist(&format!("cost-1-{part}"), value));
        self.is_refused(COORDINATOR, costly, "samba-costs-not-here").await;
        self.does(COORDINATOR, form).await;
    }
}

/// 4.5, S9: what each pays is shown before it is stored; what does not add up is not stored.
#[tokio::test]
async fn costs_add_up_and_are_seen_before_they_are_stored() {
    let beyond = Beyond::shared().await;
    let wrong = beyond.costs("33,33", "66,66").await;
    beyond.is_refused(COORDINATOR, wrong, "samba-split").await;
    let endless = beyond.costs("60,00", "40,00").await.choose("ends", []);
    beyond.stores_after_a_look(endless, Err("samba-early-end-missing")).await;
    let noticeless = beyond.costs("60,00", "40,00").await.set("notice-days", "");
    beyond.stores_after_a_look(noticeless, Err("samba-early-end-missing")).await;
    let late = beyond.costs("60,00", "40,00").await.set("follow-up-on", "2027-06-30");
    beyond.stores_after_a_look(late, Err("samba-follow-up-missing")).await;
    let typed = beyond.costs("60", "fyrtio").await;
    let back = beyond.sends(COORDINATOR, &typed).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(back.texts("#cost-1-share-2-fault").len(), 1);
    let seen = beyond.stores_after_a_look(beyond.costs("60,00", "40,00").await, Ok(())).await;
    let cells = seen.texts("section[aria-labelledby=foreseen] tr");
    for sum in ["50\u{a0}400,00", "33\u{a0}600,00", "604\u{a0}800,00", "403\u{a0}200,00", "144\u{a0}006,00"] {
        assert!(cells.iter().any(|row| row.contains(sum)), "{sum} is not in {cells:?}");
    }
    assert_eq!(beyond.agreement().await.terms.costs.len(), 2);
    assert!(!beyond.story.process().await.samba.has_costs(), "the family's side of it holds none");
}

impl Beyond {
    /// The first time the sums are shown and nothing is stored; the second time it is for the rules to say.
    async fn stores_after_a_look(&self, form: Form, came: Result<(), &str>) -> super::super::client::Reply {
        let before = self.story.process().await.version;
        let seen = self.sends(COORDINATOR, &form).await;
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
        assert_eq!(self.story.process().await.version, before);
        let again = Form::at(&seen, &form.action);
        match came {
            Ok(()) => self.does(COORDINATOR, again).await,
            Err(reason) => drop(self.is_refused(COORDINATOR, again, reason).await),
        }
        seen
    }
}

/// S13, PRI-01, 4.5: each for its own party, in its own body, with a mandate for money; costs stay with those who
/// share them.
#[tokio::test]
async fn each_party_signs_for_itself() {
    let beyond = Beyond::shared().await;
    beyond.stores_after_a_look(beyond.costs("60,00", "40,00").await, Ok(())).await;
    let sign = beyond.form(AVF_WITHOUT_MONEY, AGREEMENT).await;
    beyond.is_refused(AVF_WITHOUT_MONEY, sign, "samba-no-mandate").await;
    let council = beyond.sees(AVF_COUNCIL, AGREEMENT).await;
    assert!(
        !council.body.contains("84\u{a0}000") && !council.body.contains("Boende med stöd"),
        "{}",
        council.body
    );
    beyond.is_refused(AVF_COUNCIL, Form::by_hand(&beyond.at(AGREEMENT)), "samba-not-bound").await;
    let samba = beyond.sees(AVF, AGREEMENT).await;
    assert!(samba.body.contains("50\u{a0}400,00"));
    beyond.does(AVF, Form::at(&samba, &beyond.at(AGREEMENT))).await;
    assert!(!beyond.agreement().await.active);
    beyond.does(OF, beyond.form(OF, AGREEMENT).await).await;
    assert!(beyond.agreement().await.active);
    let giving = beyond.form(COORDINATOR, "/agreements/1/giving").await;
    beyond.does(COORDINATOR, giving.set("to", &MOTHER.person.to_string())).await;
    beyond.goes_back().await;
    let ending = beyond.form(COORDINATOR, "/agreements/1/ending").await;
    assert!(!ending.offers("why", "child_moves"), "it is not named in it");
    beyond.does(COORDINATOR, ending.set("why", "goal_reached").set("reason", "Elin går själv.")).await;
    let close = beyond.form(COORDINATOR, "/closing").await.set("end", "done");
    beyond.is_refused(COORDINATOR, close.clone(), "samba-family-not-told").await;
    beyond.tells_the_family().await;
    beyond.does(COORDINATOR, close).await;
    let gone = beyond.story.as_(COORDINATOR).await.get(&beyond.at("")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND, "done with");
}

impl Beyond {
    /// To an officials' meeting, where professionals decide alone.
    async fn goes_back(&self) {
        let back = self.form(COORDINATOR, "/return").await;
        let back = back
            .set("to", "officials")
            .set("on", &self.today().to_string())
            .set("follow-up", "officials_decide_family_notified")
            .set("follow-up-on", "2027-06-10");
        self.does(COORDINATOR, back).await;
        let follow_up = self.form(COORDINATOR, "/follow-up").await.set("result", "Det går bra.");
        self.is_refused(COORDINATOR, follow_up.clone(), "samba-own-powers-only").await;
        let decided = follow_up.set("reason", "Inget nytt att besluta.").set("own-powers", "yes");
        self.does(COORDINATOR, decided).await;
    }

    async fn tells_the_family(&self) {
        let process = self.story.process().await;
        for person in process.family(self.today()) {
            let form = self.form(COORDINATOR, "/notice").await.set("person", &person.to_string());
            let form = if person == process.child() {
                self.is_refused(COORDINATOR, form.clone(), "child-summary-missing").await;
                form.set("child-words", "Du får samma stöd som nu.")
            } else {
                form
            };
            self.does(COORDINATOR, form).await;
        }
    }
}
