//! Who is expected in the room, and how does the list become what the rules read? (3.5.3, form 5.0)

use domain::{
    MeetingNo, PersonId, ProcessId, TextId, UnitId,
    choice::{AttendanceRow, Attendee, Presence, Reply},
    form::{Binding, Form, FormLibrary, FormRole, Row, Value, Values},
    lots::meeting::Meeting,
};
use store::{DraftKey, NewText};

use super::system::SystemFields;
use crate::web::{
    case::{Case, new_text},
    error::WebError,
    form_data::{Blank, FixedRow, text},
    lots::{meetings, offer::in_unit},
    texts::Texts,
};

/// Whom a row is about, as the row itself carries it: `family:ID`, `unit:7:1`, `guest:1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Family(PersonId),
    /// The unit, and which of its people: counted from 1.
    Unit(UnitId, u32),
    Guest(u32),
}

impl Who {
    pub fn key(self) -> String {
        match self {
            Who::Family(person) => format!("family:{person}"),
            Who::Unit(unit, number) => format!("unit:{unit}:{number}"),
            Who::Guest(number) => format!("guest:{number}"),
        }
    }

    pub fn parse(key: &str) -> Option<Who> {
        let (kind, rest) = key.split_once(':')?;
        match (kind, rest.split_once(':')) {
            ("family", None) => rest.parse().ok().map(Who::Family),
            ("unit", Some((unit, number))) => Some(Who::Unit(unit.parse().ok()?, number.parse().ok()?)),
            ("guest", None) => rest.parse().ok().map(Who::Guest),
            _ => None,
        }
    }
}

pub fn key(process: ProcessId, meeting: MeetingNo, forms: &FormLibrary) -> DraftKey {
    let form = forms.form(FormRole::Attendance).id.clone();
    DraftKey { process, form, subject: meeting.to_string() }
}

/// The rows of the list: those who are expected, then those who were added.
pub fn expected(case: &Case, meeting: &Meeting, form: &Form, known: &Values) -> Vec<Who> {
    let (process, today) = (&case.process, case.now.today());
    let mut rows: Vec<Who> = process.family(today).into_iter().map(Who::Family).collect();
    let others = process.custody.guardians.iter().filter(|guardian| !guardian.legal);
    rows.extend(others.map(|guardian| Who::Family(guardian.person)));
    rows.push(Who::Unit(process.opening.unit, 1));
    for unit in &meeting.units {
        let named = process.deliveries.of(*unit).map_or(0, |delivery| delivery.participants.len());
        rows.extend((1..).take(named.max(1)).map(|number| Who::Unit(*unit, number)));
    }
    let added = keys(form, known).filter_map(|key| Who::parse(&key));
    let added: Vec<Who> = added
        .filter(|who| match who {
            Who::Family(_) => false,
            Who::Unit(unit, _) => meeting.units.contains(unit) || *unit == process.opening.unit,
            Who::Guest(_) => true,
        })
        .collect();
    for who in added {
        if !rows.contains(&who) {
            rows.push(who);
        }
    }
    rows
}

fn rows_field(form: &Form) -> &str {
    // Every attendance blank has it: it is refused at start otherwise.
    form.bound(Binding::AttendanceRows).map_or("rows", |field| field.id.as_str())
}

fn keys<'a>(form: &'a Form, values: &'a Values) -> impl Iterator<Item = String> + 'a {
    let rows = values.rows(rows_field(form)).iter();
    rows.filter_map(|row| cell(row, "attendee")).map(str::to_owned)
}

fn cell<'a>(row: &'a Row, column: &str) -> Option<&'a str> {
    match row.get(column)? {
        Value::Text(words) => Some(words.as_str()),
        Value::Choices(chosen) => chosen.first().map(String::as_str),
        Value::List(_) | Value::Rows(_) | Value::Date(_) | Value::Flag(_) => None,
    }
}

