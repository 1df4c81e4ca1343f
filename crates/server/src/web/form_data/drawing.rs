//! What does a page draw for each field of a data form?

use domain::form::{Choice as FormChoice, Column, Field, Kind, Requirement, Row, Values};

use super::{
    Blank,
    shown::{Shown, shown},
};
use crate::web::{form::Choice, texts::Texts};

/// How many choices are shown at once; more of them become a list that opens.
const IN_SIGHT_MAX: usize = 8;
/// Empty rows after those that are filled: one can write, save the draft, and get another.
const EMPTY_ROWS: usize = 2;

/// A form ready to be drawn; values and faults stand in the page's own form.
pub struct Drawn {
    pub intro: String,
    pub sections: Vec<DrawnSection>,
}

pub struct DrawnSection {
    pub id: String,
    pub title: String,
    pub help: String,
    pub fields: Vec<DrawnField>,
}

/// One field, or one cell of a row.
pub struct DrawnField {
    pub name: String,
    pub label: String,
    pub help: String,
    pub optional: bool,
    pub input: Input,
}

/// How a field is filled in on a page.
pub enum Input {
    Line,
    Text {
        max: usize,
    },
    /// One item a line.
    Lines {
        rows: usize,
    },
    Date,
    Time,
    Tick,
    Radios(Vec<Choice>),
    Select(Vec<Choice>),
    Boxes(Vec<Choice>),
    Rows(Vec<DrawnRow>),
    /// Carried along unseen.
    Hidden,
    /// Filled in by the program.
    Shown(Shown),
}

pub struct DrawnRow {
    pub heading: String,
    pub cells: Vec<Cell>,
}

pub type Cell = DrawnField;

impl Blank<'_> {
    /// The whole form, for values that decide how many rows there are.
    pub fn draw(&self, t: &Texts, values: &Values) -> Drawn {
        let values = self.complete(values);
        let sections = self.form.sections.iter().map(|section| DrawnSection {
            id: section.id.clone(),
            title: section.title.clone(),
            help: section.help.clone(),
            fields: section
                .fields
                .iter()
                .filter(|field| !self.left_out.contains(&field.id))
                .filter_map(|field| self.field(t, field, &values))
                .collect(),
        });
        Drawn {
            intro: self.form.intro.clone(),
            sections: sections.filter(|section| !section.fields.is_empty()).collect(),
        }
    }

    /// One section, for a form that is drawn in parts.
    pub fn draw_section(&self, t: &Texts, id: &str, values: &Values) -> Option<DrawnSection> {
        self.draw(t, values).sections.into_iter().find(|section| section.id == id)
    }

    /// A system field without anything in it is not drawn.
    fn field(&self, t: &Texts, field: &Field, values: &Values) -> Option<DrawnField> {
        let input = if let Kind::Rows { columns, rows_max } = &field.kind {
            Input::Rows(self.rows(t, field, columns, *rows_max, values.rows(&field.id)))
        } else if let Kind::System { columns } = &field.kind {
            Input::Shown(shown(t, columns, values.get(&field.id).filter(|value| !value.is_empty())?))
        } else {
            self.scalar(&field.kind)
        };
        Some(DrawnField {
            name: field.id.clone(),
            label: field.label.clone(),
            help: field.help.clone(),
            optional: field.requirement != Requirement::Required,
            input,
        })
    }

    fn rows(&self, t: &Texts, field: &Field, columns: &[Column], max: usize, rows: &[Row]) -> Vec<DrawnRow> {
        let fixed = self.fixed.get(&field.id);
        let count = match fixed {
            Some(fixed) => fixed.len(),
            None => max.min(rows.len() + EMPTY_ROWS),
        };
        let empty = Row::new();
        let drawn = (0..count).map(|index| DrawnRow {
            heading: match fixed.and_then(|fixed| fixed.get(index)) {
                Some(row) => row.heading.clone(),
                None => t.with("form-row", &[("number", &(index + 1))]),
            },
            cells: columns
                .iter()
                .filter_map(|column| {
                    let name = format!("{}.{index}.{}", field.id, column.id);
                    let own = fixed
                        .and_then(|fixed| fixed.get(index))
                        .is_some_and(|row| row.cells.contains_key(&column.id));
                    self.cell(t, column, name, own, rows.get(index).unwrap_or(&empty))
                })
                .collect(),
        });
        drawn.collect()
    }

    /// A cell that the program fills is shown, or carried along if it must come back.
    fn cell(&self, t: &Texts, column: &Column, name: String, own: bool, row: &Row) -> Option<Cell> {
        let input = if let Kind::System { .. } = &column.kind {
            Input::Shown(shown(t, &[], row.get(&column.id)?))
        } else if own {
            Input::Hidden
        } else {
            self.scalar(&column.kind)
        };
        Some(Cell {
            name,
            label: column.label.clone(),
            help: column.help.clone(),
            optional: !column.required,
            input,
        })
    }

    fn scalar(&self, kind: &Kind) -> Input {
        match kind {
            Kind::Text { .. } => Input::Line,
            Kind::LongText { max } => Input::Text { max: *max },
            Kind::List { items_max, .. } => Input::Lines { rows: (*items_max).clamp(3, 6) },
            Kind::Date => Input::Date,
            Kind::Time => Input::Time,
            Kind::Checkbox => Input::Tick,
            Kind::Choice { options } => one_of(choices(options)),
            Kind::Choices { options } | Kind::Checklist { options } => Input::Boxes(choices(options)),
            Kind::Unit => one_of(self.units.clone()),
            Kind::Person => one_of(self.people.clone()),
            Kind::Units => Input::Boxes(self.units.clone()),
            Kind::People => Input::Boxes(self.people.clone()),
            Kind::Key | Kind::Rows { .. } | Kind::System { .. } => Input::Hidden,
        }
    }
}

impl DrawnField {
    pub fn is_shown(&self) -> bool {
        matches!(self.input, Input::Shown(_))
    }
}

fn one_of(choices: Vec<Choice>) -> Input {
    if choices.len() <= IN_SIGHT_MAX { Input::Radios(choices) } else { Input::Select(choices) }
}

fn choices(options: &[FormChoice]) -> Vec<Choice> {
    options.iter().map(|option| Choice::new(option.id.clone(), option.label.clone())).collect()
}
