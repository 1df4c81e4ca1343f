//! How is a form whose fields are data drawn, read, and drawn again with what was wrong?
//!
//! [`Blank`] ties a [`domain::form::Form`] to what can be chosen and what the program fills in here and now. It
//! makes an inert [`Drawn`] for the macros of `form_data.html`, reads what was posted, and puts faults at their
//! fields. What is frozen is drawn by [`super::document`].

mod drawing;
mod shown;

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    PersonId, UnitId,
    form::{Field, FieldFault, FieldProblem, Filled, Form, Kind, Offered, Row, Value, Values},
};

use super::{
    form::{Choice, Fault, Fields, FormView},
    texts::Texts,
};

pub use drawing::{Cell, Drawn, DrawnField, DrawnRow, DrawnSection, Input};
pub use shown::Shown;

/// A form together with everything that is known about it before anybody has written in it.
pub struct Blank<'a> {
    form: &'a Form,
    offered: Offered,
    units: Vec<Choice>,
    people: Vec<Choice>,
    system: Values,
    fixed: BTreeMap<String, Vec<FixedRow>>,
    left_out: BTreeSet<String>,
}

/// A row that is always there, whose heading and some of whose cells the program fills in.
#[derive(Debug, Clone)]
pub struct FixedRow {
    pub heading: String,
    pub cells: Row,
}

impl<'a> Blank<'a> {
    pub fn new(form: &'a Form) -> Self {
        Self {
            form,
            offered: Offered::default(),
            units: vec![],
            people: vec![],
            system: Values::default(),
            fixed: BTreeMap::new(),
            left_out: BTreeSet::new(),
        }
    }

    /// Units that can be chosen.
    #[must_use]
    pub fn units(mut self, units: impl IntoIterator<Item = (UnitId, String)>) -> Self {
        for (unit, name) in units {
            self.units.push(Choice::new(unit.to_string(), name.clone()));
            self.offered = self.offered.units([(unit, name)]);
        }
        self
    }

    /// Persons who can be chosen.
    #[must_use]
    pub fn people(mut self, people: impl IntoIterator<Item = (PersonId, String)>) -> Self {
        for (person, name) in people {
            self.people.push(Choice::new(person.to_string(), name.clone()));
            self.offered = self.offered.people([(person, name)]);
        }
        self
    }

    /// What the program itself fills in.
    #[must_use]
    pub fn system(mut self, values: Values) -> Self {
        self.system = values;
        self
    }

    /// Rows that are always there, in this order; none can be added.
    #[must_use]
    pub fn fixed_rows(mut self, field: &str, rows: Vec<FixedRow>) -> Self {
        self.fixed.insert(field.to_owned(), rows);
        self
    }

    /// Fields that are not on this page.
    #[must_use]
    pub fn without(mut self, fields: &[&str]) -> Self {
        self.left_out.extend(fields.iter().map(|field| (*field).to_owned()));
        self
    }

    /// What was posted, with what the program fills in.
    pub fn read(&self, fields: &Fields) -> Values {
        self.complete(&self.form.read(fields.every()))
    }

    /// The values with system fields and fixed rows as they are now, whatever a draft says of them.
    pub fn complete(&self, values: &Values) -> Values {
        let mut values = values.clone();
        for field in self.form.fields().filter(|field| field.is_system()) {
            match self.system.get(&field.id) {
                Some(value) => values.set(&field.id, value.clone()),
                None => values.remove(&field.id),
            }
        }
        for (field, rows) in &self.fixed {
            let known = values.rows(field);
            let rows = rows.iter().map(|row| row.filled_from(known)).collect::<Vec<_>>();
            values.set(field, rows);
        }
        values
    }

    /// The checked form.
    ///
    /// # Errors
    /// Every fault, in the order of the form.
    pub fn checked(&self, values: &Values) -> Result<Filled, Vec<FieldFault>> {
        self.form.check(&self.complete(values), &self.offered)
    }

    /// The checked form, or the faults noted at their fields.
    pub fn check(&self, t: &Texts, fields: &mut Fields, values: &Values) -> Option<Filled> {
        match self.checked(values) {
            Ok(filled) => Some(filled),
            Err(faults) => {
                for fault in faults {
                    fields.fault(&fault.input(), words(t, &fault));
                }
                None
            }
        }
    }

