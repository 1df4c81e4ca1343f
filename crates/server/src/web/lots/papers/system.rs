//! How does the program fill in its own fields of a blank?

use domain::{
    form::{Binding, Form, Kind, Row, Value, Values},
    lots::booking::BookMeeting,
};
use jiff::civil::{DateTime, Time};

use crate::web::{case::Case, texts::Texts};

/// The program's own fields of one blank. What the blank has no place for is passed over: it may have lost a
/// field, or a column, that the rules do not need.
pub struct SystemFields<'a> {
    form: &'a Form,
    values: Values,
}

impl<'a> SystemFields<'a> {
    pub fn new(form: &'a Form) -> Self {
        Self { form, values: Values::default() }
    }

    /// A field by its id, for those that no rule reads.
    #[must_use]
    pub fn text(mut self, id: &str, words: impl Into<String>) -> Self {
        self.values.set(id, Value::Text(words.into()));
        self
    }

    /// A field that a rule reads, whatever the blank calls it.
    #[must_use]
    pub fn bound(self, binding: Binding, words: impl Into<String>) -> Self {
        match self.form.bound(binding).map(|field| field.id.clone()) {
            Some(id) => self.text(&id, words),
            None => self,
        }
    }

    /// Rows, each as column and words.
    #[must_use]
    pub fn rows(mut self, id: &str, rows: Vec<Vec<(&str, String)>>) -> Self {
        let known: Vec<&str> = match self.form.field(id).map(|field| &field.kind) {
            Some(Kind::System { columns }) => columns.iter().map(|column| column.id.as_str()).collect(),
            Some(_) | None => return self,
        };
        let row = |cells: Vec<(&str, String)>| -> Row {
            let kept =
                cells.into_iter().filter(|(column, words)| known.contains(column) && !words.is_empty());
            kept.map(|(column, words)| (column.to_owned(), Value::Text(words))).collect()
        };
        let rows: Vec<Row> = rows.into_iter().map(row).collect();
        self.values.set(id, rows);
        self
    }

    #[must_use]
    pub fn bound_rows(self, binding: Binding, rows: Vec<Vec<(&str, String)>>) -> Self {
        match self.form.bound(binding).map(|field| field.id.clone()) {
            Some(id) => self.rows(&id, rows),
            None => self,
        }
    }

    pub fn values(self) -> Values {
        self.values
    }
}

/// The meeting after this one, as it stands in plan and follow-up.
#[derive(Debug, Clone)]
pub struct NextMeeting {
    pub start: DateTime,
    pub end: Time,
    pub place: String,
    pub convenor: String,
}

impl NextMeeting {
    /// The one that is booked, if any.
    pub fn booked(case: &Case) -> Option<Self> {
        let (_, meeting) = case.process.meetings.ahead().next()?;
        Some(Self {
            start: meeting.start,
            end: meeting.end,
            place: case.text(meeting.place).to_owned(),
            convenor: case.name(case.process.lead()).to_owned(),
        })
    }

    /// The one that is booked with the closing of a meeting.
    pub fn of(case: &Case, booking: &BookMeeting, place: &str) -> Self {
        let convenor = case.name(case.process.lead()).to_owned();
        Self { start: booking.start, end: booking.end, place: place.to_owned(), convenor }
    }

    /// The cells of its row.
    pub fn row(&self, t: &Texts) -> Vec<(&'static str, String)> {
        let time = format!("{}–{}", t.time(self.start.time()), t.time(self.end));
        vec![
            ("date", t.date(self.start.date())),
            ("time", time),
            ("place", self.place.clone()),
            ("convenor", self.convenor.clone()),
        ]
    }
}
