//! Can a real blank replace the reconstruction without code, and is one that lacks what the rules need
//! refused?

use super::*;

fn edited(from: &str, to: &str) -> Result<Form, FormFault> {
    assert!(SUMMONS.contains(from), "the test replaces something that is there: {from}");
    Form::parse(&SUMMONS.replacen(from, to, 1))
}

fn fault(from: &str, to: &str) -> (String, FormProblem) {
    let FormFault { place, problem } = edited(from, to).unwrap_err();
    (place, problem)
}

fn without_field(id: &str) -> Result<Form, FormFault> {
    let start = SUMMONS.find(&format!("[[sections.fields]]\nid = \"{id}\"")).unwrap();
    let rest = &SUMMONS[start + 1..];
    let ends = ["\n[[sections.fields]]\n", "\n[[sections]]\n"];
    let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap();
    Form::parse(&format!("{}{}", &SUMMONS[..start], &rest[end..]))
}

const EXTRA: &str = r#"
[[sections.fields]]
id = "leisure"
label = "Fritid"
help = "Vad gör barnet gärna?"
kind = "list"
items_max = 2
required = true
source = ["P"]
family = true

[[sections.fields]]
id = "purpose""#;

#[test]
fn an_unbound_field_can_be_added() {
    let form = edited("[[sections.fields]]\nid = \"purpose\"", EXTRA.trim_start()).unwrap();
    let mut values = complete(&form);
    values.set("leisure", Value::List(vec!["fotboll".to_owned()]));
    let filled = form.check(&values, &offered()).unwrap();
    assert!(filled.canonical().contains("Fritid") && filled.canonical().contains("fotboll"));
    values.set("leisure", Value::List(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]));
    let faults = form.check(&values, &offered()).unwrap_err();
    assert_eq!(faults[0].problem, FieldProblem::TooMany { max: 2, count: 3 });
}

#[test]
fn any_field_can_be_relabelled() {
    let form = edited("label = \"Syfte med lotsmötet\"", "label = \"Därför ses vi\"").unwrap();
    let filled = form.check(&complete(&form), &offered()).unwrap();
    assert_eq!(filled.document().field("purpose").unwrap().label, "Därför ses vi");
    assert!(filled.has(Binding::Purpose));
}

/// A bound field keeps its meaning under another id: the rules go by the binding.
#[test]
fn a_bound_field_can_have_another_id() {
    let form = edited("id = \"purpose\"", "id = \"syfte\"").unwrap();
    let filled = form.check(&complete(&form), &offered()).unwrap();
    assert_eq!(filled.value(Binding::Purpose), Some(&"något".into()));
}

#[test]
fn an_unbound_field_can_be_removed() {
    let form = without_field("strengths").unwrap();
    assert!(form.field("strengths").is_none());
    // A draft from before still holds the field; it is passed over.
    let filled = form.check(&complete(&summons()), &offered()).unwrap();
    assert!(filled.document().field("strengths").is_none());
    assert!(filled.values().get("strengths").is_none());
}

/// CON-05: a blank without an end of the consent, or with one that may be left out, cannot be used.
#[test]
fn a_blank_lacking_what_the_rules_need_is_refused() {
    let missing = without_field("consent.valid_until").unwrap_err();
    assert_eq!(missing.problem, FormProblem::BindingMissing("consent_valid_until"));
    assert_eq!(
        missing.to_string(),
        "form file, the form: the rules need a field with binding = \"consent_valid_until\" in this form, \
         and the blank has none"
    );
    for binding in ["purpose", "goals", "formulated_with", "participation", "consent_scope", "consent_kinds"]
    {
        let problem = fault(&format!("binding = \"{binding}\"\n"), "").1;
        assert!(matches!(problem, FormProblem::BindingMissing(word) if word == binding), "{binding}");
    }
    let optional = fault(
        "required = true\nsource = [\"P\"]\nbinding = \"consent_valid_until\"",
        "source = [\"P\"]\nbinding = \"consent_valid_until\"",
    );
    assert_eq!(
        optional,
        ("field \"consent.valid_until\"".to_owned(), FormProblem::BindingOptional("consent_valid_until"))
    );
}

