//! What is replied to each question that is still open? (PRI-16)

use domain::{
    CaseQuestionNo,
    samba::treatment::{QuestionReply, Reply},
};

use super::super::{
    act::Prose,
    desk::Desk,
    drawing::{SENTENCE_MAX, field, optional},
};
use crate::web::{
    error::WebError,
    form::{Choice, Fields},
    form_data::{DrawnField, Input},
};

/// Two fields a question: what kind of reply, and its words.
pub fn drawn(desk: &Desk) -> Vec<DrawnField> {
    let open = desk.samba.open_questions();
    open.flat_map(|(number, question)| {
        let asked = desk.case.text(question.text);
        let words = desk.t.with("case-reply-words", &[("number", &number.0)]);
        let kinds = kinds(desk).into_iter().map(|(word, label)| Choice::new(word, label)).collect();
        let label = desk.t.with("case-reply", &[("number", &number.0), ("question", &asked)]);
        [
            optional(field(kind_of(number), label, Input::Radios(kinds))),
            optional(field(words_of(number), words, Input::Text { max: SENTENCE_MAX })),
        ]
    })
    .collect()
}

/// The replies that were given. An answer and a reason have words; what is lifted on needs none.
pub fn read(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Vec<QuestionReply>, WebError> {
    let open: Vec<CaseQuestionNo> = desk.samba.open_questions().map(|(number, _)| number).collect();
    let kinds: Vec<(&str, &str)> = kinds(desk).into_iter().map(|(word, _)| (word, word)).collect();
    let mut replies = vec![];
    for question in open {
        let reply = match fields.choice_if_any(&kind_of(question), &kinds) {
            None => continue,
            Some(LIFTED) => Reply::LiftedOn,
            Some(kind) => {
                let Some(text) = fields.text(&words_of(question), SENTENCE_MAX) else { continue };
                let text = prose.put(text)?;
                if kind == ANSWERED {
                    Reply::Answered { text }
                } else {
                    Reply::NotAnswerable { reason: text }
                }
            }
        };
        replies.push(QuestionReply { question, reply });
    }
    Ok(replies)
}

const ANSWERED: &str = "answered";
const LIFTED: &str = "lifted_on";
const NOT_ANSWERABLE: &str = "not_answerable";

/// Lifted on only where there is a body beyond.
fn kinds(desk: &Desk) -> Vec<(&'static str, String)> {
    let lifts = desk.body().is_some_and(|body| body.next.is_some());
    let all = [ANSWERED, LIFTED, NOT_ANSWERABLE].into_iter().filter(|kind| lifts || *kind != LIFTED);
    all.map(|kind| (kind, desk.t.get(&format!("case-reply-{}", kind.replace('_', "-"))))).collect()
}

fn kind_of(question: CaseQuestionNo) -> String {
    format!("reply-{question}")
}

fn words_of(question: CaseQuestionNo) -> String {
    format!("reply-{question}-words")
}
