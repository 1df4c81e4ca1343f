//! How does a case go beyond Lots over HTTP: who asks, who answers, what the bodies come to?
//!
//! What the coordinator may not do in a case, or no consent opens to a body, is no page and no refusal there: the
//! address does not exist for them, and a table calls it by the rule that would have said no.

mod shown;

use axum::http::StatusCode;
use domain::{AgreementNo, BodyId, PartyId, samba::Mandate};
use store::{Place, Role};

use super::{
    super::{client::Reply, world::plans},
    cast::Story,
    form::Form,
    verbs::{Done, done},
};
use crate::web::texts::Texts;

const COORDINATOR: &str = "coordinator";

/// What is written in a form, name by name.
type Written<'a> = Vec<(&'a str, Vec<&'a str>)>;

impl Story {
    pub async fn does_beyond(&mut self, who: &str, words: &[&str]) -> Done {
        self.sits_beyond(COORDINATOR, Role::SambaCoordinator, None).await;
        match words {
            ["contacts-samba"] => self.contacts_samba(who).await,
            ["describes"] => self.describes(who).await,
            ["asks-for-consent", bodies, parties] => self.asks_for_consent(who, bodies, parties).await,
            ["signs-for-samba", number] => self.answers_for_samba(who, number, "yes").await,
            ["says-no-to-samba", number] => self.answers_for_samba(who, number, "no").await,
            ["follows-up", form] => self.follows_up(who, form).await,
            ["offers-for", _] => self.offers_for_nobody_else(who).await,
            ["signs-the-agreement", number, party, mandate] => {
                self.signs_the_agreement(who, number, party, mandate).await
            }
            _ => self.coordinates(who, words).await,
        }
    }

    async fn coordinates(&mut self, who: &str, words: &[&str]) -> Done {
        assert_eq!(who, COORDINATOR, "{words:?}");
        match words {
            ["sorts", to] => self.at_the_desk("/sorting", vec![("to", vec![to])]).await,
            ["chooses-the-routine"] => {
                let written = vec![("applies", vec!["yes"]), ("reason", vec!["Ingen tar uppdraget"])];
                self.at_the_desk("/routine", written).await
            }
            ["assesses", tried, shortfalls, count] => self.assesses(tried, shortfalls, count).await,
            ["orders-the-description", unit] => {
                let code = self.code(unit);
                self.at_the_desk("/description-order", vec![("from", vec![&code])]).await
            }
            ["schedules", body, day] => self.schedules(body, day).await,
            ["treats", _, outcome, options @ ..] => self.treats(outcome, options).await,
            ["reflects", _, outcome, "answering"] => {
                let address = format!("/meetings/{}/answer", self.meeting_of_the_body().await);
                let form = self.desk_form(&address).await.unwrap();
                let form = answering(form.set("outcome", outcome).set("note", "Vi har tänkt"), "answered");
                done(self.sends(COORDINATOR, form).await)
            }
            ["finishes-minutes", _] => {
                let address = format!("/meetings/{}/minutes", self.meeting_of_the_body().await);
                self.at_the_desk(&address, vec![]).await
            }
            ["drafts", parties, options @ ..] => self.drafts(parties, options).await,
            ["gives-the-agreement", whom] => {
                let code = self.code(whom);
                self.at_the_desk("/agreements/1/giving", vec![("to", vec![&code])]).await
            }
            ["returns", to, on] => self.returns(to, on).await,
            ["closes-the-case", end] => self.at_the_desk("/closing", vec![("end", vec![end])]).await,
            _ => panic!("no such act: {words:?}"),
        }
    }

    /// The family has its own page. Where a case is with the coordinator already, both are led to it instead.
    async fn contacts_samba(&mut self, who: &str) -> Done {
        let address =
            if Story::is_family(who) { self.home("/samba-contact") } else { self.desk("/samba-contact") };
        let page = self.asks(who, &address).await;
        match Form::find(&page, |form| form.action == address) {
            Some(form) => done(self.sends(who, form).await),
            None => {
                assert!(page.header("location").ends_with("/samba"), "{} {}", page.status, page.body);
                done(self.insists(who, Form::by_hand(&address)).await)
            }
        }
    }

