//! Is a form file whole, and does it have what the rules need?

use std::collections::BTreeSet;

use super::demands;
use super::file::{ColumnEntry, FieldEntry, FormFile, KindWord, SectionEntry};
use super::{Choice, Column, Field, Form, Kind, Requirement, Section};

const LABEL_CHARACTERS_MAX: usize = 200;
const HELP_CHARACTERS_MAX: usize = 1_500;
const ID_CHARACTERS_MAX: usize = 60;
const FIELDS_MAX: usize = 200;
const OPTIONS_MAX: usize = 60;
const COLUMNS_MAX: usize = 20;
const TEXT_MAX: usize = 20_000;
const TEXT_DEFAULT: usize = 200;
const LONG_TEXT_DEFAULT: usize = 4_000;
const ITEMS_MAX: usize = 100;
const ITEMS_DEFAULT: usize = 20;
const ROWS_MAX: usize = 100;
const ROWS_DEFAULT: usize = 20;

/// What is wrong in a form file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("form file, {place}: {problem}")]
pub struct FormFault {
    /// "field \"purpose\"", "column \"name\" of \"guardian\"", or the form as a whole.
    pub place: String,
    pub problem: FormProblem,
}

/// The ways in which a form file can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormProblem {
    /// Not TOML, an unknown key or word (also an unknown binding), a missing value.
    #[error("{0}")]
    Unreadable(String),
    #[error("an id is written in small letters, digits and _, with dots between its parts: \"{0}\"")]
    BadId(String),
    #[error("the id \"{0}\" is used twice")]
    Duplicate(String),
    #[error("{0} is empty")]
    Empty(&'static str),
    #[error("{0} is longer than {1} characters")]
    TooLong(&'static str, usize),
    #[error("too many {0}: at most {1}")]
    TooMany(&'static str, usize),
    #[error("{0} must be between 1 and {1}")]
    OutOfRange(&'static str, usize),
    #[error("this kind needs {0}")]
    Lacks(&'static str),
    #[error("{0} does not belong with this kind")]
    DoesNotBelong(&'static str),
    #[error("a column cannot be of this kind")]
    NotForColumns,
    #[error("a field cannot be of this kind, only a column")]
    OnlyForColumns,
    #[error("write one of required, required_unless and required_if")]
    TwoRequirements,
    #[error("refers to the field \"{0}\", which is not in the form")]
    UnknownField(String),
    #[error("the rules need a field with binding = \"{0}\" in this form, and the blank has none")]
    BindingMissing(&'static str),
    #[error("the rules need the field with binding = \"{0}\" filled: make it required")]
    BindingOptional(&'static str),
    #[error("binding = \"{0}\" is used twice")]
    BindingTwice(&'static str),
    #[error("binding = \"{0}\" needs a field of kind {1}")]
    BindingOfWrongKind(&'static str, String),
    #[error("the rules need a column \"{0}\" of kind {1} here")]
    ColumnMissing(&'static str, String),
    #[error("the option \"{0}\" means nothing to the rules, which know {1}")]
    WordUnknownToRules(String, String),
    #[error("the family tells its story before anybody but the chair speaks (PRI-05)")]
    FamilySpeaksFirst,
}

/// Reads and checks.
pub fn read(text: &str) -> Result<Form, FormFault> {
    let file: FormFile = toml::from_str(text)
        .map_err(|error| at("the file")(FormProblem::Unreadable(error.to_string().trim_end().to_owned())))?;
    let whole = at("the form");
    id_ok(&file.id.replace(['-', '.'], "_")).map_err(&whole)?;
    text_ok("name", &file.name).map_err(&whole)?;
    text_ok("version", &file.version).map_err(&whole)?;
    help_ok(&file.intro).map_err(&whole)?;
    unique(file.sections.iter().map(|section| &section.id)).map_err(&whole)?;
    let fields = file.sections.iter().flat_map(|section| &section.fields);
    unique(fields.clone().map(|field| &field.id)).map_err(&whole)?;
    if fields.count() > FIELDS_MAX {
        return Err(whole(FormProblem::TooMany("fields", FIELDS_MAX)));
    }
    let sections = file.sections.into_iter().map(section).collect::<Result<Vec<_>, _>>()?;
    let form = Form {
        id: file.id,
        version: file.version,
        name: file.name,
        role: file.role,
        intro: file.intro,
        sections,
    };
    check_references(&form)?;
    demands::check(&form)?;
    Ok(form)
}

fn section(entry: SectionEntry) -> Result<Section, FormFault> {
    let fault = at(&format!("section \"{}\"", entry.id));
    id_ok(&entry.id).map_err(&fault)?;
    text_ok("title", &entry.title).map_err(&fault)?;
    help_ok(&entry.help).map_err(&fault)?;
    let fields = entry.fields.into_iter().map(field).collect::<Result<_, _>>()?;
    Ok(Section { id: entry.id, title: entry.title, help: entry.help, fields })
}

fn field(entry: FieldEntry) -> Result<Field, FormFault> {
    let fault = at(&format!("field \"{}\"", entry.id));
    id_ok(&entry.id).map_err(&fault)?;
    text_ok("label", &entry.label).map_err(&fault)?;
    help_ok(&entry.help).map_err(&fault)?;
    if entry.source.is_empty() {
        return Err(fault(FormProblem::Lacks("source")));
    }
    let requirement = match (entry.required, entry.required_unless, entry.required_if) {
        (false, None, None) => Requirement::Optional,
        (true, None, None) => Requirement::Required,
        (false, Some(other), None) => Requirement::RequiredUnless(other),
        (false, None, Some(other)) => Requirement::RequiredIf(other),
        (true, Some(_), _) | (true, _, Some(_)) | (_, Some(_), Some(_)) => {
            return Err(fault(FormProblem::TwoRequirements));
        }
    };
    let columns = columns(&entry.id, entry.kind, entry.columns)?;
    let limits = Limits { max: entry.max, items_max: entry.items_max, rows_max: entry.rows_max };
    let kind = kind(entry.kind, limits, entry.options, columns).map_err(&fault)?;
    if matches!(kind, Kind::Key) {
        return Err(fault(FormProblem::OnlyForColumns));
    }
    Ok(Field {
        id: entry.id,
        label: entry.label,
        help: entry.help,
        kind,
        requirement,
        sources: entry.source,
        binding: entry.binding,
        withheld_from: entry.withheld_from,
        empty_when_protected: entry.empty_when_protected,
        family: entry.family,
        kind_of_information: entry.kind_of_information,
    })
}

fn columns(field: &str, of: KindWord, entries: Vec<ColumnEntry>) -> Result<Vec<Column>, FormFault> {
    unique(entries.iter().map(|column| &column.id)).map_err(at(&format!("field \"{field}\"")))?;
    if entries.len() > COLUMNS_MAX {
        return Err(at(&format!("field \"{field}\""))(FormProblem::TooMany("columns", COLUMNS_MAX)));
    }
    entries.into_iter().map(|entry| column(field, of, entry)).collect()
}

fn column(field: &str, of: KindWord, entry: ColumnEntry) -> Result<Column, FormFault> {
    let fault = at(&format!("column \"{}\" of \"{field}\"", entry.id));
    id_ok(&entry.id).map_err(&fault)?;
    text_ok("label", &entry.label).map_err(&fault)?;
    help_ok(&entry.help).map_err(&fault)?;
    let several = [KindWord::List, KindWord::Rows, KindWord::Checklist, KindWord::Units, KindWord::People];
    let word = match (of, entry.kind) {
        (_, Some(word)) if several.contains(&word) => return Err(fault(FormProblem::NotForColumns)),
        (KindWord::System, None | Some(KindWord::System)) => KindWord::System,
        (KindWord::System, Some(_)) => return Err(fault(FormProblem::DoesNotBelong("kind"))),
        (_, Some(word)) => word,
        (_, None) => return Err(fault(FormProblem::Lacks("kind"))),
    };
    let limits = Limits { max: entry.max, items_max: None, rows_max: None };
    let kind = kind(word, limits, entry.options, Vec::new()).map_err(&fault)?;
    Ok(Column {
        id: entry.id,
        label: entry.label,
        help: entry.help,
        kind,
        required: entry.required,
        withheld_from: entry.withheld_from,
    })
}

struct Limits {
    max: Option<usize>,
    items_max: Option<usize>,
    rows_max: Option<usize>,
}

fn kind(
    word: KindWord,
    limits: Limits,
    options: Vec<Choice>,
    columns: Vec<Column>,
) -> Result<Kind, FormProblem> {
    let has_text = matches!(word, KindWord::Text | KindWord::LongText | KindWord::List);
    let has_options = matches!(word, KindWord::Choice | KindWord::Choices | KindWord::Checklist);
    let has_columns = matches!(word, KindWord::Rows | KindWord::System);
    belongs("max", limits.max.is_some(), has_text)?;
    belongs("items_max", limits.items_max.is_some(), word == KindWord::List)?;
    belongs("rows_max", limits.rows_max.is_some(), word == KindWord::Rows)?;
    belongs("options", !options.is_empty(), has_options)?;
    belongs("columns", !columns.is_empty(), has_columns)?;
    if has_options {
        options_ok(&options)?;
    }
    if word == KindWord::Rows && columns.is_empty() {
        return Err(FormProblem::Lacks("columns"));
    }
    Ok(match word {
        KindWord::Text => Kind::Text { max: within("max", limits.max, TEXT_DEFAULT, TEXT_MAX)? },
        KindWord::LongText => Kind::LongText { max: within("max", limits.max, LONG_TEXT_DEFAULT, TEXT_MAX)? },
        KindWord::List => Kind::List {
            items_max: within("items_max", limits.items_max, ITEMS_DEFAULT, ITEMS_MAX)?,
            max: within("max", limits.max, TEXT_DEFAULT, TEXT_MAX)?,
        },
        KindWord::Choice => Kind::Choice { options },
        KindWord::Choices => Kind::Choices { options },
        KindWord::Checklist => Kind::Checklist { options },
        KindWord::Date => Kind::Date,
        KindWord::Time => Kind::Time,
        KindWord::Checkbox => Kind::Checkbox,
        KindWord::Unit => Kind::Unit,
        KindWord::Units => Kind::Units,
        KindWord::Person => Kind::Person,
        KindWord::People => Kind::People,
        KindWord::Rows => {
            Kind::Rows { columns, rows_max: within("rows_max", limits.rows_max, ROWS_DEFAULT, ROWS_MAX)? }
        }
        KindWord::Key => Kind::Key,
        KindWord::System => Kind::System { columns },
    })
}

fn belongs(what: &'static str, written: bool, allowed: bool) -> Result<(), FormProblem> {
    if written && !allowed { Err(FormProblem::DoesNotBelong(what)) } else { Ok(()) }
}

fn within(
    what: &'static str,
    written: Option<usize>,
    default: usize,
    most: usize,
) -> Result<usize, FormProblem> {
    let value = written.unwrap_or(default);
    if (1..=most).contains(&value) { Ok(value) } else { Err(FormProblem::OutOfRange(what, most)) }
}

fn options_ok(options: &[Choice]) -> Result<(), FormProblem> {
    if options.is_empty() {
        return Err(FormProblem::Lacks("options"));
    }
    if options.len() > OPTIONS_MAX {
        return Err(FormProblem::TooMany("options", OPTIONS_MAX));
    }
    unique(options.iter().map(|option| &option.id))?;
    options.iter().try_for_each(|option| {
        id_ok(&option.id)?;
        if option.label.chars().count() > HELP_CHARACTERS_MAX {
            return Err(FormProblem::TooLong("label", HELP_CHARACTERS_MAX));
        }
        if option.label.trim().is_empty() { Err(FormProblem::Empty("label")) } else { Ok(()) }
    })
}

/// Conditions point to fields that are there.
fn check_references(form: &Form) -> Result<(), FormFault> {
    for field in form.fields() {
        match &field.requirement {
            Requirement::Optional | Requirement::Required => {}
            Requirement::RequiredUnless(other) | Requirement::RequiredIf(other) => {
                if form.field(other).is_none() {
                    let fault = at(&format!("field \"{}\"", field.id));
                    return Err(fault(FormProblem::UnknownField(other.clone())));
                }
            }
        }
    }
    Ok(())
}

fn unique<'a>(ids: impl Iterator<Item = &'a String>) -> Result<(), FormProblem> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(FormProblem::Duplicate(id.clone()));
        }
    }
    Ok(())
}

/// Each part begins with a letter, so that `field.0.column` can never be mistaken for a field.
fn id_ok(id: &str) -> Result<(), FormProblem> {
    let part_ok = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_lowercase())
            && part
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
    };
    if id.chars().count() <= ID_CHARACTERS_MAX && id.split('.').all(part_ok) {
        Ok(())
    } else {
        Err(FormProblem::BadId(id.to_owned()))
    }
}

fn text_ok(what: &'static str, text: &str) -> Result<(), FormProblem> {
    if text.trim().is_empty() {
        Err(FormProblem::Empty(what))
    } else if text.chars().count() > LABEL_CHARACTERS_MAX {
        Err(FormProblem::TooLong(what, LABEL_CHARACTERS_MAX))
    } else {
        Ok(())
    }
}

fn help_ok(text: &str) -> Result<(), FormProblem> {
    if text.chars().count() > HELP_CHARACTERS_MAX {
        Err(FormProblem::TooLong("help", HELP_CHARACTERS_MAX))
    } else {
        Ok(())
    }
}

pub(super) fn at(place: &str) -> impl Fn(FormProblem) -> FormFault + use<> {
    let place = place.to_owned();
    move |problem| FormFault { place: place.clone(), problem }
}
