//! How does a filled-in form become values?
//!
//! Every fault is gathered instead of stopping at the first, so that a person corrects a form once.

use std::ops::RangeInclusive;

use axum::{
    RequestExt as _,
    extract::{FromRequest, RawForm, Request, rejection::RawFormRejection},
    http::StatusCode,
};
use jiff::civil::{Date, Time};

use super::{Fault, FormView, LINE_MAX, MARK, decode::pairs};
use crate::web::{
    actor::{Recognised, form_mark},
    error::WebError,
    refusal::Explained,
    texts::Texts,
};

/// A form as it came in.
pub struct Fields {
    t: &'static Texts,
    values: Vec<(String, String)>,
    faults: Vec<Fault>,
    action: String,
    mark: String,
}

impl Fields {
    /// A line or a text that must be there; surrounding space is dropped, line breaks are made alike.
    pub fn text(&mut self, name: &str, max: usize) -> Option<String> {
        match self.text_if_any(name, max) {
            Some(text) => Some(text),
            None => {
                self.fault_unless_any(name, "fault-missing");
                None
            }
        }
    }

    /// A line or a text that may be left out. Too long is a fault and gives nothing.
    pub fn text_if_any(&mut self, name: &str, max: usize) -> Option<String> {
        let text = self.raw(name).trim().replace("\r\n", "\n");
        let length = text.chars().count();
        if length > max {
            let message = self.t.with("fault-too-long", &[("max", &max), ("length", &length)]);
            self.fault(name, message);
            return None;
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            self.fault_with(name, "fault-control-characters");
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    /// A password: taken as it is typed, and never drawn again.
    pub fn secret(&mut self, name: &str, max: usize) -> Option<String> {
        let secret = self.raw(name).to_owned();
        self.values.retain(|(field, _)| field != name);
        if secret.is_empty() || secret.chars().count() > max {
            self.fault_with(name, "fault-missing");
            return None;
        }
        Some(secret)
    }

    /// A date that must be there.
    pub fn date(&mut self, name: &str) -> Option<Date> {
        let date = self.date_if_any(name);
        if date.is_none() {
            self.fault_unless_any(name, "fault-date-missing");
        }
        date
    }

    /// A date that may be left out, written 2026-06-29 or 20260629.
    pub fn date_if_any(&mut self, name: &str) -> Option<Date> {
        let text = self.text_if_any(name, LINE_MAX)?;
        let digits: String = text.chars().filter(|c| !matches!(c, '-' | '/' | ' ' | '.')).collect();
        let date = (digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| Date::strptime("%Y%m%d", &digits).ok())
            .flatten();
        if date.is_none() {
            self.fault_with(name, "fault-date");
        }
        date
    }

    /// A time of day that must be there.
    pub fn time(&mut self, name: &str) -> Option<Time> {
        let time = self.time_if_any(name);
        if time.is_none() {
            self.fault_unless_any(name, "fault-time-missing");
        }
        time
    }

    /// A time of day that may be left out, written 14.10 or 14:10.
    pub fn time_if_any(&mut self, name: &str) -> Option<Time> {
        let text = self.text_if_any(name, LINE_MAX)?;
        let time = text.split_once([':', '.']).and_then(|(hour, minute)| {
            Time::new(hour.parse().ok()?, minute.get(..2)?.parse().ok()?, 0, 0).ok()
        });
        if time.is_none() {
            self.fault_with(name, "fault-time");
        }
        time
    }

    /// A whole number that must be there.
    pub fn number(&mut self, name: &str, range: RangeInclusive<u32>) -> Option<u32> {
        let number = self.text(name, LINE_MAX)?.parse().ok().filter(|number| range.contains(number));
        if number.is_none() {
            let message = self.t.with("fault-number", &[("min", range.start()), ("max", range.end())]);
            self.fault(name, message);
        }
        number
    }

    /// One of the choices, which must be made.
    pub fn choice<T: Clone>(&mut self, name: &str, choices: &[(&str, T)]) -> Option<T> {
        let choice = self.choice_if_any(name, choices);
        if choice.is_none() {
            self.fault_unless_any(name, "fault-choice-missing");
        }
        choice
    }

    /// One of the choices, or none. What is not among them is a fault: nobody has chosen it in our form.
    pub fn choice_if_any<T: Clone>(&mut self, name: &str, choices: &[(&str, T)]) -> Option<T> {
        let value = self.raw(name).to_owned();
        if value.is_empty() {
            return None;
        }
        let choice = choices.iter().find(|(code, _)| *code == value).map(|(_, choice)| choice.clone());
        if choice.is_none() {
            self.fault_with(name, "fault-choice");
        }
        choice
    }

    /// Every choice made among these, in their order.
    pub fn choices<T: Clone>(&mut self, name: &str, choices: &[(&str, T)]) -> Vec<T> {
        let posted: Vec<String> = self.all(name).map(str::to_owned).collect();
        if posted.iter().any(|value| choices.iter().all(|(code, _)| code != value)) {
            self.fault_with(name, "fault-choice");
            return vec![];
        }
        choices
            .iter()
            .filter(|(code, _)| posted.iter().any(|value| value == code))
            .map(|(_, choice)| choice.clone())
            .collect()
    }

    /// Whether a box with this name is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// What was typed, as it was typed.
    pub fn raw<'a>(&'a self, name: &'a str) -> &'a str {
        self.all(name).next().unwrap_or_default()
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Puts something else into a field: what the form comes back with.
    pub fn set(&mut self, name: &str, value: &str) {
        self.values.retain(|(field, _)| field != name);
        self.values.push((name.to_owned(), value.to_owned()));
    }

    /// Every field, in the order of the form: for forms whose fields are data.
    pub fn every(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values
            .iter()
            .filter(|(field, _)| field != MARK)
            .map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// Where the form was posted.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// Notes what is wrong with a field; the first fault of a field is the one that is shown.
    pub fn fault(&mut self, name: &str, message: String) {
        self.faults.push(Fault { field: name.to_owned(), message });
    }

    /// Notes a fault whose words are under `key`.
    pub fn fault_with(&mut self, name: &str, key: &str) {
        self.fault(name, self.t.get(key));
    }

    pub fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }

    /// The form again, filled in, with its faults.
    pub fn back(self) -> FormView {
        FormView {
            t: self.t,
            action: self.action,
            mark: self.mark,
            values: self.values,
            faults: self.faults,
            refusal: None,
        }
    }

    /// The form again, filled in, with the rule that said no.
    pub fn back_refused(self, refusal: Explained) -> FormView {
        self.back().refused(refusal)
    }

    fn fault_unless_any(&mut self, name: &str, key: &str) {
        if self.faults.iter().all(|fault| fault.field != name) {
            self.fault(name, self.t.get(key));
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = WebError;

    async fn from_request(request: Request, _: &S) -> Result<Self, WebError> {
        let fields = Self::unmarked(request).await?;
        if fields.raw(MARK) != fields.mark {
            return Err(WebError::StaleForm);
        }
        Ok(fields)
    }
}

impl Fields {
    /// What was posted, whether or not the form was drawn for this session: to give back, never to act on.
    pub async fn unmarked(request: Request) -> Result<Self, WebError> {
        let mark = request.extensions().get::<Recognised>().map(|found| form_mark(&found.token));
        let action = request.uri().path().to_owned();
        let RawForm(bytes) =
            request.extract().await.map_err(|rejection: RawFormRejection| match rejection.status() {
                StatusCode::PAYLOAD_TOO_LARGE => WebError::TooLarge,
                _ => WebError::Malformed("not a form"),
            })?;
        let values = pairs(&bytes)?;
        Ok(Self { t: Texts::swedish(), values, faults: vec![], action, mark: mark.unwrap_or_default() })
    }
}
