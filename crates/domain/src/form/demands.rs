//! Does a blank have what the rules need of it?

use std::collections::BTreeSet;

use super::structure::at;
use super::{Binding, Choice, Column, Field, Form, FormFault, FormProblem, FormRole, Kind, Requirement};
use crate::{
    choice::{ClosingReason, Presence},
    deidentify::AgeBand,
    samba::choice::Shortfall,
};

/// How much the rules ask of a bound field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    /// The blank must have the field; it may stay empty.
    Present,
    /// The blank must have the field and demand that it is filled, always or on a condition.
    Filled,
}

/// A column that the rules need in a bound field with rows: its id, and the words of the kinds it may have.
struct NeededColumn {
    id: &'static str,
    kinds: &'static [&'static str],
    /// The options the rules know, when it is a choice.
    words: fn() -> Vec<&'static str>,
}

/// **Invariant:** what a rule reads is in the blank, once, in a kind and with words the rule can read.
pub fn check(form: &Form) -> Result<(), FormFault> {
    let mut seen: BTreeSet<Binding> = BTreeSet::new();
    for field in form.fields() {
        let Some(binding) = field.binding else { continue };
        let fault = at(&format!("field \"{}\"", field.id));
        if !seen.insert(binding) {
            return Err(fault(FormProblem::BindingTwice(binding.word())));
        }
        fits(binding, field).map_err(fault)?;
    }
    for (binding, need) in needs(form.role) {
        let Some(field) = form.bound(*binding) else {
            return Err(at("the form")(FormProblem::BindingMissing(binding.word())));
        };
        if *need == Need::Filled && field.requirement == Requirement::Optional {
            let fault = at(&format!("field \"{}\"", field.id));
            return Err(fault(FormProblem::BindingOptional(binding.word())));
        }
    }
    Ok(())
}

fn fits(binding: Binding, field: &Field) -> Result<(), FormProblem> {
    if !binding.kinds().contains(&field.kind.word()) {
        return Err(FormProblem::BindingOfWrongKind(binding.word(), binding.kinds().join(" or ")));
    }
    words_known(&field.kind, &words(binding))?;
    let Kind::Rows { columns: present, .. } = &field.kind else { return Ok(()) };
    for needed in columns(binding) {
        let fitting = |column: &&Column| column.id == needed.id && needed.kinds.contains(&column.kind.word());
        let Some(column) = present.iter().find(fitting) else {
            return Err(FormProblem::ColumnMissing(needed.id, needed.kinds.join(" or ")));
        };
        words_known(&column.kind, &(needed.words)())?;
    }
    Ok(())
}

/// A choice that a rule reads may leave options out or relabel them, but not invent any.
fn words_known(kind: &Kind, words: &[&str]) -> Result<(), FormProblem> {
    let (Kind::Choice { options } | Kind::Choices { options }) = kind else { return Ok(()) };
    let unknown = |option: &&Choice| !words.is_empty() && !words.contains(&option.id.as_str());
    match options.iter().find(unknown) {
        Some(option) => Err(FormProblem::WordUnknownToRules(option.id.clone(), words.join(", "))),
        None => Ok(()),
    }
}

/// The options that the rules know, for bound choices; empty when any will do.
fn words(binding: Binding) -> Vec<&'static str> {
    if binding == Binding::Participation {
        PARTICIPATION.to_vec()
    } else if binding == Binding::ClosingReason {
        ClosingReason::ALL.iter().map(|reason| reason.word()).collect()
    } else if binding == Binding::AgeBand {
        AgeBand::ALL.iter().map(|band| band.word()).collect()
    } else if binding == Binding::Shortfalls {
        Shortfall::ALL.iter().map(|one| one.word()).collect()
    } else {
        Vec::new()
    }
}

/// The words of [`crate::party::Participation`].
pub(super) const PARTICIPATION: [&str; 6] = [
    "whole_meeting",
    "part_of_meeting",
    "remote",
    "letter_or_picture",
    "through_representative",
    "does_not_want_to",
];

/// The words of [`crate::party::InformationKind`].
pub(super) const INFORMATION_KINDS: [&str; 6] =
    ["health", "school", "social_situation", "family", "economy", "other"];

fn any_words() -> Vec<&'static str> {
    Vec::new()
}

fn presence_words() -> Vec<&'static str> {
    Presence::ALL.iter().map(|presence| presence.word()).collect()
}

fn information_words() -> Vec<&'static str> {
    INFORMATION_KINDS.to_vec()
}

fn columns(binding: Binding) -> &'static [NeededColumn] {
    if binding == Binding::ConsentKinds {
        &CONSENT_KINDS
    } else if binding == Binding::AttendanceRows {
        &ATTENDANCE_ROWS
    } else if binding == Binding::OthersDo {
        &OTHERS_DO
    } else if binding == Binding::Guardians {
        &GUARDIANS
    } else {
        &[]
    }
}

const CONSENT_KINDS: [NeededColumn; 2] = [
    NeededColumn { id: "unit", kinds: &["unit"], words: any_words },
    NeededColumn { id: "kinds", kinds: &["choices"], words: information_words },
];

