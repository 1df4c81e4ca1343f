//! How does a filled-in form become values, and how does it come back when something was wrong with it?
//!
//! [`Fields`] reads what was posted and gathers every fault instead of stopping at the first. With faults, or a
//! refusal, it turns into a [`FormView`] that draws the form filled in; the macros of `form.html` draw both.

use std::ops::RangeInclusive;

use axum::{
    RequestExt as _,
    extract::{FromRequest, RawForm, Request, rejection::RawFormRejection},
    http::StatusCode,
};
use jiff::civil::{Date, Time};

use super::{actor::Recognised, error::WebError, refusal::Explained, texts::Texts};

/// How many fields one form may have, and how long all of it may be, in bytes.
pub const FIELDS_MAX: usize = 2_000;
pub const FORM_BYTES_MAX: usize = 512 * 1024;
/// The hidden field that shows that a form was drawn for this session (SE-4).
pub const MARK: &str = "form-mark";
/// A line of text, in characters.
pub const LINE_MAX: usize = 200;

/// What was wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub field: String,
    pub message: String,
}

/// A choice in a list, in a group of radio buttons or among boxes.
#[derive(Debug, Clone)]
pub struct Choice {
    pub code: String,
    pub label: String,
    /// A line of explanation under the label; may be empty.
    pub hint: String,
}

impl Choice {
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Self {
        Self { code: code.into(), label: label.into(), hint: String::new() }
    }

    #[must_use]
    pub fn explained(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }
}

/// A form as it shall be drawn: values, faults and, if a rule said no, the refusal.
#[derive(Clone)]
pub struct FormView {
    t: &'static Texts,
    pub action: String,
    pub mark: String,
    values: Vec<(String, String)>,
    pub faults: Vec<Fault>,
    pub refusal: Option<Explained>,
}

/// A form as it came in.
pub struct Fields {
    t: &'static Texts,
    values: Vec<(String, String)>,
    faults: Vec<Fault>,
    action: String,
    mark: String,
}

impl FormView {
    pub fn new(t: &'static Texts, action: String, mark: String) -> Self {
        Self { t, action, mark, values: vec![], faults: vec![], refusal: None }
    }

    /// Filled in beforehand.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.push((name.to_owned(), value.into()));
        self
    }

    /// The same form posted to another address.
    #[must_use]
    pub fn to(mut self, action: impl Into<String>) -> Self {
        self.action = action.into();
        self
    }

    /// With the rule that said no.
    #[must_use]
    pub fn refused(mut self, refusal: Explained) -> Self {
        self.refusal = Some(refusal);
        self
    }

    pub fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Whether this choice is made in this field.
    pub fn chosen(&self, name: &str, choice: &str) -> bool {
        self.values.iter().any(|(field, value)| field == name && value == choice)
    }

    pub fn fault(&self, name: &str) -> Option<&str> {
        self.faults.iter().find(|fault| fault.field == name).map(|fault| fault.message.as_str())
    }

    /// The ids that describe a field, for `aria-describedby`: its hint, then its fault.
    pub fn described_by(&self, name: &str, hint: &str) -> String {
        let mut ids = vec![];
        if !hint.is_empty() {
            ids.push(format!("{name}-hint"));
        }
        if self.fault(name).is_some() {
            ids.push(format!("{name}-fault"));
        }
        ids.join(" ")
    }

    /// What the page title begins with when something was wrong.
    pub fn title_prefix(&self) -> String {
        if self.faults.is_empty() && self.refusal.is_none() {
            String::new()
        } else {
            self.t.get("form-title-prefix")
        }
    }
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
            self.fault(name, self.t.get("fault-control-characters"));
            return None;
        }
        (!text.is_empty()).then_some(text)
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
            self.fault(name, self.t.get("fault-date"));
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
            self.fault(name, self.t.get("fault-time"));
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
            self.fault(name, self.t.get("fault-choice"));
        }
        choice
    }

    /// Every choice made among these, in their order.
    pub fn choices<T: Clone>(&mut self, name: &str, choices: &[(&str, T)]) -> Vec<T> {
        let posted: Vec<String> = self.all(name).map(str::to_owned).collect();
        if posted.iter().any(|value| choices.iter().all(|(code, _)| code != value)) {
            self.fault(name, self.t.get("fault-choice"));
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

    /// Every field, in the order of the form: for forms whose fields are data.
    pub fn every(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.iter().map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// Notes what is wrong with a field; the first fault of a field is the one that is shown.
    pub fn fault(&mut self, name: &str, message: String) {
        self.faults.push(Fault { field: name.to_owned(), message });
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
        let recognised = request.extensions().get::<Recognised>().cloned();
        let action = request.uri().path().to_owned();
        let RawForm(bytes) =
            request.extract().await.map_err(|rejection: RawFormRejection| match rejection.status() {
                StatusCode::PAYLOAD_TOO_LARGE => WebError::TooLarge,
                _ => WebError::Malformed("not a form"),
            })?;
        let values = parse(&bytes)?;
        let mark = recognised.map(|found| found.token.form_mark()).unwrap_or_default();
        let fields = Self { t: Texts::swedish(), values, faults: vec![], action, mark };
        if fields.raw(MARK) != fields.mark {
            return Err(WebError::StaleForm);
        }
        Ok(Self { values: fields.values.into_iter().filter(|(name, _)| name != MARK).collect(), ..fields })
    }
}

/// `a=1&b=two+words` as pairs; what is not text is refused rather than repaired.
fn parse(bytes: &[u8]) -> Result<Vec<(String, String)>, WebError> {
    let text = std::str::from_utf8(bytes).map_err(|_| WebError::Malformed("not text"))?;
    let pairs: Vec<&str> = text.split('&').filter(|pair| !pair.is_empty()).collect();
    if pairs.len() > FIELDS_MAX {
        return Err(WebError::Malformed("too many fields"));
    }
    pairs
        .into_iter()
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(name)?, decode(value)?))
        })
        .collect()
}

fn decode(text: &str) -> Result<String, WebError> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
                match (digit(), digit()) {
                    (Some(high), Some(low)) => u8::try_from(high * 16 + low).unwrap_or_default(),
                    _ => return Err(WebError::Malformed("a broken escape")),
                }
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| WebError::Malformed("not text"))
}
