//! Is a frozen form drawn from itself alone, and whole?

use super::*;

const FROZEN: &str = r#"{"format":1,"form":"f-1.0","version":"1.0","name":"Form","sections":[
  {"id":"one","title":"First <b>","fields":[
    {"id":"a","label":"Alpha","entry":{"text":"One\nTwo & <three>"}},
    {"id":"b","label":"Beta","entry":{"date":"2026-06-29"}},
    {"id":"c","label":"Gamma","entry":{"table":{
      "columns":[{"id":"k","label":"Key","key":true},{"id":"n","label":"Name"},{"id":"w","label":"When"}],
      "rows":[[{"text":"secret-key"},{"text":"Unit"},{"time":"14:10"}],[null,{"text":"Other"},null]]}}}]},
  {"id":"two","title":"Second","fields":[{"id":"d","label":"Delta","entry":{"flag":true}}]}]}"#;

fn drawn(shown: impl Fn(&DocumentField) -> bool) -> String {
    let document = Document::parse(FROZEN).unwrap();
    draw(Texts::swedish(), &document, shown).render().unwrap()
}

#[test]
fn everything_in_the_document_is_shown_and_escaped() {
    let html = drawn(|_| true);
    for words in
        ["First &#60;b&#62;", "Alpha", "One\nTwo &#38; &#60;three&#62;", "Gamma", "Unit", "Other", "Delta"]
    {
        assert!(html.contains(words), "{words} is missing: {html}");
    }
    assert!(html.contains("14.10") && html.contains(&Texts::swedish().date(jiff::civil::date(2026, 6, 29))));
}

#[test]
fn keys_that_only_the_program_reads_are_not_shown() {
    assert!(!drawn(|_| true).contains("secret-key"));
}

#[test]
fn a_section_without_anything_to_show_is_left_out() {
    let html = drawn(|field| field.id != "d");
    assert!(!html.contains("Second") && html.contains("Alpha"));
}