/// The list for one meeting, with everything the program knows already.
pub fn blank<'a>(
    t: &Texts,
    form: &'a Form,
    case: &Case,
    number: MeetingNo,
    meeting: &Meeting,
    known: &Values,
) -> Blank<'a> {
    let chair = match case.process.unit_of(meeting.chair) {
        Some(unit) => in_unit(t, case, meeting.chair, unit),
        None => case.name(meeting.chair).to_owned(),
    };
    let system = SystemFields::new(form)
        .text("process", case.name(case.process.child()))
        .text(
            "meeting_kind",
            t.with(
                "attendance-meeting",
                &[("kind", &meetings::kind(t, meeting.kind)), ("number", &number.0)],
            ),
        )
        .text("date", t.date(meeting.start.date()))
        .text("time", format!("{}–{}", t.time(meeting.start.time()), t.time(meeting.end)))
        .text("place", case.text(meeting.place))
        .bound(Binding::Chair, chair);
    let rows = expected(case, meeting, form, known).into_iter().map(|who| fixed_row(t, form, case, who));
    Blank::new(form).system(system.values()).fixed_rows(rows_field(form), rows.collect())
}

fn fixed_row(t: &Texts, form: &Form, case: &Case, who: Who) -> FixedRow {
    let today = case.now.today();
    let mut cells = Row::from([("attendee".to_owned(), text(who.key()))]);
    let mut put = |column: &str, words: String| {
        if has_column(form, column) {
            cells.insert(column.to_owned(), text(words));
        }
    };
    let heading = match who {
        Who::Family(person) => {
            put("name", case.name(person).to_owned());
            put("covered_by_consent", t.get("attendance-covered-family"));
            case.name(person).to_owned()
        }
        Who::Unit(unit, _) => {
            put("unit", case.unit(unit).into_owned());
            let covered = case.process.admits(unit, today);
            put(
                "covered_by_consent",
                t.get(if covered { "attendance-covered" } else { "attendance-uncovered" }),
            );
            case.unit(unit).into_owned()
        }
        Who::Guest(_) => {
            put("covered_by_consent", t.get("attendance-uncovered"));
            t.get("attendance-guest")
        }
    };
    FixedRow { heading, cells }
}

fn has_column(form: &Form, id: &str) -> bool {
    match form.bound(Binding::AttendanceRows).map(|field| &field.kind) {
        Some(domain::form::Kind::Rows { columns, .. }) => columns.iter().any(|column| column.id == id),
        Some(_) | None => false,
    }
}

/// The list before anybody has written in it: names and roles that are known.
pub fn first_values(t: &Texts, form: &Form, case: &Case, meeting: &Meeting) -> Values {
    let rows = expected(case, meeting, form, &Values::default()).into_iter().map(|who| {
        let (name, role) = first_words(t, case, who);
        Row::from([
            ("attendee".to_owned(), text(who.key())),
            ("name".to_owned(), text(name)),
            ("role".to_owned(), text(role)),
        ])
    });
    Values::default().with(rows_field(form), rows.collect::<Vec<Row>>())
}

fn first_words(t: &Texts, case: &Case, who: Who) -> (String, String) {
    let process = &case.process;
    match who {
        Who::Family(person) if person == process.child() => {
            (case.name(person).to_owned(), t.get("attendance-role-child"))
        }
        Who::Family(person) => (case.name(person).to_owned(), t.get("attendance-role-guardian")),
        Who::Unit(unit, _) if unit == process.opening.unit => {
            (case.name(process.opening.initiator).to_owned(), t.get("attendance-role-initiator"))
        }
        Who::Unit(unit, number) => {
            let delivery = process.deliveries.of(unit);
            let named = delivery.and_then(|delivery| {
                let at = usize::try_from(number).ok()?.checked_sub(1)?;
                delivery.participants.iter().nth(at).copied()
            });
            let name = match (named, delivery.and_then(|delivery| delivery.reply.as_ref())) {
                (_, Some(Reply::Substitute { name })) if number == 1 => case.text(*name).to_owned(),
                (Some(person), _) => case.name(person).to_owned(),
                (None, _) => case.unit(unit).into_owned(),
            };
            (name, t.get("attendance-role-unit"))
        }
        Who::Guest(_) => (String::new(), t.get("attendance-role-guest")),
    }
}

