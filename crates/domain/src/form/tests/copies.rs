//! Does a copy lack what its receiver is not to have?

use std::collections::BTreeSet;

use super::*;

fn document() -> Document {
    let form = summons();
    let mut values = complete(&form);
    let cell = |text: &str| Value::from(text);
    let guardian = row([
        ("key", cell("1")),
        ("name", cell("Mamma")),
        ("is_legal_guardian", true.into()),
        ("contact", cell("070-000 00 00")),
        ("speaks", cell("svenska")),
    ]);
    values.set("guardian", vec![guardian]);
    form.check(&values, &offered()).unwrap().document().clone()
}

/// Address and telephone never reach a called unit, nor a guardian's contact.
#[test]
fn a_called_unit_gets_no_contact_details() {
    let copy = document().copy_for(Audience::CalledUnits, None);
    assert!(copy.field("child.address").is_none());
    assert!(copy.field("child.phone").is_none());
    assert!(copy.field("child.name").is_some());
    assert!(!copy.canonical().contains("070-000 00 00"));
    assert!(copy.canonical().contains("svenska"), "the other columns of the row are there");
    assert_eq!(copy.values().rows("guardian")[0].get("name"), Some(&"Mamma".into()));
    let original = document();
    assert!(original.canonical().contains("070-000 00 00"));
    assert!(original.copy_for(Audience::Child, None) == original, "the child sees it all");
}

/// What is not to be raised the child wrote for the chair and the Lots; the initiator wrote it down (5.8).
#[test]
fn what_is_not_to_be_raised_goes_to_chair_and_lots() {
    for (audience, expected) in [
        (Audience::CalledUnits, false),
        (Audience::Chair, true),
        (Audience::Lots, true),
        (Audience::Child, true),
        (Audience::Guardians, false),
        (Audience::Initiator, true),
    ] {
        let copy = document().copy_for(audience, None);
        assert_eq!(copy.field("not_to_be_raised").is_some(), expected, "{audience:?}");
    }
}

/// CON-09: a kind of information that the consent does not cover stays out of the copy.
#[test]
fn a_copy_holds_only_the_kinds_that_the_consent_covers() {
    let school = BTreeSet::from([InformationKind::School]);
    let copy = document().copy_for(Audience::CalledUnits, Some(&school));
    assert!(copy.field("school_or_preschool").is_some());
    assert!(copy.field("background_short").is_none(), "that is about the social situation");
    assert!(copy.field("purpose").is_some(), "of no special kind");
    let nothing = document().copy_for(Audience::CalledUnits, Some(&BTreeSet::new()));
    assert!(nothing.field("school_or_preschool").is_none());
}

/// PID-2: what tells where a protected child is, is not even kept.
#[test]
fn a_protected_identity_empties_what_reveals_a_place() {
    let form = summons();
    let shielded = form.for_protected();
    let filled = shielded.check(&complete(&form), &offered()).unwrap();
    for id in ["child.address", "child.phone", "school_or_preschool", "meeting.place"] {
        assert!(form.field(id).is_some(), "{id}");
        assert!(filled.document().field(id).is_none(), "{id}");
    }
}

/// PID-2: what cannot be told need not be filled in either.
#[test]
fn a_protected_family_can_hand_in_its_pre_meeting_without_saying_where_it_is() {
    let library = FormLibrary::default();
    let field = "place_and_time_wishes";
    assert_eq!(library.form(FormRole::PreMeeting).field(field).unwrap().requirement, Requirement::Required);
    assert!(library.blank(FormRole::PreMeeting, true).field(field).is_none());
}
