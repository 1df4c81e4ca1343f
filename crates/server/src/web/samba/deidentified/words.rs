//! What are the stages, ages and refusals of a description called?

use domain::samba::{
    bodies::Bodies,
    deidentified::{Deidentified, DeidentifiedRefusal, Stage},
};

use super::desk::Desk;
use crate::web::{refusal::Explained, samba::cases::drawing::said, texts::Texts};

pub fn state(desk: &Desk) -> String {
    state_of(desk.t, &desk.bodies, &desk.state)
}

/// "På dagordningen: Samarbetsrådet tors 25 feb 2027"
pub fn state_of(t: &Texts, bodies: &Bodies, one: &Deidentified) -> String {
    if let Some(item) = one.pending() {
        let body = bodies.body(item.body).map_or("", |body| body.name.as_str());
        return t.with("deidentified-state-scheduled", &[("body", &body), ("date", &t.date(item.on))]);
    }
    t.get(match &one.stage {
        Stage::Written => "deidentified-state-written",
        Stage::Returned { .. } => "deidentified-state-returned",
        Stage::Ended(_) => "deidentified-state-ended",
        Stage::Approved if one.followed_up.is_some() => "deidentified-state-followed-up",
        Stage::Approved if one.is_concluded() => "deidentified-state-answered",
        Stage::Approved if one.items.is_empty() => "deidentified-state-approved",
        Stage::Approved => "deidentified-state-lifted",
    })
}

pub fn age(t: &Texts, one: &Deidentified) -> String {
    said(t, "age", one.description.age_band.word())
}

/// A refusal with its rule.
pub fn explained(t: &Texts, refusal: &DeidentifiedRefusal) -> Explained {
    let (reason, rule) = told(refusal);
    let about = if let DeidentifiedRefusal::MeetingNotYet { on } = refusal {
        t.date(*on)
    } else if let DeidentifiedRefusal::QuestionUnanswered { question }
    | DeidentifiedRefusal::NamesADuty { question } = refusal
    {
        question.to_string()
    } else {
        String::new()
    };
    let key = format!("deidentified-refused-{reason}");
    Explained {
        what: t.with(&key, &[("about", &about)]),
        why: t.get(&format!("{key}-why")),
        reasoning: vec![],
        instead: vec![],
        rule,
        reason,
        protected: false,
    }
}

fn told(refusal: &DeidentifiedRefusal) -> (&'static str, &'static str) {
    use DeidentifiedRefusal as R;
    match refusal {
        R::GivesAway(_) => ("gives-away", "DID-1"),
        R::NotLookedAt(_) => ("not-looked-at", "DID-3"),
        R::Attached => ("attached", "DID-1"),
        R::NamesADuty { .. } => ("names-a-duty", "BOD-2"),
        R::Recognised => ("recognised", "DID-6"),
        R::SamePerson => ("same-person", "DID-4"),
        R::ChecksMissing => ("checks-missing", "DID-4"),
        R::NotWaiting => ("not-waiting", "DID-4"),
        R::NotApproved => ("not-approved", "DID-4"),
        R::ReasonMissing => ("reason-missing", "DID-4"),
        R::AlreadyTakenUp => ("already-taken-up", "DID-6"),
        R::NotScheduled => ("not-scheduled", "BOD-2"),
        R::AlreadyTreated => ("already-treated", "BOD-2"),
        R::NotItsTurn => ("not-its-turn", "BOD-2"),
        R::DayBehind => ("day-behind", "BOD-4"),
        R::MeetingNotYet { .. } => ("meeting-not-yet", "BOD-4"),
        R::OnlyAdvice => ("only-advice", "BOD-2"),
        R::NoSuchQuestion => ("no-such-question", "PRI-16"),
        R::QuestionUnanswered { .. } => ("question-unanswered", "PRI-16"),
        R::NothingLifted => ("nothing-lifted", "PRI-16"),
        R::FollowUpMissing => ("follow-up-missing", "DID-9"),
        R::NotConcluded => ("not-concluded", "DID-9"),
        R::AlreadyFollowedUp => ("already-followed-up", "DID-9"),
        R::Ended => ("ended", "DID-8"),
    }
}