    /// The fields that somebody writes in, in the order of the form.
    pub fn written_fields(&self) -> impl Iterator<Item = &'a Field> {
        self.form.fields().filter(|field| !field.is_system() && !self.left_out.contains(&field.id))
    }

    /// What stands in a field, in one text; for showing two versions beside each other.
    pub fn in_words(&self, t: &Texts, field: &Field, values: &Values) -> String {
        values.get(&field.id).map_or_else(String::new, |value| self.words_of(t, &field.kind, value))
    }

    fn words_of(&self, t: &Texts, kind: &Kind, value: &Value) -> String {
        let label = |id: &String| {
            let known = self.units.iter().chain(&self.people).find(|choice| choice.code == *id);
            let named = known.map(|choice| choice.label.clone());
            named.or_else(|| option_label(kind, id)).unwrap_or_else(|| id.clone())
        };
        match value {
            Value::Text(text) => text.clone(),
            Value::List(items) => items.join("\n"),
            Value::Choices(ids) => ids.iter().map(label).collect::<Vec<_>>().join(", "),
            Value::Date(date) => t.date(*date),
            Value::Flag(ticked) => t.get(if *ticked { "document-yes" } else { "document-no" }),
            Value::Rows(rows) => {
                let Kind::Rows { columns, .. } = kind else { return String::new() };
                let shown = columns.iter().filter(|column| column.kind != Kind::Key).collect::<Vec<_>>();
                let line = |row: &Row| {
                    let cells = shown
                        .iter()
                        .filter_map(|column| Some(self.words_of(t, &column.kind, row.get(&column.id)?)));
                    cells.collect::<Vec<_>>().join(": ")
                };
                rows.iter().map(line).collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// What is still missing or wrong, for a page that shows a draft before the act.
    pub fn faults(&self, t: &Texts, values: &Values) -> Vec<Fault> {
        let faults = self.checked(values).err().unwrap_or_default();
        faults.iter().map(|fault| Fault { field: fault.input(), message: words(t, fault) }).collect()
    }

    /// The same for the fields that people fill in, each with its label, where the form itself is elsewhere.
    pub fn unfinished(&self, t: &Texts, values: &Values) -> Vec<String> {
        let faults = self.form.check(&self.complete(values), &self.offered).err().unwrap_or_default();
        let own = faults.iter().filter_map(|fault| {
            let field = self.form.field(&fault.field).filter(|field| !field.is_system())?;
            Some(t.with("fault-in-field", &[("field", &field.label), ("fault", &words(t, fault))]))
        });
        own.collect()
    }

    /// The form filled in with these values.
    pub fn fill(&self, form: FormView, values: &Values) -> FormView {
        let values = self.complete(values);
        let listed: BTreeSet<&str> = self
            .form
            .fields()
            .filter(|field| matches!(field.kind, Kind::List { .. }))
            .map(|field| field.id.as_str())
            .collect();
        let pairs = self.form.pairs(&values).into_iter();
        let form = pairs
            .filter(|(name, _)| !listed.contains(name.as_str()))
            .fold(form, |form, (name, value)| form.with(&name, value));
        // A list is one box with a line for each item.
        listed.into_iter().fold(form, |form, name| form.with(name, values.items(name).join("\n")))
    }

    /// The same form again after a fault or a refusal: values as they were read, so that rows stand where their
    /// faults point, and the fields beside the data form (`beside`) as they were posted.
    pub fn again(&self, empty: FormView, posted: FormView, values: &Values, beside: &[&str]) -> FormView {
        let form = beside.iter().fold(empty, |form, name| form.with(name, posted.value(name)));
        let mut form = self.fill(form, values);
        form.faults = posted.faults;
        form.refusal = posted.refusal;
        form
    }
}

impl FixedRow {
    /// The program's own cells, and beside them what was written in the row with the same key.
    fn filled_from(&self, known: &[Row]) -> Row {
        let same = known.iter().find(|row| {
            let mut own = self.cells.iter().filter(|(column, _)| row.contains_key(*column)).peekable();
            own.peek().is_some() && own.all(|(column, cell)| row.get(column) == Some(cell))
        });
        let mut row = same.cloned().unwrap_or_default();
        row.extend(self.cells.clone());
        row
    }
}

/// What is wrong with a field, in words.
pub fn words(t: &Texts, fault: &FieldFault) -> String {
    let key = format!("fault-{}", fault.problem.key());
    match &fault.problem {
        FieldProblem::TooLong { max, length } => t.with(&key, &[("max", max), ("length", length)]),
        FieldProblem::TooMany { max, count } => t.with(&key, &[("max", max), ("count", count)]),
        FieldProblem::NotAllTicked { missing } => t.with(&key, &[("missing", missing)]),
        FieldProblem::Missing
        | FieldProblem::NotOffered
        | FieldProblem::NotADate
        | FieldProblem::NotATime
        | FieldProblem::BadCharacter
        | FieldProblem::WrongShape => t.get(&key),
    }
}

fn option_label(kind: &Kind, id: &str) -> Option<String> {
    let (Kind::Choice { options } | Kind::Choices { options } | Kind::Checklist { options }) = kind else {
        return None;
    };
    options.iter().find(|option| option.id == id).map(|option| option.label.clone())
}

/// A cell that holds a text.
pub fn text(words: impl Into<String>) -> Value {
    Value::Text(words.into())
}

#[cfg(test)]
mod tests;