    async fn describes(&mut self, who: &str) -> Done {
        let address = self.desk("/samba/description");
        let page = self.asks(who, &address).await;
        let Some(form) = Form::find(&page, |form| form.action == address) else {
            let form = Form::by_hand(&address).insist("act", "describe");
            return self.is_turned_away(who, form, "CaseworkerOnly").await;
        };
        let form = form
            .set("tried", "Alla har prövat var för sig")
            .set("child_view", "Jag vill ha sällskap till skolan")
            .set("family_view", "Vi orkar inte längre");
        done(self.sends(who, form.press("act", "describe")).await)
    }

    /// Chosen, looked at, and locked.
    async fn asks_for_consent(&mut self, who: &str, bodies: &str, parties: &str) -> Done {
        let address = self.desk("/samba/consent");
        let page = self.asks(who, &address).await;
        let Some(form) = Form::find(&page, |form| form.action == address) else {
            let form = Form::by_hand(&address).insist("bodies", "council");
            return self.is_turned_away(who, form, "CaseworkerOnly").await;
        };
        let all: Vec<String> = self.parties_of(parties).into_iter().map(|party| party.1).collect();
        let form = form
            .choose("bodies", bodies.split(','))
            .choose("parties", all.iter().map(String::as_str))
            .set("valid_until", &self.consent_ends.to_string());
        let looked = self.client(who).await.post(&address, &form.fields()).await;
        if looked.status == StatusCode::OK {
            return done(self.sends(who, Form::at(&looked, &address)).await);
        }
        done(self.sends(who, form).await)
    }

    async fn answers_for_samba(&mut self, who: &str, number: &str, answer: &str) -> Done {
        let address = self.home("/samba");
        let form = Form::at(&self.sees(who, &address).await, &address);
        assert_eq!(form.value("consent"), number, "the consent that the page shows");
        done(self.sends(who, form.press("answer", answer)).await)
    }

    async fn follows_up(&mut self, who: &str, how: &str) -> Done {
        let address = self.desk("/samba/follow-up");
        let form = Form::at(&self.sees(who, &address).await, &address);
        done(self.sends(who, form.set("form", how).set("result", "Det går bra")).await)
    }

    /// On no page is there anything by which one unit writes another's line (PRI-01).
    async fn offers_for_nobody_else(&mut self, who: &str) -> Done {
        let address = self.desk("/lines/new");
        let form = Form::at(&self.sees(who, &address).await, &address);
        assert!(!form.has("unit"), "{address} lets one choose for whom");
        Err("OwnContributionOnly".to_owned())
    }
}

impl Story {
    /// The party's id and its code.
    fn parties_of(&self, list: &str) -> Vec<(PartyId, String)> {
        let all = self.world.app.bodies.parties().iter();
        let named = all.filter(|party| list == "all" || list.split(',').any(|code| code == party.code));
        named.map(|party| (party.id, party.code.clone())).collect()
    }

    fn body_of(&self, code: &str) -> (BodyId, String) {
        let bodies = &self.world.app.bodies;
        let body = bodies.bodies().iter().find(|body| body.code == code).unwrap();
        (body.id, body.name.clone())
    }

    fn case_desk(&self, rest: &str) -> String {
        format!("/samba/cases/{}{rest}", self.id())
    }

    async fn desk_page(&mut self, rest: &str) -> Reply {
        let address = self.case_desk(rest);
        self.asks(COORDINATOR, &address).await
    }

    /// The form of a page of the coordinator's, if it has one now.
    async fn desk_form(&mut self, rest: &str) -> Option<Form> {
        let address = self.case_desk(rest);
        Form::find(&self.desk_page(rest).await, |form| form.action == address)
    }

