//! What can be filled in, and in whose words? Forms as data.
//!
//! A form is a file (`data/forms/*.toml`) with its own labels and help texts: a real blank brings its own
//! words. Fields with a `binding` are those that the rules need; all others can be added, relabelled or
//! taken away in the file alone.
//!
//! The way of a filled-in form: what was posted is read into [`Values`] (which may hold anything a person
//! can type, and are kept as a draft); [`Form::check`] gives faults or a [`Filled`]; its canonical text is
//! what is hashed, signed and kept.

mod binding;
mod check;
mod demands;
mod document;
mod file;
mod library;
mod manual;
mod post;
mod structure;
#[cfg(test)]
mod tests;
mod value;

use serde::{Deserialize, Serialize};

use crate::party::InformationKind;

pub use binding::{Binding, FormRole};
pub use check::{FieldFault, FieldProblem, Filled, Offered};
pub use document::{Chosen, Document, DocumentField, DocumentSection, Entry, UnreadableDocument};
pub use library::{FormLibrary, LibraryFault};
pub use manual::{Agenda, AgendaStep, MeetingManual, RoleCard, Speaker, StepBinding};
pub use post::{read_fields, time_of_day};
pub use structure::{FormFault, FormProblem};
pub use value::{Row, Value, Values};

/// One blank.
///
/// **Invariant:** ids are unique, every binding its role must have is there and of the right kind.
/// [`Form::parse`] is the only way to make one.
#[doc(alias = "blankett")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// With the version in it, as it is named in the agreements: `lots-kallelse-7.1`.
    pub id: String,
    pub version: String,
    pub name: String,
    /// What the program uses it for.
    pub role: FormRole,
    pub intro: String,
    pub sections: Vec<Section>,
}

/// A heading with the fields under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub id: String,
    pub title: String,
    pub help: String,
    pub fields: Vec<Field>,
}

/// One thing to fill in, or that the program fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub id: String,
    pub label: String,
    pub help: String,
    pub kind: Kind,
    pub requirement: Requirement,
    /// What the field rests on.
    pub sources: Vec<Source>,
    pub binding: Option<Binding>,
    /// Whose copies lack it.
    pub withheld_from: Vec<Audience>,
    /// Left empty while somebody around the child has protected identity (PID-2).
    pub empty_when_protected: bool,
    /// The family writes or chooses it.
    pub family: bool,
    /// Which kind of information it holds, for consents that cover only some kinds (CON-09).
    pub kind_of_information: Option<InformationKind>,
}

/// When a field must be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Requirement {
    Optional,
    Required,
    /// Unless the field with this id is filled.
    RequiredUnless(String),
    /// If the field with this id is filled.
    RequiredIf(String),
}

/// How a field is filled in. Lengths are in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Text {
        max: usize,
    },
    LongText {
        max: usize,
    },
    /// Short texts, one a line.
    List {
        items_max: usize,
        max: usize,
    },
    /// One of the options.
    Choice {
        options: Vec<Choice>,
    },
    /// Any of the options.
    Choices {
        options: Vec<Choice>,
    },
    /// Each of the options has to be ticked.
    Checklist {
        options: Vec<Choice>,
    },
    Date,
    /// Hours and minutes: "14:10".
    Time,
    Checkbox,
    /// One of the units that are offered.
    Unit,
    /// Any of the units that are offered.
    Units,
    /// One of the persons who are offered.
    Person,
    /// Any of the persons who are offered.
    People,
    Rows {
        columns: Vec<Column>,
        rows_max: usize,
    },
    /// In rows: tells which thing a row is about. Hidden, posted back, and looked up again by the program.
    Key,
    /// The program fills it; what is posted is not looked at. With columns, it shows rows.
    System {
        columns: Vec<Column>,
    },
}

/// One option of a choice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub label: String,
}

/// One column of a field with rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub id: String,
    pub label: String,
    pub help: String,
    /// Never a kind that has several lines or rows of its own.
    pub kind: Kind,
    /// In every row that is filled in at all.
    pub required: bool,
    /// Whose copies lack it.
    pub withheld_from: Vec<Audience>,
}

/// What a field rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Source {
    /// The model's own text.
    S,
    /// A newer page about the same model.
    N,
    /// The law.
    L,
    /// A comparable public form.
    P,
    /// Our inference.
    I,
    /// General knowledge of the trade.
    G,
}

/// For whom a copy is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Child,
    Guardians,
    Initiator,
    Lots,
    Chair,
    /// Anyone else at a unit that takes part.
    CalledUnits,
}

impl Form {
    /// Reads and checks the text of a form file.
    ///
    /// # Errors
    /// The first fault found, with the place in the file: unknown words, duplicate ids, or a binding that
    /// the rules need and the blank lacks.
    pub fn parse(text: &str) -> Result<Form, FormFault> {
        structure::read(text)
    }

    /// All fields, in the order of the form.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields().find(|field| field.id == id)
    }

    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The field that carries a binding.
    pub fn bound(&self, binding: Binding) -> Option<&Field> {
        self.fields().find(|field| field.binding == Some(binding))
    }
}

impl Field {
    /// Whether the program fills it in, so that nothing is asked.
    pub fn is_system(&self) -> bool {
        self.kind.is_system()
    }
}

impl Kind {
    /// Whether the program fills it in.
    pub fn is_system(&self) -> bool {
        matches!(self, Kind::System { .. })
    }

    /// The word for this kind in form files.
    pub fn word(&self) -> &'static str {
        match self {
            Kind::Text { .. } => "text",
            Kind::LongText { .. } => "long_text",
            Kind::List { .. } => "list",
            Kind::Choice { .. } => "choice",
            Kind::Choices { .. } => "choices",
            Kind::Checklist { .. } => "checklist",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Checkbox => "checkbox",
            Kind::Unit => "unit",
            Kind::Units => "units",
            Kind::Person => "person",
            Kind::People => "people",
            Kind::Rows { .. } => "rows",
            Kind::Key => "key",
            Kind::System { .. } => "system",
        }
    }
}
