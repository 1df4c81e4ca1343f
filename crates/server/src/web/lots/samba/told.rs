//! What is there to tell of a case: what was answered, what was agreed, and how it goes on?
//!
//! For those who take part and, in other words, for the family. **Invariant:** nothing here reads what anything
//! costs; the store does not hand it out to them either.

use domain::{
    CaseNo,
    samba::{
        agreement::{Agreement, EarlyEnd},
        case::Case as SambaCase,
    },
};

use crate::web::{app::App, case::Case, texts::Texts};

/// The words under a key, for whoever reads.
pub type Words<'a> = &'a dyn Fn(&str) -> String;

/// A question that was put, and what came back.
pub struct QuestionLine {
    pub text: String,
    /// Who replied, and whether it could be answered.
    pub standing: String,
    pub reply: Option<String>,
}

/// A label and what stands there.
pub struct Fact {
    pub label: String,
    pub value: String,
}

/// The part of an agreement that is about responsibility.
pub struct AgreementLines {
    pub number: u32,
    pub standing: String,
    pub facts: Vec<Fact>,
}

pub fn questions(words: Words<'_>, app: &App, case: &Case, samba: &SambaCase) -> Vec<QuestionLine> {
    let line = |question: &domain::samba::case::CaseQuestion| {
        let (standing, reply) = match question.resolved {
            None => (words("question-open"), None),
            Some(resolved) => {
                let key = if resolved.answered { "question-answered" } else { "question-not-answerable" };
                let words = format!("{} {}", words(key), app.body_name(resolved.body));
                (words, Some(case.text(resolved.text).to_owned()))
            }
        };
        QuestionLine { text: case.text(question.text).to_owned(), standing, reply }
    };
    samba.questions.iter().map(line).collect()
}

/// The agreements of a case, newest first. A draft binds nobody: it is for those who work with it.
pub fn agreements(
    words: Words<'_>,
    t: &Texts,
    app: &App,
    case: &Case,
    number: CaseNo,
    with_drafts: bool,
) -> Vec<AgreementLines> {
    let all = case.process.samba.agreements_of(number).rev();
    let shown = all.filter(|(_, one)| !one.dropped && (with_drafts || one.active));
    shown
        .map(|(number, agreement)| AgreementLines {
            number: number.0,
            standing: standing(words, t, case, agreement),
            facts: facts(words, t, app, case, agreement),
        })
        .collect()
}

fn standing(words: Words<'_>, t: &Texts, case: &Case, agreement: &Agreement) -> String {
    match agreement.ended {
        _ if agreement.is_draft() => words("agreement-is-draft"),
        Some((_, _, on)) => format!("{} {}", words("agreement-has-ended"), t.date(on)),
        None if agreement.is_in_force(case.now.today()) => words("agreement-holds"),
        None => format!("{} {}", words("agreement-has-ended"), t.date(agreement.terms.valid_until)),
    }
}

fn facts(words: Words<'_>, t: &Texts, app: &App, case: &Case, agreement: &Agreement) -> Vec<Fact> {
    let terms = &agreement.terms;
    let parties: Vec<String> = terms.parties.iter().map(|party| app.party_name(*party)).collect();
    let text = |id| case.text(id).to_owned();
    let ends: Vec<String> = terms.early_ends.iter().map(|end| early_end(words, case, end)).collect();
    let follow_up = words(&format!("form-{}", dashed(terms.follow_up.word())));
    let all = [
        ("agreement-body", app.body_name(agreement.body)),
        ("agreement-parties", parties.join(", ")),
        ("agreement-goals", text(terms.goals)),
        ("agreement-missions", text(terms.missions)),
        ("agreement-work-leadership", text(terms.work_leadership)),
        ("agreement-support", text(terms.support)),
        ("agreement-family-view", terms.family_view.map(text).unwrap_or_default()),
        ("agreement-from", t.date(terms.valid_from)),
        ("agreement-until", t.date(terms.valid_until)),
        ("agreement-early-ends", ends.join("\n")),
        ("agreement-follow-up", format!("{}, {follow_up}", t.date(terms.follow_up_on))),
    ];
    let all = all.into_iter().filter(|(_, value)| !value.is_empty());
    all.map(|(key, value)| Fact { label: words(key), value }).collect()
}

fn early_end(words: Words<'_>, case: &Case, end: &EarlyEnd) -> String {
    let kind = words(&format!("early-end-{}", dashed(end.kind.word())));
    let notice = end.notice_days.map(|days| days.to_string()).unwrap_or_default();
    let text = end.text.map(|text| case.text(text).to_owned()).unwrap_or_default();
    [kind, notice, text].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

/// How the answer came back, and what came of it.
pub fn way_back(words: Words<'_>, t: &Texts, case: &Case, samba: &SambaCase) -> Vec<Fact> {
    let mut facts = vec![];
    let mut add = |key: &str, value: String| facts.push(Fact { label: words(key), value });
    if let Some(returned) = samba.returned {
        let to = words(&format!("to-{}", returned.to.word()));
        add("returned", format!("{to}, {}", t.date(returned.on)));
        let form = words(&format!("form-{}", dashed(returned.follow_up.word())));
        add("follow-up-on", format!("{}, {form}", t.date(returned.follow_up_on)));
    }
    for follow_up in &samba.follow_ups {
        let form = words(&format!("form-{}", dashed(follow_up.form.word())));
        add("followed-up", format!("{}, {form}", t.date(follow_up.on)));
        add("follow-up-result", case.text(follow_up.result).to_owned());
        if let Some(reason) = follow_up.reason {
            add("follow-up-reason", case.text(reason).to_owned());
        }
    }
    facts
}

/// A word of the code as part of a text's key.
pub fn dashed(word: &str) -> String {
    word.replace('_', "-")
}
