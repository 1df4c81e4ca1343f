//! How is something asked over HTTP about a child whom nobody at the bodies may know?
//!
//! Nothing that is sent here touches the process that the table began with, and no refusal stores anything.

use axum::http::StatusCode;
use domain::{PartyId, samba::Mandate};
use policy::{Actor, Seat};
use store::{Place, Role, StoredDeidentified};

use super::{
    super::world::plans,
    cast::Story,
    form::Form,
    sending::{gives_back, reason},
    verbs::Done,
};
use crate::web::texts::Texts;

const COORDINATOR: &str = "coordinator";
const LIST: &str = "/samba/deidentified";

impl Story {
    /// What came of a line, if it is about that.
    pub async fn acts_without_identity(&mut self, who: &str, what: &str) -> Option<String> {
        let words: Vec<&str> = what.split_whitespace().collect();
        let done = match words.as_slice() {
            ["stands?"] => {
                let there = !self.sees(who, LIST).await.texts("main .rows a").is_empty();
                return Some(format!("= {}", if there { "yes" } else { "no" }));
            }
            ["writes", kind, with @ ..] => self.writes(who, kind, !with.is_empty()).await,
            ["sends-back"] => {
                let words = self.texts["sending-back"].clone();
                self.at_it(who, "/return", &[("reason", &words)]).await
            }
            ["clears-it", rest @ ..] => self.clears_it(who, rest.last().copied()).await,
            ["puts-up", body, day] => self.puts_up(who, body, day).await,
            ["recognises", _] => self.recognises(who).await,
            ["takes-up", _, outcome, rest @ ..] => self.takes_up(who, outcome, rest).await,
            ["tells-how-it-went"] => {
                let words = self.texts["telling"].clone();
                self.at_it(who, "/follow-up", &[("text", &words)]).await
            }
            _ => return None,
        };
        Some(match done {
            Ok(()) => "ok".to_owned(),
            Err(reason) => format!("refused {reason}"),
        })
    }

    /// There is never more than one in a table.
    async fn the_one(&self) -> Option<StoredDeidentified> {
        let actor = Actor { person: self.someone(COORDINATOR).person, seat: Seat::SambaCoordinator };
        let now = self.world.app.clock.now();
        self.world.app.store.deidentified_list(actor, None, now).await.unwrap().pop()
    }

    async fn address(&self, rest: &str) -> String {
        format!("{LIST}/{}{rest}", self.the_one().await.unwrap().id)
    }

