//! What do the pages show of a case beyond Lots?

use domain::PartyId;
use jiff::civil::Date;

use super::super::{cast::Story, look::date};
use crate::web::texts::Texts;

/// The steps in which a case can be, as the language files call them.
const STEPS: [&str; 16] = [
    "contact",
    "advice-only",
    "assessment",
    "returned-to-lots",
    "description-pending",
    "ready",
    "scheduled",
    "held",
    "reflecting",
    "agreement-draft",
    "agreement-active",
    "agreement-ended",
    "executing",
    "follow-up",
    "closed",
    "withdrawn",
];

impl Story {
    /// The value of a question about a case, or nothing if the line is an act.
    pub async fn looks_beyond(&mut self, words: &[&str]) -> Option<String> {
        Some(match words {
            ["case?"] => self.case_state().await,
            ["arm?"] => self.arm().await,
            ["owed?"] => self.owed().await,
            ["admitted?", body] => self.admitted(body).await,
            ["slots?", body, from, to] => self.slots(body, from.parse().unwrap(), to.parse().unwrap()),
            _ => return None,
        })
    }

    /// The step on the page of those who take part; the family reads the same one in its own words.
    async fn case_state(&mut self) -> String {
        let page = self.sees("initiator", &self.desk("/samba")).await;
        let shown = page.texts(".state strong").concat();
        if shown.is_empty() {
            return "none".to_owned();
        }
        let (step, code, name) = self.step(&shown);
        let own = Texts::swedish().with(&format!("family-samba-state-{step}"), &[("body", &name)]);
        let mother = self.sees("mother", &self.home("/samba")).await;
        assert!(mother.texts("main strong").contains(&own), "{own} is not in\n{}", mother.body);
        match step {
            "returned-to-lots" => "returned_to_lots_unstarted".to_owned(),
            "scheduled" | "held" | "reflecting" => format!("{step} {code}"),
            step => step.replace('-', "_"),
        }
    }

    /// Where the fairway picture shows the case, to the eye and in words.
    async fn arm(&mut self) -> String {
        let page = self.sees("initiator", &self.desk("")).await;
        let said = page.texts(".fairway-arm > p").concat();
        let here = page.texts(".fairway-arm li[aria-current=true]").concat();
        let marked =
            page.texts(".fairway-chart .chart-arm-here").len() + page.texts(".chart-arm-taken").len();
        let t = Texts::swedish();
        if said.contains(&t.get("fairway-arm-open")) {
            assert_eq!((here.as_str(), marked), ("", 0));
            return "free".to_owned();
        }
        if said.contains(&t.get("fairway-arm-back")) {
            assert_eq!(here, "");
            return "back".to_owned();
        }
        assert_eq!(marked, 2, "the arm, and the stop: {}", page.body);
        if here.starts_with(&t.get("fairway-coordinator")) {
            return "coordinator".to_owned();
        }
        let bodies = self.world.app.bodies.clone();
        let body = bodies.bodies().iter().find(|body| here.starts_with(&body.name)).unwrap();
        assert!(said.contains(&body.name), "{said}");
        body.code.clone()
    }

    /// The step with these words, and the body that they name.
    fn step(&self, shown: &str) -> (&'static str, String, String) {
        let bodies = self.world.app.bodies.clone();
        for step in STEPS {
            for body in bodies.bodies() {
                let words = Texts::swedish().with(&format!("samba-step-{step}"), &[("body", &body.name)]);
                if words == shown {
                    return (step, body.code.clone(), body.name.clone());
                }
            }
        }
        panic!("no such step: {shown}")
    }

    /// The day of the answer in the coordinator's list.
    async fn owed(&mut self) -> String {
        let list = self.sees("coordinator", "/samba/cases").await;
        let owed = list.texts("section[aria-labelledby=owed] a").concat();
        date(owed.split_once("senast ").unwrap().1).to_string()
    }

    /// Who may know of it in a body: from the process, for it is about what no page shows.
    async fn admitted(&self, body: &str) -> String {
        let process = self.process().await;
        let (number, _) = process.samba.last_case().unwrap();
        let (body, _) = self.body_of(body);
        let all = process.parties_admitted(number, body, self.today());
        let codes: Vec<String> = all.into_iter().map(|party| self.party_code(party)).collect();
        if codes.is_empty() { "nobody".to_owned() } else { codes.join(",") }
    }

    fn party_code(&self, party: PartyId) -> String {
        self.world.app.bodies.party(party).unwrap().code.clone()
    }

    /// The fixed days of a body, with what is proposed instead of a day on which nobody can meet.
    fn slots(&self, body: &str, from: Date, to: Date) -> String {
        let app = &self.world.app;
        let (id, _) = self.body_of(body);
        let short = |day: &Date| day.strftime("%m-%d").to_string();
        let told = app.bodies.body(id).unwrap().slots(from, to, &app.calendar).into_iter().map(|slot| {
            let instead: Vec<String> = slot.proposals.iter().map(short).collect();
            if instead.is_empty() {
                short(&slot.on)
            } else {
                format!("{}={}", short(&slot.on), instead.join("/"))
            }
        });
        told.collect::<Vec<_>>().join(" ")
    }
}
