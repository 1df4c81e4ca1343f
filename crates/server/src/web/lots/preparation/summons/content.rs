//! What stands in a summons: what the program knows, what was planned, and what was written?
//!
//! Everything here is made from the process and the values alone, so that a page, the preview and the act give
//! the same text.

use std::collections::BTreeMap;

use domain::{
    PersonId, UnitId,
    choice::{FormText, ScopeLine, TextHash},
    form::{Binding, Document, FieldFault, Filled, Form, Row, Value, Values},
    lots::summons::{FreezeSummons, SummonsStatus, latest_end},
    party::{CustodyForm, InformationKind},
    personal_id::PersonalId,
};
use sha2::{Digest as _, Sha256};

use crate::web::{
    case::Case,
    form_data::{Blank, FixedRow, text},
    lots::preparation::pre_meeting,
    texts::Texts,
};

/// Which kinds of information may go to which unit, as ticked in the grid. A unit without a kind is not called.
pub type Grid = BTreeMap<UnitId, Vec<InformationKind>>;

/// The blank for this child, family and circle, with a row in the grid for every unit the family has approved.
pub fn blank<'a>(t: &Texts, form: &'a Form, case: &Case) -> Blank<'a> {
    blank_with(t, form, case, &Values::default())
}

/// The same for what has been posted. A unit that is named there without the family's yes keeps its row: the rule
/// about the circle says no to it, and nobody is left out without a word (PRI-04).
pub fn blank_with<'a>(t: &Texts, form: &'a Form, case: &Case, posted: &Values) -> Blank<'a> {
    let mut units: Vec<UnitId> = circle(case);
    let others: Vec<UnitId> = grid(form, posted).into_keys().filter(|unit| !units.contains(unit)).collect();
    units.extend(others);
    let called: Vec<UnitId> = case.process.circle.approved().collect();
    made(t, form, case, &units, &called)
}

/// The same for the units of a grid: what is checked, shown and locked.
fn blank_of<'a>(t: &Texts, form: &'a Form, case: &Case, grid: &Grid) -> Blank<'a> {
    let units: Vec<UnitId> = grid.keys().copied().collect();
    let called = units.iter().copied().filter(|unit| *unit != case.process.opening.unit).collect::<Vec<_>>();
    made(t, form, case, &units, &called)
}

/// The initiator's own unit first, then those the family has approved.
fn circle(case: &Case) -> Vec<UnitId> {
    std::iter::once(case.process.opening.unit).chain(case.process.circle.approved()).collect()
}

fn made<'a>(t: &Texts, form: &'a Form, case: &Case, units: &[UnitId], called: &[UnitId]) -> Blank<'a> {
    let family = case.process.family(case.now.today());
    let mut blank = Blank::new(form)
        .units(units.iter().map(|unit| (*unit, case.unit(*unit).into_owned())))
        .people(family.into_iter().map(|person| (person, case.name(person).to_owned())))
        .system(system(t, form, case, called));
    if let Some(field) = form.bound(Binding::Guardians) {
        blank = blank.fixed_rows(&field.id, guardians(case));
    }
    if let Some(field) = form.bound(Binding::ConsentKinds) {
        let row = |unit: &UnitId| FixedRow {
            heading: case.unit(*unit).into_owned(),
            cells: Row::from([("unit".to_owned(), Value::Choices(vec![unit.to_string()]))]),
        };
        blank = blank.fixed_rows(&field.id, units.iter().map(row).collect());
    }
    let mut unseen: Vec<&str> =
        form.bound(Binding::ConsentScope).map(|field| field.id.as_str()).into_iter().collect();
    if case.process.opening.previous.is_none() {
        unseen.extend(form.bound(Binding::EarlierPlan).map(|field| field.id.as_str()));
    }
    blank.without(&unseen)
}

fn guardians(case: &Case) -> Vec<FixedRow> {
    let row = |guardian: &domain::party::Guardian| FixedRow {
        heading: case.name(guardian.person).to_owned(),
        cells: Row::from([
            ("key".to_owned(), text(guardian.person.to_string())),
            ("name".to_owned(), text(case.name(guardian.person))),
            ("is_legal_guardian".to_owned(), Value::Flag(guardian.legal)),
        ]),
    };
    case.process.custody.guardians.iter().map(row).collect()
}

