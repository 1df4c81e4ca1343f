//! Is what a person writes checked, and does what is accepted become one and the same text for good?

use super::*;

fn faults(values: &Values) -> Vec<(String, FieldProblem)> {
    let found = summons().check(values, &offered()).unwrap_err();
    found.into_iter().map(|fault| (fault.input(), fault.problem)).collect()
}

fn one_fault(field: &str, value: impl Into<Value>) -> FieldProblem {
    let found = faults(&complete(&summons()).with(field, value));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, field);
    found[0].1.clone()
}

#[test]
fn lengths_counts_dates_and_options_are_checked_at_the_field() {
    let long = "å".repeat(1001);
    assert_eq!(one_fault("purpose", long.as_str()), FieldProblem::TooLong { max: 1000, length: 1001 });
    let goals = vec!["mål".to_owned(); 11];
    assert_eq!(one_fault("goals", Value::List(goals)), FieldProblem::TooMany { max: 10, count: 11 });
    assert_eq!(one_fault("consent.valid_until", "i maj"), FieldProblem::NotADate);
    assert_eq!(one_fault("meeting.start", "25.00"), FieldProblem::NotATime);
    let chosen = |ids: &[&str]| Value::Choices(ids.iter().map(|id| (*id).to_owned()).collect());
    assert_eq!(one_fault("child_participation.form", chosen(&["by_post"])), FieldProblem::NotOffered);
    let two = chosen(&["remote", "whole_meeting"]);
    assert_eq!(one_fault("child_participation.form", two), FieldProblem::NotOffered);
    assert_eq!(one_fault("consent.scope", chosen(&["129999"])), FieldProblem::NotOffered);
    assert_eq!(one_fault("formulated_with", chosen(&["7"])), FieldProblem::NotOffered);
    let ticked = chosen(&["meaning", "voluntary"]);
    assert_eq!(one_fault("consent.information_given", ticked), FieldProblem::NotAllTicked { missing: 3 });
    assert_eq!(one_fault("purpose", "a\u{0}b"), FieldProblem::BadCharacter);
    assert_eq!(one_fault("chair", "två\nrader"), FieldProblem::BadCharacter);
    assert_eq!(one_fault("purpose", true), FieldProblem::WrongShape);
    assert_eq!(one_fault("purpose", chosen(&["x"])), FieldProblem::WrongShape);
}

