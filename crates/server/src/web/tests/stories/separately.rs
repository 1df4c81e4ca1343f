//! What is done over HTTP while an identity is protected?

use axum::http::StatusCode;
use domain::{
    SeparateCopyNo, SummonsNo,
    choice::{Channel, TextHash},
};
use store::Role;

use super::{
    cast::Story,
    form::Form,
    verbs::{Done, done},
};

impl Story {
    pub async fn does_protected(&mut self, who: &str, words: &[&str]) -> Done {
        match words {
            ["opens", "though-a-guardian-may-harm"] => self.opens_though_a_guardian_may_harm().await,
            ["opens", "with", grade] => self.opens_protected(grade).await,
            ["hides-whereabouts-from", from] => self.hides_whereabouts(who, from).await,
            ["asks-the-manager-of", unit] => self.asks_the_manager(who, unit).await,
            ["names", person, "at", unit] => self.names(person, unit).await,
            ["writes-a-separate-copy", text] => self.writes_a_separate_copy(who, text).await,
            ["approves-the-copy"] => self.approves_the_copy(who).await,
            ["signs-the-copy-of", number] => self.signs_the_copy(who, number).await,
            ["sends", units] => self.sends_by(Channel::FunctionInbox, who, units).await,
            _ => self.does_beyond(who, words).await,
        }
    }

    /// The first page leads to where one turns instead, and nothing leads on; the form itself says no as well.
    async fn opens_though_a_guardian_may_harm(&mut self) -> Done {
        let first = self.sees("initiator", "/processes/new").await;
        let first = Form::at(&first, "/processes/new").set("danger", "no").set("harm", "yes");
        let stop = self.goes_on("initiator", first).await;
        assert!(stop.body.contains("/acute") && !stop.body.contains("/processes/new/child"), "{}", stop.body);
        let form = self.opening().await.set("harm", "yes");
        done(self.insists("initiator", form).await)
    }

    /// The child and the first guardian.
    async fn opens_protected(&mut self, grade: &str) -> Done {
        let form = self.opening().await.set("child-grade", grade).set("guardian-1-grade", grade);
        self.opens_with(form).await
    }

    /// From whom nothing can be hidden the page does not offer.
    async fn hides_whereabouts(&mut self, who: &str, from: &str) -> Done {
        let address = self.desk("/protection");
        let page = self.sees(who, &address).await;
        let hide = Form::find(&page, |form| form.action == address && form.value("act") == "hide").unwrap();
        let (hide, code) = (hide.set("hide-reason", "Kontaktförbud"), self.code(from));
        if hide.offers("from", &code) {
            done(self.sends(who, hide.set("from", &code)).await)
        } else {
            done(self.insists(who, hide.insist("from", &code)).await)
        }
    }

    async fn asks_the_manager(&mut self, who: &str, unit: &str) -> Done {
        let address = self.desk("/protection/questions");
        let page = self.sees(who, &self.desk("/protection")).await;
        let form = Form::at(&page, &address).insist("unit", &self.unit(unit).to_string());
        done(self.insists(who, form).await)
    }

    /// For a manager whom nobody has asked, the page is not there.
    async fn names(&mut self, person: &str, unit: &str) -> Done {
        let manager = format!("manager-{unit}");
        if !self.knows(&manager) {
            self.joins(&manager, unit, Role::Manager, 1).await;
        }
        if !self.knows(person) {
            self.joins(person, unit, Role::Staff, 2).await;
        }
        let address = format!("/named-users/{}", self.id());
        let page = self.asks(&manager, &address).await;
        if page.status == StatusCode::NOT_FOUND {
            let code = self.code(person);
            let reply = self.client(&manager).await.post(&address, &[("person", &code)]).await;
            assert_eq!((reply.status, reply.body), (StatusCode::NOT_FOUND, page.body));
            return Err("UsersNotAsked".to_owned());
        }
        let form = Form::at(&page, &address).set("person", &self.code(person));
        done(self.sends(&manager, form).await)
    }

    async fn writes_a_separate_copy(&mut self, who: &str, text: &str) -> Done {
        let father = self.code("father");
        let summons = self.process().await.summonses.last().map(|(number, _)| number).unwrap();
        let new = format!("/separate-copies/new?receiver={father}&of=summons-{summons}");
        let page = self.sees(who, &self.desk(&new)).await;
        let place = self.world.app.unit_name(self.unit("bup"));
        let text = match text {
            "with-a-place" => format!("Vi ses hos {place}."),
            "without-places" => "Vi vill att Kim ska orka.".to_owned(),
            _ => panic!("no such text: {text}"),
        };
        let form = Form::at(&page, &self.desk("/separate-copies")).set("text", &text);
        done(self.sends(who, form).await)
    }

    /// Whoever wrote it is offered nothing to approve.
    async fn approves_the_copy(&mut self, who: &str) -> Done {
        let address = self.desk("/separate-copies/1");
        let page = self.sees(who, &address).await;
        match Form::find(&page, |form| form.action == address) {
            Some(form) => done(self.sends(who, form.set("whereabouts-checked", "yes")).await),
            None => {
                let shown = self.separate().await.to_string();
                let form =
                    Form::by_hand(&address).insist("shown", &shown).insist("whereabouts-checked", "yes");
                done(self.insists(who, form).await)
            }
        }
    }

    /// Before two persons have seen to it, nothing is shown that could be signed.
    async fn signs_the_copy(&mut self, who: &str, number: &str) -> Done {
        let page = self.sees(who, &self.home("/apart")).await;
        let address = self.home("/apart/summons");
        match Form::find(&page, |form| form.action == address) {
            Some(form) => {
                assert_eq!(form.value("summons"), number);
                done(self.sends(who, form.press("answer", "sign")).await)
            }
            None => {
                let shown = self.separate().await;
                self.signs_apart_by_hand(who, number, "sign", shown).await
            }
        }
    }

    /// The text of the others, which this guardian's page does not show.
    pub async fn signs_the_whole_apart(&mut self, who: &str, number: &str, answer: &str) -> Done {
        let summons = SummonsNo(number.parse().unwrap());
        let whole = self.process().await.summonses.get(summons).unwrap().text.hash;
        let page = self.sees(who, &self.home("/apart")).await;
        assert!(!page.body.contains(&whole.to_string()));
        self.signs_apart_by_hand(who, number, answer, whole).await
    }

    async fn signs_apart_by_hand(&mut self, who: &str, number: &str, answer: &str, shown: TextHash) -> Done {
        let form = Form::by_hand(&self.home("/apart/summons"))
            .insist("summons", number)
            .insist("shown", &shown.to_string())
            .insist("answer", answer);
        done(self.insists(who, form).await)
    }

    /// What the separate copy binds.
    async fn separate(&self) -> TextHash {
        self.process().await.protection.separate_copy(SeparateCopyNo(1)).unwrap().text.hash
    }
}
