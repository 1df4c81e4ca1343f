//! Are data forms drawn whole, read back as they were, and their faults put where they belong?

use askama::Template;
use domain::form::{FormLibrary, FormRole};
use scraper::{Html, Selector};

use super::*;

#[derive(Template)]
#[template(source = r#"{% import "form_data.html" as data %}{{ data::fields(drawn) }}"#, ext = "html")]
struct Sheet {
    t: &'static Texts,
    form: FormView,
    drawn: Drawn,
}

const SCHOOL: UnitId = UnitId(7);

fn blank(form: &Form) -> Blank<'_> {
    let person = PersonId(uuid::Uuid::from_u128(1));
    let guardian = Row::from([
        ("key".to_owned(), text("g1")),
        ("name".to_owned(), text("Elin Exempel")),
        ("is_legal_guardian".to_owned(), Value::Flag(true)),
    ]);
    let kinds = Row::from([("unit".to_owned(), Value::Choices(vec![SCHOOL.to_string()]))]);
    let fixed = |heading: &str, cells| vec![FixedRow { heading: heading.to_owned(), cells }];
    Blank::new(form)
        .units([(SCHOOL, "Skolan".to_owned())])
        .people([(person, "Elin Exempel".to_owned())])
        .system(Values::default().with("child.name", "Maja Exempel"))
        .fixed_rows("guardian", fixed("Elin Exempel", guardian))
        .fixed_rows("consent.information_kinds", fixed("Skolan", kinds))
}

fn draw(blank: &Blank<'_>, values: &Values, faults: Vec<Fault>) -> Html {
    let t = Texts::swedish();
    let empty = FormView::new(t, "/x".to_owned(), String::new());
    let mut form = blank.fill(empty, values);
    form.faults = faults;
    let sheet = Sheet { t, form, drawn: blank.draw(t, values) };
    Html::parse_fragment(&sheet.render().expect("the sheet is drawn"))
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).expect("a selector")).count()
}

#[test]
fn every_field_of_every_shipped_form_is_drawn_once() {
    let library = FormLibrary::default();
    for role in FormRole::ALL {
        let form = library.form(role);
        let page = draw(&blank(form), &Values::default(), vec![]);
        for field in form.fields().filter(|field| !field.is_system()) {
            assert_eq!(count(&page, &format!("[id=\"{}\"]", field.id)), 1, "{}: {}", form.id, field.id);
        }
    }
}

#[test]
fn what_is_drawn_is_read_back_the_same() {
    let library = FormLibrary::default();
    let form = library.form(FormRole::Summons);
    let blank = blank(form);
    let kinds = Row::from([
        ("unit".to_owned(), Value::Choices(vec![SCHOOL.to_string()])),
        ("kinds".to_owned(), Value::Choices(vec!["health".to_owned(), "school".to_owned()])),
    ]);
    let values = Values::default()
        .with("purpose", "Skolgång\noch sömn")
        .with("goals", Value::List(vec!["Sova".to_owned(), "Gå till skolan".to_owned()]))
        .with("consent.information_kinds", vec![kinds]);
    let page = draw(&blank, &values, vec![]);
    assert_eq!(count(&page, "input[name='consent.information_kinds.0.kinds'][checked]"), 2);
    let boxes = Selector::parse("textarea").expect("a selector");
    let mut posted: Vec<(String, String)> = page
        .select(&boxes)
        .map(|area| (area.attr("name").unwrap_or_default().to_owned(), area.text().collect()))
        .collect();
    let inputs = Selector::parse("input[type=hidden], input[checked]").expect("a selector");
    posted.extend(page.select(&inputs).map(|input| {
        let of = |attribute| input.attr(attribute).unwrap_or_default().to_owned();
        (of("name"), of("value"))
    }));
    let read = blank.complete(&form.read(posted.iter().map(|(name, value)| (name.as_str(), value.as_str()))));
    assert_eq!(read, blank.complete(&values));
}

#[test]
fn a_fault_stands_at_its_cell_and_what_the_program_knows_cannot_be_posted() {
    let library = FormLibrary::default();
    let form = library.form(FormRole::Summons);
    let blank = blank(form);
    let faults = blank.faults(Texts::swedish(), &Values::default());
    let at =
        |field: &str| faults.iter().find(|fault| fault.field == field).map(|fault| fault.message.as_str());
    assert_eq!(at("consent.information_kinds.0.kinds"), Some("Fyll i det här."));
    let posted = [("child.name", "Någon Annan"), ("guardian.0.name", "Någon Annan")];
    let read = blank.complete(&form.read(posted));
    assert_eq!(read.text("child.name"), "Maja Exempel");
    assert_eq!(read.rows("guardian")[0].get("name"), Some(&text("Elin Exempel")));
    let page = draw(&blank, &read, faults);
    assert_eq!(count(&page, "fieldset.at-fault [id='consent.information_kinds.0.kinds-fault']"), 1);
}