    /// Sends it. Done, it ends in a receipt; refused, all is as before and what was typed comes back.
    async fn sends_apart(&mut self, who: &str, form: Form, comes_back: bool) -> Done {
        let before = self.the_one().await.map(|one| one.state);
        let process = self.process().await.version;
        let reply = self.client(who).await.post(&form.action, &form.fields()).await;
        assert_eq!(self.process().await.version, process, "nothing of it is an event of the process");
        if reply.status == StatusCode::SEE_OTHER {
            let page = self.sees(who, reply.header("location")).await;
            assert!(!page.texts("main h1").concat().is_empty());
            return Ok(());
        }
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}\n{}", form.action, reply.body);
        assert!(self.the_one().await.map(|one| one.state) == before, "a refusal stores nothing");
        if comes_back {
            gives_back(&reply, &form);
        }
        Err(reason(&reply, &form))
    }

    async fn writes(&mut self, who: &str, kind: &str, with_a_plan: bool) -> Done {
        let address = if self.the_one().await.is_some() {
            self.address("/writing").await
        } else {
            format!("{LIST}/new")
        };
        let form = Form::at(&self.sees(who, &address).await, &address);
        let form = [
            ("case.consent", "refused"),
            ("age_band", "from_16_to_17"),
            ("lots.meetings", "one"),
            ("lots.since", "a_year"),
            ("lots.chosen", "yes"),
            ("lots.plan", "attempted"),
            ("tried", "Samtal och hembesök."),
            ("child_view", "Vill ha hjälp på sina egna villkor."),
            ("family_view", "Orkar inte längre."),
        ]
        .into_iter()
        .fold(form, |form, (name, value)| form.set(name, value));
        let form = form
            .choose("unit_types", ["bup", "lss_and_care"])
            .choose("lots.shortfalls", ["unclear_mission"])
            .set("situation", &self.texts[kind])
            .set("questions", &self.questions.join("\n"));
        if with_a_plan {
            return self.sends_apart(who, form.insist("plan", "1"), false).await;
        }
        self.sends_apart(who, form, true).await
    }

    /// An act of one who may. Where the page has no form now, the same is sent all the same.
    async fn at_it(&mut self, who: &str, rest: &str, written: &[(&str, &str)]) -> Done {
        let address = self.address(rest).await;
        let page = self.sees(who, &address).await;
        match Form::find(&page, |form| form.action == address) {
            Some(form) => {
                let form = written.iter().fold(form, |form, (name, value)| form.set(name, value));
                self.sends_apart(who, form, true).await
            }
            None => {
                let form = Form::by_hand(&address);
                let form = written.iter().fold(form, |form, (name, value)| form.insist(name, value));
                self.sends_apart(who, form, false).await
            }
        }
    }

    async fn clears_it(&mut self, who: &str, left_out: Option<&str>) -> Done {
        let address = self.address("/approval").await;
        let page = self.sees(who, &address).await;
        let Some(form) = Form::find(&page, |form| form.action == address) else {
            return self.sends_apart(who, Form::by_hand(&address).insist("checked", "names"), false).await;
        };
        let all = form.choices("checked").unwrap().to_vec();
        let looked_for = all.iter().map(String::as_str).filter(|check| Some(*check) != left_out);
        self.sends_apart(who, form.choose("checked", looked_for), true).await
    }

    /// A body whose turn it is not stands on no page.
    async fn puts_up(&mut self, who: &str, body: &str, day: &str) -> Done {
        let (id, name) = {
            let bodies = &self.world.app.bodies;
            let body = bodies.bodies().iter().find(|one| one.code == body).unwrap();
            (body.id, body.name.clone())
        };
        plans(&self.world, self.someone(COORDINATOR).person, id, day.parse().unwrap()).await;
        let address = self.address("/agenda").await;
        let page = self.sees(who, &address).await;
        let offered = Form::find(&page, |form| form.action == address);
        let labels = page.texts("input[name=meeting] + label");
        let words = Texts::swedish().date(day.parse().unwrap());
        let place = labels.iter().position(|label| label.starts_with(&name) && label.ends_with(&words));
        match (offered, place) {
            (Some(form), Some(place)) => {
                let meeting = form.choices("meeting").unwrap()[place].clone();
                self.sends_apart(who, form.set("meeting", &meeting), true).await
            }
            (Some(_), None) => Err("NotItsTurn".to_owned()),
            // Its turn or not: the coordinator sends what the page would have offered.
            (None, _) => {
                let now = self.world.app.clock.now();
                let actor = Actor { person: self.someone(COORDINATOR).person, seat: Seat::SambaCoordinator };
                let whole = self.world.app.bodies.body(id).unwrap();
                let calendar =
                    self.world.app.store.body_calendar(actor, whole, now.today(), now).await.unwrap();
                let wanted = calendar.meetings.iter().find(|(_, one)| one.at.date().to_string() == day);
                let form = Form::by_hand(&address).insist("meeting", &wanted.unwrap().0.to_string());
                let one = self.the_one().await.unwrap();
                if one.state.next_body(&self.world.app.bodies).map(|next| next.id) != Some(id) {
                    return Err("NotItsTurn".to_owned());
                }
                self.sends_apart(who, form, false).await
            }
        }
    }

    /// A member of that body, with no name on the page of whoever wrote.
    async fn recognises(&mut self, body: &str) -> Done {
        let bodies = &self.world.app.bodies;
        let (id, party) = (bodies.bodies().iter().find(|one| one.code == body).unwrap().id, PartyId(1));
        let place = Place { body: id, party, mandate: Mandate::Responsibility };
        self.sits_beyond(body, Role::BodyMember, Some(place)).await;
        let address = self.address("").await;
        let page = self.sees(body, &address).await;
        assert!(!page.body.contains("Alex lss"), "a member is not told who wrote it");
        self.at_it(body, "/recognition", &[]).await
    }

    /// What a body may not come to about somebody unknown its page does not offer.
    async fn takes_up(&mut self, who: &str, outcome: &str, rest: &[&str]) -> Done {
        let address = self.address("/treatment").await;
        let form = Form::at(&self.sees(who, &address).await, &address);
        if !form.offers("outcome", outcome) {
            return Err("OnlyAdvice".to_owned());
        }
        let answer = if rest.contains(&"naming-a-duty") { "naming-a-duty" } else { "answering" };
        let answer = self.texts[answer].clone();
        let count = 2 - usize::from(rest.contains(&"leaving-one-out"));
        let form = (1..=count).fold(form.set("outcome", outcome), |form, number| {
            let kind = format!("reply-{number}");
            form.set(&format!("{kind}-words"), &answer).set(&kind, "answered")
        });
        let until = rest.iter().position(|word| *word == "until").and_then(|at| rest.get(at + 1));
        let form = until.map_or(form.clone(), |day| form.set("follow-up-on", day));
        self.sends_apart(who, form, true).await
    }
}