/// What the program knows: nobody types it twice, and nobody can change it here.
fn system(t: &Texts, form: &Form, case: &Case, called: &[UnitId]) -> Values {
    let (process, opening) = (&case.process, &case.process.opening);
    let number = case.person(process.child()).and_then(|child| child.personal_id.as_deref());
    let masked = number.and_then(|number| number.parse::<PersonalId>().ok()).map(|number| number.masked());
    let bound = [
        (Binding::AcuteInformation, acute(case)),
        (Binding::ChildName, text(case.name(process.child()))),
        (Binding::ChildPersonalId, text(masked.unwrap_or_default())),
        (Binding::CustodyForm, text(t.get(custody_key(process.custody.form)))),
        (Binding::Initiator, text(case.name(opening.initiator))),
        (Binding::CalledUnits, called_units(t, case, called)),
    ];
    let mut values = Values::default();
    for (binding, value) in bound {
        if let Some(field) = form.bound(binding) {
            values.set(&field.id, value);
        }
    }
    let kind = case.organisation.unit(opening.unit).map(|unit| unit.unit_type.name.clone());
    let role = t.with("summons-initiator-role", &[("kind", &kind.unwrap_or_default())]);
    values.with("initiator.role", role).with("initiator.unit", case.unit(opening.unit).as_ref())
}

fn acute(case: &Case) -> Value {
    let row = |contact: &domain::organisation::AcuteContact| {
        Row::from([
            ("name".to_owned(), text(contact.name.clone())),
            ("phone".to_owned(), text(contact.phone.clone())),
            ("when".to_owned(), text(contact.when.clone())),
        ])
    };
    Value::Rows(case.organisation.acute_contacts().iter().map(row).collect())
}

fn called_units(t: &Texts, case: &Case, called: &[UnitId]) -> Value {
    let row = |unit: &UnitId| {
        let question = case.process.circle.get(*unit).map(|entry| case.text(entry.question));
        Row::from([
            ("unit".to_owned(), text(case.unit(*unit))),
            ("person_or_function".to_owned(), text(t.get("summons-function-inbox"))),
            ("question".to_owned(), text(question.unwrap_or_default())),
            ("family_approved".to_owned(), Value::Flag(true)),
        ])
    };
    Value::Rows(called.iter().map(row).collect())
}

fn custody_key(form: CustodyForm) -> &'static str {
    match form {
        CustodyForm::Joint => "custody-joint",
        CustodyForm::Sole => "custody-sole",
        CustodyForm::SpeciallyAppointed => "custody-specially-appointed",
        CustodyForm::Temporary => "custody-temporary",
    }
}

/// Where writing begins: at the summons that was locked last, else at what was planned together.
pub fn beginning(t: &Texts, form: &Form, case: &Case) -> Values {
    let last = case
        .process
        .summonses
        .last()
        .and_then(|(_, summons)| Document::parse(case.text(summons.text.text)).ok());
    let latest = latest_end(&case.process, &case.calendar, case.now.today());
    if let Some(document) = last {
        let mut values = document.values();
        let renewed =
            case.process.summonses.last().is_some_and(|(_, last)| last.status == SummonsStatus::Active);
        if renewed && let Some(field) = form.bound(Binding::ConsentValidUntil) {
            values.set(&field.id, latest);
        }
        return values;
    }
    let mut values = pre_meeting::recorded_values(case).unwrap_or_default();
    if let Some(field) = form.bound(Binding::ConsentValidUntil) {
        values.set(&field.id, latest);
    }
    let questions: Vec<String> = case
        .process
        .circle
        .approved()
        .filter_map(|unit| Some((unit, case.process.circle.get(unit)?)))
        .map(|(unit, entry)| {
            t.with(
                "summons-question",
                &[("unit", &case.unit(unit)), ("question", &case.text(entry.question))],
            )
        })
        .collect();
    values.set("questions", Value::List(questions));
    let initiator = case.person(case.process.opening.initiator);
    let known =
        |of: fn(&store::Person) -> Option<&String>| initiator.and_then(of).cloned().unwrap_or_default();
    values.set("initiator.phone", known(|person| person.phone.as_ref()));
    values.set("initiator.email", known(|person| person.email.as_ref()));
    values
}