/// Rows that were added and left without a name are taken away again.
pub fn without_empty(form: &Form, case: &Case, meeting: &Meeting, values: &Values) -> Values {
    let base = expected(case, meeting, form, &Values::default());
    let named = |row: &&Row| {
        let expected = cell(row, "attendee").and_then(Who::parse).is_some_and(|who| base.contains(&who));
        expected || cell(row, "name").is_some_and(|name| !name.trim().is_empty())
    };
    let rows: Vec<Row> = values.rows(rows_field(form)).iter().filter(named).cloned().collect();
    values.clone().with(rows_field(form), rows)
}

/// The list with one more empty row.
pub fn with_row(form: &Form, values: &Values, unit: Option<UnitId>) -> Values {
    let mut rows = values.rows(rows_field(form)).to_vec();
    let taken: Vec<String> = keys(form, values).collect();
    let who = |number| unit.map_or(Who::Guest(number), |unit| Who::Unit(unit, number));
    let free = (1..).map(who).find(|who| !taken.contains(&who.key()));
    rows.extend(free.map(|who| Row::from([("attendee".to_owned(), text(who.key()))])));
    values.clone().with(rows_field(form), rows)
}

/// What the rules read of the list, and the new names. A name that stood there before keeps its text, so that a
/// guest whom the family has accepted stays accepted.
pub struct Listed {
    pub rows: Vec<AttendanceRow>,
    pub texts: Vec<NewText>,
    pub secretary: TextId,
}

/// Rows without a presence are not yet on the list.
///
/// # Errors
/// When the system gives no randomness.
pub fn listed(form: &Form, case: &Case, meeting: &Meeting, values: &Values) -> Result<Listed, WebError> {
    let mut texts = vec![];
    let mut rows = vec![];
    for row in values.rows(rows_field(form)) {
        let Some(who) = cell(row, "attendee").and_then(Who::parse) else { continue };
        let Some(presence) = cell(row, "present").and_then(Presence::from_word) else { continue };
        let Some(name) = cell(row, "name").filter(|name| !name.is_empty()) else { continue };
        let attendee = match who {
            Who::Family(person) => Attendee::Family { person },
            Who::Unit(unit, _) => {
                Attendee::Unit { unit, name: name_text(case, meeting, Some(unit), name, &mut texts)? }
            }
            Who::Guest(_) => Attendee::Guest { name: name_text(case, meeting, None, name, &mut texts)? },
        };
        let knows_purpose = row.get("knows_purpose") == Some(&Value::Flag(true));
        rows.push(AttendanceRow { attendee, presence, knows_purpose });
    }
    let secretary = form.bound(Binding::Secretary).map_or("", |field| values.text(&field.id));
    let secretary = match meeting.secretary.filter(|text| case.text(*text) == secretary) {
        Some(text) => text,
        None => added(secretary, &mut texts)?,
    };
    Ok(Listed { rows, texts, secretary })
}

fn name_text(
    case: &Case,
    meeting: &Meeting,
    unit: Option<UnitId>,
    name: &str,
    texts: &mut Vec<NewText>,
) -> Result<TextId, WebError> {
    let known = meeting.attendance.iter().find_map(|row| match (row.attendee, unit) {
        (Attendee::Unit { unit: from, name: known }, Some(unit)) if from == unit => {
            (case.text(known) == name).then_some(known)
        }
        (Attendee::Guest { name: known }, None) => (case.text(known) == name).then_some(known),
        (Attendee::Family { .. } | Attendee::Unit { .. } | Attendee::Guest { .. }, _) => None,
    });
    match known {
        Some(text) => Ok(text),
        None => added(name, texts),
    }
}

fn added(words: &str, texts: &mut Vec<NewText>) -> Result<TextId, WebError> {
    let text = new_text(words)?;
    let id = text.id;
    texts.push(text);
    Ok(id)
}
