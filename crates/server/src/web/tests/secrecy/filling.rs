//! What does somebody write who fills in a form to the end, whatever it is about?

use jiff::{ToSpan as _, civil::Date};

use super::super::stories::form::Form;

/// Fills in what stands empty: the first of every choice, every box, a date ahead, and words.
pub fn filled_in(form: &Form, today: Date) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = vec![];
    for name in form.names() {
        let given: Vec<&str> = form.values_of(name).filter(|value| !value.trim().is_empty()).collect();
        let empty = given.is_empty();
        fields.extend(given.into_iter().map(|value| (name.to_owned(), value.to_owned())));
        if !empty {
            continue;
        }
        let value = match (form.choices(name), form.kind(name)) {
            (Some(choices), _) => choices.first().cloned().unwrap_or_default(),
            (None, "date") => today.saturating_add(30.days()).to_string(),
            (None, "time") => "14:10".to_owned(),
            (None, "hidden") => String::new(),
            (None, _) => "Vi ses".to_owned(),
        };
        fields.push((name.to_owned(), value));
    }
    fields
}