#[test]
fn a_binding_has_its_kind_its_columns_and_its_words() {
    let (place, problem) = fault(
        "kind = \"long_text\"\nmax = 1000\nrequired = true\nsource = [\"S\"]\nbinding = \"purpose\"",
        "kind = \"date\"\nrequired = true\nsource = [\"S\"]\nbinding = \"purpose\"",
    );
    assert_eq!(place, "field \"purpose\"");
    assert_eq!(problem, FormProblem::BindingOfWrongKind("purpose", "text or long_text".to_owned()));
    let twice = fault("binding = \"goals\"", "binding = \"purpose\"").1;
    assert_eq!(twice, FormProblem::BindingTwice("purpose"));
    let unknown = fault("binding = \"goals\"", "binding = \"gaols\"").1;
    assert!(matches!(unknown, FormProblem::Unreadable(text) if text.contains("gaols")));
    let column = fault("id = \"kinds\"\nlabel", "id = \"sorts\"\nlabel").1;
    assert_eq!(column, FormProblem::ColumnMissing("kinds", "choices".to_owned()));
    let word = fault("id = \"economy\"", "id = \"money\"").1;
    assert!(matches!(word, FormProblem::WordUnknownToRules(word, _) if word == "money"));
    let word = fault("id = \"remote\"", "id = \"by_phone\"").1;
    assert!(matches!(word, FormProblem::WordUnknownToRules(word, _) if word == "by_phone"));
    assert!(
        edited("    { id = \"economy\", label = \"Ekonomi\" },\n", "").is_ok(),
        "leaving one out is fine"
    );
}

#[test]
fn a_faulty_id_or_label_is_refused_with_its_place() {
    let long = format!("label = \"{}\"", "x".repeat(201));
    let bad = |id: &str| FormProblem::BadId(id.to_owned());
    for (from, to, place, problem) in [
        ("id = \"purpose\"", "id = \"Purpose\"", "field \"Purpose\"", bad("Purpose")),
        ("id = \"purpose\"", "id = \"purpose.0.x\"", "field \"purpose.0.x\"", bad("purpose.0.x")),
        ("id = \"why\"", "id = \"\"", "section \"\"", bad("")),
        ("id = \"strengths\"", "id = \"goals\"", "the form", FormProblem::Duplicate("goals".to_owned())),
        (
            "label = \"Syfte med lotsmötet\"",
            "label = \" \"",
            "field \"purpose\"",
            FormProblem::Empty("label"),
        ),
        ("label = \"Syfte med lotsmötet\"", &long, "field \"purpose\"", FormProblem::TooLong("label", 200)),
    ] {
        assert_eq!(fault(from, to), (place.to_owned(), problem));
    }
}

#[test]
fn a_kind_has_what_belongs_to_it_and_nothing_else() {
    let cases = [
        ("items_max = 15", "items_max = 0", "field \"questions\"", FormProblem::OutOfRange("items_max", 100)),
        (
            "id = \"consent.valid_until\"",
            "id = \"consent.valid_until\"\nmax = 3",
            "field \"consent.valid_until\"",
            FormProblem::DoesNotBelong("max"),
        ),
        (
            "label = \"Verksamhet\"\nkind = \"unit\"",
            "label = \"Verksamhet\"\nkind = \"units\"",
            "column \"unit\" of \"consent.information_kinds\"",
            FormProblem::NotForColumns,
        ),
        (
            "label = \"Verksamhet\"\nkind = \"unit\"",
            "label = \"Verksamhet\"",
            "column \"unit\" of \"consent.information_kinds\"",
            FormProblem::Lacks("kind"),
        ),
        (
            "label = \"Vad fungerar bra?\"\nkind = \"long_text\"\nmax = 1000",
            "label = \"x\"\nkind = \"choice\"",
            "field \"strengths\"",
            FormProblem::Lacks("options"),
        ),
    ];
    for (from, to, place, problem) in cases {
        assert_eq!(fault(from, to), (place.to_owned(), problem));
    }
}

#[test]
fn a_condition_points_to_a_field_that_is_there_and_stands_alone() {
    let unknown = fault("id = \"strengths\"", "id = \"strengths\"\nrequired_if = \"nothing\"");
    assert_eq!(unknown, ("field \"strengths\"".to_owned(), FormProblem::UnknownField("nothing".to_owned())));
    let two = fault("id = \"purpose\"", "id = \"purpose\"\nrequired_unless = \"goals\"");
    assert_eq!(two, ("field \"purpose\"".to_owned(), FormProblem::TwoRequirements));
}

#[test]
fn an_unknown_word_is_refused_with_its_line() {
    for (from, to) in [
        ("kind = \"date\"", "kind = \"day\""),
        ("role = \"summons\"", "role = \"letter\""),
        ("withheld_from = [\"called_units\"]", "withheld_from = [\"everybody\"]"),
        ("family = true", "familjen = true"),
        ("source = [\"S\"]", "source = [\"X\"]"),
    ] {
        let (place, problem) = fault(from, to);
        assert_eq!(place, "the file");
        assert!(
            matches!(&problem, FormProblem::Unreadable(text) if text.contains("line")),
            "{to}: {problem}"
        );
    }
}
