//! Do the shipped blanks hold every field of the agreements' forms?

use super::*;
use crate::choice::{ClosingReason, Presence};
use crate::form::demands::{INFORMATION_KINDS, PARTICIPATION};
use crate::party::Participation;

/// 7.1, field by field.
const SUMMONS_FIELDS: [&str; 44] = [
    "child.name",
    "child.personal_id",
    "child.address",
    "child.phone",
    "guardian.name",
    "guardian.is_legal_guardian",
    "guardian.contact",
    "guardian.speaks",
    "guardian.needs_interpreter",
    "custody_form",
    "school_or_preschool",
    "initiator.name",
    "initiator.role",
    "initiator.unit",
    "initiator.phone",
    "initiator.email",
    "called_units.unit",
    "called_units.person_or_function",
    "called_units.question",
    "called_units.family_approved",
    "invited_others",
    "background_short",
    "purpose",
    "goals",
    "questions",
    "strengths",
    "not_to_be_raised",
    "child_participation.form",
    "child_participation.adaptations",
    "child_participation.representative",
    "interpreter",
    "meeting.place",
    "meeting.date",
    "meeting.start",
    "meeting.end",
    "chair",
    "sent_at",
    "received_at.unit",
    "reply.unit",
    "consent.scope",
    "consent.information_kinds",
    "consent.exclusions",
    "consent.valid_until",
    "consent.information_given",
];

const PLAN_FIELDS: [&str; 35] = [
    "version",
    "status",
    "meeting_ref",
    "date",
    "child",
    "guardians",
    "participants",
    "lots.name",
    "lots.unit",
    "lots.phone",
    "lead_principal",
    "lead_unit",
    "lead_person",
    "child_voice",
    "family_story",
    "current_situation.works_well",
    "current_situation.works_less_well",
    "needs",
    "goals",
    "commitments.unit",
    "commitments.what",
    "commitments.for_goal",
    "commitments.legal_form",
    "commitments.expected_end",
    "commitments.visibility",
    "family_does",
    "others_do",
    "open_questions",
    "between_meetings",
    "crisis_info",
    "next_meeting",
    "other_plans",
    "dissent",
    "information_to_child.person",
    "acknowledged_by",
];

const ATTENDANCE_FIELDS: [&str; 16] = [
    "process",
    "meeting_kind",
    "date",
    "time",
    "place",
    "chair",
    "secretary",
    "rows.name",
    "rows.role",
    "rows.unit",
    "rows.contact",
    "rows.present",
    "rows.represented_by",
    "rows.covered_by_consent",
    "rows.knows_purpose",
    "rows.acknowledged",
];

const FOLLOW_UP_FIELDS: [&str; 22] = [
    "meeting_kind",
    "date",
    "sip_version",
    "since_last_time",
    "commitments.state",
    "commitments.result",
    "commitments.effect_family",
    "commitments.effect_unit",
    "commitments.verdict",
    "goals.outcome",
    "unit_assessment_result",
    "new_actors.mission",
    "new_actors.responsibility",
    "changes_in_situation",
    "new_needs",
    "decided_interventions",
    "feedback_process.family",
    "feedback_process.network",
    "next_meeting",
    "close",
    "reentry_information",
    "closing_reason",
];

fn has(form: &Form, id: &str) -> bool {
    let column_of = |field: &Field| {
        let (Kind::Rows { columns, .. } | Kind::System { columns }) = &field.kind else { return false };
        let column = id.strip_prefix(field.id.as_str()).and_then(|rest| rest.strip_prefix('.'));
        columns.iter().any(|candidate| Some(candidate.id.as_str()) == column)
    };
    form.field(id).is_some() || form.fields().any(column_of)
}

#[test]
fn the_shipped_blanks_have_every_field_of_the_forms() {
    let library = FormLibrary::default();
    let wanted: [(FormRole, &str, &[&str]); 4] = [
        (FormRole::Summons, "lots-kallelse-7.1", &SUMMONS_FIELDS),
        (FormRole::Plan, "lots-sip-7.0", &PLAN_FIELDS),
        (FormRole::Attendance, "lots-narvaro-5.0", &ATTENDANCE_FIELDS),
        (FormRole::FollowUp, "lots-uppfoljning-6.0", &FOLLOW_UP_FIELDS),
    ];
    for (role, id, fields) in wanted {
        let form = library.form(role);
        assert_eq!(form.id, id);
        assert!(id.ends_with(&form.version), "{id} is version {}", form.version);
        assert_eq!(library.by_id(id), Some(form));
        for field in fields {
            assert!(has(form, field), "{id} lacks {field}");
        }
    }
    for also in ["consent.maturity_note", "signature", "formulated_with", "child_summary"] {
        assert!(has(library.form(FormRole::Summons), also), "{also}");
    }
    for also in ["delivered_to", "child_voice_missing", "information_to_child.date"] {
        assert!(has(library.form(FormRole::Plan), also), "{also}");
    }
}

/// CON-05, PRI-06, PRI-14: what the rules ask of a summons is required in the shipped blank.
#[test]
fn the_summons_requires_what_the_rules_ask() {
    let form = summons();
    for id in [
        "purpose",
        "goals",
        "questions",
        "formulated_with",
        "child_participation.form",
        "child_summary",
        "consent.scope",
        "consent.information_kinds",
        "consent.exclusions",
        "consent.valid_until",
        "consent.information_given",
    ] {
        assert_eq!(form.field(id).unwrap().requirement, Requirement::Required, "{id}");
    }
}