#[test]
fn faults_in_rows_point_to_row_and_column() {
    let rows = vec![
        row([("name", "Mormor".into()), ("relation", "mormor".into())]),
        row([("relation", "tränare".into())]),
        row([("name", "x".repeat(121).into()), ("relation", "vän".into())]),
    ];
    assert_eq!(
        faults(&complete(&summons()).with("invited_others", rows)),
        [
            ("invited_others.1.name".to_owned(), FieldProblem::Missing),
            ("invited_others.2.name".to_owned(), FieldProblem::TooLong { max: 120, length: 121 }),
        ]
    );
    let many = vec![row([("name", "a".into()), ("relation", "b".into())]); 11];
    assert_eq!(one_fault("invited_others", many), FieldProblem::TooMany { max: 10, count: 11 });
    let stray = vec![row([("name", "a".into()), ("relation", "b".into()), ("phone", "1".into())])];
    assert_eq!(one_fault("invited_others", stray), FieldProblem::WrongShape);
    let nested = vec![row([("name", Value::Rows(vec![row([("x", "y".into())])])), ("relation", "b".into())])];
    assert_eq!(
        faults(&complete(&summons()).with("invited_others", nested)),
        [("invited_others.0.name".to_owned(), FieldProblem::WrongShape)]
    );
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_form() {
    let found = faults(&Values::default());
    let order: Vec<_> = summons().fields().map(|field| field.id.clone()).collect();
    let mut places: Vec<_> = found.iter().map(|(id, _)| order.iter().position(|other| other == id)).collect();
    assert!(places.len() > 10);
    let told = places.clone();
    places.sort();
    assert_eq!(told, places);
    assert!(found.iter().all(|(_, problem)| problem.key() == "field-missing"));
}

/// A stored text is never rewritten, so its layout does not change: this example is never edited.
#[test]
fn the_canonical_text_is_the_stored_one() {
    let form = Form::parse(SMALL).unwrap();
    let values = Values::default()
        .with("chair", " Sam Exempel ")
        .with("secretary", "Kim")
        .with("story", "Rad ett\nrad två")
        .with("when", Value::Date("2026-09-03".parse().unwrap()))
        .with("start", "9.05")
        .with("list", Value::List(vec!["ett".to_owned(), " ".to_owned(), "två".to_owned()]))
        .with("ok", true)
        .with("who", Value::Choices(vec![MOTHER.to_string()]))
        .with(
            "rows",
            vec![row([
                ("attendee", "unit-129005".into()),
                ("name", "Sam".into()),
                ("present", Value::Choices(vec!["whole".to_owned()])),
            ])],
        );
    let filled = form.check(&values, &offered()).unwrap();
    assert_eq!(filled.canonical(), CANONICAL);
    assert_eq!((filled.form(), filled.version()), ("small-1.0", "1.0"));
    let read = Document::parse(CANONICAL).unwrap();
    assert_eq!(&read, filled.document());
    assert_eq!(&read.values(), filled.values());
    assert_eq!(filled.values().text("chair"), "Sam Exempel");
    let again = form.check(&read.values(), &offered()).unwrap();
    assert_eq!(again.canonical(), CANONICAL);
}

#[test]
fn a_text_of_another_layout_is_not_guessed_at() {
    let later = CANONICAL.replacen("\"format\":1", "\"format\":2", 1);
    assert!(matches!(Document::parse(&later), Err(UnreadableDocument::UnknownFormat(2))));
    assert!(matches!(Document::parse("{}"), Err(UnreadableDocument::NotADocument(_))));
}

/// A draft comes back as it was, right or wrong.
#[test]
fn values_survive_being_kept_as_a_draft() {
    let values = complete(&summons()).with("consent.valid_until", "i maj");
    let kept = serde_json::to_string(&values).unwrap();
    assert_eq!(serde_json::from_str::<Values>(&kept).unwrap(), values);
}

#[test]
fn a_page_takes_over_only_its_own_fields() {
    let mut values = Values::default().with("a", "1").with("b", "2").with("c", "3");
    values.take_over(["a", "b"], &Values::default().with("b", "4").with("c", "5"));
    assert_eq!(values, Values::default().with("b", "4").with("c", "3"));
}

const SMALL: &str = r#"
id = "small-1.0"
version = "1.0"
name = "Liten"
role = "attendance"

[[sections]]
id = "one"
title = "Ett"

[[sections.fields]]
id = "chair"
label = "Ordförande"
kind = "system"
required = true
source = ["P"]
binding = "chair"

[[sections.fields]]
id = "secretary"
label = "Sekreterare"
kind = "text"
required = true
source = ["P"]
binding = "secretary"
withheld_from = ["called_units"]
kind_of_information = "family"

[[sections]]
id = "empty"
title = "Tom"

[[sections.fields]]
id = "unused"
label = "Oanvänd"
kind = "text"
source = ["I"]

[[sections]]
id = "two"
title = "Två"

[[sections.fields]]
id = "rows"
label = "Rader"
kind = "rows"
required = true
source = ["P"]
binding = "attendance_rows"
columns = [
    { id = "attendee", label = "Vem", kind = "key" },
    { id = "name", label = "Namn", kind = "text" },
    { id = "present", label = "Närvaro", kind = "choice", options = [{ id = "whole", label = "Hela" }] },
    { id = "knows_purpose", label = "Vet varför", kind = "checkbox" },
]

[[sections.fields]]
id = "story"
label = "Berättelse"
kind = "long_text"
source = ["I"]

[[sections.fields]]
id = "when"
label = "Dag"
kind = "date"
source = ["I"]

[[sections.fields]]
id = "start"
label = "Tid"
kind = "time"
source = ["I"]

[[sections.fields]]
id = "list"
label = "Lista"
kind = "list"
source = ["I"]

[[sections.fields]]
id = "ok"
label = "Ja"
kind = "checkbox"
source = ["I"]

[[sections.fields]]
id = "who"
label = "Vilka"
kind = "people"
source = ["I"]
"#;

const CANONICAL: &str = concat!(
    r#"{"format":1,"form":"small-1.0","version":"1.0","name":"Liten","sections":["#,
    r#"{"id":"one","title":"Ett","fields":["#,
    r#"{"id":"chair","label":"Ordförande","entry":{"text":"Sam Exempel"}},"#,
    r#"{"id":"secretary","label":"Sekreterare","entry":{"text":"Kim"},"#,
    r#""withheld_from":["called_units"],"kind_of_information":"family"}]},"#,
    r#"{"id":"two","title":"Två","fields":["#,
    r#"{"id":"rows","label":"Rader","entry":{"table":{"columns":["#,
    r#"{"id":"attendee","label":"Vem","key":true},{"id":"name","label":"Namn"},"#,
    r#"{"id":"present","label":"Närvaro"},{"id":"knows_purpose","label":"Vet varför"}],"#,
    r#""rows":[[{"text":"unit-129005"},{"text":"Sam"},{"choice":{"id":"whole","label":"Hela"}},null]]}}},"#,
    r#"{"id":"story","label":"Berättelse","entry":{"text":"Rad ett\nrad två"}},"#,
    r#"{"id":"when","label":"Dag","entry":{"date":"2026-09-03"}},"#,
    r#"{"id":"start","label":"Tid","entry":{"time":"09:05"}},"#,
    r#"{"id":"list","label":"Lista","entry":{"list":["ett","två"]}},"#,
    r#"{"id":"ok","label":"Ja","entry":{"flag":true}},"#,
    r#"{"id":"who","label":"Vilka","entry":{"choices":["#,
    r#"{"id":"00000000000000000000000000000001","label":"Mamma"}]}}]}]}"#
);
