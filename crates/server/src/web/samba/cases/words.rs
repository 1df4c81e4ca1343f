//! Which stored word, and which words for a person, do the bodies' answers have?

use domain::samba::{case::CaseState, outcome::Outcome};

use super::{desk::Desk, drawing::said};

/// The stable word in forms and language keys.
pub fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Advice => "advice",
        Outcome::SharedView => "shared_view",
        Outcome::ResponsibilityAgreement => "responsibility_agreement",
        Outcome::MoreInformationNeeded => "more_information_needed",
        Outcome::Reflecting => "reflecting",
        Outcome::LiftedOn => "lifted_on",
        Outcome::CostDistribution => "cost_distribution",
        Outcome::StructuralMeasure => "structural_measure",
        Outcome::NoAgreement => "no_agreement",
    }
}

/// How far the case has come, for whoever reads it (4.2).
pub fn state(desk: &Desk) -> String {
    let state = desk.case.process.samba_state(desk.number, desk.today());
    state.map_or_else(String::new, |state| in_words(desk, state))
}

fn in_words(desk: &Desk, state: CaseState) -> String {
    let (word, body) = match state {
        CaseState::Contact => ("contact", None),
        CaseState::AdviceOnly => ("advice_only", None),
        CaseState::Assessment => ("assessment", None),
        CaseState::ReturnedToLotsUnstarted => ("returned_to_lots_unstarted", None),
        CaseState::DescriptionPending => ("description_pending", None),
        CaseState::Ready => ("ready", None),
        CaseState::Scheduled(body) => ("scheduled", Some(body)),
        CaseState::Held(body) => ("held", Some(body)),
        CaseState::Reflecting(body) => ("reflecting", Some(body)),
        CaseState::AgreementDraft => ("agreement_draft", None),
        CaseState::AgreementActive => ("agreement_active", None),
        CaseState::AgreementEnded => ("agreement_ended", None),
        CaseState::Executing => ("executing", None),
        CaseState::FollowUp => ("follow_up", None),
        CaseState::Closed => ("closed", None),
        CaseState::Withdrawn => ("withdrawn", None),
    };
    match body {
        Some(body) => {
            let key = format!("samba-state-{}", word.replace('_', "-"));
            desk.t.with(&key, &[("body", &desk.body_name(body))])
        }
        None => said(desk.t, "state", word),
    }
}
