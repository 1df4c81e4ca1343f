//! Do the meetings go in the model's order, with the family first?

use super::*;
use crate::choice::MeetingKind;

const MANUAL: &str = include_str!("../../../../../data/forms/lots-motesmanual.toml");

fn fault(from: &str, to: &str) -> (String, FormProblem) {
    assert!(MANUAL.contains(from), "the test replaces something that is there: {from}");
    let FormFault { place, problem } = MeetingManual::parse(&MANUAL.replacen(from, to, 1)).unwrap_err();
    (place, problem)
}

#[test]
fn the_agendas_have_their_items_in_order() {
    let manual = MeetingManual::parse(MANUAL).unwrap();
    let ids = |kind| manual.agenda(kind).steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>();
    assert_eq!(
        ids(MeetingKind::Initial),
        [
            "welcome",
            "introductions",
            "consent",
            "purpose",
            "family_story",
            "clarifying",
            "contributions",
            "needs_and_goals",
            "choose_lots",
            "plan",
            "lead_principal",
            "inform",
            "next_meeting",
            "summing_up",
        ]
    );
    assert_eq!(
        ids(MeetingKind::Second),
        [
            "welcome",
            "family_story",
            "new_actors",
            "assessments",
            "plan",
            "decided",
            "next_meeting",
            "summing_up",
        ]
    );
    assert_eq!(
        ids(MeetingKind::FollowUp),
        ["welcome", "experience", "plan", "closing_decision", "way_back", "farewell"]
    );
    assert_eq!(manual.agenda(MeetingKind::Initial).item(StepBinding::FamilyStory), Some(5));
    assert_eq!(manual.agenda(MeetingKind::Second).item(StepBinding::FamilyStory), Some(2));
    assert_eq!(manual.agenda(MeetingKind::Second).item(StepBinding::WayBack), None);
}

/// PRI-01, PRI-02, PRI-03: the conduct rules are on the screen all the time, and each role has a card.
#[test]
fn conduct_rules_and_role_cards_are_there() {
    let manual = MeetingManual::parse(MANUAL).unwrap();
    assert_eq!(manual.conduct_rules().count(), 4);
    let cards: Vec<_> = manual.role_cards().iter().map(|card| card.id.as_str()).collect();
    assert_eq!(
        cards,
        ["child", "guardian", "close_relation", "initiator", "chair", "lots", "unit", "secretary"]
    );
    assert!(manual.role_cards().iter().all(|card| card.points.len() >= 3));
}

/// PRI-05: a manual that lets a unit speak before the family is refused.
#[test]
fn nobody_speaks_before_the_family() {
    let (place, problem) = fault(
        "title = \"Syfte och mål\"\nhelp = \"Initiativtagaren och familjen berättar tillsammans varför vi ses.\"\nspeaks_first = \"family\"",
        "title = \"Syfte och mål\"\nhelp = \"x\"\nspeaks_first = \"units\"",
    );
    assert_eq!(place, "agenda \"initial\", step \"purpose\"");
    assert_eq!(problem, FormProblem::FamilySpeaksFirst);
}

#[test]
fn a_faulty_manual_is_refused() {
    let missing = fault("binding = \"choose_lots\"\n", "");
    assert_eq!(missing, ("agenda \"initial\"".to_owned(), FormProblem::BindingMissing("choose_lots")));
    let twice = fault("id = \"introductions\"", "id = \"welcome\"").1;
    assert_eq!(twice, FormProblem::Duplicate("welcome".to_owned()));
    let agenda_twice = fault("kind = \"second\"", "kind = \"initial\"").1;
    assert_eq!(agenda_twice, FormProblem::Duplicate("initial".to_owned()));
    let endless = fault("minutes = 15", "minutes = 1000").1;
    assert_eq!(endless, FormProblem::OutOfRange("minutes", 240));
    let empty =
        fault("text = \"Beställ inte insatser av andra. Ställ en fråga i stället.\"", "text = \"\"").1;
    assert_eq!(empty, FormProblem::Empty("conduct_rules"));
    let unknown = fault("speaks_first = \"family\"", "speaks_first = \"boss\"").1;
    assert!(matches!(unknown, FormProblem::Unreadable(text) if text.contains("boss")));
}