    /// An act of the coordinator's. What the page does not offer is sent all the same.
    async fn at_the_desk(&mut self, rest: &str, written: Written<'_>) -> Done {
        let address = self.case_desk(rest);
        let Some(form) = self.desk_form(rest).await else {
            let form = Form::by_hand(&address);
            return done(self.insists(COORDINATOR, all_the_same(form, &written)).await);
        };
        let offered = written.iter().all(|(name, values)| values.iter().all(|one| form.offers(name, one)));
        if offered {
            let form = written.iter().fold(form, |form, (name, all)| form.choose(name, all.iter().copied()));
            return done(self.sends(COORDINATOR, form).await);
        }
        done(self.insists(COORDINATOR, all_the_same(form, &written)).await)
    }

    /// The address does not exist for them, or is not theirs, and nothing has happened.
    async fn is_turned_away(&mut self, who: &str, form: Form, rule: &str) -> Done {
        let before = self.drafts_and_version().await;
        let reply = self.client(who).await.post(&form.action, &form.fields()).await;
        let away = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&reply.status);
        assert!(away, "{who}: {} came to {}", form.action, reply.status);
        assert!(self.drafts_and_version().await == before, "{}: something was stored", form.action);
        Err(rule.to_owned())
    }

    async fn assesses(&mut self, tried: &str, shortfalls: &str, count: &str) -> Done {
        let names: Vec<String> =
            (1..=count.parse().unwrap()).map(|place: u32| format!("question-{place}")).collect();
        let mut written = vec![
            ("tried", vec![tried]),
            ("shortfalls", shortfalls.split(',').collect()),
            ("why", vec!["Alla väntar på varandra"]),
        ];
        written.extend(names.iter().map(|name| (name.as_str(), vec!["Vem följer Kim till skolan?"])));
        self.at_the_desk("/assessment", written).await
    }

    /// Before a consent there is no such page, and a body whose turn it is not stands on none.
    async fn schedules(&mut self, body: &str, day: &str) -> Done {
        let (id, name) = self.body_of(body);
        plans(&self.world, self.someone(COORDINATOR).person, id, day.parse().unwrap()).await;
        let page = self.desk_page("/agenda").await;
        if page.status == StatusCode::NOT_FOUND {
            let form = Form::by_hand(&self.case_desk("/agenda")).insist("meeting", "1");
            return self.is_turned_away(COORDINATOR, form, "BodyNotConsented").await;
        }
        let words = Texts::swedish().date(day.parse().unwrap());
        let labels = page.texts("input[name=meeting] + label");
        let place = labels.iter().position(|label| label.starts_with(&name) && label.ends_with(&words));
        let Some(place) = place else {
            assert!(!labels.iter().any(|label| label.starts_with(&name)), "{words} is not in {labels:?}");
            return Err("NotLifted".to_owned());
        };
        let form = Form::at(&page, &self.case_desk("/agenda"));
        let meeting = form.choices("meeting").unwrap()[place].clone();
        done(self.sends(COORDINATOR, form.set("meeting", &meeting)).await)
    }

    /// The meeting on whose agenda the case was put last.
    async fn meeting_of_the_body(&self) -> String {
        let process = self.process().await;
        let (_, case) = process.samba.last_case().unwrap();
        case.last_item().unwrap().meeting.to_string()
    }

    /// What a body may not come to its page does not offer (4.4).
    async fn treats(&mut self, outcome: &str, options: &[&str]) -> Done {
        let address = format!("/meetings/{}/treatment", self.meeting_of_the_body().await);
        let form = self.desk_form(&address).await.unwrap();
        if !form.offers("outcome", outcome) {
            return Err("OutcomeNotForBody".to_owned());
        }
        let everybody: Vec<String> =
            self.parties_of("all").into_iter().map(|party| party.0.to_string()).collect();
        let form = form
            .choose("attending", everybody.iter().map(String::as_str))
            .set("outcome", outcome)
            .set("note", "Vi har talat om det");
        let form = match options {
            ["answering"] => answering(form, "answered"),
            ["lifting"] => answering(form, "lifted_on"),
            ["owed-by", unit] => form.set("owed-by", &self.code(unit)),
            _ => form,
        };
        done(self.sends(COORDINATOR, form).await)
    }

    /// Until a body has come to it there is nothing to draft.
    async fn drafts(&mut self, parties: &str, options: &[&str]) -> Done {
        let address = self.case_desk("/agreements/new");
        let Some(form) = self.desk_form("/agreements/new").await else {
            assert!(self.process().await.samba.agreement(AgreementNo(1)).is_none());
            return Err("NoAgreementReached".to_owned());
        };
        let bound: Vec<String> =
            self.parties_of(parties).into_iter().map(|party| party.0.to_string()).collect();
        let [from, until, follow_up, on] = self.agreement.clone();
        let ends = ["decision_changed_by_board_or_court", "consent_withdrawn"];
        let ends = ends.into_iter().filter(|_| !options.contains(&"without-an-early-end"));
        let form = form
            .set("goals", "Kim går till skolan")
            .set("missions", "Var och en för sitt")
            .set("leadership", "OF leder")
            .set("support", "BUF handleder")
            .choose("parties", bound.iter().map(String::as_str))
            .set("from", &from)
            .set("until", &until)
            .choose("ends", ends)
            .set("follow-up", &follow_up)
            .set("follow-up-on", &on);
        assert_eq!(form.action, address);
        if options.first() != Some(&"with-costs") {
            return done(self.sends(COORDINATOR, form).await);
        }
        let cost = [("item", "Stöd"), ("amount", "1,00"), ("period", "once"), ("split", "own_duty")];
        let cost = cost.into_iter().chain([("payer", bound[0].as_str()), ("invoicing", "Nej")]);
        let form = cost.fold(form, |form, (part, value)| form.insist(&format!("cost-1-{part}"), value));
        done(self.insists(COORDINATOR, form).await)
    }

    /// A member or deputy of the body, for that party and with that mandate.
    async fn signs_the_agreement(&mut self, body: &str, number: &str, party: &str, mandate: &str) -> Done {
        let name = format!("{body}-{party}-{mandate}");
        let mandate = Mandate::from_word(mandate).unwrap();
        let place = Place { body: self.body_of(body).0, party: self.parties_of(party)[0].0, mandate };
        self.sits_beyond(&name, Role::BodyMember, Some(place)).await;
        let address = self.case_desk(&format!("/agreements/{number}"));
        let page = self.sees(&name, &address).await;
        match Form::find(&page, |form| form.action == address) {
            Some(form) => done(self.sends(&name, form).await),
            None => done(self.insists(&name, Form::by_hand(&address)).await),
        }
    }

    async fn returns(&mut self, to: &str, on: &str) -> Done {
        let [_, _, follow_up, follow_up_on] = self.agreement.clone();
        let written = vec![
            ("to", vec![to]),
            ("on", vec![on]),
            ("follow-up", vec![follow_up.as_str()]),
            ("follow-up-on", vec![follow_up_on.as_str()]),
        ];
        self.at_the_desk("/return", written).await
    }
}

/// Every open question gets this kind of reply.
fn answering(form: Form, kind: &str) -> Form {
    (1..=5).fold(form, |form, number| {
        let (reply, words) = (format!("reply-{number}"), format!("reply-{number}-words"));
        if !form.has(&reply) {
            return form;
        }
        let form = form.set(&reply, kind);
        if kind == "answered" { form.set(&words, "OF följer Kim till skolan") } else { form }
    })
}

/// Written where the page has a place for it, and sent along where it has none.
fn all_the_same(form: Form, written: &Written<'_>) -> Form {
    written.iter().fold(form, |form, (name, values)| {
        if values.iter().all(|value| form.offers(name, value)) {
            form.choose(name, values.iter().copied())
        } else {
            values.iter().fold(form, |form, value| form.insist(name, value))
        }
    })
}
