//! Does a page come back as it was posted, whatever was posted?

use proptest::prelude::*;

use super::*;

fn read(pairs: &[(&str, &str)]) -> Values {
    summons().read(pairs.iter().copied())
}

#[test]
fn each_kind_is_read_from_its_keys() {
    let values = read(&[
        ("purpose", "  Rad ett\r\nrad två  "),
        ("chair", "Sam\nExempel"),
        ("goals", "ett\ntvå\n\n"),
        ("goals", "tre"),
        ("consent.scope", "129005"),
        ("consent.scope", "129005"),
        ("consent.scope", "12101"),
        ("child_participation.form", "remote"),
        ("consent.valid_until", "2027-03-01"),
        ("meeting.start", "9.05"),
        ("guardian.0.key", "1"),
        ("guardian.0.needs_interpreter", "on"),
        ("guardian.0.speaks", "arabiska"),
        ("guardian.2.key", "2"),
        ("guardian.7.speaks", " "),
        ("consent.information_kinds.0.unit", "129005"),
        ("consent.information_kinds.0.kinds", "school"),
        ("consent.information_kinds.0.kinds", "health"),
    ]);
    assert_eq!(values.text("purpose"), "Rad ett\nrad två");
    assert_eq!(values.text("chair"), "Sam Exempel");
    assert_eq!(values.items("goals"), ["ett", "två", "tre"]);
    assert_eq!(values.items("consent.scope"), ["12101", "129005"]);
    assert_eq!(values.choice("child_participation.form"), Some("remote"));
    assert_eq!(values.date("consent.valid_until"), Some("2027-03-01".parse().unwrap()));
    assert_eq!(values.text("meeting.start"), "09:05");
    let guardians = [
        row([("key", "1".into()), ("needs_interpreter", true.into()), ("speaks", "arabiska".into())]),
        row([("key", "2".into())]),
    ];
    assert_eq!(values.rows("guardian"), guardians);
    let kinds = Value::Choices(vec!["health".to_owned(), "school".to_owned()]);
    assert_eq!(values.rows("consent.information_kinds")[0]["kinds"], kinds);
}

/// Nothing typed is lost: what cannot be read goes back as it was.
#[test]
fn a_date_that_cannot_be_read_stays_as_typed() {
    let values = read(&[("consent.valid_until", "1 mars"), ("meeting.start", "kvart i nio")]);
    assert_eq!(values.text("consent.valid_until"), "1 mars");
    assert_eq!(values.text("meeting.start"), "kvart i nio");
    let back = summons().pairs(&values);
    assert!(back.contains(&("consent.valid_until".to_owned(), "1 mars".to_owned())));
}

/// What the program fills in cannot be posted, nor can fields and columns that are not there.
#[test]
fn hostile_keys_are_not_looked_at() {
    let values = read(&[
        ("child.name", "Någon annan"),
        ("child.personal_id", "200001010000"),
        ("custody_form", "sole"),
        ("called_units.0.family_approved", "yes"),
        ("guardian.0.name", "Någon annan"),
        ("guardian.0.is_legal_guardian", "yes"),
        ("guardian.-1.speaks", "x"),
        ("guardian.99999999999999999999.speaks", "x"),
        ("guardian.5000.speaks", "x"),
        ("guardian..speaks", "x"),
        ("guardian.0.", "x"),
        ("guardian", "x"),
        ("no.such.field", "x"),
        ("", "x"),
    ]);
    assert_eq!(values, Values::default());
}

#[test]
fn a_box_that_is_not_ticked_is_not_filled() {
    let form = Form::parse(include_str!("../../../../../data/forms/lots-uppfoljning-6.0.toml")).unwrap();
    assert!(form.read([("close", "yes")]).is_ticked("close"));
    for unticked in ["", "no", "false", "0"] {
        assert!(!form.read([("close", unticked)]).is_ticked("close"), "{unticked}");
    }
}

#[test]
fn a_part_of_the_form_can_be_read_by_itself() {
    let form = summons();
    let section = form.section("why").unwrap();
    let values = read_fields(&section.fields, [("purpose", "Syfte"), ("chair", "Sam")]);
    assert_eq!(values, Values::default().with("purpose", "Syfte"));
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-zåäö0-9 .,:-]{0,30}",
        "\\PC{0,20}",
        Just("2026-02-30".to_owned()),
        Just("14.10".to_owned()),
        Just("rad\r\nrad\u{0}\t".to_owned()),
    ]
}

proptest! {
    /// Whatever is posted: reading never fails, posting the values again reads the same values, and
    /// checking them never panics.
    #[test]
    fn reading_what_a_page_shows_gives_the_same_values(
        posted in prop::collection::vec((0..60_usize, 0..4_usize, typed()), 0..40)
    ) {
        let form = summons();
        let mut keys = Vec::new();
        for field in form.fields() {
            match &field.kind {
                Kind::Rows { columns, .. } | Kind::System { columns } => {
                    keys.extend(columns.iter().map(|column| (field.id.clone(), Some(column.id.clone()))));
                }
                Kind::Text { .. } | Kind::LongText { .. } | Kind::List { .. } | Kind::Choice { .. }
                | Kind::Choices { .. } | Kind::Checklist { .. } | Kind::Date | Kind::Time | Kind::Checkbox
                | Kind::Unit | Kind::Units | Kind::Person | Kind::People | Kind::Key => {}
            }
            keys.push((field.id.clone(), None));
        }
        let key = |index: usize, number: usize| match &keys[index % keys.len()] {
            (field, Some(column)) => format!("{field}.{number}.{column}"),
            (field, None) => field.clone(),
        };
        let pairs: Vec<_> = posted.into_iter().map(|(index, row, text)| (key(index, row), text)).collect();
        let values = form.read(pairs.iter().map(|(key, text)| (key.as_str(), text.as_str())));
        let again = form.pairs(&values);
        let reread = form.read(again.iter().map(|(key, text)| (key.as_str(), text.as_str())));
        prop_assert_eq!(&values, &reread);
        prop_assert!(form.check(&values, &offered()).is_err(), "the program's own fields are missing");
    }
}