const ATTENDANCE_ROWS: [NeededColumn; 4] = [
    NeededColumn { id: "attendee", kinds: &["key"], words: any_words },
    NeededColumn { id: "name", kinds: &["text"], words: any_words },
    NeededColumn { id: "present", kinds: &["choice"], words: presence_words },
    NeededColumn { id: "knows_purpose", kinds: &["checkbox"], words: any_words },
];

const GUARDIANS: [NeededColumn; 3] = [
    NeededColumn { id: "key", kinds: &["key"], words: any_words },
    NeededColumn { id: "name", kinds: &["system"], words: any_words },
    NeededColumn { id: "is_legal_guardian", kinds: &["system"], words: any_words },
];

const OTHERS_DO: [NeededColumn; 2] = [
    NeededColumn { id: "what", kinds: &["text", "long_text"], words: any_words },
    NeededColumn { id: "actor", kinds: &["text"], words: any_words },
];

/// The bindings that a blank for this role must have.
fn needs(role: FormRole) -> &'static [(Binding, Need)] {
    match role {
        FormRole::PreMeeting => &PRE_MEETING,
        FormRole::Summons => &SUMMONS,
        FormRole::Plan => &PLAN,
        FormRole::Attendance => &ATTENDANCE,
        FormRole::FollowUp => &FOLLOW_UP,
        FormRole::CaseDescription => &CASE_DESCRIPTION,
        FormRole::DeidentifiedDescription => &DEIDENTIFIED_DESCRIPTION,
    }
}

const PRE_MEETING: [(Binding, Need); 8] = [
    (Binding::Purpose, Need::Filled),
    (Binding::Goals, Need::Filled),
    (Binding::FormulatedWith, Need::Filled),
    (Binding::Participation, Need::Filled),
    (Binding::NotToBeRaised, Need::Filled),
    (Binding::Interpreter, Need::Filled),
    (Binding::PlaceAndTimeWishes, Need::Filled),
    (Binding::CalledUnits, Need::Present),
];

const SUMMONS: [(Binding, Need); 20] = [
    (Binding::AcuteInformation, Need::Present),
    (Binding::ChildName, Need::Filled),
    (Binding::ChildPersonalId, Need::Filled),
    (Binding::Guardians, Need::Filled),
    (Binding::CustodyForm, Need::Filled),
    (Binding::Initiator, Need::Filled),
    (Binding::CalledUnits, Need::Filled),
    (Binding::Purpose, Need::Filled),
    (Binding::Goals, Need::Filled),
    (Binding::FormulatedWith, Need::Filled),
    (Binding::NotToBeRaised, Need::Present),
    (Binding::Participation, Need::Filled),
    (Binding::ChildSummary, Need::Filled),
    (Binding::ConsentScope, Need::Filled),
    (Binding::ConsentKinds, Need::Filled),
    (Binding::ConsentExclusions, Need::Filled),
    (Binding::ConsentValidUntil, Need::Filled),
    (Binding::ConsentInformationGiven, Need::Filled),
    (Binding::Interpreter, Need::Present),
    (Binding::Signatures, Need::Present),
];

const PLAN: [(Binding, Need); 17] = [
    (Binding::AcuteInformation, Need::Present),
    (Binding::ChildName, Need::Filled),
    (Binding::Participants, Need::Filled),
    (Binding::Lots, Need::Filled),
    (Binding::LeadPrincipal, Need::Present),
    (Binding::ChildVoice, Need::Filled),
    (Binding::ChildVoiceMissing, Need::Present),
    (Binding::FamilyStory, Need::Present),
    (Binding::Needs, Need::Present),
    (Binding::Goals, Need::Present),
    (Binding::Commitments, Need::Present),
    (Binding::OthersDo, Need::Present),
    (Binding::OpenQuestions, Need::Present),
    (Binding::NextMeeting, Need::Present),
    (Binding::Dissent, Need::Present),
    (Binding::InformationToChildBy, Need::Filled),
    (Binding::InformationToChildOn, Need::Filled),
];

const ATTENDANCE: [(Binding, Need); 3] = [
    (Binding::Chair, Need::Filled),
    (Binding::Secretary, Need::Filled),
    (Binding::AttendanceRows, Need::Filled),
];

const FOLLOW_UP: [(Binding, Need); 11] = [
    (Binding::SinceLastTime, Need::Filled),
    (Binding::CommitmentResults, Need::Present),
    (Binding::GoalResults, Need::Present),
    (Binding::AssessmentResults, Need::Present),
    (Binding::DecidedInterventions, Need::Present),
    (Binding::NextMeeting, Need::Present),
    (Binding::NoNextMeetingReason, Need::Present),
    (Binding::Closing, Need::Present),
    (Binding::ClosingReason, Need::Filled),
    (Binding::WayBack, Need::Filled),
    (Binding::WayBackContact, Need::Filled),
];

const CASE_DESCRIPTION: [(Binding, Need); 4] = [
    (Binding::ChildName, Need::Filled),
    (Binding::ChildPersonalId, Need::Filled),
    (Binding::OpenQuestions, Need::Filled),
    (Binding::ChildVoice, Need::Filled),
];

const DEIDENTIFIED_DESCRIPTION: [(Binding, Need); 5] = [
    (Binding::AgeBand, Need::Filled),
    (Binding::UnitTypes, Need::Filled),
    (Binding::Shortfalls, Need::Filled),
    (Binding::Questions, Need::Filled),
    (Binding::ChildVoice, Need::Filled),
];
