//! What is done in a scenario about a child whom nobody at the bodies may know?

use crate::{
    samba::{BODIES, body, meeting},
    world::World,
};
use domain::{
    CaseQuestionNo, Now,
    deidentify::{AgeBand, Known, Rarity},
    samba::{
        deidentified::{
            Around, Check, Deidentified, DeidentifiedAct, DeidentifiedRefusal, Description, Looking,
            Recorded, Reply, Writing,
        },
        outcome::Outcome,
    },
};

impl World {
    pub fn without_identity(&self) -> Option<Deidentified> {
        Deidentified::of(&self.deidentified)
    }

    /// What came of it, if the line is about that.
    pub fn act_without_identity(&mut self, now: Now, who: &str, what: &str) -> Option<String> {
        let words: Vec<&str> = what.split_whitespace().collect();
        let act = match words.as_slice() {
            ["stands?"] => {
                let there = self.without_identity().is_some_and(|one| !one.is_gone(now.today()));
                return Some(format!("= {}", if there { "yes" } else { "no" }));
            }
            ["writes", kind, with @ ..] => DeidentifiedAct::Write(self.writing(who, kind, with.len())),
            ["sends-back"] => DeidentifiedAct::Return { reason: self.words("sending-back") },
            ["clears-it", rest @ ..] => {
                let left_out = rest.last().and_then(|word| Check::from_word(word));
                let checked = Check::ALL.iter().copied().filter(|check| Some(*check) != left_out).collect();
                DeidentifiedAct::Approve { checked, alike: Rarity::FewerThanFive }
            }
            ["puts-up", code, on] => {
                let (body, meeting, on) = (body(code), meeting(on), on.parse().expect("a day"));
                DeidentifiedAct::Schedule { body, meeting, on }
            }
            ["recognises", on] => DeidentifiedAct::Recognise { meeting: meeting(on) },
            ["takes-up", on, outcome, rest @ ..] => self.taken_up(on, outcome, rest),
            ["tells-how-it-went"] => DeidentifiedAct::FollowUp { text: self.words("telling") },
            _ => return None,
        };
        let by = self.person(who);
        let around = Around { bodies: &BODIES, by, today: now.today() };
        let looking = Looking { known: Known::default(), ..Looking::default() };
        let looked = act.look_through(&looking, &self.organisation);
        let decided = looked.and_then(|act| match self.without_identity() {
            Some(one) => one.decide(act, around),
            None => act.begin(),
        });
        Some(match decided {
            Ok(event) => {
                self.deidentified.push(Recorded { event, by, on: now.today() });
                "ok".to_owned()
            }
            Err(refusal) => format!("refused {}", name_of(&refusal)),
        })
    }

    fn writing(&self, who: &str, kind: &str, attachments: usize) -> Writing {
        let description = Description {
            document: String::new(),
            age_band: AgeBand::From16To17,
            unit_types: ["bup".to_owned(), "lss_and_care".to_owned()].into(),
            questions: self.questions.clone(),
        };
        let texts = [("situation", self.words(kind)), ("questions", self.questions.join("\n"))];
        let texts = texts.map(|(field, text)| (field.to_owned(), text)).to_vec();
        Writing { unit: self.unit(who), description, texts, attachments }
    }

    fn words(&self, name: &str) -> String {
        self.texts_of.get(name).unwrap_or_else(|| panic!("no text {name}")).clone()
    }

    fn taken_up(&self, on: &str, outcome: &str, rest: &[&str]) -> DeidentifiedAct {
        let outcome: Outcome =
            serde_json::from_value(serde_json::Value::String(outcome.to_owned())).expect("an outcome");
        let answer = self.words(if rest.contains(&"naming-a-duty") { "naming-a-duty" } else { "answering" });
        let count = if rest.contains(&"leaving-one-out") { 1 } else { 2 };
        let replies = (1..=count).map(|number| (CaseQuestionNo(number), Reply::Answered(answer.clone())));
        let until = rest.iter().position(|word| *word == "until").and_then(|at| rest.get(at + 1));
        DeidentifiedAct::Treat {
            meeting: meeting(on),
            outcome,
            replies: replies.collect(),
            follow_up_on: until.map(|day| day.parse().expect("a day")),
        }
    }
}

fn name_of(refusal: &DeidentifiedRefusal) -> String {
    let told = format!("{refusal:?}");
    told.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned()
}