/// In every shipped blank: with something right everywhere it is accepted, and without one required field
/// exactly that is missing.
#[test]
fn each_required_field_is_missed() {
    let library = FormLibrary::default();
    for role in FormRole::ALL {
        let form = library.form(role);
        let whole = complete(form);
        let filled = form.check(&whole, &offered()).unwrap();
        let bound: std::collections::BTreeSet<_> = form.fields().filter_map(|field| field.binding).collect();
        assert_eq!(filled.bound(), bound, "{}", form.id);
        for field in form.fields() {
            let mut lacking = whole.clone();
            lacking.remove(&field.id);
            let missing = FieldFault { field: field.id.clone(), place: None, problem: FieldProblem::Missing };
            let outcome = form.check(&lacking, &offered());
            match &field.requirement {
                Requirement::Required | Requirement::RequiredIf(_) => {
                    assert_eq!(outcome, Err(vec![missing]), "{} without {}", form.id, field.id);
                }
                // Whole forms have the other field, too.
                Requirement::Optional | Requirement::RequiredUnless(_) => {
                    assert!(outcome.is_ok(), "{} without {}", form.id, field.id);
                }
            }
        }
    }
}

/// PRI-14: the child's own words, or why they are missing; PRI-18: the way back, when closing.
#[test]
fn conditions_hold() {
    let library = FormLibrary::default();
    let plan = library.form(FormRole::Plan);
    let mut values = complete(plan);
    values.remove("child_voice");
    assert!(plan.check(&values, &offered()).is_ok(), "the reason stands in its place");
    values.remove("child_voice_missing");
    let faults = plan.check(&values, &offered()).unwrap_err();
    assert_eq!(faults.iter().map(FieldFault::input).collect::<Vec<_>>(), ["child_voice"]);

    let follow_up = library.form(FormRole::FollowUp);
    let mut values = complete(follow_up);
    values.remove("reentry_information");
    assert!(follow_up.check(&values, &offered()).is_err());
    values.remove("close");
    assert!(follow_up.check(&values, &offered()).is_ok(), "nobody is closing");
}

/// The options in the files are the choices that the rules know.
#[test]
fn the_words_of_bound_choices_are_those_of_the_rules() {
    for word in PARTICIPATION {
        serde_json::from_value::<Participation>(word.into()).unwrap();
    }
    let kinds: Vec<_> = InformationKind::ALL.iter().map(|kind| serde_json::to_value(kind).unwrap()).collect();
    assert_eq!(kinds, INFORMATION_KINDS);
    let library = FormLibrary::default();
    let options = |role, field: &str, column: Option<&str>| -> Vec<String> {
        let field = library.form(role).field(field).unwrap();
        let kind = match (&field.kind, column) {
            (Kind::Rows { columns, .. }, Some(id)) => {
                &columns.iter().find(|column| column.id == id).unwrap().kind
            }
            (kind, _) => kind,
        };
        let (Kind::Choice { options } | Kind::Choices { options }) = kind else { panic!("a choice") };
        options.iter().map(|option| option.id.clone()).collect()
    };
    assert_eq!(options(FormRole::Summons, "child_participation.form", None), PARTICIPATION);
    assert_eq!(options(FormRole::Summons, "consent.information_kinds", Some("kinds")), INFORMATION_KINDS);
    let presence: Vec<_> = Presence::ALL.iter().map(|choice| choice.word()).collect();
    assert_eq!(options(FormRole::Attendance, "rows", Some("present")), presence);
    let reasons: Vec<_> = ClosingReason::ALL.iter().map(|choice| choice.word()).collect();
    assert_eq!(options(FormRole::FollowUp, "closing_reason", None), reasons);
}

/// A folder of forms has one for each purpose.
#[test]
fn a_library_lacks_nothing_and_has_nothing_twice() {
    let files: Vec<_> = FormLibrary::shipped().collect();
    let without = |name: &str| FormLibrary::load(files.iter().copied().filter(|(file, _)| *file != name));
    assert_eq!(without("lots-sip-7.0.toml"), Err(LibraryFault::MissingForm(FormRole::Plan)));
    assert_eq!(without("lots-motesmanual.toml"), Err(LibraryFault::MissingManual));
    let twice = FormLibrary::load(files.iter().copied().chain([("second.toml", SUMMONS)]));
    assert_eq!(
        twice,
        Err(LibraryFault::TwoForOneRole { file: "second.toml".to_owned(), role: FormRole::Summons })
    );
    let (_, manual) = files.iter().find(|(name, _)| *name == "lots-motesmanual.toml").unwrap();
    let twice = FormLibrary::load(files.iter().copied().chain([("other.toml", *manual)]));
    assert_eq!(twice, Err(LibraryFault::TwoManuals("other.toml".to_owned())));
    let without_role = FormLibrary::load([("notes.toml", "name = \"x\"")]).unwrap_err();
    assert!(matches!(&without_role, LibraryFault::WithoutRole { file, .. } if file == "notes.toml"));
    let faulty = FormLibrary::load([("a.toml", "role = \"summons\"")]).unwrap_err();
    assert!(faulty.to_string().starts_with("a.toml: form file, the file:"), "{faulty}");
}
