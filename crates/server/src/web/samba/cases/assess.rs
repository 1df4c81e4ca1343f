//! Is there a plan, why was Lots not enough, and what needs an answer? (S5)

use domain::{
    Event, Now, Process, Refusal, TextId,
    samba::{
        choice::{PlanTried, Shortfall},
        contact::{self, QUESTIONS_MAX},
    },
};
use policy::Action;

use super::{
    act::{Act, Prose},
    block::Block,
    desk::{Around, Desk},
    drawing::{Drawing, SENTENCE_MAX, TEXT_MAX, field, listed, optional},
};
use crate::web::{
    error::WebError,
    form::{Fields, FormView},
    form_data::{DrawnSection, Input},
    identity::Actor,
};

/// The three questions.
pub struct Assess;

#[derive(Clone)]
pub struct Assessed {
    tried: PlanTried,
    shortfalls: Vec<Shortfall>,
    why: TextId,
    questions: Vec<TextId>,
}

impl Act for Assess {
    const WORD: &'static str = "assess";
    type Command = Assessed;

    fn look() -> Action {
        Action::ReadSambaContact
    }

    fn action(_: Actor) -> Option<Action> {
        Some(Action::SortSamba)
    }

    /// What has been asked stays asked (PRI-16).
    fn blocks(desk: &Desk) -> Vec<Block> {
        if desk.samba.questions.is_empty() {
            return vec![];
        }
        let t = desk.t;
        let asked = desk.samba.questions().map(|(_, question)| desk.case.text(question.text).to_owned());
        vec![Block::new("asked", t.get("case-assess-asked")).lines(t.get("cases-questions"), asked.collect())]
    }

    fn drawn(desk: &Desk, _: &FormView) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let tried = listed(desk.t, "tried", PlanTried::ALL, PlanTried::word);
        let shortfalls = listed(desk.t, "shortfall", Shortfall::ALL, Shortfall::word);
        let questions = (1..=left(desk)).map(|place| {
            let label = desk.t.with("case-assess-question", &[("number", &place)]);
            optional(field(format!("question-{place}"), label, Input::Line))
        });
        Some(vec![
            draw.section("tried", vec![draw.radios("tried", &tried)]),
            draw.section("why", vec![draw.boxes("shortfalls", &shortfalls), draw.text("why")]),
            draw.section("questions", questions.collect()),
        ])
    }

    fn filled(desk: &Desk, form: FormView) -> FormView {
        let Some(assessment) = &desk.samba.assessment else { return form };
        let form = form.with("tried", assessment.tried.word()).with("why", desk.case.text(assessment.why));
        assessment.shortfalls.iter().fold(form, |form, shortfall| form.with("shortfalls", shortfall.word()))
    }

    fn read(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Option<Assessed>, WebError> {
        let tried = listed(desk.t, "tried", PlanTried::ALL, PlanTried::word).one(fields, "tried");
        let shortfalls =
            listed(desk.t, "shortfall", Shortfall::ALL, Shortfall::word).many(fields, "shortfalls");
        let why = fields.text("why", TEXT_MAX);
        let mut questions = vec![];
        // Read one more than there is room for: then the rule says how many there can be.
        for place in 1..=QUESTIONS_MAX + 1 {
            questions.extend(fields.text_if_any(&format!("question-{place}"), SENTENCE_MAX));
        }
        let (Some(tried), Some(why)) = (tried, why) else { return Ok(None) };
        let why = prose.put(why)?;
        let questions =
            questions.into_iter().map(|question| prose.put(question)).collect::<Result<_, _>>()?;
        Ok(Some(Assessed { tried, shortfalls, why, questions }))
    }

    fn decide(
        process: &Process,
        around: &Around,
        now: Now,
        command: Assessed,
    ) -> Result<Vec<Event>, Refusal> {
        let Assessed { tried, shortfalls, why, questions } = command;
        let (case, by) = (around.case, around.actor.person);
        contact::assess(process, now, contact::Assess { case, tried, shortfalls, why, questions, by })
    }
}

/// How many more questions there is room for.
fn left(desk: &Desk) -> usize {
    QUESTIONS_MAX.saturating_sub(desk.samba.questions.len())
}
