//! What has a body come to, and how has it gone since? Only advice can come of it (BOD-2, DID-6, DID-9).

use domain::{
    CaseQuestionNo,
    samba::{
        deidentified::{DeidentifiedAct, Reply},
        outcome::Outcome,
    },
};
use policy::DeidentifiedGround;

use super::{act::Act, desk::Desk, overview};
use crate::web::{
    form::{Choice, Fields},
    form_data::{DrawnField, DrawnSection, Input},
    lots::offer::Offer,
    samba::cases::{
        block::Block,
        drawing::{Drawing, SENTENCE_MAX, TEXT_MAX, choice, field, optional},
        words::outcome_word,
    },
};

/// I know who it is. Nothing more is asked.
pub struct Recognise;

impl Act for Recognise {
    const WORD: &'static str = "deidentified-recognise";

    fn drawn(desk: &Desk) -> Option<Vec<DrawnSection>> {
        let may = match desk.ground {
            DeidentifiedGround::Coordinator | DeidentifiedGround::Member(_) => true,
            DeidentifiedGround::Writer => false,
        };
        desk.pending().filter(|item| may && !item.recognised).map(|_| vec![])
    }

    fn read(desk: &Desk, _: &mut Fields) -> Option<DeidentifiedAct> {
        Some(DeidentifiedAct::Recognise { meeting: desk.pending()?.meeting })
    }
}

/// What the body came to at the meeting.
pub struct Treat;

impl Act for Treat {
    const WORD: &'static str = "deidentified-treat";

    fn blocks(desk: &Desk) -> Vec<Block> {
        vec![overview::told(desk)]
    }

    fn drawn(desk: &Desk) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        desk.pending().filter(|_| desk.is_coordinator())?;
        Some(vec![
            draw.section("outcome", vec![draw.radios("outcome", &outcomes(desk))]),
            draw.section("replies", replies_drawn(desk)),
            draw.section("follow-up", vec![optional(draw.date("follow-up-on"))]),
        ])
    }

    fn read(desk: &Desk, fields: &mut Fields) -> Option<DeidentifiedAct> {
        let meeting = desk.pending()?.meeting;
        let outcome = outcomes(desk).one(fields, "outcome");
        let replies = replies(desk, fields);
        let follow_up_on = fields.date_if_any("follow-up-on");
        Some(DeidentifiedAct::Treat { meeting, outcome: outcome?, replies, follow_up_on })
    }
}

/// Only what a body may come to about somebody whom it does not know.
fn outcomes(desk: &Desk) -> Offer<Outcome> {
    let Some(body) = desk.body() else { return Offer::new([]) };
    let all = body.outcomes_deidentified.iter().copied();
    Offer::new(all.map(|outcome| (choice(outcome_word(outcome), words_of(desk, outcome)), outcome)))
}

fn words_of(desk: &Desk, outcome: Outcome) -> String {
    crate::web::samba::cases::drawing::said(desk.t, "outcome", outcome_word(outcome))
}

fn kind_of(question: CaseQuestionNo) -> String {
    format!("reply-{question}")
}

fn words_field(question: CaseQuestionNo) -> String {
    format!("reply-{question}-words")
}

const ANSWERED: &str = "answered";
const LIFTED: &str = "lifted_on";
const NOT_ANSWERABLE: &str = "not_answerable";

/// Lifted on only where there is a body beyond.
fn kinds(desk: &Desk) -> Vec<Choice> {
    let lifts = desk.body().is_some_and(|body| body.next.is_some());
    let all = [ANSWERED, LIFTED, NOT_ANSWERABLE].into_iter().filter(|kind| lifts || *kind != LIFTED);
    all.map(|kind| choice(kind, desk.t.get(&format!("case-reply-{}", kind.replace('_', "-"))))).collect()
}

fn replies_drawn(desk: &Desk) -> Vec<DrawnField> {
    let open = desk.state.open_questions();
    open.flat_map(|(number, question)| {
        let words = desk.t.with("case-reply-words", &[("number", &number.0)]);
        [
            field(kind_of(number), question, Input::Radios(kinds(desk))),
            optional(field(words_field(number), words, Input::Text { max: SENTENCE_MAX })),
        ]
    })
    .collect()
}

/// A question without a reply is for the rule to name.
fn replies(desk: &Desk, fields: &mut Fields) -> Vec<(CaseQuestionNo, Reply)> {
    let open: Vec<CaseQuestionNo> = desk.state.open_questions().map(|(number, _)| number).collect();
    let offered = kinds(desk);
    let codes: Vec<(&str, &str)> =
        offered.iter().map(|choice| (choice.code.as_str(), choice.code.as_str())).collect();
    let mut replies = vec![];
    for number in open {
        let reply = match fields.choice_if_any(&kind_of(number), &codes) {
            None => continue,
            Some(LIFTED) => Reply::LiftedOn,
            Some(kind) => {
                let Some(text) = fields.text(&words_field(number), SENTENCE_MAX) else { continue };
                if kind == ANSWERED { Reply::Answered(text) } else { Reply::NotAnswerable(text) }
            }
        };
        replies.push((number, reply));
    }
    replies
}

/// How it has gone since. From then on the days are counted until it is gone.
pub struct FollowUp;

impl Act for FollowUp {
    const WORD: &'static str = "deidentified-follow-up";

    fn blocks(desk: &Desk) -> Vec<Block> {
        vec![overview::told(desk)]
    }

    fn drawn(desk: &Desk) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let may = desk.is_writer() || desk.is_coordinator();
        let open = may && desk.state.is_concluded() && desk.state.followed_up.is_none();
        open.then(|| draw.plain(vec![draw.text("text")]))
    }

    fn read(_: &Desk, fields: &mut Fields) -> Option<DeidentifiedAct> {
        Some(DeidentifiedAct::FollowUp { text: fields.text("text", TEXT_MAX)? })
    }
}
