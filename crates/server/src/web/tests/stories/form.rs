//! What does a browser send when somebody fills in a form and presses a button?

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};

use super::super::client::Reply;

/// The field that proves where the form came from; the client puts it in.
const MARK: &str = "form-mark";

/// A form of a page, as it stands and as it is filled in.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    /// What each control offers; `None` where one writes freely.
    controls: BTreeMap<String, Option<Vec<String>>>,
    /// The kinds of the lines one writes in: "text", "date", "time", "hidden".
    kinds: BTreeMap<String, String>,
    values: Vec<(String, String)>,
    /// What somebody wrote or chose here, beside what stood there already.
    typed: Vec<(String, String)>,
}

impl Form {
    /// Every form of a page, in order.
    pub fn all(page: &Reply) -> Vec<Form> {
        let html = Html::parse_document(&page.body);
        html.select(&selector("form[action]")).map(Form::read).collect()
    }

    /// A form by itself.
    pub fn parse(written: &str) -> Form {
        let html = Html::parse_fragment(written);
        Form::read(html.select(&selector("form")).next().unwrap())
    }

    /// The form that is sent to this address.
    pub fn at(page: &Reply, action: &str) -> Form {
        Form::find(page, |form| form.action == action)
            .unwrap_or_else(|| panic!("no form to {action} in\n{}", page.body))
    }

    pub fn find(page: &Reply, wanted: impl Fn(&Form) -> bool) -> Option<Form> {
        Form::all(page).into_iter().find(wanted)
    }

    /// A form that the page does not show, sent by somebody who will not be stopped by that.
    pub fn by_hand(action: &str) -> Form {
        Form {
            action: action.to_owned(),
            controls: BTreeMap::new(),
            kinds: BTreeMap::new(),
            values: vec![],
            typed: vec![],
        }
    }

    fn read(element: ElementRef<'_>) -> Form {
        let mut form = Form::by_hand(element.attr("action").unwrap_or_default());
        for control in element.select(&selector("input[name], select[name], textarea[name], button[name]")) {
            form.control(control);
        }
        form
    }

    fn control(&mut self, control: ElementRef<'_>) {
        let name = control.attr("name").unwrap_or_default().to_owned();
        let value = control.attr("value").unwrap_or_default().to_owned();
        match (control.value().name(), control.attr("type").unwrap_or("text")) {
            (_, _) if name == MARK => {}
            ("textarea", _) => {
                self.controls.insert(name.clone(), None);
                self.values.push((name, control.text().collect()));
            }
            ("select", _) => {
                let options: Vec<ElementRef<'_>> = control.select(&selector("option")).collect();
                let code = |option: &ElementRef<'_>| option.attr("value").unwrap_or_default().to_owned();
                let chosen = options.iter().find(|option| option.attr("selected").is_some());
                self.controls.insert(name.clone(), Some(options.iter().map(code).collect()));
                self.values.extend(chosen.or(options.first()).map(|option| (name, code(option))));
            }
            ("button", _) => self.offer(name, value),
            (_, "radio" | "checkbox") => {
                if control.attr("checked").is_some() {
                    self.values.push((name.clone(), value.clone()));
                }
                self.offer(name, value);
            }
            (_, kind) => {
                self.controls.insert(name.clone(), None);
                self.kinds.insert(name.clone(), kind.to_owned());
                self.values.push((name, value));
            }
        }
    }

    fn offer(&mut self, name: String, value: String) {
        self.controls.entry(name).or_insert_with(|| Some(vec![])).get_or_insert_default().push(value);
    }

    pub fn has(&self, name: &str) -> bool {
        self.controls.contains_key(name)
    }

    /// Whether this can be chosen, or written, there.
    pub fn offers(&self, name: &str, value: &str) -> bool {
        match self.controls.get(name) {
            Some(Some(choices)) => choices.iter().any(|choice| choice == value),
            Some(None) => true,
            None => false,
        }
    }

    /// What can be chosen there; `None` where one writes.
    pub fn choices(&self, name: &str) -> Option<&[String]> {
        self.controls.get(name)?.as_deref()
    }

    /// The kind of a line that one writes in; empty for larger texts.
    pub fn kind(&self, name: &str) -> &str {
        self.kinds.get(name).map_or("", String::as_str)
    }

    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    pub fn values_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The names of the controls, in the order of the alphabet.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.controls.keys().map(String::as_str)
    }

    /// Writes in a field, or makes a choice, that the page offers.
    #[must_use]
    pub fn set(self, name: &str, value: &str) -> Form {
        self.choose(name, [value])
    }

    /// Ticks these, and nothing else of that name.
    #[must_use]
    pub fn choose<'a>(mut self, name: &str, values: impl IntoIterator<Item = &'a str>) -> Form {
        self.values.retain(|(field, _)| field != name);
        for value in values {
            assert!(self.offers(name, value), "{}: {name} does not offer {value}", self.action);
            self = self.insist(name, value);
        }
        self
    }

    /// Ticks a box where there is one.
    #[must_use]
    pub fn ticked(self, name: &str) -> Form {
        if self.has(name) { self.set(name, "yes") } else { self }
    }

    /// With these words wherever one writes freely and nothing stands yet.
    #[must_use]
    pub fn written(mut self, words: &str) -> Form {
        let free = |name: &String| matches!(self.controls.get(name), Some(None));
        self.values
            .iter_mut()
            .filter(|(name, value)| value.is_empty() && free(name))
            .for_each(|(_, value)| words.clone_into(value));
        self
    }

    /// Sends along what the page does not offer.
    #[must_use]
    pub fn insist(mut self, name: &str, value: &str) -> Form {
        self.values.push((name.to_owned(), value.to_owned()));
        self.typed.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The button by which the form is sent.
    #[must_use]
    pub fn press(mut self, name: &str, value: &str) -> Form {
        assert!(self.offers(name, value), "{}: no button {name}={value}", self.action);
        self.values.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What goes over the wire.
    pub fn fields(&self) -> Vec<(&str, &str)> {
        self.values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    pub fn typed(&self) -> &[(String, String)] {
        &self.typed
    }
}

pub fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}