/// What the grid says of the units that something is ticked for.
fn grid(form: &Form, values: &Values) -> Grid {
    let Some(field) = form.bound(Binding::ConsentKinds) else { return Grid::new() };
    let mut grid = Grid::new();
    for row in values.rows(&field.id) {
        let unit = chosen(row.get("unit")).first().and_then(|unit| unit.parse::<UnitId>().ok());
        let kinds: Vec<InformationKind> =
            chosen(row.get("kinds")).iter().filter_map(|word| kind_of(word)).collect();
        if let Some(unit) = unit.filter(|_| !kinds.is_empty()) {
            grid.insert(unit, kinds);
        }
    }
    grid
}

/// Checks the values as they will be locked: only the units with something ticked are in the consent.
///
/// # Errors
/// Every fault, in the order of the form.
pub fn filled(t: &Texts, form: &Form, case: &Case, values: &Values) -> Result<Filled, Vec<FieldFault>> {
    let grid = grid(form, values);
    let blank = blank_of(t, form, case, &grid);
    let mut values = values.clone();
    let scope = form.bound(Binding::ConsentScope).map(|field| field.id.as_str());
    if let Some(scope) = scope {
        values.set(scope, Value::Choices(grid.keys().map(UnitId::to_string).collect()));
    }
    let checked = blank.checked(&values);
    // The grid is where units are chosen: a consent for nobody is told there.
    checked.map_err(|faults| faults.into_iter().filter(|fault| Some(fault.field.as_str()) != scope).collect())
}

/// The act of locking a rightly filled summons.
pub fn command(
    form: &Form,
    case: &Case,
    filled: &Filled,
    text: FormText,
    whereabouts_checked: bool,
) -> FreezeSummons {
    let grid = grid(form, filled.values());
    let own = case.process.opening.unit;
    let line = |(unit, kinds): (&UnitId, &Vec<InformationKind>)| ScopeLine {
        unit: *unit,
        kinds: kinds.clone(),
        question: case.process.circle.get(*unit).map(|entry| entry.question),
    };
    let people = chosen(filled.value(Binding::FormulatedWith));
    FreezeSummons {
        text,
        scope: grid.iter().filter(|(unit, _)| **unit != own).map(line).collect(),
        own_kinds: grid.get(&own).cloned().unwrap_or_default(),
        valid_until: match filled.value(Binding::ConsentValidUntil) {
            Some(Value::Date(until)) => *until,
            // The rule about the period refuses a consent that ends today.
            Some(Value::Text(_) | Value::List(_) | Value::Rows(_) | Value::Choices(_) | Value::Flag(_))
            | None => case.now.today(),
        },
        formulated_with: people.iter().filter_map(|id| id.parse::<PersonId>().ok()).collect(),
        informed: filled.has(Binding::ConsentInformationGiven),
        child_summary_ready: filled.has(Binding::ChildSummary),
        child_alone: filled.value(Binding::ChildAlone) == Some(&Value::Flag(true)),
        earlier_plan: filled.value(Binding::EarlierPlan) == Some(&Value::Flag(true)),
        purpose: purpose_hash(filled),
        whereabouts_checked,
    }
}

/// The purpose's own hash, so that the same purpose written anew starts no clock (TIME-5).
fn purpose_hash(filled: &Filled) -> TextHash {
    let purpose = match filled.value(Binding::Purpose) {
        Some(Value::Text(purpose)) => purpose.as_str(),
        Some(Value::List(_) | Value::Rows(_) | Value::Choices(_) | Value::Date(_) | Value::Flag(_))
        | None => "",
    };
    TextHash(Sha256::digest(purpose.as_bytes()).into())
}

fn chosen(value: Option<&Value>) -> &[String] {
    match value {
        Some(Value::Choices(ids)) => ids,
        Some(Value::Text(_) | Value::List(_) | Value::Rows(_) | Value::Date(_) | Value::Flag(_)) | None => {
            &[]
        }
    }
}

/// The kind of information with this word; the words are those that events are stored with.
fn kind_of(word: &str) -> Option<InformationKind> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}
